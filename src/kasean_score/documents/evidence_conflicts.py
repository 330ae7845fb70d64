"""Where the evidence of an initiative disagrees: both sides of each criterion, and what is cited both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from kasean_score.documents import head
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.shapes import EvidenceDoc, Head, InitiativeDoc, OpinionDoc, RubricDoc, State
from kasean_score.model import in_language
from kasean_score.scoring.evidence import cited_both_ways, conflicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.documents.shapes import NodeDoc
    from kasean_score.scoring.evaluate import Scorecard
    from kasean_score.scoring.evidence import BothWays, Conflict

__all__ = [
    "REASONS",
    "BothWaysDoc",
    "ConflictDoc",
    "ConflictsDoc",
    "ConflictsOptionsDoc",
    "EvidenceConflictsDoc",
    "document",
    "rows",
]

REASONS = ("both_sides", "disputed", "range", "values", "raters", "both_ways")
Reason = Literal["both_sides", "disputed", "range", "values", "raters", "both_ways"]


class ConflictsOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]


SidesDoc = TypedDict(
    "SidesDoc",
    {"for": Annotated[list[EvidenceDoc], "Items for."], "against": Annotated[list[EvidenceDoc], "Items against."]},
)


class ConflictDoc(SidesDoc):
    id: Annotated[str, "Address of the criterion."]
    title: str
    role: Annotated[str, "condition: shown, never counted."]
    reasons: Annotated[
        list[Reason],
        "both_sides: evidence for and against; disputed: a disputed rating; range: several levels; values: sources "
        "give several values; raters: two or more levels apart; both_ways: a source is cited on both sides.",
    ]
    state: State
    score: Annotated[float | None, "0 to 100."]
    bounds: Annotated[list[float] | None, "Lowest and highest score still possible."]
    level: Annotated[list[int] | None, "Lowest and highest level given."]
    level_label: str | None
    value: float | None
    value_bounds: Annotated[list[float] | None, "Lowest and highest value that a source gives."]
    unit: str | None
    disputed: Annotated[str | None, "What the sources disagree on."]
    why: Annotated[str | None, "The rationale, or why there is no rating."]
    both_ways: Annotated[list[str], "Ids of the sources cited both for and against this criterion."]
    panel: Annotated[list[OpinionDoc], "What each rater said, where several rated."]


BothWaysDoc = TypedDict(
    "BothWaysDoc",
    {
        "id": str,
        "title": Annotated[str, "The source's title, or what the fact shows."],
        "for": Annotated[list[str], "Criteria that it is cited for."],
        "against": Annotated[list[str], "Criteria that it is cited against."],
    },
)


class ConflictsDoc(TypedDict):
    rubric: RubricDoc
    initiative: InitiativeDoc
    count: Annotated[dict[str, int], "Criteria by reason; a criterion may have several."]
    of: Annotated[int, "Criteria that apply, conditions included."]
    conflicts: Annotated[list[ConflictDoc], "In rubric order."]
    sources: Annotated[list[BothWaysDoc], "Sources cited both for and against, on one criterion or on several."]
    facts: Annotated[list[BothWaysDoc], "Facts cited both for and against."]


class EvidenceConflictsDoc(Head):
    options: ConflictsOptionsDoc
    scorecards: list[ConflictsDoc]


def document(cards: Iterable[Scorecard], options: ConflictsOptionsDoc) -> EvidenceConflictsDoc:
    """What disagrees in some scorecards."""
    found = [_conflicts(card, options["lang"]) for card in cards]
    return {**head("evidence-conflicts"), "options": options, "scorecards": found}


def rows(doc: EvidenceConflictsDoc) -> Iterator[dict[str, Any]]:
    """A record for each item on either side of a conflict, and one for a conflict without items."""
    for one in doc["scorecards"]:
        for conflict in one["conflicts"]:
            items: list[EvidenceDoc | None] = [*conflict["for"], *conflict["against"]]
            yield from (_record(one, conflict, item) for item in items or [None])


def _conflicts(card: Scorecard, lang: str) -> ConflictsDoc:
    (plain,) = scorecards_document([card], {**AS_STATED, "lang": lang, "explain": True})["scorecards"]
    nodes = {node["id"]: node for node in plain["nodes"]}
    found = conflicts(card)
    titles = {name: in_language(source.title, lang) for name, source in card.initiative.sources.items()}
    ratings = [node.rating for node in card.nodes if node.rating]
    shown = {item.id: in_language(item.shows, lang) for rating in ratings for item in rating.evidence if item.id}
    return {
        "rubric": plain["rubric"],
        "initiative": plain["initiative"],
        "count": {reason: sum(reason in one.reasons for one in found) for reason in REASONS},
        "of": sum(node["kind"] == "criterion" and node["state"] != "not_applicable" for node in plain["nodes"]),
        "conflicts": [_conflict(one, nodes[one.node.node.id]) for one in found],
        "sources": [_both_ways(one, titles) for one in cited_both_ways(card, "source")],
        "facts": [_both_ways(one, shown) for one in cited_both_ways(card, "id")],
    }


def _conflict(one: Conflict, node: NodeDoc) -> ConflictDoc:
    detail = node["detail"]
    evidence = detail["evidence"] if detail else []
    return {
        "id": node["id"],
        "title": node["title"],
        "role": node["role"],
        "reasons": list(one.reasons),  # type: ignore[arg-type]
        "state": node["state"],
        "score": node["score"],
        "bounds": node["bounds"],
        "level": node["level"],
        "level_label": node["level_label"],
        "value": node["value"],
        "value_bounds": node["value_bounds"],
        "unit": node["unit"],
        "disputed": node["disputed"],
        "why": (detail["why"] if detail else None) or node["reason"],
        "both_ways": list(one.sources),
        "panel": detail["panel"] if detail else [],
        "for": [item for item in evidence if item["stance"] == "for"],
        "against": [item for item in evidence if item["stance"] == "against"],
    }


def _both_ways(one: BothWays, titles: dict[str, str]) -> BothWaysDoc:
    return {"id": one.id, "title": titles[one.id], "for": list(one.on), "against": list(one.against)}


def _record(one: ConflictsDoc, conflict: ConflictDoc, item: EvidenceDoc | None) -> dict[str, Any]:
    rubric, initiative = one["rubric"], one["initiative"]
    level_low, level_high = conflict["level"] or (None, None)
    low, high = conflict["value_bounds"] or (None, None)
    source = item["source"] if item else None
    return {
        "rubric": rubric["id"], "rubric_version": rubric["version"],
        "initiative": initiative["id"], "initiative_version": initiative["version"], "as_of": initiative["as_of"],
        "id": conflict["id"], "title": conflict["title"], "role": conflict["role"],
        "reasons": " ".join(conflict["reasons"]), "state": conflict["state"],
        "level_low": level_low, "level_high": level_high,
        "value": conflict["value"], "value_low": low, "value_high": high, "unit": conflict["unit"],
        "disputed": conflict["disputed"], "why": conflict["why"],
        "stance": item["stance"] if item else None, "shows": item["shows"] if item else None,
        "evidence": item["id"] if item else None, "at": item["at"] if item else None,
        "independent": item["independent"] if item else None, "certainty": item["certainty"] if item else None,
        "date": item["date"] if item else None, "source": source["id"] if source else None,
        "source_title": source["title"] if source else None, "source_kind": source["kind"] if source else None,
        "source_date": source["date"] if source else None, "source_url": source["url"] if source else None,
        "both_ways": None if source is None else source["id"] in conflict["both_ways"],
    }  # fmt: skip
