"""What a rating leaves open: the chances of levels, as DESIGN states them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scoring_support import criterion, group, initiative, load_initiative, load_rubric, measure, rubric

from kasean_score.robust.sample import Between, Steps, spread_of, stream

PLAIN = rubric(group("a", criterion("x"), measure("m", 0, 10)))


def spread(given: Any, address: str = "a.x") -> Any:
    content = load_rubric(PLAIN)
    wanted = next(one for one in content.criteria() if one.id == address)
    return spread_of(content, wanted, load_initiative(initiative({address: given})).ratings["r"][address])


def chances(found: Steps) -> dict[float, float]:
    return dict(zip(found.levels.tolist(), found.probabilities.round(12).tolist(), strict=True))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param([1, 3], {1: 1 / 3, 2: 1 / 3, 3: 1 / 3}, id="a range is uniform"),
        pytest.param({"level": [1, 2], "confidence": "low"}, {1: 0.5, 2: 0.5}, id="a range states its own doubt"),
        pytest.param({"level": 2, "confidence": "medium"}, {1: 0.1, 2: 0.8, 3: 0.1}, id="medium is 80 %"),
        pytest.param({"level": 2, "confidence": "low"}, {1: 0.25, 2: 0.5, 3: 0.25}, id="low is 50 %"),
        pytest.param({"level": 0, "confidence": "low"}, {0: 0.5, 1: 0.5}, id="an end has one neighbour"),
        pytest.param({"level": 4, "confidence": "medium"}, {3: 0.2, 4: 0.8}, id="so has the top"),
        pytest.param("?", dict.fromkeys(range(5), 0.2), id="not rated is uniform"),
    ],
)
def test_the_chance_of_each_level(given: Any, expected: dict[float, float]) -> None:
    assert chances(spread(given)) == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("given", [2, {"level": 2, "confidence": "high"}, "-"])
def test_a_sure_level_and_one_that_does_not_apply_leave_nothing_open(given: Any) -> None:
    assert spread(given) is None


def test_a_measure_is_open_between_its_lowest_and_highest_source() -> None:
    found = spread({"value": 4, "low": 2, "high": 6}, "a.m")
    assert isinstance(found, Between)
    assert found.values_at(np.array([0.0, 0.5, 1.0])).tolist() == pytest.approx([20, 40, 60])
    assert spread({"value": 4}, "a.m") is None


def test_an_unrated_measure_may_score_anything() -> None:
    found = spread("?", "a.m")
    assert found.values_at(np.array([0.0, 0.25, 1.0])).tolist() == [0, 25, 100]


def test_a_panel_is_drawn_member_by_member() -> None:
    """Three say 1, 1 and [2, 3]: a third each, the last one's halved."""
    said = [{"rater": "A", "level": 1}, {"rater": "B", "level": 1}, {"rater": "C", "level": [2, 3]}]
    assert chances(spread({"level": 1, "panel": said})) == pytest.approx({1: 2 / 3, 2: 1 / 6, 3: 1 / 6})


def test_quantiles_hit_each_level_as_often_as_its_chance() -> None:
    found = spread({"level": 2, "confidence": "low"})
    levels = found.levels_at((np.arange(1000) + 0.5) / 1000)
    assert [np.count_nonzero(levels == level) for level in (1, 2, 3)] == [250, 500, 250]
    assert found.values_at(np.array([0.1, 0.3, 0.9])).tolist() == [25, 50, 75]


def test_streams_of_other_names_or_seeds_differ_and_the_same_repeat() -> None:
    drawn = [stream(*key).random(3).tolist() for key in ((0, "levels", "a"), (0, "levels", "b"), (1, "levels", "a"))]
    assert drawn[0] == stream(0, "levels", "a").random(3).tolist()
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]
