"""Ways of drawing weights: their means and spreads against the formulas of the distributions."""

from __future__ import annotations

import numpy as np
import pytest
from scoring_support import criterion, group, load_rubric, rubric

from kasean_score.robust.tree import Tree
from kasean_score.robust.weights import Around, Stated, Uniform, Way, Within, normalised

DRAWS = 40_000
STATED = np.array([0.5, 0.3, 0.2])


def shares(way: Way, *, of: str = "draw") -> np.ndarray:
    rng = np.random.default_rng(0)
    drawn = way.draw(STATED, DRAWS, rng) if of == "draw" else way.at(STATED, rng.random((3, DRAWS)))
    shared: np.ndarray = drawn / drawn.sum(axis=0)
    return shared


@pytest.mark.parametrize("of", ["draw", "at"])
def test_uniform_weights_have_the_moments_of_the_flat_dirichlet(of: str) -> None:
    """Mean 1/n and variance (n - 1) / (n^2 (n + 1)): 1/3 and 1/18 for three."""
    found = shares(Uniform(), of=of)
    assert found.mean(axis=1) == pytest.approx(np.full(3, 1 / 3), abs=0.005)
    assert found.var(axis=1) == pytest.approx(np.full(3, 1 / 18), rel=0.03)


@pytest.mark.parametrize("of", ["draw", "at"])
@pytest.mark.parametrize("firmness", [1.0, 4.0])
def test_dirichlet_weights_have_the_stated_ones_as_mean_and_spread_by_firmness(of: str, firmness: float) -> None:
    """Variance w (1 - w) / (A + 1), where A = firmness * members."""
    found = shares(Around(firmness), of=of)
    assert found.mean(axis=1) == pytest.approx(STATED, abs=0.005)
    assert found.var(axis=1) == pytest.approx(STATED * (1 - STATED) / (3 * firmness + 1), rel=0.04)


def test_weights_within_a_share_stay_within_it() -> None:
    drawn = Within(0.2).draw(STATED, DRAWS, np.random.default_rng(0)) / STATED[:, None]
    assert 0.8 <= drawn.min() < 0.801
    assert 1.199 < drawn.max() <= 1.2


def test_stated_weights_are_the_same_in_every_draw() -> None:
    assert (Stated().draw(STATED, 3, np.random.default_rng(0)).T == STATED).all()


def test_a_hundred_per_cent_off_leaves_weights_positive() -> None:
    assert Within(1.0).at(STATED, np.zeros((3, 2))).min() > 0


def test_normalised_weights_sum_to_one_among_siblings_and_are_zero_outside_any_family() -> None:
    tree = Tree(
        load_rubric(
            rubric(group("a", criterion("x", 3), criterion("y", 0)), group("b", criterion("z"), role="condition"))
        )
    )
    found = normalised(tree, np.full((len(tree.ids), 1), 5.0))[:, 0]
    assert dict(zip(tree.ids, found.tolist(), strict=True)) == {"": 1, "a": 1, "a.x": 1, "a.y": 0, "b": 0, "b.z": 1}
