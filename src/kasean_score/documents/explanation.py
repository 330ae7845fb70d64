"""A score defended: what each criterion adds and costs, by which rule and evidence, and why the band is as it is."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, Annotated, Any, TypedDict, cast

from kasean_score.documents import head
from kasean_score.documents.rows import scorecards as scorecard_rows
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.shapes import BandDoc, Head, ScorecardDoc
from kasean_score.messages import say
from kasean_score.model import in_language
from kasean_score.scoring.explain import is_linear, largest, next_band, parts_of, watchers
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kasean_score.documents.shapes import NodeDoc, OptionsDoc
    from kasean_score.scoring.evaluate import Scorecard
    from kasean_score.scoring.explain import Part, Top

__all__ = ["ExplainOptionsDoc", "ExplainedCardDoc", "ExplanationDoc", "PartDoc", "TopDoc", "document", "rows"]

TASCHE = "D. Tasche, Capital allocation to business units and sub-portfolios: the Euler principle (2008), section 3"
MEANS = "G. H. Hardy, J. E. Littlewood and G. Polya, Inequalities (1934), chapter III"
ANG = "B. W. Ang, Decomposition analysis for policymaking in energy, Energy Policy 32 (2004) 1131-1139"


class ExplainOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    nodes: Annotated[list[str], "Addresses that were asked for; empty = everything."]
    top: Annotated[int | None, "How many of the largest contributions and losses were asked for."]


class MethodDoc(TypedDict):
    linear: Annotated[bool, "Whether every mean of the counted tree is arithmetic."]
    contribution: Annotated[str, "How points are divided among criteria."]
    loss: Annotated[str, "How the points lost are divided."]
    adds_up: Annotated[str, "Which sums hold."]
    sources: Annotated[list[str], "Where the method comes from; empty where every mean is arithmetic."]


class PartDoc(TypedDict):
    id: Annotated[str, "Address of the node; the rest of it stands under `nodes`."]
    siblings_weight: Annotated[float | None, "Weights that apply beside it, its own included; null where not counted."]
    rated_share: Annotated[
        float | None, "Part (0 to 1) of the weight of what is rated, after nesting; null where nothing of it is."
    ]
    contribution: Annotated[float | None, "Points of the total score; over all criteria they add up to it."]
    loss: Annotated[float | None, "Points lost; over all criteria they add up to 100 less the score."]
    limits: Annotated[list[str], "Ids of the limits that it can trigger, itself or through its group."]


class TopDoc(TypedDict):
    ids: Annotated[list[str], "Criteria with the largest amounts above 0; of equal ones the first in rubric order."]
    tied: Annotated[int, "Further criteria that equal the last one listed."]


class WhyBandDoc(TypedDict):
    by_score: Annotated[BandDoc | None, "The band that the score alone has."]
    next: Annotated[BandDoc | None, "The band above that one."]
    points_to_next: Annotated[float | None, "Points that the score lacks for it."]
    coverage_missing: Annotated[float, "Share (0 to 1) missing to the minimum coverage; 0 where there is enough."]
    lowered_by: Annotated[list[str], "Ids of the limits without which the band would be higher."]


class ExplainedCardDoc(ScorecardDoc):
    """A scorecard, its nodes with details where they are explained."""

    explained: Annotated[list[PartDoc], "The nodes that are explained, in rubric order."]
    largest_contributions: Annotated[TopDoc | None, "Given under `--top`."]
    largest_losses: Annotated[TopDoc | None, "Given under `--top`."]
    why_band: WhyBandDoc
    method: MethodDoc


class ExplanationDoc(Head):
    options: ExplainOptionsDoc
    scorecards: list[ExplainedCardDoc]


def document(cards: Iterable[Scorecard], options: ExplainOptionsDoc) -> ExplanationDoc:
    """The explanation of some scorecards, each of which has one at least of the nodes asked for, if any were."""
    return {**head("explanation"), "options": options, "scorecards": [_explained(card, options) for card in cards]}


def rows(doc: ExplanationDoc) -> Iterator[dict[str, Any]]:
    """The records of each scorecard's total and explained nodes, as `evaluate` has them, and what explains them."""
    options: OptionsDoc = {**AS_STATED, "lang": doc["options"]["lang"]}
    for card in doc["scorecards"]:
        parts = {part["id"]: part for part in card["explained"]}
        nodes = {node["id"]: node for node in card["nodes"]}
        plain = cast("ScorecardDoc", card)
        for record in scorecard_rows({**head("scorecard"), "options": options, "scorecards": [plain]}):
            if record["kind"] == "total":
                lost = None if card["score"] is None else 100 - card["score"]
                yield {**record, **_columns(None, None), "loss": lost}
            elif record["id"] in parts:
                yield {**record, **_columns(nodes[record["id"]], parts[record["id"]])}


def _columns(node: NodeDoc | None, part: PartDoc | None) -> dict[str, Any]:
    detail = node["detail"] if node else None
    following = detail["next"] if detail else None
    return {
        "rated_share": part["rated_share"] if part else None,
        "loss": part["loss"] if part else None,
        "limits": " ".join(part["limits"]) if part else None,
        "rule_met": " / ".join(met["text"] for met in detail["met"] if met["text"]) if detail else None,
        "next_level": following["level"] if following else None,
        "next_demands": following["text"] if following else None,
        "why": detail["why"] if detail else None,
        "sources": " ".join(dict.fromkeys(item["source"]["id"] for item in detail["evidence"])) if detail else None,
    }


def _explained(card: Scorecard, options: ExplainOptionsDoc) -> ExplainedCardDoc:
    lang, count = options["lang"], options["top"]
    (plain,) = scorecards_document([card], {**AS_STATED, "lang": lang, "explain": True})["scorecards"]
    parts = parts_of(card)
    asked = _asked([node["id"] for node in plain["nodes"]], options["nodes"])
    rated = [node["id"] for node in plain["nodes"] if node["kind"] == "criterion" and node["id"] in asked & set(parts)]
    contributions = None if count is None else largest(((a, parts[a].contribution) for a in rated), count)
    losses = None if count is None else largest(((a, parts[a].loss) for a in rated), count)
    if contributions is not None and losses is not None:
        asked = {*contributions.addresses, *losses.addresses}
    nodes = [node if node["id"] in asked else _without_detail(node) for node in plain["nodes"]]
    return {
        **plain,
        "nodes": nodes,
        "explained": [_part(card, plain["nodes"], node, parts) for node in nodes if node["id"] in asked],
        "largest_contributions": _top(contributions),
        "largest_losses": _top(losses),
        "why_band": _why_band(card, lang),
        "method": _method(card, lang),
    }


def _asked(addresses: Sequence[str], wanted: Sequence[str]) -> set[str]:
    """The nodes asked for and all that is below them."""
    return {a for a in addresses if not wanted or any(f"{a}.".startswith(f"{name}.") for name in wanted)}


def _without_detail(node: NodeDoc) -> NodeDoc:
    return {**node, "detail": None}


def _part(card: Scorecard, nodes: Sequence[NodeDoc], node: NodeDoc, parts: Mapping[str, Part]) -> PartDoc:
    part = parts.get(node["id"])
    siblings = (other["weight"] for other in nodes if other["parent"] == node["parent"] and other["share"] is not None)
    return {
        "id": node["id"],
        "siblings_weight": None if node["share"] is None else fsum(siblings),
        "rated_share": None if part is None else part.rated_share,
        "contribution": None if part is None else part.contribution,
        "loss": None if part is None else part.loss,
        "limits": list(watchers(card.rubric, node["id"])),
    }


def _top(top: Top | None) -> TopDoc | None:
    return None if top is None else {"ids": list(top.addresses), "tied": top.tied}


def _why_band(card: Scorecard, lang: str) -> WhyBandDoc:
    bands: dict[str, BandDoc] = {
        band.id: {"id": band.id, "label": in_language(band.label, lang), "at_least": band.at_least}
        for band in card.rubric.bands
    }
    above = next_band(card)
    missing = card.rubric.min_coverage - (card.coverage or 0.0)
    return {
        "by_score": bands.get(card.verdict.band_by_score or ""),
        "next": None if above is None else bands[above.id],
        "points_to_next": None if above is None or card.score is None else above.at_least - card.score,
        "coverage_missing": missing if missing > TOLERANCE else 0.0,
        "lowered_by": [finding.limit.id for finding in card.limits if finding.lowers],
    }


def _method(card: Scorecard, lang: str) -> MethodDoc:
    linear = is_linear(card)
    kind = "linear" if linear else "means"
    return {
        "linear": linear,
        "contribution": say(lang, f"explaining.contribution_{kind}"),
        "loss": say(lang, f"explaining.loss_{kind}"),
        "adds_up": say(lang, f"explaining.adds_up_{kind}"),
        "sources": [] if linear else [TASCHE, MEANS, ANG],
    }
