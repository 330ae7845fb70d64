"""One thing changed at a time: a criterion left out, or a node's share of the weight swept from none to all.

Everything else is as stated, and no number is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.errors import InputError
from kasean_score.robust.draws import Varied
from kasean_score.robust.settings import (
    as_stated,
    average_ranks,
    counted,
    leaves_under,
    overtakes,
    scored_without,
    scores,
)
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem
    from kasean_score.robust.settings import Setting
    from kasean_score.robust.tree import Family

    Array = NDArray[np.float64]

__all__ = ["Crossing", "Dropped", "Sweep", "left_out", "sweep"]

REFINED, ROUNDS = 33, 7
"""Shares tried between two steps, and how often: a crossing is found to a millionth of a millionth."""


class Dropped(NamedTuple):
    """Scores (initiatives,) of 0 to 100 without the criterion `node`, NaN for none.

    `turned` are the pairs whose first stands above its second now and did not before; `changes` is also true where
    two are now equal that were not.
    """

    node: int
    scores: Array
    turned: tuple[tuple[int, int], ...]
    changes: bool


class Crossing(NamedTuple):
    """Above the share (0 to 1) `at`, the first of two initiatives stands above the second, and below it it does not."""

    at: float
    first: int
    second: int


class Sweep(NamedTuple):
    """Scores (initiatives, steps) at each of `shares` (steps,), 0 to 1, of a node among its siblings.

    NaN stands for no score; `ranks` has 1 for the highest, ties sharing the mean, and NaN likewise. `stated` is the
    share that the rubric gives it. `crossings` are in order of the share.
    """

    node: int
    stated: float
    shares: Array
    scores: Array
    ranks: Array
    crossings: tuple[Crossing, ...]


def left_out(problem: Problem, power: float | None = None) -> tuple[Dropped, ...]:
    """Each criterion that counts and that some initiative is rated on, left out, in rubric order.

    The weights of its siblings take up its own in proportion, as with a criterion that is not rated. `power` stands in
    for the rubric's aggregation. Source: Nardo and others, Handbook on Constructing Composite Indicators (OECD 2008),
    step 7.
    """
    varied = Varied(powers=(power,))
    stated = as_stated(problem, varied)
    before, inside = scores(problem, stated)[:, 0], counted(problem.tree)
    found = []
    for at, _, _ in problem.tree.outline.leaves:
        if at in inside and problem.rated[:, at].any():
            after = scores(problem, stated._replace(scored=scored_without(problem, [at])))[:, 0]
            found.append(Dropped(at, after, *overtakes(before, after)))
    return tuple(found)


def sweep(problem: Problem, address: str, steps: int = 21, power: float | None = None) -> Sweep:
    """Scores while the node at `address` goes from no share of its siblings' weight to all of it.

    The siblings keep their proportions to each other. At 0 the node is left out, at 1 its siblings are. Raises
    InputError for a node that cannot be swept, ValueError for fewer than two steps.
    """
    if steps < 2:
        raise ValueError("a sweep has two steps or more")
    mover = _Mover(problem, _swept(problem, address), power)
    shares = np.linspace(0.0, 1.0, steps)
    found = mover.scores(shares)
    return Sweep(mover.at, mover.stated, shares, found, _ranks(found), tuple(mover.crossings(shares, found)))


def _swept(problem: Problem, address: str) -> int:
    """The index of a node that counts, with siblings that do."""
    tree = problem.tree
    if not address or address not in tree.index:
        raise InputError.of("unknown-address", name=address, allowed=tree.ids[1:])
    at = tree.index[address]
    if at not in counted(tree):
        raise InputError.of("sweep-not-counted", name=address)
    if len(_family(problem, at).children) < 2:
        raise InputError.of("sweep-alone", name=address)
    return at


def _family(problem: Problem, at: int) -> Family:
    return next(family for family in problem.tree.families if at in family.children)


class _Mover:
    """The scores of a problem at any share of one node."""

    def __init__(self, problem: Problem, at: int, power: float | None) -> None:
        self.problem = problem
        self.at = at
        self.varied = Varied(powers=(power,))
        self.siblings = [one for one in _family(problem, at).children if one != at]
        self.stated = float(problem.tree.weights[at])

    def scores(self, shares: Array) -> Array:
        """(initiatives, shares)"""
        found = scores(self.problem, self._setting(shares))
        gone = {0.0: leaves_under(self.problem.tree, self.at)}
        gone[1.0] = [leaf for one in self.siblings for leaf in leaves_under(self.problem.tree, one)]
        for end, leaves in gone.items():
            if (shares == end).any():
                without = as_stated(self.problem, self.varied)._replace(scored=scored_without(self.problem, leaves))
                found[:, shares == end] = scores(self.problem, without)
        return found

    def _setting(self, shares: Array) -> Setting:
        stated = as_stated(self.problem, self.varied, len(shares))
        weights, tiny = stated.weights.copy(), np.finfo(float).tiny
        weights[self.at] = np.maximum(shares, tiny)
        rest = (1.0 - shares) / (1.0 - self.stated)
        weights[self.siblings] = np.maximum(weights[self.siblings] * rest, tiny)
        return stated._replace(weights=weights)

    def crossings(self, shares: Array, found: Array) -> list[Crossing]:
        """Where one of two initiatives comes to stand above the other; a touch that does not last is none."""
        crossed = []
        for second in range(len(found)):
            for first in range(len(found)):
                if first == second:
                    continue
                last = None  # the last share at which the second stood above
                for at, apart in zip(shares.tolist(), (found[first] - found[second]).tolist(), strict=True):
                    if apart < -TOLERANCE:
                        last = at
                    elif apart > TOLERANCE and last is not None:
                        crossed.append(Crossing(self._between(first, second, last, at), first, second))
                        last = None
        return sorted(crossed)

    def _between(self, first: int, second: int, low: float, high: float) -> float:
        """The share between two others at which the first overtakes the second."""
        for _ in range(ROUNDS):
            shares = np.linspace(low, high, REFINED)
            found = self.scores(shares)
            ahead = found[first] - found[second] > 0
            place = max(int(np.argmax(ahead)), 1)
            low, high = float(shares[place - 1]), float(shares[place])
        return (low + high) / 2


def _ranks(found: Array) -> Array:
    """(initiatives, steps): at each step among those that have a score there."""
    ranks = np.full_like(found, np.nan)
    for step in range(found.shape[1]):
        scored = ~np.isnan(found[:, step])
        ranks[scored, step] = average_ranks(found[scored, step, None])[:, 0]
    return ranks
