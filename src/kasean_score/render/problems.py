"""Faults as people read them: where, what, what is allowed, what to do."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.messages import has, say
from kasean_score.render.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.errors import Place, Problem

__all__ = ["Spot", "cells", "full", "shown", "spot_of"]

WIDEST = 160
"""Longer lines of a file are shown only around the fault."""


def full(problems: Iterable[Problem], lang: str) -> str:
    """Each fault with its place, its line, a caret below it and a remedy; a blank line between faults."""
    return "\n".join(_full(problem, lang) for problem in problems)


def _full(problem: Problem, lang: str) -> str:
    message = say(lang, f"problem.{problem.key}", **problem.params)
    remedy = say(lang, f"remedy.{problem.key}", **problem.params) if has(f"remedy.{problem.key}") else None
    spot = None if problem.place is None else spot_of(problem.place)
    return shown(f"{say(lang, f'note.{problem.severity}')}[{problem.code}]", message, spot, remedy, lang)


class Spot(NamedTuple):
    """A place as it is shown: `start` and `end` are those of the token in the excerpt, counted from 0."""

    address: str
    line: int | None = None
    excerpt: str | None = None
    start: int = 0
    end: int = 1


def spot_of(place: Place) -> Spot:
    """Where a place is, with its line and the token in it."""
    if place.line is None or place.column is None:
        return Spot(place.address, place.line)
    return Spot(place.address, place.line, place.excerpt, *place.span)


def shown(label: str, message: str, spot: Spot | None, remedy: str | None, lang: str) -> str:
    """One fault or warning as a few lines: `label` is its severity and code."""
    lines = [f"{label}: {printable(message)}"]
    gutter = " " * (len(str(spot.line)) if spot is not None and spot.line else 1)
    if spot is not None:
        lines += _place(spot, gutter)
    if remedy is not None:
        lines.append(f"{gutter} = {say(lang, 'note.remedy')}: {printable(remedy)}")
    return "".join(f"{line}\n" for line in lines)


def _place(place: Spot, gutter: str) -> list[str]:
    where = printable(place.address)
    if place.line is None or place.excerpt is None:
        return [f"{gutter}--> {where}"]
    start, end = place.start, place.end
    line = place.excerpt.replace("\t", " ")  # a tab is as wide as the terminal likes
    before, token, after = printable(line[:start]), printable(line[start:end]), printable(line[end:])
    if len(before) > WIDEST or cells(before) > WIDEST // 2:
        before = "…" + before[-WIDEST // 4 :]
    token, after = token[:WIDEST], after[: max(0, WIDEST - len(before) - len(token))]
    return [
        f"{gutter}--> {where}",
        f"{gutter} |",
        f"{place.line} | {before}{token}{after}".rstrip(),
        f"{gutter} | {' ' * cells(before)}{'^' * max(1, cells(token))}",
    ]


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(map(_cells_of, text))


def _cells_of(letter: str) -> int:
    """Two for Korean and other wide letters; none for marks, nor for vowels and finals of a syllable in jamo."""
    if unicodedata.category(letter) in ("Mn", "Me", "Cf") or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
