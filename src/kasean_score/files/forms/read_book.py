"""A form that came back as a workbook: its tables found, whatever the sheets are called now, and their cells read."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from openpyxl import load_workbook

from kasean_score.errors import FileText, InputError, Place, Problem, nearest
from kasean_score.files.forms.assembly import Form, Ratings, assembled
from kasean_score.files.forms.cell_text import read_text
from kasean_score.files.forms.cellmarks import SheetText
from kasean_score.files.forms.container import checked
from kasean_score.files.forms.entries import Cell, Given, place
from kasean_score.files.forms.list_sheet import MEANINGS
from kasean_score.files.forms.tables import CHOICES, COLUMNS, FORMAT, MAX_ROWS, FormOf, parts_of
from kasean_score.files.tree import Number

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_book"]

MAX_COLUMNS = 200
TOP = 20
"""Rows in which the keys of the columns are looked for."""
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?)\"")
NEEDED = ("identity", "rating")
"""Tables that no form is without."""


class Table(NamedTuple):
    """A table found in a sheet: its kind, what its first row says, and its rows as they were filled in."""

    kind: str
    meta: tuple[str, ...]
    rows: list[Given]
    text: SheetText


def read_book(path: str, content: bytes, sha256: str) -> Form:
    """The form in the bytes of a workbook. Raises InputError with every fault."""
    checked(path, content)
    reading = _Reading(path, content)
    tables = reading.tables()
    if reading.problems:
        raise InputError(reading.problems)
    file = FileText(path, "", sha256)
    ratings = [
        Ratings(_about(table.meta), table.rows, table.text.mark(1, 1)) for table in tables if table.kind == "rating"
    ]
    others = {table.kind: table.rows for table in tables if table.kind not in NEEDED}
    identity = [row for table in tables if table.kind == "identity" for row in table.rows]
    return assembled(file, identity, ratings, others)


def _about(meta: tuple[str, ...]) -> FormOf:
    _, _, rubric, version, sha256, under, *_ = (*meta, *[""] * 6)
    return FormOf(rubric, version or None, sha256, under or rubric)


class _Reading:
    """A workbook being read, and what is wrong with it."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.content = content
        self.problems: list[Problem] = []
        self.words: dict[tuple[str, str], str] = {}

    def tables(self) -> list[Table]:
        """Every table of the form, in the order of its sheets."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about parts of a workbook that are not looked at
                book = load_workbook(BytesIO(self.content), read_only=True, keep_links=False)
            sheets = [(sheet, self._first(sheet)) for sheet in book.worksheets]
            self._learn_words(next((sheet for sheet, meta in sheets if meta[1:2] == ("lists",)), None))
            found = [self._table(sheet, at, meta) for at, (sheet, meta) in enumerate(sheets, 1) if self._is_table(meta)]
            self._check_all(found, [meta for _, meta in sheets])
        except InputError:
            raise
        except Exception as error:  # whatever a library makes of a file that was damaged or forged
            raise InputError([Problem("form-broken", self._place(), {"reason": type(error).__name__})]) from None
        return [table for table in found if table is not None]

    def _place(self) -> Place:
        return Place(FileText(self.path))

    def _first(self, sheet: Any) -> tuple[str, ...]:
        """What the first row of a sheet says: the name of the form's format, the kind of the table, and more."""
        row = next(sheet.iter_rows(min_row=1, max_row=1, max_col=8, values_only=True), ())
        return tuple("" if value is None else str(value) for value in row)

    def _is_table(self, meta: tuple[str, ...]) -> bool:
        return len(meta) > 1 and meta[0] == FORMAT and meta[1] in COLUMNS

    def _check_all(self, found: list[Table | None], metas: list[tuple[str, ...]]) -> None:
        kinds = [meta[1] for meta in metas if self._is_table(meta)]
        name, _, version = FORMAT.rpartition(" ")
        others = [meta[0] for meta in metas if meta and meta[0].startswith(name) and meta[0] != FORMAT]
        if others and not kinds:
            raise InputError([Problem("form-newer", self._place(), {"given": others[0], "known": version})])
        if not kinds:
            raise InputError([Problem("form-not-ours", self._place())])
        for kind in NEEDED:
            if kind not in kinds:
                self.problems.append(Problem("form-no-sheet", self._place(), {"sheet": kind}))
        for kind in COLUMNS:
            if kind != "rating" and kinds.count(kind) > 1:
                self.problems.append(Problem("form-sheet-twice", self._place(), {"sheet": kind}))
        rubrics = [(table.meta + ("",) * 3)[2] for table in found if table is not None and table.kind == "rating"]
        for rubric in dict.fromkeys(one for one in rubrics if rubrics.count(one) > 1):
            self.problems.append(Problem("form-sheet-twice", self._place(), {"sheet": rubric}))

    def _learn_words(self, sheet: Any) -> None:
        """What the words of the drop-downs stand for; without that sheet, only the words of a file are known."""
        if sheet is None:
            return
        rows = sheet.iter_rows(min_row=2, max_row=200, max_col=len(MEANINGS), values_only=True)
        for name, value, word in rows:
            if name in CHOICES:
                self.words[str(name), read_text(str(word)).casefold()] = str(value)

    def _table(self, sheet: Any, number: int, meta: tuple[str, ...]) -> Table | None:
        kind, text = meta[1], SheetText.of(self.path, sheet.title, number)
        sheet.reset_dimensions()  # what the file says of them may be forged
        rows = sheet.iter_rows(max_col=MAX_COLUMNS)
        columns: dict[str, int] | None = None
        found: list[Given] = []
        for at, row in enumerate(rows, 1):
            if columns is None:
                columns = self._head(kind, row, text, at)
                if columns is None and at >= TOP:
                    break
                continue
            given = self._row(kind, row, columns, text, at)
            if given is not None:
                found.append(given)
            if len(found) > MAX_ROWS:
                raise InputError([Problem("form-too-many-rows", place(text.mark(at, 1)), {"limit": MAX_ROWS})])
        if columns is None:
            self.problems.append(Problem("form-no-head", Place(text), {"columns": list(COLUMNS[kind])}))
            return None
        self._check_columns(kind, columns, text)
        self._merged(sheet, text)
        return Table(kind, meta, found, text)

    def _head(self, kind: str, row: Any, text: SheetText, at: int) -> dict[str, int] | None:
        """The columns by their keys, where this is the row that has them."""
        keys = {cell.column: str(cell.value) for cell in row if isinstance(cell.value, str) and cell.value.strip()}
        known = [key for key in keys.values() if (parts := parts_of(key)) and parts[0] in COLUMNS[kind]]
        if len(known) < max(2, len(keys) / 2):
            return None
        columns: dict[str, int] = {}
        for column, given in keys.items():
            parts = parts_of(given.strip())
            where = place(text.mark(at, column))
            if parts is None or parts[0] not in COLUMNS[kind]:
                meant = nearest(given, COLUMNS[kind])
                key = "form-column.near" if meant else "form-column"
                params = {"name": given, "meant": meant, "allowed": list(COLUMNS[kind])}
                self.problems.append(Problem(key, where, params))
                continue
            key = parts[0] + (f" [{parts[1]}]" if parts[1] else "")
            if key in columns:
                self.problems.append(Problem("form-column.twice", where, {"name": key}))
            columns.setdefault(key, column)
        return columns

    def _check_columns(self, kind: str, columns: dict[str, int], text: SheetText) -> None:
        """A column that was deleted took with it what stood there."""
        there = {key.partition(" ")[0] for key in columns}
        optional = {"fact", "value", "low", "high"}
        missing = [name for name in COLUMNS[kind] if name not in there and name not in optional]
        if missing:
            self.problems.append(Problem("form-no-column", Place(text), {"columns": missing}))

    def _row(self, kind: str, row: Any, columns: dict[str, int], text: SheetText, at: int) -> Given | None:
        cells: dict[str, Cell] = {}
        field = ""
        for key, column in columns.items():
            cell = row[column - 1] if column <= len(row) else None
            value = None if cell is None or cell.value is None else self._value(cell, text.mark(at, column))
            if value is None:
                continue
            if kind == "identity" and key == "field":
                field = str(value).strip()
            name = field if kind == "identity" else "state" if key == "level" else key
            meant = self.words.get((name, str(value).strip().casefold())) if name in CHOICES else None
            cells[key] = Cell(value if meant is None else meant, text.mark(at, column))
        blank = {"identity": {"field"}, "rating": {"criterion"}}.get(kind, set())
        return Given(cells, text.mark(at, 1)) if cells.keys() - blank else None

    def _value(self, cell: Any, mark: Any) -> str | None:
        """What a cell holds as text, or as a number as it is written; None where it is blank or refused."""
        value = cell.value
        if cell.data_type == "f" or (
            cell.data_type != "s" and type(value).__name__ in ("ArrayFormula", "DataTableFormula")
        ):
            self.problems.append(Problem("form-formula", place(mark), {"given": str(value)[:60]}))
            return None
        if cell.data_type == "e":
            self.problems.append(Problem("form-error-value", place(mark), {"given": str(value)}))
            return None
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int | float):
            whole = float(value).is_integer() and abs(value) < 1e15 and str(value) != "-0.0"
            return Number(int(value) if whole else repr(float(value)))
        if isinstance(value, datetime):
            return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
        if isinstance(value, date):
            return value.isoformat()
        text = read_text(str(value))
        return text if text.strip() else None

    def _merged(self, sheet: Any, text: SheetText) -> None:
        """A form has no merged cells: of those that were merged, all but one have lost what they held."""
        with ZipFile(BytesIO(self.content)) as archive:
            part = archive.read(sheet._worksheet_path)  # the library reads these only when it reads all at once
        for found in _merges(part):
            self.problems.append(Problem("form-merged", Place(text), {"cells": found}))


def _merges(part: bytes) -> Iterator[str]:
    yield from (found[1].decode() for found in MERGED.finditer(part))
