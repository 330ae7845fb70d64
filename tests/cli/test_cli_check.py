"""`check`: faults and warnings of files, folders and streams; its formats, its exit codes, its summary."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
from cli_support import HANGUL, dossier, run, run_in_terminal, write_small

from kasean_score.files.refs import bundled

ROOT = Path(__file__).resolve().parents[2]
BAD = ROOT / "tests" / "data" / "bad"
RULES = "evidence_rules: [{needs: independent, level: 3}]\n"
FAULTY = "kind: initiative\nid: f\nnaem: F\nratings: {}\n"
ODD = dossier("odd") + "sources: [{id: s, title: S}]\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def document(*args: str | Path, cwd: Path | None = None) -> dict[str, Any]:
    """What `check -f json` says, which must be valid by its published schema."""
    doc = json.loads(run("check", *args, "-f", "json", cwd=cwd).out)
    jsonschema.Draft7Validator(json.loads(run("schema", "check").out)).validate(doc)
    assert isinstance(doc, dict)
    return doc


def keys(*args: str | Path, cwd: Path | None = None) -> list[str]:
    return [finding["key"] for finding in document(*args, cwd=cwd)["findings"]]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A rubric and a dossier on it, whose ratings have no reasons."""
    return write_small(tmp_path)


# Exit codes


def test_what_is_bundled_has_neither_faults_nor_warnings() -> None:
    names = [*bundled("rubric"), *bundled("initiative")]
    done = run("check", *names)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"{len(names)} files: no errors, no warnings\n"


def test_warnings_alone_are_no_reason_to_fail(small: Path) -> None:
    done = run("check", "try.yaml", cwd=small)
    assert done.code == 0
    assert done.out.startswith("warning[")
    assert done.err == "1 file: no errors, 2 warnings\n"


def test_a_fault_is(small: Path) -> None:
    write(small, "f.yaml", FAULTY)
    done = run("check", "f.yaml", "try.yaml", "-f", "concise", cwd=small)
    assert done.code == 1
    assert done.err == "2 files: 2 errors, 2 warnings\n"


@pytest.mark.parametrize(
    ("args", "key"),
    [
        ([], "nothing-to-check"),
        (["nope.yaml"], "no-such-file"),
        (["kassi"], "unknown-name"),
        (["small"], "unknown-name"),
        (["empty/"], "empty-folder"),
        (["t.csv"], "table-without-rubric"),
        (["-", "-"], "stdin-twice"),
        (["try.yaml", "--max-age", "soon"], "bad-age"),
        (["try.yaml", "--bib", "nope.json"], "no-such-file"),
        (["try.yaml", "-r", "nope.yaml"], "no-such-file"),
        (["try.yaml", "-o", "try.yaml"], "same-input"),
        (["try.yaml", "-o", "no/such/folder.json"], "cannot-write"),
        (["try.yaml", "-f", "table"], "usage"),
        (["try.yaml", "-o", "x.md"], "no-such-format"),
        (["broken.xlsx"], "form-not-a-workbook"),
    ],
)
def test_what_cannot_be_checked_is_said_with_exit_code_2(small: Path, args: list[str], key: str) -> None:
    (small / "empty").mkdir()
    (small / "small").mkdir()
    write(small, "t.csv", "id,one\na,1\n")
    write(small, "broken.xlsx", "no workbook")
    done = run("check", *args, cwd=small)
    assert done.code == 2
    assert f"error[{key}]" in done.out + done.err
    assert "Traceback" not in done.err


def test_what_could_be_checked_is_told_beside_what_could_not(small: Path) -> None:
    done = run("check", "nope.yaml", "try.yaml", cwd=small)
    assert done.code == 2
    assert "error[no-such-file]" in done.out
    assert "warning[no-reason]" in done.out
    assert done.err == "1 file: 1 error, 2 warnings\n"


def test_a_file_that_another_extends_and_that_is_missing_is_a_fault_of_the_file(small: Path) -> None:
    write(small, "x.yaml", "kind: rubric\nid: x\nextends: gone.yaml\n")
    done = run("check", "x.yaml", cwd=small)
    assert done.code == 1
    assert " --> x.yaml:3:10" in done.out


# What is checked


@pytest.mark.parametrize("path", sorted(BAD.glob("*.[jy]*")), ids=lambda path: path.name)
def test_every_bad_file_of_the_collection_is_found_out(path: Path) -> None:
    sound = ("wrong-kind.rubric", "wrong-kind.initiative", "is-a-folder.yaml")  # wrong as an argument only
    done = run("check", path.name, cwd=BAD)
    assert "Traceback" not in done.err
    assert (done.code == 1) is (not path.name.startswith(sound[:2])), done.out


def test_all_faults_and_warnings_of_a_file_come_in_its_order(small: Path) -> None:
    write(
        small, "f.yaml", ODD.replace("name: A try", "naem: A try").replace("all.two: {level: 3}", "all.two: {level: x}")
    )
    lines = [finding["line"] for finding in document("f.yaml", "small.yaml", cwd=small)["findings"]]
    assert lines[:4] == sorted(lines[:4])
    assert set(keys("f.yaml", cwd=small)) >= {"missing-field", "unknown-key.near", "wrong-type.whole"}


def test_a_folder_stands_for_every_rubric_and_dossier_in_it_and_says_what_it_passes_over(small: Path) -> None:
    write(small, "f.yml", FAULTY)
    write(small, "g.json", json.dumps({"kind": "initiative", "id": "g", "name": "G", "ratings": {}}))
    write(small, "results.csv", "a,b\n")
    write(small, ".hidden.yaml", "nothing: of ours\n")
    doc = document("./", cwd=small)
    assert doc["counts"]["files"] == 4
    assert run("check", ".", cwd=small).err.endswith(
        "passed over in folders; name them to have them checked: ./results.csv\n"
    )


def test_a_dossier_is_held_against_the_rubrics_that_are_checked_with_it(small: Path) -> None:
    write(small, "t.yaml", dossier("t", "level: 9"))
    assert "rubric-not-found" in keys("t.yaml", cwd=small)
    assert "no-such-level" in keys("t.yaml", "small.yaml", cwd=small)
    assert "no-such-level" in keys("t.yaml", "-r", "small.yaml", cwd=small)


def test_a_rubric_with_faults_of_its_own_is_not_called_missing(small: Path) -> None:
    write(small, "small.yaml", (small / "small.yaml").read_text().replace("title: Small", "titel: Small"))
    assert "rubric-not-found" not in keys("try.yaml", "small.yaml", cwd=small)


def test_a_rubric_whose_name_is_a_slip_is_guessed(small: Path) -> None:
    write(small, "t.yaml", dossier("t").replace("small:", "reset-pln:"))
    assert 'did you mean "reset-plan"?' in run("check", "t.yaml", cwd=small).out


def test_a_table_of_ratings_is_checked_on_its_rubric(small: Path) -> None:
    write(small, "t.csv", "id,one,two\na,1,2\nb,7,high\n")
    done = run("check", "t.csv", "-r", "small.yaml", "-f", "concise", cwd=small)
    assert done.code == 1
    assert [line.split(" ")[0] for line in done.out.splitlines()] == ["t.csv:3:3:", "t.csv:3:5:"]


def test_a_table_cites_no_evidence_which_is_a_fault_where_rules_are_strict(small: Path) -> None:
    write(small, "small.yaml", (small / "small.yaml").read_text() + RULES)
    write(small, "t.csv", "id,one,two\na,1,2\n")
    assert keys("t.csv", "-r", "small.yaml", cwd=small) == []
    assert keys("t.csv", "-r", "small.yaml", "--strict", cwd=small) == ["unsupported-table"]


def test_a_form_is_checked_and_a_fault_points_at_its_cell(small: Path) -> None:
    assert run("form", "-r", "small.yaml", "-i", "try.yaml", "-o", "f.xlsx", cwd=small).code == 0
    assert run("check", "f.xlsx", "-r", "small.yaml", cwd=small).code == 0
    book = openpyxl.load_workbook(small / "f.xlsx")
    sheet = book["small"]
    named = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value in ("level", "all.one")}
    wrong = sheet.cell(named["all.one"].row, named["level"].column)
    wrong.value = 9
    book.save(small / "f.xlsx")
    (finding,) = document("f.xlsx", "-r", "small.yaml", cwd=small)["findings"]
    assert (finding["key"], finding["sheet"], finding["address"]) == (
        "no-such-level", "small", f"f.xlsx:small!{wrong.coordinate}",
    )  # fmt: skip
    assert f" --> {finding['address']}\n" in run("check", "f.xlsx", "-r", "small.yaml", cwd=small).out
    annotation = run("check", "f.xlsx", "-r", "small.yaml", "-f", "github", cwd=small).out
    assert annotation.startswith(f"::error file=f.xlsx,title=error[no-such-level]::{finding['address']}: ")


def test_a_form_in_csv_is_told_from_a_table_of_ratings(small: Path) -> None:
    assert run("form", "-r", "small.yaml", "-i", "try.yaml", "-o", "f.csv", cwd=small).code == 0
    assert document("f.csv", "small.yaml", cwd=small)["counts"]["errors"] == 0
    write(small, "f.csv", (small / "f.csv").read_text(encoding="utf-8").replace("all.two", "all.tow"))
    assert run("check", "f.csv", "-r", "small.yaml", cwd=small).code == 1


def test_each_line_of_json_lines_is_a_dossier(small: Path) -> None:
    good = json.dumps({"kind": "initiative", "id": "a", "name": "A", "ratings": {}})
    write(small, "all.jsonl", f"{good}\n{good.replace('name', 'naem')}\n{good[:20]}")
    doc = document("all.jsonl", cwd=small)
    assert [(one["key"], one["line"]) for one in doc["findings"]] == [
        ("missing-field", 2), ("unknown-key.near", 2), ("cut-line", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [FAULTY, "kind: rubric\nid: r\ntitel: R\ngroups: []\n"])
def test_standard_input_is_read(text: str) -> None:
    done = run("check", "-", "-f", "concise", stdin=text)
    assert done.code == 1
    assert all(line.startswith("<stdin>:") for line in done.out.splitlines())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("kind: thresholds\nmin: {overall: 500}\n", "out-of-range.high"),
        ("kind: costs\na.b: cheap\n", "wrong-type.number"),
        ("kind: costs\na.b: 3\n", None),
        ("kind: threshold\n", "not-allowed.near"),
    ],
)
def test_files_beside_rubrics_and_dossiers_are_checked_too(tmp_path: Path, text: str, key: str | None) -> None:
    write(tmp_path, "x.yaml", text)
    assert keys("x.yaml", cwd=tmp_path) == ([key] if key else [])


def test_a_saved_result_is_told_from_a_document(tmp_path: Path) -> None:
    write(tmp_path, "result.json", run("evaluate", "kasi", "-f", "json").out)
    assert keys("result.json", cwd=tmp_path) == ["saved-result"]


def test_what_two_documents_extend_is_told_once(small: Path) -> None:
    write(small, "base.yaml", "kind: rubric\nid: b\ntitel: B\ngroups: [{id: g, criteria: [{id: a}]}]\n")
    for name in "xy":
        write(small, f"{name}.yaml", f"kind: rubric\nid: {name}\nextends: base.yaml\ntitle: {name}\n")
    findings = document("x.yaml", "y.yaml", "base.yaml", cwd=small)["findings"]
    assert [one["key"] for one in findings].count("unknown-key.near") == 1


def test_two_files_of_one_id_are_reported_at_the_second(small: Path) -> None:
    write(small, "again.yaml", dossier("try"))
    findings = document("try.yaml", "again.yaml", cwd=small)["findings"]
    assert [(one["path"], one["line"]) for one in findings if one["code"] == "same-id"] == [("again.yaml", 2)]


def test_a_file_that_is_named_twice_is_checked_once(small: Path) -> None:
    assert document("try.yaml", "try.yaml", cwd=small)["counts"]["files"] == 1


# --strict, --max-age, --bib


def test_strict_makes_breaches_of_evidence_rules_faults(small: Path) -> None:
    write(small, "small.yaml", (small / "small.yaml").read_text() + RULES)
    loose, strict = (document("try.yaml", "-r", "small.yaml", *more, cwd=small) for more in ([], ["--strict"]))
    assert [
        (one["key"], one["severity"], one["line"]) for one in loose["findings"] if one["code"] == "unsupported"
    ] == [("unsupported.independent-level", "warning", 7)]
    assert {one["severity"] for one in strict["findings"] if one["code"] == "unsupported"} == {"error"}
    assert (loose["verdict"], strict["verdict"]) == ("warnings", "errors")
    assert [run("check", "try.yaml", "-r", "small.yaml", *more, cwd=small).code for more in ([], ["--strict"])] == [
        0,
        1,
    ]


def test_strict_says_of_a_dossier_what_its_scorecard_marks() -> None:
    """On the bundled dossiers neither has anything to say; the rubric made stricter gives both the same."""
    card = json.loads(run("evaluate", "kasi", "-r", "reset-plan", "-f", "json").out)["scorecards"][0]
    assert card["unsupported"] == []
    assert keys("kasi", "--strict") == []


def test_max_age_is_counted_from_the_date_of_the_ratings(small: Path) -> None:
    text = dossier("t", "level: 1, evidence: [{source: s, shows: X}]") + "sources: [{id: s, title: S, date: 2020}]\n"
    write(small, "t.yaml", text + "as_of: 2022-06\n")
    assert "old-source" not in keys("t.yaml", "--max-age", "3y", cwd=small)
    assert "old-source" in keys("t.yaml", "--max-age", "1y", cwd=small)
    assert run("check", "t.yaml", "--max-age", "1y", cwd=small).code == 0
    assert run("check", "t.yaml", "--max-age", "1y", "--strict", cwd=small).code == 1
    write(small, "t.yaml", text)
    assert "no-as-of-date" in keys("t.yaml", "--max-age", "3y", cwd=small)


def test_a_bibliography_is_held_against_the_sources(small: Path) -> None:
    write(small, "t.yaml", ODD)
    write(small, "refs.json", json.dumps([{"id": "s", "type": "book", "title": "Another"}]))
    assert "bibliography-differs" in keys("t.yaml", "--bib", "refs.json", cwd=small)
    assert document("./", "--bib", "refs.json", cwd=small)["counts"] == {"files": 3, "errors": 0, "warnings": 6}
    write(small, "refs.json", json.dumps([{"id": "t", "type": "book", "title": "Another"}]))
    assert "not-in-bibliography" in keys("t.yaml", "--bib", "refs.json", cwd=small)


# Formats


def test_concise_is_a_line_each_with_place_severity_and_code(small: Path) -> None:
    write(small, "f.yaml", FAULTY)
    lines = run("check", "f.yaml", "-f", "concise", cwd=small).out.splitlines()
    assert lines == [
        'f.yaml:1:1: error[missing-field] initiative "f" has no "name"',
        'f.yaml:3:1: error[unknown-key] initiative "f" has no field "naem"',
    ]


def test_full_is_what_every_command_says_of_a_fault(small: Path) -> None:
    write(small, "f.yaml", FAULTY)
    evaluated = run("evaluate", "f.yaml", "-r", "small.yaml", cwd=small)
    assert run("check", "f.yaml", cwd=small).out in evaluated.err


def test_json_tells_where_and_what_to_do(small: Path) -> None:
    write(small, "f.yaml", FAULTY)
    doc = document("f.yaml", "--strict", "--max-age", "90d", cwd=small)
    assert doc["options"] == {"lang": "en", "strict": True, "max_age": "90d", "rubrics": [], "bib": None}
    assert doc["findings"][1] == {
        "severity": "error", "code": "unknown-key", "key": "unknown-key.near", "path": "f.yaml",
        "address": "f.yaml:3:1", "sheet": None, "line": 3, "column": 1, "end_column": 5, "excerpt": "naem: F",
        "excerpt_column": 1, "message": 'initiative "f" has no field "naem"',
        "remedy": doc["findings"][1]["remedy"],
    }  # fmt: skip
    assert doc["counts"] == {"files": 1, "errors": 2, "warnings": 0}


def test_csv_has_a_record_for_each_finding(small: Path) -> None:
    write(small, "f.yaml", FAULTY)
    records = list(csv.DictReader(io.StringIO(run("check", "f.yaml", "-f", "csv", cwd=small).out)))
    assert [(record["code"], record["line"]) for record in records] == [("missing-field", "1"), ("unknown-key", "3")]


def unescaped(text: str, *more: str) -> str:
    """What GitHub's runner makes of a value: %25 last, so that no escape is read twice."""
    for sign in ("\r", "\n", *more):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text.replace("%25", "%")


def test_github_annotations_carry_any_text(small: Path) -> None:
    """Signs that would end a property or a message, in the name of the file and in the file."""
    name = "50%,a:b\nc.yaml"
    write(small, name, 'kind: initiative\nid: f\nname: F\n"100%: a,b": x\nratings: {}\n')
    done = run("check", f"./{name}", "-f", "github", cwd=small)
    assert done.code == 1
    (line,) = done.out.splitlines()
    found = re.fullmatch(r"::error file=([^,:]*),line=4,col=1,endColumn=12,title=([^,:]*)::(.*)", line)
    assert found is not None, line
    assert unescaped(found[1], ":", ",") == name
    assert unescaped(found[2], ":", ",") == "error[unknown-key]"
    message, help_ = unescaped(found[3]).split("\n")
    assert message == 'initiative "f" has no field "100%: a,b"'
    assert help_.startswith("help: allowed")


def test_a_warning_is_annotated_as_one(small: Path) -> None:
    assert run("check", "try.yaml", "-f", "github", cwd=small).out.startswith("::warning file=try.yaml,line=")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_the_ending_of_the_output_chooses_the_format(small: Path, form: str) -> None:
    done = run("check", "try.yaml", "-o", f"out.{form}", cwd=small)
    assert done.out == ""
    assert f"wrote out.{form}" in done.err
    assert (small / f"out.{form}").read_text(encoding="utf-8") == run("check", "try.yaml", "-f", form, cwd=small).out


def test_korean_says_the_same_with_the_same_places(small: Path) -> None:
    write(small, "f.yaml", FAULTY)
    english, korean = (run("check", "./", "--lang", lang, cwd=small) for lang in ("en", "ko"))
    assert (english.code, korean.code) == (1, 1)
    assert len(english.out.splitlines()) == len(korean.out.splitlines())
    assert all(HANGUL.search(line) for line in korean.out.splitlines() if re.match(r"\S+\[", line))
    assert korean.err.startswith("파일 3개: 오류 2건, 경고 ")


def test_a_long_line_is_shown_around_the_fault(small: Path) -> None:
    text = json.dumps({"kind": "initiative", "id": "f", "name": "F" * 5000, "naem": "G" * 5000, "ratings": {}})
    write(small, "f.json", text)
    (finding,) = document("f.json", cwd=small)["findings"]
    assert len(finding["excerpt"]) <= 400
    at = finding["column"] - finding["excerpt_column"]
    assert finding["excerpt"][at : finding["end_column"] - finding["excerpt_column"]] == '"naem"'
    shown = run("check", "f.json", cwd=small).out.splitlines()
    assert max(map(len, shown)) < 200
    caret = shown[4].index("^")
    assert shown[3][caret : caret + 6] == '"naem"'


@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_shows_the_same_lines_as_a_pipe(small: Path, columns: int) -> None:
    write(small, "f.yaml", FAULTY)
    assert run_in_terminal("check", "f.yaml", columns=columns, cwd=small).out == run("check", "f.yaml", cwd=small).out


def test_the_same_files_give_the_same_bytes() -> None:
    first, second = (
        run("check", "initiatives/", "--max-age", "3y", env={"PYTHONHASHSEED": seed}, cwd=ROOT) for seed in ("1", "2")
    )
    assert first == second
    assert first.out
