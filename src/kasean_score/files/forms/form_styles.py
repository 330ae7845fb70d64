"""How the sheets of a form look: few colours, room to read, and the same on every sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Font, NamedStyle

from kasean_score.workbooks.cell_text import cell_of, set_number, set_text
from kasean_score.workbooks.heights import fit_heights
from kasean_score.workbooks.style import Style, laid_out, protected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["LABELS", "META", "NOTE", "TITLE", "Look", "first_row"]

META, TITLE, NOTE, LABELS, KEYS = 1, 2, 3, 4, 5
"""The rows at the top of every sheet but the first and the last."""


def first_row() -> int:
    return KEYS + 1


class Look(Style):
    """Gives cells their looks."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        # What is written as text stays as it is: 2024-10 is no date.
        self.styles = (self._entry("entry", self.wrapped, "@"), self._entry("number", self.centred, "General"))

    def _entry(self, name: str, alignment: Alignment, number_format: str) -> NamedStyle:
        """The looks of cells to fill in."""
        return NamedStyle(
            f"kasean-score {name}",
            font=self.plain,
            fill=self.open,
            border=self.border,
            alignment=alignment,
            number_format=number_format,
            protection=self.unlocked,
        )

    def shown(self, cell: Cell, text: str, *, font: Font | None = None, centred: bool = False) -> None:
        """A text to read."""
        set_text(cell, text)
        cell.font = font or self.plain
        cell.alignment = self.centred if centred else self.wrapped

    def boxed(self, cell: Cell, text: str, *, font: Font | None = None) -> None:
        """A text to read in a table."""
        self.shown(cell, text, font=font)
        cell.border = self.border

    def figure(self, cell: Cell, formula: str, style: str = "0.0", *, font: Font | None = None) -> None:
        """A formula whose result is shown."""
        cell.value = formula
        cell.number_format = style
        cell.font = font or self.plain
        cell.alignment = self.centred
        cell.border = self.border

    def input(self, cell: Cell, value: float | int | str | None, *, number: bool = False) -> None:
        """A cell to fill in; with what is in it already."""
        if isinstance(value, str):
            set_text(cell, value)
        elif value is not None:
            set_number(cell, value)
        quoted = cell.quotePrefix
        cell.style = self.styles[number].name  # one assignment for all looks: there are thousands of these cells
        if quoted:
            cell.quotePrefix = True

    def head(self, sheet: Worksheet, labels: Mapping[int, str], keys: Mapping[int, str]) -> None:
        """The labels of the columns, and below them the keys that they are known by."""
        for column in range(1, max(*labels, *keys) + 1):
            cell = cell_of(sheet, LABELS, column)
            self.boxed(cell, labels.get(column, ""), font=self.white)
            cell.fill = self.dark
            if column in keys:
                self.shown(cell_of(sheet, KEYS, column), keys[column], font=self.small)

    def titled(self, sheet: Worksheet, head: str, title: str, note: str) -> None:
        """The rows above a table; the first is for the program and hidden."""
        set_text(cell_of(sheet, META, 1), head)
        sheet.row_dimensions[META].hidden = True
        for row, text, font in ((TITLE, title, self.title), (NOTE, note, self.plain)):
            if text:
                set_text(cell_of(sheet, row, 1), text)
                cell_of(sheet, row, 1).font = font
                cell_of(sheet, row, 1).alignment = self.single

    def finish(self, sheet: Worksheet, widths: Mapping[int, float], frozen: str, *, growing: bool) -> None:
        """Widths, what stays in view, what is printed, and protection without a password.

        `growing` lets people insert rows.
        """
        laid_out(sheet, widths, None if frozen == "A1" else frozen)
        fit_heights(sheet, widths, 1 if frozen == "A1" else LABELS)
        if frozen != "A1":
            sheet.print_title_rows = f"{LABELS}:{LABELS}"
        protected(sheet, growing=growing)
