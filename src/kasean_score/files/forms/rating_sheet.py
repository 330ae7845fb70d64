"""The sheet of a form on which a rubric's criteria are rated, with the score as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kasean_score.files.forms.describing import described
from kasean_score.files.forms.form_styles import NOTE, first_row
from kasean_score.files.forms.rating_live import cited_items, left_to_do, limit_status, summary
from kasean_score.files.forms.sheet_head import head_text
from kasean_score.files.forms.tables import COLUMNS, STATES, key_of, languages_in
from kasean_score.formulas.text import quoted
from kasean_score.formulas.tree import HELPERS, READINGS, Columns, Given, Tree, band_rank, barred, criterion_figures
from kasean_score.model import Criterion, Group, is_condition
from kasean_score.workbooks.cell_text import cell_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from kasean_score.files.forms.content import Row
    from kasean_score.files.forms.form_styles import Look
    from kasean_score.files.forms.list_sheet import Lists
    from kasean_score.files.forms.tables import FormOf
    from kasean_score.files.forms.words import Words
    from kasean_score.model import Node, Rubric

__all__ = ["EvidenceCells", "Identity", "rating_sheet"]

WIDTHS: Mapping[str, float] = {
    "criterion": 13, "asked": 32, "levels": 52, "level": 10, "level_to": 10, "value": 11, "low": 11, "high": 11,
    "confidence": 10, "why": 46, "disputed": 24, "check": 16, "cited_items": 8,
}  # fmt: skip
FIGURE_WIDTH = 8
FIGURES = ("score", "lowest", "highest", "coverage", "weight")
MEASURE = ("value", "low", "high")
WRITTEN = ("why", "disputed")


class Identity(NamedTuple):
    """The cells of the identity sheet that decide which criteria are asked."""

    type: str
    stage: str


class EvidenceCells(NamedTuple):
    """The ranges of the evidence sheet in which items are counted."""

    rubric: str
    criterion: str
    stance: str


def rating_sheet(
    sheet: Worksheet,
    rubric: Rubric,
    about: FormOf,
    rows: Mapping[str, Row],
    lists: Lists,
    look: Look,
    words: Words,
    identity: Identity,
    evidence: EvidenceCells,
) -> None:
    """Write the sheet of one rubric."""
    _RatingSheet(sheet, rubric, rows, lists, look, words, identity, evidence).write(about)


class _RatingSheet:
    def __init__(
        self,
        sheet: Worksheet,
        rubric: Rubric,
        ratings: Mapping[str, Row],
        lists: Lists,
        look: Look,
        words: Words,
        identity: Identity,
        evidence: EvidenceCells,
    ) -> None:
        self.sheet, self.rubric, self.ratings = sheet, rubric, ratings
        self.lists, self.look, self.words = lists, look, words
        self.identity, self.evidence = identity, evidence
        self.nodes = list(rubric.nodes())
        self.rows = {"": NOTE, **{node.id: first_row() + at for at, node in enumerate(self.nodes)}}
        self.column = {name: at for at, name in enumerate(self._names(), 1)}
        self.last = first_row() + len(self.nodes) - 1
        self.given = {node.id: self._given(node) for node in self.nodes if isinstance(node, Criterion)}
        self.tree = Tree(rubric, self.rows, self._columns())

    def write(self, about: FormOf) -> None:
        sheet, look, words = self.sheet, self.look, self.words
        look.titled(sheet, head_text("rating", **about._asdict()), words.text(self.rubric.title), "")
        keys = [key for name in COLUMNS["rating"] for key in self._keys(name) if key in self.column]
        look.head(
            sheet,
            {at: self._label(name) for name, at in self.column.items() if not name.startswith("help")},
            {self.column[key]: key for key in keys},
        )
        for node in self.nodes:
            if isinstance(node, Group):
                self._group(node)
            else:
                self._criterion(node)
        for cell, formula in self.tree.cells():
            if sheet[cell].value is None:
                sheet[cell].value = formula
        self._figures_of_groups()
        self._limits()
        self._drop_downs()
        widths = {at: WIDTHS.get(name.partition(" ")[0], FIGURE_WIDTH) for name, at in self.column.items()}
        look.finish(sheet, widths, f"C{first_row()}", growing=False)
        for name, at in self.column.items():
            if name.startswith("help"):
                sheet.column_dimensions[get_column_letter(at)].hidden = True
        sheet.print_area = f"A{NOTE - 1}:{self._letter(FIGURES[-1])}{self.last + 2 + len(self.rubric.limits)}"

    # Columns

    def _names(self) -> Iterator[str]:
        """The columns from left to right: by their keys, those to read by names of their own."""
        measured = any(isinstance(node, Criterion) and node.measure for node in self.nodes)
        yield from ("criterion", "asked", "levels", "level", "level_to")
        if measured:
            yield from MEASURE
        yield "confidence"
        yield from self._keys("why")
        yield from self._keys("disputed")
        yield from ("check", "cited_items", *FIGURES)
        yield from (f"help {at}" for at in range(HELPERS + 2 * len(READINGS)))

    def _keys(self, name: str) -> list[str]:
        """The keys of a field's columns: one for each language of a text."""
        if name not in WRITTEN:
            return [name]
        return [key_of(name, lang) for lang in languages_in(self.ratings.values(), *WRITTEN)]

    def _label(self, name: str) -> str:
        name, _, lang = name.partition(" ")
        label = self.words.say(f"form.{name}")
        return f"{label} {lang}" if lang else label

    def _letter(self, name: str) -> str:
        return get_column_letter(self.column[name])

    def _cell(self, name: str, row: int) -> str:
        return f"{self._letter(name)}{row}"

    def _columns(self) -> Columns:
        helpers = tuple(self._letter(f"help {at}") for at in range(HELPERS))
        score, low, high, coverage, weight = map(self._letter, FIGURES)
        return Columns(score, low, high, coverage, weight, helpers)

    def _given(self, criterion: Criterion) -> Given:
        row = self.rows[criterion.id]
        cells = {name: f"{self._letter(name)}{row}" for name in ("level", "level_to", *MEASURE) if name in self.column}
        gone = [f"{cells['level']}={quoted(text)}" for text in self._said("state", STATES[1])]
        said = {name: self._said(kind, name) for kind, name in _asked(criterion)}
        wanted = barred(criterion.applies_to, self.identity.type, self.identity.stage, said)
        return Given(**cells, gone=f"OR({','.join([*gone, wanted])})")

    def _said(self, kind: str, value: str) -> list[str]:
        """The texts that stand for a value in a cell."""
        return list(dict.fromkeys([self.words.choice(kind, value), value]))

    # Rows

    def _group(self, group: Group) -> None:
        row, look, words = self.rows[group.id], self.look, self.words
        aside = f" ({words.say('form.condition')})" if is_condition(group) else ""
        texts = {"criterion": group.id, "asked": words.text(group.title) + aside}
        if group.description is not None:
            texts["levels"] = words.text(group.description)
        for name, at in self.column.items():
            if not name.startswith("help"):
                cell = cell_of(self.sheet, row, at)
                look.boxed(cell, texts.get(name, ""), font=look.small if name == "criterion" else look.bold)
                cell.fill = look.light
                if name not in texts:
                    cell.value = None
        self._weight(group)

    def _criterion(self, criterion: Criterion) -> None:
        row, look, words = self.rows[criterion.id], self.look, self.words
        rating = self.ratings.get(criterion.id, {})
        look.boxed(cell_of(self.sheet, row, 1), criterion.id, font=look.small)
        question = f"\n{words.text(criterion.question)}" if criterion.question is not None else ""
        look.boxed(cell_of(self.sheet, row, self.column["asked"]), words.text(criterion.title) + question)
        look.boxed(cell_of(self.sheet, row, self.column["levels"]), described(self.rubric, criterion, words))
        unused = ("level_to",) if criterion.measure is not None else MEASURE
        for name, at in self.column.items():
            key = name.partition(" ")[0]
            if key not in COLUMNS["rating"] or key == "criterion":
                continue
            cell = cell_of(self.sheet, row, at)
            if key in unused:
                cell.fill, cell.border = look.light, look.border
                continue
            value = rating.get(name)
            if isinstance(value, str) and key in ("level", "confidence"):
                value = words.choice("state" if key == "level" else key, value)
            look.input(cell, value, number=key in ("level", "level_to", *MEASURE))
        self._weight(criterion)
        self._live(criterion)

    def _weight(self, node: Node) -> None:
        cell = cell_of(self.sheet, self.rows[node.id], self.column["weight"])
        cell.value = int(node.weight) if float(node.weight).is_integer() else node.weight
        cell.font, cell.alignment, cell.border = self.look.plain, self.look.centred, self.look.border

    def _live(self, criterion: Criterion) -> None:
        """The figures of a criterion, how many items are cited, and what is still wrong with the row."""
        row, given = self.rows[criterion.id], self.given[criterion.id]
        coverage = self._cell("coverage", row)
        figures = criterion_figures(self.rubric, criterion, given, coverage)
        for name, formula in zip(FIGURES, figures, strict=False):
            self.look.figure(self.sheet[self._cell(name, row)], formula, "0%" if name == "coverage" else "0.0")
        which = ",".join(
            f"{cells},{quoted(text)}"
            for cells, text in ((self.evidence.rubric, self.rubric.id), (self.evidence.criterion, criterion.id))
        )
        cited = cited_items(which, self.evidence.stance, self._said("stance", "against"))
        self.look.figure(self.sheet[self._cell("cited_items", row)], cited, "General")
        states = [text for state in STATES for text in self._said("state", state)]
        why = [self._cell(key, row) for key in self._keys("why")]
        rest = [self._cell(key, row) for key in ("level_to", *MEASURE, "confidence") if key in self.column]
        check = left_to_do(given, coverage, states, why, rest, self.words.say)
        self.look.figure(self.sheet[self._cell("check", row)], check, "General", font=self.look.red)

    # The whole

    def _figures_of_groups(self) -> None:
        for address in ("", *(node.id for node in self.nodes if isinstance(node, Group))):
            row = self.rows[address]
            for name in FIGURES[:4]:
                cell = self.sheet[f"{self._letter(name)}{row}"]
                self.look.figure(cell, str(cell.value), "0%" if name == "coverage" else "0.0", font=self.look.bold)
                cell.fill = self.look.light

    def _limits(self) -> None:
        """The rules that hold the band down, whether they hold now, and the band that comes of it."""
        start, say, words = self.last + 2, self.words.say, self.words
        letters = [self._letter(f"help {HELPERS + at}") for at in range(2 * len(READINGS))]
        bands = {band.id: words.text(band.label) for band in self.rubric.bands}
        for row, limit in enumerate(self.rubric.limits, start):
            because = f": {words.text(limit.because)}" if limit.because is not None else ""
            band = bands.get(limit.band_at_most)
            text = say("form.limit_none") if band is None else say("form.limit", band=band)
            self.look.shown(cell_of(self.sheet, row, self.column["levels"]), text + because)
            for letter, reading in zip(letters, READINGS, strict=False):
                self.sheet[f"{letter}{row}"].value = f"={self.tree.limit_meets(limit, reading, self.given)}"
            status = limit_status(f"{letters[0]}{row}", f"{letters[1]}{row}", say)
            self.look.figure(cell_of(self.sheet, row, self.column["asked"]), status, "General")
        ranks = [f"{letter}{NOTE}" for letter in letters[len(READINGS) :]]
        figures = [self._cell(name, NOTE) for name in FIGURES[:4]]
        for at, rank in enumerate(ranks):
            meets = [f"{letters[at]}{start + index}" for index in range(len(self.rubric.limits))]
            self.sheet[rank].value = band_rank(self.rubric, figures[at], figures[3] if at == 0 else None, meets)
        line = cell_of(self.sheet, NOTE, 1)
        line.value = summary(figures, ranks, [*bands.values(), say("form.not_demonstrated")], say)
        line.font, line.alignment = self.look.bold, self.look.single

    def _drop_downs(self) -> None:
        """What may stand in the cells to fill in."""
        drops: dict[tuple[object, ...], DataValidation] = {}

        def add(kind: tuple[object, ...], made: DataValidation, cell: str) -> None:
            if kind not in drops:
                drops[kind] = made
                self.sheet.add_data_validation(made)
            drops[kind].add(cell)

        states = [self.words.choice("state", state) for state in STATES]
        for address, given in self.given.items():
            criterion = next(node for node in self.nodes if node.id == address)
            assert isinstance(criterion, Criterion)
            levels = () if criterion.measure else self.rubric.levels_of(criterion)
            add(("level", levels), self.lists.of([*levels, *states]), given.level)
            add(("confidence",), self.lists.choice("confidence"), f"{self._letter('confidence')}{self.rows[address]}")
            if criterion.measure is None:
                add(("level_to", levels), self.lists.of(levels), given.level_to)
                continue
            for cell in (given.value, given.low, given.high):
                number = DataValidation(type="decimal", operator="between", formula1="-1E+300", formula2="1E+300")
                number.error, number.showErrorMessage = self.words.say("form.dv_number")[:255], True
                add(("number",), number, cell)


def _asked(criterion: Criterion) -> list[tuple[str, str]]:
    wanted = criterion.applies_to
    return [*(("type", name) for name in wanted.type), *(("stage", name) for name in wanted.stage)]
