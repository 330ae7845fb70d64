"""Costs of improving, from a file beside the work: what one level of a criterion costs, by its address.

kind: costs              # may be left out
tailoring.needs: 2
delivery.coordination: 5.5
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.errors import InputError, Problem, in_file_order, nearest
from kasean_score.files.catalog import read_tree
from kasean_score.files.kinds import INVALID, Choice, Quantity, describe
from kasean_score.files.tree import Mapping, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.files.tree import Container
    from kasean_score.model import Criterion, Rubric

__all__ = ["MOST", "costs_in", "read_costs"]

MOST = 1e9
"""The highest cost of one level."""


def read_costs(path: str, rubrics: Sequence[Rubric]) -> dict[str, float]:
    """The costs in the file at `path` (`-`: standard input), of criteria of any of `rubrics`.

    Raises InputError with every fault, in file order.
    """
    try:
        root = read_tree(path)
    except InputError as error:
        renamed = {"empty-file": "empty-costs", "not-a-mapping": "empty-costs"}
        raise InputError(one._replace(key=renamed.get(one.key, one.key)) for one in error.problems) from None
    return costs_in(root, rubrics)


def costs_in(root: Mapping, rubrics: Sequence[Rubric]) -> dict[str, float]:
    """The costs in a document's tree; without rubrics any address will do. Raises InputError with every fault."""
    reader = _Reader(rubrics)
    costs = reader.costs(root)
    if reader.problems:
        raise InputError(in_file_order(reader.problems))
    if not costs:
        raise InputError([Problem("empty-costs", place_of(root))])
    return costs


class _Reader:
    """One file being read, and the faults found in it so far."""

    def __init__(self, rubrics: Sequence[Rubric]) -> None:
        self.problems: list[Problem] = []
        self.ids = [rubric.id for rubric in rubrics]
        self.known = {criterion.id: criterion for rubric in rubrics for criterion in rubric.criteria()}

    def costs(self, root: Mapping) -> dict[str, float]:
        if root.get("kind") not in (None, "costs"):
            Choice(("costs",)).read(self, root, "kind", root["kind"])
            return {}  # a document of another kind: its fields are not worth naming one by one
        read = {key: self.cost(root, key) for key in root if key != "kind"}
        return {key: cost for key, cost in read.items() if cost is not None}

    def cost(self, root: Mapping, key: str) -> float | None:
        if self.known and key not in self.known:
            self.unknown(root, key)
        elif self.known and self.known[key].measure is not None:
            self.fault("cost-of-measure", root, key, name=key)
        number = Quantity(0, MOST).read(self, root, key, root[key])
        if number is INVALID:
            return None
        if number == 0:
            self.problems.append(
                Problem("cost-not-positive", place_of(root, key), {"name": key, "given": describe(root[key])})
            )
            return None
        return float(number)

    def unknown(self, root: Mapping, key: str) -> None:
        """An address that none of the rubrics has; one that ends as it does is meant more likely than one like it."""
        meant = last_part(key, self.known.values()) or nearest(key, self.known)
        about = {"name": key, "rubrics": self.ids, "meant": meant, "allowed": list(self.known)}
        self.fault("unknown-cost.near" if meant else "unknown-cost", root, key, **about)

    def fault(self, fault: str, root: Mapping, key: str, **params: object) -> None:
        self.problems.append(Problem(fault, place_of(root, key, key=True), params))

    def record(self, name: str, holder: Container, where: str | int, value: Any) -> Any:
        raise NotImplementedError  # none of the kinds used here holds a record


def last_part(name: str, criteria: Iterable[Criterion]) -> str | None:
    """The one address that ends in a name, or None where there is none or several."""
    ending = [criterion.id for criterion in criteria if criterion.id.rpartition(".")[2] == name]
    return ending[0] if len(ending) == 1 else None
