"""JSON Schemas (draft-07) of the files beside rubrics and dossiers: thresholds of a gate, costs of improving."""

from __future__ import annotations

from typing import Any

from kasean_score.files.costs import MOST
from kasean_score.files.kinds import PLAIN_ID
from kasean_score.files.schema import DRAFT
from kasean_score.files.thresholds import READINGS

__all__ = ["BESIDE", "schema_beside"]

ADDRESS = "^[A-Za-z0-9][A-Za-z0-9_.-]*$"
SCORE = {"type": "number", "minimum": 0, "maximum": 100}
COVERAGE = {
    "anyOf": [
        {"type": "integer", "minimum": 2, "maximum": 100},
        {"type": "number", "minimum": 0, "maximum": 1},
        {"type": "string", "pattern": "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?) ?%$"},
    ]
}
BESIDE: dict[str, dict[str, Any]] = {
    "thresholds": {
        "type": "object",
        "additionalProperties": False,
        "anyOf": [{"required": [name]} for name in ("min", "coverage", "band")],
        "properties": {
            "kind": {"description": "Says what the document is; may be left out.", "enum": ["thresholds"]},
            "min": {
                "description": "The lowest score, 0 to 100, of each node by its address or the last part of it; "
                "`overall` is the whole.",
                "type": "object",
                "propertyNames": {"pattern": ADDRESS},
                "additionalProperties": SCORE,
            },
            "coverage": {
                "description": "The least share of the weight that is rated: a percentage (65, 65.5%) or a share with "
                "a decimal point (0.65).",
                **COVERAGE,
            },
            "band": {
                "description": "Id of the lowest band that passes.",
                "type": ["string", "number"],
                "pattern": f"^{PLAIN_ID.pattern}$",
            },
            "on": {
                "description": "What is compared: the score, or its low bound. Default: score.",
                "enum": list(READINGS),
            },
        },
    },
    "costs": {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"pattern": ADDRESS},
        "properties": {"kind": {"description": "Says what the document is; may be left out.", "enum": ["costs"]}},
        "additionalProperties": {
            "description": "What one level of the criterion costs, in any unit; the name is the criterion's address.",
            "type": "number",
            "exclusiveMinimum": 0,
            "maximum": MOST,
        },
    },
}


def schema_beside(name: str) -> dict[str, Any]:
    """The schema of the file `name` (thresholds or costs)."""
    return {"$schema": DRAFT, "$id": f"kasean-score/{name}", "title": f"kasean-score {name}", **BESIDE[name]}
