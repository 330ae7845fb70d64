"""Robustness as sheets: first what survives, in sentences; then intervals, ranks, pairs and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.messages import say
from kasean_score.render import phrases
from kasean_score.render.plots import plot, shade
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet
from kasean_score.render.views import robust_preference, robust_sensitivity, robust_tipping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.robustness_shapes import (
        DrawnDoc,
        FigureDoc,
        OrderDoc,
        RobustDoc,
        RobustnessDoc,
        VariedDoc,
    )

__all__ = ["sheets", "varied_text"]

NAME, BAND, NARROW = 18, 12, 12
"""The most cells of a column of names, of a band, and of an initiative."""
FEW = 4
"""Of more initiatives, only so many pairs are shown, and no central weights: JSON has them all."""
PAIRS_SHOWN = 6
LIKELY = 0.05
WAYS = {
    "uniform": "robust.weights.uniform",
    "dirichlet": "robust.weights.dirichlet",
    "within": "robust.weights.within",
}
NAMES_OF_SOURCES = {
    "weights": "robust.source.weights",
    "levels": "robust.source.levels",
    "aggregation": "robust.source.aggregation",
}


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


def varied_text(varied: VariedDoc, lang: str) -> str:
    """What was varied, and how, in words."""
    said = []
    if varied["weights"] != "stated":
        within = None if varied["within"] is None else 100 * varied["within"]
        said.append(say(lang, WAYS[varied["weights"]], firmness=varied["firmness"], within=within))
    if varied["levels"]:
        said.append(say(lang, "robust.levels"))
    if len(varied["aggregations"]) > 1:
        said.append(say(lang, "robust.aggregation", names=[mean_text(one, lang) for one in varied["aggregations"]]))
    return "; ".join(said) or say(lang, "robust.nothing")


def mean_text(name: str, lang: str) -> str:
    """The name of a mean: the rubric's own, one that has a name, or a power."""
    if name == "stated":
        return say(lang, "robust.mean.stated")
    return name if name.startswith("power") else say(lang, f"word.{name}")


class _View:
    """The analysis on one rubric being told in one language."""

    def __init__(self, doc: RobustDoc, lang: str) -> None:
        self.doc = doc
        self.lang = lang
        self.cards = doc["scorecards"]
        self.names = [one["label"] for one in doc["initiatives"]]
        self.by_name = dict(zip(self.names, self.cards, strict=True))

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    # In sentences

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
        for view, section in self.further():
            yield from view.lines(section, self.lang)

    def further(self) -> Iterator[tuple[Any, Any]]:
        """What was asked for beside the simulation, each with the view of it."""
        views = {"exact": robust_preference, "tipping": robust_tipping, "sensitivity": robust_sensitivity}
        for name, view in views.items():
            section = self.doc[name]  # type: ignore[literal-required]
            if section is not None:
                yield view, section

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
        named = self.say(NAMES_OF_SOURCES[source])
        return self.say("robust.widest", source=named, label=label, width=phrases.whole(width))

    def guessed(self) -> list[str]:
        """The initiatives of which more than a little was drawn without any rating to go by."""
        if not self.doc["varied"]["levels"]:
            return []
        return [
            f"{one['label']} {phrases.percent(one['open'])} %"
            for one in self.doc["initiatives"]
            if one["open"] is not None and one["open"] >= LIKELY
        ]

    def stated(self, name: str) -> str:
        """The score as stated; `-` where nothing is rated."""
        score = self.by_name[name]["score"]
        return "-" if score is None else f"{phrases.whole(score)}"

    def marked(self, name: str) -> str:
        """An initiative's label, with `?` where too little of it is rated for a place in any order."""
        card = self.by_name[name]
        return f"{name}{'?' if phrases.is_thin(card['coverage'], card['rubric']['min_coverage']) else ''}"

    # In grids

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
            Row((one["label"], phrases.overall_text(self.by_name[one["label"]]), *spread(one)))
            for one in self.doc["initiatives"]
        ]
        return Grid(tuple(columns), tuple(rows), self.say("robust.intervals"))

    def ranks(self, order: OrderDoc) -> Grid:
        size = len(order["initiatives"])
        columns = [Column(self.say("robust.initiative"), most=NAME)]
        columns += [Column(self.say("robust.rank", rank=rank), right=True, whole=True) for rank in range(1, size + 1)]
        rows = [
            Row((self.marked(one["label"]), *(f"{number(share)} {shade(share['value'])}" for share in one["ranks"])))
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
                    self.say("robust.pair", first=self.marked(x["first"]), second=self.marked(x["second"])),
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
        columns += [Column(self.say(NAMES_OF_SOURCES[run["source"]]), right=True) for run in self.doc["alone"]]
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
            Row((label, *("-" if score is None else f"{phrases.whole(score)}" for score in scores)))
            for label, *scores in zip(self.names, *(one["scores"] for one in means), strict=True)
        ]
        if self.doc["order"] is not None:
            orders = [self.say("robust.same" if one["same_order"] else "robust.changed") for one in means]
            rows.append(Row((self.say("robust.order"), "", *orders[1:]), strong=True))
        return Grid(tuple(columns), tuple(rows), self.say("robust.aggregations"))

    def central(self, order: OrderDoc) -> Grid:
        """The weights of the groups at the top that put each first, beside the stated ones."""
        top = [node for node in self.cards[0]["nodes"] if node["depth"] == 0 and node["id"] in order["stated_weights"]]
        columns = [Column(self.say("robust.node")), Column(self.say("robust.stated"), right=True)]
        columns += [Column(one["label"], right=True, most=NARROW) for one in order["central"]]
        rows = []
        for node in top:
            weights = [None if one["weights"] is None else one["weights"][node["id"]] for one in order["central"]]
            cells = ["-" if weight is None else f"{phrases.percent(weight)}" for weight in weights]
            stated = f"{phrases.percent(order['stated_weights'][node['id']])}"
            rows.append(Row((phrases.printable(node["title"]), stated, *cells)))
        factors = [one["confidence"] for one in order["central"]]
        last = [self.say("robust.never") if factor is None else number(factor) for factor in factors]
        rows.append(Row((self.say("robust.confidence"), "", *last), strong=True))
        return Grid(tuple(columns), tuple(rows), self.say("robust.central"))

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
        for view, section in self.further():
            yield from view.notes(section, self.lang)


def spread(one: DrawnDoc) -> tuple[str, str, str]:
    """The interval, the median, and both on a line."""
    found = one["interval"]
    if found is None:
        return "-", "-", ""
    low, median, high = (found[name]["value"] for name in ("low", "median", "high"))
    return interval_text(one), f"{phrases.whole(median)}", plot(median, (low, high))


def number(share: FigureDoc) -> str:
    """A share in whole per cent; `<1` and `>99` where it is not quite nothing or all."""
    value = share["value"]
    if 0 < value < 0.005:
        return "<1"
    if 0.995 <= value < 1:
        return ">99"
    return f"{phrases.percent(value)}"


def share_text(share: FigureDoc | None) -> str:
    return "-" if share is None else f"{number(share)} %"


def interval_text(one: DrawnDoc) -> str:
    """`24-45`, the 5-95 % interval in whole points."""
    found = one["interval"]
    return "-" if found is None else "-".join(f"{phrases.whole(found[end]['value'])}" for end in ("low", "high"))


def width_of(one: DrawnDoc) -> float:
    found = one["interval"]
    return 0.0 if found is None else found["high"]["value"] - found["low"]["value"]
