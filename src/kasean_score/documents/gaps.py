"""What is not known yet about an initiative, by how far it can move score and band, with the evidence to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from kasean_score.documents import head
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.shapes import Head, NodeDoc, ScorecardDoc
from kasean_score.scoring.gaps import find_gaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kasean_score.scoring.evaluate import Scorecard
    from kasean_score.scoring.gaps import Gap, Gaps, Outcome

__all__ = ["GapDoc", "GapsCardDoc", "GapsDoc", "GapsOptionsDoc", "OutcomeDoc", "document", "rows"]


class GapsOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    top: Annotated[int | None, "How many gaps were asked for."]


class OutcomeDoc(TypedDict):
    level: Annotated[int | None, "The level that the criterion is settled at."]
    value: Annotated[float | None, "The value that a measure is settled at."]
    score: Annotated[float | None, "The total score that comes out, all else as scored."]
    bounds: Annotated[list[float] | None, "Lowest and highest score still possible then."]
    coverage: float | None
    band: Annotated[str, "The band that comes out, coverage and limits included."]


class GapDoc(TypedDict):
    node: Annotated[NodeDoc, "The criterion; `reason`, `disputed` and `detail` say why it is open and where to look."]
    kind: Literal["not_rated", "disputed", "range"]
    swing: Annotated[float, "Points between the lowest and the highest of the score now and by this criterion alone."]
    bands: Annotated[list[str], "Bands that can come out by this criterion alone, lowest first."]
    changes_band: Annotated[bool, "Whether the band can become another by this criterion alone."]
    coverage_added: Annotated[float, "Share (0 to 1) that rating it adds to the coverage."]
    limits: Annotated[list[str], "Ids of the limits that it alone can bring into force or lift."]
    outcomes: Annotated[list[OutcomeDoc], "From its worst to its best."]


class GapCountDoc(TypedDict):
    not_rated: int
    disputed: int
    range: int


class TogetherDoc(TypedDict):
    alone: Annotated[list[str], "Criteria that alone can change the band."]
    fewest: Annotated[
        int | None, "Smallest number of gaps that can change the band together; null where none does or none was found."
    ]
    searched: Annotated[int, "Sets of up to so many gaps were tried, each exactly."]
    to_cover: Annotated[int, "Smallest number of criteria to rate until coverage reaches its minimum; 0 = it has."]


class GapsCardDoc(ScorecardDoc):
    """A scorecard, and what is open in it."""

    gap_count: GapCountDoc
    gaps: Annotated[list[GapDoc], "Those that alone can change the band first; then by swing, coverage, rubric order."]
    left_off: Annotated[int, "Further gaps beyond `--top`."]
    idle: Annotated[list[str], "Open criteria that can move neither score nor band."]
    together: TogetherDoc


class GapsDoc(Head):
    options: GapsOptionsDoc
    scorecards: list[GapsCardDoc]


def document(cards: Iterable[Scorecard], options: GapsOptionsDoc) -> GapsDoc:
    """The gaps of some scorecards."""
    return {**head("gaps"), "options": options, "scorecards": [_with_gaps(card, options) for card in cards]}


def rows(doc: GapsDoc) -> Iterator[dict[str, Any]]:
    """For each scorecard a record of its total, and one for each gap, in their order."""
    for card in doc["scorecards"]:
        yield _record(card, 0, None)
        yield from (_record(card, place, gap) for place, gap in enumerate(card["gaps"], start=1))


def _with_gaps(card: Scorecard, options: GapsOptionsDoc) -> GapsCardDoc:
    (plain,) = scorecards_document([card], {**AS_STATED, "lang": options["lang"], "explain": True})["scorecards"]
    nodes = {node["id"]: node for node in plain["nodes"]}
    found = find_gaps(card)
    kept = found.gaps[: options["top"]]
    kinds = [gap.kind for gap in found.gaps]
    return {
        **plain,
        "nodes": [{**node, "detail": None} for node in plain["nodes"]],
        "gap_count": {
            "not_rated": kinds.count("not_rated"),
            "disputed": kinds.count("disputed"),
            "range": kinds.count("range"),
        },
        "gaps": [_gap(gap, nodes) for gap in kept],
        "left_off": len(found.gaps) - len(kept),
        "idle": [node.node.id for node in found.idle],
        "together": _together(found),
    }


def _together(found: Gaps) -> TogetherDoc:
    return {
        "alone": [gap.node.node.id for gap in found.gaps if gap.changes_band],
        "fewest": found.fewest,
        "searched": found.searched,
        "to_cover": found.to_cover,
    }


def _gap(gap: Gap, nodes: Mapping[str, NodeDoc]) -> GapDoc:
    return {
        "node": nodes[gap.node.node.id],
        "kind": gap.kind,  # type: ignore[typeddict-item]
        "swing": gap.swing,
        "bands": list(gap.bands),
        "changes_band": gap.changes_band,
        "coverage_added": gap.coverage_added,
        "limits": list(gap.limits),
        "outcomes": [_outcome(outcome) for outcome in gap.outcomes],
    }


def _outcome(outcome: Outcome) -> OutcomeDoc:
    low, high = outcome.low, outcome.high
    return {
        "level": None if outcome.rating.levels is None else outcome.rating.levels[0],
        "value": outcome.rating.value,
        "score": outcome.score,
        "bounds": None if low is None or high is None else [low, high],
        "coverage": outcome.coverage,
        "band": outcome.band,
    }


def _record(card: GapsCardDoc, place: int, gap: GapDoc | None) -> dict[str, Any]:
    rubric, initiative = card["rubric"], card["initiative"]
    low, high = card["bounds"] or (None, None)
    node = gap["node"] if gap else None
    worst, best = (gap["outcomes"][0], gap["outcomes"][-1]) if gap else (None, None)
    detail = node["detail"] if node else None
    return {
        "rubric": rubric["id"], "rubric_version": rubric["version"],
        "initiative": initiative["id"], "initiative_version": initiative["version"], "as_of": initiative["as_of"],
        "kind": gap["kind"] if gap else "total", "place": place or None,
        "id": node["id"] if node else None, "title": node["title"] if node else None,
        "role": node["role"] if node else None, "share": node["share"] if node else None,
        "score": card["score"], "low": low, "high": high, "coverage": card["coverage"], "band": card["band"],
        "score_at_worst": worst["score"] if worst else None, "score_at_best": best["score"] if best else None,
        "swing": gap["swing"] if gap else None, "bands": " ".join(gap["bands"]) if gap else None,
        "changes_band": gap["changes_band"] if gap else None,
        "coverage_added": gap["coverage_added"] if gap else None,
        "limits": " ".join(gap["limits"]) if gap else None,
        "why_open": (node["disputed"] or node["reason"] or (detail["why"] if detail else None)) if node else None,
        "look_for": "; ".join(detail["typical_evidence"]) if detail else None,
    }  # fmt: skip
