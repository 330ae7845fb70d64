"""PART: programme ratings published by the US Office of Management and Budget, 2002-2008 (public domain).

Weights: purpose and design 20 %, strategic planning 10 %, programme management 20 %, results and accountability 50 %
(US Department of Education, 2005). Rating by the unrounded total: Effective from 85, Moderately Effective from 70,
Adequate from 50, Ineffective below; 'Results Not Demonstrated' overrides the total where a programme had no acceptable
measures or data, which is a finding of its own: in the rubric a criterion that is not counted and limits the band.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reference_support import Row, needs, scorecard, table

import kasean_score
from kasean_score.files.refs import bundled
from kasean_score.model import in_language

if TYPE_CHECKING:
    from pathlib import Path

CASE = "part"
RUBRIC = "part-2008"
SECTIONS = ("purpose", "planning", "management", "results")
NOT_DEMONSTRATED = "Results Not Demonstrated"
PROGRAMMES = [name for name in bundled("initiative") if RUBRIC in kasean_score.load_initiative(name).ratings]


def published() -> dict[str, Row]:
    return {row["code"]: row for row in table(CASE, "data.csv")}


def page_of(programme: kasean_score.Initiative) -> str:
    """The page of the archive that a dossier cites: its code."""
    items = [item for rating in programme.ratings[RUBRIC].values() for item in rating.evidence]
    (page,) = {in_language(item.at or "", "en") for item in items}
    return page.removeprefix("page ")


def band_of(rating: str) -> str:
    return "not_demonstrated" if rating == NOT_DEMONSTRATED else rating.lower().replace(" ", "-")


@needs(CASE)
def test_every_published_programme_is_bundled_once() -> None:
    pages = [page_of(kasean_score.load_initiative(name)) for name in PROGRAMMES]
    assert sorted(pages) == sorted(published())


@needs(CASE)
@pytest.mark.parametrize("name", PROGRAMMES)
def test_total_and_rating_are_those_published(name: str) -> None:
    programme = kasean_score.load_initiative(name)
    row = published()[page_of(programme)]
    card = kasean_score.evaluate(kasean_score.load_rubric(RUBRIC), programme)
    assert card.score == pytest.approx(float(row["total_recomputed"]), rel=0, abs=0.05 + 1e-9)
    assert card.verdict.band == band_of(row["published_rating"])
    assert (card.coverage, card.low, card.high) == (1, card.score, card.score)


@needs(CASE)
@pytest.mark.parametrize("name", PROGRAMMES)
def test_a_dossier_carries_the_published_sections_name_and_rating(name: str) -> None:
    programme = kasean_score.load_initiative(name)
    row = published()[page_of(programme)]
    ratings = programme.ratings[RUBRIC]
    assert {key: ratings[f"sections.{key}"].value for key in SECTIONS} == {key: float(row[key]) for key in SECTIONS}
    assert in_language(programme.name, "en") == row["programme"]
    (cited,) = ratings["basis.measures"].evidence
    assert in_language(cited.shows, "en") == f"The programme is rated '{row['published_rating']}'."


@needs(CASE)
def test_the_published_cases_have_each_of_the_five_ratings() -> None:
    bands = {band.id for band in kasean_score.load_rubric(RUBRIC).bands}
    assert {band_of(row["published_rating"]) for row in table(CASE, "data.csv")} == {*bands, "not_demonstrated"}


def programme(folder: Path, total: float, *, measures: bool) -> kasean_score.Scorecard:
    ratings: dict[str, Any] = {f"sections.{name}": {"value": total} for name in SECTIONS}
    ratings["basis.measures"] = {"level": int(measures)}
    return scorecard(folder, RUBRIC, ratings)


@pytest.mark.parametrize(
    ("total", "band"),
    [(85, "effective"), (84.96, "moderately-effective"), (70, "moderately-effective"), (69.96, "adequate"),
     (50, "adequate"), (49.96, "ineffective")],
)  # fmt: skip
def test_a_total_that_only_rounds_to_a_threshold_has_not_reached_it(tmp_path: Path, total: float, band: str) -> None:
    """With one decimal 84.96 is printed as 85.0, and is not Effective."""
    assert programme(tmp_path, total, measures=True).verdict.band == band


def test_without_measures_the_rating_is_withheld_whatever_the_total_and_the_total_stays(tmp_path: Path) -> None:
    card = programme(tmp_path, 100, measures=False)
    assert (card.score, card.verdict.band, card.verdict.band_by_score) == (100, "not_demonstrated", "effective")
    assert card.limits[0].lowers


@pytest.mark.parametrize("section", SECTIONS)
def test_no_rating_is_named_while_a_section_is_unrated(tmp_path: Path, section: str) -> None:
    ratings: dict[str, Any] = {f"sections.{name}": {"value": 100} for name in SECTIONS}
    ratings |= {f"sections.{section}": {"not_rated": "no score was found"}, "basis.measures": {"level": 1}}
    assert scorecard(tmp_path, RUBRIC, ratings).verdict.band == "not_demonstrated"
