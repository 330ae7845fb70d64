"""Where the cells of a workbook stand, in the terms of all other places: a fault points at `form.xlsx:Sheet!E12`."""

from __future__ import annotations

from kasean_score.errors import FileText
from kasean_score.files.tree import Mark

__all__ = ["SheetText", "letters"]


def letters(column: int) -> str:
    """The name of a column that is counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class SheetText(FileText):
    """One sheet of a workbook: its rows are the lines, and none of them can be shown as text."""

    sheet = ""
    number = 0

    @classmethod
    def of(cls, path: str, sheet: str, number: int) -> SheetText:
        made = cls(path)
        made.sheet, made.number = sheet, number
        return made

    def line(self, number: int) -> str | None:
        return None

    def address(self, line: int | None, column: int | None) -> str:
        where = f"{self.path}:{self.sheet}"
        return where if not line else f"{where}!{letters(column or 1)}{line}"

    def mark(self, row: int, column: int) -> Mark:
        """The mark of a cell, both counted from 1."""
        return Mark(row - 1, column - 1, self)
