"""How every workbook looks: few colours, room to read, paper across, and only what may be changed unlocked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["Style", "laid_out", "protected"]

DARK, LIGHT, INPUT, GREY, RED, BLUE = "1F3864", "E7ECF5", "FFF6CC", "6B6B6B", "B00020", "0B4F9E"
FONTS = {"ko": "Malgun Gothic"}
"""Programs that lack a font take another that has the letters."""
MARGIN = 0.4


class Style:
    """Fonts, fills, borders and alignments; `lang` decides on the font."""

    def __init__(self, lang: str) -> None:
        name = FONTS.get(lang, "Arial")
        line = Side(style="thin", color="C9CFDA")
        self.plain = Font(name=name, size=10)
        self.bold = Font(name=name, size=10, bold=True)
        self.small = Font(name=name, size=8, color=GREY)
        self.white = Font(name=name, size=10, bold=True, color="FFFFFF")
        self.red = Font(name=name, size=10, color=RED)
        self.title = Font(name=name, size=14, bold=True, color=DARK)
        self.heading = Font(name=name, size=12, bold=True, color=DARK)
        self.link = Font(name=name, size=10, color=BLUE, underline="single")
        self.border = Border(left=line, right=line, top=line, bottom=line)
        self.none = Border()
        self.wrapped = Alignment(wrap_text=True, vertical="top")
        self.centred = Alignment(horizontal="center", vertical="top", wrap_text=True)
        self.single = Alignment(vertical="center")
        self.dark = PatternFill("solid", start_color=DARK)
        self.light = PatternFill("solid", start_color=LIGHT)
        self.open = PatternFill("solid", start_color=INPUT)
        self.unlocked = Protection(locked=False)


def laid_out(sheet: Worksheet, widths: Mapping[int, float], frozen: str | None) -> None:
    """Widths, what stays in view, and paper: across, A4, as wide as the sheet."""
    for column, width in widths.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = frozen
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = sheet.oddFooter
    assert footer is not None
    footer.left.text, footer.right.text = "&A", "&P/&N"
    for side in ("left", "right", "top"):
        setattr(sheet.page_margins, side, MARGIN)
    sheet.page_margins.bottom = 2 * MARGIN


def protected(sheet: Worksheet, *, growing: bool = False) -> None:
    """Only what may be changed can be overwritten by mistake; there is no password. `growing` lets rows be inserted."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False  # False: allowed
    protection.sort = protection.autoFilter = False
    if growing:
        protection.insertRows = protection.deleteRows = False
