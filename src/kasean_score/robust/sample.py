"""What is uncertain, and how it is drawn: weights, the levels behind ratings, the aggregation.

Every initiative draws its levels from a stream of its own, named by the seed and its id, and all share the streams of
weights and aggregation: nobody's interval depends on the company.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.model import Criterion, Measure, Opinion, Rating, Rubric

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

__all__ = ["CONFIDENCE", "Between", "Spread", "Steps", "spread_of", "stream"]

CONFIDENCE = {"high": 1.0, "medium": 0.8, "low": 0.5}
"""The probability of the level as it is rated; the rest is divided between its neighbours."""


def stream(seed: int, *names: str) -> np.random.Generator:
    """Random numbers that depend on the seed and the names alone."""
    key = int.from_bytes(sha256("\\0".join(names).encode()).digest()[:8], "big")
    return np.random.default_rng(np.random.SeedSequence([seed, key]))


class Steps(NamedTuple):
    """Finitely many values (0 to 100), each of a probability; `levels` are those behind them, for limits."""

    values: Array
    levels: Array
    probabilities: Array

    def places(self, u: Array) -> NDArray[np.intp]:
        """Which of the values stands at the quantiles `u` (0 to 1)."""
        found = np.zeros(len(u), dtype=np.intp)
        for end in np.cumsum(self.probabilities)[:-1]:
            found += u >= end  # half the time of a binary search, since there are few
        return found

    def values_at(self, u: Array) -> Array:
        return self.values[self.places(u)]

    def levels_at(self, u: Array) -> Array:
        return self.levels[self.places(u)]


class Between(NamedTuple):
    """Any number from `low` to `high`, all equally likely: a measure's value where sources differ."""

    measure: Measure
    low: float
    high: float

    def values_at(self, u: Array) -> Array:
        """The values (0 to 100) at the quantiles `u` (0 to 1)."""
        x, worst, best = self.low + u * (self.high - self.low), self.measure.worst, self.measure.best
        if self.measure.log:
            x, worst, best = np.log(x), np.log(worst), np.log(best)
        return 100.0 * np.clip((x - worst) / (best - worst), 0.0, 1.0)

    def levels_at(self, u: Array) -> Array:
        """A measure has no level."""
        return np.full(len(u), np.nan)


Spread = Steps | Between


def spread_of(rubric: Rubric, criterion: Criterion, rating: Rating | None) -> Spread | None:
    """What a rating leaves open; None where it leaves nothing.

    A range is uniform over its levels (over its numbers, for a measure), and an unrated criterion over all that it may
    have. One level holds with the probability that its confidence stands for (`CONFIDENCE`; unstated counts as high),
    the rest going in equal parts to the levels next to it. Where a panel rated, one of its members is drawn.
    """
    if rating is None or rating.state == "not_rated":
        if criterion.measure is not None:
            return Between(Measure(worst=0.0, best=100.0), 0.0, 100.0)
        return _steps(rubric, dict.fromkeys(rubric.levels_of(criterion), 1.0))
    if rating.state != "rated":
        return None
    if rating.levels is not None:
        return _of_levels(rubric, criterion, rating)
    assert criterion.measure is not None
    ends = [end for end in (rating.low, rating.value, rating.high) if end is not None]
    return Between(criterion.measure, min(ends), max(ends)) if min(ends) < max(ends) else None


def _of_levels(rubric: Rubric, criterion: Criterion, rating: Rating) -> Steps | None:
    open_levels = rubric.levels_of(criterion)
    said: Sequence[Rating | Opinion] = [one for one in rating.panel if one.levels is not None] or [rating]
    chances: dict[int, float] = {}
    for one in said:
        for level, chance in _chances(open_levels, one.levels, one.confidence).items():
            chances[level] = chances.get(level, 0.0) + chance
    return _steps(rubric, chances) if len(chances) > 1 else None


def _chances(levels: Sequence[int], given: tuple[int, int] | None, confidence: str | None) -> dict[int, float]:
    """The probability of each level for one rater."""
    assert given is not None
    low, high = given
    if low != high:
        inside = [level for level in levels if low <= level <= high]
        return dict.fromkeys(inside, 1.0 / len(inside))
    sure = CONFIDENCE[confidence or "high"]
    place = levels.index(low)
    beside = [levels[at] for at in (place - 1, place + 1) if 0 <= at < len(levels)]
    return {low: sure, **dict.fromkeys(beside, (1.0 - sure) / len(beside))} if sure < 1.0 and beside else {low: 1.0}


def _steps(rubric: Rubric, chances: Mapping[int, float]) -> Steps:
    value_of = {level.level: level.value for level in rubric.scale}
    levels = sorted(chances)
    likely = np.array([chances[level] for level in levels])
    values = np.array([value_of[level] for level in levels], dtype=float)
    return Steps(values, np.array(levels, dtype=float), likely / likely.sum())
