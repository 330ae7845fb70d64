"""What a simulation found, as a page shows it: the sentences, the intervals as bars, the ranks as shades of grey."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.documents import head
from kasean_score.messages import say
from kasean_score.render.page.pictures import shade, spread
from kasean_score.render.simulated import number
from kasean_score.render.views.robustness import sheets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from kasean_score.documents.robustness_shapes import OrderDoc, RobustDoc
    from kasean_score.documents.shapes import SimulationDoc
    from kasean_score.render.sheet import Grid, Line, Row

__all__ = ["Interval", "Ranks", "Robust", "robust"]


class Interval(NamedTuple):
    """A simulated score: its label, then as stated, interval and median in words, and all three as a bar."""

    label: str
    stated: str
    interval: str
    median: str
    bar: Markup | None


class Ranks(NamedTuple):
    """How often an initiative has each rank: the words of each cell and its step of grey."""

    label: str
    cells: Sequence[tuple[str, int]]


class Robust(NamedTuple):
    lines: Sequence[Line]
    intervals: Sequence[Interval]
    ranks: Sequence[Ranks]
    grids: Sequence[Grid]
    notes: Sequence[Line]


def robust(doc: RobustDoc, simulation: SimulationDoc, lang: str) -> Robust:
    """The summary of one analysis; what is drawn as a picture is not repeated as a grid."""
    options = {"lang": lang, "draws": simulation["draws"], "seed": simulation["seed"]}
    (sheet,) = sheets({**head("robustness"), "options": options, "left_out": [], "robustness": [doc]})  # type: ignore[typeddict-item]
    rows = {grid.title: grid.rows for grid in sheet.grids}
    intervals, ranks = say(lang, "robust.intervals"), say(lang, "robust.ranks")
    return Robust(
        lines=sheet.lines,
        intervals=list(_intervals(doc, rows[intervals])),
        ranks=[] if doc["order"] is None else list(_ranks(doc["order"], rows[ranks])),
        grids=[grid for grid in sheet.grids if grid.rows and grid.title not in (intervals, ranks)],
        notes=sheet.notes,
    )


def _intervals(doc: RobustDoc, rows: Sequence[Row]) -> Iterator[Interval]:
    for one, card, row in zip(doc["initiatives"], doc["scorecards"], rows, strict=True):
        found = one["interval"]
        drawn = None
        if found is not None:
            low, median, high = (found[name]["value"] for name in ("low", "median", "high"))
            drawn = spread(low, median, high, card["score"])
        label, stated, interval, middle = row.cells[:4]
        yield Interval(label, stated, interval, middle, drawn)


def _ranks(order: OrderDoc, rows: Sequence[Row]) -> Iterator[Ranks]:
    for one, row in zip(order["initiatives"], rows, strict=True):
        yield Ranks(row.cells[0], [(number(share), shade(share["value"])) for share in one["ranks"]])
