"""The shape of the robustness document; `schema robustness` publishes it.

Types only, under the rules of `shapes`: keys are only added within a version, absent is null, nothing is rounded.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

from kasean_score.documents.comparison_shapes import LeftOutDoc
from kasean_score.documents.robust_preference import PreferenceDoc
from kasean_score.documents.robust_sensitivity import SensitivityDoc
from kasean_score.documents.robust_tipping import TippingDoc
from kasean_score.documents.shapes import Head, RubricDoc, ScorecardDoc
from kasean_score.documents.simulated_shapes import BandChanceDoc, FigureDoc, IntervalDoc, VariedDoc

__all__ = [
    "AlternativeDoc",
    "CentralDoc",
    "DrawnDoc",
    "OrderDoc",
    "RankedDoc",
    "RobustDoc",
    "RobustOptionsDoc",
    "RobustnessDoc",
    "SourceRunDoc",
    "WinDoc",
]


class DrawnDoc(TypedDict):
    label: Annotated[str, "The initiative's id, numbered where two share it; other parts refer to it."]
    interval: Annotated[IntervalDoc | None, "5-95 % of the simulated scores, 0 to 100; null where there are none."]
    bands: Annotated[list[BandChanceDoc], "Highest first."]
    open: Annotated[float | None, "Share (0 to 1) of the applicable weight that is not rated, and so was a guess."]


class SourceRunDoc(TypedDict):
    source: Literal["weights", "levels", "aggregation"]
    initiatives: list[DrawnDoc]
    kept: Annotated[FigureDoc | None, "Share of the draws in which all stand in the stated order."]


class AlternativeDoc(TypedDict):
    aggregation: Annotated[str, "Name of the mean at every node; `stated` is the rubric's own."]
    scores: Annotated[list[float | None], "In the order of the initiatives."]
    ranks: Annotated[list[int | None], "1 for the highest score; ties share one."]
    same_order: bool


class RankedDoc(TypedDict):
    label: str
    stated: Annotated[int | None, "Rank by the score as stated."]
    ranks: Annotated[list[FigureDoc], "Rank acceptability: share of the draws at each rank, the first is the highest."]


class WinDoc(TypedDict):
    first: str
    second: str
    wins: Annotated[FigureDoc, "Share of the draws in which the first scores above the second."]
    ties: FigureDoc
    losses: FigureDoc


class CentralDoc(TypedDict):
    label: str
    weights: Annotated[
        dict[str, float] | None,
        "Mean of the weights that put it first, by address, 1 among siblings; null where none does.",
    ]
    confidence: Annotated[FigureDoc | None, "Share of the draws in which it is first at those weights."]


class OrderDoc(TypedDict):
    kept: Annotated[FigureDoc, "Share of the draws in which all stand in the stated order."]
    initiatives: Annotated[list[RankedDoc], "In the stated order."]
    pairs: Annotated[list[WinDoc], "Every pair, the one that is higher as stated first."]
    stated_weights: Annotated[dict[str, float], "By address, 1 among siblings."]
    central: list[CentralDoc]
    confidence_draws: int


class RobustDoc(TypedDict):
    rubric: RubricDoc
    varied: VariedDoc
    initiatives: Annotated[list[DrawnDoc], "With all that was varied, in the order given."]
    alone: Annotated[list[SourceRunDoc], "Each source by itself, where several were varied."]
    aggregations: Annotated[list[AlternativeDoc], "Scores as rated under other means; no simulation."]
    order: Annotated[OrderDoc | None, "null for an initiative alone."]
    exact: Annotated[PreferenceDoc | None, "Given under `--exact`."]
    tipping: Annotated[TippingDoc | None, "Given under `--tipping`."]
    sensitivity: Annotated[SensitivityDoc | None, "Given under `--sensitivity`."]
    scorecards: Annotated[list[ScorecardDoc], "As stated, in the order given."]


class RobustOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    draws: int
    seed: int


class RobustnessDoc(Head):
    options: RobustOptionsDoc
    left_out: Annotated[list[LeftOutDoc], "Lenses on which not all are rated."]
    robustness: Annotated[list[RobustDoc], "One for each rubric."]
