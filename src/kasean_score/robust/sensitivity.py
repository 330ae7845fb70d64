"""What moves a score, and the order: each uncertain input by itself, and its part in the variance of all together.

Inputs are independent of each other: the weights of a family of siblings, drawn together, are one input (or each by
itself, before they are scaled to sum to one), a rating that leaves something open is one, the aggregation is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from kasean_score.robust.sample import stream
from kasean_score.robust.settings import Setting, above, as_stated, average_ranks, counted, scores
from kasean_score.robust.sobol import Pair, base_points, indices, resampled
from kasean_score.robust.weights import Stated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kasean_score.robust.draws import Problem, Varied
    from kasean_score.robust.sobol import Index, Indices
    from kasean_score.robust.tree import Family

    Array = NDArray[np.float64]

__all__ = ["Influence", "Input", "Moved", "Sensitivity", "sensitivity"]

ENDS = (0.05, 0.95)


class Input(NamedTuple):
    """Something uncertain: the `weights` of the children of `node`, the one `weight` of `node`, or a `rating`.

    A rating is that of the initiative in `row` on the criterion `node`. The `aggregation` has node 0.
    """

    kind: Literal["weights", "weight", "rating", "aggregation"]
    node: int
    row: int | None = None


class Influence(NamedTuple):
    """What an input does to an output: its indices, and the 5-95 % range of the output when it alone varies.

    The indices are None where the output does not vary, the range (`low`, `high`) where the output has none.
    """

    input: Input
    first: Index | None
    total: Index | None
    low: float | None
    high: float | None


class Moved(NamedTuple):
    """An output: the score (0 to 100) of the initiative in `row`, or the rank shift where that is None.

    `stated` is its value with everything as stated, None for no score; `mean` and `variance` are those over all inputs
    varied together. `influences` are in order of their total index, strongest first.
    """

    row: int | None
    stated: float | None
    mean: float
    variance: float
    influences: tuple[Influence, ...]


class Sensitivity(NamedTuple):
    """`scores` are those of the initiatives that can have one; `rank_shift` is None for fewer than two with a rank."""

    varied: Varied
    points: int
    resamples: int
    seed: int
    inputs: tuple[Input, ...]
    scores: tuple[Moved, ...]
    rank_shift: Moved | None


def sensitivity(
    problem: Problem,
    varied: Varied,
    points: int = 1024,
    seed: int = 0,
    resamples: int = 200,
    *,
    each_weight: bool = False,
) -> Sensitivity:
    """Sobol indices of every score and of the rank shift, and the effect of each input alone.

    The rank shift is the mean over the initiatives of how many places each is from its place in the stated order:
    Saisana, Saltelli and Tarantola, Journal of the Royal Statistical Society A 168 (2005), 307-323. Ties share the mean
    of their ranks. Where the problem has constraints on weights, those of a family depend on each other and remain one
    input, whatever `each_weight` says. Raises ValueError unless `points` is a power of two.
    """
    study = _Study(problem, varied, each_weight=each_weight)
    study.draw(points, seed)
    draws = resampled(points, resamples, seed)
    rows = [row for row in range(len(problem.initiatives)) if study.scored[row]]
    moved = tuple(study.score_of(row, draws) for row in rows)
    shift = study.rank_shift(draws) if len(study.ranked) > 1 else None
    return Sensitivity(varied, points, resamples, seed, study.inputs, moved, shift)


class _Study:
    """The inputs of a problem, and all its scores with each of them exchanged.

    The same criterion is exchanged in all initiatives at once: no rating has an effect on the score of another. The
    rank shift takes the changed scores one initiative at a time.
    """

    def __init__(self, problem: Problem, varied: Varied, *, each_weight: bool) -> None:
        self.problem = problem
        self.varied = varied
        self.all = slice(0, len(problem.initiatives))
        self.families = [one for one in problem.tree.families if one.at in counted(problem.tree)]
        self.scored = (problem.applicable if varied.levels else problem.rated)[:, 0]
        each = each_weight and problem.polytope is None  # what is constrained together is not independent
        self.shared = tuple(self._shared(each_weight=each))
        self.ratings = tuple(self._ratings())
        self.inputs = (*self.shared, *self.ratings)
        self.leaves = sorted({one.node for one in self.ratings})
        self.stated = scores(problem, as_stated(problem, varied))[:, 0]
        self.ranked = [row for row in np.flatnonzero(self.scored).tolist() if not np.isnan(self.stated[row])]

    def _shared(self, *, each_weight: bool) -> Sequence[Input]:
        """The inputs that all initiatives have in common."""
        found = [Input("aggregation", 0)] if len(self.varied.powers) > 1 else []
        if isinstance(self.varied.weights, Stated):
            return found
        for family in reversed(self.families):
            if len(family.children) > 1:
                found += [Input("weight", one) for one in family.children] if each_weight else []
                found += [] if each_weight else [Input("weights", family.at)]
        return found

    def _ratings(self) -> Sequence[Input]:
        if not self.varied.levels:
            return []
        inside = counted(self.problem.tree)
        return [
            Input("rating", at, row)
            for row, spreads in enumerate(self.problem.spreads)
            for at in spreads
            if at in inside and self.problem.applicable[row, at]
        ]

    def draw(self, points: int, seed: int) -> None:
        """Set up both base sets, and the scores at them and with each input exchanged."""
        weights = sum(len(family.children) for family in self.families)
        base = base_points(1 + weights + len(self.ratings), points, seed)
        weighing = [stream(seed, "sensitivity", side) for side in ("a", "b")]
        self.base = tuple(self._setting(u, rng) for u, rng in zip(base, weighing, strict=True))
        self.at_base = Pair(*(scores(self.problem, one) for one in self.base))
        self.moved = {one: self._exchanged(one) for one in (*self.shared, *(Input("rating", x) for x in self.leaves))}
        self.alone = {one: self._alone(one) for one in self.moved}

    def _setting(self, u: Array, rng: np.random.Generator) -> Setting:
        """What the numbers `u` of 0 to 1 stand for: the aggregation, then weights, then ratings.

        Under constraints the weights of a family have no such numbers, and are drawn at random.
        """
        stated = as_stated(self.problem, self.varied, u.shape[1])
        powers = np.minimum((u[0] * len(self.varied.powers)).astype(np.intp), len(self.varied.powers) - 1)
        weights, first = stated.weights.copy(), 1
        for family in self.families:
            members = list(family.children)
            weights[members] = self._weights(family, u[first : first + len(members)], rng)
            first += len(members)
        found = stated._replace(weights=weights, powers=powers)
        if not self.varied.levels:
            return found
        places = {(one.row, one.node): first + at for at, one in enumerate(self.ratings)}
        middle = np.full(u.shape[1], 0.5)  # of what does not count, and so is no input

        def quantile(row: int, at: int) -> Array:
            place = places.get((row, at))
            return middle if place is None else u[place]

        leaves = self.problem.leaves_at(self.all, quantile)
        return found._replace(values=leaves.values, scored=leaves.scored)

    def _weights(self, family: Family, u: Array, rng: np.random.Generator) -> Array:
        way, stated = self.varied.weights, self.problem.tree.weights[list(family.children)]
        if self.problem.polytope is None:
            return way.at(stated, u)
        return self.problem.polytope.draw(family.at, way, stated, u.shape[1], rng)

    def _exchanged(self, one: Input) -> Pair:
        a, b = self.base
        return Pair(*(scores(self.problem, self._with(one, into, out)) for into, out in ((a, b), (b, a))))

    def _with(self, one: Input, into: Setting, out: Setting) -> Setting:
        """`into` with one input from `out`; a rating is exchanged for all initiatives."""
        if one.kind == "aggregation":
            return into._replace(powers=out.powers)
        if one.kind == "rating":
            return into._replace(values={**into.values, one.node: out.values[one.node]})
        weights = into.weights.copy()
        members = self._members(one)
        weights[members] = out.weights[members]
        return into._replace(weights=weights)

    def _members(self, one: Input) -> list[int]:
        if one.kind == "weight":
            return [one.node]
        return next(list(family.children) for family in self.families if family.at == one.node)

    def _alone(self, one: Input) -> Array:
        """(initiatives, 2): the 5-95 % range of scores with all else as stated.

        A single weight takes the share that it has in the draw, its siblings what is left in proportion.
        Source: Eschenbach, Spiderplots versus tornado diagrams for sensitivity analysis, Interfaces 22 (1992), 40-46.
        """
        drawn, stated = self.base[0], as_stated(self.problem, self.varied, self.base[0].weights.shape[1])
        found = self._with(one, stated, drawn)
        if one.kind == "weight":
            family = next(family for family in self.families if one.node in family.children)
            members, at = list(family.children), family.children.index(one.node)
            share = drawn.weights[one.node] / drawn.weights[members].sum(axis=0)
            weights = self.problem.tree.weights[members, None] * (1.0 - share) / (1.0 - stated.weights[one.node])
            weights[at] = share
            found.weights[members] = np.maximum(weights, np.finfo(float).tiny)
        elif one.kind == "rating":
            rated = self.problem.rated.copy()
            rated[:, one.node] |= [one.node in spreads for spreads in self.problem.spreads]
            found = found._replace(scored=self.problem.tree.passed_up(rated & self.problem.applicable))
        return np.quantile(scores(self.problem, found), ENDS, axis=1, method="inverted_cdf").T

    def score_of(self, row: int, draws: Array) -> Moved:
        """What moves the score of one initiative."""
        inputs = (*self.shared, *(one for one in self.ratings if one.row == row))
        pairs = [self.moved[one._replace(row=None)] for one in inputs]
        moved = Pair(*(np.array([pair[side][row] for pair in pairs]) for side in (0, 1)))
        base = Pair(*(one[row] for one in self.at_base))
        ranges = [self.alone[one._replace(row=None)][row].tolist() for one in inputs]
        stated = float(self.stated[row])
        return _moved(row, None if np.isnan(stated) else stated, indices(base, moved, draws), inputs, ranges)

    def rank_shift(self, draws: Array) -> Moved:
        """What moves the order of those that have a place in it."""
        shifts = [_Shifts(side[self.ranked], self.stated[self.ranked]) for side in self.at_base]
        inputs = (*self.shared, *(one for one in self.ratings if one.row in self.ranked))
        moved: list[list[Array]] = [[], []]
        for one in inputs:
            for side, (shift, found) in enumerate(zip(shifts, self.moved[one._replace(row=None)], strict=True)):
                if one.row is None:
                    moved[side].append(shift.of(average_ranks(found[self.ranked])))
                else:
                    moved[side].append(shift.when(self.ranked.index(one.row), found[one.row]))
        base = Pair(*(shift.of(shift.ranks) for shift in shifts))
        return _moved(
            None, 0.0, indices(base, Pair(*map(np.array, moved)), draws), inputs, [(None, None)] * len(inputs)
        )


class _Shifts:
    """Mean shifts in rank (draws,) of `found` scores (initiatives, draws) against those of the `stated` ones."""

    def __init__(self, found: Array, stated: Array) -> None:
        self.found = found
        self.ranks = average_ranks(found)
        self.reference = average_ranks(stated[:, None])

    def of(self, ranks: Array) -> Array:
        shifts: Array = np.abs(ranks - self.reference).mean(axis=0)
        return shifts

    def when(self, row: int, score: Array) -> Array:
        """With one initiative's scores replaced: only comparisons with it are made again."""
        ranks = self.ranks - above(self.found, self.found[row]) + above(self.found, score)
        ranks[row] = 1.0 + above(score, self.found).sum(axis=0) - above(score, self.found[row])
        return self.of(ranks)


def _moved(
    row: int | None,
    stated: float | None,
    found: Indices,
    inputs: Sequence[Input],
    ranges: Sequence[Sequence[float | None]],
) -> Moved:
    none = [None] * len(inputs)
    listed = [
        Influence(one, first, total, *(None if end is None or np.isnan(end) else end for end in ends))
        for one, first, total, ends in zip(inputs, found.first or none, found.total or none, ranges, strict=True)
    ]
    listed.sort(key=lambda one: -one.total.value if one.total else 0.0)
    return Moved(row, stated, found.mean, found.variance, tuple(listed))
