"""Everything that a report says: scorecards with their evidence in each language, and what it takes to weigh again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.documents import head, labels, listing
from kasean_score.documents.rows import scorecards as scorecard_records
from kasean_score.documents.rubric_parts import goalposts_text, rubric_document, source_document
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.weighing import weighing
from kasean_score.messages import LANGUAGES
from kasean_score.model import Criterion, Group, Rubric, Text, in_language, is_condition
from kasean_score.scoring.compare import standings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.report_shapes import (
        LensDoc,
        LensTextDoc,
        NodeTextDoc,
        PlaceDoc,
        ReportDoc,
        ReportOptionsDoc,
        RubricTextDoc,
    )
    from kasean_score.documents.robustness_shapes import RobustDoc
    from kasean_score.documents.shapes import DescriptorDoc
    from kasean_score.model import Node
    from kasean_score.robust.robustness import Robustness
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["document", "rows"]


def document(
    rubrics: Sequence[tuple[Rubric, Sequence[Scorecard], Robustness | None]], options: ReportOptionsDoc
) -> ReportDoc:
    """The report on some rubrics, each with the scorecards on it (none: the rubric alone) and what was simulated."""
    return {**head("report"), "options": options, "lenses": [_lens(*one) for one in rubrics]}


def _lens(rubric: Rubric, cards: Sequence[Scorecard], found: Robustness | None) -> LensDoc:
    names = labels([card.initiative.id for card in cards])
    return {
        "rubric": rubric.id,
        "labels": names,
        "order": _order(names, cards),
        "weighing": weighing(rubric, list(zip(names, cards, strict=True))),
        "texts": {lang: _texts(rubric, cards, found, lang) for lang in LANGUAGES},
    }


def _order(names: Sequence[str], cards: Sequence[Scorecard]) -> list[PlaceDoc]:
    return [
        {"label": names[one.position], "rank": one.rank, "overlaps": [names[at] for at in one.overlaps]}
        for one in standings(cards)
    ]


def _texts(rubric: Rubric, cards: Sequence[Scorecard], found: Robustness | None, lang: str) -> LensTextDoc:
    options = {**AS_STATED, "lang": lang, "explain": True}
    return {
        "rubric": _rubric(rubric, lang),
        "scorecards": scorecards_document(cards, options)["scorecards"],  # type: ignore[arg-type]
        "robustness": None if found is None else _robustness(found, lang),
    }


def _robustness(found: Robustness, lang: str) -> RobustDoc:
    from kasean_score.documents.robustness import document as robustness_document  # numpy comes with it

    return robustness_document([found], lang)["robustness"][0]


def _rubric(rubric: Rubric, lang: str) -> RubricTextDoc:
    return {
        **rubric_document(rubric, lang),
        "description": _maybe(rubric.description, lang),
        "nodes": list(_Nodes(rubric, lang).documents()),
        "weight_sets": [
            {"id": one.id, "title": in_language(one.title, lang), "why": _maybe(one.why, lang)}
            for one in rubric.weight_sets.values()
        ],
        "method": listing.method(rubric, lang),
        "sources": [source_document(source, lang) for source in rubric.sources.values()],
    }


class _Nodes:
    """Writes what a rubric says of its nodes."""

    def __init__(self, rubric: Rubric, lang: str) -> None:
        self.rubric = rubric
        self.lang = lang
        self.labels = {level.level: in_language(level.label, lang) for level in rubric.scale}

    def documents(self) -> Iterator[NodeTextDoc]:
        aside: set[str] = set()
        for node in self.rubric.nodes():
            parent = node.id.rpartition(".")[0]
            if is_condition(node) or parent in aside:
                aside.add(node.id)
            yield self.node(node, parent, "condition" if node.id in aside else "counted")

    def node(self, node: Node, parent: str, role: str) -> NodeTextDoc:
        criterion = node if isinstance(node, Criterion) else None
        measure = None if criterion is None else criterion.measure
        return {
            "id": node.id,
            "kind": "group" if criterion is None else "criterion",
            "parent": parent or None,
            "depth": node.id.count("."),
            "title": in_language(node.title, self.lang),
            "role": role,  # type: ignore[typeddict-item]
            "weight": node.weight,
            "why_weight": _maybe(node.why_weight, self.lang),
            "description": _maybe(node.description, self.lang) if isinstance(node, Group) else None,
            "question": None if criterion is None else _maybe(criterion.question, self.lang),
            "levels": [] if criterion is None or measure is not None else list(self.ladder(criterion)),
            "goalposts": None if measure is None else goalposts_text(measure, self.lang),
            "dac": None if criterion is None else criterion.dac,
            "origin": [] if criterion is None else listing.origins(criterion, self.rubric, self.lang),
            "applies": None if criterion is None else listing.applies(criterion, self.rubric, self.lang) or None,
            "typical_evidence": []
            if criterion is None
            else [in_language(text, self.lang) for text in criterion.typical_evidence],
        }

    def ladder(self, criterion: Criterion) -> Iterator[DescriptorDoc]:
        for level in self.rubric.levels_of(criterion):
            text = _maybe(criterion.levels.get(level), self.lang)
            yield {"level": level, "label": self.labels[level], "text": text}


def _maybe(text: Text | None, lang: str) -> str | None:
    return None if text is None else in_language(text, lang)


def rows(doc: ReportDoc) -> Iterator[dict[str, Any]]:
    """The records of every scorecard, in the language that the report begins with."""
    lang = doc["options"]["lang"]
    options = {**AS_STATED, "lang": lang, "explain": True}
    for lens in doc["lenses"]:
        cards = lens["texts"][lang]["scorecards"]
        yield from scorecard_records({**head("scorecard"), "options": options, "scorecards": cards})  # type: ignore[typeddict-item]
