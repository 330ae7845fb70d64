"""The cheapest level rises that take an initiative to a score or a band, proved cheapest; or why none does.

What may be done: a criterion judged by levels rises to a level above the one it is scored at. A range starts from the
midpoint that it counts as; what is not rated starts, for the cost alone, from its lowest level, and being rated raises
coverage. A rise by n levels costs n times the criterion's cost per level; a plan costs the sum. Measures have no steps
and stay as they are, and so do criteria that are held. The search itself is in `scoring.frontier`.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import islice
from math import inf, lcm
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Criterion, Group, Rating, Rubric, is_condition
from kasean_score.scoring.evaluate import NOT_APPLICABLE, RATED, NodeScore, Scorecard, evaluate
from kasean_score.scoring.frontier import Choice, Inner, Leaf, Outcome
from kasean_score.scoring.goals import Goal, demands_of, together
from kasean_score.scoring.limits import TOLERANCE, limit_meets, watched_by
from kasean_score.scoring.variants import with_ratings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from kasean_score.model import Limit, Node

__all__ = ["Improvement", "Obstacle", "Plan", "Rise", "cheapest_plans"]


class Rise(NamedTuple):
    """One criterion brought to a level; `steps` levels up from the midpoint that it is scored at, or (`from_unrated`)
    from the lowest level."""

    criterion: Criterion
    level: int
    steps: float
    cost: float
    from_unrated: bool


class Plan(NamedTuple):
    """Rises in rubric order, what they cost together, and the scorecard after them."""

    rises: tuple[Rise, ...]
    cost: float
    scorecard: Scorecard


class Obstacle(NamedTuple):
    """A part of the goal that no allowed rises meet: one demand alone, or several that cannot be met at once.

    `score` and `coverage` are the highest within reach, each for itself; `score` None where nothing can be rated.
    """

    demand: Goal
    score: float | None
    coverage: float


class Improvement(NamedTuple):
    """The equally cheap plans found, in rubric order, or the obstacles; a goal already reached has one empty plan.

    `more` says that there are further plans as cheap. `always` are the criteria that every cheapest plan raises,
    listed or not. `measures` are those held because they have no steps.
    """

    before: Scorecard
    goal: Goal
    plans: tuple[Plan, ...]
    more: bool
    always: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]
    measures: tuple[str, ...]


def cheapest_plans(
    before: Scorecard, goal: Goal, costs: Mapping[str, float], held: Collection[str] = (), most: int = 10
) -> Improvement:
    """Up to `most` of the cheapest plans that take `before` to the goal.

    `costs` are per level, by address, each above 0; a criterion not listed costs 1. They are taken for the decimals
    that they are written as, and added up exactly, so that a tie is a tie. `held` are the criteria that stay.
    """
    search = _Search(before, costs)
    price = search.price(goal, held)
    measures = tuple(x.node.id for x in before.criteria() if x.state != NOT_APPLICABLE and _has_no_steps(x.node))
    if price is None:
        return Improvement(before, goal, (), False, (), tuple(search.obstacles(goal, held)), measures)
    plans = search.root(goal, held, price).plans(lambda outcome: outcome.cost <= price)
    found = [choices for choices, _ in islice(plans, most + 1)]
    more = len(found) > most
    always = _common(found)
    if more:
        always = [address for address in always if not search.root(goal, {*held, address}, price).frontier]
    shown = tuple(search.plan(choices) for choices in found[:most])
    return Improvement(before, goal, shown, more, tuple(always), (), measures)


def _has_no_steps(node: Node) -> bool:
    return isinstance(node, Criterion) and node.measure is not None


def _common(found: Sequence[Sequence[Choice]]) -> list[str]:
    """The criteria that every one of some plans raises."""
    raised = [[choice.name for choice in choices if choice.level is not None] for choices in found]
    return [name for name in raised[0] if all(name in others for others in raised)]


class _Search:
    """The rises that one scorecard allows, with exact costs in a unit that makes them whole numbers."""

    def __init__(self, before: Scorecard, costs: Mapping[str, float]) -> None:
        self.before = before
        self.rubric = before.rubric
        self.states = {state.node.id: state for state in before.nodes}
        self.value_of = {level.level: level.value for level in before.rubric.scale}
        self.rises = {state.node.id: dict(_rises(self.rubric, state, costs)) for state in before.criteria()}
        self.unit = lcm(*(cost.denominator for rises in self.rises.values() for _, cost in rises.values()))

    def root(self, goal: Goal, held: Collection[str], most: float = inf) -> Inner:
        """The whole tree searched up to a cost, with only such outcomes at the top as reach the goal."""
        watching: dict[str, list[Limit]] = {}
        for limit in goal.limits:
            for address in watched_by(self.rubric, limit):
                watching.setdefault(address, []).append(limit)
        needed = goal.min_coverage

        def reaches(outcome: Outcome) -> bool:
            if outcome.score is None or outcome.score < goal.score - TOLERANCE:
                return False
            return needed is None or outcome.coverage >= needed - TOLERANCE

        builder = _Builder(self, watching, held, most, counts_coverage=needed is not None)
        return builder.inner(Group("", "", self.rubric.groups), reaches)

    def price(self, goal: Goal, held: Collection[str]) -> int | None:
        """What the cheapest plan costs; None where there is none.

        It is looked for up to ever higher prices: most of what can be done lies far above the cheapest that will do.
        """
        dearest = sum(
            max(int(cost * self.unit) for _, cost in rises.values()) for rises in self.rises.values() if rises
        )
        for share in (16, 8, 4, 2, 1):
            found = self.root(goal, held, dearest / share).frontier
            if found:
                return min(outcome.cost for outcome in found)
        return None

    def plan(self, choices: Sequence[Choice]) -> Plan:
        rises = [self.rise(choice.name, choice.level) for choice in choices if choice.level is not None]
        ratings = self.before.initiative.ratings_on(self.rubric)
        none = Rating("not_rated")
        changes = {
            rise.criterion.id: Rating(
                RATED, (rise.level, rise.level), evidence=ratings.get(rise.criterion.id, none).evidence
            )
            for rise in rises
        }
        after = evaluate(self.rubric, with_ratings(self.before.initiative, self.rubric, changes))
        return Plan(tuple(rises), float(Fraction(sum(choice.outcome.cost for choice in choices), self.unit)), after)

    def rise(self, address: str, level: int) -> Rise:
        state = self.states[address]
        steps, cost = self.rises[address][level]
        assert isinstance(state.node, Criterion)
        return Rise(state.node, level, float(steps), float(cost), state.state != RATED)

    def obstacles(self, goal: Goal, held: Collection[str]) -> list[Obstacle]:
        """Each demand that cannot be met alone; where every one can, a smallest set of those that clash."""
        within = self.root(Goal(0.0, min_coverage=0.0), held).frontier
        score = max((outcome.score for outcome in within if outcome.score is not None), default=None)
        coverage = max((outcome.coverage for outcome in within), default=0.0)
        if score is None:
            return [Obstacle(Goal(0.0), None, coverage)]
        demands = demands_of(goal)
        alone = [[demand] for demand in demands if not self.root(demand, held).frontier]
        clashing = alone or [self.clashing(demands, held)]
        return [Obstacle(together(some), score, coverage) for some in clashing]

    def clashing(self, demands: Sequence[Goal], held: Collection[str]) -> list[Goal]:
        """A set of demands that cannot be met at once, and could without any one of them."""
        needed = list(demands)
        for demand in demands:
            without = [other for other in needed if other is not demand]
            if not self.root(together(without), held).frontier:
                needed = without
        return needed


def _rises(
    rubric: Rubric, state: NodeScore, costs: Mapping[str, float]
) -> Iterator[tuple[int, tuple[Fraction, Fraction]]]:
    """The levels that a criterion may rise to, each with its steps and its cost."""
    criterion = state.node
    if not isinstance(criterion, Criterion) or criterion.measure is not None or state.state == NOT_APPLICABLE:
        return
    levels = rubric.levels_of(criterion)
    start = Fraction(min(levels))
    if state.state == RATED and state.rating is not None and state.rating.levels is not None:
        start = Fraction(sum(state.rating.levels), 2)
    per_level = Fraction(repr(costs.get(criterion.id, 1.0)))
    for level in sorted(levels):
        if level > start:
            yield level, (level - start, (level - start) * per_level)


class _Builder:
    """Turns the rubric's tree into one that can be searched."""

    def __init__(
        self,
        search: _Search,
        watching: Mapping[str, list[Limit]],
        held: Collection[str],
        most: float,
        *,
        counts_coverage: bool,
    ) -> None:
        self.search = search
        self.watching = watching
        self.held = held
        self.most = most
        self.counts_coverage = counts_coverage

    def inner(self, group: Group, keeps: Callable[[Outcome], bool]) -> Inner:
        states = self.search.states
        members = []
        for child in group.children:
            part = self.inner(child, self.permits(child)) if isinstance(child, Group) else self.leaf(child)
            counts = states[child.id].state != NOT_APPLICABLE and not is_condition(child)
            members.append((part, child.weight if counts else 0.0))
        power = self.search.rubric.aggregate if group.aggregate is None else group.aggregate
        return Inner(members, power, keeps, self.most)

    def permits(self, group: Group) -> Callable[[Outcome], bool]:
        """Whether no limit that watches the group holds at an outcome of it."""
        below = [limit.when.below for limit in self.watching.get(group.id, ()) if limit.when.below is not None]
        least = max(below, default=0.0) - TOLERANCE
        return lambda outcome: outcome.score is None or outcome.score >= least

    def leaf(self, criterion: Criterion) -> Leaf:
        """The criterion's choices: each rise, and to stay; those at which a limit holds are left out."""
        address, search = criterion.id, self.search
        now = search.states[address]
        covered = float(self.counts_coverage)
        choices = [] if address in self.held else [
            Choice(address, level, Outcome(int(cost * search.unit), search.value_of[level], covered))
            for level, (_, cost) in search.rises[address].items()
            if self.allows(criterion, level, search.value_of[level])
        ]  # fmt: skip
        level = None
        if now.rating is not None and now.rating.levels is not None and now.state == RATED:
            level = sum(now.rating.levels) / 2
        if now.state != RATED or self.allows(criterion, level, now.score):
            choices.append(Choice(address, None, Outcome(0, now.score, covered if now.state == RATED else 0.0)))
        return Leaf(choices)

    def allows(self, criterion: Criterion, level: float | None, score: float | None) -> bool:
        """Whether no limit that watches the criterion holds at a level and score."""
        return not any(
            limit_meets(limit, score if limit.when.at_most is None else level)
            for limit in self.watching.get(criterion.id, ())
        )
