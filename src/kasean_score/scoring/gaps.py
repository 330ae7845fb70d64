"""What is not known yet about one initiative, and how far each such gap can move the score and the band.

Every figure is the outcome of scoring again with that criterion settled and all else left as it is scored, by
`scoring.evaluate`: nothing is approximated, and coverage and limits have their say.
"""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import NOT_DEMONSTRATED, Criterion, Rating
from kasean_score.scoring.evaluate import NOT_RATED, RATED, Scorer
from kasean_score.scoring.explain import SAME, watchers
from kasean_score.scoring.limits import TOLERANCE
from kasean_score.scoring.variants import with_ratings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kasean_score.model import Rubric
    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["Gap", "Gaps", "Outcome", "find_gaps"]

BUDGET = 400
"""Sets of gaps that are tried at most for the smallest that changes the band: some tenths of a second."""
FINEST = 1e-9
"""A band that a measure has on a smaller part of its range than this is not looked for."""


class Outcome(NamedTuple):
    """What comes out if the criterion is settled as `rating`, all else as scored."""

    rating: Rating
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    band: str


class Gap(NamedTuple):
    """An open criterion. `kind` is not_rated, disputed or range.

    `outcomes` go from its worst to its best: every level that it may have; of a measure the two ends, and where the
    band changes between them. `swing` is the width (points, 0 to 100) of what the total score is now and could be by
    this criterion alone, `bands` what the band could be by it alone, lowest first. `limits` are those that it alone
    can bring into force or lift; `coverage_added` (0 to 1) is what rating it adds.
    """

    node: NodeScore
    kind: str
    outcomes: tuple[Outcome, ...]
    swing: float
    bands: tuple[str, ...]
    changes_band: bool
    coverage_added: float
    limits: tuple[str, ...]


class Gaps(NamedTuple):
    """The gaps in the order of their leverage; those of `idle` can move neither score nor band.

    `fewest` is the smallest number of gaps that together can change the band: None where none can, or where the sizes
    up to `searched` were tried in vain and larger ones not at all. `to_cover` is the smallest number of criteria to
    rate until coverage reaches its minimum.
    """

    gaps: tuple[Gap, ...]
    idle: tuple[NodeScore, ...]
    fewest: int | None
    searched: int
    to_cover: int


def find_gaps(card: Scorecard) -> Gaps:
    """The open criteria of a scorecard: first those that alone can change the band, then by swing and coverage.

    Criteria that do not apply are no gaps. Among equals rubric order decides.
    """
    opened = [node for node in card.criteria() if _kind(node)]
    live = [bool(node.share or watchers(card.rubric, node.node.id)) for node in opened]
    again = _Again(card)
    found = [_gap(again, node) for node, moves in zip(opened, live, strict=True) if moves]
    idle = tuple(node for node, moves in zip(opened, live, strict=True) if not moves)
    found.sort(key=lambda gap: (not gap.changes_band, -round(gap.swing, SAME), -round(gap.coverage_added, SAME)))
    to_cover = _to_cover(card, found)
    fewest, searched = _fewest(again, found, to_cover)
    return Gaps(tuple(found), idle, fewest, searched, to_cover)


def _kind(node: NodeScore) -> str | None:
    if node.state == NOT_RATED:
        return NOT_RATED
    if node.state != RATED or node.rating is None:
        return None
    return "disputed" if node.rating.disputed is not None else "range" if node.rating.is_range else None


class _Again:
    """Scores one initiative again with some ratings replaced, all else as it is."""

    def __init__(self, card: Scorecard) -> None:
        self.card = card
        self._scorer = Scorer(card.rubric)

    def scored(self, ratings: Mapping[str, Rating]) -> Scorecard:
        return self._scorer.scorecard(with_ratings(self.card.initiative, self.card.rubric, ratings))


def _gap(again: _Again, node: NodeScore) -> Gap:
    card, cards = again.card, _Settled(again, node).cards()
    outcomes = tuple(_outcome(node.node.id, one) for one in cards)
    scores = [x.score for x in (card, *cards) if x.score is not None]
    reached = {outcome.band for outcome in outcomes}
    order = _lowest_first(card.rubric)
    return Gap(
        node=node,
        kind=str(_kind(node)),
        outcomes=outcomes,
        swing=max(scores) - min(scores) if scores else 0.0,
        bands=tuple(sorted(reached, key=order.index)),
        changes_band=reached != {card.verdict.band},
        coverage_added=node.share if node.share and node.state == NOT_RATED else 0.0,
        limits=_switched(card, cards),
    )


def _outcome(address: str, card: Scorecard) -> Outcome:
    rating = card.initiative.ratings_on(card.rubric)[address]
    return Outcome(rating, card.score, card.low, card.high, card.coverage, card.verdict.band)


def _lowest_first(rubric: Rubric) -> list[str]:
    return [NOT_DEMONSTRATED, *(band.id for band in reversed(rubric.bands))]


def _switched(card: Scorecard, cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """The limits that hold in some of the scorecards and not in others."""
    holding = [{x.limit.id for x in one.limits if x.status == "holds"} for one in (card, *cards)]
    always = set.intersection(*holding)
    return tuple(limit.id for limit in card.rubric.limits if limit.id in set.union(*holding) - always)


class _Settled:
    """The scorecards that come out when one criterion is settled, each computed once."""

    def __init__(self, again: _Again, node: NodeScore) -> None:
        assert isinstance(node.node, Criterion)
        self.again = again
        self.criterion = node.node
        self.rating = node.rating if node.state == RATED else None

    def cards(self) -> list[Scorecard]:
        """From the criterion at its worst to the criterion at its best."""
        if self.criterion.measure is None:
            levels = _open_levels(self.again.card.rubric, self.criterion, self.rating)
            return [self.at(_at_level(level)) for level in levels]
        worst, best = _open_values(self.criterion, self.rating)
        at_worst, at_best = self.at(_at_value(worst)), self.at(_at_value(best))
        steps = self.between(worst, best, at_worst, at_best, 1.0)
        return [at_worst, *(one for one in steps if one is not at_best), at_best]

    def between(self, x: float, y: float, at_x: Scorecard, at_y: Scorecard, width: float) -> Iterator[Scorecard]:
        """The first scorecard of each further band between two values. A band never falls from worst to best."""
        if at_x.verdict.band == at_y.verdict.band:
            return
        if width <= FINEST:
            yield at_y
            return
        middle = x + (y - x) / 2
        at_middle = self.at(_at_value(middle))
        yield from self.between(x, middle, at_x, at_middle, width / 2)
        yield from self.between(middle, y, at_middle, at_y, width / 2)

    def at(self, rating: Rating) -> Scorecard:
        return self.again.scored({self.criterion.id: rating})


def _at_level(level: int) -> Rating:
    return Rating(RATED, levels=(level, level))


def _at_value(value: float) -> Rating:
    return Rating(RATED, value=value, low=value, high=value)


def _open_levels(rubric: Rubric, criterion: Criterion, rating: Rating | None) -> list[int]:
    levels = sorted(rubric.levels_of(criterion))
    if rating is None or rating.levels is None:
        return levels
    low, high = rating.levels
    return [level for level in levels if low <= level <= high]


def _open_values(criterion: Criterion, rating: Rating | None) -> tuple[float, float]:
    """The values at which a measure scores lowest and highest, as far as its rating leaves them open."""
    assert criterion.measure is not None
    worst, best = criterion.measure.worst, criterion.measure.best
    if rating is None:
        return worst, best
    ends = sorted(x for x in (rating.low, rating.value, rating.high) if x is not None)
    return (ends[0], ends[-1]) if worst < best else (ends[-1], ends[0])


def _to_cover(card: Scorecard, gaps: Sequence[Gap]) -> int:
    """How many of the gaps must be rated, the weightiest first, until coverage reaches its minimum: exact, for
    what each adds does not depend on the others."""
    covered, count = card.coverage or 0.0, 0
    for added in sorted((gap.coverage_added for gap in gaps), reverse=True):
        if covered >= card.rubric.min_coverage - TOLERANCE:
            break
        covered, count = covered + added, count + 1
    return count


def _fewest(again: _Again, gaps: Sequence[Gap], to_cover: int) -> tuple[int | None, int]:
    """The smallest number of gaps that together can change the band, and the sizes tried.

    A set can change the band if it does with all of it at its worst or all at its best: no band falls when a rating
    rises. Sets too small to reach the minimum coverage cannot; the first to be tried is the one that covers most.
    """
    if any(gap.changes_band for gap in gaps):
        return 1, 1
    weightiest = sorted(gaps, key=lambda gap: -gap.coverage_added)[:to_cover]
    if to_cover and _can_change(again, weightiest):
        return to_cover, to_cover
    tried = 0
    for size in range(max(2, to_cover), len(gaps) + 1):
        tried += comb(len(gaps), size)
        if tried > BUDGET:
            return None, size - 1
        if any(_can_change(again, chosen) for chosen in combinations(gaps, size)):
            return size, size
    return None, len(gaps)


def _can_change(again: _Again, gaps: Sequence[Gap]) -> bool:
    ends = ({gap.node.node.id: gap.outcomes[end].rating for gap in gaps} for end in (0, -1))
    return any(again.scored(ratings).verdict.band != again.card.verdict.band for ratings in ends)
