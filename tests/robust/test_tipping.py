"""What ends an order: by hand, and against every share on a grid and every rating scored anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from exact_support import problem, scores
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scoring_support import AGGREGATES, Doc, criterion, group, measure, rubric
from test_properties import Ratings, cases, leaves

from kasean_score.model import Rating
from kasean_score.robust.least import counted
from kasean_score.robust.tipping import Tipping, tippings
from kasean_score.scoring.evaluate import evaluate
from kasean_score.scoring.variants import reweighted, with_ratings

if TYPE_CHECKING:
    from kasean_score.robust.draws import Problem
    from kasean_score.robust.tipping_weights import SharesTip

FLAT = rubric(group("g", criterion("x"), criterion("y"), criterion("z", 2)))
relaxed = settings(deadline=None, derandomize=True, max_examples=50)


def only(given: Problem) -> Tipping:
    (found,) = tippings(given).pairs
    return found


def flat(first: tuple[Any, Any, Any], second: tuple[Any, Any, Any], content: Doc = FLAT) -> Problem:
    return problem(
        content, *({f"g.{n}": one for n, one in zip("xyz", levels, strict=True)} for levels in (first, second))
    )


def named(given: Problem, found: Tipping) -> dict[str, tuple[float, bool]]:
    return {given.tree.ids[tip.node]: (round(tip.share, 9), tip.reverses) for tip in found.weights}


def moved(given: Problem, tip: SharesTip) -> dict[str, float]:
    return {given.tree.ids[node]: round(new, 9) for node, _, new in tip.moves}


def test_the_share_that_ends_an_order_is_where_two_lines_cross() -> None:
    """a = 1, 2, 4 and b = 3, 2, 2 levels at 1/4, 1/4, 1/2: D = -50 x + 50 z = 12.5.

    Raising x with y : z = 1 : 2 to t: -50 t + 50 (1 - t) 2/3 = 0 at t = 2/5; lowering z to t with x = y: -25 (1 - t)
    + 50 t = 0 at t = 1/3; more of y leaves z twice x for ever.
    """
    given = flat((1, 2, 4), (3, 2, 2))
    found = only(given)
    assert (found.first, found.second, found.neighbours) == (0, 1, True)
    assert found.difference == pytest.approx(12.5)
    assert named(given, found) == {"g.x": (0.4, True), "g.z": (round(1 / 3, 9), True)}
    assert [given.tree.ids[tip.node] for tip in found.weights] == ["g.x", "g.z"]
    assert found.weights[0].change == pytest.approx(0.15)


def test_a_weight_that_has_to_go_altogether_ends_an_order_in_a_tie() -> None:
    given = flat((2, 2, 3), (2, 2, 2))
    (tip,) = only(given).weights
    assert (given.tree.ids[tip.node], tip.share, tip.reverses) == ("g.z", 0, False)


def test_the_nearest_of_two_crossings_is_found() -> None:
    """Rated on other criteria, scores are no straight lines in a share t.

    a = 50, 25, 25, 100 and b = -, 25, -, 76 at 1/5, 1/5, 1/5, 2/5: 100/3 + 200/3 t = 25 + 51 * 3 t / (1 + 2 t), or
    400 t^2 - 209 t + 25 = 0, and t = 0.337 or 0.185.
    """
    content = rubric(group("g", criterion("x"), criterion("y"), criterion("z"), measure("u", 0, 100, 2)))
    a, b = {"g.x": 2, "g.y": 1, "g.z": 1, "g.u": {"value": 100}}, {"g.y": 1, "g.u": {"value": 76}}
    given = problem(content, a, b)
    (tip,) = (tip for tip in only(given).weights if given.tree.ids[tip.node] == "g.u")
    assert tip.share == pytest.approx((209 + (209**2 - 40_000) ** 0.5) / 800)
    assert tip.reverses


def test_an_order_that_no_weight_can_end() -> None:
    found = only(flat((2, 2, 3), (1, 1, 2)))
    assert found.weights == ()
    assert found.shares == ("criteria", None, ())
    assert tippings(flat((2, 2, 3), (1, 1, 2))).nodes == 3


def test_all_weights_move_from_where_the_lead_is_longest_to_where_it_is_least() -> None:
    """D = (-50, 0, 50) at (1/4, 1/4, 1/2) is 12.5: an eighth of the whole from z to x gains 0.125 * 100."""
    given = flat((1, 2, 4), (3, 2, 2))
    found = only(given).shares
    assert found.scope == "criteria"
    assert found.total == pytest.approx(0.25)
    assert moved(given, found) == {"g.x": 0.375, "g.z": 0.375}


@relaxed
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from([0.1, 1, 2.5])), min_size=2, max_size=6)
)
def test_the_smallest_move_is_that_of_a_linear_programme(rows: list[tuple[int, int, float]]) -> None:
    content = rubric(group("g", *(criterion(f"c{i}", weight) for i, (_, _, weight) in enumerate(rows))))
    both = problem(content, *({f"g.c{i}": row[side] for i, row in enumerate(rows)} for side in (0, 1)))
    pairs = tippings(both).pairs
    assume(pairs)
    size = len(rows)
    weights = np.array([row[2] for row in rows]) / sum(row[2] for row in rows)
    sign = 1 if pairs[0].first == 0 else -1
    apart = np.array([25.0 * sign * (row[0] - row[1]) for row in rows])
    best = linprog(
        np.append(np.zeros(size), np.ones(2 * size)),  # y, then what is added and what is taken
        A_ub=np.append(apart, np.zeros(2 * size))[None],
        b_ub=[0],
        A_eq=np.vstack(
            [np.hstack([np.eye(size), -np.eye(size), np.eye(size)]), np.append(np.ones(size), np.zeros(2 * size))]
        ),
        b_eq=np.append(weights, 1),
    )
    if apart.min() >= 0:
        assert pairs[0].shares.total is None
    else:
        assert pairs[0].shares.total == pytest.approx(best.fun, abs=1e-7)


def test_rated_on_other_criteria_the_groups_weights_are_moved() -> None:
    """D = 0.2 * -75 + 0.8 * 25 = 5; a part moved from h to g gains 100."""
    content = rubric(group("g", criterion("x"), criterion("y")), group("h", criterion("z"), weight=4))
    given = problem(content, {"g.x": 1, "h.z": 3}, {"g.x": 4, "g.y": 4, "h.z": 2})
    found = only(given).shares
    assert found.scope == "groups"
    assert found.total == pytest.approx(0.1)
    assert moved(given, found) == {"g": 0.25, "h": 0.75}
    nothing = problem(content, {"g.x": 1}, {"g.x": 4, "h.z": 2})
    assert only(nothing).shares == ("none", None, ())


def test_the_smallest_change_of_a_rating_ends_an_order() -> None:
    """D = 12.5 with z twice as heavy: one level of z (12.5) ties it; of x or y (6.25) two do."""
    given = flat((1, 2, 4), (3, 2, 2))
    found = only(given).ratings
    ties = {(tip.initiative, given.tree.ids[tip.node], tip.level) for tip in found if not tip.reverses}
    assert ties == {(0, "g.z", 3), (1, "g.z", 3)}
    reversals = {(tip.initiative, given.tree.ids[tip.node], tip.level) for tip in found if tip.reverses}
    assert reversals == {(0, "g.z", 2), (1, "g.z", 4)}


def test_a_range_moves_to_one_of_its_ends_by_half_a_step() -> None:
    found = only(flat((2, 2, 2), ([1, 2], 2, 2))).ratings
    assert [(tip.levels, tip.level, tip.points, tip.reverses) for tip in found if not tip.reverses] == [
        ((1, 2), 2, 12.5, False)
    ]
    assert {tip.points for tip in found if tip.reverses} == {25}


def test_a_measure_moves_to_the_value_that_levels_the_scores() -> None:
    """a = 60 of 0..200 = 30 points, b = 50 points of y: x has to rise by 20 points, to 100."""
    content = rubric(group("g", measure("x", 0, 200), criterion("y")))
    given = problem(content, {"g.x": {"value": 60}, "g.y": 2}, {"g.x": {"value": 100}, "g.y": 2})
    found = only(given).ratings
    changes = {(tip.initiative, tip.stated, round(tip.value or 0, 6)) for tip in found}
    assert changes == {(0, 60, 100), (1, 100, 60)}
    assert all(tip.points == pytest.approx(20) and tip.reverses for tip in found)
    log = rubric(group("g", measure("x", 1, 10_000, log=True)))
    found = only(problem(log, {"g.x": {"value": 10}}, {"g.x": {"value": 100}})).ratings
    assert {round(tip.value or 0, 6) for tip in found} == {10, 100}


def test_ties_have_no_order_to_end_and_what_has_no_score_no_pair() -> None:
    given = problem(FLAT, {"g.x": 1}, {"g.x": 1}, {"g.x": 2}, {})
    found = tippings(given)
    assert [(pair.first, pair.second) for pair in found.pairs] == [(2, 0), (2, 1)]
    assert found.tied == ((0, 1),)
    assert tippings(problem(FLAT, {"g.x": 1})).pairs == ()


def test_of_many_pairs_only_neighbours_are_looked_at() -> None:
    given = problem(FLAT, *({"g.x": level} for level in (0, 1, 2, 3, 4)))
    every, few = tippings(given), tippings(given, most=9)
    assert len(every.pairs) == 10
    assert every.every
    assert not few.every
    assert [(pair.first, pair.second) for pair in few.pairs] == [(4, 3), (3, 2), (2, 1), (1, 0)]
    assert [pair for pair in every.pairs if pair.neighbours] == list(few.pairs)


def scored_at(given: Problem, row: int, node: int, share: float) -> float:
    """The score under another share of one node, by `evaluate` on a rubric with other weights."""
    tree = given.tree
    family = next(one for one in tree.families if node in one.children)
    weights = {tree.ids[one]: tree.weights[one] * (1 - share) / (1 - tree.weights[node]) for one in family.children}
    card = evaluate(reweighted(given.rubric, weights | {tree.ids[node]: share}), given.initiatives[row])
    assert card.score is not None
    return card.score


@relaxed
@given(cases(), st.data())
def test_by_any_mean_no_closer_share_ends_the_order_and_the_one_found_does(
    case: tuple[Doc, Ratings], data: st.DataObject
) -> None:
    content, ratings = case
    other = {address: data.draw(st.sampled_from([0, 1, 2, 3, 4, "?"])) for address in leaves(content)}
    both = problem(content, ratings, other)
    found = tippings(both).pairs
    assume(found)
    pair = found[0]
    tips = {tip.node: tip for tip in pair.weights}
    for family in counted(both.tree):
        for node in family.children if len(family.children) > 1 else ():
            stated, tip = both.tree.weights[node], tips.get(node)
            reach = 1 - 1e-6 - stated if tip is None else abs(tip.change) - 1e-6
            shares = np.linspace(max(stated - reach, 1e-9), min(stated + reach, 1 - 1e-6), 301)
            weights = np.repeat(both.tree.weights[:, None], 301, axis=1)
            weights[list(family.children)] *= (1 - shares) / (1 - stated)
            weights[node] = shares
            drawn = scores(both, weights)
            assert (drawn[pair.first] - drawn[pair.second] > -1e-6).all()
            if tip is not None and tip.share > 0:
                ours, theirs = (scored_at(both, row, node, tip.share) for row in (pair.first, pair.second))
                assert ours == pytest.approx(theirs, abs=1e-6)


@relaxed
@given(cases(), st.data())
def test_the_ratings_found_are_those_of_scoring_every_other_level(
    case: tuple[Doc, Ratings], data: st.DataObject
) -> None:
    content, ratings = case
    other = {address: data.draw(st.integers(0, 4)) for address in leaves(content)}
    both = problem(content, ratings, other)
    found = tippings(both).pairs
    assume(found)
    pair = found[0]
    cards = [evaluate(both.rubric, one) for one in both.initiatives]
    tries = []
    for row, sign in ((pair.first, 1), (pair.second, -1)):
        target = cards[pair.second if sign > 0 else pair.first].score or 0.0
        for node in cards[row].nodes:
            if not (node.is_criterion and node.counted and node.share and node.state == "rated"):
                continue
            for level in range(5):
                change = {node.node.id: Rating("rated", levels=(level, level))}
                score = evaluate(both.rubric, with_ratings(both.initiatives[row], both.rubric, change)).score or 0.0
                points = abs(25.0 * level - (node.score or 0.0))
                if points and sign * (score - target) <= 1e-9:
                    tries.append((points, row, both.tree.index[node.node.id], level, sign * (score - target) < -1e-9))
    smallest = sorted(one for one in tries if one[0] == min(tries)[0])
    if not any(one[4] for one in smallest):
        turning = [one for one in tries if one[4]]
        smallest += [one for one in turning if one[0] == min(turning)[0]]
    ours = [(tip.points, tip.initiative, tip.node, tip.level, tip.reverses) for tip in pair.ratings]
    assert sorted(ours) == sorted(smallest)


@relaxed
@given(st.data(), st.sampled_from([*AGGREGATES.values()]))
def test_at_the_value_found_for_a_measure_the_scores_are_equal(data: st.DataObject, mean: Any) -> None:
    inner = group("h", measure("x", 0, 50), measure("y", 10, 2, 2))
    content = rubric(
        group("g", criterion("u"), criterion("v")), group("k", inner, group("i", criterion("z"))), aggregate=mean
    )
    value = st.floats(0, 50, allow_subnormal=False).map(lambda x: {"value": x})
    names = {
        "g.u": st.integers(0, 4),
        "g.v": st.integers(0, 4),
        "k.h.x": value,
        "k.h.y": value,
        "k.i.z": st.integers(0, 4),
    }
    both = problem(content, *({name: data.draw(kind) for name, kind in names.items()} for _ in range(2)))
    found = tippings(both).pairs
    assume(found)
    for tip in (tip for tip in found[0].ratings if tip.value is not None):
        change = {both.tree.ids[tip.node]: Rating("rated", value=tip.value)}
        changed = with_ratings(both.initiatives[tip.initiative], both.rubric, change)
        other = both.initiatives[1 - tip.initiative]
        ours, theirs = (evaluate(both.rubric, one).score for one in (changed, other))
        assert ours == pytest.approx(theirs, abs=1e-6)
        assert tip.points <= 100
