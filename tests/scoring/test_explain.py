"""Points contributed and lost: hand calculations, the same by another road, and what holds of every tree."""

from __future__ import annotations

from math import fsum, inf, log
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, load_rubric, rubric, score
from test_properties import cases

from kasean_score.scoring.aggregate import mean_shares, power_mean
from kasean_score.scoring.explain import is_linear, largest, next_band, parts_of, shortfall_shares, watchers

if TYPE_CHECKING:
    from kasean_score.api import Scorecard

relaxed = settings(deadline=None, derandomize=True, max_examples=80)
SCORES = st.floats(0, 100).map(lambda x: round(x, 3))
MEMBERS = st.lists(st.tuples(SCORES, st.sampled_from([0, 0.2, 1, 3])), min_size=1, max_size=5).filter(
    lambda members: any(w for _, w in members)
)
POWERS = st.sampled_from([1.0, 0.0, -1.0, -inf, 2.0, 0.5, -3.0, 1e-12, -1e-12, 1e-7, 40.0, -40.0])


def criteria_of(card: Scorecard) -> list[str]:
    return [node.node.id for node in card.criteria()]


def test_points_and_points_lost_of_a_weighted_tree_by_hand() -> None:
    """Group one (weight 2) has a at 50 (weight 1), b at 100 (weight 3), d unrated; group two (weight 1) has c at 25.

    Score: one = 87.5, total = (2 * 87.5 + 25) / 3 = 66.67. What is rated of one divides 1 : 3 between a and b.
    """
    one = group("one", criterion("a", 1), criterion("b", 3), criterion("d", 4), weight=2)
    card = score(rubric(one, group("two", criterion("c"))), {"one.a": 2, "one.b": 4, "one.d": "?", "two.c": 1})
    parts = parts_of(card)
    assert [round(x, 9) for x in parts["one.a"]] == [round(x, 9) for x in (1 / 6, 50 / 6, 50 / 6)]
    assert parts["one.b"] == pytest.approx((1 / 2, 50, 0))
    assert parts["two.c"] == pytest.approx((1 / 3, 25 / 3, 25))
    assert parts["one"] == pytest.approx((2 / 3, 2 * 87.5 / 3, 2 * 12.5 / 3))
    assert "one.d" not in parts


@pytest.mark.parametrize(
    ("power", "added", "lost"),
    [
        # arithmetic of 25 and 50: 37.5, half of each
        (1.0, (12.5, 25.0), (37.5, 25.0)),
        # geometric: M = sqrt(1250); the shortfall divides as log 4 : log 2 = 2 : 1
        (0.0, (1250**0.5 / 2,) * 2, ((100 - 1250**0.5) * 2 / 3, (100 - 1250**0.5) / 3)),
        # harmonic: M = 100/3; 1/25 : 1/50 = 2 : 1 of it, and 1/25 - 1/100 : 1/50 - 1/100 = 3 : 1 of the rest
        (-1.0, (200 / 9, 100 / 9), (50.0, 50 / 3)),
        # minimum: the lowest is all there is
        (-inf, (25.0, 0.0), (75.0, 0.0)),
        # quadratic: M = sqrt(1562.5); 25^2 : 50^2 = 1 : 4, and 100^2 - 25^2 : 100^2 - 50^2 = 9375 : 7500 = 5 : 4
        (2.0, (1562.5**0.5 / 5, 1562.5**0.5 * 4 / 5), ((100 - 1562.5**0.5) * 5 / 9, (100 - 1562.5**0.5) * 4 / 9)),
    ],
)
def test_two_criteria_under_each_mean_by_hand(power: float, added: tuple[float, ...], lost: tuple[float, ...]) -> None:
    aggregate: Any = "minimum" if power == -inf else {"power": power}
    card = score(rubric(group("g", criterion("a"), criterion("b")), aggregate=aggregate), {"g.a": 1, "g.b": 2})
    parts = parts_of(card)
    assert [parts[a].contribution for a in ("g.a", "g.b")] == pytest.approx(added)
    assert [parts[a].loss for a in ("g.a", "g.b")] == pytest.approx(lost)


@pytest.mark.parametrize("power", [0.0, -1.0, -3.0, -inf])
def test_a_zero_that_makes_the_mean_zero_bears_the_whole_loss_by_weight(power: float) -> None:
    assert shortfall_shares([0.0, 0.0, 80.0], [1, 3, 5], power) == [0.25, 0.75, 0.0]


@pytest.mark.parametrize("power", [1.0, 0.0, -1.0, -inf, 2.0])
def test_without_a_shortfall_nobody_bears_one(power: float) -> None:
    assert shortfall_shares([100.0, 100.0, 30.0], [1, 2, 0], power) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("power", [1.0, 2.0, 0.5, 0.0, -1.0, -3.0])
def test_losses_are_what_members_cost_on_the_way_from_100_down(power: float) -> None:
    """Another road: all members go together from 100 to their scores, evenly on the scale of the mean's function;
    the fall of the mean in each small step is put down to the members one at a time."""
    values, weights, steps = [12.0, 55.0, 90.0], [1.0, 2.0, 4.0], 4000

    def at(x: float, t: float) -> float:
        if power == 0:
            return float(100 * (x / 100) ** t)
        return float((100**power + t * (x**power - 100**power)) ** (1 / power))

    fallen = [0.0, 0.0, 0.0]
    for step in range(steps):
        before = [at(x, step / steps) for x in values]
        middle = power_mean(before, weights, power)
        for i, x in enumerate(values):
            moved = [*before[:i], at(x, (step + 1) / steps), *before[i + 1 :]]
            fallen[i] += middle - power_mean(moved, weights, power)
    whole = 100 - power_mean(values, weights, power)
    expected = [part * whole for part in shortfall_shares(values, weights, power)]
    assert fallen == pytest.approx(expected, rel=1e-2)
    assert fsum(expected) == pytest.approx(whole)


@relaxed
@given(MEMBERS, POWERS)
def test_parts_of_a_shortfall_are_none_below_zero_and_add_up_to_one(
    members: list[tuple[float, float]], power: float
) -> None:
    values, weights = map(list, zip(*members, strict=True))
    parts = shortfall_shares(values, weights, power)
    assert min(parts) >= 0
    assert "-" not in f"{parts}".replace("e-", "")
    short = any(x < 100 for x, w in members if w)
    assert fsum(parts) == pytest.approx(1.0 if short else 0.0)
    assert [part for part, w in zip(parts, weights, strict=True) if not w] == [0.0] * weights.count(0)


@pytest.mark.parametrize("power", [1e-10, -1e-10, 1e-8, -1e-8])
def test_powers_close_to_zero_divide_as_the_geometric_mean(power: float) -> None:
    exact = [log(100 / 25), log(100 / 50), 3 * log(100 / 80)]
    parts = shortfall_shares([25.0, 50.0, 80.0], [1, 1, 3], power)
    assert parts == pytest.approx([x / fsum(exact) for x in exact], rel=1e-6)


@relaxed
@given(cases())
def test_points_add_up_to_the_score_and_points_lost_to_the_rest_of_100(case: tuple[Any, Any]) -> None:
    """Under any mixture of means, and with what is not rated or not applicable left out."""
    card = score(*case)
    parts = parts_of(card)
    found = [parts[address] for address in criteria_of(card) if address in parts]
    if card.score is None:
        assert not any(part.contribution or part.loss or part.rated_share for part in found)
        return
    assert fsum(part.contribution for part in found) == pytest.approx(card.score)
    assert fsum(part.loss for part in found) == pytest.approx(100 - card.score)
    assert fsum(part.rated_share for part in found) == pytest.approx(1)
    assert all(value >= 0 for part in found for value in part)


@relaxed
@given(cases(st.just("arithmetic")))
def test_in_an_arithmetic_tree_the_two_of_each_node_are_its_part_of_what_is_rated(case: tuple[Any, Any]) -> None:
    card = score(*case)
    assert is_linear(card)
    for part in parts_of(card).values():
        assert part.contribution + part.loss == pytest.approx(100 * part.rated_share)


@relaxed
@given(cases())
def test_a_group_adds_and_costs_what_its_children_do(case: tuple[Any, Any]) -> None:
    card = score(*case)
    parts = parts_of(card)
    for node in card.nodes:
        if node.is_criterion or node.node.id not in parts:
            continue
        below = [
            parts[child.node.id] for child in card.nodes if child.parent == node.node.id and child.node.id in parts
        ]
        for field in range(3):
            assert fsum(part[field] for part in below) == pytest.approx(parts[node.node.id][field], abs=1e-9)


@relaxed
@given(MEMBERS)
def test_under_the_arithmetic_mean_a_loss_is_weight_times_shortfall(members: list[tuple[float, float]]) -> None:
    values, weights = map(list, zip(*members, strict=True))
    whole = 100 - power_mean(values, weights, 1)
    lost = [part * whole for part in shortfall_shares(values, weights, 1)]
    assert lost == pytest.approx([w * (100 - x) / fsum(weights) for x, w in members], abs=1e-9)
    added = [part * (100 - whole) for part in mean_shares(values, weights, 1)]
    assert [a + b for a, b in zip(added, lost, strict=True)] == pytest.approx(
        [100 * w / fsum(weights) for w in weights]
    )


def test_conditions_and_what_does_not_apply_have_no_points() -> None:
    aside = group("aside", criterion("x"), role="condition")
    card = score(rubric(group("g", criterion("a"), criterion("b")), aside), {"g.a": 3, "g.b": "-", "aside.x": 1})
    assert parts_of(card).keys() == {"g", "g.a"}


def test_a_weight_of_zero_adds_nothing_and_costs_nothing() -> None:
    card = score(rubric(group("g", criterion("a"), criterion("b", 0))), {"g.a": 3, "g.b": 0})
    assert parts_of(card)["g.b"] == (0, 0, 0)


def test_one_mean_that_is_not_arithmetic_makes_the_tree_not_linear() -> None:
    groups = [group("g", criterion("a"), aggregate="geometric"), group("h", criterion("b"))]
    assert not is_linear(score(rubric(*groups), {"g.a": 1, "h.b": 1}))


def test_the_largest_are_those_above_zero_and_equal_ones_beyond_are_counted() -> None:
    amounts = [("a", 2.0), ("b", 0.1 + 0.2), ("c", 0.3), ("d", 0.3), ("e", 0.0)]
    assert largest(amounts, 2) == (("a", "b"), 2)
    assert largest(amounts, 9) == (("a", "b", "c", "d"), 0)
    assert largest([("e", 0.0)], 1) == ((), 0)


@pytest.mark.parametrize(("level", "above"), [(0, "limited"), (1, "partial"), (2, "substantial"), (4, None)])
def test_the_next_band_is_that_above_the_score(level: int, above: str | None) -> None:
    card = score(rubric(group("g", criterion("a"))), {"g.a": level})
    band = next_band(card)
    assert (band.id if band else None) == above


def test_without_a_score_there_is_no_next_band() -> None:
    assert next_band(score(rubric(group("g", criterion("a"))), {"g.a": "?"})) is None


def test_a_limit_is_watched_by_its_criterion_its_group_and_all_in_it() -> None:
    limits = [
        {"id": "one", "when": {"criterion": "g.a", "at_most": 1}, "band_at_most": "weak"},
        {"id": "two", "when": {"group": "h", "below": 25}, "band_at_most": "weak"},
        {"id": "any", "when": {"group": "any", "below": 25}, "band_at_most": "weak"},
    ]
    one, two = group("g", criterion("a"), criterion("ab")), group("h", criterion("c"))
    found = load_rubric(rubric(one, two, limits=limits))
    watched = {address: watchers(found, address) for address in ("g.a", "g.ab", "g", "h.c", "h")}
    assert watched == {
        "g.a": ("one", "any"),
        "g.ab": ("any",),
        "g": ("any",),
        "h.c": ("two", "any"),
        "h": ("two", "any"),
    }
