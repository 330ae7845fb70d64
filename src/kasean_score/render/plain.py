"""Scorecards as plain lines, one fact a line: for mail, screen readers and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import Screen, phrases, rounding
from kasean_score.render.explanations import explanation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.documents.listing import OutlineDoc
    from kasean_score.documents.shapes import Document, NodeDoc, OptionsDoc, ScorecardDoc
    from kasean_score.render.sheet import Grid, Line, Row, Sheet

__all__ = ["outline", "scorecards", "sheets"]


def scorecards(doc: Document, screen: Screen) -> str:
    cards = ["\n".join(_card(card, doc["options"])) for card in doc["scorecards"]]
    return "\n\n".join(cards) + "\n" if cards else ""


def outline(doc: OutlineDoc, screen: Screen) -> str:
    return "".join(f"{'  ' * line['depth']}{phrases.labelled(line)}\n" for line in doc["lines"])


def sheets(pages: Iterable[Sheet], screen: Screen) -> str:
    return "\n".join("".join(f"{phrases.printable(line)}\n" for line in _sheet(page)) for page in pages)


def _sheet(page: Sheet) -> Iterator[str]:
    yield page.title
    yield from map(_labelled, page.lines)
    for grid in page.grids:
        yield from [grid.title] if grid.title and grid.rows else []
        yield from (_row(grid, row) for row in grid.rows)
    yield from map(_labelled, page.notes)


def _labelled(line: Line) -> str:
    return f"{line.label}: {line.text}" if line.label else line.text


def _row(grid: Grid, row: Row) -> str:
    """`criterion: title value, title value`; a column without a title is its value alone, an empty cell is left out."""
    pairs = zip(grid.columns[1:], row.cells[1:], strict=True)
    said = (f"{column.title} {cell}".strip() for column, cell in pairs if cell)
    return f"{'  ' * row.depth}{row.cells[0]}: {', '.join(said)}"


def _card(card: ScorecardDoc, options: OptionsDoc) -> Iterator[str]:
    lang = options["lang"]
    initiative = card["initiative"]
    yield f"{phrases.printable(initiative['name'])} ({initiative['id']})"
    yield phrases.facts_line(card, lang)
    yield from (f"{label}: {text}" for label, text in phrases.headlines(card, options))
    if card["dac"] is None:
        yield from _tree(card, lang)
    else:
        yield from _dac(card, lang)
    for label, text in (*phrases.extremes(card, lang), *phrases.footlines(card, lang)):
        yield f"{label}: {text}"


def _tree(card: ScorecardDoc, lang: str) -> Iterator[str]:
    for node in card["nodes"]:
        yield from _node(card, node, lang)


def _dac(card: ScorecardDoc, lang: str) -> Iterator[str]:
    nodes = {node["id"]: node for node in card["nodes"]}
    for row in card["dac"] or ():
        score = rounding.score_text(row["score"], row["bounds"])
        yield f"{row['title']}: {score}, {say(lang, 'card.share').lower()} {rounding.percent(row['share'])} %"
        for address in row["criteria"]:
            yield from _node(card, nodes[address], lang)
    for node in phrases.conditions(card):
        yield from _node(card, node, lang)


def _node(card: ScorecardDoc, node: NodeDoc, lang: str) -> Iterator[str]:
    title = phrases.node_title(node, lang)
    if node["kind"] == "group":
        reached = phrases.group_text(node, card["rubric"]["min_coverage"], lang, phrases.band_starts(card))
    else:
        title = f"{title} ({node['id']})"
        reached = phrases.level_text(node, lang)
    yield ", ".join([f"{'  ' * node['depth']}{title}: {reached}", *_remarks(node, lang)])
    if node["detail"] is not None:
        for label, text in explanation(node, lang):
            yield f"{'  ' * (node['depth'] + 1)}{label}: {text}"


def _remarks(node: NodeDoc, lang: str) -> Iterator[str]:
    if node["state"] == "disputed":
        yield say(lang, "word.disputed")
    if node["share"] is not None:
        yield f"{say(lang, 'card.share').lower()} {rounding.percent(node['share'])} %"
    count = node["evidence"]
    if count is not None and (count["for"] or count["against"]):
        yield f"{say(lang, 'explain.evidence').lower()} {phrases.evidence_text(node)}"
    for rule in node["unsupported"]:
        yield f"{say(lang, 'explain.unsupported').lower()}: {say(lang, 'needs.' + rule['needs'])}"
