"""`new initiative` and `new rubric`: files ready to be filled in, valid as they stand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from kasean_score.cli.refusals import told
from kasean_score.cli.shared import Lang  # noqa: TC001  # typer asks for it
from kasean_score.errors import InputError
from kasean_score.messages import language_from, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.model import Rubric

__all__ = ["initiative", "rubric"]

Id = Annotated[str, typer.Argument(metavar="ID", help="option.new_id")]
Name = Annotated[str | None, typer.Option("--name", metavar="TEXT", help="option.new_name")]
Force = Annotated[bool, typer.Option("--force", help="option.force")]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="option.new_output")]
ENDINGS = (".yaml", ".yml")
OTHER_ENDINGS = (".json", ".jsonl", ".csv")


def initiative(
    identity: Id,
    rubric: Annotated[
        list[str] | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.new_rubric")
    ] = None,
    name: Name = None,
    sort: Annotated[
        Literal["policy", "programme", "institution"] | None, typer.Option("--type", help="option.new_type")
    ] = None,
    stage: Annotated[
        Literal["proposed", "launched", "closed"] | None, typer.Option("--stage", help="option.new_stage")
    ] = None,
    bib: Annotated[str | None, typer.Option("--bib", metavar="FILE", help="option.bib")] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    words = lang or language_from(os.environ)
    with told("new.nothing_written", words):
        path = _path(identity, output)
        made = _Dossier(identity, _named(name, identity), sort, stage, bib)
        options = _make_initiative(made, rubric, path, force, words)
    _next("new.next_initiative", _shown(path), options, output, words)


class _Dossier(NamedTuple):
    """What was said of a new dossier."""

    identity: str
    name: str
    type: str | None
    stage: str | None
    bib: str | None


def _make_initiative(made: _Dossier, chosen: list[str] | None, path: str, force: bool, lang: str) -> str:
    """Write the dossier; returns the options by which `rate` finds its rubric."""
    from kasean_score.cli.batch import LENSES
    from kasean_score.files.catalog import load_rubric
    from kasean_score.files.refs import is_path
    from kasean_score.model import Initiative
    from kasean_score.render.template_initiative import Wanted, initiative_text
    from kasean_score.scoring.evaluate import applies

    refs = list(dict.fromkeys(chosen or LENSES))
    rubrics = [load_rubric(ref) for ref in refs]
    _refuse_twice(rubrics)
    about = {field: given for field, given in (("type", made.type), ("stage", made.stage)) if given is not None}
    asked = Initiative(made.identity, made.name, {}, type=made.type, stage=made.stage)
    options = "".join(f" -r {_shown(ref)}" for ref in refs if is_path(ref) or ref not in LENSES)
    wanted = Wanted(
        head=_yaml({"kind": "initiative", "id": made.identity, "name": made.name}),
        about={field: _yaml({field: given}).rstrip() for field, given in about.items()},
        reason=_yaml({"reason": say(lang, "new.to_be_rated")}).removeprefix("reason:").strip(),
        sources=_sources(made.bib),
        absent={one.id: frozenset(x.id for x in one.criteria() if not applies(x, asked)) for one in rubrics},
        path=_shown(path),
        rubric_options=options,
    )
    _write(initiative_text(wanted, rubrics, lang), path, [*refs, *([made.bib] if made.bib else [])], force, lang)
    return options if len(refs) == 1 else ""  # a conversation is on one rubric


def rubric(
    identity: Id,
    base: Annotated[str | None, typer.Option("--from", metavar="RUBRIC", help="option.new_from")] = None,
    name: Name = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    words = lang or language_from(os.environ)
    with told("new.nothing_written", words):
        path = _path(identity, output)
        text = _rubric(identity, _named(name, identity), base, path, words)
        _write(text, path, [base] if base else [], force, words)
    _next("new.next_rubric", _shown(path), "", output, words)


def _rubric(identity: str, title: str, base: str | None, path: str, lang: str) -> str:
    """The text of a new rubric, one that changes `base` where that is given."""
    from kasean_score.files.catalog import load_rubric
    from kasean_score.render.template_rubric import changed_text, rubric_text

    head = {"kind": "rubric", "id": identity}
    about = {"version": "0.1", "title": title}
    if base is None:
        return rubric_text(_yaml({**head, **about}), _shown(path), lang)
    found = load_rubric(base)
    if found.id == identity:
        raise InputError.of("new-same-id", name=identity)
    extends = {"extends": _base_ref(base, path)}
    return changed_text(_yaml({**head, **extends, **about}), found, _shown(base), _shown(path), lang)


def _path(identity: str, output: str | None) -> str:
    """The file to write, `-` for standard output. Raises InputError where the id or the file will not do."""
    from kasean_score.files.kinds import DOTTED_ID

    if identity.lower().endswith((*ENDINGS, *OTHER_ENDINGS)):
        raise InputError.of("new-id.file", given=identity, meant=os.path.splitext(os.path.basename(identity))[0])
    if DOTTED_ID.fullmatch(identity) is None:
        raise InputError.of("new-id", given=identity)
    if output is not None and output != "-" and not output.lower().endswith(ENDINGS):
        raise InputError.of("new-ending", path=output)
    return f"{identity}.yaml" if output is None else output


def _named(name: str | None, identity: str) -> str:
    """The name that was given, or the id in its place. Raises InputError where it is blank."""
    if name is not None and not name.strip():
        raise InputError.of("new-blank")
    return identity if name is None else name.strip()


def _refuse_twice(rubrics: Sequence[Rubric]) -> None:
    seen: set[str] = set()
    for one in rubrics:
        if one.id in seen:
            raise InputError.of("new-rubric-twice", rubric=one.id)
        seen.add(one.id)


def _base_ref(base: str, path: str) -> str:
    """What `extends` has to say in a file at `path`: a bundled id, or the way from there to the rubric's file."""
    from kasean_score.files.refs import is_path

    if base == "-":
        raise InputError.of("new-from-stdin")
    if not is_path(base):
        return base
    folder = "." if path == "-" else os.path.dirname(os.path.realpath(path)) or "."
    return base if os.path.isabs(base) else os.path.relpath(os.path.realpath(base), os.path.realpath(folder))


def _sources(bib: str | None) -> str:
    """YAML of the sources in a CSL-JSON file; empty without one."""
    if bib is None:
        return ""
    from kasean_score.files.references import read_csl

    records = [source if isinstance(source, dict) else _record(source) for source in read_csl(bib)]
    return _yaml({"sources": records}) if records else ""


def _record(source: Any) -> dict[str, Any]:
    given = {field: value for field, value in source._asdict().items() if value is not None}
    return {field: value for field, value in given.items() if (field, value) != ("kind", "other")}


def _yaml(record: dict[str, Any]) -> str:
    from kasean_score.files.written import entry_text, plain

    return "".join(f"{entry_text(key, plain(value), 0)}\n" for key, value in record.items())


def _shown(path: str) -> str:
    """A path as it is typed in a shell and stands in a comment."""
    from shlex import quote

    from kasean_score.render.phrases import printable

    return quote(printable(path))


def _write(text: str, path: str, inputs: Sequence[str], force: bool, lang: str) -> None:
    from kasean_score.cli.output import put, refuse_input, said_wrote
    from kasean_score.files.saving import save, save_new

    if path == "-":
        put(text)
        return
    refuse_input(path, inputs)
    (save if force else save_new)(path, text.encode())
    said_wrote(path, lang)


def _next(key: str, path: str, options: str, output: str | None, lang: str) -> None:
    """Say on stderr what to do with the file."""
    if output != "-":
        typer.echo(say(lang, key, path=path, options=options), err=True)
