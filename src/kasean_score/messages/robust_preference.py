"""The words of exact statements on pairs."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # In a sentence each
    "robust_preference.any": ("Any weights", "모든 가중치"),
    "robust_preference.given": ("Such weights", "조건부 가중치"),
    "robust_preference.open": (
        "{first} or {second}: the weights decide, {first} by up to {most} points, {second} by up to {least}",
        "{first}와(과) {second}: 가중치에 따라 달라짐. {first}이(가) 최대 {most}점, {second}이(가) 최대 {least}점 높음",
    ),
    "robust_preference.open_unknown": (
        "{first} or {second}: the weights decide",
        "{first}와(과) {second}: 가중치에 따라 달라짐",
    ),
    "robust_preference.above": (
        "{first} above {second} whatever the weights, by {least} to {most} points",
        "{first}이(가) 가중치와 무관하게 {second}보다 {least}~{most}점 높음",
    ),
    "robust_preference.not_below": (
        "{first} never below {second} whatever the weights, and above by up to {most} points",
        "{first}이(가) 가중치와 무관하게 {second}보다 낮지 않으며 최대 {most}점 높음",
    ),
    "robust_preference.always_unknown": (
        "{first} never below {second} whatever the weights",
        "{first}이(가) 가중치와 무관하게 {second}보다 낮지 않음",
    ),
    "robust_preference.equal": (
        "{first} and {second} equal whatever the weights",
        "{first}와(과) {second}의 점수는 가중치와 무관하게 같음",
    ),
    "robust_preference.undecided": (
        "{first} and {second}: not decided exactly, see the draws",
        "{first}와(과) {second}: 정확히 판정되지 않음. 추출 결과 참고",
    ),
    "robust_preference.no_score": (
        "{first} and {second}: no scores to compare",
        "{first}와(과) {second}: 비교할 점수가 없음",
    ),
    "robust_preference.readings_too": (
        "{text}; at every reading of ranges and gaps too",
        "{text}. 범위와 미평정을 어떻게 읽어도 마찬가지임",
    ),
    "robust_preference.readings_not": (
        "{text}; not at every reading of ranges and gaps",
        "{text}. 다만 범위와 미평정을 어떻게 읽느냐에 따라 달라질 수 있음",
    ),
    "robust_preference.count": (
        "in {open} of {pairs} pairs the weights decide who is above",
        "{pairs}쌍 가운데 {open}쌍은 가중치에 따라 앞뒤가 달라짐",
    ),
    "robust_preference.more": ("{count} more pairs are settled", "그 밖에 {count}쌍도 가중치와 무관하게 정해짐"),
    "robust_preference.broken": ("Caution", "주의"),
    "robust_preference.broken_text": (
        "the stated weights do not meet: {texts}",
        "명시된 가중치가 다음 조건에 맞지 않음: {texts}",
    ),
    "robust_preference.check": ("Check", "검산"),
    "robust_preference.exact": (
        "{first} above {second} under {exact} % of all weights, exactly",
        "{first}이(가) {second}보다 높은 가중치의 비율: 정확한 값 {exact} %",
    ),
    "robust_preference.simulated": (
        "{first} above {second}: simulated {simulated} ± {error} % of weights, exact {exact} %",
        "{first}이(가) {second}보다 높은 가중치의 비율: 모의 {simulated} ± {error} %, 정확한 값 {exact} %",
    ),
    # Tables
    "robust_preference.title": ("Under all weights: points apart", "모든 가중치에서의 점수 차"),
    "robust_preference.title_given": (
        "Under all weights that meet the constraints: points apart",
        "조건에 맞는 모든 가중치에서의 점수 차",
    ),
    "robust_preference.pair": ("{first} - {second}", "{first} - {second}"),
    "robust_preference.column_pair": ("Pair", "쌍"),
    "robust_preference.column_rated": ("As rated", "평정대로"),
    "robust_preference.column_least": ("Lowest at", "최소가 되는 기준"),
    "robust_preference.column_most": ("Highest at", "최대가 되는 기준"),
    "robust_preference.column_readings": ("Any reading", "모든 해석"),
    "robust_preference.several": ("{count} criteria", "기준 {count}개"),
    "robust_preference.two": ("{first} / {second}", "{first} / {second}"),
    "robust_preference.title_matrix": (
        "Under all weights: row against column",
        "모든 가중치에서: 행을 열과 비교",
    ),
    "robust_preference.title_matrix_given": (
        "Under all weights that meet the constraints: row against column",
        "조건에 맞는 모든 가중치에서: 행을 열과 비교",
    ),
    "robust_preference.initiative": ("Initiative", "평가 대상"),
    # How to read it
    "robust_preference.reading": ("Exact", "정확한 판정"),
    "robust_preference.legend": (
        "lowest and highest difference over all weights above 0, as limits; 'as rated' each score is over what is rated, and the other may be rated on other criteria; 'any reading' takes every range and gap at its worst for one and its best for the other",
        "0보다 큰 모든 가중치에서 점수 차의 최솟값과 최댓값(극한 포함). '평정대로'는 각자 평정된 기준만의 점수이며 그 기준은 서로 다를 수 있음. '모든 해석'은 범위와 미평정을 한쪽에는 가장 나쁘게, 다른 쪽에는 가장 좋게 읽은 것",
    ),
    "robust_preference.legend_matrix": (
        "+ never below, ++ at every reading of ranges and gaps too; - and -- never above; = equal; · the weights decide; ? not decided exactly. Each score is over what is rated, and another may be rated on other criteria",
        "+ 낮아지지 않음, ++ 범위와 미평정을 어떻게 읽어도 그러함, -와 --는 높아지지 않음, = 같음, · 가중치에 따라 다름, ? 정확히 판정되지 않음. 각 점수는 평정된 기준만의 점수이며 그 기준은 서로 다를 수 있음",
    ),
    "robust_preference.not_linear": (
        "some means here are not arithmetic: what no dominance or counterexample settles stays open; see the draws",
        "산술평균이 아닌 집계가 있어 우월 관계나 반례로 정해지지 않는 것은 판정하지 않음. 추출 결과 참고",
    ),
}
