"""`evaluate`: scorecards of initiatives on rubrics."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.cli import UNANSWERED, Language
from kasean_score.messages import language_from, say

if TYPE_CHECKING:
    from kasean_score.shapes import OptionsDoc

__all__ = ["evaluate"]


def evaluate(
    initiatives: Annotated[
        list[str] | None, typer.Argument(metavar="[INITIATIVE]...", help="option.initiatives")
    ] = None,
    rubric: Annotated[list[str] | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.rubric")] = None,
    only: Annotated[list[str] | None, typer.Option("--only", metavar="ADDRESS", help="option.only")] = None,
    weights: Annotated[str | None, typer.Option("--weights", metavar="SET", help="option.weights")] = None,
    changes: Annotated[list[str] | None, typer.Option("--set", metavar="CRITERION=STATE", help="option.set")] = None,
    aggregate: Annotated[str | None, typer.Option("--aggregate", metavar="MEAN", help="option.aggregate")] = None,
    min_coverage: Annotated[
        str | None, typer.Option("--min-coverage", metavar="SHARE", help="option.min_coverage")
    ] = None,
    view: Annotated[Literal["dac"] | None, typer.Option("--view", help="option.view")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="option.explain")] = False,
    form: Annotated[
        Literal["table", "plain", "json", "jsonl"] | None, typer.Option("-f", "--format", help="option.format")
    ] = None,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="option.output")] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="option.lang")] = None,
) -> None:
    from kasean_score.cli import batch, options
    from kasean_score.cli.commands import report
    from kasean_score.cli.output import emit, format_of, paths_of, refuse_input, screen
    from kasean_score.document import document
    from kasean_score.render import renderer

    words = lang or language_from(os.environ)
    power = None if aggregate is None else options.power_of(aggregate)
    share = None if min_coverage is None else options.share_of(min_coverage)
    inputs = batch.load(initiatives or [], rubric or [])
    kept, addresses = options.restricted(inputs.rubrics, only or [])
    asked = [one._replace(used=options.adjusted(one.used, weights, power, share)) for one in kept]
    result = batch.score(inputs, asked, changes or [])
    stated: OptionsDoc = {
        "lang": words,
        "only": addresses,
        "weights": weights,
        "set": result.changes,
        "aggregate": aggregate,
        "min_coverage": share,
        "view": view,
        "explain": explain,
    }
    refuse_input(output, [*(initiatives or []), *paths_of(inputs.initiatives), *paths_of(inputs.rubrics)])
    if result.scorecards:
        emit(
            renderer(form or format_of(output, ("json", "jsonl")))(document(result.scorecards, stated), screen(output)),
            output,
            words,
        )
    if result.problems:
        others = say(words, "note.others", count=len(result.scorecards)) if result.scorecards else ""
        report(result.problems, words, others)
        raise typer.Exit(UNANSWERED)
