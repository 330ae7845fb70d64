"""The shapes of what a simulation gives, shared by the scorecard and the robustness document.

Types only, under the rules of `shapes`: keys are only added within a version, absent is null, nothing is rounded.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

__all__ = ["BandChanceDoc", "FigureDoc", "IntervalDoc", "SimulatedDoc", "VariedDoc"]


class FigureDoc(TypedDict):
    """An estimate from a simulation."""

    value: float
    error: Annotated[float, "Its standard error."]


class VariedDoc(TypedDict):
    weights: Annotated[
        Literal["stated", "uniform", "dirichlet", "within"],
        "uniform: any division among siblings; dirichlet: around the stated weights; within: each some per cent off.",
    ]
    firmness: Annotated[float | None, "Of dirichlet: its parameters are this times members times weight."]
    within: Annotated[float | None, "Of within: the share (0 to 1) by which a weight may be off."]
    levels: Annotated[bool, "Ranges uniform, levels by their confidence, unrated criteria uniform."]
    aggregations: Annotated[list[str], "Those drawn from, all equally likely; `stated` is the rubric's."]
    constraints: Annotated[list[str], "What the drawn weights had to satisfy."]


class IntervalDoc(TypedDict):
    low: Annotated[FigureDoc, "5 % of the draws score below it."]
    median: FigureDoc
    high: Annotated[FigureDoc, "5 % of the draws score above it."]


class BandChanceDoc(TypedDict):
    band: Annotated[str, "Id of the band, limits and minimum coverage applied, or `not_demonstrated`."]
    label: str
    share: Annotated[FigureDoc, "Share (0 to 1) of the draws in that band."]


class SimulatedDoc(IntervalDoc):
    """The scores of one scorecard under doubt, 0 to 100."""

    bands: Annotated[list[BandChanceDoc], "Highest first."]
    varied: VariedDoc
    draws: int
    seed: int
