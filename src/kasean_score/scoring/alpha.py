"""Krippendorff's alpha: how far the judgements of several raters agree beyond what chance would give.

From the published definition (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania,
2011): alpha = 1 - observed / expected disagreement, both from the matrix of coincidences o_ck, to which every unit
with m values adds 1 / (m - 1) for each ordered pair of them. Units are any sequences of numbers or of texts that
compare with each other; missing values are simply left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations
from math import floor, fsum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["METRICS", "NO_PAIRS", "NO_VARIATION", "Alpha", "Interval", "alpha", "bootstrap"]

METRICS = ("nominal", "ordinal", "interval", "ratio")
NO_PAIRS = "no_pairs"
NO_VARIATION = "no_variation"
INTERVAL = (0.05, 0.95)
LEAST = 3
"""Units of which there must be so many for an interval."""

Unit = Mapping[Any, Any] | Iterable[Any]


class Alpha(NamedTuple):
    """`value` None where alpha is undefined, and then why: `undefined` is no_pairs or no_variation.

    `observed` and `expected` are the disagreements (None without pairs), `units` those with two values or more, and
    `values` how many values stand in them.
    """

    value: float | None
    undefined: str | None
    observed: float | None
    expected: float | None
    units: int
    values: int


class Interval(NamedTuple):
    """5th and 95th percentile of alpha over resamples (None where too few units or no defined resample).

    `undefined` counts the resamples in which alpha was not defined; they are left out.
    """

    low: float | None
    high: float | None
    resamples: int
    undefined: int


class _Unit(NamedTuple):
    """What one unit adds: to the count of each value, and to the coincidences of each two different values."""

    counts: tuple[tuple[Any, int], ...]
    pairs: tuple[tuple[tuple[Any, Any], float], ...]


def alpha(units: Iterable[Unit], metric: str) -> Alpha:
    """Alpha of `units` under one of METRICS: 1 - D_o / D_e.

    D_o = (1/n) sum_ck o_ck d2(c, k) and D_e = 1/(n(n-1)) sum_ck n_c n_k d2(c, k), where n_c = sum_k o_ck and n is the
    number of values in units with two or more. The squared difference d2 is 1 for different values (nominal),
    (c - k)^2 (interval), ((c - k) / (c + k))^2 (ratio), and for ordinal the squared number of values ranked between c
    and k, both counted half: that is the squared difference of their mid-ranks.

    Domain: for ratio no value below 0, else ValueError; a unit is a sequence of values, None where one is missing, or
    a mapping to them.
    """
    _check(metric)
    kept = Counter(_units(units, metric))
    return _alpha(kept, metric)


def bootstrap(units: Iterable[Unit], metric: str, *, resamples: int = 1000, seed: int = 0) -> Interval:
    """The 5-95 % percentile interval of alpha when units are drawn again with replacement, as many as there are.

    Every draw computes both disagreements anew. Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap
    (1993), chapter 13; for alpha, with units resampled, A. Zapf et al., BMC Medical Research Methodology 16:93 (2016).
    (Krippendorff's own algorithm of 2011 draws coincidences instead and keeps the expected disagreement.) Percentiles
    are interpolated linearly. Of fewer than LEAST units there is no interval: their draws differ in hardly any way.
    """
    from random import Random

    _check(metric)
    kept = _units(units, metric)
    if len(kept) < LEAST:
        return Interval(None, None, resamples, 0)
    draw = Random(seed).choices
    found = [_alpha(Counter(draw(kept, k=len(kept))), metric).value for _ in range(resamples)]
    values = sorted(value for value in found if value is not None)
    if not values:
        return Interval(None, None, resamples, resamples)
    low, high = (_percentile(values, part) for part in INTERVAL)
    return Interval(low, high, resamples, resamples - len(values))


def _check(metric: str) -> None:
    if metric not in METRICS:
        raise ValueError(f"no such metric: {metric}")


def _units(units: Iterable[Unit], metric: str) -> list[_Unit]:
    """The units that have two values or more; the same value is the same object in all, so that they compare fast."""
    found: list[_Unit] = []
    known: dict[tuple[Any, ...], _Unit] = {}
    for unit in units:
        given = unit.values() if isinstance(unit, Mapping) else unit
        values = sorted(value for value in given if value is not None)
        if metric == "ratio" and values and values[0] < 0:
            raise ValueError("the ratio metric is not defined below 0")
        if len(values) > 1:
            key = tuple(values)
            found.append(known.setdefault(key, _unit(key)))
    return found


def _unit(values: tuple[Any, ...]) -> _Unit:
    counts = tuple(sorted(Counter(values).items()))
    share = 1 / (len(values) - 1)
    pairs = tuple(((c, k), n * m * share) for (c, n), (k, m) in combinations(counts, 2))
    return _Unit(counts, pairs)


def _alpha(units: Mapping[_Unit, int], metric: str) -> Alpha:
    """Alpha of units and how often each was drawn; each pair of values counts once, so both sums are halves."""
    counts: dict[Any, int] = {}
    coincidences: dict[tuple[Any, Any], float] = {}
    for unit, times in units.items():
        for value, count in unit.counts:
            counts[value] = counts.get(value, 0) + times * count
        for pair, share in unit.pairs:
            coincidences[pair] = coincidences.get(pair, 0.0) + times * share
    total, drawn = sum(counts.values()), sum(units.values())
    if not counts:
        return Alpha(None, NO_PAIRS, None, None, 0, 0)
    if len(counts) == 1:
        return Alpha(None, NO_VARIATION, 0.0, 0.0, drawn, total)
    apart = _difference(metric, counts)
    observed = 2 * fsum(weight * apart(c, k) for (c, k), weight in coincidences.items()) / total
    expected = 2 * _expected(metric, counts, apart) / (total * (total - 1))
    return Alpha(1 - observed / expected, None, observed, expected, drawn, total)


def _difference(metric: str, counts: Mapping[Any, int]) -> Callable[[Any, Any], float]:
    """The squared difference of two different values."""
    if metric == "nominal":
        return lambda c, k: 1.0
    if metric == "ratio":
        return lambda c, k: float(((c - k) / (c + k)) ** 2)
    if metric == "interval":
        return lambda c, k: float((c - k) ** 2)
    rank = _mid_ranks(counts)
    return lambda c, k: (rank[c] - rank[k]) ** 2


def _mid_ranks(counts: Mapping[Any, int]) -> dict[Any, float]:
    """The number of values below each, and half of those equal to it."""
    ranks: dict[Any, float] = {}
    below = 0
    for value in sorted(counts):
        ranks[value] = below + counts[value] / 2
        below += counts[value]
    return ranks


def _expected(metric: str, counts: Mapping[Any, int], apart: Callable[[Any, Any], float]) -> float:
    """sum n_c n_k d2(c, k) over pairs of different values.

    Where d2 is the square of a difference x_c - x_k, the sum is n sum n_c (x_c - mean)^2, which spares the pairs.
    """
    total = sum(counts.values())
    if metric == "nominal":
        return sum(count * (total - count) for count in counts.values()) / 2
    if metric == "ratio":
        return fsum(counts[c] * counts[k] * apart(c, k) for c, k in combinations(sorted(counts), 2))
    at = _mid_ranks(counts) if metric == "ordinal" else {value: float(value) for value in counts}
    mean = fsum(count * at[value] for value, count in counts.items()) / total
    return total * fsum(count * (at[value] - mean) ** 2 for value, count in counts.items())


def _percentile(ordered: Sequence[float], part: float) -> float:
    """The value at that part of the way through sorted values, between two of them in proportion."""
    at = (len(ordered) - 1) * part
    below = floor(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])
