"""Gaps: what settling a criterion does, compared with scoring the settled dossier from scratch."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, measure, rubric, score
from test_properties import BANDS, leaves, trees

from kasean_score.scoring.gaps import BUDGET, find_gaps

if TYPE_CHECKING:
    from scoring_support import Doc

    from kasean_score.scoring.gaps import Gap, Gaps

thorough = settings(deadline=None, derandomize=True, max_examples=40)
LEVELS = range(5)
TWO = rubric(group("g", criterion("a"), criterion("b")))


def found(content: Doc, ratings: dict[str, Any], **fields: Any) -> Gaps:
    return find_gaps(score(content, ratings, **fields))


def by_id(gaps: Gaps) -> dict[str, Gap]:
    return {gap.node.node.id: gap for gap in gaps.gaps}


def ids(gaps: Gaps) -> list[str]:
    return [gap.node.node.id for gap in gaps.gaps]


@st.composite
def open_cases(draw: st.DrawFn) -> tuple[Doc, dict[str, Any]]:
    """A small tree with limits and a minimum coverage, some of it open; at most six criteria are."""
    content = draw(trees(deepest=1))
    addresses = leaves(content)
    states = st.one_of(st.integers(0, 4), st.sampled_from(["?", "?", "-", [0, 2], [1, 4]]))
    ratings = {address: draw(states) for address in addresses}
    for address in [a for a in addresses if not isinstance(ratings[a], int) and ratings[a] != "-"][6:]:
        ratings[address] = 2
    limits: list[Doc] = [{"id": "any", "when": {"group": "any", "below": 40}, "band_at_most": "limited"}]
    watched = draw(st.sampled_from(addresses))
    held_at = draw(st.sampled_from(["partial", "not_demonstrated"]))
    limits.append({"id": "one", "when": {"criterion": watched, "at_most": 1}, "band_at_most": held_at})
    content["limits"] = limits
    content["min_coverage"] = draw(st.sampled_from([0, 0.3, 0.65, 1]))
    return content, ratings


def possible(given: Any) -> list[int]:
    """The levels that an open rating can turn out to be."""
    return list(LEVELS) if given == "?" else [level for level in LEVELS if given[0] <= level <= given[1]]


def test_an_unrated_criterion_moves_the_score_by_hand() -> None:
    """a at 50: with b at worst 25, at best 75. Coverage of a half becomes whole, and the band is named."""
    gaps = found(TWO, {"g.a": 2, "g.b": "?"})
    (gap,) = gaps.gaps
    assert [outcome.score for outcome in gap.outcomes] == [25, 37.5, 50, 62.5, 75]
    assert (gap.kind, gap.swing, gap.coverage_added) == ("not_rated", 50, 0.5)
    assert gap.bands == ("limited", "partial", "substantial")
    assert (gap.changes_band, gaps.fewest, gaps.to_cover) == (True, 1, 1)


def test_a_range_and_a_dispute_move_the_score_and_add_no_coverage() -> None:
    ratings = {"g.a": [1, 2], "g.b": {"level": [1, 3], "disputed": "sources differ"}}
    gaps = by_id(found(TWO, ratings))
    assert {name: (gap.kind, gap.swing, gap.coverage_added) for name, gap in gaps.items()} == {
        "g.b": ("disputed", 25, 0),
        "g.a": ("range", 12.5, 0),
    }


def test_a_criterion_whose_group_has_no_score_yet_gives_it_one() -> None:
    """Group h counts nothing so far; b alone makes it 0 or 100, so the total (50 + h) / 2 goes from 25 to 75."""
    content = rubric(group("g", criterion("a")), group("h", criterion("b", 1), criterion("c", 3)))
    gap = by_id(found(content, {"g.a": 2, "h.b": "?", "h.c": "?"}))["h.b"]
    assert [outcome.score for outcome in gap.outcomes] == [25, 37.5, 50, 62.5, 75]
    assert gap.coverage_added == pytest.approx(1 / 8)


def test_where_nothing_is_rated_each_gap_alone_makes_the_score() -> None:
    gaps = found(TWO, {"g.a": "?", "g.b": "?"})
    assert [gap.swing for gap in gaps.gaps] == [100, 100]
    assert ids(gaps) == ["g.a", "g.b"]


def test_the_swing_includes_the_score_as_it_is() -> None:
    """A criterion that describes the levels 3 and 4 alone can only raise a score of 25: to 50 or 62.5."""
    content = rubric(group("g", criterion("a"), criterion("b", levels={"3": "much", "4": "all"})))
    (gap,) = found(content, {"g.a": 1, "g.b": "?"}).gaps
    assert [outcome.score for outcome in gap.outcomes] == [50, 62.5]
    assert gap.swing == 37.5


def test_what_does_not_apply_is_no_gap() -> None:
    content = rubric(group("g", criterion("a"), criterion("b"), criterion("c", applies_to={"stage": ["closed"]})))
    assert ids(found(content, {"g.a": 2, "g.b": "-"}, stage="launched")) == []


def test_a_criterion_without_any_rating_in_the_dossier_is_a_gap() -> None:
    assert ids(found(TWO, {"g.a": 2})) == ["g.b"]


def test_a_condition_matters_through_the_limit_that_watches_it() -> None:
    """The score of 100 is strong; the condition at 1 or lower would hold it at partial. It moves no points.

    The other limit holds whatever the condition is, so it is not for the condition to decide.
    """
    limits = [
        {"id": "hold", "when": {"criterion": "aside.x", "at_most": 1}, "band_at_most": "partial"},
        {"id": "always", "when": {"criterion": "g.a", "at_most": 4}, "band_at_most": "strong"},
    ]
    aside = group("aside", criterion("x"), criterion("y"), role="condition")
    gaps = found(rubric(group("g", criterion("a")), aside, limits=limits), {"g.a": 4, "aside.x": "?", "aside.y": "?"})
    (gap,) = gaps.gaps
    assert (gap.node.node.id, gap.swing, gap.coverage_added) == ("aside.x", 0, 0)
    assert [outcome.band for outcome in gap.outcomes] == ["partial", "partial", "strong", "strong", "strong"]
    assert (gap.bands, gap.limits, gaps.fewest) == (("partial", "strong"), ("hold",), 1)
    assert [node.node.id for node in gaps.idle] == ["aside.y"]


def test_gaps_that_alone_change_the_band_come_first_then_the_wider_then_rubric_order() -> None:
    """The condition decides the band; b and c have equal weight, d twice theirs."""
    limits = [{"id": "hold", "when": {"criterion": "aside.x", "at_most": 1}, "band_at_most": "weak"}]
    counted = group("g", criterion("a", 100), criterion("b"), criterion("c"), criterion("d", 2))
    content = rubric(counted, group("aside", criterion("x"), role="condition"), limits=limits)
    ratings = {"g.a": {"level": 3}, "g.b": "?", "g.c": "?", "g.d": "?", "aside.x": "?"}
    gaps = found(content, ratings)
    assert ids(gaps) == ["aside.x", "g.d", "g.b", "g.c"]
    assert [gap.changes_band for gap in gaps.gaps] == [True, False, False, False]


def test_of_equal_swings_the_one_that_adds_more_coverage_comes_first() -> None:
    """b stands alone in its group and c beside d, so either alone makes its group; b covers twice as much."""
    groups = group("x", criterion("c"), criterion("d")), group("y", criterion("b")), group("z", criterion("a"))
    content = rubric(*groups, min_coverage=1)
    gaps = found(content, {"z.a": 2, "y.b": "?", "x.c": "?", "x.d": "?"})
    assert {(round(gap.swing, 9), gap.changes_band) for gap in gaps.gaps} == {(50, False)}
    assert ids(gaps) == ["y.b", "x.c", "x.d"]


def test_a_measure_passes_through_every_band_between_its_ends() -> None:
    (gap,) = found(rubric(group("g", measure("m")), min_coverage=0), {"g.m": "?"}).gaps
    assert gap.bands == ("weak", "limited", "partial", "substantial", "strong")
    starts = [outcome.rating.value for outcome in gap.outcomes[1:-1]]
    assert starts == pytest.approx([25, 50, 70, 85], abs=1e-6)


def test_a_measure_can_jump_over_a_band_where_a_limit_lets_go() -> None:
    """Below 80 the limit holds the band at limited; from 80 on the score is substantial: never partial."""
    limits = [{"id": "hold", "when": {"group": "g", "below": 80}, "band_at_most": "limited"}]
    (gap,) = found(rubric(group("g", measure("m")), limits=limits), {"g.m": "?"}).gaps
    assert gap.bands == ("weak", "limited", "substantial", "strong")


def test_a_band_that_a_measure_has_at_its_best_alone_is_found_once() -> None:
    bands = [{"id": "top", "label": "Top", "at_least": 100}, {"id": "rest", "label": "Rest", "at_least": 0}]
    (gap,) = found(rubric(group("g", measure("m")), bands=bands), {"g.m": "?"}).gaps
    assert [(outcome.rating.value, outcome.band) for outcome in gap.outcomes] == [(0, "rest"), (100, "top")]


@pytest.mark.parametrize(("worst", "best", "expected"), [(0, 100, [20.0, 60.0]), (100, 0, [60.0, 20.0])])
def test_a_disputed_value_is_settled_at_its_ends_worst_first(worst: float, best: float, expected: list[float]) -> None:
    rating = {"value": 40, "low": 20, "high": 60, "disputed": "two sources"}
    (gap,) = found(rubric(group("g", measure("m", worst, best))), {"g.m": rating}).gaps
    assert [gap.outcomes[0].rating.value, gap.outcomes[-1].rating.value] == expected
    assert gap.swing == pytest.approx(40)


def test_without_gaps_there_is_nothing_to_say() -> None:
    assert found(TWO, {"g.a": 2, "g.b": 3}) == ((), (), None, 0, 0)


@pytest.mark.parametrize(
    ("levels", "end", "alone"),
    [
        ([3, 2, 2, 2, 2, 2, 2, 2], 0, 51.25),  # now 55, partial; both at their worst 47.5
        ([2, 2, 2, 2, 2, 1, 1, 1], -1, 48.75),  # now 45, limited; both at their best 52.5
    ],
)
def test_two_gaps_can_do_together_what_neither_can_alone(levels: list[int], end: int, alone: float) -> None:
    """Ten equal criteria, two of them ranges of 1 to 4 that count as 62.5; partial goes from 50 to 70."""
    fixed = {f"g.c{i}": level for i, level in enumerate(levels)}
    content = rubric(group("g", *(criterion(address[2:]) for address in fixed), criterion("a"), criterion("b")))
    gaps = found(content, {**fixed, "g.a": [1, 4], "g.b": [1, 4]})
    assert [gap.outcomes[end].score for gap in gaps.gaps] == [alone, alone]
    assert (gaps.fewest, gaps.searched) == (2, 2)
    assert not any(gap.changes_band for gap in gaps.gaps)


def test_where_no_set_can_change_the_band_it_says_so() -> None:
    content = rubric(group("g", criterion("a", 100), criterion("b"), criterion("c")))
    gaps = found(content, {"g.a": {"level": 4}, "g.b": "?", "g.c": "?"})
    assert (gaps.fewest, gaps.searched, gaps.to_cover) == (None, 2, 0)


def test_enough_coverage_brings_no_band_where_a_limit_withholds_it() -> None:
    """Both must be rated to cover everything, and then the condition still holds the band at none."""
    limits = [{"id": "no", "when": {"criterion": "aside.x", "at_most": 1}, "band_at_most": "not_demonstrated"}]
    counted = group("g", criterion("a"), criterion("b"), criterion("c"))
    content = rubric(counted, group("aside", criterion("x"), role="condition"), limits=limits, min_coverage=1)
    gaps = found(content, {"g.a": 2, "aside.x": 0})
    assert (gaps.to_cover, gaps.fewest, gaps.searched) == (2, None, 2)
    gaps = found(content, {"g.a": 2, "aside.x": [1, 2]})
    assert (gaps.to_cover, gaps.fewest) == (2, 2), "a range of 1 to 2 counts as 1.5, which is above 1"


def test_too_many_sets_are_not_tried_and_that_is_said() -> None:
    """30 gaps have 435 pairs, more than the budget: singles are all that was looked at."""
    content = rubric(group("g", criterion("a", 1000), *(criterion(f"c{i}") for i in range(30))))
    gaps = found(content, {"g.a": 4})
    assert BUDGET < 30 * 29 / 2
    assert (gaps.fewest, gaps.searched) == (None, 1)


@thorough
@given(open_cases())
def test_each_outcome_is_that_of_the_settled_dossier_scored_from_scratch(case: tuple[Doc, dict[str, Any]]) -> None:
    content, ratings = case
    card = score(content, ratings)
    for gap in find_gaps(card).gaps:
        address = gap.node.node.id
        settled = [score(content, {**ratings, address: level}) for level in possible(ratings[address])]
        assert [x.score for x in gap.outcomes] == pytest.approx([x.score for x in settled])
        assert [(x.band, x.coverage) for x in gap.outcomes] == [(x.verdict.band, x.coverage) for x in settled]
        assert list(gap.bands) == sorted({x.verdict.band for x in settled}, key=BANDS.index)
        assert gap.changes_band == any(x.verdict.band != card.verdict.band for x in settled)
        scores = [x.score for x in (card, *settled) if x.score is not None]
        assert gap.swing == pytest.approx(max(scores) - min(scores) if scores else 0)
        assert gap.coverage_added == pytest.approx((settled[0].coverage or 0) - (card.coverage or 0), abs=1e-12)


@thorough
@given(open_cases())
def test_the_fewest_that_change_the_band_are_the_fewest_of_all_sets_and_levels(
    case: tuple[Doc, dict[str, Any]],
) -> None:
    """Every set of up to two gaps at every combination of levels, not only at their ends."""
    content, ratings = case
    card = score(content, ratings)
    gaps = find_gaps(card)
    addresses = ids(gaps)

    def can_change(chosen: tuple[str, ...]) -> bool:
        settled = product(*(possible(ratings[address]) for address in chosen))
        changes = (dict(zip(chosen, levels, strict=True)) for levels in settled)
        return any(score(content, {**ratings, **change}).verdict.band != card.verdict.band for change in changes)

    sizes = [size for size in (1, 2) if any(map(can_change, combinations(addresses, size)))]
    if sizes:
        assert gaps.fewest == min(sizes)
    else:
        assert gaps.fewest is None or gaps.fewest > 2


@thorough
@given(open_cases())
def test_to_cover_is_the_smallest_number_of_unrated_criteria_that_brings_a_band(
    case: tuple[Doc, dict[str, Any]],
) -> None:
    content, ratings = case
    card = score(content, ratings)
    unrated = [gap.node.node.id for gap in find_gaps(card).gaps if gap.kind == "not_rated"]

    def covers(chosen: tuple[str, ...]) -> bool:
        covered = score(content, {**ratings, **dict.fromkeys(chosen, 0)}).coverage or 0.0
        return covered >= float(content["min_coverage"]) - 1e-9

    sizes = [n for n in range(len(unrated) + 1) if any(map(covers, combinations(unrated, n)))]
    if card.coverage is not None:
        assert find_gaps(card).to_cover == min(sizes)
