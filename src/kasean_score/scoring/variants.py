"""The same rubric or initiative with something changed: other weights, another aggregation, a part of the tree.

Each function returns a new value and leaves its argument alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.model import Group, Initiative, Node, Rating, Rubric, is_condition

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["only", "reweighted", "weightless", "with_aggregate", "with_ratings", "with_weights"]


def with_weights(rubric: Rubric, set_id: str) -> Rubric:
    """The rubric under one of its weight sets. Raises KeyError for a set that it does not have."""
    chosen = rubric.weight_sets[set_id]

    def reweigh(node: Node) -> Node:
        return node._replace(weight=chosen.weight_of(node))

    return rubric._replace(groups=_map_groups(rubric.groups, reweigh))


def reweighted(rubric: Rubric, weights: Mapping[str, float]) -> Rubric:
    """The rubric with other weights at the addresses listed."""

    def reweigh(node: Node) -> Node:
        return node._replace(weight=weights[node.id]) if node.id in weights else node

    return rubric._replace(groups=_map_groups(rubric.groups, reweigh))


def weightless(rubric: Rubric) -> list[str]:
    """The addresses of the groups, and the rubric's id for the top, whose members that count all weigh nothing."""
    families = [(rubric.id, rubric.groups), *((x.id, x.children) for x in rubric.nodes() if isinstance(x, Group))]
    counted = [(name, [child for child in children if not is_condition(child)]) for name, children in families]
    return [name for name, children in counted if children and not any(child.weight for child in children)]


def with_aggregate(rubric: Rubric, power: float) -> Rubric:
    """The rubric with the power mean of `power` at every node, whatever its groups had chosen."""

    def unset(node: Node) -> Node:
        return node._replace(aggregate=None) if isinstance(node, Group) else node

    return rubric._replace(aggregate=power, groups=_map_groups(rubric.groups, unset))


def only(rubric: Rubric, addresses: Collection[str]) -> Rubric:
    """The rubric cut down to the nodes at `addresses`, with their ancestors and all that is below them.

    A condition group asked for becomes counted: it is what is being scored. Limits that watch a node which is gone
    go with it. Raises KeyError for an address that the rubric does not have.
    """
    known = {node.id for node in rubric.nodes()}
    for address in addresses:
        if address not in known:
            raise KeyError(address)
    groups = tuple(cut for group in rubric.groups if (cut := _cut(group, addresses)) is not None)
    kept = rubric._replace(groups=groups)
    remaining = {node.id for node in kept.nodes()} | {"any", None}
    limits = [x for x in rubric.limits if x.when.criterion in remaining and x.when.group in remaining]
    return kept._replace(limits=tuple(limits))


def with_ratings(initiative: Initiative, rubric: Rubric, changes: Mapping[str, Rating]) -> Initiative:
    """The initiative with some ratings on `rubric` replaced."""
    ratings = {**initiative.ratings_on(rubric), **changes}
    under = initiative.rated_under(rubric) or rubric.id
    return initiative._replace(ratings={**initiative.ratings, under: ratings})


def _map_groups(groups: tuple[Group, ...], change: Callable[[Node], Node]) -> tuple[Group, ...]:
    def walk(node: Node) -> Node:
        if isinstance(node, Group):
            node = node._replace(children=tuple(walk(child) for child in node.children))
        return change(node)

    return tuple(changed for group in groups if isinstance(changed := walk(group), Group))


def _cut(group: Group, addresses: Collection[str]) -> Group | None:
    if group.id in addresses:
        return group._replace(role="counted")
    kept: list[Node] = []
    for child in group.children:
        cut = _cut(child, addresses) if isinstance(child, Group) else child if child.id in addresses else None
        if cut is not None:
            kept.append(cut)
    return group._replace(children=tuple(kept), role="counted") if kept else None
