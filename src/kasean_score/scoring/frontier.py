"""All that can come of a tree of choices, at what cost: dynamic programming over Pareto frontiers.

Why it is exact. A node's outcome reaches the rest of the tree only through its cost, its score (None where nothing
below is rated) and its coverage. A weighted power mean never falls when a member rises, and the mean of several
members is the mean of their mean, at their joint weight, and of the others; so members may be added one by one, and
among partial sums of the same rated weight one that costs no more, scores no less and covers no less can stand in for
another whatever is added later (Bellman's principle of optimality for a monotone order). Not being rated changes the
weights that a mean is normalised by, so it is never compared with being rated, nor one rated weight with another.
Every limit asks something of one node alone and never holds at a higher outcome if not at a lower, so that outcomes at
which it holds can be left out there. What remains at the top holds the cheapest cost of every score and coverage.
Plans are then listed by walking through the choices in order, entering only where the frontier of all that is still
open shows that the price can be kept: nothing is missed, and no walk ends in vain.

Source: Bellman, Dynamic Programming (1957), chapter III; for frontiers in place of single values, Mitten, Preference
order dynamic programming (Management Science 21, 1974); for means of means, Hardy, Littlewood and Polya, Inequalities
(1934), chapter II.
"""

from __future__ import annotations

from bisect import bisect_left
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.scoring.aggregate import positive_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["Choice", "Inner", "Leaf", "Outcome"]


class Outcome(NamedTuple):
    """What a node can come to, at what cost; `score` None where nothing is rated."""

    cost: int
    score: float | None
    coverage: float


class Choice(NamedTuple):
    """What can be done about one leaf: bring it to a level, or (None) leave it as it is."""

    name: str
    level: int | None
    outcome: Outcome


class Sum(NamedTuple):
    """Some members of a group put together: mean score of those rated, their weight, and their weighted coverage."""

    weight: float
    cost: int
    score: float
    covered: float


NOTHING = Sum(0.0, 0, 0.0, 0.0)


class Leaf:
    """A node with choices, of which only one can be taken."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        self.choices = choices
        self.frontier = best_outcomes(choice.outcome for choice in choices)

    def plans(self, accepts: Callable[[Outcome], bool]) -> Iterator[tuple[tuple[Choice, ...], Outcome]]:
        """Every choice whose outcome is accepted."""
        return (((choice,), choice.outcome) for choice in self.choices if accepts(choice.outcome))


class Inner:
    """A node whose outcome is the power mean of its members'; outcomes that `keeps` refuses cannot be.

    A member of weight 0 adds its cost and nothing else: so stand nodes that do not count in their group. `keeps` has
    to be monotone: it never refuses an outcome that differs from one it keeps by a higher score or coverage. Whatever
    costs more than `most` is left out.
    """

    def __init__(
        self,
        members: Sequence[tuple[Leaf | Inner, float]],
        power: float,
        keeps: Callable[[Outcome], bool],
        most: float = inf,
    ) -> None:
        self.members = members
        self.power = power
        self.keeps = keeps
        self.weight = sum(weight for _, weight in members)
        self.most = most
        self.frontier: list[Outcome]
        self.rests: list[list[Sum]] = [[NOTHING]]
        """The frontier of the members from each one but the first on, and of none at the end."""
        own = [best_sums(_weighed(outcome, weight) for outcome in part.frontier) for part, weight in members]
        for index in range(len(members) - 1, 0, -1):
            ideal = _ideal(own[:index])
            sums = best_sums(self.pairs(own[index], self.rests[0]))
            self.rests.insert(0, [one for one in sums if self.may_do(one, ideal)])
        totals = self.pairs(own[0], self.rests[0]) if own else [NOTHING]
        self.frontier = best_outcomes(filter(keeps, map(self.outcome, totals)))

    def pairs(self, some: Sequence[Sum], others: Sequence[Sum]) -> Iterator[Sum]:
        """Each of some joined with each of others, within the cost."""
        return (self.joined(one, other) for one in some for other in others if one.cost + other.cost <= self.most)

    def may_do(self, one: Sum, ideal: Sum) -> bool:
        """Whether a sum could still be part of an outcome that is kept, were the other members at their ideal.

        The ideal's score may enter at any weight from nothing to all of it, and the mean moves towards it all the
        way, so that one of the two ends is the highest.
        """
        if one.cost + ideal.cost > self.most:
            return False
        ends = (ideal, ideal._replace(weight=0.0))
        return any(self.keeps(self.outcome(self.joined(one, end))) for end in ends)

    def joined(self, one: Sum, other: Sum) -> Sum:
        weight = one.weight + other.weight
        if other.weight == 0:
            score = one.score
        elif one.weight == 0:
            score = other.score
        elif self.power == 1:
            score = (one.score * one.weight + other.score * other.weight) / weight
        else:
            score = positive_mean((one.score, other.score), (one.weight, other.weight), weight, self.power)
        return Sum(weight, one.cost + other.cost, score, one.covered + other.covered)

    def outcome(self, total: Sum) -> Outcome:
        """The outcome of all members together."""
        if total.weight == 0:
            return Outcome(total.cost, None, 0.0)
        return Outcome(total.cost, total.score, total.covered / self.weight)

    def plans(self, accepts: Callable[[Outcome], bool]) -> Iterator[tuple[tuple[Choice, ...], Outcome]]:
        """Every combination of choices whose outcome is kept and accepted, in the order of the choices.

        `accepts` has to be monotone as `keeps` is, and never to refuse a lower cost.
        """
        return self._walk(0, NOTHING, lambda outcome: self.keeps(outcome) and accepts(outcome))

    def _walk(
        self, index: int, so_far: Sum, accepts: Callable[[Outcome], bool]
    ) -> Iterator[tuple[tuple[Choice, ...], Outcome]]:
        if index == len(self.members):
            yield (), self.outcome(so_far)
            return
        part, weight = self.members[index]
        rests = self.rests[index]
        known: dict[Outcome, bool] = {}

        def fits(outcome: Outcome) -> bool:
            if outcome not in known:
                taken = self.joined(so_far, _weighed(outcome, weight))
                known[outcome] = any(accepts(self.outcome(total)) for total in self.pairs([taken], rests))
            return known[outcome]

        for choices, outcome in part.plans(fits):
            for others, whole in self._walk(index + 1, self.joined(so_far, _weighed(outcome, weight)), accepts):
                yield (*choices, *others), whole


def _weighed(outcome: Outcome, weight: float) -> Sum:
    if weight == 0 or outcome.score is None:
        return Sum(0.0, outcome.cost, 0.0, 0.0)
    return Sum(weight, outcome.cost, outcome.score, weight * outcome.coverage)


def _ideal(members: Sequence[Sequence[Sum]]) -> Sum:
    """More than some members can come to together: each at its least cost, highest score and highest coverage."""
    return Sum(
        sum(max((one.weight for one in own), default=0.0) for own in members),
        sum(min((one.cost for one in own), default=0) for own in members),
        max((one.score for own in members for one in own), default=0.0),
        sum(max((one.covered for one in own), default=0.0) for own in members),
    )


def best_outcomes(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Those outcomes that no other stands in for."""
    sums = (Sum(0.0 if x.score is None else 1.0, x.cost, x.score or 0.0, x.coverage) for x in outcomes)
    return [Outcome(x.cost, x.score if x.weight else None, x.covered) for x in best_sums(sums)]


def best_sums(sums: Iterable[Sum]) -> list[Sum]:
    """Those sums that no other of the same weight stands in for, by weight and then by cost.

    Within a weight they come by rising cost, so that only the scores and coverages of the cheaper ones matter: a
    staircase of scores that rise while coverages fall. (Kung, Luccio and Preparata, On finding the maxima of a set of
    vectors, Journal of the ACM 22, 1975.)
    """
    kept: list[Sum] = []
    scores: list[float] = []
    coverages: list[float] = []
    weight: float | None = None
    for one in sorted(set(sums), key=lambda x: (x.weight, x.cost, -x.score, -x.covered)):
        if one.weight != weight:
            weight, scores, coverages = one.weight, [], []
        at = bisect_left(scores, one.score)
        if at < len(scores) and coverages[at] >= one.covered:
            continue
        end = at + 1 if at < len(scores) and scores[at] == one.score else at
        start = at
        while start > 0 and coverages[start - 1] <= one.covered:
            start -= 1
        scores[start:end] = [one.score]
        coverages[start:end] = [one.covered]
        kept.append(one)
    return kept
