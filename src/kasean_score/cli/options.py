"""Options that change a rubric or a rating for one run: from what was typed to what the scoring functions take."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.errors import InputError
from kasean_score.model import AGGREGATES, Criterion, Group, Rating, Rubric
from kasean_score.scoring.variants import only, with_aggregate, with_weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "Asked",
    "addresses_of",
    "adjusted",
    "count_of",
    "draws_of",
    "power_of",
    "replaced",
    "restricted",
    "seed_of",
    "set_ratings",
    "share_of",
]

COUNT = "[1-9][0-9]{0,8}"  # the patterns are compiled when they are used: most commands need one at most
MOST_DRAWS = 1_000_000
SEED = "[0-9]{1,18}"
STATES = ("not_rated", "not_applicable")
LEVELS = r"([0-9]{1,9})(?:-([0-9]{1,9}))?"
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?"


def power_of(given: str) -> float:
    """The power of an aggregation by name or number. Raises InputError."""
    if given in AGGREGATES:
        return AGGREGATES[given]
    if re.fullmatch(NUMBER, given) and -100 <= float(given) <= 100:
        return float(given)
    raise InputError.of("bad-aggregate", given=given, allowed=list(AGGREGATES))


def share_of(given: str) -> float:
    """A share from 0 to 1. Raises InputError."""
    if re.fullmatch(NUMBER, given) and 0 <= float(given) <= 1:
        return float(given)
    raise InputError.of("bad-share", given=given)


def count_of(option: str, given: str) -> int:
    """A whole number of 1 or more. Raises InputError, naming the option."""
    if re.fullmatch(COUNT, given):
        return int(given)
    raise InputError.of("bad-count", option=option, given=given)


def draws_of(given: str) -> int:
    """How many draws to make, 1 to `MOST_DRAWS`. Raises InputError."""
    if re.fullmatch(COUNT, given) and int(given) <= MOST_DRAWS:
        return int(given)
    raise InputError.of("bad-draws", given=given, most=MOST_DRAWS)


def seed_of(given: str) -> int:
    """The number that random draws start from. Raises InputError."""
    if re.fullmatch(SEED, given):
        return int(given)
    raise InputError.of("bad-seed", given=given)


class Asked(NamedTuple):
    """A rubric as it is stated in its file, which ratings must fit, and as the options want it used."""

    stated: Rubric
    used: Rubric


def restricted(rubrics: Sequence[Rubric], names: Sequence[str]) -> tuple[list[Asked], list[str]]:
    """Each rubric that has any of the nodes `names`, cut down to them; and their addresses. Raises InputError."""
    if not names or not rubrics:
        return [Asked(rubric, rubric) for rubric in rubrics], []
    groups = [node.id for rubric in rubrics for node in rubric.nodes() if isinstance(node, Group)]
    found = {name: [address for rubric in rubrics for address in addresses_of(rubric, name)] for name in names}
    for name, addresses in found.items():
        if not addresses:
            ids = [rubric.id for rubric in rubrics]
            raise InputError.of("unknown-node", name=name, rubrics=ids, allowed=groups)
    kept = []
    for rubric in rubrics:
        here = [address for name in names for address in addresses_of(rubric, name)]
        if here:
            kept.append(Asked(rubric, only(rubric, here)))
    return kept, list(dict.fromkeys(address for addresses in found.values() for address in addresses))


def adjusted(rubric: Rubric, weight_set: str | None, power: float | None, min_coverage: float | None) -> Rubric:
    """The rubric with another weight set, aggregation or minimum coverage, where given. Raises InputError."""
    if weight_set is not None:
        if weight_set not in rubric.weight_sets:
            key = "unknown-weight-set" if rubric.weight_sets else "unknown-weight-set.none"
            raise InputError.of(key, name=weight_set, rubric=rubric.id, allowed=list(rubric.weight_sets))
        rubric = with_weights(rubric, weight_set)
    if power is not None:
        rubric = with_aggregate(rubric, power)
    return rubric if min_coverage is None else rubric._replace(min_coverage=min_coverage)


def set_ratings(rubrics: Sequence[Rubric], typed: Iterable[str]) -> list[dict[str, tuple[str, Rating]]]:
    """For each rubric, by address, what each `criterion=state` stands for: the state as typed, and the rating.

    A name serves every rubric that has it. Raises InputError for a name that none has, or that one has twice, and for
    a state that is not understood.
    """
    found: list[dict[str, tuple[str, Rating]]] = [{} for _ in rubrics]
    for change in typed:
        name, sign, state = (part.strip() for part in change.partition("="))
        if not sign or not name:
            raise InputError.of("bad-change", given=change)
        matches = [(index, one) for index, rubric in enumerate(rubrics) for one in _criteria(rubric, name)]
        if not matches:
            known = [criterion.id for rubric in rubrics for criterion in rubric.criteria()]
            raise InputError.of("unknown-change", name=name, rubrics=[r.id for r in rubrics], allowed=known)
        for index, criterion in matches:
            found[index][criterion.id] = (state, _rating(criterion, state, change))
    return found


def replaced(old: Mapping[str, Rating], changes: Mapping[str, tuple[str, Rating]]) -> dict[str, Rating]:
    """The changed ratings, each with the evidence that stood under the old one."""
    none = Rating("not_rated")
    return {a: rating._replace(evidence=old.get(a, none).evidence) for a, (_, rating) in changes.items()}


def addresses_of(rubric: Rubric, name: str) -> list[str]:
    """The address `name`, or those whose last part it is."""
    return rubric.addresses(name)


def _criteria(rubric: Rubric, name: str) -> list[Criterion]:
    addresses = addresses_of(rubric, name)
    criteria = [criterion for criterion in rubric.criteria() if criterion.id in addresses]
    if len(criteria) > 1:
        raise InputError.of("ambiguous-change", name=name, allowed=[criterion.id for criterion in criteria])
    return criteria


def _rating(criterion: Criterion, state: str, change: str) -> Rating:
    if state in STATES:
        return Rating(state)
    if criterion.measure is not None and re.fullmatch(NUMBER, state) and isfinite(float(state)):
        value = float(state)
        return Rating("rated", value=value, low=value, high=value)
    levels = re.fullmatch(LEVELS, state)
    if criterion.measure is not None or levels is None:
        raise InputError.of("bad-change", given=change)
    low, high = int(levels[1]), int(levels[2] or levels[1])
    if low > high:
        raise InputError.of("bad-change", given=change)
    return Rating("rated", levels=(low, high))
