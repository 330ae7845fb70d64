"""`trend`: one initiative at several dates."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer, finish
from kasean_score.errors import FileText, InputError, Place, Problem
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kasean_score.cli.sides import Opened
    from kasean_score.documents.sides import Side
    from kasean_score.model import Initiative, Rubric

__all__ = ["trend"]

DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def trend(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="option.states")],
    rubric: RubricRefs = None,
    initiative: Annotated[
        str | None, typer.Option("--initiative", metavar="ID", help="option.result_initiative")
    ] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli.output import paths_of, refuse_input
    from kasean_score.documents.trend import trend as document
    from kasean_score.files.catalog import expand, load_rubric

    words = lang or language_from(os.environ)
    if [*files, *(rubric or [])].count("-") > 1:
        raise InputError.of("stdin-twice")
    refs, problems = expand(files)
    named = [load_rubric(ref) for ref in rubric or []]
    found = _of_one(_opened(refs, problems), initiative)
    rubrics = named or [load_rubric(name) for name in _by_default(found)]
    sides = _sides(found, rubrics, named, words, problems)
    refuse_input(output, [*files, *refs, *paths_of([*rubrics, *_dossiers(found)])])
    if sides:
        answer("trend", document(sides, words), form, output, words, bom=bom)
    finish(problems, len(sides), words)


def _opened(refs: Sequence[str], problems: list[Problem]) -> dict[str, Opened]:
    """What could be opened, by reference; the faults of the others are added to `problems`."""
    from kasean_score.cli.sides import opened

    found: dict[str, Opened] = {}
    for ref in refs:
        try:
            found[ref] = opened(ref)
        except InputError as error:
            problems += error.problems
    return found


def _of_one(found: Mapping[str, Opened], wanted: str | None) -> dict[str, Opened]:
    """What is of the initiative wanted, or of the one that every file is of. Raises InputError."""
    from kasean_score.cli.sides import chosen
    from kasean_score.model import Initiative

    ids = {ref: _ids(what) for ref, what in found.items()}
    known = list(dict.fromkeys(name for names in ids.values() for name in names))
    common = [name for name in known if all(name in names for names in ids.values())]
    choice = known if wanted is None and len(known) == 1 else common if wanted is None else [wanted]
    if found and (len(choice) != 1 or choice[0] not in known):
        raise InputError.of("trend-mixed", allowed=known)
    return {
        ref: what if isinstance(what, Initiative) else chosen(what, (), choice[0])
        for ref, what in found.items()
        if choice[0] in ids[ref]
    }


def _ids(what: Opened) -> list[str]:
    from kasean_score.model import Initiative

    return [what.id] if isinstance(what, Initiative) else [card.initiative for card in what]


def _dossiers(found: Mapping[str, Opened]) -> list[Initiative]:
    from kasean_score.model import Initiative

    return [what for what in found.values() if isinstance(what, Initiative)]


def _by_default(found: Mapping[str, Opened]) -> list[str]:
    """The rubrics to score dossiers on: those of saved results that they are rated on, and by default the lenses."""
    from kasean_score.cli.sides import common_rubrics
    from kasean_score.files.refs import bundled_path
    from kasean_score.model import Initiative

    dossiers = _dossiers(found)
    saved = [card.rubric for what in found.values() if not isinstance(what, Initiative) for card in what]
    rated = [name for name in saved if any(name in one.ratings for one in dossiers) and bundled_path("rubric", name)]
    return list(dict.fromkeys([*(name for one in dossiers for name in common_rubrics([one])), *rated]))


def _sides(
    found: Mapping[str, Opened],
    rubrics: Sequence[Rubric],
    named: Sequence[Rubric],
    lang: str,
    problems: list[Problem],
) -> list[Side]:
    """The scorecards of every file that has a date; the faults of the others are added to `problems`."""
    from kasean_score.cli.sides import chosen, sides
    from kasean_score.model import Initiative

    made: list[Side] = []
    for ref, what in found.items():
        try:
            cards = what if isinstance(what, Initiative) else chosen(what, named, None)
            these = sides(cards, ref, rubrics, lang)
        except InputError as error:
            problems += error.problems
            continue
        undated = [side for side in these if not DATE.fullmatch(side.doc["initiative"]["as_of"] or "")]
        if undated:
            name = undated[0].doc["initiative"]["id"]
            problems.append(Problem("no-as-of", Place(FileText(ref)), {"initiative": name}))
        else:
            made += these
    return made
