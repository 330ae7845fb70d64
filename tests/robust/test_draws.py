"""Draws of scores: the nominal one is what `evaluate` says, and no other depends on company, order or chunk."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, initiative, load_initiative, load_rubric, measure, rubric
from test_properties import cases

import kasean_score
from kasean_score.model import NOT_DEMONSTRATED
from kasean_score.robust import draws
from kasean_score.robust.draws import Problem, Varied
from kasean_score.robust.tree import power_mean
from kasean_score.robust.weights import Around, Uniform, Within
from kasean_score.scoring import aggregate
from kasean_score.scoring.variants import with_aggregate

if TYPE_CHECKING:
    from kasean_score.model import Initiative, Rubric

LENSES = ("reset-plan", "three-pillars")
LIMITED = rubric(
    group("a", criterion("x"), criterion("y"), weight=2),
    group("b", criterion("z"), role="condition"),
    limits=[
        {"when": {"criterion": "b.z", "at_most": 1}, "band_at_most": "limited"},
        {"when": {"group": "a", "below": 30}, "band_at_most": "weak"},
        {"when": {"group": "any", "below": 10}, "band_at_most": "not_demonstrated"},
    ],
)
relaxed = settings(deadline=None, derandomize=True, max_examples=80)


def band(rubric: Rubric, place: int) -> str:
    return NOT_DEMONSTRATED if place == len(rubric.bands) else rubric.bands[place].id


def agree(rubric: Rubric, initiatives: list[Initiative]) -> None:
    """Whether the nominal draw has the scores and bands of the pure scorer."""
    found = Problem(rubric, initiatives).nominal()
    for row, one in enumerate(initiatives):
        card = kasean_score.evaluate(rubric, one)
        if card.score is None:
            assert np.isnan(found.scores[row, 0])
        else:
            assert found.scores[row, 0] == pytest.approx(card.score, abs=1e-9)
        assert band(rubric, found.bands[row, 0]) == card.verdict.band


@relaxed
@given(cases(), st.sampled_from([0, 0.3, 1]))
def test_the_nominal_draw_of_any_tree_equals_evaluate(
    case: tuple[dict[str, object], dict[str, object]], least: float
) -> None:
    content, ratings = case
    agree(load_rubric({**content, "min_coverage": least}), [load_initiative(initiative(ratings))])


@relaxed
@given(st.lists(st.sampled_from([0, 1, 2, 3, 4, [0, 2], "?", "-"]), min_size=3, max_size=3))
def test_the_nominal_draw_meets_limits_as_evaluate_does(levels: list[object]) -> None:
    ratings = dict(zip(("a.x", "a.y", "b.z"), levels, strict=True))
    agree(load_rubric(LIMITED), [load_initiative(initiative(ratings))])


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("power", [1.0, 0.0, -1.0, -inf, 0.5, -3.3, 1e-7, 40.0])
def test_the_nominal_draw_of_the_bundled_initiatives_equals_evaluate_under_any_mean(lens: str, power: float) -> None:
    names = ["nsp", "kasi", "think-tank", "csp", "eria", "amro"]
    rubric = with_aggregate(kasean_score.load_rubric(lens), power)
    agree(rubric, [kasean_score.load_initiative(name) for name in names])


def test_a_mean_in_a_draw_is_that_of_the_drawn_weights_and_levels() -> None:
    """By hand: level 1 or 2 of 4 (25 or 50) and level 3 (75) under weights w and 1 - w."""
    problem = Problem(
        load_rubric(rubric(group("a", criterion("x"), criterion("y")))),
        [load_initiative(initiative({"a.x": [1, 2], "a.y": 3}))],
    )
    for batch in problem.batches(Varied(Uniform(), levels=True), 500, 3):
        w = batch.weights[problem.tree.index["a.x"]] / batch.weights[2:4].sum(axis=0)
        away = [np.abs(batch.scores[0] - (w * x + (1 - w) * 75)) for x in (25, 50)]
        assert np.minimum(*away).max() < 1e-9
        assert 0.4 < np.mean(away[0] < 1e-9) < 0.6


def test_an_initiative_draws_the_same_scores_whatever_its_company() -> None:
    rubric = kasean_score.load_rubric("reset-plan")
    nsp, kasi, eria = (kasean_score.load_initiative(name) for name in ("nsp", "kasi", "eria"))
    varied = Varied(Around(), levels=True, powers=(None, 0.0))
    alone = np.hstack([batch.scores for batch in Problem(rubric, [kasi]).batches(varied, 9000, 7)])
    beside = np.hstack([batch.scores for batch in Problem(rubric, [nsp, kasi, eria]).batches(varied, 9000, 7)])
    assert np.allclose(alone[0], beside[1], rtol=0, atol=1e-9)


def test_scores_do_not_depend_on_how_many_initiatives_are_computed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rubric = kasean_score.load_rubric("three-pillars")
    problem = Problem(rubric, [kasean_score.load_initiative(name) for name in ("nsp", "kasi", "eria")])
    varied = Varied(Within(0.5), levels=True)
    whole = [batch.scores for batch in problem.batches(varied, 300, 1)]
    monkeypatch.setattr(draws, "ROOM", 1)
    assert np.allclose(whole, [batch.scores for batch in problem.batches(varied, 300, 1)], rtol=0, atol=1e-9)


def test_each_of_several_aggregations_is_drawn_equally_often() -> None:
    """Level 0 beside level 4 of equal weight: 50 by the arithmetic mean, 0 by the geometric one."""
    problem = Problem(
        load_rubric(rubric(group("a", criterion("x"), criterion("y")))),
        [load_initiative(initiative({"a.x": 0, "a.y": 4}))],
    )
    scores = np.hstack([batch.scores[0] for batch in problem.batches(Varied(powers=(1.0, 0.0)), 10_000, 0)])
    assert set(scores) == {0.0, 50.0}
    assert np.mean(scores) == pytest.approx(25, abs=4 * 0.25)


def test_a_measure_whose_sources_differ_is_drawn_between_them() -> None:
    """100 to 10,000 on a logarithmic scale, given as 1,000 to 10,000: evenly in the value, so mostly above 50."""
    problem = Problem(
        load_rubric(rubric(group("a", measure("x", 100, 10_000, log=True)))),
        [load_initiative(initiative({"a.x": {"value": 2000, "low": 1000, "high": 10_000}}))],
    )
    scores = np.hstack([batch.scores[0] for batch in problem.batches(Varied(levels=True), 10_000, 0)])
    assert scores.min() == pytest.approx(50, abs=0.1)
    half = 50 * np.log10(5500 / 100)  # the middle of the values lies at 5,500
    assert np.median(scores) == pytest.approx(half, abs=0.5)


def test_what_is_not_rated_counts_in_the_draws_at_its_full_weight() -> None:
    """A group at 100 beside one of which nothing is rated, drawn evenly from 0 to 100: 75 in the mean, not 100."""
    problem = Problem(
        load_rubric(rubric(group("a", criterion("x")), group("b", criterion("y")))),
        [load_initiative(initiative({"a.x": 4, "b.y": "?"}))],
    )
    scores = np.hstack([batch.scores[0] for batch in problem.batches(Varied(levels=True), 10_000, 0)])
    assert set(scores) == {50.0, 62.5, 75.0, 87.5, 100.0}
    assert np.mean(scores) == pytest.approx(75, abs=0.75)


def test_two_initiatives_draw_their_levels_independently_of_each_other() -> None:
    """Both at one of five levels: equal in a fifth of the draws, and not in all of them."""
    problem = Problem(
        load_rubric(rubric(group("a", criterion("x")))),
        [load_initiative(initiative({"a.x": [0, 4]}, id=name)) for name in ("one", "two")],
    )
    scores = np.hstack([batch.scores for batch in problem.batches(Varied(levels=True), 10_000, 0)])
    assert np.mean(scores[0] == scores[1]) == pytest.approx(0.2, abs=0.016)


@relaxed
@given(
    st.lists(st.tuples(st.floats(0, 100), st.floats(0.01, 1)), min_size=1, max_size=4),
    st.one_of(st.sampled_from([1.0, 0.0, -inf]), st.floats(-100, 100)),
)
def test_a_mean_of_arrays_is_the_mean_of_their_members(members: list[tuple[float, float]], power: float) -> None:
    values = [np.array([[x, x]]) for x, _ in members]
    weights = np.array([[w, 3 * w] for _, w in members])
    found = power_mean(values, weights, np.ones((1, len(members)), dtype=bool), power)
    expected = aggregate.power_mean([x for x, _ in members], [w for _, w in members], power)
    assert found[0] == pytest.approx([expected] * found.shape[1], rel=1e-9, abs=1e-9)
