"""Sheets as a fragment of HTML, for notebooks."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from kasean_score.render.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.render import Screen
    from kasean_score.render.sheet import Grid, Line, Row, Sheet

__all__ = ["sheets"]

RIGHT = ' style="text-align: right"'


def sheets(pages: Iterable[Sheet], screen: Screen) -> str:
    """Each sheet as a section: a heading, what is said first, tables, what is said last."""
    return "".join(f"{part}\n" for page in pages for part in _sheet(page))


def _sheet(page: Sheet) -> Iterator[str]:
    yield f"<section>\n<h3>{_text(page.title)}</h3>"
    yield from _lines(page.lines)
    for grid in page.grids:
        yield from _table(grid) if grid.rows else ()
    yield from _lines(page.notes)
    yield "</section>"


def _text(text: str) -> str:
    return escape(printable(text))


def _lines(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        label = f"<b>{_text(line.label)}:</b> " if line.label else ""
        yield f"<p>{label}{_text(line.text)}</p>"


def _table(grid: Grid) -> Iterator[str]:
    yield "<table>"
    if grid.title:
        yield f"<caption>{_text(grid.title)}</caption>"
    heads = (f"<th{RIGHT if column.right else ''}>{_text(column.title)}</th>" for column in grid.columns)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>"
    yield from (_row(grid, row) for row in grid.rows)
    yield "</tbody>\n</table>"


def _row(grid: Grid, row: Row) -> str:
    first, *others = map(_text, row.cells)
    name = f"<b>{first}</b>" if row.strong else first
    cells = [f'<td style="text-align: left; padding-left: {row.depth + 0.5}em">{name}</td>']
    cells += [f"<td{RIGHT if c.right else ''}>{x}</td>" for c, x in zip(grid.columns[1:], others, strict=True)]
    return f"<tr>{''.join(cells)}</tr>"
