"""`list`, `show` and `schema`: what is bundled, what a file says, and what shape documents have."""

from __future__ import annotations

import os
from typing import Annotated, Literal

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, answer
from kasean_score.messages import language_from

__all__ = ["list_bundled", "schema", "show"]

PageForm = Annotated[
    Literal["table", "plain", "md", "json"] | None, typer.Option("-f", "--format", help="option.show_format")
]

SchemaName = Literal[
    "scorecard",
    "explanation",
    "gaps",
    "improvement",
    "whatif",
    "comparison",
    "robustness",
    "rubric",
    "initiative",
    "thresholds",
    "costs",
    "gate",
    "diff",
    "trend",
    "verification",
    "agreement",
    "check",
    "report",
    "evidence-matrix",
    "evidence-conflicts",
]


def list_bundled(form: Form = None, output: Output = None, lang: Lang = None, bom: Bom = False) -> None:
    from kasean_score.documents.listing import contents
    from kasean_score.files.catalog import load_initiative, load_rubric
    from kasean_score.files.refs import bundled

    words = lang or language_from(os.environ)
    rubrics = [load_rubric(name) for name in bundled("rubric")]
    initiatives = [load_initiative(name) for name in bundled("initiative")]
    answer("contents", contents(rubrics, initiatives, words), form, output, words, bom=bom)


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="option.name")],
    form: PageForm = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    from kasean_score.cli.output import paths_of, refuse_input
    from kasean_score.documents.listing import outline
    from kasean_score.files.catalog import load_document

    words = lang or language_from(os.environ)
    document = load_document(name)
    refuse_input(output, paths_of([document]))
    answer("outline", outline(document, words), form, output, words)


def schema(
    name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="option.schema_name")],
    output: Output = None,
) -> None:
    from kasean_score.cli.output import emit
    from kasean_score.render.json import dump

    if name in ("rubric", "initiative"):
        from kasean_score.files.schema import document_schema as of_files

        made = of_files(name)
    elif name in ("thresholds", "costs"):
        from kasean_score.files.schema_beside import schema_beside

        made = schema_beside(name)
    else:
        from kasean_score.documents.schema import document_schema as of_results

        made = of_results(name)
    emit(dump(made), output, language_from(os.environ))
