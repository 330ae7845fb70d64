"""The ASEM index of COINr 1.1.14 (MIT, Copyright (c) 2022 William Becker): 49 measures in three nested levels.

Goalposts are the smallest and largest of the 51 values, worst and best exchanged where a high value is bad. Every
node of every unit in three settings has to agree to 1e-9 on a scale of 0 to 100, and ranks exactly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reference_support import Row, needs, scorecard, table, written

if TYPE_CHECKING:
    from pathlib import Path

    import kasean_score

CASE = "asem-arithmetic"
TOLERANCE = 1e-9
SETTINGS = {  # data and weights of each
    "equal": ("data.csv", "weight_equal"),
    "unequal": ("data.csv", "weight_unequal"),
    "shipped": ("data_treated.csv", "weight_equal"),
}
Cards = dict[str, "kasean_score.Scorecard"]
pytestmark = needs(CASE)


def tree(parent: str, structure: list[Row], data: list[Row], weight: str) -> list[dict[str, Any]]:
    """The nodes below `parent`, as a rubric writes them."""
    nodes = []
    for row in structure:
        if row["parent"] != parent:
            continue
        node: dict[str, Any] = {"id": row["id"], "title": row["name"], "weight": float(row[weight])}
        if row["type"] == "indicator":
            ends = sorted((float(unit[row["id"]]) for unit in data), reverse=row["direction"] == "-1")
            node["measure"] = {"worst": ends[0], "best": ends[-1]}
        else:
            below = "criteria" if row["level"] == "2" else "groups"
            node[below] = tree(row["id"], structure, data, weight)
        nodes.append(node)
    return nodes


@pytest.fixture(scope="module", params=SETTINGS)
def setting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Cards]:
    """The name of a setting, and the scorecard of every unit under it."""
    name: str = request.param
    folder: Path = tmp_path_factory.mktemp(name)
    file, weight = SETTINGS[name]
    structure, data = table(CASE, "structure.csv"), table(CASE, file)
    groups = tree("Index", structure, data, weight)
    rubric = written(folder, {"kind": "rubric", "id": "asem", "title": "ASEM", "groups": groups})
    parent = {row["id"]: row["parent"] for row in structure}
    top = {row["id"] for row in structure if row["parent"] == "Index"}

    def address(node: str) -> str:
        return node if node in top else f"{address(parent[node])}.{node}"

    cards = {}
    for row in data:
        ratings = {address(key): {"value": float(value)} for key, value in row.items() if key != "unit"}
        cards[row["unit"]] = scorecard(folder, rubric, ratings, row["unit"])
    return name, cards


def found(card: kasean_score.Scorecard) -> dict[str, float | None]:
    """Scores by the last part of the address; the whole is the Index."""
    return {"Index": card.score, **{node.node.id.rpartition(".")[2]: node.score for node in card.nodes}}


def test_every_aggregate_of_every_country_agrees_with_coinr(setting: tuple[str, Cards]) -> None:
    name, cards = setting
    scores = {unit: found(card) for unit, card in cards.items()}
    expected = [row for row in table(CASE, "expected.csv") if row["setting"] == name]
    assert len(expected) == 51 * 11
    wrong = [
        (row["unit"], row["node"], row["score"], scores[row["unit"]][row["node"]])
        for row in expected
        if scores[row["unit"]][row["node"]] != pytest.approx(float(row["score"]), rel=0, abs=TOLERANCE)
    ]
    assert wrong == []


def test_every_rank_agrees_with_coinr_with_ties_at_the_smallest_rank(setting: tuple[str, Cards]) -> None:
    name, cards = setting
    scores = {unit: found(card) for unit, card in cards.items()}
    wrong = []
    for row in table(CASE, "expected.csv"):
        if row["setting"] == name:
            own = scores[row["unit"]][row["node"]] or 0.0
            rank = 1 + sum((other[row["node"]] or 0.0) > own + TOLERANCE for other in scores.values())
            wrong += [] if rank == int(row["rank"]) else [(row["unit"], row["node"], row["rank"], rank)]
    assert wrong == []


@pytest.mark.parametrize("setting", ["equal", "unequal"], indirect=True)
def test_every_measure_of_every_country_agrees_with_coinr(setting: tuple[str, Cards]) -> None:
    _, cards = setting
    for row in table(CASE, "expected_normalised.csv"):
        scores = found(cards[row.pop("unit")])
        assert {node: scores[node] for node in row} == pytest.approx(
            {node: float(value) for node, value in row.items()}, rel=0, abs=TOLERANCE
        )


def test_contributions_of_49_measures_add_up_to_the_index(setting: tuple[str, Cards]) -> None:
    for card in setting[1].values():
        assert sum(leaf.contribution or 0 for leaf in card.criteria()) == pytest.approx(card.score, abs=TOLERANCE)
        assert card.coverage == pytest.approx(1)
        assert card.criteria_rated == 49
