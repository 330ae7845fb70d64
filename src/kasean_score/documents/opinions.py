"""What one rater said of a criterion, as documents tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.model import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.documents.shapes import OpinionDoc
    from kasean_score.model import Opinion, Text

__all__ = ["level_label", "opinion_document"]


def level_label(levels: tuple[int, int], labels: Mapping[int, str]) -> str:
    """The name of a level, or of both ends of a range."""
    low, high = levels
    return labels[low] if low == high else f"{labels[low]}–{labels[high]}"


def opinion_document(opinion: Opinion, labels: Mapping[int, str], lang: str) -> OpinionDoc:
    """One rater's level or value, or why there is none; `labels` name the levels of the rubric's scale."""

    def maybe(text: Text | None) -> str | None:
        return None if text is None else in_language(text, lang)

    low, high = opinion.low, opinion.high
    return {
        "rater": in_language(opinion.rater, lang),
        "state": opinion.state,  # type: ignore[typeddict-item]
        "level": None if opinion.levels is None else list(opinion.levels),
        "level_label": None if opinion.levels is None else level_label(opinion.levels, labels),
        "value": opinion.value,
        "value_bounds": None if low is None or high is None else [low, high],
        "confidence": opinion.confidence,
        "disputed": maybe(opinion.disputed),
        "why": maybe(opinion.why),
    }
