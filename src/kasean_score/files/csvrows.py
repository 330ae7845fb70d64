"""The rows of a CSV file as a stream, each with its text, so that a fault can be shown where it stands.

Memory does not grow with the file: a line is at most `MAX_LINE` bytes, a quoted cell at most what the csv module
takes (128 KB). A row that cannot be split is given as an error, and reading goes on with the line after its first: a
quote that is never closed costs one row and not the rest of the file.
"""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from collections import deque
from typing import IO, TYPE_CHECKING, NamedTuple

from kasean_score.errors import FileText, InputError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Row", "RowText", "Rows"]

MAX_LINE = 1_000_000
DELIMITERS = (",", ";", "\t")
BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
QUOTED = re.compile(r'"[^"]*"?')
CELL = r' *"(?:[^"]|"")*"|[^{}\r\n]*'


class RowText(FileText):
    """The text of one row under the name of its file: it has the file's lines from `first` on."""

    first = 1

    def line(self, number: int) -> str | None:
        lines = self.text.split("\n")
        at = number - self.first
        return lines[at].rstrip("\r") if 0 <= at < len(lines) else None


class Row(NamedTuple):
    """One row: the line it begins on, its text as it stands, and its cells with quotes and leading spaces removed."""

    line: int
    text: str
    cells: list[str]


class Rows:
    """The rows of a stream of bytes, the head first. Raises InputError where the head cannot be read."""

    def __init__(self, stream: IO[bytes], path: str) -> None:
        self.path = path
        self._lines = _Lines(stream)
        self.delimiter = self._sniffed()
        self._cell = re.compile(CELL.format(re.escape(self.delimiter)))
        self._reader = csv.reader(self._lines, delimiter=self.delimiter, strict=True, skipinitialspace=True)

    def __iter__(self) -> Iterator[Row | InputError]:
        lines, reader = self._lines, self._reader
        while True:
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (csv.Error, _TooLongError) as error:
                yield self._unreadable(error)
                continue
            row = Row(lines.first, lines.text(), cells)
            lines.forget()
            yield row if row.text.isascii() else self._decoded(row)

    def text_of(self, row: Row) -> RowText:
        text = RowText(self.path, row.text)
        text.first = row.line
        return text

    def place(self, row: Row, index: int) -> Place:
        """Where a cell of `row` stands, without the spaces around it."""
        text, at = row.text, 0
        for _ in range(index):
            at = self._end(text, at) + 1
        cell = text[at : self._end(text, at)]
        bare = cell.strip()
        at += len(cell) - len(cell.lstrip()) if bare else 0
        line = row.line + text.count("\n", 0, at)
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        width = len(bare) - 2 if bare.startswith('"') else len(bare)
        return Place(self.text_of(row), line, column, width)

    def _end(self, text: str, at: int) -> int:
        found = self._cell.match(text, at)
        assert found is not None  # the pattern matches nothing too
        return found.end()

    def _sniffed(self) -> str:
        """The delimiter, by the head line alone: whichever of the three stands in it, outside of quotes."""
        head = self._lines.head()
        if len(head) >= MAX_LINE:
            raise InputError([Problem("row-long", self._place(1, ""), {"limit": MAX_LINE // 1_000_000})])
        if head[:2] in BYTE_ORDER_MARKS:
            mark = BYTE_ORDER_MARKS[head[:2]]
            raise InputError([Problem("encoding.utf-16", Place(FileText(self.path)), {"encoding": mark})])
        text = head.decode("utf-8", "surrogateescape")
        if "\r" in text.rstrip("\r\n"):
            raise InputError([Problem("table-lines", self._place(1, text.partition("\r")[0]))])
        bare = QUOTED.sub("", text)
        found = [sign for sign in DELIMITERS if sign in bare]
        if len(found) > 1:
            shown = ["tab" if sign == "\t" else sign for sign in found]
            raise InputError([Problem("table-delimiter", self._place(1, text), {"found": " ".join(shown)})])
        return found[0] if found else ","

    def _place(self, line: int, text: str, column: int = 1) -> Place:
        shown = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return Place(self.text_of(Row(line, shown, [])), line, column)

    def _unreadable(self, error: Exception) -> InputError:
        """A row whose quotes do not fit: the reading goes on with the line after the one that it begins on."""
        lines = self._lines
        line, text = lines.first, lines.resume()
        if text is None:
            return InputError([Problem("row-long", self._place(line, ""), {"limit": MAX_LINE // 1_000_000})])
        column = text.find('"') + 1
        return InputError([Problem("row-quotes", self._place(line, text, column or 1), {"problem": str(error)})])

    def _decoded(self, row: Row) -> Row | InputError:
        """The row, or the fault of the first byte in it that is not UTF-8."""
        try:
            row.text.encode()
        except UnicodeEncodeError as error:
            line = row.line + row.text.count("\n", 0, error.start)
            column = error.start - row.text.rfind("\n", 0, error.start)
            shown = row.text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
            text = self.text_of(row._replace(text=shown))
            return InputError([Problem("encoding.row", Place(text, line, column))])
        return row


class _TooLongError(Exception):
    """A line that no table of ratings has, alone or in a row begun before it."""


class _Lines:
    """Hands lines to the csv module and keeps those that the row under way was made from."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._row: list[str | None] = []
        self._again: deque[str | None] = deque()  # None is a line that was too long
        self.first = 1
        """The line that the row under way begins on."""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._read()
        self._row.append(line)
        if line is None:
            raise _TooLongError("unexpected end of data")
        return line

    def head(self) -> bytes:
        """The first line as bytes, without a byte order mark; it will be handed out as any other."""
        head = self._stream.readline(MAX_LINE).removeprefix(BOM_UTF8)
        if head:
            self._again.append(head.decode("utf-8", "surrogateescape"))
        return head

    def text(self) -> str:
        return (self._row[0] or "") if len(self._row) == 1 else "".join(line or "" for line in self._row)

    def forget(self) -> None:
        """The row under way is done; the next begins on the line after it."""
        self.first += len(self._row)
        self._row.clear()

    def resume(self) -> str | None:
        """Give all lines of the row under way but its first back, to be read again; returns the first."""
        first, *rest = self._row
        self._again.extendleft(reversed(rest))
        self._row = [first]
        self.forget()
        return first

    def _read(self) -> str | None:
        raw = self._stream.readline(MAX_LINE)
        if len(raw) == MAX_LINE and not raw.endswith(b"\n"):
            while raw and not raw.endswith(b"\n"):
                raw = self._stream.readline(MAX_LINE)
            return None
        if not raw:
            raise StopIteration
        return raw.decode("utf-8", "surrogateescape")
