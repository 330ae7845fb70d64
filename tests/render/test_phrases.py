"""How figures are rounded for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kasean_score import evaluate, load_initiative, load_rubric, to_document
from kasean_score.render.phrases import overall_text
from kasean_score.render.rounding import score_text, whole

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = """
kind: rubric
id: r
title: R
bands: [{id: high, at_least: 70}, {id: middle, at_least: 50}, {id: low, at_least: 0}]
groups: [{id: g, criteria: [{id: m, measure: {worst: 0, best: 100}}]}]
"""
INITIATIVE = "kind: initiative\nid: i\nname: I\nratings: {r: {g.m: {value: %s}}}\n"


@pytest.mark.parametrize(
    ("score", "shown"),
    [("49.4", "49"), ("49.6", "49.6"), ("49.96", "49.96"), ("50", "50"), ("50.4", "50"), ("69.9996", "69.9996")],
)
def test_a_score_is_whole_unless_that_would_put_it_in_another_band(tmp_path: Path, score: str, shown: str) -> None:
    """A reader who sees 50 beside a band that ends below 50 would be right to object."""
    (tmp_path / "r.yaml").write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "i.yaml").write_text(INITIATIVE % score, encoding="utf-8")
    card = evaluate(load_rubric(str(tmp_path / "r.yaml")), load_initiative(str(tmp_path / "i.yaml")))
    assert overall_text(to_document([card])["scorecards"][0]).split()[0] == shown


def test_the_bounds_of_a_score_with_decimals_have_them_too(tmp_path: Path) -> None:
    """69.5 [70-70] would put a score outside its own bounds."""
    (tmp_path / "r.yaml").write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "i.yaml").write_text(INITIATIVE % "69.5, low: 68.21", encoding="utf-8")
    card = evaluate(load_rubric(str(tmp_path / "r.yaml")), load_initiative(str(tmp_path / "i.yaml")))
    assert overall_text(to_document([card])["scorecards"][0]) == "69.5 [68.2-69.5]"


@pytest.mark.parametrize(("exact", "shown"), [(62.5, 63), (0.5, 1), (62.49, 62), (0, 0), (100, 100)])
def test_halves_are_rounded_up(exact: float, shown: int) -> None:
    assert whole(exact) == shown


def test_a_score_never_travels_without_its_bounds() -> None:
    assert score_text(46.2, [31.4, 67.5]) == "46 [31-68]"
    assert score_text(46.2, [31.4, 67.5], thin=True) == "46? [31-68]"
    assert score_text(None, [0, 100]) == "- [0-100]"
