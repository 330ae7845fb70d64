"""A page of text before it has a format: lines with labels, and grids of cells.

A view turns a document into sheets in one language; the renderers of tables, plain lines and Markdown draw any sheet.
So a command has one view and not three.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Column", "Grid", "Line", "Row", "Sheet"]


class Line(NamedTuple):
    """A text, and what it is (may be empty); `strong` where it should catch the eye."""

    label: str
    text: str
    strong: bool = False


class Column(NamedTuple):
    """The head of a column; `right` aligns numbers, `whole` keeps cells on one line.

    `most` is the greatest width that a table gives it, its title broken behind hyphens (0: as wide as it needs).
    """

    title: str
    right: bool = False
    whole: bool = False
    most: int = 0


class Row(NamedTuple):
    """A row's cells, the first indented to `depth`; `ends` sets it off from the rows that follow."""

    cells: tuple[str, ...]
    depth: int = 0
    strong: bool = False
    ends: bool = False


class Grid(NamedTuple):
    """Rows under columns; the first column names the row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""


class Sheet(NamedTuple):
    """A title, what is said first, grids, and what is said last."""

    title: str
    lines: tuple[Line, ...] = ()
    grids: tuple[Grid, ...] = ()
    notes: tuple[Line, ...] = ()
