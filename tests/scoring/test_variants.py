"""The same rubric under other weights or another mean, or cut down to a part; ratings replaced."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

import pytest
from scoring_support import Doc, criterion, group, initiative, load_initiative, load_rubric, node, rubric

import kasean_score
from kasean_score.model import Rating
from kasean_score.scoring.variants import only, with_aggregate, with_ratings, with_weights

if TYPE_CHECKING:
    from kasean_score.api import Scorecard
    from kasean_score.model import Rubric

LIMITS = [
    {"id": "criterion", "when": {"criterion": "b.r", "at_most": 1}, "band_at_most": "partial"},
    {"id": "group", "when": {"group": "c", "below": 50}, "band_at_most": "partial"},
    {"id": "any", "when": {"group": "any", "below": 10}, "band_at_most": "partial"},
]
CONTENT = rubric(
    group("a", criterion("p", 1), criterion("q", 3), weight=1, aggregate="geometric"),
    group("b", criterion("r", 1), criterion("s", 1), weight=3),
    group("c", criterion("k"), role="condition", weight=5),
    weight_sets={
        "equal": {"others": 1},
        "listed": {"weights": {"a": 5, "a.q": 0}},
        "both": {"others": 2, "weights": {"b": 6, "b.r": 0}},
    },
    limits=LIMITS,
)
RATINGS = {"a.p": 1, "a.q": 4, "b.r": 2, "b.s": 3, "c.k": 4}
# as stated: a = 25^(1/4) * 100^(3/4), b = 62.5, total (a + 3 b) / 4


def card(changed: Rubric, ratings: Doc | None = None) -> Scorecard:
    return kasean_score.evaluate(changed, load_initiative(initiative(RATINGS if ratings is None else ratings)))


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("equal", (sqrt(25 * 100) + 62.5) / 2),
        ("listed", (5 * 25 + 3 * 62.5) / 8),  # a.q counts nothing, b keeps its 3
        ("both", (2 * sqrt(25 * 100) + 6 * 75) / 8),  # b.s alone carries b
    ],
)
def test_a_weight_set_replaces_the_weights_it_lists_and_the_others_only_if_it_says_so(
    chosen: str, expected: float
) -> None:
    assert card(with_weights(load_rubric(CONTENT), chosen)).score == pytest.approx(expected, rel=1e-12)


def test_a_weight_set_leaves_aggregation_roles_and_limits_alone() -> None:
    stated = load_rubric(CONTENT)
    changed = with_weights(stated, "equal")
    assert changed.limits == stated.limits
    assert node(card(changed), "c").share is None
    assert node(card(changed), "a").score == pytest.approx(50)  # still geometric


def test_an_unknown_weight_set_is_refused() -> None:
    with pytest.raises(KeyError, match="none"):
        with_weights(load_rubric(CONTENT), "none")


@pytest.mark.parametrize(
    ("power", "expected"),
    [
        (1.0, ((25 + 300) / 4 + 3 * 62.5) / 4),
        (float("-inf"), 25),
        (-1.0, 4 / (1 / (4 / (1 / 25 + 3 / 100)) + 3 / (2 / (1 / 50 + 1 / 75)))),
    ],
)
def test_another_aggregation_holds_at_every_node_whatever_its_groups_had_chosen(power: float, expected: float) -> None:
    assert card(with_aggregate(load_rubric(CONTENT), power)).score == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("addresses", "kept", "expected"),
    [
        (["b"], ["b", "b.r", "b.s"], 62.5),
        (["b.r"], ["b", "b.r"], 50),
        (["b.r", "a.q"], ["a", "a.q", "b", "b.r"], (100 + 3 * 50) / 4),  # groups keep their weights
        (["b", "b.r"], ["b", "b.r", "b.s"], 62.5),
        (["b.s", "b.r"], ["b", "b.r", "b.s"], 62.5),  # in rubric order, whatever the order asked for
        (["c"], ["c", "c.k"], 100),
        (["c", "b"], ["b", "b.r", "b.s", "c", "c.k"], (3 * 62.5 + 5 * 100) / 8),
    ],
)
def test_a_part_of_a_rubric_is_scored_by_itself(addresses: list[str], kept: list[str], expected: float) -> None:
    """A condition group that is asked for is counted: it is what is being scored."""
    part = only(load_rubric(CONTENT), addresses)
    assert [found.id for found in part.nodes()] == kept
    assert {found.role for found in part.groups} == {"counted"}
    ratings = {address: level for address, level in RATINGS.items() if address in kept}
    assert card(part, ratings).score == pytest.approx(expected, rel=1e-12)


def test_a_condition_group_inside_a_group_is_counted_when_it_is_asked_for_and_not_otherwise() -> None:
    content = rubric(group("a", group("m", criterion("p")), group("c", criterion("k"), role="condition")))
    whole = only(load_rubric(content), ["a"])
    assert card(whole, {"a.m.p": 4, "a.c.k": 2}).score == 100
    part = only(load_rubric(content), ["a.c"])
    assert card(part, {"a.c.k": 2}).score == 50


@pytest.mark.parametrize(
    ("addresses", "limits"),
    [(["a"], ["any"]), (["b"], ["criterion", "any"]), (["b.s"], ["any"]), (["c"], ["group", "any"])],
)
def test_a_limit_goes_with_the_node_it_watches(addresses: list[str], limits: list[str]) -> None:
    assert [limit.id for limit in only(load_rubric(CONTENT), addresses).limits] == limits


@pytest.mark.parametrize("address", ["d", "p", "b.x", "a.p.q", ""])
def test_a_part_that_the_rubric_does_not_have_is_refused(address: str) -> None:
    with pytest.raises(KeyError):
        only(load_rubric(CONTENT), ["a", address])


def test_no_variant_changes_the_rubric_that_it_was_made_from() -> None:
    stated = load_rubric(CONTENT)
    before = card(stated).score
    with_weights(stated, "equal")
    with_aggregate(stated, 0.0)
    only(stated, ["b"])
    assert card(stated).score == before
    assert stated._replace(file=None) == load_rubric(CONTENT)._replace(file=None)


def test_ratings_are_replaced_by_address_and_the_rest_stays() -> None:
    stated, given = load_rubric(CONTENT), load_initiative(initiative(RATINGS))
    changed = with_ratings(given, stated, {"b.r": Rating("rated", levels=(4, 4)), "b.s": Rating("not_rated")})
    assert node(kasean_score.evaluate(stated, changed), "b").score == 100
    assert node(kasean_score.evaluate(stated, changed), "a").score == node(card(stated), "a").score
    assert node(kasean_score.evaluate(stated, given), "b").score == 62.5  # the initiative itself is as it was


def test_a_rating_may_be_added_where_none_was() -> None:
    stated, given = load_rubric(CONTENT), load_initiative(initiative({"b.r": 2}))
    changed = with_ratings(given, stated, {"a.p": Rating("rated", levels=(1, 1))})
    assert kasean_score.evaluate(stated, changed).score == pytest.approx((25 + 3 * 50) / 4)


def test_ratings_on_other_rubrics_stay_when_some_are_replaced() -> None:
    content = initiative(RATINGS)
    content["ratings"]["another"] = {"x.y": {"level": 1}}
    given = load_initiative(content)
    changed = with_ratings(given, load_rubric(CONTENT), {"b.r": Rating("not_rated")})
    assert changed.ratings["another"] == given.ratings["another"]
