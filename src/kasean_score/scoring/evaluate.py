"""Rubric and initiative in, scorecard out: the recursion that everything else reads.

Every node gets a score over what is rated, bounds over what could still be, the coverage between the two, its share
of the whole after nesting, and the points that it contributes.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Criterion, EvidenceRule, Group, Initiative, Node, Rating, Rubric, is_condition
from kasean_score.scoring.aggregate import mean_shares, power_mean
from kasean_score.scoring.limits import LimitFinding, Verdict, verdict
from kasean_score.scoring.support import unmet_rules
from kasean_score.scoring.values import rating_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["NodeScore", "Scorecard", "applies", "evaluate"]

RATED, NOT_RATED, NOT_APPLICABLE = "rated", "not_rated", "not_applicable"


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

    @property
    def criteria_applicable(self) -> int:
        return sum(bool(node.share) for node in self.criteria())

    @property
    def criteria_rated(self) -> int:
        return sum(bool(node.share) and node.state == RATED for node in self.criteria())


def evaluate(rubric: Rubric, initiative: Initiative) -> Scorecard:
    """Score `initiative` on `rubric`.

    The initiative's ratings must fit the rubric (`scoring.fit.misfits` finds none). Nothing is rounded. A scale is
    absolute: what other initiatives exist never matters.
    """
    ratings = initiative.ratings_on(rubric)
    root = Group(id="", title=rubric.title, children=rubric.groups)
    tree = _Tree(rubric, initiative, ratings)
    total = tree.score_group(root, parent=None, depth=-1)
    tree.divide(total, share=1.0, contribution=total.score)
    whole, *nodes = (branch.finish() for branch in total.walk())
    return Scorecard(
        rubric=rubric,
        initiative=initiative,
        score=whole.score,
        low=whole.low,
        high=whole.high,
        coverage=whole.coverage,
        verdict=verdict(rubric, whole, {node.node.id: node for node in nodes}),
        nodes=tuple(nodes),
    )


def applies(criterion: Criterion, initiative: Initiative) -> bool:
    """Whether the criterion can be asked of this type and stage of initiative; an unstated type or stage passes."""
    wanted = criterion.applies_to
    type_fits = not wanted.type or initiative.type is None or initiative.type in wanted.type
    stage_fits = not wanted.stage or initiative.stage is None or initiative.stage in wanted.stage
    return type_fits and stage_fits


class _Branch:
    """A node under computation, with its children; becomes a `NodeScore`."""

    __slots__ = (
        "children",
        "contribution",
        "coverage",
        "depth",
        "high",
        "low",
        "node",
        "parent",
        "rating",
        "score",
        "share",
        "state",
        "unmet",
    )

    def __init__(self, node: Node, parent: str | None, depth: int) -> None:
        self.node = node
        self.parent = parent
        self.depth = depth
        self.children: list[_Branch] = []
        self.state = NOT_APPLICABLE
        self.score: float | None = None
        self.low: float | None = None
        self.high: float | None = None
        self.coverage: float | None = None
        self.share: float | None = None
        self.contribution: float | None = None
        self.rating: Rating | None = None
        self.unmet: tuple[EvidenceRule, ...] = ()

    def walk(self) -> Iterator[_Branch]:
        yield self
        for child in self.children:
            yield from child.walk()

    def finish(self) -> NodeScore:
        return NodeScore(
            node=self.node,
            parent=self.parent or None,
            depth=self.depth,
            state=self.state,
            score=self.score,
            low=self.low,
            high=self.high,
            coverage=self.coverage,
            share=self.share,
            contribution=self.contribution,
            rating=self.rating,
            unmet=self.unmet,
        )


class _Tree:
    """One evaluation under way: the rubric, and the ratings that its leaves are scored from."""

    def __init__(self, rubric: Rubric, initiative: Initiative, ratings: Mapping[str, Rating]) -> None:
        self.rubric = rubric
        self.initiative = initiative
        self.ratings = ratings

    def score_criterion(self, criterion: Criterion, parent: str, depth: int) -> _Branch:
        branch = _Branch(criterion, parent, depth)
        branch.rating = rating = self.ratings.get(criterion.id)
        if (rating is not None and rating.state == NOT_APPLICABLE) or not applies(criterion, self.initiative):
            return branch
        branch.score, branch.low, branch.high = rating_value(self.rubric, criterion, rating)
        branch.state = NOT_RATED if branch.score is None else RATED
        branch.coverage = 0.0 if branch.score is None else 1.0
        if rating is not None and branch.state == RATED:
            branch.unmet = unmet_rules(self.rubric, rating, self.initiative.sources)
        return branch

    def score_group(self, group: Group, parent: str | None, depth: int) -> _Branch:
        branch = _Branch(group, parent, depth)
        for child in group.children:
            if isinstance(child, Group):
                branch.children.append(self.score_group(child, group.id, depth + 1))
            else:
                branch.children.append(self.score_criterion(child, group.id, depth + 1))
        applicable = _applicable(branch)
        weights = [child.node.weight for child in applicable]
        if not any(weights):
            return branch  # nothing that applies carries weight: the group leaves the tree
        power = self.power(group)
        branch.low = power_mean([child.low or 0.0 for child in applicable], weights, power)
        branch.high = power_mean([child.high or 0.0 for child in applicable], weights, power)
        covered = fsum(w * (child.coverage or 0.0) for child, w in zip(applicable, weights, strict=True))
        branch.coverage = covered / fsum(weights)
        rated = _rated(applicable)
        branch.state = RATED if rated else NOT_RATED
        if rated:
            branch.score = power_mean(*_scores_and_weights(rated), power)
        return branch

    def divide(self, branch: _Branch, share: float, contribution: float | None) -> None:
        """Hand the branch's share and contribution down to its children."""
        branch.share, branch.contribution = share, contribution
        if not isinstance(branch.node, Group) or branch.state == NOT_APPLICABLE:
            return
        applicable = _applicable(branch)
        total = fsum(child.node.weight for child in applicable)
        rated = _rated(applicable)
        parts: dict[str, float] = {}
        if contribution is not None and rated:
            shares = mean_shares(*_scores_and_weights(rated), self.power(branch.node))
            parts = {child.node.id: part * contribution for child, part in zip(rated, shares, strict=True)}
        for child in applicable:
            added = parts.get(child.node.id, None if child.score is None else 0.0)
            self.divide(child, share * child.node.weight / total, added)

    def power(self, group: Group) -> float:
        return self.rubric.aggregate if group.aggregate is None else group.aggregate


def _applicable(branch: _Branch) -> list[_Branch]:
    """The children that count in their parent: applicable, and not a condition group."""
    return [child for child in branch.children if child.state != NOT_APPLICABLE and not is_condition(child.node)]


def _rated(applicable: list[_Branch]) -> list[_Branch]:
    """Those with a score and a weight; a zero weight has no effect, so it cannot carry a score alone."""
    return [child for child in applicable if child.score is not None and child.node.weight > 0]


def _scores_and_weights(rated: list[_Branch]) -> tuple[list[float], list[float]]:
    scores = [child.score for child in rated if child.score is not None]
    return scores, [child.node.weight for child in rated]
