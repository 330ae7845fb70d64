"""The pages of the Python API, built from its docstrings: everything public is on them, and says what it is."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from typing import TYPE_CHECKING

import pytest

import kasean_score

if TYPE_CHECKING:
    from pathlib import Path

MODULES = ("api", "api_robustness", "model")
ENTRY = re.compile(r'<(?:section|div) id="([\w.]+)"')


@pytest.fixture(scope="module")
def sections(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the pages hold about each name."""
    folder: Path = tmp_path_factory.mktemp("api")
    names = [f"kasean_score.{name}" for name in MODULES]
    subprocess.run([sys.executable, "-m", "pdoc", *names, "-o", str(folder)], check=True, capture_output=True)
    pages = [(folder / "kasean_score" / f"{name}.html").read_text(encoding="utf-8") for name in MODULES]
    found: dict[str, str] = {}
    for page in pages:
        _, *parts = ENTRY.split(page)
        found |= {name: unescape(text) for name, text in zip(parts[::2], parts[1::2], strict=True)}
    return found


@pytest.mark.parametrize("name", [name for name in kasean_score.__all__ if name != "__version__"])
def test_every_public_name_has_a_section_with_its_docstring(sections: dict[str, str], name: str) -> None:
    said = getattr(kasean_score, name).__doc__.split()[:3]
    assert said
    assert " ".join(said).strip(".,:;") in re.sub(r"<[^>]*>", "", sections[name])


def test_every_method_of_a_result_has_a_section_with_a_docstring(sections: dict[str, str]) -> None:
    for owner in (kasean_score.Scorecard, kasean_score.Comparison, kasean_score.Robustness):
        own = [name for name, one in vars(owner).items() if callable(one) and not name.startswith("_")]
        assert own
        assert [name for name in own if 'class="docstring"' not in sections.get(f"{owner.__name__}.{name}", "")] == []
