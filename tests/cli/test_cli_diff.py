"""`diff`: what moved between dossiers and saved results, in every format, and what it refuses."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, run
from history_support import cells, change_saved, save, write_history
from jsonschema import Draft7Validator

if TYPE_CHECKING:
    from pathlib import Path

PAIR = ("old.yaml", "new.yaml", "-r", "small.yaml")
PARTS = ("ratings", "coverage", "applicability", "weights", "rubric")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_history(tmp_path)


def diffs(folder: Path, *args: str) -> list[Any]:
    done = run("diff", *args, "-f", "json", cwd=folder)
    assert (done.code, done.err) == (0, "")
    found: list[Any] = json.loads(done.out)["diffs"]
    return found


def parts(change: Any) -> dict[str, float]:
    """The parts that are not nothing."""
    return {name: change["split"][name] for name in PARTS if change["split"][name]}


def test_the_change_is_split_into_ratings_and_coverage(folder: Path) -> None:
    """By hand, groups of equal weight: plan 1 to 2 alone is 37.5 to 50, money alone (25 and 75 in work) is 37.5 to 50.

    Both: work 62.5, total 56.25. Ratings: (12.5 + 6.25) / 2, and the same for coverage.
    """
    (change,) = diffs(folder, *PAIR)
    assert (change["old"]["score"], change["new"]["score"], change["change"]) == (37.5, 56.25, 18.75)
    assert parts(change) == {"ratings": 9.375, "coverage": 9.375}
    assert (change["split"]["orders"], change["split"]["used"], change["unsplit"]) == (2, 2, None)


def test_each_criterion_says_what_its_move_is_due_to(folder: Path) -> None:
    (change,) = diffs(folder, *PAIR)
    found = {node["id"]: (node["moved"], node["factor"], node["effect"]) for node in change["nodes"]}
    assert found == {
        "work": (True, None, None),
        "work.plan": (True, "ratings", 9.375),
        "work.money": (True, "coverage", 9.375),
        "people": (False, None, None),
        "people.skills": (False, None, None),
    }


def test_another_version_of_the_rubric_moves_the_score_by_its_weights(folder: Path) -> None:
    """The same dossier: work goes from (50 + 75) / 2 to (3 x 50 + 75) / 4, and half of that reaches the total."""
    (change,) = diffs(folder, "new.yaml", "new.yaml", "-r", "small2.yaml", "--old-rubric", "small.yaml")
    assert parts(change) == {"weights": pytest.approx((56.25 - 62.5) / 2)}
    assert [side["rubric"]["version"] for side in (change["old"], change["new"])] == ["1", "2"]


def test_a_saved_result_serves_as_the_old_side_without_its_files(folder: Path) -> None:
    save(folder, "old.json", "old.yaml", "-r", "small.yaml")
    (folder / "old.yaml").unlink()
    (change,) = diffs(folder, "old.json", "new.yaml", "-r", "small.yaml")
    assert parts(change) == {"ratings": 9.375, "coverage": 9.375}
    assert [side["saved"] for side in (change["old"], change["new"])] == [True, False]


def test_the_options_of_a_saved_result_are_part_of_what_moved(folder: Path) -> None:
    """Under the minimum the old total is 25; the mean of the same ratings is 37.5."""
    save(folder, "old.json", "old.yaml", "-r", "small.yaml", "--aggregate", "minimum")
    (change,) = diffs(folder, "old.json", "old.yaml", "-r", "small.yaml")
    assert parts(change) == {"rubric": 12.5}
    assert "--aggregate minimum" in run("diff", "old.json", "old.yaml", "-r", "small.yaml", cwd=folder).out


@pytest.mark.parametrize("power", ["0.123456789012", "-2.5", "geometric"])
def test_any_aggregation_can_be_told_from_a_saved_result(folder: Path, power: str) -> None:
    """The result names the mean; what it was is read back from the name without losing digits."""
    save(folder, "old.json", "new.yaml", "-r", "small.yaml", f"--aggregate={power}")
    (change,) = diffs(folder, "old.json", "new.yaml", "-r", "small.yaml")
    assert set(parts(change)) == {"rubric"}


def test_evidence_is_compared_where_a_saved_result_has_it(folder: Path) -> None:
    save(folder, "bare.json", "old.yaml", "-r", "small.yaml")
    save(folder, "full.json", "old.yaml", "-r", "small.yaml", "--explain")
    (bare,) = diffs(folder, "bare.json", "new.yaml", "-r", "small.yaml")
    (full,) = diffs(folder, "full.json", "new.yaml", "-r", "small.yaml")
    assert (bare["evidence"], bare["no_evidence"]) == (None, "counts_only")
    assert [(item["change"], item["shows"]) for item in full["evidence"]] == [
        ("new", "A plan was agreed"),
        ("gone", "A plan was announced"),
    ]


def test_a_result_saved_in_korean_is_compared_in_korean(folder: Path) -> None:
    save(folder, "old.json", "new.yaml", "-r", "small.yaml", "--explain", "--lang", "ko")
    (change,) = diffs(folder, "old.json", "new.yaml", "-r", "small.yaml")
    assert (change["differing"], change["evidence"], change["no_evidence"]) == ([], [], None)


def test_evidence_of_results_in_two_languages_is_not_compared(folder: Path) -> None:
    for lang in ("en", "ko"):
        save(folder, f"{lang}.json", "new.yaml", "-r", "small.yaml", "--explain", "--lang", lang)
    (change,) = diffs(folder, "en.json", "ko.json")
    assert (change["change"], change["evidence"], change["no_evidence"]) == (0, None, "languages")


def test_of_a_result_of_several_the_one_of_the_same_rubric_and_initiative_is_taken(folder: Path) -> None:
    save(folder, "many.json", "kasi", "nsp")
    found = diffs(folder, "many.json", "kasi")
    assert [(x["old"]["initiative"]["id"], x["old"]["rubric"]["id"]) for x in found] == [
        ("kasi", "reset-plan"),
        ("kasi", "three-pillars"),
    ]
    assert [x["change"] for x in found] == [0, 0]


def test_a_result_that_holds_no_counterpart_is_refused_with_what_can_be_chosen(folder: Path) -> None:
    save(folder, "many.json", "kasi", "nsp", "-r", "reset-plan")
    done = run("diff", "many.json", "csp", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[no-counterpart]: ")
    assert "kasi / reset-plan, nsp / reset-plan" in done.err
    (chosen,) = diffs(folder, "many.json", "csp", "--initiative", "nsp")
    assert (chosen["old"]["initiative"]["id"], chosen["new"]["initiative"]["id"]) == ("nsp", "csp")


def test_a_line_of_json_lines_is_a_saved_result_too(folder: Path) -> None:
    save(folder, "old.jsonl", "old.yaml", "-r", "small.yaml", "-f", "jsonl")
    assert parts(diffs(folder, "old.jsonl", "new.yaml", "-r", "small.yaml")[0]) == {"ratings": 9.375, "coverage": 9.375}


@pytest.mark.parametrize("name", ["old.yaml", "old.json"])
def test_standard_input_may_be_a_dossier_or_a_result(folder: Path, name: str) -> None:
    save(folder, "old.json", "old.yaml", "-r", "small.yaml")
    text = (folder / name).read_text(encoding="utf-8")
    done = run("diff", "-", "new.yaml", "-r", "small.yaml", "-f", "json", stdin=text, cwd=folder)
    assert (done.code, json.loads(done.out)["diffs"][0]["change"]) == (0, 18.75)


@pytest.mark.parametrize(("old", "new", "why"), [("?", "2", "old_without_score"), ("2", "?", "new_without_score")])
def test_where_a_side_has_no_score_nothing_is_split_and_it_says_so(folder: Path, old: str, new: str, why: str) -> None:
    for name, level in (("old.yaml", old), ("new.yaml", new)):
        state = "{not_rated: none}" if level == "?" else f"{{level: {level}}}"
        text = f"kind: initiative\nid: try\nname: T\nratings: {{small: {{work.plan: {state}}}}}\n"
        (folder / name).write_text(text, encoding="utf-8")
    (change,) = diffs(folder, *PAIR)
    assert (change["change"], change["split"], change["unsplit"]) == (None, None, why)
    assert "no change of the score to split" in run("diff", *PAIR, cwd=folder).out


def test_a_difference_is_no_failure_and_no_difference_is_said(folder: Path) -> None:
    done = run("diff", "old.yaml", "old.yaml", "-r", "small.yaml", cwd=folder)
    assert done.code == 0
    assert "nothing moved" in done.out


def test_a_band_that_moved_with_the_rules_alone_is_not_nothing(folder: Path) -> None:
    """Coverage is 75 %: enough for half, not for all of the weight; the score is the same."""
    text = (folder / "small.yaml").read_text(encoding="utf-8")
    (folder / "strict.yaml").write_text(text.replace("min_coverage: 0.5", "min_coverage: 1"), encoding="utf-8")
    args = ("old.yaml", "old.yaml", "-r", "strict.yaml", "--old-rubric", "small.yaml")
    out = run("diff", *args, "-f", "plain", cwd=folder).out
    assert diffs(folder, *args)[0]["change"] == 0
    assert " → not demonstrated" in out
    assert "nothing moved" not in out
    assert "the rubric's file is another one" in out


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_document_has_the_shape_that_is_published(folder: Path, lang: str) -> None:
    save(folder, "old.json", "old.yaml", "-r", "small.yaml")
    schema = Draft7Validator(json.loads(run("schema", "diff").out))
    for old in ("old.yaml", "old.json"):
        done = run("diff", old, "new.yaml", "-r", "small.yaml", "-f", "json", "--lang", lang, cwd=folder)
        assert [error.message for error in schema.iter_errors(json.loads(done.out))] == []


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_line_of_a_table_is_wider_than_the_screen(folder: Path, columns: int, lang: str) -> None:
    for args in (PAIR, ("nsp", "kasi")):
        done = run("diff", *args, "--lang", lang, env={"COLUMNS": str(columns)}, cwd=folder)
        assert max(map(cells, done.out.splitlines())) <= columns
    assert bool(HANGUL.search(done.out)) is (lang == "ko") or lang == "en"


@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_every_text_form_says_scores_with_bounds_parts_and_evidence(folder: Path, form: str) -> None:
    out = run("diff", *PAIR, "-f", form, cwd=folder).out.replace("\\", "")
    for said in ("38 [31-56] → 56 [56-56], change +18.8", "+9.4", "coverage", "A plan was agreed", "Shapley"):
        assert said in out


def test_csv_has_one_record_a_thing_that_moved_with_the_same_keys(folder: Path) -> None:
    records = list(csv.DictReader(StringIO(run("diff", *PAIR, "-f", "csv", cwd=folder).out)))
    assert [(row["kind"], row["id"]) for row in records] == [
        ("total", ""),
        ("group", "work"),
        ("criterion", "work.plan"),
        ("criterion", "work.money"),
        ("evidence", "work.plan"),
        ("evidence", "work.plan"),
    ]
    assert sum(float(records[0][f"{name}_part"]) for name in PARTS) == float(records[0]["change"]) == 18.75
    assert None not in records[0]


REFUSED = [
    (("old.yaml", "nowhere.yaml"), "no-such-file"),
    (("old.yaml", "kasii"), "unknown-initiative"),
    (("old.yaml", "new.yaml"), "diff-no-rubric"),
    (("-", "-"), "stdin-twice"),
    (("cut.json", "new.yaml", "-r", "small.yaml"), "result-truncated"),
    (("false.json", "new.yaml", "-r", "small.yaml"), "result-disagrees"),
    (("odd.json", "new.yaml", "-r", "small.yaml"), "result-field"),
    (("later.json", "new.yaml", "-r", "small.yaml"), "result-version"),
    (("good.json", "new.yaml", "--old-rubric", "small.yaml"), "old-rubric-of-result"),
    (("good.json", "new.yaml", "--initiative", "other", "-r", "small.yaml"), "not-in-result"),
    (("good.json", "new.yaml"), "unknown-rubric"),
    (("old.yaml", "new.yaml", "-r", "small.yaml", "-o", "old.yaml"), "same-input"),
    (("good.json", "new.yaml", "-r", "small.yaml", "-o", "good.json"), "same-input"),
]


@pytest.mark.parametrize(("args", "code"), REFUSED)
def test_what_cannot_be_answered_is_refused_with_a_remedy(folder: Path, args: tuple[str, ...], code: str) -> None:
    good = save(folder, "good.json", "old.yaml", "-r", "small.yaml")
    (folder / "cut.json").write_text(good.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    for name, keys, to in (
        ("false.json", ("scorecards", 0, "score"), 90),
        ("odd.json", ("scorecards", 0, "nodes", 1, "weight"), "much"),
        ("later.json", ("schema", "version"), "2.0"),
    ):
        (folder / name).write_bytes(good.read_bytes())
        change_saved(folder / name, *keys, to=to)
    done = run("diff", *args, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[{code}]: ")
    assert " = help: " in done.err
    assert "Traceback" not in done.err
