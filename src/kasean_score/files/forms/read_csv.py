"""A form that came back as CSV, from whichever program: with other delimiters, another encoding, a byte order mark."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.errors import FileText, InputError, Place, Problem, nearest
from kasean_score.files.csvrows import Rows
from kasean_score.files.forms.assembly import Form, Ratings, assembled
from kasean_score.files.forms.container import MAX_FORM
from kasean_score.files.forms.entries import Cell, Given
from kasean_score.files.forms.form_csv import ABOUT, FIRST, GUARD, GUARDED, HEAD, HELP
from kasean_score.files.forms.tables import COLUMNS, FORMAT, MAX_ROWS, FormOf, parts_of
from kasean_score.files.texts import text_of
from kasean_score.files.tree import Mark

if TYPE_CHECKING:
    from kasean_score.files.csvrows import Row

__all__ = ["begins_form", "read_csv"]

BEGINNING = re.compile(rb'(?:\xef\xbb\xbf)? ?"?row"? ?[,;\t] ?"?rubric"? ?[,;\t] ?"?field\b')
KINDS = (HEAD, *COLUMNS)
NAMES = tuple(dict.fromkeys([*FIRST, *(name for table in COLUMNS.values() for name in table)]))


class Tables(NamedTuple):
    """The rows of a form by what they are; those of ratings by rubric."""

    ratings: dict[str, list[Given]]
    others: dict[str, list[Given]]


def begins_form(path: str) -> bool:
    """Whether the file at `path` begins as a form does; one that cannot be read does not."""
    try:
        with open(path, "rb") as stream:
            return BEGINNING.match(stream.read(64)) is not None
    except OSError:
        return False


def read_csv(path: str, content: bytes, sha256: str) -> Form:
    """The form in the bytes of a CSV file. Raises InputError with every fault."""
    if len(content) > MAX_FORM:
        raise InputError([Problem("form-too-large", Place(FileText(path)), {"limit": MAX_FORM // 1_000_000})])
    text, notes = _decoded(path, content)
    reading = _Reading(path, text)
    if reading.problems:
        raise InputError([*notes, *reading.problems])
    ratings = [Ratings(reading.about_of(name), rows, reading.top) for name, rows in reading.tables.ratings.items()]
    others = dict(reading.tables.others)
    try:
        form = assembled(FileText(path, "", sha256), others.pop("identity", []), ratings, others)
    except InputError as error:
        raise InputError([*notes, *error.problems], error.partial) from None
    return form._replace(notes=tuple(notes))


def _decoded(path: str, content: bytes) -> tuple[str, list[Problem]]:
    """The text, and what is to be said of its encoding: what is not UTF-8 is taken for that of a Korean Excel."""
    try:
        return text_of(path, content).text, []
    except InputError as error:
        if error.problems[0].key != "encoding":
            raise
        try:
            return content.removeprefix(BOM_UTF8).decode("cp949"), [
                Problem("form-cp949", Place(FileText(path)), {}, "warning")
            ]
        except UnicodeDecodeError:
            raise error from None


class _Reading:
    """A CSV file being read, and what is wrong with it."""

    def __init__(self, path: str, text: str) -> None:
        self.problems: list[Problem] = []
        self.tables = Tables({}, {})
        self.top = Mark(0, 0, FileText(path))
        self._about: dict[str, dict[str, str]] = {}
        self._rows = Rows(BytesIO(text.encode()), path)
        rows = iter(self._rows)
        head = next(rows, None)
        if head is None or isinstance(head, InputError):
            raise head or InputError([Problem("form-not-a-table", Place(FileText(path)))])
        self._columns = self._head(head)
        for count, row in enumerate(rows):
            if count > MAX_ROWS:
                raise InputError([Problem("form-too-many-rows", Place(FileText(path)), {"limit": MAX_ROWS})])
            if isinstance(row, InputError):
                self.problems += row.problems
            elif any(map(str.strip, row.cells)):
                self._row(row, len(head.cells))
        if not self.problems:
            self._check(path)

    def about_of(self, rubric: str) -> FormOf:
        about = self._about.get(rubric, {})
        return FormOf(rubric, about.get("version") or None, about.get("sha256", ""), about.get("under") or rubric)

    def _check(self, path: str) -> None:
        """Whether the rows are those of a form of this version."""
        given = self._about.get("", {}).get("format", "")
        if given != FORMAT:
            key = "form-newer" if given.startswith(FORMAT.rpartition(" ")[0]) else "form-not-a-table"
            known = FORMAT.rpartition(" ")[2]
            self.problems.append(Problem(key, Place(FileText(path)), {"given": given, "known": known}))

    def _head(self, head: Row) -> dict[str, int]:
        columns: dict[str, int] = {}
        if "row" not in [cell.strip() for cell in head.cells]:
            raise InputError([Problem("form-not-a-table", self._rows.place(head, 0))])
        for index, cell in enumerate(head.cells):
            if not cell.strip():
                continue
            parts = parts_of(cell.strip())
            if parts is None or parts[0] not in NAMES:
                meant = nearest(cell.strip(), NAMES)
                key = "form-column.near" if meant else "form-column"
                params = {"name": cell.strip(), "meant": meant, "allowed": list(NAMES)}
                self.problems.append(Problem(key, self._rows.place(head, index), params))
                continue
            key = parts[0] + (f" [{parts[1]}]" if parts[1] else "")
            if key in columns:
                self.problems.append(Problem("form-column.twice", self._rows.place(head, index), {"name": key}))
            columns.setdefault(key, index)
        missing = [name for name in ("rubric", "field", "text", "criterion", "level") if not _has(columns, name)]
        if missing:
            self.problems.append(Problem("form-no-column", self._rows.place(head, 0), {"columns": missing}))
        return columns

    def _row(self, row: Row, wanted: int) -> None:
        if len(row.cells) != wanted:
            few = len(row.cells) < wanted
            place = self._rows.place(row, len(row.cells) - 1 if few else wanted)
            params = {"count": len(row.cells), "wanted": wanted, "delimiter": self._rows.delimiter}
            self.problems.append(Problem("row-cells.few" if few else "row-cells.many", place, params))
            return
        cells = {
            key: Cell(_bare(row.cells[index]), self._mark(row, index))
            for key, index in self._columns.items()
            if key not in HELP and row.cells[index].strip()
        }
        kind = cells.pop("row", None)
        name = "" if kind is None else kind.value.strip()
        mark = self._mark(row, 0)
        if name not in KINDS:
            place = self._rows.place(row, self._columns["row"])
            self.problems.append(Problem("form-row-kind", place, {"given": name, "allowed": list(KINDS)}))
        elif name == HEAD:
            said = {key: cell.value.strip() for key, cell in cells.items()}
            if said.get("field") in (*ABOUT, "format"):
                self._about.setdefault(said.get("rubric", ""), {})[said["field"]] = said.get("text", "")
            if "rubric" in said:
                self.tables.ratings.setdefault(said["rubric"], [])
        elif name == "rating":
            self._rating(Given(cells, mark), row)
        else:
            self.tables.others.setdefault(name, []).append(Given(cells, mark))

    def _rating(self, given: Given, row: Row) -> None:
        rubric = given.cells.pop("rubric", None)
        if rubric is None:
            self.problems.append(Problem("form-no-rubric", self._rows.place(row, 0)))
            return
        self.tables.ratings.setdefault(rubric.value.strip(), [])
        if given.cells.keys() - {"criterion"}:
            self.tables.ratings[rubric.value.strip()].append(given)

    def _mark(self, row: Row, index: int) -> Mark:
        place = self._rows.place(row, index)
        return Mark((place.line or 1) - 1, (place.column or 1) - 1, place.file)


def _has(columns: dict[str, int], name: str) -> bool:
    return any(key == name or key.startswith(f"{name} ") for key in columns)


def _bare(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return text[1:] if text.startswith(GUARD) and text[1:].startswith((*GUARDED, GUARD)) else text
