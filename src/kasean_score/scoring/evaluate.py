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
from kasean_score.scoring.support import unmet_rules
from kasean_score.scoring.values import rating_value

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NodeScore", "Scorecard", "Scorer", "applies", "evaluate"]

RATED, NOT_RATED, NOT_APPLICABLE = "rated", "not_rated", "not_applicable"
KEPT = 4096
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
    """Scores any number of initiatives on one rubric, as `evaluate` does one; what it remembers is bounded.

    Nodes are computed in columns: a node's entry stands at its index in the rubric's outline.
    """

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.outline = Outline(rubric)
        self._judge = Judge(rubric)
        self._known: dict[int, tuple[Rating, Outcome, tuple[EvidenceRule, ...]]] = {}

    def scorecard(self, initiative: Initiative) -> Scorecard:
        outline = self.outline
        size = len(outline.nodes)
        states, outcomes = [NOT_RATED] * size, outline.open.copy()
        ratings: list[Rating | None] = [None] * size
        unmet: list[tuple[EvidenceRule, ...]] = [()] * size
        layout = outline.layout(self._rate(initiative, states, outcomes, ratings, unmet))
        for at in layout.gone:
            states[at], outcomes[at], unmet[at] = NOT_APPLICABLE, ABSENT, ()
        points = _rolled_up(layout, states, outcomes)
        rows = zip(
            outline.nodes, outline.parents, outline.depths, states, *zip(*outcomes, strict=True), layout.shares,
            points, ratings, unmet, strict=True,
        )  # fmt: skip
        whole, *nodes = map(_node_score, rows)
        verdict = self._judge.verdict(whole, nodes)
        return Scorecard(self.rubric, initiative, *outcomes[0], verdict, tuple(nodes))

    def _rate(
        self,
        initiative: Initiative,
        states: list[str],
        outcomes: list[Outcome],
        ratings: list[Rating | None],
        unmet: list[tuple[EvidenceRule, ...]],
    ) -> tuple[int, ...]:
        """Enter what the ratings say of the criteria; returns the indices of those that do not apply."""
        rubric, known = self.rubric, self._known
        find = initiative.ratings_on(self.rubric).get
        absent = []
        for at, name, criterion in self.outline.leaves:
            rating = find(name)
            if rating is None:
                continue
            ratings[at] = rating
            found = known.get(id(rating))
            if found is not None and found[0] is rating:
                _, outcomes[at], unmet[at] = found
                states[at] = RATED
            elif rating.state == RATED:
                if rating.levels is None:
                    outcomes[at] = Outcome(*rating_value(rubric, criterion, rating), 1.0)
                else:
                    outcomes[at] = self.outline.outcomes[rating.levels]
                states[at] = RATED
                unmet[at] = unmet_rules(self.outline.rules, rating, initiative.sources)
                if rating.levels is not None and not (rating.evidence or rating.why):
                    self._keep(rating, outcomes[at], unmet[at])
            elif rating.state == NOT_APPLICABLE:
                absent.append(at)
        barred = self.outline.barred(initiative)
        return tuple(sorted(barred.union(absent)) if barred else absent)

    def _keep(self, rating: Rating, outcome: Outcome, unmet: tuple[EvidenceRule, ...]) -> None:
        """Remember a rating of levels alone: the rows of a table share them."""
        if len(self._known) >= KEPT:
            self._known.clear()
        self._known[id(rating)] = (rating, outcome, unmet)


_node_score = partial(tuple.__new__, NodeScore)
"""A `NodeScore` from the entries of its columns: this is done for every node of every scorecard."""


def _rolled_up(layout: Layout, states: list[str], outcomes: list[Outcome]) -> list[float | None]:
    """Enter the outcome of each group; returns the points of the total score that each node adds."""
    parts: dict[int, tuple[float | None, ...]] = {}
    for knot in layout.knots:
        outcome, parts[knot.at] = knot.rolled_up(outcomes)
        outcomes[knot.at] = outcome
        if outcome.score is not None:
            states[knot.at] = RATED
    points: list[float | None] = [None] * len(outcomes)
    points[0] = outcomes[0].score
    for knot in layout.counted:
        for one in knot.idle:
            points[one] = None if outcomes[one].score is None else 0.0
        whole = points[knot.at]
        if whole is not None:
            for one, part in zip(knot.children, parts[knot.at], strict=True):
                if part is not None:
                    points[one] = part * whole
    return points
