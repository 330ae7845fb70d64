"""The least difference between two weighted means over a tree, over all admissible weights: see `preference`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from kasean_score.robust.cone import Cone
    from kasean_score.robust.polytope import Polytope
    from kasean_score.robust.tree import Family, Tree

    Array = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["Least", "Sides", "counted", "is_linear", "least_differences"]


class Sides(NamedTuple):
    """The two sides of each comparison: values and what is there, all (comparisons, nodes)."""

    first: Array
    second: Array
    here_first: Mask
    here_second: Mask


class Least(NamedTuple):
    """For each comparison the least of the first minus the second; where it is not `exact`, no more than that.

    `first` and `second` (comparisons, nodes) are the shares that the nodes then have of either score.
    """

    value: Array
    exact: Mask
    first: Array
    second: Array


class _Bound(NamedTuple):
    """The least of a family's mean for one side alone, or of the difference: its value and the members' weights."""

    value: Array
    weights: Array


class _Step(NamedTuple):
    """What a family contributes.

    `first` is the least of the first alone, `second` of the second, its sign turned; `joint` the least difference where
    both are there. Where `apart` (comparisons,) it is not by the weights of `joint` but by the member `picked` for
    either; where `bound` it is only a lower bound.
    """

    first: _Bound
    second: _Bound
    joint: _Bound
    apart: Mask
    picked: tuple[NDArray[np.intp], NDArray[np.intp]]
    bound: Mask


def counted(tree: Tree) -> tuple[Family, ...]:
    """The families that the score is made of, children before parents: all but those of condition groups."""
    reached = {0}
    for family in reversed(tree.families):
        if family.at in reached:
            reached.update(family.children)
    return tuple(family for family in tree.families if family.at in reached)


def is_linear(tree: Tree) -> bool:
    """Whether every mean that the score is made of is arithmetic."""
    return all(family.power == 1 for family in counted(tree) if len(family.children) > 1)


def least_differences(tree: Tree, polytope: Polytope, sides: Sides) -> Least:
    """The least differences under the weights that `polytope` admits. Every mean has to be arithmetic."""
    first, second = sides.first.copy(), -sides.second
    joint = first + second
    steps: list[tuple[Family, _Step]] = []
    for family in counted(tree):
        step = _Meeting(family, polytope.cones.get(family.at), sides, first, second, joint).step()
        first[:, family.at], second[:, family.at] = step.first.value, step.second.value
        joint[:, family.at] = step.joint.value
        steps.append((family, step))
    return _traced(steps, joint)


def _traced(steps: list[tuple[Family, _Step]], joint: Array) -> Least:
    """From the top down, the shares of the nodes at the least difference, and whether a mere bound is part of it."""
    together, first, second = (np.zeros(joint.shape) for _ in range(3))
    together[:, 0] = 1.0
    exact = np.ones(len(joint), dtype=bool)
    rows = np.arange(len(joint))
    for family, step in reversed(steps):
        at, members = family.at, list(family.children)
        exact &= ~(step.bound & (together[:, at] > 0))
        both = np.where(step.apart, 0.0, together[:, at])
        alone = together[:, at] - both
        together[:, members] += both[:, None] * step.joint.weights
        first[:, members] += first[:, [at]] * step.first.weights
        second[:, members] += second[:, [at]] * step.second.weights
        for shares, picked in zip((first, second), step.picked, strict=True):
            shares[rows, np.array(members)[picked]] += alone
    return Least(joint[:, 0], exact, first + together, second + together)


class _Meeting:
    """One family in all comparisons: the values of its members for either side and for both."""

    def __init__(
        self, family: Family, cone: Cone | None, sides: Sides, first: Array, second: Array, joint: Array
    ) -> None:
        members = list(family.children)
        self.cone = cone
        self.here = sides.here_first[:, members], sides.here_second[:, members]
        self.first, self.second, self.joint = first[:, members], second[:, members], joint[:, members]

    def step(self) -> _Step:
        ours, theirs = self.here
        first, second = self._alone(self.first, ours), self._alone(self.second, theirs)
        free = self._free()
        if self.cone is None:
            return free._replace(first=first, second=second)
        same = (ours == theirs).all(axis=1)
        joint = _Bound(free.joint.value.copy(), free.joint.weights.copy())
        _fill(self.cone, joint, self.joint, ours, same)
        differ = ~same & ours.any(axis=1) & theirs.any(axis=1)
        return free._replace(first=first, second=second, joint=joint, apart=free.apart & ~same, bound=differ)

    def _alone(self, values: Array, here: Mask) -> _Bound:
        found = _smallest(values, here)
        if self.cone is not None:
            _fill(self.cone, found, values, here, np.ones(len(here), dtype=bool))
        return found

    def _free(self) -> _Step:
        """Without constraints: both sides stand for the same member, or for two of which one side lacks one."""
        ours, theirs = self.here
        joint = _smallest(self.joint, ours & theirs)
        value = joint.value
        apart = np.zeros(len(value), dtype=bool)
        picked = (np.zeros(len(value), dtype=np.intp), np.zeros(len(value), dtype=np.intp))
        for one, other, possible in self._unlike():
            gained = np.where(possible, self.first[:, one] + self.second[:, other], np.inf)
            better = gained < value
            value, apart = np.where(better, gained, value), apart | better
            picked[0][better], picked[1][better] = one, other
        nothing = _Bound(value, joint.weights)
        return _Step(nothing, nothing, nothing, apart, picked, np.zeros(len(value), dtype=bool))

    def _unlike(self) -> Iterator[tuple[int, int, Mask]]:
        """Two members, and the comparisons in which the first side can stand for one and the second for the other."""
        ours, theirs = self.here
        size = ours.shape[1]
        for one in range(size):
            for other in range(size):
                if one != other:
                    yield one, other, ours[:, one] & theirs[:, other] & ~(theirs[:, one] & ours[:, other])


def _smallest(values: Array, here: Mask) -> _Bound:
    """The smallest member that is there, which has all the weight; infinite where there is none."""
    masked = np.where(here, values, np.inf)
    picked = masked.argmin(axis=1)
    weights = np.zeros(values.shape)
    weights[np.arange(len(values)), picked] = 1.0
    return _Bound(masked.min(axis=1), weights)


def _fill(cone: Cone, found: _Bound, values: Array, here: Mask, rows: Mask) -> None:
    """Enter the least means under constraints of the comparisons `rows`; equal ones are computed once."""
    places = np.flatnonzero(rows & here.any(axis=1))
    if not len(places):
        return
    asked = np.hstack([np.where(here, values, 0.0), here])[places]
    unlike, back = np.unique(asked, axis=0, return_inverse=True)
    size = values.shape[1]
    least, weights = cone.least(unlike[:, :size], unlike[:, size:] > 0)
    found.value[places], found.weights[places] = least[back.ravel()], weights[back.ravel()]
