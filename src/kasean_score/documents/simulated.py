"""What a simulation gives, as a document: intervals, chances of bands, and what was varied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.model import NOT_DEMONSTRATED, in_language
from kasean_score.robust.simulate import share_error
from kasean_score.scoring.aggregate import aggregate_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.simulated_shapes import BandChanceDoc, FigureDoc, IntervalDoc, SimulatedDoc, VariedDoc
    from kasean_score.model import Rubric
    from kasean_score.robust.draws import Varied
    from kasean_score.robust.polytope import Polytope
    from kasean_score.robust.simulate import Drawn, Figure, Simulation

__all__ = [
    "STATED",
    "bands_document",
    "bands_named",
    "interval_document",
    "share_document",
    "simulated_document",
    "varied_document",
]

STATED = "stated"
"""Stands among aggregations for the rubric's own."""


def simulated_document(run: Simulation, rubric: Rubric, lang: str) -> SimulatedDoc | None:
    """The simulation of one initiative alone; None where it has no score in any draw."""
    (drawn,) = run.drawn
    interval = interval_document(drawn)
    if interval is None:
        return None
    bands = bands_document(drawn, bands_named(rubric, lang), run.draws)
    return {**interval, "bands": bands, "varied": varied_document(run.varied), "draws": run.draws, "seed": run.seed}


def bands_named(rubric: Rubric, lang: str) -> list[tuple[str, str]]:
    """The ids and labels of a rubric's bands, highest first, and last the verdict of too little coverage."""
    bands = [(band.id, in_language(band.label, lang)) for band in rubric.bands]
    return [*bands, (NOT_DEMONSTRATED, say(lang, "word.not_demonstrated"))]


def bands_document(drawn: Drawn, bands: Sequence[tuple[str, str]], draws: int) -> list[BandChanceDoc]:
    """How often an initiative was in each of the `bands`."""
    chances = zip(bands, drawn.bands, strict=True)
    return [{"band": name, "label": label, "share": share_document(x, draws)} for (name, label), x in chances]


def varied_document(varied: Varied, polytope: Polytope | None = None) -> VariedDoc:
    """What was drawn, and how."""
    way = varied.weights
    return {
        "weights": way.name,
        "firmness": getattr(way, "firmness", None),
        "within": getattr(way, "share", None),
        "levels": varied.levels,
        "aggregations": [STATED if power is None else aggregate_name(power) for power in varied.powers],
        "constraints": [] if polytope is None else list(polytope.texts),
    }


def interval_document(drawn: Drawn) -> IntervalDoc | None:
    """The 5-95 % interval of one initiative's scores; None where it has none."""
    if drawn.low is None or drawn.median is None or drawn.high is None:
        return None
    return {"low": _figure(drawn.low), "median": _figure(drawn.median), "high": _figure(drawn.high)}


def _figure(figure: Figure) -> FigureDoc:
    return {"value": figure.value, "error": figure.error}


def share_document(share: float, draws: int) -> FigureDoc:
    """A share (0 to 1) that was counted in so many draws."""
    return {"value": share, "error": share_error(share, draws)}
