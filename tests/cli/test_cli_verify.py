"""`verify`: a saved result recomputed, what differs found, and what cannot be verified refused."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, run
from history_support import cells, change_saved, save, write_history
from jsonschema import Draft7Validator

from kasean_score.documents.verification import compared

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("--rubric-file", "small.yaml", "--initiative", "new.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_history(tmp_path)


@pytest.fixture
def saved(folder: Path) -> Path:
    """The result of `new.yaml` on `small.yaml`: 56.25."""
    return save(folder, "saved.json", "new.yaml", "-r", "small.yaml")


def verified(saved: Path, code: int) -> Any:
    done = run("verify", saved.name, *FILES, "-f", "json", cwd=saved.parent)
    assert (done.code, done.err) == (code, "")
    return json.loads(done.out)


def differences(saved: Path) -> list[tuple[str, str, Any, Any]]:
    (result,) = verified(saved, 1)["results"]
    return [(x["kind"], x["path"], x["stored"], x["recomputed"]) for x in result["differences"]]


def test_a_result_that_nobody_touched_is_the_same(saved: Path) -> None:
    doc = verified(saved, 0)
    (result,) = doc["results"]
    assert (doc["verdict"], doc["complete"], result["verdict"], result["differences"]) == ("same", True, "same", [])
    assert result["values"] > 100


@pytest.mark.parametrize(
    "options",
    [
        "",
        "--explain --lang ko --view dac",
        "--only human --only delivery.coordination",
        "--weights seed --aggregate geometric --min-coverage 0.5",
        "--aggregate=-2.5 --set needs=1-3 --set functional=not_rated",
    ],
)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_the_options_of_a_result_are_applied_again(folder: Path, options: str, form: str) -> None:
    path = save(folder, f"r.{form}", *options.split(), "-f", form)
    done = run("verify", path.name, "-f", "json", cwd=folder)
    results = json.loads(done.out)["results"]
    assert (done.code, {result["verdict"] for result in results}) == (0, {"same"})
    assert len(results) == (3 if "--only" in options else 6)


def test_a_tampered_score_is_found_with_its_place_and_both_values(saved: Path) -> None:
    change_saved(saved, "scorecards", 0, "score", to=91.5)
    assert differences(saved) == [("number", "scorecards[0].score", 91.5, 56.25)]


@pytest.mark.parametrize(
    ("keys", "to", "kind"),
    [
        (("score",), None, "number"),
        (("score",), "56.25", "number"),
        (("score",), True, "number"),
        (("nodes", 0, "depth"), False, "number"),
        (("band",), "strong", "text"),
        (("bounds", 1), 56.2500001, "number"),
        (("criteria", "rated"), 2, "number"),
        (("nodes", 1, "title"), "Plans", "text"),
        (("nodes", 1, "level", 0), 1, "number"),
        (("nodes", 1, "evidence", "for"), 7, "number"),
        (("rubric", "version"), "9", "version"),
        (("rubric", "sha256"), "0" * 64, "digest"),
        (("initiative", "extends"), [{"id": "x"}], "part"),
        (("nodes", 1, "level"), None, "part"),
    ],
)
def test_whatever_value_is_changed_is_found_and_nothing_else(
    saved: Path, keys: tuple[Any, ...], to: Any, kind: str
) -> None:
    change_saved(saved, "scorecards", 0, *keys, to=to)
    ((found, path, _, _),) = differences(saved)
    assert found == kind
    assert path.startswith(f"scorecards[0].{keys[0]}")


def test_a_node_that_was_taken_out_or_put_in_is_found(saved: Path) -> None:
    card = json.loads(saved.read_text(encoding="utf-8"))["scorecards"][0]
    change_saved(saved, "scorecards", 0, "nodes", to=[*card["nodes"][:-1], {**card["nodes"][-1], "id": "people.other"}])
    assert [(kind, path) for kind, path, *_ in differences(saved)] == [
        ("part", "scorecards[0].nodes[4]"),
        ("part", "scorecards[0].nodes[4]"),
    ]


def test_nodes_in_another_order_are_a_difference_of_order_alone(saved: Path) -> None:
    nodes = json.loads(saved.read_text(encoding="utf-8"))["scorecards"][0]["nodes"]
    change_saved(saved, "scorecards", 0, "nodes", to=[*nodes[3:], *nodes[:3]])
    assert [(kind, path) for kind, path, *_ in differences(saved)] == [("part", "scorecards[0].nodes")]


def test_a_last_digit_is_rounding_and_no_difference(saved: Path) -> None:
    change_saved(saved, "scorecards", 0, "score", to=56.25 + 1e-11)
    (result,) = verified(saved, 0)["results"]
    assert (result["verdict"], result["rounding"]) == ("same", 1)
    assert "rounding" in run("verify", saved.name, *FILES, cwd=saved.parent).out


@pytest.mark.parametrize(("number", "same"), [(1e-10, True), (1.1e-9, False), (-1e-10, True)])
def test_small_numbers_are_compared_absolutely_and_large_ones_relatively(number: float, same: bool) -> None:
    for scale in (1, 1000):
        found = compared({"x": scale + number * scale}, {"x": scale}, "", "other")
        assert (found.rounding, len(found.differences)) == ((1, 0) if same else (0, 1))
    assert len(compared({"x": 1e-10}, {"x": 0.0}, "", "other").differences) == 0


def test_a_key_that_one_version_of_the_program_lacks_is_no_difference() -> None:
    """Keys are only added within a version of the schema; with one program on both sides there is no such excuse."""
    from kasean_score import __version__

    old, new = {"x": 1}, {"x": 1, "added": 2}
    assert compared(old, new, "", "0.0.1")[:3] == (1, 0, 1)
    (difference,) = compared(old, new, "", __version__).differences
    assert (difference["path"], difference["stored"], difference["recomputed"]) == ("added", "absent", 2)


def test_a_changed_dossier_is_a_changed_digest_and_the_numbers_that_follow(saved: Path) -> None:
    path = saved.parent / "new.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("level: 2}", "level: 4}"), encoding="utf-8")
    found = differences(saved)
    assert found[0][:2] == ("digest", "scorecards[0].initiative.sha256")
    assert ("number", "scorecards[0].score", 56.25, 81.25) in found
    assert {place for _, place, *_ in found if ".nodes[" in place} >= {"scorecards[0].nodes[3].score"}


def test_a_comment_in_a_dossier_changes_its_digest_alone(saved: Path) -> None:
    path = saved.parent / "new.yaml"
    path.write_text("# read again\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert [kind for kind, *_ in differences(saved)] == ["digest"]
    assert "a file is not the one" in run("verify", saved.name, *FILES, cwd=saved.parent).out


def test_another_version_of_the_rubric_is_named(saved: Path) -> None:
    done = run("verify", "saved.json", "-r", "small2.yaml", "--initiative", "new.yaml", "-f", "csv", cwd=saved.parent)
    records = {row["path"]: row for row in csv.DictReader(StringIO(done.out))}
    version = records["scorecards[0].rubric.version"]
    assert (done.code, version["stored"], version["recomputed"]) == (1, "1", "2")
    assert float(records["scorecards[0].score"]["difference"]) == pytest.approx(56.25 - (56.25 + 50) / 2)


def test_every_line_of_json_lines_is_verified_and_the_bad_one_is_named(folder: Path) -> None:
    path = save(folder, "all.jsonl", "kasi", "nsp", "-r", "reset-plan", "-f", "jsonl")
    first, second = path.read_text(encoding="utf-8").splitlines()
    card = {**json.loads(second), "score": 99}
    path.write_text(f"{first}\n{json.dumps(card)}\n", encoding="utf-8")
    done = run("verify", "all.jsonl", "-f", "json", cwd=folder)
    results = json.loads(done.out)["results"]
    assert (done.code, [(x["line"], x["verdict"]) for x in results]) == (1, [(1, "same"), (2, "differs")])
    assert results[1]["differences"][0]["path"] == "score"
    assert "line 2" in run("verify", "all.jsonl", cwd=folder).out


def test_standard_input_is_read(saved: Path) -> None:
    done = run("verify", "-", *FILES, stdin=saved.read_text(encoding="utf-8"), cwd=saved.parent)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_document_has_the_shape_that_is_published(saved: Path, lang: str) -> None:
    schema = Draft7Validator(json.loads(run("schema", "verification").out))
    change_saved(saved, "scorecards", 0, "nodes", 1, "level", to=None)
    change_saved(saved, "scorecards", 0, "score", to=None)
    done = run("verify", "saved.json", *FILES, "-f", "json", "--lang", lang, cwd=saved.parent)
    assert [error.message for error in schema.iter_errors(json.loads(done.out))] == []


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_line_of_a_table_is_wider_than_the_screen(saved: Path, columns: int, lang: str) -> None:
    args = ("verify", "saved.json", "-r", "small2.yaml", "--initiative", "new.yaml", "--lang", lang)
    done = run(*args, env={"COLUMNS": str(columns)}, cwd=saved.parent)
    assert (done.code, done.err) == (1, "")
    assert max(map(cells, done.out.splitlines())) <= columns
    assert lang == "en" or HANGUL.search(done.out)


@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_every_text_form_says_what_is_stored_and_what_was_recomputed(saved: Path, form: str) -> None:
    change_saved(saved, "scorecards", 0, "score", to=91.5)
    out = run("verify", "saved.json", *FILES, "-f", form, cwd=saved.parent).out
    for said in ("saved.json: differs when recomputed", "score", "91.5", "56.25", "+35.25"):
        assert said in out


REFUSED: list[tuple[str, str, Any]] = [
    ("cut", "result-truncated", lambda text: text[:-40]),
    ("empty", "empty-file", lambda text: ""),
    ("words", "syntax", lambda text: "no JSON"),
    ("list", "not-a-result", lambda text: "[]"),
    ("dossier", "not-a-result", lambda text: '{"kind": "initiative", "id": "x"}'),
    ("kind", "result-other-kind", lambda text: text.replace("kasean-score/scorecard", "kasean-score/gate")),
    ("schema", "result-version", lambda text: text.replace('"version": "1.0"', '"version": "2.0"', 1)),
    ("nan", "syntax", lambda text: text.replace("56.25", "NaN")),
    ("huge", "syntax", lambda text: text.replace("56.25", "1e999")),
    ("twice", "syntax", lambda text: text.replace('"score": 56.25', '"score": 56.25, "score": 1', 1)),
    ("deep", "too-deep", lambda text: "[" * 100_000),
    ("option", "result-field", lambda text: text.replace('"weights": null', '"weights": 3')),
    ("later", "result-field", lambda text: text.replace('"weights": null', '"magic": true')),
    ("lang", "result-field", lambda text: text.replace('"lang": "en"', '"lang": "fr"')),
    ("weights", "unknown-weight-set", lambda text: text.replace('"weights": null', '"weights": "seed"')),
    ("none", "result-field", lambda text: text[: text.index('"scorecards"')] + '"scorecards": []}'),
    ("rubric", "verify-no-rubric", lambda text: text.replace('"id": "small"', '"id": "../small.yaml"')),
    ("initiative", "verify-no-initiative", lambda text: text.replace('"id": "try"', '"id": "-"')),
]


@pytest.mark.parametrize(("name", "code", "broken"), REFUSED, ids=[name for name, *_ in REFUSED])
def test_what_cannot_be_verified_is_refused_with_a_remedy(saved: Path, name: str, code: str, broken: Any) -> None:
    saved.write_text(broken(saved.read_text(encoding="utf-8")), encoding="utf-8")
    files = {"rubric": FILES[2:], "initiative": FILES[:2]}.get(name, FILES)
    done = run("verify", "saved.json", *files, cwd=saved.parent)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[{code}]: ")
    assert " = help: " in done.err
    assert "Traceback" not in done.err


def test_a_file_that_the_result_has_nothing_of_is_refused_and_the_rest_is_still_verified(saved: Path) -> None:
    done = run("verify", "saved.json", *FILES, "--initiative", "../other.yaml", cwd=saved.parent)
    assert (done.code, done.out) == (2, "")
    (saved.parent / "other.yaml").write_text(
        (saved.parent / "new.yaml").read_text(encoding="utf-8").replace("id: try", "id: other"), encoding="utf-8"
    )
    done = run("verify", "saved.json", *FILES, "--initiative", "other.yaml", "-f", "json", cwd=saved.parent)
    assert (done.code, json.loads(done.out)["results"][0]["verdict"]) == (2, "same")
    assert done.err.startswith("error[verify-unused]: ")


def test_one_scorecard_that_cannot_be_recomputed_does_not_hide_the_others(folder: Path) -> None:
    path = save(folder, "two.json", "kasi", "nsp", "-r", "reset-plan")
    change_saved(path, "scorecards", 0, "initiative", "id", to="gone")
    done = run("verify", "two.json", "-f", "json", cwd=folder)
    doc = json.loads(done.out)
    assert (done.code, doc["complete"], [x["initiative"] for x in doc["results"]]) == (2, False, ["nsp"])
    assert done.err.startswith("error[verify-no-initiative]: ")


def test_the_result_itself_is_never_written_over(saved: Path) -> None:
    before = saved.read_bytes()
    done = run("verify", "saved.json", *FILES, "-o", "saved.json", cwd=saved.parent)
    assert (done.code, saved.read_bytes()) == (2, before)
    assert done.err.startswith("error[same-input]: ")
