"""`evaluate`: scorecards of initiatives on rubrics."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.cli.shared import Bom, Initiatives, Lang, Output, RubricRefs, answer, finish
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from kasean_score.documents.shapes import OptionsDoc

__all__ = ["evaluate"]


def evaluate(
    initiatives: Initiatives = None,
    rubric: RubricRefs = None,
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
        Literal["table", "plain", "json", "jsonl", "csv", "md"] | None,
        typer.Option("-f", "--format", help="option.format"),
    ] = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch, options
    from kasean_score.cli.output import paths_of, refuse_input
    from kasean_score.documents.scorecard import document

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
        answer("scorecard", document(result.scorecards, stated), form, output, words, bom=bom)
    finish(result.problems, len(result.scorecards), words)
