"""Dossiers in JSON Lines, one a line, and on standard input, which holds one document or many lines.

No more than a line is read before it is wanted, so that a slow writer sees each result soon.
"""

from __future__ import annotations

import re
import sys
from codecs import BOM_UTF8
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from kasean_score.errors import FileText, InputError, Place, Problem
from kasean_score.files.feed import LIMIT, Raw, too_large
from kasean_score.files.texts import MAX_BYTES, STDIN, file_faults

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["in_lines", "in_stdin"]

OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
YAML = re.compile(rb"(?:\xef\xbb\xbf)?(?:#|---|%)")
LOOKED_AT = 16
"""Lines of standard input by which JSON Lines are told from one document."""


def in_lines(path: str) -> Iterator[Raw | InputError]:
    """The dossiers of a file of JSON Lines, and what could not be had."""
    try:
        with file_faults(path), open(path, "rb") as stream:
            yield from _lines(path, stream)
    except InputError as error:
        yield error


def _lines(path: str, stream: BinaryIO, begun: Iterable[bytes] = ()) -> Iterator[Raw | InputError]:
    """The dossiers in JSON Lines, `begun` being the lines that were read already; blank lines are nothing."""
    number = empty = 0
    for number, line in enumerate(_each_line(stream, begun), 1):
        bare = line.rstrip(b"\r\n")
        if number == 1:
            bare = bare.removeprefix(BOM_UTF8)
        if len(line) > MAX_BYTES:
            yield InputError([Problem("too-large.line", Place(FileText(path), number), {"limit": LIMIT})])
        elif bare.strip():
            yield Raw(path, bare, number, cut=not line.endswith(b"\n"))
        else:
            empty += 1
    if number == empty:
        yield InputError([Problem("empty-file", Place(FileText(path)))])


def _each_line(stream: BinaryIO, begun: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a stream; of one that is longer than a dossier can be, the beginning."""
    for line in chain(begun, iter(lambda: stream.readline(MAX_BYTES + 1), b"")):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_BYTES)
        yield line


def in_stdin() -> Iterator[Raw | InputError]:
    """The one document there is, or those of JSON Lines."""
    stream = sys.stdin.buffer
    begun: list[bytes] = []
    try:
        with file_faults("-"):
            if _are_lines(stream, begun):
                yield from _lines(STDIN, stream, begun)
                return
            head = b"".join(begun)
            content = head + stream.read(max(0, MAX_BYTES + 1 - len(head)))
    except InputError as error:
        yield error
        return
    yield Raw(STDIN, content) if len(content) <= MAX_BYTES else too_large(STDIN)


def _are_lines(stream: BinaryIO, begun: list[bytes]) -> bool:
    """Whether a stream is JSON Lines; the lines that were read to tell are added to `begun`."""
    first = _next_line(stream, begun)
    if YAML.match(first) or not first.endswith(b"\n"):
        return False
    if _is_object(first):
        return bool(_next_line(stream, begun))
    # The first lines may be broken; one of a document is never a dossier of its own.
    while len(begun) < LOOKED_AT and sum(map(len, begun)) < MAX_BYTES and (line := _next_line(stream, begun)):
        if _is_object(line, "ratings"):
            return True
    return False


def _next_line(stream: BinaryIO, begun: list[bytes]) -> bytes:
    """The next line that is not blank."""
    while line := stream.readline(MAX_BYTES + 1):
        begun.append(line)
        if line.strip():
            break
    return line


def _is_object(line: bytes, field: str | None = None) -> bool:
    """Whether a line is a whole JSON object, with that field."""
    import json

    if OBJECT.match(line) is None:
        return False
    try:
        value = json.loads(line.removeprefix(BOM_UTF8))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and (field is None or field in value)
