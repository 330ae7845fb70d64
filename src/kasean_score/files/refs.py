"""What an argument names: a bundled id, a path, a table or a stream; and where what is bundled lies."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from kasean_score.errors import InputError, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "BOOK",
    "ENDINGS",
    "FOLDERS",
    "LINES",
    "TABLE",
    "bundled",
    "bundled_path",
    "is_lines",
    "is_path",
    "is_table",
    "names_in",
    "path_of",
]

TABLE, LINES, BOOK = ".csv", ".jsonl", ".xlsx"
ENDINGS = (".yaml", ".yml", ".json")
"""Endings of files that hold one document."""
FOLDERS = {"rubric": "rubrics", "initiative": "initiatives"}


def is_path(ref: str) -> bool:
    """Whether an argument is a path (or standard input) and not a bundled id."""
    return ref == "-" or "/" in ref or os.sep in ref or ref.lower().endswith((*ENDINGS, TABLE, LINES, BOOK))


def is_table(ref: str) -> bool:
    """Whether an argument is the path of a table of ratings."""
    return ref.lower().endswith(TABLE)


def is_lines(ref: str) -> bool:
    """Whether an argument is the path of a file of JSON Lines: a dossier a line."""
    return ref.lower().endswith(LINES)


def bundled(kind: str) -> list[str]:
    """The ids of the bundled documents of a kind, in alphabetical order, then those of each folder in theirs."""
    names = [name for folder in _bundled_folders(kind) for name in names_in(folder)]
    return [name.removesuffix(".yaml") for name in names if name.endswith(".yaml")]


def bundled_path(kind: str, name: str) -> str | None:
    """The file of a bundled document, or None where there is none of that id."""
    if is_path(name):
        return None
    paths = (os.path.join(folder, f"{name}.yaml") for folder in _bundled_folders(kind))
    return next((path for path in paths if os.path.isfile(path)), None)


def names_in(folder: str) -> list[str]:
    """The names in a folder in alphabetical order; none where it cannot be listed."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _bundled_folders(kind: str) -> Iterator[str]:
    """The folder of a kind, then those in it: sets of cases of their own."""
    top = _bundled_folder(kind)
    yield top
    yield from filter(os.path.isdir, (os.path.join(top, name) for name in names_in(top)))


@cache
def _bundled_folder(kind: str) -> str:
    """Inside the package where it was installed from a wheel, at the top of the checkout in an editable install."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, FOLDERS[kind])
    checkout = os.path.join(os.path.dirname(os.path.dirname(package)), FOLDERS[kind])
    return installed if os.path.isdir(installed) else checkout


def path_of(ref: str, kind: str) -> str:
    """The file that `ref` names, whether it exists or not, or that of a bundled id. Raises InputError."""
    if is_path(ref):
        return ref
    path = bundled_path(kind, ref)
    if path is None:
        known = bundled(kind)
        meant = nearest(ref, known)
        if os.path.exists(ref):
            raise InputError([Problem(f"unknown-{kind}.path", params={"name": ref, "allowed": known})])
        other = next(name for name in FOLDERS if name != kind)
        if bundled_path(other, ref):
            raise InputError([Problem(f"unknown-{kind}.{other}", params={"name": ref, "allowed": known})])
        message = f"unknown-{kind}.near" if meant else f"unknown-{kind}"
        raise InputError([Problem(message, params={"name": ref, "allowed": known, "meant": meant})])
    return path
