"""`import`: a form that was filled in, made into a dossier."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from kasean_score.cli.form import write_new
from kasean_score.cli.refusals import told
from kasean_score.cli.shared import Lang  # noqa: TC001
from kasean_score.errors import InputError, Problem
from kasean_score.messages import language_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.errors import Place
    from kasean_score.files.forms.assembly import Form
    from kasean_score.files.forms.tables import FormOf
    from kasean_score.model import Rubric

__all__ = ["import_form"]

ENDINGS = (".yaml", ".yml", ".json")


def import_form(
    path: Annotated[str, typer.Argument(metavar="FORM", help="option.import_form")],
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="option.import_output")] = None,
    rubric: Annotated[
        list[str] | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.import_rubric")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="option.force")] = False,
    lang: Lang = None,
) -> None:
    from kasean_score.cli.output import put
    from kasean_score.files.forms import open_form
    from kasean_score.render.problems import full

    words = lang or language_from(os.environ)
    refs = list(dict.fromkeys(rubric or []))
    with told("new.nothing_written", words):
        to_file = output is not None and output != "-"
        if to_file and not str(output).lower().endswith(ENDINGS):
            raise InputError.of("import-ending", path=output)
        if [path, *refs].count("-") > 1:
            raise InputError.of("stdin-twice")
        form = open_form(path)
        found = _found(form, refs)
        notes = [*form.notes, *_versions(form, found)]
        _check_fit(form, found, notes)
        text = _text(form, output)
        if to_file:
            write_new(text.encode(), str(output), [path, *refs], force=force, lang=words)
    if notes:
        print(full(notes, words), file=sys.stderr, end="")
    if not to_file:
        put(text)


def _text(form: Form, output: str | None) -> str:
    if output is not None and output.lower().endswith(".json"):
        from kasean_score.render.json import dump

        return dump(form.record)
    from kasean_score.files.yamlio import dump_yaml

    return dump_yaml(form.record)


def _found(form: Form, refs: Sequence[str]) -> dict[str, Rubric]:
    """The rubrics that the form was made for, as far as they are bundled or were named. Raises InputError."""
    from kasean_score.files.catalog import load_rubric
    from kasean_score.files.refs import bundled_path

    named = {one.id: one for one in map(load_rubric, refs)}
    wanted = {about.rubric for about, _ in form.rubrics}
    for name in named:
        if name not in wanted:
            raise InputError.of("import-rubric", rubric=name, allowed=sorted(wanted))
    others = [name for name in sorted(wanted) if name not in named and bundled_path("rubric", name)]
    return {**named, **{name: load_rubric(name) for name in others}}


def _check_fit(form: Form, found: dict[str, Rubric], notes: Sequence[Problem]) -> None:
    from kasean_score.scoring.fit import misfits

    faults = [problem for rubric in found.values() for problem in misfits(rubric, form.initiative)]
    if faults:
        raise InputError([*notes, *faults])


def _versions(form: Form, found: dict[str, Rubric]) -> Iterator[Problem]:
    """Warnings where the rubric is not the one that the form was made from, or where that cannot be told."""
    for about, place in form.rubrics:
        rubric = found.get(about.rubric)
        if rubric is None:
            yield Problem("form-unchecked", place, {"rubric": about.rubric}, "warning")
        elif rubric.version != about.version:
            yield _changed("form-version", about, place, now=rubric.version or "-", then=about.version or "-")
        elif rubric.sha256 != about.sha256:
            yield _changed("form-digest", about, place, now=rubric.sha256[:12], then=about.sha256[:12] or "-")


def _changed(key: str, about: FormOf, place: Place, **params: object) -> Problem:
    return Problem(key, place, {"rubric": about.rubric, **params}, "warning")
