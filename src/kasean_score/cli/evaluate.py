"""`evaluate`: scorecards of initiatives on rubrics."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.messages import language_from, say

if TYPE_CHECKING:
    from kasean_score.shapes import OptionsDoc

__all__ = ["evaluate"]

UNANSWERED = 2
Language = Literal["en", "ko"]


def evaluate(
    initiatives: Annotated[list[str] | None, typer.Argument(help="option.initiatives")] = None,
    rubric: Annotated[list[str] | None, typer.Option("-r", "--rubric", help="option.rubric")] = None,
    only: Annotated[list[str] | None, typer.Option("--only", help="option.only")] = None,
    weights: Annotated[str | None, typer.Option("--weights", help="option.weights")] = None,
    changes: Annotated[list[str] | None, typer.Option("--set", help="option.set")] = None,
    aggregate: Annotated[str | None, typer.Option("--aggregate", help="option.aggregate")] = None,
    min_coverage: Annotated[
        float | None, typer.Option("--min-coverage", min=0, max=1, help="option.min_coverage")
    ] = None,
    view: Annotated[Literal["dac"] | None, typer.Option("--view", help="option.view")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="option.explain")] = False,
    form: Annotated[
        Literal["table", "plain", "json", "jsonl"], typer.Option("-f", "--format", help="option.format")
    ] = "table",
    output: Annotated[str | None, typer.Option("-o", "--output", help="option.output")] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="option.lang")] = None,
) -> None:
    from kasean_score.cli import batch, options
    from kasean_score.cli.commands import report
    from kasean_score.cli.output import emit, screen
    from kasean_score.document import document
    from kasean_score.render import renderer

    words = lang or language_from(os.environ)
    power = None if aggregate is None else options.power_of(aggregate)
    inputs = batch.load(initiatives or [], rubric or [])
    kept, addresses = options.restricted(inputs.rubrics, only or [])
    adjusted = [options.adjusted(one, weights, power, min_coverage) for one in kept]
    result = batch.score(inputs, adjusted, changes or [])
    stated: OptionsDoc = {
        "lang": words,
        "only": addresses,
        "weights": weights,
        "set": result.changes,
        "aggregate": aggregate,
        "min_coverage": min_coverage,
        "view": view,
        "explain": explain,
    }
    if result.scorecards:
        emit(renderer(form)(document(result.scorecards, stated), screen(output)), output, words)
    if result.problems:
        others = say(words, "note.others", count=len(result.scorecards)) if result.scorecards else ""
        report(result.problems, words, others)
        raise typer.Exit(UNANSWERED)
