"""Thresholds of a gate as they are typed and as a file states them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from files_support import faults, wheres, written

from kasean_score.files.thresholds import coverage_share, read_thresholds, typed_thresholds

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("given", "share"),
    [
        ("65", 0.65), ("0", 0.0), ("100", 1.0), ("7", 0.07), ("2", 0.02), ("65%", 0.65), ("65 %", 0.65),
        ("65.5%", 0.655), ("1%", 0.01), ("100%", 1.0), ("0.65", 0.65), (".65", 0.65), ("1.0", 1.0), ("0.0", 0.0),
        ("1", None), ("65.5", None), ("1.5", None), ("101", None), ("101%", None), ("-1", None), ("0,65", None),
        ("65 percent", None), ("", None), ("nan", None), ("1e2", None), ("٦٥", None), ("0.65%%", None),
    ],
)  # fmt: skip
def test_a_coverage_has_one_reading_or_is_refused(given: str, share: float | None) -> None:
    """Whole numbers and numbers with a sign are percentages, numbers with a point up to 1 are shares; 1 is refused."""
    assert coverage_share(given) == pytest.approx(share, abs=1e-12)


def test_what_is_typed_is_read_in_its_order() -> None:
    found = typed_thresholds(["overall=50", " people = 40.5 "], "65", "strong")
    assert [(x.kind, x.name, x.at_least) for x in found] == [
        ("score", "overall", 50.0),
        ("score", "people", 40.5),
        ("coverage", "", 0.65),
        ("band", "strong", 0.0),
    ]
    assert typed_thresholds([], None, None) == ()


@pytest.mark.parametrize(
    "given", ["overall", "overall=", "=50", "overall=x", "overall=-1", "overall=101", "overall=nan", "overall=1e1", ""]
)
def test_a_minimum_that_is_no_node_and_score_is_refused(given: str) -> None:
    assert [fault.key for fault in faults(lambda: typed_thresholds([given], None, None))] == ["bad-minimum"]


def test_a_minimum_given_twice_is_refused() -> None:
    assert [x.key for x in faults(lambda: typed_thresholds(["a=1", "a=2"], None, None))] == ["minimum-twice"]


@pytest.mark.parametrize("text", ["kind: thresholds\n", ""])
def test_a_file_says_the_same_as_options_and_knows_where(tmp_path: Path, text: str) -> None:
    text += "min: {overall: 50, a.p: 40.5}\ncoverage: 65\nband: strong\non: low\n"
    found = read_thresholds(written(tmp_path, text))
    assert [x._replace(place=None) for x in found.wanted] == list(
        typed_thresholds(["overall=50", "a.p=40.5"], "65", "strong")
    )
    assert found.on == "low"
    first = found.wanted[0].place
    assert first is not None
    assert (first.line, first.column) == (2 if text.startswith("kind") else 1, 7)


def test_a_file_may_be_json(tmp_path: Path) -> None:
    found = read_thresholds(written(tmp_path, '{"min": {"overall": 50}, "coverage": "65 %"}', "t.json"))
    assert [(x.kind, x.at_least) for x in found.wanted] == [("score", 50.0), ("coverage", 0.65)]
    assert found.on is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("empty-thresholds", None, None)]),
        ("- a\n", [("empty-thresholds", 1, 1)]),
        ("on: low\n", [("empty-thresholds", 1, 1)]),
        ("min: {}\n", [("empty-thresholds", 1, 1)]),
        ("mim: {overall: 50}\nband: x\n", [("unknown-key.near", 1, 1)]),
        ("zzz: 1\nband: x\n", [("unknown-key", 1, 1)]),
        ("min: {overall: 101}\n", [("out-of-range.high", 1, 16)]),
        ("min: {overall: -1}\n", [("out-of-range.low", 1, 16)]),
        ('min: {overall: "50"}\n', [("quoted-number", 1, 16)]),
        ("min: 50\n", [("wrong-type.mapping", 1, 6)]),
        ("coverage: 1\n", [("bad-coverage", 1, 11)]),
        ("coverage: true\n", [("bad-coverage", 1, 11)]),
        ("coverage: [65]\n", [("bad-coverage", 1, 11)]),
        ("band: a b\n", [("bad-id", 1, 7)]),
        ("band: strong\non: high\n", [("not-allowed", 2, 5)]),
        ("kind: rubric\nid: r\ngroups: []\n", [("not-allowed", 1, 7)]),
        ("min: {a: 1, a: 2}\n", [("duplicate-key", 1, 13)]),
        ("coverage: 1\nmin: {a: x}\nbandd: y\n",
         [("bad-coverage", 1, 11), ("wrong-type.number", 2, 10), ("unknown-key.near", 3, 1)]),
    ],
)  # fmt: skip
def test_every_fault_of_a_file_is_told_with_its_place(
    tmp_path: Path, text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    path = written(tmp_path, text)
    assert wheres(lambda: read_thresholds(path)) == expected


def test_a_file_that_is_not_there_is_told() -> None:
    assert [fault.key for fault in faults(lambda: read_thresholds("no-such.yaml"))] == ["no-such-file"]
