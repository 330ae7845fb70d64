"""The published JSON Schema (draft-07) of the document, made from its shapes."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from kasean_score.document import SCHEMA
from kasean_score.shapes import Document

__all__ = ["scorecard_schema"]


def scorecard_schema() -> dict[str, Any]:
    """The JSON Schema (draft-07) of `Document`, made from the shapes above."""
    definitions: dict[str, Any] = {}
    root = _object(Document, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{SCHEMA['name']}/{SCHEMA['version']}",
        "title": "kasean-score scorecards",
        **root,
        "definitions": definitions,
    }


def _object(shape: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    # Keys may be added within a version, so others are allowed.
    hints = get_type_hints(shape, include_extras=True)
    properties = {name: _schema(hint, definitions) for name, hint in hints.items()}
    return {"type": "object", "properties": properties, "required": list(properties)}


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(hint)
    if origin is Annotated:
        inner, about = get_args(hint)
        schema = _schema(inner, definitions)
        return {"description": about, "allOf": [schema]} if "$ref" in schema else {"description": about, **schema}
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin is list:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(get_args(hint)[1], definitions)}
    if origin is UnionType:
        return {"anyOf": [_schema(part, definitions) for part in get_args(hint)]}
    if is_typeddict(hint):
        name = hint.__name__
        if name not in definitions:
            definitions[name] = {}  # holds the name against a shape that leads back to itself
            definitions[name] = _object(hint, definitions)
        return {"$ref": f"#/definitions/{name}"}
    return {"type": PLAIN[hint]}


PLAIN: dict[Any, str] = {str: "string", float: "number", int: "integer", bool: "boolean", type(None): "null"}
