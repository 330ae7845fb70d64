"""What is typed wrongly, one line each: refused with its rule on stderr, exit code 2, and no traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cli_support import run

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = """
kind: rubric
id: r
title: R
groups:
  - {id: g, criteria: [{id: a}, {id: both}]}
  - {id: h, criteria: [{id: b}, {id: both}]}
"""
DOSSIER = """
kind: initiative
id: i
name: I
as_of: 2025
ratings: {r: {g.a: {level: 1}, g.both: {level: 2}, h.b: {level: 3}, h.both: {level: 0}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"r.yaml": RUBRIC, "i.yaml": DOSSIER, "empty.yaml": "{}\n"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        ("improve i.yaml -r r.yaml --to 101", "bad-target"),
        ("improve i.yaml -r r.yaml --to best", "unknown-target"),
        ("improve i.yaml -r r.yaml --to strong --costs empty.yaml", "empty-costs"),
        ("improve i.yaml -r r.yaml --to strong --fix both", "ambiguous-name"),
        ("whatif i.yaml both=3 -r r.yaml", "ambiguous-name"),
        ("gaps i.yaml -r r.yaml --top 0", "bad-count"),
        ("gaps i.yaml -r r.yaml --top few", "bad-count"),
        ("explain i.yaml c -r r.yaml", "unknown-part"),
        ("explain kasi needz -r reset-plan", "unknown-part"),
        ("compare i.yaml -r r.yaml", "too-few-to-compare"),
        ("gate i.yaml -r r.yaml", "no-thresholds"),
        ("evaluate i.yaml -r r.yaml --jobs 0", "bad-count"),
    ],
)
def test_a_command_that_cannot_be_answered_is_refused_with_its_rule(folder: Path, command: str, fault: str) -> None:
    done = run(*command.split(), cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[{fault}]: ")
    assert "Traceback" not in done.err
    assert " = help: " in done.err
