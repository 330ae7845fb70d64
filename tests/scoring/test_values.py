"""From one rating to a score of 0 to 100 with its bounds, through files with a single criterion."""

from __future__ import annotations

from typing import Any

import pytest
from scoring_support import Doc, criterion, group, initiative, load_initiative, measure, rubric, score

from kasean_score.model import Measure
from kasean_score.scoring.values import measure_value

Bounds = tuple[float | None, float | None, float | None]
STEPS = [0, 10, 40, 100]
SCALE = [{"level": step, "label": f"L{step}", "value": value} for step, value in enumerate(STEPS)]
FLOOR = [{"level": 0, "label": "some", "value": 20}, {"level": 1, "label": "most", "value": 80}]
THREE = [{"level": step, "label": f"L{step}"} for step in range(3)]


def rated(only: Doc, rating: Any, **fields: Any) -> Bounds:
    card = score(rubric(group("g", only), **fields), {f"g.{only['id']}": rating})
    return card.score, card.low, card.high


@pytest.mark.parametrize(("level", "expected"), list(enumerate([0, 25, 50, 75, 100])))
def test_a_level_of_the_default_scale_is_worth_its_share_of_the_top_level(level: int, expected: float) -> None:
    assert rated(criterion("x"), level) == (expected, expected, expected)


@pytest.mark.parametrize(("level", "expected"), list(enumerate([0, 50, 100])))
def test_a_scale_without_values_is_linear_from_0_to_100(level: int, expected: float) -> None:
    assert rated(criterion("x"), level, scale=THREE) == (expected, expected, expected)


@pytest.mark.parametrize(("level", "expected"), list(enumerate(STEPS)))
def test_a_scale_may_give_its_own_values(level: int, expected: float) -> None:
    assert rated(criterion("x"), level, scale=SCALE) == (expected, expected, expected)


@pytest.mark.parametrize(
    ("given", "scale", "expected"),
    [
        ([1, 2], None, (37.5, 25, 50)),
        ([0, 4], None, (50, 0, 100)),
        ([3, 3], None, (75, 75, 75)),
        ([1, 2], SCALE, (25, 10, 40)),  # the midpoint of the values, not the value of a middle level
        ([1, 3], SCALE, (55, 10, 100)),
    ],
)
def test_a_range_counts_as_its_midpoint_and_its_ends_are_the_bounds(
    given: list[int], scale: list[Doc] | None, expected: Bounds
) -> None:
    assert rated(criterion("x"), given, **({"scale": scale} if scale else {})) == expected


@pytest.mark.parametrize(
    ("only", "scale", "low", "high"),
    [
        (criterion("x"), None, 0, 100),
        (criterion("x"), FLOOR, 20, 80),
        (criterion("x", levels={"1": "one", "3": "three"}), None, 25, 75),
        (measure("x", 5, 10), FLOOR, 0, 100),
    ],
    ids=["whole scale", "scale that starts at 20", "levels 1 and 3 only", "measure"],
)
def test_an_unrated_criterion_has_no_score_and_the_bounds_of_what_could_be_given(
    only: Doc, scale: list[Doc] | None, low: float, high: float
) -> None:
    assert rated(only, "?", **({"scale": scale} if scale else {})) == (None, low, high)


@pytest.mark.parametrize(
    ("goalposts", "value", "expected"),
    [
        ((0, 300), 206, 206 / 3),
        ((0, 300), 0, 0),
        ((0, 300), 300, 100),
        ((20, 85), 52.5, 50),
        ((-10, 10), 5, 75),
        ((100, 0), 25, 75),  # less is better
        ((100, 0), 100, 0),
        ((10, -10), -5, 75),
        ((0, 300), 301, 100),  # beyond a goalpost counts as the goalpost
        ((0, 300), -1, 0),
        ((100, 0), 120, 0),
        ((100, 0), -20, 100),
    ],
)
def test_a_measure_is_worth_its_way_from_worst_to_best(
    goalposts: tuple[float, float], value: float, expected: float
) -> None:
    found, low, high = rated(measure("x", *goalposts), {"value": value})
    assert found == pytest.approx(expected, rel=1e-14)
    assert (low, high) == (found, found)


@pytest.mark.parametrize(
    ("goalposts", "value", "expected"),
    [
        ((1, 10000), 100, 50),
        ((1, 10000), 1000, 75),
        ((10000, 1), 1000, 25),
        ((0.01, 1), 0.1, 50),
        ((1, 10000), 1e6, 100),
        ((1, 10000), 1e-6, 0),
    ],
)
def test_a_logarithmic_measure_compares_logarithms(
    goalposts: tuple[float, float], value: float, expected: float
) -> None:
    assert rated(measure("x", *goalposts, log=True), {"value": value})[0] == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(
    ("goalposts", "rating", "expected"),
    [
        ((0, 300), {"value": 210, "low": 150, "high": 240}, (70, 50, 80)),
        ((300, 0), {"value": 210, "low": 150, "high": 240}, (30, 20, 50)),  # the high source is the bad one
        ((0, 300), {"value": 210, "low": 150}, (70, 50, 70)),
        ((0, 300), {"value": 210, "high": 240}, (70, 70, 80)),
        ((0, 300), {"value": 210, "low": -50, "high": 400}, (70, 0, 100)),
    ],
)
def test_the_sources_that_differ_bound_a_measure_and_leave_its_score(
    goalposts: tuple[float, float], rating: Doc, expected: Bounds
) -> None:
    assert rated(measure("x", *goalposts), rating) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(
    ("rating", "is_range"),
    [
        (2, False), ([2, 2], False), ([1, 2], True), ("?", False), ("-", False), ({"value": 3}, False),
        ({"value": 3, "low": 1}, True), ({"value": 3, "high": 4}, True), ({"value": 3, "low": 3, "high": 3}, False),
    ],
)  # fmt: skip
def test_a_rating_is_a_range_where_its_ends_differ(rating: Any, is_range: bool) -> None:
    assert load_initiative(initiative({"g.x": rating})).ratings["r"]["g.x"].is_range is is_range


@pytest.mark.parametrize("value", [0.0, -3.0])
def test_there_is_no_logarithm_of_a_number_that_is_not_positive(value: float) -> None:
    with pytest.raises(ValueError, match="math domain error"):
        measure_value(Measure(worst=1, best=10, log=True), value)
