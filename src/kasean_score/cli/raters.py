"""`raters merge` and `raters agree`: several raters' dossiers of one initiative."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, answer
from kasean_score.errors import InputError, Place, Problem
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.cli.rater_files import RaterFile
    from kasean_score.documents.agreement_shapes import AgreementOptionsDoc
    from kasean_score.documents.merged import Merging
    from kasean_score.model import Rubric

__all__ = ["agree", "merge"]

RaterFiles = Annotated[list[str], typer.Argument(metavar="RATER...", help="option.rater_files")]
Rubrics = Annotated[list[str] | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.raters_rubric")]


def merge(raters: RaterFiles, rubric: Rubrics = None, output: Output = None, lang: Lang = None) -> None:
    from kasean_score.cli.output import emit, refuse_input
    from kasean_score.cli.rater_files import check_fit, opened, rubrics_of
    from kasean_score.documents.merged import Dossier, merged
    from kasean_score.files.yamlio import dump_yaml

    words = lang or language_from(os.environ)
    files = opened(raters, also_read=rubric or [])
    found = rubrics_of(files, rubric or [])
    refuse_input(output, _read(files, found, [*raters, *(rubric or [])]))
    check_fit(files, [one for _, one in found])
    _check_panels(files)
    dossiers = [Dossier(file.ref, file.name, file.initiative) for file in files]
    record = merged(dossiers, [_merging(files, name, one) for name, one in found])
    emit(dump_yaml(record), output, words)


def agree(
    raters: RaterFiles,
    rubric: Rubrics = None,
    metric: Annotated[
        Literal["ordinal", "nominal", "interval", "ratio", "all"], typer.Option("--metric", help="option.metric")
    ] = "ordinal",
    seed: Annotated[str, typer.Option("--seed", metavar="N", help="option.seed")] = "0",
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli.options import seed_of
    from kasean_score.cli.output import refuse_input
    from kasean_score.cli.rater_files import check_fit, opened, panel_of, rubrics_of
    from kasean_score.documents.agreement import RESAMPLES, Judged, document
    from kasean_score.scoring.alpha import METRICS

    words = lang or language_from(os.environ)
    number = seed_of(seed)
    files = opened(raters, also_read=rubric or [])
    found = rubrics_of(files, rubric or [])
    known = [one for _, one in found if one is not None]
    unknown = [name for name, one in found if one is None]
    if unknown and not known:
        raise InputError([Problem("raters-rubric-file", None, {"rubric": name}) for name in unknown])
    refuse_input(output, _read(files, found, [*raters, *(rubric or [])]))
    check_fit(files, known)
    panels = [Judged(one, panel_of(files, [file.initiative.rated_under(one) for file in files])) for one in known]
    if all(len(judged.panel.raters) < 2 for judged in panels):
        raise InputError.of("too-few-raters", count=len(files))
    metrics: list[str] = list(METRICS) if metric == "all" else [metric]
    options: AgreementOptionsDoc = {
        "lang": words,
        "metrics": metrics,
        "seed": number,
        "resamples": RESAMPLES,
        "left_out": unknown,
    }
    doc = document([(file.ref, file.initiative) for file in files], panels, options)
    answer("agreement", doc, form, output, words, bom=bom)


def _read(files: Sequence[RaterFile], found: Sequence[tuple[str, Rubric | None]], typed: Sequence[str]) -> list[str]:
    """Every file that was read: no output may replace it."""
    from kasean_score.cli.output import paths_of

    rubrics = [one for _, one in found if one is not None]
    return [*typed, *paths_of([*rubrics, *(file.initiative for file in files)])]


def _check_panels(files: Sequence[RaterFile]) -> None:
    """Raise InputError where a dossier of a panel has a rating that none of its raters made: it would be lost."""
    faults = [
        Problem("rating-without-panel", rating.place or Place(file.initiative.file), {"criterion": address})
        for file in files
        if file.folded and file.initiative.file is not None
        for by_address in file.initiative.ratings.values()
        for address, rating in by_address.items()
        if not rating.panel
    ]
    if faults:
        raise InputError(faults)


def _merging(files: Sequence[RaterFile], name: str, rubric: Rubric | None) -> Merging:
    """What is merged on one rubric: under the id that all have it under, its criteria in the rubric's order."""
    from kasean_score.cli.rater_files import panel_of
    from kasean_score.documents.merged import Merging

    under = [name if rubric is None else file.initiative.rated_under(rubric) for file in files]
    panel = panel_of(files, under)
    known = list(panel.said) if rubric is None else [criterion.id for criterion in rubric.criteria()]
    addresses = tuple(address for address in known if address in panel.said)
    ratings = tuple(file.initiative.ratings.get(one or "", {}) for file, one in zip(files, under, strict=True))
    return Merging((under[0] or name) if len(set(under)) == 1 else name, ratings, panel, addresses)
