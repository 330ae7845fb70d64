"""What would take an initiative to a score or a band at the least cost, or why nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from kasean_score.documents import head
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.shapes import CountDoc, Head, NodeDoc, ScorecardDoc
from kasean_score.model import in_language
from kasean_score.scoring.evaluate import NOT_RATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kasean_score.documents.shapes import OptionsDoc
    from kasean_score.scoring.evaluate import Scorecard
    from kasean_score.scoring.goals import Goal
    from kasean_score.scoring.improve import Improvement, Obstacle, Plan, Rise

__all__ = [
    "AfterDoc",
    "GoalDoc",
    "ImprovementCardDoc",
    "ImprovementDoc",
    "ImprovementOptionsDoc",
    "ObstacleDoc",
    "PlanDoc",
    "RiseDoc",
    "after_document",
    "document",
    "rows",
]


class ImprovementOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    to: Annotated[str, "The goal as it was typed: a score, or the id of a band."]
    costs: Annotated[dict[str, float], "Cost of one level, by criterion; 1 where none is stated."]
    fixed: Annotated[list[str], "Criteria that were held as they are."]
    most: Annotated[int, "How many plans were asked for at the most."]


class GoalDoc(TypedDict):
    score: Annotated[float, "The score needed, 0 to 100."]
    band: Annotated[str | None, "Id of the band; null where a score was asked for."]
    band_label: str | None
    coverage: Annotated[float, "The coverage needed, 0 to 1: too little shows nothing."]
    limits: Annotated[list[str], "Ids of the limits that must not hold: those that keep the band lower."]


class RiseDoc(TypedDict):
    id: Annotated[str, "Address of the criterion."]
    title: str
    role: Annotated[Literal["counted", "condition"], "condition: it matters through limits alone."]
    level_before: Annotated[list[int] | None, "Lowest and highest level given; null where it was not rated."]
    level: Annotated[int, "The level that it rises to."]
    level_label: str
    demands: Annotated[str | None, "The rubric's description of that level."]
    evidence_needed: Annotated[list[str], "The evidence rules that a rating at that level has to meet."]
    from_unrated: Annotated[bool, "Whether it was not rated: its steps are then counted from its lowest level."]
    steps: Annotated[float, "Levels up from the midpoint that it is scored at."]
    cost: float


class AfterDoc(TypedDict):
    """What came out of a plan or a change, in short."""

    score: float | None
    bounds: list[float] | None
    coverage: float | None
    criteria: CountDoc
    band: str
    band_label: str
    band_by_score: str | None
    band_bounds: list[str] | None


class PlanDoc(TypedDict):
    cost: float
    rises: Annotated[list[RiseDoc], "In rubric order."]
    after: Annotated[AfterDoc, "The scorecard with those levels, all else as it is."]


class ObstacleDoc(TypedDict):
    """A demand that no allowed rises meet, or several that cannot be met at once."""

    score: Annotated[float | None, "The score needed, where that is one of the demands."]
    highest_score: Annotated[float | None, "The highest score within reach; null where nothing can be rated."]
    coverage: Annotated[float | None, "The coverage needed, where that is one of the demands."]
    highest_coverage: float
    limits: Annotated[list[str], "Ids of the limits that cannot be lifted."]


class ImprovementCardDoc(ScorecardDoc):
    """A scorecard as it is, and the ways to the goal."""

    goal: GoalDoc
    status: Literal["reached", "possible", "impossible"]
    cost: Annotated[float | None, "What every plan listed costs: no plan costs less. Null where there is none."]
    plans: Annotated[list[PlanDoc], "All of that cost, in rubric order, up to the number asked for."]
    more: Annotated[bool, "Whether there are further plans of that cost."]
    always: Annotated[list[str], "Criteria that every plan of that cost raises, those not listed included."]
    obstacles: Annotated[list[ObstacleDoc], "Why it is impossible."]
    held: Annotated[list[str], "Criteria held on request."]
    measures: Annotated[list[str], "Criteria held because a measure has no levels."]


class ImprovementDoc(Head):
    options: ImprovementOptionsDoc
    scorecards: list[ImprovementCardDoc]


def document(found: Iterable[Improvement], options: ImprovementOptionsDoc) -> ImprovementDoc:
    """The improvements of some scorecards."""
    return {**head("improvement"), "options": options, "scorecards": [_card(one, options) for one in found]}


def rows(doc: ImprovementDoc) -> Iterator[dict[str, Any]]:
    """For each scorecard a record (`kind` total), then one for each plan and one for each of its rises."""
    for card in doc["scorecards"]:
        yield _record(card, "total")
        for number, plan in enumerate(card["plans"], start=1):
            yield _record(card, "plan", number, plan)
            yield from (_record(card, "rise", number, plan, rise) for rise in plan["rises"])


def _card(found: Improvement, options: ImprovementOptionsDoc) -> ImprovementCardDoc:
    lang = options["lang"]
    (plain,) = scorecards_document([found.before], {**AS_STATED, "lang": lang})["scorecards"]
    nodes = {node["id"]: node for node in plain["nodes"]}
    status: Literal["reached", "possible", "impossible"] = "possible" if found.plans else "impossible"
    if found.plans and not found.plans[0].rises:
        status = "reached"
    return {
        **plain,
        "goal": _goal(found.goal, lang),
        "status": status,
        "cost": found.plans[0].cost if found.plans else None,
        "plans": [_plan(plan, found, nodes, lang) for plan in found.plans if plan.rises],
        "more": found.more,
        "always": list(found.always),
        "obstacles": [_obstacle(obstacle) for obstacle in found.obstacles],
        "held": [address for address in options["fixed"] if address in nodes],
        "measures": list(found.measures),
    }


def _goal(goal: Goal, lang: str) -> GoalDoc:
    band = goal.band
    return {
        "score": goal.score,
        "band": None if band is None else band.id,
        "band_label": None if band is None else in_language(band.label, lang),
        "coverage": goal.min_coverage or 0.0,
        "limits": [limit.id for limit in goal.limits],
    }


def _plan(plan: Plan, found: Improvement, nodes: Mapping[str, NodeDoc], lang: str) -> PlanDoc:
    return {
        "cost": plan.cost,
        "rises": [_rise(rise, found, nodes[rise.criterion.id], lang) for rise in plan.rises],
        "after": after_document(plan.scorecard, {**AS_STATED, "lang": lang}),
    }


def after_document(card: Scorecard, options: OptionsDoc) -> AfterDoc:
    """The head of a scorecard."""
    (after,) = scorecards_document([card], options)["scorecards"]
    return {
        "score": after["score"],
        "bounds": after["bounds"],
        "coverage": after["coverage"],
        "criteria": after["criteria"],
        "band": after["band"],
        "band_label": after["band_label"],
        "band_by_score": after["band_by_score"],
        "band_bounds": after["band_bounds"],
    }


def _rise(rise: Rise, found: Improvement, node: NodeDoc, lang: str) -> RiseDoc:
    rubric, described = found.before.rubric, rise.criterion.levels.get(rise.level)
    label = next(level.label for level in rubric.scale if level.level == rise.level)
    return {
        "id": node["id"],
        "title": node["title"],
        "role": node["role"],
        "level_before": None if node["state"] == NOT_RATED else node["level"],
        "level": rise.level,
        "level_label": in_language(label, lang),
        "demands": None if described is None else in_language(described, lang),
        "evidence_needed": [rule.needs for rule in rubric.evidence_rules if rule.level in (None, rise.level)],
        "from_unrated": rise.from_unrated,
        "steps": rise.steps,
        "cost": rise.cost,
    }


def _obstacle(obstacle: Obstacle) -> ObstacleDoc:
    demand = obstacle.demand
    return {
        "score": demand.score or None,
        "highest_score": obstacle.score,
        "coverage": demand.min_coverage,
        "highest_coverage": obstacle.coverage,
        "limits": [limit.id for limit in demand.limits],
    }


def _record(
    card: ImprovementCardDoc,
    kind: str,
    number: int | None = None,
    plan: PlanDoc | None = None,
    rise: RiseDoc | None = None,
) -> dict[str, Any]:
    rubric, initiative, goal = card["rubric"], card["initiative"], card["goal"]
    state: ScorecardDoc | AfterDoc = card if plan is None else plan["after"]
    low, high = state["bounds"] or (None, None)
    before = rise["level_before"] if rise else None
    cost = rise["cost"] if rise else plan["cost"] if plan else card["cost"]
    return {
        "rubric": rubric["id"], "rubric_version": rubric["version"],
        "initiative": initiative["id"], "initiative_version": initiative["version"], "as_of": initiative["as_of"],
        "to": goal["band"] or goal["score"], "status": card["status"], "kind": kind, "plan": number, "cost": cost,
        "id": rise["id"] if rise else None, "title": rise["title"] if rise else None,
        "level_before_low": before[0] if before else None, "level_before_high": before[1] if before else None,
        "level": rise["level"] if rise else None, "steps": rise["steps"] if rise else None,
        "demands": rise["demands"] if rise else None,
        "score": None if rise else state["score"], "low": None if rise else low, "high": None if rise else high,
        "coverage": None if rise else state["coverage"], "band": None if rise else state["band"],
    }  # fmt: skip
