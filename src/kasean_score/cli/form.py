"""`form`: a workbook or CSV to fill in, empty or with what a dossier says."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.refusals import told
from kasean_score.cli.shared import Bom, Lang  # noqa: TC001
from kasean_score.errors import InputError, Place, Problem
from kasean_score.messages import language_from, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.files.forms.content import Content
    from kasean_score.model import Initiative, Rubric

__all__ = ["form", "write_new"]

BOOK, TABLE = ".xlsx", ".csv"


def form(
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="option.form_output")],
    rubric: Annotated[
        list[str] | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.form_rubric")
    ] = None,
    initiative: Annotated[
        str | None, typer.Option("-i", "--initiative", metavar="INITIATIVE", help="option.form_initiative")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="option.force")] = False,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    words = lang or language_from(os.environ)
    with told("new.nothing_written", words):
        ending = os.path.splitext(output)[1].lower()
        if ending not in (BOOK, TABLE):
            raise InputError.of("form-ending", path=output)
        if bom and ending != TABLE:
            raise InputError.of("bom-without-csv", given=ending.removeprefix("."))
        content, rubrics, read, left = _content(initiative, list(dict.fromkeys(rubric or [])))
        made = _made(content, rubrics, ending, words, bom=bom)
        write_new(made, output, read, force=force, lang=words)
    if left:
        print(say(words, "form.left_out", rubrics=left), file=sys.stderr)


def _content(ref: str | None, rubric_refs: Sequence[str]) -> tuple[Content, list[Rubric], list[str], list[str]]:
    """What the form holds, its rubrics, the files that were read, and the rubrics whose ratings it leaves out."""
    from kasean_score.cli.batch import LENSES
    from kasean_score.cli.output import paths_of
    from kasean_score.files.catalog import initiative_in, initiative_tree, load_rubric
    from kasean_score.files.forms.content import content_of, empty_content
    from kasean_score.files.refs import path_of
    from kasean_score.files.texts import read_text

    if [ref, *rubric_refs].count("-") > 1:
        raise InputError.of("stdin-twice")
    if ref is None:
        rubrics = [load_rubric(one) for one in rubric_refs or LENSES]
        _check_apart(rubrics, [one.id for one in rubrics])
        return empty_content(rubrics), rubrics, list(paths_of(rubrics)), []
    file = read_text(path_of(ref, "initiative"))
    initiative = initiative_in(file)
    rubrics = [load_rubric(one) for one in rubric_refs] if rubric_refs else _rated_on(initiative)
    under = [initiative.rated_under(one) or one.id for one in rubrics]
    _check_apart(rubrics, under)
    _check_fit(rubrics, initiative)
    left = [one for one in initiative.ratings if one not in under]
    content = content_of(initiative_tree(file), initiative, rubrics)
    return content, rubrics, list(paths_of([*rubrics, initiative])), left


def _rated_on(initiative: Initiative) -> list[Rubric]:
    """Every rubric that a dossier is rated on; the lenses where it is on none. Raises InputError."""
    from kasean_score.cli.batch import LENSES
    from kasean_score.files.catalog import load_rubric
    from kasean_score.files.refs import bundled_path

    place = Place(initiative.file) if initiative.file is not None else None
    unknown = [name for name in initiative.ratings if bundled_path("rubric", name) is None]
    if unknown:
        raise InputError([Problem("form-rubric-file", place, {"rubric": name}) for name in unknown])
    return [load_rubric(name) for name in initiative.ratings or LENSES]


def _check_apart(rubrics: Sequence[Rubric], under: Sequence[str]) -> None:
    """Raise InputError where two rubrics would be one in the form, or have their ratings under one id."""
    for at, (rubric, name) in enumerate(zip(rubrics, under, strict=True)):
        before = [one.id for one in rubrics[:at]]
        if rubric.id in before or name in under[:at]:
            raise InputError.of("form-rubric-twice", rubric=rubric.id, under=name)


def _check_fit(rubrics: Iterable[Rubric], initiative: Initiative) -> None:
    from kasean_score.scoring.fit import misfits

    faults = [problem for rubric in rubrics for problem in misfits(rubric, initiative)]
    if faults:
        raise InputError(faults)


def _made(content: Content, rubrics: Sequence[Rubric], ending: str, lang: str, *, bom: bool) -> bytes:
    from kasean_score.cli.form_words import form_words

    words = form_words(lang)
    if ending == BOOK:
        from kasean_score.files.forms.form_book import form_book

        return form_book(content, rubrics, words)
    from kasean_score.files.forms.form_csv import form_csv
    from kasean_score.render.csv import BYTE_ORDER_MARK

    return ((BYTE_ORDER_MARK if bom else "") + form_csv(content, rubrics, words)).encode("utf-8", "surrogatepass")


def write_new(content: bytes, output: str, read: Iterable[str], *, force: bool, lang: str) -> None:
    """Write a file, over an old one only with `force` and over one that was read never. Raises InputError."""
    from kasean_score.cli.output import refuse_input, said_wrote
    from kasean_score.files.saving import save, save_new

    refuse_input(output, read)
    (save if force else save_new)(output, content)
    said_wrote(output, lang)
