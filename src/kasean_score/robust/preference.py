"""Which of two initiatives scores at least as high under all admissible weights, or under some: exactly.

Under arithmetic means the difference D(w) = A(w) - B(w) of two scores is least where each family of siblings has
weights at a corner of what is admitted: with the weights of all other families held, D is const + x a(w) - y b(w),
a and b being means over the members that A and B have (rated, applicable). If both have the same members, this is one
mean of the values x a_i - y b_i. Where no constraint ties the family, it is least where some member outweighs all
others by far, then another the rest: A stands for the heaviest member that it has and B for the heaviest that it has,
whatever each lacks. So the least difference is found from the leaves up. What is left is a constrained family of
which the two have different members: there the least found is a lower bound, drawn weights an upper one, and where the
two do not decide, the answer is None.

Least and most are limits: weights above 0 come as close as one likes. Sources: Greco, Mousseau and Słowiński, Ordinal
regression revisited: multiple criteria ranking using a set of additive value functions, European Journal of Operational
Research 191 (2008), on necessary and possible preference; Hazen, Partial information, dominance, and potential
optimality in multiattribute utility theory, Operations Research 34 (1986), and Weber, Decision making with incomplete
information, European Journal of Operational Research 28 (1987), on weights known in part.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.least import Least, Sides, counted, is_linear, least_differences
from kasean_score.robust.polytope import Polytope
from kasean_score.robust.sample import stream
from kasean_score.robust.tree import roll_up
from kasean_score.robust.weights import Uniform
from kasean_score.robust.winning import winning_share_of
from kasean_score.scoring.limits import TOLERANCE
from kasean_score.scoring.values import rating_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem

    Array = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["Extreme", "Over", "Preference", "Preferences", "preferences"]

WITNESSES = 512
"""Admissible weights that are tried where no exact answer is known."""
PAIRS = 66
"""Of more pairs (12 initiatives), shares are not computed: they are there to check a simulation."""


class Extreme(NamedTuple):
    """A least or most difference, and the share (0 to 1) that each node then has in the score of either."""

    value: float
    first: Array
    second: Array


class Over(NamedTuple):
    """What holds of the first's score minus the second's over all admissible weights.

    `least` and `most` (-100 to 100) are None where they are not known exactly. The others say whether one scores at
    least as high as the other under all weights (necessary), and under some (possible); None where not decided.
    """

    least: Extreme | None
    most: Extreme | None
    first_always: bool | None
    second_always: bool | None
    first_ever: bool | None
    second_ever: bool | None


class Preference(NamedTuple):
    """Two initiatives, by their places in the problem.

    `rated` is about their scores as rated, None where either has none; `readings` about every reading of the ranges
    and of what is not rated as well, None where nothing applies to either. `share` is how often (0 to 1) the first
    scores above the second under uniform weights without constraints, None where that is not known exactly.
    """

    first: int
    second: int
    rated: Over | None
    readings: Over | None
    share: float | None


class Preferences(NamedTuple):
    """Every pair, under the weights that `polytope` admits.

    `linear` says whether all means are arithmetic, without which least and most are not known.
    """

    polytope: Polytope
    linear: bool
    pairs: tuple[Preference, ...]


def preferences(problem: Problem, polytope: Polytope | None = None) -> Preferences:
    """The exact statements on every pair under the weights that `polytope` admits; None admits all."""
    return _Judge(problem, polytope or Polytope({})).preferences()


class _Reading(NamedTuple):
    """One way to read the ratings: for each initiative its values (initiatives, nodes) when it should be low and when
    it should be high, and what of it is there."""

    low: Array
    high: Array
    here: Mask


class _Judge:
    def __init__(self, problem: Problem, polytope: Polytope) -> None:
        self.problem = problem
        self.tree = problem.tree
        self.polytope = polytope
        self.linear = is_linear(self.tree)
        self.pairs = list(combinations(range(len(problem.initiatives)), 2))
        self._weights: Array | None = None

    def preferences(self) -> Preferences:
        stated = _Reading(self.problem.values, self.problem.values, self.problem.rated)
        rated, readings = self._over(stated), self._over(self._open())
        free = not self.polytope.cones and len(self.pairs) <= PAIRS
        shares = [winning_share_of(self.problem, *pair) if free else None for pair in self.pairs]
        found = zip(self.pairs, rated, readings, shares, strict=True)
        return Preferences(
            self.polytope, self.linear, tuple(Preference(*pair, one, other, share) for pair, one, other, share in found)
        )

    def _open(self) -> _Reading:
        """Every criterion that applies, at the lowest and at the highest that it may be."""
        problem = self.problem
        low, high = np.zeros_like(problem.values), np.zeros_like(problem.values)
        for row, initiative in enumerate(problem.initiatives):
            ratings = initiative.ratings_on(problem.rubric)
            for at, name, criterion in self.tree.outline.leaves:
                if problem.applicable[row, at]:
                    _, low[row, at], high[row, at] = rating_value(problem.rubric, criterion, ratings.get(name))
        return _Reading(low, high, problem.applicable)

    def _over(self, reading: _Reading) -> list[Over | None]:
        """Every pair under one reading. The most of A - B is the least of B - A, turned round."""
        there = [at for at, pair in enumerate(self.pairs) if reading.here[list(pair), 0].all()]
        found: list[Over | None] = [None] * len(self.pairs)
        if not there:
            return found
        first, second = np.array([self.pairs[at] for at in there]).T
        forth, back = (self._least(reading, *order) for order in ((first, second), (second, first)))
        forth_seen, back_seen = forth.value, back.value
        if not (forth.exact.all() and back.exact.all()):
            low, high = self._witnessed(reading)
            seen = [(low[one] - high[other]).min(axis=1) for one, other in ((first, second), (second, first))]
            forth_seen, back_seen = (
                np.where(one.exact, one.value, least) for one, least in zip((forth, back), seen, strict=True)
            )
        for row, at in enumerate(there):
            found[at] = Over(
                least=_extreme(forth, row, 1.0),
                most=_extreme(back, row, -1.0),
                first_always=_decided(forth.value[row] >= -TOLERANCE, forth_seen[row] < -TOLERANCE),
                second_always=_decided(back.value[row] >= -TOLERANCE, back_seen[row] < -TOLERANCE),
                first_ever=_decided(back_seen[row] <= TOLERANCE, back.value[row] > TOLERANCE),
                second_ever=_decided(forth_seen[row] <= TOLERANCE, forth.value[row] > TOLERANCE),
            )
        return found

    def _least(self, reading: _Reading, first: Array, second: Array) -> Least:
        sides = Sides(reading.low[first], reading.high[second], reading.here[first], reading.here[second])
        if self.linear:
            return least_differences(self.tree, self.polytope, sides)
        return self._dominated(sides)

    def _dominated(self, sides: Sides) -> Least:
        """For other means: no mean falls where no value does, so that dominance on the same criteria decides."""
        leaves = [
            one for family in counted(self.tree) for one in family.children if one not in self.tree.outline.children
        ]
        same = (sides.here_first == sides.here_second)[:, leaves].all(axis=1)
        above = (sides.first - sides.second >= -TOLERANCE) | ~sides.here_first
        value = np.where(same & above[:, leaves].all(axis=1), 0.0, -np.inf)
        none = np.zeros_like(sides.first)
        return Least(value, np.zeros(len(value), dtype=bool), none, none)

    def _witnessed(self, reading: _Reading) -> tuple[Array, Array]:
        """The scores (initiatives, weights) under some admissible weights, read low and read high."""
        low, high = (
            roll_up(self.tree, self._admissible(), _columns(values), reading.here)[0]
            for values in (reading.low, reading.high)
        )
        return low, high

    def _admissible(self) -> Array:
        """(nodes, weights): drawn ones, and those of the rubric where they are admissible."""
        if self._weights is None:
            found, rng = np.ones((len(self.tree.ids), WITNESSES)), stream(0, "witnesses")
            for family in self.tree.families:
                members = list(family.children)
                found[members] = self.polytope.draw(family.at, Uniform(), self.tree.weights[members], WITNESSES, rng)
            if not self.polytope.broken(self.tree, self.tree.weights):
                found[:, 0] = self.tree.weights
            self._weights = found
        return self._weights


def _columns(values: Array) -> Callable[[int], Array]:
    return lambda at: values[:, at, None]


def _extreme(found: Least, row: int, sign: float) -> Extreme | None:
    if not found.exact[row]:
        return None
    shares = (found.first[row], found.second[row])
    return Extreme(float(sign * found.value[row]) + 0.0, *(shares if sign > 0 else shares[::-1]))


def _decided(yes: object, no: object) -> bool | None:
    return True if yes else False if no else None
