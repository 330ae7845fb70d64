"""Pictures of figures, as SVG: positions are drawn in per cent of the scale from 0 to 100, so that they fit any width.

What a picture shows always stands beside it as text; shapes and shades tell things apart, never colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["bar", "shade", "spread"]

SHADES = 6


def bar(score: float | None, bounds: Sequence[float] | None, *, live: bool = True) -> Markup:
    """The bounds as a band and the score as a dot; `live` where the reader's weights may move them."""
    figure = Markup(' data-figure="bar"') if live else ""
    shapes = _range(bounds[0], bounds[1]) if bounds is not None else Markup('<rect class="range" visibility="hidden"/>')
    shapes += _point(score)
    return Markup('<svg class="bar"{} aria-hidden="true">{}</svg>').format(figure, shapes)


def spread(low: float, median: float, high: float, stated: float | None) -> Markup:
    """A simulated interval with its median as a stroke, and the score as stated as a dot."""
    shapes = _range(low, high, "interval")
    shapes += Markup('<line class="median" x1="{0}%" x2="{0}%" y1="2" y2="14"/>').format(_at(median))
    if stated is not None:
        shapes += _point(stated)
    return Markup('<svg class="bar" aria-hidden="true">{}</svg>').format(shapes)


def shade(share: float) -> int:
    """The step of grey, 0 (never) to 6 (nearly always), of a cell that tells a share from 0 to 1."""
    return 0 if share <= 0 else min(SHADES, 1 + int(share * SHADES))


def _range(low: float, high: float, kind: str = "range") -> Markup:
    return Markup('<rect class="{}" x="{}%" width="{}%"/>').format(kind, _at(low), _at(high - low))


def _point(score: float | None) -> Markup:
    if score is None:
        return Markup('<circle class="point" visibility="hidden"/>')
    return Markup('<circle class="point" cx="{}%"/>').format(_at(score))


def _at(number: float) -> str:
    return f"{round(number, 1):g}"
