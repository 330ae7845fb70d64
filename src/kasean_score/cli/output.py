"""Where a command's text goes: the screen, a pipe or a file; whole or not at all."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

from kasean_score.errors import InputError
from kasean_score.files.saving import save
from kasean_score.messages import say

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from kasean_score.model import Initiative, Rubric
    from kasean_score.render import Screen

__all__ = ["emit", "format_of", "paths_of", "put", "refuse_input", "said_wrote", "screen"]

WIDTH = re.compile("[1-9][0-9]{0,8}")
UNBOUNDED = 10_000
"""Cells of a pipe or file: wide enough that nothing wraps."""
NARROWEST = 40
ENDINGS = ("json", "jsonl", "csv", "md")
"""Endings of files that name a format of some command."""


def screen(output: str | None) -> Screen:
    """The terminal's width, else that of COLUMNS, else no bound; colours only on a terminal that wants them."""
    from kasean_score.render import Screen

    to_terminal = output in (None, "-") and sys.stdout.isatty()
    width = os.environ.get("COLUMNS", "")
    cells = min(int(width), UNBOUNDED) if WIDTH.fullmatch(width) else UNBOUNDED
    if to_terminal:
        cells = os.get_terminal_size(sys.stdout.fileno()).columns or cells
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Screen(max(cells, NARROWEST), colour=to_terminal and not plain)


def emit(text: str, output: str | None, lang: str) -> None:
    """Write `text` to the file `output` (None or `-`: standard output). Raises InputError where that fails."""
    if output is None or output == "-":
        put(text)
        return
    save(output, text.encode("utf-8", "backslashreplace"))
    said_wrote(output, lang)


def said_wrote(output: str, lang: str) -> None:
    """Say on stderr that a file was written."""
    from kasean_score.render.phrases import printable

    print(say(lang, "note.wrote", path=printable(output)), file=sys.stderr)


def format_of(output: str | None, formats: Collection[str]) -> str:
    """The one of `formats` that the ending of a file asks for; a table where it names none.

    Raises InputError where the ending names a format that is not among them.
    """
    ending = os.path.splitext(output or "")[1].lower().removeprefix(".")
    if ending in formats:
        return ending
    if ending in ENDINGS:
        raise InputError.of("no-such-format", given=ending, allowed=formats)
    return "table"


def paths_of(documents: Iterable[Rubric | Initiative]) -> Iterator[str]:
    """The files that documents came from, those that they extend included."""
    for document in documents:
        yield from (base.path for base in document.extends)
        if document.file is not None:
            yield document.file.path


def refuse_input(output: str | None, inputs: Iterable[str]) -> None:
    """Raise InputError where `output` is one of the files that were read."""
    if output is None or not os.path.exists(output):
        return
    if any(os.path.exists(path) and os.path.samefile(path, output) for path in inputs):
        raise InputError.of("same-input", path=output)


def put(text: str) -> None:
    """Write all of `text` to standard output. Raises BrokenPipeError however little of it the reader wanted.

    An unbuffered stream (PYTHONUNBUFFERED) would take a part of the text for the whole, hence the loop.
    """
    if sys.__stdout__ is None:
        raise InputError.of("cannot-write.stdout", reason="closed")
    sys.stdout.flush()
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:
        rest = rest[os.write(sys.stdout.fileno(), rest) :]
