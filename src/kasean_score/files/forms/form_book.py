"""A form as a workbook for people who use only Excel: instructions, identity, a sheet for each rubric, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from kasean_score.files.forms.form_styles import LABELS, Look, first_row
from kasean_score.files.forms.list_sheet import Lists
from kasean_score.files.forms.rating_sheet import EvidenceCells, Identity, rating_sheet
from kasean_score.files.forms.sheet_head import head_text
from kasean_score.files.forms.tables import CHOICES, COLUMNS, IDENTITY, TEXTS, key_of, languages_in
from kasean_score.workbooks.cell_text import cell_of
from kasean_score.workbooks.in_memory import bytes_of
from kasean_score.workbooks.same_bytes import same_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

    from kasean_score.files.forms.content import Content, Row
    from kasean_score.files.forms.words import Words
    from kasean_score.model import Rubric

__all__ = ["form_book"]

SPARE = {"evidence": 200, "fact": 60, "source": 60, "opinion": 60}
"""Empty rows below those that are filled in."""
NAME_LENGTH = 31
RESERVED = ("history",)
"""Names that Excel keeps for itself."""
WIDTHS: Mapping[str, float] = {
    "rubric": 14, "criterion": 26, "stance": 10, "fact": 24, "id": 22, "source": 24, "at": 24, "shows": 52,
    "independent": 12, "certainty": 18, "date": 12, "note": 28, "title": 44, "author": 22, "publisher": 24, "url": 34,
    "language": 10, "kind": 14, "read": 14, "rater": 20, "level": 11, "level_to": 11, "value": 11, "low": 11,
    "high": 11, "confidence": 11, "why": 48, "disputed": 28, "field": 14, "about": 46, "text": 48, "cited": 48,
}  # fmt: skip


def form_book(content: Content, rubrics: Sequence[Rubric], words: Words) -> bytes:
    """The workbook of a form; the same bytes for the same content. Raises InputError where a text is too long."""
    return _Book(content, rubrics, words).made()


class _Names:
    """Names of sheets: each once, as short as they have to be, without what they must not hold."""

    def __init__(self) -> None:
        self._taken = set(RESERVED)

    def of(self, wanted: str) -> str:
        name, number = wanted[:NAME_LENGTH], 1
        while name.lower() in self._taken:
            number += 1
            name = f"{wanted[: NAME_LENGTH - len(str(number)) - 1]}~{number}"
        self._taken.add(name.lower())
        return name


class _Table(NamedTuple):
    """A table of rows that people add to: its sheet and the columns by their keys."""

    sheet: Worksheet
    column: Mapping[str, int]
    last: int

    def range(self, key: str) -> str:
        letter = get_column_letter(self.column[key])
        return f"'{self.sheet.title}'!${letter}${first_row()}:${letter}${self.last}"


class _Book:
    def __init__(self, content: Content, rubrics: Sequence[Rubric], words: Words) -> None:
        self.content, self.rubrics, self.words = content, rubrics, words
        self.book = Workbook()
        self.look = Look(words.lang)
        for style in self.look.styles:
            self.book.add_named_style(style)
        names, say = _Names(), words.say
        first = self.book.worksheets[0]
        first.title = names.of(say("form_sheet.instructions"))
        rated = {f"rating {one.id}": one.id for one in rubrics}
        kinds = ["identity", *rated, "evidence"]
        kinds += ["fact"] if content.facts else []
        kinds += ["source"]
        kinds += ["opinion"] if content.opinions else []
        titles = {kind: names.of(rated.get(kind) or say(f"form_sheet.{kind}")) for kind in kinds}
        self.sheets: dict[str, Worksheet] = {kind: self.book.create_sheet(title) for kind, title in titles.items()}
        self.lists = Lists(self.book.create_sheet(names.of(say("form_sheet.lists"))), words)
        self._instructions(first)

    def made(self) -> bytes:
        content = self.content
        identity = self._identity(self.sheets["identity"])
        sources = self._table("source", content.sources)
        facts = self._table("fact", content.facts) if content.facts else None
        evidence = self._table("evidence", content.evidence, facts=facts, sources=sources)
        if content.opinions:
            self._table("opinion", content.opinions)
        if facts is not None:
            self._drop(facts, "source", self.lists.within(sources.range("id")))
        counted = EvidenceCells(*(evidence.range(key) for key in ("rubric", "criterion", "stance")))
        for rubric in self.rubrics:
            sheet, ratings = self.sheets[f"rating {rubric.id}"], content.ratings[rubric.id]
            about = content.about[rubric.id]
            rating_sheet(sheet, rubric, about, ratings, self.lists, self.look, self.words, identity, counted)
        self.book.properties.creator = "kasean-score"
        return same_bytes(bytes_of(self.book))

    def _instructions(self, sheet: Worksheet) -> None:
        look, next_row = self.look, 1
        for heading, paragraphs in self.words.instructions:
            look.shown(cell_of(sheet, next_row, 1), heading, font=look.title)
            for row, text in enumerate(paragraphs, next_row + 1):
                look.shown(cell_of(sheet, row, 1), text)
            next_row += len(paragraphs) + 2
        look.finish(sheet, {1: 100}, "A1", growing=False)
        sheet.page_setup.fitToHeight = 1

    def _identity(self, sheet: Worksheet) -> Identity:
        look, say, row = self.look, self.words.say, self.content.identity
        langs = languages_in([row], *IDENTITY) if row else [""]
        columns = {"field": 1, "about": 2}
        columns |= {key_of("text", lang): 3 + at for at, lang in enumerate(dict.fromkeys(["", *langs]))}
        look.titled(
            sheet,
            head_text("identity", sheets=list(self.sheets)),
            say("form_sheet.identity"),
            say("form_note.identity"),
        )
        keys = {at: key for key, at in columns.items() if key != "about"}
        look.head(sheet, {at: self._label(key) for key, at in columns.items()}, keys)
        cells = {}
        for at, field in enumerate(IDENTITY, first_row()):
            cells[field] = f"'{sheet.title}'!${get_column_letter(3)}${at}"
            look.boxed(cell_of(sheet, at, 1), field, font=look.small)
            look.boxed(cell_of(sheet, at, 2), say(f"form_about.{field}"))
            for key, column in columns.items():
                lang = key.removeprefix("text").strip(" []")
                if not key.startswith("text") or (lang and field not in TEXTS):
                    continue
                look.input(cell_of(sheet, at, column), self._shown(field, row.get(key_of(field, lang))))
            if field in CHOICES:
                drop = self.lists.choice(field)
                sheet.add_data_validation(drop)
                drop.add(f"C{at}")
        look.finish(sheet, {at: WIDTHS[key.partition(" ")[0]] for key, at in columns.items()}, "C6", growing=False)
        return Identity(cells["type"], cells["stage"])

    def _table(
        self, kind: str, rows: Sequence[Row], *, facts: _Table | None = None, sources: _Table | None = None
    ) -> _Table:
        """A sheet of rows that people add to."""
        sheet, look, say = self.sheets[kind], self.look, self.words.say
        names = [name for name in COLUMNS[kind] if name != "fact" or facts is not None]
        keys = [key_of(name, lang) for name in names for lang in (languages_in(rows, name) if name in TEXTS else [""])]
        columns = {key: at for at, key in enumerate(keys, 1)}
        last = first_row() + len(rows) + SPARE[kind] - 1
        look.titled(sheet, head_text(kind), say(f"form_sheet.{kind}"), say(f"form_note.{kind}"))
        labels = {at: self._label(key) for key, at in columns.items()}
        if facts is not None:
            labels[len(columns) + 1] = say("form.cited")
        look.head(sheet, labels, {at: key for key, at in columns.items()})
        for at in range(first_row(), last + 1):
            row = rows[at - first_row()] if at - first_row() < len(rows) else {}
            for key, column in columns.items():
                value = self._shown(key, row.get(key), kind)
                look.input(
                    cell_of(sheet, at, column), value, number=key in ("level", "level_to", "value", "low", "high")
                )
        table = _Table(sheet, columns, last)
        self._drop_downs(table, kind, facts, sources)
        widths = {at: WIDTHS[key.partition(" ")[0]] for key, at in columns.items()}
        if facts is not None:
            self._cited(table, facts)
            widths[len(columns) + 1] = WIDTHS["cited"]
        look.finish(sheet, widths, f"A{LABELS + 2}", growing=True)
        return table

    def _shown(self, key: str, value: float | int | str | None, kind: str = "") -> float | int | str | None:
        """A value as it stands in its cell: one of a list by its word."""
        if isinstance(value, str):
            name = "state" if key == "level" else key
            if name in CHOICES and not (name == "kind" and kind != "source"):
                return self.words.choice(name, value)
        return value

    def _label(self, key: str) -> str:
        name, _, lang = key.partition(" ")
        label = self.words.say(f"form.{name}")
        return f"{label} {lang}".strip()

    def _cited(self, table: _Table, facts: _Table) -> None:
        """Beside the id of a fact, what the fact says."""
        column = len(table.column) + 1
        shows = sorted(
            (key for key in facts.column if key.startswith("shows")), key=lambda key: self.words.lang not in key
        )[0]
        letter = get_column_letter(table.column["fact"])
        for row in range(first_row(), table.last + 1):
            cell = cell_of(table.sheet, row, column)
            found = f"INDEX({facts.range(shows)},MATCH({letter}{row},{facts.range('id')},0))"
            cell.value = f'=IF({letter}{row}="","",IFERROR({found},"?"))'
            cell.font, cell.alignment, cell.border = self.look.small, self.look.single, self.look.border

    def _drop_downs(self, table: _Table, kind: str, facts: _Table | None, sources: _Table | None) -> None:
        lists = self.lists
        for key in table.column:
            if key in CHOICES and not (key == "kind" and kind != "source"):
                self._drop(table, key, lists.choice(key))
        if "rubric" in table.column:
            self._drop(table, "rubric", lists.of([one.id for one in self.rubrics]))
            addresses = dict.fromkeys(criterion.id for one in self.rubrics for criterion in one.criteria())
            self._drop(table, "criterion", lists.of(list(addresses)))
        if kind == "opinion":
            levels = sorted({level.level for one in self.rubrics for level in one.scale})
            states = [self.words.choice("state", state) for state in ("not_rated", "not_applicable")]
            self._drop(table, "level", lists.of([*levels, *states]))
            self._drop(table, "level_to", lists.of(levels))
        if facts is not None:
            self._drop(table, "fact", lists.within(facts.range("id")))
        if sources is not None:
            self._drop(table, "source", lists.within(sources.range("id")))

    def _drop(self, table: _Table, key: str, drop: DataValidation) -> None:
        letter = get_column_letter(table.column[key])
        table.sheet.add_data_validation(drop)
        drop.add(f"{letter}{first_row()}:{letter}{table.last}")
