"""A program that is ended while it writes leaves the old file or the new one; `kill.py` tries it at length."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
COMMAND = [sys.executable, "-m", "kasean_score"]


@pytest.mark.parametrize("how", ["KILL", "TERM"])
def test_whenever_a_program_is_ended_its_file_is_the_old_or_the_new_one(how: str) -> None:
    """Killed, it may leave its work beside it under a hidden name; asked to end, it leaves nothing."""
    done = subprocess.run(
        [sys.executable, str(HERE / "kill.py"), "--count", "4", "--signal", how], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "old" in done.stdout


def test_what_a_killed_program_left_is_read_by_nobody(tmp_path: Path) -> None:
    (tmp_path / ".0123456789ab.tmp").write_text("kind: initiative\n", encoding="utf-8")
    (tmp_path / "kasi.yaml").write_text("kind: initiative\nid: a\nname: A\nratings: {}\n", encoding="utf-8")
    done = subprocess.run([*COMMAND, "check", f"{tmp_path}/"], capture_output=True, text=True)
    assert "1 file" in done.stderr + done.stdout
    assert ".tmp" not in done.stderr + done.stdout


def test_a_program_that_is_asked_to_end_does_so_with_143_and_in_silence(tmp_path: Path) -> None:
    """It waits for a dossier on stdin when the signal comes: what it wrote on stderr says that it has begun to."""
    command = [*COMMAND, "evaluate", "nothing.yaml", "-", "-f", "jsonl"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=tmp_path) as child:
        assert child.stderr is not None
        assert child.stderr.readline()
        child.send_signal(signal.SIGTERM)
        assert child.wait() == 143
        assert b"Traceback" not in child.stderr.read()


def test_two_programs_that_write_one_file_leave_the_whole_of_one(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    said = {}
    for name in ("nsp", "kasi"):
        subprocess.run([*COMMAND, "evaluate", name, "-f", "json", "-o", str(target)], check=True, capture_output=True)
        said[target.read_bytes()] = name
    for _ in range(10):
        both = [
            subprocess.Popen([*COMMAND, "evaluate", name, "-f", "json", "-o", str(target)], stderr=subprocess.DEVNULL)
            for name in said.values()
        ]
        assert [child.wait() for child in both] == [0, 0]
        assert target.read_bytes() in said
    assert list(tmp_path.iterdir()) == [target]
