"""What a report rests on, gathered from its document: rated criteria, sources cited, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.report_shapes import LensDoc, ReportDoc
    from kasean_score.documents.shapes import EvidenceDoc, NodeDoc, RefDoc, SourceDoc

__all__ = ["File", "cited", "files_of", "items", "rated"]


class File(NamedTuple):
    kind: str
    id: str
    version: str | None
    sha256: str


def files_of(doc: ReportDoc, lang: str) -> list[File]:
    """Every file that figures come from, once: rubrics and dossiers, each with what it extends."""
    found: dict[File, None] = {}

    def add(kind: str, one: RefDoc) -> None:
        found[File(kind, one["id"], one["version"], one["sha256"])] = None

    for lens in doc["lenses"]:
        texts = lens["texts"][lang]
        for ref in (texts["rubric"], *texts["rubric"]["extends"]):
            add("rubric", ref)
    for lens in doc["lenses"]:
        for card in lens["texts"][lang]["scorecards"]:
            for ref in (card["initiative"], *card["initiative"]["extends"]):
                add("initiative", ref)
    return list(found)


def cited(doc: ReportDoc, lang: str) -> list[tuple[SourceDoc, int]]:
    """Every source once, in order of first citation, with the number of its citations; those of rubrics come last.

    Sources of two dossiers that share an id and differ otherwise are two.
    """
    counts: dict[tuple[object, ...], int] = {}
    known: dict[tuple[object, ...], SourceDoc] = {}

    def add(source: SourceDoc, times: int) -> None:
        key = tuple(source.values())
        known.setdefault(key, source)
        counts[key] = counts.get(key, 0) + times

    for _, _, node in rated(doc, lang):
        for item in items(node):
            add(item["source"], 1)
    for lens in doc["lenses"]:
        for source in lens["texts"][lang]["rubric"]["sources"]:
            add(source, 0)
    return [(source, counts[key]) for key, source in known.items()]


def items(node: NodeDoc) -> Sequence[EvidenceDoc]:
    return node["detail"]["evidence"] if node["detail"] else []


def rated(doc: ReportDoc, lang: str) -> Iterator[tuple[LensDoc, str, NodeDoc]]:
    """Every criterion of every initiative on each lens, with the initiative's label."""
    for lens in doc["lenses"]:
        for label, card in zip(lens["labels"], lens["texts"][lang]["scorecards"], strict=True):
            for node in card["nodes"]:
                if node["kind"] == "criterion":
                    yield lens, label, node
