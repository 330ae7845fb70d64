"""Where each of very many names was first used, in little memory."""

from __future__ import annotations

from array import array

__all__ = ["FirstLines"]

SLOTS = 1024


class FirstLines:
    """On which line each id was first used: a table of 64-bit hashes, since ids would take ten times the memory.

    A slot takes 12 bytes, and between a third and two thirds of them are in use.
    """

    def __init__(self) -> None:
        self._hashes, self._places = _slots(SLOTS)
        self._count = 0

    def of(self, name: str, line: int) -> int:
        """The line on which `name` was used first; it is `line` where it was not."""
        if 3 * self._count >= 2 * len(self._hashes):
            self._grow()
        found = self._put(hash(name) or 1, line)
        self._count += found == line
        return found

    def _put(self, value: int, line: int) -> int:
        hashes, mask = self._hashes, len(self._hashes) - 1
        at = value & mask
        while hashes[at] not in (0, value):
            at = (at + 1) & mask
        if hashes[at] == 0:
            hashes[at], self._places[at] = value, line
        return self._places[at]

    def _grow(self) -> None:
        hashes, places = self._hashes, self._places
        self._hashes, self._places = _slots(2 * len(hashes))
        for value, line in zip(hashes, places, strict=True):
            if value:
                self._put(value, line)


def _slots(count: int) -> tuple[array[int], array[int]]:
    """Empty slots: hashes, where 0 is none, and lines, of which no table has 2^32."""
    return array("q", [0]) * count, array("I", [0]) * count
