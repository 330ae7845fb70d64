"""Markdown: outlines as pages of headings and lists, sheets as lines and tables for a brief or a job summary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kasean_score.render.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kasean_score.documents.listing import LineDoc, OutlineDoc
    from kasean_score.render import Screen
    from kasean_score.render.sheet import Grid, Line, Sheet

    Clean = Callable[[str], str]

__all__ = ["escaped", "listed", "outline", "sheets", "table"]

SYNTAX = re.compile(
    r"[\\`*<>\[\]|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|^[+-](?=\s|$)|^[-=](?=[-=]*$)|^#(?=#{0,5}(?:\s|$))|^\d{1,9}[.)](?=\s|$)"
)
"""What would be read as Markdown; underscores within words and addresses are safe, and links stay whole."""
DEEPEST = 6
"""Markdown knows no deeper heading."""


def outline(doc: OutlineDoc, screen: Screen) -> str:
    """The document's title, a heading for each line that has others below it, and those as lists."""
    return "".join(f"{line}\n" for line in _lines(doc["lines"]))


def sheets(pages: Iterable[Sheet], screen: Screen) -> str:
    """Each sheet under a heading: what is said first as a list, grids as tables, what is said last as a list."""
    return "\n".join("".join(f"{line}\n" for line in _sheet(page)) for page in pages)


def _sheet(page: Sheet) -> Iterator[str]:
    yield f"## {escaped(page.title)}"
    yield from listed(page.lines)
    for grid in page.grids:
        if grid.rows:
            yield from ["", f"### {escaped(grid.title)}"] if grid.title else []
            yield from table(grid)
    yield from listed(page.notes)


def listed(lines: Iterable[Line], clean: Clean | None = None) -> Iterator[str]:
    """Lines as a list; `clean` makes texts safe, by default `escaped`."""
    clean = clean or escaped
    items = [f"- **{clean(x.label)}:** {clean(x.text)}" if x.label else f"- {clean(x.text)}" for x in lines]
    yield from ["", *items] if items else []


def table(grid: Grid, clean: Clean | None = None) -> Iterator[str]:
    """A grid as a table; `clean` makes texts safe, by default `escaped`."""
    clean = clean or escaped
    yield ""
    yield _cells(clean(column.title) for column in grid.columns)
    yield "|" + "|".join("---:" if column.right else "---" for column in grid.columns) + "|"
    for row in grid.rows:
        first, *others = map(clean, row.cells)
        indent = "&nbsp;" * 3 * row.depth
        yield _cells([indent + (f"**{first}**" if row.strong and first else first), *others])


def _cells(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


def escaped(text: str) -> str:
    """Text from a file, so that it reads as itself."""
    return SYNTAX.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", printable(text).strip())


def _lines(lines: list[LineDoc]) -> Iterator[str]:
    listing = False
    section = 0
    for index, line in enumerate(lines):
        if line["heading"]:
            section = line["depth"]
            yield from [""] if index else []
            yield f"{'#' * min(section + (2 if index else 1), DEEPEST)} {_titled(line)}"
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
    label, text = escaped(line["label"]), escaped(line["text"])
    return f"**{label}:** {text}" if label and text else label or text
