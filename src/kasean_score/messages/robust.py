"""The words of robustness."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "robust.title": ("Robustness: {title} ({id})", "강건성: {title} ({id})"),
    # What was varied
    "robust.varied": ("Varied", "변화시킨 것"),
    "robust.draws": ("{draws} draws, seed {seed}", "추출 {draws}회, 시드 {seed}"),
    "robust.nothing": ("nothing", "없음"),
    "robust.weights.uniform": (
        "weights (any division among siblings equally likely)",
        "가중치(형제 항목 사이의 모든 배분이 같은 확률)",
    ),
    "robust.weights.dirichlet": (
        "weights (Dirichlet around the stated ones, firmness {firmness})",
        "가중치(명시된 값을 평균으로 하는 디리클레 분포, 집중도 {firmness})",
    ),
    "robust.weights.within": (
        "weights (each up to {within} % off, then normalised)",
        "가중치(각각 ±{within} % 이내에서 변화 후 정규화)",
    ),
    "robust.levels": (
        "readings of the evidence (ranges, confidence; what is not rated: any level equally likely)",
        "근거의 해석(범위, 확신도; 미평정은 모든 단계가 같은 확률)",
    ),
    "robust.aggregation": ("aggregation ({names}, equally likely)", "합산 방법({names}, 같은 확률)"),
    "robust.aggregation_one": ("aggregation ({names} in every draw)", "합산 방법(모든 추출에 {names})"),
    "robust.simulated": (
        "{low}-{high}, median {median} (standard errors up to {error}); {draws} draws, seed {seed}; varied: {varied}",
        "{low}-{high}, 중앙값 {median}(표준오차 {error} 이하); 추출 {draws}회, 시드 {seed}; 바꾼 것: {varied}",
    ),
    "robust.band_chances": ("Bands drawn", "등급별 추출"),
    "robust.chances_value": ("{chances} (standard errors up to {error} %)", "{chances}(표준오차 {error}% 이하)"),
    "robust.unrated_there": (
        "nothing of {initiative} is rated on {rubric}: it is left out there",
        "{rubric}에서 {initiative}은(는) 평정된 것이 없어 그 루브릭에서는 뺐습니다",
    ),
    "robust.constraints": ("Given that", "전제"),
    # In a sentence each
    "robust.order": ("Order", "순위"),
    "robust.kept": (
        "{order}: this order holds in {share} of the draws",
        "{order}: 이 순위가 유지되는 비율 {share}",
    ),
    "robust.tied_order": (
        "all are equal as stated; no order to keep",
        "명시된 값으로는 모두 같아 지킬 순위가 없음",
    ),
    "robust.first": (
        "{label} is first in {share} of the draws, {rival} in {rival_share}",
        "{label}이(가) 1위인 비율 {share}, {rival}은(는) {rival_share}",
    ),
    "robust.leader": ("First", "1위"),
    "robust.means": ("Other means", "다른 합산"),
    "robust.means_same": (
        "the order is the same under {names}",
        "{names}에서도 순위가 같음",
    ),
    "robust.means_other": (
        "another order under {names}",
        "{names}에서는 순위가 달라짐",
    ),
    "robust.matters": ("Matters most", "가장 큰 요인"),
    "robust.widest": (
        "{source}: alone, the interval of {label} is {width} points wide",
        "{source}: 이것만 변화시켜도 {label}의 구간 폭이 {width}점",
    ),
    "robust.guessed": ("Caution", "주의"),
    "robust.guess": (
        "not rated, and so drawn from any level: {names} of the weight; intervals there say what is unknown, not what is likely",
        "미평정이어서 아무 단계나 추출한 가중치 비율: {names}. 이 구간은 개연성이 아니라 모르는 정도를 나타냄",
    ),
    "robust.unchanged": (
        "nothing that was varied moves the scores",
        "변화시킨 것 가운데 점수를 움직이는 것이 없음",
    ),
    # Grids
    "robust.intervals": ("Scores", "점수"),
    "robust.initiative": ("Initiative", "평가 대상"),
    "robust.stated": ("As stated", "명시된 값"),
    "robust.interval": ("5-95 %", "5-95 %"),
    "robust.median": ("Median", "중앙값"),
    "robust.bar": ("0 to 100", "0~100"),
    "robust.chances": ("Bands: share of the draws in %", "등급별 비율(추출 %)"),
    "robust.ranks": ("Ranks: share of the draws in %", "순위별 비율(추출 %)"),
    "robust.rank": ("{rank}", "{rank}위"),
    "robust.pairs": ("Pairs: share of the draws in %", "두 대상의 비교(추출 %)"),
    "robust.pairs_closest": ("Closest pairs: share of the draws in %", "가장 팽팽한 비교(추출 %)"),
    "robust.pair": ("{first} against {second}", "{first} 대 {second}"),
    "robust.above": ("Above", "높음"),
    "robust.equal": ("Equal", "같음"),
    "robust.below": ("Below", "낮음"),
    "robust.alone": ("Each source alone: 5-95 %", "요인별 단독 변화: 5-95 %"),
    "robust.together": ("Together", "모두 함께"),
    "robust.source.weights": ("Weights", "가중치"),
    "robust.source.levels": ("Readings", "근거의 해석"),
    "robust.source.aggregation": ("Aggregation", "합산 방법"),
    "robust.order_kept": ("Order holds", "순위 유지"),
    "robust.aggregations": (
        "Other aggregations, ratings and weights as stated",
        "다른 합산 방법(평정과 가중치는 그대로)",
    ),
    "robust.mean.stated": ("as stated", "명시된 방법"),
    "robust.same": ("same", "같음"),
    "robust.changed": ("changes", "달라짐"),
    "robust.central": (
        "Central weights: the mean of those that put each first, % among siblings",
        "중심 가중치: 각 대상을 1위로 만드는 가중치의 평균(형제 항목 중 %)",
    ),
    "robust.node": ("Group", "그룹"),
    "robust.confidence": ("Confidence factor, %", "신뢰 계수, %"),
    "robust.never": ("never", "없음"),
    # Notes
    "robust.reading": ("Reading", "읽는 법"),
    "robust.legend": (
        "█ median or stated ▒ 5-95 % · ranks: the darker, the more draws · ? too little is rated",
        "█ 중앙값 ▒ 5-95 % · 순위: 진할수록 많은 추출 · ? 평정 부족",
    ),
    "robust.errors": ("Precision", "정밀도"),
    "robust.error": (
        "standard error at most {share} % points for shares, {points} for ends of intervals; ties share their ranks",
        "표준오차는 비율 최대 {share} %p, 구간 끝값 최대 {points}점; 동점은 순위를 나누어 가짐",
    ),
    "robust.note": (
        "draws are of stated assumptions, not of what will happen; bounds are in evaluate",
        "추출은 밝힌 가정에 따른 것이며 예측이 아님. 범위는 evaluate 참고",
    ),
    "robust.left_out": ("Left out", "제외"),
    "robust.left_out_text": (
        "{rubric}: not rated on it: {names}",
        "{rubric}: 이 루브릭으로 평정되지 않음: {names}",
    ),
}
