"""A criterion as a page shows it: asked once for all, then how each initiative was rated, why, on what evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.page.figures import Figure, of_node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.report_shapes import LensTextDoc, NodeTextDoc
    from kasean_score.documents.shapes import NodeDoc
    from kasean_score.render.page.register import Citation, Register

__all__ = ["Criterion", "Reading", "Step", "criterion"]


class Step(NamedTuple):
    """A level of the ladder, and the initiatives that stand on it: place, and whether it is one of a range."""

    level: int
    label: str
    text: str | None
    here: Sequence[tuple[int, bool]]


class Reading(NamedTuple):
    """How one initiative was rated."""

    at: int
    state: str
    level: str
    signs: Sequence[str]
    confidence: str
    counts: str
    share: str
    points: str
    figure: Figure | None
    why: str | None
    disputed: str | None
    fails: Sequence[str]
    panel: Sequence[tuple[str, str, str | None]]
    sides: Sequence[tuple[str, Sequence[Citation]]]


class Criterion(NamedTuple):
    """What the rubric says of a criterion, its ladder with all initiatives on it, and each one's reading."""

    place: int
    anchor: str
    node: NodeTextDoc
    share: str | None
    steps: Sequence[Step]
    outside: Sequence[tuple[str, Sequence[int]]]
    readings: Sequence[Reading]


def criterion(text: LensTextDoc, place: int, anchor: str, register: Register, lang: str) -> Criterion:
    """The criterion at `place` of the rubric's nodes."""
    node = text["rubric"]["nodes"][place]
    rated = [card["nodes"][place] for card in text["scorecards"]]
    shares = {one["share"] for one in rated}
    alike = shares.pop() if len(shares) == 1 else None
    return Criterion(
        place=place,
        anchor=anchor,
        node=node,
        share=None if alike is None else f"{rounding.percent(alike)} %",
        steps=[
            Step(one["level"], one["label"], one["text"], list(_here(rated, one["level"]))) for one in node["levels"]
        ],
        outside=list(_outside(rated, lang)),
        readings=[_reading(at, one, register, lang, with_share=alike is None) for at, one in enumerate(rated)],
    )


def _here(rated: Sequence[NodeDoc], level: int) -> Iterator[tuple[int, bool]]:
    for at, one in enumerate(rated):
        if one["level"] is not None and one["level"][0] <= level <= one["level"][1]:
            yield at, one["level"][0] != one["level"][1]


def _outside(rated: Sequence[NodeDoc], lang: str) -> Iterator[tuple[str, Sequence[int]]]:
    """Who stands on no level, by the reason."""
    for state in ("not_rated", "not_applicable"):
        places = [at for at, one in enumerate(rated) if one["state"] == state]
        if places:
            yield say(lang, f"word.{state}"), places


def _reading(at: int, node: NodeDoc, register: Register, lang: str, *, with_share: bool) -> Reading:
    detail = node["detail"]
    assert detail is not None  # the report's document always explains
    sides = [
        (stance, [register.cite(item) for item in detail["evidence"] if item["stance"] == stance])
        for stance in ("for", "against")
    ]
    share, points, confidence = node["share"], node["contribution"], node["confidence"]
    return Reading(
        at=at,
        state=node["state"],
        level=phrases.level_text(node, lang),
        signs=list(_signs(node, lang)),
        confidence=say(lang, "explain.confidence", level=say(lang, f"word.{confidence}")) if confidence else "",
        counts=phrases.evidence_text(node),
        share="" if share is None or not with_share else f"{rounding.percent(share)} %",
        points="" if points is None else f"{points:.1f}",
        figure=of_node(node, 0.0, (), lang) if node["measure"] else None,
        why=detail["why"] or node["reason"],
        disputed=node["disputed"],
        fails=[
            ": ".join(filter(None, (say(lang, f"needs.{rule['needs']}"), rule["because"])))
            for rule in node["unsupported"]
        ],
        panel=[(one["rater"], phrases.opinion_text(one, node["unit"], lang), one["why"]) for one in detail["panel"]],
        sides=[(stance, cited) for stance, cited in sides if cited],
    )


def _signs(node: NodeDoc, lang: str) -> Iterator[str]:
    """What a rating must not be read without: that it is disputed, that its evidence falls short."""
    if node["state"] == "disputed":
        yield say(lang, "word.disputed")
    if node["unsupported"]:
        yield say(lang, "report.unsupported")
