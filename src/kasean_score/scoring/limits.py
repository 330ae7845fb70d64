"""Bands, coverage and limits: from a score to the verdict that may be printed beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import ANY_GROUP, NOT_DEMONSTRATED, Band, Criterion, Group, Limit, Rubric

if TYPE_CHECKING:
    from kasean_score.scoring.evaluate import NodeScore, Tally
    from kasean_score.scoring.outline import Outcome

__all__ = ["TOLERANCE", "Judge", "LimitFinding", "Verdict", "band_of", "limit_meets", "watched_by"]

TOLERANCE = 1e-9
"""A score this close below a threshold has reached it: binary fractions must not cost a band."""


class LimitFinding(NamedTuple):
    """What a limit says of one scorecard.

    `status` is `holds`, `possible` (it would hold at some reading of the ranges and unrated criteria) or `clear`.
    `lowers` says whether the band is what it is because of this limit, alone or beside another; `triggers` are the
    addresses of the nodes that meet, or could meet, its condition.
    """

    limit: Limit
    status: str
    lowers: bool
    triggers: tuple[str, ...]


class Verdict(NamedTuple):
    """The band's id (`not_demonstrated` when too little is rated); `bounds` the lowest and highest still possible.

    `band_by_score` is the band that the score alone would have.
    """

    band: str
    band_by_score: str | None
    bounds: tuple[str, str] | None
    limits: tuple[LimitFinding, ...]


class _Readings(NamedTuple):
    """Which nodes trigger a limit when everything open is read at its worst, as scored, and at its best."""

    low: tuple[str, ...]
    scored: tuple[str, ...]
    high: tuple[str, ...]


def band_of(rubric: Rubric, score: float) -> Band:
    """The band of an unrounded score."""
    for band in rubric.bands:
        if score >= band.at_least - TOLERANCE:
            return band
    return rubric.bands[-1]


class Judge:
    """Gives verdicts on scorecards of one rubric; what depends on the rubric alone is worked out once."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        places = {node.id: place for place, node in enumerate(rubric.nodes(), 1)}
        self._watched = [(limit, [places[one] for one in watched_by(rubric, limit)]) for limit in rubric.limits]
        order = [*(band.id for band in rubric.bands), NOT_DEMONSTRATED]
        self._rank = {band: rank for rank, band in reversed(list(enumerate(order)))}

    def verdict(self, total: Outcome, tally: Tally) -> Verdict:
        """The band of `total`, the outcome of the whole, with limits and minimum coverage applied."""
        watched = [(limit, [tally.node(at) for at in places]) for limit, places in self._watched]
        readings = [(limit, self._readings(limit, nodes)) for limit, nodes in watched]
        covered = total.coverage is not None and total.coverage >= self.rubric.min_coverage - TOLERANCE
        band = NOT_DEMONSTRATED
        if covered and total.score is not None:
            band = self._capped(total.score, [limit for limit, at in readings if at.scored])
        by_score = None if total.score is None else band_of(self.rubric, total.score).id
        bounds = None
        if total.low is not None and total.high is not None:
            low = self._capped(total.low, [limit for limit, at in readings if at.low])
            bounds = (low, self._capped(total.high, [limit for limit, at in readings if at.high]))
        return Verdict(band, by_score, bounds, tuple([_finding(limit, at, band, by_score) for limit, at in readings]))

    def _capped(self, score: float, limits: list[Limit]) -> str:
        """The id of the lowest among the score's band and the bands that the limits allow."""
        band = band_of(self.rubric, score).id
        return max([band, *[limit.band_at_most for limit in limits]], key=self._rank.__getitem__) if limits else band

    def _readings(self, limit: Limit, watched: list[NodeScore]) -> _Readings:
        ends = [(node.node.id, _ends(self.rubric, limit, node)) for node in watched if node.low is not None]
        low, scored, high = (
            tuple([address for address, at in ends if limit_meets(limit, at[reading])]) for reading in range(3)
        )
        return _Readings(low, scored, high)


def _finding(limit: Limit, at: _Readings, band: str, by_score: str | None) -> LimitFinding:
    """A limit lowers the band when it holds and the band that it allows is the one that came out."""
    status = "holds" if at.scored else "possible" if at.low else "clear"
    lowers = bool(at.scored) and limit.band_at_most == band != by_score
    return LimitFinding(limit, status, lowers, at.scored or at.low)


def watched_by(rubric: Rubric, limit: Limit) -> list[str]:
    """The addresses that a limit looks at."""
    if limit.when.group == ANY_GROUP:
        return [group.id for group in rubric.groups]  # condition groups too: they are there to limit
    return [str(limit.when.criterion or limit.when.group)]


def limit_meets(limit: Limit, value: float | None) -> bool:
    """Whether a level or score, whichever the limit asks for, meets its condition; nothing rated never does."""
    if value is None:
        return False
    if limit.when.at_most is not None:
        return value <= limit.when.at_most
    return limit.when.below is not None and value < limit.when.below - TOLERANCE


def _ends(rubric: Rubric, limit: Limit, node: NodeScore) -> tuple[float | None, float | None, float | None]:
    """The watched quantity (a level where the limit asks for one, else a score) at worst, as scored and at best."""
    if limit.when.at_most is None or isinstance(node.node, Group):
        return node.low, node.score, node.high
    assert isinstance(node.node, Criterion)
    if node.rating is not None and node.rating.levels is not None:
        low, high = node.rating.levels
        return low, (low + high) / 2, high
    levels = rubric.levels_of(node.node)
    return min(levels), None, max(levels)
