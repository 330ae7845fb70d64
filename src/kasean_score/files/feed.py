"""One raw dossier after another: from files, folders, standard input and JSON Lines, none read before it is wanted.

A dossier is handed on as bytes, so that another process can read it; what cannot be had is given as an error in its
place, and the rest goes on. No more than one dossier of 5 MB is held, however long a stream is.
"""

from __future__ import annotations

import os
import re
from errno import EACCES
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.errors import FileText, InputError, LineText, Place, Problem
from kasean_score.files.catalog import initiative_in, quick_initiative_in, tree_in
from kasean_score.files.reader import document_kind
from kasean_score.files.refs import ENDINGS, is_lines, is_path, names_in, path_of
from kasean_score.files.texts import MAX_BYTES, file_faults, sha256_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.model import Initiative

__all__ = ["Raw", "careful_initiative", "dossiers", "feed", "initiative_of", "size_of", "text_in", "too_large"]

LIMIT = MAX_BYTES // 1_000_000
RUBRIC = rb"kind[\"']?\s*:\s*[\"']?rubric\b"
"""What every file holds that is plainly a rubric."""


class Raw(NamedTuple):
    """A dossier as it came: `line` is its number in a file of JSON Lines (else 0), `cut` whether that line is not
    ended, as the last one of a stream that broke off."""

    path: str
    content: bytes
    line: int = 0
    cut: bool = False

    @property
    def size(self) -> int:
        """How many bytes of the input it takes, the ending of its line among them."""
        return len(self.content) + (self.line > 0 and not self.cut)


def feed(refs: Iterable[str]) -> Iterator[Raw | InputError]:
    """The dossiers that references name, in their order: those of a folder by name, those of JSON Lines by line."""
    for ref in refs:
        if ref == "-" or is_lines(ref):
            from kasean_score.files.lines import in_lines, in_stdin  # most runs name files or bundled dossiers

            yield from in_stdin() if ref == "-" else in_lines(ref)
        elif is_path(ref) and os.path.isdir(ref):
            yield from _in_folder(ref)
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
    file = text_in(raw)
    return quick_initiative_in(file) or _initiative_in(file, raw)


def careful_initiative(raw: Raw) -> Initiative:
    """The initiative in a raw dossier with all its places. Raises InputError."""
    return _initiative_in(text_in(raw), raw)


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


def text_in(raw: Raw) -> FileText:
    """The text of a raw dossier. Raises InputError."""
    if not raw.line:
        return text_of(raw.path, raw.content)
    line = LineText(raw.path, raw.content.decode("utf-8", "replace"), sha256_of([raw.content]))
    line.number = raw.line
    try:
        raw.content.decode()
    except UnicodeDecodeError as error:
        column = len(raw.content[: error.start].decode("utf-8", "replace")) + 1
        raise InputError([Problem("encoding.row", Place(line, raw.line, column))]) from None
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
    return Raw(path, content) if len(content) <= MAX_BYTES else too_large(path)


def too_large(path: str) -> InputError:
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
    if re.search(RUBRIC, raw.content) is None:
        return False
    try:
        return document_kind(tree_in(text_of(raw.path, raw.content))) == "rubric"
    except InputError:
        return False
