"""Whether an initiative's ratings fit a rubric: every fault between the two, none of the faults within one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.errors import Problem, nearest
from kasean_score.scoring.evaluate import RATED, applies

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kasean_score.model import Criterion, Initiative, Rating, Rubric

__all__ = ["misfits"]


def misfits(rubric: Rubric, initiative: Initiative) -> list[Problem]:
    """The faults that keep `initiative` from being scored on `rubric`, each at its rating's place in the file."""
    criteria = {criterion.id: criterion for criterion in rubric.criteria()}
    keys = initiative.keys.get(initiative.rated_under(rubric) or "", {})
    problems: list[Problem] = []
    for address, rating in initiative.ratings_on(rubric).items():
        criterion, place = criteria.get(address), rating.place
        if criterion is None:
            found = iter([_unknown(rubric, criteria, address)])
            place = keys.get(address)
        else:
            found = _rating_misfits(rubric, criterion, rating, initiative)
        problems += [Problem(key, place, {"criterion": address, "rubric": rubric.id, **p}) for key, p in found]
    return problems


def _unknown(rubric: Rubric, criteria: Mapping[str, Criterion], address: str) -> tuple[str, dict[str, object]]:
    meant = nearest(address, criteria)
    if any(node.id == address for node in rubric.nodes()):
        return "unknown-criterion.group", {"allowed": [x for x in criteria if x.startswith(f"{address}.")]}
    return ("unknown-criterion.near", {"meant": meant}) if meant else ("unknown-criterion", {"allowed": list(criteria)})


def _rating_misfits(
    rubric: Rubric, criterion: Criterion, rating: Rating, initiative: Initiative
) -> Iterator[tuple[str, dict[str, object]]]:
    if rating.state == RATED and not applies(criterion, initiative):
        yield "does-not-apply", {"type": initiative.type, "stage": initiative.stage}
    if rating.state != RATED:
        return
    if criterion.measure is None and rating.levels is None:
        yield "wrong-rating.value", {"allowed": list(rubric.levels_of(criterion))}
    elif criterion.measure is not None and rating.value is None:
        yield "wrong-rating.level", {"worst": criterion.measure.worst, "best": criterion.measure.best}
    elif criterion.measure is not None and criterion.measure.log:
        given = (rating.value, rating.low, rating.high)
        for value in dict.fromkeys(given):
            if value is not None and value <= 0:
                yield "log-of-nonpositive", {"value": value}
    elif rating.levels is not None:
        allowed = rubric.levels_of(criterion)
        wrong = dict.fromkeys(level for level in rating.levels if level not in allowed)
        yield from (("no-such-level", {"level": level, "allowed": list(allowed)}) for level in wrong)
