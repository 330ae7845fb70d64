"""How the sheets of a form look: few colours, room to read, and the same on every sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from kasean_score.workbooks.cell_text import cell_of, set_number, set_text
from kasean_score.workbooks.heights import fit_heights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["LABELS", "META", "NOTE", "TITLE", "Look", "first_row"]

META, TITLE, NOTE, LABELS, KEYS = 1, 2, 3, 4, 5
"""The rows at the top of every sheet but the first and the last."""
DARK, LIGHT, INPUT, GREY, RED = "1F3864", "E7ECF5", "FFFBE6", "7F7F7F", "B00020"
FONTS = {"ko": "Malgun Gothic"}
"""Programs that lack a font take another that has the letters."""


def first_row() -> int:
    return KEYS + 1


class Look:
    """Gives cells their looks; `lang` decides on the font."""

    def __init__(self, lang: str) -> None:
        name = FONTS.get(lang, "Arial")
        line = Side(style="thin", color="C9CFDA")
        self.plain = Font(name=name, size=10)
        self.bold = Font(name=name, size=10, bold=True)
        self.small = Font(name=name, size=8, color=GREY)
        self.white = Font(name=name, size=10, bold=True, color="FFFFFF")
        self.large = Font(name=name, size=14, bold=True, color=DARK)
        self.red = Font(name=name, size=10, color=RED)
        self.border = Border(left=line, right=line, top=line, bottom=line)
        self.wrapped = Alignment(wrap_text=True, vertical="top")
        self.centred = Alignment(horizontal="center", vertical="top", wrap_text=True)
        self.single = Alignment(vertical="center")
        self.dark = PatternFill("solid", start_color=DARK)
        self.light = PatternFill("solid", start_color=LIGHT)
        # What is written as text stays as it is: 2024-10 is no date.
        self.styles = (self._entry("entry", self.wrapped, "@"), self._entry("number", self.centred, "General"))

    def _entry(self, name: str, alignment: Alignment, number_format: str) -> NamedStyle:
        """The looks of cells to fill in."""
        return NamedStyle(
            f"kasean-score {name}",
            font=self.plain,
            fill=PatternFill("solid", start_color=INPUT),
            border=self.border,
            alignment=alignment,
            number_format=number_format,
            protection=Protection(locked=False),
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
        for row, text, font in ((TITLE, title, self.large), (NOTE, note, self.plain)):
            if text:
                set_text(cell_of(sheet, row, 1), text)
                cell_of(sheet, row, 1).font = font
                cell_of(sheet, row, 1).alignment = self.single

    def finish(self, sheet: Worksheet, widths: Mapping[int, float], frozen: str, *, growing: bool) -> None:
        """Widths, what stays in view, what is printed, and protection without a password.

        `growing` lets people insert rows.
        """
        for column, width in widths.items():
            sheet.column_dimensions[get_column_letter(column)].width = width
        fit_heights(sheet, widths, 1 if frozen == "A1" else LABELS)
        sheet.freeze_panes = None if frozen == "A1" else frozen
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        if frozen != "A1":
            sheet.print_title_rows = f"{LABELS}:{LABELS}"
        footer = sheet.oddFooter
        assert footer is not None
        footer.center.text = "&A  &P/&N"
        for side in ("left", "right", "top", "bottom"):
            setattr(sheet.page_margins, side, 0.4)
        protection = sheet.protection
        protection.sheet = True
        protection.formatCells = protection.formatColumns = protection.formatRows = False  # False: allowed
        protection.sort = protection.autoFilter = False
        if growing:
            protection.insertRows = protection.deleteRows = False
