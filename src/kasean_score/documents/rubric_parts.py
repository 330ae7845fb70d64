"""What documents say of a rubric, its measures, limits and sources, whichever document it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.model import ANY_GROUP, FileRef, Initiative, Measure, Rubric, Source, When, in_language
from kasean_score.scoring.aggregate import aggregate_name

if TYPE_CHECKING:
    from kasean_score.documents.shapes import MeasureDoc, RefDoc, RubricDoc, SourceDoc

__all__ = [
    "condition_text",
    "goalposts",
    "goalposts_text",
    "reference",
    "rubric_document",
    "source_document",
]


def rubric_document(rubric: Rubric, lang: str) -> RubricDoc:
    """What the document says of the rubric that was used."""
    return {
        **reference(rubric),
        "title": in_language(rubric.title, lang),
        "extends": [reference(base) for base in rubric.extends],
        "aggregate": aggregate_name(rubric.aggregate),
        "min_coverage": rubric.min_coverage,
        "scale": [{"level": x.level, "label": in_language(x.label, lang), "value": x.value} for x in rubric.scale],
        "bands": [{"id": x.id, "label": in_language(x.label, lang), "at_least": x.at_least} for x in rubric.bands],
    }


def reference(of: Rubric | Initiative | FileRef) -> RefDoc:
    """Which document it is, and of what bytes."""
    return {"id": of.id, "version": of.version, "sha256": of.sha256}


def source_document(source: Source, lang: str) -> SourceDoc:
    """What the document says of a bibliography entry."""
    return {
        "id": source.id,
        "title": in_language(source.title, lang),
        "author": source.author,
        "publisher": source.publisher,
        "date": source.date,
        "url": source.url,
        "language": source.language,
        "kind": source.kind,
        "read": source.read,
        "note": None if source.note is None else in_language(source.note, lang),
    }


def condition_text(when: When, lang: str) -> str:
    """A limit's condition as a phrase."""
    watched = when.criterion or when.group or ""
    if watched == ANY_GROUP:
        watched = say(lang, "when.any")
    if when.at_most is not None:
        return say(lang, "when.at_most", watched=watched, level=when.at_most)
    return say(lang, "when.below", watched=watched, score=when.below)


def goalposts_text(measure: Measure, lang: str) -> str:
    """What scores 0 and what 100 on a measure, in which unit, and why."""
    ends = say(lang, "show.measure", worst=measure.worst, best=measure.best)
    words = [ends, in_language(measure.unit or "", lang), say(lang, "show.log") if measure.log else ""]
    parts = ["; ".join(word for word in words if word), in_language(measure.why or "", lang)]
    return ". ".join(part for part in parts if part)


def goalposts(measure: Measure) -> MeasureDoc:
    """The same as values."""
    return {"worst": measure.worst, "best": measure.best, "log": measure.log}
