"""Faults as people read them: where, what, what is allowed, what to do."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from kasean_score.messages import has, say
from kasean_score.render.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.errors import Place, Problem

__all__ = ["full"]

WIDEST = 160
"""Longer lines of a file are shown only around the fault."""


def full(problems: Iterable[Problem], lang: str) -> str:
    """Each fault with its place, its line, a caret below it and a remedy; a blank line between faults."""
    return "\n".join(_full(problem, lang) for problem in problems)


def _full(problem: Problem, lang: str) -> str:
    severity = say(lang, "note.error")
    message = printable(say(lang, f"problem.{problem.key}", **problem.params))
    lines = [f"{severity}[{problem.code}]: {message}"]
    line = problem.place.line if problem.place else None
    gutter = " " * (len(str(line)) if line else 1)
    if problem.place is not None:
        lines += _place(problem.place, gutter)
    if has(f"remedy.{problem.key}"):
        remedy = printable(say(lang, f"remedy.{problem.key}", **problem.params))
        lines.append(f"{gutter} = {say(lang, 'note.remedy')}: {remedy}")
    return "".join(f"{line}\n" for line in lines)


def _place(place: Place, gutter: str) -> list[str]:
    path = printable(place.file.path)
    if place.line is None:
        return [f"{gutter}--> {path}"]
    where = f"{path}:{place.line}" if place.column is None else f"{path}:{place.line}:{place.column}"
    excerpt = place.excerpt
    if excerpt is None or place.column is None:
        return [f"{gutter}--> {where}"]
    start, end = place.span
    line = excerpt.replace("\t", " ")  # a tab is as wide as the terminal likes
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
