"""`gate` as a script uses it: one verdict in every format, reasons on stderr, an exit code to rely on."""

from __future__ import annotations

import csv
import io
import json
import shlex
from typing import TYPE_CHECKING

import jsonschema
import pytest
from cli_support import HANGUL, Run, dossier, run, run_in_terminal, write_small

from kasean_score.documents.schema import document_schema
from kasean_score.render.phrases import printable
from kasean_score.render.problems import cells

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = ("table", "plain", "json", "csv", "md")
GATE = "gate try.yaml -r small.yaml"
"""Levels 1 and 3 of 4: criteria of 25 and 75, a score of 50, the band partial, everything rated."""
OPEN = dossier("open").replace("level: 3", "not_rated: nothing was found")
"""Half of it is not rated: 25 points at 50 % coverage, where 65 % are needed."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "open.yaml").write_text(OPEN, encoding="utf-8")
    (tmp_path / "low.yaml").write_text(dossier("low", "level: 0"), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text("kind: initiative\n", encoding="utf-8")
    return write_small(tmp_path)


def gate(folder: Path, command: str) -> Run:
    result = run(*shlex.split(command), cwd=folder)
    assert "Traceback" not in result.err
    assert "this is a bug" not in result.err
    return result


VERDICTS = [
    ("--min overall=50", 0),
    ("--min overall=50.1", 1),
    ("--min overall=50 --min all=50 --min one=25 --min all.two=75 --min-coverage 100 --band partial", 0),
    ("--min overall=50 --min one=26", 1),
    ("--band limited", 0),
    ("--band substantial", 1),
    ("--min-coverage 100", 0),
    ("--min overall=50 --on low", 0),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("options", "code"), VERDICTS)
def test_the_verdict_is_the_same_in_every_format(folder: Path, options: str, code: int, form: str) -> None:
    result = gate(folder, f"{GATE} {options} -f {form}")
    assert result.code == code
    assert result.out
    assert bool(result.err) == (code == 1)
    if form == "json":
        assert json.loads(result.out)["verdict"] == ("failed" if code else "passed")
    if form == "csv":
        records = list(csv.DictReader(io.StringIO(result.out)))
        assert all(record["status"] == "passed" for record in records) == (code == 0)
    if form in ("table", "plain", "md"):
        assert ("Gate: failed" in result.out) == (code == 1)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("options", ["--min overall=0", "--band weak", "--min overall=0 --on low", "--min two=0"])
def test_what_is_not_demonstrated_passes_in_no_format(folder: Path, options: str, form: str) -> None:
    result = gate(folder, f"gate open.yaml -r small.yaml {options} -f {form}")
    assert result.code == 1
    assert result.err.startswith("cannot pass: open on small: ")


def test_the_reasons_are_on_stderr_one_line_each(folder: Path) -> None:
    """Initiative, rubric, check, wanted, found. 25 and 75 with nothing open: bounds are the score."""
    result = gate(folder, f"{GATE} --min overall=60 --min two=80 --min one=20 --band substantial")
    assert result.err.splitlines() == [
        "failed: try on small: overall: wanted 60 or more, found 50 [50-50]",
        "failed: try on small: all.two: wanted 80 or more, found 75 [75-75]",
        "failed: try on small: band: wanted Substantial or more, found Partial",
    ]


def test_the_reason_says_why_a_check_cannot_pass(folder: Path) -> None:
    result = gate(folder, "gate open.yaml -r small.yaml --min overall=20 --min two=20 --min-coverage 65 --band weak")
    assert result.err.splitlines() == [
        "cannot pass: open on small: overall: wanted 20 or more, found 25? [13-63], not demonstrated",
        "cannot pass: open on small: all.two: wanted 20 or more, found - [0-100], not rated",
        "failed: open on small: coverage: wanted 65 % or more, found 50 %",
        "cannot pass: open on small: band: wanted Weak or more, found not demonstrated",
    ]


def test_a_figure_just_short_of_a_threshold_is_not_rounded_up_to_it(folder: Path) -> None:
    """Weights of 1 and 5 make (25 + 5 * 75) / 6 = 66.67, and a coverage of 1 / 6: people would read 67 and 17."""
    rubric = (folder / "small.yaml").read_text(encoding="utf-8").replace("title: Two", "title: Two, weight: 5")
    (folder / "small.yaml").write_text(rubric, encoding="utf-8")
    result = gate(folder, f"{GATE} --min overall=67")
    assert "wanted 67 or more, found 66.7 [66.7-66.7]" in result.err
    covered = gate(folder, "gate open.yaml -r small.yaml --min-coverage 17")
    assert "wanted 17 % or more, found 16.7 %" in covered.err


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_low_bound_is_named_where_it_is_what_is_compared(folder: Path, lang: str) -> None:
    """Levels 1-3 and 3: 50 to 75 in the first half, hence 62.5 with 50 at the lowest."""
    (folder / "try.yaml").write_text(dossier("try", "level: [1, 3]"), encoding="utf-8")
    assert gate(folder, f"{GATE} --min overall=60").code == 0
    result = gate(folder, f"{GATE} --min overall=60 --on low --lang {lang}")
    assert result.code == 1
    assert {"en": "found lowest 50, score 63 [50-75]", "ko": "결과 최저 50, 점수 63 [50-75]"}[lang] in result.err


def test_thresholds_of_a_file_and_of_the_command_line_say_the_same(folder: Path) -> None:
    (folder / "t.yaml").write_text("min: {overall: 60, two: 40}\ncoverage: 65\nband: substantial\n", encoding="utf-8")
    by_file = gate(folder, f"{GATE} --thresholds t.yaml -f json")
    typed = "--min overall=60 --min two=40 --min-coverage 65 --band substantial"
    assert by_file == gate(folder, f"{GATE} {typed} -f json")
    assert by_file.code == 1


def test_what_is_typed_replaces_what_the_file_says(folder: Path) -> None:
    (folder / "t.yaml").write_text("min: {overall: 60, all.one: 90}\nband: strong\non: low\n", encoding="utf-8")
    options = "--thresholds t.yaml --min overall=50 --min one=25 --band partial --on score -f json"
    result = gate(folder, f"{GATE} {options}")
    assert result.code == 0
    assert [check["wanted"] for check in json.loads(result.out)["judgements"][0]["checks"]] == [50, 25, None]


REFUSED = [
    (GATE, "no-thresholds"),
    ("gate try.yaml -r small.yaml --thresholds empty.yaml", "empty-thresholds"),
    ("gate try.yaml -r small.yaml --thresholds missing.yaml", "no-such-file"),
    ("gate try.yaml -r small.yaml --thresholds small.yaml", "not-allowed"),
    (f"{GATE} --min nope=1", "gate-node"),
    (f"{GATE} --min on=1", "gate-node"),
    (f"{GATE} --min overall", "bad-minimum"),
    (f"{GATE} --min overall=fifty", "bad-minimum"),
    (f"{GATE} --min one=1 --min one=2", "minimum-twice"),
    (f"{GATE} --min one=1 --min all.one=2", "gate-twice"),
    (f"{GATE} --min-coverage 1", "bad-coverage"),
    (f"{GATE} --min-coverage 65.5", "bad-coverage"),
    (f"{GATE} --band mighty", "gate-band"),
    ("gate - -r small.yaml --thresholds - --band weak", "stdin-twice"),
    ("gate bad.yaml -r small.yaml --band weak", "missing-field"),
    (f"{GATE} --band weak -o small.yaml", "same-input"),
    (f"{GATE} --band weak -f csv -o try.yaml", "same-input"),
    (f"{GATE} --band weak --bom", "bom-without-csv"),
]


@pytest.mark.parametrize(("command", "rule"), REFUSED)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_cannot_be_answered_is_2_and_says_so(folder: Path, command: str, rule: str, lang: str) -> None:
    (folder / "empty.yaml").write_text("", encoding="utf-8")
    result = gate(folder, f"{command} --lang {lang}")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"{'error' if lang == 'en' else '오류'}[{rule}]: ")
    assert bool(HANGUL.search(result.err)) == (lang == "ko")


@pytest.mark.parametrize("command", ["gate --min overall=50", f"{GATE} --on high --band weak", f"{GATE} --bnad weak"])
def test_bad_usage_is_2(folder: Path, command: str) -> None:
    """No initiative at all too: a variable of a script that is empty must not judge the bundled ones."""
    result = gate(folder, command)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error[usage]: ")


def test_a_fault_of_the_thresholds_file_is_shown_in_its_place(folder: Path) -> None:
    (folder / "t.yaml").write_text("min:\n  overall: 50\n  peopel: 40\n", encoding="utf-8")
    result = gate(folder, "gate kasi --thresholds t.yaml")
    assert result.code == 2
    assert "--> t.yaml:3:3" in result.err
    assert 'did you mean "people"?' in result.err


@pytest.mark.parametrize(("options", "outcome"), [("--min overall=50", "passed"), ("--min overall=51", "failed")])
def test_a_bad_file_is_reported_and_the_others_are_judged(folder: Path, options: str, outcome: str) -> None:
    """Exit code 2 wins: nobody may rely on a gate that did not see everything."""
    result = gate(folder, f"gate bad.yaml try.yaml missing.yaml -r small.yaml {options} -f json")
    assert result.code == 2
    document = json.loads(result.out)
    assert document["verdict"] == "incomplete"
    assert [(one["initiative"]["id"], one["passed"]) for one in document["judgements"]] == [
        ("try", outcome == "passed")
    ]
    assert ("failed: try on small" in result.err) == (outcome == "failed")
    assert "error[no-such-file]" in result.err


def test_one_that_fails_among_several_is_1(folder: Path) -> None:
    result = gate(folder, "gate try.yaml low.yaml -r small.yaml --min overall=40 -f json")
    assert result.code == 1
    assert [one["passed"] for one in json.loads(result.out)["judgements"]] == [True, False]
    assert result.err == "failed: low on small: overall: wanted 40 or more, found 38 [38-38]\n"


def test_an_initiative_that_a_threshold_never_met_is_not_passed(folder: Path) -> None:
    """`try` has no ratings on three-pillars, the only rubric here with a group `people`."""
    (folder / "both.yaml").write_text(dossier("both") + "  other:\n    g.a: {level: 4}\n", encoding="utf-8")
    other = "kind: rubric\nid: other\ntitle: Other\ngroups: [{id: g, criteria: [{id: a}]}]\n"
    (folder / "other.yaml").write_text(other, encoding="utf-8")
    rubrics = "-r small.yaml -r other.yaml"
    assert gate(folder, f"gate both.yaml {rubrics} --min g=90 --min one=20").code == 0
    result = gate(folder, f"gate try.yaml both.yaml {rubrics} --min g=90 --min one=20 -f json")
    assert result.code == 2
    assert json.loads(result.out)["verdict"] == "incomplete"
    assert "error[gate-unasked]: try was never held against g" in result.err


def test_rubrics_without_any_of_the_nodes_are_left_out(folder: Path) -> None:
    """`people` is a group of one lens only; the other is not judged, hence neither passed nor failed."""
    result = gate(folder, "gate nsp --min people=1 -f json")
    assert result.code == 0
    assert [one["rubric"]["id"] for one in json.loads(result.out)["judgements"]] == ["three-pillars"]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_document_fits_its_published_schema(folder: Path, lang: str) -> None:
    validator = jsonschema.Draft7Validator(document_schema("gate"))
    options = "--min overall=50 --min two=1 --min-coverage 65 --band weak"
    command = f"gate try.yaml open.yaml -r small.yaml {options} --lang {lang} -f json"
    for on in ("", "--on low"):
        document = json.loads(gate(folder, f"{command} {on}").out)
        assert list(validator.iter_errors(document)) == []
        assert document["options"] == {"lang": lang, "on": "low" if on else "score"}
    assert json.loads(run("schema", "gate").out) == document_schema("gate")


def test_every_record_has_the_same_keys_and_all_digits(folder: Path) -> None:
    result = gate(folder, "gate try.yaml open.yaml -r small.yaml --min overall=50 --min-coverage 65 --band weak -f csv")
    head, *rows = csv.reader(io.StringIO(result.out))
    assert {len(row) for row in rows} == {len(head)}
    records = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(one["initiative"], one["kind"], one["status"], one["reason"]) for one in records] == [
        ("try", "score", "passed", ""),
        ("try", "coverage", "passed", ""),
        ("try", "band", "passed", ""),
        ("open", "score", "cannot_pass", "not_demonstrated"),
        ("open", "coverage", "failed", ""),
        ("open", "band", "cannot_pass", "not_demonstrated"),
    ]
    assert (records[3]["found"], records[3]["low"], records[3]["high"]) == ("25.0", "12.5", "62.5")


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_line_is_wider_than_the_terminal(columns: int, lang: str) -> None:
    options = "--min overall=30 --min people=40 --min-coverage 65 --band substantial --on low"
    result = run_in_terminal("gate", "kasi", "nsp", *options.split(), "--lang", lang, columns=columns)
    plain = printable(result.out.replace("\n", "\0")).split("\\x00")
    shown = [line for line in plain if "\\x1b" not in line]
    assert shown
    assert max(map(cells, shown)) <= columns
    assert bool(HANGUL.search(result.out)) == (lang == "ko")


def test_a_score_never_stands_without_its_bounds(folder: Path) -> None:
    for form in ("table", "plain", "md"):
        assert "50 [50-50]" in gate(folder, f"{GATE} --min overall=50 -f {form}").out.replace("\\", "")


def test_a_title_from_a_file_cannot_write_lines_of_its_own(folder: Path) -> None:
    evil = dossier("try").replace("name: A try", 'name: "Evil\\e[31m\\nGate: passed"')
    (folder / "try.yaml").write_text(evil, encoding="utf-8")
    for form in FORMATS:
        result = gate(folder, f"{GATE} --min overall=90 -f {form}")
        assert "\x1b" not in result.out + result.err
        assert "\nGate: passed" not in result.out or form == "csv"
