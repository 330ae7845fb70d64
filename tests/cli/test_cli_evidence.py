"""`evidence matrix`, `evidence conflicts` and `evidence export` in every format and both languages."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, run, run_in_terminal, write_small
from jsonschema import Draft7Validator
from test_cli_formats import closed
from test_screen import ESCAPE, cells

from kasean_score.documents.evidence_conflicts import REASONS
from kasean_score.documents.evidence_matrix import KINDS
from kasean_score.files.catalog import load_initiative
from kasean_score.files.fields import SOURCE_KINDS
from kasean_score.files.references import read_csl

if TYPE_CHECKING:
    from pathlib import Path

BOTH = ("matrix", "conflicts")
RUBRIC = """\
kind: rubric
id: small
title: Small
evidence_rules: [{needs: documentary, level: 3}]
groups:
  - id: all
    title: All
    criteria: [{id: one, title: One}, {id: two, title: Two}, {id: none, title: None}]
  - {id: aside, title: Aside, role: condition, criteria: [{id: money, measure: {worst: 0, best: 9, unit: USD}}]}
"""
DOSSIER = """\
kind: initiative
id: try
name: A try
as_of: 2024-06-30
sources:
  - {id: law, title: "A <law>", kind: government, date: 2023-06-30, language: ko}
  - {id: press, title: A report, kind: news, publisher: Daily, date: 2024-06-29, language: en}
ratings:
  small:
    all.one:
      level: [3, 4]
      disputed: They do not agree.
      evidence:
        - {source: law, shows: It is in force.}
        - {source: press, shows: It is not., stance: against, independent: true}
    all.two: {level: 3, evidence: [{source: press, shows: It is seen.}]}
    all.none: {level: 1}
    aside.money: {value: 5, low: 4, high: 6}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "try.yaml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


def on(folder: Path, what: str, *args: str) -> str:
    done = run("evidence", what, "try.yaml", "-r", "small.yaml", *args, cwd=folder)
    assert (done.code, done.err) == (0, "")
    return done.out


# The matrix


def test_the_matrix_counts_what_the_dossier_cites(folder: Path) -> None:
    (matrix,) = json.loads(on(folder, "matrix", "-f", "json"))["matrices"]
    one, two, none, money = matrix["criteria"]
    assert one["kinds"] == {"government": {"for": 1, "against": 0}, "news": {"for": 0, "against": 1}}
    assert (one["newest"], one["age"], one["short"], one["none_independent"]) == ("2024-06-29", 1, False, False)
    assert (two["short"], two["single_source"], two["none_independent"]) == (True, True, True)
    assert (none["no_evidence"], money["no_evidence"]) == (True, True)
    total = matrix["total"]
    assert total["evidence"] == {"for": 2, "against": 1, "independent": 1}
    assert (total["sources"], total["languages"]) == (2, {"en": 1, "ko": 1})
    assert total["no_evidence"] == ["all.none", "aside.money"]


def test_the_matrix_says_what_is_weak(folder: Path) -> None:
    shown = on(folder, "matrix", "-f", "plain")
    for said in (
        "Rated without evidence: 2: None, money",
        "Rule not met: 1: Two",
        "One source only: 1: Two",
        "None independent: 1: Two",
        "* Two: lacks a documentary source for level 3",
    ):
        assert said in shown.splitlines()
    assert "Two: Gov. +" not in shown  # a kind without items has no cell


def test_there_is_no_column_for_a_kind_that_nothing_is_cited_of(folder: Path) -> None:
    head = next(line for line in on(folder, "matrix").splitlines() if "Gov." in line)
    assert head.split() == ["Criterion", "Gov.", "News"]


def test_the_kinds_are_those_of_the_files() -> None:
    assert KINDS == SOURCE_KINDS


# Conflicts


def test_conflicts_have_both_sides_side_by_side(folder: Path) -> None:
    (found,) = json.loads(on(folder, "conflicts", "-f", "json"))["scorecards"]
    one, money = found["conflicts"]
    assert one["reasons"] == ["both_sides", "disputed", "range"]
    assert ([x["shows"] for x in one["for"]], [x["shows"] for x in one["against"]]) == (
        ["It is in force."],
        ["It is not."],
    )
    assert (money["id"], money["reasons"], money["value_bounds"]) == ("aside.money", ["values"], [4, 6])
    assert found["sources"] == [{"id": "press", "title": "A report", "for": ["all.two"], "against": ["all.one"]}]
    row = next(line for line in on(folder, "conflicts").splitlines() if "It is in force." in line)
    assert "It is not." in row


def test_a_dossier_without_conflicts_is_said_to_have_none(tmp_path: Path) -> None:
    done = run("evidence", "conflicts", "try.yaml", "-r", "small.yaml", cwd=write_small(tmp_path))
    assert done.code == 0
    assert "none: no criterion has evidence on both sides" in done.out


def test_the_reasons_of_the_document_are_those_that_are_found(folder: Path) -> None:
    (found,) = json.loads(on(folder, "conflicts", "-f", "json"))["scorecards"]
    assert tuple(found["count"]) == REASONS
    assert found["count"] == {"both_sides": 1, "disputed": 1, "range": 1, "values": 1, "raters": 0, "both_ways": 0}


# Every format


@pytest.mark.parametrize("what", BOTH)
@pytest.mark.parametrize("name", ["kasi", "nsp", "cultural-exchanges-2004"])
def test_real_output_fits_the_published_schema(what: str, name: str) -> None:
    schema = json.loads(run("schema", f"evidence-{what}").out)
    Draft7Validator.check_schema(schema)
    doc = json.loads(run("evidence", what, name, "-f", "json").out)
    assert [error.message for error in Draft7Validator(closed(schema)).iter_errors(doc)] == []
    assert doc["schema"]["name"] == f"kasean-score/evidence-{what}"


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("what", BOTH)
def test_no_line_is_wider_than_the_screen(what: str, columns: int, lang: str) -> None:
    done = run_in_terminal("evidence", what, "kasi", "--lang", lang, columns=columns)
    assert (done.code, done.err) == (0, "")
    lines = ESCAPE.sub("", done.out).splitlines()
    assert max(map(cells, lines)) <= columns
    assert bool(HANGUL.search(lines[2])) == (lang == "ko")


@pytest.mark.parametrize("form", ["table", "plain", "md"])
@pytest.mark.parametrize("what", BOTH)
def test_korean_output_has_no_english_words_of_ours(what: str, form: str, folder: Path) -> None:
    shown = on(folder, what, "-f", form, "--lang", "ko")
    assert not any(word in shown for word in ("Rated", "Criterion", "Evidence", "against", "source"))


@pytest.mark.parametrize("what", BOTH)
def test_csv_has_the_same_keys_on_every_row(what: str, folder: Path) -> None:
    rows = list(csv.DictReader(StringIO(on(folder, what, "-f", "csv"))))
    assert [row["id"] for row in rows] == (
        ["all.one", "all.two", "all.none", "aside.money"] if what == "matrix" else ["all.one", "all.one", "aside.money"]
    )
    assert all(None not in row and None not in row.values() for row in rows)
    if what == "matrix":
        assert (rows[0]["independent"], rows[0]["has_independent"], rows[0]["has_documentary"]) == (
            "1",
            "false",
            "true",
        )


@pytest.mark.parametrize("what", [*BOTH, "export"])
def test_an_unknown_initiative_is_a_fault(what: str) -> None:
    done = run("evidence", what, "kasii")
    assert (done.code, done.out) == (2, "")
    assert 'no initiative named "kasii"' in done.err
    assert "Traceback" not in done.err


def test_a_read_file_is_never_overwritten(folder: Path) -> None:
    done = run("evidence", "export", "try.yaml", "-o", "try.yaml", "--force", cwd=folder)
    assert done.code == 2
    assert "same-input" in done.err
    assert (folder / "try.yaml").read_text(encoding="utf-8") == DOSSIER


# Export


def test_the_sources_of_several_dossiers_are_written_each_once(tmp_path: Path) -> None:
    done = run("evidence", "export", "kasi", "nsp", "-o", "refs.json", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", "wrote refs.json\n")
    known: dict[str, Any] = {**load_initiative("kasi").sources, **load_initiative("nsp").sources}
    assert list(read_csl(str(tmp_path / "refs.json"))) == [known[name] for name in sorted(known)]


def test_csv_says_which_dossiers_have_a_source(folder: Path) -> None:
    (folder / "other.yaml").write_text(DOSSIER.replace("id: try", "id: other"), encoding="utf-8")
    done = run("evidence", "export", "try.yaml", "other.yaml", "-f", "csv", "--bom", cwd=folder)
    assert (done.code, done.out[0]) == (0, "\ufeff")
    rows = list(csv.DictReader(StringIO(done.out[1:])))
    assert [(row["id"], row["title"], row["kind"], row["initiatives"]) for row in rows] == [
        ("law", "A <law>", "government", "try other"),
        ("press", "A report", "news", "try other"),
    ]


def test_one_id_for_two_things_is_said_and_the_first_is_written(folder: Path) -> None:
    (folder / "other.yaml").write_text(DOSSIER.replace("A report", "Another report"), encoding="utf-8")
    done = run("evidence", "export", "try.yaml", "other.yaml", cwd=folder)
    assert done.code == 2
    assert 'source "press" is not the same in try.yaml and other.yaml' in done.err
    assert [item["title"] for item in json.loads(done.out)] == ["A <law>", "A report"]


def test_an_existing_file_is_replaced_only_when_forced(folder: Path) -> None:
    (folder / "refs.json").write_text("mine", encoding="utf-8")
    done = run("evidence", "export", "try.yaml", "-o", "refs.json", cwd=folder)
    assert done.code == 2
    assert "--force" in done.err
    assert (folder / "refs.json").read_text(encoding="utf-8") == "mine"
    assert run("evidence", "export", "try.yaml", "-o", "refs.json", "--force", cwd=folder).code == 0
    assert len(read_csl(str(folder / "refs.json"))) == 2


def test_a_bad_file_does_not_hide_the_others(folder: Path) -> None:
    (folder / "bad.yaml").write_text("kind: initiative\n", encoding="utf-8")
    done = run("evidence", "export", "bad.yaml", "try.yaml", cwd=folder)
    assert done.code == 2
    assert "bad.yaml" in done.err
    assert len(json.loads(done.out)) == 2


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_dossier_that_cites_nothing_is_said_to(lang: str, tmp_path: Path) -> None:
    done = run("evidence", "matrix", "try.yaml", "-r", "small.yaml", "--lang", lang, cwd=write_small(tmp_path))
    assert (done.code, done.err) == (0, "")
    assert ("none cited under any criterion" in done.out) == (lang == "en")
    assert "2: One, Two" in done.out  # rated all the same
    assert run("evidence", "export", "try.yaml", cwd=tmp_path).out == "[]\n"
