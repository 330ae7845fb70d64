"""`whatif`: before and after some changes, without touching a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.errors import InputError
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.cli.changes import Change
    from kasean_score.documents.whatif import Tried
    from kasean_score.errors import Problem
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["whatif"]


def whatif(
    initiative: Annotated[str, typer.Argument(metavar="INITIATIVE", help="option.initiative")],
    changes: Annotated[list[str], typer.Argument(metavar="CHANGE...", help="option.changes")],
    rubric: RubricRefs = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.cli.changes import understood
    from kasean_score.cli.options import Asked
    from kasean_score.documents.whatif import document

    words = lang or language_from(os.environ)
    inputs = batch.load([initiative], rubric or [])
    try:
        by_rubric = understood(inputs.rubrics, changes) if inputs.rubrics else []
    except InputError as error:
        raise InputError([*inputs.problems, *error.problems]) from None
    asked = {id(one): wanted for one, wanted in zip(inputs.rubrics, by_rubric, strict=False) if wanted}
    result = batch.score(inputs, [Asked(one, one) for one in inputs.rubrics], ())
    tried, problems = _tried([(card, asked.get(id(card.rubric), [])) for card in result.scorecards])
    if problems:
        raise InputError([*result.problems, *problems])
    refuse_read_files(output, [initiative, *(rubric or [])], result.scorecards)
    if tried:
        answer("whatif", document(tried, changes, words), form, output, words, bom=bom)
    finish(result.problems, len(tried), words)


def _tried(wanted: Sequence[tuple[Scorecard, Sequence[Change]]]) -> tuple[list[Tried], list[Problem]]:
    """Every scorecard with its changes, together and each alone; and the faults of the changed ratings."""
    from kasean_score.documents.whatif import Tried

    tried: list[Tried] = []
    problems: list[Problem] = []
    for before, changes in wanted:
        if not changes:
            continue  # nothing was typed that this rubric has
        try:
            after = _after(before, changes)
            alone = [after] if len(changes) == 1 else [_alone(before, change) for change in changes]
            about = [(change.typed, change.kind, change.address) for change in changes]
            states = {change.address: change.state for change in changes if change.address and change.rating}
            tried.append(Tried(before, after, tuple(zip(about, alone, strict=True)), states))
        except InputError as error:
            problems += error.problems
    return tried, problems


def _alone(before: Scorecard, change: Change) -> Scorecard | None:
    """What one change of several does without the others; None where it cannot be made without them."""
    try:
        return _after(before, [change])
    except InputError:
        return None


def _after(before: Scorecard, changes: Sequence[Change]) -> Scorecard:
    from kasean_score.cli.changes import applied
    from kasean_score.scoring.evaluate import evaluate
    from kasean_score.scoring.fit import misfits

    rubric, initiative = applied(before.rubric, before.initiative, changes)
    found = misfits(before.rubric, initiative)
    if found:
        raise InputError(found)
    return evaluate(rubric, initiative)
