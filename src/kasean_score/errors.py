"""What can be wrong with an input, and where: the one value that every fault message is made from.

A `Problem` names a rule (its `key` in `messages`) and the facts of the case; the sentence itself is made when it is
shown, in the reader's language.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "LINE_BREAK",
    "FileText",
    "InputError",
    "LineText",
    "Place",
    "Problem",
    "Severity",
    "in_file_order",
    "nearest",
]


LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML."""


NO_PARAMS: Mapping[str, object] = MappingProxyType({})
Severity = Literal["error", "warning"]


class FileText(NamedTuple):
    """The text of one input file and the name that people know it by (a path, or `<stdin>`)."""

    path: str
    text: str = ""
    sha256: str = ""

    def line(self, number: int) -> str | None:
        """Line `number` (1-based) without its ending, or None where there is no such line."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else None

    def address(self, line: int | None, column: int | None) -> str:
        """A position as it is pointed to: `file:line:column`, as much of it as there is."""
        return ":".join(str(part) for part in (self.path, line, column) if part)


class LineText(FileText):
    """One line of a file of many: the text is all of line `number`, whatever signs in it end lines elsewhere."""

    number = 1

    def line(self, number: int) -> str | None:
        return self.text if number == self.number else None


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    return LINE_BREAK.split(text)


class Place(NamedTuple):
    """A position in a file: line and column count from 1, in characters.

    `width` is that of the token's text, without its quotes; None where a point is meant.
    """

    file: FileText
    line: int | None = None
    column: int | None = None
    width: int | None = None

    @property
    def order(self) -> tuple[int, int]:
        return (self.line or 0, self.column or 0)

    @property
    def address(self) -> str:
        """`file:line:column`; in a workbook the sheet and the cell."""
        return self.file.address(self.line, self.column)

    @property
    def excerpt(self) -> str | None:
        """The line itself, or None where the place is a whole file."""
        return None if self.line is None else self.file.line(self.line)

    @property
    def is_quoted(self) -> bool:
        """Whether a quoted scalar stands here."""
        return (self.excerpt or "")[(self.column or 1) - 1 :][:1] in ('"', "'")

    @property
    def span(self) -> tuple[int, int]:
        """First and last-but-one character of the token in `excerpt` (0-based), with the quotes of a quoted one."""
        line, start = self.excerpt or "", (self.column or 1) - 1
        if self.width is None:
            return start, start + 1
        quotes = 2 if self.is_quoted else 0
        return start, max(start + 1, min(start + self.width + quotes, len(line.rstrip())))


class Problem(NamedTuple):
    """One fault or warning.

    `key` is the message's name in the catalogue, `code` (its part before the first dot) the name of the rule, stable
    across versions. `params` fill the message's blanks. A warning keeps nothing from being computed.
    """

    key: str
    place: Place | None = None
    params: Mapping[str, object] = NO_PARAMS
    severity: Severity = "error"

    @property
    def code(self) -> str:
        return self.key.partition(".")[0]


class InputError(Exception):
    """One or more faults in the input; nothing could be computed from it. Carries every one that was found.

    `partial` is what could be made of the sound parts of a document, in which further faults may be looked for.
    """

    def __init__(self, problems: Iterable[Problem], partial: object = None) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.partial = partial
        super().__init__("; ".join(map(_told, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        """So that another process can raise it."""
        plain = [problem._replace(params=dict(problem.params)) for problem in self.problems]
        return (type(self), (plain, self.partial))

    @classmethod
    def of(cls, key: str, **params: object) -> InputError:
        """A single fault that has no place in a file."""
        return cls([Problem(key, params=params)])


def _told(problem: Problem) -> str:
    """A problem in the words of a program, for who sees the bare exception; `render.problems` says it to people."""
    place = problem.place
    where = "" if place is None else f"{place.address}: "
    facts = ", ".join(f"{name}={value!r}" for name, value in problem.params.items())
    return f"{where}{problem.key}({facts})"


def in_file_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of each file from top to bottom, the files in the order they were met."""
    listed = list(problems)
    files = list(dict.fromkeys(problem.place.file.path for problem in listed if problem.place))
    return sorted(listed, key=lambda p: (files.index(p.place.file.path), *p.place.order) if p.place else (0, 0, 0))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that `name` was probably meant to be, or None when nothing is close."""
    import difflib  # only a fault needs it

    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return close[0] if close else None
