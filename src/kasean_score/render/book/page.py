"""A sheet being written: texts that stay text, numbers, formulas with what they come to, and how all of it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from kasean_score.render.page.links import safe_url
from kasean_score.render.phrases import printable
from kasean_score.workbooks.cell_text import LONGEST, cell_of, set_number, set_text
from kasean_score.workbooks.heights import fit_heights
from kasean_score.workbooks.style import Style, laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["GENERAL", "ONE_DIGIT", "PERCENT", "Look", "Page", "linkable", "shown"]

ONE_DIGIT, PERCENT, GENERAL = "0.0", "0%", "General"
CUT = LONGEST // 2
"""Characters of a text that are shown in a cell; what is escaped in it may take twice the room."""
LONGEST_LINK = 2000
KEPT_IN_LINKS = "%/:?#[]@!$&'()*+,;=~-._"


class Look(Style):
    """How the sheets of a report look."""

    def indented(self, depth: int) -> Alignment:
        return Alignment(wrap_text=True, vertical="top", indent=depth)


class Page:
    """One sheet; `known` collects what its formulas come to, by the names of cells."""

    def __init__(self, sheet: Worksheet, look: Look) -> None:
        self.sheet = sheet
        self.look = look
        self.known: dict[str, float | str] = {}
        self.widths: dict[int, float] = {}

    def cell(self, row: int, column: int) -> Cell:
        return cell_of(self.sheet, row, column)

    def text(self, row: int, column: int, text: str | None, *, font: Font | None = None, boxed: bool = True) -> Cell:
        """A text to read; in a table with a border."""
        cell = self.cell(row, column)
        if text:
            set_text(cell, shown(text))
        return self._dressed(cell, font or self.look.plain, self.look.wrapped, boxed=boxed)

    def line(self, row: int, text: str, font: Font | None = None) -> Cell:
        """A text that runs on over the cells beside it."""
        cell = self.text(row, 1, text, font=font, boxed=False)
        cell.alignment = self.look.single
        return cell

    def number(self, row: int, column: int, value: float | None, style: str, *, font: Font | None = None) -> Cell:
        cell = self.cell(row, column)
        if value is not None:
            whole = float(value).is_integer() and abs(value) < 1e15
            set_number(cell, int(value) if whole else value)
        cell.number_format = style
        return self._dressed(cell, font or self.look.plain, self.look.centred)

    def live(
        self, row: int, column: int, formula: str, value: float | str | None, style: str, *, font: Font | None = None
    ) -> Cell:
        """A formula, and what it comes to as stated, for programs that do not work it out."""
        cell = self.cell(row, column)
        cell.value = formula
        cell.number_format = style
        self.known[cell.coordinate] = "" if value is None else value
        return self._dressed(cell, font or self.look.plain, self.look.centred)

    def opened(self, cell: Cell) -> None:
        """Let a cell be changed, and show it."""
        cell.fill, cell.protection = self.look.open, self.look.unlocked

    def link(self, row: int, column: int, url: str | None) -> None:
        """An address; a link where it is one of the web."""
        cell = self.text(row, column, url)
        target = linkable(url)
        if target is not None:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, target=target)
            cell.font = self.look.link

    def head(self, row: int, labels: Sequence[str], first: int = 1) -> None:
        """The labels of a table's columns."""
        for column, label in enumerate(labels, first):
            cell = self.text(row, column, label, font=self.look.white)
            cell.fill = self.look.dark
            cell.alignment = self.look.wrapped if column == first else self.look.centred

    def rows(self, first: int, rows: Sequence[Sequence[str | float | None]]) -> None:
        """Rows of texts and numbers."""
        for row, values in enumerate(rows, first):
            for column, value in enumerate(values, 1):
                if isinstance(value, str) or value is None:
                    self.text(row, column, value)
                else:
                    self.number(row, column, value, GENERAL)

    def _dressed(self, cell: Cell, font: Font, alignment: Alignment, *, boxed: bool = True) -> Cell:
        cell.font, cell.alignment = font, alignment
        if boxed:
            cell.border = self.look.border
        return cell

    def finish(
        self, *, frozen: str | None = None, heads: int | None = None, tall_from: int = 1, printed: int = 0
    ) -> None:
        """Widths and heights, what stays in view, and paper: across, as wide as the sheet, labels on every page.

        `heads` is the row of the labels; rows from `tall_from` on are as high as their texts need. Of many columns only
        the first `printed` go on paper.
        """
        sheet = self.sheet
        laid_out(sheet, self.widths, frozen)
        fit_heights(sheet, self.widths, tall_from)
        if heads is not None:
            sheet.print_title_rows = f"{heads}:{heads}"
        last = printed or max(self.widths, default=1)
        sheet.print_area = f"A1:{get_column_letter(last)}{max(1, sheet.max_row)}"


def shown(text: str) -> str:
    """A text as a cell shows it: control and direction characters are seen and not obeyed, lines stay lines."""
    lines = [printable(line).replace("\t", " ") for line in text.replace("\r\n", "\n").strip().split("\n")]
    whole = "\n".join(lines).strip()
    return whole if len(whole) <= CUT else f"{whole[:CUT]} …"


def linkable(url: str | None) -> str | None:
    """The address as a link needs it, where it is of the web and no program would stumble over it."""
    safe = safe_url(url)
    target = quote(safe or "", safe=KEPT_IN_LINKS)
    return target if 0 < len(target) <= LONGEST_LINK else None
