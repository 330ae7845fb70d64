"""The hidden sheet of a form: what the drop-downs offer, and what the words in them stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kasean_score.files.forms.sheet_head import head_text
from kasean_score.files.forms.tables import CHOICES, choices_of
from kasean_score.workbooks.cell_text import cell_of, set_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from kasean_score.files.forms.words import Words

__all__ = ["MEANINGS", "Lists", "WordRow"]

MEANINGS = ("list", "value", "word")
"""The first columns: for each word of a drop-down its list and what it stands for."""


class WordRow(NamedTuple):
    list: str
    value: str
    word: str


class Lists:
    """Lists being made; each is a column of the sheet."""

    def __init__(self, sheet: Worksheet, words: Words) -> None:
        self.sheet = sheet
        self.words = words
        self._found: dict[tuple[str | int, ...], str] = {}
        self._next = len(MEANINGS) + 2
        set_text(sheet["A1"], head_text("lists"))
        rows = [WordRow(name, value, words.choice(name, value)) for name in CHOICES for value in choices_of(name)]
        for at, row in enumerate([WordRow(*MEANINGS), *rows], 2):
            for column, text in enumerate(row, 1):
                set_text(cell_of(sheet, at, column), text)
        sheet.sheet_state = "hidden"
        sheet.protection.sheet = True

    def choice(self, name: str) -> DataValidation:
        """The drop-down of one of the lists of `tables.CHOICES`."""
        return self.of([self.words.choice(name, value) for value in choices_of(name)])

    def of(self, values: Sequence[str | int]) -> DataValidation:
        """A drop-down of these values."""
        return self.within(self._range(tuple(values)))

    def within(self, cells: str) -> DataValidation:
        """A drop-down of what stands in a range."""
        drop = DataValidation(type="list", formula1=f"={cells}", allow_blank=True, showErrorMessage=True)
        drop.errorTitle, drop.error = self.words.say("form.dv_title")[:32], self.words.say("form.dv_list")[:255]
        return drop

    def _range(self, values: tuple[str | int, ...]) -> str:
        if values not in self._found:
            letter = get_column_letter(self._next)
            for row, value in enumerate(values, 1):
                cell = cell_of(self.sheet, row, self._next)
                if isinstance(value, int):
                    cell.value = value
                else:
                    set_text(cell, value)
            self._found[values] = f"'{self.sheet.title}'!${letter}$1:${letter}${max(1, len(values))}"
            self._next += 1
        return self._found[values]
