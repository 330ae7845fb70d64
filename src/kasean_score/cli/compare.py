"""`compare`: initiatives side by side, with what makes the difference between them uncertain."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.errors import InputError
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.cli.batch import Inputs
    from kasean_score.model import Initiative, Rubric

__all__ = ["compare"]


def compare(
    initiatives: Annotated[
        list[str] | None, typer.Argument(metavar="INITIATIVE INITIATIVE...", help="option.initiatives")
    ] = None,
    rubric: RubricRefs = None,
    common: Annotated[bool, typer.Option("--common", help="option.common")] = False,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.cli.options import Asked
    from kasean_score.documents.comparison import document
    from kasean_score.scoring import compare as scoring

    words = lang or language_from(os.environ)
    refs = initiatives or []
    if not refs:
        raise InputError.of("too-few-to-compare", count=0)
    inputs = batch.load(refs, rubric or [])
    _refuse_twins(inputs.initiatives)
    if len(inputs.initiatives) < 2 and not inputs.problems:
        raise InputError.of("too-few-to-compare", count=len(inputs.initiatives))
    kept, left_out = _shared(inputs)
    asked = [Asked(one, one) for one in kept]
    result = batch.score(inputs._replace(rubrics=kept), asked, ())
    refuse_read_files(output, [*refs, *(rubric or [])], result.scorecards)
    on_each = [[card for card in result.scorecards if card.rubric is one] for one in kept]
    compared = [scoring.compare(cards) for cards in on_each if len(cards) > 1]
    if compared:
        doc = document(compared, words, common=common, left_out=left_out)
        answer("comparison", doc, form, output, words, bom=bom)
    finish(result.problems, sum(len(one.on_all.cards) for one in compared), words)


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


def _shared(inputs: Inputs) -> tuple[list[Rubric], dict[str, list[str]]]:
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
