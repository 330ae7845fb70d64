"""The text of a file, or of standard input, with the digest of its bytes; and what can go wrong on the way."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

from kasean_score.errors import FileText, InputError, Place, Problem, nearest
from kasean_score.files.refs import BOOK, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["MAX_BYTES", "STDIN", "fast_digests", "file_faults", "read_text", "sha256_of", "text_of"]

MAX_BYTES = 5_000_000
STDIN = "<stdin>"
BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def read_text(path: str, cited: Place | None = None, limit: int = MAX_BYTES) -> FileText:
    """The text of a file (`-`: standard input) of up to `limit` bytes, unparsed. Raises InputError.

    `cited` is where another file names it.
    """
    with file_faults(path, cited):
        if path == "-":
            return _decoded(STDIN, sys.stdin.buffer, limit)
        with open(path, "rb") as stream:
            return _decoded(path, stream, limit)


@contextmanager
def file_faults(path: str, cited: Place | None = None) -> Iterator[None]:
    """What opening or reading the file at `path` raises, as an InputError."""
    try:
        yield
    except IsADirectoryError:
        _refuse("is-a-folder", path, cited)
    except FileNotFoundError:
        folder, name = os.path.split(path)
        siblings = names_in(folder or ".")
        stems = {os.path.splitext(sibling)[0]: sibling for sibling in siblings}
        meant = stems.get(nearest(os.path.splitext(name)[0], stems) or "")
        near = os.path.join(folder, meant) if meant else None
        _refuse("no-such-file.near" if near else "no-such-file", path, cited, meant=near)
    except (OSError, ValueError) as error:
        _refuse("unreadable", path, cited, reason=getattr(error, "strerror", None) or str(error))


def _refuse(key: str, path: str, cited: Place | None, **params: object) -> NoReturn:
    raise InputError([Problem(key, cited or Place(FileText(path)), {"path": path, **params})])


def sha256_of(pieces: Iterable[bytes]) -> str:
    """The digest of a file's bytes in hexadecimal.

    By the interpreter's own module where it has one (3.12 on, before), else hashlib, which loads OpenSSL: that takes
    longer than the digests of a few files. The standard library's random does the same.
    """
    digest = _sha256()()
    for piece in pieces:
        digest.update(piece)
    return str(digest.hexdigest())


def fast_digests() -> None:
    """From here on take digests by hashlib, which is five times as fast, but slow to load."""
    import_module("hashlib")
    _sha256.cache_clear()


@cache
def _sha256() -> Any:
    for name in ("hashlib",) if "hashlib" in sys.modules else ("_sha2", "_sha256"):
        try:
            return import_module(name).sha256
        except ImportError:
            continue
    return import_module("hashlib").sha256


def _decoded(path: str, stream: BinaryIO, limit: int) -> FileText:
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise InputError([Problem("too-large", Place(FileText(path)), {"limit": limit // 1_000_000})])
    return text_of(path, content)


def text_of(path: str, content: bytes) -> FileText:
    """The text of a file that was read as bytes. Raises InputError where it is not UTF-8."""
    digest = sha256_of([content])
    text = content.removeprefix(BOM_UTF8)
    try:
        return FileText(path, text.decode(), digest)
    except UnicodeDecodeError as error:
        if path.lower().endswith(BOOK):
            raise InputError([Problem("is-a-form", Place(FileText(path)), {"path": path})]) from None
        guess = BYTE_ORDER_MARKS.get(content[:2], "")
        line = text[: error.start].count(b"\n") + 1
        shown = FileText(path, text.decode("utf-8", "replace"))
        key = "encoding.utf-16" if guess else "encoding"
        raise InputError([Problem(key, Place(shown, None if guess else line), {"encoding": guess})]) from None
