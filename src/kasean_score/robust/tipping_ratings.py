"""The smallest change of one rating that ends the order of two initiatives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.model import Criterion
from kasean_score.robust.least import counted, is_linear
from kasean_score.robust.tree import roll_up
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from kasean_score.model import Measure
    from kasean_score.robust.draws import Problem

    Array = NDArray[np.float64]

__all__ = ["RatingTip", "Rerated"]

HALVINGS = 50
AT_ONCE = 1 << 12


class RatingTip(NamedTuple):
    """A criterion of one initiative that makes the scores equal, or reverses their order, with another rating.

    `points` is the size of the change on the criterion's own 0 to 100. `level` is the new level and `levels` the rated
    range; for a measure `value` is the new value and `stated` the rated one.
    """

    initiative: int
    node: int
    points: float
    reverses: bool
    level: int | None = None
    levels: tuple[int, int] | None = None
    value: float | None = None
    stated: float | None = None


class _Option(NamedTuple):
    """Another rating of a criterion, and the score that it would give."""

    initiative: int
    node: int
    points: float
    score: float
    level: int


class _Task(NamedTuple):
    """A measure of one initiative, and the score it has to reach; `sign` is 1 where its lead has to go, -1 to lead."""

    place: int
    initiative: int
    node: int
    target: float
    sign: float


class Rerated:
    """Every initiative with one rating changed. Only what is rated is changed, a range counting as its middle.

    A measure may take any value between its goalposts; the one that makes two scores equal is found by halving, or at
    once under arithmetic means.
    """

    def __init__(self, problem: Problem, scores: Array) -> None:
        self.problem = problem
        self.tree = problem.tree
        self.scores = scores
        inside = {one for family in counted(self.tree) for one in family.children}
        self.leaves = [(at, name, criterion) for at, name, criterion in self.tree.outline.leaves if at in inside]
        self.ratings = [one.ratings_on(problem.rubric) for one in problem.initiatives]
        self.options = self._options()

    def smallest(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[RatingTip, ...]]:
        """For each pair the smallest changes that end its order, and where none reverses it, the smallest that do."""
        found = [list(self._levels(*pair)) for pair in pairs]
        tasks = list(self._tasks(pairs))
        for start in range(0, len(tasks), AT_ONCE):
            for place, tip in self._values(tasks[start : start + AT_ONCE]):
                found[place].append(tip)
        return [_chosen(tips) for tips in found]

    def _levels(self, first: int, second: int) -> Iterator[RatingTip]:
        for row, other, sign in ((first, second, 1.0), (second, first, -1.0)):
            for option in self.options[row]:
                ahead = sign * (option.score - self.scores[other])  # how far the first is still ahead
                if ahead <= TOLERANCE:
                    levels = self.ratings[row][self.tree.ids[option.node]].levels
                    reverses = bool(ahead < -TOLERANCE)
                    yield RatingTip(row, option.node, option.points, reverses, option.level, levels)

    def _options(self) -> list[list[_Option]]:
        """For each initiative what any other level of any of its rated criteria would give."""
        value_of = {level.level: level.value for level in self.problem.rubric.scale}
        changes = [
            (at, level, float(value_of[level]))
            for at, _, criterion in self.leaves
            if criterion.measure is None
            for level in self.problem.rubric.levels_of(criterion)
        ]
        found: list[list[_Option]] = [[] for _ in self.problem.initiatives]
        if not changes:
            return found
        scores = self._rescored([at for at, _, _ in changes], np.array([value for _, _, value in changes]))
        for row, options in enumerate(found):
            for column, (at, level, value) in enumerate(changes):
                points = abs(value - float(self.problem.values[row, at]))
                if self.problem.rated[row, at] and points > TOLERANCE:
                    options.append(_Option(row, at, points, float(scores[row, column]), level))
        return found

    def _rescored(self, nodes: Sequence[int], values: Array) -> Array:
        """(initiatives, changes): the scores where a criterion has a value, one change at a time."""
        columns, changed = np.array(nodes), set(nodes)
        weights = np.repeat(self.tree.weights[:, None], len(nodes), axis=1)
        stated = self.problem.values

        def leaf(at: int) -> Array:
            return np.where(columns == at, values, stated[:, at, None]) if at in changed else stated[:, at, None]

        return roll_up(self.tree, weights, leaf, self.problem.rated)[0]

    def _tasks(self, pairs: Sequence[tuple[int, int]]) -> Iterator[_Task]:
        measures = [at for at, _, criterion in self.leaves if criterion.measure is not None]
        for place, (first, second) in enumerate(pairs):
            for row, other, sign in ((first, second, 1.0), (second, first, -1.0)):
                for at in measures:
                    if self.problem.rated[row, at]:
                        yield _Task(place, row, at, float(self.scores[other]), sign)

    def _values(self, tasks: Sequence[_Task]) -> Iterator[tuple[int, RatingTip]]:
        """For each measure that can end an order the nearest value that does; with the place of the pair."""
        if not tasks:
            return
        rows, nodes = np.array([task.initiative for task in tasks]), [task.node for task in tasks]
        target, sign = np.array([task.target for task in tasks]), np.array([task.sign for task in tasks])

        def ahead(values: Array) -> Array:
            found: Array = sign * (self._rescored(nodes, values)[rows, np.arange(len(rows))] - target)
            return found

        stated = self.problem.values[rows, nodes]
        far = np.where(sign > 0, 0.0, 100.0)
        last = ahead(far)
        ends = _where_equal(ahead, stated, far, linear=is_linear(self.tree))
        for at, task in enumerate(tasks):
            if last[at] <= TOLERANCE and abs(far[at] - stated[at]) > TOLERANCE:
                yield task.place, self._tip(task, float(stated[at]), float(ends[at]), bool(last[at] < -TOLERANCE))

    def _tip(self, task: _Task, stated: float, end: float, reverses: bool) -> RatingTip:
        criterion = self.tree.outline.nodes[task.node]
        assert isinstance(criterion, Criterion)
        assert criterion.measure is not None
        value = _back(criterion.measure, end)
        rating = self.ratings[task.initiative][criterion.id]
        return RatingTip(task.initiative, task.node, abs(end - stated), reverses, value=value, stated=rating.value)


def _where_equal(ahead: Callable[[Array], Array], stated: Array, far: Array, *, linear: bool) -> Array:
    """The value between the stated one and the goalpost where nobody is ahead; means nothing where there is none."""
    near, far = stated.copy(), far.copy()
    if linear:
        before, after = ahead(near), np.minimum(ahead(far), 0.0)
        fall = np.where(before > after, before - after, 1.0)
        return near + (far - near) * np.clip(before / fall, 0.0, 1.0)
    for _ in range(HALVINGS):
        middle = (near + far) / 2
        still = ahead(middle) > 0
        near, far = np.where(still, middle, near), np.where(still, far, middle)
    return far


def _chosen(tips: list[RatingTip]) -> tuple[RatingTip, ...]:
    ending = _least(tips)
    return tuple(ending if any(tip.reverses for tip in ending) else ending + _least(_reversing(tips)))


def _reversing(found: list[RatingTip]) -> list[RatingTip]:
    return [tip for tip in found if tip.reverses]


def _least(found: list[RatingTip]) -> list[RatingTip]:
    """The smallest of them, all of a tie."""
    least = min((tip.points for tip in found), default=0.0)
    return [tip for tip in found if tip.points <= least + TOLERANCE]


def _back(measure: Measure, points: float) -> float:
    """The measure's value that scores `points`: `scoring.values.measure_value` turned round."""
    worst, best = measure.worst, measure.best
    if measure.log:
        return float(np.exp(np.log(worst) + points / 100.0 * (np.log(best) - np.log(worst))))
    return worst + points / 100.0 * (best - worst)
