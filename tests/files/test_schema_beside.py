"""JSON Schemas of thresholds and costs: they agree with the readers of these files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest
from files_support import written
from test_schema import plain

from kasean_score.errors import InputError
from kasean_score.files.costs import read_costs
from kasean_score.files.schema_beside import BESIDE, schema_beside
from kasean_score.files.thresholds import FIELDS, read_thresholds

if TYPE_CHECKING:
    from pathlib import Path

THRESHOLDS = [
    ("min: {overall: 50, people.reach: 40.5}\ncoverage: 65\nband: partial\non: low\n", True),
    ("kind: thresholds\ncoverage: 0.65\n", True),
    ("coverage: 65.5%\n", True),
    ("coverage: 100%\n", True),
    ("band: partial\n", True),
    ("kind: thresholds\n", False),
    ("on: low\n", False),
    ("min: {overall: 101}\n", False),
    ("min: {overall: -1}\n", False),
    ("min: 50\n", False),
    ("coverage: 101\n", False),
    ("coverage: 1.5\n", False),
    ("coverage: much\n", False),
    ("coverage: 101%\n", False),
    ("band: a b\n", False),
    ("band: weak\non: high\n", False),
    ("band: weak\nkind: threshold\n", False),
    ("band: weak\nmni: {}\n", False),
]
COSTS = [
    ("a.b: 2\nc: 0.5\n", True),
    ("kind: costs\na.b: 2\n", True),
    ("a.b: 0\n", False),
    ("a.b: -1\n", False),
    ("a.b: cheap\n", False),
    ("a.b: 1.0e+12\n", False),
    ("kind: cost\na.b: 1\n", False),
]


@pytest.mark.parametrize("name", BESIDE)
def test_a_schema_is_valid_draft_07_and_describes_every_field(name: str) -> None:
    schema = schema_beside(name)
    jsonschema.Draft7Validator.check_schema(schema)
    fields = [*schema["properties"].values()]
    fields += [schema["additionalProperties"]] if schema.get("additionalProperties") else []
    assert all(field["description"].endswith(".") for field in fields)


def test_the_schema_of_thresholds_has_the_fields_that_are_read() -> None:
    assert tuple(BESIDE["thresholds"]["properties"]) == FIELDS


@pytest.mark.parametrize(
    ("name", "text", "sound"),
    [("thresholds", *case) for case in THRESHOLDS] + [("costs", *case) for case in COSTS],
)
def test_schema_and_reader_take_and_refuse_the_same(tmp_path: Path, name: str, text: str, sound: bool) -> None:
    path = written(tmp_path, text)
    assert jsonschema.Draft7Validator(schema_beside(name)).is_valid(plain(tmp_path / "file.yaml")) is sound
    try:
        read_thresholds(path) if name == "thresholds" else read_costs(path, ())
    except InputError:
        assert not sound
    else:
        assert sound
