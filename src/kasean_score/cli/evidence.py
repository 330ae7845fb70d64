"""`evidence matrix`, `evidence conflicts` and `evidence export`: what the ratings rest on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.errors import InputError
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.errors import Problem
    from kasean_score.model import Initiative

__all__ = ["conflicts", "export", "matrix"]

One = Annotated[str, typer.Argument(metavar="INITIATIVE", help="option.initiative")]
FORMATS = {".csv": "csv"}
"""The formats that endings of files ask for; everything else is CSL-JSON."""


def matrix(
    initiative: One,
    rubric: RubricRefs = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.documents.evidence_matrix import document

    words = lang or language_from(os.environ)
    result = batch.scored([initiative], rubric or [])
    refuse_read_files(output, [initiative, *(rubric or [])], result.scorecards)
    if result.scorecards:
        doc = document(result.scorecards, {"lang": words})
        answer("evidence_matrix", doc, form, output, words, bom=bom)
    finish(result.problems, len(result.scorecards), words)


def conflicts(
    initiative: One,
    rubric: RubricRefs = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.documents.evidence_conflicts import document

    words = lang or language_from(os.environ)
    result = batch.scored([initiative], rubric or [])
    refuse_read_files(output, [initiative, *(rubric or [])], result.scorecards)
    if result.scorecards:
        doc = document(result.scorecards, {"lang": words})
        answer("evidence_conflicts", doc, form, output, words, bom=bom)
    finish(result.problems, len(result.scorecards), words)


def export(
    initiatives: Annotated[list[str], typer.Argument(metavar="INITIATIVE...", help="option.export_initiatives")],
    form: Annotated[
        Literal["csl-json", "csv"] | None, typer.Option("-f", "--format", help="option.export_format")
    ] = None,
    output: Output = None,
    force: Annotated[bool, typer.Option("--force", help="option.export_force")] = False,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli.output import paths_of, put, refuse_input, said_wrote
    from kasean_score.documents.evidence_sources import joined
    from kasean_score.files.saving import save, save_new

    words = lang or language_from(os.environ)
    chosen = form or FORMATS.get(os.path.splitext(output or "")[1].lower(), "csl-json")
    if bom and chosen != "csv":
        raise InputError.of("bom-without-csv", given=chosen)
    read, problems = _read(initiatives)
    if read:
        sources = joined(read)
        problems = [*problems, *sources.problems]
        if chosen == "csv":
            from kasean_score.documents.evidence_sources import rows
            from kasean_score.render.csv import BYTE_ORDER_MARK, table

            text = (BYTE_ORDER_MARK if bom else "") + table(rows(sources, words))
        else:
            from kasean_score.files.references import to_csl
            from kasean_score.render.json import dump

            text = dump(to_csl(sources.sources, words))
        if output is None or output == "-":
            put(text)
        else:
            refuse_input(output, [*initiatives, *paths_of(read)])
            (save if force else save_new)(output, text.encode())
            said_wrote(output, words)
    finish(problems, len(read), words)


def _read(refs: Sequence[str]) -> tuple[list[Initiative], list[Problem]]:
    """The dossiers asked for, each once, and the faults of those that could not be read."""
    from kasean_score.files.catalog import expand, load_initiative

    if refs.count("-") > 1:
        raise InputError.of("stdin-twice")
    found, problems = expand(refs)
    read = []
    for ref in dict.fromkeys(found):
        try:
            read.append(load_initiative(ref))
        except InputError as error:
            problems += error.problems
    return read, problems
