"""Tables of ratings: one row for each initiative, one column for each criterion of one rubric.

    id,name,type,stage,needs,fit,human.tvet
    kasi,Solidarity Initiative,programme,launched,1-2,?,3

The columns `id` (required), `name`, `type`, `stage`, `as_of` and `owner` say what is rated; every other column is the
address of a criterion or its unique last part. `files/cells.py` says what may stand in a cell. A fault in the head
refuses the table, one in a row that row alone. Rows are read one by one: memory does not grow with the table but for
36 bytes a row at most, by which repeated ids are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO, TYPE_CHECKING, Any

from kasean_score.errors import FileText, InputError, Place, Problem, in_file_order, nearest
from kasean_score.files.cells import CellFault, Column
from kasean_score.files.csvrows import Row, Rows
from kasean_score.files.fields import TABLES
from kasean_score.files.firsts import FirstLines
from kasean_score.files.kinds import DOTTED_ID, INVALID
from kasean_score.files.texts import file_faults, sha256_of
from kasean_score.files.tree import Container, Mark
from kasean_score.files.tree import Mapping as Record
from kasean_score.model import Initiative, Rating

if TYPE_CHECKING:
    from kasean_score.model import Criterion, Rubric

__all__ = ["read_table"]

FIELDS = ("id", "name", "type", "stage", "as_of", "owner")
FREE = ("name", "owner")
"""Fields that hold any text."""
FORM = ("row", "rubric", "field")
"""How the head of a form to fill in begins, which is another kind of table."""
MOST_KEPT = 4096
PIECE = 1 << 20


def read_table(path: str, rubric: Rubric) -> Iterator[Initiative | InputError]:
    """The initiatives of the table at `path`, rated on `rubric`, in the order of their rows.

    A row that cannot be read is given as the error that says why, with what could be read as its `partial`. Raises
    InputError where the table as a whole cannot be read.
    """
    with file_faults(path), _opened(path) as stream:
        digest = sha256_of(iter(lambda: stream.read(PIECE), b""))
        stream.seek(0)
        rows = Rows(stream, path)
        listed = iter(rows)
        head = next(listed, None)
        if head is None:
            raise InputError([Problem("empty-table", Place(FileText(path)))])
        if isinstance(head, InputError):
            raise head
        if tuple(cell.strip() for cell in head.cells[: len(FORM)]) == FORM:
            raise InputError([Problem("is-a-form", Place(FileText(path)), {"path": path})])
        table = _Table(rows, head, rubric, digest)
        count = 0
        for row in listed:
            if isinstance(row, InputError):
                yield row
            elif any(map(str.strip, row.cells)):
                yield table.read(row)
            else:
                continue  # a spreadsheet saves the empty rows below its last one too
            count += 1
        if count == 0:
            raise InputError([Problem("empty-table.rows", Place(FileText(path)))])


def _opened(path: str) -> IO[bytes]:
    """The file, to be read twice: a digest has to stand on the first scorecard. What flows by is kept on disk."""
    stream = open(path, "rb")  # noqa: SIM115
    if stream.seekable():
        return stream
    from shutil import copyfileobj  # only a pipe needs these
    from tempfile import TemporaryFile

    kept = TemporaryFile()  # noqa: SIM115
    with stream:
        copyfileobj(stream, kept)
    kept.seek(0)
    return kept


class _Table:
    """A table whose head is understood: what each column means."""

    def __init__(self, rows: Rows, head: Row, rubric: Rubric, digest: str) -> None:
        self.rows = rows
        self.rubric_id = rubric.id
        self.file = FileText(rows.path, "", digest)
        self.width = len(head.cells)
        self.lines = FirstLines()
        self.problems: list[Problem] = []
        columns = _Head(rows, head, rubric).columns()
        place = Place(self.file)
        self.fields = {name: _Field(name, index) for name, index in columns if isinstance(name, str)}
        self.criteria = [
            (of.id, index, Column(rubric, of, head.cells[index].strip(), place, rows.delimiter))
            for of, index in columns
            if not isinstance(of, str)
        ]
        self.indexes = {address: index for address, index, _ in self.criteria}

    def read(self, row: Row) -> Initiative | InputError:
        cells = row.cells
        self.problems = []
        if len(cells) != self.width:
            return self._wrong_width(row)
        rated: dict[str, Any] = {address: column[cells[index]] for address, index, column in self.criteria}
        if CellFault in map(type, rated.values()):
            rated = self._sound(row, rated)
        values = {name: field.read(self, row) for name, field in self.fields.items()}
        initiative = self._initiative(row, values, rated)
        if self.problems:
            return InputError(in_file_order(self.problems), partial=initiative)
        assert initiative is not None
        return initiative

    def record(self, name: str, holder: Container, where: str | int, value: Any) -> Any:
        raise NotImplementedError  # none of the fields of a table holds a record

    def _initiative(self, row: Row, values: dict[str, Any], rated: dict[str, Rating]) -> Initiative | None:
        name = values["id"]
        if name is None:
            return None
        first = self.lines.of(name, row.line)
        if first != row.line:
            place = self.rows.place(row, self.fields["id"].index)
            self.problems.append(Problem("duplicate-id", place, {"name": name, "first": first}))
        values = {**values, "name": values.get("name") or name}
        return Initiative(
            **values,
            ratings={self.rubric_id: rated},
            sources={},
            sha256=self.file.sha256,
            file=self.file,
            keys={self.rubric_id: _Places(self.rows, row, self.indexes)},
        )

    def _sound(self, row: Row, rated: dict[str, Any]) -> dict[str, Any]:
        """The ratings without the cells that are none, which are reported."""
        for address, read in rated.items():
            if isinstance(read, CellFault):
                self.problems.append(Problem(read.key, self.rows.place(row, self.indexes[address]), read.params))
        return {address: read for address, read in rated.items() if not isinstance(read, CellFault)}

    def _wrong_width(self, row: Row) -> InputError:
        few = len(row.cells) < self.width
        place = self.rows.place(row, len(row.cells) - 1 if few else self.width)
        params = {"count": len(row.cells), "wanted": self.width, "delimiter": self.rows.delimiter}
        return InputError([Problem("row-cells.few" if few else "row-cells.many", place, params)])


class _Field:
    """A column that says what is rated; read as the same field of a dossier, each text once."""

    def __init__(self, name: str, index: int) -> None:
        self.name = name
        self.index = index
        self.kind = TABLES["initiative"].fields[name].kind
        self._known: dict[str, Any] = {}

    def read(self, table: _Table, row: Row) -> Any:
        """The value; None where the cell is blank or refused."""
        text = row.cells[self.index]
        if text in self._known:
            return self._known[text]
        bare = text.strip()
        if self.name in FREE or (self.name == "id" and DOTTED_ID.fullmatch(bare)):
            return bare or None
        if not bare:
            if self.name == "id":
                table.problems.append(Problem("row-id", table.rows.place(row, self.index)))
            return None
        place = table.rows.place(row, self.index)
        holder = Record(place.file, Mark(0, 0))
        mark = Mark((place.line or 1) - 1, (place.column or 1) - 1)
        holder[self.name], holder.marks[self.name] = bare, (mark, mark)
        value = self.kind.read(table, holder, self.name, bare)
        if value is INVALID:
            return None
        if len(self._known) < MOST_KEPT and self.name != "id":
            self._known[text] = value
        return value


class _Places(Mapping[str, Place]):
    """Where the ratings of one row stand, worked out when it is asked: only faults do."""

    def __init__(self, rows: Rows, row: Row, indexes: Mapping[str, int]) -> None:
        self._rows = rows
        self._row = row
        self._indexes = indexes

    def __getitem__(self, address: str) -> Place:
        return self._rows.place(self._row, self._indexes[address])

    def __reduce__(self) -> tuple[type, tuple[dict[str, Place]]]:
        return dict, (dict(self),)  # another process has no table to look in

    def __iter__(self) -> Iterator[str]:
        return iter(self._indexes)

    def __len__(self) -> int:
        return len(self._indexes)


class _Head:
    """The head of a table being understood, and what is wrong with it."""

    def __init__(self, rows: Rows, head: Row, rubric: Rubric) -> None:
        self.rows = rows
        self.head = head
        self.rubric = rubric
        self.criteria = {criterion.id: criterion for criterion in rubric.criteria()}
        self.problems: list[Problem] = []

    def columns(self) -> list[tuple[Criterion | str, int]]:
        """What each column is, a field by its name or a criterion, and where. Raises InputError with every fault."""
        found: list[tuple[Criterion | str, int]] = []
        first: dict[str, int] = {}
        for index, cell in enumerate(self.head.cells):
            meant = self._meant(cell.strip(), index)
            if meant is None:
                continue
            key = meant if isinstance(meant, str) else meant.id
            if key in first:
                params = {"name": cell.strip(), "first": self.head.cells[first[key]].strip()}
                self._fault("table-column.twice", index, number=first[key] + 1, **params)
            first.setdefault(key, index)
            found.append((meant, index))
        if "id" not in first:
            self._fault("table-no-id", 0)
        elif not self.problems and not first.keys() & self.criteria.keys():
            self._fault("table-no-criteria", 0, rubric=self.rubric.id, allowed=list(self.criteria))
        if self.problems:
            raise InputError(in_file_order(self.problems))
        return found

    def _meant(self, name: str, index: int) -> Criterion | str | None:
        """The field or the criterion that a column is named after; None where it is neither."""
        if name in FIELDS:
            return name
        if not name:
            self._fault("table-column.blank", index, number=index + 1)
            return None
        addresses = self.rubric.addresses(name)
        rated = [address for address in addresses if address in self.criteria]
        if len(rated) == 1:
            return self.criteria[rated[0]]
        if rated:
            self._fault("table-column.ambiguous", index, name=name, allowed=rated)
        elif addresses:
            below = [address for address in self.criteria if address.startswith(f"{addresses[0]}.")]
            self._fault("table-column.group", index, name=name, rubric=self.rubric.id, allowed=below)
        else:
            self._unknown(name, index)
        return None

    def _unknown(self, name: str, index: int) -> None:
        parts = [address.rpartition(".")[2] for address in self.criteria]
        meant = nearest(name, [*FIELDS, *self.criteria, *parts])
        key = "table-column.near" if meant else "table-column"
        allowed = [*FIELDS, *self.criteria]
        self._fault(key, index, name=name, rubric=self.rubric.id, meant=meant, allowed=allowed)

    def _fault(self, key: str, index: int, **params: object) -> None:
        self.problems.append(Problem(key, self.rows.place(self.head, index), params))
