"""Sheets to read: how scores are made, what a simulation found, and from which files all of it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases
from kasean_score.render.report_facts import files_of
from kasean_score.render.simulated import varied_text
from kasean_score.render.views.robustness import sheets as robustness_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.documents.robustness_shapes import RobustDoc
    from kasean_score.render.book.page import Page
    from kasean_score.render.sheet import Grid, Line

__all__ = ["method", "provenance", "robustness"]


def method(page: Page, doc: ReportDoc, lang: str) -> None:
    """Scale, bands, means, minimum coverage, rules, limits and weight sets of each rubric."""
    page.widths = {1: 34.0, 2: 110.0}
    row = 1
    for lens in doc["lenses"]:
        rubric = lens["texts"][lang]["rubric"]
        page.line(row, f"{rubric['title']} ({phrases.versioned(rubric['id'], rubric['version'])})", page.look.title)
        if rubric["description"]:
            page.text(row + 1, 2, rubric["description"], boxed=False)
        row += 2
        for line in rubric["method"]:
            if line["heading"]:
                row += 1
                page.line(row, line["text"], page.look.heading)
            else:
                page.text(row, 1, line["label"], font=page.look.bold)
                page.text(row, 2, line["text"])
            row += 1
        row += 2
    page.finish()


def robustness(page: Page, found: RobustDoc, doc: ReportDoc, lang: str) -> None:
    """What the simulation of one lens found: lines, then grids of figures as text."""
    simulation = doc["options"]["simulation"]
    draws, seed = (simulation["draws"], simulation["seed"]) if simulation else (0, 0)
    options = {"lang": lang, "draws": draws, "seed": seed}
    made = {"options": options, "robustness": [found], "left_out": []}
    page.widths = {1: 30.0, **dict.fromkeys(range(2, 12), 15.0)}
    (sheet,) = robustness_sheets(made)  # type: ignore[arg-type]
    page.line(1, sheet.title, page.look.title)
    row = _lines(page, sheet.lines, 3)
    for grid in sheet.grids:
        row = _grid(page, grid, row + 1)
    _lines(page, sheet.notes, row + 1)
    page.finish(tall_from=2)


def _lines(page: Page, lines: tuple[Line, ...], row: int) -> int:
    for at, line in enumerate(lines, row):
        text = f"{line.label}: {line.text}" if line.label else line.text
        page.line(at, text, page.look.bold if line.strong else None)
    return row + len(lines)


def _grid(page: Page, grid: Grid, row: int) -> int:
    if grid.title:
        page.line(row, grid.title, page.look.heading)
        row += 1
    page.head(row, [column.title for column in grid.columns])
    for at, one in enumerate(grid.rows, row + 1):
        for column, text in enumerate(one.cells, 1):
            cell = page.text(at, column, text, font=page.look.bold if one.strong else page.look.plain)
            if column > 1:
                cell.alignment = page.look.centred
    return row + len(grid.rows) + 1


def provenance(page: Page, doc: ReportDoc, lang: str) -> None:
    """The program, the options, and the digest of every file."""
    page.widths = {1: 40.0, 2: 90.0}
    page.line(1, say(lang, "report_book.provenance"), page.look.title)
    page.line(2, say(lang, "report_book.made_of"))
    page.head(4, [say(lang, "report_book.field"), say(lang, "report_book.entry")])
    page.rows(5, list(_entries(doc, lang)))
    page.finish(heads=4, tall_from=4)


def _entries(doc: ReportDoc, lang: str) -> Iterator[list[str | float | None]]:
    tool, schema, simulation = doc["tool"], doc["schema"], doc["options"]["simulation"]
    yield [say(lang, "report_book.program"), f"{tool['name']} {tool['version']}"]
    yield [say(lang, "report_book.schema"), f"{schema['name']} {schema['version']}"]
    if simulation is not None:
        found = next((lens["texts"][lang]["robustness"] for lens in doc["lenses"]), None)
        varied = varied_text(found["varied"], lang) if found else ", ".join(simulation["vary"])
        drawn = say(lang, "robust.draws", draws=f"{simulation['draws']:,}", seed=simulation["seed"])
        yield [say(lang, "report_book.simulation"), f"{varied}; {drawn}"]
    for file in files_of(doc, lang):
        named = phrases.versioned(file.id, file.version)
        yield [f"{say(lang, f'word.{file.kind}')} {named}: sha256", file.sha256]
