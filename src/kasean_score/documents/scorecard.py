"""Scorecards to the one document that every renderer reads: plain values, texts in one language, nothing rounded."""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from kasean_score.documents import head
from kasean_score.documents.opinions import level_label, opinion_document
from kasean_score.documents.rubric_parts import (
    condition_text,
    goalposts,
    goalposts_text,
    reference,
    rubric_document,
    source_document,
)
from kasean_score.messages import say
from kasean_score.model import (
    NOT_DEMONSTRATED,
    Criterion,
    Evidence,
    EvidenceRule,
    Group,
    Initiative,
    Rating,
    Text,
    in_language,
)
from kasean_score.scoring.aggregate import aggregate_name
from kasean_score.scoring.evaluate import NOT_RATED, RATED, NodeScore, Scorecard
from kasean_score.scoring.views import dac_view, under_conditions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.documents.shapes import (
        DacDoc,
        DescriptorDoc,
        DetailDoc,
        Document,
        EvidenceCountDoc,
        EvidenceDoc,
        InitiativeDoc,
        LimitDoc,
        NodeDoc,
        OptionsDoc,
        RuleDoc,
        ScorecardDoc,
    )
    from kasean_score.documents.simulated_shapes import SimulatedDoc
    from kasean_score.robust.simulate import Simulation
    from kasean_score.scoring.limits import LimitFinding

__all__ = [
    "AS_STATED",
    "document",
    "node_document",
    "summary",
]

AS_STATED: OptionsDoc = {
    "lang": "en",
    "only": [],
    "weights": None,
    "set": {},
    "aggregate": None,
    "min_coverage": None,
    "view": None,
    "explain": False,
    "interval": None,
}
"""Options that leave rubric and ratings as they are stated."""


def document(
    scorecards: Iterable[Scorecard], options: OptionsDoc, simulations: Iterable[Simulation | None] = ()
) -> Document:
    """The document of some scorecards, computed under `options`; `simulations` are theirs, where there are any."""
    pairs = zip_longest(scorecards, simulations)
    return {
        **head("scorecard"),
        "options": options,
        "scorecards": [_Writer(card, options, run).scorecard() for card, run in pairs],
    }


def summary(card: Scorecard, options: OptionsDoc) -> dict[str, Any]:
    """What the document says of a scorecard as a whole, between the rubric and the nodes."""
    return _Writer(card, options).summary()


def node_document(card: Scorecard, at: int, options: OptionsDoc) -> NodeDoc:
    """What the document says of one node, by its place among the nodes."""
    return _Writer(card, options).node(card.nodes[at])


class _Writer:
    """Writes one scorecard in one language."""

    def __init__(self, card: Scorecard, options: OptionsDoc, run: Simulation | None = None) -> None:
        self.card = card
        self.run = run
        self.rubric = card.rubric
        self.initiative = card.initiative
        self.options = options
        self.lang = options["lang"]

    @cached_property
    def aside(self) -> set[str]:
        return under_conditions(self.card)

    @cached_property
    def labels(self) -> dict[int, str]:
        return {level.level: self.text(level.label) for level in self.rubric.scale}

    def text(self, text: Text) -> str:
        return in_language(text, self.lang)

    def maybe(self, text: Text | None) -> str | None:
        return None if text is None else in_language(text, self.lang)

    def scorecard(self) -> ScorecardDoc:
        return {
            "rubric": rubric_document(self.rubric, self.lang),
            **self.summary(),  # type: ignore[typeddict-item]
            "nodes": [self.node(node) for node in self.card.nodes],
            "dac": self.dac() if self.options["view"] == "dac" else None,
        }

    def summary(self) -> dict[str, Any]:
        card, verdict = self.card, self.card.verdict
        strongest, weakest = _extremes(card)
        counted = card.states_counted()
        return {
            "initiative": self.initiative_document(),
            "score": card.score,
            "bounds": _pair(card.low, card.high),
            "interval": self.interval(),
            "coverage": card.coverage,
            "criteria": {"rated": counted.count(RATED), "applicable": len(counted)},
            "band": verdict.band,
            "band_label": self.band_label(verdict.band),
            "band_by_score": verdict.band_by_score,
            "band_bounds": None if verdict.bounds is None else list(verdict.bounds),
            "limits": [self.limit(finding) for finding in card.limits],
            "unsupported": [node.node.id for node in card.nodes if node.unmet],
            "strongest": strongest,
            "weakest": weakest,
        }

    def interval(self) -> SimulatedDoc | None:
        if self.run is None:
            return None
        from kasean_score.documents.simulated import simulated_document  # numpy comes with it

        return simulated_document(self.run, self.rubric, self.lang)

    def initiative_document(self) -> InitiativeDoc:
        initiative: Initiative = self.initiative
        return {
            **reference(initiative),
            "name": self.text(initiative.name),
            "extends": [reference(base) for base in initiative.extends],
            "summary": self.maybe(initiative.summary),
            "owner": self.maybe(initiative.owner),
            "type": initiative.type,
            "stage": initiative.stage,
            "period": {"start": initiative.period.start, "end": initiative.period.end},
            "as_of": initiative.as_of,
            "rated_by": self.maybe(initiative.rated_by),
            "interest": self.maybe(initiative.interest),
        }

    def band_label(self, band_id: str) -> str:
        if band_id == NOT_DEMONSTRATED:
            return say(self.lang, "word.not_demonstrated")
        return next(self.text(band.label) for band in self.rubric.bands if band.id == band_id)

    def limit(self, finding: LimitFinding) -> LimitDoc:
        return {
            "id": finding.limit.id,
            "status": finding.status,  # type: ignore[typeddict-item]
            "lowers": finding.lowers,
            "band_at_most": finding.limit.band_at_most,
            "band_at_most_label": self.band_label(finding.limit.band_at_most),
            "when": condition_text(finding.limit.when, self.lang),
            "because": self.maybe(finding.limit.because),
            "triggers": list(finding.triggers),
        }

    def node(self, score: NodeScore) -> NodeDoc:
        node, rating = score.node, score.rating
        criterion = node if isinstance(node, Criterion) else None
        group = node if isinstance(node, Group) else None
        power = self.rubric.aggregate if group is None or group.aggregate is None else group.aggregate
        rated = rating if score.state == RATED else None
        disputed = None if rated is None else self.maybe(rated.disputed)
        measure = None if criterion is None else criterion.measure
        return {
            "id": node.id,
            "kind": "criterion" if group is None else "group",
            "parent": score.parent,
            "depth": score.depth,
            "title": self.text(node.title),
            "role": "condition" if node.id in self.aside else "counted",
            "state": "disputed" if disputed is not None else score.state,  # type: ignore[typeddict-item]
            "score": score.score,
            "bounds": _pair(score.low, score.high),
            "coverage": score.coverage,
            "weight": node.weight,
            "share": score.share,
            "contribution": score.contribution,
            "aggregate": None if group is None else aggregate_name(power),
            "level": None if rated is None or rated.levels is None else list(rated.levels),
            "level_label": None if rated is None or rated.levels is None else level_label(rated.levels, self.labels),
            "value": None if rated is None else rated.value,
            "value_bounds": None if rated is None else _pair(rated.low, rated.high),
            "unit": None if measure is None else self.maybe(measure.unit),
            "measure": None if measure is None else goalposts(measure),
            "confidence": None if rated is None else rated.confidence,
            "disputed": disputed,
            "reason": None if criterion is None else self.reason(score, criterion),
            "replaced": node.id in self.options["set"],
            "dac": None if criterion is None else criterion.dac,
            "evidence": None if criterion is None else _counts(rating),
            "unsupported": [self.rule(rule) for rule in score.unmet] if score.unmet else [],
            "detail": self.detail(criterion, score) if criterion and self.options["explain"] else None,
        }

    def rule(self, rule: EvidenceRule) -> RuleDoc:
        return {"needs": rule.needs, "level": rule.level, "because": self.maybe(rule.because)}

    def reason(self, score: NodeScore, criterion: Criterion) -> str | None:
        """Why there is no score: the rater's words, or the rule that left the criterion out."""
        rating = score.rating
        if score.state == RATED:
            return None
        if rating is not None and rating.state != RATED:
            unsaid = "reason.set" if rating.place is None else "reason.table"
            return self.maybe(rating.why) or say(self.lang, unsaid)
        if score.state == NOT_RATED:
            return say(self.lang, "reason.no_rating")
        wanted = criterion.applies_to
        words = [say(self.lang, f"word.{name}") for name in (*wanted.type, *wanted.stage)]
        return self.maybe(criterion.why_applies) or say(self.lang, "reason.applies_to", allowed=words)

    def detail(self, criterion: Criterion, score: NodeScore) -> DetailDoc:
        rating = score.rating
        return {
            "question": self.maybe(criterion.question),
            "why": None if rating is None or score.state != RATED else self.maybe(rating.why),
            "met": [self.descriptor(criterion, level) for level in _levels_given(score)],
            "next": self.next_descriptor(criterion, score),
            "goalposts": None if criterion.measure is None else goalposts_text(criterion.measure, self.lang),
            "why_weight": self.maybe(criterion.why_weight),
            "typical_evidence": [self.text(text) for text in criterion.typical_evidence],
            "evidence": [] if rating is None else [self.evidence(item) for item in rating.evidence],
            "panel": [] if rating is None else [opinion_document(x, self.labels, self.lang) for x in rating.panel],
        }

    def descriptor(self, criterion: Criterion, level: int) -> DescriptorDoc:
        return {"level": level, "label": self.labels[level], "text": self.maybe(criterion.levels.get(level))}

    def next_descriptor(self, criterion: Criterion, score: NodeScore) -> DescriptorDoc | None:
        given = _levels_given(score)
        if not given or criterion.measure is not None:
            return None
        above = [level for level in self.rubric.levels_of(criterion) if level > max(given)]
        return self.descriptor(criterion, min(above)) if above else None

    def evidence(self, item: Evidence) -> EvidenceDoc:
        return {
            "id": item.id,
            "source": source_document(self.initiative.sources[item.source], self.lang),
            "at": self.maybe(item.at),
            "shows": self.text(item.shows),
            "stance": item.stance,  # type: ignore[typeddict-item]
            "independent": item.independent,
            "certainty": item.certainty,
            "date": item.date,
            "note": self.maybe(item.note),
        }

    def dac(self) -> list[DacDoc]:
        return [
            {
                "id": row.tag,
                "title": say(self.lang, f"word.{row.tag}"),
                "score": row.score,
                "bounds": _pair(row.low, row.high),
                "coverage": row.coverage,
                "share": row.share,
                "criteria": [node.node.id for node in row.criteria],
            }
            for row in dac_view(self.card)
        ]


def _pair(low: float | None, high: float | None) -> list[float] | None:
    return None if low is None or high is None else [low, high]


def _levels_given(score: NodeScore) -> list[int]:
    if score.state != RATED or score.rating is None or score.rating.levels is None:
        return []
    return list(dict.fromkeys(score.rating.levels))


def _counts(rating: Rating | None) -> EvidenceCountDoc:
    items = () if rating is None else rating.evidence
    stances = [item.stance for item in items]
    independent = [item.independent for item in items].count(True)
    return {"for": stances.count("for"), "against": stances.count("against"), "independent": independent}


def _extremes(card: Scorecard) -> tuple[list[str], list[str]]:
    """The counted criteria with the highest and the lowest score; both empty where all score the same."""
    criteria = [x for x in card.nodes if x.share and isinstance(x.node, Criterion)]
    scores = {x.node.id: x.score for x in criteria if x.score is not None}
    if len(set(scores.values())) < 2:
        return [], []
    highest, lowest = max(scores.values()), min(scores.values())
    return [a for a, s in scores.items() if s == highest], [a for a, s in scores.items() if s == lowest]
