"""Kinds of field: each reads one value of a document and says what is wrong with it.

A kind's `read` returns the clean value, or `INVALID` after it has reported a fault. JSON Schema for each kind is in
`schema.py`.
"""

from __future__ import annotations

import re
from datetime import date
from math import inf, isfinite
from typing import Any, Final, Protocol

from kasean_score.errors import Problem, nearest
from kasean_score.files.tree import Container, Mapping, Number, Sequence, place_of

__all__ = [
    "ANY_TEXT",
    "INVALID",
    "Aggregate",
    "Boolean",
    "Choice",
    "Context",
    "Date",
    "Id",
    "Integer",
    "Keyed",
    "Kind",
    "LevelRange",
    "Many",
    "Quantity",
    "Record",
    "String",
    "Text",
    "Url",
]

INVALID: Final[Any] = object()
ANY_TEXT: Final = frozenset[str]()
"""Stands for the texts that a field takes as they are where they are not blank."""
KNOWN = 1 << 10
"""Names that are remembered to be ids: a source is named by every fact that it is cited for."""
MAX_DIGITS = 15
"""Longer integers are no level and no count, and would lose digits as a float."""


class Context(Protocol):
    """What a kind needs of the reader."""

    problems: list[Problem]

    def record(self, name: str, holder: Container, where: str | int, value: Any) -> Any:
        """Read `value` with the field table `name`."""


class Kind(Protocol):
    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any: ...


def fault(context: Context, key: str, holder: Container, where: str | int, **params: object) -> Any:
    """Report a fault at a value and return INVALID."""
    params = {"field": field_name(holder, where), "given": describe(holder[where]), **params}  # type: ignore[index]
    context.problems.append(Problem(key, place_of(holder, where), params))
    return INVALID


def field_name(holder: Container, where: str | int) -> str:
    """The field that a value belongs to: its key, or that of the list it stands in."""
    return holder.name if isinstance(holder, Sequence) else str(where)


def describe(value: object) -> str:
    """A value as a message names it."""
    if isinstance(value, str):
        return f'"{value}"' if not isinstance(value, Number) else str(value)
    if isinstance(value, dict):
        return "{...}"
    if isinstance(value, list):
        return "[...]"
    return "null" if value is None else str(value).lower()


class String:
    """A non-empty text in one language."""

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if isinstance(value, str):
            return fault(context, "empty-text", holder, where) if not value or value.isspace() else str(value)
        return fault(context, "wrong-type.text", holder, where)


class Text:
    """A text that people read: a string, or a map from language codes to strings."""

    sound = ANY_TEXT

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is str and value and not value.isspace():
            return value
        if value.__class__ is not Mapping:
            return STRING.read(context, holder, where, value)
        if not value:
            return fault(context, "empty-text", holder, where)
        bad = False
        for code, text in value.items():
            if LANGUAGE.fullmatch(code) is None:
                context.problems.append(Problem("bad-language", place_of(value, code, key=True), {"given": code}))
                bad = True
            elif text.__class__ is not str or not text or text.isspace():
                bad = STRING.read(context, value, code, text) is INVALID or bad
        return INVALID if bad else dict(value)


LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
STRING = String()


class Id:
    """A name for machines: letters, digits, `_` and `-`; `dots` where the name is not part of an address."""

    def __init__(self, dots: bool = False) -> None:
        self.dots = dots
        self.sound: set[str] = set()

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if not isinstance(value, str):
            return fault(context, "wrong-type.id", holder, where)
        if value in self.sound:
            return str(value)
        if (DOTTED_ID if self.dots else PLAIN_ID).fullmatch(value) is None:
            return fault(context, "bad-id.dots" if self.dots else "bad-id", holder, where)
        if len(self.sound) < KNOWN:
            self.sound.add(str(value))
        return str(value)


PLAIN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
DOTTED_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")


class Quantity:
    """A finite number within `least` and `most`."""

    def __init__(self, least: float = -inf, most: float = inf) -> None:
        self.least = least
        self.most = most

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is not Number:
            quoted = isinstance(value, str) and is_number(value) and place_of(holder, where).is_quoted
            return fault(context, "quoted-number" if quoted else "wrong-type.number", holder, where)
        number = float(value)
        if not isfinite(number):
            return fault(context, "not-finite", holder, where)
        if number < self.least:
            return fault(context, "out-of-range.low", holder, where, least=self.least)
        if number > self.most:
            return fault(context, "out-of-range.high", holder, where, most=self.most)
        return number


class Integer:
    """A whole number of 0 or more."""

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is Number and value.isdecimal() and len(value) <= MAX_DIGITS:
            return int(value)
        quoted = isinstance(value, str) and value.isdecimal() and place_of(holder, where).is_quoted
        return fault(context, "quoted-number" if quoted else "wrong-type.whole", holder, where)


INTEGER = Integer()


def is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


class Boolean:
    sound = frozenset((True, False))

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        return value if value.__class__ is bool else fault(context, "wrong-type.boolean", holder, where)


class Choice:
    """One of a few words."""

    def __init__(self, allowed: tuple[str, ...]) -> None:
        self.allowed = allowed
        self.sound = frozenset(allowed)

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value in self.allowed:
            return str(value)
        meant = nearest(value, self.allowed) if isinstance(value, str) else None
        key = "not-allowed.near" if meant else "not-allowed"
        return fault(context, key, holder, where, allowed=list(self.allowed), meant=meant)


class Date:
    """A day, a month or a year: 2024-10-10, 2024-10, 2024."""

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if isinstance(value, str) and (found := DATE.fullmatch(value)) is not None:
            try:
                date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
            except ValueError:
                return fault(context, "bad-date", holder, where)
            return str(value)
        return fault(context, "bad-date", holder, where)


DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Url:
    """An http or https address."""

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if isinstance(value, str) and URL.fullmatch(value) is not None:
            return str(value)
        return fault(context, "bad-url", holder, where)


URL = re.compile(r"https?://[^\s/?#]+\.[^\s/?#.]+[^\s]*")


class Many:
    """A list; with `or_one`, a single item may stand without its list."""

    def __init__(self, item: Kind, or_one: bool = False) -> None:
        self.item = item
        self.or_one = or_one

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is not Sequence:
            if not self.or_one:
                return fault(context, "wrong-type.list", holder, where)
            only = self.item.read(context, holder, where, value)
            return INVALID if only is INVALID else (only,)
        value.name = field_name(holder, where)
        read = self.item.read
        items = [read(context, value, index, item) for index, item in enumerate(value)]
        return tuple([item for item in items if item is not INVALID])


class Keyed:
    """A mapping from names of the writer's choosing to values of one kind; `key` says what a name is."""

    def __init__(self, value: Kind, key: str) -> None:
        self.value = value
        self.key = key

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is not Mapping:
            return fault(context, "wrong-type.mapping", holder, where)
        read = self.value.read
        entries = [(name, read(context, value, name, item)) for name, item in value.items() if item is not None]
        return {name: item for name, item in entries if item is not INVALID}


class Record:
    """A mapping with the fields of a table."""

    def __init__(self, table: str) -> None:
        self.table = table

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        return context.record(self.table, holder, where, value)


class LevelRange:
    """A level, or a range [lowest, highest]: read as a pair."""

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is not Sequence:
            level = INTEGER.read(context, holder, where, value)
            return INVALID if level is INVALID else (level, level)
        if len(value) != 2:
            return fault(context, "bad-range", holder, where)
        value.name = field_name(holder, where)
        low, high = (INTEGER.read(context, value, end, value[end]) for end in (0, 1))
        if low is INVALID or high is INVALID:
            return INVALID
        if low > high:
            return fault(context, "reversed-range", holder, where, given=f"[{low}, {high}]", low=low, high=high)
        return (low, high)


class Aggregate:
    """The name of a mean, or `{power: p}`: read as the power."""

    def __init__(self, powers: tuple[tuple[str, float], ...]) -> None:
        self.powers = powers

    def read(self, context: Context, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is Mapping and list(value) == ["power"]:
            return Quantity(-100, 100).read(context, value, "power", value["power"])
        named = dict(self.powers)
        if isinstance(value, str) and value in named:
            return named[value]
        return fault(context, "not-allowed", holder, where, allowed=[*named, "{power: p}"])
