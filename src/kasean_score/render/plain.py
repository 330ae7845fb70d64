"""Scorecards as plain lines, one fact a line: for mail, screen readers and grep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import Screen, phrases
from kasean_score.render.explanations import explanation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.listing import ContentsDoc, OutlineDoc
    from kasean_score.shapes import Document, NodeDoc, OptionsDoc, ScorecardDoc

__all__ = ["contents", "outline", "scorecards"]


def scorecards(doc: Document, screen: Screen) -> str:
    cards = ["\n".join(_card(card, doc["options"])) for card in doc["scorecards"]]
    return "\n\n".join(cards) + "\n" if cards else ""


def contents(doc: ContentsDoc, screen: Screen) -> str:
    lang = doc["lang"]
    rows = (
        (say(lang, f"word.{entry['kind']}"), entry["id"], phrases.printable(entry["title"]), entry["about"])
        for entry in doc["entries"]
    )
    return "".join(f"{'; '.join(row)}\n" for row in rows)


def outline(doc: OutlineDoc, screen: Screen) -> str:
    return "".join(f"{'  ' * line['depth']}{phrases.labelled(line)}\n" for line in doc["lines"])


def _card(card: ScorecardDoc, options: OptionsDoc) -> Iterator[str]:
    lang = options["lang"]
    initiative = card["initiative"]
    yield f"{phrases.printable(initiative['name'])} ({initiative['id']})"
    yield phrases.facts_line(card, lang)
    yield f"{say(lang, 'card.score')}: {phrases.overall_text(card)}"
    yield f"{say(lang, 'card.band')}: {phrases.band_text(card, lang)}"
    yield f"{say(lang, 'card.coverage')}: {phrases.coverage_text(card, lang)}"
    for line in phrases.limit_lines(card, lang) or [say(lang, "card.no_limit")]:
        yield f"{say(lang, 'card.limit')}: {line}"
    unsupported = phrases.unsupported_line(card, lang)
    if unsupported:
        yield f"{say(lang, 'card.unsupported')}: {unsupported}"
    typed = phrases.options_line(card, options)
    if typed:
        yield f"{say(lang, 'card.with')}: {typed}"
    if card["dac"] is None:
        yield from _tree(card, lang)
    else:
        yield from _dac(card, lang)
    for label in ("strongest", "weakest"):
        if card[label]:
            yield f"{say(lang, f'card.{label}')}: {phrases.named(card, card[label], lang)}"
    yield f"{say(lang, 'card.raters')}: {phrases.raters_line(card, lang)}"
    yield f"{say(lang, 'card.files')}: {phrases.files_line(card)}"


def _tree(card: ScorecardDoc, lang: str) -> Iterator[str]:
    for node in card["nodes"]:
        yield from _node(card, node, lang)


def _dac(card: ScorecardDoc, lang: str) -> Iterator[str]:
    nodes = {node["id"]: node for node in card["nodes"]}
    for row in card["dac"] or ():
        score = phrases.score_text(row["score"], row["bounds"])
        yield f"{row['title']}: {score}, {say(lang, 'card.share').lower()} {phrases.percent(row['share'])} %"
        for address in row["criteria"]:
            yield from _node(card, nodes[address], lang)
    for node in phrases.conditions(card):
        yield from _node(card, node, lang)


def _node(card: ScorecardDoc, node: NodeDoc, lang: str) -> Iterator[str]:
    title = phrases.printable(node["title"])
    if node["kind"] == "group":
        if node["role"] == "condition":
            title = say(lang, "card.condition", title=title)
        reached = phrases.group_text(node, card["rubric"]["min_coverage"], lang)
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
        yield f"{say(lang, 'card.share').lower()} {phrases.percent(node['share'])} %"
    count = node["evidence"]
    if count is not None and (count["for"] or count["against"]):
        yield f"{say(lang, 'explain.evidence').lower()} {phrases.evidence_text(node)}"
    for rule in node["unsupported"]:
        yield f"{say(lang, 'explain.unsupported').lower()}: {say(lang, 'needs.' + rule['needs'])}"
