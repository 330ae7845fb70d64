"""Cases of `vectors.json.gz` through the program, through the page's script, and beside what must come out."""

from __future__ import annotations

import gzip
import json
import math
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kasean_score
from kasean_score.model import (
    AGGREGATES,
    Band,
    Criterion,
    Group,
    Initiative,
    Level,
    Limit,
    Measure,
    Node,
    Rating,
    Rubric,
    When,
)
from kasean_score.scoring.compare import standings
from kasean_score.scoring.evaluate import NodeScore, Scorecard, evaluate
from kasean_score.scoring.variants import reweighted, weightless, with_aggregate

if TYPE_CHECKING:
    from collections.abc import Sequence

Doc = dict[str, Any]
FILE = Path(__file__).with_name("vectors.json.gz")
RUN = Path(__file__).with_name("run.cjs")
ASSETS = Path(kasean_score.__file__).with_name("assets")
CLOSE = 1e-9


@cache
def stored() -> list[Doc]:
    return json.loads(gzip.decompress(FILE.read_bytes()))  # type: ignore[no-any-return]


class Script:
    """The page's script in a process of node, asked any number of times; skips where there is no node, unless in CI."""

    def __init__(self) -> None:
        node = shutil.which("node")
        if node is None:
            if os.environ.get("CI"):
                pytest.fail("node is not installed")
            pytest.skip("node, which runs the page's script, is not installed")
        command = [node, str(RUN), str(ASSETS)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8")

    def __enter__(self) -> Script:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.communicate()

    def answers(self, cases: Sequence[Doc]) -> list[Any]:
        """What it makes of some cases."""
        given, answered = self.process.stdin, self.process.stdout
        assert given is not None
        assert answered is not None
        given.write(json.dumps(cases, allow_nan=False) + "\n")
        given.flush()
        return json.loads(answered.readline())  # type: ignore[no-any-return]


def by_program(case: Doc) -> Doc:
    """What the program makes of a case: its rubric and initiatives built from the weighing, weights changed, scored."""
    rubric, cards = scored(case)
    places: dict[str, int | None] = {node.id: at for at, node in enumerate(rubric.nodes())}
    bare = weightless(rubric)
    if bare:
        return {"weightless": [{rubric.id: None, **places}[name] for name in bare]}
    order = standings(cards)
    return {
        "cards": [_card(card, places) for card in cards],
        "order": [{"initiative": x.position, "rank": x.rank, "overlaps": list(x.overlaps)} for x in order],
    }


def scored(case: Doc) -> tuple[Rubric, list[Scorecard]]:
    stated = rubric_of(case)
    rubric = stated
    if case["weights"] is not None:
        ids = [node.id for node in stated.nodes()]
        rubric = reweighted(stated, dict(zip(ids, case["weights"], strict=True)))
    if case["aggregate"] is not None:
        named = case["aggregate"]
        rubric = with_aggregate(rubric, AGGREGATES[named] if isinstance(named, str) else named)
    return rubric, [evaluate(rubric, one) for one in initiatives_of(case)]


def rubric_of(case: Doc) -> Rubric:
    weighing = case["weighing"]
    nodes = weighing["nodes"]

    def made(at: int) -> Node:
        node = nodes[at]
        if node["kind"] == "criterion":
            measure = None if node["levels"] else Measure(0.0, 100.0)
            return Criterion(node["id"], "", weight=node["weight"], measure=measure)
        own = (-math.inf if node["power"] is None else node["power"]) if node["own_power"] else None
        role = "condition" if node["condition"] else "counted"
        return Group(node["id"], "", below(at), weight=node["weight"], role=role, aggregate=own)

    def below(parent: int | None) -> tuple[Any, ...]:
        return tuple(made(at) for at, node in enumerate(nodes) if node["parent"] == parent)

    return Rubric(
        id="r",
        title="",
        groups=below(None),
        scale=tuple(Level(int(level), "", value) for level, value in case["scale"].items()),
        bands=tuple(Band(band["id"], band["at_least"], "") for band in weighing["bands"]),
        min_coverage=weighing["min_coverage"],
        aggregate=-math.inf if weighing["power"] is None else weighing["power"],
        limits=tuple(_limit(limit, nodes) for limit in weighing["limits"]),
    )


def _limit(limit: Doc, nodes: Sequence[Doc]) -> Limit:
    watched = limit["watched"]
    top = [at for at, node in enumerate(nodes) if node["parent"] is None]
    place = nodes[watched[0]]
    address = "any" if watched == top else place["id"]
    kind = "criterion" if place["kind"] == "criterion" else "group"
    when = When(**{kind: address}, at_most=limit["at_most"], below=limit["below"])
    return Limit(limit["id"], when, limit["band_at_most"])


def initiatives_of(case: Doc) -> list[Initiative]:
    weighing = case["weighing"]
    ids = [node["id"] for node in weighing["nodes"]]
    return [
        Initiative(
            id=one["label"].split(" (")[0],
            name="",
            ratings={"r": {name: _rating(x) for name, x in zip(ids, one["criteria"], strict=True) if x is not None}},
        )
        for one in weighing["initiatives"]
    ]


def _rating(criterion: Doc) -> Rating:
    if criterion["state"] != "rated":
        return Rating(criterion["state"])
    if criterion["level"] is not None:
        low, high = criterion["level"]
        return Rating("rated", levels=(low, high))
    least, most = criterion["bounds"]
    return Rating("rated", value=criterion["score"], low=least, high=most)


def _card(card: Scorecard, places: dict[str, int | None]) -> Doc:
    verdict = card.verdict
    return {
        "score": card.score,
        "low": card.low,
        "high": card.high,
        "coverage": card.coverage,
        "band": verdict.band,
        "band_by_score": verdict.band_by_score,
        "band_bounds": None if verdict.bounds is None else list(verdict.bounds),
        "limits": [
            {"status": x.status, "lowers": x.lowers, "triggers": [places[one] for one in x.triggers]}
            for x in verdict.limits
        ],
        "applicable": card.criteria_applicable,
        "rated": card.criteria_rated,
        "nodes": [_node(node) for node in card.nodes],
    }


def _node(node: NodeScore) -> Doc:
    return {
        "state": node.state,
        "score": node.score,
        "low": node.low,
        "high": node.high,
        "coverage": node.coverage,
        "share": node.share,
        "contribution": node.contribution,
    }


def differences(found: Any, expected: Any, path: str = "") -> list[str]:
    """Where two results part: other words, other shapes, or numbers more than 1e-9 of their size apart."""
    if isinstance(expected, dict) and isinstance(found, dict) and expected.keys() == found.keys():
        return [text for key in expected for text in differences(found[key], expected[key], f"{path}.{key}")]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        both = enumerate(zip(found, expected, strict=True))
        return [text for at, (one, other) in both for text in differences(one, other, f"{path}[{at}]")]
    numbers = all(isinstance(x, int | float) and not isinstance(x, bool) for x in (found, expected))
    same = math.isclose(found, expected, rel_tol=CLOSE, abs_tol=1e-12) if numbers else found == expected
    return [] if same else [f"{path}: {found!r}, not {expected!r}"]
