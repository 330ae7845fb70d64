"""Dates of any precision: a year, a month or a day each stands for all its days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple, TypeGuard

from kasean_score.errors import InputError
from kasean_score.files.kinds import DATE

__all__ = ["Age", "age_of", "earliest", "is_date", "latest"]

AGE = re.compile(r"([1-9][0-9]{0,3}) ?([ymd])", re.IGNORECASE)


class Age(NamedTuple):
    """A length of time in the calendar's own units; `written` is how it was typed."""

    written: str
    months: int = 0
    days: int = 0

    def before(self, day: date) -> date:
        """The day that lies this long before another; the last of its month where the month is too short."""
        months = day.year * 12 + day.month - 1 - self.months
        year, month = divmod(months, 12)
        if year < 1:
            return date.min
        moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return moved - timedelta(self.days) if moved.toordinal() > self.days else date.min


def age_of(given: str) -> Age:
    """The age that is typed as 3y, 18m or 90d. Raises InputError."""
    found = AGE.fullmatch(given.strip())
    if found is None:
        raise InputError.of("bad-age", given=given)
    number, unit = int(found[1]), found[2].lower()
    if unit == "d":
        return Age(given, days=number)
    return Age(given, months=number * (12 if unit == "y" else 1))


def is_date(written: object) -> TypeGuard[str]:
    """Whether a value that stands in a file is a date."""
    if not isinstance(written, str) or DATE.fullmatch(written) is None:
        return False
    try:
        earliest(written)
    except ValueError:
        return False
    return True


def earliest(written: str) -> date:
    """The first day that a date of any precision can mean."""
    year, month, day = _parts(written)
    return date(year, month or 1, day or 1)


def latest(written: str) -> date:
    """The last day that a date of any precision can mean."""
    year, month, day = _parts(written)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(written: str) -> tuple[int, int, int]:
    parts = [int(part) for part in written.split("-")]
    return parts[0], parts[1] if len(parts) > 1 else 0, parts[2] if len(parts) > 2 else 0
