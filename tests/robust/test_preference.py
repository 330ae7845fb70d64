"""Exact statements on pairs: against weights tried by the thousand, one linear programme, and by hand."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from exact_support import extreme_weights, problem, scores
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scoring_support import Doc, criterion, group, rubric
from test_properties import RATING, Ratings, leaves, trees

from kasean_score.errors import InputError
from kasean_score.robust.least import counted
from kasean_score.robust.polytope import Polytope
from kasean_score.robust.preference import Over, Preference, preferences
from kasean_score.robust.weights import Uniform

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem

    Array = NDArray[np.float64]

FLAT = rubric(group("g", criterion("x"), criterion("y"), criterion("z")))
relaxed = settings(deadline=None, derandomize=True, max_examples=60)


def flat(first: tuple[Any, Any, Any], second: tuple[Any, Any, Any], *texts: str) -> Preference:
    both = problem(
        FLAT, *({f"g.{name}": one for name, one in zip("xyz", given, strict=True)} for given in (first, second))
    )
    return preferences(both, Polytope.of(both.tree, texts)).pairs[0]


def ends(over: Over | None) -> tuple[float | None, float | None]:
    """The least and the most, without the noise of a linear programme."""
    assert over is not None
    least, most = (None if end is None else round(end.value, 6) + 0.0 for end in (over.least, over.most))
    return least, most


def statements(over: Over | None) -> tuple[bool | None, ...]:
    assert over is not None
    return over[2:]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Doc, Ratings, Ratings]:
    content = draw(trees(st.just("arithmetic")))
    first, second = ({address: draw(RATING) for address in leaves(content)} for _ in range(2))
    return content, first, second


def test_all_weight_on_the_criterion_where_the_first_is_weakest_or_strongest() -> None:
    found = flat((1, 2, 4), (2, 2, 1))
    assert ends(found.rated) == (-25, 75)
    assert statements(found.rated) == (False, False, True, True)
    assert found.rated is not None
    assert found.rated.most is not None
    assert found.rated.most.first.tolist() == [1, 1, 0, 0, 1]


def test_who_is_nowhere_lower_is_always_at_least_as_high() -> None:
    assert statements(flat((2, 2, 4), (2, 1, 1)).rated) == (True, False, True, True)
    assert statements(flat((3, 2, 4), (2, 1, 1)).rated) == (True, False, True, False)
    assert statements(flat((2, 2, 2), (2, 2, 2)).rated) == (True, True, True, True)


def test_constraints_can_settle_an_order() -> None:
    """D = -25 x + 25 y + 75 z: with x at most 40 % it is at least 0.4 * -25 + 0.6 * 25 = 5."""
    assert ends(flat((1, 3, 4), (2, 2, 1), "x <= 40%").rated) == (5, 75)
    assert statements(flat((1, 3, 4), (2, 2, 1), "x <= 40%").rated) == (True, False, True, False)
    assert statements(flat((1, 3, 4), (2, 2, 1), "x <= 60%").rated) == (False, False, True, True)
    assert ends(flat((1, 3, 4), (2, 2, 1), "x = y = z").rated) == (25, 25)


def test_readings_take_every_range_and_every_gap_at_its_worst_for_one_and_best_for_the_other() -> None:
    found = flat(([1, 3], 3, 4), (2, 2, "?"))
    assert ends(found.rated) == (0, 50)
    assert ends(found.readings) == (-25, 100)
    assert statements(flat(([2, 3], 3, 4), ([1, 2], 2, "?")).readings) == (True, False, True, True)


def test_with_other_criteria_rated_each_stands_for_the_heaviest_that_it_has() -> None:
    """A is rated on x (1) and y (3), B on y (2) and z (4): at worst A stands for x and B for z, at best both for y."""
    found = flat((1, 3, "?"), ("?", 2, 4))
    assert ends(found.rated) == (-75, 25)
    assert ends(flat((1, 3, "?"), ("?", 0, 4)).rated) == (-75, 75)
    assert ends(flat((4, 0, "?"), ("?", 4, 0)).rated) == (-100, 100)


def test_with_other_criteria_rated_a_constraint_may_leave_it_undecided_but_never_wrong() -> None:
    found = flat((4, 3, "?"), ("?", 2, 2), "x >= y").rated
    assert ends(found) == (None, None)
    assert statements(found) == (True, False, True, False)
    assert statements(flat((4, 2, "?"), ("?", 3, 0), "x >= 10%").rated)[:2] == (False, False)


def test_without_a_score_there_is_nothing_to_say() -> None:
    found = flat(("?", "?", "?"), (1, 2, 3))
    assert found.rated is None
    assert ends(found.readings) == (-75, 75)
    assert flat(("-", "-", "-"), (1, 2, 3)).readings is None


def test_other_means_are_decided_by_dominance_or_a_counterexample_alone() -> None:
    content = rubric(group("g", criterion("x"), criterion("y")), aggregate="geometric")
    a, b, c = ({"g.x": x, "g.y": y} for x, y in ((2, 2), (1, 2), (1, 4)))
    found = preferences(problem(content, a, b, c))
    assert not found.linear
    above, crossed = found.pairs[0].rated, found.pairs[1].rated
    assert statements(above) == (True, False, True, None)
    assert ends(above) == (None, None)
    assert statements(crossed) == (False, False, True, True)


@relaxed
@given(pairs())
def test_no_weights_go_beyond_the_ends_and_some_come_close(case: tuple[Doc, Ratings, Ratings]) -> None:
    """Weights of wildly different size, for rated scores and for readings; the ends are limits of such weights."""
    both = problem(*case)
    weights = extreme_weights(both, 4000)
    found = preferences(both).pairs[0]
    apart = np.subtract(*scores(both, weights))
    if found.rated is None:
        assert np.isnan(apart).all()
        return
    least, most = ends(found.rated)
    assert least is not None
    assert most is not None
    assert least - 1e-9 <= apart.min()
    assert apart.max() <= most + 1e-9
    if len(case[1]) <= 6:  # with more criteria, chance rarely comes upon the one order of weights
        assert apart.min() == pytest.approx(least, abs=0.01)
        assert apart.max() == pytest.approx(most, abs=0.01)
    inside = [apart.min() >= -1e-9, apart.max() <= 1e-9, apart.max() >= 1e-9, apart.min() <= -1e-9]
    always, other, ever, other_ever = statements(found.rated)
    assert not always or inside[0]
    assert not other or inside[1]
    assert ever or not inside[2]
    assert other_ever or not inside[3]


def lowest_by_one_programme(given: Problem, apart: Array, polytope: Polytope) -> float:
    """The least difference as one linear programme in the shares y of all nodes: children sum to their parent."""
    size = len(given.tree.ids)
    equal, above = [np.eye(size)[0]], [np.zeros(size)]
    for family in counted(given.tree):
        row = np.zeros(size)
        row[[family.at, *family.children]] = [-1.0, *[1.0] * len(family.children)]
        equal.append(row)
        cone = polytope.cones.get(family.at)
        for rows, into in ((cone.rows, above), (cone.equal, equal)) if cone else ():
            for one in rows:
                into.append(np.zeros(size))
                into[-1][list(family.children)] = one
    sums = np.append(1.0, np.zeros(len(equal) - 1))
    inside = [one for family in counted(given.tree) for one in family.children]
    objective = np.zeros(size)
    objective[inside] = apart[inside]
    found = linprog(objective, A_ub=-np.array(above), b_ub=np.zeros(len(above)), A_eq=np.array(equal), b_eq=sums)
    assert found.fun is not None
    return float(found.fun)


@relaxed
@given(st.data())
def test_under_constraints_the_ends_are_those_of_one_programme_over_the_whole_tree(data: st.DataObject) -> None:
    """All rated, so that the difference is linear in the shares of the whole."""
    content = data.draw(trees(st.just("arithmetic")))
    rated = [{address: data.draw(st.integers(0, 4)) for address in leaves(content)} for _ in range(2)]
    both = problem(content, *rated)
    names = {at: [both.tree.ids[one] for one in family.children] for at, family in enumerate(counted(both.tree))}
    texts = []
    for members in names.values():
        for one, other in pairwise(members):
            texts.append(
                data.draw(st.sampled_from(["{0} >= {1}", "{1} >= 2*{0}", "{0} >= 20%", "{1} <= 60%"])).format(
                    one, other
                )
            )
    texts = data.draw(st.lists(st.sampled_from(texts), unique=True)) if texts else []
    try:
        polytope = Polytope.of(both.tree, texts)
    except InputError:
        assume(False)
    found = preferences(both, polytope).pairs[0]
    apart = both.values[0] - both.values[1]
    least, most = ends(found.rated)
    assert least == pytest.approx(lowest_by_one_programme(both, apart, polytope), abs=2e-6)
    assert most == pytest.approx(-lowest_by_one_programme(both, -apart, polytope), abs=2e-6)


@relaxed
@given(pairs(), st.data())
def test_under_constraints_no_admissible_weights_contradict_what_is_said(
    case: tuple[Doc, Ratings, Ratings], data: st.DataObject
) -> None:
    both = problem(*case)
    family = data.draw(st.sampled_from(counted(both.tree)))
    members = [both.tree.ids[one] for one in family.children]
    assume(len(members) > 1)
    text = data.draw(st.sampled_from(["{0} >= {1}", "{1} >= 3*{0}", "{0} >= 30%", "{0} = {1}"])).format(*members)
    polytope = Polytope.of(both.tree, [text])
    weights, rng = np.ones((len(both.tree.ids), 500)), np.random.default_rng(0)
    for one in both.tree.families:
        here = list(one.children)
        weights[here] = polytope.draw(one.at, Uniform(), both.tree.weights[here], 500, rng)
    apart = np.subtract(*scores(both, weights))
    found = preferences(both, polytope).pairs[0].rated
    if found is None:
        return
    always, other, ever, other_ever = statements(found)
    assert not always or apart.min() >= -1e-6
    assert not other or apart.max() <= 1e-6
    assert ever is not False or apart.max() < 0
    assert other_ever is not False or apart.min() > 0
    for extreme, outside in ((found.least, apart.min()), (found.most, apart.max())):
        if extreme is not None:
            assert (extreme.value - outside) * (1 if extreme is found.most else -1) >= -1e-6


def test_the_weights_of_an_end_give_that_end() -> None:
    content = rubric(
        group("g", criterion("x"), criterion("y"), criterion("z")), group("h", criterion("u"), criterion("v"))
    )
    a = {"g.x": 1, "g.y": 4, "g.z": 2, "h.u": 3, "h.v": 0}
    b = {"g.x": 2, "g.y": 1, "g.z": 4, "h.u": 1, "h.v": 2}
    both = problem(content, a, b)
    found = preferences(both, Polytope.of(both.tree, ["x >= 20%", "y >= z", "g >= 30%", "h >= 30%"])).pairs[0].rated
    assert found is not None
    for extreme in (found.least, found.most):
        assert extreme is not None
        assert extreme.first == pytest.approx(extreme.second)
        apart = (both.values[0] - both.values[1])[[at for at, _, _ in both.tree.outline.leaves]]
        share = extreme.first[[at for at, _, _ in both.tree.outline.leaves]]
        assert share.sum() == pytest.approx(1)
        assert share @ apart == pytest.approx(extreme.value)
