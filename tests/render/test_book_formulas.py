"""The formulas of a workbook, worked out by LibreOffice, come to what `evaluate` does, also after changes."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any

import scoring_support as small
from openpyxl import load_workbook
from random_lenses import RandomLens, weights
from report_support import blocks, book_at, expected, figures, recalculated, report_on, rows_of

import kasean_score
from kasean_score.files.refs import bundled
from kasean_score.model import in_language

if TYPE_CHECKING:
    from pathlib import Path

    from kasean_score.api import Scorecard

CLOSE = 1e-9
SEED, PER_BOOK, BOOKS = 20251124, 10, 4
STATUS = {"holds": "holds", "possible": "could hold", "clear": "does not hold"}


def same(found: Any, wanted: Any) -> bool:
    if isinstance(found, float | int) and isinstance(wanted, float | int):
        return isclose(found, wanted, rel_tol=CLOSE, abs_tol=CLOSE)
    return (found or None) == (wanted or None)


def check(book: Any, name: str, cards: list[Scorecard]) -> None:
    """Every figure, band and limit of a sheet of scores."""
    sheet = book[name]
    for block, card in zip(blocks(sheet), cards, strict=True):
        found, wanted = figures(sheet, block), expected(card)
        assert found.keys() == wanted.keys()
        differing = {
            one: (found[one], wanted[one])
            for one in wanted
            if not all(same(a, b) for a, b in zip(found[one], wanted[one], strict=True))
        }
        assert differing == {}, name
        labels = {band.id: in_language(band.label, "en") for band in card.rubric.bands}
        labels["not_demonstrated"] = "not demonstrated"
        bands = [sheet.cell(7, block[label]).value or None for label in ("Score", "Lowest", "Highest")]
        ends = card.verdict.bounds or (None, None)
        assert bands == [labels[card.verdict.band], *(end and labels[end] for end in ends)], name
        first = max(rows_of(sheet).values()) + 3
        status = [sheet.cell(first + at, block["Score"]).value for at in range(len(card.limits))]
        assert status == [STATUS[one.status] for one in card.limits], name


def test_a_workbook_shows_the_scores_of_every_bundled_dossier_and_says_them_without_being_worked_out(
    tmp_path: Path,
) -> None:
    """What stands beside the formulas, for programs that work nothing out, is what they come to."""
    rubrics = [kasean_score.load_rubric(name) for name in bundled("rubric")]
    dossiers = [kasean_score.load_initiative(name) for name in bundled("initiative")]
    lenses = [(rubric, [one for one in dossiers if one.rated_under(rubric)]) for rubric in rubrics]
    lenses = [lens for lens in lenses if lens[1]]
    path = book_at(tmp_path / "stated.xlsx", report_on(*lenses))
    bare = load_workbook(path)
    bare.save(path)  # drops what formulas come to: LibreOffice has to work all of it out
    book = recalculated(tmp_path)["stated.xlsx"]
    stated = load_workbook(book_at(tmp_path / "stated.xlsx", report_on(*lenses)), data_only=True)
    for rubric, ones in lenses:
        check(book, f"Scores {rubric.id}", [kasean_score.evaluate(rubric, one) for one in ones])
        check(stated, f"Scores {rubric.id}", [kasean_score.evaluate(rubric, one) for one in ones])
    compared, hidden = 0, 0
    for sheet in bare:
        edge = max((max(block.values()) for block in blocks(sheet)), default=0)
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            known, came = stated[sheet.title][cell.coordinate].value, book[sheet.title][cell.coordinate].value
            assert not str(came).startswith("#"), (sheet.title, cell.coordinate)
            if sheet.title.startswith("Scores ") and (cell.column or 0) > edge:
                hidden += 1
                continue
            assert same(known, came), (sheet.title, cell.coordinate, known, came)
            compared += 1
    assert compared > 2000
    assert hidden > 2000


def test_changed_weights_and_ratings_give_what_a_rubric_and_dossiers_with_them_would(tmp_path: Path) -> None:
    """Random trees under every mean; weights that become zero, and zeros that become some, are among the changes."""
    cases = {
        f"{book}.xlsx": [RandomLens(SEED + PER_BOOK * book + at) for at in range(PER_BOOK)] for book in range(BOOKS)
    }
    for name, lenses in cases.items():
        made = []
        for lens in lenses:
            rubric = small.load_rubric(lens.rubric)
            ones = [dossier(lens, ratings, f"i{at}") for at, ratings in enumerate(lens.ratings)]
            made.append((rubric, ones))
        book = load_workbook(book_at(tmp_path / name, report_on(*made)))
        for lens in lenses:
            enter(book[f"Scores {lens.rubric['id']}"], lens)
        book.save(tmp_path / name)
    for name, book in recalculated(tmp_path).items():
        for lens in cases[name]:
            rubric = small.load_rubric(lens.new_rubric)
            ones = [dossier(lens, ratings, f"i{at}") for at, ratings in enumerate(lens.new_ratings)]
            check(book, f"Scores {rubric.id}", [kasean_score.evaluate(rubric, one) for one in ones])
            check_overview(book, lens)


def dossier(lens: RandomLens, ratings: dict[str, Any], identity: str) -> Any:
    made = small.initiative(ratings, id=identity)
    return small.load_initiative({**made, "ratings": {lens.rubric["id"]: made["ratings"]["r"]}})


def enter(sheet: Any, lens: RandomLens) -> None:
    """Change the weights and ratings of a sheet, as a reader does."""
    rows = rows_of(sheet)
    for address, weight in weights(lens.new_rubric["groups"]):
        sheet.cell(rows[address], 4).value = weight
    for block, ratings in zip(blocks(sheet), lens.new_ratings, strict=True):
        for address, rating in ratings.items():
            for label, value in entered(rating).items():
                if label in block:
                    sheet.cell(rows[address], block[label]).value = value


def entered(rating: Any) -> dict[str, Any]:
    made: dict[str, Any] = dict.fromkeys(("Level", "to (range)", "Value", "Lowest value", "Highest value"))
    if rating in ("?", "-"):
        return {**made, "Level": {"?": "not rated", "-": "not applicable"}[rating]}
    if isinstance(rating, dict):
        names = {"value": "Value", "low": "Lowest value", "high": "Highest value"}
        return {**made, **{names[key]: value for key, value in rating.items()}}
    first, last = rating if isinstance(rating, list) else (rating, None)
    return {**made, "Level": first, "to (range)": last}


def check_overview(book: Any, lens: RandomLens) -> None:
    """The first sheet shows the changed figures, and ranks by them."""
    sheet, scores = book["Overview"], book[f"Scores {lens.rubric['id']}"]
    start = next(cell.row for cell in sheet["A"] if cell.value == f"Rubric ({lens.rubric['id']})")
    shown = {sheet.cell(row, 1).value: [cell.value for cell in sheet[row]] for row in (start + 2, start + 3)}
    found = {name.rpartition("(")[2].rstrip(")"): cells for name, cells in shown.items()}
    whole = [scores.cell(6, block["Score"]).value for block in blocks(scores)]
    totals = [None if one == "" else one for one in whole]
    for at, total in enumerate(totals):
        cells = found[f"i{at}"]
        assert same(cells[2], total)
        above = [one for one in totals if one is not None and total is not None and one > total + 1e-9]
        assert same(cells[1], None if total is None else 1 + len(above))
