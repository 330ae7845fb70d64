"""Plain values that remember where they stand, and the builder that makes them from a stream of events.

YAML and JSON are two event sources for one builder, so one set of rules (duplicate keys, depth) holds for both.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, NoReturn, Protocol

from kasean_score.errors import FileText, InputError, Place, Problem

__all__ = [
    "MAX_DEPTH",
    "SPECIAL",
    "Builder",
    "Mapping",
    "Mark",
    "Number",
    "Sequence",
    "Whole",
    "place_of",
    "records",
    "resolved",
]

MAX_DEPTH = 64


class Position(Protocol):
    """Zero-based line and column, as PyYAML's marks have them."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Mark(NamedTuple):
    """A position that also knows its file: for JSON, and for values that `extends` brought in."""

    line: int
    column: int
    file: FileText | None = None


class Whole:
    """Stands for every position in a file that was read too quickly to know any: the file as a whole."""

    line = column = 0

    def __init__(self, file: FileText) -> None:
        self.place = Place(file)


class Number(str):
    """A plain number as it was written, so that `version: 1.0` is not read as `1` where text is wanted."""

    __slots__ = ()


class Mapping(dict[str, Any]):
    """A mapping with the marks of each key and its value."""

    __slots__ = ("file", "mark", "marks")

    def __init__(self, file: FileText, mark: Position) -> None:
        self.file = file
        self.mark = mark
        self.marks: dict[str, tuple[Position, Position]] = {}


class Sequence(list[Any]):
    """A sequence with the marks of its items; `name` is that of the field it stands in, once that is known."""

    __slots__ = ("file", "mark", "marks", "name")

    def __init__(self, file: FileText, mark: Position) -> None:
        self.file = file
        self.mark = mark
        self.marks: list[Position] = []
        self.name = ""


Container = Mapping | Sequence


def place_of(holder: Container, where: str | int | None = None, *, key: bool = False) -> Place:
    """The place of a value in `holder`, of its key, or (where None) of the holder itself."""
    mark = holder.mark
    if mark.__class__ is Whole:
        return mark.place
    width: int | None = None
    if isinstance(holder, Mapping) and isinstance(where, str):
        if where in holder.marks:
            mark = holder.marks[where][0 if key else 1]
        width = _width(where if key else holder.get(where))
    elif isinstance(holder, Sequence) and isinstance(where, int):
        mark = holder.marks[where]
        width = _width(holder[where])
    file = getattr(mark, "file", None) or holder.file
    return Place(file, mark.line + 1, mark.column + 1, width)


def records(value: Any) -> list[Mapping]:
    """The mappings of a field that holds one or many; none where it holds something else."""
    items = value if isinstance(value, Sequence) else [value]
    return [item for item in items if isinstance(item, Mapping)]


def _width(value: object) -> int | None:
    if isinstance(value, bool):
        return len(str(value))
    return len(value) if isinstance(value, str) else None


class Builder:
    """Builds one document from events. Faults that leave a usable document are collected in `problems`."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Any = None
        self._root_mark: Position = Mark(0, 0)
        self.started = False
        self._stack: list[tuple[Container, str | None]] = []
        self._holder: Container | None = None
        self._key = ""
        self._key_mark: Any = None

    def scalar(self, text: str, mark: Position, plain: bool) -> None:
        """A key or a value as written; a plain value may be a number or a constant, a key is always text."""
        holder = self._holder
        if holder.__class__ is not Mapping or self._key_mark is not None:
            self._put(resolved(text) if plain else text, mark)
        else:
            if text in holder:
                self._duplicate(text, mark)
            self._key, self._key_mark = text, mark

    def open(self, container: Container) -> None:
        if self._holder.__class__ is Mapping and self._key_mark is None:
            self.fail("complex-key", container.mark)
        if len(self._stack) >= MAX_DEPTH:
            self.fail("too-deep", container.mark, limit=MAX_DEPTH)
        self._put(container, container.mark)
        self._stack.append((container, None))
        self._holder = container

    def root_place(self) -> Place:
        return Place(self.file, self._root_mark.line + 1, self._root_mark.column + 1)

    def close(self) -> None:
        self._stack.pop()
        self._holder = self._stack[-1][0] if self._stack else None

    def fail(self, key: str, mark: Position, /, **params: Any) -> NoReturn:
        """A fault after which the rest of the file cannot be trusted: raises InputError with all found so far."""
        raise InputError([*self.problems, self.problem(key, mark, **params)])

    def problem(self, key: str, mark: Position, /, width: int | None = None, **params: Any) -> Problem:
        return Problem(key, Place(self.file, mark.line + 1, mark.column + 1, width), params)

    def _duplicate(self, key: str, mark: Position) -> None:
        assert isinstance(self._holder, Mapping)
        first = self._holder.marks[key][0].line + 1
        self.problems.append(self.problem("duplicate-key", mark, len(key), name=key, first=first))

    def _put(self, value: Any, mark: Position) -> None:
        # This runs once a value: it asks for classes directly and stores the marks of key and value as one pair.
        holder: Any = self._holder
        if holder.__class__ is Mapping:
            key, key_mark = self._key, self._key_mark
            self._key_mark = None
            if key not in holder:  # the first of two stays: the second is the fault
                holder[key] = value
                holder.marks[key] = (key_mark, mark)
        elif holder is None:
            self.root, self._root_mark = value, mark
        else:
            holder.append(value)
            holder.marks.append(mark)


NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
BEGINS_NUMBER = frozenset("-0123456789")
SPECIAL = BEGINS_NUMBER | set("tfn~")
"""What a plain scalar that is not text can begin with."""


def resolved(text: str) -> Any:
    """A plain scalar's value: a number, a constant, or the text itself."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    return Number(text) if text[0] in BEGINS_NUMBER and NUMBER.fullmatch(text) else text
