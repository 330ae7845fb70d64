"""The same criteria sorted another way: by the OECD DAC criterion that each is tagged with.

A view re-sorts and never re-scores: the total stays the scorecard's own.
"""

from __future__ import annotations

from math import fsum
from typing import NamedTuple

from kasean_score.model import Criterion
from kasean_score.scoring.evaluate import NOT_APPLICABLE, NodeScore, Scorecard

__all__ = ["DAC_CRITERIA", "DacRow", "dac_view"]

DAC_CRITERIA = ("relevance", "coherence", "effectiveness", "efficiency", "impact", "sustainability")
"""OECD/DAC Network on Development Evaluation, Better criteria for better evaluation (2019), in its order."""


class DacRow(NamedTuple):
    """The counted criteria with one tag: arithmetic means weighted by share of the whole, 0 to 100.

    `share` is the tag's part of the whole's applicable weight and `coverage` the rated part of that, 0 to 1.
    """

    tag: str
    score: float | None
    low: float
    high: float
    share: float
    coverage: float
    criteria: tuple[NodeScore, ...]


def dac_view(scorecard: Scorecard) -> tuple[DacRow, ...]:
    """A row for each tag that a counted criterion of positive share carries, in the order of `DAC_CRITERIA`."""
    rows = []
    for tag in DAC_CRITERIA:
        members = tuple(
            node
            for node in scorecard.criteria()
            if isinstance(node.node, Criterion) and node.node.dac == tag and node.state != NOT_APPLICABLE and node.share
        )
        if members:
            rows.append(_row(tag, members))
    return tuple(rows)


def _row(tag: str, members: tuple[NodeScore, ...]) -> DacRow:
    share = fsum(node.share or 0.0 for node in members)
    rated = [node for node in members if node.score is not None]
    rated_share = fsum(node.share or 0.0 for node in rated)
    return DacRow(
        tag=tag,
        score=fsum((node.share or 0.0) * (node.score or 0.0) for node in rated) / rated_share if rated else None,
        low=fsum((node.share or 0.0) * (node.low or 0.0) for node in members) / share,
        high=fsum((node.share or 0.0) * (node.high or 0.0) for node in members) / share,
        share=share,
        coverage=rated_share / share,
        criteria=members,
    )
