"""`report`: one file that an office can open, print, question and weigh again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kasean_score.cli import batch, intervals
from kasean_score.cli.shared import Draws, Initiatives, Lang, Output, RubricRefs, Seed, Vary, finish, refuse_read_files
from kasean_score.errors import InputError
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.documents.shapes import SimulationDoc
    from kasean_score.errors import Problem
    from kasean_score.model import Rubric
    from kasean_score.robust.robustness import Robustness
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["report"]

FORMS = ("html", "xlsx", "md", "json", "csv")
"""What a report can be written as; the first where nothing says otherwise."""


def report(
    initiatives: Initiatives = None,
    rubric: RubricRefs = None,
    robust: Annotated[bool, typer.Option("--robust", help="option.report_robust")] = False,
    vary: Vary = None,
    draws: Draws = None,
    seed: Seed = None,
    form: Annotated[
        Literal["html", "xlsx", "md", "json", "csv"] | None,
        typer.Option("-f", "--format", help="option.report_format"),
    ] = None,
    output: Output = None,
    lang: Lang = None,
) -> None:
    from kasean_score.documents.report import document

    words = lang or language_from(os.environ)
    chosen = _form(form, output)
    simulation = intervals.asked(robust, vary, draws, seed, flag="--robust")
    lenses, problems = _lenses(initiatives or [], rubric or [])
    cards = [card for _, cards in lenses for card in cards]
    refuse_read_files(output, [*(initiatives or []), *(rubric or [])], cards)
    if lenses:
        found = [(one, cards, _simulated(one, cards, simulation)) for one, cards in lenses]
        doc = document(found, {"lang": words, "simulation": simulation})
        _write(doc, chosen, output, words)
    finish(problems, len(cards), words)


def _form(form: str | None, output: str | None) -> str:
    """The format asked for, or that which the ending of `output` asks for; a page where neither does."""
    ending = os.path.splitext(output or "")[1].lower().removeprefix(".")
    chosen = form or {"htm": "html"}.get(ending, ending)
    if chosen not in FORMS:
        if ending:
            raise InputError.of("no-such-format", given=ending, allowed=FORMS)
        chosen = "html"
    if chosen == "xlsx" and output in (None, "-"):
        raise InputError.of("workbook-without-file")
    return chosen


def _lenses(
    refs: Sequence[str], rubric_refs: Sequence[str]
) -> tuple[list[tuple[Rubric, list[Scorecard]]], list[Problem]]:
    """Each rubric with the scorecards on it; a rubric alone where no initiative is named. And what failed."""
    if rubric_refs and not refs:
        from kasean_score.files.catalog import load_rubric

        return [(load_rubric(ref), []) for ref in rubric_refs], []
    found = batch.scored(refs, rubric_refs)
    by_rubric: dict[int, tuple[Rubric, list[Scorecard]]] = {}
    for card in found.scorecards:
        by_rubric.setdefault(id(card.rubric), (card.rubric, []))[1].append(card)
    return list(by_rubric.values()), found.problems


def _simulated(rubric: Rubric, cards: Sequence[Scorecard], asked: SimulationDoc | None) -> Robustness | None:
    """The simulation of those that anything is rated of."""
    rated = [card.initiative for card in cards if card.coverage]
    if asked is None or not rated:
        return None
    from kasean_score.robust.robustness import robustness
    from kasean_score.robust.varying import varied_of

    return robustness(rubric, rated, varied_of(asked["vary"]), asked["draws"], asked["seed"])


def _write(doc: ReportDoc, form: str, output: str | None, lang: str) -> None:
    from kasean_score.cli.output import emit, said_wrote, screen
    from kasean_score.render import renderer

    made = renderer("report", form)(doc, screen(output))
    if isinstance(made, str):
        emit(made, output, lang)
        return
    from kasean_score.files.saving import save

    assert output is not None
    save(output, made)
    said_wrote(output, lang)
