"""Writing files so that the old file or the new one is there at any moment, and never a part of one."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from kasean_score.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["replacing", "save", "save_new"]


def save(path: str, content: bytes) -> None:
    """Write a file, over the old one where there is one. Raises InputError (cannot-write)."""
    try:
        with replacing(path) as stream:
            stream.write(content)
    except OSError as error:
        raise _cannot_write(path, error) from None


def save_new(path: str, content: bytes) -> None:
    """Write a file that must not be there yet. Raises InputError (output-exists, cannot-write).

    Two programs that write the same new file at once: one of them is told that it exists.
    """
    try:
        with _beside(path) as (stream, beside):
            stream.write(content)
            _settle(stream)
            _name_unless_taken(beside, path)
    except FileExistsError:
        raise InputError.of("output-exists", path=path) from None
    except OSError as error:
        raise _cannot_write(path, error) from None


@contextmanager
def replacing(path: str) -> Iterator[BinaryIO]:
    """A stream to a new file that appears whole under its name, or the old one stays. Raises OSError.

    Devices and pipes are simply written to; a link keeps pointing at what it points at, and that is replaced.
    """
    if os.path.exists(path) and not stat.S_ISREG(os.stat(path).st_mode):
        with open(path, "wb") as stream:
            yield stream
        return
    path = os.path.realpath(path)
    mode = stat.S_IMODE(os.stat(path).st_mode) if os.path.exists(path) else None
    with _beside(path) as (stream, beside):
        yield stream
        _settle(stream)
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, path)


@contextmanager
def _beside(path: str) -> Iterator[tuple[BinaryIO, str]]:
    """A new file in the folder of `path`, and its name; gone afterwards, unless it was renamed."""
    beside = os.path.join(os.path.dirname(path), f".{os.urandom(6).hex()}.tmp")
    try:
        with open(beside, "xb") as stream:
            yield stream, beside
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _settle(stream: BinaryIO) -> None:
    """So that the name never leads to a file whose content was still on its way to the disk."""
    stream.flush()
    os.fsync(stream.fileno())


def _name_unless_taken(beside: str, path: str) -> None:
    """Give the finished file its name. Raises FileExistsError where something has it.

    A link to it is made, which fails where the name is taken; some file systems know no links.
    """
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.rename(beside, path)


def _cannot_write(path: str, error: OSError) -> InputError:
    return InputError.of("cannot-write", path=path, reason=error.strerror or str(error))
