"""The functions and results that other programs and notebooks use; `kasean_score` exports them lazily."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.documents.scorecard import AS_STATED, document
from kasean_score.errors import InputError
from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.scoring import compare as comparing
from kasean_score.scoring import evaluate as scoring
from kasean_score.scoring.fit import misfits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.documents.comparison_shapes import ComparisonDoc
    from kasean_score.documents.shapes import Document
    from kasean_score.model import Initiative, Rubric

__all__ = [
    "Comparison",
    "InputError",
    "Scorecard",
    "compare",
    "evaluate",
    "html",
    "load_initiative",
    "load_rubric",
    "to_document",
]


class Scorecard(scoring.Scorecard):
    """One initiative on one rubric, as a notebook has it: the figures of a scorecard, and what to make of them.

    `score`, `low` and `high` run from 0 to 100, `coverage` from 0 to 1; all are None where nothing is rated.
    """

    __slots__ = ()

    def to_dict(self, lang: str = "en", *, explain: bool = False) -> Document:
        """The JSON-able document, as `kasean-score evaluate -f json` prints it; `schema scorecard` describes it."""
        return to_document([self], lang, explain=explain)

    def to_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """A record for the total and one for each node, all with the same keys: what `DataFrame` takes as it is."""
        from kasean_score.documents.rows import scorecards

        return list(scorecards(self.to_dict(lang)))

    def _repr_html_(self) -> str:
        return html("scorecard", self.to_dict())


class Comparison(comparing.Comparison):
    """Several initiatives side by side on one rubric, as a notebook has it."""

    __slots__ = ()

    def to_dict(self, lang: str = "en", *, common: bool = False) -> ComparisonDoc:
        """The JSON-able document, as `kasean-score compare -f json` prints it; `schema comparison` describes it."""
        from kasean_score.documents.comparison import document

        return document([self], lang, common=common, left_out={})

    def to_rows(self, lang: str = "en", *, common: bool = False) -> list[dict[str, Any]]:
        """A record for each initiative and node, all with the same keys: what `DataFrame` takes as it is."""
        from kasean_score.documents.comparison import rows

        return list(rows(self.to_dict(lang, common=common)))

    def _repr_html_(self) -> str:
        return html("comparison", self.to_dict())


def evaluate(rubric: Rubric, initiative: Initiative) -> Scorecard:
    """Score an initiative on a rubric. Raises InputError where its ratings do not fit the rubric."""
    problems = misfits(rubric, initiative)
    if problems:
        raise InputError(problems)
    return Scorecard(*scoring.evaluate(rubric, initiative))


def compare(rubric: Rubric, initiatives: Iterable[Initiative]) -> Comparison:
    """Set two or more initiatives side by side on a rubric.

    Raises InputError where ratings do not fit the rubric or fewer than two initiatives are given.
    """
    cards = [evaluate(rubric, initiative) for initiative in initiatives]
    if len(cards) < 2:
        raise InputError.of("too-few-to-compare", count=len(cards))
    return Comparison(*comparing.compare(cards))


def to_document(scorecards: Iterable[scoring.Scorecard], lang: str = "en", *, explain: bool = False) -> Document:
    """The JSON-able document of some scorecards, as `kasean-score evaluate -f json` prints it."""
    return document(scorecards, {**AS_STATED, "lang": lang, "explain": explain})


def html(kind: str, doc: Any) -> str:
    """The document of a kind as HTML for a notebook."""
    from kasean_score.render import Screen, renderer

    text: str = renderer(kind, "html")(doc, Screen(0))
    return text
