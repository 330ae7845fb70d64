"""Tables of ratings on the command line: scored like dossiers, faults beside them, nothing lost."""

from __future__ import annotations

import csv
import io
import json
import shlex
from typing import TYPE_CHECKING

import pytest
from cli_support import HANGUL, Run, dossier, run, write_small

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "id,name,type,one,two\ntry,A try,,1,3\nhalf,Half,policy,2,?\nopen,Open,,,x\n"
SCORE = "evaluate t.csv -r small.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    return write_small(tmp_path)


def ask(folder: Path, command: str) -> Run:
    result = run(*shlex.split(command), cwd=folder)
    assert "Traceback" not in result.err
    assert "this is a bug" not in result.err
    return result


def totals(text: str) -> list[tuple[str, str, str, str]]:
    """Initiative, score, coverage and band of each total in a CSV."""
    records = csv.DictReader(io.StringIO(text))
    return [(x["initiative"], x["score"], x["coverage"], x["band"]) for x in records if x["kind"] == "total"]


def test_a_row_is_scored_in_its_order(folder: Path) -> None:
    """25 and 75 make 50; 50 of half the weight is not demonstrated; nothing rated is no score."""
    result = ask(folder, f"{SCORE} -f csv")
    assert (result.code, result.err) == (0, "")
    assert totals(result.out) == [
        ("try", "50.0", "1.0", "partial"),
        ("half", "50.0", "0.5", "not_demonstrated"),
        ("open", "", "0.0", "not_demonstrated"),
    ]


def test_a_row_scores_as_the_dossier_with_the_same_ratings(folder: Path) -> None:
    """Only who rated, from which file, differs."""
    cards = [
        json.loads(ask(folder, f"evaluate {name} -r small.yaml -f json").out)["scorecards"]
        for name in ("t.csv", "try.yaml")
    ]
    row, whole = cards[0][0], cards[1][0]
    assert row.pop("initiative")["id"] == whole.pop("initiative")["id"]
    assert row == whole


@pytest.mark.parametrize("form", ["table", "plain", "json", "jsonl", "csv", "md"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_table_is_scored_in_every_format(folder: Path, form: str, lang: str) -> None:
    result = ask(folder, f"{SCORE} -f {form} --lang {lang}")
    assert (result.code, result.err) == (0, "")
    assert result.out.count("half") > 0


def test_ratings_of_a_table_have_no_evidence_and_are_marked_unsupported(folder: Path) -> None:
    (folder / "five.csv").write_text("id,needs,countries\ni,3,?\n", encoding="utf-8")
    result = ask(folder, "evaluate five.csv -r reset-plan -f json")
    assert result.code == 0
    assert json.loads(result.out)["scorecards"][0]["unsupported"] == ["tailoring.needs"]


@pytest.mark.parametrize(("lang", "said"), [("en", "The table of ratings gives no reason."), ("ko", "평정 표에는")])
def test_a_state_without_a_reason_says_where_it_comes_from(folder: Path, lang: str, said: str) -> None:
    cards = json.loads(ask(folder, f"{SCORE} -f json --lang {lang}").out)["scorecards"]
    assert all(node["reason"].startswith(said) for node in cards[2]["nodes"] if node["kind"] == "criterion")


def test_a_table_stands_beside_other_references_in_their_order(folder: Path) -> None:
    (folder / "other.yaml").write_text(dossier("other"), encoding="utf-8")
    result = ask(folder, "evaluate other.yaml t.csv try.yaml -r small.yaml -f csv")
    assert [name for name, *_ in totals(result.out)] == ["other", "try", "half", "open", "try"]


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        ("evaluate t.csv", "table-without-rubric"),
        ("gate t.csv --band weak", "table-without-rubric"),
        ("evaluate t.csv -r small.yaml -r reset-plan", "table-rubrics"),
        ("evaluate t.csv -r reset-plan", "table-column"),
        ("evaluate missing.csv -r small.yaml", "no-such-file"),
        ("evaluate t.cvs -r small.yaml", "unknown-initiative"),
        ("evaluate t.csv -r t.csv", "is-a-table"),
        ("show t.csv", "is-a-table"),
        (f"{SCORE} -f csv -o t.csv", "same-input"),
        (f"{SCORE} -f csv -o small.yaml", "same-input"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_cannot_be_read_is_2_with_a_remedy(folder: Path, command: str, rule: str, lang: str) -> None:
    result = ask(folder, f"{command} --lang {lang}")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{'error' if lang == 'en' else '오류'}[{rule}]: ")
    assert f" = {'help' if lang == 'en' else '도움말'}: " in result.err
    assert bool(HANGUL.search(result.err)) == (lang == "ko")
    assert (folder / "t.csv").read_text(encoding="utf-8") == TABLE


def test_a_rubric_that_cannot_be_read_is_the_only_fault(folder: Path) -> None:
    result = ask(folder, "evaluate t.csv -r missing.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err.count("error[") == 1


def test_a_bad_row_is_shown_in_its_place_and_the_others_are_scored(folder: Path) -> None:
    (folder / "t.csv").write_text(f'{TABLE}bad,"Line\nbreak",,3,9\nlast,Last,,2,2\n', encoding="utf-8")
    result = ask(folder, f"{SCORE} -f csv")
    assert result.code == 2
    assert [name for name, *_ in totals(result.out)] == ["try", "half", "open", "last"]
    assert result.err == (
        'error[no-such-level]: "all.two" is rated 9, but "small" describes levels 0, 1, 2, 3, 4\n'
        " --> t.csv:6:11\n"
        "  |\n"
        '6 | break",,3,9\n'
        "  |           ^\n"
        "  = help: choose one of 0, 1, 2, 3, 4\n"
        "\n"
        "1 error; the rest was scored: 4\n"
    )


def test_every_fault_of_a_row_is_told(folder: Path) -> None:
    """Those of its cells, and what its sound ratings break of the rubric."""
    (folder / "t.csv").write_text("id,type,one,two\nok,,1,1\nbad,polisy,1-,9\n", encoding="utf-8")
    result = ask(folder, f"{SCORE} -f csv")
    rules = [line.partition("]")[0] for line in result.err.splitlines() if line.startswith("error[")]
    assert rules == ["error[not-allowed", "error[bad-cell", "error[no-such-level"]
    assert [place in result.err for place in ("t.csv:3:5", "t.csv:3:12", "t.csv:3:15")] == [True] * 3


def test_a_rating_that_does_not_apply_points_to_its_cell(folder: Path) -> None:
    text = (
        (folder / "small.yaml")
        .read_text(encoding="utf-8")
        .replace("title: Two", "title: Two, applies_to: {type: policy}")
    )
    (folder / "small.yaml").write_text(text, encoding="utf-8")
    (folder / "t.csv").write_text(
        "id,type,one,two\nok,policy,1,1\nnot,programme,1,1\nna,programme,1,x\n", encoding="utf-8"
    )
    result = ask(folder, f"{SCORE} -f csv")
    assert [name for name, *_ in totals(result.out)] == ["ok", "na"]
    assert "error[does-not-apply]" in result.err
    assert "t.csv:3:17" in result.err


def test_one_bad_row_among_a_thousand_costs_one_row(folder: Path) -> None:
    rows = [f"i{n},{n % 5},{n % 5}" for n in range(1000)]
    rows[500] = "i500,2,?,?"
    (folder / "t.csv").write_text("id,one,two\n" + "\n".join(rows), encoding="utf-8")
    result = ask(folder, f"{SCORE} -f csv")
    assert result.code == 2
    found = totals(result.out)
    assert [name for name, *_ in found] == [f"i{n}" for n in range(1000) if n != 500]
    assert [score for _, score, *_ in found[:5]] == ["0.0", "25.0", "50.0", "75.0", "100.0"]
    assert "t.csv:502:" in result.err


def test_ratings_set_on_the_command_line_replace_those_of_a_table(folder: Path) -> None:
    result = ask(folder, f"{SCORE} --set one=4 -f csv")
    assert totals(result.out)[0] == ("try", "87.5", "1.0", "strong")
    wrong = ask(folder, f"{SCORE} --set one=9")
    assert wrong.code == 2
    assert "t.csv:" not in wrong.err, "the fault is in what was typed"


def test_a_gate_judges_every_row(folder: Path) -> None:
    result = ask(folder, "gate t.csv -r small.yaml --min overall=40 -f json")
    assert result.code == 1
    assert [one["checks"][0]["status"] for one in json.loads(result.out)["judgements"]] == [
        "passed", "cannot_pass", "cannot_pass",
    ]  # fmt: skip
    assert result.err.splitlines() == [
        "cannot pass: half on small: overall: wanted 40 or more, found 50? [25-75], not demonstrated",
        "cannot pass: open on small: overall: wanted 40 or more, found - [0-100], not rated",
    ]


def test_a_gate_on_a_table_with_a_bad_row_is_incomplete(folder: Path) -> None:
    (folder / "t.csv").write_text("id,one,two\nok,4,4\nbad,9,9\n", encoding="utf-8")
    result = ask(folder, "gate t.csv -r small.yaml --min overall=40 -f json")
    assert result.code == 2
    assert json.loads(result.out)["verdict"] == "incomplete"


def test_a_formula_in_a_table_is_not_passed_on_to_a_spreadsheet(folder: Path) -> None:
    (folder / "t.csv").write_text('id,name,one\ni,"=HYPERLINK(1)",2\n', encoding="utf-8")
    result = ask(folder, "gate t.csv -r small.yaml --min overall=0 -f csv")
    assert "=HYPERLINK" not in result.out
