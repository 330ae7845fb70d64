"""`improve` from outside: the plan in every format, costs and what is held, refusals, exit codes."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, Run, dossier, run, run_in_terminal, write_small
from jsonschema import Draft7Validator

if TYPE_CHECKING:
    from pathlib import Path

COMMON = ("try.yaml", "-r", "small.yaml")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A rubric of two criteria, rated 1 and 3 of 4: a score of 50, of which a step adds 12.5."""
    return write_small(tmp_path)


def improve(folder: Path, *args: str) -> Run:
    return run("improve", *COMMON, *args, cwd=folder)


def card(folder: Path, *args: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(improve(folder, *args, "-f", "json").out)["scorecards"][0]
    return found


def rises(found: dict[str, Any]) -> list[dict[str, int]]:
    return [{rise["id"]: rise["level"] for rise in plan["rises"]} for plan in found["plans"]]


def test_a_plan_is_found_and_the_exit_code_is_0(small: Path) -> None:
    """62.5 needs one step, of either criterion; 70 (substantial) needs two: 75."""
    found = card(small, "--to", "62.5")
    assert rises(found) == [{"all.one": 2}, {"all.two": 4}]
    assert (found["status"], found["cost"], found["more"]) == ("possible", 1, False)
    assert improve(small, "--to", "62.5").code == 0
    found = card(small, "--to", "substantial")
    assert rises(found) == [{"all.one": 2, "all.two": 4}, {"all.one": 3}]
    assert [plan["after"]["score"] for plan in found["plans"]] == [75, 75]
    assert {plan["after"]["band"] for plan in found["plans"]} == {"substantial"}


def test_a_goal_already_reached_is_exit_code_0_and_lists_nothing(small: Path) -> None:
    assert card(small, "--to", "partial")["status"] == "reached"
    done = improve(small, "--to", "50")
    assert (done.code, done.err) == (0, "")
    assert "already reached" in done.out


def test_an_impossible_goal_is_exit_code_1_and_says_why(small: Path) -> None:
    """With all.one held at level 1 the score cannot pass (25 + 100) / 2."""
    done = improve(small, "--to", "strong", "--fix", "one", "-f", "plain")
    assert (done.code, done.err) == (1, "")
    assert "the highest score within reach is 63, and 85 is needed" in done.out
    found = card(small, "--to", "strong", "--fix", "one")
    assert (found["status"], found["cost"], found["held"]) == ("impossible", None, ["all.one"])
    assert found["obstacles"][0]["highest_score"] == 62.5


def test_a_group_can_be_held_as_a_whole(small: Path) -> None:
    assert card(small, "--to", "60", "--fix", "all")["held"] == ["all.one", "all.two"]
    assert improve(small, "--to", "60", "--fix", "all").code == 1


def test_costs_come_from_options_and_files_and_options_go_first(small: Path) -> None:
    (small / "costs.yaml").write_text("kind: costs\nall.one: 2.5\nall.two: 9\n", encoding="utf-8")
    found = card(small, "--to", "62.5", "--costs", "costs.yaml")
    assert (rises(found), found["cost"]) == ([{"all.one": 2}], 2.5)
    found = card(small, "--to", "62.5", "--costs", "costs.yaml", "--cost", "two=0.5")
    assert (rises(found), found["cost"]) == ([{"all.two": 4}], 0.5)
    assert "Two 0.5" in improve(small, "--to", "62.5", "--cost", "two=0.5").out


def test_only_so_many_plans_are_listed_as_asked_for(small: Path) -> None:
    found = card(small, "--to", "62.5", "--most", "1")
    assert (rises(found), found["more"]) == ([{"all.one": 2}], True)
    assert "there are more" in improve(small, "--to", "62.5", "--most", "1").out


def test_what_is_not_rated_is_part_of_a_plan_and_the_assumption_is_said(small: Path) -> None:
    (small / "try.yaml").write_text(dossier("try", "not_rated: unknown"), encoding="utf-8")
    found = card(small, "--to", "substantial")
    assert rises(found) == [{"all.one": 2, "all.two": 4}, {"all.one": 3}]  # both cost 3 and make 75
    (rise,) = found["plans"][1]["rises"]
    assert (rise["from_unrated"], rise["level_before"], rise["steps"]) == (True, None, 3)
    assert "to start from its lowest level" in improve(small, "--to", "substantial").out.replace("\n", " ")


FAULTS = [
    ("all.one: 0", "cost-not-positive", "3:10"),
    ("all.one: -1", "out-of-range", "3:10"),
    ("all.one: two", "wrong-type", "3:10"),
    ("all.one: '2'", "quoted-number", "3:10"),
    ("all.one:", "wrong-type", "3:9"),
    ("one: 2", "unknown-cost", "3:1"),
    ("all.oen: 2", "unknown-cost", "3:1"),
    ("elsewhere: 2", "unknown-cost", "3:1"),
    ("all.two: 3", "duplicate-key", "3:1"),
]


@pytest.mark.parametrize(("line", "code", "place"), FAULTS)
def test_a_fault_in_the_file_of_costs_is_shown_where_it_stands(small: Path, line: str, code: str, place: str) -> None:
    (small / "costs.yaml").write_text(f"# what a step costs\nall.two: 1\n{line}\n", encoding="utf-8")
    done = improve(small, "--to", "60", "--costs", "costs.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[{code}]: ")
    assert f"--> costs.yaml:{place}" in done.err
    assert " = help: " in done.err


@pytest.mark.parametrize("content", ["", "[1, 2]\n", "kind: rubric\nall.one: 2\n", "kind: costs\n"])
def test_a_file_that_holds_no_costs_is_refused(small: Path, content: str) -> None:
    (small / "costs.yaml").write_text(content, encoding="utf-8")
    done = improve(small, "--to", "60", "--costs", "costs.yaml")
    assert (done.code, done.out) == (2, "")
    assert "--> costs.yaml" in done.err


def test_every_fault_of_the_command_line_is_told_at_once(small: Path) -> None:
    (small / "costs.yaml").write_text("all.tow: 1\n", encoding="utf-8")
    faults = ("--to", "stong", "--cost", "one=0", "--cost", "oen=1", "--cost", "all=1", "--fix", "tow")
    done = improve(small, *faults, "--costs", "costs.yaml")
    assert (done.code, done.out) == (2, "")
    codes = [line.split("]")[0] for line in done.err.splitlines() if line.startswith("error[")]
    assert codes == [
        f"error[{name}"
        for name in ("unknown-target", "unknown-cost", "bad-cost", "unknown-named", "group-named", "unknown-named")
    ]
    for meant in ('"strong"', '"all.one"', '"all.two"'):
        assert f"did you mean {meant}" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("to", ["101", "-1", "1e3", "not_demonstrated", "", "nan"])
def test_what_is_neither_score_nor_band_is_refused(small: Path, to: str) -> None:
    done = improve(small, f"--to={to}")
    assert (done.code, done.out) == (2, "")
    assert "--to" in done.err


def test_a_goal_has_to_be_given(small: Path) -> None:
    done = improve(small)
    assert (done.code, done.out) == (2, "")
    assert '"--to" is missing' in done.err


def test_a_cost_of_a_measure_is_refused(small: Path) -> None:
    rubric = (
        (small / "small.yaml")
        .read_text(encoding="utf-8")
        .replace("{id: two,", "{id: two, measure: {worst: 0, best: 9},")
    )
    (small / "small.yaml").write_text(rubric, encoding="utf-8")
    text = dossier("try").replace("{level: 3}", "{value: 3}")
    (small / "try.yaml").write_text(text, encoding="utf-8")
    assert "cost-of-measure" in improve(small, "--to", "60", "--cost", "two=2").err
    done = improve(small, "--to", "60")
    assert done.code == 0
    assert "measured values have no levels and stay as they are: Two" in done.out


@pytest.mark.parametrize("to", ["partial", "strong", "100", "weak"])
@pytest.mark.parametrize("initiative", ["kasi", "think-tank"])
def test_the_document_is_what_the_schema_says(initiative: str, to: str) -> None:
    schema = json.loads(run("schema", "improvement").out)
    done = run("improve", initiative, "--to", to, "-f", "json")
    Draft7Validator.check_schema(schema)
    Draft7Validator(schema).validate(json.loads(done.out))
    assert done.code == 0


def test_csv_has_a_record_of_the_total_of_each_plan_and_of_each_rise(small: Path) -> None:
    records = list(csv.DictReader(io.StringIO(improve(small, "--to", "substantial", "-f", "csv").out)))
    assert [(one["kind"], one["plan"], one["id"], one["level"]) for one in records] == [
        ("total", "", "", ""),
        ("plan", "1", "", ""),
        ("rise", "1", "all.one", "2"),
        ("rise", "1", "all.two", "4"),
        ("plan", "2", "", ""),
        ("rise", "2", "all.one", "3"),
    ]
    assert [one["score"] for one in records] == ["50.0", "75.0", "", "", "75.0", ""]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
def test_a_table_stays_within_the_screen(columns: int, lang: str) -> None:
    done = run_in_terminal(
        "improve", "kasi", "--to", "substantial", "--lang", lang, columns=columns, env={"NO_COLOR": "1"}
    )
    assert done.code == 0
    assert all(len(line) + len(HANGUL.findall(line)) <= columns for line in done.out.splitlines())


@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_korean_output_has_no_english_sentence(form: str) -> None:
    done = run("improve", "nsp", "--to", "substantial", "--lang", "ko", "-f", form)
    assert HANGUL.search(done.out)
    for word in ("Plan", "cost", "rated", "level", "Goal"):
        assert word not in done.out


def test_markdown_has_a_table_of_plans(small: Path) -> None:
    out = improve(small, "--to", "62.5", "-f", "md").out
    assert out.startswith("## To 62.5: A try (try)\n")
    assert "| One | 1 | →2 |  |" in out


def test_the_same_question_has_the_same_answer_byte_for_byte() -> None:
    args = ("improve", "kasi", "--to", "substantial", "-f", "json")
    outs = {run(*args, env={"PYTHONHASHSEED": seed}).out for seed in ("1", "2")}
    assert len(outs) == 1


def test_an_output_file_that_was_read_is_refused(small: Path) -> None:
    (small / "costs.yaml").write_text("all.one: 2\n", encoding="utf-8")
    for name in ("costs.yaml", "try.yaml", "small.yaml"):
        done = improve(small, "--to", "60", "--costs", "costs.yaml", "-o", name)
        assert (done.code, done.out) == (2, "")
        assert "error[same-input]" in done.err


def test_a_lens_that_cannot_reach_the_goal_makes_the_answer_no(small: Path) -> None:
    """Of two rubrics one is out of reach: both are shown, and the exit code is 1."""
    other = (small / "small.yaml").read_text(encoding="utf-8").replace("id: small", "id: other", 1)
    (small / "other.yaml").write_text(f"extends: small.yaml\n{other}", encoding="utf-8")
    done = improve(small, "-r", "other.yaml", "--to", "strong", "--fix", "one", "-f", "json")
    assert [card["status"] for card in json.loads(done.out)["scorecards"]] == ["impossible", "impossible"]
    assert done.code == 1
