"""Formulas of how a whole divides: the share of each node after nesting, and the points that it adds to the score.

They compute what `scoring.evaluate` does: of a group's points each member has the part w (x / M)^p / sum of those,
M being the group's score and p the power of its mean (see `scoring.aggregate.mean_shares`).
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from kasean_score.formulas.means import NEXT_TO_NOTHING
from kasean_score.formulas.text import fold, number
from kasean_score.model import Group, is_condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.model import Rubric
    from kasean_score.render.book.columns import Block, Plan

__all__ = ["divided"]


def divided(rubric: Rubric, plan: Plan, block: Block) -> Iterator[tuple[str, int, str]]:
    """The formulas of shares and points in the columns of a block: column, row, formula."""
    whole = plan.rows[""]
    yield "share", whole, f'=IF(ISNUMBER({block.cell("low", whole)}),1,"")'
    yield "points", whole, f"={block.cell('score', whole)}"
    yield from _group(rubric, Group("", "", rubric.groups), plan, block)


def _group(rubric: Rubric, group: Group, plan: Plan, block: Block) -> Iterator[tuple[str, int, str]]:
    here = plan.rows[group.id]
    power = rubric.aggregate if group.aggregate is None else group.aggregate
    members = [child for child in group.children if not is_condition(child)]
    rows = [plan.rows[child.id] for child in members]
    columns = block.columns()
    weights = fold("SUM", columns.helpers[1], rows)
    pieces = fold("SUM", block.letter("piece"), rows)
    share, points = block.cell("share", here), block.cell("points", here)
    for row in rows:
        score, low, own = block.cell("score", row), block.cell("low", row), block.cell("piece", row)
        weight = f"N({columns.weight}{row})"
        yield "share", row, f'=IF(AND(ISNUMBER({share}),ISNUMBER({low})),{share}*MAX({weight},0)/{weights},"")'
        piece = _piece(power, score, block.cell("score", here), weight)
        yield "piece", row, f'=IF(AND(ISNUMBER({score}),{weight}>0),{piece},"")'
        part = f"IF(AND(ISNUMBER({own}),{pieces}>0),{points}*{own}/{pieces},0)"
        yield "points", row, f'=IF(AND(ISNUMBER({block.cell("share", row)}),ISNUMBER({score})),{part},"")'
    for child in members:
        if isinstance(child, Group):
            yield from _group(rubric, child, plan, block)


def _piece(power: float, x: str, mean: str, weight: str) -> str:
    """What a member accounts for, in proportion to the others; nothing where the mean is nothing."""
    if power == 1:
        return f"{weight}*{x}"
    if power == -inf:
        made = f"IF({x}={mean},{weight},0)"
    elif abs(power) < NEXT_TO_NOTHING:
        made = weight
    else:
        made = f"IF({x}>0,{weight}*EXP({number(power)}*LN({x}/{mean})),0)"
    return f"IF({mean}>0,{made},0)"
