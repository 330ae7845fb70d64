"""The order of initiatives under draws: stochastic multicriteria acceptability analysis.

Source: Lahdelma and Salminen, SMAA-2: Stochastic multicriteria acceptability analysis for group decision making,
Operations Research 49 (2001), 444-454. Ties are shared: k initiatives in a tie have 1/k of each of the k ranks that
they take up together, so that ranks and initiatives both sum to 1; two scores closer than `TOLERANCE` are a tie.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.tree import product
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Count = NDArray[np.unsignedinteger]

__all__ = ["Counter", "Order", "acceptability", "smaa"]


AT_ONCE = 4096
"""Draws that are compared at once: they stay in the processor's cache."""


class Order(NamedTuple):
    """Shares (0 to 1) of `draws`.

    `acceptability` (initiatives, ranks): how often each has each rank, the first rank being the highest score.
    `wins` (initiatives, initiatives): how often the row scores above the column; `ties` how often they are equal.
    `central` (initiatives, weights): the mean of the normalised weights that put each first, NaN where none does.
    """

    draws: int
    acceptability: Array
    wins: Array
    ties: Array
    central: Array


class Counter:
    """Counts ranks a batch of draws at a time; memory does not grow with the draws."""

    def __init__(self, initiatives: int, weights: int = 0) -> None:
        self.draws = 0
        self._ranks = np.zeros((initiatives, initiatives))
        self._wins = np.zeros((initiatives, initiatives), dtype=np.int64)
        self._ties = np.zeros((initiatives, initiatives), dtype=np.int64)
        self._firsts = np.zeros(initiatives)
        self._central = np.zeros((initiatives, weights))

    def add(self, scores: Array, weights: Array | None = None) -> None:
        """Count `scores` (initiatives, draws), none of them NaN, under `weights` (weights, draws), normalised."""
        size, draws = scores.shape
        above, equal = self._compared(scores)
        for row in range(size):
            if equal is None:
                self._ranks[row] += np.bincount(above[row], minlength=size)
            else:
                self._share(row, above[row], equal[row])
        self.draws += draws
        if weights is not None:
            self._add_central(above, equal, weights)

    def _add_central(self, above: Count, equal: Count | None, weights: Array) -> None:
        first = above == 0
        if equal is not None:
            shares = first / (equal + 1.0)
            self._firsts += shares.sum(axis=1)
            self._central += product(shares, weights.T)
            return
        size = len(first)
        best = first.argmax(axis=0)
        self._firsts += np.bincount(best, minlength=size)
        for at, weight in enumerate(weights):
            self._central[:, at] += np.bincount(best, weight, minlength=size)

    def _compared(self, scores: Array) -> tuple[Count, Count | None]:
        """(initiatives, draws): how many others score above each, and how many the same, None for none anywhere."""
        size, draws = scores.shape
        above, below = (np.zeros(scores.shape, dtype=np.uint8 if size <= 256 else np.uint16) for _ in range(2))
        higher, ones = scores + TOLERANCE, np.empty(draws, dtype=bool)
        met = 0
        for row, column in permutations(range(size), 2):
            np.greater(scores[row], higher[column], out=ones)
            wins = int(np.count_nonzero(ones))
            if wins:
                self._wins[row, column] += wins
                above[column] += ones.view(np.uint8)  # as numbers already: a bool would be converted first
                below[row] += ones.view(np.uint8)
                met += wins
        if met == draws * size * (size - 1) // 2:
            return above, None
        for row, score in enumerate(scores):
            self._ties[row] += np.count_nonzero(np.abs(scores - score) <= TOLERANCE, axis=1)
        np.fill_diagonal(self._ties, 0)
        return above, (size - 1) - above - below

    def _share(self, row: int, above: Count, equal: Count) -> None:
        """A tie of k has 1/k of each of the ranks from the one after those above."""
        size = len(self._ranks)
        both = np.bincount(above.astype(np.intp) * size + equal, minlength=size * size)
        for key in np.flatnonzero(both):
            start, others = divmod(int(key), size)
            self._ranks[row, start : start + others + 1] += both[key] / (others + 1)

    def order(self) -> Order:
        """What was counted. Raises ValueError where nothing was."""
        if not self.draws:
            raise ValueError("an order needs at least one draw")
        with np.errstate(invalid="ignore"):
            central = self._central / self._firsts[:, None]
        ranks, wins, ties = (found / self.draws for found in (self._ranks, self._wins, self._ties))
        return Order(self.draws, ranks, wins, ties, central)


def acceptability(scores: Array) -> Order:
    """The order of `scores` (initiatives, draws)."""
    counter = Counter(len(scores))
    counter.add(np.asarray(scores, dtype=float))
    return counter.order()


def smaa(performances: Array, weights: Array) -> Order:
    """The order under weighted sums of partial values, without a rubric.

    `performances` is (initiatives, criteria) or, where they are uncertain, (initiatives, criteria, draws); `weights`
    (criteria, draws), each draw summing to 1. Raises ValueError where the shapes do not fit.
    """
    counter = Counter(len(performances), len(weights))
    for start in range(0, weights.shape[1], AT_ONCE):
        here = slice(start, start + AT_ONCE)
        if np.ndim(performances) == 2:
            scores = product(performances, weights[:, here])
        else:
            scores = np.einsum("icd,cd->id", performances[:, :, here], weights[:, here])
        counter.add(scores, weights[:, here])
    return counter.order()
