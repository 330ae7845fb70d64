"""Changes as they are typed for `whatif`: from `needs=3` or `weight:needs=2` to another rubric or initiative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.cli.named import criteria_named, nodes_named
from kasean_score.cli.options import NUMBER, adjusted, power_of, replaced, set_ratings, share_of
from kasean_score.errors import InputError, Problem, nearest
from kasean_score.scoring.variants import reweighted, weightless, with_ratings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.model import Criterion, Initiative, Rating, Rubric

__all__ = ["Change", "applied", "understood"]

HEAVIEST = 1e9
WEIGHT = "weight:"


class Change(NamedTuple):
    """One change to one rubric or to the ratings on it, as `typed`.

    `kind` is rating, weight, weights, aggregate or min_coverage; `address` the node's, where it is about one; `state`
    what the sign of equality is followed by. Of the values only that of its kind is set.
    """

    typed: str
    kind: str
    state: str
    address: str | None = None
    rating: Rating | None = None
    number: float | None = None


def understood(rubrics: Sequence[Rubric], typed: Sequence[str]) -> list[list[Change]]:
    """The changes to each rubric, in the order typed. Raises InputError with every fault.

    A name serves every rubric that has it; what names no node serves them all.
    """
    found: list[list[Change]] = [[] for _ in rubrics]
    problems: list[Problem] = []
    for given in typed:
        try:
            for index, change in _changes(rubrics, given):
                _refuse_twice(found[index], change)
                found[index].append(change)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return found


def applied(rubric: Rubric, initiative: Initiative, changes: Sequence[Change]) -> tuple[Rubric, Initiative]:
    """Rubric and initiative with the changes made: a weight set first, so that single weights go before it.

    Raises InputError where a group is left without weight.
    """
    by_kind = {change.kind: change for change in changes}
    chosen, power, share = (by_kind.get(kind) for kind in ("weights", "aggregate", "min_coverage"))
    changed = adjusted(
        rubric, chosen.state if chosen else None, power.number if power else None, share.number if share else None
    )
    weights = {str(one.address): one.number for one in changes if one.kind == "weight" and one.number is not None}
    changed = reweighted(changed, weights) if weights else changed
    bare = weightless(changed)
    if bare:
        raise InputError.of("weightless", group=bare)
    ratings = {one.address: (one.state, one.rating) for one in changes if one.address and one.rating is not None}
    if not ratings:
        return changed, initiative
    return changed, with_ratings(initiative, rubric, replaced(initiative.ratings_on(rubric), ratings))


def _refuse_twice(earlier: Sequence[Change], change: Change) -> None:
    for one in earlier:
        if (one.kind, one.address) == (change.kind, change.address):
            raise InputError.of("changed-twice", given=change.typed, first=one.typed)


def _changes(rubrics: Sequence[Rubric], given: str) -> list[tuple[int, Change]]:
    """What one argument changes, with the index of each rubric that it concerns."""
    name, sign, state = (part.strip() for part in given.partition("="))
    if not (sign and name and state):
        raise InputError.of("bad-whatif", given=given)
    if name.startswith(WEIGHT):
        number = _weight(state, given)
        nodes = nodes_named(rubrics, name.removeprefix(WEIGHT).strip(), given)
        return [(index, Change(given, "weight", state, node.id, number=number)) for index, node in nodes]
    if name in ("weights", "aggregate", "min_coverage", "min-coverage"):
        return _of_all(rubrics, name.replace("-", "_"), state, given)
    return [
        (index, Change(given, "rating", state, criterion.id, _rating(rubrics[index], criterion, state, given)))
        for index, criterion in criteria_named(rubrics, name, given)
    ]


def _weight(state: str, given: str) -> float:
    if re.fullmatch(NUMBER, state) and 0 <= float(state) <= HEAVIEST:
        return float(state)
    raise InputError.of("bad-weight", given=given)


def _of_all(rubrics: Sequence[Rubric], kind: str, state: str, given: str) -> list[tuple[int, Change]]:
    """A change that names no node: of every rubric, and of those with that weight set."""
    number = None
    concerned = list(range(len(rubrics)))
    if kind == "weights":
        concerned = [index for index in concerned if state in rubrics[index].weight_sets]
        if rubrics and not concerned:
            known = list(dict.fromkeys(name for rubric in rubrics for name in rubric.weight_sets))
            meant = nearest(state, known)
            key = "unknown-set.near" if meant else "unknown-set"
            raise InputError.of(key, name=state, meant=meant, allowed=known or ["-"])
    else:
        try:
            number = power_of(state) if kind == "aggregate" else share_of(state)
        except InputError as error:
            key = "bad-mean" if kind == "aggregate" else "bad-minimum-share"
            raise InputError.of(key, **{**error.problems[0].params, "given": given}) from None
    return [(index, Change(given, kind, state, number=number)) for index in concerned]


def _rating(rubric: Rubric, criterion: Criterion, state: str, given: str) -> Rating:
    """The rating that a state stands for: one that the criterion can have."""
    allowed = list(rubric.levels_of(criterion))
    try:
        (found,) = set_ratings([rubric], [f"{criterion.id}={state}"])
    except InputError:
        if criterion.measure is not None:
            raise InputError.of("bad-state.value", given=given, name=criterion.id) from None
        raise InputError.of("bad-state", given=given, name=criterion.id, allowed=allowed) from None
    rating = found[criterion.id][1]
    if not set(rating.levels or ()) <= set(allowed):
        raise InputError.of("bad-state", given=given, name=criterion.id, allowed=allowed)
    return rating
