"""A document's values with the stretch of text that each takes: what an edit needs to leave all else alone."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from kasean_score.files.tree import resolved
from kasean_score.files.yamlio import Piece, pieces

__all__ = ["Entry", "Span", "spans_of"]

KEEPS_BREAKS = re.compile(r"[|>][0-9]*\+")
"""The head of a block text that ends with the empty lines after it."""


class Span:
    """One value: its text is `text[start:end]`; `flow` tells brackets, `style` a quoted or block text."""

    def __init__(self, piece: Piece) -> None:
        self.sort = piece.sort
        self.start, self.end = piece.start, piece.end
        self.flow, self.style = piece.flow, piece.style
        self.value: Any = None
        self.entries: dict[str, Entry] = {}
        self.items: list[Span] = []

    @property
    def below(self) -> list[Span]:
        return [entry.value for entry in self.entries.values()] or self.items


class Entry(NamedTuple):
    """A key of a mapping, from `start` to `end`, and its value."""

    start: int
    end: int
    value: Span


def spans_of(text: str) -> Span:
    """The root of the document in `text`, which must be one that the reader takes."""
    stack: list[tuple[Span, Piece | None]] = []
    for piece in pieces(text):
        holder, key = stack[-1] if stack else (None, None)
        if piece.sort == "end":
            done, _ = stack.pop()
            _close(done, piece)
            if not stack:
                return done
            continue
        if holder is not None and holder.sort == "mapping" and key is None:
            stack[-1] = (holder, piece)
            continue
        span = Span(piece)
        if piece.sort == "scalar":
            span.value = resolved(piece.text) if not piece.style else piece.text
            span.end = _end_of(piece, text)
        if holder is not None and key is not None:
            holder.entries[key.text] = Entry(key.start, key.end, span)
            stack[-1] = (holder, None)
        elif holder is not None:
            holder.items.append(span)
        if piece.sort != "scalar":
            stack.append((span, None))
    raise ValueError("no document")


def _close(span: Span, piece: Piece) -> None:
    """Enter the value of a container; without brackets it ends where the last value in it does."""
    if span.flow:
        span.end = piece.end
    elif span.below:
        span.end = span.below[-1].end
    if span.sort == "mapping":
        span.value = {key: entry.value.value for key, entry in span.entries.items()}
    else:
        span.value = [item.value for item in span.items]


def _end_of(piece: Piece, text: str) -> int:
    """The end of a scalar's last line: the parser counts the empty lines after a block text as its own."""
    if piece.style not in ("|", ">"):
        return piece.end
    own = text[piece.start : piece.end]
    kept = own.rstrip(" ") if KEEPS_BREAKS.match(own) else own.rstrip()
    return piece.start + len(kept)
