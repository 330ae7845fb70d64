"""One raw dossier after another: from files, folders, standard input and JSON Lines, none read before it is wanted.

A dossier is handed on as bytes, so that another process can read it; what cannot be had is given as an error in its
place, and the rest goes on. No more than one dossier of 5 MB is held, however long a stream is.
"""

from __future__ import annotations

import os
import re
import sys
from codecs import BOM_UTF8
from errno import EACCES
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from kasean_score.errors import FileText, InputError, LineText, Place, Problem
from kasean_score.files.catalog import (
    ENDINGS,
    MAX_BYTES,
    STDIN,
    file_faults,
    initiative_in,
    is_lines,
    is_path,
    names_in,
    path_of,
    quick_initiative_in,
    text_of,
    tree_in,
)
from kasean_score.files.reader import document_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.model import Initiative

__all__ = ["Raw", "careful_initiative", "dossiers", "feed", "initiative_of", "size_of"]

LIMIT = MAX_BYTES // 1_000_000
RUBRIC = re.compile(rb"kind[\"']?\s*:\s*[\"']?rubric\b")
"""What every file holds that is plainly a rubric."""
OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
YAML = re.compile(rb"(?:\xef\xbb\xbf)?(?:#|---|%)")
LOOKED_AT = 16
"""Lines of standard input by which JSON Lines are told from one document."""


class Raw(NamedTuple):
    """A dossier as it came: `line` is its number in a file of JSON Lines (else 0), `cut` whether that line is not
    ended, as the last one of a stream that broke off."""

    path: str
    content: bytes
    line: int = 0
    cut: bool = False


def feed(refs: Iterable[str]) -> Iterator[Raw | InputError]:
    """The dossiers that references name, in their order: those of a folder by name, those of JSON Lines by line."""
    for ref in refs:
        if ref == "-":
            yield from _from_stdin()
        elif is_path(ref) and os.path.isdir(ref):
            yield from _in_folder(ref)
        elif is_lines(ref):
            yield from _in_lines(ref)
        else:
            yield _in_file(ref)


def dossiers(refs: Iterable[str]) -> Iterator[Initiative | InputError]:
    """The initiatives in the dossiers of `feed`, read one by one, and what failed."""
    for raw in feed(refs):
        try:
            yield raw if isinstance(raw, InputError) else careful_initiative(raw)
        except InputError as error:
            yield error


def initiative_of(raw: Raw) -> Initiative:
    """The initiative in a raw dossier; one that was read quickly knows no places. Raises InputError."""
    file = _text(raw)
    return quick_initiative_in(file) or _initiative_in(file, raw)


def careful_initiative(raw: Raw) -> Initiative:
    """The initiative in a raw dossier with all its places. Raises InputError."""
    return _initiative_in(_text(raw), raw)


def size_of(refs: Iterable[str]) -> int | None:
    """How many bytes `feed` will read; None where that cannot be told beforehand."""
    total = 0
    for ref in refs:
        try:
            if ref == "-":
                return None
            folder = is_path(ref) and os.path.isdir(ref)
            paths = [os.path.join(ref, name) for name in _documents(ref)] if folder else [path_of(ref, "initiative")]
            total += sum(os.stat(path).st_size for path in paths)
        except (OSError, ValueError, InputError):
            continue
    return total


def _text(raw: Raw) -> FileText:
    file = text_of(raw.path, raw.content)
    if not raw.line:
        return file
    line = LineText(*file)
    line.number = raw.line
    return line


def _initiative_in(file: FileText, raw: Raw) -> Initiative:
    try:
        return initiative_in(file)
    except InputError as error:
        if raw.cut and error.problems[-1].code == "syntax":
            place = Place(file, raw.line, len(file.text) + 1)
            raise InputError([Problem("cut-line", place)]) from None
        raise


def _in_file(ref: str) -> Raw | InputError:
    try:
        path = path_of(ref, "initiative")
        with file_faults(path), open(path, "rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except InputError as error:
        return error
    return Raw(path, content) if len(content) <= MAX_BYTES else _too_large(path)


def _too_large(path: str) -> InputError:
    return InputError([Problem("too-large", Place(FileText(path)), {"limit": LIMIT})])


def _in_folder(folder: str) -> Iterator[Raw | InputError]:
    """The dossiers of a folder; rubrics among them are passed over."""
    empty = True
    for name in _documents(folder):
        found = _in_file(os.path.join(folder, name))
        if isinstance(found, InputError) or not _is_rubric(found):
            empty = False
            yield found
    if not empty:
        return
    place, params = Place(FileText(folder)), {"path": folder}
    if os.access(folder, os.R_OK):
        yield InputError([Problem("empty-folder", place, params)])
    else:
        yield InputError([Problem("unreadable", place, {**params, "reason": os.strerror(EACCES)})])


def _documents(folder: str) -> Iterator[str]:
    return (name for name in names_in(folder) if name.lower().endswith(ENDINGS))


def _is_rubric(raw: Raw) -> bool:
    """Whether a file is plainly a rubric; one that cannot be read is left to be reported."""
    if RUBRIC.search(raw.content) is None:
        return False
    try:
        return document_kind(tree_in(text_of(raw.path, raw.content))) == "rubric"
    except InputError:
        return False


def _in_lines(path: str) -> Iterator[Raw | InputError]:
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


def _from_stdin() -> Iterator[Raw | InputError]:
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
    yield Raw(STDIN, content) if len(content) <= MAX_BYTES else _too_large(STDIN)


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
