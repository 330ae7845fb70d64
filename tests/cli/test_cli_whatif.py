"""`whatif` from outside: before and after, together and alone, every fault at once, no file touched."""

from __future__ import annotations

import csv
import io
import json
from math import sqrt
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, Run, run, run_in_terminal, write_small
from jsonschema import Draft7Validator

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A rubric of two criteria of weight 1, rated 1 and 3 of 4: 25 and 75, a score of 50."""
    return write_small(tmp_path)


def whatif(folder: Path, *args: str) -> Run:
    return run("whatif", "try.yaml", "-r", "small.yaml", *args, cwd=folder)


def card(folder: Path, *args: str) -> dict[str, Any]:
    done = whatif(folder, *args, "-f", "json")
    assert (done.code, done.err) == (0, "")
    found: dict[str, Any] = json.loads(done.out)["scorecards"][0]
    return found


@pytest.mark.parametrize(
    ("change", "score"),
    [
        ("one=3", 75),
        ("all.one=3", 75),
        ("one=2-4", 75),
        ("one=not_rated", 75),
        ("two=not_applicable", 25),
        ("weight:two=3", 62.5),
        ("weight:one=0", 75),
        ("aggregate=geometric", sqrt(25 * 75)),
        ("aggregate=minimum", 25),
        ("aggregate=2", sqrt((25**2 + 75**2) / 2)),
        ("min_coverage=0.5", 50),
        (" one = 3 ", 75),
    ],
)
def test_each_kind_of_change_does_what_it_says(small: Path, change: str, score: float) -> None:
    found = card(small, change)
    assert found["before"]["score"] == 50
    assert found["after"]["score"] == pytest.approx(score)
    assert found["moved"] == pytest.approx(score - 50)


def test_changes_are_made_together_and_each_alone(small: Path) -> None:
    """one=3 makes 75, weight:two=3 makes 62.5; together (75 + 3 * 75) / 4 = 75: 12.5 less than their sum."""
    found = card(small, "one=3", "weight:two=3")
    assert found["after"]["score"] == 75
    assert [one["alone"]["score"] for one in found["changes"]] == [75, 62.5]
    assert [one["moved"] for one in found["changes"]] == [25, 12.5]
    assert found["interaction"] == -12.5
    assert "they act on each other" in whatif(small, "one=3", "weight:two=3").out


def test_a_single_weight_goes_before_a_weight_set(small: Path) -> None:
    """The set makes both 5; the change of one weight is made on top of it: (3 * 25 + 5 * 75) / 8."""
    text = (small / "small.yaml").read_text(encoding="utf-8")
    (small / "small.yaml").write_text(f"{text}weight_sets: {{even: {{others: 5}}}}\n", encoding="utf-8")
    assert card(small, "weight:one=3", "weights=even")["after"]["score"] == 56.25


def test_what_changed_is_listed_and_nothing_else(small: Path) -> None:
    assert card(small, "one=3")["nodes"] == ["all", "all.one"]
    assert card(small, "aggregate=minimum")["nodes"] == ["all"]
    assert card(small, "weight:two=3")["nodes"] == ["all", "all.one", "all.two"]  # the share of each
    assert card(small, "one=1")["nodes"] == []
    assert "nothing changes" in whatif(small, "one=1").out


def test_bands_coverage_and_limits_are_those_of_the_change(small: Path) -> None:
    text = (small / "small.yaml").read_text(encoding="utf-8")
    limit = "limits: [{id: x, when: {criterion: all.one, at_most: 0}, band_at_most: weak}]\n"
    (small / "small.yaml").write_text(text + limit, encoding="utf-8")
    found = card(small, "one=0", "two=4")
    assert (found["before"]["band"], found["after"]["band"]) == ("partial", "weak")
    assert found["limits"] == ["x"]
    found = card(small, "one=not_rated")
    assert (found["before"]["coverage"], found["after"]["coverage"]) == (1, 0.5)
    assert (found["after"]["band"], found["after"]["bounds"]) == ("not_demonstrated", [37.5, 87.5])
    assert "75? [38-88]" in whatif(small, "one=not_rated").out


def test_a_change_that_needs_another_is_not_shown_alone(small: Path) -> None:
    """With the weight of one at 0 in the file, that of two can only be taken away when one gets some."""
    text = (small / "small.yaml").read_text(encoding="utf-8").replace("{id: one,", "{id: one, weight: 0,")
    (small / "small.yaml").write_text(text, encoding="utf-8")
    found = card(small, "weight:two=0", "weight:one=1")
    assert found["after"]["score"] == 25
    assert [one["alone"] is None for one in found["changes"]] == [True, False]
    assert found["interaction"] is None
    assert "only with the others" in whatif(small, "weight:two=0", "weight:one=1").out


def test_every_fault_is_told_at_once_with_the_nearest_name(small: Path) -> None:
    faults = ("oen=3", "two=9", "one=x", "weight:tow=1", "weight:two=-1", "aggregate=geo", "min_coverage=2", "all=3")
    done = whatif(small, *faults, "one", "=3", "one=", "weights=even", "two=3", "two=4")
    assert (done.code, done.out) == (2, "")
    codes = [line[6:].split("]")[0] for line in done.err.splitlines() if line.startswith("error[")]
    assert codes == [
        *("unknown-named", "bad-state", "bad-state", "unknown-named", "bad-weight", "bad-mean", "bad-minimum-share"),
        *("group-named", "bad-whatif", "bad-whatif", "bad-whatif", "unknown-set", "changed-twice"),
    ]
    assert 'did you mean "all.one"?' in done.err
    assert 'did you mean "all.two"?' in done.err
    assert "Traceback" not in done.err


def test_weights_may_not_all_be_taken_away(small: Path) -> None:
    done = whatif(small, "weight:one=0", "weight:two=0")
    assert (done.code, done.out) == (2, "")
    assert "error[weightless]" in done.err


def test_no_change_is_no_question(small: Path) -> None:
    done = whatif(small)
    assert (done.code, done.out) == (2, "")
    assert '"CHANGE..." is missing' in done.err


def test_no_file_is_touched(small: Path) -> None:
    before = {path: path.read_bytes() for path in small.iterdir()}
    assert whatif(small, "one=3", "weight:two=3").code == 0
    assert {path: path.read_bytes() for path in small.iterdir()} == before


def test_a_name_serves_the_lens_that_has_it_and_what_names_no_node_serves_both() -> None:
    def rubrics(*changes: str) -> list[str]:
        cards = json.loads(run("whatif", "nsp", *changes, "-f", "json").out)["scorecards"]
        return [one["after"]["rubric"]["id"] for one in cards]

    assert rubrics("needs=3") == ["reset-plan"]
    assert rubrics("trade=3") == ["three-pillars"]
    assert rubrics("aggregate=harmonic") == ["reset-plan", "three-pillars"]


def test_the_changed_rating_is_marked_as_set_on_the_command_line(small: Path) -> None:
    nodes = {node["id"]: node for node in card(small, "one=3", "weight:two=2")["after"]["nodes"]}
    assert (nodes["all.one"]["replaced"], nodes["all.two"]["replaced"]) == (True, False)


@pytest.mark.parametrize("changes", [["needs=3", "weight:human=2"], ["aggregate=minimum"], ["countries=not_rated"]])
def test_the_document_is_what_the_schema_says(changes: list[str]) -> None:
    schema = json.loads(run("schema", "whatif").out)
    Draft7Validator.check_schema(schema)
    done = run("whatif", "kasi", *changes, "-f", "json")
    assert done.code == 0
    Draft7Validator(schema).validate(json.loads(done.out))


def test_csv_has_a_record_of_the_total_of_each_change_and_of_each_changed_node(small: Path) -> None:
    records = list(csv.DictReader(io.StringIO(whatif(small, "one=3", "two=4", "-f", "csv").out)))
    assert [(one["kind"], one["id"], one["score_before"], one["score_after"]) for one in records] == [
        ("total", "", "50.0", "87.5"),
        ("change", "all.one", "50.0", "75.0"),
        ("change", "all.two", "50.0", "62.5"),
        ("group", "all", "50.0", "87.5"),
        ("criterion", "all.one", "25.0", "75.0"),
        ("criterion", "all.two", "75.0", "100.0"),
    ]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
def test_a_table_stays_within_the_screen(columns: int, lang: str) -> None:
    changes = ("needs=3", "weight:human=3", "coordination=2")
    done = run_in_terminal("whatif", "kasi", *changes, "--lang", lang, columns=columns, env={"NO_COLOR": "1"})
    assert done.code == 0
    assert all(len(line) + len(HANGUL.findall(line)) <= columns for line in done.out.splitlines())


@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_korean_output_has_no_english_sentence(form: str) -> None:
    done = run("whatif", "nsp", "needs=3", "human.tvet=2", "--lang", "ko", "-f", form)
    assert HANGUL.search(done.out)
    for word in ("Before", "After", "alone", "Score", "Moves"):
        assert word not in done.out


def test_markdown_has_a_table_of_the_total(small: Path) -> None:
    out = whatif(small, "one=3", "-f", "md").out
    assert out.startswith("## What if: A try (try)\n")
    assert r"| **Score** | 50 \[50-50\] | 75 \[75-75\] |" in out


def test_an_output_file_that_was_read_is_refused(small: Path) -> None:
    done = whatif(small, "one=3", "-o", "try.yaml")
    assert (done.code, done.out) == (2, "")
    assert "error[same-input]" in done.err
