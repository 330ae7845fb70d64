"""Forms for people who use a spreadsheet: a dossier goes out as a workbook or CSV, and comes back as a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import kasean_score.workbooks  # noqa: F401 - it settles how workbooks are read before anything imports openpyxl

if TYPE_CHECKING:
    from kasean_score.files.forms.assembly import Form
    from kasean_score.model import Initiative

__all__ = ["is_book", "is_form", "open_form", "read_form"]

BOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""Endings of workbooks, of which the first is read."""
TABLE = ".csv"


def is_book(ref: str) -> bool:
    """Whether an argument is the path of a workbook."""
    return ref.lower().endswith(BOOKS)


def is_form(path: str) -> bool:
    """Whether the file at `path` is a form: a workbook, or CSV that begins as one does."""
    if is_book(path):
        return True
    if not path.lower().endswith(TABLE):
        return False
    from kasean_score.files.forms.read_csv import begins_form

    return begins_form(path)


def read_form(path: str) -> Initiative:
    """The initiative in the form at `path`. Raises InputError with every fault."""
    return open_form(path).initiative


def open_form(path: str) -> Form:
    """The form at `path` (`-`: standard input), with what it was made for. Raises InputError with every fault."""
    import sys

    from kasean_score.files.forms.container import MAX_FORM
    from kasean_score.files.texts import STDIN, file_faults, sha256_of

    with file_faults(path):
        if path == "-":
            content = sys.stdin.buffer.read(MAX_FORM + 1)
        else:
            with open(path, "rb") as stream:
                content = stream.read(MAX_FORM + 1)
    name, digest = STDIN if path == "-" else path, sha256_of([content])
    if path.lower().endswith(TABLE) or (path == "-" and not content.startswith(b"PK")):
        from kasean_score.files.forms.read_csv import read_csv

        return read_csv(name, content, digest)
    from kasean_score.files.forms.read_book import read_book

    return read_book(name, content, digest)
