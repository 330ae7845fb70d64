"""The sheet of a lens on which weights and ratings can be changed, and every figure follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from kasean_score.formulas.text import quoted
from kasean_score.messages import say
from kasean_score.render.book import columns as at
from kasean_score.render.book.block import HEADS, BlockWriter
from kasean_score.render.book.marking import changeable, conditional, on_paper
from kasean_score.render.book.page import GENERAL, shown
from kasean_score.render.book.rubric import rubric_of
from kasean_score.workbooks.style import protected

if TYPE_CHECKING:
    from kasean_score.documents.report_shapes import LensDoc, NodeTextDoc
    from kasean_score.render.book.page import Page

__all__ = ["ScoresSheet"]

WIDTHS = (21.0, 42.0, 9.0, 9.0)
NARROW, LEVEL, SCORE, GAP = 9.0, 15.0, 12.0, 1.5
TWO_LINES = 28.0
DEEPEST = 7
"""Spreadsheets fold no deeper."""


class ScoresSheet:
    """The sheet of one lens; other sheets ask it where figures stand."""

    def __init__(self, page: Page, lens: LensDoc, lang: str) -> None:
        self.page = page
        self.lens = lens
        self.lang = lang
        self.texts = lens["texts"][lang]
        self.cards = self.texts["scorecards"]
        self.rubric = rubric_of(lens, self.texts)
        measured = any(one.measure is not None for one in self.rubric.criteria())
        nodes = lens["weighing"]["nodes"]
        self.plan = at.plan_of(nodes, len(self.cards), len(self.rubric.limits), measured=measured)
        labels = [shown(band["label"]) for band in self.texts["rubric"]["bands"]]
        self.bands = [*labels, say(lang, "word.not_demonstrated")]
        ids = [*(band.id for band in self.rubric.bands), "not_demonstrated"]
        self.labels = dict(zip(ids, self.bands, strict=True))

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def reference(self, name: str, row: int, initiative: int) -> str:
        """A cell of an initiative's block, as another sheet writes it."""
        title = self.page.sheet.title.replace("'", "''")
        return f"'{title}'!{self.plan.blocks[initiative].cell(name, row)}"

    def write(self) -> None:
        self._top()
        for node in self.texts["rubric"]["nodes"]:
            self._node(node)
        self._limits()
        self._bands()
        for block, card in zip(self.plan.blocks, self.cards, strict=True):
            BlockWriter(self, block, card).write()
        self._finish()

    def _top(self) -> None:
        page, rubric, look = self.page, self.texts["rubric"], self.page.look
        version = f" {rubric['version']}" if rubric["version"] else ""
        page.line(at.TITLE, f"{rubric['title']} ({rubric['id']}{version})", look.title)
        page.line(at.NOTE, self.say("report_book.live"))
        unchanged, changed = self.say("report_book.unchanged"), self.say("report_book.changed")
        formula = f"=IF({self._changes()}=0,{quoted(unchanged)},{self._changes()}&{quoted(changed)})"
        status = page.live(at.STATUS, 1, formula, unchanged, GENERAL, font=look.bold)
        status.alignment, status.border = look.single, look.none
        labels = [self.say(key) for key in ("list.id", "report_book.node", "report_book.stated_weight", "form.weight")]
        page.head(at.HEADS, labels)
        for row, title in ((at.WHOLE, self.say("report_book.whole")), (at.BAND, self.say("card.band"))):
            for column in range(1, at.WEIGHT + 1):
                page.text(row, column, title if column == at.NODE else None, font=look.bold).fill = look.light

    def _changes(self) -> str:
        """How many weights and ratings differ from what is stated."""
        plan = self.plan
        ends = [
            f"{get_column_letter(one)}{plan.first}:{get_column_letter(one)}{plan.last}"
            for one in (at.STATED_WEIGHT, at.WEIGHT)
        ]
        ratings = [f"SUM({one.cell('changed', plan.first)}:{one.cell('changed', plan.last)})" for one in plan.blocks]
        return f"({'+'.join([f'SUMPRODUCT(--({ends[0]}<>{ends[1]}))', *ratings])})"

    def _node(self, node: NodeTextDoc) -> None:
        page, look, row = self.page, self.page.look, self.plan.rows[node["id"]]
        is_group = node["kind"] == "group"
        aside = is_group and node["role"] == "condition"
        title = self.say("card.condition", title=node["title"]) if aside else node["title"]
        page.text(row, 1, node["id"], font=look.small)
        name = page.text(row, at.NODE, title, font=look.bold if is_group else look.plain)
        name.alignment = look.indented(node["depth"])
        page.number(row, at.STATED_WEIGHT, node["weight"], GENERAL, font=look.small)
        page.opened(page.number(row, at.WEIGHT, node["weight"], GENERAL))
        page.sheet.row_dimensions[row].outlineLevel = min(DEEPEST, node["depth"])
        if is_group:
            page.cell(row, at.NODE).fill = look.light

    def _limits(self) -> None:
        """What each limit says; whether it holds stands in the blocks."""
        page, row = self.page, self.plan.limits
        if not self.cards or not self.rubric.limits:
            return
        page.text(row - 1, at.NODE, self.say("report_book.limits"), font=page.look.bold, boxed=False)
        for index, limit in enumerate(self.rubric.limits):
            page.text(row + index, 1, limit.id, font=page.look.small)
            page.text(row + index, at.NODE, self.limit_text(index))

    def limit_text(self, index: int) -> str:
        """What a limit says."""
        limit = self.cards[0]["limits"][index]
        key = "show.limit_withholds" if limit["band_at_most"] == "not_demonstrated" else "show.limit"
        return self.say(key, band=self.labels[limit["band_at_most"]], when=limit["when"])

    def _bands(self) -> None:
        """The names of bands, which formulas look up here, and where each begins."""
        page, row = self.page, self.plan.bands
        page.head(row - 1, [self.say("show.bands"), self.say("report_book.from")], at.NODE)
        for index, label in enumerate(self.bands):
            page.text(row + index, at.NODE, label)
            starts = self.rubric.bands[index].at_least if index < len(self.rubric.bands) else None
            page.number(row + index, at.NODE + 1, starts, GENERAL)
        page.line(row + len(self.bands) + 1, self.say("report_book.share_help"))

    def band_at(self, rank: str) -> str:
        """The formula for the name of the band of a rank, 1 being the highest."""
        letter, row = get_column_letter(at.NODE), self.plan.bands
        return f"INDEX(${letter}${row}:${letter}${row + len(self.bands) - 1},{rank})"

    def _finish(self) -> None:
        page, plan = self.page, self.plan
        page.widths = dict(enumerate(WIDTHS, 1))
        for block in plan.blocks:
            seen = [column for column in block.column.values() if column <= plan.edge]
            page.widths |= dict.fromkeys(seen, NARROW) | {min(seen) - 1: GAP, min(seen): LEVEL}
            page.widths[block.column["score"]] = SCORE
            page.head(at.HEADS, [self.say(HEADS[name]) for name in block.shown()], min(seen))
            page.cell(at.HEADS, min(seen)).alignment = page.look.centred
        changeable(self)
        conditional(self)
        page.finish(frozen=f"{get_column_letter(at.WEIGHT + 1)}{at.BAND + 1}", tall_from=at.HEADS)
        page.sheet.print_area = f"A1:{get_column_letter(plan.edge)}{page.sheet.max_row}"
        page.sheet.row_dimensions[at.BAND].height = TWO_LINES
        on_paper(page.sheet, plan)
        protected(page.sheet)
