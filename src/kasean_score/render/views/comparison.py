"""Comparisons as sheets: first what is uncertain, then rows for nodes with a column for each initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet
from kasean_score.render.views.comparison_words import Words, difference_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.comparison_shapes import CellDoc, ComparisonDoc, LensDoc, RowDoc, TotalDoc
    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc

__all__ = ["sheets"]

BLOCK = 3
"""Initiatives side by side: so many fit a screen of 80 cells beside the titles."""
SCORE_CELLS = 14
DIFFERENCE_CELLS = 15


def sheets(doc: ComparisonDoc) -> Iterator[Sheet]:
    """One sheet for each rubric."""
    lang, common = doc["options"]["lang"], doc["options"]["common"]
    for index, lens in enumerate(doc["comparisons"]):
        words = Words(lens, lang, common=common)
        table = _Table(lens, lang, common=common)
        title = say(lang, "compare.title", title=phrases.printable(lens["rubric"]["title"]), id=lens["rubric"]["id"])
        left_out = doc["left_out"] if index == 0 else []
        yield Sheet(title, tuple(words.lines()), tuple(table.grids()), (table.legend(), *words.notes(left_out)))


class _Line(NamedTuple):
    """A row before it is cut into blocks: a cell for each initiative, and its difference to the first."""

    title: str
    cells: list[str]
    differences: list[str]
    depth: int = 0
    strong: bool = False
    ends: bool = False


class _Table:
    """One comparison as grids: of all initiatives side by side, three at a time, and of their differences."""

    def __init__(self, lens: LensDoc, lang: str, *, common: bool) -> None:
        self.lens = lens
        self.lang = lang
        self.common = common
        self.cards = lens["scorecards"]
        self.labels = [one["label"] for one in lens["initiatives"]]
        self.nodes = [{node["id"]: node for node in card["nodes"]} for card in self.cards]
        self.needed = lens["rubric"]["min_coverage"]
        self.starts = phrases.band_starts(self.cards[0])

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def grids(self) -> Iterator[Grid]:
        """Two initiatives share a grid with their difference; of more, the differences follow in grids of their own."""
        lines = [*self.heads(), *self.rows()]
        first = Column(self.say("card.criterion"))
        if len(self.labels) == 2:
            names = [Column(label, most=SCORE_CELLS) for label in self.labels]
            columns = (first, *names, Column(self.say("compare.difference"), most=DIFFERENCE_CELLS))
            yield Grid(columns, tuple(_row(line, [*line.cells, line.differences[1]]) for line in lines))
            return
        for start in range(0, len(self.labels), BLOCK):
            part = slice(start, start + BLOCK)
            columns = (first, *(Column(label, most=SCORE_CELLS) for label in self.labels[part]))
            yield Grid(columns, tuple(_row(line, line.cells[part]) for line in lines))
        for start in range(1, len(self.labels), BLOCK):
            part = slice(start, start + BLOCK)
            columns = (first, *(Column(label, most=DIFFERENCE_CELLS) for label in self.labels[part]))
            shown = (_row(line, line.differences[part]) for line in lines if any(line.differences[part]))
            yield Grid(columns, tuple(shown), self.say("compare.differences_to", first=self.labels[0]))

    def heads(self) -> Iterator[_Line]:
        """The totals on either basis, the one that is compared on first, and what each total is worth."""
        totals = [self.total_on_common(strong=True), self.total_on_all()]
        yield from (
            totals if self.common else reversed([totals[0]._replace(strong=False), totals[1]._replace(strong=True)])
        )
        yield self.plain("card.band", [phrases.printable(card["band_label"]) for card in self.cards])
        yield self.plain("compare.could_be", [self.could_be(card) for card in self.cards])
        yield self.plain("card.coverage", [f"{rounding.percent(card['coverage'] or 0.0)} %" for card in self.cards])
        shared = (one["common"]["coverage"] for one in self.lens["initiatives"])
        weights = [f"{rounding.percent(share or 0.0)} %" for share in shared]
        yield self.plain("compare.coverage_common", weights)._replace(ends=True)

    def total_on_all(self) -> _Line:
        totals = [one["all"] for one in self.lens["initiatives"]]
        cells = [phrases.overall_text(card) for card in self.cards]
        return _Line(self.say("compare.score_all"), cells, [difference_text(total) for total in totals])

    def total_on_common(self, *, strong: bool) -> _Line:
        totals = [one["common"] for one in self.lens["initiatives"]]
        cells = [self.score(total) for total in totals]
        return _Line(self.say("compare.score_common"), cells, [difference_text(x) for x in totals], strong=strong)

    def plain(self, key: str, cells: list[str]) -> _Line:
        return _Line(self.say(key), cells, [""] * len(cells))

    def could_be(self, card: ScorecardDoc) -> str:
        """The lowest and highest band still possible."""
        label = {band["id"]: phrases.printable(band["label"]) for band in card["rubric"]["bands"]}
        label["not_demonstrated"] = self.say("word.not_demonstrated")
        low, high = card["band_bounds"] or ("not_demonstrated", "not_demonstrated")
        return label[low] if low == high else self.say("compare.between", low=label[low], high=label[high])

    def rows(self) -> Iterator[_Line]:
        rows = self.lens["nodes"]
        for index, row in enumerate(rows, start=1):
            after = rows[index] if index < len(rows) else None
            ends = after is not None and after["depth"] == 0 and after["role"] == "condition"
            is_group = row["kind"] == "group"
            mark = "• " if row["common"] and not self.common else ""
            yield _Line(
                mark + phrases.node_title(self.nodes[0][row["id"]], self.lang),
                [self.cell(row, at) for at in range(len(self.cards))],
                [difference_text(cell) for cell in row["cells"]],
                row["depth"],
                strong=is_group,
                ends=ends,
            )

    def cell(self, row: RowDoc, at: int) -> str:
        """A group's score on the basis compared on; a criterion's level or value, behind its mark."""
        cell, node = row["cells"][at], self.nodes[at][row["id"]]
        if row["kind"] == "criterion":
            text = phrases.level_text(node, self.lang, full=False)
            return f"{''.join(phrases.marks(node).values())} {text}".strip()
        if cell["state"] == "not_applicable":
            return self.say("word.not_applicable")
        return self.score(cell)

    def score(self, of: TotalDoc | CellDoc) -> str:
        """A score with its bounds, on its side of each band's start."""
        thin = rounding.is_thin(of["coverage"], self.needed)
        return rounding.score_text_apart(of["score"], of["bounds"], of["score"], self.starts, thin=thin)

    def legend(self) -> Line:
        """The meaning of each mark in the rows shown."""
        shown = {row["id"] for row in self.lens["nodes"]}
        used: dict[str, None] = {} if self.common else {self.say("compare.mark_common"): None}
        for card in self.cards:
            nodes: list[NodeDoc] = [node for node in card["nodes"] if node["id"] in shown]
            used.update(dict.fromkeys(phrases.legend({**card, "nodes": nodes}, self.lang)))
        if any(rounding.is_thin(one["common"]["coverage"], self.needed) for one in self.lens["initiatives"]):
            used[self.say("mark.thin")] = None
        used.pop(self.say("mark.evidence"))
        return Line(self.say("card.marks"), " · ".join(used))


def _row(line: _Line, cells: list[str]) -> Row:
    return Row((line.title, *cells), depth=line.depth, strong=line.strong, ends=line.ends)
