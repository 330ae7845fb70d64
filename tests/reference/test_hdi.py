"""The Human Development Index: a logarithm, an arithmetic mean of two indices, and a geometric mean of three.

Goalposts: UNDP, Human Development Report, technical note 1. Figures of 2022: UNDP, Human Development Report 2023/24,
Composite indices complete time series (CC BY 3.0 IGO; UNDP Human Development Report Office).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reference_support import Row, needs, scorecard, table, written

if TYPE_CHECKING:
    from pathlib import Path

    import kasean_score

CASE = "hdi-2022"
ADDRESSES = {
    "life_expectancy": "health.life_expectancy",
    "expected_schooling": "education.expected_schooling",
    "mean_schooling": "education.mean_schooling",
    "gni_per_capita": "income.gni_per_capita",
}
INDICES = {"health": "health_index", "education": "education_index", "income": "income_index"}
RUBRIC = """\
kind: rubric
id: hdi
title: Human Development Index
aggregate: geometric
groups:
  - id: health
    criteria: [{id: life_expectancy, measure: {unit: years, worst: 20, best: 85}}]
  - id: education
    aggregate: arithmetic
    criteria:
      - {id: expected_schooling, measure: {unit: years, worst: 0, best: 18}}
      - {id: mean_schooling, measure: {unit: years, worst: 0, best: 15}}
  - id: income
    criteria: [{id: gni_per_capita, measure: {unit: 2017 PPP $, worst: 100, best: 75000, log: true}}]
"""


@pytest.fixture
def rubric(tmp_path: Path) -> str:
    path = tmp_path / "hdi.yaml"
    path.write_text(RUBRIC, encoding="utf-8")
    return str(path)


def country(folder: Path, rubric: str, figures: Row) -> kasean_score.Scorecard:
    ratings = {address: {"value": float(figures[name])} for name, address in ADDRESSES.items()}
    return scorecard(folder, rubric, ratings)


@needs(CASE)
@pytest.mark.parametrize(
    ("figures", "expected"),
    list(zip(table(CASE, "data.csv"), table(CASE, "expected.csv"), strict=True)),
    ids=[row["iso3"] for row in table(CASE, "data.csv")],
)
def test_the_hdi_of_2022_is_the_published_one(tmp_path: Path, rubric: str, figures: Row, expected: Row) -> None:
    assert figures["iso3"] == expected["iso3"]
    card = country(tmp_path, rubric, figures)
    assert card.score is not None
    assert round(card.score / 100, 3) == float(expected["hdi_published"])
    # the recomputed figures are written with ten decimals
    assert card.score / 100 == pytest.approx(float(expected["hdi_recomputed"]), rel=0, abs=1e-9)
    indices: dict[str, Any] = {node.node.id: node.score for node in card.nodes if node.node.id in INDICES}
    for group, column in INDICES.items():
        assert indices[group] / 100 == pytest.approx(float(expected[column]), rel=0, abs=1e-9)


KOREA_2023 = {  # Korea JoongAng Daily, 7 May 2025
    "life_expectancy": "84.33",
    "expected_schooling": "16.62",
    "mean_schooling": "12.72",
    "gni_per_capita": "49726",
}


@pytest.mark.parametrize(("aggregate", "expected"), [("geometric", "0.937"), ("arithmetic", "0.938")])
def test_koreas_hdi_of_2023_is_the_published_one_and_differs_by_a_thousandth_under_the_other_mean(
    tmp_path: Path, rubric: str, aggregate: str, expected: str
) -> None:
    content = {"kind": "rubric", "id": "other", "extends": rubric, "title": "HDI", "aggregate": aggregate}
    card = country(tmp_path, written(tmp_path, content, ending="yaml"), KOREA_2023)
    assert card.score is not None
    assert f"{card.score / 100:.3f}" == expected
