"""Scorecards as sheets: what the head of a card says, and a row for each node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.shapes import Document, NodeDoc, OptionsDoc, ScorecardDoc

__all__ = ["sheets"]


def sheets(doc: Document) -> Iterator[Sheet]:
    """One sheet for each scorecard."""
    return (_sheet(card, doc["options"]) for card in doc["scorecards"])


def _sheet(card: ScorecardDoc, options: OptionsDoc) -> Sheet:
    lang = options["lang"]
    name = f"{phrases.printable(card['initiative']['name'])} ({card['initiative']['id']})"
    lines = [Line("", phrases.facts_line(card, lang))]
    lines += [Line(label, text) for label, text in phrases.headlines(card, options)]
    heads = ("criterion", "level", "share", "points", "evidence")
    columns = (Column(say(lang, f"card.{name}"), right=name in ("share", "points"), whole=True) for name in heads)
    rows = (_row(card, node, lang) for node in card["nodes"])
    legend = Line(say(lang, "card.marks"), " · ".join(phrases.legend(card, lang)))
    notes = [Line(label, text) for label, text in phrases.footlines(card, lang)]
    return Sheet(name, tuple(lines), (Grid(tuple(columns), tuple(rows)),), (legend, *notes))


def _row(card: ScorecardDoc, node: NodeDoc, lang: str) -> Row:
    is_group = node["kind"] == "group"
    needed, starts = card["rubric"]["min_coverage"], phrases.band_starts(card)
    reached = phrases.group_text(node, needed, lang, starts) if is_group else phrases.level_text(node, lang)
    share, points = node["share"], node["contribution"]
    return Row(
        (
            phrases.node_title(node, lang),
            f"{''.join(phrases.marks(node).values())} {reached}".strip(),
            "" if share is None else f"{rounding.percent(share)} %",
            "" if points is None else f"{points:.1f}",
            phrases.evidence_text(node),
        ),
        depth=node["depth"],
        strong=is_group,
    )
