"""A form that came back as a workbook: its tables found, whatever the sheets are called now, and read."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

from openpyxl import load_workbook

from kasean_score.errors import FileText, InputError, Place, Problem
from kasean_score.files.forms.assembly import Form, Ratings, assembled
from kasean_score.files.forms.cellmarks import SheetText
from kasean_score.files.forms.container import checked
from kasean_score.files.forms.list_sheet import MEANINGS
from kasean_score.files.forms.read_sheet import SheetReader, WordsOf
from kasean_score.files.forms.sheet_head import is_other_version, read_head, sheet_name
from kasean_score.files.forms.tables import CHOICES, COLUMNS, FORMAT, FormOf
from kasean_score.workbooks.cell_text import read_text

if TYPE_CHECKING:
    from kasean_score.files.forms.entries import Given

__all__ = ["read_book"]

MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]+[0-9]+(?::[A-Z]+[0-9]+)?)\"")
ROW = re.compile(rb"<(?:\w+:)?row\s[^>]*?\br=\"([0-9]{1,20})\"")
LAST_ROW = 100_000
"""No row beyond is looked at: those between would be counted up to it, one by one."""
NEEDED = ("identity", "evidence", "source")
"""Tables that no form is without; which others it has, that of identity says."""


class Table(NamedTuple):
    """A table found on a sheet: what its first cell says, its rows as they were filled in, and the sheet."""

    head: dict[str, Any]
    rows: list[Given]
    text: SheetText


def read_book(path: str, content: bytes, sha256: str) -> Form:
    """The form in the bytes of a workbook. Raises InputError with every fault."""
    checked(path, content)
    reading = _Reading(path, content)
    try:
        tables = reading.tables()
    except InputError:
        raise
    except Exception as error:  # whatever a library makes of a file that was damaged or forged
        raise InputError([Problem("form-broken", Place(FileText(path)), {"reason": type(error).__name__})]) from None
    if reading.problems:
        raise InputError(reading.problems)
    rated = [table for table in tables if table.head["kind"] == "rating"]
    ratings = [Ratings(_about(table.head), table.rows, table.text.mark(1, 1)) for table in rated]
    others = {table.head["kind"]: table.rows for table in tables if table.head["kind"] != "rating"}
    return assembled(FileText(path, "", sha256), others.pop("identity"), ratings, others)


def _about(head: dict[str, Any]) -> FormOf:
    version, rubric = head.get("version"), str(head.get("rubric"))
    under = str(head.get("under") or rubric)
    return FormOf(rubric, None if version is None else str(version), str(head.get("sha256")), under)


class _Reading:
    """A workbook being read, and what is wrong with it."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.content = content
        self.problems: list[Problem] = []

    def tables(self) -> list[Table]:
        """Every table of the form, in the order of its sheets."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of a workbook that are not looked at
            book = load_workbook(BytesIO(self.content), read_only=True, keep_links=False)
            sheets = [(sheet, self._first(sheet)) for sheet in book.worksheets]
            heads = [read_head(first) for _, first in sheets]
            self._check([head for head in heads if head.get("kind") in COLUMNS], [first for _, first in sheets])
            words = self._words([sheet for (sheet, _), head in zip(sheets, heads, strict=True) if _is_lists(head)])
            numbered = enumerate(zip(sheets, heads, strict=True), 1)
            found = [(sheet, at, head) for at, ((sheet, _), head) in numbered if head.get("kind") in COLUMNS]
            return [self._table(sheet, at, head, words) for sheet, at, head in found]

    def _first(self, sheet: Any) -> object:
        row = next(sheet.iter_rows(min_row=1, max_row=1, max_col=1, values_only=True), ())
        return read_text(row[0]) if row and isinstance(row[0], str) else None

    def _check(self, heads: list[dict[str, Any]], firsts: list[object]) -> None:
        """Whether all sheets are there, each once."""
        others = [first for first in firsts if is_other_version(first)]
        if not heads:
            known = FORMAT.rpartition(" ")[2]
            key = "form-newer" if others else "form-not-ours"
            self._fault(key, given=str(others[0])[: len(FORMAT)] if others else "", known=known)
            raise InputError(self.problems)
        names = [sheet_name(head) for head in heads]
        stated = [name for head in heads if head["kind"] == "identity" for name in head.get("sheets") or ()]
        for name in dict.fromkeys([*NEEDED, *map(str, stated)]):
            if name not in names:
                self._fault("form-no-sheet", sheet=name)
        for name in dict.fromkeys(one for one in names if names.count(one) > 1):
            self._fault("form-sheet-twice", sheet=name)

    def _fault(self, key: str, **params: object) -> None:
        self.problems.append(Problem(key, Place(FileText(self.path)), params))

    def _words(self, sheets: list[Any]) -> WordsOf:
        """What the words of the drop-downs stand for; without that sheet, only the words of a file are known."""
        words: WordsOf = {}
        for sheet in sheets[:1]:
            for name, value, word in sheet.iter_rows(min_row=2, max_row=200, max_col=len(MEANINGS), values_only=True):
                if name in CHOICES:
                    words[str(name), read_text(str(word)).casefold()] = str(value)
        return words

    def _table(self, sheet: Any, number: int, head: dict[str, Any], words: WordsOf) -> Table:
        text = SheetText.of(self.path, sheet.title, number)
        reader = SheetReader(head["kind"], text, words)
        with ZipFile(BytesIO(self.content)) as archive:
            part = archive.read(sheet._worksheet_path)
        if any(int(found[1]) > LAST_ROW for found in ROW.finditer(part)):
            raise InputError([Problem("form-too-many-rows", Place(text), {"limit": LAST_ROW})])
        rows = reader.rows(sheet)
        self.problems += reader.problems
        for found in MERGED.finditer(part):  # of merged cells, all but one have lost what they held
            self.problems.append(Problem("form-merged", Place(text), {"cells": found[1].decode()}))
        return Table(head, rows, text)


def _is_lists(head: dict[str, Any]) -> bool:
    return head.get("kind") == "lists"
