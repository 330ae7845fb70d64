"""The list of what is bundled as a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render.sheet import Column, Grid, Row, Sheet

if TYPE_CHECKING:
    from kasean_score.documents.listing import ContentsDoc

__all__ = ["sheets"]


def sheets(doc: ContentsDoc) -> list[Sheet]:
    lang = doc["lang"]
    columns = tuple(Column(say(lang, f"list.{name}"), whole=name == "id") for name in ("id", "title", "about"))
    by_kind: dict[str, list[Row]] = {}
    for entry in doc["entries"]:
        by_kind.setdefault(entry["kind"], []).append(Row((entry["id"], entry["title"], entry["about"])))
    return [Sheet(say(lang, f"list.{kind}s"), grids=(Grid(columns, tuple(rows)),)) for kind, rows in by_kind.items()]
