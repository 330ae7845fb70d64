"""The files of several raters: read, told apart by name, and checked to be of one initiative and one rubric."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.cli.batch import LENSES
from kasean_score.cli.sides import unrated
from kasean_score.errors import InputError, Problem
from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.files.refs import bundled_path
from kasean_score.model import in_language
from kasean_score.scoring.fit import misfits
from kasean_score.scoring.raters import Voice, has_panel, panel_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kasean_score.model import Initiative, Rubric, Text
    from kasean_score.scoring.raters import Panel

__all__ = ["RaterFile", "check_fit", "opened", "panel_of", "rubrics_of"]

ALIKE = ("id", "type", "stage")
"""What the raters of one initiative must not say differently: it decides which criteria are asked."""


class RaterFile(NamedTuple):
    """A dossier as one rater, or a panel of several, filled it in; `name` is the one rater's."""

    ref: str
    name: Text
    initiative: Initiative
    folded: bool


def opened(refs: Sequence[str], *, also_read: Sequence[str]) -> list[RaterFile]:
    """The raters' files, of one initiative and each of its own. Raises InputError with every fault.

    `also_read` are the other references of the command: standard input is read once.
    """
    if [*refs, *also_read].count("-") > 1:
        raise InputError.of("stdin-twice")
    problems: list[Problem] = []
    read: list[tuple[str, Initiative]] = []
    for ref in refs:
        try:
            read.append((ref, load_initiative(ref)))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    files = _named(read)
    _check_distinct(files)
    _check_alike(files)
    _check_once(files)
    if len(files) < 2 and not any(file.folded for file in files):
        raise InputError.of("too-few-raters", count=len(files))
    return files


def rubrics_of(files: Sequence[RaterFile], refs: Sequence[str]) -> list[tuple[str, Rubric | None]]:
    """The rubrics that the raters rated on, by id, with those that could be found; `refs` names others or fewer.

    Raises InputError where the raters did not rate on the same ones.
    """
    if refs:
        given = [load_rubric(ref) for ref in refs]
        asked = [(file.initiative, rubric) for rubric in given for file in files]
        faults = [unrated(one, [rubric]) for one, rubric in asked if one.rated_under(rubric) is None]
        if faults:
            raise InputError(faults)
        return [(rubric.id, rubric) for rubric in given]
    rated = [dict.fromkeys(file.initiative.ratings) for file in files]
    common = [name for name in rated[0] if all(name in others for others in rated)]
    if any(set(one) != set(rated[0]) for one in rated):
        told = [f"{file.ref} ({', '.join(names) or '-'})" for file, names in zip(files, rated, strict=True)]
        raise InputError.of("raters-rubrics" if common else "raters-rubrics.none", rated=told, common=common)
    if not common:
        raise InputError([unrated(files[0].initiative, [])])
    ordered = [*(lens for lens in LENSES if lens in common), *(name for name in common if name not in LENSES)]
    return [(name, load_rubric(name) if bundled_path("rubric", name) else None) for name in ordered]


def check_fit(files: Sequence[RaterFile], rubrics: Iterable[Rubric | None]) -> None:
    """Raise InputError with every rating that is none of a rubric's."""
    pairs = [(file.initiative, rubric) for rubric in rubrics if rubric is not None for file in files]
    faults = [problem for initiative, rubric in pairs for problem in misfits(rubric, initiative)]
    if faults:
        raise InputError(faults)


def panel_of(files: Sequence[RaterFile], rubric_ids: Iterable[str | None]) -> Panel:
    """What the raters of some files said on the rubric that each has its ratings of it under."""
    pairs = zip(files, rubric_ids, strict=True)
    return panel_on([Voice(one.name, one.initiative.ratings.get(name or "", {}), one.folded) for one, name in pairs])


def _named(read: Sequence[tuple[str, Initiative]]) -> list[RaterFile]:
    """Each dossier with its rater's name: that of `rated_by`, or of its file; two of one name are told apart."""
    stems = [os.path.splitext(os.path.basename(ref))[0] if ref != "-" else "<stdin>" for ref, _ in read]
    stated = [one.rated_by or stem for (_, one), stem in zip(read, stems, strict=True)]
    plain = [in_language(name, "en") for name in stated]
    named: list[RaterFile] = []
    taken: set[str] = set()
    for (ref, one), name, stem in zip(read, stated, stems, strict=True):
        own: Text = name
        if plain.count(in_language(name, "en")) > 1:
            own = _each(name, lambda text, stem=stem: text if text == stem else f"{text} ({stem})")  # type: ignore[misc]
        number = 2
        while in_language(own, "en") in taken:
            own, number = _each(name, lambda text, number=number: f"{text} {number}"), number + 1  # type: ignore[misc]
        taken.add(in_language(own, "en"))
        named.append(RaterFile(ref, own, one, has_panel(one)))
    return named


def _each(text: Text, change: Callable[[str], str]) -> Text:
    """A text changed in each of its languages."""
    return change(text) if isinstance(text, str) else {lang: change(said) for lang, said in text.items()}


def _check_distinct(files: Sequence[RaterFile]) -> None:
    seen: dict[tuple[str, ...], RaterFile] = {}
    for file in files:
        digests = (file.initiative.sha256, *(base.sha256 for base in file.initiative.extends))
        if digests in seen:
            raise InputError.of("same-rater", first=seen[digests].ref, second=file.ref)
        seen[digests] = file


def _check_once(files: Sequence[RaterFile]) -> None:
    """Refuse a rater who is in two files, as when a merged dossier stands beside one that it was made of."""
    seen: dict[str, RaterFile] = {}
    for file in files:
        ratings = [rating for by_address in file.initiative.ratings.values() for rating in by_address.values()]
        raters = [opinion.rater for rating in ratings for opinion in rating.panel] if file.folded else [file.name]
        for name in dict.fromkeys(in_language(rater, "en") for rater in raters):
            if name in seen:
                raise InputError.of("rater-in-two", name=name, first=seen[name].ref, second=file.ref)
            seen[name] = file


def _check_alike(files: Sequence[RaterFile]) -> None:
    first = files[0]
    faults = []
    for file in files[1:]:
        for field in ALIKE:
            one, other = (getattr(x.initiative, field) for x in (first, file))
            if one != other:
                params = {"field": field, "one": one or "-", "other": other or "-"}
                faults.append(Problem("raters-differ", None, {**params, "first": first.ref, "second": file.ref}))
                break
    if faults:
        raise InputError(faults)
