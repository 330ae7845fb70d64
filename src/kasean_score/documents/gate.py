"""Judgements of a gate as a document: every check with what was wanted and found, and the one verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from kasean_score.documents import head
from kasean_score.documents.shapes import Head, Pair, RefDoc
from kasean_score.messages import say
from kasean_score.model import NOT_DEMONSTRATED, Rubric, in_language
from kasean_score.scoring.gate import OVERALL, verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.model import Initiative
    from kasean_score.scoring.gate import Check, Judgement

__all__ = ["CheckDoc", "GateDoc", "JudgementDoc", "gate", "rows"]


class GateOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    on: Annotated[Literal["score", "low"], "The reading compared: the score, or its low bound."]


class TitledRefDoc(RefDoc):
    title: str


class BandRefDoc(TypedDict):
    id: str
    label: str


class CheckDoc(TypedDict):
    kind: Literal["score", "coverage", "band"]
    node: Annotated[str, "Address of the group or criterion; `overall` for the whole."]
    title: str
    wanted: Annotated[float | None, "The least score (0 to 100) or coverage (0 to 1); null for a band."]
    wanted_band: BandRefDoc | None
    found: Annotated[float | None, "The score, its low bound or the coverage that was compared; null for a band."]
    found_band: Annotated[BandRefDoc | None, "The band that was compared, limits applied."]
    score: Annotated[float | None, "0 to 100, over what is rated; unrounded."]
    bounds: Annotated[Pair | None, "Lowest and highest score still possible."]
    coverage: Annotated[float | None, "Rated share (0 to 1) of applicable weight."]
    status: Annotated[
        Literal["passed", "failed", "cannot_pass"], "cannot_pass: no score demonstrated, whatever its number."
    ]
    reason: Literal["not_demonstrated", "not_rated", "not_applicable"] | None


class JudgementDoc(TypedDict):
    rubric: TitledRefDoc
    initiative: TitledRefDoc
    as_of: str | None
    passed: bool
    min_coverage: Annotated[float, "Coverage (0 to 1) below which a score is not demonstrated."]
    checks: list[CheckDoc]


class GateDoc(Head):
    options: GateOptionsDoc
    verdict: Annotated[
        Literal["passed", "failed", "incomplete"],
        "Exit code 0, 1 and 2. incomplete: something asked for could not be judged.",
    ]
    judgements: list[JudgementDoc]


def gate(judgements: Iterable[Judgement], lang: str, *, on: str, complete: bool) -> GateDoc:
    """The document of some judgements; `complete` says that nothing asked for is missing among them."""
    listed = list(judgements)
    return {
        **head("gate"),
        "options": {"lang": lang, "on": on},  # type: ignore[typeddict-item]
        "verdict": verdict(listed, complete=complete),  # type: ignore[typeddict-item]
        "judgements": [_judgement(one, lang) for one in listed],
    }


def rows(doc: GateDoc) -> Iterator[dict[str, Any]]:
    """One record for each check."""
    for judgement in doc["judgements"]:
        for check in judgement["checks"]:
            low, high = check["bounds"] or (None, None)
            yield {
                "rubric": judgement["rubric"]["id"],
                "rubric_version": judgement["rubric"]["version"],
                "initiative": judgement["initiative"]["id"],
                "initiative_version": judgement["initiative"]["version"],
                "as_of": judgement["as_of"],
                "verdict": doc["verdict"],
                "passed": judgement["passed"],
                "on": doc["options"]["on"],
                "kind": check["kind"],
                "node": check["node"],
                "title": check["title"],
                "wanted": check["wanted"],
                "wanted_band": None if check["wanted_band"] is None else check["wanted_band"]["id"],
                "found": check["found"],
                "found_band": None if check["found_band"] is None else check["found_band"]["id"],
                "score": check["score"],
                "low": low,
                "high": high,
                "coverage": check["coverage"],
                "status": check["status"],
                "reason": check["reason"],
            }


def _judgement(judgement: Judgement, lang: str) -> JudgementDoc:
    rubric, initiative = judgement.scorecard.rubric, judgement.scorecard.initiative
    titles = {node.id: in_language(node.title, lang) for node in rubric.nodes()}
    return {
        "rubric": _ref(rubric, in_language(rubric.title, lang)),
        "initiative": _ref(initiative, in_language(initiative.name, lang)),
        "as_of": initiative.as_of,
        "passed": judgement.passed,
        "min_coverage": rubric.min_coverage,
        "checks": [_check(check, rubric, titles, lang) for check in judgement.checks],
    }


def _check(check: Check, rubric: Rubric, titles: dict[str, str], lang: str) -> CheckDoc:
    threshold, node = check.demand.threshold, check.demand.node
    is_band = threshold.kind == "band"
    return {
        "kind": threshold.kind,  # type: ignore[typeddict-item]
        "node": node or OVERALL,
        "title": _title(threshold.kind, titles.get(node or ""), lang),
        "wanted": None if is_band else threshold.at_least,
        "wanted_band": _band(rubric, threshold.name, lang) if is_band else None,
        "found": check.found,
        "found_band": None if check.band is None else _band(rubric, check.band, lang),
        "score": check.score,
        "bounds": None if check.low is None or check.high is None else [check.low, check.high],
        "coverage": check.coverage,
        "status": check.status,  # type: ignore[typeddict-item]
        "reason": check.reason,  # type: ignore[typeddict-item]
    }


def _title(kind: str, node_title: str | None, lang: str) -> str:
    if kind == "score":
        return node_title or say(lang, "gate.overall")
    return say(lang, "card.band" if kind == "band" else "card.coverage")


def _band(rubric: Rubric, band_id: str, lang: str) -> BandRefDoc:
    if band_id == NOT_DEMONSTRATED:
        return {"id": band_id, "label": say(lang, "word.not_demonstrated")}
    label: Sequence[str] = [in_language(band.label, lang) for band in rubric.bands if band.id == band_id]
    return {"id": band_id, "label": label[0]}


def _ref(of: Rubric | Initiative, title: str) -> TitledRefDoc:
    return {"id": of.id, "version": of.version, "sha256": of.sha256, "title": title}
