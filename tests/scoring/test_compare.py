"""Comparing: differences and their bounds, common criteria, order with ties, dominance; scales are absolute."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, initiative, load_initiative, load_rubric, measure, rubric

from kasean_score.scoring.compare import Comparison, Pair, common_criteria, compare, difference, kept, standings
from kasean_score.scoring.evaluate import NodeScore, Scorecard, evaluate

if TYPE_CHECKING:
    from kasean_score.model import Rubric

# a: p weighs 1 and q 3; b weighs three times a; c is a condition
CONTENT = rubric(
    group("a", criterion("p", 1), criterion("q", 3), weight=1),
    group("b", criterion("r", 1), criterion("s", 1), weight=3),
    group("c", criterion("k"), role="condition", weight=5),
    limits=[{"id": "k", "when": {"criterion": "c.k", "at_most": 1}, "band_at_most": "partial"}],
)
RUBRIC = load_rubric(CONTENT)
GEOMETRIC = load_rubric({**CONTENT, "aggregate": "geometric"})
ADDRESSES = ("a.p", "a.q", "b.r", "b.s", "c.k")
Ratings = dict[str, Any]
relaxed = settings(deadline=None, derandomize=True, max_examples=80)


def card(ratings: Ratings | str, name: str = "i", on: Rubric = RUBRIC) -> Scorecard:
    """A scorecard from ratings by address, or from a row of them in the order of the criteria: `1 2-3 ? - 4`."""
    given = ratings if isinstance(ratings, dict) else dict(zip(ADDRESSES, map(parsed, ratings.split()), strict=True))
    return evaluate(on, load_initiative(initiative(given, id=name)))


def node(scorecard: Scorecard, address: str) -> NodeScore:
    return next(found for found in scorecard.nodes if found.node.id == address)


def parsed(word: str) -> Any:
    if word in "?-":
        return word
    low, _, high = word.partition("-")
    return [int(low), int(high)] if high else int(low)


def compared(*rows: str, on: Rubric = RUBRIC) -> Comparison:
    return compare([card(row, f"i{at}", on) for at, row in enumerate(rows)])


def pair_of(first: str, second: str, on: Rubric = RUBRIC) -> Pair:
    (pair,) = compared(first, second, on=on).pairs
    return pair


LEVEL = st.integers(0, 4)
RANGE = st.tuples(LEVEL, LEVEL).map(lambda pair: sorted(pair))
RATING = st.one_of(LEVEL, LEVEL, RANGE, st.sampled_from("?-"))
RATINGS = st.fixed_dictionaries(dict.fromkeys(ADDRESSES, RATING))
MEAN = st.sampled_from([RUBRIC, GEOMETRIC])


def levels(given: Any) -> list[int]:
    """The levels that a rating leaves possible; none where it does not apply."""
    if given == "?":
        return [0, 1, 2, 3, 4]
    if given == "-":
        return []
    low, high = given if isinstance(given, list) else (given, given)
    return list(range(low, high + 1))


# --- differences ---------------------------------------------------------------------------------------------------


def test_a_difference_is_the_other_minus_the_first_with_the_least_and_the_most_it_could_be() -> None:
    """First: a = (1*50 + 3*100)/4 = 87.5 and b = 25, from 12.5 to 37.5: (87.5 + 3*25)/4 = 40.625, from 31.25 to 50.

    Other: a = 25 and b = 75: (25 + 3*75)/4 = 62.5 exactly. Least 62.5 - 50, most 62.5 - 31.25.
    """
    first, other = card("2 4 0-2 1 2"), card("1 1 3 3 0")
    assert (first.score, first.low, first.high) == pytest.approx((40.625, 31.25, 50.0))
    found = difference(other, first)
    assert found is not None
    assert (found.value, found.low, found.high) == pytest.approx((21.875, 12.5, 31.25))


@relaxed
@given(RATINGS, RATINGS, MEAN)
def test_the_bounds_of_a_difference_are_the_extremes_over_every_reading_of_both(
    a: Ratings, b: Ratings, on: Rubric
) -> None:
    """Tried out: every reading of group a's two criteria in either dossier, each scored on its own."""
    names = ("a.p", "a.q")
    first, other = card(a, on=on), card(b, on=on)
    scores = []
    for ratings in (a, b):
        possible: list[list[Any]] = [[*levels(ratings[name])] or ["-"] for name in names]
        readings = [{**ratings, **dict(zip(names, chosen, strict=True))} for chosen in product(*possible)]
        scores.append([node(card(reading, on=on), "a").score for reading in readings])
    found = difference(node(other, "a"), node(first, "a"))
    if None in scores[0] or None in scores[1]:
        assert found is None
        return
    away = [y - x for x, y in product(*scores) if x is not None and y is not None]
    assert found is not None
    assert (found.low, found.high) == pytest.approx((min(away), max(away)), abs=1e-9)


def test_without_a_score_there_is_no_difference_but_what_it_could_be() -> None:
    found = difference(card("? ? ? ? ?"), card("2 2 2 2 2"))
    assert found == (None, -50, 50)
    assert difference(node(card("- - 1 1 1"), "a"), node(card("2 2 2 2 2"), "a")) is None


@relaxed
@given(RATINGS, RATINGS)
def test_turned_round_a_difference_changes_its_sign(a: Ratings, b: Ratings) -> None:
    there, back = difference(card(a), card(b)), difference(card(b), card(a))
    if there is None:
        assert back is None
    else:
        assert back is not None
        assert (back.low, back.high) == (-there.high, -there.low)
        assert back.value == (None if there.value is None else -there.value)


# --- what is common ------------------------------------------------------------------------------------------------


def test_a_criterion_is_common_where_it_is_rated_or_disputed_in_each_and_not_otherwise() -> None:
    disputed = {"level": [1, 3], "disputed": "sources differ"}
    first = card({"a.p": disputed, "a.q": 1, "b.r": 0, "b.s": 1, "c.k": 2})
    second = card({"a.p": 0, "a.q": "?", "b.r": 4, "b.s": "-", "c.k": [0, 4]})
    third = card({"a.p": 2, "b.r": 1, "b.s": 1, "c.k": 1})  # a.q: no rating at all
    assert common_criteria([first, second, third]) == ("a.p", "b.r", "c.k")
    assert common_criteria([first, third]) == ("a.p", "b.r", "b.s", "c.k")


def test_on_common_criteria_the_others_leave_the_tree_of_every_initiative() -> None:
    """Common: q and r. First: (1*25 + 3*100)/4 = 81.25; second: (1*75 + 3*[25-50])/4, between 37.5 and 56.25."""
    result = compared("4 1 4 ? 1", "? 3 1-2 2 3")
    assert result.common == ("a.q", "b.r", "c.k")
    first, second = result.on_common.cards
    assert (first.score, first.low, first.high) == pytest.approx((81.25, 81.25, 81.25))
    assert (second.score, second.low, second.high) == pytest.approx((46.875, 37.5, 56.25))


def test_a_group_without_a_common_criterion_leaves_the_tree_with_its_weight() -> None:
    result = compared("? 2 ? ? 1", "4 1 4 4 3")
    assert result.common == ("a.q", "c.k")
    assert [x.score for x in result.on_common.cards] == [50, 25]
    assert [x.node.id for x in result.on_common.cards[0].nodes] == ["a", "a.q", "c", "c.k"]


def test_a_condition_stays_beside_the_score_on_common_criteria() -> None:
    """Only the condition is common: it is shown, and there is no score for it to make."""
    result = compared("1 ? ? ? 4", "? 1 1 1 2")
    assert result.common == ("c.k",)
    assert [x.score for x in result.on_common.cards] == [None, None]
    assert [node(x, "c").score for x in result.on_common.cards] == [100, 50]


def test_nothing_in_common_is_no_score_and_never_zero() -> None:
    result = compared("1 ? 1 ? ?", "? 1 ? 1 1")
    assert result.common == ()
    assert [(x.score, x.low, x.high, x.nodes) for x in result.on_common.cards] == [(None, None, None, ())] * 2
    assert {standing.rank for standing in result.on_common.standings} == {None}


def test_part_of_a_rubric_has_no_limits_for_it_judges_no_whole() -> None:
    assert kept(RUBRIC, ("a.p",)).limits == ()
    assert [x.id for x in kept(RUBRIC, ("a.p",)).nodes()] == ["a", "a.p"]


def test_what_a_common_score_rests_on_is_the_common_share_of_each_ones_applicable_weight() -> None:
    """q and r: 3/4 * 1/4 + 1/2 * 3/4 = 9/16; where s does not apply, r is all of b: 3/16 + 3/4 = 15/16."""
    result = compared("4 1 4 ? 1", "2 3 1 - 3")
    assert result.common == ("a.p", "a.q", "b.r", "c.k")
    assert [x[""] for x in result.on_common.coverage] == pytest.approx([5 / 8, 1])
    assert [x["b"] for x in result.on_common.coverage] == pytest.approx([1 / 2, 1])
    assert [x["c"] for x in result.on_common.coverage] == pytest.approx([1, 1])


@relaxed
@given(RATINGS, RATINGS, RATINGS, MEAN)
def test_a_common_score_is_the_score_with_every_other_rating_taken_back(
    a: Ratings, b: Ratings, c: Ratings, on: Rubric
) -> None:
    """Another way to the same number: what is not common is made `not_rated`, and a score is over what is rated."""
    given = [a, b, c]
    shared = {name for name in ADDRESSES if all(ratings[name] not in ("?", "-") for ratings in given)}
    result = compare([card(ratings, f"i{at}", on) for at, ratings in enumerate(given)])
    assert set(result.common) == shared
    for ratings, found, coverage in zip(given, result.on_common.cards, result.on_common.coverage, strict=True):
        taken_back = {name: x if name in shared or x == "-" else "?" for name, x in ratings.items()}
        other = card(taken_back, on=on)
        assert found.score == pytest.approx(other.score, abs=1e-9)
        assert coverage[""] == pytest.approx(other.coverage)


# --- absolute scales -----------------------------------------------------------------------------------------------


@relaxed
@given(st.lists(RATINGS, min_size=3, max_size=4), MEAN)
def test_adding_an_initiative_never_changes_anothers_numbers(given: list[Ratings], on: Rubric) -> None:
    cards = [card(ratings, f"i{at}", on) for at, ratings in enumerate(given)]
    fewer, more = compare(cards[:-1]), compare(cards)
    assert more.on_all.cards[:-1] == fewer.on_all.cards == tuple(cards[:-1])
    assert more.on_all.coverage[:-1] == fewer.on_all.coverage
    last = len(cards) - 1
    assert tuple(pair for pair in more.pairs if pair.second != last) == fewer.pairs
    if more.common == fewer.common:
        assert more.on_common.cards[:-1] == fewer.on_common.cards
        assert more.on_common.coverage[:-1] == fewer.on_common.coverage


@relaxed
@given(st.lists(RATINGS, min_size=3, max_size=3))
def test_an_added_initiative_leaves_the_order_of_the_others_as_it_was(given: list[Ratings]) -> None:
    cards = [card(ratings, f"i{at}") for at, ratings in enumerate(given)]
    fewer = [x.position for x in standings(cards[:-1])]
    assert [x.position for x in standings(cards) if x.position != 2] == fewer


# --- order ---------------------------------------------------------------------------------------------------------


def placed(*cards: Scorecard) -> list[tuple[str, int | None]]:
    return [(cards[x.position].initiative.id, x.rank) for x in standings(cards)]


def test_a_tie_shares_its_rank_in_order_of_id_and_the_next_rank_is_skipped() -> None:
    rows = {"late": "1 1 1 1 1", "zeta": "2 2 2 2 0", "alpha": "2 2 2 2 4", "best": "3 3 3 3 1"}
    assert placed(*(card(row, name) for name, row in rows.items())) == [
        ("best", 1), ("alpha", 2), ("zeta", 2), ("late", 4),
    ]  # fmt: skip


def test_scores_that_differ_by_rounding_alone_are_a_tie() -> None:
    """A mean of 0.1 and 0.2 and one of 0.3: binary fractions must not rank one above the other."""
    content = load_rubric(rubric(group("a", measure("x", worst=0, best=1))))
    cards = [
        evaluate(content, load_initiative(initiative({"a.x": {"value": value}}, id=name)))
        for name, value in (("b", 0.1 + 0.2), ("a", 0.3))
    ]
    assert cards[0].score != cards[1].score
    assert placed(*cards) == [("a", 1), ("b", 1)]


def test_a_tie_is_measured_from_its_highest_score_and_does_not_run_on() -> None:
    """Three scores each just within the tolerance of the next: the third is not within it of the first."""
    base = card("2 2 2 2 2")
    cards = [base._replace(score=50 - 0.7e-9 * step) for step in range(3)]
    assert [x.rank for x in standings(cards)] == [1, 1, 3]


def test_without_a_score_there_is_no_rank_and_the_place_is_last() -> None:
    assert placed(card("? ? ? ? 4", "a"), card("0 0 0 0 0", "b")) == [("b", 1), ("a", None)]


def test_initiatives_of_one_id_keep_the_order_in_which_they_were_given() -> None:
    found = standings([card("2 2 2 2 2"), card("3 3 3 3 3"), card("2 2 2 2 2")])
    assert [(x.position, x.rank) for x in found] == [(1, 1), (0, 2), (2, 2)]


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [
        ("2 2 2 2 2", "3 3 3 3 3", False),
        ("2 2 2 2-4 2", "3 3 3 3 3", False),  # up to 68.75 against 75
        ("2 2 2-4 2-4 2", "3 3 3 3 3", True),
        ("2 2 2 2 2", "2-3 2 2 2 2", True),  # they touch: it could be a tie
        ("2 2 2 2 2", "2 2 2 2 2", False),  # a tie that nothing can change
        ("2 2 2 2 2", "? ? ? ? ?", True),
        ("2 2 2 2 2", "- - - - -", False),
    ],
)
def test_an_order_is_open_where_bounds_meet(first: str, second: str, meet: bool) -> None:
    found = {x.position: x.overlaps for x in compared(first, second).on_all.standings}
    assert found == ({0: (1,), 1: (0,)} if meet else {0: (), 1: ()})


# --- dominance -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "dominant", "certain"),
    [
        ("3 3 3 3 3", "3 3 3 2 3", 0, True),
        ("3 3 3 2 3", "3 3 3 3 3", 1, True),
        ("3 3 3 3 3", "3 3 3 3 3", None, False),  # equal is not higher
        ("4 4 4 4 0", "0 0 0 0 1", None, False),  # a condition is a criterion too
        ("3 3 3 3 4", "3 3 3 3 3", 0, True),
        ("2-4 3 3 3 3", "2 3 3 3 3", 0, False),  # 3 against 2 as scored; 2 against 2 is no dominance
        ("2-4 3 3 4 3", "2 3 3 3 3", 0, True),  # whatever p is, s is higher
        ("2-4 3 3 4 3", "1-3 3 3 3 3", 0, False),
        ("3 3 3 3 3", "1-3 3 3 2 3", 0, True),  # 3 >= 3 at worst
        ("? 3 3 3 3", "4 3 3 2 3", 0, True),  # on what is rated in both
        ("? ? 3 ? ?", "4 4 ? 4 4", None, False),  # nothing is
        ("- - - - -", "4 4 4 4 4", None, False),
    ],
)
def test_one_dominates_that_is_nowhere_lower_and_somewhere_higher(
    first: str, second: str, dominant: int | None, certain: bool
) -> None:
    found = pair_of(first, second)
    assert (found.dominant, found.certain) == (dominant, certain)


@relaxed
@given(RATINGS, RATINGS)
def test_dominance_is_what_trying_every_reading_finds(a: Ratings, b: Ratings) -> None:
    """Scored: midpoints. Certain: for every choice of levels within the ranges of both."""
    both = [name for name in ADDRESSES if a[name] not in ("?", "-") and b[name] not in ("?", "-")]

    def dominates(ours: tuple[float, ...], theirs: tuple[float, ...]) -> bool:
        met = list(zip(ours, theirs, strict=True))
        return all(x >= y for x, y in met) and any(x > y for x, y in met)

    def middle(ratings: Ratings) -> tuple[float, ...]:
        return tuple((min(levels(ratings[name])) + max(levels(ratings[name]))) / 2 for name in both)

    def readings(ratings: Ratings) -> list[tuple[int, ...]]:
        ends = [sorted({min(levels(ratings[name])), max(levels(ratings[name]))}) for name in both]
        return list(product(*ends))

    found = compare([card(a, "a"), card(b, "b")]).pairs[0]
    expected = 0 if dominates(middle(a), middle(b)) else 1 if dominates(middle(b), middle(a)) else None
    assert found.rated_in_both == tuple(both)
    assert found.dominant == expected
    ours, theirs = (a, b) if expected == 0 else (b, a)
    always = all(dominates(x, y) for x, y in product(readings(ours), readings(theirs)))
    assert found.certain == (expected is not None and always)


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("3 3 3 3 3", "2 2 2 2 2", 0),
        ("3 3 - 3 3", "2 2 - 2 2", 0),  # in neither does r apply
        ("3 3 3 3 3", "2 2 - 2 2", 1),  # asked of one only
        ("3 3 ? 3 3", "2 2 2 2 2", 1),
        ("3 3 ? 3 3", "2 2 ? 2 2", 1),
        ("3 3 ? - 3", "2 2 ? ? 2", 2),
    ],
)
def test_what_applies_and_is_not_rated_in_both_is_counted_beside_a_dominance(
    first: str, second: str, apart: int
) -> None:
    found = pair_of(first, second)
    assert found.dominant == 0
    assert found.apart == apart


def test_a_criterion_without_weight_makes_and_breaks_no_dominance() -> None:
    on = load_rubric(
        rubric(
            group("a", criterion("p", 1), criterion("q", 0)),
            group("b", criterion("r", 1), criterion("s", 1), weight=0),
            group("c", criterion("k"), role="condition"),
        )
    )
    assert pair_of("3 0 0 0 2", "2 4 4 4 2", on=on)[2:] == (("a.p", "c.k"), 1, 0, 0, 0, True)
    assert pair_of("2 4 4 4 2", "2 0 0 0 2", on=on).dominant is None


@relaxed
@given(RATINGS, RATINGS, MEAN)
def test_who_dominates_on_all_that_applies_scores_no_lower(a: Ratings, b: Ratings, on: Rubric) -> None:
    cards = [card(a, "a", on), card(b, "b", on)]
    (found,) = compare(cards).pairs
    if found.dominant is not None and found.apart == 0:
        above, below = cards[found.dominant], cards[1 - found.dominant]
        if above.score is not None and below.score is not None:
            assert above.score >= below.score - 1e-9


def test_every_two_are_compared_once() -> None:
    found = compared("1 1 1 1 1", "2 2 2 2 2", "3 3 3 3 3").pairs
    assert [(pair.first, pair.second, pair.dominant) for pair in found] == [(0, 1, 1), (0, 2, 2), (1, 2, 2)]


def test_fewer_than_two_or_different_rubrics_are_not_compared() -> None:
    one = card("1 1 1 1 1")
    for cards in ([], [one], [one, card("1 1 1 1 1", on=GEOMETRIC)]):
        with pytest.raises(ValueError, match="two scorecards or more"):
            compare(cards)
