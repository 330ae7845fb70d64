"""One analysis, many settings: scores where some of what is uncertain is as stated and some is at given quantiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.tree import roll_up
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem, Varied
    from kasean_score.robust.tree import Tree

    Array = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Places = NDArray[np.intp]

__all__ = [
    "Setting",
    "above",
    "as_stated",
    "average_ranks",
    "counted",
    "leaves_under",
    "overtakes",
    "scored_without",
    "scores",
    "stated_power",
]


class Setting(NamedTuple):
    """Weights (nodes, draws), the values of criteria by index, each (initiatives, draws or 1), and what has a score.

    `powers` (draws,) are places in `choices`, the powers of the means; None stands for the rubric's own.
    """

    weights: Array
    values: dict[int, Array]
    scored: Mask
    powers: Places
    choices: tuple[float | None, ...]


def stated_power(varied: Varied) -> int:
    """The place of the aggregation that the others are compared with: the rubric's own where it is a choice."""
    return varied.powers.index(None) if None in varied.powers else 0


def as_stated(problem: Problem, varied: Varied, draws: int = 1) -> Setting:
    """The same draw any number of times: everything as the rubric and the dossiers state it."""
    leaves = problem.as_rated(slice(0, len(problem.initiatives)))
    weights = np.broadcast_to(problem.tree.weights[:, None], (len(problem.tree.ids), draws))
    return Setting(weights, leaves.values, leaves.scored, np.full(draws, stated_power(varied)), varied.powers)


def scores(problem: Problem, setting: Setting) -> Array:
    """(initiatives, draws): 0 to 100, NaN where there is none."""
    found = np.empty((len(problem.initiatives), setting.weights.shape[1]))
    for place, power in enumerate(setting.choices):
        here = np.flatnonzero(setting.powers == place)
        if not len(here):
            continue
        everywhere = len(here) == found.shape[1]

        def leaf(at: int, here: Places = here, everywhere: bool = everywhere) -> Array:
            values = setting.values[at]
            return values if everywhere or values.shape[1] == 1 else values[:, here]

        weights = setting.weights if everywhere else setting.weights[:, here]
        found[:, here] = roll_up(problem.tree, weights, leaf, setting.scored, power)[0]
    return found


def counted(tree: Tree) -> frozenset[int]:
    """The nodes that count towards the score of the whole: no condition groups, and nothing of zero weight."""
    found = {0}
    for family in reversed(tree.families):  # parents before children
        if family.at in found:
            found.update(family.children)
    return frozenset(found)


def leaves_under(tree: Tree, at: int) -> list[int]:
    """The criteria of a node: itself where it is one."""
    children = tree.outline.children.get(at)
    return [at] if children is None else [leaf for child in children for leaf in leaves_under(tree, child)]


def scored_without(problem: Problem, gone: Collection[int]) -> Mask:
    """What has a score (initiatives, nodes) when the criteria `gone` are left out."""
    left = problem.rated.copy()
    left[:, list(gone)] = False
    return problem.tree.passed_up(left)


def above(one: Array, other: Array) -> Array:
    """How far `other` counts as standing above `one`: 1, or a half where they tie."""
    found: Array = (other > one + TOLERANCE).astype(float)
    found += 0.5 * (np.abs(other - one) <= TOLERANCE)
    return found


def average_ranks(found: Array) -> Array:
    """(initiatives, draws): 1 is the highest score; a tie shares the mean of the ranks that it takes up."""
    ranks = np.ones_like(found)
    for row, score in enumerate(found):
        ranks[row] += above(score, found).sum(axis=0) - 0.5  # itself
    return ranks


def overtakes(before: Array, after: Array) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Of two lists of scores (initiatives,), the pairs whose first is above its second only after; and any change.

    Those without a score in either are passed over.
    """
    kept = np.flatnonzero(~np.isnan(before) & ~np.isnan(after))
    signs = [_signs(one[kept]) for one in (before, after)]
    pairs = np.argwhere((signs[1] > 0) & (signs[0] <= 0))
    return tuple((int(kept[a]), int(kept[b])) for a, b in pairs), bool((signs[0] != signs[1]).any())


def _signs(found: Array) -> Array:
    """(initiatives, initiatives): 1 where the row scores above the column, -1 below, 0 in a tie."""
    apart = found[:, None] - found[None, :]
    signs: Array = np.where(np.abs(apart) <= TOLERANCE, 0.0, np.sign(apart))
    return signs
