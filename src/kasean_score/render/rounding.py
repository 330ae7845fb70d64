"""Figures as people read them: here numbers are rounded, once, whoever shows them."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "bounds_text",
    "digits_apart",
    "is_thin",
    "percent",
    "quantity",
    "score_text",
    "score_text_apart",
    "whole",
]


def whole(number: float) -> int:
    """Rounded to the nearest whole number, halves up, as people expect of a score."""
    return floor(number + 0.5 + 1e-9)


def percent(part: float) -> int:
    return whole(100 * part)


def bounds_text(bounds: Sequence[float]) -> str:
    return f"[{whole(bounds[0])}-{whole(bounds[1])}]"


def score_text(score: float | None, bounds: Sequence[float] | None, *, thin: bool = False) -> str:
    """`46 [31-68]`; `46?` where coverage is below the minimum, and `-` where there is no score."""
    if bounds is None:
        return "-"
    number = "-" if score is None else f"{whole(score)}{'?' if thin else ''}"
    return f"{number} {bounds_text(bounds)}"


def score_text_apart(
    score: float | None,
    bounds: Sequence[float] | None,
    compared: float | None,
    starts: Sequence[float],
    *,
    thin: bool = False,
) -> str:
    """`score_text`, with decimals where rounding would take the figure `compared` over one of `starts`."""
    digits = 0 if compared is None else digits_apart(compared, starts)
    if score is None or bounds is None or digits == 0:
        return score_text(score, bounds, thin=thin)
    low, high = (f"{end:.{digits}f}" for end in bounds)
    return f"{score:.{digits}f}{'?' if thin else ''} [{low}-{high}]"


def digits_apart(exact: float, starts: Sequence[float]) -> int:
    """How many decimals keep a number on its side of each of `starts`; 0 where the nearest whole number does."""
    if not _crossed(exact, whole(exact), starts):
        return 0
    return next(n for n in range(1, 17) if n == 16 or not _crossed(exact, round(exact, n), starts))


def _crossed(exact: float, rounded: float, starts: Sequence[float]) -> bool:
    """Whether rounding takes a score over the start of a band."""
    return any((exact >= start - 1e-9) != (rounded >= start) for start in starts)


def quantity(number: float) -> str:
    """A value of a measure: all its digits, with separators."""
    return f"{number:,.0f}" if number == floor(number) and abs(number) < 1e15 else f"{number:,.10g}"


def is_thin(coverage: float | None, needed: float) -> bool:
    """Whether coverage is below the minimum."""
    return coverage is not None and coverage < needed - 1e-9
