"""How high a row has to be for the texts in it: programs do not agree on working it out, and some never do."""

from __future__ import annotations

import unicodedata
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["fit_heights"]

NARROW, WIDE = 0.95, 1.85
"""Parts of a column's unit of width that a letter takes at 10 points, of scripts like Latin and like Korean."""
SIZE = 10.0
"""Points of the letters for which these hold."""
LINE = 13.2
LEAST, MOST = 15.0, 409.0
"""Points; no row can be higher than the last."""


def fit_heights(sheet: Worksheet, widths: Mapping[int, float], first: int) -> None:
    """Give each row from `first` on the height of the longest of its texts that wrap."""
    for at, row in enumerate(sheet.iter_rows(min_row=first), first):
        texts = [
            (cell.value, widths.get(cell.column, 10.0) * SIZE / (cell.font.size or SIZE))
            for cell in row
            if cell.data_type == "s" and cell.value and cell.alignment.wrap_text
        ]
        lines = max((_lines(str(text), width) for text, width in texts), default=1)
        if lines > 1:
            sheet.row_dimensions[at].height = min(MOST, max(LEAST, lines * LINE + 2))


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(_length(line) / max(1.0, width - 1))) for line in text.split("\n"))


def _length(line: str) -> float:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in line)
    return NARROW * (len(line) - wide) + WIDE * wide
