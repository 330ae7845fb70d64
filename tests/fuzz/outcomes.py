"""Running the program on one input in a process of its own, and saying what is wrong with the outcome."""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["Outcome", "complaint", "run", "started"]

SECONDS, MEBIBYTES = 5, 500
FAULT = (b"error[", "오류[".encode())
HELP = b"-h, --help"


class Outcome(NamedTuple):
    """Exit code (negative: the signal that ended it), what it printed, and its peak memory in MiB."""

    code: int
    out: bytes
    err: bytes
    peak: float


def run(args: Sequence[str], folder: Path) -> Outcome:
    """Run `kasean-score` with `args` in `folder`, in a child that has everything imported already."""
    child = started(args, folder)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    out, err = (path.read_bytes() for path in _streams(folder))
    return Outcome(code, out, err, used.ru_maxrss / 1024)


def started(args: Sequence[str], folder: Path) -> int:
    """The same, without waiting: the child's number."""
    child = os.fork()
    if child == 0:
        _become(args, folder, _streams(folder))
    return child


def _streams(folder: Path) -> list[Path]:
    return [folder.parent / f"{folder.name}.{name}" for name in ("out", "err")]


def _become(args: Sequence[str], folder: Path, outs: Sequence[Path]) -> None:
    """The program, in this process, which it ends."""
    from kasean_score.cli.app import main

    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(SECONDS)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000_000, 50_000_000))
    for number, path in enumerate(outs, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(folder)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115
    try:
        main(list(args))
    finally:
        os._exit(99)


def complaint(done: Outcome, left: set[str], *, reported: bool = False) -> str | None:
    """What is wrong with an outcome, None where nothing is.

    `left` are files that nobody asked for; `reported` tells that the faults went to a file, as they were asked to.
    """
    if done.code == -signal.SIGALRM:
        return f"took more than {SECONDS} s"
    if done.code not in (0, 1, 2):
        return f"exit code {done.code}"
    if b"Traceback" in done.err or b"Traceback" in done.out:
        return "a traceback"
    faults = any(sign in done.err for sign in FAULT)
    told = faults or reported or any(sign in done.out for sign in FAULT)  # to `check`, faults are what it was asked for
    helped = HELP in done.out and not done.err  # a command that lacks a further word shows its help
    remedied = reported or b" = " in done.err + done.out
    if done.code == 2 and not helped and not (told and remedied):
        return "exit code 2 without a fault and its remedy"
    if done.code != 2 and faults:
        return f"a fault on stderr and exit code {done.code}"
    if done.peak > MEBIBYTES:
        return f"{done.peak:.0f} MiB"
    return f"left {', '.join(sorted(left))}" if left else None
