"""Nodes of rubrics by the names that are typed for them, with one way of saying that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from kasean_score.errors import InputError, nearest
from kasean_score.model import Criterion, Group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.model import Node, Rubric

__all__ = ["criteria_named", "nodes_named"]


def nodes_named(rubrics: Sequence[Rubric], name: str, given: str) -> list[tuple[int, Node]]:
    """The node that a name stands for in each rubric that has it, with the rubric's index.

    A name is an address, or the last part of one. Raises InputError, saying what was `given`, where no rubric has it
    or one has it twice.
    """
    return _named(rubrics, name, given, [list(rubric.nodes()) for rubric in rubrics])


def criteria_named(rubrics: Sequence[Rubric], name: str, given: str) -> list[tuple[int, Criterion]]:
    """The criterion that a name stands for in each rubric that has it, as `nodes_named`; a group is refused."""
    groups = [node for one in rubrics for node in one.nodes() if node.id in one.addresses(name)]
    criteria = [list(rubric.criteria()) for rubric in rubrics]
    below = [child.id for node in groups if isinstance(node, Group) for child in node.children]
    if below and not any(isinstance(node, Criterion) for node in groups):
        raise InputError.of("group-named", given=given, name=name, allowed=below)
    found = _named(rubrics, name, given, criteria)
    return [(index, node) for index, node in found if isinstance(node, Criterion)]


def _named(rubrics: Sequence[Rubric], name: str, given: str, known: Sequence[Sequence[Node]]) -> list[tuple[int, Node]]:
    found: list[tuple[int, Node]] = []
    for index, (rubric, nodes) in enumerate(zip(rubrics, known, strict=True)):
        addresses = rubric.addresses(name)
        here = [node for node in nodes if node.id in addresses]
        if len(here) > 1:
            raise InputError.of("ambiguous-name", given=given, name=name, allowed=[node.id for node in here])
        found += [(index, node) for node in here]
    if not found:
        _refuse(rubrics, name, given, [node.id for nodes in known for node in nodes])
    return found


def _refuse(rubrics: Sequence[Rubric], name: str, given: str, addresses: Sequence[str]) -> NoReturn:
    short = {address.rpartition(".")[2]: address for address in addresses}
    near = nearest(name, [*short, *addresses])
    about = {"given": given, "name": name, "rubrics": [rubric.id for rubric in rubrics], "allowed": list(addresses)}
    if near is None:
        raise InputError.of("unknown-named", **about)
    raise InputError.of("unknown-named.near", **about, meant=short.get(near, near))
