"""Initiatives side by side on one rubric: differences, the criteria that all are rated on, order and dominance.

Scales are absolute: nothing here changes a score. What depends on the company is only which criteria are common.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Group, Node, Rating, Rubric
from kasean_score.scoring.evaluate import NOT_APPLICABLE, NOT_RATED, RATED, NodeScore, Scorecard, evaluate
from kasean_score.scoring.limits import TOLERANCE
from kasean_score.scoring.variants import with_ratings
from kasean_score.scoring.views import under_conditions

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

__all__ = [
    "Basis",
    "Comparison",
    "Difference",
    "Pair",
    "Standing",
    "common_criteria",
    "compare",
    "difference",
    "kept",
    "mattering",
    "standings",
]


class Difference(NamedTuple):
    """Points between two scores: `value` None where either has none, `low` and `high` the least and most possible."""

    value: float | None
    low: float
    high: float


class Standing(NamedTuple):
    """One initiative's place among those compared, `position` counting from 0 in the order they were given.

    `rank` is 1 for the highest score, shared by ties, and None without a score. `overlaps` are the positions of those
    whose bounds meet its own, and which could therefore stand on its other side.
    """

    position: int
    rank: int | None
    overlaps: tuple[int, ...]


class Basis(NamedTuple):
    """One set of criteria to compare on: the scorecards by position, and the initiatives in order of their score.

    `coverage` holds for each scorecard, by address (`""` the whole), the share (0 to 1) of applicable weight that the
    score rests on; None where nothing applies.
    """

    cards: tuple[Scorecard, ...]
    coverage: tuple[Mapping[str, float | None], ...]
    standings: tuple[Standing, ...]


class Pair(NamedTuple):
    """Two initiatives, criterion by criterion, on what is `rated_in_both`.

    `first_higher` and `second_higher` count the criteria on which one scores above the other; `apart` those that apply
    to either and are not rated in both. `dominant` is the position of the one that is nowhere lower and somewhere
    higher, or None; `certain` whether that holds at every reading of the ranges.
    """

    first: int
    second: int
    rated_in_both: tuple[str, ...]
    first_higher: int
    second_higher: int
    apart: int
    dominant: int | None
    certain: bool


class Comparison(NamedTuple):
    """Initiatives on one rubric: on all criteria, and on the `common` ones, which are rated in every initiative."""

    rubric: Rubric
    on_all: Basis
    on_common: Basis
    common: tuple[str, ...]
    pairs: tuple[Pair, ...]


def compare(cards: Sequence[Scorecard]) -> Comparison:
    """Compare scorecards on one rubric. Raises ValueError for fewer than two, or for more than one rubric."""
    if len(cards) < 2 or any(card.rubric != cards[0].rubric for card in cards):
        raise ValueError("a comparison needs two scorecards or more on the same rubric")
    rubric = cards[0].rubric
    common = common_criteria(cards)
    cut = kept(rubric, common)
    reduced = [evaluate(cut, card.initiative) for card in cards]
    thinned = [_blanked(card, common) for card in cards]
    return Comparison(
        rubric=rubric,
        on_all=_basis(cards, cards),
        on_common=_basis(reduced, thinned),
        common=common,
        pairs=_pairs(cards),
    )


def common_criteria(cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """The addresses rated in every scorecard (a disputed rating is one), in rubric order."""
    rated = [{score.node.id for score in card.criteria() if score.state == RATED} for card in cards]
    return tuple(
        criterion.id for criterion in cards[0].rubric.criteria() if all(criterion.id in here for here in rated)
    )


def kept(rubric: Rubric, criteria: Collection[str]) -> Rubric:
    """The rubric's tree without all other criteria, and without the groups that this empties.

    Weights stay relative and condition groups conditions. Limits go: they judge the whole, and what is left names no
    band that anyone should quote.
    """

    def cut(group: Group) -> Group | None:
        children: list[Node] = []
        for child in group.children:
            left = cut(child) if isinstance(child, Group) else child if child.id in criteria else None
            if left is not None:
                children.append(left)
        return group._replace(children=tuple(children)) if children else None

    groups = [left for group in rubric.groups if (left := cut(group)) is not None]
    return rubric._replace(groups=tuple(groups), limits=())


def difference(other: NodeScore | Scorecard, first: NodeScore | Scorecard) -> Difference | None:
    """`other` minus `first` in points; None where either does not apply.

    [low, high] = [low_o - high_f, high_o - low_f]: exact, because what is open in one dossier is open whatever the
    other turns out to be. Source: interval subtraction (Moore, Interval Analysis, 1966, chapter 2).
    """
    if other.low is None or other.high is None or first.low is None or first.high is None:
        return None
    value = None if other.score is None or first.score is None else other.score - first.score
    return Difference(value, other.low - first.high, other.high - first.low)


def standings(cards: Sequence[Scorecard]) -> tuple[Standing, ...]:
    """Highest score first. Scores within the tolerance of a tie's highest are equal: one rank, in order of id.

    The rank after a tie of two skips one. Those without a score come last, without a rank.
    """
    scored = [(card.score, position) for position, card in enumerate(cards) if card.score is not None]
    left = sorted(scored, key=lambda pair: (-pair[0], pair[1]))
    found: list[Standing] = []
    while left:
        tied = [position for score, position in left if score >= left[0][0] - TOLERANCE]
        rank = len(found) + 1
        left = left[len(tied) :]
        found += [Standing(one, rank, _overlaps(cards, one)) for one in _by_id(cards, tied)]
    rest = _by_id(cards, [position for position, card in enumerate(cards) if card.score is None])
    return tuple(found + [Standing(one, None, _overlaps(cards, one)) for one in rest])


def _by_id(cards: Sequence[Scorecard], positions: Sequence[int]) -> list[int]:
    return sorted(positions, key=lambda position: (cards[position].initiative.id, position))


def _overlaps(cards: Sequence[Scorecard], position: int) -> tuple[int, ...]:
    return tuple(other for other in range(len(cards)) if other != position and _meet(cards[position], cards[other]))


def _meet(one: Scorecard, other: Scorecard) -> bool:
    """Whether bounds have a score in common. Two exact scores that are equal are a tie, with nothing uncertain."""
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return False
    if one.low == one.high and other.low == other.high:
        return False
    return one.low <= other.high + TOLERANCE and other.low <= one.high + TOLERANCE


def _basis(cards: Sequence[Scorecard], covered: Sequence[Scorecard]) -> Basis:
    """The basis of `cards`; `covered` are scorecards of the same nodes, and perhaps others, that have the coverage."""
    coverage = tuple({"": card.coverage, **{score.node.id: score.coverage for score in card.nodes}} for card in covered)
    return Basis(tuple(cards), coverage, standings(cards))


def _blanked(card: Scorecard, common: Sequence[str]) -> Scorecard:
    """The scorecard with every rating outside `common` taken back: its coverage is what the common criteria carry."""
    gone = [score.node.id for score in card.criteria() if score.state == RATED and score.node.id not in common]
    changes = dict.fromkeys(gone, Rating(NOT_RATED))
    return evaluate(card.rubric, with_ratings(card.initiative, card.rubric, changes)) if changes else card


def _pairs(cards: Sequence[Scorecard]) -> tuple[Pair, ...]:
    """Every two initiatives, on the criteria that can matter."""
    here = mattering(cards[0])
    rows = [[score for score in card.criteria() if score.node.id in here] for card in cards]
    return tuple(
        _pair(first, second, rows[first], rows[second]) for first, second in combinations(range(len(cards)), 2)
    )


def mattering(card: Scorecard) -> set[str]:
    """The criteria that carry weight, and those of condition groups; a zero weight has no effect."""
    weighs: set[str | None] = {None}
    for score in card.nodes:
        if score.node.weight > 0 and score.parent in weighs:
            weighs.add(score.node.id)
    aside = under_conditions(card)
    return {score.node.id for score in card.criteria() if score.node.id in weighs or score.node.id in aside}


def _pair(first: int, second: int, ours: Sequence[NodeScore], theirs: Sequence[NodeScore]) -> Pair:
    met = list(zip(ours, theirs, strict=True))
    both = [(a, b) for a, b in met if a.state == RATED == b.state]
    neither = sum(a.state == NOT_APPLICABLE == b.state for a, b in met)
    above = sum(_exceeds(a.score, b.score) for a, b in both)
    below = sum(_exceeds(b.score, a.score) for a, b in both)
    dominant, certain = None, False
    if above and not below:
        dominant, certain = first, _always([(a, b) for a, b in both])
    elif below and not above:
        dominant, certain = second, _always([(b, a) for a, b in both])
    return Pair(
        first=first,
        second=second,
        rated_in_both=tuple(a.node.id for a, _ in both),
        first_higher=above,
        second_higher=below,
        apart=len(met) - neither - len(both),
        dominant=dominant,
        certain=certain,
    )


def _always(both: Sequence[tuple[NodeScore, NodeScore]]) -> bool:
    """Whether the first dominates when every range of its own is read at its lowest and of the other at its highest."""
    worst = [(a.low, b.high) for a, b in both]
    return any(_exceeds(a, b) for a, b in worst) and not any(_exceeds(b, a) for a, b in worst)


def _exceeds(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one > other + TOLERANCE
