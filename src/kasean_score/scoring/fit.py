"""Whether an initiative's ratings fit a rubric: every fault between the two, none of the faults within one of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kasean_score.errors import Place, Problem, nearest
from kasean_score.scoring.evaluate import RATED, applies

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kasean_score.model import Criterion, Initiative, Opinion, Rating, Rubric

__all__ = ["Fit", "misfits"]


def misfits(rubric: Rubric, initiative: Initiative) -> list[Problem]:
    """The faults that keep `initiative` from being scored on `rubric`, each at its rating's place in the file."""
    return Fit(rubric).misfits(initiative)


class Fit:
    """Finds the misfits of any number of initiatives with one rubric; what depends on the rubric is worked out once."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.criteria = {criterion.id: criterion for criterion in rubric.criteria()}
        self._sound: dict[tuple[str | None, str | None], dict[str, Collection[object]]] = {}

    def misfits(self, initiative: Initiative) -> list[Problem]:
        ratings = initiative.ratings_on(self.rubric)
        sound, known = self._sound_levels(initiative).get, self.criteria
        doubtful = [
            address
            for address, rating in ratings.items()
            if (rating.levels not in sound(address, ()) and (rating.state == RATED or address not in known))
            or rating.panel
        ]
        if not doubtful:
            return []
        keys = initiative.keys.get(initiative.rated_under(self.rubric) or "", {})
        return [problem for address in doubtful for problem in self._of(address, ratings[address], initiative, keys)]

    def _of(self, address: str, rating: Rating, initiative: Initiative, keys: Mapping[str, Place]) -> Iterator[Problem]:
        rubric, criterion = self.rubric, self.criteria.get(address)
        params = {"criterion": address, "rubric": rubric.id}
        if criterion is None:
            key, found = _unknown(rubric, self.criteria, address)
            yield Problem(key, _cell(keys.get(address), keys, address), {**params, **found})
            return
        for key, found in _rating_misfits(rubric, criterion, rating, initiative):
            yield Problem(key, _cell(rating.place, keys, address), {**params, **found})
        for opinion in rating.panel:
            for key, found in _rating_misfits(rubric, criterion, opinion, initiative):
                yield Problem(key, opinion.place, {**params, **found})

    def _sound_levels(self, initiative: Initiative) -> dict[str, Collection[object]]:
        """What `levels` can be on each criterion where nothing is wrong: any but these are looked at closely."""
        key = (initiative.type, initiative.stage)
        if key not in self._sound:
            self._sound[key] = {
                address: _sound_pairs(self.rubric.levels_of(criterion))
                for address, criterion in self.criteria.items()
                if criterion.measure is None and applies(criterion, initiative)
            }
        return self._sound[key]


def _sound_pairs(levels: Sequence[int]) -> Collection[object]:
    """Single levels and ranges of two neighbours; longer ranges are rare."""
    ordered = sorted(levels)
    return frozenset([*zip(ordered, ordered, strict=True), *pairwise(ordered)])


def _cell(place: Place | None, keys: Mapping[str, Place], address: str) -> Place | None:
    """A rating from a table of ratings knows its table only: its cell is looked for when there is a fault."""
    return keys.get(address, place) if place is not None and place.line is None else place


def _unknown(rubric: Rubric, criteria: Mapping[str, Criterion], address: str) -> tuple[str, dict[str, object]]:
    meant = nearest(address, criteria)
    if any(node.id == address for node in rubric.nodes()):
        return "unknown-criterion.group", {"allowed": [x for x in criteria if x.startswith(f"{address}.")]}
    return ("unknown-criterion.near", {"meant": meant}) if meant else ("unknown-criterion", {"allowed": list(criteria)})


def _rating_misfits(
    rubric: Rubric, criterion: Criterion, rating: Rating | Opinion, initiative: Initiative
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
