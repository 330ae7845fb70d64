"""Whether the evidence under a rating meets the rubric's evidence rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.model import DOCUMENTARY_KINDS, Evidence, EvidenceRule, Rating, Rubric, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["unmet_rules"]


def unmet_rules(rubric: Rubric, rating: Rating, sources: Mapping[str, Source]) -> tuple[EvidenceRule, ...]:
    """The evidence rules that a rated criterion breaks; a range must meet the rules of every level it reaches."""
    return tuple(
        rule
        for rule in rubric.evidence_rules
        if _concerns(rule, rating) and not _is_met(rule, rating.evidence, sources)
    )


def _concerns(rule: EvidenceRule, rating: Rating) -> bool:
    if rule.level is None:
        return True
    return rating.levels is not None and rating.levels[0] <= rule.level <= rating.levels[1]


def _is_met(rule: EvidenceRule, evidence: tuple[Evidence, ...], sources: Mapping[str, Source]) -> bool:
    support = [item for item in evidence if item.stance == "for"]
    if rule.needs == "absence":
        return any(item.stance == "against" for item in evidence)
    if rule.needs == "documentary":
        return any(_is_documentary(item, sources) for item in support)
    if rule.needs == "independent":
        return any(item.independent for item in support)
    return any(item.certainty != "opinion" for item in evidence)


def _is_documentary(item: Evidence, sources: Mapping[str, Source]) -> bool:
    source = sources.get(item.source)
    return source is not None and source.kind in DOCUMENTARY_KINDS and item.certainty != "opinion"
