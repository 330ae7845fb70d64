"""The program's entry: exit codes, and what is said when something fails.

0 done, 1 the answer is no, 2 could not answer, 3 a bug, 130 Ctrl-C, 141 the reader closed the pipe. Everything that
takes time to import is imported inside, so that an interrupt is always answered.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

UNANSWERED, BUG, INTERRUPTED, PIPE_CLOSED = 2, 3, 130, 141


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line `args` (default: the process's own) and exit."""
    try:
        code = _run(list(sys.argv[1:] if args is None else args))
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    _close_streams()
    # Nothing is left to do, and taking the interpreter apart would cost a tenth of the run.
    os._exit(code)


def _run(args: list[str]) -> int:
    import gc

    gc.disable()  # a run lasts a tenth of a second: collecting would cost more than it frees
    for stream in (sys.stdout, sys.stderr):
        # The same bytes everywhere: UTF-8 whatever the locale.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # type: ignore[union-attr]
    from kasean_score.cli.commands import run

    try:
        return run(args)
    except (KeyboardInterrupt, BrokenPipeError):
        raise
    except Exception as error:
        if os.environ.get("KASEAN_SCORE_DEBUG"):
            raise
        return _bug(error)


def _bug(error: Exception) -> int:
    from kasean_score import __version__
    from kasean_score.messages import language_from, say

    what = f"{type(error).__name__}: {error}"
    print(say(language_from(os.environ), "note.bug", version=__version__, what=what), file=sys.stderr)
    return BUG


def _close_streams() -> None:
    """Flush what is left; a reader that has gone must not turn into a message at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
