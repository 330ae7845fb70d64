"""`gaps`: what is open, what it could move, and what to look for, in every format and language."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, SMALL, dossier, run, run_in_terminal, write_small
from jsonschema import Draft7Validator
from test_cli_formats import closed
from test_screen import ESCAPE, cells

if TYPE_CHECKING:
    from pathlib import Path

KASI = ("gaps", "kasi", "-r", "reset-plan")


def card_of(*args: str, cwd: Path | None = None) -> Any:
    done = run(*args, "-f", "json", cwd=cwd)
    assert (done.code, done.err) == (0, "")
    (card,) = json.loads(done.out)["scorecards"]
    return card


@pytest.fixture(scope="module")
def kasi() -> Any:
    return card_of(*KASI)


def small(folder: Path, rating: str, rubric: str = "") -> tuple[str, ...]:
    """The small rubric, with more fields, and a dossier whose first criterion is rated so, the second at 3."""
    write_small(folder)
    path = folder / "small.yaml"
    path.write_text(path.read_text(encoding="utf-8") + rubric, encoding="utf-8")
    (folder / "try.yaml").write_text(dossier("try", rating), encoding="utf-8")
    return ("gaps", *SMALL)


@pytest.mark.parametrize("args", ["nsp", "think-tank --lang ko", "kasi --top 2", "initiatives/part-2008 -r part-2008"])
def test_json_is_a_document_of_the_published_shape(args: str) -> None:
    schema = json.loads(run("schema", "gaps").out)
    Draft7Validator.check_schema(schema)
    doc = json.loads(run("gaps", *args.split(), "-f", "json").out)
    assert [error.message for error in Draft7Validator(closed(schema)).iter_errors(doc)] == []
    assert doc["schema"]["name"] == "kasean-score/gaps"


def test_it_is_the_scorecard_that_evaluate_prints_and_more(kasi: Any) -> None:
    (plain,) = json.loads(run("evaluate", "kasi", "-r", "reset-plan", "-f", "json").out)["scorecards"]
    assert {name: kasi[name] for name in plain} == plain


@pytest.mark.parametrize("initiative", ["nsp", "kasi", "think-tank", "eria"])
def test_each_outcome_is_what_evaluate_gives_for_that_rating(initiative: str) -> None:
    """The same through the front door: `evaluate --set criterion=level` at the two ends."""
    card = card_of("gaps", initiative, "-r", "reset-plan", "--top", "3")
    assert card["gaps"]
    for gap in card["gaps"]:
        for outcome in (gap["outcomes"][0], gap["outcomes"][-1]):
            change = f"{gap['node']['id']}={outcome['level']}"
            done = run("evaluate", initiative, "-r", "reset-plan", "--set", change, "-f", "json")
            (again,) = json.loads(done.out)["scorecards"]
            assert (outcome["score"], outcome["bounds"]) == (again["score"], again["bounds"])
            assert (outcome["band"], outcome["coverage"]) == (again["band"], again["coverage"])


def test_gaps_are_the_criteria_that_are_open_and_no_others(kasi: Any) -> None:
    wide = [n for n in kasi["nodes"] if n["kind"] == "criterion" and n["bounds"] and n["bounds"][0] < n["bounds"][1]]
    assert {gap["node"]["id"] for gap in kasi["gaps"]} == {node["id"] for node in wide}
    assert sum(kasi["gap_count"].values()) == len(wide)


def test_it_says_how_many_must_be_rated_for_a_band(kasi: Any) -> None:
    """56 % is rated, 65 % needed; the weightiest gaps add 8 % each, so one is too few and two are enough."""
    assert (kasi["together"]["to_cover"], kasi["together"]["fewest"], kasi["together"]["alone"]) == (2, 2, [])
    text = " ".join(run(*KASI).out.split())
    assert "no single gap can change the band" in text
    assert "2 criteria at least must be rated until coverage reaches 65 % and a band is given" in text
    assert "the score will lie within [17-63], the band between Weak and Partial" in text


def test_each_gap_says_why_it_is_open_and_what_to_look_for() -> None:
    lines = run(*KASI, "--top", "1", "-f", "plain").out.splitlines()
    (start,) = [index for index, line in enumerate(lines) if line.startswith("1. ODA linked to investment")]
    labels = [line.partition(":")[0] for line in lines[start + 1 :]]
    assert labels == ["Gap", "Question", "Reason", "Look for", "Score", "Limit"]
    assert "Not shown: 8 further gaps" in lines


def test_a_gap_that_alone_changes_the_band_says_at_which_level(tmp_path: Path) -> None:
    """The second criterion is at 75: the whole is then 37.5, 50, 62.5, 75, 87.5."""
    args = small(tmp_path, "not_rated: nobody looked", "min_coverage: 0.5\n")
    (gap,) = card_of(*args, cwd=tmp_path)["gaps"]
    assert (gap["changes_band"], gap["bands"]) == (True, ["limited", "partial", "substantial", "strong"])
    out = run(*args, "-f", "plain", cwd=tmp_path).out
    assert "One alone: 1 can change the band: One" in out
    assert "Band: 0: Limited; 1-2: Partial; 3: Substantial; 4: Strong" in out
    assert "Score moves -37.5 / +12.5" in out


def test_a_measure_says_from_which_value_the_band_is_another(tmp_path: Path) -> None:
    args = small(tmp_path, "not_rated: nobody looked", "min_coverage: 0.5\n")
    path = tmp_path / "small.yaml"
    measured = "title: One, measure: {worst: 0, best: 1000, unit: people}"
    path.write_text(path.read_text(encoding="utf-8").replace("title: One", measured), encoding="utf-8")
    (gap,) = card_of(*args, cwd=tmp_path)["gaps"]
    # 75 and x / 10: limited below 250, partial below 650, substantial below 950
    assert [outcome["value"] for outcome in gap["outcomes"]] == pytest.approx([0, 250, 650, 950, 1000], abs=1e-3)
    out = run(*args, "-f", "plain", cwd=tmp_path).out
    assert "Band: 0 to 250: Limited; 250 to 650: Partial; 650 to 950: Substantial; 950 to 1,000: Strong" in out


def test_nothing_open_is_said_and_is_no_failure(tmp_path: Path) -> None:
    done = run(*small(tmp_path, "level: 1"), cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "nothing: every criterion that applies is rated, without a range" in done.out
    records = list(csv.DictReader(StringIO(run("gaps", *SMALL, "-f", "csv", cwd=tmp_path).out)))
    assert [record["kind"] for record in records] == ["total"]


def test_csv_has_a_total_and_a_record_for_each_gap_in_order(kasi: Any) -> None:
    records = list(csv.DictReader(StringIO(run(*KASI, "-f", "csv").out)))
    assert [record["id"] for record in records] == ["", *(gap["node"]["id"] for gap in kasi["gaps"])]
    assert [record["place"] for record in records[1:]] == [str(n) for n in range(1, 10)]
    assert float(records[1]["score_at_best"]) == kasi["gaps"][0]["outcomes"][-1]["score"]
    assert records[1]["look_for"].startswith("ODA plans; ")


@pytest.mark.parametrize("form", ["table", "plain", "json", "csv", "md"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_format_speaks_both_languages(form: str, lang: str) -> None:
    done = run(*KASI, "-f", form, "--lang", lang)
    assert (done.code, done.err) == (0, "")
    if form in ("table", "plain", "md"):
        assert bool(HANGUL.search(done.out)) == (lang == "ko")
        assert "None" not in done.out


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("name", ["nsp", "think-tank"])
def test_no_line_is_wider_than_the_screen(name: str, columns: int, lang: str) -> None:
    done = run_in_terminal("gaps", name, "--lang", lang, columns=columns)
    lines = ESCAPE.sub("", done.out).splitlines()
    assert (done.code, done.err) == (0, "")
    assert [line for line in lines if cells(line) > columns] == []


def test_a_bare_score_is_never_printed() -> None:
    """Every score of an outcome stands with its bounds, and with a question mark below the minimum coverage."""
    said = [line for line in run(*KASI, "-f", "plain").out.splitlines() if line.startswith("Score: ")]
    assert len(said) == 9  # the total and eight gaps that move it
    assert all(re.fullmatch(r"Score: (\d+\? \[\d+-\d+\]( at worst, | at best|$))+", line) for line in said)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("kasi --top -1", '--top: "-1" is no count'),
        ("kasi --top 1.5", '--top: "1.5" is no count'),
        ("nope", 'no initiative named "nope"'),
        ("./nope.yaml", "no such file"),
        ("kasi -r part-2008", "kasi has no ratings on part-2008"),
        ("kasi nsp", "nsp"),
    ],
)
def test_what_cannot_be_answered_is_said_on_stderr_with_exit_code_2(args: str, said: str) -> None:
    done = run("gaps", *args.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_one_bad_dossier_of_a_folder_hides_no_other(tmp_path: Path) -> None:
    write_small(tmp_path)
    (tmp_path / "many").mkdir()
    (tmp_path / "many" / "a.yaml").write_text(dossier("a", "level: [1, 2]"), encoding="utf-8")
    (tmp_path / "many" / "b.yaml").write_text(dossier("b", "level: 9"), encoding="utf-8")
    done = run("gaps", "many/", "-r", "small.yaml", "-f", "json", cwd=tmp_path)
    assert [card["initiative"]["id"] for card in json.loads(done.out)["scorecards"]] == ["a"]
    assert (done.code, "b.yaml" in done.err) == (2, True)
