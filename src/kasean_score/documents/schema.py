"""The published JSON Schemas (draft-07) of documents, made from their shapes."""

from __future__ import annotations

from importlib import import_module
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from kasean_score.documents import head

__all__ = ["SHAPES", "document_schema"]

SHAPES = {
    "diff": "diff:DiffDoc",
    "trend": "trend:TrendDoc",
    "verification": "verification:VerificationDoc",
    "scorecard": "shapes:Document",
    "explanation": "explanation:ExplanationDoc",
    "gaps": "gaps:GapsDoc",
    "improvement": "improvement:ImprovementDoc",
    "whatif": "whatif:WhatIfDoc",
    "comparison": "comparison_shapes:ComparisonDoc",
    "robustness": "robustness_shapes:RobustnessDoc",
    "gate": "gate:GateDoc",
    "agreement": "agreement_shapes:AgreementDoc",
    "check": "check:CheckDoc",
    "report": "report_shapes:ReportDoc",
    "evidence-matrix": "evidence_matrix:EvidenceMatrixDoc",
    "evidence-conflicts": "evidence_conflicts:EvidenceConflictsDoc",
}
"""Where the shape of each document stands, by the document's name."""


def document_schema(name: str) -> dict[str, Any]:
    """The JSON Schema (draft-07) of the document `name`, made from its shape."""
    module, _, shape = SHAPES[name].partition(":")
    definitions: dict[str, Any] = {}
    root = _object(getattr(import_module(f"kasean_score.documents.{module}"), shape), definitions)
    stated = head(name)["schema"]
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"{stated['name']}/{stated['version']}",
        "title": f"kasean-score {name}",
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
    if origin in (UnionType, Union):  # the latter where a Literal is one of the parts
        return {"anyOf": [_schema(part, definitions) for part in get_args(hint)]}
    if is_typeddict(hint):
        name = hint.__name__
        if name not in definitions:
            definitions[name] = {}  # holds the name against a shape that leads back to itself
            definitions[name] = _object(hint, definitions)
        return {"$ref": f"#/definitions/{name}"}
    return {"type": PLAIN[hint]}


PLAIN: dict[Any, str] = {str: "string", float: "number", int: "integer", bool: "boolean", type(None): "null"}
