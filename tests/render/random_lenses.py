"""Random small rubrics with ratings, and changes to both, as a reader of a report might make them."""

from __future__ import annotations

import random
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import scoring_support as small

if TYPE_CHECKING:
    from collections.abc import Iterator

POWERS: list[Any] = [*small.AGGREGATES.values(), {"power": 0}, {"power": 1e-10}, {"power": -0.0005}, {"power": 0.5}]
WEIGHTS = [0, 0.1, 1, 1, 2, 1 / 3, 17.3]


class RandomLens:
    """A rubric, the ratings of two initiatives on it, and both with some weights and ratings changed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.levels = self.random.choice([2, 3, 5])
        self.names = iter(range(1000))
        self.rubric = self._rubric(f"lens-{seed}")
        self.ratings = [self._ratings(), self._ratings()]
        self.new_rubric, self.new_ratings = deepcopy(self.rubric), deepcopy(self.ratings)
        self._change()

    def _rubric(self, identity: str) -> small.Doc:
        groups = [self._group(self.random.choice([0, 0, 1])) for _ in range(self.random.randint(1, 4))]
        groups[0] |= {"weight": 1, "role": "counted"}
        low = self.random.choice([10, 50, 90])
        limits = [{"when": {"group": self.random.choice(["any", groups[0]["id"]]), "below": low},
                   "band_at_most": self.random.choice(["partial", "weak", "not_demonstrated"])}]  # fmt: skip
        address, leaf = next(leaves(groups))
        limits.append({"when": {"criterion": address, "below": 40}, "band_at_most": "substantial"})
        if "measure" not in leaf:
            limits.append({"when": {"criterion": address, "at_most": 0.5}, "band_at_most": "limited"})
        values = sorted(self.random.choice([0, 10, 35.5, 60, 100]) for _ in range(self.levels))
        scale: list[small.Doc] = [{"level": at, "label": f"L{at}"} for at in range(self.levels)]
        if self.random.random() < 0.4:
            scale = [{**one, "value": value} for one, value in zip(scale, values, strict=True)]
        fields = {"aggregate": self.random.choice(POWERS), "min_coverage": self.random.choice([0, 0.5, 0.65])}
        return {**small.rubric(*groups, limits=limits, scale=scale, **fields), "id": identity}

    def _group(self, depth: int) -> small.Doc:
        fields: small.Doc = {}
        if self.random.random() < 0.5:
            fields["aggregate"] = self.random.choice(POWERS)
        if self.random.random() < 0.15:
            fields["role"] = "condition"
        make = self._group if depth else self._criterion
        name = f"g{next(self.names)}"
        children = [make(depth - 1) for _ in range(self.random.randint(1, 4))]
        children[0] |= {"weight": 2.5, **({"role": "counted"} if depth else {})}
        return small.group(name, *children, weight=self.random.choice(WEIGHTS), **fields)

    def _criterion(self, _: int = 0) -> small.Doc:
        name, weight = f"c{next(self.names)}", self.random.choice(WEIGHTS)
        if self.random.random() < 0.25:
            worst, best = self.random.choice([(0.5, 300), (300, 0.5), (1, 7.3)])
            return small.measure(name, worst, best, weight, log=self.random.random() < 0.5)
        described = {"0": "none", str(self.levels - 1): "all"} if self.random.random() < 0.2 else {}
        return small.criterion(name, weight, **({"levels": described} if described else {}))

    def _ratings(self) -> dict[str, Any]:
        return {address: self._rating(leaf) for address, leaf in leaves(self.rubric["groups"])}

    def _rating(self, leaf: small.Doc) -> Any:
        draw = self.random.random()
        if draw < 0.25:
            return "?" if draw < 0.15 else "-"
        if "measure" in leaf:
            value = self.random.choice([0.25, 1, 2.5, 120.125, 999])
            ends = {"low": value / 2, "high": value * 1.5} if self.random.random() < 0.5 else {}
            return {"value": value, **ends}
        allowed = sorted(map(int, leaf["levels"])) if "levels" in leaf else list(range(self.levels))
        low, high = sorted(self.random.choice(allowed) for _ in range(2))
        return low if low == high else [low, high]

    def _change(self) -> None:
        """Other weights for half of the nodes, nothing for some and something for others; other ratings for a third."""
        for node in nodes(self.new_rubric["groups"]):
            if self.random.random() < 0.5:
                node["weight"] = self.random.choice(WEIGHTS)
        for family in families(self.new_rubric["groups"]):
            counted = [node for node in family if node.get("role") != "condition"]
            if not any(node["weight"] for node in counted):
                counted[-1]["weight"] = 3
        for ratings in self.new_ratings:
            for address, leaf in leaves(self.rubric["groups"]):
                if self.random.random() < 0.35:
                    ratings[address] = self._rating(leaf)


def families(siblings: list[small.Doc]) -> Iterator[list[small.Doc]]:
    yield siblings
    for node in siblings:
        below = node.get("criteria") or node.get("groups")
        if below:
            yield from families(below)


def nodes(siblings: list[small.Doc]) -> Iterator[small.Doc]:
    for family in families(siblings):
        yield from family


def leaves(siblings: list[small.Doc], prefix: str = "") -> Iterator[tuple[str, small.Doc]]:
    """The criteria by their addresses."""
    for node in siblings:
        below = node.get("criteria") or node.get("groups")
        if below:
            yield from leaves(below, f"{prefix}{node['id']}.")
        else:
            yield f"{prefix}{node['id']}", node


def weights(siblings: list[small.Doc], prefix: str = "") -> Iterator[tuple[str, float]]:
    """The weight of every node by its address."""
    for node in siblings:
        yield f"{prefix}{node['id']}", node["weight"]
        yield from weights(node.get("criteria") or node.get("groups") or [], f"{prefix}{node['id']}.")
