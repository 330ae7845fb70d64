"""`explain`: what a review panel asks of one score, in every format and language."""

from __future__ import annotations

import csv
import json
from io import StringIO
from math import fsum
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, SMALL, run, run_in_terminal, write_small
from jsonschema import Draft7Validator
from test_cli_formats import closed
from test_screen import ESCAPE, cells

if TYPE_CHECKING:
    from pathlib import Path

KASI = ("explain", "kasi", "-r", "reset-plan")
FORMATS = ("table", "plain", "json", "csv", "md")


def card_of(*args: str) -> Any:
    done = run(*args, "-f", "json")
    assert (done.code, done.err) == (0, "")
    (card,) = json.loads(done.out)["scorecards"]
    return card


@pytest.fixture(scope="module")
def kasi() -> Any:
    return card_of(*KASI)


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads(run("schema", "explanation").out)


@pytest.mark.parametrize(
    "args",
    [
        "nsp",
        "think-tank --lang ko",
        "kasi delivery",
        "eria needs",
        "kasi --top 2",
        "initiatives/part-2008 -r part-2008 --top 1",
    ],
)
def test_json_is_a_document_of_the_published_shape(schema: Any, args: str) -> None:
    Draft7Validator.check_schema(schema)
    done = run("explain", *args.split(), "-f", "json")
    assert [error.message for error in Draft7Validator(closed(schema)).iter_errors(json.loads(done.out))] == []
    assert json.loads(done.out)["schema"]["name"] == "kasean-score/explanation"


def test_it_is_the_scorecard_that_evaluate_prints_and_more(kasi: Any) -> None:
    (plain,) = json.loads(run("evaluate", "kasi", "-r", "reset-plan", "-f", "json", "--explain").out)["scorecards"]
    assert {name: kasi[name] for name in plain} == plain


def test_points_and_points_lost_add_up_to_100(kasi: Any) -> None:
    criteria = {node["id"] for node in kasi["nodes"] if node["kind"] == "criterion"}
    parts = [part for part in kasi["explained"] if part["id"] in criteria and part["contribution"] is not None]
    added, lost = (fsum(part[name] for part in parts) for name in ("contribution", "loss"))
    assert (added, lost) == pytest.approx((kasi["score"], 100 - kasi["score"]))
    assert len(parts) == kasi["criteria"]["rated"]


def test_a_criterion_not_rated_has_neither_points_nor_loss(kasi: Any) -> None:
    state = {node["id"]: node["state"] for node in kasi["nodes"]}
    for part in kasi["explained"]:
        if state[part["id"]] == "not_rated":
            assert (part["contribution"], part["loss"], part["rated_share"]) == (None, None, None)


@pytest.mark.parametrize(("name", "explained"), [("tailoring.needs", 1), ("needs", 1), ("tailoring", 4)])
def test_a_criterion_or_a_group_is_explained_alone_and_in_the_whole(name: str, explained: int, kasi: Any) -> None:
    """The last part of an address serves; figures are those of the whole, for nothing is cut away."""
    card = card_of(*KASI, name)
    assert [part["id"] for part in card["explained"]] == [
        part["id"] for part in kasi["explained"] if part["id"].startswith("tailoring")
    ][-explained if name == "tailoring" else 2 :][:explained]
    whole = {part["id"]: part for part in kasi["explained"]}
    assert all(part == whole[part["id"]] for part in card["explained"])
    assert card["score"] == kasi["score"]
    detailed = [node["id"] for node in card["nodes"] if node["detail"] is not None]
    assert detailed == [
        part["id"]
        for part in card["explained"]
        if part["id"] in {n["id"] for n in card["nodes"] if n["kind"] != "group"}
    ]


def test_a_rubric_without_the_node_is_left_out() -> None:
    """kasi is rated on both lenses, and one of them has `people`."""
    assert card_of("explain", "kasi", "people")["rubric"]["id"] == "three-pillars"


def test_top_gives_the_largest_of_both_and_says_how_many_tie(kasi: Any) -> None:
    card = card_of(*KASI, "--top", "3")
    nodes = {node["id"]: node for node in kasi["nodes"]}
    parts = [
        part for part in kasi["explained"] if nodes[part["id"]]["kind"] == "criterion" and part["loss"] is not None
    ]
    for name, largest in (("contribution", "largest_contributions"), ("loss", "largest_losses")):
        by_size = sorted((round(part[name], 9) for part in parts), reverse=True)
        top = card[largest]
        amounts = {part["id"]: round(part[name], 9) for part in parts}
        assert [amounts[address] for address in top["ids"]] == by_size[:3]
        assert top["tied"] == by_size[3:].count(by_size[2])
    shown = {*card["largest_contributions"]["ids"], *card["largest_losses"]["ids"]}
    assert {part["id"] for part in card["explained"]} == shown


def test_why_the_band_names_score_coverage_and_the_limit_with_its_trigger(kasi: Any) -> None:
    """56 % is rated and 65 % needed; Limited begins at 25 and Partial at 50, and the score is 32.5."""
    why = kasi["why_band"]
    assert (why["by_score"]["id"], why["next"]["id"]) == ("limited", "partial")
    assert (why["points_to_next"], why["coverage_missing"]) == pytest.approx((17.5, 0.09))
    text = " ".join(run(*KASI).out.split())
    assert "56 % of the weight: 9 of 16 criteria rated; 65 % needed; therefore no band is given" in text
    assert "when delivery.coordination is at level 1 or lower: holds by Coordination framework 1 Declared" in text


def test_one_criterion_shows_rule_evidence_next_level_weight_and_points() -> None:
    lines = run(*KASI, "needs", "-f", "plain").out.splitlines()
    labels = [line.partition(":")[0] for line in lines[lines.index("") :]]
    for label in ("Weight", "Points", "Question", "Descriptor", "Next level", "Rationale", "For", "Against"):
        assert label in labels
    (against,) = [line for line in lines if line.startswith("Against: ")]
    assert "https://mb.com.ph/" in against
    assert "Points: 2.5 contributed, 7.5 lost" in lines


def test_a_condition_is_explained_and_has_no_points() -> None:
    card = card_of(*KASI, "coordination")
    (part,) = card["explained"]
    assert (part["contribution"], part["loss"], part["limits"]) == (None, None, ["coordination", "weak-group"])
    assert "a condition is not counted in the score" in run(*KASI, "coordination").out


def geometric(folder: Path) -> tuple[str, ...]:
    """try.yaml has 25 and 75: geometric mean 43.3, half of it each; losses as log 4 : log 4/3."""
    write_small(folder)
    path = folder / "small.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "aggregate: geometric\n", encoding="utf-8")
    return ("explain", *SMALL)


def test_other_means_state_method_and_source_and_still_add_up(tmp_path: Path) -> None:
    args = geometric(tmp_path)
    (card,) = json.loads(run(*args, "-f", "json", cwd=tmp_path).out)["scorecards"]
    mean = (25 * 75) ** 0.5
    parts = {part["id"]: part for part in card["explained"]}
    assert [parts[a]["contribution"] for a in ("all.one", "all.two")] == pytest.approx([mean / 2] * 2)
    assert parts["all.one"]["loss"] + parts["all.two"]["loss"] == pytest.approx(100 - mean)
    assert not card["method"]["linear"]
    assert "Tasche" in card["method"]["sources"][0]
    assert "Tasche" in run(*args, cwd=tmp_path).out


def test_csv_has_a_total_and_a_record_for_each_explained_node() -> None:
    records = list(csv.DictReader(StringIO(run(*KASI, "tailoring", "-f", "csv").out)))
    assert [record["id"] for record in records] == [
        "",
        "tailoring",
        *(f"tailoring.{x}" for x in ("countries", "needs", "fit")),
    ]
    assert len({tuple(record) for record in records}) == 1
    needs = records[3]
    assert (float(needs["contribution"]), float(needs["loss"])) == pytest.approx((2.5, 7.5))
    assert needs["next_level"] == "2"
    assert float(records[0]["loss"]) == pytest.approx(67.5)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_format_speaks_both_languages(form: str, lang: str) -> None:
    done = run(*KASI, "-f", form, "--lang", lang)
    assert (done.code, done.err) == (0, "")
    assert (
        bool(HANGUL.search(done.out.splitlines()[0] if form != "csv" else done.out)) == (lang == "ko") or form == "json"
    )
    assert "None" not in done.out


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("more", [(), ("--top", "3"), ("needs",)])
def test_no_line_is_wider_than_the_screen(columns: int, lang: str, more: tuple[str, ...]) -> None:
    done = run_in_terminal(*KASI, *more, "--lang", lang, columns=columns)
    lines = ESCAPE.sub("", done.out).splitlines()
    assert (done.code, done.err) == (0, "")
    assert [line for line in lines if cells(line) > columns] == []
    assert [line for line in lines if "…" in line] == []


def test_titles_are_not_cut_on_a_narrow_screen(kasi: Any) -> None:
    narrow = ESCAPE.sub("", run_in_terminal(*KASI).out)
    missing = [word for node in kasi["nodes"] for word in node["title"].split() if word not in narrow]
    assert missing == []


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("kasi neds", 'no group or criterion "neds" in reset-plan, three-pillars'),
        ("kasi zzzz", "help: groups: distinctive, thinktank"),
        ("kasi --top 0", '--top: "0" is no count'),
        ("kasi --top x", '--top: "x" is no count'),
        ("kasii", 'no initiative named "kasii"'),
        ("kasii needs", 'no initiative named "kasii"'),
        ("kasi -r nope", 'no rubric named "nope"'),
        ("kasi -f csv --bom -o /nonexistent/x.csv", "cannot be written"),
        ("kasi -f json --bom", "--bom"),
        ("", "INITIATIVE"),
        ("kasi needs more", "more"),
    ],
)
def test_what_cannot_be_answered_is_said_on_stderr_with_exit_code_2(args: str, said: str) -> None:
    done = run("explain", *args.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_near_miss_is_named() -> None:
    assert 'did you mean "needs"?' in run("explain", "kasi", "neds").err


def test_a_file_that_was_read_is_not_written(tmp_path: Path) -> None:
    write_small(tmp_path)
    done = run("explain", *SMALL, "-o", "try.yaml", cwd=tmp_path)
    assert (done.code, done.err.startswith("error[same-input]")) == (2, True)


def test_nothing_rated_at_all_is_explained_without_a_score() -> None:
    card = card_of("explain", "think-tank", "-r", "three-pillars")
    assert (card["score"], card["why_band"]["by_score"], card["why_band"]["next"]) == (None, None, None)
    assert "no score: nothing that counts is rated" in run("explain", "think-tank", "-r", "three-pillars").out
