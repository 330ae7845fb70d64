"""`diff`: what moved between two dossiers, or between a saved result and what stands now."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.shared import Bom, Form, Lang, Output, RubricRefs, answer
from kasean_score.errors import InputError
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.cli.sides import Opened
    from kasean_score.documents.sides import Side
    from kasean_score.model import Rubric

__all__ = ["diff"]


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="option.old")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="option.new")],
    rubric: RubricRefs = None,
    old_rubric: Annotated[
        list[str] | None, typer.Option("--old-rubric", metavar="RUBRIC", help="option.old_rubric")
    ] = None,
    initiative: Annotated[
        str | None, typer.Option("--initiative", metavar="ID", help="option.result_initiative")
    ] = None,
    form: Form = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli.output import refuse_input
    from kasean_score.cli.sides import opened
    from kasean_score.documents.diff import diff as document

    words = lang or language_from(os.environ)
    if [old, new, *(rubric or []), *(old_rubric or [])].count("-") > 1:
        raise InputError.of("stdin-twice")
    pair = opened(old), opened(new)
    rubrics = _rubrics(pair, rubric or [], old_rubric or [], initiative)
    before = _sides(pair[0], old, rubrics[0], initiative, words)
    after = _sides(pair[1], new, rubrics[1], initiative, words)
    found = list(_paired(before, after))
    refuse_input(output, [old, new, *(rubric or []), *(old_rubric or []), *_read_files(pair, rubrics)])
    answer("diff", document(found, words), form, output, words, bom=bom)


def _rubrics(
    pair: tuple[Opened, Opened], named: Sequence[str], old_named: Sequence[str], initiative: str | None
) -> tuple[list[Rubric], list[Rubric]]:
    """The rubrics of the old and of the new side: those named, else those that both sides are rated on."""
    from kasean_score.files.catalog import load_rubric
    from kasean_score.model import Initiative

    if old_named and not isinstance(pair[0], Initiative):
        raise InputError.of("old-rubric-of-result")
    given = [load_rubric(ref) for ref in named]
    of_old = [load_rubric(ref) for ref in old_named]
    if not given:
        given = [load_rubric(name) for name in _by_default(pair, [rubric.id for rubric in of_old], initiative)]
    replaced = {rubric.id for rubric in of_old}
    if len(given) == len(of_old) == 1:
        return of_old, given
    return [*of_old, *(rubric for rubric in given if rubric.id not in replaced)], given


def _by_default(pair: tuple[Opened, Opened], wanted: Sequence[str], initiative: str | None) -> list[str]:
    """The ids of the rubrics to score dossiers on: those of a saved result, else those that both are rated on."""
    from kasean_score.cli.sides import chosen, common_rubrics
    from kasean_score.model import Initiative

    dossiers = [what for what in pair if isinstance(what, Initiative)]
    saved = [card for what in pair if not isinstance(what, Initiative) for card in chosen(what, (), initiative)]
    if not dossiers:
        return []
    if wanted:
        return list(wanted)
    if saved:
        return [name for name in dict.fromkeys(card.rubric for card in saved) if name in dossiers[0].ratings]
    common = common_rubrics(dossiers)
    if not common:
        raise InputError.of("diff-no-rubric", old=list(dossiers[0].ratings), new=list(dossiers[1].ratings))
    return common


def _sides(what: Opened, ref: str, rubrics: Sequence[Rubric], initiative: str | None, lang: str) -> list[Side]:
    from kasean_score.cli.sides import chosen, sides
    from kasean_score.model import Initiative

    if not isinstance(what, Initiative):
        cards = chosen(what, (), initiative)
        what = [card for card in cards if card.rubric in [rubric.id for rubric in rubrics]] or cards
    return sides(what, ref, rubrics, lang)


def _paired(old: Sequence[Side], new: Sequence[Side]) -> Iterator[tuple[Side, Side]]:
    """Each new scorecard with the old one of its rubric and initiative; two single ones in any case."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    found = 0
    for side in new:
        matches = _matches(old, new, side)
        if len(matches) > 1:
            raise InputError.of("several-counterparts", rubric=side.key[0], initiative=side.key[1])
        yield from ((match, side) for match in matches)
        found += len(matches)
    if not found:
        raise InputError.of("no-counterpart", old=_labels(old), new=_labels(new))


def _matches(old: Sequence[Side], new: Sequence[Side], side: Side) -> list[Side]:
    """The old scorecards of a new one's rubric and initiative; of its rubric, where each side is of one initiative."""
    exact = [one for one in old if one.key == side.key]
    single = all(len({one.key[1] for one in sides}) == 1 for sides in (old, new))
    return exact or ([one for one in old if one.key[0] == side.key[0]] if single else [])


def _labels(sides: Sequence[Side]) -> list[str]:
    return [" / ".join(reversed(side.key)) for side in sides]


def _read_files(pair: tuple[Opened, Opened], rubrics: tuple[list[Rubric], list[Rubric]]) -> Iterator[str]:
    from kasean_score.cli.output import paths_of
    from kasean_score.model import Initiative

    yield from paths_of(what for what in pair if isinstance(what, Initiative))
    yield from paths_of(rubric for side in rubrics for rubric in side)
