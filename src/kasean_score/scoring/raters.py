"""Several raters of one initiative: how far they agree, where they do not, and what they come to together.

A rater's range of levels counts as its midpoint wherever a single number is needed. `not_rated` and a rating that is
not there are both missing; `not_applicable` beside anything else is a disagreement about the state. Criteria judged by
a value have no levels: they are kept out of every figure about levels.
"""

from __future__ import annotations

from itertools import combinations
from math import fsum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from kasean_score.model import Opinion, in_language
from kasean_score.scoring.alpha import Alpha, Interval, alpha, bootstrap
from kasean_score.scoring.evaluate import NOT_APPLICABLE, NOT_RATED, RATED
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kasean_score.model import Initiative, Rating, Text

__all__ = [
    "APART",
    "Agreement",
    "Alpha",
    "Consensus",
    "Interval",
    "Panel",
    "Voice",
    "agreement",
    "alpha",
    "are_apart",
    "bootstrap",
    "consensus",
    "difference",
    "has_panel",
    "leaning",
    "panel_on",
    "position",
    "reading",
    "spread",
    "states_differ",
]

Number = TypeVar("Number", int, float)

APART = 2
"""Levels between the lowest and the highest rater from which a disagreement is flagged."""
RELIABLE, TENTATIVE = 0.8, 0.667
"""Customary marks of alpha: K. Krippendorff, Content Analysis (2nd edition, 2004), p. 241."""


class Voice(NamedTuple):
    """A dossier's ratings on one rubric, by address, and who made them; `folded` where their panels say who did."""

    name: Text
    ratings: Mapping[str, Rating]
    folded: bool


class Panel(NamedTuple):
    """The raters of an initiative on one rubric, and by address what each of them said (None: nothing)."""

    raters: tuple[Text, ...]
    said: Mapping[str, tuple[Opinion | None, ...]]


class Agreement(NamedTuple):
    """Counts over units, each what several raters gave: `paired` units have two ratings or more.

    `pairs` are all pairs of ratings of one unit by two raters; `exact` of them are equal, `within_one` at most one
    level apart.
    """

    paired: int
    ratings: int
    pairs: int
    exact: int
    within_one: int


class Consensus(NamedTuple):
    """What a panel comes to on one criterion; `rated` is how many of its raters rated it."""

    state: str
    levels: tuple[int, int] | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    confidence: str | None = None
    rated: int = 0


def has_panel(initiative: Initiative) -> bool:
    """Whether a dossier holds what several raters said: it is one that raters were merged into."""
    return any(rating.panel for by_address in initiative.ratings.values() for rating in by_address.values())


def panel_on(voices: Iterable[Voice]) -> Panel:
    """The raters of some dossiers, one each or those of its panels, and what they said on one rubric."""
    raters: dict[str, Text] = {}
    said: dict[str, dict[str, Opinion]] = {}
    for name, ratings, folded in voices:
        if not folded:
            raters.setdefault(in_language(name, "en"), name)
        for address, rating in ratings.items():
            for opinion in rating.panel if folded else (_own(name, rating),):
                key = in_language(opinion.rater, "en")
                raters.setdefault(key, opinion.rater)
                said.setdefault(address, {})[key] = opinion
    given = {address: tuple([by_rater.get(key) for key in raters]) for address, by_rater in said.items()}
    return Panel(tuple(raters.values()), given)


def _own(name: Text, rating: Rating) -> Opinion:
    given = {field: getattr(rating, field) for field in Opinion._fields if field != "rater"}
    return Opinion(name, **given)


def position(opinion: Opinion | None) -> float | None:
    """The level that an opinion stands for, a range its midpoint; None where it gives no level."""
    return None if opinion is None or opinion.levels is None else sum(opinion.levels) / 2


def agreement(units: Iterable[Iterable[float | None]]) -> Agreement:
    """Counts of agreement over units of levels, None where one is missing; each pair of raters counts once a unit."""
    paired = ratings = pairs = exact = near = 0
    for unit in units:
        given = [level for level in unit if level is not None]
        if len(given) < 2:
            continue
        paired, ratings = paired + 1, ratings + len(given)
        gaps = [abs(a - b) for a, b in combinations(given, 2)]
        pairs += len(gaps)
        exact += sum(gap <= TOLERANCE for gap in gaps)
        near += sum(gap <= 1 + TOLERANCE for gap in gaps)
    return Agreement(paired, ratings, pairs, exact, near)


def spread(numbers: Iterable[float | None]) -> float | None:
    """The highest less the lowest of what is given; None where fewer than two are."""
    given = [number for number in numbers if number is not None]
    return max(given) - min(given) if len(given) > 1 else None


def are_apart(opinions: Iterable[Opinion | None]) -> bool:
    """Whether two raters are APART levels or more from each other."""
    width = spread(map(position, opinions))
    return width is not None and width >= APART - TOLERANCE


def states_differ(opinions: Iterable[Opinion | None]) -> bool:
    """Whether some raters say that the question cannot be put, and others answer it or look for an answer."""
    states = {opinion.state for opinion in opinions if opinion is not None}
    return NOT_APPLICABLE in states and len(states) > 1


def leaning(units: Iterable[Sequence[float | None]], rater: int) -> float | None:
    """The mean of a rater's level less the mean of the others', over the units that both have; None without any."""
    found: list[float] = []
    for unit in units:
        own = unit[rater]
        others = [level for place, level in enumerate(unit) if place != rater and level is not None]
        if own is not None and others:
            found.append(own - fsum(others) / len(others))
    return fsum(found) / len(found) if found else None


def difference(units: Iterable[Sequence[float | None]], first: int, second: int) -> float | None:
    """The mean of the second rater's level less the first's, over the units that both rated; None without any."""
    return leaning([(unit[second], unit[first]) for unit in units], 0)


def reading(value: float) -> str:
    """What custom allows to conclude from an alpha: `reliable`, `tentative` or `too_low` (see RELIABLE)."""
    if value >= RELIABLE - TOLERANCE:
        return "reliable"
    return "tentative" if value >= TENTATIVE - TOLERANCE else "too_low"


def consensus(opinions: Sequence[Opinion | None], raters: int) -> Consensus:
    """The median of what a panel of so many `raters` said of one criterion.

    Rated where at least half of the raters rated it, else not applicable where at least half say so, else not rated.
    The level is the median; between the middle two of an even number it is the range from one to the other. Of ranges
    the lower median of the lower ends and the upper median of the upper ends are taken, which for single levels is
    the same. A value is the median (of an even number the mean of the middle two), with the lowest and the highest
    that any rater found. The confidence is the lowest that was stated.
    """
    given = [opinion for opinion in opinions if opinion is not None]
    rated = [opinion for opinion in given if opinion.state == RATED]
    if not rated or 2 * len(rated) < raters:
        absent = sum(opinion.state == NOT_APPLICABLE for opinion in given)
        state = NOT_APPLICABLE if absent and 2 * absent >= raters else NOT_RATED
        return Consensus(state, rated=len(rated))
    stated = [opinion.confidence for opinion in rated if opinion.confidence is not None]
    sure = next((word for word in ("low", "medium", "high") if word in stated), None)
    levels = [opinion.levels for opinion in rated if opinion.levels is not None]
    if levels:
        middle = (_median_low([low for low, _ in levels]), _median_high([high for _, high in levels]))
        return Consensus(RATED, levels=middle, confidence=sure, rated=len(rated))
    values = [opinion.value for opinion in rated if opinion.value is not None]
    ends = [end for opinion in rated for end in (opinion.low, opinion.value, opinion.high) if end is not None]
    below, above = _median_low(values), _median_high(values)
    value = below if below == above else below + (above - below) / 2
    return Consensus(RATED, None, value, min(ends), max(ends), sure, len(rated))


def _median_low(values: Sequence[Number]) -> Number:
    return sorted(values)[(len(values) - 1) // 2]


def _median_high(values: Sequence[Number]) -> Number:
    return sorted(values)[len(values) // 2]
