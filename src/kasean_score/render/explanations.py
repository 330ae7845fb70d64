"""One criterion under `--explain`: the descriptor met, the rationale, and the evidence with source and place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.shapes import DescriptorDoc, DetailDoc, NodeDoc

__all__ = ["explanation"]


def explanation(node: NodeDoc, lang: str) -> Iterator[tuple[str, str]]:
    """The lines of one criterion, each a label and a text."""
    detail = node["detail"]
    assert detail is not None
    yield say(lang, "card.level"), _reached(node, lang)
    yield from _texts(node, detail, lang)
    for rule in node["unsupported"]:
        needs = say(lang, f"needs.{rule['needs']}")
        because = f" ({phrases.printable(rule['because'])})" if rule["because"] else ""
        yield say(lang, "explain.unsupported"), needs + because
    yield from _panel(node, detail, lang)
    yield from _evidence(detail, lang)
    if node["state"] == "not_rated" and detail["typical_evidence"]:
        yield say(lang, "explain.look_for"), "; ".join(map(phrases.printable, detail["typical_evidence"]))


def _reached(node: NodeDoc, lang: str) -> str:
    text, confidence = phrases.level_text(node, lang), node["confidence"]
    if confidence is None:
        return text
    return f"{text}, {say(lang, 'explain.confidence', level=say(lang, 'word.' + confidence))}"


def _texts(node: NodeDoc, detail: DetailDoc, lang: str) -> Iterator[tuple[str, str]]:
    lines = [("question", detail["question"]), ("goalposts", detail["goalposts"])]
    lines += [("met", _descriptor(met)) for met in detail["met"] if met["text"]]
    if detail["next"] is not None and detail["next"]["text"]:
        lines.append(("next", _descriptor(detail["next"])))
    lines += [("disputed", node["disputed"]), ("why", detail["why"]), ("reason", node["reason"])]
    lines.append(("weight", detail["why_weight"]))
    for name, text in lines:
        if text:
            yield say(lang, f"explain.{name}"), phrases.printable(text)


def _descriptor(descriptor: DescriptorDoc) -> str:
    return f"{descriptor['level']} {descriptor['label']}: {descriptor['text']}"


def _panel(node: NodeDoc, detail: DetailDoc, lang: str) -> Iterator[tuple[str, str]]:
    for opinion in detail["panel"]:
        said = phrases.opinion_text(opinion, node["unit"], lang)
        words = [said, *(phrases.printable(text) for text in (opinion["why"], opinion["disputed"]) if text)]
        yield phrases.printable(opinion["rater"]), ": ".join(words)


def _evidence(detail: DetailDoc, lang: str) -> Iterator[tuple[str, str]]:
    for item in detail["evidence"]:
        note = f" [{say(lang, 'explain.note')}: {phrases.printable(item['note'])}]" if item["note"] else ""
        shows = phrases.printable(item["shows"])
        yield say(lang, f"word.{item['stance']}").capitalize(), f"{shows} ({phrases.citation(item, lang)}){note}"
    if not detail["evidence"]:
        yield say(lang, "explain.evidence"), say(lang, "explain.no_evidence")
