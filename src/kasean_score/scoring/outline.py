"""What of a rubric's tree depends on no rating: worked out once, then used for any number of initiatives.

The tree lies flat, in rubric order with a root of no name in front, and everything about a node stands at its index.
"""

from __future__ import annotations

from math import fsum
from operator import itemgetter, mul
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.model import Criterion, Group, Initiative, Node, Rubric, is_condition
from kasean_score.scoring.aggregate import positive_mean, positive_shares
from kasean_score.scoring.recent import Recent
from kasean_score.scoring.support import RulesAt
from kasean_score.scoring.values import LevelValues, rating_value

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["ABSENT", "Knot", "Layout", "LevelOutcomes", "Outcome", "Outline", "applies"]

LAYOUTS, RESULTS = 256, 1 << 12
"""Layouts and groups' results that an outline remembers: dossiers repeat each other. The results take up to 5 MB."""


class Outcome(NamedTuple):
    """What came out for one node: score and bounds of 0 to 100, and coverage of 0 to 1."""

    score: float | None
    low: float | None
    high: float | None
    coverage: float | None


ABSENT = Outcome(None, None, None, None)
"""The outcome of a node that does not apply."""


class LevelOutcomes(dict[tuple[int, int], Outcome]):
    """The outcome of a criterion that is rated by levels, by the lowest and the highest."""

    def __init__(self, rubric: Rubric) -> None:
        self.values_of = LevelValues(rubric)

    def __missing__(self, levels: tuple[int, int]) -> Outcome:
        found = self[levels] = Outcome(*self.values_of[levels], 1.0)
        return found


class RolledUp(NamedTuple):
    """A group's outcome, and the part of its points that each child accounts for, None where that has no score."""

    outcome: Outcome
    parts: tuple[float | None, ...]


class Shared:
    """What the groups of an outline have in common: results that are known, by the outcomes below and the form.

    Groups of one power and the same weights are of one form, a number, and roll up alike.
    """

    def __init__(self) -> None:
        self.forms: dict[tuple[float, tuple[float, ...]], int] = {}
        self.known: Recent[tuple[Any, ...], RolledUp] = Recent(RESULTS)


class Knot:
    """A group to be computed: its children that apply and count, and how to roll them up.

    `children` are those with a weight, `pick` takes their entries out of a column; `idle` are those without, which
    have a share of zero and no effect.
    """

    def __init__(self, at: int, present: Sequence[int], nodes: Sequence[Node], power: float, shared: Shared) -> None:
        self.at = at
        self.children = tuple(one for one in present if nodes[one].weight > 0)
        self.idle = tuple(one for one in present if nodes[one].weight == 0)
        self.pick = _picker(self.children)
        self.of_criteria = all(isinstance(nodes[one], Criterion) for one in self.children)
        self.power = power
        self.weights = tuple(nodes[one].weight for one in self.children)
        self.total = fsum(self.weights)
        self._known = shared.known
        self._form = shared.forms.setdefault((power, self.weights), len(shared.forms))

    def rolled_up(self, outcomes: Sequence[Outcome]) -> RolledUp:
        """The group's outcome: its score over the rated children, its bounds over all of them, and its coverage.

        That of a group of criteria is remembered, since a few levels make all there is to combine.
        """
        if not self.of_criteria:
            return self._rolled_up(tuple(self.pick(outcomes)))
        key = (self._form, *self.pick(outcomes))
        found = self._known.get(key)
        if found is None:
            found = self._rolled_up(key[1:])
            self._known.put(key, found)
        return found

    def _rolled_up(self, below: tuple[Outcome, ...]) -> RolledUp:
        weights, total, power = self.weights, self.total, self.power
        scores, lows, highs, coverages = zip(*below, strict=True)
        low = positive_mean(lows, weights, total, power)
        high = low if highs == lows else positive_mean(highs, weights, total, power)
        coverage = fsum(map(mul, coverages, weights)) / total
        if None not in scores:
            score = low if scores == lows else positive_mean(scores, weights, total, power)
            return RolledUp(Outcome(score, low, high, coverage), tuple(positive_shares(scores, weights, score, power)))
        rated = [(x, w) for x, w in zip(scores, weights, strict=True) if x is not None]
        if not rated:
            return RolledUp(Outcome(None, low, high, coverage), scores)
        scored, carried = zip(*rated, strict=True)
        score = positive_mean(scored, carried, fsum(carried), power)
        parts = iter(positive_shares(scored, carried, score, power))
        shared = tuple([None if x is None else next(parts) for x in scores])
        return RolledUp(Outcome(score, low, high, coverage), shared)


class Layout(NamedTuple):
    """The tree for one set of criteria that do not apply.

    `knots` are the groups that apply, children before parents; `counted` those of them that have a share of the
    whole, parents before children; `gone` the nodes that do not apply. `shares` has each node's part (0 to 1) of the
    whole, None outside the counted tree.
    """

    knots: tuple[Knot, ...]
    counted: tuple[Knot, ...]
    gone: tuple[int, ...]
    shares: tuple[float | None, ...]


class Outline:
    """A rubric's tree laid flat."""

    def __init__(self, rubric: Rubric) -> None:
        root = Group(id="", title=rubric.title, children=rubric.groups)
        self.rubric = rubric
        self.nodes: list[Node] = []
        self.parents: list[str | None] = []
        self.depths: list[int] = []
        self.children: dict[int, list[int]] = {}
        self._lay(root, None, -1)
        self.outcomes = LevelOutcomes(rubric)
        self.rules = RulesAt(rubric)
        self.leaves = [(at, node.id, node) for at, node in enumerate(self.nodes) if isinstance(node, Criterion)]
        self.open: list[Outcome] = [ABSENT] * len(self.nodes)
        for at, _, criterion in self.leaves:
            self.open[at] = Outcome(*rating_value(rubric, criterion, None), 0.0)
        self._barred: dict[tuple[str | None, str | None], frozenset[int]] = {}
        self._layouts: dict[tuple[int, ...], Layout] = {}
        self._knots: dict[tuple[int, ...], Knot] = {}
        self._shared = Shared()

    def barred(self, initiative: Initiative) -> frozenset[int]:
        """The criteria that cannot be asked of an initiative of this type and stage."""
        key = (initiative.type, initiative.stage)
        found = self._barred.get(key)
        if found is None:
            found = frozenset(at for at, _, criterion in self.leaves if not applies(criterion, initiative))
            self._barred[key] = found
        return found

    def layout(self, absent: tuple[int, ...]) -> Layout:
        """The tree without the criteria at the indices `absent`, which do not apply."""
        found = self._layouts.get(absent)
        if found is None:
            if len(self._layouts) >= LAYOUTS:
                self._layouts.clear()
                self._knots.clear()
            found = self._layouts[absent] = self._laid_out(absent)
        return found

    def _lay(self, node: Node, parent: str | None, depth: int) -> int:
        at = len(self.nodes)
        self.nodes.append(node)
        self.parents.append(parent or None)
        self.depths.append(depth)
        if isinstance(node, Group):
            self.children[at] = []
            for child in node.children:
                self.children[at].append(self._lay(child, node.id, depth + 1))
        return at

    def _laid_out(self, absent: tuple[int, ...]) -> Layout:
        gone = dict.fromkeys(absent)
        knots: dict[int, Knot] = {}
        for at in reversed(self.children):
            present = [one for one in self.children[at] if one not in gone and not is_condition(self.nodes[one])]
            if any(self.nodes[one].weight for one in present):
                knots[at] = self._knot(at, present)
            else:  # nothing that applies carries weight: the group leaves the tree
                gone[at] = None
        shares: list[float | None] = [None] * len(self.nodes)
        shares[0] = 1.0
        for at in self.children:
            share, knot = shares[at], knots.get(at)
            if share is not None and knot is not None:
                for one in (*knot.children, *knot.idle):
                    shares[one] = share * self.nodes[one].weight / knot.total
        counted = tuple(knots[at] for at in self.children if at in knots and shares[at] is not None)
        return Layout(tuple(knots.values()), counted, tuple(gone), tuple(shares))

    def _knot(self, at: int, present: Sequence[int]) -> Knot:
        key = (at, *present)
        if key not in self._knots:
            group = self.nodes[at]
            assert isinstance(group, Group)
            power = self.rubric.aggregate if group.aggregate is None else group.aggregate
            self._knots[key] = Knot(at, present, self.nodes, power, self._shared)
        return self._knots[key]


def _picker(places: tuple[int, ...]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    """What takes the entries at `places` out of a list; neighbours are taken in one piece."""
    first, last = places[0], places[-1]
    return itemgetter(slice(first, last + 1)) if last - first == len(places) - 1 else itemgetter(*places)


def applies(criterion: Criterion, initiative: Initiative) -> bool:
    """Whether the criterion can be asked of this type and stage of initiative; an unstated type or stage passes."""
    wanted = criterion.applies_to
    type_fits = not wanted.type or initiative.type is None or initiative.type in wanted.type
    stage_fits = not wanted.stage or initiative.stage is None or initiative.stage in wanted.stage
    return type_fits and stage_fits
