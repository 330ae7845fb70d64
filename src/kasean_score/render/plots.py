"""Small pictures of characters, legible without colour: where a figure stands on a line, and how dark a share is."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["plot", "shade"]

CELLS = 20
"""Cells of a bar from 0 to 100."""
SHADES = " ·░▒▓█"


def plot(score: float | None, bounds: Sequence[float] | None) -> str:
    """A bar from 0 to 100: where the score stands, how far it could be off, and what is out of reach."""
    if bounds is None:
        return ""
    low, high = map(_cell, bounds)
    marks = ["▒" if low <= cell <= high else "·" for cell in range(CELLS)]
    if score is not None:
        marks[_cell(score)] = "█"
    return "".join(marks)


def shade(share: float) -> str:
    """A block, the darker the greater a share (0 to 1) is: blank below half a per cent, full from four fifths on."""
    if share < 0.005:
        return SHADES[0]
    return SHADES[min(1 + floor(share * 5 + 1e-9), len(SHADES) - 1)]


def _cell(score: float) -> int:
    return min(max(floor(score * CELLS / 100), 0), CELLS - 1)
