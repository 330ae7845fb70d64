"""`evaluate --interval`: simulated scores beside the bounds, in every format, said as what they are."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import run
from jsonschema import Draft7Validator

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = """
kind: rubric
id: r
title: R
bands:
  - {id: high, label: High, at_least: 70}
  - {id: middle, label: Middle, at_least: 40}
  - {id: low, label: Low, at_least: 0}
groups: [{id: g, criteria: [{id: a}, {id: b}]}]
"""
DOSSIER = """
kind: initiative
id: i
name: I
ratings: {r: {g.a: {level: [1, 3], confidence: high}, g.b: {level: 2, confidence: high}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.yaml").write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "i.yaml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


def card(folder: Path, *options: str) -> Any:
    done = run("evaluate", "i.yaml", "-r", "r.yaml", "-f", "json", "--interval", *options, cwd=folder)
    assert done.code == 0, done.err
    return json.loads(done.out)["scorecards"][0]


def test_a_range_is_drawn_uniformly_so_its_bands_have_the_chances_of_its_levels(folder: Path) -> None:
    """Levels 1, 2 and 3 of 4 beside a 2 of equal weight: scores 37.5, 50 and 62.5 with a third each."""
    found = card(folder, "--vary", "levels")["interval"]
    assert [found[name]["value"] for name in ("low", "median", "high")] == [37.5, 50.0, 62.5]
    chances = {one["band"]: one["share"] for one in found["bands"]}
    assert chances["high"]["value"] == chances["not_demonstrated"]["value"] == 0
    for band, expected in (("middle", 2 / 3), ("low", 1 / 3)):
        assert abs(chances[band]["value"] - expected) < 4 * chances[band]["error"]
        assert chances[band]["error"] == pytest.approx((2 / 9 / 10_000) ** 0.5, rel=0.05)


def test_what_was_varied_is_said_with_draws_and_seed(folder: Path) -> None:
    found = card(folder, "--vary", "weights=20%", "--draws", "50", "--seed", "3")["interval"]
    assert (found["draws"], found["seed"]) == (50, 3)
    assert found["varied"] == {
        "weights": "within", "firmness": None, "within": 0.2, "levels": False, "aggregations": ["stated"],
        "constraints": [],
    }  # fmt: skip


def test_weights_alone_cannot_move_a_score_whose_criteria_are_equal(folder: Path) -> None:
    found = card(folder, "--vary", "weights=uniform", "--set", "a=2")["interval"]
    assert [found[name]["value"] for name in ("low", "median", "high")] == pytest.approx([50.0] * 3, abs=1e-9)


def test_without_the_option_there_is_no_interval_and_no_column_of_it(folder: Path) -> None:
    plain = json.loads(run("evaluate", "i.yaml", "-r", "r.yaml", "-f", "json", cwd=folder).out)
    assert plain["options"]["interval"] is plain["scorecards"][0]["interval"] is None
    assert "interval" not in run("evaluate", "i.yaml", "-r", "r.yaml", "-f", "csv", cwd=folder).out


def test_the_document_with_intervals_has_the_published_shape() -> None:
    schema = json.loads(run("schema", "scorecard").out)
    done = run("evaluate", "kasi", "think-tank", "-f", "json", "--interval", "--draws", "50")
    Draft7Validator(schema).validate(json.loads(done.out))


def test_csv_gains_three_columns_filled_in_the_total_alone(folder: Path) -> None:
    args = ("evaluate", "i.yaml", "-r", "r.yaml", "--interval", "--vary", "levels")
    rows = list(csv.DictReader(StringIO(run(*args, "-f", "csv", cwd=folder).out)))
    names = ("interval_low", "interval_median", "interval_high")
    assert [[row[name] for name in names] for row in rows] == [["37.5", "50.0", "62.5"], *[["", "", ""]] * 3]
    assert list(rows[0])[-4:] == ["reason", *names]


def test_lines_say_what_the_document_says(folder: Path) -> None:
    args = ("evaluate", "i.yaml", "kasi", "-r", "r.yaml", "-r", "reset-plan", "--interval", "--draws", "200")
    whole = json.loads(run(*args, "-f", "json", cwd=folder).out)
    lines = [json.loads(line) for line in run(*args, "-f", "jsonl", cwd=folder).out.splitlines()]
    assert [{**line, "schema": 0, "tool": 0, "options": 0} for line in lines] == [
        {"schema": 0, "tool": 0, "options": 0, **one} for one in whole["scorecards"]
    ]


def test_processes_change_nothing(folder: Path) -> None:
    for copy in range(70):
        (folder / f"i{copy:02}.yaml").write_text(DOSSIER.replace("id: i", f"id: i{copy}"), encoding="utf-8")
    args = ("evaluate", "./", "-r", "r.yaml", "--interval", "--draws", "20", "-f", "csv")
    one, two = (run(*args, "--jobs", jobs, cwd=folder) for jobs in "12")
    assert one.out.count("\n") == 1 + 71 * 4
    assert (one.code, one.out) == (two.code, two.out)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_people_see_the_interval_beside_the_score_with_its_errors(folder: Path, form: str, lang: str) -> None:
    args = ("--interval", "--vary", "levels", "-f", form, "--lang", lang)
    shown = run("evaluate", "i.yaml", "-r", "r.yaml", *args, cwd=folder).out
    assert "38-63" in shown  # 37.5 and 62.5, to the nearest whole point
    assert {"en": "median 50 (standard errors up to", "ko": "중앙값 50(표준오차"}[lang] in shown
    assert "10,000" in shown
    assert {"en": "seed 0", "ko": "시드 0"}[lang] in shown


def test_a_result_with_intervals_is_recomputed_by_verify(folder: Path) -> None:
    args = ("evaluate", "i.yaml", "-r", "r.yaml", "--interval", "--draws", "90", "-f", "json", "-o", "result.json")
    run(*args, cwd=folder)
    files = ("-r", "r.yaml", "--initiative", "i.yaml")
    assert run("verify", "result.json", *files, cwd=folder).code == 0
    result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    result["scorecards"][0]["interval"]["median"]["value"] += 1
    (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")
    differs = run("verify", "result.json", *files, cwd=folder)
    assert differs.code == 1
    assert "interval.median.value" in differs.out


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [
        ("interval", 7, "options.interval"),
        ("vary", "levels", "options.interval.vary"),
        ("draws", "many", "options.interval.draws"),
        ("seed", True, "options.interval.seed"),
    ],
)
def test_options_of_a_result_that_nobody_could_have_typed_are_refused(
    folder: Path, field: str, value: object, path: str
) -> None:
    run("evaluate", "i.yaml", "-r", "r.yaml", "--interval", "-f", "json", "-o", "result.json", cwd=folder)
    result = json.loads((folder / "result.json").read_text(encoding="utf-8"))
    (result["options"] if field == "interval" else result["options"]["interval"])[field] = value
    (folder / "result.json").write_text(json.dumps(result), encoding="utf-8")
    done = run("verify", "result.json", "-r", "r.yaml", "--initiative", "i.yaml", cwd=folder)
    assert done.code == 2
    assert path in done.err


@pytest.mark.parametrize("option", ["--vary=levels", "--draws=10", "--seed=1"])
def test_an_option_of_the_simulation_without_it_is_refused(folder: Path, option: str) -> None:
    done = run("evaluate", "i.yaml", "-r", "r.yaml", option, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[not-simulated]: {option.partition('=')[0]} ")
