"""The words of `improve`, beyond those that scorecards have."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "improve.title": ("To {goal}: {name} ({id})", "{goal} 도달 경로: {name} ({id})"),
    "improve.rated_on": ("Rated on", "루브릭"),
    "improve.goal": ("Goal", "목표"),
    "improve.score_goal": ("a score of {score} or more", "{score}점 이상"),
    "improve.band_goal": ("{band}: a score of {score} or more", "{band} 등급: {score}점 이상"),
    "improve.coverage_goal": (
        "with {percent} % of the weight rated",
        "가중치의 {percent} % 이상 평정",
    ),
    "improve.limit_goal": ("without the limit: {rule}", "다음 제한이 적용되지 않을 것: {rule}"),
    "improve.answer": ("Answer", "결과"),
    "improve.reached": ("already reached: nothing has to rise", "이미 도달했다. 더 올릴 것이 없다"),
    "improve.one_plan": (
        "one plan, of cost {cost}; every other costs more",
        "비용 {cost}인 방안 하나. 다른 방안은 모두 비용이 더 든다",
    ),
    "improve.all_plans": (
        "{count} plans of equal cost {cost}; every other costs more",
        "비용이 {cost}(으)로 같은 방안 {count}개. 다른 방안은 모두 비용이 더 든다",
    ),
    "improve.more_plans": (
        "cost {cost} at the least; the first {count} plans of that cost are listed, and there are more (--most)",
        "최소 비용 {cost}. 같은 비용의 방안 가운데 앞의 {count}개만 보였으며 더 있다(--most)",
    ),
    "improve.impossible": (
        "impossible: no rises that are allowed lead there",
        "불가능: 허용된 상향으로는 도달할 수 없다",
    ),
    "improve.because": ("Because", "이유"),
    "improve.highest_score": (
        "the highest score within reach is {highest}, and {score} is needed",
        "도달할 수 있는 최고 점수는 {highest}점인데 {score}점이 필요하다",
    ),
    "improve.highest_coverage": (
        "no more than {highest} % of the weight can be rated, and {percent} % is needed",
        "평정할 수 있는 가중치는 {highest} %까지인데 {percent} %가 필요하다",
    ),
    "improve.no_lift": (
        "no rise that is allowed lifts the limit: {rule}",
        "허용된 상향으로는 다음 제한을 풀 수 없다: {rule}",
    ),
    "improve.clash": (
        "each can be met, but not all at once: {demands}",
        "하나씩은 되지만 한꺼번에는 충족할 수 없다: {demands}",
    ),
    "improve.nothing": ("nothing is rated, and nothing can be", "평정된 것이 없고 평정할 수 있는 것도 없다"),
    "improve.always": ("In every one", "모든 방안에 포함"),
    "improve.no_always": (
        "nothing: every rise can be replaced by others",
        "없음: 어느 상향이든 다른 상향으로 바꿀 수 있다",
    ),
    "improve.plans": ("Plans of cost {cost}, and what comes out", "비용 {cost}인 방안과 그 결과"),
    "improve.plan": ("Plan", "방안"),
    "improve.levels": (
        "Level that each plan brings a criterion to (blank: as it is)",
        "방안별로 올라갈 단계(빈칸: 그대로)",
    ),
    "improve.now": ("Now", "현재"),
    "improve.demands": ("What plan {number} takes", "방안 {number}에 필요한 것"),
    "improve.rise": ("From → to", "변화"),
    "improve.cost": ("Cost", "비용"),
    "improve.demanded": ("What that level means", "그 단계의 뜻"),
    "improve.unrated": ("?", "?"),
    "improve.needs": ("Needs: {needs}.", "필요한 근거: {needs}."),
    "improve.costs": ("Costs", "비용 기준"),
    "improve.unit_costs": ("1 for each level", "단계마다 1"),
    "improve.stated_costs": ("1 for each level, except: {costs}", "단계마다 1, 다만 {costs}"),
    "improve.from_unrated": (
        "what is not rated (?) is taken, for its cost alone, to start from its lowest level; where it really stands is not known",
        "미평정(?) 기준은 비용을 셀 때만 가장 낮은 단계에서 시작하는 것으로 본다. 실제 수준은 알 수 없다",
    ),
    "improve.from_range": ("a range starts from its midpoint", "범위로 평정된 기준은 중간값에서 시작한다"),
    "improve.counted": ("Counted", "계산 방식"),
    "improve.held": ("Held", "고정"),
    "improve.measures": (
        "measured values have no levels and stay as they are: {names}",
        "측정값은 단계가 없어 그대로 둔다: {names}",
    ),
    "improve.fixed": ("on request: {names}", "요청에 따라: {names}"),
    "improve.proof": ("Proof", "증명"),
    "improve.proved": (
        "every combination of rises was covered, by dynamic programming over the rubric's tree; the score is that of the levels named, and its bounds say what stays open",
        "루브릭 구조에 대한 동적 계획법으로 가능한 모든 조합을 포괄했다. 점수는 위 단계로 계산한 값이고, 범위는 여전히 미확정인 부분을 나타낸다",
    ),
    "improve.caution": ("Caution", "유의"),
    "improve.means": (
        "a level has to be earned and shown by evidence; the plan says which would do, not that they can be had",
        "단계는 실제 성과와 근거로 입증해야 한다. 이 방안은 무엇이 충분한지를 말할 뿐 달성할 수 있다는 뜻이 아니다",
    ),
}
