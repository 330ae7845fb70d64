"""What may stand in a cell of a table of ratings, and what it means there.

A level is `3` (a spreadsheet's `3.0` too), a range `2-3` with or without spaces, a value a number. Blank, `?` and
`not_rated` are not rated; `x`, `n/a` and `not_applicable` do not apply. Spaces around a cell are ignored. In a number
commas may group thousands (`1,234.5`) where that is the only reading, and a percent sign may follow where the measure
counts percent. All else is refused: a rating is never guessed.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Rating

if TYPE_CHECKING:
    from kasean_score.errors import Place
    from kasean_score.model import Criterion, Measure, Rubric

__all__ = ["CellFault", "Column"]

STATES = {
    "": "not_rated",
    "?": "not_rated",
    "not_rated": "not_rated",
    "x": "not_applicable",
    "n/a": "not_applicable",
    "not_applicable": "not_applicable",
}
LEVELS = re.compile(r"([0-9]{1,9})(?:\.0+)?|([0-9]{1,9}) *[-\u2013] *([0-9]{1,9})")
BETWEEN = re.compile(r"([0-9]{1,9})\.[0-9]*[1-9][0-9]*")
DATE = re.compile(
    r"[0-9]{1,2}[-/. ][A-Za-z]{3}|[A-Za-z]{3}[-/. ][0-9]{1,2}|[0-9]{1,2}월 *[0-9]{1,2}일"
    r"|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}/[0-9]{1,2}"
)
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?")
GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(\.[0-9]+)?")
WITH_COMMA = re.compile(r"-?[0-9.]*,[0-9.,]*")
PERCENT = re.compile(r"%|\bper ?cent|퍼센트|백분율")
LARGEST = 1e300
"""So that differences stay finite, as in a dossier."""
MOST_KEPT = 4096
"""Readings kept of each column; there are seldom more than ten."""


class CellFault(NamedTuple):
    """Why a cell is no rating: the key of a message, and what it names."""

    key: str
    params: dict[str, object]


class Column(dict[str, Rating | CellFault]):
    """The cells of one criterion by their text, each read once however many rows have it.

    `place` stands on every rating: the table, since one reading serves many rows.
    """

    def __init__(self, rubric: Rubric, criterion: Criterion, name: str, place: Place, delimiter: str) -> None:
        super().__init__()
        self.criterion = criterion
        self.name = name
        self.place = place
        self.levels = rubric.levels_of(criterion)
        self.grouped_by_comma = delimiter == ","

    def __missing__(self, text: str) -> Rating | CellFault:
        read = self._read(text.strip())
        if len(self) < MOST_KEPT:
            self[text] = read
        return read

    def _read(self, text: str) -> Rating | CellFault:
        state = STATES.get(text.lower())
        if state is not None:
            return Rating(state, place=self.place)
        measure = self.criterion.measure
        return self._levels(text) if measure is None else self._value(text, measure)

    def _levels(self, text: str) -> Rating | CellFault:
        found = LEVELS.fullmatch(text)
        if found is None:
            return self._no_level(text)
        low, high = (int(found[1] or found[at]) for at in (2, 3)) if found[1] is None else (int(found[1]),) * 2
        if low > high:
            return self._fault("bad-cell.reversed", text, meant=f"{high}-{low}")
        return Rating("rated", levels=(low, high), place=self.place)

    def _no_level(self, text: str) -> CellFault:
        between = BETWEEN.fullmatch(text)
        if between is not None:
            return self._fault("bad-cell.between", text, meant=f"{between[1]}-{int(between[1]) + 1}")
        if DATE.fullmatch(text):
            return self._fault("bad-cell.date", text)
        return self._fault("bad-cell.level", text, allowed=list(self.levels))

    def _value(self, text: str, measure: Measure) -> Rating | CellFault:
        number = text
        if text.endswith("%"):
            if not _counts_percent(measure):
                return self._fault("bad-cell.percent", text, worst=measure.worst, best=measure.best)
            number = text[:-1].rstrip()
        if "," in number:
            grouped = GROUPED.fullmatch(number)
            lone = number.count(",") == 1 and grouped is not None and grouped[1] is None
            if grouped is None or (lone and not self.grouped_by_comma):
                return self._fault("bad-cell.comma" if WITH_COMMA.fullmatch(number) else "bad-cell.value", text)
            number = number.replace(",", "")
        if NUMBER.fullmatch(number) is None or not isfinite(float(number)) or abs(float(number)) > LARGEST:
            return self._fault("bad-cell.value", text)
        value = float(number)
        return Rating("rated", value=value, low=value, high=value, place=self.place)

    def _fault(self, key: str, text: str, **params: object) -> CellFault:
        return CellFault(key, {"given": text, "column": self.name, **params})


def _counts_percent(measure: Measure) -> bool:
    """Whether `12 %` means 12: the unit says so; or there is no unit, and the goalposts are no shares of 1."""
    unit = measure.unit
    if unit is None:
        return max(abs(measure.worst), abs(measure.best)) > 1
    texts = [unit] if isinstance(unit, str) else list(unit.values())
    return any(PERCENT.search(text.lower()) for text in texts)
