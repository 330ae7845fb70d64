"""Constraints on weights as people type them: `needs >= 2*demand`, `a >= b >= c`, `20% <= trust <= 40%`.

A side is a sum of nodes, each perhaps times a number, and of shares in per cent; sides are related by `>=`, `<=` or
`=` (`>` and `<` are read as `>=` and `<=`). All nodes of a constraint are siblings: weights are divided within a
family, and a share is one of what the family has. So every constraint is homogeneous in the weights of one family.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.errors import InputError, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kasean_score.robust.tree import Family, Tree

    Array = NDArray[np.float64]

__all__ = ["Constraint", "known_part", "read"]

NUMBER = r"(?:\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})"
NAME = r"[A-Za-z0-9][A-Za-z0-9_.-]*"
SIGN = re.compile(r"(>=|=>|≥|<=|=<|≤|==|=|>|<)")
SHARE = re.compile(rf"({NUMBER})\s*%")
TERM = re.compile(rf"(?:(?P<before>{NUMBER})\s*[*×]\s*)?(?P<name>{NAME})(?:\s*[*×]\s*(?P<after>{NUMBER}))?")
AT_LEAST, AT_MOST = (">=", "=>", "≥", ">"), ("<=", "=<", "≤", "<")


class Constraint(NamedTuple):
    """One constraint on the weights w (members,) of the family whose group has the index `at`.

    `rows` @ w >= 0 and `equal` @ w = 0, both (so many, members).
    """

    text: str
    at: int
    rows: Array
    equal: Array


class _Side(NamedTuple):
    """A sum: factors by name, and a share (0 to 1) of the family."""

    factors: dict[str, float]
    share: float


def read(tree: Tree, texts: Sequence[str]) -> tuple[Constraint, ...]:
    """The constraints that `texts` state. Raises InputError with every fault in any of them."""
    found: list[Constraint] = []
    problems: list[Problem] = []
    for text in texts:
        try:
            found.append(_Reader(tree, text.strip()).constraint())
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return tuple(found)


def known_part(tree: Tree, text: str) -> float:
    """The part (0 to 1) of the nodes that a constraint names which the rubric has; 0 for what cannot be read."""
    try:
        sides, _ = _sides(text.strip())
    except InputError:
        return 0.0
    names = {name for side in sides for name in side.factors}
    return sum(bool(tree.rubric.addresses(name)) for name in names) / len(names)


class _Reader:
    """Reads one text."""

    def __init__(self, tree: Tree, text: str) -> None:
        self.tree = tree
        self.text = text
        self.families = {one: family for family in tree.families for one in family.children}

    def constraint(self) -> Constraint:
        sides, signs = _sides(self.text)
        family, places = self._family(list(dict.fromkeys(name for side in sides for name in side.factors)))
        vectors = [self._vector(family, places, side) for side in sides]
        rows: list[Array] = []
        equal: list[Array] = []
        for left, sign, right in zip(vectors, signs, vectors[1:], strict=False):
            if sign in AT_LEAST:
                rows.append(left - right)
            elif sign in AT_MOST:
                rows.append(right - left)
            else:
                equal.append(left - right)
        size = len(family.children)
        return Constraint(self.text, family.at, _stacked(rows, size), _stacked(equal, size))

    def _vector(self, family: Family, places: dict[str, int], side: _Side) -> Array:
        """The side as factors of the weights of the family, a share being one of their sum."""
        vector = np.full(len(family.children), side.share)
        for name, factor in side.factors.items():
            vector[family.children.index(places[name])] += factor
        return vector

    def _family(self, names: Sequence[str]) -> tuple[Family, dict[str, int]]:
        """The family that all the names belong to, and the index of each."""
        problems: list[Problem] = []
        places: dict[str, int] = {}
        for name in names:
            try:
                places[name] = self._place(name)
            except InputError as error:
                problems += error.problems
        families = [(name, self.families[at]) for name, at in places.items()]
        first = families[0] if families else None
        for name, family in families[1:]:
            if first is not None and family.at != first[1].at:
                problems.append(self._apart(first, name))
                break
        if problems or first is None:
            raise InputError(problems)
        return first[1], places

    def _apart(self, first: tuple[str, Family], other: str) -> Problem:
        siblings = [self.tree.ids[one] for one in first[1].children]
        about = {"given": self.text, "name": first[0], "other": other, "siblings": siblings}
        return Problem("constraint-apart", params=about)

    def _place(self, name: str) -> int:
        """The index of a node that carries weight."""
        rubric = self.tree.rubric
        addresses = rubric.addresses(name)
        if not addresses:
            raise self._unknown(name)
        if len(addresses) > 1:
            raise InputError.of("ambiguous-name", given=self.text, name=name, allowed=addresses)
        at = self.tree.index[addresses[0]]
        if at not in self.families:
            raise InputError.of("constraint-weightless", given=self.text, name=name)
        return at

    def _unknown(self, name: str) -> InputError:
        addresses = self.tree.ids[1:]
        if re.fullmatch(NUMBER, name):
            return InputError.of("unreadable-constraint", given=self.text)
        short = {address.rpartition(".")[2]: address for address in addresses}
        near = nearest(name, [*short, *addresses])
        about = {"given": self.text, "name": name, "rubrics": [self.tree.rubric.id], "allowed": addresses}
        if near is None:
            return InputError.of("unknown-named", **about)
        return InputError.of("unknown-named.near", **about, meant=short.get(near, near))


def _sides(text: str) -> tuple[list[_Side], list[str]]:
    """The sides of a constraint and the signs between them. Raises InputError for what cannot be read."""
    parts = SIGN.split(text)
    sides = [_side(part, text) for part in parts[::2]]
    pairs = pairwise(sides)
    if len(sides) < 2 or not all(one.factors or other.factors for one, other in pairs):
        raise InputError.of("unreadable-constraint", given=text)
    return sides, parts[1::2]


def _side(part: str, text: str) -> _Side:
    factors: dict[str, float] = {}
    share = 0.0
    for term in part.split("+"):
        of_all, of_node = SHARE.fullmatch(term.strip()), TERM.fullmatch(term.strip())
        if of_all is not None:
            share += float(of_all[1]) / 100.0
        elif of_node is not None and None in (of_node["before"], of_node["after"]):
            factor = float(of_node["before"] or of_node["after"] or 1.0)
            if factor == 0:
                raise InputError.of("unreadable-constraint", given=text)
            factors[of_node["name"]] = factors.get(of_node["name"], 0.0) + factor
        else:
            raise InputError.of("unreadable-constraint", given=text)
    if share > 1:
        raise InputError.of("constraint-share", given=text)
    return _Side(factors, share)


def _stacked(rows: Sequence[Array], size: int) -> Array:
    kept = [row for row in rows if row.any()]
    return np.array(kept) if kept else np.zeros((0, size))
