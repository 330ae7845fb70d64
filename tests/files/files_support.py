"""Small documents as text, written to files and read on the public path, and the faults found in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kasean_score.errors import InputError, Problem
from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.model import Initiative, Rubric

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
BAD = ROOT / "tests" / "data" / "bad"
GOOD = ROOT / "tests" / "data" / "good"
BUNDLED = {"rubric": ROOT / "rubrics", "initiative": ROOT / "initiatives"}
ENDINGS = (".yaml", ".json")

RUBRIC = """\
kind: rubric
id: r
title: R
groups:
  - id: g
    criteria:
      - id: a
      - {id: b, weight: 2}
"""
INITIATIVE = """\
kind: initiative
id: i
name: I
ratings:
  r:
    g.a: {level: 1}
    g.b: {level: 3}
"""


def documents(folder: Path) -> list[str]:
    """The names of the documents in a folder, in alphabetical order."""
    return sorted(path.name for path in folder.iterdir() if path.suffix in ENDINGS)


def written(folder: Path, text: str | bytes, name: str = "file.yaml") -> str:
    """The path of a new file with that content."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(path)


def rubric(folder: Path, text: str, name: str = "rubric.yaml") -> Rubric:
    return load_rubric(written(folder, text, name))


def initiative(folder: Path, text: str, name: str = "initiative.yaml") -> Initiative:
    return load_initiative(written(folder, text, name))


def faults(read: Callable[[], object]) -> tuple[Problem, ...]:
    """The faults that keep something from being read."""
    with pytest.raises(InputError) as caught:
        read()
    return caught.value.problems


def where(problem: Problem) -> tuple[str, int | None, int | None]:
    """A fault's key, line and column."""
    assert problem.place is not None
    return problem.key, problem.place.line, problem.place.column


def wheres(read: Callable[[], object]) -> list[tuple[str, int | None, int | None]]:
    return [where(problem) for problem in faults(read)]


def without_place(document: Rubric | Initiative) -> Any:
    """A document without what ties it to its file: digest, text and positions."""
    if isinstance(document, Rubric):
        return document._replace(sha256="", file=None)
    ratings = {
        rubric_id: {address: rating._replace(place=None) for address, rating in by_address.items()}
        for rubric_id, by_address in document.ratings.items()
    }
    return document._replace(sha256="", file=None, keys={}, ratings=ratings)
