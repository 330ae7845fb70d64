"""Results as JSON-able documents, each with a published schema: the one shape that every renderer reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.shapes import Head

__all__ = ["head", "labels"]


def head(name: str) -> Head:
    """What every document begins with: the name and version of its schema, and the tool that made it."""
    return {
        "schema": {"name": f"kasean-score/{name}", "version": "1.0"},
        "tool": {"name": "kasean-score", "version": __version__},
    }


def labels(ids: Sequence[str]) -> list[str]:
    """What initiatives of these ids are called: the ids, numbered in the order given where two share one."""
    return [f"{name} ({ids[:at].count(name) + 1})" if ids.count(name) > 1 else name for at, name in enumerate(ids)]
