"""How far the raters of one initiative agree, over all criteria, by group and criterion by criterion."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.documents import head
from kasean_score.documents.opinions import opinion_document
from kasean_score.documents.rubric_parts import rubric_document
from kasean_score.model import Criterion, in_language
from kasean_score.scoring import raters as scoring
from kasean_score.scoring.alpha import alpha, bootstrap
from kasean_score.scoring.evaluate import NOT_APPLICABLE, NOT_RATED, RATED, applies
from kasean_score.scoring.values import measure_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.agreement_shapes import (
        AgreementDoc,
        AgreementOnDoc,
        AgreementOptionsDoc,
        AlphaDoc,
        CriterionAgreementDoc,
        PartAgreementDoc,
        RaterDoc,
        RaterPairDoc,
    )
    from kasean_score.documents.shapes import OpinionDoc
    from kasean_score.model import Group, Initiative, Opinion, Rubric
    from kasean_score.scoring.raters import Panel

__all__ = ["RESAMPLES", "Judged", "document", "rows"]

RESAMPLES = 1000
Levels = list[float | None]


class Judged(NamedTuple):
    """What the raters of a panel said on a rubric."""

    rubric: Rubric
    panel: Panel


def document(
    files: Sequence[tuple[str, Initiative]], panels: Iterable[Judged], options: AgreementOptionsDoc
) -> AgreementDoc:
    """The agreement of the raters in some files, each with the name that it was given by, on every rubric."""
    lang, first = options["lang"], files[0][1]
    return {
        **head("agreement"),
        "options": options,
        "initiative": {
            "id": first.id,
            "name": in_language(first.name, lang),
            "type": first.type,
            "stage": first.stage,
        },
        "files": [
            {"file": ref, "version": one.version, "sha256": one.sha256, "as_of": one.as_of} for ref, one in files
        ],
        "rubrics": [_Writer(judged, first, options).agreement() for judged in panels],
    }


class _Writer:
    """Writes the agreement on one rubric in one language."""

    def __init__(self, judged: Judged, initiative: Initiative, options: AgreementOptionsDoc) -> None:
        self.rubric, self.panel = judged
        self.options = options
        self.lang = options["lang"]
        self.labels = {level.level: in_language(level.label, self.lang) for level in self.rubric.scale}
        self.asked = [one for one in self.rubric.criteria() if applies(one, initiative) or one.id in self.panel.said]
        none = (None,) * len(self.panel.raters)
        self.said = {one.id: self.panel.said.get(one.id, none) for one in self.asked}
        self.levels: dict[str, Levels] = {
            one.id: [scoring.position(opinion) for opinion in self.said[one.id]]
            for one in self.asked
            if one.measure is None
        }
        self.names = [in_language(name, self.lang) for name in self.panel.raters]

    def agreement(self) -> AgreementOnDoc:
        return {
            "rubric": rubric_document(self.rubric, self.lang),
            "raters": [self.rater(place) for place in range(len(self.names))],
            "parts": [self.part(None, 0, aside=False), *self.groups(self.rubric.groups, 0, aside=False)],
            "pairs": [self.pair(*places) for places in combinations(range(len(self.names)), 2)],
            "criteria": [self.criterion(one) for one in self.asked],
        }

    def rater(self, place: int) -> RaterDoc:
        own = [opinions[place] for opinions in self.said.values()]
        states = [opinion.state for opinion in own if opinion is not None]
        return {
            "name": self.names[place],
            "rated": states.count(RATED),
            "not_rated": states.count(NOT_RATED),
            "not_applicable": states.count(NOT_APPLICABLE),
            "leaning": scoring.leaning(self.levels.values(), place),
        }

    def groups(self, groups: Iterable[Group | Criterion], depth: int, *, aside: bool) -> Iterator[PartAgreementDoc]:
        """The groups that have a criterion judged by levels, each before those in it."""
        for group in groups:
            if isinstance(group, Criterion):
                continue
            below = aside or group.role == "condition"
            part = self.part(group, depth, aside=below)
            if part["criteria"]:
                yield part
                yield from self.groups(group.children, depth + 1, aside=below)

    def part(self, group: Group | None, depth: int, *, aside: bool) -> PartAgreementDoc:
        start = "" if group is None else f"{group.id}."
        units = [levels for address, levels in self.levels.items() if address.startswith(start)]
        counts = scoring.agreement(units)
        return {
            "kind": "overall" if group is None else "group",
            "id": None if group is None else group.id,
            "title": None if group is None else in_language(group.title, self.lang),
            "role": None if group is None else "condition" if aside else "counted",
            "depth": depth,
            "criteria": len(units),
            "paired": counts.paired,
            "ratings": counts.ratings,
            "pairs": counts.pairs,
            "exact": _share(counts.exact, counts.pairs),
            "within_one": _share(counts.within_one, counts.pairs),
            "alphas": [self.alpha(units, metric) for metric in self.options["metrics"]],
        }

    def alpha(self, units: Sequence[Levels], metric: str) -> AlphaDoc:
        found = alpha(units, metric)
        drawn = bootstrap(units, metric, resamples=self.options["resamples"], seed=self.options["seed"])
        low, high = drawn.low, drawn.high
        return {
            "metric": metric,  # type: ignore[typeddict-item]
            "alpha": found.value,
            "undefined": found.undefined,  # type: ignore[typeddict-item]
            "observed": found.observed,
            "expected": found.expected,
            "bounds": None if low is None or high is None else [low, high],
            "undefined_resamples": drawn.undefined,
            "reading": None if found.value is None else scoring.reading(found.value),  # type: ignore[typeddict-item]
            "reading_at_low": None if low is None else scoring.reading(low),  # type: ignore[typeddict-item]
        }

    def pair(self, first: int, second: int) -> RaterPairDoc:
        units = [[levels[first], levels[second]] for levels in self.levels.values()]
        counts = scoring.agreement(units)
        return {
            "first": self.names[first],
            "second": self.names[second],
            "paired": counts.paired,
            "exact": _share(counts.exact, counts.pairs),
            "within_one": _share(counts.within_one, counts.pairs),
            "difference": scoring.difference(units, 0, 1),
        }

    def criterion(self, criterion: Criterion) -> CriterionAgreementDoc:
        opinions = self.said[criterion.id]
        measure = criterion.measure
        return {
            "id": criterion.id,
            "title": in_language(criterion.title, self.lang),
            "judged_by": "levels" if measure is None else "value",
            "unit": None if measure is None or measure.unit is None else in_language(measure.unit, self.lang),
            "spread": None if measure is not None else scoring.spread(self.levels[criterion.id]),
            "points": _points(criterion, opinions),
            "apart": scoring.are_apart(opinions),
            "states_differ": scoring.states_differ(opinions),
            "opinions": [self.opinion(opinion) for opinion in opinions],
        }

    def opinion(self, opinion: Opinion | None) -> OpinionDoc | None:
        return None if opinion is None else opinion_document(opinion, self.labels, self.lang)


def _share(count: int, total: int) -> float | None:
    return count / total if total else None


def _points(criterion: Criterion, opinions: Iterable[Opinion | None]) -> float | None:
    if criterion.measure is None:
        return None
    values = [opinion.value for opinion in opinions if opinion is not None]
    return scoring.spread([None if value is None else measure_value(criterion.measure, value) for value in values])


def rows(doc: AgreementDoc) -> Iterator[dict[str, Any]]:
    """For each rubric a record of each part and metric, of each two raters, and of each rater's word on a criterion."""
    for on in doc["rubrics"]:
        named = {"rubric": on["rubric"]["id"], "rubric_version": on["rubric"]["version"]}
        named["initiative"] = doc["initiative"]["id"]
        records = [*_parts(on), *_pairs(on), *_opinions(on)]
        yield from ({**named, **EMPTY, **record} for record in records)


EMPTY: dict[str, Any] = dict.fromkeys(
    (
        "kind", "id", "title", "criteria", "paired", "pairs", "exact", "within_one", "metric", "alpha", "alpha_low",
        "alpha_high", "undefined", "reading", "rater", "other_rater", "difference", "state", "level_low", "level_high",
        "value", "confidence", "spread", "points", "apart", "states_differ", "why",
    )
)  # fmt: skip
"""The fields of a record, each null where its kind does not have it."""


def _parts(on: AgreementOnDoc) -> Iterator[dict[str, Any]]:
    for part in on["parts"]:
        counts = {name: part[name] for name in ("kind", "id", "title", "criteria", "paired", "pairs")}
        for one in part["alphas"]:
            low, high = one["bounds"] or (None, None)
            yield {
                **counts, "exact": part["exact"], "within_one": part["within_one"], "metric": one["metric"],
                "alpha": one["alpha"], "alpha_low": low, "alpha_high": high, "undefined": one["undefined"],
                "reading": one["reading"],
            }  # fmt: skip


def _pairs(on: AgreementOnDoc) -> Iterator[dict[str, Any]]:
    for pair in on["pairs"]:
        yield {
            "kind": "pair", "rater": pair["first"], "other_rater": pair["second"], "paired": pair["paired"],
            "exact": pair["exact"], "within_one": pair["within_one"], "difference": pair["difference"],
        }  # fmt: skip


def _opinions(on: AgreementOnDoc) -> Iterator[dict[str, Any]]:
    for criterion in on["criteria"]:
        about = {name: criterion[name] for name in ("id", "title", "spread", "points", "apart", "states_differ")}
        for rater, opinion in zip(on["raters"], criterion["opinions"], strict=True):
            if opinion is not None:
                low, high = opinion["level"] or (None, None)
                yield {
                    "kind": "opinion", **about, "rater": rater["name"], "state": opinion["state"], "level_low": low,
                    "level_high": high, "value": opinion["value"], "confidence": opinion["confidence"],
                    "why": opinion["why"],
                }  # fmt: skip
