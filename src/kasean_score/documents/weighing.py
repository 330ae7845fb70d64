"""What it takes to score again under other weights or means, as a document without a word for people in it."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from kasean_score.model import Criterion, Group, is_condition
from kasean_score.scoring.evaluate import RATED
from kasean_score.scoring.limits import watched_by

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kasean_score.documents.report_shapes import (
        WeighedCriterionDoc,
        WeighedInitiativeDoc,
        WeighedLimitDoc,
        WeighedNodeDoc,
        WeighingDoc,
    )
    from kasean_score.model import Limit, Node, Rubric
    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["weighing"]


def weighing(rubric: Rubric, labelled: Sequence[tuple[str, Scorecard]]) -> WeighingDoc:
    """The tree, its rules and what each initiative's criteria came to; `labelled` are scorecards on the rubric."""
    nodes = list(rubric.nodes())
    places = {node.id: place for place, node in enumerate(nodes)}
    return {
        "power": _power(rubric.aggregate),
        "min_coverage": rubric.min_coverage,
        "bands": [{"id": band.id, "at_least": band.at_least} for band in rubric.bands],
        "nodes": [_node(rubric, node, places) for node in nodes],
        "limits": [_limit(rubric, limit, places) for limit in rubric.limits],
        "weight_sets": [
            {"id": one.id, "weights": [one.weight_of(node) for node in nodes]} for one in rubric.weight_sets.values()
        ],
        "initiatives": [_initiative(label, card) for label, card in labelled],
    }


def _power(power: float) -> float | None:
    return None if power == -inf else power


def _node(rubric: Rubric, node: Node, places: Mapping[str, int]) -> WeighedNodeDoc:
    own = node.aggregate if isinstance(node, Group) else None
    return {
        "id": node.id,
        "parent": places.get(node.id.rpartition(".")[0]),
        "kind": "group" if isinstance(node, Group) else "criterion",
        "condition": is_condition(node),
        "weight": node.weight,
        "power": None if own is None else _power(own),
        "own_power": own is not None,
        "levels": list(rubric.levels_of(node)) if isinstance(node, Criterion) and node.measure is None else [],
    }


def _limit(rubric: Rubric, limit: Limit, places: Mapping[str, int]) -> WeighedLimitDoc:
    return {
        "id": limit.id,
        "band_at_most": limit.band_at_most,
        "watched": [places[address] for address in watched_by(rubric, limit)],
        "at_most": limit.when.at_most,
        "below": limit.when.below,
    }


def _initiative(label: str, card: Scorecard) -> WeighedInitiativeDoc:
    return {"label": label, "criteria": [_criterion(score) for score in card.nodes]}


def _criterion(score: NodeScore) -> WeighedCriterionDoc | None:
    if not isinstance(score.node, Criterion):
        return None
    levels = None if score.state != RATED or score.rating is None else score.rating.levels
    made: WeighedCriterionDoc = {
        "state": score.state,  # type: ignore[typeddict-item]
        "score": score.score,
        "bounds": None if score.low is None or score.high is None else [score.low, score.high],
        "level": None if levels is None else list(levels),
    }
    return made
