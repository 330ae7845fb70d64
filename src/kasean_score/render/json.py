"""The document as it is: `json` one document, `jsonl` one scorecard a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kasean_score.listing import ContentsDoc, OutlineDoc
    from kasean_score.render import Screen
    from kasean_score.shapes import Document

__all__ = ["contents", "document", "dump", "lines", "outline"]


def document(doc: Document, screen: Screen) -> str:
    return dump(doc)


def lines(doc: Document, screen: Screen) -> str:
    """Each line stands alone: the scorecard with the document's schema, tool and options."""
    head = {"schema": doc["schema"], "tool": doc["tool"], "options": doc["options"]}
    return "".join(
        json.dumps({**head, **card}, ensure_ascii=False, allow_nan=False) + "\n" for card in doc["scorecards"]
    )


def contents(doc: ContentsDoc, screen: Screen) -> str:
    return dump(doc)


def outline(doc: OutlineDoc, screen: Screen) -> str:
    return dump(doc)


def dump(value: object) -> str:
    """Two-space JSON in UTF-8, refusing what is not JSON, ended with a newline."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
