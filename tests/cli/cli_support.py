"""Running the program as a person does: in a process of its own, stdout and stderr apart."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMMAND = (sys.executable, "-m", "kasean_score")
HANGUL = re.compile("[\uac00-\ud7a3]")
UNSET = ("COLUMNS", "FORCE_COLOR", "KASEAN_SCORE_DEBUG", "KASEAN_SCORE_LANG", "LINES", "NO_COLOR", "PYTHONUNBUFFERED")
SMALL = ("try.yaml", "-r", "small.yaml")
"""A dossier and a rubric that `write_small` puts into a folder: levels 1 and 3 of 4, so a score of 50."""


class Run(NamedTuple):
    code: int
    out: str
    err: str


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment without what would change the output, and with `changes`."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return {**kept, **(changes or {})}


def run(
    *args: str | Path, stdin: str | None = None, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Run:
    """Run `kasean-score` with `args`; what it writes must be UTF-8."""
    given = b"" if stdin is None else stdin.encode()
    done = subprocess.run([*COMMAND, *args], input=given, capture_output=True, env=environment(env), cwd=cwd)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_shell(script: str, *, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Run:
    """Run a bash script in which `$K` is the program."""
    variables = {**environment(env), "K": " ".join(COMMAND)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, env=variables, cwd=cwd)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def run_in_terminal(
    *args: str, columns: int = 80, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Run:
    """Run `kasean-score` with stdout on a terminal of 48 lines."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 48, columns, 0, 0))
    variables = {"TERM": "xterm", **environment(env), **(env or {})}
    child = subprocess.Popen([*COMMAND, *args], stdout=theirs, stderr=subprocess.PIPE, env=variables, cwd=cwd)
    os.close(theirs)
    shown = _read_all(ours).decode().replace("\r\n", "\n")
    _, err = child.communicate()
    return Run(child.returncode, shown, err.decode())


def _read_all(terminal: int) -> bytes:
    read = []
    with os.fdopen(terminal, "rb", buffering=0) as stream:
        while True:
            try:
                piece = stream.read(65536)
            except OSError:  # a terminal that nobody writes to any more
                break
            if not piece:
                break
            read.append(piece)
    return b"".join(read)


def write_small(folder: Path) -> Path:
    """`small.yaml`, a rubric of two criteria, and `try.yaml`, a dossier rated 1 and 3 on it."""
    criteria = "".join(f"      - {{id: {name}, title: {name.title()}}}\n" for name in ("one", "two"))
    rubric = f"kind: rubric\nid: small\ntitle: Small\ngroups:\n  - id: all\n    title: All\n    criteria:\n{criteria}"
    (folder / "small.yaml").write_text(rubric, encoding="utf-8")
    (folder / "try.yaml").write_text(dossier("try"), encoding="utf-8")
    return folder


def dossier(name: str, one: str = "level: 1") -> str:
    ratings = f"  small:\n    all.one: {{{one}}}\n    all.two: {{level: 3}}\n"
    return f"kind: initiative\nid: {name}\nname: A try\nratings:\n{ratings}"
