"""The words of tipping: what would end the order of two initiatives."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # In a sentence each
    "robust_tipping.label": ("To tip", "역전 조건"),
    "robust_tipping.tie": ("Tie", "동점"),
    "robust_tipping.lead": (
        "{first} leads {second} by {points} points",
        "{first}이(가) {second}보다 {points}점 앞섬",
    ),
    "robust_tipping.passes_rise": (
        "{second} passes {first} if the share of {title} {where} rises from {stated} % to {share} % (others in proportion)",
        "{where} {title}의 비중이 {stated} %에서 {share} %로 늘면(나머지는 비례) {second}이(가) {first}을(를) 앞섬",
    ),
    "robust_tipping.passes_fall": (
        "{second} passes {first} if the share of {title} {where} falls from {stated} % to {share} % (others in proportion)",
        "{where} {title}의 비중이 {stated} %에서 {share} %로 줄면(나머지는 비례) {second}이(가) {first}을(를) 앞섬",
    ),
    "robust_tipping.levels_rise": (
        "{second} draws level with {first} if the share of {title} {where} rises from {stated} % to {share} % (others in proportion)",
        "{where} {title}의 비중이 {stated} %에서 {share} %로 늘면(나머지는 비례) {second}이(가) {first}과(와) 같아짐",
    ),
    "robust_tipping.levels_fall": (
        "{second} draws level with {first} if the share of {title} {where} falls from {stated} % to {share} % (others in proportion)",
        "{where} {title}의 비중이 {stated} %에서 {share} %로 줄면(나머지는 비례) {second}이(가) {first}과(와) 같아짐",
    ),
    "robust_tipping.at_top": ("among the groups", "그룹 가운데"),
    "robust_tipping.within": ("within {group}", "{group} 안에서"),
    "robust_tipping.no_weight": (
        "no single weight reverses or ends this order",
        "어느 가중치 하나를 바꾸어도 이 순위는 뒤집히거나 같아지지 않음",
    ),
    "robust_tipping.all_criteria": (
        "of all weights together, {percent} % of the whole has to move between criteria",
        "모든 가중치를 함께 바꾸면 기준 사이에서 전체의 {percent} %가 옮겨져야 함",
    ),
    "robust_tipping.all_groups": (
        "of the groups' weights together, {percent} % of the whole has to move",
        "그룹 가중치를 함께 바꾸면 전체의 {percent} %가 옮겨져야 함",
    ),
    "robust_tipping.no_criteria": (
        "no division of the weight among criteria does it",
        "기준 사이에 가중치를 어떻게 나누어도 달라지지 않음",
    ),
    "robust_tipping.no_groups": (
        "no division of the weight among groups does it",
        "그룹 사이에 가중치를 어떻게 나누어도 달라지지 않음",
    ),
    "robust_tipping.rating_reverses": (
        "or if {initiative} had {to} and not {rated} on {title}",
        "또는 {title}에서 {initiative}의 평정이 {rated} 대신 {to}이면 뒤집힘",
    ),
    "robust_tipping.rating_ties": (
        "the scores are equal if {initiative} had {to} and not {rated} on {title}",
        "{title}에서 {initiative}의 평정이 {rated} 대신 {to}이면 점수가 같아짐",
    ),
    "robust_tipping.as_small": ("{text} (and {count} more as small)", "{text}(같은 크기의 변경 {count}가지 더 있음)"),
    "robust_tipping.no_rating": (
        "no single rating does it",
        "어느 평정 하나를 바꾸어도 달라지지 않음",
    ),
    "robust_tipping.level": ("level {level}", "{level}단계"),
    "robust_tipping.tied": ("{first} and {second} score the same", "{first}와(과) {second}의 점수가 같음"),
    "robust_tipping.nothing": ("no two scores to compare", "비교할 두 점수가 없음"),
    "robust_tipping.more": (
        "JSON has the pairs that are no neighbours too: {count}",
        "이웃하지 않는 {count}쌍은 JSON에 있음",
    ),
    # Table
    "robust_tipping.title": (
        "Smallest changes that end each order",
        "각 순위를 뒤집거나 같게 만드는 가장 작은 변경",
    ),
    "robust_tipping.column_change": ("Changed by itself", "단독 변경"),
    "robust_tipping.column_stated": ("As stated", "현재"),
    "robust_tipping.column_then": ("Then", "변경"),
    "robust_tipping.column_result": ("Result", "결과"),
    "robust_tipping.reversed": ("reversed", "역전"),
    "robust_tipping.equal": ("equal", "같음"),
    "robust_tipping.row_share": ("Share of {title}", "{title}의 비중"),
    "robust_tipping.row_move": ("All shares: {title}", "모든 비중: {title}"),
    "robust_tipping.row_rating": ("{initiative}: {title}", "{initiative}: {title}"),
    # How to read it
    "robust_tipping.reading": ("Tipping", "역전"),
    "robust_tipping.legend": (
        "each change by itself, all else as stated and whatever the constraints; shares are among siblings, those of 'all shares' of the whole; a range counts as its middle, and what is not rated stays so",
        "나머지는 그대로 두고 하나씩 바꾼 결과. 제약 조건은 고려하지 않음. 비중은 같은 그룹 안의 비중('모든 비중'은 전체의 비중)이며, 범위는 중간값으로 보고 미평정은 그대로 둠",
    ),
}
