"""What moved between two scorecards: parts worked by hand, by brute force over files, and rules that always hold."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from math import factorial
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import AGGREGATES, Doc, criterion, group, initiative, load_initiative, load_rubric, measure, rubric
from scoring_support import score as scored

from kasean_score.scoring.change import FACTORS, Change, changes
from kasean_score.scoring.change_evidence import evidence_changes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.api import Scorecard
    from kasean_score.scoring.change import NodeChange

TWO = rubric(group("g", criterion("a"), criterion("b")))
"""Two criteria of equal weight on five levels: a level is worth 25 points, and half of that in the total."""


def moved(old: Scorecard, new: Scorecard) -> tuple[float | None, dict[str, float]]:
    """The change of the total, and the parts of it that are not nothing."""
    found = changes(old, new)
    return found.score, {} if found.split is None else {name: x for name, x in found.split.parts.items() if x}


def of(found: Change, address: str) -> NodeChange:
    return next(node for node in found.nodes if node.id == address)


def test_the_same_scorecard_twice_has_moved_in_nothing() -> None:
    card = scored(TWO, {"g.a": 1, "g.b": [2, 3]})
    found = changes(card, card)
    assert (found.score, found.differing) == (0, ())
    assert found.split is not None
    assert set(found.split.parts.values()) == {0.0}
    assert [node.factor for node in found.nodes] == [None, None, None]


def test_a_raised_level_is_a_change_of_ratings() -> None:
    """a from 0 to 100 at half the weight: 50 points."""
    assert moved(scored(TWO, {"g.a": 0, "g.b": 2}), scored(TWO, {"g.a": 4, "g.b": 2})) == (50, {"ratings": 50})


def test_a_criterion_rated_for_the_first_time_is_a_change_of_coverage() -> None:
    """100 over a alone becomes the mean of 100 and 0."""
    assert moved(scored(TWO, {"g.a": 4, "g.b": "?"}), scored(TWO, {"g.a": 4, "g.b": 0})) == (-50, {"coverage": -50})


def test_a_criterion_that_no_longer_applies_is_a_change_of_applicability() -> None:
    assert moved(scored(TWO, {"g.a": 4, "g.b": 0}), scored(TWO, {"g.a": 4, "g.b": "-"})) == (50, {"applicability": 50})


@pytest.mark.parametrize("state", ["?", "-"])
def test_what_carries_no_score_on_either_side_moves_none(state: str) -> None:
    """Not applicable to not rated: another coverage, the same score."""
    other = {"?": "-", "-": "?"}[state]
    found = changes(scored(TWO, {"g.a": 3, "g.b": state}), scored(TWO, {"g.a": 3, "g.b": other}))
    assert (found.score, of(found, "g.b").factor, of(found, "g.b").effect) == (0, "applicability", 0)


def test_a_stage_that_takes_a_criterion_out_is_a_change_of_applicability() -> None:
    content = rubric(group("g", criterion("a"), criterion("b", applies_to={"stage": ["closed"]})))
    old = scored(content, {"g.a": 4, "g.b": 0}, stage="closed")
    assert moved(old, scored(content, {"g.a": 4}, stage="launched")) == (50, {"applicability": 50})


def test_two_factors_share_what_they_do_together() -> None:
    """By hand: v() = 50, v(ratings) = 25, v(weights) = 75, v(both) = 37.5, each part the mean of its two steps."""
    heavy = rubric(group("g", criterion("a", 3), criterion("b")))
    old, new = scored(TWO, {"g.a": 4, "g.b": 0}), scored(heavy, {"g.a": 2, "g.b": 0})
    ratings = ((25 - 50) + (37.5 - 75)) / 2
    weights = ((75 - 50) + (37.5 - 25)) / 2
    assert moved(old, new) == (-12.5, {"ratings": ratings, "weights": weights})


def test_weights_in_another_unit_are_no_change_of_the_score() -> None:
    tenfold = rubric(group("g", criterion("a", 10), criterion("b", 10)))
    found = changes(scored(TWO, {"g.a": 4, "g.b": 1}), scored(tenfold, {"g.a": 4, "g.b": 1}))
    assert (found.score, found.differing) == (0, ("weights",))


@pytest.mark.parametrize(
    ("content", "after"),
    [
        ({**TWO, "aggregate": "minimum"}, 25),
        (rubric(group("g", criterion("a"), criterion("b"), aggregate="minimum")), 25),
        ({**TWO, "scale": [{"level": n, "label": str(n), "value": v} for n, v in enumerate((0, 5, 50, 75, 100))]}, 40),
    ],
)
def test_another_aggregation_or_scale_is_a_change_of_the_rubric(content: Doc, after: float) -> None:
    """Levels 1 and 3: the mean is 50, the minimum 25; with level 1 worth 5 the mean is 40."""
    ratings = {"g.a": 1, "g.b": 3}
    assert moved(scored(TWO, ratings), scored(content, ratings)) == (after - 50, {"rubric": after - 50})


def test_a_criterion_that_is_added_brings_its_rating_with_the_rubric() -> None:
    """Mean of 0 and 0, then of 0, 0 and 75: its level is no change of ratings, since there was none before."""
    three = rubric(group("g", criterion("a"), criterion("b"), criterion("c")))
    found = changes(scored(TWO, {"g.a": 0, "g.b": 0}), scored(three, {"g.a": 0, "g.b": 0, "g.c": 3}))
    assert found.split is not None
    assert found.split.parts == {**dict.fromkeys(FACTORS, 0.0), "rubric": 25}
    node = of(found, "g.c")
    assert (node.old, node.factor, node.effect) == (None, "rubric", None)


def test_a_criterion_that_is_removed_stands_behind_the_one_that_it_stood_behind() -> None:
    old = rubric(
        group("g", criterion("a"), criterion("x"), criterion("b")),
        group("h", criterion("y")),
        group("k", criterion("z")),
    )
    new = rubric(group("g", criterion("a"), criterion("b"), criterion("n")), group("k", criterion("z")))
    ratings = {"g.a": 1, "g.b": 1, "k.z": 1}
    found = changes(scored(old, {**ratings, "g.x": 1, "h.y": 1}), scored(new, {**ratings, "g.n": 1}))
    assert [node.id for node in found.nodes] == ["g", "g.a", "g.x", "g.b", "g.n", "h", "h.y", "k", "k.z"]


def test_a_criterion_judged_in_another_way_belongs_to_the_rubric() -> None:
    """A level cannot be read on goalposts, so the old rating goes with the old rubric."""
    valued = rubric(group("g", measure("a"), criterion("b")))
    old, new = scored(TWO, {"g.a": 0, "g.b": 0}), scored(valued, {"g.a": {"value": 60}, "g.b": 2})
    assert moved(old, new) == (55, {"ratings": 25, "rubric": 30})


def test_a_level_that_the_other_scale_lacks_belongs_to_the_rubric() -> None:
    short = {**TWO, "scale": [{"level": n, "label": str(n)} for n in range(3)]}
    old, new = scored(TWO, {"g.a": 3, "g.b": 0}), scored(short, {"g.a": 2, "g.b": 0})
    assert moved(old, new) == (12.5, {"rubric": 12.5})


def test_another_goalpost_moves_an_equal_value() -> None:
    """60 of 100 is 60 points, 60 of 200 is 30; the other criterion has none of it."""
    old = scored(rubric(group("g", measure("a"), criterion("b"))), {"g.a": {"value": 60}, "g.b": 0})
    new = scored(rubric(group("g", measure("a", best=200), criterion("b"))), {"g.a": {"value": 60}, "g.b": 0})
    assert moved(old, new) == (-15, {"rubric": -15})


def test_a_condition_group_moves_without_moving_the_score() -> None:
    content = rubric(group("g", criterion("a")), group("c", criterion("b"), role="condition"))
    found = changes(scored(content, {"g.a": 2, "c.b": 0}), scored(content, {"g.a": 2, "c.b": 3}))
    assert (found.score, found.differing) == (0, ("ratings",))
    assert (of(found, "c.b").factor, of(found, "c.b").effect) == ("ratings", None)
    split = of(found, "c").split
    assert split is not None
    assert split.parts["ratings"] == 75


@pytest.mark.parametrize(("old", "new"), [("?", 2), (2, "?"), ("?", "?"), ("-", 2)])
def test_nothing_is_split_where_a_side_has_no_score(old: Any, new: Any) -> None:
    content = rubric(group("g", criterion("a")))
    found = changes(scored(content, {"g.a": old}), scored(content, {"g.a": new}))
    assert (found.score, found.split) == (None, None)


def test_orders_through_a_state_without_a_score_are_left_out() -> None:
    """Taking a out first would leave nothing rated, so b is rated first: 100 to 50, then a goes: 50 to 0."""
    found = changes(scored(TWO, {"g.a": 4, "g.b": "?"}), scored(TWO, {"g.a": "-", "g.b": 0}))
    assert found.split is not None
    assert (found.split.orders, found.split.used) == (2, 1)
    assert {name: x for name, x in found.split.parts.items() if x} == {"coverage": -50, "applicability": -50}


def test_a_change_that_no_order_leads_through_is_not_split() -> None:
    """a alone has weight before, b alone after; a is rated before, b after: whatever goes first leaves nothing."""
    first = rubric(group("g", criterion("a", 1), criterion("b", 0)))
    second = rubric(group("g", criterion("a", 0), criterion("b", 1)))
    found = changes(scored(first, {"g.a": 4, "g.b": "?"}), scored(second, {"g.a": "?", "g.b": 1}))
    assert (found.score, found.split) == (-75, None)
    assert all(node.effect is None for node in found.nodes)


def test_effects_are_the_levels_weights_where_the_mean_is_arithmetic() -> None:
    """Weights 3 and 1: a rises by 50 points times 3/4, b falls by 100 times 1/4."""
    content = rubric(group("g", criterion("a", 3), criterion("b", 1)))
    found = changes(scored(content, {"g.a": 1, "g.b": 4}), scored(content, {"g.a": 3, "g.b": 0}))
    assert (of(found, "g.a").effect, of(found, "g.b").effect) == (37.5, -25)


def test_criteria_that_only_move_the_score_together_share_it() -> None:
    """Under the minimum neither alone moves the 0; whichever comes last takes all 100, so each has half."""
    content = {**TWO, "aggregate": "minimum"}
    found = changes(scored(content, {"g.a": 0, "g.b": 0}), scored(content, {"g.a": 4, "g.b": 4}))
    assert (of(found, "g.a").effect, of(found, "g.b").effect) == (50, 50)


def test_a_group_that_states_the_mean_of_its_rubric_is_no_other_rubric() -> None:
    stated = rubric(group("g", criterion("a"), criterion("b"), aggregate="arithmetic"))
    ratings = {"g.a": 1, "g.b": 3}
    assert changes(scored(TWO, ratings), scored(stated, ratings)).differing == ()


# Any two scorecards

STATES = st.sampled_from([0, 1, 3, 4, (0, 2), "?", "-"])
WEIGHTS = st.tuples(*[st.sampled_from([0.5, 1, 2, 7])] * 4)
RATINGS = st.tuples(*[STATES] * 4)
POWERS = st.sampled_from(list(AGGREGATES))
SIDES = st.tuples(RATINGS, WEIGHTS, POWERS)
Side = tuple[tuple[Any, ...], tuple[float, ...], str]
ADDRESSES = ("g.a", "g.b", "h.c", "h.d")


def content_of(weights: tuple[float, ...], power: str) -> Doc:
    a, b, c, d = weights
    return rubric(
        group("g", criterion("a", a), criterion("b", b)),
        group("h", criterion("c", c), criterion("d", d)),
        aggregate=AGGREGATES[power],
    )


@cache
def _loaded(weights: tuple[float, ...], power: str) -> Any:
    return load_rubric(content_of(weights, power))


@cache
def card_of(side: Side) -> Scorecard:
    from kasean_score import evaluate

    ratings, weights, power = side
    return evaluate(_loaded(weights, power), load_initiative(initiative(dict(zip(ADDRESSES, ratings, strict=True)))))


def kind_of(old: Any, new: Any) -> str:
    if "-" in (old, new):
        return "applicability"
    return "coverage" if "?" in (old, new) else "ratings"


def hybrid(old: Side, new: Side, taken: frozenset[str]) -> float | None:
    """The total with the factors in `taken` as in the new files, the files themselves being mixed."""
    ratings = tuple(b if kind_of(a, b) in taken else a for a, b in zip(old[0], new[0], strict=True))
    weights = (new if "weights" in taken else old)[1]
    return card_of((ratings, weights, (new if "rubric" in taken else old)[2])).score


def shapley(old: Side, new: Side) -> dict[str, float] | None:
    """The parts by the formula over subsets; None where a hybrid has no score."""
    every = {frozenset(s): hybrid(old, new, frozenset(s)) for n in range(6) for s in combinations(FACTORS, n)}
    values: Mapping[frozenset[str], float] = {s: v for s, v in every.items() if v is not None}
    if len(values) < len(every):
        return None
    return {
        name: sum(
            factorial(len(s)) * factorial(4 - len(s)) / factorial(5) * (values[s | {name}] - values[s])
            for s in values
            if name not in s
        )
        for name in FACTORS
    }


@settings(max_examples=25, deadline=None)
@given(SIDES, SIDES)
def test_the_parts_are_the_shapley_value_of_mixed_files(old: Side, new: Side) -> None:
    """All five factors and the formula over subsets, against the orders of those that differ."""
    wanted = shapley(old, new)
    found = changes(card_of(old), card_of(new))
    if wanted is not None:
        assert found.split is not None
        assert found.split.used == found.split.orders
        assert found.split.parts == pytest.approx(wanted, abs=1e-9)


@settings(max_examples=50, deadline=None)
@given(SIDES, SIDES)
def test_the_parts_add_up_to_the_change_of_every_node(old: Side, new: Side) -> None:
    found = changes(card_of(old), card_of(new))
    if found.split is not None:
        assert sum(found.split.parts.values()) == pytest.approx(found.score, abs=1e-9)
    for node in found.nodes:
        if node.split is not None:
            assert node.old is not None
            assert node.new is not None
            assert node.old.score is not None
            assert node.new.score is not None
            assert sum(node.split.parts.values()) == pytest.approx(node.new.score - node.old.score, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(SIDES, SIDES)
def test_the_effects_of_criteria_add_up_to_their_factor(old: Side, new: Side) -> None:
    found = changes(card_of(old), card_of(new))
    for factor in ("ratings", "coverage", "applicability"):
        effects = [node.effect for node in found.nodes if node.factor == factor]
        known = [effect for effect in effects if effect is not None]
        if found.split is not None and known:
            assert len(known) == len(effects)
            assert sum(known) == pytest.approx(found.split.parts[factor], abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(SIDES, SIDES)
def test_the_way_back_is_the_way_there_with_the_other_sign(old: Side, new: Side) -> None:
    there, back = changes(card_of(old), card_of(new)), changes(card_of(new), card_of(old))
    assert (there.split is None) == (back.split is None)
    if there.split is not None and back.split is not None:
        assert {name: -part for name, part in back.split.parts.items()} == pytest.approx(there.split.parts, abs=1e-9)


# Evidence

SOURCES = [{"id": "s", "title": "S", "kind": "news"}, {"id": "t", "title": "T", "kind": "government"}]


def evidenced(*items: Doc, sources: list[Doc] = SOURCES) -> Scorecard:
    return scored(TWO, {"g.a": {"level": 2, "evidence": list(items)}, "g.b": 1}, sources=sources)


def item(shows: str, **fields: Any) -> Doc:
    return {"source": "s", "at": "p. 1", "shows": shows, **fields}


def told(old: Scorecard, new: Scorecard, lang: str | None = None) -> list[tuple[str | None, str | None, list[str]]]:
    """What each changed item showed before and shows now, and the fields that changed."""
    return [
        (x.old and str(x.old.shows), x.new and str(x.new.shows), list(x.fields))
        for x in evidence_changes(old, new, ["g.a", "g.b"], lang)
    ]


def test_items_are_new_or_gone_and_equal_ones_are_not_listed() -> None:
    assert told(evidenced(item("kept"), item("gone")), evidenced(item("new"), item("kept"))) == [
        (None, "new", []),
        ("gone", None, []),
    ]


def test_an_item_without_id_is_the_same_one_by_source_place_and_what_it_shows() -> None:
    old, new = evidenced(item("x"), item("y")), evidenced(item("y", stance="against"), item("x", at="p. 2"))
    assert told(old, new) == [("y", "y", ["stance"]), (None, "x", []), ("x", None, [])]


def test_an_item_with_an_id_stays_the_same_item_whatever_it_shows() -> None:
    facts = [[{"id": "f", "source": "s", "shows": text}] for text in ("before", "after")]
    old, new = (
        scored(TWO, {"g.a": {"level": 2, "for": ["f"]}, "g.b": 1}, sources=SOURCES, facts=listed) for listed in facts
    )
    assert told(old, new) == [("before", "after", ["shows"])]


def test_an_item_changes_with_its_entry_in_the_bibliography() -> None:
    other = [{**SOURCES[0], "kind": "scholarly"}, SOURCES[1]]
    assert told(evidenced(item("x")), evidenced(item("x"), sources=other)) == [("x", "x", ["source_entry"])]


def test_texts_are_compared_in_the_language_that_both_sides_have() -> None:
    both = evidenced({**item("x"), "shows": {"en": "x", "ko": "엑스"}})
    assert told(evidenced(item("엑스")), both, "ko") == []
    assert len(told(evidenced(item("엑스")), both)) == 2


def test_an_item_given_twice_is_matched_once() -> None:
    assert told(evidenced(item("x")), evidenced(item("x"), item("x"))) == [(None, "x", [])]
