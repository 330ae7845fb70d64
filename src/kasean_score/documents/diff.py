"""What moved between two scorecards as a document: the two of them, and what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypedDict

from kasean_score.documents import head
from kasean_score.documents.shapes import Head
from kasean_score.documents.sides import SideDoc  # noqa: TC001  # the schema's maker asks for it
from kasean_score.model import in_language
from kasean_score.scoring.change import FACTORS, changes
from kasean_score.scoring.change_evidence import evidence_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kasean_score.documents.shapes import NodeDoc
    from kasean_score.documents.sides import Side
    from kasean_score.model import Source, Text
    from kasean_score.scoring.change import Change, NodeChange, Split
    from kasean_score.scoring.change_evidence import EvidenceChange

__all__ = ["ChangeDoc", "DiffDoc", "EvidenceMoveDoc", "LimitMoveDoc", "NodeMoveDoc", "SplitDoc", "diff", "rows"]

Factor = Literal["ratings", "coverage", "applicability", "weights", "rubric"]
Unsplit = Literal["old_without_score", "new_without_score", "neither_scored", "no_order"]


class SplitDoc(TypedDict):
    """The parts of a score's change; they add up to it."""

    ratings: Annotated[float, "Criteria rated on both sides, at another level or value."]
    coverage: Annotated[float, "Criteria rated on one side and not rated on the other."]
    applicability: Annotated[float, "Criteria that apply on one side only."]
    weights: Annotated[float, "Weights of the nodes that both sides have."]
    rubric: Annotated[float, "All else of the rubric: aggregation, scale, goalposts, criteria added or removed."]
    orders: Annotated[int, "Orders in which the factors that differ can be switched."]
    used: Annotated[int, "Of them, those that lead from score to score and were averaged."]


class NodeMoveDoc(TypedDict):
    id: Annotated[str, "Address; the node itself is found under it in `old` and `new`."]
    kind: Literal["group", "criterion"]
    title: str
    depth: int
    role: Literal["counted", "condition"]
    on: Annotated[Literal["both", "old", "new"], "The sides whose rubric has it."]
    moved: Annotated[bool, "Whether rating, score, bounds or weight differ."]
    factor: Annotated[Factor | None, "What the change of a criterion's rating belongs to."]
    change: Annotated[float | None, "Points of its own score."]
    effect: Annotated[float | None, "Points of the total score that the change of its rating accounts for."]
    split: Annotated[SplitDoc | None, "Of its own score."]


class LimitMoveDoc(TypedDict):
    id: str
    old: Annotated[str | None, "Its status: holds, possible or clear."]
    new: str | None
    band: Annotated[str, "Label of the band that it holds a score down to."]
    when: Annotated[str, "Its condition, as a phrase."]


class EvidenceMoveDoc(TypedDict):
    criterion: str
    title: Annotated[str, "The criterion's."]
    change: Literal["new", "gone", "changed"]
    id: str | None
    source: Annotated[str, "Id of the source."]
    source_title: str
    at: str | None
    shows: str
    stance: Literal["for", "against"]
    old_stance: Annotated[Literal["for", "against"] | None, "Where the stance changed."]
    fields: Annotated[list[str], "Fields that changed; `source_entry`: the bibliography's."]


class ChangeDoc(TypedDict):
    old: SideDoc
    new: SideDoc
    change: Annotated[float | None, "Points of the total score."]
    differing: Annotated[list[Factor], "What is not the same on both sides, whether or not it moved the score."]
    split: SplitDoc | None
    unsplit: Annotated[Unsplit | None, "Why nothing was split."]
    limits: Annotated[list[LimitMoveDoc], "Those whose status differs."]
    nodes: Annotated[list[NodeMoveDoc], "In rubric order, a group before its children."]
    evidence: Annotated[list[EvidenceMoveDoc] | None, "null where a saved result holds no items, or in other words."]
    no_evidence: Annotated[Literal["counts_only", "languages"] | None, "Why items could not be compared."]


class DiffDoc(Head):
    lang: Annotated[str, "Language of the document; texts of a saved result stay in its own."]
    diffs: Annotated[list[ChangeDoc], "One for each rubric and initiative."]


def diff(pairs: Iterable[tuple[Side, Side]], lang: str) -> DiffDoc:
    """The document of what moved from the first to the second side of each pair."""
    return {**head("diff"), "lang": lang, "diffs": [_change(old, new, lang) for old, new in pairs]}


def _change(old: Side, new: Side, lang: str) -> ChangeDoc:
    found = changes(old.card, new.card)
    nodes = {**_nodes(old), **_nodes(new)}
    why = _no_evidence(old, new)
    return {
        "old": old.doc,
        "new": new.doc,
        "change": found.score,
        "differing": list(found.differing),  # type: ignore[arg-type]
        "split": _split(found.split),
        "unsplit": _unsplit(found),
        "limits": _limits(old.doc, new.doc),
        "nodes": [_node(node, nodes[node.id]) for node in found.nodes],
        "evidence": None if why else [_evidence(item, found, nodes, lang) for item in _items(old, new, found)],
        "no_evidence": why,
    }


def _nodes(side: Side) -> dict[str, NodeDoc]:
    return {node["id"]: node for node in side.doc["nodes"]}


def _no_evidence(old: Side, new: Side) -> Literal["counts_only", "languages"] | None:
    if not (old.has_evidence and new.has_evidence):
        return "counts_only"
    return "languages" if None not in (old.lang, new.lang) and old.lang != new.lang else None


def _unsplit(found: Change) -> Unsplit | None:
    if found.split is not None:
        return None
    if found.score is not None:
        return "no_order"
    if found.old.score is None and found.new.score is None:
        return "neither_scored"
    return "old_without_score" if found.old.score is None else "new_without_score"


def _split(split: Split | None) -> SplitDoc | None:
    if split is None:
        return None
    made: Any = {**split.parts, "orders": split.orders, "used": split.used}
    parts: SplitDoc = made
    return parts


def _limits(old: SideDoc, new: SideDoc) -> list[LimitMoveDoc]:
    before = {limit["id"]: limit for limit in old["limits"]}
    after = {limit["id"]: limit for limit in new["limits"]}
    found: list[LimitMoveDoc] = []
    for name, limit in {**after, **{name: x for name, x in before.items() if name not in after}}.items():
        was = before[name]["status"] if name in before else None
        now = after[name]["status"] if name in after else None
        if was != now:
            band, when = limit["band_at_most_label"], limit["when"]
            found.append({"id": name, "old": was, "new": now, "band": band, "when": when})
    return found


def _node(node: NodeChange, shown: NodeDoc) -> NodeMoveDoc:
    before, after = node.old, node.new
    change = None
    if before is not None and after is not None and before.score is not None and after.score is not None:
        change = after.score - before.score
    return {
        "id": node.id,
        "kind": shown["kind"],
        "title": shown["title"],
        "depth": shown["depth"],
        "role": shown["role"],
        "on": "new" if before is None else "old" if after is None else "both",
        "moved": _moved(node),
        "factor": node.factor,  # type: ignore[typeddict-item]
        "change": change,
        "effect": node.effect,
        "split": _split(node.split),
    }


def _moved(node: NodeChange) -> bool:
    before, after = node.old, node.new
    if before is None or after is None or node.factor is not None:
        return True
    seen = ("state", "score", "low", "high", "coverage")
    same = all(getattr(before, name) == getattr(after, name) for name in seen)
    return not same or before.node.weight != after.node.weight


def _items(old: Side, new: Side, found: Change) -> Iterator[EvidenceChange]:
    return evidence_changes(old.card, new.card, [node.id for node in found.nodes], old.lang or new.lang)


def _evidence(item: EvidenceChange, found: Change, nodes: Mapping[str, NodeDoc], lang: str) -> EvidenceMoveDoc:
    shown = item.new or item.old
    assert shown is not None
    sources = (found.new if item.new else found.old).initiative.sources

    def maybe(text: Text | None) -> str | None:
        return None if text is None else in_language(text, lang)

    old_stance: Any = item.old.stance if item.old and "stance" in item.fields else None
    return {
        "criterion": item.criterion,
        "title": nodes[item.criterion]["title"],
        "change": "changed" if item.old and item.new else "new" if item.new else "gone",
        "id": shown.id,
        "source": shown.source,
        "source_title": _title(sources, shown.source, lang),
        "at": maybe(shown.at),
        "shows": in_language(shown.shows, lang),
        "stance": shown.stance,  # type: ignore[typeddict-item]
        "old_stance": old_stance,
        "fields": list(item.fields),
    }


def _title(sources: Mapping[str, Source], name: str, lang: str) -> str:
    source = sources.get(name)
    return name if source is None else in_language(source.title, lang)


def rows(doc: DiffDoc) -> Iterator[dict[str, Any]]:
    """A record for each total (`kind` total), node that moved and item of evidence; all have the same keys."""
    for change in doc["diffs"]:
        named = _named(change)
        old, new = change["old"], change["new"]
        yield {**named, **BLANK, "kind": "total", **_ends(old, new), "change": change["change"],
               **_parts(change["split"])}  # fmt: skip
        before, after = ({node["id"]: node for node in side["nodes"]} for side in (old, new))
        for node in change["nodes"]:
            if node["moved"]:
                yield {**named, **BLANK, **_node_record(node, before.get(node["id"]), after.get(node["id"]))}
        for item in change["evidence"] or ():
            yield {**named, **BLANK, "kind": "evidence", "id": item["criterion"], "title": item["title"],
                   "evidence": item["change"], "source": item["source"], "stance": item["stance"],
                   "shows": item["shows"]}  # fmt: skip


BLANK: dict[str, Any] = dict.fromkeys((
    "kind", "id", "title", "role", "on", "factor", "old_state", "new_state", "old_level_low", "old_level_high",
    "new_level_low", "new_level_high", "old_value", "new_value", "old_score", "new_score", "old_low", "old_high",
    "new_low", "new_high", "old_coverage", "new_coverage", "old_weight", "new_weight", "old_band", "new_band",
    "change", "effect", "ratings_part", "coverage_part", "applicability_part", "weights_part", "rubric_part",
    "evidence", "source", "stance", "shows",
))  # fmt: skip


def _named(change: ChangeDoc) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for side, card in (("old", change["old"]), ("new", change["new"])):
        found |= {f"{side}_rubric": card["rubric"]["id"], f"{side}_rubric_version": card["rubric"]["version"]}
        found |= {f"{side}_initiative": card["initiative"]["id"], f"{side}_as_of": card["initiative"]["as_of"]}
    return found


def _ends(old: SideDoc, new: SideDoc) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for side, card in (("old", old), ("new", new)):
        low, high = card["bounds"] or (None, None)
        found |= {f"{side}_score": card["score"], f"{side}_low": low, f"{side}_high": high}
        found |= {f"{side}_coverage": card["coverage"], f"{side}_band": card["band"]}
    return found


def _parts(split: SplitDoc | None) -> dict[str, Any]:
    return {} if split is None else {f"{name}_part": split[name] for name in FACTORS}  # type: ignore[literal-required]


def _node_record(node: NodeMoveDoc, old: NodeDoc | None, new: NodeDoc | None) -> dict[str, Any]:
    found: dict[str, Any] = {name: node[name] for name in ("kind", "id", "title", "role", "on", "factor")}
    for side, card in (("old", old), ("new", new)):
        if card is not None:
            low, high = card["bounds"] or (None, None)
            level_low, level_high = card["level"] or (None, None)
            found |= {f"{side}_{name}": card[name] for name in ("state", "value", "score", "coverage", "weight")}
            found |= {f"{side}_low": low, f"{side}_high": high}
            found |= {f"{side}_level_low": level_low, f"{side}_level_high": level_high}
    return {**found, "change": node["change"], "effect": node["effect"], **_parts(node["split"])}
