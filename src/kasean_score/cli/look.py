"""`list`, `show` and `schema`: what is bundled, what a file says, and what shape documents have."""

from __future__ import annotations

import os
from typing import Annotated, Literal

import typer

from kasean_score.cli import Language
from kasean_score.messages import language_from

__all__ = ["list_bundled", "schema", "show"]

Form = Annotated[Literal["table", "plain", "json"] | None, typer.Option("-f", "--format", help="option.list_format")]
PageForm = Annotated[
    Literal["table", "plain", "md", "json"] | None, typer.Option("-f", "--format", help="option.show_format")
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="option.output")]
Lang = Annotated[Language | None, typer.Option("--lang", help="option.lang")]


def list_bundled(form: Form = None, output: Output = None, lang: Lang = None) -> None:
    from kasean_score.cli.output import emit, format_of, screen
    from kasean_score.files.catalog import bundled, load_initiative, load_rubric
    from kasean_score.listing import contents
    from kasean_score.render import listing

    words = lang or language_from(os.environ)
    rubrics = [load_rubric(name) for name in bundled("rubric")]
    initiatives = [load_initiative(name) for name in bundled("initiative")]
    render = listing(form or format_of(output, ("json",)), "contents")
    emit(render(contents(rubrics, initiatives, words), screen(output)), output, words)


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="option.name")],
    form: PageForm = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    from kasean_score.cli.output import emit, format_of, paths_of, refuse_input, screen
    from kasean_score.files.catalog import load_document
    from kasean_score.listing import outline
    from kasean_score.render import listing

    words = lang or language_from(os.environ)
    document = load_document(name)
    refuse_input(output, paths_of([document]))
    render = listing(form or format_of(output, ("json", "md")), "outline")
    emit(render(outline(document, words), screen(output)), output, words)


def schema(
    name: Annotated[
        Literal["scorecard", "rubric", "initiative"], typer.Argument(metavar="NAME", help="option.schema_name")
    ],
    output: Output = None,
) -> None:
    from kasean_score.cli.output import emit
    from kasean_score.render.json import dump

    if name == "scorecard":
        from kasean_score.scorecard_schema import scorecard_schema

        made = scorecard_schema()
    else:
        from kasean_score.files.schema import document_schema

        made = document_schema(name)
    emit(dump(made), output, language_from(os.environ))
