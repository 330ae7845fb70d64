"""Plain values that remember where they stand, and the builder that makes them from a stream of events.

YAML and JSON are two event sources for one builder, so one set of rules (duplicate keys, depth) holds for both.
"""

from __future__ import annotations

from typing import Any, NamedTuple, NoReturn, Protocol

from kasean_score.errors import FileText, InputError, Place, Problem

__all__ = ["MAX_DEPTH", "Builder", "Mapping", "Mark", "Number", "Sequence", "place_of"]

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


class Number(str):
    """A plain number as it was written, so that `version: 1.0` is not read as `1` where text is wanted."""

    __slots__ = ()


class Mapping(dict[str, Any]):
    """A mapping with the marks of its keys and values. `key_marks` may lack the keys of a built value."""

    __slots__ = ("file", "key_marks", "mark", "marks")

    def __init__(self, file: FileText, mark: Position) -> None:
        self.file = file
        self.mark = mark
        self.key_marks: dict[str, Position] = {}
        self.marks: dict[str, Position] = {}


class Sequence(list[Any]):
    """A sequence with the marks of its items."""

    __slots__ = ("file", "mark", "marks")

    def __init__(self, file: FileText, mark: Position) -> None:
        self.file = file
        self.mark = mark
        self.marks: list[Position] = []


Container = Mapping | Sequence


def place_of(holder: Container, where: str | int | None = None, *, key: bool = False) -> Place:
    """The place of a value in `holder`, of its key, or (where None) of the holder itself."""
    mark = holder.mark
    width = 1
    if isinstance(holder, Mapping) and isinstance(where, str):
        mark = (holder.key_marks if key else holder.marks).get(where, holder.mark)
        value = where if key else holder.get(where)
        width = _width(value)
    elif isinstance(holder, Sequence) and isinstance(where, int):
        mark = holder.marks[where]
        width = _width(holder[where])
    file = getattr(mark, "file", None) or holder.file
    return Place(file, mark.line + 1, mark.column + 1, width)


def _width(value: object) -> int:
    return len(value) if isinstance(value, str) else 1


class Builder:
    """Builds one document from events. Faults that leave a usable document are collected in `problems`."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Any = None
        self.started = False
        self._stack: list[tuple[Container, str | None]] = []
        self._holder: Container | None = None
        self._key: str | None = None
        self._key_mark: Position | None = None

    def scalar(self, value: Any, mark: Position, text: str) -> None:
        """A scalar: `value` as resolved, `text` as written (keys are always text)."""
        holder = self._holder
        if holder.__class__ is Mapping:
            if self._key_mark is None:
                self._set_key(text, mark)
            else:
                self._put(value, mark)
        elif holder is None:
            self.root = value
        else:
            self._put(value, mark)

    def open(self, container: Container) -> None:
        if self._holder.__class__ is Mapping and self._key_mark is None:
            self.fail("complex-key", container.mark)
        if len(self._stack) >= MAX_DEPTH:
            self.fail("too-deep", container.mark, limit=MAX_DEPTH)
        if self._holder is None:
            self.root = container
        else:
            self._put(container, container.mark)
        self._stack.append((container, None))
        self._holder = container

    def close(self) -> None:
        self._stack.pop()
        self._holder = self._stack[-1][0] if self._stack else None

    def fail(self, key: str, mark: Position, /, **params: Any) -> NoReturn:
        """A fault after which the rest of the file cannot be trusted: raises InputError with all found so far."""
        raise InputError([*self.problems, self.problem(key, mark, **params)])

    def problem(self, key: str, mark: Position, /, width: int = 1, **params: Any) -> Problem:
        return Problem(key, Place(self.file, mark.line + 1, mark.column + 1, width), params)

    def _set_key(self, key: str, mark: Position) -> None:
        holder = self._holder
        assert isinstance(holder, Mapping)
        if key in holder:
            first = holder.key_marks[key].line + 1
            self.problems.append(self.problem("duplicate-key", mark, len(key), name=key, first=first))
        self._key, self._key_mark = key, mark

    def _put(self, value: Any, mark: Position) -> None:
        holder = self._holder
        if holder.__class__ is Mapping:
            key, key_mark = self._key, self._key_mark
            self._key_mark = None
            if key not in holder:  # the first of two stays: the second is the fault
                holder[key] = value  # type: ignore[index]
                holder.key_marks[key] = key_mark  # type: ignore
                holder.marks[key] = mark  # type: ignore
        else:
            holder.append(value)  # type: ignore
            holder.marks.append(mark)  # type: ignore
