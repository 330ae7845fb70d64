"""The field tables as Markdown, for the reference page: generated, so that page and reader cannot disagree."""

from __future__ import annotations

from functools import singledispatch
from math import inf
from typing import TYPE_CHECKING

from kasean_score.files import kinds
from kasean_score.files.fields import TABLES

if TYPE_CHECKING:
    from kasean_score.files.fields import Field, Table

__all__ = ["tables"]


def tables() -> str:
    """A section for each kind of record, documents first."""
    order = sorted(TABLES.values(), key=lambda table: table.name not in ("rubric", "initiative"))
    return "\n".join(_section(table) for table in order)


def _section(table: Table) -> str:
    rows = [f"## {table.name}", "", "| field | value | meaning |", "|---|---|---|"]
    rows += [_row(field) for field in table.fields.values()]
    if table.one_of:
        names = ", ".join(f"`{name}`" for name in table.one_of)
        rows += ["", f"Exactly one of {names} is given."]
    return "\n".join([*rows, ""])


def _row(field: Field) -> str:
    needed = " **required**" if field.required else ""
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    default_text = "" if field.default is None else f" Default: {default}."
    return f"| `{field.name}`{needed} | {_value(field.kind)} | {field.description}{default_text} |"


@singledispatch
def _value(kind: kinds.Kind) -> str:
    return {
        "String": "text",
        "Text": "text, or a map of languages",
        "Integer": "whole number",
        "Boolean": "true or false",
        "Date": "date: year, month or day",
        "Url": "web address",
        "LevelRange": "level, or [lowest, highest]",
        "Id": "id",
    }[type(kind).__name__]


@_value.register
def _(kind: kinds.Quantity) -> str:
    if kind.least == -inf:
        return "number"
    return f"number, {kind.least:g} to {kind.most:g}" if kind.most < 1e9 else f"number of {kind.least:g} or more"


@_value.register
def _(kind: kinds.Choice) -> str:
    return ", ".join(f"`{name}`" for name in kind.allowed)


@_value.register
def _(kind: kinds.Many) -> str:
    return f"list of: {_value(kind.item)}" + (" (one may stand alone)" if kind.or_one else "")


@_value.register
def _(kind: kinds.Keyed) -> str:
    return f"by {kind.key}: {_value(kind.value)}"


@_value.register
def _(kind: kinds.Record) -> str:
    return f"[{kind.table}](#{kind.table})"


@_value.register
def _(kind: kinds.Aggregate) -> str:
    return ", ".join(f"`{name}`" for name, _ in kind.powers) + ", or `{power: p}`"
