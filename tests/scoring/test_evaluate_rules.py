"""Small rubrics with ratings, each result worked by hand: states, nesting, coverage, contributions, bands."""

from __future__ import annotations

from math import fsum, sqrt
from typing import Any

import pytest
from scoring_support import AGGREGATES, Doc, criterion, group, measure, node, rubric, score

FLAT = rubric(group("g", criterion("x"), criterion("y", 3)))
TWO = rubric(group("a", criterion("p"), criterion("q")), group("b", criterion("r"), criterion("s"), weight=3))
HELD = rubric(group("a", criterion("p")), group("c", criterion("k"), weight=9, role="condition"))
INNER = rubric(
    group("a", group("m", criterion("p")), group("c", criterion("k"), weight=9, role="condition")),
    group("b", criterion("r")),
)
DEEP = rubric(
    group("a", group("m", criterion("x"), criterion("y")), group("n", criterion("z"), weight=3), weight=2),
    group("b", criterion("t")),
)
ZERO = rubric(group("g", criterion("x"), criterion("y", 0)), group("h", criterion("z")))
NOTHING: tuple[Any, ...] = (None, None, None, None, "not_demonstrated")


@pytest.mark.parametrize(
    ("content", "ratings", "expected"),
    [
        # score, lowest, highest, coverage, band
        (FLAT, {"g.x": 4, "g.y": 2}, (62.5, 62.5, 62.5, 1, "partial")),  # (100 + 3 * 50) / 4
        (FLAT, {"g.x": [1, 3], "g.y": 4}, (87.5, 81.25, 93.75, 1, "strong")),  # (50 | 25 | 75 + 300) / 4
        # unrated is not 0: over what is rated, open at both ends, missing in coverage
        (FLAT, {"g.x": "?", "g.y": 2}, (50, 37.5, 62.5, 0.75, "partial")),  # (0 | 100 + 150) / 4
        (FLAT, {"g.y": 2}, (50, 37.5, 62.5, 0.75, "partial")),  # no entry at all is unrated
        (FLAT, {"g.x": 4, "g.y": "?"}, (100, 25, 100, 0.25, "not_demonstrated")),
        (FLAT, {"g.x": 0, "g.y": "?"}, (0, 0, 75, 0.25, "not_demonstrated")),
        (FLAT, {}, (None, 0, 100, 0, "not_demonstrated")),
        # a zero is a zero
        (FLAT, {"g.x": 0, "g.y": 4}, (75, 75, 75, 1, "substantial")),
        (FLAT, {"g.x": 0, "g.y": 0}, (0, 0, 0, 1, "weak")),
        # not applicable leaves the tree
        (FLAT, {"g.x": "-", "g.y": 2}, (50, 50, 50, 1, "partial")),
        (FLAT, {"g.x": "-", "g.y": "?"}, (None, 0, 100, 0, "not_demonstrated")),
        (FLAT, {"g.x": "-", "g.y": "-"}, NOTHING),
        # a group with nothing rated is unrated in its parent, at its full weight
        (TWO, {"a.p": 4, "a.q": 2}, (75, 18.75, 93.75, 0.25, "not_demonstrated")),  # (75 + 3 * (0 | 100)) / 4
        (TWO, {"b.r": 4, "b.s": 2}, (75, 56.25, 81.25, 0.75, "substantial")),  # ((0 | 100) + 225) / 4
        # a group that is wholly not applicable leaves the tree
        (TWO, {"a.p": 4, "a.q": 2, "b.r": "-", "b.s": "-"}, (75, 75, 75, 1, "substantial")),
        # a group rated in part counts in full: a is 100 [50-100], b 50
        (TWO, {"a.p": 4, "b.r": 2, "b.s": 2}, (62.5, 50, 62.5, 0.875, "partial")),
        (TWO, {"a.p": 4, "a.q": "-", "b.r": 2, "b.s": "?"}, (62.5, 43.75, 81.25, 0.625, "not_demonstrated")),
        # a condition group is never counted, rated or not, at the top or inside
        (HELD, {"a.p": 3, "c.k": 0}, (75, 75, 75, 1, "substantial")),
        (HELD, {"a.p": 3}, (75, 75, 75, 1, "substantial")),
        (HELD, {"c.k": 4}, (None, 0, 100, 0, "not_demonstrated")),
        (INNER, {"a.m.p": 4, "a.c.k": 0, "b.r": 2}, (75, 75, 75, 1, "substantial")),
        (INNER, {"a.m.p": "-", "a.c.k": 0, "b.r": 2}, (50, 50, 50, 1, "partial")),
        # nested: m = 75, n = 25, a = (75 + 75) / 4 = 37.5, b = 75, total (2 * 37.5 + 75) / 3
        (DEEP, {"a.m.x": 4, "a.m.y": 2, "a.n.z": 1, "b.t": 3}, (50, 50, 50, 1, "partial")),
        # m open: a = n = 25 [18.75-43.75], total (50 + 75) / 3; coverage (2 * 3/4 + 1) / 3
        (DEEP, {"a.n.z": 1, "b.t": 3}, (125 / 3, 37.5, 162.5 / 3, 2.5 / 3, "limited")),
        # a zero weight has no effect, rated, unrated or not applicable
        (ZERO, {"g.x": 4, "g.y": 0, "h.z": 2}, (75, 75, 75, 1, "substantial")),
        (ZERO, {"g.x": 4, "g.y": "?", "h.z": 2}, (75, 75, 75, 1, "substantial")),
        (ZERO, {"g.x": 4, "g.y": "-", "h.z": 2}, (75, 75, 75, 1, "substantial")),
        # nor can it carry its group alone: g is unrated, then out of the tree
        (ZERO, {"g.y": 0, "h.z": 2}, (50, 25, 75, 0.5, "not_demonstrated")),
        (ZERO, {"g.x": "-", "g.y": 0, "h.z": 2}, (50, 50, 50, 1, "partial")),
    ],
)
def test_a_rubric_and_ratings_give_the_result_worked_by_hand(
    content: Doc, ratings: dict[str, Any], expected: tuple[Any, ...]
) -> None:
    card = score(content, ratings)
    assert (card.score, card.low, card.high, card.coverage) == pytest.approx(expected[:4], abs=1e-10)
    assert card.verdict.band == expected[4]


@pytest.mark.parametrize(
    ("rating", "state"), [(3, "rated"), ([1, 2], "rated"), (0, "rated"), ("?", "not_rated"), ("-", "not_applicable")]
)
def test_a_rating_gives_its_state_to_criterion_and_group(rating: Any, state: str) -> None:
    card = score(rubric(group("g", criterion("x"))), {"g.x": rating})
    assert [found.state for found in card.nodes] == [state, state]


def test_every_state_has_its_own_figures_on_its_own_row() -> None:
    content = rubric(group("g", *(criterion(name) for name in "abcd")))
    card = score(content, {"g.a": 0, "g.b": [1, 3], "g.c": "?", "g.d": "-"})
    rows = {n.node.id: (n.score, n.low, n.high, n.coverage, n.share, n.contribution) for n in card.criteria()}
    assert rows == {
        "g.a": (0, 0, 0, 1, 1 / 3, 0),
        "g.b": (50, 25, 75, 1, 1 / 3, 25),  # half of the group's mean of 25 is its own, all of it is b's
        "g.c": (None, 0, 100, 0, 1 / 3, None),
        "g.d": (None, None, None, None, None, None),
    }
    assert (card.criteria_rated, card.criteria_applicable) == (2, 3)


def test_a_condition_group_is_scored_on_rows_of_its_own() -> None:
    content = rubric(group("a", criterion("p")), group("c", criterion("k"), criterion("l", 3), role="condition"))
    card = score(content, {"a.p": 4, "c.k": 2, "c.l": "?"})
    held = node(card, "c")
    assert (held.score, held.low, held.high, held.coverage) == (50, 12.5, 87.5, 0.25)
    for address in ("c", "c.k", "c.l"):
        assert (node(card, address).share, node(card, address).contribution) == (None, None)
    assert (card.criteria_rated, card.criteria_applicable) == (1, 1)


def test_nodes_come_in_rubric_order_a_group_before_its_children() -> None:
    card = score(DEEP, {})
    assert [n.node.id for n in card.nodes] == ["a", "a.m", "a.m.x", "a.m.y", "a.n", "a.n.z", "b", "b.t"]
    assert [n.depth for n in card.nodes] == [0, 1, 2, 2, 1, 2, 0, 1]
    assert [n.parent for n in card.nodes] == [None, "a", "a.m", "a.m", "a", "a.n", None, "b"]


@pytest.mark.parametrize(
    ("where", "who", "applies"),
    [
        ({}, {"type": "policy", "stage": "closed"}, True),
        ({"type": "institution"}, {"type": "institution"}, True),
        ({"type": "institution"}, {"type": "policy"}, False),
        ({"type": "institution"}, {}, True),  # an unstated type passes
        ({"type": ["policy", "programme"]}, {"type": "programme"}, True),
        ({"type": ["policy", "programme"]}, {"type": "institution"}, False),
        ({"stage": "closed"}, {"stage": "closed"}, True),
        ({"stage": "closed"}, {"stage": "launched"}, False),
        ({"stage": ["launched", "closed"]}, {"stage": "launched"}, True),
        ({"stage": "closed"}, {"type": "policy"}, True),
        ({"type": "policy", "stage": "closed"}, {"type": "policy", "stage": "launched"}, False),
        ({"type": "policy", "stage": "closed"}, {"type": "institution", "stage": "closed"}, False),
        ({"type": "policy", "stage": "closed"}, {"type": "policy", "stage": "closed"}, True),
    ],
)
def test_a_criterion_applies_to_the_types_and_stages_it_names(where: Doc, who: dict[str, str], applies: bool) -> None:
    content = rubric(group("g", criterion("x", applies_to=where), criterion("y")))
    card = score(content, {"g.y": 4}, **who)
    assert node(card, "g.x").state == ("not_rated" if applies else "not_applicable")
    assert card.coverage == (0.5 if applies else 1)


ROOT_HALF = {"a.x": 1, "a.y": 4, "b.z": 4}


@pytest.mark.parametrize(
    ("aggregate", "expected"),
    [
        ("arithmetic", 62.5),
        ("geometric", 50),  # sqrt(25 * 100)
        ("harmonic", 40),  # 2 / (1/25 + 1/100)
        ("minimum", 25),
        ({"power": 2}, sqrt(5312.5)),  # (625 + 10000) / 2
    ],
)
def test_an_aggregation_holds_where_it_is_stated(aggregate: Any, expected: float) -> None:
    below = (criterion("x"), criterion("y"))
    own = rubric(group("a", *below, aggregate=aggregate), group("b", criterion("z")))
    assert node(score(own, ROOT_HALF), "a").score == pytest.approx(expected)
    assert score(own, ROOT_HALF).score == pytest.approx((expected + 100) / 2)  # the root stays arithmetic
    whole = rubric(group("a", *below), group("b", criterion("z")), aggregate=aggregate)
    assert node(score(whole, ROOT_HALF), "a").score == pytest.approx(expected)  # a group without its own follows
    exempt = rubric(group("a", *below, aggregate="arithmetic"), group("b", criterion("z")), aggregate=aggregate)
    assert node(score(exempt, ROOT_HALF), "a").score == 62.5


def test_bounds_follow_the_aggregation_of_each_group() -> None:
    content = rubric(group("a", criterion("x"), criterion("y"), aggregate="geometric"))
    card = score(content, {"a.x": 1, "a.y": "?"})
    assert (card.score, card.low, card.high) == pytest.approx((25, 0, 50))  # sqrt(25 * 0), sqrt(25 * 100)


@pytest.mark.parametrize("aggregate", AGGREGATES.values(), ids=AGGREGATES)
@pytest.mark.parametrize(
    "ratings",
    [
        {"a.m.x": 4, "a.m.y": 2, "a.n.z": 1, "b.t": 3},
        {"a.m.x": 4, "a.m.y": "?", "a.n.z": [1, 2], "b.t": 3},
        {"a.m.x": "-", "a.m.y": 2, "a.n.z": "?", "b.t": 3},
        {"a.m.x": 0, "a.m.y": 2, "a.n.z": 1, "b.t": 3},
    ],
    ids=["rated", "range and unrated", "not applicable", "with a zero"],
)
def test_contributions_add_up_to_the_score_and_shares_to_1(aggregate: Any, ratings: dict[str, Any]) -> None:
    card = score({**DEEP, "aggregate": aggregate}, ratings)
    leaves = [leaf for leaf in card.criteria() if leaf.counted]
    assert fsum(leaf.contribution or 0 for leaf in leaves) == pytest.approx(card.score, abs=1e-10)
    assert fsum(leaf.share or 0 for leaf in leaves) == pytest.approx(1, abs=1e-12)
    assert fsum(leaf.share or 0 for leaf in leaves if leaf.state == "rated") == pytest.approx(card.coverage, abs=1e-12)
    for parent in (found for found in card.nodes if not found.is_criterion and found.counted):
        children = [child for child in card.nodes if child.parent == parent.node.id]
        assert fsum(c.contribution or 0 for c in children) == pytest.approx(parent.contribution or 0, abs=1e-10)
        assert fsum(c.share or 0 for c in children) == pytest.approx(parent.share, abs=1e-12)


@pytest.mark.parametrize(
    ("aggregate", "expected"),
    [
        ("arithmetic", (25, 37.5)),  # 100 / 4 and 150 / 4
        ("harmonic", (100 / 7 * 4 / 7, 300 / 7 * 8 / 7)),  # mean 400/7, parts 1/100 and 3/50 of 7/100
        ("minimum", (0, 50)),
    ],
)
def test_contributions_divide_the_score_as_worked_by_hand(aggregate: str, expected: tuple[float, float]) -> None:
    card = score({**FLAT, "aggregate": aggregate}, {"g.x": 4, "g.y": 2})
    assert [leaf.contribution for leaf in card.criteria()] == pytest.approx(expected)


def test_shares_are_the_products_of_weights_down_the_tree() -> None:
    card = score(DEEP, {"b.t": "-"})
    shares = {found.node.id: found.share for found in card.nodes}
    assert shares.pop("b") is None
    assert shares.pop("b.t") is None
    assert shares == {"a": 1, "a.m": 0.25, "a.m.x": 0.125, "a.m.y": 0.125, "a.n": 0.75, "a.n.z": 0.75}


def test_a_criterion_of_zero_weight_has_a_score_and_adds_nothing() -> None:
    found = node(score(ZERO, {"g.x": 4, "g.y": 2, "h.z": 2}), "g.y")
    assert (found.score, found.share, found.contribution) == (50, 0, 0)


def test_a_rubric_of_which_only_zero_weights_apply_has_no_score() -> None:
    """What carries the weight is not applicable, so there is nothing to score, and nothing to divide it by."""
    content = rubric(group("g", criterion("x"), weight=0), group("h", criterion("z")))
    card = score(content, {"g.x": 3, "h.z": "-"})
    assert (card.score, card.low, card.high, card.coverage, card.verdict.band) == NOTHING


@pytest.mark.parametrize(
    ("weights", "least", "covered"),
    [((13, 7), 0.65, True), ((12.99, 7.01), 0.65, False), ((3, 7), 0.3, True), ((1, 0), 1, True), ((99, 1), 1, False)],
)
def test_a_band_is_named_from_exactly_the_minimum_coverage_on(
    weights: tuple[float, float], least: float, covered: bool
) -> None:
    content = rubric(group("g", criterion("x", weights[0]), criterion("y", weights[1])), min_coverage=least)
    card = score(content, {"g.x": 3, "g.y": "?"})
    assert card.score == 75
    assert card.verdict.band == ("substantial" if covered else "not_demonstrated")
    assert card.verdict.band_by_score == "substantial"


def test_a_minimum_coverage_met_by_a_sum_of_decimals_is_met() -> None:
    """0.6 of 1.5 is 0.4; in binary fractions the quotient comes out as 0.39999999999999997."""
    weights = {"x": 0.1, "y": 0.2, "z": 0.3, "rest": 0.9}
    content = rubric(group("g", *(criterion(name, weight) for name, weight in weights.items())), min_coverage=0.4)
    assert score(content, {"g.x": 3, "g.y": 3, "g.z": 3}).verdict.band == "substantial"


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (100, "strong"), (85, "strong"), (84.99999, "substantial"), (84.5, "substantial"),
        (70, "substantial"), (69.99999, "partial"), (50, "partial"), (49.99999, "limited"),
        (25, "limited"), (24.99999, "weak"), (0, "weak"),
    ],
)  # fmt: skip
def test_bands_compare_the_unrounded_score(value: float, band: str) -> None:
    card = score(rubric(group("g", measure("x"))), {"g.x": {"value": value}})
    assert card.score == pytest.approx(value, rel=1e-14)
    assert card.verdict.band == band


@pytest.mark.parametrize("scale", [0.1, 0.7, 1 / 3, 1e-9, 1e6])
def test_a_mean_that_is_exactly_a_threshold_reaches_it_whatever_its_binary_fractions(scale: float) -> None:
    """(70 + 3 * 90) / 4 = 85."""
    content = rubric(group("g", measure("x", weight=scale), measure("y", weight=3 * scale)))
    assert score(content, {"g.x": {"value": 70}, "g.y": {"value": 90}}).verdict.band == "strong"


def test_a_rubric_may_name_its_own_bands() -> None:
    bands = [{"id": "low", "at_least": 0}, {"id": "high", "at_least": 60}]
    content = rubric(group("g", criterion("x")), bands=bands)
    assert [score(content, {"g.x": level}).verdict.band for level in (2, 3)] == ["low", "high"]
