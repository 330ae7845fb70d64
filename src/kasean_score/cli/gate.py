"""`gate`: thresholds for scripts and CI, with an exit code to rely on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from kasean_score.files.thresholds import Thresholds

__all__ = ["gate"]

NOT_PASSED = 1


def gate(
    initiatives: Annotated[list[str], typer.Argument(metavar="INITIATIVE...", help="option.initiatives")],
    rubric: RubricRefs = None,
    least: Annotated[list[str] | None, typer.Option("--min", metavar="NODE=SCORE", help="option.min")] = None,
    coverage: Annotated[
        str | None, typer.Option("--min-coverage", metavar="PERCENT", help="option.gate_coverage")
    ] = None,
    band: Annotated[str | None, typer.Option("--band", metavar="BAND", help="option.band")] = None,
    file: Annotated[str | None, typer.Option("--thresholds", metavar="FILE", help="option.thresholds")] = None,
    on: Annotated[Literal["score", "low"] | None, typer.Option("--on", help="option.on")] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.cli.options import Asked
    from kasean_score.documents.gate import gate as document
    from kasean_score.errors import InputError
    from kasean_score.render.views.gate import reasons
    from kasean_score.scoring.gate import demands, judge, unasked

    words = lang or language_from(os.environ)
    read = [*initiatives, *(rubric or []), *([] if file is None else [file])]
    if read.count("-") > 1:
        raise InputError.of("stdin-twice")
    thresholds = _thresholds(least or [], coverage, band, file)
    reading = on or thresholds.on or "score"
    inputs = batch.load(initiatives, rubric or [])
    try:
        asked_for = demands(inputs.rubrics, thresholds.wanted)
    except InputError as error:
        raise InputError([*inputs.problems, *error.problems]) from None
    by_rubric = dict(zip(map(id, inputs.rubrics), asked_for, strict=True))
    result = batch.score(inputs, [Asked(one, one) for one in inputs.rubrics], ())
    judged = [judge(card, by_rubric[id(card.rubric)], reading) for card in result.scorecards]
    problems = [*result.problems, *unasked(judged, asked_for)]
    judged = [judgement for judgement in judged if judgement.checks]
    refuse_read_files(output, read, result.scorecards)
    doc = document(judged, words, on=reading, complete=not problems)
    if judged:
        answer("gate", doc, form, output, words, bom=bom)
        for line in reasons(doc):
            print(line, file=sys.stderr)
    finish(problems, len(judged), words)
    if doc["verdict"] != "passed":
        raise typer.Exit(NOT_PASSED)


def _thresholds(least: list[str], coverage: str | None, band: str | None, file: str | None) -> Thresholds:
    """What the command line demands, over what the file does. Raises InputError where that is nothing at all."""
    from kasean_score.errors import InputError
    from kasean_score.files.thresholds import Thresholds, read_thresholds, typed_thresholds

    typed = typed_thresholds(least, coverage, band)
    stated = Thresholds() if file is None else read_thresholds(file)
    if not (typed or stated.wanted):
        raise InputError.of("no-thresholds")
    return Thresholds((*stated.wanted, *typed), stated.on)
