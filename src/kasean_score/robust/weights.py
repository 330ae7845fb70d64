"""Ways of drawing weights: as stated, uniform on the simplex, Dirichlet around the stated ones, or some per cent off.

Weights are drawn for each family of siblings by itself, so that the structure of the tree is kept. A node whose stated
weight is zero keeps it: it is there to have no effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from kasean_score.robust.tree import Tree

    Array = NDArray[np.float64]

__all__ = ["Around", "Stated", "Uniform", "Way", "Within", "normalised"]


class Stated(NamedTuple):
    """The weights of the rubric, in every draw."""

    @property
    def name(self) -> Literal["stated"]:
        """What output calls it."""
        return "stated"

    def draw(self, stated: Array, draws: int, rng: np.random.Generator) -> Array:
        """(members, draws) from the `stated` weights (members,) that sum to 1."""
        return np.repeat(stated[:, None], draws, axis=1)

    def at(self, stated: Array, u: Array) -> Array:
        """The same as `draw` from independent uniform numbers (members, draws)."""
        return np.repeat(stated[:, None], u.shape[1], axis=1)


class Uniform(NamedTuple):
    """Every division of the weight among siblings equally likely: exponentials over their sum.

    Source: Devroye, Non-Uniform Random Variate Generation (1986), chapter XI.4.1.
    """

    @property
    def name(self) -> Literal["uniform"]:
        return "uniform"

    def draw(self, stated: Array, draws: int, rng: np.random.Generator) -> Array:
        return rng.standard_exponential((len(stated), draws))

    def at(self, stated: Array, u: Array) -> Array:
        return -np.log1p(-u)


class Around(NamedTuple):
    """Dirichlet with the stated weights as its mean: member i has the parameter `firmness` * members * weight i.

    At a firmness of 1 and equal stated weights this is the uniform distribution; higher values stay closer. Gamma
    variates over their sum (Devroye 1986, chapter XI.4.1).
    """

    firmness: float = 4.0

    @property
    def name(self) -> Literal["dirichlet"]:
        return "dirichlet"

    def draw(self, stated: Array, draws: int, rng: np.random.Generator) -> Array:
        shapes = self.firmness * len(stated) * stated
        return np.maximum(rng.standard_gamma(shapes[:, None], (len(stated), draws)), TINY)

    def at(self, stated: Array, u: Array) -> Array:
        from scipy.special import gammaincinv

        shapes = self.firmness * len(stated) * stated
        found: Array = np.maximum(gammaincinv(shapes[:, None], u), TINY)
        return found


class Within(NamedTuple):
    """Each stated weight times a number drawn evenly from 1 - `share` to 1 + `share`; then normalised again."""

    share: float

    @property
    def name(self) -> Literal["within"]:
        return "within"

    def draw(self, stated: Array, draws: int, rng: np.random.Generator) -> Array:
        return self.at(stated, rng.random((len(stated), draws)))

    def at(self, stated: Array, u: Array) -> Array:
        return np.maximum(stated[:, None] * (1.0 + self.share * (2.0 * u - 1.0)), TINY)


Way = Stated | Uniform | Around | Within
TINY = 1e-300
"""Keeps a weight positive, as a mean needs it."""


def normalised(tree: Tree, weights: Array) -> Array:
    """(nodes, draws): weights that sum to 1 among siblings; 0 where a node is in no family."""
    found = np.zeros_like(weights)
    found[0] = 1.0
    for family in tree.families:
        first, last = family.children[0], family.children[-1]
        beside = last - first == len(family.children) - 1
        members = slice(first, last + 1) if beside else list(family.children)
        drawn = weights[members]
        found[members] = drawn / drawn.sum(axis=0)
    return found
