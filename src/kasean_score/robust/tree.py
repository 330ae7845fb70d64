"""A rubric's tree over many draws at once: weighted power means of arrays, with the draws as their last axis.

The nominal score is one draw among others and goes through the same functions. What they compute is what
`scoring.evaluate` does for one initiative at a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kasean_score.model import Criterion, Group, is_condition
from kasean_score.scoring.aggregate import NEXT_TO_NOTHING
from kasean_score.scoring.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from kasean_score.model import Initiative, Rubric

    Array = NDArray[np.float64]
    Mask = NDArray[np.bool_]

__all__ = ["Family", "Tree", "power_mean", "product", "roll_up"]


class Family(NamedTuple):
    """A group and its children that count and carry weight, by index in the outline; `power` is that of its mean."""

    at: int
    children: tuple[int, ...]
    power: float


class Tree:
    """A rubric laid flat for arrays; node 0 is the whole, the others stand in rubric order.

    `families` have children before parents. `weights` is (nodes,), normalised to 1 among siblings; nodes that carry no
    weight, and condition groups in their parents, are in no family.
    """

    def __init__(self, rubric: Rubric) -> None:
        outline = Outline(rubric)
        self.rubric = rubric
        self.outline = outline
        self.ids = [node.id for node in outline.nodes]
        self.index = {node: at for at, node in enumerate(self.ids)}
        self.families = tuple(
            Family(at, children, _power(rubric, outline.nodes[at]))
            for at in reversed(outline.children)
            if (children := tuple(one for one in outline.children[at] if _weighs(outline, one)))
        )
        self.weights = np.zeros(len(self.ids))
        self.weights[0] = 1.0
        for family in self.families:
            stated = np.array([outline.nodes[one].weight for one in family.children])
            self.weights[list(family.children)] = stated / stated.sum()

    def applicable(self, initiatives: Sequence[Initiative]) -> Mask:
        """(initiatives, nodes): whether a node applies, a group where any child of weight does."""
        leaves = [{name: rating.state for name, rating in one.ratings_on(self.rubric).items()} for one in initiatives]
        found = np.ones((len(initiatives), len(self.ids)), dtype=bool)
        for row, (initiative, states) in enumerate(zip(initiatives, leaves, strict=True)):
            found[row, list(self.outline.barred(initiative))] = False
            for at, name, _ in self.outline.leaves:
                if states.get(name) == "not_applicable":
                    found[row, at] = False
        return self.passed_up(found)

    def passed_up(self, found: Mask) -> Mask:
        """(initiatives, nodes): what holds of leaves, and of the groups that have any such child of weight."""
        found = found.copy()
        found[:, list(self.outline.children)] = False
        for family in self.families:
            found[:, family.at] = found[:, list(family.children)].any(axis=1)
        return found


def _weighs(outline: Outline, at: int) -> bool:
    node = outline.nodes[at]
    return node.weight > 0 and not is_condition(node)


def _power(rubric: Rubric, node: Group | Criterion) -> float:
    own = node.aggregate if isinstance(node, Group) else None
    return rubric.aggregate if own is None else own


def roll_up(
    tree: Tree,
    weights: Array,
    leaf: Callable[[int], Array],
    present: Mask,
    power: float | None = None,
    wanted: Sequence[int] = (0,),
) -> Mapping[int, Array]:
    """The values of the nodes `wanted`, each (initiatives, draws), NaN where a node has none.

    `weights` is (nodes, draws), relative among siblings and positive in every family; `leaf` gives a criterion's
    values as (initiatives, draws), or (initiatives, 1) where all draws share them, and any finite number where it is
    not `present` (initiatives, nodes). `power` stands in for those of the families.
    """
    values: dict[int, Array] = {}
    for family in tree.families:
        below = [values[one] if one in values else leaf(one) for one in family.children]
        here = present[:, family.children]
        shared = weights[list(family.children)]
        values[family.at] = power_mean(below, shared, here, family.power if power is None else power)
    found = {at: values[at] if at in values else leaf(at) for at in wanted}
    return {at: _shown(value, present[:, [at]], weights.shape[1]) for at, value in found.items()}


def _shown(value: Array, present: Mask, draws: int) -> Array:
    """(initiatives, draws), NaN where nothing is present."""
    shown = value if present.all() else np.where(present, value, np.nan)
    return np.broadcast_to(shown, (len(present), draws))


def power_mean(values: Sequence[Array], weights: Array, present: Mask, power: float) -> Array:
    """Weighted power means over the first axis: `scoring.aggregate.power_mean` for arrays.

    `values` has (initiatives, draws) or (initiatives, 1) of each member, 0 or more; `weights` is (members, draws),
    relative, `present` (initiatives, members). Where no member is present, the result is 0 and means nothing. Raises
    ValueError for no members.
    """
    if not values:
        raise ValueError("a mean needs a member")
    mean = _Mean(values, weights, present)
    if power == 1:
        return mean.of(values)
    if power == -np.inf:
        return mean.minimum()
    if abs(power) < NEXT_TO_NOTHING:
        return mean.where_positive(lambda: np.exp(mean.of([np.log(np.where(x > 0, x, 1.0)) for x in values])))
    if power < 0:
        return mean.where_positive(lambda: mean.general(power))
    return mean.general(power)


def product(one: Array, other: Array) -> Array:
    """The product of two small matrices, added up in one order on every machine and by one thread.

    A threaded `@` waits for its threads longer than these products take, and adds up in an order of its own.
    """
    found: Array = np.einsum("nk,kd->nd", one, other)
    return found


class _Mean:
    """Means of the same members; where some are absent, by the weights of those present."""

    def __init__(self, values: Sequence[Array], weights: Array, present: Mask) -> None:
        self.values = values
        self.weights = weights
        self.present = present
        self.total = weights.sum(axis=0) if present.all() else product(present.astype(float), weights)
        if not present.any(axis=1).all():
            self.total = np.where(self.total > 0, self.total, 1.0)

    def of(self, values: Sequence[Array]) -> Array:
        """Their arithmetic mean. Members that all draws share are one product of matrices."""
        still = [at for at, value in enumerate(values) if value.shape[1] == 1]
        total: Array | None = None
        if still:
            total = product(np.hstack([values[at] for at in still]) * self.present[:, still], self.weights[still])
        for at, value in enumerate(values):
            if value.shape[1] == 1:
                continue
            part = value * self.weights[at]
            if not self.present[:, at].all():
                part *= self.present[:, [at]]
            total = part if total is None else np.add(total, part, out=total)
        assert total is not None
        return np.divide(total, self.total, out=total)

    def minimum(self) -> Array:
        """Their smallest; weights do not matter, so long as they are positive."""
        found = np.full((len(self.present), 1), np.inf)
        for at, value in enumerate(self.values):
            found = np.minimum(found, np.where(self.present[:, [at]], value, np.inf))
        return np.where(np.isinf(found), 0.0, found)

    def where_positive(self, mean: Callable[[], Array]) -> Array:
        """0 where any member is 0, which a mean of no positive power cannot leave."""
        return np.where(self.minimum() > 0, mean(), 0.0)

    def general(self, power: float) -> Array:
        """Any other power, relative to the member that counts most, in terms that keep their digits near 0."""
        base = self.largest() if power > 0 else self.minimum()
        base = np.where(base > 0, base, 1.0)
        with np.errstate(divide="ignore", over="ignore", invalid="ignore"):  # where a zero decides, nothing else counts
            logs = [np.log(np.where(self.present[:, [at]], value, base) / base) for at, value in enumerate(self.values)]
            return base * np.exp(np.log1p(self.of([np.expm1(power * one) for one in logs])) / power)

    def largest(self) -> Array:
        found = np.zeros((len(self.present), 1))
        for at, value in enumerate(self.values):
            found = np.maximum(found, np.where(self.present[:, [at]], value, 0.0))
        return found
