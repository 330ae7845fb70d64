"""Intervals, chances of bands and confidence factors, against closed forms and facts known in advance."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scoring_support import criterion, group, initiative, load_initiative, load_rubric, rubric

import kasean_score
from kasean_score.robust.draws import Problem, Varied
from kasean_score.robust.robustness import robustness
from kasean_score.robust.simulate import confidence_factors, share_error, simulate
from kasean_score.robust.weights import Around, Uniform

TWO = rubric(group("a", criterion("x"), criterion("y")))


def problem(*ratings: dict[str, Any], content: dict[str, Any] = TWO, constraints: tuple[str, ...] = ()) -> Problem:
    return Problem(
        load_rubric(content),
        [load_initiative(initiative(one, id=f"i{at}")) for at, one in enumerate(ratings)],
        constraints,
    )


def test_the_interval_of_a_uniform_score_is_that_of_the_uniform_distribution() -> None:
    """Levels 0 and 4 under uniform weights of two criteria: the score is uniform on 0 to 100."""
    found = simulate(problem({"a.x": 0, "a.y": 4}), Varied(Uniform()), 20_000, 0).drawn[0]
    for figure, expected, p in ((found.low, 5, 0.05), (found.median, 50, 0.5), (found.high, 95, 0.95)):
        assert figure is not None
        error = 100 * share_error(p, 20_000)  # of a quantile, its density being 1 in 100
        assert figure.value == pytest.approx(expected, abs=4 * error)
        assert figure.error == pytest.approx(error, rel=0.4)  # from some 60 order statistics


def test_the_chance_of_a_band_is_the_length_of_it() -> None:
    """A uniform score, and bands at 85, 65, 50, 30 and 0 as a rubric has them by default."""
    content = load_rubric(TWO)
    starts = [band.at_least for band in content.bands]
    lengths = [above - start for above, start in zip([100, *starts], starts, strict=False)]
    found = simulate(problem({"a.x": 0, "a.y": 4}), Varied(Uniform()), 20_000, 0).drawn[0]
    assert found.bands[:-1] == pytest.approx([length / 100 for length in lengths], abs=0.015)
    assert found.bands[-1] == 0


def test_limits_hold_the_band_in_the_draws_that_meet_them() -> None:
    """Level 1 or 2, equally likely, on a criterion that holds the band at 1: half of the draws are held."""
    content = {**TWO, "limits": [{"when": {"criterion": "a.x", "at_most": 1}, "band_at_most": "weak"}]}
    found = simulate(problem({"a.x": [1, 2], "a.y": 4}, content=content), Varied(levels=True), 10_000, 0).drawn[0]
    bands = dict(zip([band.id for band in load_rubric(content).bands], found.bands, strict=False))
    assert bands["weak"] == pytest.approx(0.5, abs=0.02)


def test_a_draw_covers_no_more_than_the_dossier_does() -> None:
    """Half of the weight rated: drawing the other half does not demonstrate it."""
    found = simulate(problem({"a.x": 4, "a.y": "?"}), Varied(levels=True), 100, 0).drawn[0]
    assert found.bands[-1] == 1


def test_nothing_varied_leaves_a_point() -> None:
    found = simulate(problem({"a.x": 1, "a.y": 2}), Varied(), 50, 0).drawn[0]
    assert {figure.value for figure in (found.low, found.median, found.high) if figure} == {37.5}


def test_a_criterion_on_which_all_are_equal_never_moves_a_rank() -> None:
    with_it = rubric(group("a", criterion("x"), criterion("y"), criterion("same", 9)))
    ratings = [{"a.x": 4, "a.y": 1}, {"a.x": 2, "a.y": 3}]
    found = [
        simulate(problem(*given, content=content), Varied(Uniform()), 20_000, 0).order
        for content, given in ((TWO, ratings), (with_it, [{**one, "a.same": 2} for one in ratings]))
    ]
    assert found[0] is not None
    assert found[1] is not None
    assert found[1].wins == pytest.approx(found[0].wins, abs=0.02)
    assert found[0].wins[0, 1] == pytest.approx(0.5, abs=0.015)


def test_the_order_is_kept_in_the_draws_that_have_it() -> None:
    """(4, 1) against (2, 3) with weights 3 and 1 as stated: x must weigh more than half, in half of uniform draws."""
    content = rubric(group("a", criterion("x", 3), criterion("y")))
    found = simulate(problem({"a.x": 4, "a.y": 1}, {"a.x": 2, "a.y": 3}, content=content), Varied(Uniform()), 20_000, 0)
    assert found.kept == pytest.approx(0.5, abs=0.015)


def test_an_initiative_alone_has_an_interval_and_no_order() -> None:
    found = simulate(problem({"a.x": 4, "a.y": 1}), Varied(Uniform()), 100, 0)
    assert found.order is None
    assert found.kept is None
    assert found.drawn[0].low is not None


def test_one_without_a_score_is_left_out_of_the_order() -> None:
    given = problem({"a.x": 4, "a.y": 1}, {"a.x": "?", "a.y": "?"}, {"a.x": 1, "a.y": 1})
    found = simulate(given, Varied(Uniform()), 100, 0)
    assert found.ranked == (0, 2)
    assert found.drawn[1].low is None
    assert simulate(given, Varied(Uniform(), levels=True), 100, 0).ranked == (0, 1, 2)


def test_a_confidence_factor_is_one_where_weights_alone_are_open() -> None:
    given = problem({"a.x": 4, "a.y": 1}, {"a.x": 2, "a.y": 3}, {"a.x": 1, "a.y": 1})
    found = simulate(given, Varied(Uniform()), 5000, 0)
    assert confidence_factors(given, found, 100).tolist() == pytest.approx([1, 1, np.nan], nan_ok=True)


def test_a_confidence_factor_counts_the_draws_first_at_the_central_weights() -> None:
    """At its central weights i0 has 75 or 100 against 87.5 on x alone: first in half of the draws."""
    one = rubric(
        group("a", criterion("x")),
        scale=[{"level": n, "label": str(n), "value": v} for n, v in enumerate((0, 75, 87.5, 100))],
    )
    high = {"a.x": [1, 3]}
    given = problem(high, {"a.x": 2}, content=one)
    found = simulate(given, Varied(levels=True), 10_000, 0)
    factors = confidence_factors(given, found, 3000)
    assert factors[0] == pytest.approx(1 / 3 + 1 / 6, abs=0.04)  # above in a third, equal in a third and sharing it


def test_the_same_seed_gives_the_same_figures_and_another_one_others() -> None:
    content = kasean_score.load_rubric("reset-plan")
    ones = [kasean_score.load_initiative(name) for name in ("nsp", "kasi")]
    runs = [robustness(content, ones, Varied(Around(), levels=True), 500, seed) for seed in (0, 0, 1)]
    assert runs[0].together.drawn == runs[1].together.drawn
    assert runs[0].together.drawn != runs[2].together.drawn


def test_each_source_alone_is_simulated_by_itself() -> None:
    content = kasean_score.load_rubric("reset-plan")
    ones = [kasean_score.load_initiative(name) for name in ("nsp", "kasi")]
    found = robustness(content, ones, Varied(Around(), levels=True, powers=(None, 0.0)), 500, 0)
    assert list(found.alone) == ["weights", "levels", "aggregation"]
    weights = robustness(content, ones, Varied(Around()), 500, 0)
    assert found.alone["weights"].drawn == weights.together.drawn
    assert weights.alone == {}


def test_other_aggregations_are_scored_as_evaluate_scores_them() -> None:
    """Levels 1 and 4, so 25 and 100: arithmetic 62.5, geometric 50, harmonic 40, minimum 25."""
    ones = [load_initiative(initiative({"a.x": 1, "a.y": 4}))]
    found = robustness(load_rubric(TWO), ones, Varied(Uniform()), 10, 0).alternatives
    assert [one.scores[0] for one in found] == pytest.approx([62.5, 50, 40, 25])


def test_no_draws_and_no_initiatives_are_refused() -> None:
    with pytest.raises(ValueError, match="draw"):
        simulate(problem({"a.x": 1, "a.y": 1}), Varied(), 0, 0)
    with pytest.raises(ValueError, match="nothing"):
        robustness(load_rubric(TWO), [], Varied(), 1, 0)
