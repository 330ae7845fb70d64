"""Initiatives that are looked at beside each other: scored on the rubrics that all of them are rated on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.cli import batch
from kasean_score.cli.options import Asked
from kasean_score.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.errors import Problem
    from kasean_score.model import Initiative, Rubric
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["Together", "scored"]


class Together(NamedTuple):
    """Scorecards by rubric, in the order given; the lenses left out, with those not rated on each; and every fault.

    `given` counts the initiatives that could be read.
    """

    by_rubric: list[list[Scorecard]]
    left_out: dict[str, list[str]]
    problems: list[Problem]
    given: int

    @property
    def scorecards(self) -> list[Scorecard]:
        return [card for cards in self.by_rubric for card in cards]


def scored(refs: Sequence[str], rubric_refs: Sequence[str]) -> Together:
    """Read and score. Raises InputError where a dossier was given twice or no lens is shared."""
    inputs = batch.load(refs, rubric_refs)
    _refuse_twins(inputs.initiatives)
    kept, left_out = _shared(inputs)
    result = batch.score(inputs._replace(rubrics=kept), [Asked(one, one) for one in kept], ())
    by_rubric = [[card for card in result.scorecards if card.rubric is one] for one in kept]
    return Together(by_rubric, left_out, result.problems, len(inputs.initiatives))


def _refuse_twins(initiatives: Sequence[Initiative]) -> None:
    """Raise InputError where a dossier was given twice; two versions of one initiative are two dossiers."""
    seen: dict[tuple[str, ...], Initiative] = {}
    for one in initiatives:
        digests = (one.sha256, *(base.sha256 for base in one.extends))
        if digests in seen:
            raise InputError.of("same-dossier", first=_path(seen[digests]), second=_path(one))
        seen[digests] = one


def _path(initiative: Initiative) -> str:
    return initiative.id if initiative.file is None else initiative.file.path


def _shared(inputs: batch.Inputs) -> tuple[list[Rubric], dict[str, list[str]]]:
    """The rubrics to compare on, and those left out with who is not rated on each.

    A rubric asked for is used; of the default lenses only those that all are rated on.
    """
    if not inputs.by_default:
        return inputs.rubrics, {}
    unrated = {
        rubric.id: [one.id for one in inputs.initiatives if one.rated_under(rubric) is None]
        for rubric in inputs.rubrics
    }
    kept = [rubric for rubric in inputs.rubrics if not unrated[rubric.id]]
    if inputs.rubrics and not kept:
        rated = [f"{one.id} ({', '.join(one.ratings) or '-'})" for one in inputs.initiatives]
        raise InputError.of("no-shared-rubric", rated=rated)
    return kept, {name: ids for name, ids in unrated.items() if ids}
