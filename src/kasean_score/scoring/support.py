"""Whether the evidence under a rating meets the rubric's evidence rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.model import DOCUMENTARY_KINDS, Evidence, EvidenceRule, Rating, Rubric, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["RulesAt", "is_met", "unmet_rules"]

Levels = tuple[int, int] | None


class RulesAt(dict[Levels, tuple[EvidenceRule, ...]]):
    """The evidence rules of a rubric that concern a rating, by its lowest and highest level; None is a value.

    A range must meet the rules of every level it reaches.
    """

    def __init__(self, rubric: Rubric) -> None:
        self.all = rubric.evidence_rules

    def __missing__(self, levels: Levels) -> tuple[EvidenceRule, ...]:
        found = tuple(
            rule
            for rule in self.all
            if rule.level is None or (levels is not None and levels[0] <= rule.level <= levels[1])
        )
        self[levels] = found
        return found


def unmet_rules(rules: RulesAt, rating: Rating, sources: Mapping[str, Source]) -> tuple[EvidenceRule, ...]:
    """The evidence rules that a rated criterion breaks."""
    concerned, evidence = rules[rating.levels], rating.evidence
    if not concerned or not evidence:
        return concerned  # no evidence meets no rule
    return tuple([rule for rule in concerned if not is_met(rule.needs, evidence, sources)])


def is_met(needs: str, evidence: tuple[Evidence, ...], sources: Mapping[str, Source]) -> bool:
    """Whether some item of the evidence is what a rule needs."""
    for item in evidence:  # plain loops: this is asked of every rating
        if needs == "beyond_opinion":
            met = item.certainty != "opinion"
        elif needs == "absence":
            met = item.stance == "against"
        elif item.stance != "for":
            met = False
        else:
            met = item.independent if needs == "independent" else _is_documentary(item, sources)
        if met:
            return True
    return False


def _is_documentary(item: Evidence, sources: Mapping[str, Source]) -> bool:
    source = sources.get(item.source)
    return source is not None and source.kind in DOCUMENTARY_KINDS and item.certainty != "opinion"
