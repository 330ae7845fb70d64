"""What the evidence under each criterion is made of, and where it disagrees.

How strong evidence is follows from the rubric's own evidence rules and from nothing else: which of the things that
rules can need is there, which rules concern the level given, and which levels the evidence could carry. There is no
score of strength. Domain: a scorecard; criteria in rubric order, of those that apply.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Criterion
from kasean_score.scoring.evaluate import NOT_APPLICABLE, RATED
from kasean_score.scoring.support import RulesAt, is_met

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kasean_score.model import Evidence, EvidenceRule, Rating, Source
    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["NEEDS", "Backing", "BothWays", "Conflict", "age_in_days", "backings", "cited_both_ways", "conflicts"]

NEEDS = ("documentary", "independent", "absence", "beyond_opinion")
"""What an evidence rule can need."""
APART = 2
"""Levels between two raters that count as a disagreement, as everywhere."""


class Backing(NamedTuple):
    """The evidence under one criterion.

    `kinds` counts items for and against by kind of source. `newest` is the latest date, of the fact or else of its
    source; `age` the days from it to the date of the ratings, negative where it is later. `met` are the needs that
    some item meets; `rules` those that concern the rating, each with whether it is met; `carried` the levels whose
    rules the evidence meets. `single` and `dependent` mark ratings that rest on one source, or on no item that is
    independent of the owner.
    """

    node: NodeScore
    items: tuple[Evidence, ...]
    kinds: Mapping[str, tuple[int, int]]
    sources: tuple[str, ...]
    languages: tuple[str, ...]
    newest: str | None
    age: int | None
    undated: int
    met: tuple[str, ...]
    rules: tuple[tuple[EvidenceRule, bool], ...]
    carried: tuple[int, ...]
    single: bool
    dependent: bool

    @property
    def independent(self) -> int:
        return sum(item.independent for item in self.items)

    @property
    def bare(self) -> bool:
        """Whether a rating stands without any evidence."""
        return self.node.state == RATED and not self.items


class Conflict(NamedTuple):
    """A criterion on which something disagrees; `reasons` of both_sides, disputed, range, values, raters, both_ways.

    `sources` are those cited both for and against it.
    """

    node: NodeScore
    reasons: tuple[str, ...]
    sources: tuple[str, ...]


class BothWays(NamedTuple):
    """A source, or a fact, that is cited for some criteria and against others, or the same."""

    id: str
    on: tuple[str, ...]
    against: tuple[str, ...]


def backings(card: Scorecard) -> list[Backing]:
    """The evidence under each criterion that applies."""
    rules = RulesAt(card.rubric)
    return [_backing(card, node, rules) for node in _criteria(card)]


def conflicts(card: Scorecard) -> list[Conflict]:
    """The criteria on which evidence, values, readings or raters disagree."""
    found = []
    for node in _criteria(card):
        both = _on_both(node.rating.evidence) if node.rating else ()
        reasons = tuple(_reasons(node.rating, both)) if node.rating else ()
        if reasons:
            found.append(Conflict(node, reasons, both))
    return found


def cited_both_ways(card: Scorecard, field: str) -> list[BothWays]:
    """The sources (`field` source) or facts (`field` id) cited both for and against, anywhere, by id."""
    on: dict[str, dict[str, list[str]]] = {}
    for node in _criteria(card):
        for item in node.rating.evidence if node.rating else ():
            name = getattr(item, field)
            if name is not None:
                by_stance = on.setdefault(name, {"for": [], "against": []})
                by_stance[item.stance].append(node.node.id)
    return [
        BothWays(name, _once(by["for"]), _once(by["against"]))
        for name, by in sorted(on.items())
        if by["for"] and by["against"]
    ]


def age_in_days(newest: str | None, as_of: str | None) -> int | None:
    """Days from one date to another; a year or a month counts as its last day. None where either is not known."""
    return None if newest is None or as_of is None else (_last_day(as_of) - _last_day(newest)).days


def _criteria(card: Scorecard) -> list[NodeScore]:
    return [node for node in card.nodes if isinstance(node.node, Criterion) and node.state != NOT_APPLICABLE]


def _backing(card: Scorecard, node: NodeScore, rules_at: RulesAt) -> Backing:
    known, criterion = card.initiative.sources, node.node
    assert isinstance(criterion, Criterion)
    items = node.rating.evidence if node.rating else ()
    sources = _once(item.source for item in items)
    dates = [_dated(item, known) for item in items]
    newest = _newest([given for given in dates if given is not None])
    concerned = rules_at[node.rating.levels] if node.rating and node.state == RATED else ()
    rated = node.state == RATED and bool(items)
    levels = () if criterion.measure else card.rubric.levels_of(criterion)
    return Backing(
        node=node,
        items=items,
        kinds=_by_kind(items, known),
        sources=sources,
        languages=_once(known[name].language or "" for name in sources),
        newest=newest,
        age=age_in_days(newest, card.initiative.as_of),
        undated=dates.count(None),
        met=tuple(needs for needs in NEEDS if is_met(needs, items, known)),
        rules=tuple((rule, is_met(rule.needs, items, known)) for rule in concerned),
        carried=tuple(level for level in levels if items and _carries(level, items, rules_at, known)),
        single=rated and len(sources) == 1,
        dependent=rated and not any(item.independent for item in items),
    )


def _carries(level: int, items: tuple[Evidence, ...], rules_at: RulesAt, known: Mapping[str, Source]) -> bool:
    return all(is_met(rule.needs, items, known) for rule in rules_at[level, level])


def _by_kind(items: Iterable[Evidence], known: Mapping[str, Source]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for item in items:
        kind = known[item.source].kind
        on, against = found.get(kind, (0, 0))
        found[kind] = (on + (item.stance == "for"), against + (item.stance == "against"))
    return found


def _dated(item: Evidence, known: Mapping[str, Source]) -> str | None:
    """The date of a fact, or else of its source."""
    return item.date or known[item.source].date


def _newest(dates: Sequence[str]) -> str | None:
    """The latest date; of two that could be the same day the more exact one."""
    return max(dates, key=lambda given: (_last_day(given), len(given)), default=None)


def _last_day(given: str) -> date:
    numbers = [int(part) for part in given.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    return date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1])


def _reasons(rating: Rating, both: tuple[str, ...]) -> Iterable[str]:
    stances = {item.stance for item in rating.evidence}
    if len(stances) == 2:
        yield "both_sides"
    if rating.state == RATED and rating.disputed is not None:
        yield "disputed"
    if rating.state == RATED and rating.is_range:
        yield "range" if rating.levels is not None else "values"
    given = [level for opinion in rating.panel for level in opinion.levels or ()]
    if given and max(given) - min(given) >= APART:
        yield "raters"
    if both:
        yield "both_ways"


def _on_both(items: Iterable[Evidence]) -> tuple[str, ...]:
    """The sources cited on both sides."""
    cited = {(item.source, item.stance) for item in items}
    return tuple(sorted({name for name, _ in cited if {(name, "for"), (name, "against")} <= cited}))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))
