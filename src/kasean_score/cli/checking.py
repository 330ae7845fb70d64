"""The files of a run of `check`, one after another: what is wrong and what is odd about each, and between them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.cli.check_refs import files_of
from kasean_score.errors import FileText, InputError, Place, Problem, in_file_order, nearest
from kasean_score.files.catalog import load_rubric
from kasean_score.files.checks import check_document
from kasean_score.files.checks.age import check_age
from kasean_score.files.checks.between import Between
from kasean_score.files.forms import is_form, open_form
from kasean_score.files.opened import OTHERS, Opened, opened
from kasean_score.files.refs import bundled, bundled_path, is_lines, is_table
from kasean_score.files.texts import read_text
from kasean_score.files.tree import Mapping, place_of
from kasean_score.model import Initiative, Rubric
from kasean_score.scoring.breaches import breaches, left_out
from kasean_score.scoring.fit import misfits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.check import Asked
    from kasean_score.files.checks.bibliography import Bibliography
    from kasean_score.files.dates import Age

__all__ = ["Checked", "checked"]

UNREAD = frozenset(
    (
        "form-broken", "form-entities", "form-macros", "form-not-a-workbook", "form-old", "form-other", "form-password",
        "form-too-large", "no-such-file", "unreadable", "is-a-folder", "unknown-name", "empty-folder", "too-large",
        "table-without-rubric", "table-rubrics", "unknown-rubric",
    )
)  # fmt: skip
"""Faults by which nothing can be said of what was named."""
HELD = ("unsupported", "unsupported-table", "old-source", "undated-source", "no-as-of-date")
"""Warnings that --strict takes for faults."""


class Checked(NamedTuple):
    """What was found, the files that were looked at, those in folders that were not, and whether all could be read."""

    problems: list[Problem]
    paths: list[str]
    passed_over: list[str]
    complete: bool


def checked(refs: Sequence[str], asked: Asked, age: Age | None) -> Checked:
    """Check what references name. Raises InputError where the bibliography cannot be read."""
    return _Run(asked, age).checked(refs)


class _Run:
    def __init__(self, asked: Asked, age: Age | None) -> None:
        self.asked = asked
        self.age = age
        self.between = Between()
        self.bibliography = _bibliography(asked.bib)
        self.paths: list[str] = []
        self.passed_over: list[str] = []
        self.given: dict[str, Rubric] = {}
        self.known: dict[str, Rubric | None] = {}
        self.documents: dict[str, Opened] = {}
        self.elsewhere: set[tuple[object, ...]] = set()

    def checked(self, refs: Sequence[str]) -> Checked:
        problems = self._given_rubrics()
        named = [one for ref in refs for one in files_of(ref, self.passed_over) if not self._is_bibliography(one)]
        files = list(dict.fromkeys(one for one in named if isinstance(one, str)))
        self._open(files)
        for one in dict.fromkeys(named):
            problems += one.problems if isinstance(one, InputError) else self._of(one)
        if self.asked.strict:
            problems = [p._replace(severity="error") if p.code in HELD else p for p in problems]
        incomplete = any(p.code in UNREAD and (p.place is None or p.place.line is None) for p in problems)
        return Checked(_once(problems), self.paths, self.passed_over, not incomplete)

    # What was named

    def _given_rubrics(self) -> list[Problem]:
        problems: list[Problem] = []
        for ref in self.asked.rubrics:
            try:
                rubric = load_rubric(ref)
                self.given.setdefault(rubric.id, rubric)
            except InputError as error:
                problems += error.problems
        return problems

    def _is_bibliography(self, file: str | InputError) -> bool:
        """Whether a file, as of a folder, is the bibliography that sources are held against."""
        bib = self.asked.bib
        return bib is not None and isinstance(file, str) and os.path.normpath(file) == os.path.normpath(bib)

    def _open(self, paths: Iterable[str]) -> None:
        """Read every document first: dossiers are held against the rubrics beside them, wherever these stand."""
        for path in paths:
            if path == "-" or is_lines(path) or is_table(path) or is_form(path):
                continue
            try:
                found = opened(read_text(path))
            except InputError as error:
                found = Opened(FileText(path), problems=error.problems)
            self.documents[path] = found
            if found.kind == "rubric" and found.root is not None:
                sound = found.document if isinstance(found.document, Rubric) and not found.problems else None
                name = found.root.get("id")
                if isinstance(name, str) and self.known.get(name) is None:
                    self.known[name] = sound

    # What is in a file

    def _of(self, path: str) -> list[Problem]:
        if path in self.documents:
            self._count(path)
            return self._in_document(self.documents[path])
        if is_form(path):
            return self._in_form(path)
        return self._in_table(path) if is_table(path) else self._in_stream(path)

    def _count(self, path: str) -> None:
        if path == "-" or os.path.exists(path):
            self.paths.append(path)

    def _in_stream(self, path: str) -> list[Problem]:
        """Dossiers in JSON Lines, and whatever is on standard input."""
        from kasean_score.files.feed import feed, text_in

        self._count(path)
        problems: list[Problem] = []
        for raw in feed([path]):
            try:
                if isinstance(raw, InputError):
                    raise raw
                problems += self._in_document(opened(text_in(raw), cut=raw.cut))
            except InputError as error:
                problems += error.problems
        return problems

    def _in_table(self, path: str) -> list[Problem]:
        from kasean_score.cli.tables import initiatives_of

        self._count(path)
        problems: list[Problem] = []
        rubrics = list(self.given.values())
        rated = 0
        for one in initiatives_of(path, self.asked.rubrics, rubrics):
            found = one.partial if isinstance(one, InputError) else one
            of_row = list(one.problems) if isinstance(one, InputError) else []
            if isinstance(found, Initiative):
                rated += 1
                of_row += [problem for rubric in rubrics for problem in misfits(rubric, found)]
            problems += in_file_order(of_row)
        if rated and self.asked.strict and any(rubric.evidence_rules for rubric in rubrics):
            params = {"rubric": rubrics[0].id}
            problems.append(Problem("unsupported-table", Place(FileText(path)), params, "warning"))
        return problems

    def _in_form(self, path: str) -> list[Problem]:
        """A form that came back: a dossier in a workbook, or in CSV."""
        self._count(path)
        problems: list[Problem] = []
        try:
            form = open_form(path)
            initiative, root = form.initiative, getattr(form, "root", None)
            problems += [note._replace(severity="warning") for note in form.notes]
        except InputError as error:
            initiative, root = error.partial, None  # type: ignore[assignment]
            problems += error.problems
        if root is not None:
            problems += self._in_document(Opened(FileText(path), "initiative", root, initiative))
        elif isinstance(initiative, Initiative):
            problems += self._on_rubrics(initiative, None)
        return sorted(problems, key=_in_sheets)

    def _in_document(self, found: Opened) -> list[Problem]:
        problems = [problem for problem in found.problems if self._is_news(problem, found)]
        if found.kind in OTHERS and found.root is not None:
            return problems + self._in_other(found.kind, found.root)
        problems += check_document(found)
        problems += self.between.found(found)
        if self.bibliography is not None:
            problems += self.bibliography.found(found)
        if isinstance(found.document, Initiative) and found.root is not None:
            problems += self._on_rubrics(found.document, found.root)
            if self.age is not None:
                problems += check_age(found, self.age)
        return in_file_order(problems)

    def _is_news(self, problem: Problem, found: Opened) -> bool:
        """Whether a fault was not told of yet: one of what a document extends is found with all that extend it."""
        place = problem.place
        if place is None or place.file.path == found.file.path:
            return True
        path = os.path.normpath(place.file.path)
        if path in map(os.path.normpath, self.documents):
            return False  # it is told of with its own file
        told = (problem.key, path, place.order)
        news = told not in self.elsewhere
        self.elsewhere.add(told)
        return news

    def _in_other(self, kind: str | None, root: Mapping) -> list[Problem]:
        from kasean_score.files.costs import costs_in
        from kasean_score.files.thresholds import thresholds_in

        try:
            if kind == "thresholds":
                thresholds_in(root)
            else:
                costs_in(root, list(self.given.values()))
        except InputError as error:
            return list(error.problems)
        return []

    # A dossier on its rubrics

    def _on_rubrics(self, initiative: Initiative, root: Mapping | None) -> Iterator[Problem]:
        rubrics = [rubric for rubric in self.given.values() if initiative.rated_under(rubric) is not None]
        for name in initiative.ratings:
            if name in self.given:
                continue
            rubric = self._rubric(name)
            if rubric is not None:
                rubrics.append(rubric)
            elif name not in self.known:
                yield self._no_rubric(name, initiative, root)
        for rubric in rubrics:
            for problem in (*misfits(rubric, initiative), *breaches(rubric, initiative), *left_out(rubric, initiative)):
                place = problem.place
                if place is None or initiative.file is None or place.file.path == initiative.file.path:
                    yield problem

    def _rubric(self, name: str) -> Rubric | None:
        """The rubric of an id: among the files of this run, else bundled. None too where it has faults of its own."""
        if name not in self.known and bundled_path("rubric", name) is not None:
            self.known[name] = load_rubric(name)
        return self.known.get(name)

    def _no_rubric(self, name: str, initiative: Initiative, root: Mapping | None) -> Problem:
        meant = nearest(name, [*self.known, *self.given, *bundled("rubric")])
        key = "rubric-not-found.near" if meant else "rubric-not-found"
        file = initiative.file or FileText("")
        place = Place(file) if root is None else place_of(root["ratings"], name, key=True)
        return Problem(key, place, {"name": name, "meant": meant}, "warning")


def _in_sheets(problem: Problem) -> tuple[int, int, int]:
    """Sheet by sheet, from top to bottom."""
    place = problem.place
    return (0, 0, 0) if place is None else (getattr(place.file, "number", 0), *place.order)


def _bibliography(path: str | None) -> Bibliography | None:
    if path is None:
        return None
    from kasean_score.files.checks.bibliography import Bibliography
    from kasean_score.files.references import read_csl

    return Bibliography(path, read_csl(path))


def _once(problems: Iterable[Problem]) -> list[Problem]:
    """Each finding once: a rubric that was given may be among the files too."""
    found: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        place = problem.place
        where = None if place is None else (place.file.path, place.line, place.column)
        found.setdefault((problem.key, where, str(problem.params)), problem)
    return list(found.values())
