"""Quasi-random numbers: scrambled Sobol points, which fill the unit cube more evenly than random ones.

scipy has them in `scipy.stats`, whose import takes longer than a whole analysis; they are few lines. Sources: Sobol,
On the distribution of points in a cube and the approximate evaluation of integrals (1967); the scrambling is a random
linear one with a digital shift: Matousek, On the L2-discrepancy for anchored boxes (1998), Journal of Complexity 14.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Words = NDArray[np.uint32]

__all__ = ["BLOCK", "sobol"]

BITS = 32
DIRECTIONS = """
3:1 7:1,1 11:1,3,3 13:1,1,5 19:1,3,7,15 25:1,1,3,11 37:1,1,3,13,29 41:1,3,1,1,13 47:1,1,7,15,21 55:1,1,3,9,11
59:1,3,1,13,5 61:1,1,5,7,31 67:1,1,3,3,31,57 91:1,1,1,7,7,5 97:1,3,5,5,1,25 103:1,3,1,13,31,39 109:1,1,5,3,17,19
115:1,3,3,11,31,39 131:1,3,1,5,23,49,113 137:1,1,3,5,25,29,125 143:1,1,3,9,29,29,71 145:1,1,3,13,7,19,85
157:1,1,3,13,27,33,123 167:1,3,3,3,7,19,101 171:1,1,5,1,29,39,109 185:1,1,3,15,23,59,59 191:1,1,1,15,11,3,121
193:1,3,7,9,1,45,89 203:1,3,5,1,17,57,43 211:1,1,1,7,29,61,47 213:1,1,7,9,9,25,47 229:1,3,3,13,9,61,75
239:1,1,5,15,23,51,105 241:1,1,5,11,9,1,111 247:1,1,5,9,21,27,13 253:1,1,5,1,7,31,91 285:1,3,1,15,23,11,49,105
299:1,1,5,13,19,35,121,85 301:1,3,3,7,13,37,29,237 333:1,3,1,13,3,63,75,85 351:1,3,7,15,13,39,53,161
355:1,1,3,3,1,29,97,33 357:1,3,1,7,9,19,85,225 361:1,1,3,13,31,61,47,245 369:1,1,7,7,21,5,15,187
391:1,1,3,1,25,7,107,135 397:1,1,3,11,17,9,3,95 425:1,1,1,5,15,51,39,239 451:1,1,3,5,23,31,3,103
463:1,1,1,13,29,17,73,165 487:1,3,1,1,15,53,71,5 501:1,3,5,13,27,43,15,87
"""
"""For each coordinate after the first a primitive polynomial over the integers modulo 2, as the bits of a number, and
the odd numbers that its directions begin with.

The polynomials are all of degree 8 or less. The numbers were searched for this program, a coordinate at a time, for
evenness together with each coordinate before: the sum of the fourth powers of the quality parameter t of all pairs, at
2^5, 2^7, 2^9, 2^10 and 2^13 points, pairs with one of the first six counting four times. The means of t come out about
as those of the numbers of Joe and Kuo, Constructing Sobol sequences with better two-dimensional projections (2008).
"""
BLOCK = 1 + len(DIRECTIONS.split())
"""Coordinates that are even together; see `sobol`."""


def sobol(dimensions: int, points: int, rng: np.random.Generator) -> Array:
    """(dimensions, points): numbers between 0 and 1, ends excluded, each row evenly spread and the rows together.

    Every point by itself is uniformly distributed, so means over them are unbiased. Beyond `BLOCK` coordinates there
    are further blocks of points, scrambled by themselves and put into random order: Owen, Latin supercube sampling for
    very high-dimensional simulations (1998), ACM TOMACS 8. Raises ValueError unless `points` is a power of two.
    """
    if points < 1 or points & (points - 1):
        raise ValueError("the number of points must be a power of two")
    found = np.empty((dimensions, points))
    for first in range(0, dimensions, BLOCK):
        block = _block(min(BLOCK, dimensions - first), points, rng)
        found[first : first + len(block)] = block if first == 0 else block[:, rng.permutation(points)]
    return found


def _block(dimensions: int, points: int, rng: np.random.Generator) -> Array:
    """The first `points` of a sequence: each is the sum, modulo 2, of the directions that its number's bits name."""
    directions = _scrambled(_directions(dimensions), rng)
    words = rng.integers(0, 1 << BITS, (dimensions, 1), dtype=np.uint32)
    for bit in range(points.bit_length() - 1):
        words = np.hstack([words, words ^ directions[:, [bit]]])
    found: Array = (words.astype(np.float64) + 0.5) / float(1 << BITS)
    return found


def _directions(dimensions: int) -> Words:
    """(dimensions, bits): the direction numbers, as binary fractions of `BITS` digits.

    Source of the recurrence: Bratley and Fox, Algorithm 659 (1988), ACM TOMS 14.
    """
    found = np.empty((dimensions, BITS), dtype=np.uint32)
    rows = [(1, [1] * BITS), *map(_read, DIRECTIONS.split())]
    for row, (polynomial, numbers) in enumerate(rows[:dimensions]):
        degree = polynomial.bit_length() - 1
        for at in range(len(numbers), BITS):
            number = numbers[at - degree] ^ numbers[at - degree] << degree
            for back in range(1, degree):
                if polynomial >> (degree - back) & 1:
                    number ^= numbers[at - back] << back
            numbers.append(number)
        found[row] = [number << (BITS - 1 - at) for at, number in enumerate(numbers)]
    return found


def _read(entry: str) -> tuple[int, list[int]]:
    polynomial, _, numbers = entry.partition(":")
    return int(polynomial), [int(one) for one in numbers.split(",")]


def _scrambled(directions: Words, rng: np.random.Generator) -> Words:
    """Each coordinate's digits mixed: to every digit a random choice of those before it is added, modulo 2."""
    found = np.zeros_like(directions)
    for digit in range(BITS):
        place = BITS - 1 - digit
        below = rng.integers(0, 1 << place, (len(directions), 1), dtype=np.uint32)
        column = below | np.uint32(1 << place)
        found ^= np.where(directions >> np.uint32(place) & np.uint32(1), column, np.uint32(0))
    return found
