"""The words of a report as a brief."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "report_brief.title": ("Assessment: {names}", "평가: {names}"),
    "report_brief.more": ("{names} and {count} more", "{names} 외 {count}건"),
    "report_brief.reading": (
        "How to read it: 46 [31-68] is a score of 46 of 100 over what is rated; what is open could bring it to anything from 31 to 68, and 46? means that too little is rated to name a band. What is not rated is never counted as zero.",
        "읽는 법: 46 [31-68]은 평정된 기준만으로 100점 만점에 46점이고, 미확정 사항에 따라 31점에서 68점까지 될 수 있다는 뜻이다. 46?은 평정 비율이 모자라 등급을 매기지 않는다는 표시이다. 미평정은 0점으로 세지 않는다.",
    ),
    "report_brief.rank": ("Rank", "순위"),
    "report_brief.initiative": ("Initiative", "평가 대상"),
    "report_brief.open_order": (
        "The order is open wherever bounds overlap: {pairs}.",
        "범위가 겹치는 곳의 순서는 정해지지 않은 것이다: {pairs}.",
    ),
    "report_brief.pair": ("{first} and {second}", "{first}·{second}"),
    "report_brief.settled": (
        "No bounds overlap: with the weights as stated, the order holds whatever is still open.",
        "범위가 겹치지 않는다. 명시된 가중치에서는 미확정 사항이 어떻게 정해지든 순서가 유지된다.",
    ),
    "report_brief.group": ("Group", "그룹"),
    "report_brief.held": ("What holds the band", "등급을 제한하는 것"),
    "report_brief.not_rated": ("Not rated", "미평정"),
    "report_brief.disputed": ("Disputed", "이견"),
    "report_brief.unsupported": ("Evidence falls short", "근거 요건 미달"),
    "report_brief.for": ("for", "긍정"),
    "report_brief.against": ("against", "부정"),
    "report_brief.method": ("Method", "방법"),
    "report_brief.method_text": (
        "Each criterion is judged by levels that the rubric describes, from cited evidence, or left unrated with a reason. Levels become scores of 0 to 100, and weighted means of them the scores of groups and of the whole. Bounds are exact: what is open, read at its worst and at its best. Below the minimum coverage no band is named, and limits hold the band down whatever the score.",
        "기준마다 인용한 근거에 따라 루브릭이 서술한 단계로 평정하거나 사유를 밝히고 미평정으로 둔다. 단계는 0~100점으로 바뀌고, 그 가중평균이 그룹과 전체의 점수가 된다. 범위는 미확정 사항을 가장 나쁘게, 가장 좋게 읽었을 때의 정확한 값이다. 평정 비율이 최소치에 못 미치면 등급을 매기지 않으며, 제한 규칙은 점수와 관계없이 등급을 낮춘다.",
    ),
    "report_brief.provenance": ("Provenance", "산출 정보"),
    "report_brief.made": ("Made with {name} {version}", "{name} {version}(으)로 만듦"),
    "report_brief.weight": ("weight {weight}", "가중치 {weight}"),
}
