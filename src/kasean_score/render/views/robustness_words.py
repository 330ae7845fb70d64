"""What a simulation says in words: what was varied, what survives it, and how precise the figures are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.plots import plot
from kasean_score.render.sheet import Line
from kasean_score.render.simulated import mean_text, number, varied_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.robustness_shapes import DrawnDoc, OrderDoc, RobustDoc
    from kasean_score.documents.simulated_shapes import FigureDoc

__all__ = ["SOURCES", "Words", "interval_text", "share_text", "spread"]

LIKELY = 0.05
SOURCES = {
    "weights": "robust.source.weights",
    "levels": "robust.source.levels",
    "aggregation": "robust.source.aggregation",
}


class Words:
    """The lines above and below the grids of one analysis."""

    def __init__(self, doc: RobustDoc, lang: str) -> None:
        self.doc = doc
        self.lang = lang
        self.cards = doc["scorecards"]
        self.names = [one["label"] for one in doc["initiatives"]]
        self.by_name = dict(zip(self.names, self.cards, strict=True))

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def lines(self, draws: str) -> Iterator[Line]:
        yield Line(self.say("robust.varied"), f"{varied_text(self.doc['varied'], self.lang)}; {draws}")
        for text in self.doc["varied"]["constraints"]:
            yield Line(self.say("robust.constraints"), phrases.printable(text))
        order = self.doc["order"]
        if order is not None:
            yield Line(self.say("robust.order"), self.order_text(order), strong=True)
            yield Line(self.say("robust.leader"), self.leaders(order))
            yield Line(self.say("robust.means"), self.means())
        if self.doc["alone"]:
            yield Line(self.say("robust.matters"), self.widest())
        guessed = self.guessed()
        if guessed:
            yield Line(self.say("robust.guessed"), self.say("robust.guess", names=guessed), strong=True)

    def order_text(self, order: OrderDoc) -> str:
        ranks = [one["stated"] for one in order["initiatives"] if one["stated"] is not None]
        if len(set(ranks)) < 2:
            return self.say("robust.tied_order")
        names = ""
        for before, one in zip([None, *order["initiatives"]], order["initiatives"], strict=False):
            if one["stated"] is None:
                continue
            sign = "" if before is None else " = " if before["stated"] == one["stated"] else " > "
            names += f"{sign}{self.marked(one['label'])} {self.stated(one['label'])}"
        return self.say("robust.kept", order=names, share=share_text(order["kept"]))

    def leaders(self, order: OrderDoc) -> str:
        """Who is first most often, and who comes next."""
        by_first = sorted(order["initiatives"], key=lambda one: -one["ranks"][0]["value"])
        first, rival = by_first[:2]
        names = {"label": self.marked(first["label"]), "rival": self.marked(rival["label"])}
        shares = {"share": share_text(first["ranks"][0]), "rival_share": share_text(rival["ranks"][0])}
        return self.say("robust.first", **names, **shares)

    def means(self) -> str:
        others = self.doc["aggregations"][1:]
        kept, changed = (
            [mean_text(x["aggregation"], self.lang) for x in others if x["same_order"] is y] for y in (True, False)
        )
        said = [
            self.say(f"robust.means_{name}", names=names)
            for name, names in (("same", kept), ("other", changed))
            if names
        ]
        return "; ".join(said)

    def widest(self) -> str:
        """The source that, alone, leaves some initiative's score the most open."""
        widths = [
            (width_of(one), run["source"], one["label"]) for run in self.doc["alone"] for one in run["initiatives"]
        ]
        width, source, label = max(widths, key=lambda entry: entry[0])
        if width <= 0:
            return self.say("robust.unchanged")
        named = self.say(SOURCES[source])
        return self.say("robust.widest", source=named, label=label, width=rounding.whole(width))

    def guessed(self) -> list[str]:
        """The initiatives of which more than a little was drawn without any rating to go by."""
        if not self.doc["varied"]["levels"]:
            return []
        return [
            f"{one['label']} {rounding.percent(one['open'])} %"
            for one in self.doc["initiatives"]
            if one["open"] is not None and one["open"] >= LIKELY
        ]

    def stated(self, name: str) -> str:
        """The score as stated; `-` where nothing is rated."""
        score = self.by_name[name]["score"]
        return "-" if score is None else f"{rounding.whole(score)}"

    def marked(self, name: str) -> str:
        """An initiative's label, with `?` where too little of it is rated for a place in any order."""
        card = self.by_name[name]
        return f"{name}{'?' if rounding.is_thin(card['coverage'], card['rubric']['min_coverage']) else ''}"

    def notes(self) -> Iterator[Line]:
        yield Line(self.say("robust.reading"), self.say("robust.legend"))
        ends = [
            one["interval"][end]["error"]
            for one in self.doc["initiatives"]
            if one["interval"]
            for end in ("low", "high")
        ]
        order = self.doc["order"]
        counted = [chance["share"]["error"] for one in self.doc["initiatives"] for chance in one["bands"]]
        counted += [] if order is None else [share["error"] for one in order["initiatives"] for share in one["ranks"]]
        share, points = (f"{max([0.0, *errors]):.1g}" for errors in ([100 * one for one in counted], ends))
        yield Line(self.say("robust.errors"), self.say("robust.error", share=share, points=points))
        yield Line("", self.say("robust.note"))


def spread(one: DrawnDoc) -> tuple[str, str, str]:
    """The interval, the median, and both on a line."""
    found = one["interval"]
    if found is None:
        return "-", "-", ""
    low, median, high = (found[name]["value"] for name in ("low", "median", "high"))
    return interval_text(one), f"{rounding.whole(median)}", plot(median, (low, high))


def share_text(share: FigureDoc | None) -> str:
    return "-" if share is None else f"{number(share)} %"


def interval_text(one: DrawnDoc) -> str:
    """`24-45`, the 5-95 % interval in whole points."""
    found = one["interval"]
    return "-" if found is None else "-".join(f"{rounding.whole(found[end]['value'])}" for end in ("low", "high"))


def width_of(one: DrawnDoc) -> float:
    found = one["interval"]
    return 0.0 if found is None else found["high"]["value"] - found["low"]["value"]
