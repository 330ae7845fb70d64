"""What an improvement is to reach: a score or a band, and the demands that it consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import NOT_DEMONSTRATED, Band, Limit, Rubric

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Goal", "demands_of", "goal_of", "together"]


class Goal(NamedTuple):
    """What is to be reached: a score, or a band with all that the rubric asks of it.

    Either asks for `min_coverage` (None: any will do), without which a score is not demonstrated; a band asks besides
    that none of `limits` holds.
    """

    score: float
    band: Band | None = None
    min_coverage: float | None = None
    limits: tuple[Limit, ...] = ()


def goal_of(rubric: Rubric, target: float | str) -> Goal:
    """The goal of a score, or of the band with an id. Raises KeyError for a band that the rubric does not have."""
    needed = rubric.min_coverage or None
    if not isinstance(target, str):
        return Goal(target, None, needed)
    order = [*(band.id for band in rubric.bands), NOT_DEMONSTRATED]
    band = {band.id: band for band in rubric.bands}[target]
    lower = tuple(limit for limit in rubric.limits if order.index(limit.band_at_most) > order.index(target))
    return Goal(band.at_least, band, needed, lower)


def demands_of(goal: Goal) -> list[Goal]:
    """The goal's demands one by one."""
    coverage = [] if goal.min_coverage is None else [Goal(0.0, min_coverage=goal.min_coverage)]
    return [Goal(goal.score), *coverage, *(Goal(0.0, limits=(limit,)) for limit in goal.limits)]


def together(demands: Sequence[Goal]) -> Goal:
    """Some demands put together."""
    return Goal(
        max((demand.score for demand in demands), default=0.0),
        None,
        next((demand.min_coverage for demand in demands if demand.min_coverage is not None), None),
        tuple(limit for demand in demands for limit in demand.limits),
    )
