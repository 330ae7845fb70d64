"""Sobol indices: which part of an output's variance comes from which uncertain input.

First order: the part that would go if the input alone were known. Total: the part that would stay if all the others
were known, so what the input does alone and together with others. Sources: Sobol, Mathematics and Computers in
Simulation 55 (2001), 271-280; Saltelli and others, Computer Physics Communications 181 (2010), 259-270.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.quasi import sobol
from kasean_score.robust.sample import stream

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

__all__ = ["Index", "Indices", "Pair", "base_points", "indices", "resampled", "sobol_indices"]

ENDS = (0.05, 0.95)
STILL = 1e-18
"""A variance of so little, relative to the square of the largest output, is rounding."""


class Index(NamedTuple):
    """An estimate with its 5-95 % bounds; not clipped, so that a first-order index near 0 may come out below it."""

    value: float
    low: float
    high: float


class Indices(NamedTuple):
    """The indices of one output, in the order of the inputs, and its mean and variance.

    Where nothing varies there is no index: both lists are None.
    """

    mean: float
    variance: float
    first: tuple[Index, ...] | None
    total: tuple[Index, ...] | None


class Pair(NamedTuple):
    """The same thing at both base sets: uniform numbers (inputs, points), or an output (points,).

    The two sets are independent of each other.
    """

    a: Array
    b: Array

    def exchanged(self, rows: Sequence[int]) -> Pair:
        """Each set with some of its rows from the other."""
        a, b, these = self.a.copy(), self.b.copy(), list(rows)
        a[these], b[these] = self.b[these], self.a[these]
        return Pair(a, b)


def sobol_indices(
    function: Callable[[Array], Array],
    inputs: int,
    points: int = 1024,
    seed: int = 0,
    resamples: int = 200,
    groups: Sequence[Sequence[int]] | None = None,
) -> list[Indices]:
    """The indices of each output of `function` from (inputs, n) to (outputs, n), its inputs uniform from 0 to 1.

    `groups` of inputs are treated as one input each; without, each input is a group. The function is evaluated at
    `points` * 2 * (groups + 1) points; `points` is a power of two. Raises ValueError for other numbers, and for
    outputs that are not finite.
    """
    base = base_points(inputs, points, seed)
    chosen = [[one] for one in range(inputs)] if groups is None else groups
    at_base = [np.asarray(function(one), dtype=float) for one in base]
    moved = [[np.asarray(function(one), dtype=float) for one in base.exchanged(rows)] for rows in chosen]
    draws = resampled(points, resamples, seed)
    found = []
    for row in range(len(at_base[0])):
        sides = (np.array([pair[side][row] for pair in moved]).reshape(-1, points) for side in (0, 1))
        found.append(indices(Pair(*(one[row] for one in at_base)), Pair(*sides), draws))
    return found


def base_points(inputs: int, points: int, seed: int) -> Pair:
    """Quasi-random points, one set of twice as many coordinates cut in two."""
    found = sobol(2 * inputs, points, stream(seed, "sensitivity"))
    return Pair(found[:inputs], found[inputs:])


def resampled(points: int, resamples: int, seed: int) -> Array:
    """(points, resamples): in each resample the share that each point has of it; drawn with replacement."""
    counts = stream(seed, "resamples").multinomial(points, np.full(points, 1.0 / points), size=resamples)
    found: Array = counts.T / points
    return found


def indices(base: Pair, moved: Pair, draws: Array) -> Indices:
    """The indices of one output f from its values (points,) and those (groups, points) with one group exchanged.

    With AB the set A whose group is taken from B, BA the reverse, and V = sum of (f(A) - f(B))^2 + (f(BA) - f(AB))^2:
    first = 2 sum of (f(BA) - f(B)) (f(A) - f(AB)) / V, total = sum of (f(B) - f(BA))^2 + (f(A) - f(AB))^2 / V.
    It is Jansen's estimator (Computer Physics Communications 117 (1999), 35-43) taken in both directions, made of
    differences alone, so that nothing has to be centred: an input without effect has 0, an effect that is only added
    has the same of both, and the first order is never above the total. Source: Azzini, Mara and Rosati,
    Environmental Modelling & Software 144 (2021), 105167.

    Bounds are percentiles over `draws`, resamples of the points (Archer, Saltelli and Sobol, Journal of Statistical
    Computation and Simulation 58 (1997), 99-120). They take the points for random ones, and so err on the wide side.
    """
    both = np.concatenate(base)
    if not (np.isfinite(both).all() and all(np.isfinite(one).all() for one in moved)):
        raise ValueError("sensitivity needs finite outputs")
    mean, variance = float(both.mean()), float(both.var())
    if variance <= STILL * float(np.abs(both).max()) ** 2:
        return Indices(mean, 0.0, None, None)
    forth, back = base.a - moved.a, moved.b - base.b
    parts = 2.0 * forth * back, forth**2 + back**2, (base.a - base.b) ** 2 + (moved.b - moved.a) ** 2
    first, total = _averaged(parts, np.full((len(base.a), 1), 1.0 / len(base.a)))
    firsts, totals = _averaged(parts, draws)
    return Indices(mean, variance, _bounded(first[:, 0], firsts), _bounded(total[:, 0], totals))


def _averaged(parts: tuple[Array, Array, Array], draws: Array) -> tuple[Array, Array]:
    """First-order and total indices (groups, resamples)."""
    first, total, whole = (one @ draws for one in parts)
    whole = np.where(whole > 0, whole, np.inf)  # a resample in which nothing varies
    return first / whole, total / whole


def _bounded(values: Array, resamples: Array) -> tuple[Index, ...]:
    low, high = np.quantile(resamples, ENDS, axis=1) if resamples.size else (values, values)
    return tuple(Index(*one) for one in zip(values.tolist(), low.tolist(), high.tolist(), strict=True))
