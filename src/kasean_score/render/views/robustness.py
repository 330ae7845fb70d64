"""Robustness as sheets: first what survives, in sentences; then intervals, ranks, pairs and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.plots import shade
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet
from kasean_score.render.simulated import mean_text, number
from kasean_score.render.views import robust_preference, robust_sensitivity, robust_tipping
from kasean_score.render.views.robustness_words import (
    SOURCES,
    Words,
    interval_text,
    share_text,
    spread,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.robustness_shapes import OrderDoc, RobustDoc, RobustnessDoc

__all__ = ["sheets"]

NAME, BAND, NARROW = 18, 12, 12
"""The most cells of a column of names, of a band, and of an initiative."""
FEW = 4
"""Of more initiatives, only so many pairs are shown, and no central weights: JSON has them all."""
PAIRS_SHOWN = 6


def sheets(doc: RobustnessDoc) -> Iterator[Sheet]:
    """One sheet for each rubric."""
    options = doc["options"]
    for index, one in enumerate(doc["robustness"]):
        view = _View(one, options["lang"])
        rubric = one["rubric"]
        title = say(view.lang, "robust.title", title=phrases.printable(rubric["title"]), id=rubric["id"])
        notes = list(view.notes())
        if index == 0:
            for left in doc["left_out"]:
                text = view.say("robust.left_out_text", rubric=left["rubric"], names=left["initiatives"])
                notes.append(Line(view.say("robust.left_out"), text))
        draws = view.say("robust.draws", draws=f"{options['draws']:,}", seed=options["seed"])
        yield Sheet(title, tuple(view.lines(draws)), tuple(view.grids()), tuple(notes))


class _View:
    """The analysis on one rubric as sheets in one language."""

    def __init__(self, doc: RobustDoc, lang: str) -> None:
        self.doc = doc
        self.lang = lang
        self.words = Words(doc, lang)
        self.names = self.words.names

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def lines(self, draws: str) -> Iterator[Line]:
        yield from self.words.lines(draws)
        for view, section in self.further():
            yield from view.lines(section, self.lang)

    def further(self) -> Iterator[tuple[Any, Any]]:
        """What was asked for beside the simulation, each with the view of it."""
        views = {"exact": robust_preference, "tipping": robust_tipping, "sensitivity": robust_sensitivity}
        for name, view in views.items():
            section = self.doc[name]  # type: ignore[literal-required]
            if section is not None:
                yield view, section

    def grids(self) -> Iterator[Grid]:
        yield self.intervals()
        yield self.bands()
        order = self.doc["order"]
        if order is not None:
            yield self.ranks(order)
            yield self.pairs(order)
        if self.doc["alone"]:
            yield self.alone()
        yield self.aggregations()
        if order is not None and len(self.names) <= FEW and self.doc["varied"]["weights"] != "stated":
            yield self.central(order)
        for view, section in self.further():
            yield from view.grids(section, self.lang)

    def intervals(self) -> Grid:
        said = ("stated", "interval", "median", "bar")
        columns = [Column(self.say("robust.initiative"), most=NAME)]
        columns += [Column(self.say(f"robust.{name}"), right=name == "median", whole=True) for name in said]
        rows = [
            Row((one["label"], phrases.overall_text(self.words.by_name[one["label"]]), *spread(one)))
            for one in self.doc["initiatives"]
        ]
        return Grid(tuple(columns), tuple(rows), self.say("robust.intervals"))

    def ranks(self, order: OrderDoc) -> Grid:
        size = len(order["initiatives"])
        columns = [Column(self.say("robust.initiative"), most=NAME)]
        columns += [Column(self.say("robust.rank", rank=rank), right=True, whole=True) for rank in range(1, size + 1)]
        rows = [
            Row(
                (
                    self.words.marked(one["label"]),
                    *(f"{number(share)} {shade(share['value'])}" for share in one["ranks"]),
                )
            )
            for one in order["initiatives"]
        ]
        return Grid(tuple(columns), tuple(rows), self.say("robust.ranks"))

    def pairs(self, order: OrderDoc) -> Grid:
        closest = sorted(order["pairs"], key=lambda pair: abs(pair["wins"]["value"] - pair["losses"]["value"]))
        shown = order["pairs"] if len(order["pairs"]) <= PAIRS_SHOWN else closest[:PAIRS_SHOWN]
        columns = [Column("", whole=True)]
        columns += [Column(self.say(f"robust.{name}"), right=True) for name in ("above", "equal", "below")]
        rows = [
            Row(
                (
                    self.say("robust.pair", first=self.words.marked(x["first"]), second=self.words.marked(x["second"])),
                    *map(number, (x["wins"], x["ties"], x["losses"])),
                )
            )
            for x in shown
        ]
        title = "robust.pairs" if shown is order["pairs"] else "robust.pairs_closest"
        return Grid(tuple(columns), tuple(rows), self.say(title))

    def bands(self) -> Grid:
        """How often each initiative is in each band; bands that none is ever in are left out."""
        every = self.doc["initiatives"]
        met = [at for at in range(len(every[0]["bands"])) if any(one["bands"][at]["share"]["value"] for one in every)]
        columns = [Column(self.say("robust.initiative"), most=NAME)]
        columns += [Column(phrases.printable(every[0]["bands"][at]["label"]), right=True, most=BAND) for at in met]
        rows = [Row((one["label"], *(number(one["bands"][at]["share"]) for at in met))) for one in every]
        return Grid(tuple(columns), tuple(rows), self.say("robust.chances"))

    def alone(self) -> Grid:
        """What each source does by itself to each score, and how often the order holds."""
        runs = [run["initiatives"] for run in self.doc["alone"]]
        columns = [Column(self.say("robust.initiative"), most=NAME)]
        columns += [Column(self.say(SOURCES[run["source"]]), right=True) for run in self.doc["alone"]]
        columns.append(Column(self.say("robust.together"), right=True))
        rows = [
            Row((label, *map(interval_text, drawn)))
            for label, *drawn in zip(self.names, *runs, self.doc["initiatives"], strict=True)
        ]
        order = self.doc["order"]
        if order is not None:
            kept = [*(run["kept"] for run in self.doc["alone"]), order["kept"]]
            rows.append(Row((self.say("robust.order_kept"), *map(share_text, kept)), strong=True))
        return Grid(tuple(columns), tuple(rows), self.say("robust.alone"))

    def aggregations(self) -> Grid:
        means = self.doc["aggregations"]
        columns = [Column(self.say("robust.initiative"), most=NAME)]
        columns += [Column(mean_text(one["aggregation"], self.lang), right=True) for one in means]
        rows = [
            Row((label, *("-" if score is None else f"{rounding.whole(score)}" for score in scores)))
            for label, *scores in zip(self.names, *(one["scores"] for one in means), strict=True)
        ]
        if self.doc["order"] is not None:
            orders = [self.say("robust.same" if one["same_order"] else "robust.changed") for one in means]
            rows.append(Row((self.say("robust.order"), "", *orders[1:]), strong=True))
        return Grid(tuple(columns), tuple(rows), self.say("robust.aggregations"))

    def central(self, order: OrderDoc) -> Grid:
        """The weights of the groups at the top that put each first, beside the stated ones."""
        top = [
            node
            for node in self.words.cards[0]["nodes"]
            if node["depth"] == 0 and node["id"] in order["stated_weights"]
        ]
        columns = [Column(self.say("robust.node")), Column(self.say("robust.stated"), right=True)]
        columns += [Column(one["label"], right=True, most=NARROW) for one in order["central"]]
        rows = []
        for node in top:
            weights = [None if one["weights"] is None else one["weights"][node["id"]] for one in order["central"]]
            cells = ["-" if weight is None else f"{rounding.percent(weight)}" for weight in weights]
            stated = f"{rounding.percent(order['stated_weights'][node['id']])}"
            rows.append(Row((phrases.printable(node["title"]), stated, *cells)))
        factors = [one["confidence"] for one in order["central"]]
        last = [self.say("robust.never") if factor is None else number(factor) for factor in factors]
        rows.append(Row((self.say("robust.confidence"), "", *last), strong=True))
        return Grid(tuple(columns), tuple(rows), self.say("robust.central"))

    def notes(self) -> Iterator[Line]:
        yield from self.words.notes()
        for view, section in self.further():
            yield from view.notes(section, self.lang)
