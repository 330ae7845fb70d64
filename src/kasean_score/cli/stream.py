"""Any number of dossiers to scorecards, in input order.

Where the format allows it a scorecard is written as soon as it is computed, and memory stays flat however long the
input is; the other formats collect what they need of each scorecard.
"""

from __future__ import annotations

import sys
from contextlib import closing, contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from kasean_score.cli import UNANSWERED
from kasean_score.cli.batch import HEADLINE, LENSES, by_default
from kasean_score.cli.commands import counted
from kasean_score.cli.options import adjusted, restricted, set_ratings
from kasean_score.cli.output import paths_of, refuse_input
from kasean_score.cli.panel import Asking, Chunk, Panel, prepare_for_many
from kasean_score.cli.shared import answer
from kasean_score.cli.tables import initiatives_of
from kasean_score.documents import head
from kasean_score.errors import InputError
from kasean_score.files.catalog import load_rubric
from kasean_score.files.feed import Raw, feed, initiative_of, size_of
from kasean_score.files.refs import is_table
from kasean_score.messages import say
from kasean_score.model import Initiative

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from kasean_score.cli.outlet import Outlet
    from kasean_score.cli.panel import Done, Item
    from kasean_score.cli.progress import Progress
    from kasean_score.documents.shapes import OptionsDoc
    from kasean_score.model import Rating, Rubric

__all__ = ["Request", "answered"]

OPENING = 100
"""Dossiers by whose rubrics the names of nodes in options are understood, where no rubric is named."""
ROWS, BYTES = 64, 256_000
"""Dossiers in a chunk, and roughly how many bytes, so that handing it on costs little."""
SHORT = 64
"""Chunks of a run that is over before garbage could matter."""
STREAMED = ("jsonl", "csv")
"""The formats in which a scorecard stands alone."""
NOTHING = Chunk((), 0)


class Request(NamedTuple):
    """What was typed, parsed as far as it can be without a rubric."""

    refs: Sequence[str]
    rubric_refs: Sequence[str]
    only: Sequence[str]
    changes: Sequence[str]
    power: float | None
    options: OptionsDoc
    form: str
    output: str | None
    bom: bool
    jobs: int


def answered(request: Request) -> None:
    """Score what was asked for and write it; leaves the command with 2 where anything could not be read or scored."""
    refs = request.refs or HEADLINE
    if [*refs, *request.rubric_refs].count("-") > 1:
        raise InputError.of("stdin-twice")
    rubrics, faults = _rubrics(request.rubric_refs)
    items: Iterator[Item] = _items(refs, request.rubric_refs, rubrics)
    if not request.rubric_refs and (request.only or request.changes):
        opening = list(islice(items, OPENING))
        items = chain(opening, items)
        rubrics = [load_rubric(name) for name in _names(opening)]
    asking = _asking(request, rubrics)
    refuse_input(request.output, [*refs, *paths_of(rubrics)])
    panel = Panel(asking)
    chunks = _chunks(items, request.jobs, panel)
    with closing(_done(chunks, panel, request.jobs)) as done:
        _written(request, asking, chain([(NOTHING, panel.work(faults))], done))


def _rubrics(refs: Iterable[str]) -> tuple[list[Rubric], list[InputError]]:
    rubrics, faults = [], []
    for ref in refs:
        try:
            rubrics.append(load_rubric(ref))
        except InputError as error:
            faults.append(error)
    return rubrics, faults


def _items(refs: Iterable[str], rubric_refs: Sequence[str], rubrics: Sequence[Rubric]) -> Iterator[Item]:
    for ref in refs:
        yield from initiatives_of(ref, rubric_refs, rubrics) if is_table(ref) else feed([ref])


def _names(items: Iterable[Item]) -> list[str]:
    """The bundled rubrics that any of some dossiers is scored on by default, the lenses first."""
    found: dict[str, None] = {}
    for item in items:
        try:
            read = initiative_of(item) if isinstance(item, Raw) else item
        except InputError as error:
            read = error
        initiative = read.partial if isinstance(read, InputError) else read
        if isinstance(initiative, Initiative):
            found.update(dict.fromkeys(by_default(initiative)))
    return [*(lens for lens in LENSES if lens in found), *sorted(name for name in found if name not in LENSES)]


def _asking(request: Request, rubrics: Sequence[Rubric]) -> Asking:
    """What is asked, with every name understood. Raises InputError."""
    options = request.options
    addresses: list[str] = []
    changes: list[dict[str, tuple[str, Rating]]] = []
    if rubrics or not request.rubric_refs:
        kept, addresses = restricted(rubrics, request.only)
        weights, share = options["weights"], options["min_coverage"]
        changes = set_ratings([adjusted(x.used, weights, request.power, share) for x in kept], request.changes)
    states = {address: state for by_address in changes for address, (state, _) in by_address.items()}
    return Asking(
        rubrics=tuple(rubrics),
        by_default=not request.rubric_refs,
        only=tuple(request.only),
        changes=tuple(request.changes),
        power=request.power,
        form=request.form,
        options={**options, "only": addresses, "set": states},
        output=request.output,
    )


def _chunks(items: Iterable[Item], jobs: int, panel: Panel) -> Iterator[Chunk]:
    """The dossiers in portions that are worked on at once; alone, one that was read is written without delay.

    What was wrong already, and rows of a table about which there will be something to say, stay in this process.
    """
    held: list[Item] = []
    size = 0
    for item in items:
        if jobs > 1 and not (isinstance(item, Raw) or (isinstance(item, Initiative) and panel.is_sound(item))):
            if held:
                yield Chunk(tuple(held), size)
                held, size = [], 0
            yield Chunk((item,), 0, here=True)
            continue
        held.append(item._replace(keys={}) if jobs > 1 and isinstance(item, Initiative) else item)
        size += item.size if isinstance(item, Raw) else 0
        if len(held) >= ROWS or size >= BYTES or (jobs == 1 and not isinstance(item, Initiative)):
            yield Chunk(tuple(held), size)
            held, size = [], 0
    if held:
        yield Chunk(tuple(held), size)


def _done(chunks: Iterator[Chunk], panel: Panel, jobs: int) -> Generator[tuple[Chunk, Done]]:
    """What came of each chunk; processes are started only where there is more than one."""
    if jobs > 1:
        begun = list(islice(chunks, 2))
        chunks = chain(begun, chunks)
        if len(begun) > 1:
            from kasean_score.cli.workers import worked

            yield from worked(chunks, panel, jobs)
            return
    for number, chunk in enumerate(chunks):
        if number == SHORT:
            prepare_for_many(chunk.items)
        yield chunk, panel.work(chunk.items)


def _written(request: Request, asking: Asking, done: Iterable[tuple[Chunk, Done]]) -> None:
    """Write what comes, report what is wrong, and leave the command with 2 where anything is."""
    lang, form, output = asking.options["lang"], request.form, request.output
    streams = form in STREAMED
    cards = problems = read = dossiers = 0
    documents: list[Any] = []
    faults: list[str] = []
    with _outlet(request, lang) as outlet, _progress(request, lang) as progress:
        for chunk, one in done:
            cards, problems = cards + one.cards, problems + one.problems
            read, dossiers = read + chunk.size, dossiers + len(chunk.items)
            documents += one.documents
            if one.faults and streams:
                if progress is not None:
                    progress.clear()
                sys.stderr.write(one.faults)
            elif one.faults:
                faults.append(one.faults)
            if outlet is not None:
                outlet.write(one.text)
            if progress is not None:
                progress.show(read, dossiers)
    if documents:
        doc = {**head("scorecard"), "options": asking.options, "scorecards": documents}
        answer("scorecard", doc, form, output, lang, bom=request.bom)
    if problems:
        sys.stderr.write("".join(faults))
        counted(problems, lang, say(lang, "note.others", count=cards) if cards else "")
        raise typer.Exit(UNANSWERED)


@contextmanager
def _outlet(request: Request, lang: str) -> Iterator[Outlet | None]:
    """Where a format that streams is written piece by piece; None for one that is written whole at the end."""
    if request.form not in STREAMED:
        yield None
        return
    from kasean_score.cli.outlet import Outlet

    with Outlet(request.output, lang, _head(request)) as outlet:
        yield outlet


def _head(request: Request) -> str:
    if request.form != "csv":
        return ""
    from kasean_score.render.csv import BYTE_ORDER_MARK
    from kasean_score.render.csv_cards import head

    columns = head(simulated=request.options["interval"] is not None)
    return (BYTE_ORDER_MARK if request.bom else "") + columns


@contextmanager
def _progress(request: Request, lang: str) -> Iterator[Progress | None]:
    """The line that says how far a run has come; None where nobody would see it."""
    if not sys.stderr.isatty():
        yield None
        return
    from kasean_score.cli.progress import Progress

    to_screen = request.form in STREAMED and request.output in (None, "-") and sys.stdout.isatty()
    refs = request.refs or HEADLINE
    progress = Progress(lambda: None if any(map(is_table, refs)) else size_of(refs), lang, quiet=to_screen)
    try:
        yield progress
    finally:
        progress.clear()
