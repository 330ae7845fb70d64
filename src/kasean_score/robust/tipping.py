"""What it would take to end the order of two initiatives: another weight, other weights, another rating.

An order ends where the two scores are equal; it is reversed where the other is the higher from there on. Everything
starts from the weights and ratings as stated, and changes one thing.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.tipping_ratings import RatingTip, Rerated
from kasean_score.robust.tipping_weights import SharesTip, WeightTip, all_weights, one_weight
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem

    Array = NDArray[np.float64]

__all__ = ["PAIRS", "Tipping", "Tippings", "tippings"]

PAIRS = 66
"""Of so many pairs (12 initiatives) all are looked at; of more, the neighbours in the stated order."""


class Tipping(NamedTuple):
    """Two initiatives by their places, the `first` scoring higher by `difference` as stated.

    `neighbours` where nobody's score lies between theirs. `weights` has for each node that can end the order alone its
    nearest share, the smallest change first; `shares` is the smallest change of all weights; `ratings` the smallest
    changes of one rating, all of them where they are equally small, then, where none of these reverses the order, the
    smallest that do.
    """

    first: int
    second: int
    difference: float
    neighbours: bool
    weights: tuple[WeightTip, ...]
    shares: SharesTip
    ratings: tuple[RatingTip, ...]


class Tippings(NamedTuple):
    """The pairs looked at, those of the highest scores first; `tied` are pairs with equal scores.

    `every` says whether all pairs were looked at. `nodes` is how many weights can be changed.
    """

    pairs: tuple[Tipping, ...]
    tied: tuple[tuple[int, int], ...]
    every: bool
    nodes: int


def tippings(problem: Problem, most: int = PAIRS) -> Tippings:
    """What would end the order of each pair; of more than `most` pairs, of neighbours only."""
    scores = problem.nominal().scores[:, 0]
    ordered, tied = _pairs(problem, scores)
    near = {pair: _are_neighbours(scores, pair) for pair in ordered}
    every = len(ordered) <= most
    asked = ordered if every else [pair for pair in ordered if near[pair]]
    nodes, weights = one_weight(problem, asked)
    ratings = Rerated(problem, scores).smallest(asked)
    found = [
        Tipping(
            first=pair[0],
            second=pair[1],
            difference=float(scores[pair[0]] - scores[pair[1]]),
            neighbours=near[pair],
            weights=weights[place],
            shares=all_weights(problem, *pair),
            ratings=ratings[place],
        )
        for place, pair in enumerate(asked)
    ]
    return Tippings(tuple(found), tuple(tied), every, nodes)


def _pairs(problem: Problem, scores: Array) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The pairs with a strict order, the higher first, and those without; from the highest scores to the lowest."""
    ids = [one.id for one in problem.initiatives]
    scored = [row for row in range(len(scores)) if not np.isnan(scores[row])]
    scored.sort(key=lambda row: (-scores[row], ids[row], row))
    pairs = list(combinations(scored, 2))
    strict = [pair for pair in pairs if scores[pair[0]] > scores[pair[1]] + TOLERANCE]
    return strict, [pair for pair in pairs if pair not in set(strict)]


def _are_neighbours(scores: Array, pair: Sequence[int]) -> bool:
    high, low = scores[pair[0]] - TOLERANCE, scores[pair[1]] + TOLERANCE
    return not bool(((scores > low) & (scores < high)).any())
