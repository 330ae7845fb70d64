"""Tipping in words and a grid: for each two neighbours the smallest changes that end their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.robust_tipping import (
        TippingDoc,
        TippingPairDoc,
        TippingRatingDoc,
        TippingSharesDoc,
        TippingWeightDoc,
    )

__all__ = ["grids", "lines", "notes"]

ENDS = {
    (True, True): "passes_rise",
    (True, False): "passes_fall",
    (False, True): "levels_rise",
    (False, False): "levels_fall",
}
"""How an order ends: by whether it is reversed and whether the share rises."""
TOGETHER = {"criteria": "all_criteria", "groups": "all_groups"}
NOTHING = {"criteria": "no_criteria", "groups": "no_groups"}
WHOLE = ("column_stated", "column_then")
SHOWN = 3
"""Changes of a kind that a table lists for each pair."""
TABLED = 3
"""Pairs of neighbours up to which there is a table."""
SPOKEN = 9
"""Pairs that are spoken of; the document has all."""


def lines(doc: TippingDoc, lang: str) -> list[Line]:
    """For each two neighbours in the order what would end it; the other pairs are in the document alone."""
    view = _View(lang)
    label = view.say("label")
    near = _near(doc)
    found = [Line(label, view.sentence(pair)) for pair in near[:SPOKEN]]
    found += [Line(view.say("tie"), view.say("tied", first=a, second=b)) for a, b in doc["tied"][:SPOKEN]]
    if not found:
        found.append(Line(label, view.say("nothing")))
    left = len(doc["pairs"]) - len(near)
    return [*found, Line(label, view.say("more", count=left))] if left else found


def grids(doc: TippingDoc, lang: str) -> list[Grid]:
    """The smallest changes of each kind, where they are few enough to be read."""
    view = _View(lang)
    near = _near(doc)
    rows = [row for pair in near for row in view.rows(pair)]
    if not rows or len(near) > TABLED:
        return []
    columns = [
        Column(view.say(head), right=head in WHOLE, whole=head in WHOLE)
        for head in ("column_change", "column_stated", "column_then", "column_result")
    ]
    return [Grid(tuple(columns), tuple(rows), view.say("title"))]


def notes(doc: TippingDoc, lang: str) -> list[Line]:
    """How to read it."""
    view = _View(lang)
    return [Line(view.say("reading"), view.say("legend"))] if doc["pairs"] else []


def _near(doc: TippingDoc) -> list[TippingPairDoc]:
    return [pair for pair in doc["pairs"] if pair["neighbours"]]


class _View:
    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, f"robust_tipping.{key}", **params)

    # In sentences

    def sentence(self, pair: TippingPairDoc) -> str:
        lead = self.say("lead", first=pair["first"], second=pair["second"], points=_lead(pair["difference"]))
        parts = [self.weight(pair), self.shares(pair["all_weights"]), self.ratings(pair["ratings"])]
        return f"{lead}: {'; '.join(part for part in parts if part)}"

    def weight(self, pair: TippingPairDoc) -> str:
        if not pair["weights"]:
            return self.say("no_weight")
        tip = pair["weights"][0]
        stated, share = _percents(tip["stated"], tip["share"])
        return self.say(
            ENDS[tip["reverses"], tip["change"] > 0],
            first=pair["first"],
            second=pair["second"],
            title=phrases.printable(tip["title"]),
            where=self.where(tip),
            stated=stated,
            share=share,
        )

    def where(self, tip: TippingWeightDoc) -> str:
        group = tip["group"]
        return self.say("at_top") if group is None else self.say("within", group=phrases.printable(group))

    def shares(self, tip: TippingSharesDoc) -> str:
        """Weight that moves leaves one node and reaches another: half the sum of the changes. Empty if unknown."""
        if tip["scope"] == "none":
            return ""
        if tip["total"] is None:
            return self.say(NOTHING[tip["scope"]])
        return self.say(TOGETHER[tip["scope"]], percent=_percents(0.0, tip["total"] / 2)[1])

    def ratings(self, tips: Sequence[TippingRatingDoc]) -> str:
        if not tips:
            return self.say("no_rating")
        reversing = [tip for tip in tips if tip["reverses"]]
        chosen = reversing or list(tips)
        tip = chosen[0]
        text = self.say(
            "rating_reverses" if reversing else "rating_ties",
            initiative=tip["initiative"],
            title=phrases.printable(tip["title"]),
            rated=self.rated(tip),
            to=self.then(tip),
        )
        return text if len(chosen) == 1 else self.say("as_small", text=text, count=len(chosen) - 1)

    def rated(self, tip: TippingRatingDoc) -> str:
        if tip["rated"] is None:
            return rounding.quantity(tip["rated_value"] or 0.0)
        low, high = tip["rated"]
        return self.say("level", level=low if low == high else f"{low}-{high}")

    def then(self, tip: TippingRatingDoc) -> str:
        if tip["level"] is None:
            return f"{tip['value']:,.4g}"
        return self.say("level", level=tip["level"])

    # In the grid

    def rows(self, pair: TippingPairDoc) -> Iterator[Row]:
        lead = self.say("lead", first=pair["first"], second=pair["second"], points=_lead(pair["difference"]))
        yield Row((lead, "", "", ""), strong=True)
        for tip in pair["weights"][:SHOWN]:
            name = self.say("row_share", title=phrases.printable(tip["title"]))
            yield self.row(name, _percents(tip["stated"], tip["share"], " %"), reverses=tip["reverses"])
        if not pair["weights"]:
            yield Row((self.say("no_weight"), "", "", ""), 1)
        for move in pair["all_weights"]["moves"]:
            name = self.say("row_move", title=phrases.printable(move["title"]))
            yield self.row(name, _percents(move["stated"], move["share"], " %"), reverses=True)
        for rating in pair["ratings"][:SHOWN]:
            name = self.say("row_rating", initiative=rating["initiative"], title=phrases.printable(rating["title"]))
            yield self.row(name, (self.rated(rating), self.then(rating)), reverses=rating["reverses"])

    def row(self, name: str, change: tuple[str, str], *, reverses: bool) -> Row:
        return Row((name, *change, self.say("reversed" if reverses else "equal")), 1)


def _lead(difference: float) -> str:
    """Points with one decimal; where that would be nothing, as many as it takes."""
    return f"{difference:.1f}" if difference >= 0.05 else f"{difference:.1g}"


def _percents(stated: float, then: float, unit: str = "") -> tuple[str, str]:
    """Two shares in per cent, with one decimal, or with as many as tell them apart."""
    texts = "", ""
    for digits in range(1, 9):
        texts = _percent(stated, digits) + unit, _percent(then, digits) + unit
        if texts[0] != texts[1]:
            break
    return texts


def _percent(share: float, digits: int) -> str:
    text = f"{100 * share:.{digits}f}"
    return text.rstrip("0").rstrip(".")
