"""The words of `explain`, beyond those that scorecards have."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "explaining.on": ("Rated on", "루브릭"),
    "explaining.by_score": ("By score", "점수 기준"),
    "explaining.begins": ("{band}, which begins at {start}", "{band}({start}점부터)"),
    "explaining.next": (
        "{band} begins at {start}, {points} points higher",
        "{band}({start}점부터)까지 {points}점 모자람",
    ),
    "explaining.highest": ("there is no higher band", "더 높은 등급 없음"),
    "explaining.no_score": (
        "no score: nothing that counts is rated",
        "점수 없음: 합산되는 기준 가운데 평정된 것이 없다",
    ),
    "explaining.enough": ("enough, {percent} % is needed", "최소 {percent} % 충족"),
    "explaining.too_little": ("therefore no band is given", "따라서 등급을 매기지 않음"),
    "explaining.limit_lowers": ("lowers the band, by {names}", "등급을 낮춤, 해당: {names}"),
    "explaining.limit_holds": (
        "holds by {names}, and is no constraint at this score",
        "적용되나 현재 점수에는 영향 없음, 해당: {names}",
    ),
    "explaining.limit_possible": ("could come to hold, by {names}", "적용될 수 있음, 해당: {names}"),
    "explaining.limit_elsewhere": ("{rule}: not triggered here", "{rule}: 여기서는 해당 없음"),
    "explaining.limit_clear": ("does not hold", "적용되지 않음"),
    "explaining.of_rated": ("Of rated", "평정 중"),
    "explaining.lost": ("Lost", "손실"),
    "explaining.total": ("Total", "합계"),
    "explaining.top_contributions": ("Largest contributions", "가장 큰 기여"),
    "explaining.top_losses": ("Largest losses", "가장 큰 손실"),
    "explaining.tied": ("{count} more with as much as the last", "마지막과 같은 기준 {count}개 더 있음"),
    "explaining.weight_label": ("Weight", "가중치"),
    "explaining.weight": (
        "{weight} of {siblings} in {parent}: {percent} % of the whole",
        "{parent} {siblings} 중 {weight}: 전체의 {percent} %",
    ),
    "explaining.rated_share": ("{percent} % of what is rated", "평정된 부분의 {percent} %"),
    "explaining.points": ("{added} contributed, {lost} lost", "기여 {added}, 손실 {lost}"),
    "explaining.no_points": (
        "none gained and none lost: not rated is never zero; `gaps` shows how far it could move the score",
        "기여도 손실도 없음: 미평정은 0점이 아니다. 점수를 얼마나 움직일 수 있는지는 `gaps`로 볼 수 있다",
    ),
    "explaining.not_counted": (
        "none: a condition is not counted in the score and acts through limits alone",
        "없음: 전제 조건은 점수에 합산되지 않고 제한 규칙으로만 작용한다",
    ),
    "explaining.top_level": ("none: this is the highest level", "없음: 가장 높은 단계이다"),
    "explaining.contribution_linear": (
        "score times weight, as a part of the weight of what is rated.",
        "점수에 가중치(평정된 부분의 가중치에서 차지하는 몫)를 곱한 값이다.",
    ),
    "explaining.contribution_means": (
        "Euler allocation: of a group's mean M of power p, a member x of weight w accounts for w (x/M)^p; parts of parts multiply.",
        "오일러 배분: 지수 p인 그룹 평균 M에서 가중치 w, 점수 x인 구성원의 몫은 w (x/M)^p이며, 아래 단계의 몫은 곱해 내려간다.",
    ),
    "explaining.loss_linear": (
        "what the score lacks of 100, times the same weight.",
        "100점에 모자라는 점수에 같은 가중치를 곱한 값이다.",
    ),
    "explaining.loss_means": (
        "the shortfall of a group's mean to 100, divided as w (f(100) - f(x)), where f(x) is x^p, or log x for p = 0; under a minimum the lowest bear it all.",
        "그룹 평균이 100점에 모자라는 점수를 w (f(100) - f(x))에 비례해 나눈 값이다. f(x)는 x^p, p = 0이면 log x이며, 최솟값 방식에서는 최저 점수의 구성원이 모두 진다.",
    ),
    "explaining.sums": ("Sums", "합계 관계"),
    "explaining.adds_up_linear": (
        "points add up to the score, points lost to 100 less the score; the two of a criterion add up to its part of what is rated.",
        "기여 점수의 합은 점수, 손실의 합은 100에서 점수를 뺀 값이며, 한 기준의 기여와 손실의 합은 평정된 부분에서 차지하는 몫이다.",
    ),
    "explaining.adds_up_means": (
        "points add up to the score, points lost to 100 less the score. With these means the two of one criterion need not add up to its part of what is rated, and a loss is not what raising that criterion alone would gain.",
        "기여 점수의 합은 점수, 손실의 합은 100에서 점수를 뺀 값이다. 이 평균 방식에서는 한 기준의 기여와 손실의 합이 평정된 부분의 몫과 다를 수 있고, 손실은 그 기준만 올릴 때 얻는 점수가 아니다.",
    ),
    "explaining.sources": ("Sources", "방법 출처"),
}
