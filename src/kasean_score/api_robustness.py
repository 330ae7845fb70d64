"""The part of the public API that needs numpy; `kasean_score` imports it when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.api import evaluate, html
from kasean_score.errors import InputError
from kasean_score.robust import robustness as analysing
from kasean_score.robust.varying import BY_DEFAULT, varied_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.documents.robustness_shapes import RobustnessDoc
    from kasean_score.model import Initiative, Rubric

__all__ = ["Robustness", "robustness"]


class Robustness(analysing.Robustness):
    """How far scores and their order survive doubt, as a notebook has it."""

    __slots__ = ()

    def to_dict(self, lang: str = "en") -> RobustnessDoc:
        """The JSON-able document, as `kasean-score robust -f json` prints it; `schema robustness` describes it."""
        from kasean_score.documents.robustness import document

        return document([self], lang)

    def to_rows(self, lang: str = "en") -> list[dict[str, Any]]:
        """A record for each figure, all with the same keys: what `DataFrame` takes as it is."""
        from kasean_score.documents.robustness import rows

        return list(rows(self.to_dict(lang)))

    def _repr_html_(self) -> str:
        return html("robustness", self.to_dict())


def robustness(
    rubric: Rubric,
    initiatives: Iterable[Initiative],
    *,
    vary: Iterable[str] = BY_DEFAULT,
    draws: int = 10_000,
    seed: int = 0,
    constraints: Sequence[str] = (),
) -> Robustness:
    """Draw what is uncertain about some initiatives on a rubric, and say what their scores and order make of it.

    `vary` names sources as `--vary` does: `weights`, `weights=uniform`, `weights=20%`, `levels`, `aggregation` ...
    `constraints` are what the weights drawn must satisfy, as `--constraint` has them.
    Raises InputError where ratings do not fit the rubric, an initiative has none on it, or a source is not known;
    ValueError for fewer draws than one.
    """
    varied = varied_of(vary)
    cards = [evaluate(rubric, initiative) for initiative in initiatives]
    if not cards:
        raise InputError.of("nothing-to-draw")
    for card in cards:
        if not card.coverage:
            raise InputError.of("nothing-rated", initiative=card.initiative.id, rubric=rubric.id)
    return Robustness(
        *analysing.robustness(rubric, [card.initiative for card in cards], varied, draws, seed, constraints)
    )
