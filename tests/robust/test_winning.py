"""Exact winning shares: by hand, against one another, and as a check of a simulation."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

import numpy as np
import pytest
from exact_support import problem
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scoring_support import criterion, group, rubric

from kasean_score.robust.draws import Varied
from kasean_score.robust.simulate import simulate
from kasean_score.robust.weights import Uniform
from kasean_score.robust.winning import grouped_share, winning_share, winning_share_of

if TYPE_CHECKING:
    from collections.abc import Sequence

DIFFERENCE = st.sampled_from([-100.0, -75, -25, -12.5, 0, 12.5, 25, 50, 100])
relaxed = settings(deadline=None, derandomize=True, max_examples=50)
TWO_GROUPS = rubric(group("g", criterion("x"), criterion("y")), group("h", criterion("z")))


def by_exponentials(differences: Sequence[float]) -> float:
    """For unlike positive differences: sum over them of the product of d_i / (d_i - d_j), as fractions."""
    total = Fraction(0)
    for one in {d for d in differences if d > 0}:
        part = Fraction(1)
        for other in differences:
            if other != one:
                part *= Fraction(one) / (Fraction(one) - Fraction(other))
        total += part
    return float(total)


@pytest.mark.parametrize(
    ("differences", "share"),
    [
        ([1, -1], 0.5),
        ([3, -1], 0.75),
        ([1, -3], 0.25),
        ([1, 1, -1], 0.75),
        ([1, 0], 1),
        ([0, 0], 0),
        ([-1, 0], 0),
        ([5], 1),
    ],
)
def test_with_two_criteria_the_share_is_a_ratio_of_lengths(differences: list[float], share: float) -> None:
    """D = 3 w - (1 - w) is above 0 for w > 1/4; for 1, 1, -1 the half of the weights' triangle cut off twice."""
    assert winning_share(differences) == pytest.approx(share)


@relaxed
@given(st.lists(st.integers(-40, 40), min_size=2, max_size=9, unique=True))
def test_unlike_differences_give_the_sum_of_products(differences: list[int]) -> None:
    assert winning_share(differences) == pytest.approx(by_exponentials(differences), abs=1e-9)


@relaxed
@given(st.lists(DIFFERENCE, min_size=1, max_size=8))
def test_one_family_and_its_integral_agree(differences: list[float]) -> None:
    """The other way to compute it, through the characteristic function, takes a group of two equal ones for each."""
    nested = grouped_share([[one, one] for one in differences])
    ties = 0.5 if not any(differences) else 0.0
    assert nested == pytest.approx(winning_share(differences) + ties, abs=1e-9)


def test_a_pair_of_criteria_against_one() -> None:
    """25 u against -25, u uniform: v u > 1 - v has the probability of the integral of u / (1 + u), 1 - log 2."""
    assert grouped_share([[25, 0], [-25]]) == pytest.approx(1 - log(2), abs=1e-10)
    assert grouped_share([[-25, 0], [25]]) == pytest.approx(log(2), abs=1e-10)


def test_two_groups_agree_with_an_integral_over_one_of_them() -> None:
    """D of the first is even on -25 to 50, d of the second on -75 to 25.

    Given d > 0, the share is that of D > 0 and the mean of d / (d - D) below; given d < 0, of D / (D - d) above.
    """

    def given_second(d: float) -> float:
        if d > 0:
            return (50 + d * log((d + 25) / d)) / 75
        return (50 + d * log((d - 50) / d)) / 75

    parts = [quad(given_second, *ends, epsabs=1e-12)[0] for ends in ((-75, 0), (0, 25))]
    assert grouped_share([[-25, 50], [25, -75]]) == pytest.approx(sum(parts) / 100, abs=1e-10)


@relaxed
@given(st.lists(st.lists(DIFFERENCE, min_size=1, max_size=5), min_size=1, max_size=5))
def test_groups_agree_with_drawn_weights(groups: list[list[float]]) -> None:
    if not any(one for group in groups for one in group):
        return
    rng, draws = np.random.default_rng(1), 40_000
    whole = np.zeros(draws)
    for members in groups:
        weights = rng.dirichlet(np.ones(len(members)), draws)
        whole += rng.standard_exponential(draws) * (weights @ np.array(members))
    assert grouped_share(groups) == pytest.approx((whole > 0).mean(), abs=4.5 * 0.5 / draws**0.5)


def test_a_simulation_comes_within_its_error_of_the_exact_share() -> None:
    a, b = {"g.x": 1, "g.y": 4, "h.z": 2}, {"g.x": 3, "g.y": 2, "h.z": 1}
    both = problem(TWO_GROUPS, a, b)
    exact = winning_share_of(both, 0, 1)
    simulated = simulate(both, Varied(Uniform()), 40_000, 3).order
    assert exact == pytest.approx(grouped_share([[-50, 50], [25]]))
    assert simulated is not None
    assert simulated.wins[0, 1] == pytest.approx(exact, abs=4 * 0.5 / 200)
    assert winning_share_of(both, 1, 0) == pytest.approx(1 - (exact or 0))


def test_a_group_with_one_rated_criterion_or_equal_ones_is_a_criterion() -> None:
    a, b = {"g.x": 1, "g.y": "?", "h.z": 2}, {"g.x": 3, "g.y": "?", "h.z": 1}
    assert winning_share_of(problem(TWO_GROUPS, a, b), 0, 1) == pytest.approx(1 / 3)
    a, b = {"g.x": 1, "g.y": 2, "h.z": 2}, {"g.x": 3, "g.y": 4, "h.z": 1}
    assert winning_share_of(problem(TWO_GROUPS, a, b), 0, 1) == pytest.approx(1 / 3)


def test_what_has_no_such_form_is_not_guessed() -> None:
    a, b = {"g.x": 1, "g.y": 4, "h.z": 2}, {"g.x": 3, "g.y": "?", "h.z": 1}
    assert winning_share_of(problem(TWO_GROUPS, a, b), 0, 1) is None
    assert winning_share_of(problem({**TWO_GROUPS, "aggregate": "geometric"}, a, a), 0, 1) is None
    assert winning_share_of(problem(TWO_GROUPS, {}, {}), 0, 1) is None
    deep = rubric(
        group("g", group("h", criterion("x"), criterion("y")), group("i", criterion("z"))), group("j", criterion("u"))
    )
    names = ("g.h.x", "g.h.y", "g.i.z", "j.u")
    both = [dict(zip(names, levels, strict=True)) for levels in ((1, 4, 2, 2), (3, 2, 1, 3))]
    assert winning_share_of(problem(deep, *both), 0, 1) is None
    with pytest.raises(ValueError, match="no differences"):
        winning_share([])


def test_the_share_rises_with_every_difference() -> None:
    shares = [grouped_share([[d, -50, 0], [-10, 20]]) for d in (-60, -50, -20, 0, 1e-3, 30, 90)]
    assert all(one < other for one, other in pairwise(shares))
