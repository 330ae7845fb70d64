"""Small rubrics and dossiers as plain data, written to files and scored on the public path."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import kasean_score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.api import Scorecard
    from kasean_score.model import Initiative, Rubric
    from kasean_score.scoring.evaluate import NodeScore

Doc = dict[str, Any]
AGGREGATES: dict[str, Any] = {
    "arithmetic": "arithmetic",
    "geometric": "geometric",
    "harmonic": "harmonic",
    "minimum": "minimum",
    "power 2": {"power": 2},
    "power -3": {"power": -3},
}
"""Every named aggregation and two that have no name, as a document writes them."""


def criterion(name: str, weight: float = 1, **fields: Any) -> Doc:
    return {"id": name, "weight": weight, **fields}


def measure(name: str, worst: float = 0, best: float = 100, weight: float = 1, *, log: bool = False) -> Doc:
    return criterion(name, weight, measure={"worst": worst, "best": best, "log": log})


def group(name: str, *children: Doc, weight: float = 1, **fields: Any) -> Doc:
    below = "groups" if any("criteria" in child or "groups" in child for child in children) else "criteria"
    return {"id": name, "weight": weight, **fields, below: list(children)}


def rubric(*groups: Doc, **fields: Any) -> Doc:
    return {"kind": "rubric", "id": "r", "title": "Rubric", **fields, "groups": list(groups)}


def initiative(ratings: Mapping[str, Any], **fields: Any) -> Doc:
    """A dossier rated on rubric `r`. A rating is a level, `[low, high]`, `?` (not rated), `-` (n/a) or a record."""
    written = {address: _rating(given) for address, given in ratings.items()}
    return {"kind": "initiative", "id": "i", "name": "Initiative", **fields, "ratings": {"r": written}}


def _rating(given: Any) -> Doc:
    if isinstance(given, dict):
        return given
    return {"?": {"not_rated": "no evidence"}, "-": {"not_applicable": "no such thing"}}.get(
        given if isinstance(given, str) else "", {"level": given}
    )


def load_rubric(content: Doc) -> Rubric:
    with TemporaryDirectory() as folder:
        return kasean_score.load_rubric(_written(folder, content))


def load_initiative(content: Doc) -> Initiative:
    with TemporaryDirectory() as folder:
        return kasean_score.load_initiative(_written(folder, content))


def score(content: Doc, ratings: Mapping[str, Any], **fields: Any) -> Scorecard:
    """The scorecard of an initiative with these ratings (and other fields) on a rubric."""
    return kasean_score.evaluate(load_rubric(content), load_initiative(initiative(ratings, **fields)))


def node(scorecard: Scorecard, address: str) -> NodeScore:
    return next(found for found in scorecard.nodes if found.node.id == address)


def _written(folder: str, content: Doc) -> str:
    """JSON is YAML in flow style, and never uses an alias for a value that stands twice."""
    path = Path(folder, f"{content['kind']}.yaml")
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return str(path)
