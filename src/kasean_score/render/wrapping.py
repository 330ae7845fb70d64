"""Plain text on lines of a terminal's width, counted in cells: Korean letters take two."""

from __future__ import annotations

from kasean_score.render.problems import cells

__all__ = ["wrapped"]


def wrapped(text: str, width: int, first: str = "", then: str | None = None) -> list[str]:
    """`text` on lines of up to `width` cells; `first` begins the first line, `then` (default: blanks) the others."""
    begin = " " * cells(first) if then is None else then
    lines, line = [], first
    empty = True
    for word in text.split():
        if not empty and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, empty = begin, True
        while empty and cells(line) + cells(word) > width and len(word) > 1:
            head = _fitting(word, max(2, width - cells(line)))
            lines.append(line + head)
            line, word = begin, word[len(head) :]
        line += word if empty else f" {word}"
        empty = False
    return [*lines, line.rstrip()]


def _fitting(word: str, width: int) -> str:
    """As much of a word that is too long as fits."""
    used = 0
    for index, letter in enumerate(word):
        used += cells(letter)
        if used > width:
            return word[: max(1, index)]
    return word
