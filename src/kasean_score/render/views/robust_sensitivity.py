"""Sensitivity in words and grids: a tornado for each score, what moves the order, criteria left out, shares swept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.robust_sensitivity import (
        IndexDoc,
        InfluenceDoc,
        MovedDoc,
        SensitivityDoc,
        SweepDoc,
        WithoutDoc,
    )

__all__ = ["grids", "lines", "notes", "tornado"]

TOP = 10
NAMED = 3
SIDE = 8
"""Cells of a tornado to either side of the stated score."""
FEW = 4
"""Initiatives that have a column each; of more, a table says what is most."""
NAME = 14
ROWS = 11
"""Shares of a sweep that are shown at most; all are in the document."""


def lines(doc: SensitivityDoc, lang: str) -> list[Line]:
    """What matters most to each score and to the order, and what turns the order."""
    view = _View(doc, lang, TOP)
    found = [Line(view.say("moves"), view.moved(one)) for one in doc["scores"]]
    if doc["rank_shift"] is not None:
        found.append(Line(view.say("order"), view.shifted(doc["rank_shift"]), strong=True))
    if doc["rank_shift"] is not None and doc["left_out"]:
        found.append(Line(view.say("without"), view.without()))
    for swept in doc["sweeps"] if len(doc["initiatives"]) > 1 else ():
        found += [Line(view.say("swept"), text) for text in view.crossings(swept)]
    return found


def grids(doc: SensitivityDoc, lang: str, top: int = TOP) -> list[Grid]:
    """A grid for each score and one for the order, of the `top` inputs; then criteria left out, and shares swept."""
    view = _View(doc, lang, top)
    found = [view.of_score(one) for one in doc["scores"]]
    if doc["rank_shift"] is not None:
        found.append(view.of_order(doc["rank_shift"]))
    found.append(view.left_out())
    found += [view.sweep(one) for one in doc["sweeps"]]
    return [grid for grid in found if grid.rows]


def notes(doc: SensitivityDoc, lang: str) -> list[Line]:
    """How to read the tables."""
    said = [say(lang, "robust_sensitivity.read_points")]
    said += [say(lang, "robust_sensitivity.read_first")]
    said += [say(lang, "robust_sensitivity.read_total", points=f"{doc['points']:,}")]
    found = [Line(say(lang, "robust_sensitivity.reading"), "; ".join(said))]
    if doc["sweeps"]:
        found.append(Line("", say(lang, "robust_sensitivity.read_sweep")))
    return found


class _View:
    def __init__(self, doc: SensitivityDoc, lang: str, top: int) -> None:
        self.doc = doc
        self.lang = lang
        self.top = top
        self.labels = doc["initiatives"]

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, f"robust_sensitivity.{key}", **params)

    def name(self, one: InfluenceDoc, *, whose: bool) -> str:
        """What an input is called; `whose` says of a rating which initiative it is of."""
        if one["kind"] == "aggregation":
            return self.say("aggregation")
        if one["title"] is None:
            return self.say("weights_top")
        title = phrases.printable(one["title"])
        if one["kind"] == "rating":
            return self.say("rating_of", title=title, label=one["initiative"]) if whose else title
        return self.say("weight" if one["kind"] == "weight" else "weights", title=title)

    # In sentences

    def moved(self, one: MovedDoc) -> str:
        if not one["influences"]:
            return f"{one['label']}: {self.say('nothing')}"
        names = self.strongest(one, whose=False)
        return self.say("moved", label=one["label"], names=names) if names else self.say("still", label=one["label"])

    def shifted(self, one: MovedDoc) -> str:
        names = self.strongest(one, whose=True)
        return self.say("shifts", places=f"{one['mean']:.1f}", names=names) if names else self.say("holds")

    def strongest(self, one: MovedDoc, *, whose: bool) -> list[str]:
        """The inputs that matter most, each with its part of the variance."""
        return [
            self.say("part", name=self.name(influence, whose=whose), percent=part_text(influence["total"]))
            for influence in one["influences"][:NAMED]
            if influence["total"] is not None and influence["total"]["value"] > 0
        ]

    def without(self) -> str:
        rows = self.doc["left_out"]
        turning = [one for one in rows if one["order_changes"]]
        if not turning:
            return self.say("never_turns", of=len(rows))
        names = [f"{phrases.printable(one['title'])} ({self.turned(one)})" for one in turning[:NAMED]]
        names += [self.say("more", count=len(turning) - NAMED)] if len(turning) > NAMED else []
        return self.say("turns", count=len(turning), of=len(rows), names=names)

    def crossings(self, swept: SweepDoc) -> list[str]:
        """Where the share of a node turns a pair, the nearest to the stated share first; seen from that."""
        stated, title = swept["stated"], phrases.printable(swept["title"])
        about = {"title": title, "stated": rounding.percent(stated)}
        if not swept["crossings"]:
            return [self.say("never_crosses", **about)]
        nearest = sorted(swept["crossings"], key=lambda one: abs(one["at"] - stated))
        return [
            self.say(
                "crosses_up" if one["at"] >= stated else "crosses_down",
                **about, at=share_text(one["at"], stated), above=one["above"], below=one["below"],
            )
            for one in nearest[:NAMED]
        ]  # fmt: skip

    # In grids

    def of_score(self, moved: MovedDoc) -> Grid:
        """The inputs of one score: what each does by itself as a tornado, and its parts of the variance."""
        shown = [one for one in moved["influences"] if not _idle(one)][: self.top]
        stated = moved["stated"]
        widest = max((_reach(one["range"], stated) for one in shown), default=0.0)
        columns = (
            Column(self.say("input")),
            Column(self.say("low"), right=True, whole=True),
            Column(self.say("high"), right=True, whole=True),
            Column("", whole=True),
            Column(self.say("first"), right=True, whole=True),
            Column(self.say("total"), right=True, whole=True),
        )
        rows = [
            Row(
                (
                    self.name(one, whose=False),
                    *ends_text(one["range"], stated),
                    tornado(one["range"], stated, widest),
                    part_text(one["first"]),
                    bounded_text(one["total"]),
                )
            )
            for one in shown
        ]
        key = "title" if widest <= 0 else "title_scaled"
        return Grid(columns, tuple(rows), self.say(key, label=moved["label"], widest=f"{widest:.1f}"))

    def of_order(self, moved: MovedDoc) -> Grid:
        columns = (
            Column(self.say("input")),
            Column(self.say("first"), right=True, whole=True),
            Column(self.say("total"), right=True, whole=True),
        )
        rows = [
            Row((self.name(one, whose=True), part_text(one["first"]), bounded_text(one["total"])))
            for one in moved["influences"][: self.top]
            if one["total"] is not None and one["total"]["value"] > 0
        ]
        return Grid(columns, tuple(rows), self.say("title_order"))

    def left_out(self) -> Grid:
        """The criteria that turn the order, then those that change a score the most; in rubric order among equals."""
        ranked = sorted(self.doc["left_out"], key=lambda one: (not one["order_changes"], -_largest(one)))
        kept = [one for one in ranked if one["order_changes"] or _largest(one) > 0][: self.top]
        several, few = len(self.labels) > 1, len(self.labels) <= FEW
        columns = [Column(self.say("criterion"))]
        columns += [Column(one, right=True, most=NAME) for one in self.labels] if few else []
        columns += [] if few else [Column(self.say("largest"))]
        columns += [Column(self.say("then"))] if several else []
        rows = []
        for one in kept:
            cells = [_points(change) for change in one["changes"]] if few else [self.largest(one)]
            cells += [self.turned(one)] if several else []
            rows.append(Row((phrases.printable(one["title"]), *cells)))
        return Grid(tuple(columns), tuple(rows), self.say("title_without"))

    def largest(self, one: WithoutDoc) -> str:
        pairs = zip(self.labels, one["changes"], strict=True)
        label, change = max(pairs, key=lambda pair: abs(pair[1] or 0.0))
        return f"{_points(change)} {label}"

    def turned(self, one: WithoutDoc) -> str:
        """What becomes of the order: the pair that turns, how many do, or a tie."""
        if not one["order_changes"]:
            return self.say("same")
        if not one["turned"]:
            return self.say("ties")
        if len(one["turned"]) == 1:
            return self.say("pair", **one["turned"][0])
        return self.say("pairs", count=len(one["turned"]))

    def sweep(self, swept: SweepDoc) -> Grid:
        """Scores at every share, or at some; of more than a few initiatives the sentences have to do."""
        title = self.say(
            "title_sweep", title=phrases.printable(swept["title"]), stated=rounding.percent(swept["stated"])
        )
        columns = [Column(self.say("share"), whole=True)]
        columns += [Column(one, right=True, most=NAME) for one in self.labels]
        if len(self.labels) > FEW:
            return Grid(tuple(columns), (), title)
        last = len(swept["shares"]) - 1
        step = max(1, -(-last // (ROWS - 1)))
        rows = [
            Row((f"{rounding.percent(swept['shares'][at])} %", *(_score(scores[at]) for scores in swept["scores"])))
            for at in dict.fromkeys([*range(0, last, step), last])
        ]
        return Grid(tuple(columns), tuple(rows), title)


def tornado(ends: Sequence[float] | None, stated: float | None, widest: float) -> str:
    """Cells to either side of the stated score: `····▒▒▒▒│██······`, below it and above it.

    A side is as long as the `widest` reach of all; where a range begins beyond the stated score, so do its cells.
    """
    if ends is None or stated is None or widest <= 0:
        return ""
    low, high = (SIDE * (end - stated) / widest for end in ends)
    left = "".join("▒" if low < 0.5 - cell and high > -cell else "·" for cell in range(SIDE, 0, -1))
    right = "".join("█" if high > cell - 0.5 and low < cell else "·" for cell in range(1, SIDE + 1))
    return f"{left}│{right}"


def ends_text(ends: Sequence[float] | None, stated: float | None) -> tuple[str, str]:
    """`-2.5` and `+4.2`: points to the ends of a range, or the ends where there is nothing to count from."""
    if ends is None:
        return "-", "-"
    low, high = (f"{rounding.whole(end)}" if stated is None else _points(end - stated) for end in ends)
    return low, high


def part_text(index: IndexDoc | None) -> str:
    """A part of the variance in per cent; below nothing is nothing."""
    if index is None:
        return "-"
    value = index["value"]
    return "<1" if 0 < value < 0.005 else f"{rounding.percent(max(value, 0.0))}"


def bounded_text(index: IndexDoc | None) -> str:
    """`71 [68-74]`."""
    if index is None:
        return "-"
    low, high = (rounding.percent(max(end, 0.0)) for end in index["bounds"])
    return f"{part_text(index)} [{low}-{high}]"


def share_text(share: float, stated: float) -> str:
    """A share in per cent, with the digits that set it apart from the stated one."""
    for digits in range(5):
        text = f"{100 * share:.{digits}f}"
        if text != f"{100 * stated:.{digits}f}" or share == stated:
            return text
    return f"{100 * share:.6g}"


def _idle(one: InfluenceDoc) -> bool:
    """Whether an input does nothing to a score, neither alone nor with others."""
    still = one["total"] is None or one["total"]["value"] <= 0
    return still and (one["range"] is None or one["range"][0] == one["range"][1])


def _reach(ends: Sequence[float] | None, stated: float | None) -> float:
    return 0.0 if ends is None or stated is None else max(abs(end - stated) for end in ends)


def _largest(one: WithoutDoc) -> float:
    return max((abs(change) for change in one["changes"] if change is not None), default=0.0)


def _points(change: float | None) -> str:
    """Points with their sign; nothing has none."""
    if change is None:
        return "-"
    return "0" if abs(change) < 0.05 else f"{change:+.1f}"


def _score(score: float | None) -> str:
    return "-" if score is None else f"{rounding.whole(score)}"
