"""`gaps`: what is not known yet, by how far it can move score and band."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.messages import language_from

__all__ = ["gaps"]


def gaps(
    initiative: Annotated[str, typer.Argument(metavar="INITIATIVE", help="option.initiative")],
    rubric: RubricRefs = None,
    top: Annotated[str | None, typer.Option("--top", metavar="N", help="option.top_gaps")] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.cli.options import count_of
    from kasean_score.documents.gaps import document

    words = lang or language_from(os.environ)
    count = None if top is None else count_of("--top", top)
    result = batch.scored([initiative], rubric or [])
    refuse_read_files(output, [initiative, *(rubric or [])], result.scorecards)
    if result.scorecards:
        doc = document(result.scorecards, {"lang": words, "top": count})
        answer("gaps", doc, form, output, words, bom=bom)
    finish(result.problems, len(result.scorecards), words)
