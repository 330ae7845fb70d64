"""The program's entry: exit codes, and what is said when something fails.

0 done, 1 the answer is no, 2 could not answer, 3 a bug, 130 Ctrl-C, 141 the reader closed the pipe, 143 asked to end
(SIGTERM). Everything that takes time to import is imported inside, so that an interrupt is always answered.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from kasean_score.cli import UNANSWERED

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

BUG, INTERRUPTED, PIPE_CLOSED, TERMINATED = 3, 130, 141, 143
UNWRITABLE = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO, errno.EBADF)
"""What can befall standard output: a full disk, a limit, a fault of the device, a stream that was closed."""


class TerminationError(BaseException):
    """SIGTERM came: what is half-written goes, and no handler of errors holds it up."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line `args` (default: the process's own) and exit."""
    try:
        signal.signal(signal.SIGTERM, _terminate)
        _prepare_streams()
        code = _run(list(sys.argv[1:] if args is None else args))
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except TerminationError:
        code = TERMINATED
    except BrokenPipeError:
        code = PIPE_CLOSED
    except OSError as error:
        code = _unwritten(error) if error.errno in UNWRITABLE else _bug(error)
    # Nothing is left to do, and taking the interpreter apart would cost a tenth of the run.
    os._exit(code)


def _terminate(number: int, frame: object) -> NoReturn:
    raise TerminationError


def _prepare_streams() -> None:
    """The same bytes everywhere, UTF-8 whatever the locale; a stream that was closed leads nowhere."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        setattr(sys, name, stream)


def _run(args: list[str]) -> int:
    import gc

    shell = os.environ.get("_KASEAN_SCORE_COMPLETE")
    if shell:  # the script of `completion` asks
        from kasean_score.cli.completing import answer

        return answer(shell, args)
    gc.disable()  # a run lasts a tenth of a second: collecting would cost more than it frees
    from kasean_score.cli.commands import run

    try:
        return run(args)
    except (KeyboardInterrupt, OSError):
        raise
    except Exception as error:
        if os.environ.get("KASEAN_SCORE_DEBUG"):
            raise
        return _bug(error)


def _unwritten(error: OSError) -> int:
    from kasean_score.cli.commands import asked_language, report
    from kasean_score.errors import Problem

    reason = error.strerror or str(error)
    report([Problem("cannot-write.stdout", params={"reason": reason})], asked_language(sys.argv))
    sys.stderr.flush()
    return UNANSWERED


def _bug(error: Exception) -> int:
    from kasean_score import __version__
    from kasean_score.messages import language_from, say

    what = f"{type(error).__name__}: {error}"
    print(say(language_from(os.environ), "note.bug", version=__version__, what=what), file=sys.stderr)
    return BUG
