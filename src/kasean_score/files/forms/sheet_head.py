"""What stands in the hidden first cell of each sheet of a form, by which the sheet is known whatever it is called."""

from __future__ import annotations

import json
from typing import Any

from kasean_score.files.forms.tables import FORMAT

__all__ = ["head_text", "is_other_version", "read_head", "sheet_name"]


def head_text(kind: str, **about: Any) -> str:
    """The text of the cell: the format of the form, the kind of the table, and what else there is to know of it."""
    return f"{FORMAT} {json.dumps({'kind': kind, **about}, ensure_ascii=False)}"


def read_head(text: object) -> dict[str, Any]:
    """What `head_text` said; empty where the cell holds something else."""
    if not isinstance(text, str) or not text.startswith(f"{FORMAT} {{"):
        return {}
    try:
        read = json.loads(text.removeprefix(FORMAT))
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read.get("kind"), str) else {}


def sheet_name(head: dict[str, Any]) -> str:
    """What a sheet is, in a word: of those of ratings there is one for each rubric."""
    return f"rating {head.get('rubric')}" if head["kind"] == "rating" else str(head["kind"])


def is_other_version(text: object) -> bool:
    """Whether a cell says that the form is of another version than this program knows."""
    return isinstance(text, str) and text.startswith(FORMAT.rpartition(" ")[0]) and not text.startswith(f"{FORMAT} ")
