"""Finding documents: bundled ids, paths, folders, standard input; and what is said where there is nothing to find."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
from files_support import BUNDLED, INITIATIVE, RUBRIC, faults, wheres, written

from kasean_score.files.catalog import expand, load_document, load_initiative, load_rubric
from kasean_score.files.refs import bundled, bundled_path, is_path
from kasean_score.model import Initiative, Rubric

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOAD: dict[str, Callable[[str], Any]] = {"rubric": load_rubric, "initiative": load_initiative}
FILES = {(kind, path.stem): path for kind in BUNDLED for path in sorted(BUNDLED[kind].rglob("*.yaml"))}
IDS = list(FILES)


def stdin(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))


@pytest.mark.parametrize("kind", ["rubric", "initiative"])
def test_what_is_bundled_is_what_lies_in_the_folder_in_alphabetical_order_and_then_in_each_folder_there(
    kind: str,
) -> None:
    top = BUNDLED[kind]
    places = sorted((str(path.parent.relative_to(top)), path.stem) for path in top.rglob("*.yaml"))
    assert bundled(kind) == [name for _, name in places]


@pytest.mark.parametrize(("kind", "name"), IDS)
def test_a_bundled_document_is_found_by_the_id_that_it_carries(kind: str, name: str) -> None:
    assert LOAD[kind](name).id == name
    assert load_document(name).id == name


@pytest.mark.parametrize(("kind", "name"), IDS)
def test_the_digest_of_a_document_is_the_sha256_of_its_bytes(kind: str, name: str) -> None:
    content = FILES[kind, name].read_bytes()
    assert LOAD[kind](name).sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("change", [b"\xef\xbb\xbf", b"", b"\r\n"], ids=["mark", "none", "blank line"])
def test_the_digest_counts_every_byte_even_those_that_mean_nothing(change: bytes, tmp_path: Path) -> None:
    content = change + RUBRIC.encode()
    assert load_rubric(written(tmp_path, content)).sha256 == hashlib.sha256(content).hexdigest()


def test_no_id_is_bundled_twice() -> None:
    names = [path.stem for folder in BUNDLED.values() for path in folder.rglob("*.yaml")]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "ref", ["a.yaml", "a.YML", "a.json", "a.csv", "./a", "folder/", "/a", "-", "../a", "a/b", "가.yaml"]
)
def test_an_argument_with_a_slash_or_an_ending_is_a_path(ref: str) -> None:
    assert is_path(ref)


@pytest.mark.parametrize(
    "ref", ["nsp", "reset-plan", "part-2008", "a.b", "yaml", ".yamlx", "a.txt", "", "--", "..", "가"]
)
def test_anything_else_is_an_id(ref: str) -> None:
    assert not is_path(ref)


@pytest.mark.parametrize("name", ["../rubrics/reset-plan", "./reset-plan", "reset-plan.yaml", "", "nsp"])
def test_only_an_id_leads_to_a_bundled_rubric(name: str) -> None:
    assert bundled_path("rubric", name) is None


def test_a_file_in_the_working_folder_does_not_shadow_a_bundled_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, RUBRIC, "reset-plan")
    assert load_rubric("reset-plan").id == "reset-plan"
    assert load_rubric("./reset-plan").id == "r"


@pytest.mark.parametrize(
    ("kind", "name", "key", "meant"),
    [
        ("rubric", "reset-plna", "unknown-rubric.near", "reset-plan"),
        ("rubric", "three-pilars", "unknown-rubric.near", "three-pillars"),
        ("rubric", "xyzzy", "unknown-rubric", None),
        ("rubric", "", "unknown-rubric", None),
        ("initiative", "ksai", "unknown-initiative.near", "kasi"),
        ("initiative", "think-tnak", "unknown-initiative.near", "think-tank"),
        ("initiative", "xyzzy", "unknown-initiative", None),
    ],
)
def test_an_unknown_id_is_told_with_all_that_are_bundled_and_the_nearest(
    kind: str, name: str, key: str, meant: str | None
) -> None:
    (problem,) = faults(lambda: LOAD[kind](name))
    assert (problem.key, problem.place, problem.params.get("meant")) == (key, None, meant)
    assert problem.params["allowed"] == bundled(kind)


@pytest.mark.parametrize("kind", ["rubric", "initiative"])
def test_an_id_that_names_a_file_nearby_is_told_how_to_name_the_file(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (problem,) = faults(lambda: LOAD[kind]("mine"))
    assert problem.key == f"unknown-{kind}.path"


@pytest.mark.parametrize(
    ("name", "key"), [("kasii", "unknown-name.near"), ("xyzzy", "unknown-name"), ("reset", "unknown-name.near")]
)
def test_a_name_to_show_is_looked_for_among_rubrics_and_initiatives(name: str, key: str) -> None:
    (problem,) = faults(lambda: load_document(name))
    assert problem.key == key
    assert problem.params["allowed"] == [*bundled("rubric"), *bundled("initiative")]


def test_a_document_to_show_is_read_as_the_kind_that_it_says(tmp_path: Path) -> None:
    assert isinstance(load_document(written(tmp_path, RUBRIC)), Rubric)
    assert isinstance(load_document(written(tmp_path, INITIATIVE)), Initiative)


@pytest.mark.parametrize("kind", ["rubrik", "[rubric]", "{a: 1}", "2", "true", '""'])
def test_a_document_of_no_known_kind_is_told_both_kinds_and_nothing_else(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, RUBRIC.replace("kind: rubric", f"kind: {kind}"))
    (problem,) = faults(lambda: load_document(path))
    assert (problem.code, problem.place.line if problem.place else 0) == ("not-allowed", 1)
    assert problem.params["allowed"] == ["rubric", "initiative"]


@pytest.mark.parametrize("kind", ["[rubric]", "{a: 1}", "2", "true", "rubrik"])
@pytest.mark.parametrize("load", [load_rubric, load_initiative])
def test_a_kind_that_is_no_kind_is_a_fault_of_the_file(
    kind: str, load: Callable[[str], object], tmp_path: Path
) -> None:
    path = written(tmp_path, RUBRIC.replace("kind: rubric", f"kind: {kind}"))
    assert ("not-allowed", 1) in [(p.code, p.place.line) for p in faults(lambda: load(path)) if p.place]


def test_a_document_that_does_not_say_its_kind_lacks_that_field(tmp_path: Path) -> None:
    path = written(tmp_path, RUBRIC.replace("kind: rubric\n", ""))
    (problem,) = faults(lambda: load_rubric(path))
    assert (problem.key, problem.params["field"]) == ("missing-field", "kind")


def test_a_folder_means_every_dossier_in_it_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.json", "c.yml", "D.YAML"):
        content = INITIATIVE if name != "a.json" else json.dumps({"kind": "initiative"})
        written(tmp_path, content, name)
    written(tmp_path, RUBRIC, "rubric.yaml")
    written(tmp_path, "not a document", "notes.txt")
    found, problems = expand(["kasi", f"{tmp_path}/", "x.yaml"])
    inside = [os.path.join(f"{tmp_path}/", name) for name in ("D.YAML", "a.json", "b.yaml", "c.yml")]
    assert found == ["kasi", *inside, "x.yaml"]
    assert not problems


def test_a_bad_file_in_a_folder_is_kept_to_be_reported(tmp_path: Path) -> None:
    path = written(tmp_path, "kind: [\n", "bad.yaml")
    assert expand([f"{tmp_path}/"]) == ([path], [])


@pytest.mark.parametrize("content", [None, "rubric", "text"])
def test_a_folder_without_dossiers_is_a_fault(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        written(tmp_path, RUBRIC, "rubric.yaml" if content == "rubric" else "rubric.txt")
    found, (problem,) = expand([f"{tmp_path}/"])
    assert (found, problem.key) == ([], "empty-folder")
    assert problem.place is not None
    assert problem.place.file.path == f"{tmp_path}/"


@pytest.mark.parametrize("kind", ["rubric", "initiative"])
def test_a_folder_given_as_a_file_is_a_fault(kind: str, tmp_path: Path) -> None:
    assert [p.key for p in faults(lambda: LOAD[kind](f"{tmp_path}/"))] == ["is-a-folder"]


def test_a_missing_file_is_told_with_the_nearest_name_in_its_folder(tmp_path: Path) -> None:
    near = written(tmp_path, INITIATIVE, "initiative.yaml")
    (problem,) = faults(lambda: load_initiative(str(tmp_path / "initative.yaml")))
    assert (problem.key, problem.params["meant"]) == ("no-such-file.near", near)
    (problem,) = faults(lambda: load_initiative(str(tmp_path / "zzz.json")))
    assert problem.key == "no-such-file"
    (problem,) = faults(lambda: load_initiative(str(tmp_path / "absent" / "initiative.yaml")))
    assert problem.key == "no-such-file"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="every file is readable to root")
def test_an_unreadable_file_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path, RUBRIC)
    os.chmod(path, 0)
    (problem,) = faults(lambda: load_rubric(path))
    assert problem.key == "unreadable"


@pytest.mark.parametrize("ref", ["a\0.yaml", "/dev/null/x.yaml", "x" * 5000 + ".yaml", "\udc80.yaml"])
def test_a_path_that_cannot_be_opened_is_a_fault(ref: str) -> None:
    (problem,) = faults(lambda: load_rubric(ref))
    assert problem.code in ("unreadable", "no-such-file")


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_an_error_of_the_system_is_told_in_its_own_words(
    error: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise error

    path = written(tmp_path, RUBRIC)
    monkeypatch.setattr("builtins.open", refuse)
    (problem,) = faults(lambda: load_rubric(path))
    assert (problem.key, problem.params["reason"]) == ("unreadable", error.strerror)


@pytest.mark.parametrize("padding", [0, 1])
def test_a_file_may_have_five_megabytes_and_no_more(padding: int, tmp_path: Path) -> None:
    content = RUBRIC + "#" * (5_000_000 - len(RUBRIC.encode()) + padding)
    path = written(tmp_path, content)
    if padding:
        assert [p.key for p in faults(lambda: load_rubric(path))] == ["too-large"]
    else:
        assert load_rubric(path).id == "r"


@pytest.mark.parametrize("load", [load_initiative, load_document])
def test_a_dash_is_standard_input(load: Callable[[str], Initiative], monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, INITIATIVE)
    read = load("-")
    assert (read.id, read.sha256) == ("i", hashlib.sha256(INITIATIVE.encode()).hexdigest())
    assert expand(["-"]) == (["-"], [])


def test_standard_input_may_be_json(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, '\n {"kind": "initiative",\n\t"id": "i", "name": "I", "ratings": {}}')
    assert load_initiative("-").id == "i"


def test_standard_input_may_be_yaml_that_begins_with_a_brace(monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON is YAML, so a text that is YAML alone must not be refused for looking like JSON."""
    stdin(monkeypatch, "{kind: initiative, id: i, name: I, ratings: {}}")
    assert load_initiative("-").id == "i"


def test_faults_in_standard_input_are_told_under_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, INITIATIVE.replace("name: I", "nmae: I"))
    found = faults(lambda: load_initiative("-"))
    assert {p.place.file.path for p in found if p.place} == {"<stdin>"}
    stdin(monkeypatch, INITIATIVE.replace("name: I", "nmae: I"))
    assert ("unknown-key.near", 3, 1) in wheres(lambda: load_initiative("-"))
