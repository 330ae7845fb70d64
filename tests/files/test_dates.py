"""Dates of any precision, and lengths of time that are counted back from them."""

from __future__ import annotations

from datetime import date

import pytest
from files_support import faults
from hypothesis import given
from hypothesis import strategies as st

from kasean_score.files.dates import age_of, earliest, is_date, latest


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-10-09", date(2024, 10, 9), date(2024, 10, 9)),
    ],
)
def test_a_date_stands_for_all_its_days(written: str, first: date, last: date) -> None:
    assert (earliest(written), latest(written)) == (first, last)


@pytest.mark.parametrize(
    ("age", "day", "before"),
    [
        ("3y", date(2024, 6, 1), date(2021, 6, 1)),
        ("1y", date(2024, 2, 29), date(2023, 2, 28)),
        ("18m", date(2024, 6, 30), date(2022, 12, 30)),
        ("1m", date(2024, 3, 31), date(2024, 2, 29)),
        ("90d", date(2024, 3, 31), date(2024, 1, 1)),
        ("3 Y", date(2024, 6, 1), date(2021, 6, 1)),
        ("9999y", date(2024, 6, 1), date.min),
        ("12m", date(1, 6, 1), date.min),
    ],
)
def test_an_age_is_counted_back_in_the_calendar(age: str, day: date, before: date) -> None:
    assert age_of(age).before(day) == before


@given(st.dates(), st.integers(1, 9999), st.sampled_from("ymd"))
def test_what_is_older_lies_before(day: date, number: int, unit: str) -> None:
    assert age_of(f"{number}{unit}").before(day) <= day
    assert age_of(f"{number}{unit}").before(day) >= age_of(f"{min(number + 1, 9999)}{unit}").before(day)


@pytest.mark.parametrize("given", ["", "3", "y", "0y", "-3y", "3.5y", "3w", "99999y", "three years", "３y"])
def test_what_is_no_length_of_time_is_refused(given: str) -> None:
    assert [(problem.key, problem.params) for problem in faults(lambda: age_of(given))] == [
        ("bad-age", {"given": given})
    ]


@pytest.mark.parametrize("value", ["2024-13", "2024-02-30", "soon", "", "2024-1-1", "0000", None, 5, [], {}])
def test_what_a_file_may_hold_in_the_place_of_a_date_is_known_to_be_none(value: object) -> None:
    assert not is_date(value)
    assert is_date("2024-02-29")
