"""A form put together again: the rows that people filled in, made into the tree of a dossier and read as any other.

What a dossier's own reader finds wrong is reported at the cell; here is only what a form can do wrong before that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.errors import FileText, InputError, Place, Problem, nearest
from kasean_score.files.fields import TABLES
from kasean_score.files.forms.cited import Cited
from kasean_score.files.forms.entries import Entries, Given, append, place, put
from kasean_score.files.forms.judging import judged
from kasean_score.files.forms.tables import COLUMNS, IDENTITY, FormOf, choices_of
from kasean_score.files.reader import read_initiative
from kasean_score.files.tree import Mapping, Mark, Number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.model import Initiative

__all__ = ["Form", "Ratings", "assembled"]


REQUIRED = TABLES["initiative"].required


class Ratings(NamedTuple):
    """The rows of ratings on one rubric, and where they stand."""

    about: FormOf
    rows: list[Given]
    mark: Mark


class Form(NamedTuple):
    """A form that was read: the initiative, its record as a dossier's file has it, and what it was made for.

    `notes` are warnings: what people should know of how it was read.
    """

    initiative: Initiative
    record: dict[str, Any]
    rubrics: tuple[tuple[FormOf, Place], ...]
    notes: tuple[Problem, ...] = ()


def assembled(file: FileText, identity: list[Given], ratings: list[Ratings], tables: dict[str, list[Given]]) -> Form:
    """The form whose tables hold these rows. Raises InputError with every fault."""
    build = _Assembly(file)
    root = build.root(identity, ratings, tables)
    problems = build.entries.problems
    try:
        initiative: Any = read_initiative(root)
    except InputError as error:
        problems += [one for one in error.problems if not build.was_missed(one)]
        initiative = error.partial
    if problems:
        raise InputError(sorted(problems, key=_order), partial=initiative)
    return Form(initiative, _plain(root), tuple((one.about, place(one.mark)) for one in ratings))


def _order(problem: Problem) -> tuple[int, int, int]:
    """Sheet by sheet, from top to bottom."""
    where = problem.place
    return (0, 0, 0) if where is None else (getattr(where.file, "number", 0), *where.order)


class _Assembly:
    """A dossier's tree being built from rows."""

    def __init__(self, file: FileText) -> None:
        self.file = file
        self.entries = Entries(file)
        self.missed: set[str] = set()

    def was_missed(self, problem: Problem) -> bool:
        """Whether a fault of the dossier was reported already, at the row where it can be put right."""
        about = problem.params
        of_dossier = str(about.get("record")).startswith("initiative")
        return problem.key == "missing-field" and of_dossier and about.get("field") in self.missed

    def root(self, identity: list[Given], ratings: list[Ratings], tables: dict[str, list[Given]]) -> Mapping:
        first = identity[0].mark if identity else Mark(0, 0, self.file)
        root = Mapping(self.file, first)
        put(root, "kind", "initiative", first)
        self._identity(root, identity)
        rated = Mapping(self.file, first)
        for one in ratings:
            put(rated, one.about.under, self._ratings(one), one.mark)
        put(root, "ratings", rated, ratings[0].mark if ratings else first)
        cited = Cited(self.entries, {one.about.rubric: rated[one.about.under] for one in ratings})
        for row in tables.get("evidence", ()):
            self._evidence(row, cited)
        for row in tables.get("opinion", ()):
            rating = cited.rating(row)
            if rating is not None:
                append(rating, "panel", self._opinion(row), row.mark)
        for name in ("fact", "source"):
            for row in tables.get(name, ()):
                append(root, f"{name}s", self._record(row, COLUMNS[name]), row.mark)
        return root

    def _identity(self, root: Mapping, rows: list[Given]) -> None:
        period = Mapping(self.file, root.mark)
        seen: dict[str, str] = {}
        for row in rows:
            field = row.cells.get("field")
            if field is None:
                self.entries.fault(row.mark, "form-field.none")
                continue
            name = field.value.strip()
            if name not in IDENTITY:
                meant = nearest(name, IDENTITY)
                key = "form-field.near" if meant else "form-field"
                self.entries.fault(field.mark, key, name=name, meant=meant, allowed=list(IDENTITY))
                continue
            if name in seen:
                self.entries.fault(field.mark, "form-twice", name=name, first=seen[name])
            seen.setdefault(name, place(field.mark).address)
            cells = {name + key.removeprefix("text"): cell for key, cell in row.cells.items() if key != "field"}
            value = self.entries.value(name, cells)
            part = name.removeprefix("period_")
            if value is None:
                if name in REQUIRED and name not in root:
                    self.entries.fault(field.mark, "form-needed", name=name)
                    self.missed.add(name)
                continue
            if part != name:
                put(root, "period", period, value.mark)
            put(root if part == name else period, part, value.value, value.mark)

    def _ratings(self, given: Ratings) -> Mapping:
        ratings = Mapping(self.file, given.mark)
        for row in given.rows:
            cell = row.cells.get("criterion")
            rating = judged(self.entries, row)
            if rating is None:
                continue
            if cell is None:
                self.entries.fault(row.mark, "form-no-criterion")
                continue
            address = cell.value.strip()
            if address in ratings:
                first = place(ratings.marks[address][0]).address  # type: ignore[arg-type]
                self.entries.fault(cell.mark, "form-twice", name=address, first=first)
                continue
            ratings[address] = rating
            ratings.marks[address] = (cell.mark, row.mark)
        return ratings

    def _opinion(self, row: Given) -> Mapping:
        opinion = judged(self.entries, row) or Mapping(self.file, row.mark)
        rater = self.entries.value("rater", row.cells)
        if rater is not None:
            put(opinion, "rater", rater.value, rater.mark)
        return opinion

    def _evidence(self, row: Given, cited: Cited) -> None:
        """An item of evidence, or a fact that is cited: then the row says nothing else."""
        rating = cited.rating(row)
        record = self._record(row, COLUMNS["evidence"][2:])
        fact, stance = (self.entries.value(name, row.cells) for name in ("fact", "stance"))
        if fact is None:
            if rating is not None:
                append(rating, "evidence", record, row.mark)
            return
        others = [name for name in record if name not in ("fact", "stance")]
        if others:
            self.entries.fault(fact.mark, "form-fact-and-more", fact=fact.value, columns=others)
        allowed = choices_of("stance")
        if stance is not None and stance.value not in allowed:
            params = {"field": "stance", "given": f'"{stance.value}"', "allowed": list(allowed)}
            self.entries.fault(stance.mark, "not-allowed", **params)
        elif rating is not None:
            append(rating, allowed[0] if stance is None else stance.value, fact.value, fact.mark)

    def _record(self, row: Given, keys: Iterable[str]) -> Mapping:
        record = Mapping(self.file, row.mark)
        for key in keys:
            cell = self.entries.value(key, row.cells)
            if cell is not None:
                put(record, key, cell.value, cell.mark)
        return record


def _plain(value: Any) -> Any:
    """The record that a file is written from: numbers as numbers."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, Number):
        return int(value) if re.fullmatch(r"-?[0-9]{1,15}", value) else float(value)
    return value
