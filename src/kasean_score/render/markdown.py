"""Outlines as Markdown: a page of headings and lists, for repositories and wikis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kasean_score.render.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.listing import LineDoc, OutlineDoc
    from kasean_score.render import Screen

__all__ = ["escaped", "outline"]

SYNTAX = re.compile(r"[\\`*<>\[\]|]|(?<!\w)_|_(?!\w)|^[#+-](?=\s|$)|(?<=^\d)[.)](?=\s|$)")
"""What would be read as Markdown; underscores within words and addresses are safe, and links stay whole."""


def outline(doc: OutlineDoc, screen: Screen) -> str:
    """The document's title, a heading for each line that has others below it, and those as lists."""
    return "".join(f"{line}\n" for line in _lines(doc["lines"]))


def escaped(text: str) -> str:
    """Text from a file, so that it reads as itself."""
    return SYNTAX.sub(r"\\\g<0>", printable(text).strip())


def _lines(lines: list[LineDoc]) -> Iterator[str]:
    listing = False
    section = 0
    for index, line in enumerate(lines):
        if line["heading"]:
            section = line["depth"]
            yield from [""] if index else []
            yield f"{'#' * (section + (2 if index else 1))} {_titled(line)}"
            listing = False
        elif not line["label"] and line["depth"] <= section + 1:
            yield from ("", escaped(line["text"]))
            listing = False
        else:
            yield from [] if listing else [""]
            yield f"{'  ' * max(0, line['depth'] - section - 1)}- {_item(line)}"
            listing = True


def _titled(line: LineDoc) -> str:
    title = escaped(line["text"])
    return f"`{line['label']}` {title}" if line["label"] else title


def _item(line: LineDoc) -> str:
    return f"**{escaped(line['label'])}:** {escaped(line['text'])}" if line["label"] else escaped(line["text"])
