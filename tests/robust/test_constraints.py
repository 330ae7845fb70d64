"""Constraints on weights: how they are read, what is wrong with them, and which weights they admit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, load_rubric, rubric

from kasean_score.errors import InputError
from kasean_score.robust import cone as cones
from kasean_score.robust.constraints import read
from kasean_score.robust.polytope import Polytope
from kasean_score.robust.tree import Tree
from kasean_score.robust.weights import Around, Stated, Uniform, Within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

TREE = Tree(
    load_rubric(
        rubric(
            group("g", criterion("x"), criterion("y", 2), criterion("z", 3), criterion("idle", 0)),
            group("h", criterion("y"), criterion("p")),
            group("side", criterion("q"), criterion("r"), role="condition"),
        )
    )
)
relaxed = settings(deadline=None, derandomize=True, max_examples=40)


def faults(*texts: str) -> list[tuple[str, dict[str, object]]]:
    with pytest.raises(InputError) as caught:
        Polytope.of(TREE, texts)
    return [(problem.key, dict(problem.params)) for problem in caught.value.problems]


def keys(*texts: str) -> list[str]:
    return [key for key, _ in faults(*texts)]


def drawn(texts: Sequence[str], draws: int = 40_000, way: Uniform | Around | Within = Uniform(), at: int = 1) -> Array:  # noqa: B008
    """Normalised weights of the family of group g (x, y, z) unless another is asked for."""
    members = next(list(family.children) for family in TREE.families if family.at == at)
    found = Polytope.of(TREE, texts).draw(at, way, TREE.weights[members], draws, np.random.default_rng(5))
    return np.asarray(found / found.sum(axis=0))


@pytest.mark.parametrize(
    ("text", "rows", "equal"),
    [
        ("x >= g.y", [[1, -1, 0]], []),
        ("x>g.y", [[1, -1, 0]], []),
        ("x <= 2*z", [[-1, 0, 2]], []),
        ("x ≤ z × 2", [[-1, 0, 2]], []),
        ("1.5 * x = z", [], [[1.5, 0, -1]]),
        ("x >= 30%", [[0.7, -0.3, -0.3]], []),
        ("25 % <= x <= 50%", [[0.75, -0.25, -0.25], [-0.5, 0.5, 0.5]], []),
        ("x >= g.y >= z", [[1, -1, 0], [0, 1, -1]], []),
        ("x + z >= 60%", [[0.4, -0.6, 0.4]], []),
        ("g.x >= z + 10%", [[0.9, -0.1, -1.1]], []),
        ("x >= x", [], []),
    ],
)
def test_a_constraint_is_a_row_of_factors_of_the_siblings_weights(
    text: str, rows: list[list[float]], equal: list[list[float]]
) -> None:
    (found,) = read(TREE, [text])
    assert found.at == 1
    assert found.rows == pytest.approx(np.array(rows).reshape(-1, 3))
    assert found.equal == pytest.approx(np.array(equal).reshape(-1, 3))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("x", "unreadable-constraint"),
        ("", "unreadable-constraint"),
        ("x >= ", "unreadable-constraint"),
        ("30% >= 20%", "unreadable-constraint"),
        ("20% <= 30% <= x", "unreadable-constraint"),
        ("x >= 30", "unreadable-constraint"),
        ("x >= 0*z", "unreadable-constraint"),
        ("x >= 2*z*2", "unreadable-constraint"),
        ("x - z >= 0%", "unreadable-constraint"),
        ("x >= 101%", "constraint-share"),
        ("x >= 60% + 50%", "constraint-share"),
        ("xx >= z", "unknown-named.near"),
        ("nothing-like-it >= z", "unknown-named"),
        ("y >= z", "ambiguous-name"),
        ("x >= p", "constraint-apart"),
        ("g >= x", "constraint-apart"),
        ("idle >= x", "constraint-weightless"),
        ("side <= 10%", "constraint-weightless"),
    ],
)
def test_what_is_wrong_with_a_constraint_is_named(text: str, key: str) -> None:
    assert keys(text) == [key]


def test_all_faults_are_told_at_once_and_with_what_is_possible() -> None:
    found = faults("x >= 101%", "g.x >= pp", "x >= p", "x >= z")
    assert [key for key, _ in found] == ["constraint-share", "unknown-named.near", "constraint-apart"]
    assert found[1][1]["meant"] == "h.p"
    assert found[2][1]["siblings"] == ["g.x", "g.y", "g.z"]


def test_of_contradictory_constraints_a_smallest_set_is_named_for_every_family() -> None:
    found = faults("x >= 50%", "z >= g.y", "g.y >= 40%", "z >= 20%", "p >= 60%", "h.y >= 60%", "p >= h.y")
    assert {key for key, _ in found} == {"contradictory-constraints"}
    assert [(params["group"], params["given"]) for _, params in found] == [
        ("g", ["x >= 50%", "z >= g.y", "g.y >= 40%"]),
        ("h", ["p >= 60%", "h.y >= 60%"]),
    ]


@relaxed
@given(
    st.lists(
        st.sampled_from(["x>=50%", "z>=g.y", "g.y>=40%", "z>=20%", "z<=10%", "x=2*z", "x<=5%"]), min_size=1, unique=True
    )
)
def test_a_named_contradiction_cannot_hold_and_holds_without_any_of_its_parts(texts: list[str]) -> None:
    try:
        Polytope.of(TREE, texts)
    except InputError as error:
        named = error.problems[0].params["given"]
        assert isinstance(named, list)
        assert keys(*named) == ["contradictory-constraints"]
        for one in named:
            rest = [text for text in named if text != one]
            assert not rest or Polytope.of(TREE, rest)
    else:
        assert Polytope.of(TREE, texts[:-1])


@pytest.mark.parametrize("text", ["x <= 0%", "x >= 100%", "x = 100%"])
def test_weights_of_zero_are_no_weights(text: str) -> None:
    assert keys(text) == ["contradictory-constraints"]


def test_a_bound_that_constraints_turn_into_an_equality_is_one() -> None:
    cone = Polytope.of(TREE, ["x >= z", "z >= x"]).cones[1]
    assert len(cone.rows) == 0
    assert cone.inside[0] == pytest.approx(cone.inside[2])


def test_the_constraints_that_stated_weights_break_are_listed() -> None:
    """They are 1/6, 2/6 and 3/6 for x, y and z."""
    texts = ["x >= g.y", "z >= 50%", "x + g.y = z", "h.y = p"]
    assert Polytope.of(TREE, texts).broken(TREE, TREE.weights) == ["x >= g.y"]
    assert Polytope.of(TREE, ["z <= 49%", "x = 2*z"]).broken(TREE, TREE.weights) == ["z <= 49%", "x = 2*z"]


def test_each_rubric_gets_the_constraints_on_what_it_has() -> None:
    other = Tree(load_rubric(rubric(group("o", criterion("m"), criterion("x")))))
    found = Polytope.shared_out([TREE, other], ["z >= x", "m >= 10%", "x >= 20%"])
    assert [one.texts for one in found] == [("z >= x", "x >= 20%"), ("m >= 10%", "x >= 20%")]
    with pytest.raises(InputError):
        Polytope.shared_out([TREE, other], ["nothing >= 5%"])


# Drawing under constraints


def test_a_total_order_of_uniform_weights_is_drawn_exactly() -> None:
    """The sorted weights of n siblings have the means 1/n (1/n + ... + 1/k): for three 11/18, 5/18 and 2/18."""
    weights = drawn(["z >= x >= g.y"])
    assert (weights[2] >= weights[0]).all()
    assert (weights[0] >= weights[1]).all()
    assert weights.mean(axis=1) == pytest.approx(np.array([5, 2, 11]) / 18, abs=0.005)
    plain = np.sort(np.random.default_rng(1).dirichlet(np.ones(3), 40_000), axis=1).T
    assert np.cov(weights[[1, 0, 2]]) == pytest.approx(np.cov(plain), abs=0.002)


def test_an_equality_leaves_the_others_uniform() -> None:
    """x = 2 z: a point on the segment from all for y to 2/3 for x and 1/3 for z."""
    weights = drawn(["x = 2*z"])
    assert weights[0] == pytest.approx(2 * weights[2])
    assert np.histogram(weights[1], bins=4, range=(0, 1))[0] / 40_000 == pytest.approx(np.full(4, 0.25), abs=0.01)


BOUNDS = ["20% <= x <= 50%", "g.y <= 55%", "z <= 2*x + 5%"]


def test_hit_and_run_agrees_with_drawing_until_admissible() -> None:
    cone = Polytope.of(TREE, BOUNDS).cones[1]
    assert cone.corners is None
    stated, rng = TREE.weights[list(TREE.families[-2].children)], np.random.default_rng(2)
    assert len(stated) == 3
    kept, walked = cone.kept(Uniform(), stated, 60_000, rng), cone.walked(60_000, rng)
    kept, walked = kept / kept.sum(axis=0), walked / walked.sum(axis=0)
    assert cone.holds(walked + 0).mean() > 0.999
    for quantile in (0.05, 0.25, 0.5, 0.75, 0.95):
        ours, theirs = np.quantile(walked, quantile, axis=1), np.quantile(kept, quantile, axis=1)
        assert ours == pytest.approx(theirs, abs=0.006)
    assert np.cov(walked) == pytest.approx(np.cov(kept), abs=0.001)


def test_a_narrow_polytope_is_filled_evenly() -> None:
    """A box of shares of 0.01 by 0.0001: its even distribution has the box's means and standard deviations."""
    cone = Polytope.of(TREE, ["30% <= x <= 31%", "40% <= g.y <= 40.01%"]).cones[1]
    weights = cone.walked(20_000, np.random.default_rng(3))
    assert weights[:2].mean(axis=1) == pytest.approx([0.305, 0.40005], abs=2e-4)
    assert weights[0].std() == pytest.approx(0.01 / 12**0.5, rel=0.03)
    assert weights[1].std() == pytest.approx(0.0001 / 12**0.5, rel=0.03)


@relaxed
@given(st.lists(st.sampled_from(["x>=20%", "z>=g.y", "g.y<=40%", "z>=20%", "z<=60%", "x=2*z", "x<=55%"]), unique=True))
def test_every_draw_meets_every_constraint(texts: list[str]) -> None:
    try:
        polytope = Polytope.of(TREE, texts)
    except InputError:
        return
    weights = np.ones((len(TREE.ids), 300))
    for family in TREE.families:
        members = list(family.children)
        weights[members] = polytope.draw(family.at, Uniform(), TREE.weights[members], 300, np.random.default_rng(4))
        weights[members] /= weights[members].sum(axis=0)
    assert (weights > 0).all()
    assert all(polytope.broken(TREE, one) == [] for one in weights.T)


@pytest.mark.parametrize("way", [Around(2.0), Within(0.5)])
def test_other_ways_keep_their_distribution_under_constraints(way: Around | Within) -> None:
    """The draws are those of the way that meet the constraint, and no others."""
    members = list(TREE.families[-2].children)
    plain = way.draw(TREE.weights[members], 400_000, np.random.default_rng(9))
    plain = plain / plain.sum(axis=0)
    wanted = plain[:, plain[0] >= 0.18]
    found = drawn(["x >= 18%"], way=way)
    assert found[0].min() >= 0.18 - 1e-12
    assert found.mean(axis=1) == pytest.approx(wanted.mean(axis=1), abs=0.004)
    assert found.std(axis=1) == pytest.approx(wanted.std(axis=1), abs=0.004)


def test_a_way_that_hardly_ever_meets_the_constraints_is_refused() -> None:
    with pytest.raises(InputError, match="rare-constraints"):
        drawn(["x >= 80%"], way=Within(0.1))
    with pytest.raises(InputError, match="equal-constraints"):
        drawn(["x = z"], way=Around())


def test_what_is_not_constrained_is_drawn_as_ever() -> None:
    polytope, stated = Polytope.of(TREE, ["x >= z"]), np.array([0.5, 0.5])
    plain = Uniform().draw(stated, 50, np.random.default_rng(1))
    assert (polytope.draw(5, Uniform(), stated, 50, np.random.default_rng(1)) == plain).all()
    three = np.array([1, 2, 3]) / 6
    assert (polytope.draw(1, Stated(), three, 5, np.random.default_rng(1)) == three[:, None]).all()


def test_within_admits_what_is_drawn_within_and_its_outermost_weights() -> None:
    cone = Polytope.within(TREE, 0.2).cones[1]
    stated = np.array([1, 2, 3]) / 6
    drawn_within = Within(0.2).draw(stated, 10_000, np.random.default_rng(1))
    assert cone.holds(drawn_within).all()
    corner = stated * np.array([1.2, 0.8, 0.8])
    assert (cone.rows @ corner).min() == pytest.approx(0, abs=1e-12)
    assert not cone.holds((stated * np.array([1.21, 0.8, 0.8]))[:, None])[0]


def test_the_least_mean_is_at_a_corner() -> None:
    """x, y, z at least 20 % each: the least mean of 10, 20, 40 has 60 % on the 10."""
    cone = Polytope.of(TREE, ["x >= 20%", "g.y >= 20%", "z >= 20%"]).cones[1]
    values, here = np.array([[10.0, 20, 40], [10, 20, 40]]), np.array([[True, True, True], [False, True, True]])
    least, weights = cone.least(values, here)
    assert least == pytest.approx([18, 0.75 * 20 + 0.25 * 40])
    assert weights == pytest.approx(np.array([[0.6, 0.2, 0.2], [0, 0.75, 0.25]]))
    assert cones.CLOSE < 1e-6
