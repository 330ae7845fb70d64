"""Pages that show output or tables are what the program makes now."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


PAGES = [
    "README.md",
    "initiatives/README.md",
    *sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("docs/**/*.md")),
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_what_the_program_prints(page: str) -> None:
    """`cog -r README.md docs/*.md docs/rubrics/*.md initiatives/README.md` refreshes them."""
    done = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", page], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
