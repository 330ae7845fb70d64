"""The words of a report as a workbook."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # Sheets
    "report_book.overview": ("Overview", "개요"),
    "report_book.scorecard": ("Scores {id}", "점수 {id}"),
    "report_book.ratings": ("Ratings", "평정"),
    "report_book.evidence": ("Evidence", "근거"),
    "report_book.sources": ("Sources", "출처"),
    "report_book.criteria": ("Criteria", "기준"),
    "report_book.method": ("Method", "방법"),
    "report_book.robustness": ("Robustness {id}", "강건성 {id}"),
    "report_book.provenance": ("Provenance", "산출 정보"),
    # Scores
    "report_book.live": (
        "Yellow cells may be changed: weights, and the levels or values of each initiative. Every other figure follows at once. What is stated stays beside it.",
        "노란 칸은 바꿀 수 있다: 가중치와 평가 대상별 단계·값. 나머지 수치는 곧바로 다시 계산되며, 명시된 값은 옆에 그대로 남는다.",
    ),
    "report_book.unchanged": (
        "As stated: no weight and no rating in this sheet differs from the rubric and the dossiers.",
        "명시된 그대로임: 이 시트의 가중치와 평정은 모두 루브릭 및 평가 문서와 같다.",
    ),
    "report_book.changed": (
        " of the weights and ratings were changed here: these are the reader's figures, not those of the rubric and the raters.",
        "개의 가중치·평정이 여기서 변경됨: 루브릭과 평정자가 아니라 읽는 이가 정한 값이다.",
    ),
    "report_book.node": ("Group or criterion", "그룹·기준"),
    "report_book.stated_weight": ("Weight as stated", "명시된 가중치"),
    "report_book.stated": ("Score as stated", "명시된 점수"),
    "report_book.whole": ("The whole", "전체"),
    "report_book.share_help": (
        "Share: part of the whole's weight. Points: part of the total score; they add up to it. Coverage: the part of the weight that is rated. Conditions are not counted; they can limit the band.",
        "비중: 전체 가중치에서 차지하는 몫. 기여 점수: 총점에 보탠 점수로, 모두 더하면 총점이 된다. 평정 비율: 평정된 가중치의 몫. 합산 제외 그룹은 총점에 들어가지 않으나 등급을 제한할 수 있다.",
    ),
    "report_book.limits": ("Limits on the band", "등급 제한"),
    "report_book.holds": ("holds", "적용"),
    "report_book.could_hold": ("could hold", "적용될 수 있음"),
    "report_book.holds_not": ("does not hold", "적용 안 됨"),
    "report_book.from": ("From score", "시작 점수"),
    "report_book.weight_error": ("A weight is a number, 0 or more.", "가중치는 0 이상의 수이다."),
    "report_book.level_error": (
        "One of the levels of this criterion, “{not_rated}” or “{not_applicable}”.",
        "이 기준의 단계 가운데 하나, “{not_rated}” 또는 “{not_applicable}”.",
    ),
    "report_book.value_error": ("A number.", "수를 적는다."),
    # Overview
    "report_book.title": ("Scores, bounds and bands", "점수·범위·등급"),
    "report_book.overview_note": (
        "Scores are of 0 to 100 over what is rated; lowest and highest are what could still come out, given ranges and unrated criteria. A scorecard supports a judgement and does not replace it.",
        "점수는 평정된 기준에 대한 0~100점이다. 최저와 최고는 범위 평정과 미평정 기준에 따라 아직 나올 수 있는 값이다. 점수표는 판단을 도울 뿐 대신하지 않는다.",
    ),
    "report_book.rank": ("Rank", "순위"),
    "report_book.overlap": ("Others whose bounds overlap", "범위가 겹치는 대상 수"),
    "report_book.could_be": ("Band could be", "가능한 등급"),
    "report_book.to": ("{low} to {high}", "{low} ~ {high}"),
    "report_book.as_of": ("As of", "기준일"),
    "report_book.stated_band": ("Band as stated", "명시된 등급"),
    "report_book.groups": ("Groups", "그룹"),
    "report_book.thin": (
        "50? marks a score with less rated than the minimum coverage of {percent} %.",
        "50?은 평정 비율이 최소치 {percent} %에 못 미치는 점수이다.",
    ),
    "report_book.rank_note": (
        "A rank is no finding of its own: where bounds overlap, the order is open.",
        "순위만으로는 결론을 내릴 수 없다. 범위가 겹치면 순서는 정해지지 않은 것이다.",
    ),
    # Tables
    "report_book.rating": ("Rating", "평정"),
    "report_book.why": ("Rationale, or reason for not rating", "평정 이유 또는 미평정 사유"),
    "report_book.next": ("What the next level demands", "다음 단계의 요건"),
    "report_book.unsupported": ("Evidence rule not met", "미달한 근거 요건"),
    "report_book.source_title": ("Source", "출처"),
    "report_book.cited": ("Cited by", "인용 수"),
    "report_book.goalposts": ("Goalposts", "기준값"),
    "report_book.dac": ("DAC criterion", "DAC 기준"),
    "report_book.level": ("Level {level}", "{level}단계"),
    # Provenance
    "report_book.field": ("What", "항목"),
    "report_book.entry": ("Entry", "내용"),
    "report_book.program": ("Program", "프로그램"),
    "report_book.schema": ("Document", "문서 형식"),
    "report_book.simulation": ("Simulation", "시뮬레이션"),
    "report_book.made_of": (
        "Stated figures are those of the document from which this workbook was made; the same files give the same bytes.",
        "명시된 수치는 이 통합 문서의 바탕이 된 결과 문서의 값이다. 같은 파일에서는 같은 바이트가 나온다.",
    ),
    "report_book.yes": ("yes", "예"),
}
