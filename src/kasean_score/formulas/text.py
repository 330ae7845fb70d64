"""How formulas are written: numbers with all their digits, texts, arrays, and functions of any number of cells."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["array", "fold", "nested", "number", "quoted"]

MOST_ARGUMENTS = 100
"""Of one function; 255 are allowed."""


def quoted(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'


def fold(function: str, letter: str, rows: Sequence[int]) -> str:
    """A function over the cells of some rows, neighbours in one range."""
    ranges: list[list[int]] = [[rows[0], rows[0]]] if rows else []
    for before, row in pairwise(rows):
        if row == before + 1:
            ranges[-1][1] = row
        else:
            ranges.append([row, row])
    cells = [f"{letter}{first}" if first == last else f"{letter}{first}:{letter}{last}" for first, last in ranges]
    if not cells:
        return "0"
    if function == "COUNT" and len(cells) > MOST_ARGUMENTS:
        pieces = [cells[at : at + MOST_ARGUMENTS] for at in range(0, len(cells), MOST_ARGUMENTS)]
        return "(" + "+".join(f"COUNT({','.join(piece)})" for piece in pieces) + ")"
    return nested(function, cells)


def nested(function: str, parts: Sequence[str]) -> str:
    """A function of any number of arguments that may be taken in pieces."""
    while len(parts) > MOST_ARGUMENTS:
        pieces = [parts[at : at + MOST_ARGUMENTS] for at in range(0, len(parts), MOST_ARGUMENTS)]
        parts = [f"{function}({','.join(piece)})" for piece in pieces]
    return f"{function}({','.join(parts)})"


def array(numbers: Iterable[float]) -> str:
    return "{" + ",".join(map(number, numbers)) + "}"


def number(value: float) -> str:
    """A number with all its digits; a whole one without a point."""
    if float(value).is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(float(value)).upper()
