"""A report as a workbook: what it holds, how it looks, and that text from a file stays text."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest
import scoring_support as small
from openpyxl import load_workbook
from report_support import SCREEN, blocks, book_at, recalculated, report_on, rows_of

import kasean_score
from kasean_score.render.book import workbook
from kasean_score.render.book.page import linkable, shown

if TYPE_CHECKING:
    from pathlib import Path

    from kasean_score.documents.report_shapes import ReportDoc

SHEETS = ["Overview", "Scores r", "Ratings", "Evidence", "Sources", "Criteria", "Method", "Provenance"]
SPIES = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", '=HYPERLINK("http://a.org","x")', "=cmd|'/c calc'!A1"]
"""Texts that a careless program would work out."""


def opened(doc: ReportDoc, **options: Any) -> Any:
    return load_workbook(BytesIO(workbook(doc, SCREEN)), **options)


def dossier(text: str, url: str | None = None, identity: str = "i") -> small.Doc:
    """A dossier that says the same text wherever it can."""
    source = {
        "id": "s",
        "title": text,
        "author": text,
        "publisher": text,
        "note": text,
        **({"url": url} if url else {}),
    }
    item = {"source": "s", "shows": text, "at": text, "note": text}
    rating = {"level": [1, 2], "why": text, "evidence": [item], "disputed": text}
    fields = {"name": text, "summary": text, "owner": text, "rated_by": text, "interest": text, "sources": [source]}
    return small.initiative({"g.a": rating, "g.b": "?"}, **fields, id=identity)


def asking(text: str) -> small.Doc:
    """A rubric that does."""
    levels = {str(level): text for level in range(3)}
    criteria = [small.criterion(name, title=text, question=text, levels=levels) for name in ("a", "b")]
    group = small.group("g", *criteria, title=text, description=text, why_weight=text)
    scale = [{"level": level, "label": text} for level in range(3)]
    bands = [{"id": "high", "label": text, "at_least": 50, "why": text}, {"id": "low", "label": text, "at_least": 0}]
    limits = [{"when": {"criterion": "g.a", "at_most": 1.5}, "band_at_most": "low", "because": text}]
    return small.rubric(group, title=text, description=text, scale=scale, bands=bands, limits=limits)


def small_report(text: str = "A text", url: str | None = None, lang: str = "en") -> ReportDoc:
    return report_on((small.load_rubric(asking(text)), [small.load_initiative(dossier(text, url))]), lang=lang)


def test_a_workbook_has_its_sheets_in_the_order_of_reading() -> None:
    assert opened(small_report()).sheetnames == SHEETS


def test_the_language_is_that_of_the_document() -> None:
    book = opened(small_report(lang="ko"))
    assert book.sheetnames == ["개요", "점수 r", "평정", "근거", "출처", "기준", "방법", "산출 정보"]
    assert book["점수 r"]["A5"].font.name == "Malgun Gothic"
    assert opened(small_report())["Scores r"]["A5"].font.name == "Arial"


def test_a_rubric_alone_has_no_sheet_of_scores() -> None:
    book = opened(report_on((small.load_rubric(asking("A text")), [])))
    assert book.sheetnames == ["Sources", "Criteria", "Method", "Provenance"]


def test_two_initiatives_and_two_lenses_of_long_alike_names_have_sheets_of_their_own() -> None:
    long = "a-rubric-whose-name-goes-on-and-on"
    lenses = []
    for name in (f"{long}-1", f"{long}-2"):
        rubric = small.load_rubric({**asking("A text"), "id": name})
        one = dossier("A text")
        lenses.append((rubric, [small.load_initiative({**one, "ratings": {name: one["ratings"]["r"]}})]))
    book = opened(report_on(*lenses))
    assert len(set(book.sheetnames)) == len(book.sheetnames) == 9
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert {cell.value for cell in book["Overview"]["C"] if cell.data_type == "f"} == {
        f"='{name}'!H6" for name in book.sheetnames[1:3]
    }


def test_the_same_document_is_the_same_bytes_whatever_the_hash_of_texts() -> None:
    doc = small_report()
    assert workbook(doc, SCREEN) == workbook(doc, SCREEN)
    code = (
        "import sys, hashlib\nfrom kasean_score.documents.report import document\nimport kasean_score\n"
        "from kasean_score.render.book import workbook\n"
        "r, i = kasean_score.load_rubric('three-pillars'), kasean_score.load_initiative('kasi')\n"
        "doc = document([(r, [kasean_score.evaluate(r, i)], None)], {'lang': 'ko', 'simulation': None})\n"
        "print(hashlib.sha256(workbook(doc, None)).hexdigest())\n"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_no_part_of_the_archive_tells_when_it_was_made() -> None:
    with ZipFile(BytesIO(workbook(small_report(), SCREEN))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("1980-01-01T00:00:00Z") == 2


@pytest.mark.parametrize("text", SPIES)
def test_text_that_looks_like_a_formula_is_text_everywhere(text: str) -> None:
    book = opened(small_report(text))
    own = {sheet.title for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
    assert own == {"Overview", "Scores r"}
    formulas = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert {text.strip(), f"={text.strip()}"}.isdisjoint(formulas)
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == text.strip()]
    assert len(found) > 20
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in found)


def test_libreoffice_works_out_no_text_from_a_file(tmp_path: Path) -> None:
    lenses = []
    for at, text in enumerate(SPIES):
        one = dossier(text)
        rubric = small.load_rubric({**asking(text), "id": f"r{at}"})
        lenses.append((rubric, [small.load_initiative({**one, "ratings": {f"r{at}": one["ratings"]["r"]}})]))
    book_at(tmp_path / "spies.xlsx", report_on(*lenses))
    book = recalculated(tmp_path)["spies.xlsx"]
    texts = [cell.value for row in book["Ratings"].iter_rows(min_row=2, min_col=8, max_col=8) for cell in row]
    assert [one for one in texts if one and one != "no evidence"] == [text.strip() for text in SPIES]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("two\r\nlines", "two\nlines"),
        ("bell\x07 and escape\x1b[31m", "bell\\x07 and escape\\x1b[31m"),
        ("over\u202eride", "over\\x202eride"),
        ("a\tb", "a b"),
        ("  = 1", "= 1"),
        ("x" * 100_000, "x" * 16_383 + " …"),
    ],
)
def test_a_cell_shows_what_a_program_might_obey(text: str, cell: str) -> None:
    assert shown(text) == cell


def test_a_text_of_a_hundred_thousand_characters_is_cut_and_says_so() -> None:
    book = opened(small_report("_x0041_ " * 15_000))
    cells = [cell.value for row in book["Ratings"].iter_rows(min_row=2) for cell in row if cell.value]
    assert max(map(len, cells)) <= 32_767
    assert any(str(one).endswith(" …") for one in cells)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.org/b?c=d#e", "https://a.org/b?c=d#e"),
        ("http://a.org/가", "http://a.org/%EA%B0%80"),
        ("https://a.org/\"onclick='x'<>", None),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("https://[", None),
        ("https://a.org/" + "b" * 3000, None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, target: str | None) -> None:
    assert linkable(url) == target


def test_links_of_a_workbook_lead_to_the_web_alone() -> None:
    found = []
    for url in ("https://a.org/x", "http://b.org"):
        book = opened(small_report("A text", url))
        found += [
            cell.hyperlink.target for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink
        ]
    assert found == ["https://a.org/x"] * 2 + ["http://b.org"] * 2


def test_sheets_are_ready_to_read_and_to_print() -> None:
    book = opened(small_report())
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_area
    scores = book["Scores r"]
    assert scores.freeze_panes == "E8"
    assert scores.print_title_rows == "$4:$5"
    assert scores.print_title_cols == "$A:$D"
    for name in ("Ratings", "Evidence", "Sources", "Criteria"):
        sheet = book[name]
        assert sheet.auto_filter.ref
        assert sheet.freeze_panes
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.cell(2, 8).alignment.wrap_text


def test_only_weights_and_ratings_can_be_changed() -> None:
    sheet = opened(small_report())["Scores r"]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    open_ = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    rows, (block,) = rows_of(sheet), blocks(sheet)
    ratings = {
        sheet.cell(rows[name], block[label]).coordinate for name in ("g.a", "g.b") for label in ("Level", "to (range)")
    }
    assert open_ == ratings | {f"D{rows[name]}" for name in ("g", "g.a", "g.b")}


def test_a_change_is_pointed_out_beside_what_is_stated(tmp_path: Path) -> None:
    book = load_workbook(book_at(tmp_path / "changed.xlsx", small_report()))
    sheet = book["Scores r"]
    rows, (block,) = rows_of(sheet), blocks(sheet)
    sheet.cell(rows["g.b"], block["Level"]).value = 2
    sheet.cell(rows["g.b"], 4).value = 3
    book.save(tmp_path / "changed.xlsx")
    book_at(tmp_path / "stated.xlsx", small_report())
    found = recalculated(tmp_path)
    assert str(found["stated.xlsx"]["Scores r"]["A3"].value).startswith("As stated: ")
    changed = found["changed.xlsx"]["Scores r"]
    assert str(changed["A3"].value).startswith("2 of the weights and ratings were changed here")
    assert [changed.cell(6, block[name]).value for name in ("Score", "Score as stated")] == [93.75, 75]


def test_evidence_has_a_row_for_each_item_and_sources_one_for_each_source() -> None:
    rubrics = [kasean_score.load_rubric(name) for name in ("reset-plan", "three-pillars")]
    ones = [kasean_score.load_initiative(name) for name in ("kasi", "nsp")]
    book = opened(report_on(*((rubric, ones) for rubric in rubrics)), read_only=True)
    items = [
        item
        for one in ones
        for name in ("reset-plan", "three-pillars")
        for rating in one.ratings[name].values()
        for item in rating.evidence
    ]
    cited = {item.source for item in items} | {source for rubric in rubrics for source in rubric.sources}
    assert sum(1 for _ in book["Evidence"].iter_rows()) == 1 + len(items)
    assert sum(1 for _ in book["Sources"].iter_rows()) == 1 + len(cited)
    book.close()


def test_provenance_has_the_digest_of_every_file() -> None:
    doc = small_report()
    texts = doc["lenses"][0]["texts"]["en"]
    digests = {texts["rubric"]["sha256"], texts["scorecards"][0]["initiative"]["sha256"]}
    assert digests <= {str(cell.value) for cell in opened(doc)["Provenance"]["B"]}


def test_a_score_that_rests_on_too_little_is_marked_wherever_it_stands() -> None:
    book = opened(small_report())
    for name, cells in (("Overview", "C7"), ("Scores r", "H6:H10")):
        rules = [
            rule for found in book[name].conditional_formatting if str(found.sqref) == cells for rule in found.rules
        ]
        (mark,) = (rule for rule in rules if rule.dxf and rule.dxf.numFmt)
        assert mark.dxf.numFmt.formatCode == '0.0"?"'
        score, rated = ("C7", "H7") if name == "Overview" else ("H6", "K6")
        assert mark.formula == [f"AND(ISNUMBER({score}),N({rated})<0.65-1E-09)"]
