"""The field tables as JSON Schema (draft-07), for editors and other programs.

A schema says what can be said of one field at a time, and which fields of a record exclude each other; the rules that
compare values, and those about names that stand elsewhere, are the reader's.
"""

from __future__ import annotations

from functools import singledispatch
from math import inf
from typing import Any

from kasean_score.files import kinds
from kasean_score.files.extends import WHOLE
from kasean_score.files.fields import DOCUMENTS, TABLES, Field, Table
from kasean_score.model import ANY_GROUP, NOT_DEMONSTRATED

__all__ = ["document_schema"]

DRAFT = "http://json-schema.org/draft-07/schema#"
LEVEL_KEY = "^(0|[1-9][0-9]*)$"
NOT_BLANK = r"\S"
MONTH, DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"


def _without(*names: str) -> dict[str, Any]:
    return {"not": {"anyOf": [{"required": [name]} for name in names]}}


def _only(name: str, *excluded: str) -> dict[str, Any]:
    """Where a field is given, some others are not."""
    return {"if": {"required": [name]}, "then": _without(*excluded)}


JUDGED = [
    _only("not_rated", "why", "disputed", "confidence", "low", "high"),
    _only("not_applicable", "why", "disputed", "confidence", "low", "high"),
    _only("level", "low", "high"),
    {
        "if": {"required": ["disputed"]},
        "then": {
            "anyOf": [
                {"properties": {"level": {"type": "array"}}, "required": ["level"]},
                {"required": ["low"]},
                {"required": ["high"]},
                {"properties": {"panel": {"minItems": 2}}, "required": ["panel"]},
            ]
        },
    },
]
POSITIVE = {"exclusiveMinimum": 0}
RULES: dict[str, dict[str, Any]] = {
    "rubric": {
        "properties": {
            "groups": {"minItems": 1, "items": {"properties": {"id": {"not": {"const": ANY_GROUP}}}}},
            "scale": {
                "minItems": 2,
                "contains": {"properties": {"level": {"const": 0}}},
                "anyOf": [{"items": {"required": ["value"]}}, {"items": {"not": {"required": ["value"]}}}],
            },
            "bands": {"contains": {"properties": {"at_least": {"const": 0}}}},
        }
    },
    "group": {"properties": {"criteria": {"minItems": 1}, "groups": {"minItems": 1}}},
    "criterion": _only("measure", "levels"),
    "measure": {
        "if": {"properties": {"log": {"const": True}}, "required": ["log"]},
        "then": {"properties": {"worst": POSITIVE, "best": POSITIVE}},
    },
    "band": {"properties": {"id": {"not": {"const": NOT_DEMONSTRATED}}}},
    "when": {
        "allOf": [
            {"oneOf": [{"required": ["criterion"]}, {"required": ["group"]}]},
            {"oneOf": [{"required": ["at_most"]}, {"required": ["below"]}]},
            _only("group", "at_most"),
        ]
    },
    "rating": {"allOf": JUDGED},
    "opinion": {"allOf": JUDGED},
}
"""What ties the fields of one record together, as far as a schema can say it."""


def document_schema(name: str) -> dict[str, Any]:
    """The schema of a document of the kind `name` (rubric or initiative)."""
    table = DOCUMENTS[name]
    reached = [TABLES[record] for record in _reached(table)]
    whole = {one.name: _record(one) for one in [table, *reached]}
    parts = [TABLES[record] for record in _reached(table, WHOLE)]
    changes = {_changes(one.name): _part(one) for one in [table, *parts]}
    return {
        "$schema": DRAFT,
        "$id": f"kasean-score/{name}",
        "title": f"kasean-score {name}",
        # What a document extends may supply the rest, at every depth.
        "if": {"required": ["extends"]},
        "then": {"$ref": f"#/definitions/{_changes(name)}"},
        "else": {"$ref": f"#/definitions/{name}"},
        "definitions": {**whole, **changes},
    }


def _reached(table: Table, without: tuple[str, ...] = ()) -> list[str]:
    """The names of the tables that a table leads to, in the order met, not going through those in `without`."""
    found: list[str] = []
    waiting = [table]
    while waiting:
        for field in waiting.pop(0).fields.values():
            name = _record_name(field.kind)
            if name is not None and name not in (*found, *without):
                found.append(name)
                waiting.append(TABLES[name])
    return found


def _record_name(kind: kinds.Kind) -> str | None:
    if isinstance(kind, kinds.Record):
        return kind.table
    inner = getattr(kind, "item", None) or getattr(kind, "value", None)
    return None if inner is None else _record_name(inner)


def _record(table: Table) -> dict[str, Any]:
    required = [field.name for field in table.fields.values() if field.required]
    schema: dict[str, Any] = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: _field(field) for field in table.fields.values()},
    }
    if required:
        schema["required"] = required
    if table.one_of:
        schema["oneOf"] = [{"required": [name]} for name in table.one_of]
    if table.name in RULES:
        schema["allOf"] = [RULES[table.name]]
    return schema


def _part(table: Table) -> dict[str, Any]:
    """A record that is laid over another: only what says which one it is has to be there."""
    schema: dict[str, Any] = _to_changes(_record(table))
    names = ("kind", "extends") if "extends" in table.fields else ("id", "level")
    named = [name for name in names if name in table.fields]
    for key in ("required", "oneOf", "allOf"):
        schema.pop(key, None)
    return {**schema, "required": named} if named else schema


def _to_changes(value: Any) -> Any:
    """A schema whose references lead to the parts of records, but for those that are replaced whole."""
    if isinstance(value, list):
        return [_to_changes(item) for item in value]
    if not isinstance(value, dict):
        return value
    refs = {f"#/definitions/{name}": f"#/definitions/{_changes(name)}" for name in TABLES if name not in WHOLE}
    return {key: refs.get(item, item) if key == "$ref" else _to_changes(item) for key, item in value.items()}


def _changes(name: str) -> str:
    return f"{name}.changes"


def _field(field: Field) -> dict[str, Any]:
    about = field.description
    if field.default is not None:
        default = str(field.default).lower() if isinstance(field.default, bool) else field.default
        about += f" Default: {default}."
    schema = _kind(field.kind)
    # Beside a $ref, draft-07 ignores every other key.
    return {"description": about, "allOf": [schema]} if "$ref" in schema else {"description": about, **schema}


@singledispatch
def _kind(kind: kinds.Kind) -> dict[str, Any]:
    raise TypeError(f"no schema for {kind!r}")


@_kind.register
def _(kind: kinds.String) -> dict[str, Any]:
    return {"type": ["string", "number"], "pattern": NOT_BLANK}


@_kind.register
def _(kind: kinds.Text) -> dict[str, Any]:
    by_language = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": f"^{kinds.LANGUAGE.pattern}$"},
        "additionalProperties": {"type": ["string", "number"], "pattern": NOT_BLANK},
    }
    return {"anyOf": [{"type": ["string", "number"], "pattern": NOT_BLANK}, by_language]}


@_kind.register
def _(kind: kinds.Id) -> dict[str, Any]:
    pattern = kinds.DOTTED_ID if kind.dots else kinds.PLAIN_ID
    return {"type": ["string", "number"], "pattern": f"^{pattern.pattern}$"}


@_kind.register
def _(kind: kinds.Quantity) -> dict[str, Any]:
    limits = {name: end for name, end in (("minimum", kind.least), ("maximum", kind.most)) if abs(end) != inf}
    return {"type": "number", **limits}


@_kind.register
def _(kind: kinds.Integer) -> dict[str, Any]:
    return {"type": "integer", "minimum": 0}


@_kind.register
def _(kind: kinds.Boolean) -> dict[str, Any]:
    return {"type": "boolean"}


@_kind.register
def _(kind: kinds.Choice) -> dict[str, Any]:
    return {"enum": list(kind.allowed)}


@_kind.register
def _(kind: kinds.Date) -> dict[str, Any]:
    return {"type": ["string", "number"], "pattern": f"^[0-9]{{4}}(-{MONTH}(-{DAY})?)?$"}


@_kind.register
def _(kind: kinds.Url) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{kinds.URL.pattern}$"}


@_kind.register
def _(kind: kinds.Many) -> dict[str, Any]:
    item = _kind(kind.item)
    several = {"type": "array", "items": item}
    return {"anyOf": [several, item]} if kind.or_one else several


@_kind.register
def _(kind: kinds.Keyed) -> dict[str, Any]:
    names = {"propertyNames": {"pattern": LEVEL_KEY}} if kind.key == "level" else {}
    return {"type": "object", "additionalProperties": _kind(kind.value), **names}


@_kind.register
def _(kind: kinds.Record) -> dict[str, Any]:
    return {"$ref": f"#/definitions/{kind.table}"}


@_kind.register
def _(kind: kinds.LevelRange) -> dict[str, Any]:
    level = {"type": "integer", "minimum": 0}
    return {"anyOf": [level, {"type": "array", "items": level, "minItems": 2, "maxItems": 2}]}


@_kind.register
def _(kind: kinds.Aggregate) -> dict[str, Any]:
    power = {"type": "number", "minimum": -100, "maximum": 100}
    by_power = {"type": "object", "properties": {"power": power}, "required": ["power"], "additionalProperties": False}
    return {"anyOf": [{"enum": [name for name, _ in kind.powers]}, by_power]}
