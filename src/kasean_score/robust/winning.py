"""How often one initiative scores above another when weights are drawn uniformly: exactly, to check a simulation by.

For one family of siblings, the share of the weights w with sum w_i d_i <= 0 is the part of a simplex that a half-space
through it cuts off. Sources: Varsi, The multidimensional content of the frustum of the simplex, Pacific Journal of
Mathematics 46 (1973); Ali, Content of the frustum of a simplex, Pacific Journal of Mathematics 48 (1973).

For groups of criteria under one top, weights drawn uniformly are exponential variates E_g over their sum, so that the
sign is that of sum E_g D_g, D_g being the difference in group g. Its characteristic function is a product of the
groups' E[1 / (1 - i t D_g)], and the probability follows from it by one integral. The density of D_g is a B-spline
whose knots are its criteria's differences. Sources: Gil-Pelaez, Note on the inversion theorem, Biometrika 38 (1951);
Curry and Schoenberg, On Pólya frequency functions IV, Journal d'Analyse Mathématique 17 (1966).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from kasean_score.robust.least import counted, is_linear
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem

    Array = NDArray[np.float64]
    Whole = NDArray[np.complex128]

__all__ = ["grouped_share", "winning_share", "winning_share_of"]

NODES = 12
"""Of the Gauss-Legendre rule in each panel."""
PANELS = 20
"""Panels on either side of 0, each half as wide as the one before: the probability bends where a group is even."""
STEP, REACH = 0.25, 60.0
"""Of the trapezoidal rule over log t, which converges exponentially here: an error of about exp(-pi^2 / step)."""


def winning_share_of(problem: Problem, first: int, second: int) -> float | None:
    """How often (0 to 1) the first scores above the second as rated, under uniform weights in every family.

    None where that has no such form: a mean that is not arithmetic, other criteria rated in one than in the other, or
    more than two levels of families that matter.
    """
    tree, rated = problem.tree, problem.rated
    leaves = [one for family in counted(tree) for one in family.children if one not in tree.outline.children]
    if not is_linear(tree) or not rated[first, leaves].any() or (rated[first] != rated[second])[leaves].any():
        return None
    apart = (problem.values[first] - problem.values[second]).tolist()
    parts: dict[int, list[float]] = {one: [apart[one]] for one in leaves}
    for family in counted(tree):
        members = [parts[one] for one in family.children if rated[first, one]]
        if family.at == 0:
            return grouped_share(members)
        if all(len(one) == 1 for one in members):
            own = [one[0] for one in members]
            parts[family.at] = own[:1] if max(own, default=0.0) == min(own, default=0.0) else own
        elif len(members) == 1:
            parts[family.at] = members[0]
        else:
            return None
    raise ValueError("the tree has no top")


def winning_share(differences: Sequence[float]) -> float:
    """How often (0 to 1) sum w_i d_i > 0 for weights uniform on the simplex: the recursion of Varsi and Ali.

    Equal differences are no trouble, since only positive ones are subtracted from others. Raises ValueError for none.
    """
    if not len(differences):
        raise ValueError("no differences")
    above = [one for one in differences if one > TOLERANCE]
    below = [min(one, 0.0) for one in differences if one <= TOLERANCE]
    content = [1.0] + [0.0] * len(above)
    for y in below:
        for place, x in enumerate(above, start=1):
            content[place] = (x * content[place] - y * content[place - 1]) / (x - y)
    return 1.0 - content[-1]


def grouped_share(groups: Sequence[Sequence[float]]) -> float:
    """How often (0 to 1) sum v_g sum w_gi d_gi > 0 for v and every w_g uniform on their simplices.

    A group of one difference is a criterion of its own; where all are, this is `winning_share`.
    """
    if all(len(one) == 1 for one in groups):
        return winning_share([one[0] for one in groups])
    everything = [abs(one) for group in groups for one in group]
    scale = max(everything)
    at = np.exp(np.arange(-REACH, REACH, STEP))
    product: Whole = np.ones(len(at), dtype=complex)
    for group in groups:
        product = product * _transform(np.array(group, dtype=float) / scale, at)
    return float(min(max(0.5 + STEP / np.pi * product.imag.sum(), 0.0), 1.0))


def _transform(differences: Array, at: Array) -> Whole:
    """E[1 / (1 - i t D)] for each t, D being the mean of the differences by uniform weights."""
    knots = np.sort(differences)
    if knots[-1] - knots[0] <= TOLERANCE:
        found: Whole = 1.0 / (1.0 - 1j * at * knots.mean())
        return found
    points, weights = _rule(knots)
    mass = weights * _density(knots, points)
    return np.asarray((mass / mass.sum() / (1.0 - 1j * at[:, None] * points)).sum(axis=1))


def _rule(knots: Array) -> tuple[Array, Array]:
    """Points and weights of Gauss-Legendre panels from knot to knot, ever narrower towards 0."""
    near = np.append(0.5 ** np.arange(PANELS), 0.0)
    edges = np.unique(np.concatenate([knots, near, -near]))
    edges = edges[(edges >= knots[0]) & (edges <= knots[-1])]
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    half, middle = np.diff(edges) / 2, (edges[1:] + edges[:-1]) / 2
    return (middle[:, None] + half[:, None] * nodes).ravel(), (half[:, None] * weights).ravel()


def _density(knots: Array, at: Array) -> Array:
    """The B-spline over the knots, up to a factor, by the recursion of Cox and de Boor."""
    pieces = [((low <= at) & (at < high)).astype(float) for low, high in pairwise(knots)]
    for width in range(2, len(knots)):
        pieces = [
            _part(at - knots[one], knots[one + width - 1] - knots[one]) * pieces[one]
            + _part(knots[one + width] - at, knots[one + width] - knots[one + 1]) * pieces[one + 1]
            for one in range(len(pieces) - 1)
        ]
    return np.asarray(pieces[0])


def _part(length: Array, of: float) -> Array:
    return np.asarray(length / of) if of > 0 else np.zeros_like(length)
