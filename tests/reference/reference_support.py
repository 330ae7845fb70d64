"""Outside figures, read in place: tables of the reference folder beside the checkout, and documents made from them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import kasean_score

Row = dict[str, str]
FOLDER = Path(__file__).resolve().parents[3] / "shared" / "reference"


def needs(case: str) -> pytest.MarkDecorator:
    """A mark that skips a module's tests where the figures of `case` are absent."""
    return pytest.mark.skipif(
        not (FOLDER / case).is_dir(), reason=f"the outside figures ../shared/reference/{case} are not copied here"
    )


def table(case: str, name: str) -> list[Row]:
    """The rows of a table; none where the folder is absent."""
    path = FOLDER / case / name
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def written(folder: Path, content: dict[str, Any], *, ending: str = "json") -> str:
    """The path of a document written to `folder`; as YAML it is the same text in flow style."""
    path = folder / f"{content['kind']}-{content['id']}.{ending}"
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return str(path)


def scorecard(folder: Path, rubric: str, ratings: dict[str, Any], name: str = "unit") -> kasean_score.Scorecard:
    """The scorecard of a dossier with these ratings on the rubric in a file, everything read from files."""
    loaded = kasean_score.load_rubric(rubric)
    content = {"kind": "initiative", "id": name, "name": name, "ratings": {loaded.id: ratings}}
    return kasean_score.evaluate(loaded, kasean_score.load_initiative(written(folder, content)))
