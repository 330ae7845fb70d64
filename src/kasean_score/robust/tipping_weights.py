"""The smallest changes of weights that make two scores equal: of one weight, and of all together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.least import counted, is_linear
from kasean_score.robust.tree import roll_up
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem
    from kasean_score.robust.tree import Family

    Array = NDArray[np.float64]
    Index = NDArray[np.intp]

__all__ = ["SharesTip", "WeightTip", "all_weights", "one_weight"]

STEPS = 128
"""Parts that shares of 0 to 1 are searched in; two crossings within one part would be missed."""
LEAST, MOST = 1e-12, 1.0 - 1e-6
"""The ends of a share: a weight of nothing is legal, all of it is not, and 1e-12 stands for nothing."""
ROUNDS = 60


class WeightTip(NamedTuple):
    """The share (0 to 1) among its siblings at which a node makes the scores equal, and the stated one.

    The siblings keep their proportions. `reverses` where the order is the other way from there on.
    """

    node: int
    stated: float
    share: float
    reverses: bool

    @property
    def change(self) -> float:
        return self.share - self.stated


class SharesTip(NamedTuple):
    """The smallest sum of absolute changes, `total` (0 to 2), of shares of the whole that makes the scores equal.

    `scope` is `criteria`: shares of the criteria in what both are rated on; or, where they are rated on different
    criteria and so their difference is not linear in those, `groups`: shares of the groups at the top, within which
    weights stay; or `none`, where it is linear in neither. `total` is None where no weights do it. `moves` has node,
    old share and new share of those that change.
    """

    scope: str
    total: float | None = None
    moves: tuple[tuple[int, float, float], ...] = ()


def one_weight(problem: Problem, pairs: Sequence[tuple[int, int]]) -> tuple[int, list[tuple[WeightTip, ...]]]:
    """How many nodes share their family's weight with others, and for each pair those that can end its order.

    The difference of two scores is followed along the share of a node, by any means and whatever is rated, from the
    stated share to 0 and to 1, and its first root on either side found by the Illinois method (Dowell and Jarratt, A
    modified regula falsi method, BIT 11, 1971).
    """
    nodes = [(family, one) for family in counted(problem.tree) if len(family.children) > 1 for one in family.children]
    nodes.sort(key=lambda pair: pair[1])
    swing = _Swing(problem)
    found: list[list[WeightTip]] = [[] for _ in pairs]
    if pairs:
        for family, node in nodes:
            for place, tip in swing.tips(family, node, np.array(pairs, dtype=np.intp)):
                found[place].append(tip)
    return len(nodes), [tuple(sorted(tips, key=lambda tip: (round(abs(tip.change), 9), tip.node))) for tips in found]


class _Swing:
    """Scores while one node's share goes from 0 to 1."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.tree = problem.tree

    def scores(self, family: Family, node: int, shares: Array) -> Array:
        """(initiatives, shares), the siblings keeping their proportions."""
        stated = self.tree.weights
        weights = np.repeat(stated[:, None], len(shares), axis=1)
        members = list(family.children)
        weights[members] *= (1.0 - shares) / (1.0 - stated[node])
        weights[node] = shares
        values = self.problem.values
        return roll_up(self.tree, weights, lambda at: values[:, at, None], self.problem.rated)[0]

    def tips(self, family: Family, node: int, pairs: Index) -> list[tuple[int, WeightTip]]:
        """The nearest end of each pair's order, with the pair's place; pairs without one are left out."""
        stated = float(self.tree.weights[node])
        grid = np.unique(np.append(np.linspace(LEAST, MOST, STEPS + 1), stated))
        start = int(np.searchsorted(grid, stated))
        scores = self.scores(family, node, grid)
        apart = scores[pairs[:, 0]] - scores[pairs[:, 1]]
        ended = apart <= TOLERANCE
        places, inner, outer = [], [], []
        for side, step in ((ended[:, start:], 1), (ended[:, start::-1], -1)):
            for place in np.flatnonzero(side.any(axis=1)):
                end = start + step * int(side[place].argmax())
                places.append(int(place))
                inner.append(end - step)
                outer.append(end)
        if not places:
            return []
        near, far = np.array(inner), np.array(outer)
        roots = self._roots(family, node, pairs[places], (grid[near], grid[far]))
        beyond = np.clip(2 * far - near, 0, len(grid) - 1)
        reverses = np.minimum(apart[places, far], apart[places, beyond]) < -TOLERANCE
        return _nearest(node, stated, zip(places, roots.tolist(), reverses.tolist(), strict=True))

    def _roots(self, family: Family, node: int, pairs: Index, between: tuple[Array, Array]) -> Array:
        """Where each pair's difference is 0, between a share where it is above and one where it is not."""
        rows = np.arange(len(pairs))

        def apart(shares: Array) -> Array:
            scores = self.scores(family, node, shares)
            return scores[pairs[:, 0], rows] - scores[pairs[:, 1], rows]

        (near, far), same = between, np.zeros(len(pairs))
        above, below = apart(near), np.minimum(apart(far), 0.0)
        for _ in range(ROUNDS):
            if (np.abs(far - near) < 1e-13).all() or (below == 0).all():
                break
            at = near + (far - near) * above / (above - below)
            now = apart(at)
            over = now > 0
            # The end that stays a second time counts half, or it would stay for ever.
            below = np.where(over, np.where(same > 0, below / 2, below), now)
            above = np.where(over, now, np.where(same < 0, above / 2, above))
            near, far = np.where(over, at, near), np.where(over, far, at)
            same = np.where(over, 1.0, -1.0)
            if (np.minimum(np.abs(now), np.abs(far - near)) < 1e-13).all():
                break
        return np.where(-below <= above, far, near)


def _nearest(node: int, stated: float, found: Iterable[tuple[int, float, bool]]) -> list[tuple[int, WeightTip]]:
    best: dict[int, WeightTip] = {}
    for place, share, reverses in found:
        tip = WeightTip(node, stated, 0.0 if share <= 2 * LEAST else share, reverses)
        if place not in best or abs(tip.change) < abs(best[place].change):
            best[place] = tip
    return list(best.items())


def all_weights(problem: Problem, first: int, second: int) -> SharesTip:
    """The smallest change of all weights that takes the first's lead away.

    The linear programme min sum |y - stated| with y >= 0 of sum 1 and sum y d <= 0, d being the differences of the
    values: each part of weight moved gains the difference between where it leaves and where it arrives, so it goes
    to the smallest d, from the largest d first.
    """
    tree, rated = problem.tree, problem.rated
    leaves = [one for family in counted(tree) for one in family.children if one not in tree.outline.children]
    if is_linear(tree) and (rated[first, leaves] == rated[second, leaves]).all():
        shares = _shares_of_rated(problem, first)
        nodes = [one for one in sorted(leaves) if rated[first, one]]
        return _moved("criteria", nodes, shares[nodes], problem.values[first, nodes] - problem.values[second, nodes])
    top = tree.families[-1]
    members = list(top.children)
    if top.power == 1 and (rated[first, members] == rated[second, members]).all():
        nodes = [one for one in members if rated[first, one]]
        values = problem.values
        found = roll_up(tree, tree.weights[:, None], lambda at: values[:, at, None], rated, wanted=nodes)
        apart = np.array([found[one][first, 0] - found[one][second, 0] for one in nodes])
        weights = tree.weights[nodes]
        return _moved("groups", nodes, weights / weights.sum(), apart)
    return SharesTip("none")


def _shares_of_rated(problem: Problem, row: int) -> Array:
    """(nodes,): each node's share (0 to 1) in the score, which is over what is rated."""
    tree = problem.tree
    shares = np.zeros(len(tree.ids))
    shares[0] = 1.0
    for family in reversed(counted(tree)):
        members = [one for one in family.children if problem.rated[row, one]]
        if members:
            weights = tree.weights[members]
            shares[members] = shares[family.at] * weights / weights.sum()
    return shares


def _moved(scope: str, nodes: Sequence[int], shares: Array, apart: Array) -> SharesTip:
    """Move weight to the smallest difference, from the largest first, until the differences even out."""
    into = int(apart.argmin())
    left = float(shares @ apart)
    if apart[into] >= -TOLERANCE:
        return SharesTip(scope)
    new = shares.copy()
    for one in np.argsort(-apart, kind="stable"):
        taken = min(shares[one], left / (apart[one] - apart[into])) if left > 0 and one != into else 0.0
        new[one] -= taken
        new[into] += taken
        left -= taken * (apart[one] - apart[into])
    moves = [(node, float(old), float(now)) for node, old, now in zip(nodes, shares, new, strict=True) if old != now]
    return SharesTip(scope, float(np.abs(new - shares).sum()), tuple(moves))
