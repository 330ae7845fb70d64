"""The figures of a scorecard as a page shows them: rounded as everywhere, in parts that a script may rewrite."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.render import phrases
from kasean_score.render.page.pictures import bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc

__all__ = ["Figure", "of_card", "of_node"]


class Figure(NamedTuple):
    """A score: `46`, `46?` or `-`; its bounds: `[31-68]`, or nothing; and both as a bar."""

    score: str
    bounds: str
    bar: Markup


def of_card(card: ScorecardDoc) -> Figure:
    score, _, bounds = phrases.overall_text(card).partition(" ")
    return Figure(score, bounds, bar(card["score"], card["bounds"]))


def of_node(node: NodeDoc, needed: float, starts: Sequence[float], lang: str) -> Figure:
    if node["state"] == "not_applicable" or node["bounds"] is None:
        return Figure(phrases.group_text(node, needed, lang), "", bar(None, None))
    score, _, bounds = phrases.group_text(node, needed, lang, starts).partition(" ")
    return Figure(score, bounds, bar(node["score"], node["bounds"]))
