"""The entries of a form as they were read from either kind of file, and the values that they stand for."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from kasean_score.errors import FileText, Place, Problem
from kasean_score.files.forms.tables import NO, NUMBERS, STRINGS, TEXTS, YES, parts_of
from kasean_score.files.tree import NUMBER, Mapping, Mark, Number, Sequence

__all__ = ["Cell", "Entries", "Given", "append", "place", "put"]

WHOLE = re.compile(r"([0-9]+)\.0+")
BOOLEANS = {YES: True, NO: False, "true": True, "false": False}


class Cell(NamedTuple):
    """What stands in a cell, text or a number as it is written, or what was made of it; and where."""

    value: Any
    mark: Mark


class Given(NamedTuple):
    """A row that was filled in: its cells by their columns' keys, and where it begins."""

    cells: dict[str, Cell]
    mark: Mark


def place(mark: Mark) -> Place:
    assert mark.file is not None
    return Place(mark.file, mark.line + 1, mark.column + 1)


class Entries:
    """Reads entries and keeps what is wrong with them; `file` is the form's."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def fault(self, mark: Mark, key: str, **params: object) -> None:
        self.problems.append(Problem(key, place(mark), params))

    def value(self, name: str, cells: dict[str, Cell]) -> Any:
        """The value of a field and its mark; None where its cells are blank."""
        found = {parts[1]: cell for key, cell in cells.items() if (parts := parts_of(key)) and parts[0] == name}
        alone = found.pop("", None)
        if name not in TEXTS:
            for cell in found.values():
                self.fault(cell.mark, "form-no-text", name=name, given=str(cell.value))
            return None if alone is None else alone._replace(value=_read(name, alone.value))
        if alone is not None and found:
            self.fault(alone.mark, "form-text-twice", name=name, languages=list(found))
        if alone is not None:
            return alone._replace(value=str(alone.value))
        if not found:
            return None
        first = next(iter(found.values())).mark
        texts = Mapping(self.file, first)
        for lang, cell in found.items():
            put(texts, lang, str(cell.value), cell.mark)
        return Cell(texts, first)


def _read(name: str, value: str) -> Any:
    """A cell that is no text to be read by people: as the type of its column, without the spaces around it."""
    if name in STRINGS:
        return value
    bare = Number(value.strip()) if isinstance(value, Number) else value.strip()
    if name in NUMBERS:
        whole = WHOLE.fullmatch(bare)
        bare = Number(whole[1]) if whole else Number(bare) if NUMBER.fullmatch(bare) else bare
    if name == "independent":
        return BOOLEANS.get(bare.lower(), bare)
    return bare


def put(record: Mapping, key: str, value: Any, mark: Mark) -> None:
    if key not in record:
        record[key] = value
        record.marks[key] = (mark, mark)


def append(record: Mapping, key: str, value: Any, mark: Mark) -> None:
    if key not in record:
        put(record, key, Sequence(record.file, mark), mark)
    record[key].append(value)
    record[key].marks.append(mark)
