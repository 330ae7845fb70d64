"""PART: programme ratings published by the US Office of Management and Budget, 2002-2008 (public domain).

Weights: purpose and design 20 %, strategic planning 10 %, programme management 20 %, results and accountability 50 %
(US Department of Education, 2005). Rating by the unrounded total: Effective from 85, Moderately Effective from 70,
Adequate from 50, Ineffective below; 'Results Not Demonstrated' overrides the total where a programme had no acceptable
measures or data, which is a finding of its own: here a criterion that is not counted and limits the band.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reference_support import Row, needs, scorecard, table, written

if TYPE_CHECKING:
    from pathlib import Path

    import kasean_score

CASE = "part"
SECTIONS = {"purpose": 20, "planning": 10, "management": 20, "results": 50}
BANDS = {"effective": 85, "moderately-effective": 70, "adequate": 50, "ineffective": 0}
NOT_DEMONSTRATED = "Results Not Demonstrated"
RUBRIC: dict[str, Any] = {
    "kind": "rubric",
    "id": "part",
    "title": "Program Assessment Rating Tool",
    "scale": [{"level": 0, "label": "No"}, {"level": 1, "label": "Yes"}],
    "bands": [{"id": name, "at_least": least} for name, least in BANDS.items()],
    "groups": [
        {
            "id": "sections",
            "criteria": [
                {"id": name, "weight": weight, "measure": {"worst": 0, "best": 100}}
                for name, weight in SECTIONS.items()
            ],
        },
        {"id": "basis", "role": "condition", "criteria": [{"id": "measures", "question": "Are there measures?"}]},
    ],
    "limits": [{"when": {"criterion": "basis.measures", "at_most": 0}, "band_at_most": "not_demonstrated"}],
}


def programme(folder: Path, sections: dict[str, float], *, measures: bool) -> kasean_score.Scorecard:
    ratings: dict[str, Any] = {f"sections.{name}": {"value": value} for name, value in sections.items()}
    ratings["basis.measures"] = {"level": int(measures)}
    return scorecard(folder, written(folder, RUBRIC, ending="yaml"), ratings)


def sections_of(row: Row) -> dict[str, float]:
    return {name: float(row[name]) for name in SECTIONS}


def band_of(rating: str) -> str:
    return "not_demonstrated" if rating == NOT_DEMONSTRATED else rating.lower().replace(" ", "-")


@needs(CASE)
@pytest.mark.parametrize("row", table(CASE, "data.csv"), ids=lambda row: row["code"])
def test_total_and_rating_are_those_published(tmp_path: Path, row: Row) -> None:
    rating = row["published_rating"]
    card = programme(tmp_path, sections_of(row), measures=rating != NOT_DEMONSTRATED)
    assert card.score == pytest.approx(float(row["total_recomputed"]), rel=0, abs=0.05 + 1e-9)
    assert card.verdict.band == band_of(rating)
    assert card.coverage == 1


@needs(CASE)
def test_the_published_cases_have_each_of_the_five_ratings() -> None:
    assert {band_of(row["published_rating"]) for row in table(CASE, "data.csv")} == {*BANDS, "not_demonstrated"}


@pytest.mark.parametrize(
    ("total", "band"),
    [(85, "effective"), (84.96, "moderately-effective"), (70, "moderately-effective"), (69.96, "adequate"),
     (50, "adequate"), (49.96, "ineffective")],
)  # fmt: skip
def test_a_total_that_only_rounds_to_a_threshold_has_not_reached_it(tmp_path: Path, total: float, band: str) -> None:
    """With one decimal 84.96 is printed as 85.0, and is not Effective."""
    card = programme(tmp_path, dict.fromkeys(SECTIONS, total), measures=True)
    assert card.verdict.band == band


def test_without_measures_the_rating_is_withheld_whatever_the_total_and_the_total_stays(tmp_path: Path) -> None:
    card = programme(tmp_path, dict.fromkeys(SECTIONS, 100.0), measures=False)
    assert (card.score, card.verdict.band, card.verdict.band_by_score) == (100, "not_demonstrated", "effective")
    assert card.limits[0].lowers
