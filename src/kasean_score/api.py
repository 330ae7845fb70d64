"""The functions that other programs may call; `kasean_score` exports them lazily."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.documents.scorecard import AS_STATED, document
from kasean_score.errors import InputError
from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.scoring import evaluate as scoring
from kasean_score.scoring.evaluate import Scorecard
from kasean_score.scoring.fit import misfits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.documents.shapes import Document
    from kasean_score.model import Initiative, Rubric

__all__ = ["InputError", "Scorecard", "evaluate", "load_initiative", "load_rubric", "to_document"]


def evaluate(rubric: Rubric, initiative: Initiative) -> Scorecard:
    """Score an initiative on a rubric. Raises InputError where its ratings do not fit the rubric."""
    problems = misfits(rubric, initiative)
    if problems:
        raise InputError(problems)
    return scoring.evaluate(rubric, initiative)


def to_document(scorecards: Iterable[Scorecard], lang: str = "en", *, explain: bool = False) -> Document:
    """The JSON-able document of some scorecards, as `kasean-score evaluate -f json` prints it."""
    return document(scorecards, {**AS_STATED, "lang": lang, "explain": explain})
