"""A rubric and an initiative made back from one scorecard of a saved result: what its score was computed from.

The result holds every weight, aggregation, level, value and goalpost, so it can be scored again and compared without
the files that it came from. It does not hold evidence rules, the conditions of limits, nor (without `--explain`) the
evidence; those are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from kasean_score.files.result_shape import CARD, check
from kasean_score.files.results import wrong_field
from kasean_score.model import (
    AGGREGATES,
    Band,
    Criterion,
    Evidence,
    FileRef,
    Group,
    Initiative,
    Level,
    Measure,
    Rating,
    Rubric,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.files.results import SavedCard
    from kasean_score.model import Node

__all__ = ["has_evidence", "rebuilt"]

RATED = ("rated", "disputed")


def rebuilt(saved: SavedCard) -> tuple[Rubric, Initiative]:
    """The rubric and initiative behind a saved scorecard. Raises InputError where it lacks a part of them."""
    check(saved, "", saved.card, CARD)
    return _Builder(saved).rubric(), _Builder(saved).initiative()


def has_evidence(saved: SavedCard) -> bool:
    """Whether the items of evidence are in the result, and not only their number: it was made with `--explain`."""
    return any(node["detail"] is not None for node in saved.card["nodes"])


class _Builder:
    def __init__(self, saved: SavedCard) -> None:
        self.saved = saved
        self.card = saved.card
        self.nodes: list[dict[str, Any]] = saved.card["nodes"]
        self.levels = {level["level"] for level in saved.card["rubric"]["scale"]}

    def wrong(self, index: int, field: str) -> NoReturn:
        wrong_field(self.saved, f"nodes[{index}].{field}", self.nodes[index][field])

    def rubric(self) -> Rubric:
        given = self.card["rubric"]
        power = _power(given["aggregate"])
        if power is None or not given["scale"] or not given["bands"]:
            field = "aggregate" if power is None else "scale" if not given["scale"] else "bands"
            wrong_field(self.saved, f"rubric.{field}", given[field])
        return Rubric(
            id=given["id"],
            title=given["title"],
            groups=self.groups(),
            scale=tuple(Level(level["level"], level["label"], level["value"]) for level in given["scale"]),
            bands=tuple(Band(band["id"], band["at_least"], band["label"]) for band in given["bands"]),
            version=given["version"],
            min_coverage=given["min_coverage"],
            aggregate=power,
            sha256=given["sha256"],
            extends=tuple(FileRef(x["id"], x["version"], x["sha256"]) for x in given["extends"]),
        )

    def groups(self) -> tuple[Group, ...]:
        """The tree, from its last node to its first: a group stands before its children."""
        known = {node["id"]: node for node in self.nodes}
        if len(known) < len(self.nodes):
            ids = [node["id"] for node in self.nodes]
            self.wrong(next(i for i, name in enumerate(ids) if name in ids[:i]), "id")
        below: dict[str | None, list[Node]] = {}
        for index in reversed(range(len(self.nodes))):
            node = self.nodes[index]
            parent = known.get(node["parent"])
            if node["parent"] is not None and (parent is None or parent["kind"] != "group" or not self.behind(index)):
                self.wrong(index, "parent")
            made = self.criterion(index) if node["kind"] == "criterion" else self.group(index, below, parent)
            below.setdefault(node["parent"], []).append(made)
        if not all(isinstance(node, Group) for node in below.get(None, ())) or not below:
            wrong_field(self.saved, "nodes", self.nodes)
        return tuple(node for node in reversed(below[None]) if isinstance(node, Group))

    def behind(self, index: int) -> bool:
        """Whether a node stands behind its parent."""
        return any(node["id"] == self.nodes[index]["parent"] for node in self.nodes[:index])

    def group(self, index: int, below: dict[str | None, list[Node]], parent: dict[str, Any] | None) -> Group:
        node = self.nodes[index]
        power = _power(node["aggregate"])
        if power is None:
            self.wrong(index, "aggregate")
        # Whatever stands below a condition group is said to be one, so a second one within it cannot be told from a
        # counted group; such a result gives other scores than it states, and is refused for that.
        outermost = parent is None or parent["role"] != "condition"
        return Group(
            id=node["id"],
            title=node["title"],
            children=tuple(reversed(below.get(node["id"], []))),
            weight=node["weight"],
            role="condition" if node["role"] == "condition" and outermost else "counted",
            aggregate=power,
        )

    def criterion(self, index: int) -> Criterion:
        node = self.nodes[index]
        given = node["measure"]
        measure = None if given is None else Measure(given["worst"], given["best"], node["unit"], given["log"])
        if measure is not None and (measure.worst == measure.best or (measure.log and min(measure[:2]) <= 0)):
            self.wrong(index, "measure")
        return Criterion(id=node["id"], title=node["title"], weight=node["weight"], measure=measure, dac=node["dac"])

    def initiative(self) -> Initiative:
        given = self.card["initiative"]
        ratings = {node["id"]: self.rating(i) for i, node in enumerate(self.nodes) if node["kind"] == "criterion"}
        return Initiative(
            id=given["id"],
            name=given["name"],
            ratings={self.card["rubric"]["id"]: ratings},
            version=given["version"],
            as_of=given["as_of"],
            sources={source.id: source for source in self.sources()},
            sha256=given["sha256"],
            extends=tuple(FileRef(x["id"], x["version"], x["sha256"]) for x in given["extends"]),
        )

    def rating(self, index: int) -> Rating:
        node = self.nodes[index]
        evidence = tuple(map(_evidence, _items(node)))
        if node["state"] not in RATED:
            return Rating(node["state"], why=node["reason"], evidence=evidence)
        levels, value = node["level"], node["value"]
        if levels is not None and not (set(levels) <= self.levels and levels[0] <= levels[1]):
            self.wrong(index, "level")
        if (levels is None) == (value is None) or (value is None) != (node["measure"] is None):
            self.wrong(index, "value" if levels is None else "level")
        low, high = node["value_bounds"] or (value, value)
        if value is not None and node["measure"]["log"] and min(low, value, high) <= 0:
            self.wrong(index, "value")
        return Rating(
            "rated",
            levels=None if levels is None else (levels[0], levels[1]),
            value=value,
            low=low,
            high=high,
            confidence=node["confidence"],
            disputed=node["disputed"],
            evidence=evidence,
        )

    def sources(self) -> Iterable[Source]:
        return (Source(**_known(item["source"], Source._fields)) for node in self.nodes for item in _items(node))


def _items(node: dict[str, Any]) -> list[dict[str, Any]]:
    return [] if node["detail"] is None else node["detail"]["evidence"]


def _evidence(item: dict[str, Any]) -> Evidence:
    return Evidence(**{**_known(item, Evidence._fields), "source": item["source"]["id"]})


def _known(record: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """The part of a record that this program knows: keys may have been added since."""
    return {name: record[name] for name in names if name in record}


def _power(name: str | None) -> float | None:
    """The power of a mean by the name that documents give it; None where that is no name of one."""
    if name is None or name in AGGREGATES:
        return AGGREGATES.get(name or "")
    try:
        power = float(name.removeprefix("power "))
    except ValueError:
        return None
    return power if -100 <= power <= 100 else None
