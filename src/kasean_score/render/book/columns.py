"""Where everything stands on a sheet of scorecards: rows of nodes, and for each initiative a block of columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from openpyxl.utils import get_column_letter

from kasean_score.formulas.tree import HELPERS, READINGS, Columns, Given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.report_shapes import WeighedNodeDoc

__all__ = [
    "BAND",
    "HEADS",
    "INPUTS",
    "NAMES",
    "NODE",
    "NOTE",
    "SHOWN",
    "STATED_WEIGHT",
    "STATUS",
    "TITLE",
    "WEIGHT",
    "WHOLE",
    "Block",
    "Plan",
    "plan_of",
]

TITLE, NOTE, STATUS, NAMES, HEADS, WHOLE, BAND = range(1, 8)
"""The rows above the nodes."""
NODE, STATED_WEIGHT, WEIGHT = 2, 3, 4
"""Columns, after that of addresses."""
LEVELS = ("level", "level_to")
VALUES = ("value", "value_low", "value_high")
INPUTS = (*LEVELS, *VALUES)
SHOWN = ("score", "low", "high", "coverage", "share", "points", "stated")


class Block(NamedTuple):
    """The columns of one initiative, by what stands in them: those that are seen, and the hidden ones far right."""

    column: dict[str, int]
    inputs: tuple[str, ...]

    def cell(self, name: str, row: int) -> str:
        return f"{self.letter(name)}{row}"

    def letter(self, name: str) -> str:
        return get_column_letter(self.column[name])

    def shown(self) -> tuple[str, ...]:
        """What the columns that are seen hold, from the left."""
        return (*self.inputs, *SHOWN)

    def given(self, row: int, gone: str) -> Given:
        """The cells of one criterion's rating, which does not apply where its level says `gone`."""
        cells = [self.cell(name, row) for name in self.inputs]
        level, level_to, value, low, high = [*cells, *[""] * (len(INPUTS) - len(cells))]
        return Given(level, level_to, value, low, high, gone=f"{level}={gone}")

    def columns(self) -> Columns:
        score, low, high, coverage = map(self.letter, SHOWN[:4])
        helpers = tuple(self.letter(f"help {at}") for at in range(HELPERS))
        return Columns(score, low, high, coverage, get_column_letter(WEIGHT), helpers)


class Plan(NamedTuple):
    """`rows` are those of the nodes by address, and that of the whole under the empty one; limits stand below."""

    rows: dict[str, int]
    last: int
    limits: int
    bands: int
    blocks: tuple[Block, ...]
    edge: int

    @property
    def first(self) -> int:
        return BAND + 1


def plan_of(nodes: Sequence[WeighedNodeDoc], initiatives: int, limits: int, *, measured: bool) -> Plan:
    """The plan of a sheet; `measured`: whether any criterion is judged by a number. `edge` is the last column seen."""
    rows = {"": WHOLE, **{node["id"]: row for row, node in enumerate(nodes, BAND + 1)}}
    last = max(rows.values()) if nodes else BAND
    inputs = INPUTS if measured else LEVELS
    seen = len(inputs) + len(SHOWN) + 1  # and a gap
    edge = WEIGHT + initiatives * seen
    hidden = (
        *(f"stated {name}" for name in inputs),
        "changed",
        "piece",
        *(f"help {at}" for at in range(HELPERS)),
        *(f"limit {reading}" for reading in READINGS),
    )
    blocks = []
    for at in range(initiatives):
        left, right = WEIGHT + at * seen + 2, edge + 2 + at * len(hidden)
        column = {name: left + place for place, name in enumerate((*inputs, *SHOWN))}
        column |= {name: right + place for place, name in enumerate(hidden)}
        blocks.append(Block(column, inputs))
    below = last + 2
    return Plan(rows, last, below + 1, below + limits + 3 if limits else below + 1, tuple(blocks), edge)
