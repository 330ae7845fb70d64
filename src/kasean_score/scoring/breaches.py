"""What a dossier owes the rubric that it is rated on: the evidence that its rules ask for, and an entry for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.errors import Place, Problem
from kasean_score.scoring.evaluate import RATED, applies
from kasean_score.scoring.support import RulesAt, unmet_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.model import EvidenceRule, Initiative, Rating, Rubric

__all__ = ["breaches", "left_out"]


def breaches(rubric: Rubric, initiative: Initiative) -> Iterator[Problem]:
    """A warning for each evidence rule that a rating breaks, at the rating: those that a scorecard marks `*`."""
    rules = RulesAt(rubric)
    ratings = initiative.ratings_on(rubric)
    for criterion in rubric.criteria():
        rating = ratings.get(criterion.id)
        if rating is None or rating.state != RATED or not applies(criterion, initiative):
            continue
        for rule in unmet_rules(rules, rating, initiative.sources):
            params = {"criterion": criterion.id, "rubric": rubric.id, "rated": _rated(rating), "level": _level(rule)}
            key = f"unsupported.{rule.needs}" + ("" if rule.level is None else "-level")
            yield Problem(key, rating.place, params, "warning")


def left_out(rubric: Rubric, initiative: Initiative) -> Iterator[Problem]:
    """A warning where a dossier that is rated on a rubric says nothing of some of its criteria.

    They count as not rated. Nothing is said of a dossier that rates less than half of what applies: it is meant so.
    """
    ratings = initiative.ratings_on(rubric)
    asked = [criterion.id for criterion in rubric.criteria() if applies(criterion, initiative)]
    missing = [address for address in asked if address not in ratings]
    if missing and 2 * len(missing) < len(asked):
        keys = initiative.keys.get(initiative.rated_under(rubric) or "", {})
        last = next(reversed(list(keys.values())), None)
        place = last or (Place(initiative.file) if initiative.file else None)
        yield Problem("left-out", place, {"rubric": rubric.id, "criteria": missing, "count": len(missing)}, "warning")


def _rated(rating: Rating) -> str:
    if rating.levels is None:
        return "" if rating.value is None else f"{rating.value:.15g}"
    low, high = rating.levels
    return f"{low}" if low == high else f"{low}-{high}"


def _level(rule: EvidenceRule) -> int:
    return rule.level or 0
