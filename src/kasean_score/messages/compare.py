"""The words of comparisons."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "compare.title": ("Comparison: {title} ({id})", "비교: {title} ({id})"),
    "compare.compared": ("Compared", "비교 대상"),
    "compare.version": ("version {version}", "버전 {version}"),
    # What is common
    "compare.common": ("Common", "공통 기준"),
    "compare.common_value": (
        "{counted} of {counted_of} criteria are rated in all",
        "기준 {counted_of}개 중 {counted}개가 모두 평정됨",
    ),
    "compare.conditions_value": (
        "beside them {conditions} of {conditions_of} conditions",
        "합산 제외 기준은 {conditions_of}개 중 {conditions}개",
    ),
    "compare.common_hint": ("--common compares on those alone (• below)", "--common은 이 기준(아래 •)만으로 비교"),
    "compare.common_only": (
        "only these are compared here",
        "여기서는 이 기준만 비교",
    ),
    # Order and what makes it uncertain
    "compare.order": ("Order", "순위"),
    "compare.no_order": ("none: there is no score to go by", "없음: 순위를 정할 점수가 없음"),
    "compare.certainty": ("How sure", "확실성"),
    "compare.all_overlap": (
        "not sure: all these bounds overlap, so no place in this order is settled",
        "확실하지 않음: 범위가 모두 겹치므로 어느 순위도 단정할 수 없음",
    ),
    "compare.some_overlap": (
        "the bounds of {count} of {pairs} pairs overlap, which leaves their order open",
        "{pairs}쌍 중 {count}쌍은 범위가 겹쳐 순위를 단정할 수 없음",
    ),
    "compare.none_overlap": (
        "no bounds overlap: with the weights as stated, the order holds whatever is still open",
        "범위가 겹치지 않음: 명시된 가중치에서는 미확정 평정이 어떻게 정해지든 순위가 유지됨",
    ),
    "compare.none_overlap_common": (
        "no bounds overlap: with the weights as stated, the order holds on these criteria",
        "범위가 겹치지 않음: 명시된 가중치에서는 이 기준에 관한 한 순위가 유지됨",
    ),
    "compare.outside": (
        "what is not rated in all is left out here and could still turn it",
        "여기서 제외된 기준에 따라 뒤바뀔 수 있음",
    ),
    "compare.certain_above": (
        "sure with the weights as stated: {listed}",
        "명시된 가중치에서 확실한 순서: {listed}",
    ),
    "compare.above": ("{first} above {second}", "{first} > {second}"),
    "compare.all_tied": ("equal scores are a tie", "점수가 같으면 동순위"),
    # Warnings
    "compare.caution": ("Caution", "주의"),
    "compare.mixed_types": (
        "types are mixed, so not the same is asked of each ({kinds})",
        "유형이 섞여 있어 묻는 내용이 서로 다르다({kinds})",
    ),
    "compare.mixed_stages": (
        "stages are mixed, so not the same could be shown by now ({kinds})",
        "추진 단계가 섞여 있어 지금까지 보일 수 있는 것이 서로 다르다({kinds})",
    ),
    "compare.mixed_dates": (
        "ratings are of different dates ({kinds})",
        "평정 기준일이 서로 다르다({kinds})",
    ),
    "compare.mixed_rubrics": (
        "ratings were written for different versions of the rubric ({kinds})",
        "서로 다른 루브릭 판에 따라 평정했다({kinds})",
    ),
    "compare.not_demonstrated": (
        "not demonstrated: {names}; for want of ratings, or by a limit, there is no band, so the score is no finding",
        "입증되지 않음: {names}. 평정 부족이나 제한 규칙 때문에 등급이 없으므로 점수를 평가 결과로 볼 수 없다",
    ),
    "compare.nothing_common": (
        "no criterion is rated in all: the scores rest on different questions",
        "모두 평정된 기준이 없다: 점수가 서로 다른 질문에 근거한다",
    ),
    "compare.order_changes": (
        "the order on the common criteria is not the order on all criteria",
        "공통 기준에서의 순위가 전체 기준에서의 순위와 다르다",
    ),
    "compare.limit": ("Limit", "제한"),
    # Dominance
    "compare.dominance": ("Dominance", "우위 관계"),
    "compare.dominates": (
        "{winner} dominates {loser}: at least as high on all {count} criteria rated in both, higher on {higher}",
        "{winner}, {loser} 대비 우위: 둘 다 평정된 기준 {count}개 모두에서 같거나 높고 {higher}개에서 더 높음",
    ),
    "compare.dominates_on_one": (
        "{winner} dominates {loser} on the only criterion rated in both",
        "{winner}, {loser} 대비 우위: 둘 다 평정된 기준이 하나뿐이고 거기서 더 높음",
    ),
    "compare.sure": ("at every reading of the ranges", "범위를 어떻게 읽어도 성립"),
    "compare.unsure": (
        "as scored, not at every reading of the ranges",
        "현재 점수로는 성립하나 범위를 읽기에 따라 달라짐",
    ),
    "compare.incomplete": (
        "only on what is rated in both, for {apart} more criteria apply",
        "적용되는 기준이 {apart}개 더 있으므로 둘 다 평정된 범위에서만 성립",
    ),
    "compare.complete": ("every criterion that applies is rated in both", "적용되는 기준이 모두 평정됨"),
    "compare.neither": (
        "neither dominates: of {count} criteria rated in both, {first} is higher on {above}, {second} on {below}, equal on {equal}",
        "우위 없음: 둘 다 평정된 기준 {count}개 중 {first} 우세 {above}개, {second} 우세 {below}개, 동일 {equal}개",
    ),
    "compare.nothing_in_both": (
        "no criterion is rated in both {first} and {second}",
        "{first}, {second}: 둘 다 평정된 기준이 없음",
    ),
    "compare.none_dominates": (
        "none dominates another on the criteria rated in both",
        "둘 다 평정된 기준에서 우위인 쌍이 없음",
    ),
    "compare.more_pairs": ("{count} more pairs: see -f json", "그 밖에 {count}쌍: -f json 참조"),
    # The table
    "compare.difference": ("Difference", "차이"),
    "compare.differences_to": ("Difference to {first}", "{first} 대비 차이"),
    "compare.score_all": ("Score, all criteria", "점수(전체 기준)"),
    "compare.score_common": ("Score, common criteria", "점수(공통 기준)"),
    "compare.could_be": ("Band could be", "가능한 등급"),
    "compare.between": ("{low} to {high}", "{low}~{high}"),
    "compare.coverage_common": ("Weight in common", "공통 기준의 비중"),
    "compare.mark_common": ("• rated in all", "• 모두 평정됨"),
    # Notes
    "compare.note": ("Note", "참고"),
    "compare.difference_note": (
        "Differences are in points, each minus {first}; brackets hold the least and the most that they could be.",
        "차이는 점수에서 {first}의 점수를 뺀 값이며, 괄호는 가능한 최솟값과 최댓값이다.",
    ),
    "compare.common_bounds": (
        "Bounds on the common criteria show the ranges of these alone, and nothing of what else is unrated.",
        "공통 기준의 점수 범위는 그 기준들의 범위만 반영하며, 그 밖의 미평정 기준은 반영하지 않는다.",
    ),
    "compare.absolute": (
        "Scales are absolute: no column depends on another; only which criteria are common depends on who is compared.",
        "절대 척도이므로 한 열의 점수는 다른 열에 좌우되지 않는다. 무엇이 공통 기준인지만 비교 대상에 따라 달라진다.",
    ),
    "compare.left_out": (
        "{rubric} is left out, for these are not rated on it: {initiatives}",
        "{rubric}은(는) 제외: 평정이 없는 평가 대상 {initiatives}",
    ),
}
