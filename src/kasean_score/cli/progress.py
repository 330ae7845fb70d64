"""How far a long run has come: one line on a terminal, written over itself and gone at the end."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, TextIO

from kasean_score.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Progress"]

PATIENCE, PAUSE = 1.0, 0.1
"""Seconds before anything is shown, and between two pictures of it."""
BAR = 24
CLEAR = "\r\x1b[K"


class Progress:
    """Shows nothing where `stream` (stderr) is no terminal, or the answer is written to the same one meanwhile.

    `total` is the number of bytes to read, None where it is not known; it is asked for when there is something to show.
    """

    def __init__(
        self,
        total: Callable[[], int | None],
        lang: str,
        *,
        quiet: bool = False,
        stream: TextIO | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.stream = stream or sys.stderr
        self.lang = lang
        self._total = total
        self._size: int | None = None
        self._clock = clock
        self._live = not quiet and self.stream.isatty()
        self._next = clock() + PATIENCE if self._live else 0.0
        self._shown = self._asked = False

    def show(self, read: int, dossiers: int) -> None:
        """Say that so many bytes and dossiers are done, unless that was said a moment ago."""
        if not self._live or (now := self._clock()) < self._next:
            return
        if not self._asked:
            self._asked, self._size = True, self._total()
        self._next = now + PAUSE
        self._shown = True
        self.stream.write(f"{CLEAR}{self._line(read, dossiers)}")
        self.stream.flush()

    def clear(self) -> None:
        """Leave the line to others."""
        if self._shown:
            self._shown = False
            self.stream.write(CLEAR)
            self.stream.flush()

    def _line(self, read: int, dossiers: int) -> str:
        if not self._size:
            return say(self.lang, "progress.count", count=f"{dossiers:,}")
        share = min(read / self._size, 1.0)
        full = int(share * BAR)
        bar = "█" * full + "░" * (BAR - full)
        return say(self.lang, "progress.share", bar=bar, percent=int(100 * share), count=f"{dossiers:,}")
