"""What moved between two scorecards, and how much of it is due to what.

The change of a score is split among five factors:

- `ratings`: criteria rated on both sides, at another level or value;
- `coverage`: criteria rated on one side and not rated on the other;
- `applicability`: criteria that apply on one side only, whatever took them out;
- `weights`: the weights of the nodes that both rubrics have;
- `rubric`: all else that the rubric's version changed: aggregation, scale, goalposts, criteria added, removed or
  judged in another way, each with the rating that came or went with it.

Method: S being a set of factors, v(S) is the score of a hybrid in which the factors in S are as in the new scorecard
and the others as in the old one, computed by `scoring.evaluate` like any score. A factor's part is its step
v(S + factor) - v(S), averaged over all orders in which the factors can be switched (the Shapley value). In each order
the steps lead from the old score to the new one, so the parts add up to the change, for every aggregation and without
a remainder. Sources: Shapley, A value for n-person games (1953); Shorrocks, Decomposition procedures for
distributional analysis: a unified framework based on the Shapley value (2013). Orders that pass through a hybrid
without a score (nothing rated) are left out of the mean, which keeps the sum (Weber, Probabilistic values for games,
1988: a random-order value); where one side has no score, or no order is left, nothing is split.

Within ratings, coverage and applicability each criterion's part is its step when the criteria are switched one after
another in rubric order, and in the reverse order, averaged over the two: exact where effects add up, as of ratings
under the arithmetic mean, and always adding up to the factor's part. Source: Dietzenbacher and Los, Structural
decomposition techniques: sense and sensitivity (1998), on the mean of two polar decompositions.
"""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Criterion, Group, Rating, WeightSet
from kasean_score.scoring.evaluate import NOT_APPLICABLE, NOT_RATED, RATED, evaluate
from kasean_score.scoring.variants import with_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kasean_score.model import Rubric
    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["FACTORS", "Change", "NodeChange", "Split", "changes"]

FACTORS = ("ratings", "coverage", "applicability", "weights", "rubric")
OF_CRITERIA = FACTORS[:3]
TOTAL = ""
"""Stands for the total among the addresses of nodes."""

Order = tuple[str, ...]
Taken = frozenset[str]


class Split(NamedTuple):
    """The part of each factor in the change of one score; `used` of `orders` orders were averaged."""

    parts: Mapping[str, float]
    orders: int
    used: int


class NodeChange(NamedTuple):
    """A node on both sides (None where a side's rubric does not have it).

    `factor` is the one that a criterion's changed rating belongs to: None where it is the same, and for groups.
    `effect` is what that moved the total score by; None where it counts for nothing, or belongs to the rubric.
    """

    id: str
    old: NodeScore | None
    new: NodeScore | None
    factor: str | None
    effect: float | None
    split: Split | None


class Change(NamedTuple):
    """`differing` are the factors that are not the same on both sides, whether or not they moved the score."""

    old: Scorecard
    new: Scorecard
    differing: Order
    split: Split | None
    nodes: tuple[NodeChange, ...]

    @property
    def score(self) -> float | None:
        """The change of the total score, 0 to 100 either way; None where a side has none."""
        return None if self.old.score is None or self.new.score is None else self.new.score - self.old.score


def changes(old: Scorecard, new: Scorecard) -> Change:
    """Everything that moved from `old` to `new`: see the module's docstring for the method."""
    before, after = ({score.node.id: score for score in card.nodes} for card in (old, new))
    pairs = {address: (before.get(address), after.get(address)) for address in _addresses(old, new)}
    factors = {address: _factor(old.rubric, new.rubric, *pair) for address, pair in pairs.items()}
    differing = tuple(name for name in FACTORS if _differs(name, old.rubric, new.rubric, factors))
    hybrids = _Hybrids(old, new, factors)
    subsets = {frozenset(order[:n]) for order in permutations(differing) for n in range(len(order) + 1)}
    scores = {taken: hybrids.scores(taken) for taken in subsets}
    total = _split(scores, TOTAL, differing)
    counted = [a for a, pair in pairs.items() if any(node is not None and node.counted for node in pair)]
    effects = {} if total is None else _effects(hybrids, scores, differing, counted)
    nodes = (
        NodeChange(a, *pair, factors[a], effects.get(a), _node_split(scores, differing, *pair))
        for a, pair in pairs.items()
    )
    return Change(old, new, differing, total, tuple(nodes))


def _addresses(old: Scorecard, new: Scorecard) -> list[str]:
    """The new rubric's addresses in its order, those of the old one alone behind what they stood behind there."""
    merged = [score.node.id for score in new.nodes]
    depth = {score.node.id: score.depth for score in (*old.nodes, *new.nodes)}
    before = ""
    for address in (score.node.id for score in old.nodes):
        if address not in merged:
            at = merged.index(before) + 1 if before else 0
            while at < len(merged) and depth[merged[at]] > depth[address]:
                at += 1  # behind all that is below the one before
            merged.insert(at, address)
        before = address
    return merged


def _factor(old: Rubric, new: Rubric, before: NodeScore | None, after: NodeScore | None) -> str | None:
    """The factor that a criterion's move from one side to the other belongs to; None where it did not move."""
    if before is None or after is None or before.is_criterion != after.is_criterion:
        return "rubric"
    if not before.is_criterion:
        return None
    if not (_readable(before, after.node, new) and _readable(after, before.node, old)):
        return "rubric"
    states = {before.state, after.state}
    if states == {RATED}:
        return None if _reading(before) == _reading(after) else "ratings"
    if len(states) == 1:
        return None
    return "applicability" if NOT_APPLICABLE in states else "coverage"


def _reading(score: NodeScore) -> tuple[object, ...] | None:
    """What a rating says, without its rationale and evidence."""
    rating = score.rating
    return None if rating is None else (rating.levels, rating.value, rating.low, rating.high)


def _readable(score: NodeScore, node: Criterion | Group, rubric: Rubric) -> bool:
    """Whether a rating of one side can be scored by the other side's criterion."""
    assert isinstance(node, Criterion)
    assert isinstance(score.node, Criterion)
    if (score.node.measure is None) != (node.measure is None):
        return False
    rating = score.rating
    if rating is None or score.state != RATED:
        return True
    if rating.levels is not None:
        return {*rating.levels} <= {level.level for level in rubric.scale}
    given = (rating.value, rating.low, rating.high)
    return node.measure is None or not node.measure.log or all(value is None or value > 0 for value in given)


def _differs(name: str, old: Rubric, new: Rubric, factors: Mapping[str, str | None]) -> bool:
    if name == "weights":
        weights = {node.id: node.weight for node in old.nodes()}
        return any(weights.get(node.id, node.weight) != node.weight for node in new.nodes())
    return name in factors.values() or (name == "rubric" and _structure(old) != _structure(new))


def _structure(rubric: Rubric) -> object:
    """All of a rubric that a score depends on, but its weights."""
    nodes: dict[str, object] = {}
    for node in rubric.nodes():
        if isinstance(node, Group):
            nodes[node.id] = (node.role, rubric.aggregate if node.aggregate is None else node.aggregate)
        else:
            nodes[node.id] = node.measure and (node.measure.worst, node.measure.best, node.measure.log)
    return rubric.aggregate, [(level.level, level.value) for level in rubric.scale], nodes


class _Hybrids:
    """Scorecards in which some factors are as in the new scorecard and the others as in the old one."""

    def __init__(self, old: Scorecard, new: Scorecard, factors: Mapping[str, str | None]) -> None:
        self.sides = {False: old, True: new}
        self.factors = factors
        self.ratings = {side: _ratings(card) for side, card in self.sides.items()}
        self.weights = {side: {n.id: n.weight for n in card.rubric.nodes()} for side, card in self.sides.items()}

    def scores(self, taken: Taken, switched: Taken = frozenset()) -> dict[str, float | None]:
        """Scores by address (TOTAL: the whole) with the factors `taken` and the criteria `switched` as they are new."""
        structure = "rubric" in taken
        rubric = self.sides[structure].rubric
        weights = self.weights[structure] | self.weights["weights" in taken]
        bare = rubric._replace(weight_sets={"": WeightSet("", "", weights)}, limits=(), evidence_rules=())
        ratings = {c.id: self.rating(c.id, taken, switched, structure) for c in rubric.criteria()}
        # Who does not apply is said by the ratings: the type and stage must not say it again.
        asked = self.sides[True].initiative._replace(type=None, stage=None, ratings={rubric.id: ratings})
        card = evaluate(with_weights(bare, ""), asked)
        return {TOTAL: card.score, **{score.node.id: score.score for score in card.nodes}}

    def rating(self, address: str, taken: Taken, switched: Taken, structure: bool) -> Rating:
        """A criterion's rating: from the side that its factor is on."""
        factor = self.factors[address]
        side = structure if factor == "rubric" else factor is None or factor in taken or address in switched
        return self.ratings[side].get(address) or self.ratings[structure][address]


def _ratings(card: Scorecard) -> dict[str, Rating]:
    """The rating of each criterion, `not_applicable` wherever it was left out, and without evidence."""
    kept = {RATED: None, NOT_RATED: Rating(NOT_RATED), NOT_APPLICABLE: Rating(NOT_APPLICABLE)}
    found = {}
    for score in card.criteria():
        rating = kept[score.state] or score.rating
        assert rating is not None
        found[score.node.id] = rating._replace(evidence=())
    return found


def _split(scores: Mapping[Taken, Mapping[str, float | None]], address: str, differing: Order) -> Split | None:
    """The order-averaged parts of one node; None where no order leads from a score to a score."""
    orders = list(permutations(differing))
    used = [steps for order in orders if (steps := _steps(scores, address, order)) is not None]
    if not used:
        return None
    parts = {name: fsum(steps[name] for steps in used) / len(used) if name in differing else 0.0 for name in FACTORS}
    return Split(parts, len(orders), len(used))


def _steps(scores: Mapping[Taken, Mapping[str, float | None]], address: str, order: Order) -> dict[str, float] | None:
    """What each factor adds when they are switched in `order`; None where a hybrid on the way has no score."""
    way = [scores[frozenset(order[:n])].get(address) for n in range(len(order) + 1)]
    known = [score for score in way if score is not None]
    if len(known) < len(way):
        return None
    return {name: after - before for name, before, after in zip(order, known, known[1:], strict=False)}


def _node_split(
    scores: Mapping[Taken, Mapping[str, float | None]],
    differing: Order,
    before: NodeScore | None,
    after: NodeScore | None,
) -> Split | None:
    if before is None or after is None or before.is_criterion != after.is_criterion:
        return None
    return _split(scores, before.node.id, differing)


def _effects(
    hybrids: _Hybrids,
    scores: Mapping[Taken, Mapping[str, float | None]],
    differing: Order,
    counted: Sequence[str],
) -> dict[str, float]:
    """By address, what the change of each counted criterion's rating moved the total by."""
    orders = [order for order in permutations(differing) if _steps(scores, TOTAL, order) is not None]
    effects: dict[str, float] = {}
    for factor in set(differing) & set(OF_CRITERIA):
        members = [address for address in counted if hybrids.factors[address] == factor]
        befores = Counter(frozenset(order[: order.index(factor)]) for order in orders)
        chains = {before: _chain_steps(hybrids, before, members) for before in befores}
        for address in members if all(chains.values()) else ():
            effects[address] = fsum(
                steps[address] * befores[before] / len(chained)
                for before, chained in chains.items()
                for steps in chained
            ) / len(orders)
    return effects


def _chain_steps(hybrids: _Hybrids, before: Taken, members: Sequence[str]) -> list[dict[str, float]]:
    """The steps of criteria switched one by one, forwards and backwards; a way without a score is left out."""
    found = []
    for chain in (tuple(members), tuple(reversed(members))):
        way = [hybrids.scores(before, frozenset(chain[:n]))[TOTAL] for n in range(len(chain) + 1)]
        known = [score for score in way if score is not None]
        if len(known) == len(way):
            found.append({name: b - a for name, a, b in zip(chain, known, known[1:], strict=False)})
    return found
