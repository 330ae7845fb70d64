"""The files that the arguments of `check` name: bundled ids, files, and everything in a folder that people write."""

from __future__ import annotations

import os
from errno import EACCES
from typing import TYPE_CHECKING

from kasean_score.errors import FileText, InputError, Place, Problem, nearest
from kasean_score.files.forms import is_book
from kasean_score.files.refs import ENDINGS, bundled, bundled_path, is_path, names_in

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["files_of"]

KINDS = ("rubric", "initiative")
BY_NAME = (".csv", ".jsonl", ".xlsx")
"""Endings of files that may hold ratings and may as well hold results: in a folder they are not taken for ratings."""
HERE = (".", "..")
"""Folders that need no slash: nothing else can be meant."""


def files_of(ref: str, passed_over: list[str]) -> Iterator[str | InputError]:
    """The files that a reference names, in their order; those of a folder that are not looked at join `passed_over`."""
    if ref == "-" or not (is_path(ref) or ref in HERE or is_book(ref)):
        path = ref if ref == "-" else next(filter(None, (bundled_path(kind, ref) for kind in KINDS)), None)
        yield path or _unknown(ref)
    elif os.path.isdir(ref):
        yield from _in_folder(ref, passed_over)
    else:
        yield ref


def _in_folder(folder: str, passed_over: list[str]) -> Iterator[str | InputError]:
    names = [name for name in names_in(folder) if not name.startswith((".", "~$"))]
    inside = [os.path.join(folder, name) for name in names if name.lower().endswith(ENDINGS)]
    beside = [os.path.join(folder, name) for name in names if name.lower().endswith(BY_NAME)]
    passed_over += beside
    yield from inside
    if not inside and not os.access(folder, os.R_OK):
        yield InputError(
            [Problem("unreadable", Place(FileText(folder)), {"reason": os.strerror(EACCES), "path": folder})]
        )
    elif not inside:
        yield InputError([Problem("empty-folder", Place(FileText(folder)), {"path": folder})])


def _unknown(ref: str) -> InputError:
    """The fault of a name that is no file and no bundled id."""
    known = [*bundled("rubric"), *bundled("initiative")]
    meant = nearest(ref, known)
    if os.path.exists(ref):
        return InputError.of("unknown-name.path", name=ref)
    return InputError.of("unknown-name.near" if meant else "unknown-name", name=ref, allowed=known, meant=meant)
