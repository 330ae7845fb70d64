"""Before and after some changes as sheets: the total, each change alone, and the nodes that are not as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc
    from kasean_score.documents.whatif import ChangeDoc, WhatIfCardDoc, WhatIfDoc

__all__ = ["sheets"]

NO_MOVE = 1e-9
SHOWN = ("state", "score", "bounds", "coverage", "weight", "level", "value")
"""What a node has to change by, beside its share, to have a row."""


def sheets(doc: WhatIfDoc) -> Iterator[Sheet]:
    """One sheet for each scorecard."""
    return (_Page(card, doc["options"]["lang"]).sheet() for card in doc["scorecards"])


class _Page:
    """The sheet of one scorecard."""

    def __init__(self, card: WhatIfCardDoc, lang: str) -> None:
        self.card = card
        self.lang = lang
        self.before = card["before"]
        self.after = card["after"]

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, f"whatif.{key}", **params)

    def sheet(self) -> Sheet:
        initiative = self.before["initiative"]
        name = phrases.printable(initiative["name"])
        grids = [self.totals()]
        if len(self.card["changes"]) > 1:
            grids.append(self.alone())
        grids.append(self.nodes())
        title = self.say("title", name=name, id=initiative["id"])
        return Sheet(title, tuple(self.head()), tuple(grids), tuple(self.notes()))

    def head(self) -> Iterator[Line]:
        yield Line(self.say("rated_on"), phrases.facts_line(self.before, self.lang))
        yield Line(self.say("changes"), " · ".join(phrases.printable(one["change"]) for one in self.card["changes"]))
        result = [self.score(), self.band()] if self.card["nodes"] or self.moved() else [self.say("nothing")]
        yield Line(self.say("result"), "; ".join(result), strong=True)

    def moved(self) -> bool:
        """Whether anything at the top is not as it was."""
        return any(self.before[name] != self.after[name] for name in ("score", "bounds", "coverage", "band"))

    def score(self) -> str:
        before, after = phrases.overall_text(self.before), phrases.overall_text(self.after)
        if before == after:
            return self.say("same_score", after=after)
        if self.card["moved"] is None:
            return self.say("new_score", before=before, after=after)
        return self.say("moves", before=before, after=after, moved=_signed(self.card["moved"]))

    def band(self) -> str:
        before, after = (phrases.printable(card["band_label"]) for card in (self.before, self.after))
        key = "same_band" if self.before["band"] == self.after["band"] else "new_band"
        return self.say(key, before=before, after=after)

    def totals(self) -> Grid:
        cards = (self.before, self.after)
        rows = [
            Row((say(self.lang, "card.score"), *map(phrases.overall_text, cards)), strong=True),
            Row((say(self.lang, "card.band"), *(phrases.band_text(card, self.lang) for card in cards)), strong=True),
            Row((say(self.lang, "card.coverage"), *(phrases.coverage_text(card, self.lang) for card in cards))),
        ]
        limits = ["; ".join(phrases.limit_lines(card, self.lang)) for card in cards]
        if any(limits):
            rows.append(Row((say(self.lang, "card.limit"), *(x or say(self.lang, "card.no_limit") for x in limits))))
        return Grid((Column(""), Column(self.say("before")), Column(self.say("after"))), tuple(rows))

    def alone(self) -> Grid:
        columns = (
            Column(self.say("change")),
            Column(say(self.lang, "card.score"), whole=True),
            Column(self.say("moved"), right=True, whole=True),
            Column(say(self.lang, "card.band")),
            Column(say(self.lang, "card.coverage"), right=True, whole=True),
        )
        together = self.outcome(self.after, self.card["moved"])
        rows = [Row((phrases.printable(one["change"]), *self.one(one))) for one in self.card["changes"]]
        return Grid(columns, (*rows, Row((self.say("together"), *together), strong=True)), self.say("alone"))

    def one(self, change: ChangeDoc) -> tuple[str, str, str, str]:
        if change["alone"] is None:
            return self.say("not_alone"), "", "", ""
        rubric = self.before["rubric"]
        if change["kind"] == "min_coverage":
            rubric = self.after["rubric"]
        return self.outcome(cast("ScorecardDoc", {**self.before, "rubric": rubric, **change["alone"]}), change["moved"])

    def outcome(self, card: ScorecardDoc, moved: float | None) -> tuple[str, str, str, str]:
        covered = f"{rounding.percent(card['coverage'] or 0.0)} %"
        points = "-" if moved is None else _signed(moved)
        return phrases.overall_text(card), points, phrases.printable(card["band_label"]), covered

    def nodes(self) -> Grid:
        """The nodes that changed; where only a share did, the groups at the top and not all that is below them."""
        old, new = ({node["id"]: node for node in card["nodes"]} for card in (self.before, self.after))
        pairs = [(old[address], new[address]) for address in self.card["nodes"]]
        shares = any(before["share"] != after["share"] for before, after in pairs)
        columns = [Column(say(self.lang, "card.criterion")), Column(self.say("before")), Column(self.say("after"))]
        columns.append(Column(self.say("moved"), right=True, whole=True))
        columns += [Column(say(self.lang, "card.share"), right=True, whole=True)] if shares else []
        rows = [
            Row(
                (phrases.node_title(after, self.lang), *self.cells(before, after)[: len(columns) - 1]),
                depth=after["depth"],
                strong=after["kind"] == "group",
            )
            for before, after in pairs
            if after["depth"] == 0 or any(before[name] != after[name] for name in SHOWN)  # type: ignore[literal-required]
        ]
        return Grid(tuple(columns), tuple(rows), self.say("nodes"))

    def cells(self, before: NodeDoc, after: NodeDoc) -> tuple[str, ...]:
        reached = (self.reached(before, self.before), self.reached(after, self.after))
        return (*reached, _points(before, after), _shares(before, after))

    def reached(self, node: NodeDoc, card: ScorecardDoc) -> str:
        if node["kind"] == "group":
            return phrases.group_text(node, card["rubric"]["min_coverage"], self.lang)
        return phrases.level_text(node, self.lang)

    def notes(self) -> Iterator[Line]:
        points = self.card["interaction"]
        if points is not None and abs(points) >= 0.05:
            together = self.card["moved"] or 0.0
            said = self.say("acts", alone=_signed(together - points), together=_signed(together))
            yield Line(self.say("interaction"), said)
        yield Line(say(self.lang, "card.raters"), phrases.raters_line(self.before, self.lang))
        yield Line(self.say("files"), self.say("untouched", files=phrases.files_line(self.before)))


def _points(before: NodeDoc, after: NodeDoc) -> str:
    if before["score"] is None or after["score"] is None:
        return "-"
    return _signed(after["score"] - before["score"])


def _shares(before: NodeDoc, after: NodeDoc) -> str:
    shares = [str(rounding.percent(one["share"])) for one in (before, after) if one["share"] is not None]
    return f"{' → '.join(dict.fromkeys(shares))} %" if shares else ""


def _signed(points: float) -> str:
    """Points with their sign; nothing has none."""
    return "0" if abs(points) < NO_MOVE else f"{points:+.1f}"
