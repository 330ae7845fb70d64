"""A few hundred nearly right inputs to every command; `fuzz.py` runs as many as there is time for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from outcomes import Outcome, complaint

HERE = Path(__file__).parent
FOUND = HERE.parent / "data" / "found"
FINE = Outcome(2, b"", b"error[x]: wrong\n = help: right\n", 50.0)


@pytest.mark.parametrize("seed", [1, 2])
def test_every_input_ends_with_an_answer_or_with_a_message_and_nothing_half_written(seed: int) -> None:
    """In a process of its own: it makes children, which a test's threads would not survive."""
    done = subprocess.run(
        [sys.executable, str(HERE / "fuzz.py"), "--count", "250", "--seed", str(seed)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_was_found_once_is_not_found_again() -> None:
    """In a process of its own, as above."""
    done = subprocess.run(
        [sys.executable, str(HERE / "fuzz.py"), "--again", str(FOUND)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{len(list(FOUND.glob('*.args')))} inputs")


@pytest.mark.parametrize(
    "outcome",
    [
        FINE._replace(code=3),
        FINE._replace(code=-14),
        FINE._replace(code=1),
        FINE._replace(err=b"error[x]: wrong\n"),
        FINE._replace(err=b""),
        FINE._replace(err=FINE.err + b"Traceback (most recent call last)"),
        FINE._replace(peak=501.0),
    ],
)
def test_what_must_not_happen_is_noticed(outcome: Outcome) -> None:
    assert complaint(FINE, set()) is None
    assert complaint(outcome, set()) is not None


def test_a_file_left_behind_is_noticed() -> None:
    assert complaint(FINE, {".x.tmp"}) == "left .x.tmp"
