"""Whatever a file holds, reading it gives a document or an InputError whose message can be shown; nothing else."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from files_support import GOOD, INITIATIVE, RUBRIC
from hypothesis import example, given
from hypothesis import strategies as st

from kasean_score.errors import FileText, InputError
from kasean_score.files.catalog import load_document, load_initiative, load_rubric
from kasean_score.files.yamlio import parse_yaml
from kasean_score.render.problems import full

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LOADS = (load_rubric, load_initiative, load_document)
FULL = {name: json.loads((GOOD / f"{name}.json").read_text(encoding="utf-8")) for name in ("nested", "dossier")}
YAML_PARTS = st.lists(
    st.sampled_from(
        [*"-:[]{}&*!|>'\"%@`#?,. \n\t\r", "  ", "- ", ": ", "---\n", "kind: rubric\n", "groups:\n", "id: a\n", "한국",
         "\u2028", "\x85", "\ufeff", "\x00", "\\ud800", "\\U00110000", "1", "9" * 400, "²", "null", "<<", "!!str "]
    ),
    max_size=40,
).map("".join)  # fmt: skip
NUMBERS = st.sampled_from([0, 1, 4, 5, -1, 0.5, 1e300, 1e-300, 5e-324, 10**400, 2**63])
TEXTS = st.sampled_from(["", " ", "a", "²", "٣", "1", "9" * 5000, "g.a", "any", "r", "\u2028", "1e999", "{en}", "한"])
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3), max_leaves=6
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def read_all(folder: Path, name: str, content: bytes) -> None:
    """Read a file in every way; a refusal must make a message in both languages."""
    path = folder / name
    path.write_bytes(content)
    for load in LOADS:
        _outcome(lambda load=load: load(str(path)))  # type: ignore[misc]


def _outcome(read: Callable[[], object]) -> None:
    try:
        read()
        return
    except InputError as error:
        problems = error.problems
    assert problems
    for lang in ("en", "ko"):
        assert full(problems, lang).startswith(("error[", "오류["))


@given(content=st.binary(max_size=200), ending=st.sampled_from(["yaml", "json"]))
@example(content=b"\xff\xfe", ending="yaml")
@example(content=b"\xef\xbb\xbf", ending="json")
@example(content="제목: 가".encode("cp949"), ending="yaml")
@example(content=b"\xed\xa0\x80", ending="yaml")
def test_arbitrary_bytes_are_read_or_refused(folder: Path, content: bytes, ending: str) -> None:
    read_all(folder, f"bytes.{ending}", content)


@given(text=st.text(max_size=200) | YAML_PARTS, ending=st.sampled_from(["yaml", "json"]))
def test_arbitrary_text_is_read_or_refused(folder: Path, text: str, ending: str) -> None:
    read_all(folder, f"text.{ending}", text.encode("utf-8", "surrogatepass"))


@given(at=st.integers(0), length=st.integers(0, 8), text=YAML_PARTS, base=st.sampled_from([RUBRIC, INITIATIVE]))
def test_a_document_with_a_piece_overwritten_is_read_or_refused(
    folder: Path, at: int, length: int, text: str, base: str
) -> None:
    start = at % (len(base) + 1)
    read_all(folder, "piece.yaml", (base[:start] + text + base[start + length :]).encode())


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=100) | YAML_PARTS)
@example(text="\x07")
@example(text='"\\U00110000"')
def test_both_yaml_parsers_raise_nothing_but_input_errors(loader: Any, text: str) -> None:
    _outcome(lambda: parse_yaml(FileText("text.yaml", text), loader=loader))


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key)
        yield from _paths(item, (*path, key))


PATHS = {name: list(_paths(document)) for name, document in FULL.items()}


def _holder(document: Any, path: tuple[str | int, ...]) -> Any:
    for key in path[:-1]:
        document = document[key]
    return document


@pytest.mark.parametrize("value", [None, True, 0, "x", "²", [], ["x"], {}, {"x": "y"}], ids=repr)
@pytest.mark.parametrize("name", sorted(FULL))
def test_every_value_of_a_document_may_be_of_a_wrong_kind(folder: Path, name: str, value: Any) -> None:
    """The same as below for the likeliest slips, at every place."""
    path = folder / "kind.json"
    for place in PATHS[name]:
        document = copy.deepcopy(FULL[name])
        _holder(document, place)[place[-1]] = value
        path.write_text(json.dumps(document), encoding="utf-8")
        _outcome(lambda: (load_rubric if name == "nested" else load_initiative)(str(path)))


@given(data=st.data(), name=st.sampled_from(sorted(FULL)))
def test_a_document_with_any_value_replaced_is_read_or_refused(folder: Path, data: st.DataObject, name: str) -> None:
    document = copy.deepcopy(FULL[name])
    path = data.draw(st.sampled_from(PATHS[name]))
    _holder(document, path)[path[-1]] = data.draw(VALUES)
    read_all(folder, "value.json", json.dumps(document).encode())


@given(data=st.data(), name=st.sampled_from(sorted(FULL)), key=TEXTS)
def test_a_document_with_any_key_renamed_is_read_or_refused(
    folder: Path, data: st.DataObject, name: str, key: str
) -> None:
    document = copy.deepcopy(FULL[name])
    path = data.draw(st.sampled_from([path for path in PATHS[name] if isinstance(path[-1], str)]))
    holder = _holder(document, path)
    holder[key] = holder.pop(path[-1])
    read_all(folder, "key.json", json.dumps(document).encode())


@pytest.mark.parametrize("name", ["²", "٣", "9" * 5000, "-1", "1.0", "01"])
def test_a_descriptor_for_a_level_that_is_no_plain_number_is_refused(folder: Path, name: str) -> None:
    document = copy.deepcopy(FULL["nested"])
    document["groups"][1]["groups"][0]["criteria"][0]["levels"] = {"0": "none", name: "odd"}
    path = folder / "level.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_rubric(str(path))
    assert [problem.key for problem in caught.value.problems] == ["unknown-level"]
