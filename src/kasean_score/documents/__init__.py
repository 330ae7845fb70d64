"""Results as JSON-able documents, each with a published schema: the one shape that every renderer reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score import __version__

if TYPE_CHECKING:
    from kasean_score.documents.shapes import Head

__all__ = ["head"]


def head(name: str) -> Head:
    """What every document begins with: the name and version of its schema, and the tool that made it."""
    return {
        "schema": {"name": f"kasean-score/{name}", "version": "1.0"},
        "tool": {"name": "kasean-score", "version": __version__},
    }
