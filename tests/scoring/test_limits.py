"""Limits: what triggers them, when they hold the band down, and the lowest and highest band still possible."""

from __future__ import annotations

from typing import Any

import pytest
from scoring_support import Doc, criterion, group, measure, rubric, score


def limit(band: str, name: str = "only", **when: Any) -> Doc:
    return {"id": name, "when": when, "band_at_most": band}


def watched(*limits: Doc, **fields: Any) -> Doc:
    """A strong criterion of weight 19 beside the one that is watched, so that the score alone stays strong."""
    return rubric(group("g", criterion("x"), criterion("rest", 19)), limits=list(limits), **fields)


def two_groups(*limits: Doc, **condition: Any) -> Doc:
    return rubric(
        group("a", criterion("p"), criterion("q"), weight=19), group("b", criterion("r"), **condition), limits=[*limits]
    )


@pytest.mark.parametrize(
    ("rating", "status", "band"),
    [
        (0, "holds", "partial"),
        (1, "holds", "partial"),
        (2, "clear", "strong"),
        (4, "clear", "strong"),
        ([0, 1], "holds", "partial"),
        ([0, 2], "holds", "partial"),  # a range counts as its midpoint
        ([1, 2], "possible", "strong"),
        ([0, 3], "possible", "strong"),
        ([2, 3], "clear", "strong"),
        ("?", "possible", "strong"),
        ("-", "clear", "strong"),
    ],
)
def test_a_limit_on_a_criterion_holds_at_its_level_or_lower(rating: Any, status: str, band: str) -> None:
    card = score(watched(limit("partial", criterion="g.x", at_most=1)), {"g.x": rating, "g.rest": 4})
    assert card.verdict.band_by_score == "strong"
    assert (card.limits[0].status, card.verdict.band) == (status, band)
    assert card.limits[0].triggers == (() if status == "clear" else ("g.x",))
    assert card.limits[0].lowers is (status == "holds")


@pytest.mark.parametrize(
    ("rating", "status"),
    [
        ({"value": 39.9}, "holds"),
        ({"value": 40}, "clear"),  # below means below
        ({"value": 41}, "clear"),
        ({"value": 41, "low": 39}, "possible"),
        ({"value": 39, "high": 41}, "holds"),
        ("?", "possible"),
        ("-", "clear"),
    ],
)
def test_a_limit_on_a_measure_holds_below_its_score(rating: Any, status: str) -> None:
    content = rubric(
        group("g", measure("x"), criterion("rest", 19)), limits=[limit("partial", criterion="g.x", below=40)]
    )
    card = score(content, {"g.x": rating, "g.rest": 4})
    assert (card.limits[0].status, card.verdict.band) == (status, "partial" if status == "holds" else "strong")


@pytest.mark.parametrize(("rating", "status"), [(1, "holds"), (2, "clear"), ([1, 2], "holds"), ([1, 4], "possible")])
def test_a_limit_on_a_levelled_criterion_may_watch_its_score(rating: Any, status: str) -> None:
    card = score(watched(limit("partial", criterion="g.x", below=50)), {"g.x": rating, "g.rest": 4})
    assert card.limits[0].status == status


@pytest.mark.parametrize(
    ("ratings", "status"),
    [
        ({"b.r": 1}, "holds"),
        ({"b.r": 2}, "clear"),
        ({"b.r": [1, 3]}, "possible"),
        ({"b.r": "?"}, "possible"),
        ({"b.r": "-"}, "clear"),
    ],
)
@pytest.mark.parametrize("role", ["counted", "condition"])
@pytest.mark.parametrize("watch", ["b", "any"])
def test_a_limit_on_a_group_holds_below_its_score(ratings: Doc, status: str, role: str, watch: str) -> None:
    """Condition groups count among `any`: they are scored in order to limit."""
    card = score(two_groups(limit("partial", group=watch, below=50), role=role), {"a.p": 4, "a.q": 4, **ratings})
    assert (card.limits[0].status, card.verdict.band) == (status, "partial" if status == "holds" else "strong")
    assert card.limits[0].triggers == (() if status == "clear" else ("b",))


def test_a_limit_may_watch_a_group_inside_another_and_any_means_those_at_the_top() -> None:
    content = rubric(
        group("a", group("m", criterion("p")), group("n", criterion("q"), weight=19)),
        limits=[limit("partial", "inner", group="a.m", below=50), limit("weak", "top", group="any", below=50)],
    )
    card = score(content, {"a.m.p": 0, "a.n.q": 4})
    assert [(found.limit.id, found.status, found.triggers) for found in card.limits] == [
        ("inner", "holds", ("a.m",)),
        ("top", "clear", ()),
    ]
    assert card.verdict.band == "partial"


def test_any_names_every_group_that_meets_or_could_meet_its_condition() -> None:
    content = rubric(
        *(group(name, criterion("x"), weight=9 * (name == "a") or 1) for name in "abcd"),
        limits=[limit("substantial", group="any", below=25)],
    )
    holding = score(content, {"a.x": 4, "b.x": 0, "c.x": 0, "d.x": "?"})
    assert (holding.limits[0].status, holding.limits[0].triggers) == ("holds", ("b", "c"))
    possible = score(content, {"a.x": 4, "b.x": "?", "c.x": [0, 4], "d.x": 1})
    assert (possible.limits[0].status, possible.limits[0].triggers) == ("possible", ("b", "c"))


def test_a_group_exactly_at_the_threshold_is_not_below_it() -> None:
    """(0.1 * 20 + 0.2 * 50) / 0.3 = 40; in binary fractions the mean comes out as 39.99999999999999."""
    content = rubric(
        group("a", measure("x", weight=0.1), measure("y", weight=0.2)),
        limits=[limit("weak", group="a", below=40)],
    )
    assert score(content, {"a.x": {"value": 20}, "a.y": {"value": 50}}).limits[0].status == "clear"


def test_an_unrated_criterion_that_cannot_reach_the_level_leaves_the_limit_clear() -> None:
    content = rubric(
        group("g", criterion("x", levels={"2": "two", "3": "three"}), criterion("rest", 19)),
        limits=[limit("partial", criterion="g.x", at_most=1)],
    )
    assert score(content, {"g.rest": 4}).limits[0].status == "clear"


@pytest.mark.parametrize(
    ("rest", "band", "by_score", "lowers"),
    [
        (4, "partial", "strong", True),
        (3, "partial", "substantial", True),  # 71.25
        (2, "limited", "limited", False),  # 47.5: no better without the limit
        (0, "weak", "weak", False),
    ],
)
def test_a_limit_lowers_only_where_the_band_would_be_higher_without_it(
    rest: int, band: str, by_score: str, lowers: bool
) -> None:
    card = score(watched(limit("partial", criterion="g.x", at_most=1)), {"g.x": 0, "g.rest": rest})
    assert card.limits[0].status == "holds"
    assert (card.verdict.band, card.verdict.band_by_score) == (band, by_score)
    assert card.limits[0].lowers is lowers


def test_of_several_limits_the_lowest_band_holds_and_only_that_one_lowers() -> None:
    content = watched(
        limit("substantial", "mild", criterion="g.x", at_most=1),
        limit("limited", "hard", criterion="g.x", at_most=0),
        limit("weak", "idle", criterion="g.rest", at_most=0),
    )
    card = score(content, {"g.x": 0, "g.rest": 4})
    assert card.verdict.band == "limited"
    assert [(found.limit.id, found.status, found.lowers) for found in card.limits] == [
        ("mild", "holds", False),
        ("hard", "holds", True),
        ("idle", "clear", False),
    ]


def test_two_limits_that_hold_the_same_band_both_lower_it() -> None:
    """The reader is owed every reason for the band, though removing either would change nothing."""
    content = watched(
        limit("partial", "one", criterion="g.x", at_most=1), limit("partial", "two", group="g", below=100)
    )
    card = score(content, {"g.x": 0, "g.rest": 4})
    assert card.verdict.band == "partial"
    assert [(found.status, found.lowers) for found in card.limits] == [("holds", True), ("holds", True)]


def test_a_limit_may_withhold_the_band_and_leaves_the_score() -> None:
    card = score(watched(limit("not_demonstrated", criterion="g.x", at_most=0)), {"g.x": 0, "g.rest": 4})
    assert card.score == 95
    assert (card.verdict.band, card.verdict.band_by_score) == ("not_demonstrated", "strong")
    assert card.limits[0].lowers


def test_where_too_little_is_rated_a_limit_holds_and_lowers_nothing() -> None:
    content = watched(limit("partial", criterion="g.x", at_most=3))
    card = score(content, {"g.x": 3, "g.rest": "?"})
    assert (card.verdict.band, card.verdict.band_by_score) == ("not_demonstrated", "substantial")
    assert (card.limits[0].status, card.limits[0].lowers) == ("holds", False)


@pytest.mark.parametrize(
    ("ratings", "low", "high"),
    [
        ({"g.x": 4, "g.rest": 4}, "strong", "strong"),
        ({"g.x": 1, "g.rest": 4}, "partial", "partial"),
        ({"g.x": [1, 2], "g.rest": 4}, "partial", "strong"),  # 96.25 held, 97.5 not
        ({"g.x": "?", "g.rest": 4}, "partial", "strong"),
        ({"g.x": 4, "g.rest": [2, 4]}, "partial", "strong"),  # 52.5 to 100
        ({"g.x": 0, "g.rest": [1, 4]}, "weak", "partial"),  # 23.75 to 95, held throughout
        ({"g.x": "-", "g.rest": [2, 3]}, "partial", "substantial"),
        ({"g.x": 4}, "weak", "strong"),
        ({}, "weak", "strong"),
    ],
)
def test_the_bands_still_possible_are_those_at_the_bounds_under_the_limits_there(
    ratings: Doc, low: str, high: str
) -> None:
    verdict = score(watched(limit("partial", criterion="g.x", at_most=1)), ratings).verdict
    assert verdict.bounds == (low, high)


def test_the_lowest_band_possible_may_be_withheld() -> None:
    content = watched(limit("not_demonstrated", criterion="g.x", at_most=0))
    verdict = score(content, {"g.rest": 4}).verdict
    assert (verdict.band, verdict.bounds) == ("strong", ("not_demonstrated", "strong"))


def test_where_nothing_applies_there_is_no_band_to_bound() -> None:
    verdict = score(watched(limit("partial", group="any", below=50)), {"g.x": "-", "g.rest": "-"}).verdict
    assert (verdict.band, verdict.bounds) == ("not_demonstrated", None)
    assert verdict.limits[0].status == "clear"
