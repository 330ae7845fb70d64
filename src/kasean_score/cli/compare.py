"""`compare`: initiatives side by side, with what makes the difference between them uncertain."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.errors import InputError
from kasean_score.messages import language_from

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
    from kasean_score.cli import together
    from kasean_score.documents.comparison import document
    from kasean_score.scoring import compare as scoring

    words = lang or language_from(os.environ)
    refs = initiatives or []
    if not refs:
        raise InputError.of("too-few-to-compare", count=0)
    found = together.scored(refs, rubric or [])
    if found.given < 2 and not found.problems:
        raise InputError.of("too-few-to-compare", count=found.given)
    refuse_read_files(output, [*refs, *(rubric or [])], found.scorecards)
    compared = [scoring.compare(cards) for cards in found.by_rubric if len(cards) > 1]
    if compared:
        doc = document(compared, words, common=common, left_out=found.left_out)
        answer("comparison", doc, form, output, words, bom=bom)
    finish(found.problems, sum(len(one.on_all.cards) for one in compared), words)
