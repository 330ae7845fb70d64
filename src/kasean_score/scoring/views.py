"""The same criteria sorted another way: by the OECD DAC criterion that each is tagged with.

A view re-sorts and never re-scores: the total stays the scorecard's own.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import DAC_CRITERIA, Criterion, is_condition

if TYPE_CHECKING:
    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["UNTAGGED", "DacRow", "dac_view", "under_conditions"]

UNTAGGED = "untagged"
"""Stands in the place of a tag for criteria that have none."""


class DacRow(NamedTuple):
    """The criteria with one tag: arithmetic means of the counted ones weighted by share of the whole, 0 to 100.

    `share` is the tag's part of the whole's applicable weight and `coverage` the rated part of that, 0 to 1. Criteria
    that do not apply are listed and have no part in the figures; bounds are None where none applies.
    """

    tag: str
    score: float | None
    low: float | None
    high: float | None
    share: float
    coverage: float | None
    criteria: tuple[NodeScore, ...]


def dac_view(scorecard: Scorecard) -> tuple[DacRow, ...]:
    """A row for each tag that a criterion outside the condition groups carries, in the order of `DAC_CRITERIA`."""
    aside = under_conditions(scorecard)
    by_tag: dict[str, list[NodeScore]] = {}
    for score in scorecard.criteria():
        criterion = score.node
        if isinstance(criterion, Criterion) and criterion.id not in aside:
            by_tag.setdefault(criterion.dac or UNTAGGED, []).append(score)
    return tuple(_row(tag, by_tag[tag]) for tag in (*DAC_CRITERIA, UNTAGGED) if tag in by_tag)


def under_conditions(scorecard: Scorecard) -> set[str]:
    """The addresses of condition groups and of all that is below them."""
    aside: set[str] = set()
    for score in scorecard.nodes:
        if is_condition(score.node) or score.parent in aside:
            aside.add(score.node.id)
    return aside


def _row(tag: str, members: list[NodeScore]) -> DacRow:
    counted = [(score.share, score) for score in members if score.share]
    share = fsum(part for part, _ in counted)
    rated = [(part, score.score) for part, score in counted if score.score is not None]
    rated_share = fsum(part for part, _ in rated)
    return DacRow(
        tag=tag,
        score=fsum(part * value for part, value in rated) / rated_share if rated else None,
        low=fsum(part * (score.low or 0.0) for part, score in counted) / share if counted else None,
        high=fsum(part * (score.high or 0.0) for part, score in counted) / share if counted else None,
        share=share,
        coverage=rated_share / share if counted else None,
        criteria=tuple(members),
    )
