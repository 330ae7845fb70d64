"""A lens as a page shows it: the order, the groups beside each other, what is open, then group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.page.figures import Figure, of_card, of_node
from kasean_score.render.page.readings import Criterion, criterion
from kasean_score.render.page.robust import Robust, robust

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.report_shapes import LensDoc, LensTextDoc, NodeTextDoc, PlaceDoc
    from kasean_score.documents.shapes import ScorecardDoc, SimulationDoc
    from kasean_score.render.page.links import Anchors
    from kasean_score.render.page.register import Register

__all__ = ["Group", "Lens", "Open", "Place", "lens"]


class Place(NamedTuple):
    """An initiative in the order of its lens, with all that its score must not go without."""

    at: int
    rank: str
    card: ScorecardDoc
    figure: Figure
    band: str
    band_more: str
    coverage: str
    coverage_more: str
    limits: Sequence[str]
    overlaps: Sequence[int]
    strongest: str
    weakest: str


class Open(NamedTuple):
    """What keeps one initiative's score from being settled: a heading with the criteria it holds for."""

    at: int
    kinds: Sequence[tuple[str, Sequence[int]]]


class Group(NamedTuple):
    place: int
    anchor: str
    node: NodeTextDoc
    title: str
    figures: Sequence[Figure]
    shares: Sequence[str]
    criteria: Sequence[Criterion]


class Lens(NamedTuple):
    at: int
    anchor: str
    text: LensTextDoc
    labels: Sequence[str]
    order: Sequence[Place]
    groups: Sequence[Group]
    open: Sequence[Open]
    anchors: Sequence[str]
    titles: Sequence[str]
    robust: Robust | None


def lens(
    doc: LensDoc, at: int, anchors: Anchors, register: Register, simulation: SimulationDoc | None, lang: str
) -> Lens:
    """The lens at place `at` of a report in one language."""
    text = doc["texts"][lang]
    nodes, found = text["rubric"]["nodes"], text["robustness"]
    ids = [anchors.node(at, node["id"]) for node in nodes]
    return Lens(
        at=at,
        anchor=anchors.lenses[at],
        text=text,
        labels=doc["labels"],
        order=[_place(doc, text, place, lang) for place in doc["order"]],
        groups=list(_groups(text, ids, register, lang)),
        open=list(_opens(text, lang)),
        anchors=ids,
        titles=[node["title"] for node in nodes],
        robust=None if found is None or simulation is None else robust(found, simulation, lang),
    )


def _place(doc: LensDoc, text: LensTextDoc, place: PlaceDoc, lang: str) -> Place:
    at = doc["labels"].index(place["label"])
    card = text["scorecards"][at]
    band, _, more = phrases.band_text(card, lang).partition("; ")
    coverage, _, rest = phrases.coverage_text(card, lang).partition(" %")
    return Place(
        at=at,
        rank=_rank(place, doc["order"]),
        card=card,
        figure=of_card(card),
        band=band,
        band_more=more,
        coverage=coverage,
        coverage_more=rest,
        limits=phrases.limit_lines(card, lang),
        overlaps=[doc["labels"].index(label) for label in place["overlaps"]],
        strongest=phrases.named(card, card["strongest"], lang) if card["strongest"] else "",
        weakest=phrases.named(card, card["weakest"], lang) if card["weakest"] else "",
    )


def _rank(place: PlaceDoc, order: Sequence[PlaceDoc]) -> str:
    """`2`, `2=` in a tie, `-` without a score."""
    tied = sum(one["rank"] == place["rank"] for one in order) > 1
    return "-" if place["rank"] is None else f"{place['rank']}{'=' if tied else ''}"


def _groups(text: LensTextDoc, ids: Sequence[str], register: Register, lang: str) -> Iterator[Group]:
    """The groups in rubric order, each with the criteria directly in it."""
    nodes = text["rubric"]["nodes"]
    cards = text["scorecards"]
    needed = text["rubric"]["min_coverage"]
    starts = [band["at_least"] for band in text["rubric"]["bands"]]
    for place, node in enumerate(nodes):
        if node["kind"] != "group":
            continue
        rated = [card["nodes"][place] for card in cards]
        inside = [at for at, one in enumerate(nodes) if one["kind"] == "criterion" and one["parent"] == node["id"]]
        condition = node["role"] == "condition"
        yield Group(
            place=place,
            anchor=ids[place],
            node=node,
            title=say(lang, "card.condition", title=node["title"]) if condition else node["title"],
            figures=[of_node(one, needed, starts, lang) for one in rated],
            shares=["" if one["share"] is None else f"{rounding.percent(one['share'])} %" for one in rated],
            criteria=[criterion(text, at, ids[at], register, lang) for at in inside],
        )


def _opens(text: LensTextDoc, lang: str) -> Iterator[Open]:
    for at, card in enumerate(text["scorecards"]):
        states: dict[str, list[int]] = {}
        for place, node in enumerate(card["nodes"]):
            if node["kind"] == "criterion":
                states.setdefault(node["state"], []).append(place)
                if node["unsupported"]:
                    states.setdefault("unsupported", []).append(place)
        said = {
            "not_rated": say(lang, "word.not_rated"),
            "disputed": say(lang, "word.disputed"),
            "unsupported": say(lang, "report.unsupported"),
            "not_applicable": say(lang, "word.not_applicable"),
        }
        yield Open(at, [(words, states[state]) for state, words in said.items() if state in states])
