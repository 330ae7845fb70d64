"""Writes the vectors that the program and the page's script are both held to.

    python tests/vectors/make.py

A case is a `weighing` as in a report's document, the values of its scale's levels, what the reader changed, and what
must come out by `exact`. Cases made by a seed follow those made by hand; one that turns on the last digits of floating
point is made again.
"""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

from exact import FragileError, evaluated

Doc = dict[str, Any]
FILE = Path(__file__).with_name("vectors.json.gz")
SEED = 20251130
RANDOM_CASES = 320
SCALES: tuple[dict[int, float], ...] = (
    {0: 0, 1: 25, 2: 50, 3: 75, 4: 100},
    {0: 0, 1: 10, 2: 35, 3: 70, 4: 100},
    {0: 5, 1: 47.5, 2: 95},
)
BANDS = [{"id": "high", "at_least": 70}, {"id": "middle", "at_least": 40}, {"id": "low", "at_least": 0}]
POWERS = (1.0, 1.0, 0.0, -1.0, None, 2.0, 0.5, -3.0, 7.5, -20.0, 1e-7, -1e-7, 3e-11, -2e-13, 1e-15)
NAMES = ("arithmetic", "geometric", "harmonic", "minimum")


class Maker:
    """Random weighings; `choose` is a `random.Random`."""

    def __init__(self, choose: random.Random) -> None:
        self.choose = choose

    def case(self, name: str) -> Doc:
        scale = self.choose.choice(SCALES)
        nodes = self.nodes(list(scale))
        weighing = {
            "power": self.choose.choice(POWERS),
            "min_coverage": self.choose.choice((0.0, 0.5, 0.65, 1.0)),
            "bands": BANDS,
            "nodes": nodes,
            "limits": self.limits(nodes, scale),
            "weight_sets": [],
            "initiatives": self.initiatives(nodes, scale),
        }
        weights = None if self.choose.random() < 0.2 else [self.weight() for _ in nodes]
        aggregate = self.choose.choice((None, None, None, *NAMES, 3.0, -0.25))
        return case(name, weighing, scale, weights, aggregate)

    def nodes(self, levels: list[int]) -> list[Doc]:
        """A tree, of whose criteria one in four is measured."""
        made: list[Doc] = []
        for at in range(self.choose.randint(1, 5)):
            self.group(made, f"g{at}", None, 0)
        for node in made:
            if node["kind"] == "criterion":
                node["levels"] = [] if self.choose.random() < 0.25 else levels
        return made

    def group(self, made: list[Doc], name: str, parent: int | None, depth: int) -> None:
        own = self.choose.random() < 0.3
        place = len(made)
        made.append(group(name, parent, self.weight(), condition=self.choose.random() < 0.12))
        if own:
            made[place].update(power=self.choose.choice(POWERS), own_power=True)
        deeper = depth < 3 and self.choose.random() < 0.25
        for at in range(self.choose.randint(1, 3 if deeper else 5)):
            if deeper:
                self.group(made, f"{name}.g{at}", place, depth + 1)
            else:
                made.append(criterion(f"{name}.c{at}", place, self.weight()))

    def weight(self) -> float:
        kind = self.choose.random()
        if kind < 0.15:
            return 0.0
        if kind < 0.6:
            return float(self.choose.randint(1, 5))
        return self.choose.choice((0.1, 0.3, 2.5, 20.0, 1e-6, 1e6, self.choose.uniform(0, 10)))

    def limits(self, nodes: list[Doc], scale: dict[int, float]) -> list[Doc]:
        made = []
        top = [at for at, node in enumerate(nodes) if node["parent"] is None]
        for at in range(self.choose.randint(0, 3)):
            watched = self.choose.choice((top, [self.choose.randrange(len(nodes))]))
            by_level = nodes[watched[0]]["kind"] == "criterion" and self.choose.random() < 0.7
            most = self.choose.choice(list(scale)) if by_level else None
            below = None if by_level else self.choose.choice((25, 50, 66.5))
            made.append(limit(f"l{at}", self.choose.choice(("low", "middle")), watched, most, below))
        return made

    def initiatives(self, nodes: list[Doc], scale: dict[int, float]) -> list[Doc]:
        ids = [self.choose.choice(("a", "b", "c")) for _ in range(self.choose.choice((1, 2, 3, 4)))]
        numbers = [ids[: at + 1].count(name) for at, name in enumerate(ids)]
        labels = [f"{x} ({n})" if ids.count(x) > 1 else x for x, n in zip(ids, numbers, strict=True)]
        return [
            {
                "label": label,
                "criteria": [
                    None if node["kind"] == "group" else self.rating(scale, by_value=not node["levels"])
                    for node in nodes
                ],
            }
            for label in labels
        ]

    def rating(self, scale: dict[int, float], *, by_value: bool) -> Doc:
        state = self.choose.random()
        if state < 0.12:
            return rating(scale, None, "not_applicable", by_value=by_value)
        if state < 0.3:
            return rating(scale, None, "not_rated", by_value=by_value)
        if by_value:
            low, value, high = sorted(self.choose.choice((0, 100, self.choose.uniform(0, 100))) for _ in range(3))
            if self.choose.random() < 0.6:
                low = high = value
            return {"state": "rated", "score": value, "bounds": [low, high], "level": None}
        low, high = sorted(self.choose.choice(list(scale)) for _ in range(2))
        return rating(scale, (low, low if self.choose.random() < 0.7 else high))


def case(name: str, weighing: Doc, scale: dict[int, float], weights: list[float] | None, aggregate: Any) -> Doc:
    """A case with what must come out of it. A limit by level is not asked of a measure."""
    measured = {at for at, node in enumerate(weighing["nodes"]) if node["kind"] == "criterion" and not node["levels"]}
    kept = [x for x in weighing["limits"] if x["at_most"] is None or not measured.intersection(x["watched"])]
    weighing = {**weighing, "limits": kept}
    return {
        "name": name,
        "weighing": weighing,
        "scale": {str(level): value for level, value in scale.items()},
        "weights": weights,
        "aggregate": aggregate,
        "expected": evaluated(weighing, weights, aggregate),
    }


def group(name: str, parent: int | None, weight: float = 1.0, *, condition: bool = False) -> Doc:
    base = {"id": name, "parent": parent, "kind": "group", "condition": condition, "weight": weight}
    return {**base, "power": None, "own_power": False, "levels": []}


def criterion(name: str, parent: int, weight: float = 1.0) -> Doc:
    """A criterion rated by the levels of the first scale."""
    base = {"id": name, "parent": parent, "kind": "criterion", "condition": False, "weight": weight}
    return {**base, "power": None, "own_power": False, "levels": list(SCALES[0])}


def limit(name: str, band: str, watched: list[int], at_most: float | None = None, below: float | None = None) -> Doc:
    return {"id": name, "band_at_most": band, "watched": watched, "at_most": at_most, "below": below}


def rating(
    scale: dict[int, float], levels: tuple[int, int] | None, state: str = "rated", *, by_value: bool = False
) -> Doc:
    """A rating by levels; or one that is `not_rated` (open from the worst to the best) or `not_applicable`."""
    if state == "not_applicable":
        return {"state": state, "score": None, "bounds": None, "level": None}
    if levels is None:
        ends = [0.0, 100.0] if by_value else [min(scale.values()), max(scale.values())]
        return {"state": state, "score": None, "bounds": [float(end) for end in ends], "level": None}
    low, high = (float(scale[level]) for level in levels)
    return {"state": state, "score": (low + high) / 2, "bounds": [low, high], "level": list(levels)}


def by_hand() -> list[Doc]:
    """Cases at the corners: each is small enough to work out with a pencil."""
    scale = SCALES[0]
    tree = [group("g", None), criterion("g.a", 0), criterion("g.b", 0), group("h", None), criterion("h.c", 3)]

    def made(name: str, given: str, weights: Any = None, aggregate: Any = None, **fields: Any) -> Doc:
        """`given`: a letter for each criterion (a level, `?` not rated, `-` n/a, `~` 1-3), `/` between initiatives."""
        nodes = fields.pop("nodes", tree)
        if ALL_BUT.keys() & set(given):
            nodes = [{**node, "levels": []} for node in nodes]
        initiatives = []
        for at, letters in enumerate(given.split("/")):
            left = list(letters)
            rated = [None if node["kind"] == "group" else _read(scale, left.pop(0)) for node in nodes]
            initiatives.append({"label": "abcdef"[at], "criteria": rated})
        weighing = {
            "power": 1.0,
            "min_coverage": 0.65,
            "bands": BANDS,
            "nodes": nodes,
            "limits": [],
            "weight_sets": [],
            "initiatives": initiatives,
            **fields,
        }
        return case(name, weighing, scale, weights, aggregate)

    aside = [*tree, group("x", None, condition=True), criterion("x.d", 5)]
    idle = [*tree, group("z", None, 0.0), criterion("z.e", 5)]
    nothing = [group("x", None, condition=True), criterion("x.d", 0)]
    level, score = limit("l", "low", [1], at_most=1), limit("m", "middle", [0, 3], below=50)
    both = {"limits": [level, score]}
    halves = [{"id": "high", "at_least": 70}, {"id": "middle", "at_least": 50}, {"id": "low", "at_least": 0}]
    return [
        made("as stated", "241"),
        made("an order with a tie", "222/422/222"),
        made("a tie within the tolerance", "222/222", [1, 1, 1 + 1e-12, 1, 1]),
        made("all weights zero in a group", "241", [1, 0, 0, 1, 1]),
        made("all weights zero at the top", "241", [0, 1, 1, 0, 1]),
        made("all weights zero in two places", "241", [0, 0, 0, 0, 0]),
        made("a zero weight has no effect", "241", [1, 0, 1, 1, 1]),
        made("a group of zero weight", "2413", nodes=idle),
        made("a group of zero weight that nothing applies to", "241-", nodes=idle),
        made("the members that weigh do not apply: the group leaves the tree", "4-1/-41/--1", [1, 0, 1, 1, 1]),
        made("the members that weigh are not rated", "4?1/?41", [1, 0, 1, 1, 1]),
        made("nothing applies", "---"),
        made("nothing is rated", "???"),
        made("nothing is rated, and the minimum", "???", None, "minimum"),
        made("one initiative without a score among others", "???/444/---"),
        made("a condition group is not counted", "2410/241?", nodes=aside),
        made("a condition group alone", "2", nodes=nothing),
        made("zero under the geometric mean", "044", None, "geometric"),
        made("zero under the harmonic mean", "044", None, "harmonic"),
        made("zero of zero weight under the harmonic mean", "044", [1, 0, 1, 1, 1], "harmonic"),
        made("zero under a positive power", "044", None, 0.5),
        made("zero under a positive power of next to nothing", "044", None, 1e-14),
        made("ranges under the minimum", "~43", None, "minimum"),
        made("who shares the minimum", "224", None, "minimum"),
        made("equal members under any power", "222", None, -7.0),
        made("a power that is nearly 0", "142", None, 1e-9),
        made("a power that is nearly 0, from below", "142", None, -1e-10),
        made("a power that is the geometric mean's", "142", None, 1e-13),
        made("large powers", "142", None, 300.0),
        made("large negative powers", "142", None, -300.0),
        made("weights of very different size", "142", [1e-9, 1e9, 1e-9, 1e9, 1]),
        made("limits hold", "142", **both),
        made("limits could hold", "?42", **both),
        made("limits could hold by a range", "~42", **both),
        made("limits that cannot hold", "444", **both),
        made("limits of a node that does not apply", "-42/-4-", **both),
        made("a limit that is no constraint", "100", limits=[limit("l", "middle", [1], at_most=1)]),
        made("a limit exactly at its threshold", "242", limits=[limit("l", "low", [3], below=50)]),
        made("a limit at a group's score", "132", limits=[limit("l", "low", [0], at_most=50)]),
        made("a limit on a condition group", "4440/444?", nodes=aside, limits=[limit("l", "low", [0, 3, 5], below=25)]),
        made("exactly at a band", "~22", [1, 1, 1, 0, 1], bands=halves),
        made("coverage exactly at the minimum", "2?2", [1, 1, 1, 1, 1], min_coverage=0.75),
        made("coverage below the minimum", "2?2", [1, 1, 2, 1, 1], min_coverage=0.75),
        made("all but at a band", "mmm"),
        made("all but at a limit's threshold", "nnn", limits=[limit("l", "low", [0], below=50)]),
        made("a tie but for the last digits", "nnn/ooo/nnn"),
        made("below the lowest band", "000", bands=[{"id": "high", "at_least": 70}, {"id": "low", "at_least": 40}]),
    ]


ALL_BUT = {"m": 70 - 5e-10, "n": 50 - 5e-10, "o": 50.0}
"""Values of a measure, by letter: two of them closer below a round number than any tolerance matters."""


def _read(scale: dict[int, float], letter: str) -> Doc:
    if letter in ALL_BUT:
        value = ALL_BUT[letter]
        return {"state": "rated", "score": value, "bounds": [value, value], "level": None}
    if letter in "?-":
        return rating(scale, None, {"?": "not_rated", "-": "not_applicable"}[letter])
    return rating(scale, (1, 3) if letter == "~" else (int(letter), int(letter)))


def random_cases(maker: Maker, count: int) -> list[Doc]:
    made: list[Doc] = []
    while len(made) < count:
        try:
            made.append(maker.case(f"random {len(made)}"))
        except FragileError:
            continue
    return made


def vectors() -> list[Doc]:
    """Every case, by hand and by the seed."""
    return [*by_hand(), *random_cases(Maker(random.Random(SEED)), RANDOM_CASES)]


def written(cases: list[Doc]) -> bytes:
    text = json.dumps(cases, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return gzip.compress(text.encode(), 9, mtime=0)


if __name__ == "__main__":
    cases = vectors()
    FILE.write_bytes(written(cases))
    print(f"{len(cases)} cases, {FILE.stat().st_size} bytes")
