"""A small rubric in two versions, and dossiers of one initiative at two dates, as files of a folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cli_support import run

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = """\
kind: rubric
id: small
version: "{version}"
title: {{en: Small, ko: 작은 루브릭}}
min_coverage: 0.5
groups:
  - id: work
    title: {{en: Work, ko: 업무}}
    criteria:
      - {{id: plan, title: {{en: Plan, ko: 계획}}, weight: {weight}}}
      - {{id: money, title: {{en: Money, ko: 재원}}}}
  - id: people
    title: {{en: People, ko: 사람}}
    criteria:
      - {{id: skills, title: {{en: Skills, ko: 역량}}}}
"""
DOSSIER = """\
kind: initiative
id: {name}
name: {{en: A try, ko: 시도}}
as_of: {date}
sources:
  - {{id: s, title: {{en: Report, ko: 보고서}}, kind: government}}
ratings:
  small:
    work.plan:
      level: {plan}
      evidence: [{{source: s, shows: {{en: "{shown}", ko: "{shown}"}}}}]
    work.money: {money}
    people.skills: {{level: 2}}
"""
RATED, UNRATED = "{level: 3}", "{not_rated: none found}"


def write_history(folder: Path) -> Path:
    """`small.yaml` (version 1), `small2.yaml` (version 2: plan weighs 3), `old.yaml` (2024) and `new.yaml` (2025).

    Old: plan 1, money not rated, skills 2, so work 25, people 50, total 37.5. New: plan 2 and money 3, so work 62.5 of
    equal weights, people 50, total 56.25.
    """
    files = {
        "small.yaml": RUBRIC.format(version=1, weight=1),
        "small2.yaml": RUBRIC.format(version=2, weight=3),
        "old.yaml": DOSSIER.format(name="try", date="2024", plan=1, money=UNRATED, shown="A plan was announced"),
        "new.yaml": DOSSIER.format(name="try", date="2025-06", plan=2, money=RATED, shown="A plan was agreed"),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def save(folder: Path, name: str, *args: str) -> Path:
    """The result of `evaluate` with these arguments, as a file."""
    done = run("evaluate", *args, "-o", name, cwd=folder)
    assert done.code == 0, done.err
    return folder / name


def change_saved(path: Path, *keys: str | int, to: Any) -> None:
    """Set one value of a saved JSON result by hand."""
    doc = json.loads(path.read_text(encoding="utf-8"))
    holder = doc
    for key in keys[:-1]:
        holder = holder[key]
    holder[keys[-1]] = to
    path.write_text(json.dumps(doc, ensure_ascii=False), encoding="utf-8")


def cells(line: str) -> int:
    """How many cells of a terminal a line takes."""
    from rich.cells import cell_len

    return cell_len(line)
