"""`robust`: what survives doubt, in every format and language, and what cannot be varied."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, dossier, run, run_in_terminal, write_small
from jsonschema import Draft7Validator
from test_cli_formats import closed
from test_screen import ESCAPE, cells

if TYPE_CHECKING:
    from pathlib import Path

THREE = ("robust", "-r", "reset-plan", "--draws", "2000")


def analysis(*args: str, cwd: Path | None = None) -> Any:
    done = run(*args, "-f", "json", cwd=cwd)
    assert (done.code, done.err) == (0, "")
    (found,) = json.loads(done.out)["robustness"]
    return found


@pytest.fixture(scope="module")
def three() -> Any:
    return analysis(*THREE)


def by_label(entries: list[Any]) -> dict[str, Any]:
    return {entry["label"]: entry for entry in entries}


@pytest.mark.parametrize(
    "args",
    [
        "",
        "nsp",
        "nsp kasi --lang ko --vary weights=uniform",
        "nsp kasi --vary levels --vary aggregation=geometric,minimum,0.5",
        "initiatives/part-2008 -r part-2008 --vary weights=20%",
    ],
)
def test_json_is_a_document_of_the_published_shape(args: str) -> None:
    schema = json.loads(run("schema", "robustness").out)
    Draft7Validator.check_schema(schema)
    doc = json.loads(run("robust", *args.split(), "--draws", "100", "-f", "json").out)
    assert [error.message for error in Draft7Validator(closed(schema)).iter_errors(doc)] == []
    assert doc["schema"]["name"] == "kasean-score/robustness"


def test_without_arguments_the_headline_initiatives_are_analysed_on_both_lenses() -> None:
    doc = json.loads(run("robust", "--draws", "100", "-f", "json").out)
    assert [one["rubric"]["id"] for one in doc["robustness"]] == ["reset-plan", "three-pillars"]
    assert [one["label"] for one in doc["robustness"][0]["initiatives"]] == ["nsp", "kasi", "think-tank"]


def test_the_scorecards_are_those_of_evaluate(three: Any) -> None:
    doc = json.loads(run("evaluate", "-r", "reset-plan", "-f", "json").out)
    assert three["scorecards"] == doc["scorecards"]


def test_simulated_scores_stay_within_the_exact_bounds_under_the_stated_weights() -> None:
    found = analysis(*THREE, "--vary", "levels")
    for one, card in zip(found["initiatives"], found["scorecards"], strict=True):
        low, high = card["bounds"]
        spread = 25  # a level that is sure in the bounds may be drawn a step off
        assert low - spread <= one["interval"]["low"]["value"] <= one["interval"]["high"]["value"] <= high + spread


def test_shares_of_ranks_pairs_and_bands_add_up(three: Any) -> None:
    for one in three["initiatives"]:
        assert sum(band["share"]["value"] for band in one["bands"]) == pytest.approx(1)
    for one in three["order"]["initiatives"]:
        assert sum(share["value"] for share in one["ranks"]) == pytest.approx(1)
    for pair in three["order"]["pairs"]:
        assert sum(pair[name]["value"] for name in ("wins", "ties", "losses")) == pytest.approx(1)


def test_what_was_varied_stands_in_the_document_and_on_the_table(three: Any) -> None:
    assert three["varied"] == {
        "weights": "dirichlet",
        "firmness": 4.0,
        "within": None,
        "levels": True,
        "aggregations": ["stated"],
        "constraints": [],
    }
    out = run(*THREE, "--vary", "weights=20%", "--seed", "7").out
    assert "each up to 20 % off" in out
    assert "2,000 draws, seed 7" in out


def test_the_same_seed_writes_the_same_bytes() -> None:
    one, same, other = (run(*THREE, "--seed", seed, "-f", "json").out for seed in ("3", "3", "4"))
    assert one == same != other


def test_an_initiative_alone_has_an_interval_and_no_order() -> None:
    found = analysis("robust", "nsp", "-r", "reset-plan", "--draws", "500")
    assert found["order"] is None
    assert found["initiatives"][0]["interval"] is not None
    out = run("robust", "nsp", "-r", "reset-plan", "--draws", "500").out
    assert "Ranks" not in out
    assert "Pairs" not in out


def test_an_interval_is_the_same_alone_and_in_company(three: Any) -> None:
    alone = analysis("robust", "kasi", "-r", "reset-plan", "--draws", "2000")
    assert alone["initiatives"][0]["interval"]["low"]["value"] == pytest.approx(
        by_label(three["initiatives"])["kasi"]["interval"]["low"]["value"], abs=1e-9
    )


def test_an_initiative_of_which_too_little_is_rated_is_marked_wherever_it_is_ranked() -> None:
    out = run(*THREE).out
    order = next(line for line in out.splitlines() if line.startswith("Order"))
    assert "think-tank? 25" in order
    assert "nsp 32" in order
    ranks = out[out.index("Ranks") : out.index("Pairs")]
    assert re.search(r"^think-tank\? ", ranks, re.M)
    assert "think-tank 93 %" in out, "and how much of it was a guess is said"


def test_csv_has_a_figure_a_row_and_all_rows_the_same_keys() -> None:
    rows = list(csv.DictReader(StringIO(run(*THREE, "-f", "csv").out)))
    firsts = [row for row in rows if (row["section"], row["quantity"]) == ("together", "rank=1")]
    assert sum(float(row["value"]) for row in firsts) == pytest.approx(1)
    assert {row["initiative"] for row in firsts} == {"nsp", "kasi", "think-tank"}
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_of_the_table_is_wider_than_the_terminal(lang: str, columns: int) -> None:
    many = ("nsp", "kasi", "think-tank", "csp", "asean-korea-centre", "eria", "japan-green-transformation")
    args = ("robust", *many, "-r", "reset-plan", "--draws", "200", "--vary", "weights", "--vary", "levels")
    out = run_in_terminal(*args, "--vary", "aggregation", "--lang", lang, columns=columns).out
    lines = ESCAPE.sub("", out).replace("\r", "").splitlines()
    assert max(map(cells, lines)) <= columns
    assert bool(HANGUL.search(out)) is (lang == "ko")


def test_plain_and_markdown_say_what_the_table_says() -> None:
    for form in ("plain", "md"):
        out = run(*THREE, "-f", form).out
        assert "this order holds in" in out
        assert "▒█▒" in out.replace("▒▒", "▒")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("--vary moods", 'error[unknown-variation]: "moods" cannot be varied'),
        ("--vary weights --vary weights=10%", 'error[varied-twice]: "weights" is varied twice'),
        ("--vary weights=often", 'error[bad-variation]: "weights=often"'),
        ("--vary weights=0%", "error[bad-variation]"),
        ("--vary weights=200%", "error[bad-variation]"),
        ("--vary weights=dirichlet:-1", "error[bad-variation]"),
        ("--vary levels=many", "error[bad-variation]"),
        ("--vary aggregation=median", "error[bad-variation]"),
        ("--draws 0", 'error[bad-draws]: "0" is not a number of draws'),
        ("--draws 1e4", "error[bad-draws]"),
        ("--draws 2000000", "error[bad-draws]"),
        ("--seed -1", "error[bad-seed]"),
    ],
)
def test_what_cannot_be_varied_is_refused(args: str, said: str) -> None:
    done = run("robust", "nsp", *args.split())
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_the_same_dossier_twice_is_refused() -> None:
    done = run("robust", "nsp", "nsp", "-r", "reset-plan")
    assert (done.code, done.out) == (2, "")
    assert "error[same-dossier]" in done.err


def test_one_of_which_nothing_is_rated_is_left_out_and_reported(tmp_path: Path) -> None:
    write_small(tmp_path)
    unrated = dossier("bare", "not_rated: no evidence").replace("{level: 3}", "{not_rated: no evidence}")
    (tmp_path / "bare.yaml").write_text(unrated, encoding="utf-8")
    done = run("robust", "try.yaml", "bare.yaml", "-r", "small.yaml", "--draws", "50", "-f", "json", cwd=tmp_path)
    assert done.code == 2
    assert 'error[nothing-rated]: nothing of "bare" is rated' in done.err
    (found,) = json.loads(done.out)["robustness"]
    assert [one["label"] for one in found["initiatives"]] == ["try"]
    alone = run("robust", "bare.yaml", "-r", "small.yaml", cwd=tmp_path)
    assert (alone.code, alone.out) == (2, "")


def test_identical_ratings_are_a_tie_in_every_draw_of_weights(tmp_path: Path) -> None:
    write_small(tmp_path)
    (tmp_path / "twin.yaml").write_text(dossier("twin"), encoding="utf-8")
    found = analysis(
        "robust", "try.yaml", "twin.yaml", "-r", "small.yaml", "--vary", "weights", "--draws", "200", cwd=tmp_path
    )
    (pair,) = found["order"]["pairs"]
    assert pair["ties"]["value"] == 1
    assert [share["value"] for share in found["order"]["initiatives"][0]["ranks"]] == [0.5, 0.5]
    out = run("robust", "try.yaml", "twin.yaml", "-r", "small.yaml", cwd=tmp_path).out
    assert "all are equal as stated" in out


FURTHER = ("--exact", "--tipping", "--sensitivity")


def test_what_is_added_on_request_has_the_published_shape_and_rows_of_the_same_keys() -> None:
    schema = json.loads(run("schema", "robustness").out)
    done = run(*THREE, *FURTHER, "-f", "json")
    assert [error.message for error in Draft7Validator(closed(schema)).iter_errors(json.loads(done.out))] == []
    rows = list(csv.DictReader(StringIO(run(*THREE, *FURTHER, "-f", "csv").out)))
    assert {"together", "preference", "tipping", "sensitivity"} <= {row["section"] for row in rows}
    assert all(None not in row and None not in row.values() for row in rows)


def test_what_is_added_fits_the_terminal_in_both_languages() -> None:
    for lang in ("en", "ko"):
        out = run_in_terminal(*THREE, *FURTHER, "--lang", lang, columns=80).out
        assert max(map(cells, ESCAPE.sub("", out).replace("\r", "").splitlines())) <= 80


def test_drawn_weights_satisfy_the_constraints() -> None:
    """Central weights are means of admissible ones, so that they satisfy what is linear."""
    found = analysis(*THREE, "--vary", "weights=uniform", "--constraint", "tailoring >= 2*integration")
    assert found["varied"]["constraints"] == ["tailoring >= 2*integration"]
    for one in found["order"]["central"]:
        if one["weights"] is not None:
            assert one["weights"]["tailoring"] >= 2 * one["weights"]["integration"] - 1e-9


def test_contradictory_constraints_are_named() -> None:
    texts = ("--constraint", "tailoring >= 2*integration", "--constraint", "integration >= tailoring")
    done = run(*THREE, *texts)
    assert (done.code, done.out) == (2, "")
    assert "error[contradictory-constraints]" in done.err
    assert "tailoring >= 2*integration" in done.err
    assert "integration >= tailoring" in done.err


def test_a_sweep_passes_through_the_stated_score_and_both_ends() -> None:
    """By hand, nsp has 25, 40, 37.5, 30 and 25 on the five points: 30 without the third, 37.5 on it alone."""
    found = analysis("robust", "nsp", "kasi", "-r", "reset-plan", "--draws", "50", "--sweep", "tailoring")
    (swept,) = found["sensitivity"]["sweeps"]
    nsp = dict(zip(swept["shares"], swept["scores"][0], strict=True))
    assert [nsp[0.0], nsp[0.2], nsp[1.0]] == pytest.approx([30, 31.5, 37.5])
    assert swept["stated"] == pytest.approx(0.2)


def test_what_cannot_be_swept_is_refused() -> None:
    unknown = run("robust", "nsp", "kasi", "-r", "reset-plan", "--draws", "50", "--sweep", "tailorin")
    assert (unknown.code, unknown.out) == (2, "")
    assert "did you mean" in unknown.err
    aside = run("robust", "nsp", "kasi", "-r", "reset-plan", "--draws", "50", "--sweep", "delivery")
    assert (aside.code, aside.out) == (2, "")
    assert "error[sweep-not-counted]" in aside.err


def test_one_initiative_alone_can_be_asked_for_everything() -> None:
    done = run("robust", "nsp", "-r", "reset-plan", "--draws", "50", *FURTHER)
    assert (done.code, done.err) == (0, "")
    assert "What moves the score of nsp" in done.out


def test_one_aggregation_alone_is_a_thing_varied() -> None:
    done = run(
        "robust", "nsp", "kasi", "-r", "reset-plan", "--vary", "aggregation=geometric", "--draws", "10", "-f", "plain"
    )
    varied = next(line for line in done.out.splitlines() if line.startswith("Varied:"))
    assert varied == "Varied: aggregation (geometric mean in every draw); 10 draws, seed 0"


def test_a_constraint_on_weights_that_nothing_draws_is_refused() -> None:
    args = ("robust", "nsp", "kasi", "-r", "reset-plan", "--constraint", "needs >= fit", "--draws", "10")
    refused = run(*args, "--vary", "levels")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("error[constraint-without-weights]: ")
    assert run(*args, "--vary", "levels", "--exact").code == 0


def test_an_initiative_without_a_rating_on_one_default_lens_is_left_out_there_with_a_remark() -> None:
    """The headline three, of which the proposal is not rated on one lens: an answer all the same, and said."""
    done = run("robust", "--draws", "10", "-f", "json")
    assert done.code == 0
    assert done.err == "nothing of think-tank is rated on three-pillars: it is left out there\n"
    shown = {
        one["rubric"]["id"]: [x["label"] for x in one["initiatives"]] for one in json.loads(done.out)["robustness"]
    }
    assert shown == {"reset-plan": ["nsp", "kasi", "think-tank"], "three-pillars": ["nsp", "kasi"]}
    asked = run("robust", "nsp", "think-tank", "-r", "three-pillars", "--draws", "10")
    assert asked.code == 2
    assert asked.err.startswith("error[nothing-rated]: ")
