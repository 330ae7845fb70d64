"""The bundled documents, and a walk over every text in them that people read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from kasean_score import load_initiative, load_rubric

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "korea-asean-relations.yaml"
RUBRIC_FILES = {path.stem: path for path in (*sorted((ROOT / "rubrics").glob("*.yaml")), EXAMPLE)}
RUBRICS = {name: load_rubric(str(path)) for name, path in RUBRIC_FILES.items()}
COMPARED_FILES = {path.stem: path for path in sorted((ROOT / "initiatives").glob("*.yaml"))}
"""The dossiers rated on both lenses by one standard."""
INITIATIVES = {name: load_initiative(str(path)) for name, path in COMPARED_FILES.items()}
CASE_FILES = (*sorted((ROOT / "initiatives").glob("*/*.yaml")), ROOT / "examples" / "korea-asean-2024.yaml")
DOSSIER_FILES = COMPARED_FILES | {path.stem: path for path in CASE_FILES}
DOSSIERS = {name: load_initiative(str(path)) for name, path in DOSSIER_FILES.items()}
"""Every dossier that the project carries and that is more than a sample of the format."""
LENSES = ("reset-plan", "three-pillars")
OPINION = ("ko-2025-reset", "beser-asean-korea")
"""The two columns, by the ids of their sources."""

HANGUL = re.compile("[\uac00-\ud7a3]")
TEXT_FIELDS = frozenset(
    {"at", "because", "description", "disputed", "interest", "label", "meaning", "name", "not_applicable", "not_rated"}
    | {"note", "owner", "question", "rated_by", "shows", "summary", "title", "unit"}
    | {"why", "why_applies", "why_min_coverage", "why_weight"}
)


def language_faults(path: Path) -> list[str]:
    """Of one file: texts that lack a language, are empty in one, or are not in the language they claim."""
    found = list(_texts(yaml.safe_load(path.read_text(encoding="utf-8")), ""))
    assert len(found) > 10
    return [f"{path}: {fault}" for path, text in found for fault in _faults(text)]


def _texts(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Every text for people with its path, read from the file itself; titles of sources stay as published."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")
    if not isinstance(value, dict):
        return
    for key, below in value.items():
        where = f"{path}.{key}"
        if key in TEXT_FIELDS and not re.fullmatch(r"\.sources\[\d+\]\.title", where):
            yield where, below
        elif key == "levels":
            yield from ((f"{where}.{level}", text) for level, text in below.items())
        elif key == "typical_evidence":
            yield from ((f"{where}[{index}]", text) for index, text in enumerate(below))
        else:
            yield from _texts(below, where)


def _faults(text: Any) -> Iterator[str]:
    if text == "%":
        return
    if not isinstance(text, dict) or set(text) != {"en", "ko"}:
        yield f"{text!r} is not in both languages"
        return
    if not text["en"].strip() or not text["ko"].strip():
        yield "empty in one language"
    if HANGUL.search(text["en"]):
        yield f"Hangul in the English {text['en']!r}"
    if not HANGUL.search(text["ko"]) and text["ko"] != "%":
        yield f"no Hangul in the Korean {text['ko']!r}"
