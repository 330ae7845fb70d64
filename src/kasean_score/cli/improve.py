"""`improve`: the cheapest level rises that reach a score or a band."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish, refuse_read_files
from kasean_score.errors import InputError
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.errors import Problem
    from kasean_score.model import Rubric

__all__ = ["improve"]

IMPOSSIBLE = 1
LISTED = 10


def improve(
    initiative: Annotated[str, typer.Argument(metavar="INITIATIVE", help="option.initiative")],
    to: Annotated[str, typer.Option("--to", metavar="BAND|SCORE", help="option.to")],
    rubric: RubricRefs = None,
    cost: Annotated[list[str] | None, typer.Option("--cost", metavar="CRITERION=COST", help="option.cost")] = None,
    costs: Annotated[str | None, typer.Option("--costs", metavar="FILE", help="option.costs")] = None,
    fix: Annotated[list[str] | None, typer.Option("--fix", metavar="CRITERION", help="option.fix")] = None,
    most: Annotated[str | None, typer.Option("--most", metavar="N", help="option.most")] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli import batch
    from kasean_score.cli.options import Asked, count_of
    from kasean_score.documents.improvement import document
    from kasean_score.scoring.goals import goal_of
    from kasean_score.scoring.improve import cheapest_plans

    words = lang or language_from(os.environ)
    refs = [initiative, *(rubric or []), *([] if costs is None else [costs])]
    if refs.count("-") > 1:
        raise InputError.of("stdin-twice")
    count = LISTED if most is None else count_of("--most", most)
    inputs = batch.load([initiative], rubric or [])
    asked = _understood(inputs.rubrics, to, cost or [], costs, fix or [], inputs.problems)
    result = batch.score(inputs, [Asked(one, one) for one in inputs.rubrics], ())
    refuse_read_files(output, refs, result.scorecards)
    found = [
        cheapest_plans(card, goal_of(card.rubric, asked.target), asked.costs, asked.held, count)
        for card in result.scorecards
    ]
    if found:
        stated = {"lang": words, "to": to, "costs": asked.costs, "fixed": asked.held, "most": count}
        answer("improvement", document(found, stated), form, output, words, bom=bom)  # type: ignore[arg-type]
    finish(result.problems, len(found), words)
    if any(not one.plans for one in found):
        raise typer.Exit(IMPOSSIBLE)


class _Asked(NamedTuple):
    """The goal, the costs of a level by address, and the criteria that stay."""

    target: float | str
    costs: dict[str, float]
    held: list[str]


def _understood(
    rubrics: Sequence[Rubric],
    to: str,
    typed: Sequence[str],
    file: str | None,
    fixed: Sequence[str],
    found: Sequence[Problem],
) -> _Asked:
    """What the options ask for. Raises InputError with every fault, those `found` before included."""
    from kasean_score.files.costs import read_costs

    problems: list[Problem] = []
    costs: dict[str, float] = {}
    held: list[str] = []
    target: float | str = ""
    try:
        target = _target(rubrics, to)
    except InputError as error:
        problems += error.problems
    try:
        costs |= {} if file is None else read_costs(file, rubrics)
    except InputError as error:
        problems += error.problems
    for given in typed:
        try:
            costs |= _cost(rubrics, given)
        except InputError as error:
            problems += error.problems
    for name in fixed:
        try:
            held += _below(rubrics, name)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError([*found, *problems])
    return _Asked(target, costs, list(dict.fromkeys(held)))


def _target(rubrics: Sequence[Rubric], given: str) -> float | str:
    """A score of 0 to 100, or the id of a band that every rubric has."""
    from kasean_score.cli.options import NUMBER
    from kasean_score.errors import Problem, nearest

    if re.fullmatch(NUMBER, given):
        if 0 <= float(given) <= 100:
            return float(given)
        raise InputError.of("bad-target", given=given)
    problems = []
    for rubric in rubrics:
        known = [band.id for band in rubric.bands]
        if given not in known:
            meant = nearest(given, known)
            about = {"given": given, "rubric": rubric.id, "allowed": known, "meant": meant}
            problems.append(Problem("unknown-target.near" if meant else "unknown-target", params=about))
    if problems:
        raise InputError(problems)
    return given


def _cost(rubrics: Sequence[Rubric], given: str) -> dict[str, float]:
    from kasean_score.cli.named import criteria_named
    from kasean_score.cli.options import NUMBER
    from kasean_score.files.costs import MOST

    name, sign, number = (part.strip() for part in given.partition("="))
    if not (sign and name and re.fullmatch(NUMBER, number) and 0 < float(number) <= MOST):
        raise InputError.of("bad-cost", given=given)
    criteria = [criterion for _, criterion in criteria_named(rubrics, name, f"--cost {given}")] if rubrics else []
    for criterion in criteria:
        if criterion.measure is not None:
            raise InputError.of("cost-of-measure", name=criterion.id)
    return {criterion.id: float(number) for criterion in criteria}


def _below(rubrics: Sequence[Rubric], name: str) -> list[str]:
    """The criteria that a name holds: one, or all those of a group."""
    from kasean_score.cli.named import nodes_named

    if not rubrics:
        return []
    found = nodes_named(rubrics, name.strip(), f"--fix {name}")
    return [
        criterion.id
        for index, node in found
        for criterion in rubrics[index].criteria()
        if criterion.id == node.id or criterion.id.startswith(f"{node.id}.")
    ]
