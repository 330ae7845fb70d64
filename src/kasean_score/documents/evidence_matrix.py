"""The evidence under each criterion: how many items of which kinds of source, how old, and what rules they meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from kasean_score.documents import head
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.shapes import EvidenceCountDoc, Head, InitiativeDoc, RubricDoc, State
from kasean_score.model import in_language
from kasean_score.scoring.evidence import NEEDS, backings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc
    from kasean_score.scoring.evaluate import Scorecard
    from kasean_score.scoring.evidence import Backing

__all__ = ["KINDS", "BackingDoc", "EvidenceMatrixDoc", "MatrixDoc", "MatrixOptionsDoc", "document", "rows"]

KINDS = ("asean", "government", "scholarly", "think-tank", "statistics", "news", "other")
"""The kinds of source, in the order of their columns."""


class MatrixOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]


StanceDoc = TypedDict("StanceDoc", {"for": Annotated[int, "Items for."], "against": Annotated[int, "Items against."]})


class MetRuleDoc(TypedDict):
    needs: Annotated[str, "documentary, independent, absence or beyond_opinion."]
    level: Annotated[int | None, "The level that needs it; null where every rating does."]
    because: str | None
    met: bool


class BackingDoc(TypedDict):
    id: Annotated[str, "Address of the criterion."]
    title: str
    role: Annotated[str, "condition: shown, never counted."]
    depth: int
    state: State
    level: Annotated[list[int] | None, "Lowest and highest level given."]
    level_label: str | None
    value: float | None
    unit: str | None
    evidence: EvidenceCountDoc
    kinds: Annotated[dict[str, StanceDoc], "Items by kind of source; kinds without any are left out."]
    sources: Annotated[list[str], "Ids of the different sources."]
    languages: Annotated[list[str], "Languages of the sources."]
    newest: Annotated[str | None, "Latest date of an item: of the fact, or else of its source."]
    age: Annotated[int | None, "Days from it to `as_of`, years and months counted to their last day; null: unknown."]
    undated: Annotated[int, "Items without a date."]
    met: Annotated[list[str], "What evidence rules can need, and some item meets."]
    rules: Annotated[list[MetRuleDoc], "The rubric's evidence rules that concern the rating."]
    carries: Annotated[list[int], "Levels whose evidence rules are met: empty without evidence, and of a measure."]
    single_source: Annotated[bool, "Whether a rating rests on one source."]
    none_independent: Annotated[bool, "Whether a rating rests on no item that is independent of the owner."]
    no_evidence: Annotated[bool, "Whether it is rated without evidence."]
    short: Annotated[bool, "Whether a rule that concerns the rating is not met."]


class GroupLineDoc(TypedDict):
    id: str
    title: str
    role: str
    depth: int


class TotalDoc(TypedDict):
    rated: Annotated[int, "Criteria that are rated, conditions included."]
    criteria: Annotated[int, "Criteria that apply, conditions included."]
    evidence: EvidenceCountDoc
    kinds: dict[str, StanceDoc]
    sources: Annotated[int, "Different sources cited."]
    languages: Annotated[dict[str, int], "Different sources by language; `unknown` where none is stated."]
    single_source: list[str]
    none_independent: list[str]
    no_evidence: list[str]
    short: list[str]


class MatrixDoc(TypedDict):
    rubric: RubricDoc
    initiative: InitiativeDoc
    total: TotalDoc
    needs: Annotated[list[str], "What the rubric's evidence rules need: the tests of strength."]
    groups: Annotated[list[GroupLineDoc], "The groups that the criteria are in."]
    criteria: Annotated[list[BackingDoc], "Those that apply, in rubric order."]


class EvidenceMatrixDoc(Head):
    options: MatrixOptionsDoc
    matrices: list[MatrixDoc]


def document(cards: Iterable[Scorecard], options: MatrixOptionsDoc) -> EvidenceMatrixDoc:
    """The evidence of some scorecards, criterion by criterion."""
    matrices = [_matrix(card, options["lang"]) for card in cards]
    return {**head("evidence-matrix"), "options": options, "matrices": matrices}


def rows(doc: EvidenceMatrixDoc) -> Iterator[dict[str, Any]]:
    """A record for each criterion."""
    for matrix in doc["matrices"]:
        yield from (_record(matrix, one) for one in matrix["criteria"])


def _matrix(card: Scorecard, lang: str) -> MatrixDoc:
    (plain,) = scorecards_document([card], {**AS_STATED, "lang": lang})["scorecards"]
    nodes = {node["id"]: node for node in plain["nodes"]}
    found = backings(card)
    criteria = [_backing(one, nodes[one.node.node.id], lang) for one in found]
    return {
        "rubric": plain["rubric"],
        "initiative": plain["initiative"],
        "total": _total(card, criteria),
        "needs": [needs for needs in NEEDS if any(rule.needs == needs for rule in card.rubric.evidence_rules)],
        "groups": _groups(plain, criteria),
        "criteria": criteria,
    }


def _groups(plain: ScorecardDoc, criteria: Sequence[BackingDoc]) -> list[GroupLineDoc]:
    above = {one["id"][:at] for one in criteria for at, sign in enumerate(one["id"]) if sign == "."}
    return [
        {"id": node["id"], "title": node["title"], "role": node["role"], "depth": node["depth"]}
        for node in plain["nodes"]
        if node["id"] in above
    ]


def _backing(one: Backing, node: NodeDoc, lang: str) -> BackingDoc:
    return {
        "id": node["id"],
        "title": node["title"],
        "role": node["role"],
        "depth": node["depth"],
        "state": node["state"],
        "level": node["level"],
        "level_label": node["level_label"],
        "value": node["value"],
        "unit": node["unit"],
        "evidence": _counts(one),
        "kinds": {kind: _stances(*one.kinds[kind]) for kind in KINDS if kind in one.kinds},
        "sources": list(one.sources),
        "languages": list(one.languages),
        "newest": one.newest,
        "age": one.age,
        "undated": one.undated,
        "met": list(one.met),
        "rules": [
            {
                "needs": rule.needs,
                "level": rule.level,
                "because": None if rule.because is None else in_language(rule.because, lang),
                "met": met,
            }
            for rule, met in one.rules
        ],
        "carries": list(one.carried),
        "single_source": one.single,
        "none_independent": one.dependent,
        "no_evidence": one.bare,
        "short": not all(met for _, met in one.rules),
    }


def _counts(one: Backing) -> EvidenceCountDoc:
    stances = [item.stance for item in one.items]
    return {"for": stances.count("for"), "against": stances.count("against"), "independent": one.independent}


def _stances(on: int, against: int) -> StanceDoc:
    return {"for": on, "against": against}


def _total(card: Scorecard, criteria: Sequence[BackingDoc]) -> TotalDoc:
    counts = [one["evidence"] for one in criteria]
    kinds = {
        kind: _stances(
            sum(one["kinds"].get(kind, NONE)["for"] for one in criteria),
            sum(one["kinds"].get(kind, NONE)["against"] for one in criteria),
        )
        for kind in KINDS
        if any(kind in one["kinds"] for one in criteria)
    }
    cited = dict.fromkeys(name for one in criteria for name in one["sources"])
    spoken = [card.initiative.sources[name].language or "unknown" for name in cited]
    return {
        "rated": sum(one["state"] in ("rated", "disputed") for one in criteria),
        "criteria": len(criteria),
        "evidence": {
            "for": sum(count["for"] for count in counts),
            "against": sum(count["against"] for count in counts),
            "independent": sum(count["independent"] for count in counts),
        },
        "kinds": kinds,
        "sources": len(cited),
        "languages": {name: spoken.count(name) for name in sorted(set(spoken), key=lambda x: (-spoken.count(x), x))},
        "single_source": [one["id"] for one in criteria if one["single_source"]],
        "none_independent": [one["id"] for one in criteria if one["none_independent"]],
        "no_evidence": [one["id"] for one in criteria if one["no_evidence"]],
        "short": [one["id"] for one in criteria if one["short"]],
    }


NONE: StanceDoc = {"for": 0, "against": 0}
STANCES: tuple[str, str] = ("for", "against")


def _record(matrix: MatrixDoc, one: BackingDoc) -> dict[str, Any]:
    rubric, initiative = matrix["rubric"], matrix["initiative"]
    low, high = one["level"] or (None, None)
    by_kind = {
        f"{kind.replace('-', '_')}_{stance}": one["kinds"].get(kind, NONE)[stance]  # type: ignore[literal-required]
        for kind in KINDS
        for stance in STANCES
    }
    return {
        "rubric": rubric["id"], "rubric_version": rubric["version"],
        "initiative": initiative["id"], "initiative_version": initiative["version"], "as_of": initiative["as_of"],
        "id": one["id"], "title": one["title"], "role": one["role"], "state": one["state"],
        "level_low": low, "level_high": high, "value": one["value"], "unit": one["unit"],
        "evidence_for": one["evidence"]["for"], "evidence_against": one["evidence"]["against"],
        "independent": one["evidence"]["independent"], "sources": len(one["sources"]), **by_kind,
        "languages": " ".join(one["languages"]), "newest": one["newest"], "age_days": one["age"],
        "undated": one["undated"], **{f"has_{needs}": needs in one["met"] for needs in NEEDS},
        "carries": " ".join(map(str, one["carries"])), "short": one["short"], "no_evidence": one["no_evidence"],
        "single_source": one["single_source"], "none_independent": one["none_independent"],
    }  # fmt: skip
