"""Forms made, filled in as people do and read back, and workbooks worked out by LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from kasean_score.cli.form_words import form_words
from kasean_score.errors import InputError
from kasean_score.files.catalog import initiative_in, initiative_tree
from kasean_score.files.forms import open_form
from kasean_score.files.forms.content import content_of, empty_content
from kasean_score.files.forms.form_book import form_book
from kasean_score.files.forms.form_csv import form_csv
from kasean_score.files.texts import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl import Workbook

    from kasean_score.errors import Problem
    from kasean_score.model import Initiative, Rubric

TIMEOUT = 300


def form_of(path: Path, rubrics: Sequence[Rubric], dossier: str | None = None, lang: str = "en") -> Path:
    """Write a form at `path`, a workbook or CSV, with what the dossier at a path says."""
    listed = list(rubrics)
    content = empty_content(listed)
    if dossier is not None:
        file = read_text(dossier)
        content = content_of(initiative_tree(file), initiative_in(file), listed)
    words = form_words(lang)
    if path.suffix == ".csv":
        path.write_text(form_csv(content, listed, words), encoding="utf-8", newline="")
    else:
        path.write_bytes(form_book(content, listed, words))
    return path


def bare(initiative: Initiative) -> Any:
    """An initiative without what ties it to a file: digest, text, places, and what it extends, which is laid under."""

    def placeless(rating: Any) -> Any:
        return rating._replace(place=None, panel=tuple(one._replace(place=None) for one in rating.panel))

    ratings = {
        rubric: {address: placeless(rating) for address, rating in by_address.items()}
        for rubric, by_address in initiative.ratings.items()
    }
    return initiative._replace(sha256="", file=None, keys={}, extends=(), ratings=ratings)


def problems_of(path: Path | str) -> tuple[Problem, ...]:
    """The faults that keep a form from being read."""
    with pytest.raises(InputError) as caught:
        open_form(str(path))
    return caught.value.problems


def told(path: Path) -> list[tuple[str, str]]:
    """The faults of a form by key and place, without the path."""
    return [
        (problem.key, "" if problem.place is None else problem.place.address.removeprefix(str(path)).lstrip(":"))
        for problem in problems_of(path)
    ]


def key_columns(sheet: Any) -> dict[str, int]:
    """The columns of a sheet by the keys below their labels."""
    return {str(cell.value): cell.column for cell in sheet[5] if cell.value}


def row_of(sheet: Any, key: str) -> int:
    """The row whose first cell holds a key."""
    return next(at for at, cell in enumerate(sheet["A"], 1) if cell.value == key)


def fill(sheet: Any, key: str, **values: Any) -> None:
    """Fill in the row of a field or a criterion."""
    columns = key_columns(sheet)
    for name, value in values.items():
        sheet.cell(row_of(sheet, key), columns[name]).value = value


def office() -> str:
    """LibreOffice; a machine that runs the tests for everybody has to have it."""
    found = shutil.which("soffice")
    if found is None:
        if os.environ.get("CI"):
            pytest.fail("soffice is missing: install libreoffice-calc-nogui")
        pytest.skip("soffice (libreoffice-calc-nogui) is not installed")
    return found


def recalculated(folder: Path) -> dict[str, Workbook]:
    """The workbooks in a folder as LibreOffice saves them, with the results of their formulas, by name."""
    program, out, profile = office(), folder / "recalculated", folder / "profile"
    books = sorted(folder.glob("*.xlsx"))
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), *map(str, books)]
    subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
    return {path.name: load_workbook(out / path.name, data_only=True) for path in books}
