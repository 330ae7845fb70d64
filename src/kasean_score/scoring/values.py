"""From a rating to a score of 0 to 100 with its bounds."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kasean_score.model import Criterion, Measure, Rating, Rubric

__all__ = ["LevelValues", "Value", "measure_value", "rating_value"]


class Value(NamedTuple):
    """A score of 0 to 100 and the lowest and highest that the rating allows; `score` None = nothing rated."""

    score: float | None
    low: float
    high: float


class LevelValues(dict[tuple[int, int], Value]):
    """The value of each range of levels (lowest, highest) of a rubric's scale: its midpoint, and its ends as bounds."""

    def __init__(self, rubric: Rubric) -> None:
        self.value_of = {level.level: level.value + 0.0 for level in rubric.scale}

    def __missing__(self, levels: tuple[int, int]) -> Value:
        low, high = (self.value_of[level] for level in levels)
        found = self[levels] = Value((low + high) / 2, low, high)
        return found


def measure_value(measure: Measure, x: float) -> float:
    """100 * clip((x - worst) / (best - worst), 0, 1), after logarithms of all three where the measure says `log`.

    A value beyond a goalpost counts as the goalpost (UNDP, Human Development Report, technical note 1). Raises
    ValueError for a logarithm of a number that is not positive.
    """
    worst, best = measure.worst, measure.best
    if measure.log:
        x, worst, best = log(x), log(worst), log(best)
    return 100.0 * min(max((x - worst) / (best - worst), 0.0), 1.0) + 0.0  # never minus zero


def rating_value(rubric: Rubric, criterion: Criterion, rating: Rating | None) -> Value:
    """The score of one rating: a range counts as its midpoint and its ends give the bounds.

    Not rated is never 0: there is no score, and the bounds are the worst and the best that could still be found.
    """
    if rating is None or rating.state != "rated":
        return _open_value(rubric, criterion)
    if rating.levels is not None:
        return LevelValues(rubric)[rating.levels]
    assert rating.value is not None
    assert criterion.measure is not None
    score = measure_value(criterion.measure, rating.value)
    ends = [measure_value(criterion.measure, end) for end in (rating.low, rating.high) if end is not None]
    return Value(score, min([score, *ends]), max([score, *ends]))


def _open_value(rubric: Rubric, criterion: Criterion) -> Value:
    if criterion.measure is not None:
        return Value(None, 0.0, 100.0)
    open_levels = rubric.levels_of(criterion)
    values = [level.value + 0.0 for level in rubric.scale if level.level in open_levels]
    return Value(None, min(values), max(values))
