"""Text in a cell of a workbook: what XML cannot hold is written as Excel writes it, and nothing becomes a formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openpyxl.cell import Cell

from kasean_score.errors import InputError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["LONGEST", "cell_of", "read_text", "set_number", "set_text"]

LONGEST = 32_767
"""Characters that a cell can hold."""
FORMULA = ("=", "+", "-", "@")
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
WRITTEN = re.compile("_x([0-9A-Fa-f]{4})_")


def cell_of(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell of a sheet that has no merged ones."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)
    return cell


def set_text(cell: Cell, text: str) -> None:
    """Put a text into a cell as text, whatever it begins with. Raises InputError where no cell can hold it."""
    written = UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    if len(written) > LONGEST:
        raise InputError.of("form-text-long", beginning=text[:40], limit=LONGEST)
    cell.value = written
    cell.data_type = "s"
    if text.startswith(FORMULA):
        cell.quotePrefix = True  # so that it stays text when somebody edits it


def set_number(cell: Cell, number: float) -> None:
    """Put a number into a cell with all its digits."""
    cell.value = number
    if float(f"{number:.16g}") != number:  # the library writes no more than 16
        cell._value = repr(number)  # type: ignore[attr-defined]


def read_text(text: str) -> str:
    """What `set_text`, or Excel, meant by the text of a cell."""
    return WRITTEN.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
