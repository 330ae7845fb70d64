"""Several raters: Krippendorff's alpha, agreement counted in pairs, and what a panel comes to together."""

from __future__ import annotations

from collections import Counter
from itertools import permutations, product
from math import sqrt
from random import Random
from statistics import quantiles
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kasean_score.model import Initiative, Opinion, Rating
from kasean_score.scoring.alpha import LEAST, METRICS, NO_PAIRS, NO_VARIATION, Interval, alpha, bootstrap
from kasean_score.scoring.raters import (
    Consensus,
    Panel,
    Voice,
    agreement,
    are_apart,
    consensus,
    difference,
    has_panel,
    leaning,
    panel_on,
    position,
    reading,
    spread,
    states_differ,
)

relaxed = settings(deadline=None, derandomize=True, max_examples=120)
Units = list[list[float | None]]
levels = st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0])
RATERS = 3
tables = st.lists(st.lists(st.one_of(st.none(), levels), min_size=RATERS, max_size=RATERS), min_size=1, max_size=8)
THREE_UNITS: Units = [[1, 1], [2, 2], [1, 2]]


def brute_alpha(units: Any, metric: str) -> float | None:
    """Alpha straight from the definition, over all ordered pairs of values: no coincidences, no closed forms."""
    kept = [[v for v in unit if v is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    pool = [value for unit in kept for value in unit]
    if len(set(pool)) < 2:
        return None

    def squared(c: float, k: float) -> float:
        low, high = min(c, k), max(c, k)
        if low == high:
            return 0.0
        between: float = sum(low < value < high for value in pool) + (pool.count(low) + pool.count(high)) / 2
        return {
            "nominal": 1.0,
            "ordinal": between**2,
            "interval": (c - k) ** 2,
            "ratio": ((c - k) / (c + k)) ** 2,
        }[metric]

    observed = sum(squared(c, k) / (len(unit) - 1) for unit in kept for c, k in permutations(unit, 2)) / len(pool)
    expected = sum(squared(c, k) for c, k in permutations(pool, 2)) / (len(pool) * (len(pool) - 1))
    return 1 - observed / expected


def value_of(units: Any, metric: str) -> float:
    found = alpha(units, metric).value
    assert found is not None
    return found


# Alpha


def test_alpha_of_the_published_binary_example_by_hand() -> None:
    """Krippendorff (2011), example B: 14 zeros, 6 ones, 4 mismatches: 1 - 19 * 4 / (14 * 6) = 0.095."""
    first, second = "0100000010", "1110010000"
    units = [[int(a), int(b)] for a, b in zip(first, second, strict=True)]
    assert value_of(units, "nominal") == pytest.approx(1 - 19 * 4 / (14 * 6))
    assert round(value_of(units, "nominal"), 3) == 0.095


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        # 1,1 / 1,3 / 3,3: n = 6, three of each; D_o = 2/6 d, D_e = 18/30 d, so d drops out: 1 - 5/9
        ("nominal", 4 / 9),
        ("ordinal", 4 / 9),
        ("interval", 4 / 9),
        ("ratio", 4 / 9),
    ],
)
def test_with_two_values_every_metric_gives_the_same(metric: str, expected: float) -> None:
    assert value_of([[1, 1], [1, 3], [3, 3]], metric) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        # values 1,1,2,2,2,4 in units 1-1, 2-2, 2-4: D_o = 2/6 d(2, 4);
        # D_e = 2 (2*3 d(1, 2) + 2*1 d(1, 4) + 3*1 d(2, 4)) / 30
        ("nominal", 1 - (1 / 3) / (22 / 30)),
        ("interval", 1 - (4 / 3) / (2 * (6 + 18 + 12) / 30)),
        ("ratio", 1 - (1 / 27) / (2 * (6 / 9 + 2 * 0.36 + 3 / 9) / 30)),
        # d(1, 2) = (1 + 1.5)^2, d(2, 4) = (1.5 + 0.5)^2, d(1, 4) = (1 + 3 + 0.5)^2
        ("ordinal", 1 - (4 / 3) / (2 * (6 * 6.25 + 2 * 20.25 + 3 * 4) / 30)),
    ],
)
def test_with_three_values_the_metrics_differ_as_by_hand(metric: str, expected: float) -> None:
    assert value_of([[1, 1], [2, 2], [2, 4]], metric) == pytest.approx(expected)


@relaxed
@given(tables, st.sampled_from(METRICS))
def test_alpha_is_what_the_definition_gives_pair_by_pair(units: Units, metric: str) -> None:
    expected = brute_alpha(units, metric)
    found = alpha(units, metric)
    assert (found.value is None) == (expected is None)
    if expected is not None:
        assert found.value == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("metric", METRICS)
def test_without_variation_alpha_is_undefined_and_says_so(metric: str) -> None:
    found = alpha([[2, 2], [2, 2, 2]], metric)
    assert (found.value, found.undefined, found.units, found.values) == (None, NO_VARIATION, 2, 5)


@pytest.mark.parametrize("units", [[], [[1], [2, None]], [[None, None]], [[]]])
def test_where_nothing_pairs_alpha_is_undefined_for_that_reason(units: Units) -> None:
    found = alpha(units, "ordinal")
    assert (found.value, found.undefined, found.observed, found.units) == (None, NO_PAIRS, None, 0)


def test_a_unit_with_one_value_counts_for_nothing() -> None:
    units: Units = [[1, 1], [1, 2], [2, 2]]
    assert alpha([*units, [4, None], [None, None]], "interval") == alpha(units, "interval")


def test_a_unit_may_be_a_mapping_from_raters_to_values() -> None:
    mapped: list[dict[str, int | None]] = [{"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": None, "b": 2, "c": 2}]
    assert alpha(mapped, "ordinal") == alpha([[1, 1], [1, 2], [None, 2, 2]], "ordinal")


def test_nominal_values_need_not_be_numbers() -> None:
    assert value_of([["a", "a"], ["a", "b"], ["b", "b"]], "nominal") == pytest.approx(4 / 9)


def test_what_a_metric_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="no such metric"):
        alpha([[1, 2]], "circular")
    with pytest.raises(ValueError, match="below 0"):
        alpha([[-1, 1]], "ratio")


@relaxed
@given(tables, st.sampled_from(METRICS))
def test_alpha_is_one_exactly_where_all_agree(units: Units, metric: str) -> None:
    found = alpha(units, metric).value
    assume(found is not None)
    agree = all(len({v for v in unit if v is not None}) < 2 for unit in units)
    assert (found == 1) == agree
    assert found is not None
    assert found <= 1


@relaxed
@given(tables, st.sampled_from(METRICS), st.randoms(use_true_random=False))
def test_names_of_raters_and_order_of_units_change_nothing(units: Units, metric: str, rng: Any) -> None:
    order = list(range(RATERS))
    rng.shuffle(order)
    turned = [[unit[place] for place in order] for unit in units]
    rng.shuffle(turned)
    assert alpha(turned, metric).value == pytest.approx(alpha(units, metric).value, abs=1e-12)


@relaxed
@given(tables, st.permutations([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0]))
def test_nominal_alpha_does_not_know_which_value_is_which(units: Units, renamed: list[float]) -> None:
    names = dict(zip([0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0], renamed, strict=True))
    turned = [[None if v is None else names[v] for v in unit] for unit in units]
    assert alpha(turned, "nominal").value == pytest.approx(alpha(units, "nominal").value, abs=1e-12)


@relaxed
@given(tables, st.sampled_from([-3.0, -0.5, 0.25, 2.0]), st.sampled_from([-7.0, 0.0, 10.0]))
def test_interval_alpha_knows_neither_origin_nor_unit(units: Units, factor: float, shift: float) -> None:
    turned = [[None if v is None else factor * v + shift for v in unit] for unit in units]
    assert alpha(turned, "interval").value == pytest.approx(alpha(units, "interval").value, abs=1e-9)


@relaxed
@given(tables, st.sampled_from([0.1, 0.5, 3.0, 100.0]))
def test_ratio_alpha_does_not_know_the_unit(units: Units, factor: float) -> None:
    turned = [[None if v is None else factor * v for v in unit] for unit in units]
    assert alpha(turned, "ratio").value == pytest.approx(alpha(units, "ratio").value, abs=1e-9)


@relaxed
@given(tables)
def test_ordinal_alpha_knows_only_the_order(units: Units) -> None:
    turned = [[None if v is None else v**3 + 5 for v in unit] for unit in units]
    assert alpha(turned, "ordinal").value == pytest.approx(alpha(units, "ordinal").value, abs=1e-12)


# Its interval


def test_the_interval_is_where_the_exact_bootstrap_has_its_percentiles() -> None:
    """All 27 equally likely draws of three units, each by the definition; the ends fall well inside a step each."""
    exact = [brute_alpha(draw, "nominal") for draw in product(THREE_UNITS, repeat=3)]
    defined = sorted(value for value in exact if value is not None)
    found = bootstrap(THREE_UNITS, "nominal", resamples=4000)
    assert found.low == pytest.approx(defined[round(0.05 * len(defined))])
    assert found.high == pytest.approx(defined[round(0.95 * len(defined)) - 1])


def test_resamples_without_variation_are_counted_and_left_out() -> None:
    """Of 1-1, 1-1, 2-2 a draw shows no variation with probability (8 + 1) / 27; in all others alpha is 1."""
    found = bootstrap([[1, 1], [1, 1], [2, 2]], "ordinal", resamples=3000)
    assert (found.low, found.high, found.resamples) == (1, 1, 3000)
    assert abs(found.undefined - 1000) < 4 * sqrt(3000 * (1 / 3) * (2 / 3))


def test_where_every_resample_is_undefined_there_is_no_interval() -> None:
    found = bootstrap([[1, 1]] * 5, "interval", resamples=50)
    assert found == (None, None, 50, 50)


def test_hardly_any_units_have_no_interval() -> None:
    assert LEAST == 3
    assert bootstrap(THREE_UNITS[:2], "nominal")[:2] == (None, None)
    assert bootstrap([*THREE_UNITS[:2], [1, None]], "nominal")[:2] == (None, None)
    assert bootstrap(THREE_UNITS, "nominal").low is not None


def test_the_seed_fixes_the_interval() -> None:
    units = [[n % 5, (n * n) % 5, (3 * n) % 4] for n in range(20)]
    assert bootstrap(units, "ordinal", seed=7) == bootstrap(units, "ordinal", seed=7)
    assert bootstrap(units, "ordinal", seed=7) != bootstrap(units, "ordinal", seed=8)


@settings(relaxed, max_examples=20)
@given(st.lists(st.lists(levels, min_size=2, max_size=3), min_size=3, max_size=9), st.sampled_from(METRICS))
def test_an_interval_goes_from_low_to_high_and_not_above_one(units: Units, metric: str) -> None:
    found = bootstrap(units, metric, resamples=60)
    if found.low is not None and found.high is not None:
        assert found.low <= found.high <= 1


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (1, "reliable"),
        (0.8, "reliable"),
        (0.79999, "tentative"),
        (0.667, "tentative"),
        (0.6669, "too_low"),
        (-1, "too_low"),
    ],
)
def test_the_customary_marks_are_800_and_667(value: float, word: str) -> None:
    assert reading(value) == word


# Agreement counted


def test_every_pair_of_ratings_counts_once() -> None:
    """1-1-2: one exact, all three near; 0-2: neither; 3 alone: nothing."""
    found = agreement([[1, 1, 2], [0, None, 2], [3, None, None]])
    assert found == (2, 5, 4, 1, 3)


def test_a_range_is_its_midpoint() -> None:
    assert position(Opinion("a", "rated", levels=(1, 2))) == 1.5
    assert agreement([[1.5, 1], [1.5, 1.5], [1.5, 3]]) == (3, 6, 3, 1, 2)


@relaxed
@given(tables)
def test_exact_pairs_are_near_and_near_pairs_are_pairs(units: Units) -> None:
    found = agreement(units)
    assert 0 <= found.exact <= found.within_one <= found.pairs
    assert (found.pairs == 0) == (found.paired == 0)


def test_a_rater_leans_by_the_mean_difference_from_the_others() -> None:
    """Rater 0: 3 against mean 2, then 1 against 2, the third alone: (1 - 1) / 2 = 0; rater 2: 3 - 2 in the first."""
    units: Units = [[3, 1, 3], [1, 2, None], [4, None, None]]
    assert leaning(units, 0) == 0
    assert leaning(units, 1) == pytest.approx(((1 - 3) + (2 - 1)) / 2)
    assert leaning(units, 2) == 1
    assert leaning([[1, None]], 0) is None
    assert difference(units, 0, 1) == pytest.approx(((1 - 3) + (2 - 1)) / 2)


@pytest.mark.parametrize(
    ("given", "apart"),
    [((1, 3), True), ((1, 2), False), ((0, 1, 2), True), ((2,), False), (((1, 2), 3), False), (((0, 1), (2, 3)), True)],
)
def test_two_levels_between_any_two_raters_are_apart(given: Any, apart: bool) -> None:
    assert are_apart([None, *(rated(one) for one in given)]) is apart


def test_a_question_that_some_find_cannot_be_put_is_a_disagreement_of_state() -> None:
    none, other = Opinion("a", "not_applicable", why="x"), Opinion("b", "not_rated", why="y")
    assert states_differ([none, rated(1), None])
    assert states_differ([none, other])
    assert not states_differ([none, none, None])
    assert not states_differ([other, rated(1)])


# The panel


def rated(given: Any, rater: str = "r", **fields: Any) -> Opinion:
    """An opinion: a level, a pair, or a word for a state."""
    if isinstance(given, str):
        return Opinion(rater, {"?": "not_rated", "-": "not_applicable"}[given], why="because")
    return Opinion(rater, "rated", levels=given if isinstance(given, tuple) else (given, given), **fields)


@pytest.mark.parametrize(
    ("given", "state", "expected"),
    [
        ((2,), "rated", (2, 2)),
        ((1, 2), "rated", (1, 2)),
        ((0, 4), "rated", (0, 4)),
        ((3, 0, 4), "rated", (3, 3)),
        ((1, 2, 3, 4), "rated", (2, 3)),
        ((2, 2, 2, 4), "rated", (2, 2)),
        (((1, 2), 2), "rated", (1, 2)),
        (((1, 2), 2, 3), "rated", (2, 2)),
        (((0, 4), (1, 3), (2, 2)), "rated", (1, 3)),
        ((1, "?"), "rated", (1, 1)),  # half of the raters are enough
        ((1, "?", "?"), "not_rated", None),
        (("?", "-"), "not_applicable", None),
        ((1, "-"), "rated", (1, 1)),
        ((1, "-", "-"), "not_applicable", None),
        ((1, "-", "?"), "not_rated", None),
        ((None, None, 3), "not_rated", None),  # a rating that is not there counts like one that says so
        ((None, "-", "-"), "not_applicable", None),
        (("?", "?"), "not_rated", None),
        ((None, None), "not_rated", None),
    ],
)
def test_a_panel_comes_to_its_median_where_half_of_it_rated(given: Any, state: str, expected: Any) -> None:
    opinions = [None if one is None else rated(one) for one in given]
    found = consensus(opinions, len(given))
    assert (found.state, found.levels) == (state, expected)


def test_values_come_to_their_median_within_all_that_was_found() -> None:
    values = [Opinion("r", "rated", value=v, low=low, high=high) for v, low, high in ((3, 2, 3), (9, 9, 12), (4, 4, 4))]
    assert consensus(values, 3)[1:5] == (None, 4, 2, 12)
    assert consensus(values[:2], 2)[1:5] == (None, 6, 2, 12)


def test_the_least_confidence_stands_for_all() -> None:
    sure = [rated(1, confidence=word) for word in ("high", "low", "medium")]
    assert consensus(sure, 3).confidence == "low"
    assert consensus(sure[:1], 1).confidence == "high"
    assert consensus([rated(1)], 1).confidence is None


opinions_given = st.lists(
    st.one_of(
        st.none(), st.sampled_from(["?", "-"]), st.tuples(st.integers(0, 4), st.integers(0, 4)).map(sorted).map(tuple)
    ),
    min_size=1,
    max_size=6,
)


@relaxed
@given(opinions_given)
def test_a_consensus_lies_within_what_was_said_and_does_not_depend_on_order(given: list[Any]) -> None:
    opinions = [None if one is None else rated(one) for one in given]
    found = consensus(opinions, len(given))
    assert found == consensus(opinions[::-1], len(given))
    pairs = [one for one in given if isinstance(one, tuple)]
    assert (found.state == "rated") == (2 * len(pairs) >= len(given) and bool(pairs))
    if found.levels is not None:
        assert found.levels[0] in {low for low, _ in pairs}
        assert found.levels[1] in {high for _, high in pairs}
        assert found.levels[0] <= found.levels[1]
        # no more than half of the lower ends lie below it, no more than half of the upper ends above it
        assert sum(low < found.levels[0] for low, _ in pairs) <= len(pairs) / 2
        assert sum(high > found.levels[1] for _, high in pairs) <= len(pairs) / 2


def test_a_panel_is_the_raters_of_its_files_or_those_folded_into_one() -> None:
    """Two dossiers of a rater each say the same as one dossier with a panel of the two."""
    one, two = Rating("rated", (1, 1), why="w"), Rating("not_rated", why="n")
    apart = panel_on([Voice("A", {"x": one}, folded=False), Voice("B", {"x": two, "y": one}, folded=False)])
    said = {address: tuple(x for x in given if x) for address, given in apart.said.items()}
    panels = {address: Rating("rated", (1, 1), panel=opinions) for address, opinions in said.items()}
    folded = panel_on([Voice("whoever", panels, folded=True)])
    assert folded == apart == Panel(("A", "B"), apart.said)
    assert apart.said["y"] == (None, Opinion("B", "rated", (1, 1), why="w"))
    assert has_panel(Initiative("i", "I", {"r": panels}))
    assert not has_panel(Initiative("i", "I", {"r": {"x": one}}))


def test_counts_of_the_sample_draws_are_right() -> None:
    """Guard of the test above: 27 draws, of which two have no variation."""
    assert Counter(brute_alpha(draw, "nominal") is None for draw in product(THREE_UNITS, repeat=3))[True] == 2


# Rules that hold at the edges


def test_the_ends_of_the_interval_are_interpolated_between_the_draws() -> None:
    """Beside the quantiles of the standard library, over the same draws."""
    units: Units = [[1, 1], [1, 2], [2, 2], [3, 1], [4, 4], [2, 3], [1, 4]]
    draw = Random(5).choices
    values = [alpha(draw(units, k=len(units)), "interval").value for _ in range(38)]
    wanted = quantiles([value for value in values if value is not None], n=20, method="inclusive")
    found = bootstrap(units, "interval", resamples=38, seed=5)
    assert [found.low, found.high] == pytest.approx([wanted[0], wanted[-1]])


def test_too_few_units_give_no_interval_and_nothing_undefined() -> None:
    assert bootstrap([[1, 2]] * (LEAST - 1), "nominal", resamples=7) == Interval(None, None, 7, 0)


def test_the_interval_is_of_a_thousand_draws_by_the_seed_0_unless_asked_otherwise() -> None:
    units: Units = [[1, 1], [1, 2], [2, 2], [3, 1]]
    assert bootstrap(units, "ordinal") == bootstrap(units, "ordinal", resamples=1000, seed=0)


def test_the_ratio_metric_refuses_values_below_0_in_the_bootstrap_too() -> None:
    with pytest.raises(ValueError, match="below 0"):
        bootstrap([[-1, 1]] * LEAST, "ratio")


def test_a_unit_of_one_level_does_not_end_the_count() -> None:
    assert agreement([[1], [2, 2], [None, 3], [0, 4]]) == (2, 4, 2, 1, 1)


def test_one_number_has_no_spread() -> None:
    assert spread([2.0, None]) is None
    assert spread([2.0, None, 3.5]) == 1.5


def test_raters_are_known_by_their_english_names() -> None:
    """The second dossier spells the Korean name another way; a panel that was merged before names her in English."""
    one, other = ({"ko": name, "en": "Kim"} for name in ("김", "김 박사"))
    rating = Rating("rated", (1, 1))
    folded = Rating("rated", (3, 3), panel=(Opinion(other, "rated", (3, 3)),))
    found = panel_on([Voice(one, {"g.a": rating}, folded=False), Voice("x", {"g.b": folded}, folded=True)])
    assert found.raters == (one,)
    assert [opinions[0].levels for opinions in found.said.values() if opinions[0]] == [(1, 1), (3, 3)]


def test_a_value_is_the_median_with_the_ends_the_lowest_confidence_and_the_count() -> None:
    opinions = [
        Opinion("A", "rated", value=30.0, confidence="high"),
        Opinion("B", "rated", value=10.0, low=8.0, high=12.0, confidence="medium"),
        Opinion("C", "rated", value=14.0),
        None,
    ]
    assert consensus(opinions, 4) == Consensus("rated", None, 14.0, 8.0, 30.0, "medium", 3)


def test_how_many_rated_is_told_whatever_it_comes_to() -> None:
    rated = Opinion("A", "rated", (2, 2))
    assert consensus([rated, rated], 2).rated == 2
    assert consensus([rated, None, None], 3) == Consensus("not_rated", rated=1)
