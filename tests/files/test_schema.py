"""JSON Schemas of rubric and initiative: valid, made of every field, and agreeing with the reader where they can."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from files_support import BAD, BUNDLED, GOOD, documents

from kasean_score.errors import FileText, InputError
from kasean_score.files.fields import DOCUMENTS, TABLES
from kasean_score.files.jsonio import parse_json
from kasean_score.files.schema import document_schema
from kasean_score.files.tree import Number
from kasean_score.files.yamlio import parse_yaml

KINDS = ("rubric", "initiative")
GOOD_FILES = [*(BUNDLED[kind] / name for kind in BUNDLED for name in documents(BUNDLED[kind]))]
GOOD_FILES += [GOOD / name for name in documents(GOOD)]
NOT_A_DOCUMENT = (
    "alias", "complex-key", "encoding", "encoding-after-bom", "encoding.utf-16", "second-document", "syntax",
    "syntax.bracket", "syntax.colon", "syntax.control", "syntax.control-korean", "syntax.indent", "syntax.quote",
    "syntax.token", "tag", "too-deep",
)  # fmt: skip
"""Bad files that cannot be parsed, so that there is nothing to hold against a schema."""
BEYOND_A_SCHEMA = {
    "bad-scale": "a schema does not count: levels 0, 2 are each a level",
    "reversed-range value-outside-range reversed-period equal-goalposts": "a schema compares no two values",
    "scale-falls equal-bands": "a schema compares no two items",
    "all-weights-zero nothing-counted weight-set-zero": "a schema adds nothing up",
    "duplicate-id rater-twice fact-cited-twice": "a schema does not look for one value in other items",
    "duplicate-key": "the second key is gone before a schema sees the document",
    "unknown-address unknown-address.near unknown-band unknown-fact unknown-fact.near unknown-fact.none unknown-source "
    "unknown-source.near unknown-level no-level limit-on-measure": "the name is defined elsewhere in the document",
    "cyclic-extends no-such-file no-such-file.near is-a-folder": "it lies in another file",
    "wrong-kind.rubric wrong-kind.initiative": "the document is sound, and was given for one of the other kind",
}
"""Bad files that are valid by the schema, with the reason why draft-07 cannot say what is wrong."""
PASSING = [name for names in BEYOND_A_SCHEMA for name in names.split()]
REFUSED = [path for path in (BAD / name for name in documents(BAD)) if path.stem not in (*PASSING, *NOT_A_DOCUMENT)]


def validator(kind: str) -> Any:
    return jsonschema.Draft7Validator(document_schema(kind))


def plain(path: Path) -> Any:
    """A document as the libraries of other programs read it: numbers as numbers, everything else as it is."""
    file = FileText(str(path), path.read_text(encoding="utf-8-sig"))
    return _plain((parse_json if path.suffix == ".json" else parse_yaml)(file).root)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return json.loads(value) if isinstance(value, Number) else value


def kind_of(path: Path) -> str:
    return "initiative" if b"initiative" in path.read_bytes()[:2000].split(b"groups")[0] else "rubric"


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_draft_07(kind: str) -> None:
    schema = document_schema(kind)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_in_a_schema_leads_somewhere(kind: str) -> None:
    schema = document_schema(kind)
    text = json.dumps(schema)
    named = {part.split('"')[0] for part in text.split("#/definitions/")[1:]}
    assert named == set(schema["definitions"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_description_that_is_a_sentence(kind: str) -> None:
    unsaid = [
        (record, name)
        for record, shape in document_schema(kind)["definitions"].items()
        for name, field in shape["properties"].items()
        if not field["description"].endswith(".")
    ]
    assert not unsaid


def test_every_field_of_every_table_is_in_a_schema() -> None:
    """A record may be there twice: as a whole, and (`.changes`) as what a document that extends may leave out."""
    records = [record for kind in KINDS for record in document_schema(kind)["definitions"].items()]
    assert {name.removesuffix(".changes") for name, _ in records} == set(TABLES)
    for name, record in records:
        assert set(record["properties"]) == set(TABLES[name.removesuffix(".changes")].fields)
    assert set(DOCUMENTS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_no_record_takes_fields_that_it_does_not_have(kind: str) -> None:
    for record in document_schema(kind)["definitions"].values():
        assert record["additionalProperties"] is False


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"kind": "rubric"},
        {"extends": "r"},
        {"kind": "rubric", "extends": "r", "colour": "red"},
        {"kind": "rubric", "extends": "r", "groups": [{"weight": 2}]},
        {"kind": "rubric", "extends": "r", "groups": [{"id": "g", "wieght": 2}]},
        {"kind": "rubric", "extends": "r", "bands": [{"id": "strong", "at_least": 101}]},
    ],
)
def test_what_a_document_that_extends_must_not_say_is_refused(document: dict[str, Any]) -> None:
    assert not validator("rubric").is_valid(document)


@pytest.mark.parametrize("path", GOOD_FILES, ids=lambda path: path.name)
def test_bundled_and_good_files_are_valid(path: Path) -> None:
    found = [error.message for error in validator(plain(path)["kind"]).iter_errors(plain(path))]
    assert not found


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.name)
def test_a_bad_file_is_refused_by_the_schema_wherever_a_schema_can_say_why(path: Path) -> None:
    assert not validator(kind_of(path)).is_valid(plain(path))


@pytest.mark.parametrize("name", PASSING)
def test_a_fault_that_draft_07_cannot_say_passes_the_schema(name: str) -> None:
    """So that the list above does not leave out what the schema could say."""
    path = next(BAD / file for file in documents(BAD) if Path(file).stem == name)
    assert validator(kind_of(path)).is_valid(plain(path))


@pytest.mark.parametrize("name", NOT_A_DOCUMENT)
def test_a_file_that_cannot_be_parsed_has_nothing_for_a_schema(name: str) -> None:
    path = next(BAD / file for file in documents(BAD) if Path(file).stem == name)
    with pytest.raises((InputError, UnicodeDecodeError)):
        plain(path)


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        ("rubric", {"kind": "rubric", "extends": "reset-plan"}),
        ("rubric", {"kind": "rubric", "extends": "r", "groups": [{"id": "g", "criteria": [{"id": "a", "weight": 2}]}]}),
        ("rubric", {"kind": "rubric", "extends": "r", "groups": [{"id": "g", "weight": 2}]}),
        ("rubric", {"kind": "rubric", "extends": "r", "bands": [{"id": "strong", "label": "Strong!"}]}),
        ("rubric", {"kind": "rubric", "extends": "r", "limits": [{"id": "x", "because": "another reason"}]}),
        ("rubric", {"kind": "rubric", "extends": "r", "sources": [{"id": "s", "note": "a caution"}]}),
        ("initiative", {"kind": "initiative", "extends": "kasi", "ratings": {"r": {"g.a": {"level": 1}}}}),
    ],
)
def test_a_document_that_extends_another_need_only_say_what_differs(kind: str, document: dict[str, Any]) -> None:
    assert [error.message for error in validator(kind).iter_errors(document)] == []


@pytest.mark.parametrize("value", [0, 4, [0, 4]])
@pytest.mark.parametrize("wrong", ["1", 1.5, -1, [1], [1, 2, 3], {}, True])
def test_a_level_is_a_whole_number_or_a_pair(value: Any, wrong: Any) -> None:
    def document(level: Any) -> dict[str, Any]:
        return {"kind": "initiative", "id": "i", "name": "I", "ratings": {"r": {"a": {"level": level}}}}

    assert validator("initiative").is_valid(document(value))
    assert not validator("initiative").is_valid(document(wrong))
