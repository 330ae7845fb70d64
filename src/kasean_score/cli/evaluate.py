"""`evaluate`: scorecards of initiatives on rubrics."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.cli.shared import Bom, Draws, Initiatives, Lang, Output, RubricRefs, Seed, Vary, chosen_format
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
    interval: Annotated[bool, typer.Option("--interval", help="option.interval")] = False,
    vary: Vary = None,
    draws: Draws = None,
    seed: Seed = None,
    form: Annotated[
        Literal["table", "plain", "json", "jsonl", "csv", "md"] | None,
        typer.Option("-f", "--format", help="option.format"),
    ] = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
    jobs: Annotated[str, typer.Option("-j", "--jobs", metavar="N", help="option.jobs")] = "1",
) -> None:
    from kasean_score.cli import intervals, options, stream

    stated: OptionsDoc = {
        "lang": lang or language_from(os.environ),
        "only": [],
        "weights": weights,
        "set": {},
        "aggregate": aggregate,
        "min_coverage": None if min_coverage is None else options.share_of(min_coverage),
        "view": view,
        "explain": explain,
        "interval": intervals.asked(interval, vary, draws, seed),
    }
    request = stream.Request(
        refs=initiatives or [],
        rubric_refs=rubric or [],
        only=only or [],
        changes=changes or [],
        power=None if aggregate is None else options.power_of(aggregate),
        options=stated,
        form=chosen_format("scorecard", form, output, bom=bom),
        output=output,
        bom=bom,
        jobs=options.count_of("--jobs", jobs),
    )
    stream.answered(request)
