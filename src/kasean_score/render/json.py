"""The document as it is: `json` one document, `jsonl` one scorecard a line."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kasean_score.documents.shapes import Document
    from kasean_score.render import Screen

__all__ = ["document", "dump", "encoded", "escaped", "head_of", "lines"]


encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode
CONTROL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
LAYERS = 4
"""Document, list of scorecards, scorecard, list of nodes: from here on a value stands on one line."""


def document(doc: Document, screen: Screen) -> str:
    """A node a line: easier to read and to compare than a key a line, and a quarter of the time."""
    return _laid_out(doc, LAYERS, "") + "\n"


def lines(doc: Document, screen: Screen | None = None) -> str:
    """Each line stands alone: the scorecard with the document's schema, tool and options."""
    head = head_of(doc)
    return "".join(f"{_line({**head, **card})}\n" for card in doc["scorecards"])


def head_of(doc: Document) -> dict[str, Any]:
    """What every line says of the document."""
    return {"schema": doc["schema"], "tool": doc["tool"], "options": doc["options"]}


def _line(value: object) -> str:
    return escaped(encoded(value))


def escaped(text: str) -> str:
    """One line of JSON in which no control or direction character is left for a terminal to obey."""
    return text if text.isprintable() else CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _laid_out(value: Any, layers: int, indent: str) -> str:
    if layers == 0 or not value or not isinstance(value, dict | list):
        return _line(value)
    inner = f"{indent}  "
    if isinstance(value, list):
        items = [f"{inner}{_laid_out(item, layers - 1, inner)}" for item in value]
        return "[\n" + ",\n".join(items) + f"\n{indent}]"
    items = [f"{inner}{json.dumps(key)}: {_laid_out(item, layers - 1, inner)}" for key, item in value.items()]
    return "{\n" + ",\n".join(items) + f"\n{indent}}}"


def dump(value: object) -> str:
    """Two-space JSON in UTF-8, refusing what is not JSON, ended with a newline."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
