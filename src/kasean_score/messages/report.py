"""The words of reports: the page, its script and the brief."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # The page as a whole
    "report.kind": ("Assessment report", "평가 보고서"),
    "report.kind_rubric": ("Rubric", "루브릭"),
    "report.title_many": ("{count} initiatives assessed", "평가 대상 {count}건의 평가"),
    "report.other_language": ("한국어로 보기", "Read in English"),
    "report.skip": ("Skip to the results", "결과로 바로가기"),
    "report.contents": ("Contents", "목차"),
    "report.find": ("Find a criterion", "기준 찾기"),
    "report.unfold": ("Unfold all", "모두 펼치기"),
    "report.fold": ("Fold all", "모두 접기"),
    "report.theme": ("Light or dark", "밝게 또는 어둡게"),
    "report.made": ("Made with {tool} {version}.", "{tool} {version}(으)로 만들었다."),
    "report.assessed": ("What was assessed", "평가 대상"),
    "report.as_of": ("As of", "기준일"),
    "report.reading": (
        "A score stands with its bounds: 46 [31-68] is 46 over what is rated, and no less than 31 and no more than 68 however the ranges and the unrated criteria turn out. A question mark (46?) means that too little is rated to name a band. Bars run from 0 to 100: the strip is the bounds, the dot the score.",
        "점수는 범위와 함께 적는다. 46 [31-68]은 평정한 기준만으로 46점이며, 범위로 평정한 기준과 미평정 기준이 어떻게 정해지든 31점보다 낮거나 68점보다 높을 수 없다는 뜻이다. 물음표(46?)는 평정 비율이 모자라 등급을 매기지 않는다는 표시다. 막대는 0에서 100까지이고, 띠는 범위, 점은 점수다.",
    ),
    # A lens
    "report.order": ("Order", "순위"),
    "report.result": ("Result", "결과"),
    "report.order_note": (
        "By score, highest first. Where bounds overlap, what is open could turn the order round.",
        "점수가 높은 순이다. 범위가 겹치면 아직 정해지지 않은 것에 따라 순위가 바뀔 수 있다.",
    ),
    "report.rank": ("Rank", "순위"),
    "report.overlaps": ("Bounds overlap with", "범위가 겹치는 대상"),
    "report.weigh": ("Other weights", "다른 가중치"),
    "report.groups": ("Groups side by side", "그룹별 비교"),
    "report.group": ("Group", "그룹"),
    "report.whole": ("Whole", "전체"),
    "report.open": ("What is open", "확정되지 않은 것"),
    "report.open_note": (
        "Not rated is not zero: it leaves the score and widens the bounds.",
        "미평정은 0점이 아니다. 점수에서 빠지고 범위를 넓힌다.",
    ),
    "report.nothing_open": ("Every criterion is rated, and none is disputed.", "모든 기준을 평정했고 이견이 없다."),
    "report.unsupported": ("evidence falls short", "근거 요건 미달"),
    "report.robust": ("Robustness", "강건성"),
    "report.robust_more": ("All figures of the simulation", "모의실험의 모든 수치"),
    "report.scale": ("0 to 100", "0~100"),
    # A criterion
    "report.share": ("share of the whole", "전체에서 차지하는 비중"),
    "report.weight": ("Weight {weight} among its siblings", "형제 항목 사이의 가중치 {weight}"),
    "report.for": ("Evidence for", "긍정 근거"),
    "report.against": ("Evidence against", "부정 근거"),
    "report.dac": ("DAC criterion", "DAC 기준"),
    "report.about_criterion": ("About this criterion", "이 기준에 관하여"),
    # How it was done
    "report.method": ("Method", "방법"),
    "report.method_levels": (
        "Each criterion is a question with a ladder of levels, each described in a sentence. A rater gives the level that cited evidence carries, or a range of levels, or says why none can be given. A criterion measured by a number is placed between two stated goalposts.",
        "기준마다 질문 하나와 문장으로 서술한 단계들이 있다. 평정자는 인용한 근거가 뒷받침하는 단계나 단계의 범위를 매기거나, 매길 수 없는 이유를 적는다. 숫자로 재는 기준은 명시한 두 기준값 사이에 놓는다.",
    ),
    "report.method_mean": (
        "Levels become points from 0 to 100. A group's score is the weighted mean of its criteria, the whole the weighted mean of its groups. Weights count against their siblings only; the share says what is left of one after nesting.",
        "단계는 0에서 100까지의 점수가 된다. 그룹의 점수는 그 기준들의 가중평균이고, 전체 점수는 그룹들의 가중평균이다. 가중치는 형제 항목 사이에서만 비교되며, 비중은 이를 차례로 곱해 전체에서 차지하는 몫이다.",
    ),
    "report.method_unrated": (
        "What is not rated is never counted as zero. The score is over what is rated, the coverage says how much that is, and what does not apply is left out of both.",
        "미평정을 0점으로 세지 않는다. 점수는 평정한 것만으로 내고, 평정 비율은 그것이 얼마나 되는지 알려 준다. 해당 없는 기준은 둘 다에서 뺀다.",
    ),
    "report.method_bounds": (
        "The bounds are exact, not likely: the score if everything open turned out worst, and if it turned out best.",
        "범위는 확률이 아니라 정확한 한계다. 확정되지 않은 것이 모두 가장 나쁘게 정해질 때와 가장 좋게 정해질 때의 점수다.",
    ),
    "report.method_band": (
        "A band is named only where enough is rated. A limit is a rule that holds the band down whatever the score.",
        "등급은 충분히 평정했을 때에만 매긴다. 제한은 점수와 관계없이 등급을 눌러 두는 규칙이다.",
    ),
    "report.method_lenses": (
        "Scales are absolute: adding an initiative changes no other's score. Rubrics are separate views, and no total is made of them.",
        "절대 척도이므로 평가 대상을 더해도 다른 대상의 점수는 바뀌지 않는다. 루브릭은 서로 다른 관점이며 이를 합친 총점은 없다.",
    ),
    "report.provenance": ("Provenance", "출처와 재현"),
    "report.provenance_note": (
        "These files, byte for byte, give these figures.",
        "아래 파일과 한 바이트도 다르지 않은 파일이면 같은 수치가 나온다.",
    ),
    "report.file": ("File", "파일"),
    "report.version": ("Version", "버전"),
    "report.program": ("Program", "프로그램"),
    "report.document": ("Document", "문서 형식"),
}
