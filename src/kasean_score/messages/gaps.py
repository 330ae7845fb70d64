"""The words of `gaps`, beyond those that scorecards have."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "gaps.on": ("Rated on", "루브릭"),
    "gaps.open": ("Open", "미확정"),
    "gaps.count": (
        "{count} criteria: {not_rated} not rated, {disputed} disputed, {range} rated as a range",
        "기준 {count}개: 미평정 {not_rated}, 이견 {disputed}, 범위 평정 {range}",
    ),
    "gaps.nothing": (
        "nothing: every criterion that applies is rated, without a range",
        "없음: 적용되는 기준이 모두 범위 없이 평정되었다",
    ),
    "gaps.alone": ("One alone", "하나만으로"),
    "gaps.alone_none": ("no single gap can change the band", "어느 하나만으로는 등급이 바뀌지 않는다"),
    "gaps.alone_some": ("{count} can change the band: {names}", "등급을 바꿀 수 있는 기준 {count}개: {names}"),
    "gaps.together": ("Together", "함께"),
    "gaps.to_cover": (
        "{count} criteria at least must be rated until coverage reaches {percent} % and a band is given",
        "평정 비율이 {percent} %가 되어 등급을 매기려면 적어도 기준 {count}개를 더 평정해야 한다",
    ),
    "gaps.covers": (
        "{count} criteria at least must be rated until coverage reaches {percent} %",
        "평정 비율이 {percent} %가 되려면 적어도 기준 {count}개를 더 평정해야 한다",
    ),
    "gaps.fewest": (
        "{count} gaps settled together can change the band, fewer cannot",
        "{count}개가 함께 정해지면 등급이 바뀔 수 있고, 그보다 적으면 바뀌지 않는다",
    ),
    "gaps.none_together": (
        "no number of them settled together can change the band",
        "몇 개가 함께 정해져도 등급은 바뀌지 않는다",
    ),
    "gaps.not_searched": (
        "no {count} of them together can change the band; larger sets were not tried",
        "{count}개까지는 함께 정해져도 등급이 바뀌지 않는다. 그보다 많은 조합은 살펴보지 않았다",
    ),
    "gaps.all": ("All settled", "모두 정해지면"),
    "gaps.all_text": (
        "the score will lie within {bounds}, the band between {low} and {high}",
        "점수는 {bounds}, 등급은 {low}에서 {high} 사이가 된다",
    ),
    "gaps.all_same": (
        "the score will lie within {bounds}, the band will be {low}",
        "점수는 {bounds}, 등급은 {low}이 된다",
    ),
    "gaps.gap": ("Gap", "미확정 사유"),
    "gaps.moves": ("Score moves", "점수 변동"),
    "gaps.band_alone": ("Band alone", "단독 등급"),
    "gaps.same": ("no change", "변동 없음"),
    "gaps.range": ("range", "범위"),
    "gaps.not_shown": ("Not shown", "표시 안 함"),
    "gaps.left_off": ("{count} further gaps", "나머지 {count}개"),
    "gaps.idle": ("Open without effect on score or band", "점수와 등급에 영향이 없는 미확정 기준"),
    "gaps.how": ("Order", "순서"),
    "gaps.order": (
        "first what alone can change the band, then by how far it moves the score, then by coverage. Each was scored again at its worst and at its best, all else as it is.",
        "단독으로 등급을 바꿀 수 있는 것, 점수를 크게 움직이는 것, 평정 비율을 많이 높이는 것의 순이다. 나머지는 그대로 두고 그 기준만 가장 나쁠 때와 가장 좋을 때로 놓아 다시 계산했다.",
    ),
    "gaps.scores": ("{worst} at worst, {best} at best", "최악 {worst}, 최선 {best}"),
    "gaps.stretch": ("{first} to {last}", "{first}~{last}"),
    "gaps.switches": ("can decide by itself whether it holds: {rule}", "적용 여부를 단독으로 좌우할 수 있음: {rule}"),
}
