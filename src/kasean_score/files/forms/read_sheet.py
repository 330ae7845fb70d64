"""One sheet of a form that came back: where its columns are now, and what stands in its cells."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from kasean_score.errors import InputError, Place, Problem, nearest
from kasean_score.files.forms.entries import Cell, Given, place
from kasean_score.files.forms.tables import CHOICES, COLUMNS, MAX_ROWS, NO, YES, parts_of
from kasean_score.files.tree import Number
from kasean_score.workbooks.cell_text import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.files.forms.cellmarks import SheetText
    from kasean_score.files.tree import Mark

__all__ = ["SheetReader", "WordsOf"]

MOST_COLUMNS = 200
TOP = 20
"""Rows in which the keys of the columns are looked for."""
OPTIONAL = ("fact", "value", "low", "high")
"""Columns that not every form has."""
WordsOf = dict[tuple[str, str], str]
"""What the words of drop-downs stand for, by list and word in lower case."""


class SheetReader:
    """Reads the table of one kind on one sheet; what is wrong is added to `problems`."""

    def __init__(self, kind: str, text: SheetText, words: Mapping[tuple[str, str], str]) -> None:
        self.kind = kind
        self.text = text
        self.words = words
        self.problems: list[Problem] = []

    def rows(self, sheet: Any) -> list[Given]:
        """The rows that were filled in."""
        sheet.reset_dimensions()  # what the file says of them may be forged
        columns: dict[str, int] | None = None
        found: list[Given] = []
        for at, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
            if columns is None:
                columns = self._head(row, at)
                if columns is None and at >= TOP:
                    break
                continue
            given = self._row(row, columns, at)
            if given is not None:
                found.append(given)
            if len(found) > MAX_ROWS:
                raise InputError([Problem("form-too-many-rows", self._place(at, 1), {"limit": MAX_ROWS})])
        if columns is None:
            self.problems.append(Problem("form-no-head", Place(self.text), {"columns": list(COLUMNS[self.kind])}))
        else:
            self._check(columns)
        return found

    def _place(self, row: int, column: int) -> Place:
        return place(self.text.mark(row, column))

    def _head(self, row: Any, at: int) -> dict[str, int] | None:
        """The columns by their keys, where this is the row that has them."""
        known = COLUMNS[self.kind]
        keys = {cell.column: cell.value for cell in row if isinstance(cell.value, str) and cell.value.strip()}
        parts = {column: parts_of(key.strip()) for column, key in keys.items()}
        if sum(one is not None and one[0] in known for one in parts.values()) < max(2, len(keys) / 2):
            return None
        columns: dict[str, int] = {}
        for column, given in keys.items():
            one = parts[column]
            if one is None or one[0] not in known:
                meant = nearest(given, known)
                params = {"name": given, "meant": meant, "allowed": list(known)}
                key = "form-column.near" if meant else "form-column"
                self.problems.append(Problem(key, self._place(at, column), params))
                continue
            name = one[0] + (f" [{one[1]}]" if one[1] else "")
            if name in columns:
                self.problems.append(Problem("form-column.twice", self._place(at, column), {"name": name}))
            columns.setdefault(name, column)
        return columns

    def _check(self, columns: dict[str, int]) -> None:
        """A column that was deleted took with it what stood there."""
        there = {key.partition(" ")[0] for key in columns}
        missing = [name for name in COLUMNS[self.kind] if name not in there and name not in OPTIONAL]
        if missing:
            self.problems.append(Problem("form-no-column", Place(self.text), {"columns": missing}))

    def _row(self, row: Any, columns: dict[str, int], at: int) -> Given | None:
        """The row's entries; None where there are none beside the name of the criterion."""
        cells: dict[str, Cell] = {}
        for key, column in columns.items():
            cell = row[column - 1] if column <= len(row) else None
            mark = self.text.mark(at, column)
            value = None if cell is None or cell.value is None else self._value(cell, mark)
            if value is not None:
                cells[key] = Cell(value, mark)
        asked = {"criterion"} if self.kind == "rating" else set()
        if not cells.keys() - asked:
            return None
        field = cells["field"].value.strip() if "field" in cells else ""
        for key, one in cells.items():
            name = field if key == "text" else "state" if key == "level" else key
            meant = self.words.get((name, str(one.value).strip().casefold())) if name in CHOICES else None
            cells[key] = one if meant is None else one._replace(value=meant)
        return Given(cells, self.text.mark(at, 1))

    def _value(self, cell: Any, mark: Mark) -> str | None:
        """What a cell holds as text, or as a number as it is written; None where it is blank or refused."""
        value = cell.value
        if cell.data_type in ("f", "e"):
            key = "form-formula" if cell.data_type == "f" else "form-error-value"
            self.problems.append(Problem(key, place(mark), {"given": str(value)[:60]}))
            return None
        if isinstance(value, bool):
            return YES if value else NO
        if isinstance(value, int | float):
            whole = float(value).is_integer() and abs(value) < 1e15 and str(value) != "-0.0"
            return Number(int(value) if whole else repr(float(value)))
        if isinstance(value, datetime):
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        if isinstance(value, date):
            return value.isoformat()
        text = read_text(str(value))
        return text if text.strip() else None
