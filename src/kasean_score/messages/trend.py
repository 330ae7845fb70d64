"""What `trend` says: how the scores of one initiative went."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "trend.title": ("{name} ({id}): trend", "{name} ({id}): 추이"),
    "trend.span": ("{first} to {last}, {count} dates", "{first}부터 {last}까지, 시점 {count}개"),
    "trend.one_date": ("one date only: there is no trend to see yet", "시점이 하나뿐이어서 아직 추이를 볼 수 없다"),
    "trend.other_rubric": (
        "the rubric changed on the way (*): from there on, not only the initiative moved; `diff` splits the change",
        "도중에 루브릭이 바뀌었다(*). 그 뒤의 변화는 평가 대상만의 변화가 아니다. `diff`로 요인을 나눌 수 있다",
    ),
    "trend.other_options": (
        "the options of scoring changed on the way (=)",
        "도중에 평가 옵션이 바뀌었다(=)",
    ),
    "trend.date": ("Date", "기준일"),
    "trend.group": ("Group and date", "그룹과 기준일"),
    "trend.groups": (
        "By group (beside its name: first to last date)",
        "그룹별 추이(이름 옆은 처음부터 마지막까지의 변화)",
    ),
    "trend.absent": ("not in this rubric", "이 루브릭에 없음"),
    "trend.bar": ("█ score ▒ could be · out of reach", "█ 점수 ▒ 가능한 범위 · 범위 밖"),
    "trend.mark_rubric": ("* another rubric than before", "* 앞 시점과 다른 루브릭"),
    "trend.mark_options": ("= other options than before", "= 앞 시점과 다른 옵션"),
}
