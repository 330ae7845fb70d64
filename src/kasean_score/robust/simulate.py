"""Simulation: intervals of scores, probabilities of bands, and the order, over draws of what is uncertain."""

from __future__ import annotations

from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.smaa import Counter
from kasean_score.robust.weights import normalised
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem, Varied
    from kasean_score.robust.smaa import Order

    Array = NDArray[np.float64]

__all__ = ["Drawn", "Figure", "Simulation", "confidence_factors", "share_error", "simulate"]

QUANTILES = (0.05, 0.5, 0.95)


class Figure(NamedTuple):
    """An estimate and its standard error."""

    value: float
    error: float


class Drawn(NamedTuple):
    """One initiative's scores (0 to 100) over the draws: the ends of the 5-95 % interval and the middle.

    `bands` holds the probability (0 to 1) of each band of the rubric, highest first, and last of `not_demonstrated`.
    The figures of the score are None where there is no score in any draw.
    """

    low: Figure | None
    median: Figure | None
    high: Figure | None
    bands: tuple[float, ...]


class Simulation(NamedTuple):
    """What `draws` draws from `seed` gave, in the order of the problem's initiatives.

    `order` is that of the initiatives at the places `ranked`, those with a score; None for fewer than two. `kept` is
    the share of draws (0 to 1) in which all of them stand in the order of the nominal scores.
    """

    varied: Varied
    draws: int
    seed: int
    drawn: tuple[Drawn, ...]
    ranked: tuple[int, ...]
    order: Order | None
    kept: float | None


def simulate(problem: Problem, varied: Varied, draws: int, seed: int) -> Simulation:
    """Draw scores and count. Raises ValueError for fewer draws than one."""
    if draws < 1:
        raise ValueError("a simulation needs at least one draw")
    size = len(problem.initiatives)
    scored = (problem.applicable if varied.levels else problem.rated)[:, 0]
    ranked = [int(row) for row in np.flatnonzero(scored)]
    counter = Counter(len(ranked), len(problem.tree.ids)) if len(ranked) > 1 else None
    scores, bands = np.empty((size, draws)), np.zeros((size, len(problem.rubric.bands) + 1))
    first = kept = 0
    stated = _tiers(problem.nominal().scores[:, 0])
    for batch in problem.batches(varied, draws, seed):
        scores[:, first : first + batch.scores.shape[1]] = batch.scores
        first += batch.scores.shape[1]
        for row in range(size):
            bands[row] += np.bincount(batch.bands[row], minlength=bands.shape[1])
        if counter is not None:
            counter.add(batch.scores[ranked], normalised(problem.tree, batch.weights))
            kept += _keeping(batch.scores, stated)
    drawn = tuple(_drawn(scores[row] if scored[row] else None, bands[row] / draws) for row in range(size))
    if counter is None:
        return Simulation(varied, draws, seed, drawn, tuple(ranked), None, None)
    return Simulation(varied, draws, seed, drawn, tuple(ranked), counter.order(), kept / draws)


def _tiers(scores: Array) -> list[list[int]]:
    """The initiatives that have a score, highest first, those in a tie together."""
    tiers: list[list[int]] = []
    for row in np.argsort(-scores, kind="stable"):
        if np.isnan(scores[row]):
            continue
        if tiers and scores[tiers[-1][0]] - scores[row] <= TOLERANCE:
            tiers[-1].append(int(row))
        else:
            tiers.append([int(row)])
    return tiers


def _keeping(scores: Array, tiers: Sequence[Sequence[int]]) -> int:
    """The draws in which every initiative scores above all those of the tiers below its own."""
    held = np.ones(scores.shape[1], dtype=bool)
    for above, below in pairwise(tiers):
        held &= scores[above].min(axis=0) > scores[below].max(axis=0) + TOLERANCE
    return int(np.count_nonzero(held))


def confidence_factors(problem: Problem, simulation: Simulation, draws: int) -> Array:
    """(ranked,): how often each initiative is first at its own central weights, the rest varied as before.

    A confidence factor says whether the other doubts alone would let it be first; NaN for one without central weights.
    Source: Lahdelma and Salminen 2001, section 2.
    """
    order = simulation.order
    assert order is not None
    ranked = list(simulation.ranked)
    able = [place for place, weights in enumerate(order.central) if not np.isnan(weights[0])]
    counters = {place: Counter(len(ranked)) for place in able}
    for leaves, powers in problem.rounds(simulation.varied, draws, simulation.seed):
        size = sum(count for _, count in powers)
        scores = {place: np.empty((len(problem.initiatives), size)) for place in able}
        for rows in problem.blocks(size):
            read = leaves(rows)
            for place in able:
                weights = np.repeat(order.central[place][:, None], size, axis=1)
                scores[place][rows] = problem.rolled_up(read, weights, powers, (0,))[0]
        for place in able:
            counters[place].add(scores[place][ranked])
    found = np.full(len(ranked), np.nan)
    for place in able:
        found[place] = counters[place].order().acceptability[place, 0]
    return found


def share_error(share: float, draws: int) -> float:
    """The standard error of a share (0 to 1) that was counted in `draws` independent draws."""
    return sqrt(max(share * (1.0 - share), 0.0) / draws)


def _drawn(scores: Array | None, bands: Array) -> Drawn:
    shares = tuple(bands.tolist())
    if scores is None:
        return Drawn(None, None, None, shares)
    low, median, high = _quantiles(scores, QUANTILES)
    return Drawn(low, median, high, shares)


def _quantiles(scores: Array, at: Sequence[float]) -> list[Figure]:
    """Quantiles, with the standard error that the quantiles one binomial standard error to either side stand for.

    Source: the order-statistic interval of a quantile, e.g. David and Nagaraja, Order Statistics (2003), section 7.1.
    """
    away = [share_error(one, len(scores)) for one in at]
    wanted = [[one, max(one - off, 0.0), min(one + off, 1.0)] for one, off in zip(at, away, strict=True)]
    found = np.quantile(scores, wanted)
    return [Figure(float(value), float(high - low) / 2) for value, low, high in found]
