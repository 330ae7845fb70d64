"""Rubric and initiative in, scorecard out: the computation that everything else reads.

Every node gets a score over what is rated, bounds over what could still be, the coverage between the two, its share
of the whole after nesting, and the points that it contributes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Criterion, EvidenceRule, Initiative, Node, Rating, Rubric
from kasean_score.scoring.limits import Judge, LimitFinding, Verdict
from kasean_score.scoring.outline import ABSENT, Layout, Outcome, Outline, applies
from kasean_score.scoring.recent import is_shared
from kasean_score.scoring.support import unmet_rules
from kasean_score.scoring.values import rating_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["NodeScore", "Scorecard", "Scorer", "Tally", "applies", "evaluate"]

RATED, NOT_RATED, NOT_APPLICABLE = "rated", "not_rated", "not_applicable"
KEPT = 1 << 12
"""Ratings that a scorer remembers."""


class NodeScore(NamedTuple):
    """What came out for one node.

    `score`, `low` and `high` are 0 to 100; `score` is None where nothing below is rated, and the bounds too where
    nothing applies. `coverage` is the rated share (0 to 1) of the node's applicable weight. `share` is the node's part
    (0 to 1) of the applicable weight of the whole, `contribution` the points that it adds to the total score; both are
    None outside the counted tree. `rating` and `unmet` (evidence rules that the rating breaks) belong to criteria.
    """

    node: Node
    parent: str | None
    depth: int
    state: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    share: float | None = None
    contribution: float | None = None
    rating: Rating | None = None
    unmet: tuple[EvidenceRule, ...] = ()

    @property
    def is_criterion(self) -> bool:
        return isinstance(self.node, Criterion)

    @property
    def counted(self) -> bool:
        return self.share is not None


class Scorecard(NamedTuple):
    """One initiative on one rubric; `nodes` in rubric order, a group before its children.

    `criteria_rated` and `criteria_applicable` count the criteria that have a share of the whole.
    """

    rubric: Rubric
    initiative: Initiative
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    verdict: Verdict
    nodes: tuple[NodeScore, ...]

    @property
    def limits(self) -> tuple[LimitFinding, ...]:
        return self.verdict.limits

    def criteria(self) -> Iterator[NodeScore]:
        return (node for node in self.nodes if node.is_criterion)

    def states_counted(self) -> list[str]:
        """The states of the criteria that have a share of the whole."""
        return [node.state for node in self.nodes if node.share and isinstance(node.node, Criterion)]

    @property
    def criteria_applicable(self) -> int:
        return len(self.states_counted())

    @property
    def criteria_rated(self) -> int:
        return self.states_counted().count(RATED)


def evaluate(rubric: Rubric, initiative: Initiative) -> Scorecard:
    """Score `initiative` on `rubric`.

    The initiative's ratings must fit the rubric (`scoring.fit.misfits` finds none). Nothing is rounded. A scale is
    absolute: what other initiatives exist never matters.
    """
    return Scorer(rubric).scorecard(initiative)


class Scorer:
    """Scores any number of initiatives on one rubric, as `evaluate` does one; what it remembers is bounded."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.outline = Outline(rubric)
        self._judge = Judge(rubric)
        self._known: dict[int, tuple[Rating, Outcome, tuple[EvidenceRule, ...]]] = {}

    def scorecard(self, initiative: Initiative) -> Scorecard:
        return self.tally(initiative).scorecard()

    def tally(self, initiative: Initiative) -> Tally:
        """What a scorecard says, not yet node by node."""
        tally = Tally(self.outline, initiative)
        layout = self.outline.layout(self._rate(tally))
        tally.roll_up(layout)
        tally.verdict = self._judge.verdict(tally.outcomes[0], tally)
        return tally

    def _rate(self, tally: Tally) -> tuple[int, ...]:
        """Enter what the ratings say of the criteria; returns the indices of those that do not apply."""
        initiative, known, outline = tally.initiative, self._known, self.outline
        states, outcomes, ratings, unmet = tally.states, tally.outcomes, tally.ratings, tally.unmet
        find = initiative.ratings_on(self.rubric).get
        absent = []
        for at, name, criterion in outline.leaves:
            rating = find(name)
            if rating is None:
                continue
            ratings[at] = rating
            found = known.get(id(rating))
            if found is not None:
                _, outcomes[at], unmet[at] = found
                states[at] = RATED
            elif rating.state == RATED:
                if rating.levels is None:
                    outcomes[at] = Outcome(*rating_value(self.rubric, criterion, rating), 1.0)
                else:
                    outcomes[at] = outline.outcomes[rating.levels]
                states[at] = RATED
                unmet[at] = unmet_rules(outline.rules, rating, initiative.sources)
                if rating.levels is not None and is_shared(rating):
                    self._keep(rating, outcomes[at], unmet[at])
            elif rating.state == NOT_APPLICABLE:
                absent.append(at)
        barred = outline.barred(initiative)
        return tuple(sorted(barred.union(absent)) if barred else absent)

    def _keep(self, rating: Rating, outcome: Outcome, unmet: tuple[EvidenceRule, ...]) -> None:
        """Remember a rating, and the rating itself with it, so that no other can take its identity."""
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[id(rating)] = (rating, outcome, unmet)


class Tally:
    """A scorecard in columns: what is known of a node stands at its index in the outline, the whole at 0."""

    def __init__(self, outline: Outline, initiative: Initiative) -> None:
        size = len(outline.nodes)
        self.outline = outline
        self.initiative = initiative
        self.states = [NOT_RATED] * size
        self.outcomes = outline.open.copy()
        self.ratings: list[Rating | None] = [None] * size
        self.unmet: list[tuple[EvidenceRule, ...]] = [()] * size
        self.shares: Sequence[float | None] = ()
        self.points: list[float | None] = [None] * size
        self.verdict: Verdict

    def roll_up(self, layout: Layout) -> None:
        """Enter the outcome of each group, and the points of the total score that each node adds."""
        states, outcomes, points = self.states, self.outcomes, self.points
        for at in layout.gone:
            states[at], outcomes[at], self.unmet[at] = NOT_APPLICABLE, ABSENT, ()
        parts: dict[int, tuple[float | None, ...]] = {}
        for knot in layout.knots:
            at = knot.at
            outcomes[at], parts[at] = knot.rolled_up(outcomes)
            if outcomes[at].score is not None:
                states[at] = RATED
        self.shares = layout.shares
        points[0] = outcomes[0].score
        for knot in layout.counted:
            for one in knot.idle:
                points[one] = None if outcomes[one].score is None else 0.0
            whole = points[knot.at]
            if whole is not None:
                for one, part in zip(knot.children, parts[knot.at], strict=True):
                    if part is not None:
                        points[one] = part * whole

    def node(self, at: int) -> NodeScore:
        """The node at an index."""
        outline = self.outline
        return NodeScore(
            outline.nodes[at], outline.parents[at], outline.depths[at], self.states[at], *self.outcomes[at],
            self.shares[at], self.points[at], self.ratings[at], self.unmet[at],
        )  # fmt: skip

    def scorecard(self) -> Scorecard:
        outline = self.outline
        rows = zip(
            outline.nodes, outline.parents, outline.depths, self.states, *zip(*self.outcomes, strict=True),
            self.shares, self.points, self.ratings, self.unmet, strict=True,
        )  # fmt: skip
        nodes = tuple(map(_node_score, rows))
        return Scorecard(outline.rubric, self.initiative, *self.outcomes[0], self.verdict, nodes[1:])


_node_score = partial(tuple.__new__, NodeScore)
"""A `NodeScore` from the entries of its columns: this is done for every node of every scorecard."""
