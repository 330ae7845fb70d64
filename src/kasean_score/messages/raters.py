"""The words of `raters`: what a panel comes to, and how far its raters agree."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # What a merged dossier says of a criterion
    "raters.unanimous": (
        "{rated} of {raters} raters rated it, all at {median}.",
        "평정자 {raters}명 중 {rated}명이 평정했고 모두 같다: {median}.",
    ),
    "raters.median": (
        "Median of {rated} of {raters} raters: {median}; they range from {low} to {high}.",
        "평정자 {raters}명 중 {rated}명의 중앙값: {median}. 평정의 폭은 {low}에서 {high}까지이다.",
    ),
    "raters.at_level": ("level {median}", "{median}단계"),
    "raters.at_value": ("value {median}", "값 {median}"),
    "raters.others": ("No level from {others}.", "단계를 주지 않은 평정자: {others}."),
    "raters.disputed": (
        "The raters are {width} levels apart ({said}).",
        "평정자 사이에 {width}단계 차이가 있다({said}).",
    ),
    "raters.not_applicable": (
        "Not applicable in the view of {count} of {raters} raters, and rated by {rated}.",
        "평정자 {raters}명 중 {count}명이 해당 없음으로 보았고 {rated}명이 평정했다.",
    ),
    "raters.none_rated": ("None of {raters} raters rated it.", "평정자 {raters}명 가운데 아무도 평정하지 않았다."),
    "raters.too_few_rated": (
        "Rated by {rated} of {raters} raters; at least half are needed.",
        "평정자 {raters}명 중 {rated}명만 평정했다. 절반 이상이 평정해야 한다.",
    ),
    # Agreement
    "raters.on": ("Rubric", "루브릭"),
    "raters.raters": ("Raters", "평정자"),
    "raters.exact": ("Exact", "완전 일치"),
    "raters.within_one": ("Within one", "1단계 이내"),
    "raters.share": (
        "{percent} % ({count} of {pairs} pairs of ratings)",
        "{percent} % (평정 쌍 {pairs}개 중 {count}개)",
    ),
    "raters.no_share": (
        "not defined: no criterion has levels from two raters",
        "정의되지 않음: 두 평정자가 함께 단계를 준 기준이 없다",
    ),
    "raters.compared": ("Compared", "비교한 기준"),
    "raters.compared_value": (
        "{paired} of {criteria} criteria have levels from two raters or more",
        "기준 {criteria}개 중 {paired}개에 둘 이상의 평정자가 단계를 주었다",
    ),
    "raters.alpha": ("Alpha ({metric})", "알파({metric})"),
    "raters.alpha_head": ("Alpha", "알파"),
    "raters.interval_head": ("5-95 %", "5~95 %"),
    "raters.part": ("Part", "부분"),
    "raters.paired_head": ("Compared", "비교"),
    "raters.of": ("{paired} of {criteria}", "{criteria}개 중 {paired}개"),
    "raters.overall": ("All criteria", "전체 기준"),
    "raters.too_few": ("too few", "너무 적음"),
    "raters.too_few_for_any": (
        "from {count} criteria only: too few for an interval or a conclusion",
        "기준이 {count}개뿐이어서 구간도 결론도 낼 수 없음",
    ),
    "raters.alike": (
        "every resample gives the same alpha, which does not make it certain",
        "모든 재표본의 알파가 같지만 그렇다고 확실한 것은 아님",
    ),
    "raters.low_to_high": ("{low} to {high}", "{low}~{high}"),
    "raters.interval_text": ("{alpha} [{low} to {high}]", "{alpha} [{low}~{high}]"),
    "raters.nominal": ("nominal", "명목"),
    "raters.ordinal": ("ordinal", "순서"),
    "raters.interval": ("interval", "등간"),
    "raters.ratio": ("ratio", "비율"),
    "raters.no_pairs": (
        "undefined: no criterion has levels from two raters",
        "정의되지 않음: 두 평정자가 함께 단계를 준 기준이 없다",
    ),
    "raters.no_variation": (
        "undefined: all ratings are the same level, so there is nothing to tell agreement from chance by",
        "정의되지 않음: 모든 평정이 같은 단계여서 일치와 우연을 가릴 수 없다",
    ),
    "raters.undefined_cell": ("undefined", "정의되지 않음"),
    "raters.reliable": ("reliable by custom", "관례상 신뢰할 수 있음"),
    "raters.tentative": ("by custom good for tentative conclusions only", "관례상 잠정적 결론만 가능"),
    "raters.too_low": ("by custom too low for any conclusion", "관례상 결론을 내리기에 너무 낮음"),
    "raters.reaches": ("its interval reaches down to: {reading}", "구간의 하한은 다음에 해당: {reading}"),
    "raters.few": (
        "only {count} criteria, so alpha and its interval are rough",
        "기준이 {count}개뿐이어서 알파와 구간은 대략적인 값이다",
    ),
    "raters.undefined_resamples": (
        "{count} of {resamples} resamples undefined and left out",
        "재표본 {resamples}개 중 {count}개는 정의되지 않아 제외",
    ),
    "raters.apart": ("Two levels or more apart", "2단계 이상 차이"),
    "raters.states": ("Not applicable to some, not to others", "해당 여부에 대한 이견"),
    "raters.values": ("Values that differ", "서로 다른 값"),
    "raters.listed": ("{count}: {names}", "{count}개: {names}"),
    "raters.none": ("none", "없음"),
    "raters.rater": ("Rater", "평정자"),
    "raters.rated_head": ("Rated", "평정"),
    "raters.not_rated_head": ("Not rated", "미평정"),
    "raters.not_applicable_head": ("Not applicable", "해당 없음"),
    "raters.leaning": ("Levels above the others", "다른 평정자와의 차(단계)"),
    "raters.pair": ("Two raters", "두 평정자"),
    "raters.pair_name": ("{first} / {second}", "{first} / {second}"),
    "raters.pair_leaning": ("Second less first", "둘째 − 첫째(단계)"),
    "raters.judgement": ("Level", "단계"),
    "raters.rationale": ("Rationale", "평정 이유"),
    "raters.disputed_head": ("Disputed", "이견"),
    "raters.no_rating": ("no rating", "평정 없음"),
    "raters.why_listed": ("Why listed", "나열한 이유"),
    "raters.apart_by": ("{width} levels apart", "{width}단계 차이"),
    "raters.values_by": ("values {width} points of score apart", "점수로 {width}점 차이 나는 값"),
    "raters.states_by": ("some say that it does not apply", "일부는 해당 없음으로 봄"),
    "raters.marks": ("Custom", "관례"),
    "raters.left_out": ("Left out", "제외"),
    "raters.left_out_value": (
        "{rubrics}: not bundled; give the file with -r",
        "{rubrics}: 기본 제공이 아니므로 파일을 -r로 지정해야 한다",
    ),
    "raters.how": ("How", "산출 방법"),
    "raters.how_levels": (
        "a range counts as its midpoint; not rated is missing, never 0; every pair of ratings of a criterion weighs the same; criteria judged by a value are in no figure above",
        "범위는 중간값으로 보고, 미평정은 0이 아니라 결측으로 다룬다. 한 기준의 모든 평정 쌍을 같은 무게로 센다. 값으로 판단하는 기준은 위의 수치에 들어 있지 않다",
    ),
    "raters.how_alpha": (
        "1 less observed over expected disagreement: 1 is full agreement, 0 what chance would give (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011)",
        "1에서 관찰된 불일치와 기대 불일치의 비를 뺀 값. 1은 완전 일치, 0은 우연 수준이다(K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011)",
    ),
    "raters.how_interval": (
        "5th to 95th percentile over {resamples} bootstrap samples of the criteria, seed {seed}; rough below {few} criteria, none below {least}",
        "기준을 다시 뽑은 부트스트랩 표본 {resamples}개의 5~95 백분위수, 시드 {seed}. 기준이 {few}개 미만이면 대략적이고 {least}개 미만이면 내지 않는다",
    ),
    "raters.how_marks": (
        "reliable from 0.800, tentative from 0.667: a custom, not a law (K. Krippendorff, Content Analysis, 2004, p. 241)",
        "0.800 이상 신뢰, 0.667 이상 잠정: 관례일 뿐 법칙은 아니다(K. Krippendorff, Content Analysis, 2004, 241쪽)",
    ),
}
