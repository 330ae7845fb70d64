"""Weighted power means, and how such a mean divides among its members.

M_p(x, w) = (sum w_i x_i^p)^(1/p) with the weights normalised to 1: p = 1 arithmetic, p -> 0 geometric, p = -1
harmonic, p -> -inf minimum. Source: Hardy, Littlewood and Polya, Inequalities (1934), chapter II.
"""

from __future__ import annotations

from math import exp, expm1, fsum, inf, log, log1p
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

from kasean_score.model import AGGREGATES

__all__ = ["NEXT_TO_NOTHING", "aggregate_name", "mean_shares", "positive_mean", "positive_shares", "power_mean"]

NEXT_TO_NOTHING = 1e-12
"""A power so close to 0 that its mean has the digits of the geometric one, and that dividing by it would lose them."""


def aggregate_name(power: float) -> str:
    """The name of a power's mean; `power 2` where it has none."""
    for name, named in AGGREGATES.items():
        if power == named:
            return name
    return f"power {power:.15g}"


def power_mean(values: Sequence[float], weights: Sequence[float], power: float) -> float:
    """Weighted power mean of `values` (each >= 0), with relative `weights` (each >= 0, not all zero).

    Members of zero weight have no effect. For `power` <= 0 a zero with positive weight makes the mean 0. The result
    lies between the smallest and the largest weighted value; sums are exactly rounded, so the order of the members
    does not matter.

    Raises ValueError when no weight is positive.
    """
    members = [(x, w) for x, w in zip(values, weights, strict=True) if w > 0]
    if not members:
        raise ValueError("a mean needs at least one positive weight")
    return positive_mean([x for x, _ in members], [w for _, w in members], fsum(w for _, w in members), power)


def positive_mean(values: Sequence[float], weights: Sequence[float], total: float, power: float) -> float:
    """`power_mean` where every weight is known to be positive and `total` to be their sum, exactly rounded."""
    lowest, highest = min(values), max(values)
    if lowest == highest:
        return lowest
    if power == 1:
        mean = fsum(map(mul, values, weights)) / total
    elif power == -inf or (power < NEXT_TO_NOTHING and lowest <= 0):
        mean = lowest
    elif abs(power) < NEXT_TO_NOTHING:
        mean = exp(fsum(map(mul, weights, map(log, values))) / total)
    else:
        mean = _general(list(zip(values, weights, strict=True)), total, power)
    return min(max(mean, lowest), highest)


def _general(members: Sequence[tuple[float, float]], total: float, power: float) -> float:
    """A mean of any other power, in logarithms: nothing overflows, and powers close to 0 keep their digits."""
    # A zero adds nothing to a sum of positive powers, nor does a weight too small for its share to be a number.
    logs = [(log(x), w / total) for x, w in members if x > 0 and w / total > 0]
    middle = fsum(w * x for x, w in logs)
    if len(logs) == len(members) and all(abs(power * (x - middle)) <= 1 for x, _ in logs):
        excess = fsum(w * expm1(power * (x - middle)) for x, w in logs)
        return exp(middle + log1p(excess) / power)
    terms = [log(w) + power * x for x, w in logs]
    largest = max(terms)
    return exp((largest + log(fsum(exp(term - largest) for term in terms))) / power)


def mean_shares(values: Sequence[float], weights: Sequence[float], power: float) -> list[float]:
    """The part of the mean that each member accounts for; the parts add up to 1 (all 0 where the mean is 0).

    Euler's theorem: a power mean M is homogeneous of degree 1, hence M = sum x_i dM/dx_i, and member i accounts for
    x_i dM/dx_i / M = w_i (x_i / M)^p. For the arithmetic mean this is the familiar weight times value; for the
    minimum the lowest members share by weight. Because nested means stay homogeneous, the parts of parts add up too.
    Source: the Euler allocation (Tasche, Capital allocation to business units, 2008, section 3).
    """
    return positive_shares(values, weights, power_mean(values, weights, power), power)


def positive_shares(values: Sequence[float], weights: Sequence[float], mean: float, power: float) -> list[float]:
    """`mean_shares` where the power mean of the members is known."""
    if mean <= 0:
        return [0.0] * len(values)
    if power == 1:
        parts = list(map(mul, values, weights))
    elif power == -inf:
        parts = [w if x == mean else 0.0 for x, w in zip(values, weights, strict=True)]
    else:
        middle = log(mean)  # in logarithms: the quotient of a value and a mean next to nothing may be no number
        parts = [
            w * exp(power * (log(x) - middle)) if x > 0 and w > 0 else 0.0 for x, w in zip(values, weights, strict=True)
        ]
    total = fsum(parts)
    return [part / total for part in parts]
