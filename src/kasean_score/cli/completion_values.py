"""What the values of options and arguments can be, told by what their places in the usage line are called."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from kasean_score.cli import batch
from kasean_score.cli.completing import Candidate
from kasean_score.errors import InputError
from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.files.refs import ENDINGS, LINES, TABLE, bundled, names_in
from kasean_score.messages import say
from kasean_score.model import AGGREGATES, Criterion, Group, in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kasean_score.cli.completing import Line
    from kasean_score.model import Node, Rubric

__all__ = ["values_of"]

STATES = ("not_rated", "not_applicable")
DOCUMENTS = (*ENDINGS, TABLE, LINES)
INITIATIVES = ("initiative", "initiatives", "raters", "old", "new", "files")
"""Parameters that hold dossiers, by which the rubric of the rest of the line is known."""


def values_of(param: Any, current: str, line: Line) -> Iterable[Candidate] | None:
    """What could be the value of an option or argument; None where it is any file."""
    choices = getattr(param.type, "choices", None)
    if choices:
        return [Candidate(str(getattr(one, "value", one))) for one in choices]
    if current.startswith("~"):
        return None  # the shell knows where that leads
    name = str(param.metavar or "").strip("[].")
    found = KINDS.get(name.partition(" ")[0].strip("[]."))
    if name == "ID" and param.param_type_name == "argument":
        return []  # that of something new
    if found is None and ("FILE" in name or name in ("RESULT", "FORM")):
        return None
    return [] if found is None else found(current, line)


def _initiatives(current: str, line: Line) -> Iterator[Candidate]:
    yield from _bundled("initiative", lambda name: in_language(load_initiative(name).name, line.lang), current)
    yield from _files(current, DOCUMENTS)


def _checked(current: str, line: Line) -> Iterator[Candidate]:
    """What `check` takes: workbooks too."""
    yield from _bundled("rubric", lambda name: in_language(load_rubric(name).title, line.lang), current)
    yield from _bundled("initiative", lambda name: in_language(load_initiative(name).name, line.lang), current)
    yield from _files(current, (*DOCUMENTS, ".xlsx"))


def _rubrics(current: str, line: Line) -> Iterator[Candidate]:
    yield from _bundled("rubric", lambda name: in_language(load_rubric(name).title, line.lang), current)
    yield from _files(current, ENDINGS)


def _documents(current: str, line: Line) -> Iterator[Candidate]:
    yield from _bundled("rubric", lambda name: in_language(load_rubric(name).title, line.lang), current)
    yield from _initiatives(current, line)


def _bundled(kind: str, about: Callable[[str], str], current: str) -> Iterator[Candidate]:
    """Bundled ids by the listing of their folder; what a few are called is worth reading them for."""
    names = [name for name in bundled(kind) if name.startswith(current)]
    for name in names:
        yield Candidate(name, about(name) if len(names) <= FEW else "")


FEW = 1
"""A dossier takes a fiftieth of a second to read, and who has several to choose from waits for all."""


def _files(current: str, endings: tuple[str, ...]) -> Iterator[Candidate]:
    """The files with such an ending and the folders that a path could go on to; hidden ones when they are asked for."""
    folder, name = os.path.split(current)
    for found in names_in(folder or "."):
        if not found.startswith(name) or (found.startswith(".") and not name.startswith(".")):
            continue
        path = os.path.join(folder, found)
        if os.path.isdir(path):
            yield Candidate(f"{path}/")
        elif found.lower().endswith(endings):
            yield Candidate(path)


def _asked_rubrics(line: Line) -> list[Rubric]:
    """The rubrics that a line names, or those that its initiatives are rated on, or the lenses."""
    refs = line.given("rubric", "rubrics")
    for ref in [] if refs else line.given(*INITIATIVES):
        if ref != "-" and not os.path.isdir(ref):  # standard input is the terminal
            try:
                refs += batch.by_default(load_initiative(ref))
            except InputError:
                continue
    found = []
    for ref in dict.fromkeys(refs or batch.LENSES):
        try:
            found += [] if ref == "-" else [load_rubric(ref)]
        except InputError:
            continue
    return found


def _nodes(line: Line, current: str, wanted: tuple[type, ...]) -> Iterator[tuple[Rubric, Candidate, Node]]:
    """Groups and criteria by name: the last part of the address where that is enough, else the address.

    Whole addresses are offered where one is begun.
    """
    seen: set[str] = set()
    for rubric in _asked_rubrics(line):
        nodes = list(rubric.nodes())
        lasts = [node.id.rpartition(".")[2] for node in nodes]
        for node, last in zip(nodes, lasts, strict=True):
            name = node.id if "." in current or lasts.count(last) > 1 else last
            if isinstance(node, wanted) and name not in seen:
                seen.add(name)
                yield rubric, Candidate(name, in_language(node.title, line.lang)), node


def _any_node(current: str, line: Line) -> Iterator[Candidate]:
    return (one for _, one, _ in _nodes(line, current, (Group, Criterion)))


def _criteria(current: str, line: Line) -> Iterator[Candidate]:
    return (one for _, one, _ in _nodes(line, current, (Criterion,)))


def _states(current: str, line: Line) -> Iterator[Candidate]:
    """`needs=`, and behind the sign the levels that the criterion can have."""
    name, sign, _ = current.partition("=")
    for rubric, one, node in _nodes(line, name, (Criterion,)):
        if not sign:
            yield one._replace(text=f"{one.text}=")
        elif one.text == name and isinstance(node, Criterion):
            labels = {level.level: in_language(level.label, line.lang) for level in rubric.scale}
            levels = () if node.measure else rubric.levels_of(node)
            yield from (Candidate(f"{name}={level}", labels.get(level, "")) for level in levels)
            yield from (Candidate(f"{name}={state}", say(line.lang, f"word.{state}")) for state in STATES)


def _changes(current: str, line: Line) -> Iterator[Candidate]:
    """What `whatif` changes: a rating, a weight, and what holds for the rubric as a whole."""
    name, sign, _ = current.partition("=")
    if sign and name == "weights":
        yield from (one._replace(text=f"weights={one.text}") for one in _weight_sets("", line))
    elif sign and name == "aggregate":
        yield from (Candidate(f"aggregate={mean}", say(line.lang, f"word.{mean}")) for mean in AGGREGATES)
    elif current.startswith("weight:"):
        begun = current.removeprefix("weight:")
        yield from (one._replace(text=f"weight:{one.text}=") for one in _any_node(begun, line)) if not sign else ()
    else:
        yield from _states(current, line)
        yield from () if sign else (Candidate(text) for text in ("weights=", "weight:", "aggregate=", "min_coverage="))


def _weight_sets(current: str, line: Line) -> Iterator[Candidate]:
    sets = {name: one for rubric in _asked_rubrics(line) for name, one in rubric.weight_sets.items()}
    return (Candidate(name, in_language(one.title, line.lang)) for name, one in sets.items())


def _bands(current: str, line: Line) -> Iterator[Candidate]:
    bands = {band.id: band for rubric in _asked_rubrics(line) for band in rubric.bands}
    return (Candidate(name, in_language(band.label, line.lang)) for name, band in bands.items())


def _least(current: str, line: Line) -> Iterator[Candidate]:
    """Nodes with a sign of equality; the number behind it is the asker's."""
    if "=" not in current:
        yield Candidate("overall=")
        yield from (one._replace(text=f"{one.text}=") for one in _any_node(current, line))


def _costs(current: str, line: Line) -> Iterator[Candidate]:
    if "=" not in current:
        yield from (one._replace(text=f"{one.text}=") for one in _criteria(current, line))


def _means(current: str, line: Line) -> Iterator[Candidate]:
    return (Candidate(mean, say(line.lang, f"word.{mean}")) for mean in AGGREGATES)


def _varied(current: str, line: Line) -> Iterator[Candidate]:
    return map(Candidate, ("weights", "weights=uniform", "weights=dirichlet:", "levels", "aggregation"))


KINDS: dict[str, Callable[[str, Line], Iterator[Candidate]]] = {
    "INITIATIVE": _initiatives,
    "ID": _initiatives,
    "OLD": _initiatives,
    "NEW": _initiatives,
    "RATER": _initiatives,
    "RUBRIC": _rubrics,
    "NAME": _documents,
    "FILE|FOLDER|ID": _checked,
    "CRITERION": _criteria,
    "CRITERION|GROUP": _any_node,
    "ADDRESS": _any_node,
    "NODE": _any_node,
    "NODE=SCORE": _least,
    "CRITERION=STATE": _states,
    "CRITERION=COST": _costs,
    "CHANGE": _changes,
    "SET": _weight_sets,
    "BAND": _bands,
    "BAND|SCORE": _bands,
    "MEAN": _means,
    "SOURCE": _varied,
}
"""By the name of the value in the usage line."""
