"""Small problems for exact statements: initiatives `a`, `b` ... on one rubric, and scores under any weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scoring_support import Doc, initiative, load_initiative, load_rubric

from kasean_score.robust.draws import Problem
from kasean_score.robust.tree import roll_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Array = NDArray[np.float64]


def problem(content: Doc, *ratings: Mapping[str, Any], **fields: Any) -> Problem:
    """Initiatives `a`, `b` ... with these ratings on a rubric."""
    rubric = load_rubric(content)
    names = "abcdefghij"
    return Problem(
        rubric, [load_initiative(initiative(one, id=name, **fields)) for name, one in zip(names, ratings, strict=False)]
    )


def scores(given: Problem, weights: Array, values: Array | None = None, here: NDArray[np.bool_] | None = None) -> Array:
    """(initiatives, draws): the scores under weights (nodes, draws), as rated unless other values are given."""
    values = given.values if values is None else values
    return roll_up(given.tree, weights, lambda at: values[:, at, None], given.rated if here is None else here)[0]


def extreme_weights(given: Problem, draws: int, seed: int = 0) -> Array:
    """(nodes, draws): random weights, most of them with hardly anything for some nodes."""
    rng = np.random.default_rng(seed)
    found = np.ones((len(given.tree.ids), draws))
    for family in given.tree.families:
        members = list(family.children)
        found[members] = rng.random((len(members), draws)) * 10.0 ** -rng.choice(
            [0, 0, 5, 10, 13], (len(members), draws)
        )
    return found
