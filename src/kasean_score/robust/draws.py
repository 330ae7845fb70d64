"""Scores under draws: what is uncertain about some initiatives on a rubric, and the scores of any number of draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.robust.sample import spread_of, stream
from kasean_score.robust.tree import Tree, roll_up
from kasean_score.robust.weights import Stated
from kasean_score.scoring.limits import TOLERANCE, watched_by
from kasean_score.scoring.values import rating_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from kasean_score.model import Criterion, Initiative, Limit, Rating, Rubric
    from kasean_score.robust.polytope import Polytope
    from kasean_score.robust.sample import Spread
    from kasean_score.robust.weights import Way

    Array = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["CHUNK", "Batch", "Leaves", "Problem", "Varied", "Verdicts"]

CHUNK = 4096
"""Draws that are computed at once; a part of what a seed means, since streams are read a chunk at a time."""
ROOM = 1 << 23
"""Numbers that the criteria of the initiatives taken at once may need: 64 MB."""


class Varied(NamedTuple):
    """What is drawn: weights in a `way`, `levels` or not, and the powers of the means to choose from.

    A power of None stands for the rubric's own aggregation; one power alone is no choice.
    """

    weights: Way = Stated()
    levels: bool = False
    powers: tuple[float | None, ...] = (None,)


class Batch(NamedTuple):
    """Some draws.

    `scores` (initiatives, draws) of 0 to 100, NaN where there is none; `weights` (nodes, draws), relative
    among siblings; `bands` (initiatives, draws), a band's place in the rubric's list, or one past its end where the
    verdict is `not_demonstrated`.
    """

    scores: Array
    weights: Array
    bands: NDArray[np.intp]


class Leaves(NamedTuple):
    """What the criteria are in some draws, by index: their `values` (initiatives, draws) and the `levels` behind them.

    Where all draws share them they have one column. `scored` (initiatives, nodes) says what has a score at all.
    """

    values: dict[int, Array]
    levels: dict[int, Array]
    scored: Mask


Reading = Callable[[slice], Leaves]
"""What the criteria of the initiatives in some rows are."""
Powers = Sequence[tuple[float | None, int]]
"""The powers of the means, and how many draws have each."""


class Problem:
    """Initiatives on one rubric, ready to be drawn any number of times; `constraints` are on the weights drawn.

    `values` (initiatives, nodes) holds the criteria as they are rated, 0 to 100, `levels` the level behind each (the
    middle of a range), `rated` where there is a rating, `spreads` for each initiative what its criteria leave open.
    """

    def __init__(self, rubric: Rubric, initiatives: Sequence[Initiative], constraints: Sequence[str] = ()) -> None:
        self.rubric = rubric
        self.initiatives = tuple(initiatives)
        self.tree = Tree(rubric)
        self.polytope = _polytope(self.tree, constraints) if constraints else None
        self.applicable = self.tree.applicable(self.initiatives)
        size = len(self.initiatives), len(self.tree.ids)
        self.values = np.zeros(size)
        self.levels = np.full(size, np.nan)
        rated = np.zeros(size, dtype=bool)
        self.spreads: list[dict[int, Spread]] = [{} for _ in self.initiatives]
        for row, initiative in enumerate(self.initiatives):
            ratings = initiative.ratings_on(rubric)
            for at, name, criterion in self.tree.outline.leaves:
                if self.applicable[row, at]:
                    rated[row, at] = self._enter(row, at, criterion, ratings.get(name))
        self.rated = self.tree.passed_up(rated) & self.applicable
        self._covered = rated.astype(float)
        self._judge = Verdicts(self.tree)

    def _enter(self, row: int, at: int, criterion: Criterion, rating: Rating | None) -> bool:
        spread = spread_of(self.rubric, criterion, rating)
        if spread is not None:
            self.spreads[row][at] = spread
        score = rating_value(self.rubric, criterion, rating).score
        if rating is None or score is None:
            return False
        self.values[row, at] = score
        if rating.levels is not None:
            self.levels[row, at] = sum(rating.levels) / 2
        return True

    def nominal(self) -> Batch:
        """One draw in which everything is as stated: the scores and bands of `scoring.evaluate`."""
        return self.batch(self.tree.weights[:, None], self.as_rated, [(None, 1)])

    def batches(self, varied: Varied, draws: int, seed: int) -> Iterator[Batch]:
        """`draws` draws in batches of at most `CHUNK`."""
        weighing = stream(seed, "weights")
        for leaves, powers in self.rounds(varied, draws, seed):
            weights = self._drawn_weights(varied.weights, sum(count for _, count in powers), weighing)
            yield self.batch(weights, leaves, powers)

    def rounds(self, varied: Varied, draws: int, seed: int) -> Iterator[tuple[Reading, Powers]]:
        """For each batch of draws all but the weights: how to read the criteria of some initiatives, and the powers."""
        choosing = stream(seed, "aggregation")
        levels = [stream(seed, "levels", *name) for name in _names(self.initiatives)]
        chances = [1 / len(varied.powers)] * len(varied.powers)
        for start in range(0, draws, CHUNK):
            size = min(CHUNK, draws - start)
            counts = choosing.multinomial(size, chances).tolist()
            powers = list(zip(varied.powers, counts, strict=True))
            yield (partial(self._drawn, size, levels) if varied.levels else self.as_rated), powers

    def _drawn_weights(self, way: Way, draws: int, rng: np.random.Generator) -> Array:
        weights = np.zeros((len(self.tree.ids), draws))
        for family in self.tree.families:
            members = list(family.children)
            stated = self.tree.weights[members]
            if self.polytope is None:
                weights[members] = way.draw(stated, draws, rng)
            else:
                weights[members] = self.polytope.draw(family.at, way, stated, draws, rng)
        return weights

    def as_rated(self, rows: slice) -> Leaves:
        """The criteria of some initiatives as they are rated."""
        at = [at for at, _, _ in self.tree.outline.leaves]
        values = {one: self.values[rows, one, None] for one in at}
        return Leaves(values, {one: self.levels[rows, one, None] for one in at}, self.rated[rows])

    def leaves_at(self, rows: slice, quantile: Callable[[int, int], Array]) -> Leaves:
        """The criteria with what is open filled in at `quantile(row, node)`, numbers of 0 to 1 for each draw."""
        stated = self.as_rated(rows)
        for at in stated.values:
            found = {
                row - rows.start: (self.spreads[row][at], quantile(row, at))
                for row in range(rows.start, rows.stop)
                if at in self.spreads[row]
            }
            if found:
                stated.values[at] = _filled(stated.values[at], {row: x.values_at(u) for row, (x, u) in found.items()})
            if found and at in self._judge.criteria:
                stated.levels[at] = _filled(stated.levels[at], {row: x.levels_at(u) for row, (x, u) in found.items()})
        return stated._replace(scored=self.applicable[rows])

    def _drawn(self, draws: int, streams: Sequence[np.random.Generator], rows: slice) -> Leaves:
        return self.leaves_at(rows, lambda row, _: streams[row].random(draws))

    def batch(self, weights: Array, leaves: Reading, powers: Powers) -> Batch:
        """Scores and bands under `weights` (nodes, draws); so many draws have each of `powers`, in that order."""
        size = len(self.initiatives), weights.shape[1]
        scores, bands = np.empty(size), np.empty(size, dtype=np.intp)
        for rows in self.blocks(size[1]):
            read = leaves(rows)
            found = self.rolled_up(read, weights, powers, (0, *self._judge.groups))
            scores[rows], bands[rows] = found[0], self._judge.bands(found, read.levels, self._coverage(rows, weights))
        return Batch(scores, weights, bands)

    def _coverage(self, rows: slice, weights: Array) -> Array:
        """(initiatives, draws) or (initiatives, 1): the rated share (0 to 1) of applicable weight."""
        if np.array_equal(self.rated[rows], self.applicable[rows]) and self._covered[rows].any():
            return np.ones((rows.stop - rows.start, 1))
        return roll_up(self.tree, weights, lambda at: self._covered[rows, at, None], self.applicable[rows], 1.0)[0]

    def blocks(self, draws: int) -> Iterator[slice]:
        """The initiatives a few at a time, so that memory does not grow with their number."""
        step = max(1, ROOM // (len(self.tree.ids) * draws))
        for start in range(0, len(self.initiatives), step):
            yield slice(start, min(start + step, len(self.initiatives)))

    def rolled_up(self, leaves: Leaves, weights: Array, powers: Powers, wanted: Sequence[int]) -> Mapping[int, Array]:
        """The values of the nodes `wanted` (initiatives, draws), each part of the draws by its own power."""
        parts, first = [], 0
        for power, count in powers:
            if count:
                here = slice(first, first + count)
                read = _part(leaves.values, here).__getitem__
                parts.append(roll_up(self.tree, weights[:, here], read, leaves.scored, power, wanted))
                first += count
        return parts[0] if len(parts) == 1 else {at: np.hstack([part[at] for part in parts]) for at in wanted}


class Verdicts:
    """Bands with limits and minimum coverage applied, as `scoring.limits` gives them to one initiative at a time."""

    def __init__(self, tree: Tree) -> None:
        rubric = tree.rubric
        places = {band.id: place for place, band in enumerate(rubric.bands)}
        self.min_coverage = rubric.min_coverage
        self.starts = np.array([band.at_least for band in rubric.bands[::-1]])
        self.last = len(rubric.bands) - 1
        self.limits = [
            (
                limit,
                [tree.index[one] for one in watched_by(rubric, limit)],
                places.get(limit.band_at_most, self.last + 1),
            )
            for limit in rubric.limits
        ]
        self.criteria = {one for limit, watched, _ in self.limits for one in watched if _by_level(limit)}
        self.groups = sorted({one for limit, watched, _ in self.limits for one in watched if not _by_level(limit)})

    def bands(self, scores: Mapping[int, Array], levels: Mapping[int, Array], coverage: Array) -> NDArray[np.intp]:
        """(initiatives, draws): the band of each score, `scores` holding node 0 and the `groups`."""
        found = self.last + 1 - np.searchsorted(self.starts, scores[0] + TOLERANCE, side="right")
        found = np.minimum(found, self.last)
        for limit, watched, worst in self.limits:
            held = np.zeros((1, 1), dtype=bool)
            for one in watched:
                held = held | _meets(limit, levels[one] if _by_level(limit) else scores[one])
            found = np.where(held, np.maximum(found, worst), found)
        shown = (coverage >= self.min_coverage - TOLERANCE) & ~np.isnan(scores[0])
        return np.where(shown, found, self.last + 1)


def _by_level(limit: Limit) -> bool:
    return limit.when.criterion is not None and limit.when.at_most is not None


def _meets(limit: Limit, found: Array) -> Mask:
    """`scoring.limits.limit_meets` for arrays; NaN, nothing rated, never does."""
    if limit.when.at_most is not None:
        return found <= limit.when.at_most
    return found < (limit.when.below or 0.0) - TOLERANCE


def _filled(stated: Array, drawn: Mapping[int, Array]) -> Array:
    """(initiatives, draws) from (initiatives, 1), with the rows that were drawn."""
    found = np.empty((len(stated), len(next(iter(drawn.values())))))
    found[:] = stated
    for row, values in drawn.items():
        found[row] = values
    return found


def _part(values: Mapping[int, Array], here: slice) -> dict[int, Array]:
    """The draws `here`."""
    return {at: one if one.shape[1] == 1 else one[:, here] for at, one in values.items()}


def _polytope(tree: Tree, constraints: Sequence[str]) -> Polytope:
    from kasean_score.robust.polytope import Polytope

    return Polytope.of(tree, constraints)


def _names(initiatives: Sequence[Initiative]) -> list[tuple[str, str]]:
    """Each initiative's id, and how many of that id came before."""
    ids = [one.id for one in initiatives]
    return [(name, str(ids[:at].count(name))) for at, name in enumerate(ids)]
