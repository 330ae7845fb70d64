"""Weighted power means against hand values and an independent evaluation with 60 decimal digits."""

from __future__ import annotations

import math
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kasean_score.model import AGGREGATES
from kasean_score.scoring.aggregate import aggregate_name, mean_shares, power_mean

INF = math.inf
POWERS = (-INF, -100.0, -2.0, -1.0, -1e-9, 0.0, 1e-9, 0.5, 1.0, 2.0, 100.0)
SCORES = st.floats(0, 100, allow_subnormal=False)
WEIGHTS = st.one_of(st.just(0.0), st.floats(0.01, 100))
POWER = st.one_of(st.sampled_from(POWERS), st.floats(-100, -1e-15), st.floats(1e-15, 100))
relaxed = settings(deadline=None, derandomize=True)


@st.composite
def members(draw: st.DrawFn, lowest: float = 0.0) -> tuple[list[float], list[float]]:
    """One to five values with weights of which at least one is positive."""
    pairs = draw(st.lists(st.tuples(SCORES.filter(lambda x: x >= lowest), WEIGHTS), min_size=1, max_size=5))
    values, weights = [x for x, _ in pairs], [w for _, w in pairs]
    return values, weights if any(weights) else [1.0] * len(weights)


def decimal_mean(values: list[float | Decimal], weights: list[float], power: float) -> Decimal:
    """The same mean by its definition, in 60-digit decimals without any rearrangement."""
    with localcontext() as context:
        context.prec = 60
        used = [(Decimal(x), Decimal(w)) for x, w in zip(values, weights, strict=True) if w > 0]
        total = sum((w for _, w in used), Decimal(0))
        if power == -INF or (power <= 0 and any(x == 0 for x, _ in used)):
            return min(x for x, _ in used)
        if power == 0:
            return (sum((w * x.ln() for x, w in used), Decimal(0)) / total).exp()
        p = Decimal(power)
        mean = sum((w * x**p for x, w in used if x > 0), Decimal(0)) / total
        return mean ** (1 / p) if mean > 0 else Decimal(0)


@pytest.mark.parametrize(
    ("values", "weights", "power", "expected"),
    [
        ([20, 80], [1, 1], 1, 50),
        ([20, 80], [1, 1], 0, 40),  # sqrt(20 * 80)
        ([20, 80], [1, 1], -1, 32),  # 2 / (1/20 + 1/80) = 2 * 80 / 5
        ([20, 80], [1, 1], -INF, 20),
        ([20, 80], [1, 1], 2, math.sqrt(3400)),  # (400 + 6400) / 2
        ([20, 80], [1, 1], 0.5, 45),  # ((sqrt 20 + 2 sqrt 20) / 2)^2 = 9/4 * 20
        ([20, 80], [1, 1], -2, math.sqrt(12800 / 17)),  # 1/400 + 1/6400 = 17/6400
        ([20, 80], [3, 1], 1, 35),
        ([20, 80], [3, 1], 0, 20 * math.sqrt(2)),  # 20 * (80/20)^(1/4)
        ([20, 80], [3, 1], -1, 320 / 13),  # 4 / (3/20 + 1/80) = 4 * 80 / 13
        ([20, 80], [1, 3], -INF, 20),
        ([10, 20, 60], [1, 2, 3], 1, 230 / 6),
        ([1, 10, 100], [1, 1, 1], 0, 10),
        ([10, 0], [1, 1], 2, math.sqrt(50)),
        ([70], [0.3], 0, 70),
    ],
)
def test_means_have_the_values_worked_by_hand(
    values: list[float], weights: list[float], power: float, expected: float
) -> None:
    assert power_mean(values, weights, power) == pytest.approx(expected, rel=1e-13)


@relaxed
@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 9)), min_size=1, max_size=6))
def test_the_arithmetic_mean_is_the_exact_fraction(pairs: list[tuple[int, int]]) -> None:
    pairs = [*pairs, (50, 1)]
    exact = Fraction(sum(x * w for x, w in pairs), sum(w for _, w in pairs))
    assert power_mean([x for x, _ in pairs], [w for _, w in pairs], 1.0) == pytest.approx(float(exact), rel=1e-14)


@relaxed
@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 9)), min_size=1, max_size=6))
def test_the_harmonic_mean_is_the_exact_fraction(pairs: list[tuple[int, int]]) -> None:
    pairs = [*pairs, (50, 1)]
    exact = sum(w for _, w in pairs) / sum((Fraction(w, x) for x, w in pairs), Fraction(0))
    assert power_mean([x for x, _ in pairs], [w for _, w in pairs], -1.0) == pytest.approx(float(exact), rel=1e-14)


@relaxed
@given(members(), POWER)
def test_every_mean_agrees_with_sixty_digit_decimals(drawn: tuple[list[float], list[float]], power: float) -> None:
    values, weights = drawn
    exact = float(decimal_mean([*values], weights, power))
    assert power_mean(values, weights, power) == pytest.approx(exact, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("values", "weights", "power"),
    [
        ([0, 100], [1e9, 1e-9], 2.0),
        ([0, 100], [1, 1e-17], 100.0),
        ([1, 100], [1, 1e-12], 100.0),
        ([1, 100], [1e-20, 1], -100.0),
        ([5e-324, 100], [1, 1], 2.0),
        ([5e-324, 100], [1, 1], -1.0),
        ([1e-300, 100], [1, 1], 1e-6),
        ([10, 50, 100], [5e-324, 1e9, 1e9], 2.0),
    ],
)
def test_weights_and_values_many_orders_apart_keep_their_mean(
    values: list[float], weights: list[float], power: float
) -> None:
    """Weights may be anything up to 1e9, so a small one is no reason to fail or to lose digits."""
    exact = float(decimal_mean([*values], weights, power))
    assert power_mean(values, weights, power) == pytest.approx(exact, rel=1e-9)


@pytest.mark.parametrize("power", [p for p in POWERS if p <= 0])
def test_a_zero_with_positive_weight_makes_the_mean_zero_for_powers_up_to_0(power: float) -> None:
    assert power_mean([0, 100], [1e-3, 1], power) == 0


@pytest.mark.parametrize("power", POWERS)
def test_a_member_of_zero_weight_has_no_effect(power: float) -> None:
    for ignored in (0.0, 50.0, 100.0):
        assert power_mean([30, ignored, 70], [1, 0, 2], power) == power_mean([30, 70], [1, 2], power)


@relaxed
@given(members(), POWER, st.floats(1e-3, 1e3))
def test_scaling_all_weights_has_no_effect(drawn: tuple[list[float], list[float]], power: float, by: float) -> None:
    values, weights = drawn
    scaled = power_mean(values, [w * by for w in weights], power)
    assert scaled == pytest.approx(power_mean(values, weights, power), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("power", POWERS)
def test_the_order_of_members_is_irrelevant_to_the_last_bit(power: float) -> None:
    pairs = [(12.3, 0.1), (45.6, 0.7), (78.9, 0.2), (99.1, 1 / 3)]
    orders = permutations(pairs)
    assert len({power_mean([x for x, _ in order], [w for _, w in order], power) for order in orders}) == 1


@relaxed
@given(members(), POWER, st.data())
def test_raising_a_value_never_lowers_the_mean(
    drawn: tuple[list[float], list[float]], power: float, data: st.DataObject
) -> None:
    values, weights = drawn
    index = data.draw(st.integers(0, len(values) - 1))
    raised = [*values]
    raised[index] = data.draw(st.floats(values[index], 100))
    assert power_mean(raised, weights, power) >= power_mean(values, weights, power) - 1e-9


@relaxed
@given(members(), POWER, POWER)
@example(([20.0, 80.0], [1.0, 1.0]), -1e-9, 1e-9)
def test_the_mean_never_falls_as_the_power_rises(
    drawn: tuple[list[float], list[float]], one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert power_mean(*drawn, low) <= power_mean(*drawn, high) + 1e-9


@relaxed
@given(members(), POWER)
def test_a_mean_lies_between_its_smallest_and_largest_weighted_value(
    drawn: tuple[list[float], list[float]], power: float
) -> None:
    weighted = [x for x, w in zip(*drawn, strict=True) if w > 0]
    assert min(weighted) <= power_mean(*drawn, power) <= max(weighted)


@pytest.mark.parametrize("power", [1e-6, -1e-6, 1e-12, -1e-12, 1e-100, -1e-300])
def test_tiny_powers_approach_the_geometric_mean(power: float) -> None:
    assert power_mean([20, 80], [3, 1], power) == pytest.approx(20 * math.sqrt(2), rel=abs(power) + 1e-13)


@pytest.mark.parametrize("power", [1e3, 1e6, 1e300])
def test_huge_powers_approach_the_extremes_without_overflow(power: float) -> None:
    # with two equal weights M_p = max * 2^(-1/p) nearly
    assert power_mean([1e-3, 100], [1, 1], power) == pytest.approx(100 * 2 ** (-1 / power))
    assert power_mean([1e-3, 100], [1, 1], -power) == pytest.approx(1e-3 * 2 ** (1 / power))


@pytest.mark.parametrize("weights", [[], [0.0], [0.0, 0.0]])
def test_a_mean_without_a_positive_weight_is_refused(weights: list[float]) -> None:
    with pytest.raises(ValueError, match="positive weight"):
        power_mean([50.0] * len(weights), weights, 1.0)


@pytest.mark.parametrize(
    ("values", "weights", "power", "expected"),
    [
        ([100, 50], [1, 3], 1, [0.4, 0.6]),  # 100 and 150 of 250
        ([1, 90], [1, 3], 0, [0.25, 0.75]),  # a geometric mean divides by weight
        ([50, 100], [1, 1], -1, [2 / 3, 1 / 3]),  # 1/50 and 1/100 of 3/100
        ([20, 20, 80], [1, 3, 9], -INF, [0.25, 0.75, 0]),  # the lowest share by weight
        ([30, 40], [1, 1], 2, [0.36, 0.64]),  # 900 and 1600 of 2500
        ([0, 40], [1, 1], 1, [0, 1]),
        ([0, 40], [1, 1], 0, [0, 0]),  # nothing to divide
        ([30, 40], [1, 0], -1, [1, 0]),
    ],
)
def test_the_parts_of_a_mean_have_the_values_worked_by_hand(
    values: list[float], weights: list[float], power: float, expected: list[float]
) -> None:
    assert mean_shares(values, weights, power) == pytest.approx(expected, rel=1e-13)


@relaxed
@given(members(lowest=0.01), POWER)
def test_the_parts_of_a_mean_add_up_to_1(drawn: tuple[list[float], list[float]], power: float) -> None:
    assert math.fsum(mean_shares(*drawn, power)) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("power", [-3.0, -1.0, 0.0, 0.5, 1.0, 2.0])
@pytest.mark.parametrize("weights", [(1.0, 1.0, 1.0), (1, 0.2, 5)])
def test_a_part_is_the_value_times_its_derivative(power: float, weights: tuple[float, ...]) -> None:
    """Euler's rule for a function of degree 1: x_i dM/dx_i / M, the derivative by central differences in decimals."""
    values = [12.0, 55.0, 90.0]
    step = Decimal("1e-15")
    with localcontext() as context:
        context.prec = 60
        mean = decimal_mean([*values], [*weights], power)
        for index, part in enumerate(mean_shares(values, weights, power)):
            up, down = ([Decimal(x) + way * step * (i == index) for i, x in enumerate(values)] for way in (1, -1))
            slope = (decimal_mean([*up], [*weights], power) - decimal_mean([*down], [*weights], power)) / (2 * step)
            assert part == pytest.approx(float(Decimal(values[index]) * slope / mean), rel=1e-12)


def test_named_means_are_named_and_others_show_their_power() -> None:
    assert [aggregate_name(power) for power in AGGREGATES.values()] == [*AGGREGATES]
    assert aggregate_name(2.0) == "power 2"
    assert aggregate_name(-0.5) == "power -0.5"


def test_shares_of_a_mean_next_to_nothing_are_numbers_that_add_up() -> None:
    """A power near 0 brings the mean below what a float can hold well; the zero adds nothing, the other member all."""
    assert mean_shares([0.0, 100.0], [1.0, 1.0], 0.00095) == [0.0, 1.0]
