"""The relative weights of one family that meet homogeneous constraints: what they are, the least of a mean over them,
and how to draw from them evenly.

Linear programmes are solved by HiGHS (Huangfu and Hall, Parallelizing the dual revised simplex method, 2018) through
scipy, which is imported only when there are constraints.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from kasean_score.robust.sample import stream

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kasean_score.robust.weights import Way

    Array = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["CLOSE", "Cone", "solve"]

CLOSE = 1e-9
PILOT = 1 << 14
"""Draws from which the admissible share of a way of drawing is estimated."""
AT_ONCE = 1 << 16
CHAINS = 1 << 12
BLOCKS = 512
"""Linear programmes that are solved in one."""
ROUNDS, STEPS = 8, 12
"""Hit-and-run: rounds after each of which directions are fitted to the chains, and steps of each for a dimension."""


class Cone:
    """The weights w > 0 (members,) with `rows` @ w >= 0 and `equal` @ w = 0; there are some, and `inside` is one.

    Rows that hold as equalities throughout are among `equal`; `inside` sums to 1 and is as far from every other bound
    as can be.
    """

    def __init__(self, rows: Array, equal: Array, inside: Array) -> None:
        self.rows = rows
        self.equal = equal
        self.inside = inside
        self.size = len(inside)
        self._shares: dict[tuple[Way, bytes], float] = {}

    @classmethod
    def of(cls, rows: Array, equal: Array) -> Cone | None:
        """The cone of some constraints; None where they leave no weights above 0."""
        rows, equal = _unit(rows), _unit(equal)
        count, size = rows.shape
        # Of t in 0..1, as many as can be are 1 where rows @ w >= t: the others are 0 in all of the cone.
        objective = np.concatenate([np.zeros(size), -np.ones(count)])
        limits = [(1.0, None)] * size + [(0.0, 1.0)] * count
        found = solve(
            objective, np.hstack([rows, -np.eye(count)]), np.hstack([equal, np.zeros((len(equal), count))]), limits
        )
        if found is None:
            return None
        loose = found[size:] > 0.5
        equal = np.vstack([equal, rows[~loose]])
        rows = rows[loose]
        return cls(rows, equal, _innermost(rows, equal, size))

    def holds(self, weights: Array) -> Mask:
        """(draws,): which of the weights (members, draws), relative, meet the rows."""
        return np.asarray((self.rows @ weights >= 0).all(axis=0))

    def least(self, values: Array, here: Mask) -> tuple[Array, Array]:
        """(so many,) and (so many, members): the least mean of each of `values` (so many, members), and its weights.

        The mean is over the members that are `here` alone (at least one), by weights normalised among them, which are
        those returned; a limit that weights above 0 only come close to counts.
        """
        from scipy.sparse import csr_array, identity, kron, vstack

        least, weights = np.empty(len(values)), np.zeros(values.shape)
        objective = np.where(here, values, 0.0)
        for start in range(0, len(values), BLOCKS):
            part = slice(start, min(start + BLOCKS, len(values)))
            count = part.stop - start
            each = identity(count, format="csr")
            places = np.arange(count * self.size)
            sum_of = csr_array((here[part].ravel().astype(float), (places // self.size, places)))
            held = vstack([kron(each, self.equal), sum_of]) if len(self.equal) else sum_of
            sums = np.concatenate([np.zeros(count * len(self.equal)), np.ones(count)])
            found = solve(objective[part].ravel(), kron(each, self.rows), held, (0.0, None), sums)
            assert found is not None
            kept = np.where(here[part], np.maximum(found.reshape(count, self.size), 0.0), 0.0)
            weights[part] = kept / kept.sum(axis=1, keepdims=True)
            least[part] = (weights[part] * objective[part]).sum(axis=1)
        return least, weights

    def share(self, way: Way, stated: Array) -> float:
        """About which share of the weights drawn in a `way` is admissible."""
        key = (way, stated.tobytes())
        if key not in self._shares:
            drawn = way.draw(stated, PILOT, stream(0, "constraints"))
            self._shares[key] = float(self.holds(drawn).mean())
        return self._shares[key]

    def kept(self, way: Way, stated: Array, draws: int, rng: np.random.Generator) -> Array:
        """Weights drawn in a `way` until enough are admissible: exactly its distribution under the constraints."""
        parts, missing = [], draws
        while missing > 0:
            size = int(min(max(1.1 * missing / max(self.share(way, stated), 1e-6), 64), AT_ONCE))
            drawn = way.draw(stated, size, rng)
            parts.append(drawn[:, self.holds(drawn)][:, :missing])
            missing -= parts[-1].shape[1]
        return np.hstack(parts)

    @cached_property
    def corners(self) -> Array | None:
        """(members, corners) where the polytope is a simplex, as orders, ratios in a row and lower bounds make it.

        Then evenly drawn weights are the corners' mean by evenly drawn weights. None for any other polytope.
        """
        bounds = np.vstack([np.eye(self.size), self.rows])
        free = self.size - np.linalg.matrix_rank(self.equal) if len(self.equal) else self.size
        kept = list(range(len(bounds)))
        for at in range(len(bounds)):
            others = [one for one in kept if one != at]
            if self._implied(bounds[at], bounds[others]):
                kept = others
        if len(kept) != free:
            return None
        found = np.empty((self.size, free))
        for column, at in enumerate(kept):
            tight = np.vstack([bounds[[one for one in kept if one != at]], self.equal, np.ones(self.size)])
            sums = np.append(np.zeros(len(tight) - 1), 1.0)
            found[:, column] = np.maximum(np.linalg.lstsq(tight, sums, rcond=None)[0], 0.0)
        return found

    def _implied(self, bound: Array, others: Array) -> bool:
        """Whether a bound holds wherever the others do."""
        held = np.vstack([self.equal, np.ones(self.size)])
        sums = np.append(np.zeros(len(self.equal)), 1.0)
        found = solve(bound, others, held, (-1e3, 1e3), sums)
        return found is not None and float(bound @ found) >= -CLOSE

    def walked(self, draws: int, rng: np.random.Generator) -> Array:
        """Evenly drawn weights where neither a simplex nor drawing until admissible will do: hit-and-run.

        Every draw is the end of a walk of its own from `inside`, of `ROUNDS` times `STEPS` steps for each dimension;
        after each round the directions take on the spread of the walks so far, so that narrow polytopes do not slow
        them. Sources: Smith, Efficient Monte Carlo procedures for generating points uniformly distributed over
        bounded regions, Operations Research 32 (1984); Lovász, Hit-and-run mixes fast, Mathematical Programming 86
        (1999).
        """
        flat = np.vstack([self.equal, np.ones(self.size)])
        basis = np.linalg.svd(flat)[2][np.linalg.matrix_rank(flat) :].T
        bounds = np.vstack([np.eye(self.size), self.rows])
        parts = [
            _walk(self.inside, basis, bounds, min(CHAINS, draws - start), rng) for start in range(0, draws, CHAINS)
        ]
        return np.hstack(parts)


def _walk(start: Array, basis: Array, bounds: Array, chains: int, rng: np.random.Generator) -> Array:
    points = np.repeat(start[:, None], chains, axis=1)
    size = basis.shape[1]
    frame = basis
    for _ in range(ROUNDS if size else 0):
        for _ in range(STEPS * size):
            way = frame @ rng.standard_normal((size, chains))
            slack, slope = np.maximum(bounds @ points, 0.0), bounds @ way
            with np.errstate(divide="ignore", invalid="ignore"):
                ends = -slack / slope
            back = np.where(slope > 0, ends, -np.inf).max(axis=0)
            ahead = np.where(slope < 0, ends, np.inf).min(axis=0)
            points = points + way * (back + rng.random(chains) * (ahead - back))
        spread = np.atleast_2d(np.cov(basis.T @ points)) if chains > size else np.eye(size)
        scale = np.trace(spread) / size or 1.0
        frame = basis @ np.linalg.cholesky(spread / scale + 1e-9 * np.eye(size))
    return np.maximum(points, 1e-300)


def solve(objective: Array, rows: Any, equal: Any, limits: Any, sums: Array | None = None) -> Array | None:
    """The x that makes `objective` @ x least where `rows` @ x >= 0 and `equal` @ x = `sums` (0 unless given).

    `limits` are the bounds of x. None where there is no such x. Raises RuntimeError where the solver gives up.
    """
    from scipy.optimize import linprog

    sums = np.zeros(equal.shape[0]) if sums is None else sums
    held = (equal, sums) if equal.shape[0] else (None, None)
    above = (-rows, np.zeros(rows.shape[0])) if rows.shape[0] else (None, None)
    found = linprog(objective, A_ub=above[0], b_ub=above[1], A_eq=held[0], b_eq=held[1], bounds=limits, method="highs")
    if found.status == 2:
        return None
    if found.status != 0:
        raise RuntimeError(f"a linear programme was not solved: {found.message}")
    return np.asarray(found.x, dtype=float)


def _unit(rows: Array) -> Array:
    """Rows scaled to a length of 1; their lengths mean nothing."""
    return rows / np.linalg.norm(rows, axis=1, keepdims=True) if len(rows) else rows


def _innermost(rows: Array, equal: Array, size: int) -> Array:
    """The weights of sum 1 whose distance to the nearest bound is the greatest."""
    bounds = np.vstack([np.eye(size), rows])
    objective = np.append(np.zeros(size), -1.0)
    held = np.vstack([np.hstack([equal, np.zeros((len(equal), 1))]), np.append(np.ones(size), 0.0)])
    sums = np.append(np.zeros(len(equal)), 1.0)
    found = solve(objective, np.hstack([bounds, -np.ones((len(bounds), 1))]), held, (0.0, None), sums)
    assert found is not None
    inside: Array = found[:size] / found[:size].sum()
    return inside
