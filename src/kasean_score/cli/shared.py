"""Arguments and options that several commands take, and how a command's document is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from kasean_score.cli import UNANSWERED, Language
from kasean_score.errors import InputError
from kasean_score.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.errors import Problem
    from kasean_score.scoring.evaluate import Scorecard

__all__ = [
    "Bom",
    "Draws",
    "Form",
    "Initiatives",
    "Lang",
    "Output",
    "RubricRefs",
    "Seed",
    "Vary",
    "answer",
    "chosen_format",
    "finish",
    "refuse_read_files",
]

Initiatives = Annotated[list[str] | None, typer.Argument(metavar="[INITIATIVE]...", help="option.initiatives")]
RubricRefs = Annotated[list[str] | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.rubric")]
Form = Annotated[
    Literal["table", "plain", "json", "csv", "md"] | None,
    typer.Option("-f", "--format", help="option.sheet_format"),
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="option.output")]
Lang = Annotated[Language | None, typer.Option("--lang", help="option.lang")]
Vary = Annotated[list[str] | None, typer.Option("--vary", metavar="SOURCE", help="option.vary")]
Draws = Annotated[str | None, typer.Option("--draws", metavar="N", help="option.draws")]
Seed = Annotated[str | None, typer.Option("--seed", metavar="N", help="option.seed")]
Bom = Annotated[bool, typer.Option("--bom", help="option.bom")]


def answer(kind: str, doc: Any, form: str | None, output: str | None, lang: str, *, bom: bool = False) -> None:
    """Write the document of a kind in the format asked for, or that the ending of `output` asks for."""
    from kasean_score.cli.output import emit, screen
    from kasean_score.render import renderer

    chosen = chosen_format(kind, form, output, bom=bom)
    text = renderer(kind, chosen)(doc, screen(output))
    if bom:
        from kasean_score.render.csv import BYTE_ORDER_MARK

        text = BYTE_ORDER_MARK + text
    emit(text, output, lang)


def chosen_format(kind: str, form: str | None, output: str | None, *, bom: bool) -> str:
    """The format asked for, or that which the ending of `output` asks for. Raises InputError."""
    from kasean_score.cli.output import format_of
    from kasean_score.render import formats

    chosen = form or format_of(output, formats(kind))
    if bom and chosen != "csv":
        raise InputError.of("bom-without-csv", given=chosen)
    return chosen


def refuse_read_files(output: str | None, refs: Iterable[str], scorecards: Iterable[Scorecard]) -> None:
    """Raise InputError where `output` is a file that was typed or that a scorecard was made from."""
    from kasean_score.cli.output import paths_of, refuse_input

    refuse_input(output, [*refs, *(path for card in scorecards for path in paths_of([card.rubric, card.initiative]))])


def finish(problems: Sequence[Problem], answered: int, lang: str) -> None:
    """Report what could not be read, beside what could be answered; leaves the command where there is any."""
    if not problems:
        return
    from kasean_score.cli.commands import report

    report(problems, lang, say(lang, "note.others", count=answered) if answered else "")
    raise typer.Exit(UNANSWERED)
