"""Scorecards as flat records in long form: one for each total and one for each node, for CSV and data frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.shapes import Document, NodeDoc, ScorecardDoc

__all__ = ["NAMED", "NO_INTERVAL", "node_record", "scorecards"]

Record = dict[str, Any]
NAMED = ("rubric", "rubric_version", "initiative", "initiative_version", "as_of")
"""The fields that every record of a scorecard begins with."""
NO_INTERVAL: Record = {"interval_low": None, "interval_median": None, "interval_high": None}
"""What records also have where a simulation was asked for, and only the total has figures in."""


def scorecards(doc: Document) -> Iterator[Record]:
    """The records of every scorecard, the total (`kind` total) before its nodes; every record has the same keys."""
    simulated = doc["options"]["interval"] is not None
    for card in doc["scorecards"]:
        yield {**_total(card), **(_interval(card) if simulated else {})}
        yield from ({**_node(card, node), **(NO_INTERVAL if simulated else {})} for node in card["nodes"])


def _named(card: ScorecardDoc) -> Record:
    rubric, initiative = card["rubric"], card["initiative"]
    return {
        "rubric": rubric["id"],
        "rubric_version": rubric["version"],
        "initiative": initiative["id"],
        "initiative_version": initiative["version"],
        "as_of": initiative["as_of"],
    }


def _total(card: ScorecardDoc) -> Record:
    low, high = _ends(card["bounds"])
    return {
        **_named(card), "kind": "total", "id": None, "title": None, "role": None, "state": None,
        "score": card["score"], "low": low, "high": high, "coverage": card["coverage"], "band": card["band"],
        "weight": None, "share": None, "contribution": None, "level_low": None, "level_high": None, "value": None,
        "unit": None, "confidence": None, "evidence_for": None, "evidence_against": None,
        "unsupported": len(card["unsupported"]), "reason": None,
    }  # fmt: skip


def _interval(card: ScorecardDoc) -> Record:
    """The 5-95 % interval and the median of the simulated scores."""
    found = card["interval"]
    if found is None:
        return NO_INTERVAL
    figures = (found["low"], found["median"], found["high"])
    return dict(zip(NO_INTERVAL, (figure["value"] for figure in figures), strict=True))


def _node(card: ScorecardDoc, node: NodeDoc) -> Record:
    return {**_named(card), **node_record(node)}


def node_record(node: NodeDoc) -> Record:
    """The record of a node, without what names rubric and initiative."""
    low, high = _ends(node["bounds"])
    level_low, level_high = _ends(node["level"])
    count = node["evidence"]
    return {
        "kind": node["kind"], "id": node["id"], "title": node["title"], "role": node["role"],
        "state": node["state"], "score": node["score"], "low": low, "high": high, "coverage": node["coverage"],
        "band": None, "weight": node["weight"], "share": node["share"], "contribution": node["contribution"],
        "level_low": level_low, "level_high": level_high, "value": node["value"], "unit": node["unit"],
        "confidence": node["confidence"], "evidence_for": None if count is None else count["for"],
        "evidence_against": None if count is None else count["against"], "unsupported": len(node["unsupported"]),
        "reason": node["reason"],
    }  # fmt: skip


def _ends(pair: Sequence[float] | None) -> Sequence[float | None]:
    return (None, None) if pair is None else pair
