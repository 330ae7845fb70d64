"""Exact statements on pairs in words and grids: who is above whom whatever the weights, and by how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import rounding
from kasean_score.render.sheet import Column, Grid, Line, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.robust_preference import (
        ExtremeDoc,
        OverDoc,
        PreferenceDoc,
        PreferencePairDoc,
    )

__all__ = ["grids", "lines", "notes"]

FEW = 6
"""Of so many pairs each is spoken of; of more, those that are settled, and a matrix shows all."""
MOST = 15
"""Initiatives up to which the matrix fits a narrow screen."""
NONE = 1e-9
WHOLE = ("column_rated", "column_readings")


def lines(doc: PreferenceDoc, lang: str) -> list[Line]:
    """What holds whatever the weights, and the closed forms that check the simulation."""
    view = _View(doc, lang)
    label = view.say("given" if doc["constrained"] else "any")
    found = []
    if doc["broken"]:
        found.append(Line(view.say("broken"), view.say("broken_text", texts=doc["broken"]), strong=True))
    found += [Line(label, text) for text in view.statements()]
    checked = [pair for pair in doc["pairs"] if pair["share"] is not None and 0 < pair["share"]["exact"] < 1]
    return found + [Line(view.say("check"), view.checked(pair)) for pair in checked[:FEW]]


def grids(doc: PreferenceDoc, lang: str) -> list[Grid]:
    """Each pair's least and most; of many initiatives, a matrix of who is above whom."""
    view = _View(doc, lang)
    if not doc["pairs"]:
        return []
    if len(doc["pairs"]) <= FEW:
        return [view.pairs()]
    return [view.matrix()] if len(view.names) <= MOST else []


def notes(doc: PreferenceDoc, lang: str) -> list[Line]:
    """How to read it."""
    view = _View(doc, lang)
    if not doc["pairs"]:
        return []
    legend = view.say("legend" if len(doc["pairs"]) <= FEW else "legend_matrix")
    found = [Line(view.say("reading"), legend)]
    return found if doc["linear"] else [*found, Line(view.say("reading"), view.say("not_linear"))]


class _View:
    def __init__(self, doc: PreferenceDoc, lang: str) -> None:
        self.doc = doc
        self.lang = lang
        self.names = list(dict.fromkeys(name for pair in doc["pairs"] for name in (pair["first"], pair["second"])))

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, f"robust_preference.{key}", **params)

    # In sentences

    def statements(self) -> Iterator[str]:
        pairs = self.doc["pairs"]
        if len(pairs) <= FEW:
            yield from (self.statement(pair) for pair in pairs)
            return
        settled = [pair for pair in pairs if _settled(pair["rated"])]
        open_pairs = sum(pair["rated"] is not None and _open(pair["rated"]) for pair in pairs)
        yield self.say("count", open=open_pairs, pairs=len(pairs))
        yield from (self.statement(pair) for pair in settled[:FEW])
        if len(settled) > FEW:
            yield self.say("more", count=len(settled) - FEW)

    def statement(self, pair: PreferencePairDoc) -> str:
        """The pair turned so that the one that is always at least as high comes first."""
        over, readings = pair["rated"], pair["readings"]
        names = {"first": pair["first"], "second": pair["second"]}
        if over is None:
            return self.say("no_score", **names)
        turned = bool(over["second_always"]) and not over["first_always"]
        if turned:
            names = {"first": pair["second"], "second": pair["first"]}
        if not _settled(over):
            return self.unsettled(over, names)
        text = self.settled(over, names, turned)
        too = readings is not None and readings["second_always" if turned else "first_always"]
        if over["first_always"] and over["second_always"]:
            return text
        return self.say("readings_too" if too else "readings_not", text=text)

    def unsettled(self, over: OverDoc, names: dict[str, str]) -> str:
        if not _open(over):
            return self.say("undecided", **names)
        least, most = over["least"], over["most"]
        if least is None or most is None:
            return self.say("open_unknown", **names)
        ends = {"least": points(-least["difference"]), "most": points(most["difference"])}
        return self.say("open", **names, **ends)

    def settled(self, over: OverDoc, names: dict[str, str], turned: bool) -> str:
        if over["first_always"] and over["second_always"]:
            return self.say("equal", **names)
        least, most = over["least"], over["most"]
        if least is None or most is None:
            return self.say("always_unknown", **names)
        ends = sorted(abs(end["difference"]) for end in (least, most))
        if ends[0] <= NONE:
            return self.say("not_below", **names, most=points(ends[1]))
        return self.say("above", **names, least=points(ends[0]), most=points(ends[1]))

    def checked(self, pair: PreferencePairDoc) -> str:
        share = pair["share"]
        assert share is not None
        names = {"first": pair["first"], "second": pair["second"]}
        simulated, error, exact = share["simulated"], share["error"], f"{100 * share['exact']:.2f}"
        if simulated is None or error is None:
            return self.say("exact", **names, exact=exact)
        known = {"simulated": f"{100 * simulated:.2f}", "error": f"{100 * error:.2f}"}
        return self.say("simulated", **names, **known, exact=exact)

    # In grids

    def pairs(self) -> Grid:
        heads = ("column_pair", "column_rated", "column_least", "column_most", "column_readings")
        columns = [Column(self.say(head), right=head in WHOLE, whole=head in WHOLE) for head in heads]
        title = self.say("title_given" if self.doc["constrained"] else "title")
        return Grid(tuple(columns), tuple(self.row(pair) for pair in self.doc["pairs"]), title)

    def row(self, pair: PreferencePairDoc) -> Row:
        rated = pair["rated"]
        name = self.say("pair", first=pair["first"], second=pair["second"])
        ends = (None, None) if rated is None else (rated["least"], rated["most"])
        return Row((name, _range(rated), *map(self.where, ends), _range(pair["readings"])))

    def where(self, extreme: ExtremeDoc | None) -> str:
        """The criterion that has all the weight, the two where each stands for another, or how many share it."""
        if extreme is None:
            return "?"
        first, second = ([one["node"] for one in extreme["shares"] if one[side] > NONE] for side in ("first", "second"))
        if len(first) == 1 == len(second):
            names = [_last(first[0]), _last(second[0])]
            return names[0] if first == second else self.say("two", first=names[0], second=names[1])
        return self.say("several", count=len({*first, *second}))

    def matrix(self) -> Grid:
        names = self.names
        signs = {(name, name): "" for name in names}
        for pair in self.doc["pairs"]:
            first, second = pair["first"], pair["second"]
            signs[first, second] = _sign(pair, "first", "second")
            signs[second, first] = _sign(pair, "second", "first")
        columns = [Column(self.say("initiative"))]
        columns += [Column(f"{number}", right=True, whole=True) for number, _ in enumerate(names, start=1)]
        rows = [
            Row((f"{number}. {name}", *(signs[name, other] for other in names)))
            for number, name in enumerate(names, start=1)
        ]
        title = self.say("title_matrix_given" if self.doc["constrained"] else "title_matrix")
        return Grid(tuple(columns), tuple(rows), title)


def points(number: float) -> str:
    """Whole points; under one, as many decimals as it takes to be more than nothing."""
    size = abs(number)
    if size <= NONE:
        return "0"
    return f"{rounding.whole(size)}" if size >= 1 else f"{size:.1g}"


def _range(over: OverDoc | None) -> str:
    """`-25..+25`, `?` where an end is not known."""
    if over is None:
        return "-"
    ends = [over["least"], over["most"]]
    return "..".join("?" if end is None else _signed(end["difference"]) for end in ends)


def _signed(number: float) -> str:
    sign = "" if abs(number) <= NONE else "+" if number > 0 else "-"
    return f"{sign}{points(number)}"


def _settled(over: OverDoc | None) -> bool:
    return over is not None and bool(over["first_always"] or over["second_always"])


def _open(over: OverDoc) -> bool:
    """Whether either can be ahead."""
    return over["first_always"] is False and over["second_always"] is False


def _sign(pair: PreferencePairDoc, one: str, other: str) -> str:
    rated, readings = pair["rated"], pair["readings"]
    if rated is None:
        return ""
    said = {"first": rated["first_always"], "second": rated["second_always"]}
    always = {} if readings is None else {"first": readings["first_always"], "second": readings["second_always"]}
    if said[one] and said[other]:
        return "="
    for name, sign in ((one, "+"), (other, "-")):
        if said[name]:
            return sign * 2 if always.get(name) else sign
    return "·" if _open(rated) else "?"


def _last(address: str) -> str:
    return address.rpartition(".")[2]
