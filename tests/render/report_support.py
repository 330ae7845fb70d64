"""Report documents made from small rubrics and dossiers, and workbooks worked out by LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

import kasean_score
from kasean_score.documents.report import document
from kasean_score.render import Screen
from kasean_score.render.book import workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl import Workbook

    from kasean_score.api import Scorecard
    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.model import Initiative, Rubric

SCREEN = Screen(80)
TIMEOUT = 300


def report_on(*lenses: tuple[Rubric, Sequence[Initiative]], lang: str = "en") -> ReportDoc:
    """The report on initiatives, each on its rubrics."""
    found = [(rubric, [kasean_score.evaluate(rubric, one) for one in ones], None) for rubric, ones in lenses]
    return document(found, {"lang": lang, "simulation": None})


def book_at(path: Path, doc: ReportDoc) -> Path:
    path.write_bytes(workbook(doc, SCREEN))
    return path


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
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "xlsx", "--outdir", str(out), *map(str, sorted(folder.glob("*.xlsx")))]
    subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=True)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Unknown extension|Conditional Formatting extension")  # LibreOffice's bars
        return {path.name: load_workbook(path, data_only=True) for path in sorted(out.glob("*.xlsx"))}


def blocks(sheet: Any) -> list[dict[str, int]]:
    """The columns of each initiative on a sheet of scores, by their labels."""
    found: list[dict[str, int]] = []
    for cell in sheet[5][4:]:
        if cell.value == "Level":
            found.append({})
        if found and cell.value:
            found[-1][cell.value] = cell.column
    return found


def rows_of(sheet: Any) -> dict[str, int]:
    """The rows of the nodes by address, and that of the whole under the empty one."""
    listed = {"": 6}
    for row in range(8, sheet.max_row + 1):
        address = sheet.cell(row, 1).value
        if not address:
            break
        listed[address] = row
    return listed


def figures(sheet: Any, block: dict[str, int]) -> dict[str, list[float | None]]:
    """Score, bounds, coverage, share and points of every node of one initiative."""
    names = ("Score", "Lowest", "Highest", "Coverage", "Share", "Points")
    return {
        address: [None if (value := sheet.cell(row, block[name]).value) == "" else value for name in names]
        for address, row in rows_of(sheet).items()
    }


def expected(card: Scorecard) -> dict[str, list[float | None]]:
    share = None if card.low is None else 1.0
    found: dict[str, list[float | None]] = {"": [card.score, card.low, card.high, card.coverage, share, card.score]}
    for one in card.nodes:
        found[one.node.id] = [one.score, one.low, one.high, one.coverage, one.share, one.contribution]
    return found
