"""The rubric of a report's lens as far as formulas ask for it, rebuilt from the document; no words for people."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from kasean_score.model import Band, Criterion, Group, Level, Limit, Measure, Rubric, When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.report_shapes import LensDoc, LensTextDoc, WeighedLimitDoc, WeighedNodeDoc

__all__ = ["rubric_of"]


def rubric_of(lens: LensDoc, texts: LensTextDoc) -> Rubric:
    """The tree with its powers, scale, goalposts, bands and limits; titles are left out."""
    weighing = lens["weighing"]
    scale = tuple(Level(one["level"], "", one["value"]) for one in texts["rubric"]["scale"])
    return Rubric(
        id=lens["rubric"],
        title="",
        groups=_Tree(lens, texts).groups(),
        scale=scale,
        bands=tuple(Band(one["id"], one["at_least"], "") for one in weighing["bands"]),
        min_coverage=weighing["min_coverage"],
        aggregate=_power(weighing["power"]),
        limits=tuple(_limit(one, [node["id"] for node in weighing["nodes"]]) for one in weighing["limits"]),
    )


def _power(power: float | None) -> float:
    return -inf if power is None else power


def _limit(limit: WeighedLimitDoc, addresses: Sequence[str]) -> Limit:
    """A limit that looks at several nodes is one on any group at the top: no other does."""
    watched = [addresses[at] for at in limit["watched"]]
    if limit["at_most"] is not None:
        return Limit(limit["id"], When(criterion=watched[0], at_most=limit["at_most"]), limit["band_at_most"])
    group = watched[0] if len(watched) == 1 else "any"
    return Limit(limit["id"], When(group=group, below=limit["below"]), limit["band_at_most"])


class _Tree:
    def __init__(self, lens: LensDoc, texts: LensTextDoc) -> None:
        self.nodes = lens["weighing"]["nodes"]
        self.children: dict[int | None, list[int]] = {}
        for at, node in enumerate(self.nodes):
            self.children.setdefault(node["parent"], []).append(at)
        self.measures: list[Measure | None] = [None for _ in self.nodes]
        for card in texts["scorecards"]:
            self.measures = [
                None if found["measure"] is None else Measure(**found["measure"]) for found in card["nodes"]
            ]

    def groups(self) -> tuple[Group, ...]:
        return tuple(self._group(at, self.nodes[at]) for at in self.children.get(None, []))

    def _group(self, at: int, node: WeighedNodeDoc) -> Group:
        below = tuple(
            self._group(one, self.nodes[one]) if self.nodes[one]["kind"] == "group" else self._criterion(one)
            for one in self.children.get(at, [])
        )
        return Group(
            id=node["id"],
            title="",
            children=below,
            weight=node["weight"],
            role="condition" if node["condition"] else "counted",
            aggregate=_power(node["power"]) if node["own_power"] else None,
        )

    def _criterion(self, at: int) -> Criterion:
        node = self.nodes[at]
        levels = dict.fromkeys(node["levels"], "")
        return Criterion(node["id"], "", node["weight"], levels=levels, measure=self.measures[at])
