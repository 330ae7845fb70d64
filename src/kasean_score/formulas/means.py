"""The power means of a group's members as spreadsheet formulas: what each adds to a sum, and the mean from the sums."""

from __future__ import annotations

from math import inf

from kasean_score.formulas.text import number

__all__ = ["NEXT_TO_NOTHING", "extreme", "mean", "term"]

NEXT_TO_NOTHING = 1e-12
"""Powers closer to 0 than this are the geometric mean, as in `scoring.aggregate`."""
TINY = 1e-3
"""Below this power the plain formula would lose digits: (sum)^(1/p) multiplies every rounding error by 1/p."""


def extreme(power: float) -> str:
    """What a mean takes its members in proportion to, so that no power of them overflows; empty: it needs none."""
    if power == 1 or power == -inf:
        return ""
    return "MAX" if power >= NEXT_TO_NOTHING else "MIN"


def term(power: float, x: str, weight: str, reference: str) -> str:
    """What a member, whose figure stands in `x` where it counts, adds to the sum that its group's mean is made of."""
    if abs(power) < NEXT_TO_NOTHING:
        made = f"IF({x}>0,{weight}*LN({x}),0)"
    else:
        share = f"({x}/{reference})^({number(power)})"
        if abs(power) < TINY:
            small = f"({number(power)}*LN({x}/{reference}))"
            share = f"IF({x}>0,{_exponential_less_one(small)},-1)"
        made = f"IF({reference}>0,{weight}*{share},0)"
    return f'=IF(ISNUMBER({x}),{made},"")'


def mean(power: float, total: str, weight: str, reference: str) -> str:
    """The weighted power mean of a group, from the sum of its members' terms and that of their weights.

    Empty for the minimum, which is taken of the members themselves.
    """
    if power == 1:
        return f"{total}/{weight}"
    if power == -inf:
        return ""
    if abs(power) < NEXT_TO_NOTHING:
        return f"IF({reference}>0,EXP({total}/{weight}),0)"
    if abs(power) < TINY:
        logarithm = _logarithm_of_one_more(f"({total}/{weight})")
        return f"IF({reference}>0,{reference}*EXP({logarithm}/({number(power)})),0)"
    return f"IF({reference}>0,{reference}*({total}/{weight})^({number(1 / power)}),0)"


def _exponential_less_one(x: str) -> str:
    """EXP(x)-1 for small x by its series: spreadsheets have no function that keeps the digits."""
    inner = "1"
    for divisor in range(7, 1, -1):
        inner = f"(1+{x}/{divisor}*{inner})"
    return f"{x}*{inner}"


def _logarithm_of_one_more(x: str) -> str:
    """LN(1+x), for small x by its series."""
    inner = f"1/8-{x}/9"
    for divisor in range(7, 0, -1):
        inner = f"1/{divisor}-{x}*({inner})"
    return f"IF(ABS({x})<0.03,{x}*({inner}),LN(1+{x}))"
