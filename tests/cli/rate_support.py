"""`rate` in a real terminal: what is typed goes in as keys, what is shown comes back."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
from typing import TYPE_CHECKING

from cli_support import COMMAND, environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType

PATIENCE = 60
"""Seconds without a sign of life after which a test is given up."""
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x07")


class Terminal:
    """A conversation on a pseudo-terminal; as a context it ends the process, whatever happens."""

    def __init__(
        self, *args: str, cwd: Path, columns: int = 80, env: Mapping[str, str] | None = None, command: str = "rate"
    ) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 48, columns, 0, 0))
        variables = {**environment(env), "TERM": "xterm", "LC_ALL": "C.UTF-8", **(env or {})}
        self.child = subprocess.Popen(
            [*COMMAND, command, *args],
            stdin=theirs,
            stdout=theirs,
            stderr=subprocess.PIPE,
            env=variables,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(theirs)
        self.shown = ""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.child.kill()
        self.child.wait()
        assert self.child.stderr is not None
        self.child.stderr.close()
        os.close(self.ours)

    def wait_for(self, prompt: str) -> str:
        """Read until a line of the screen ends with `prompt`; returns what was shown since the last time."""
        before = len(self.shown)
        while not self._screen(before).endswith(prompt):
            if not self._read():
                raise AssertionError(f"ended before {prompt!r}: {self._screen(before)[-500:]}")
        return self._screen(before)

    def answer(self, text: str, prompt: str) -> str:
        """Type a line, and wait for the prompt that follows."""
        self.keys(f"{text}\r")
        return self.wait_for(prompt)

    def answer_begun(self, text: str) -> None:
        """Type what is not yet a line, and wait until it is shown: an interrupt before that could go unnoticed."""
        self.keys(text)
        self.wait_for(text)

    def keys(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def ends(self) -> tuple[int, str, str]:
        """The exit code, what was shown at last, and standard error."""
        before = len(self.shown)
        while self._read():
            pass
        assert self.child.stderr is not None
        err = self.child.stderr.read().decode()
        return self.child.wait(timeout=PATIENCE), self._screen(before), err

    def _screen(self, start: int) -> str:
        return ESCAPES.sub("", self.shown[start:]).replace("\r", "")

    def _read(self) -> bool:
        ready, _, _ = select.select([self.ours], [], [], PATIENCE)
        assert ready, f"nothing more came: {self._screen(0)[-500:]}"
        try:
            piece = os.read(self.ours, 65536)
        except OSError:  # nobody writes to the terminal any more
            return False
        self.shown += piece.decode("utf-8", "replace")
        return bool(piece)


def _take_terminal() -> None:
    """So that Ctrl-C on it reaches the process, though who started the tests may be deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
