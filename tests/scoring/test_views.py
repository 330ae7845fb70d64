"""The view by OECD DAC criterion: the same criteria sorted another way, never scored another way."""

from __future__ import annotations

from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, rubric, score

from kasean_score.model import DAC_CRITERIA
from kasean_score.scoring.views import dac_view

RUBRIC = rubric(
    group("a", criterion("p", 1, dac="relevance"), criterion("q", 3, dac="impact"), weight=1),
    group("b", criterion("r", 1, dac="relevance"), criterion("s", 1, dac="efficiency"), weight=3),
    group("c", criterion("t", dac="impact"), role="condition"),
)
SHARES = {"a.p": 1 / 16, "a.q": 3 / 16, "b.r": 3 / 8, "b.s": 3 / 8}
LEVEL = st.integers(0, 4)
RANGE = st.tuples(LEVEL, LEVEL).map(lambda pair: sorted(pair))


def test_a_row_is_the_mean_of_its_criteria_weighted_by_their_share_of_the_whole() -> None:
    """Relevance: p has 1/16 and r 3/8 of the whole, so (1 * 100 + 6 * 50) / 7 at levels 4 and 2."""
    rows = {row.tag: row for row in dac_view(score(RUBRIC, {"a.p": 4, "a.q": 1, "b.r": 2, "b.s": 3, "c.t": 0}))}
    assert rows["relevance"].score == pytest.approx(400 / 7)
    assert rows["relevance"].share == pytest.approx(7 / 16)
    assert rows["impact"].score == pytest.approx(25)  # the condition group's t is not counted
    assert [node.node.id for node in rows["impact"].criteria] == ["a.q"]


def test_rows_come_in_the_order_of_the_dac_criteria_and_only_where_a_criterion_is_tagged() -> None:
    rows = dac_view(score(RUBRIC, {"a.p": 4}))
    assert [row.tag for row in rows] == ["relevance", "efficiency", "impact"]
    assert [tag for tag in DAC_CRITERIA if tag in ("impact", "efficiency", "relevance")] == [row.tag for row in rows]


def test_an_unrated_criterion_counts_in_coverage_and_bounds_and_not_in_the_score() -> None:
    rows = {row.tag: row for row in dac_view(score(RUBRIC, {"a.p": 4, "b.r": "?", "b.s": "?", "a.q": [1, 3]}))}
    assert rows["relevance"].score == 100
    assert rows["relevance"].coverage == pytest.approx(1 / 7)
    assert (rows["relevance"].low, rows["relevance"].high) == pytest.approx((100 / 7, 100))
    assert (rows["efficiency"].score, rows["efficiency"].coverage) == (None, 0)
    assert (rows["impact"].score, rows["impact"].low, rows["impact"].high) == pytest.approx((50, 25, 75))


def test_a_criterion_that_is_not_applicable_or_weighs_nothing_is_listed_without_a_share() -> None:
    content = rubric(
        group("g", criterion("x", dac="impact"), criterion("y", 0, dac="relevance"), criterion("z", dac="coherence"))
    )
    rows = dac_view(score(content, {"g.x": 3, "g.y": 3, "g.z": "-"}))
    assert [(row.tag, row.share, row.score) for row in rows] == [
        ("relevance", 0, None),
        ("coherence", 0, None),
        ("impact", 1, 75),
    ]


def test_a_criterion_without_a_tag_is_listed_last_and_a_condition_nowhere() -> None:
    content = rubric(
        group("g", criterion("x"), criterion("y", dac="impact")),
        group("c", criterion("z", dac="impact"), role="condition"),
    )
    rows = dac_view(score(content, {"g.x": 4, "g.y": 2, "c.z": 0}))
    assert [(row.tag, row.score) for row in rows] == [("impact", 50), ("untagged", 100)]


@settings(deadline=None, derandomize=True, max_examples=50)
@given(st.fixed_dictionaries({address: st.one_of(LEVEL, RANGE) for address in SHARES}))
def test_the_rows_of_a_rated_arithmetic_tree_average_to_its_total(ratings: dict[str, int | list[int]]) -> None:
    card = score(RUBRIC, ratings)
    rows = dac_view(card)
    assert fsum(row.share for row in rows) == pytest.approx(1, abs=1e-12)
    assert fsum(row.share * (row.score or 0) for row in rows) == pytest.approx(card.score, abs=1e-9)


@settings(deadline=None, derandomize=True, max_examples=50)
@given(st.fixed_dictionaries({address: st.one_of(LEVEL, RANGE, st.sampled_from("?-")) for address in SHARES}))
def test_bounds_and_coverage_of_the_rows_average_to_those_of_the_whole(
    ratings: dict[str, int | list[int] | str],
) -> None:
    card = score(RUBRIC, ratings)
    rows = dac_view(card)
    if card.coverage is None:  # nothing applies
        assert [row.low for row in rows] == [None] * len(rows)
        return
    assert fsum(row.share for row in rows) == pytest.approx(1, abs=1e-12)
    assert fsum(row.share * (row.low or 0) for row in rows) == pytest.approx(card.low, abs=1e-9)
    assert fsum(row.share * (row.high or 0) for row in rows) == pytest.approx(card.high, abs=1e-9)
    assert fsum(row.share * (row.coverage or 0) for row in rows) == pytest.approx(card.coverage, abs=1e-12)
