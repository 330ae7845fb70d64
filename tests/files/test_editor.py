"""What an editor makes of the schemas, through the language server that editors use for YAML.

`npm ci --prefix tests/editor` installs the server. Without it these tests fail where CI is set, and are skipped
elsewhere.
"""

from __future__ import annotations

import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from editor_support import Client
from files_support import ROOT, documents

from kasean_score.files.schema import document_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SERVER = ROOT / "tests" / "editor" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
LINE = "# yaml-language-server: $schema={name}.schema.json\n"
DOSSIER = LINE.format(name="initiative") + (
    "kind: initiative\nid: i\nname: I\nratings:\n  r:\n    g.a:\n      level: 1\n    g.b:\n      \n"
)
RUBRIC = LINE.format(name="rubric") + (
    "kind: rubric\nid: r\ntitle: R\ngroups:\n  - id: g\n    criteria:\n      - id: a\n        wieght: 2\n"
)


def missing() -> str:
    """What is missing to start the server, or nothing."""
    if shutil.which("node") is None:
        return "node is not installed"
    return "" if SERVER.exists() else "npm ci --prefix tests/editor was not run"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """An editor with a folder in which the schemas lie."""
    lacking = missing()
    if lacking and os.environ.get("CI"):
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)
    folder: Path = tmp_path_factory.mktemp("editor")
    for kind in ("rubric", "initiative"):
        (folder / f"{kind}.schema.json").write_text(json.dumps(document_schema(kind)), encoding="utf-8")
    with Client(["node", str(SERVER), "--stdio"], folder) as client:
        yield client


def place(text: str, word: str) -> tuple[int, int]:
    """Line and character, counted from 0, of the first occurrence of a word."""
    before = text[: text.index(word)]
    return before.count("\n"), len(before) - before.rfind("\n") - 1


def test_a_wrong_key_is_marked_where_it_stands(editor: Client) -> None:
    found = editor.open("wrong-key.yaml", RUBRIC)
    line, character = place(RUBRIC, "wieght")
    assert [(one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in found] == [(line, character)]
    assert "wieght" in found[0]["message"]


def test_a_wrong_value_is_marked_with_what_is_allowed(editor: Client) -> None:
    text = DOSSIER.replace("name: I\n", "name: I\nstage: launchd\n")
    found = [one for one in editor.open("wrong-value.yaml", text) if "launched" in one["message"]]
    assert found[0]["range"]["start"]["line"] == place(text, "stage")[0]


def test_completion_proposes_the_states_of_a_rating(editor: Client) -> None:
    editor.open("completion.yaml", DOSSIER)
    line = DOSSIER.count("\n") - 1
    proposed = editor.ask("completion", "completion.yaml", line, 6)["items"]
    labels = {item["label"] for item in proposed}
    assert {"not_rated", "not_applicable", "level", "value", "why", "for", "against"} <= labels
    described = {item["label"]: item.get("documentation") for item in proposed}
    assert "Never counts as 0" in str(described["not_rated"])


def test_completion_proposes_the_words_of_a_field(editor: Client) -> None:
    text = DOSSIER.replace("name: I\n", "name: I\nstage: \n")
    editor.open("words.yaml", text)
    line, character = place(text, "stage: ")
    proposed = editor.ask("completion", "words.yaml", line, character + len("stage: "))["items"]
    assert {"proposed", "launched", "closed"} <= {item["label"] for item in proposed}


@pytest.mark.parametrize(
    ("name", "text", "word", "said"),
    [
        ("hover-rating.yaml", DOSSIER, "level", "The level reached, or"),
        ("hover-dossier.yaml", DOSSIER, "ratings", "Ratings by rubric and criterion"),
        ("hover-rubric.yaml", RUBRIC, "criteria", "Its criteria"),
    ],
)
def test_hovering_over_a_key_shows_what_it_means(editor: Client, name: str, text: str, word: str, said: str) -> None:
    editor.open(name, text)
    line, character = place(text, f"{word}:")
    assert said in str(editor.ask("hover", name, line, character + 1))


@pytest.mark.parametrize("folder", ["rubrics", "initiatives", "examples"])
def test_bundled_files_have_no_mark_in_an_editor(editor: Client, folder: str) -> None:
    for name in documents(ROOT / folder):
        text = (ROOT / folder / name).read_text(encoding="utf-8")
        kind = "rubric" if "kind: rubric" in text else "initiative"
        assert editor.open(f"{folder}-{name}", LINE.format(name=kind) + text) == [], name
