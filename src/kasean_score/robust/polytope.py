"""Constraints on the weights of a tree: for each family of siblings the weights that they admit.

Families are constrained each by itself, so that the structure of the tree is kept. Only weights above 0 count: a node
without weight would be another rubric.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np

from kasean_score.errors import InputError, Problem
from kasean_score.robust.cone import CLOSE, Cone
from kasean_score.robust.constraints import known_part, read
from kasean_score.robust.weights import Stated, Uniform

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from kasean_score.robust.constraints import Constraint
    from kasean_score.robust.tree import Family, Tree
    from kasean_score.robust.weights import Way

    Array = NDArray[np.float64]

__all__ = ["Polytope"]

RARE = 1e-3
"""Below this share, drawing until enough are admissible would take too long."""


class Polytope:
    """Constraints on a tree's weights: a cone for each family that has any, by the index of its group.

    `texts` are the constraints as they were typed; none where they are not typed ones.
    """

    def __init__(self, cones: Mapping[int, Cone], constraints: Sequence[Constraint] = ()) -> None:
        self.cones = dict(cones)
        self.constraints = tuple(constraints)
        self.texts = tuple(one.text for one in constraints)

    @classmethod
    def of(cls, tree: Tree, texts: Sequence[str]) -> Polytope:
        """The weights that the constraints in `texts` admit: see `constraints`.

        Raises InputError with every fault, and where constraints contradict each other, naming a smallest set that do.
        """
        constraints = read(tree, texts)
        cones: dict[int, Cone] = {}
        problems = []
        for family in reversed(tree.families):
            here = [one for one in constraints if one.at == family.at]
            if here and (cone := _cone(here)) is not None:
                cones[family.at] = cone
            elif here:
                about = {"given": [one.text for one in _conflict(here)], "group": _named(tree, family)}
                problems.append(Problem("contradictory-constraints", params=about))
        if problems:
            raise InputError(problems)
        return cls(cones, constraints)

    @classmethod
    def within(cls, tree: Tree, share: float) -> Polytope:
        """All that `weights.Within(share)` can draw: each stated weight times 1 - `share` to 1 + `share`.

        Two weights are then in a ratio of at most (1 + share) / (1 - share) times the stated one, and where all pairs
        are, some common scale puts every weight within its bounds.
        """
        cones = {}
        for family in tree.families:
            size, stated = len(family.children), tree.weights[list(family.children)]
            rows = np.zeros((size * (size - 1), size))
            for row, (one, other) in zip(rows, permutations(range(size), 2), strict=True):
                row[one], row[other] = (1.0 + share) / stated[one], -(1.0 - share) / stated[other]
            cones[family.at] = Cone(rows, np.zeros((0, size)), stated)
        return cls(cones)

    @classmethod
    def shared_out(cls, trees: Sequence[Tree], texts: Sequence[str]) -> list[Polytope]:
        """For each rubric the constraints on what it has.

        One that no rubric has all nodes of is a fault, told of the rubric that has the most of them.
        """
        mine: list[list[str]] = [[] for _ in trees]
        for text in texts if trees else ():
            parts = [known_part(tree, text) for tree in trees]
            known = [at for at, part in enumerate(parts) if part == 1.0]
            for at in known or [parts.index(max(parts))]:
                mine[at].append(text)
        found: list[Polytope] = []
        problems: list[Problem] = []
        for tree, own in zip(trees, mine, strict=True):
            try:
                found.append(cls.of(tree, own))
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        return found

    def broken(self, tree: Tree, weights: Array) -> list[str]:
        """The typed constraints that some weights (nodes,) do not meet."""
        members = {family.at: list(family.children) for family in tree.families}
        return [one.text for one in self.constraints if not _met(one, weights[members[one.at]])]

    def draw(self, at: int, way: Way, stated: Array, draws: int, rng: np.random.Generator) -> Array:
        """(members, draws): weights of the family `at` drawn in a `way`, of which only the admissible count.

        A family without constraints is drawn as ever, and stated weights are not drawn. Raises InputError where
        another way than `Uniform` would hardly ever give admissible weights.
        """
        cone = self.cones.get(at)
        if cone is None or isinstance(way, Stated):
            return way.draw(stated, draws, rng)
        if isinstance(way, Uniform):
            if cone.corners is not None:
                return cone.corners @ rng.standard_exponential((cone.corners.shape[1], draws))
            if len(cone.equal) or cone.share(way, stated) < RARE:
                return cone.walked(draws, rng)
        elif len(cone.equal):
            raise InputError.of("equal-constraints", given=self._texts_at(at))
        elif cone.share(way, stated) < RARE:
            raise InputError.of("rare-constraints", given=self._texts_at(at))
        return cone.kept(way, stated, draws, rng)

    def _texts_at(self, at: int) -> list[str]:
        return [one.text for one in self.constraints if one.at == at]


def _cone(constraints: Sequence[Constraint]) -> Cone | None:
    return Cone.of(*(np.vstack(parts) for parts in zip(*((one.rows, one.equal) for one in constraints), strict=True)))


def _conflict(constraints: Sequence[Constraint]) -> list[Constraint]:
    """A smallest set of them that contradict each other: without any one of it, the others can hold.

    Source: the deletion filter (Chinneck and Dravnieks, Locating minimal infeasible constraint sets in linear
    programs, ORSA Journal on Computing 3, 1991).
    """
    left = list(constraints)
    for one in reversed(constraints):
        others = [other for other in left if other is not one]
        if others and _cone(others) is None:
            left = others
    return left


def _met(constraint: Constraint, members: Array) -> bool:
    slack, off = constraint.rows @ members, constraint.equal @ members
    return bool((slack >= -CLOSE).all() and (np.abs(off) <= CLOSE).all())


def _named(tree: Tree, family: Family) -> str:
    return tree.ids[family.at] or tree.rubric.id
