"""Dates as CSL-JSON writes them, to ours: a year, a month or a day.

CSL has a list of parts, `[[2024, 10, 9]]`, or a text: in EDTF (Extended Date/Time Format), or as someone typed it.
Of a span the beginning counts; a season is no month, so that its year alone remains.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from kasean_score.files.kinds import describe
from kasean_score.files.tree import Mapping, Sequence

__all__ = ["BadDateError", "date_in", "parts_of"]

WRITTEN = re.compile(r"([0-9]{4})(?:([-./]) ?([0-9]{1,2})(?:\2 ?([0-9]{1,2})\.?(?:[T ][0-9:.Z+-]+)?)?\.?)?")
DOUBTED = re.compile(r"[%~?]|[-./]XX|[-./]uu")
"""Marks of doubt, and parts of a date that are said to be unknown."""
YEAR = re.compile(r"(?<![0-9])(1[0-9]{3}|20[0-9]{2})(?![0-9])")
SEASONS = (*range(13, 17), *range(21, 25))
"""What stands in the place of a month for a season."""


class BadDateError(ValueError):
    """A date that cannot be; `given` is it as it stands."""

    def __init__(self, given: str) -> None:
        super().__init__(given)
        self.given = given


def parts_of(text: str) -> list[int]:
    """Year, month and day of one of our dates, as far as it goes."""
    return [int(part) for part in text.split("-")]


def date_in(value: Any) -> str | None:
    """The date in a CSL date; None where it says nothing that is a date ("n.d."). Raises BadDateError."""
    if value is None:
        return None
    if isinstance(value, str):
        return _written(value)
    if not isinstance(value, Mapping):
        raise BadDateError(describe(value))
    parts = value.get("date-parts")
    if parts is not None:
        return _from_parts(parts, seasonal=value.get("season") is not None)
    texts = [value[name] for name in ("edtf", "raw", "literal") if isinstance(value.get(name), str)]
    return _written(texts[0]) if texts else None


def _from_parts(parts: Any, seasonal: bool) -> str | None:
    first = parts[0] if isinstance(parts, Sequence) and parts else None
    if not isinstance(first, Sequence) or len(first) > 3:
        raise BadDateError(_shown(parts))
    given = [part for part in first if part not in (None, "")]
    if not given:
        return None  # Crossref's way to say that there is none
    if not all(isinstance(part, str) and part.isdecimal() and len(part) <= 4 for part in given):
        raise BadDateError(_shown(parts))
    numbers = [int(part) for part in given]
    if seasonal or (len(numbers) > 1 and numbers[1] in SEASONS):
        numbers = numbers[:1]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return _date(numbers, _shown(parts))


def _written(text: str) -> str | None:
    """The date of a text; of one that is none of the usual forms the year, where it names exactly one."""
    bare = DOUBTED.sub("", text.strip()).partition("/..")[0]
    start, slash, end = bare.partition("/")
    if slash and len(start) >= 4 and re.match("[0-9]{4}", end):
        bare = start  # a span of EDTF
    found = WRITTEN.fullmatch(bare)
    if found is not None:
        numbers = [int(part) for part in found.group(1, 3, 4) if part]
        return _date(numbers[:1] if len(numbers) > 1 and numbers[1] in SEASONS else numbers, f'"{text}"')
    years = set(YEAR.findall(text))
    return years.pop() if len(years) == 1 else None


def _date(numbers: list[int], given: str) -> str:
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        raise BadDateError(given) from None
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])


def _shown(parts: Any) -> str:
    """Parts as they stand in the file, near enough."""
    if isinstance(parts, Sequence):
        return f"[{', '.join(map(_shown, parts))}]"
    return describe(parts)
