"""The order under draws, against counts by hand and shares that are ratios of lengths and areas."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasean_score.robust.smaa import Counter, acceptability, smaa

relaxed = settings(deadline=None, derandomize=True, max_examples=100)
SCORES = st.integers(2, 5).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, 3), min_size=size, max_size=size), min_size=1, max_size=8)
)


def by_hand(columns: list[list[int]]) -> np.ndarray:
    """Rank shares of each draw: the mean over all ways of breaking its ties."""
    size = len(columns[0])
    found = np.zeros((size, size))
    for scores in columns:
        orders = [
            order
            for order in permutations(range(size))
            if sorted(scores, reverse=True) == [scores[one] for one in order]
        ]
        for order in orders:
            for rank, one in enumerate(order):
                found[one, rank] += 1 / len(orders)
    return found / len(columns)


@relaxed
@given(SCORES)
def test_ranks_are_the_mean_over_all_ways_of_breaking_ties(columns: list[list[int]]) -> None:
    found = acceptability(np.array(columns, dtype=float).T)
    assert found.acceptability == pytest.approx(by_hand(columns))


@relaxed
@given(SCORES)
def test_ranks_and_initiatives_sum_to_one_and_each_pair_wins_loses_or_ties(columns: list[list[int]]) -> None:
    found = acceptability(np.array(columns, dtype=float).T)
    assert found.acceptability.sum(axis=0) == pytest.approx(np.ones(len(columns[0])))
    assert found.acceptability.sum(axis=1) == pytest.approx(np.ones(len(columns[0])))
    apart = found.wins + found.wins.T + found.ties
    assert apart == pytest.approx(1 - np.eye(len(columns[0])))


@relaxed
@given(SCORES)
def test_counting_in_two_batches_is_counting_in_one(columns: list[list[int]]) -> None:
    scores = np.array(columns, dtype=float).T
    counter = Counter(len(scores))
    for part in np.array_split(scores, 2, axis=1):
        if part.size:
            counter.add(part)
    whole = acceptability(scores)
    assert all(np.allclose(a, b, equal_nan=True) for a, b in zip(counter.order()[1:4], whole[1:4], strict=True))


def test_scores_within_the_tolerance_are_a_tie() -> None:
    found = acceptability(np.array([[50.0, 50.0], [50.0 + 1e-12, 50.1]]))
    assert found.ties[0, 1] == 0.5
    assert found.wins[1, 0] == 0.5


def test_a_crowd_of_three_hundred_keeps_its_counts() -> None:
    found = acceptability(np.arange(300.0)[:, None].repeat(2, axis=1))
    assert found.acceptability[299, 0] == found.acceptability[0, 299] == 1
    assert found.wins[299].sum() == 299


def uniform(members: int, draws: int) -> np.ndarray:
    drawn = np.random.default_rng(1).standard_exponential((members, draws))
    drawn /= drawn.sum(axis=0)
    return drawn


def test_the_winning_share_of_two_on_two_criteria_is_a_ratio_of_lengths() -> None:
    """A = (80, 20), B = (30, 60): A wins where 50 w > 40 (1 - w), so for w > 4/9; central weights are the middles."""
    draws = 40_000
    found = smaa(np.array([[80.0, 20.0], [30.0, 60.0]]), uniform(2, draws))
    assert found.wins[0, 1] == pytest.approx(5 / 9, abs=4 * np.sqrt(20 / 81 / draws))
    assert found.central[0] == pytest.approx([13 / 18, 5 / 18], abs=0.01)
    assert found.central[1] == pytest.approx([2 / 9, 7 / 9], abs=0.01)


def test_three_that_are_best_on_one_criterion_each_share_the_first_place_evenly() -> None:
    """By symmetry of the simplex."""
    found = smaa(np.eye(3) * 100, uniform(3, 40_000))
    assert np.diag(found.acceptability[:, :1]) == pytest.approx(1 / 3, abs=0.01)
    assert found.acceptability == pytest.approx(np.full((3, 3), 1 / 3), abs=0.012)


def test_one_that_is_never_first_has_no_central_weights() -> None:
    found = smaa(np.array([[80.0, 80.0], [30.0, 60.0]]), uniform(2, 100))
    assert np.isnan(found.central[1]).all()
    assert found.central[0].sum() == pytest.approx(1)


def test_uncertain_performances_are_drawn_beside_the_weights() -> None:
    """One criterion, so weights do not matter: 50 against a uniform number of 0 to 200 wins a quarter of the time."""
    other = np.random.default_rng(2).random(40_000) * 200
    found = smaa(np.stack([np.full((1, 40_000), 50.0), other[None]]), np.ones((1, 40_000)))
    assert found.wins[0, 1] == pytest.approx(0.25, abs=0.01)


def test_no_draws_make_no_order() -> None:
    with pytest.raises(ValueError, match="at least one draw"):
        Counter(2).order()
