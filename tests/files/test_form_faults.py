"""Forms that come back damaged, mistaken or forged: what is wrong, at which cell, and never a traceback."""

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import scoring_support as small
from forms_support import bare, fill, form_of, key_columns, problems_of, row_of, told
from openpyxl import Workbook, load_workbook

import kasean_score
from kasean_score.files.forms import is_book, is_form, open_form, read_form
from kasean_score.files.forms.form_csv import FIRST

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kasean_score.model import Rubric

RUBRIC = small.rubric(
    small.group("g", small.criterion("a"), small.criterion("b"), small.measure("m", 0, 10)),
    small.group("h", small.criterion("a")),
)
DOSSIER = small.initiative(
    {
        "g.a": {"level": 1, "why": "so", "for": ["f1"]},
        "g.b": {"level": [2, 3], "why": {"en": "one", "ko": "하나"}},
        "g.m": {"value": 3},
    },
    facts=[{"id": "f1", "source": "s1", "shows": "something"}],
    sources=[{"id": "s1", "title": "A source"}],
)


@pytest.fixture
def rubric() -> Rubric:
    return small.load_rubric(RUBRIC)


@pytest.fixture
def form(tmp_path: Path, rubric: Rubric) -> Path:
    """A workbook with a dossier of three ratings, a fact and a source."""
    return form_of(tmp_path / "form.xlsx", [rubric], _dossier(tmp_path))


def _dossier(folder: Path) -> str:
    return small._written(str(folder), DOSSIER)


def changed(path: Path, change: Callable[[Any], object]) -> Path:
    """The workbook after somebody did something to it."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def repacked(path: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """The workbook with other parts in its archive."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


# Files that are no workbook to be read


def test_a_file_that_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    for content in (b"", b"row,rubric\n", b"<html><table>"):
        path.write_bytes(content)
        assert told(path) == [("form-not-a-workbook", "")]


@pytest.mark.parametrize(("inside", "key"), [("EncryptedPackage", "form-password"), ("Workbook", "form-old")])
def test_a_container_of_before_2007_is_a_password_or_an_old_workbook(inside: str, key: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000) + inside.encode("utf-16-le") + bytes(2000))
    assert told(path) == [(key, "")]


def test_macros_are_refused_whatever_the_file_is_called(form: Path) -> None:
    assert told(repacked(form, lambda parts: parts.update({"xl/vbaProject.bin": b"x"}))) == [("form-macros", "")]


def test_macros_are_known_by_the_type_of_the_workbook_too(form: Path) -> None:
    types = "[Content_Types].xml"

    def declare(parts: dict[str, bytes]) -> None:
        parts[types] = parts[types].replace(
            b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
        )

    assert told(repacked(form, declare)) == [("form-macros", "")]


@pytest.mark.parametrize(
    ("parts", "ending"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, ".ods"),
        ({"[Content_Types].xml": b"application/vnd.ms-excel.sheet.binary.macro"}, ".xlsb"),
        ({"[Content_Types].xml": b"wordprocessingml", "word/document.xml": b"<a/>"}, ".docx"),
        ({"readme.txt": b"hello"}, ".zip"),
    ],
)
def test_another_kind_of_archive_is_named(parts: dict[str, bytes], ending: str, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    (problem,) = problems_of(path)
    assert (problem.key, problem.params["ending"]) == ("form-other", ending)


def test_a_bomb_is_known_by_its_directory(form: Path) -> None:
    """Of 200 MB of spaces nothing is unpacked."""
    repacked(form, lambda parts: parts.update({"xl/worksheets/sheet9.xml": b" " * 200_000_000}))
    assert form.stat().st_size < 400_000
    assert told(form) == [("form-too-large.unpacked", "")]


def test_a_bomb_that_lies_about_its_size_is_read_only_so_far(form: Path) -> None:
    """The archive's directory says 1,000 bytes, and there are a million."""
    repacked(form, lambda parts: parts.update({"xl/big.xml": b"<!" + b" " * 1_000_000}))
    content = form.read_bytes()
    at = content.rfind(b"xl/big.xml") - 46 + 24
    form.write_bytes(content[:at] + (1000).to_bytes(4, "little") + content[at + 4 :])
    (problem,) = problems_of(form)
    assert problem.key == "form-broken"


def test_too_many_parts_and_too_many_bytes(form: Path, tmp_path: Path) -> None:
    repacked(form, lambda parts: parts.update({f"xl/{at}.xml": b"" for at in range(1001)}))
    assert told(form) == [("form-too-large.unpacked", "")]
    large = tmp_path / "large.xlsx"
    large.write_bytes(b"PK" + bytes(20_000_000))
    assert told(large) == [("form-too-large", "")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_before_it_is_parsed(encoding: str, form: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'.encode(encoding)
    (problem,) = problems_of(repacked(form, lambda parts: parts.update({"xl/styles.xml": bomb})))
    assert (problem.key, problem.params["part"]) == ("form-entities", "xl/styles.xml")


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/worksheets/sheet3.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_damage_is_told_without_a_traceback(part: str, form: Path) -> None:
    for content in (
        b"",
        b"<a>",
        b"\x00\xff",
        b"<worksheet><sheetData><row r='x'><c r='??'/></row></sheetData></worksheet>",
    ):
        repacked(form, lambda parts, content=content: parts.update({part: content}))  # type: ignore[misc]
        with suppress(kasean_score.InputError):
            read_form(str(form))


def test_an_archive_that_was_cut_off(form: Path) -> None:
    content = form.read_bytes()
    for length in (10, 1000, len(content) // 2, len(content) - 5):
        form.write_bytes(content[:length])
        assert told(form) == [("form-broken", "")]


@pytest.mark.parametrize("seed", range(40))
def test_bits_that_flip_never_end_in_a_traceback(seed: int, form: Path) -> None:
    content = bytearray(form.read_bytes())
    for at in range(6):
        content[zlib.crc32(bytes([seed, at])) % len(content)] ^= 1 << (at + seed) % 8
    form.write_bytes(content)
    with suppress(kasean_score.InputError):
        read_form(str(form))


def test_a_row_far_beyond_any_sheet_does_not_make_us_count_to_it(form: Path) -> None:
    name = "xl/worksheets/sheet2.xml"

    def far(parts: dict[str, bytes]) -> None:
        parts[name] = parts[name].replace(b"</sheetData>", b'<row r="99999999999"><c r="A1"/></row></sheetData>')

    assert told(repacked(form, far)) == [("form-too-many-rows", "Identity")]


# A workbook that is no form, or not all of one


def test_a_workbook_that_is_no_form(tmp_path: Path) -> None:
    Workbook().save(tmp_path / "other.xlsx")
    assert told(tmp_path / "other.xlsx") == [("form-not-ours", "")]


def test_a_form_of_a_later_version(form: Path) -> None:
    def later(book: Any) -> None:
        for sheet in book:
            if str(sheet["A1"].value).startswith("kasean-score form 1"):
                sheet["A1"].value = 'kasean-score form 2 {"kind": "identity"}'

    (problem,) = problems_of(changed(form, later))
    assert (problem.key, problem.params["known"]) == ("form-newer", "1")


def test_sheets_may_be_renamed_and_moved_and_others_added(form: Path) -> None:
    before = bare(read_form(str(form)))

    def rename(book: Any) -> None:
        for at, sheet in enumerate(book.worksheets):
            sheet.title = f"시트 {at}"
        book.move_sheet(book.worksheets[2], offset=-2)
        book.create_sheet("My notes")["A1"] = "=1+1"

    assert bare(read_form(str(changed(form, rename)))) == before


@pytest.mark.parametrize(
    ("sheet", "kind"), [("Identity", "identity"), ("r", "rating r"), ("Facts", "fact"), ("Sources", "source")]
)
def test_a_sheet_that_is_needed_and_was_deleted(sheet: str, kind: str, form: Path) -> None:
    (problem,) = problems_of(changed(form, lambda book: book.remove(book[sheet])))
    assert (problem.key, problem.params["sheet"]) == ("form-no-sheet", kind)


def test_a_copy_of_a_sheet_is_not_taken_for_the_sheet(form: Path) -> None:
    assert told(changed(form, lambda book: book.copy_worksheet(book["r"]))) == [("form-sheet-twice", "")]


def test_a_deleted_column_is_missed(form: Path) -> None:
    def delete(book: Any) -> None:
        book["r"].delete_cols(key_columns(book["r"])["confidence"])
        book["Sources"].delete_cols(key_columns(book["Sources"])["title"])

    assert told(changed(form, delete)) == [("form-no-column", "r"), ("form-no-column", "Sources")]


def test_a_deleted_row_of_keys_is_missed(form: Path) -> None:
    assert told(changed(form, lambda book: book["r"].delete_rows(5))) == [("form-no-head", "r")]


def test_columns_may_change_places_and_languages_be_added(form: Path) -> None:
    def move(book: Any) -> None:
        sheet = book["Sources"]
        columns = key_columns(sheet)
        for row in range(5, 8):
            title, url = (sheet.cell(row, columns[name]) for name in ("title", "url"))
            title.value, url.value = url.value, title.value
        rated = book["r"]
        new = rated.max_column + 1
        rated.cell(5, new).value = "why [fr]"
        rated.cell(row_of(rated, "g.b"), new).value = "un"

    read = read_form(str(changed(form, move)))
    assert read.sources["s1"].title == "A source"
    assert read.ratings["r"]["g.b"].why == {"en": "one", "ko": "하나", "fr": "un"}


def test_a_key_that_is_none(form: Path) -> None:
    def rename(book: Any) -> None:
        book["r"].cell(5, key_columns(book["r"])["confidence"]).value = "confidense"
        book["Sources"].cell(5, 30).value = "2025 (my own)"
        book["Sources"].cell(5, 31).value = "id"

    found = told(changed(form, rename))
    assert [key for key, _ in found] == ["form-column.near", "form-no-column", "form-column", "form-column.twice"]


def test_merged_cells_are_named(form: Path) -> None:
    (problem,) = problems_of(changed(form, lambda book: book["r"].merge_cells("D7:D8")))
    assert (problem.key, problem.params["cells"]) == ("form-merged", "D7:D8")
    assert problem.place is not None
    assert problem.place.address == f"{form}:r"


# Entries


def entered(form: Path, sheet: str, cell: str, value: object) -> list[tuple[str, str]]:
    return told(changed(form, lambda book: book[sheet].__getitem__(cell).__setattr__("value", value)))


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "key", "where"),
    [
        ("r", "D7", "=1+1", "form-formula", ""),
        ("Identity", "C8", '="a"&"b"', "form-formula", ""),
        ("r", "D7", "#REF!", "form-error-value", ""),
        ("r", "D7", "high", "wrong-type.whole", ""),
        ("r", "D7", 1.5, "wrong-type.whole", ""),
        ("r", "D7", None, "form-unrated.near", "Evidence!B6"),  # the evidence on it is left alone
        ("r", "E8", 1, "reversed-range", "r!D8"),
        ("r", "E11", 3, "form-no-level", ""),
        ("r", "F9", "three", "wrong-type.number", ""),
        ("r", "I7", "very", "not-allowed", ""),
        ("r", "I11", "high", "form-no-level", ""),
        ("r", "J8", "both", "form-text-twice", ""),
        ("Identity", "C6", None, "form-needed", "Identity!A6"),
        ("Identity", "C6", "no spaces", "bad-id.dots", ""),
        ("Identity", "C11", "club", "not-allowed", ""),
        ("Identity", "C15", "yesterday", "bad-date", ""),
        ("Identity", "A8", "nam", "form-field.near", ""),
        ("Identity", "A8", "-", "form-field", ""),
        ("Identity", "A9", "name", "form-twice", ""),
        ("Evidence", "B6", "g.c", "form-unrated.near", ""),
        ("Evidence", "B6", None, "form-no-criterion", "Evidence!A6"),
        ("Evidence", "A6", "q", "form-rubric", ""),
        ("Evidence", "C6", "perhaps", "not-allowed", ""),
        ("Evidence", "D6", "f2", "unknown-fact", ""),
        ("Evidence", "H6", "and more", "form-fact-and-more", "Evidence!D6"),
        ("Evidence", "B7", "g.a", "missing-field", "Evidence!A7"),
        ("Facts", "B6", "s2", "unknown-source", ""),
        ("Sources", "F6", "www", "bad-url", ""),
    ],
)  # fmt: skip
def test_a_slip_is_reported_at_its_cell(sheet: str, cell: str, value: object, key: str, where: str, form: Path) -> None:
    def enter(book: Any) -> None:
        book[sheet][cell].value = value
        if cell == "A9":
            book[sheet]["C9"].value = "another"

    found = told(changed(form, enter))
    assert (key, where or f"{sheet}!{cell}") in found


def test_all_faults_are_reported_at_once_from_the_first_sheet_to_the_last(form: Path) -> None:
    def spoil(book: Any) -> None:
        book["Sources"]["F6"].value = "www"
        fill(book["r"], "g.a", level=9, confidence="sure")
        fill(book["r"], "h.a", level="not rated")
        book["Identity"]["C6"].value = "?"

    found = [place for _, place in told(changed(form, spoil))]
    assert found == ["Identity!C6", "r!I7", "r!D11", "Sources!F6"]


def test_words_of_the_lists_may_be_those_of_the_file_too(form: Path) -> None:
    """Also a range in one cell, a state by its sign, levels as text, and a date that Excel took for one."""
    import datetime

    def enter(book: Any) -> None:
        fill(book["r"], "g.a", level="1-2", confidence=" High ")
        fill(book["r"], "g.b", level="3", level_to=None)
        fill(book["r"], "h.a", level="not_applicable", why="none there")
        fill(book["Identity"], "as_of", text=datetime.datetime(2025, 3, 1))
        fill(book["Identity"], "period_from", text=2019)
        fill(book["Sources"], "s1", read="only the opening")

    read = read_form(str(changed(form, enter)))
    ratings = read.ratings["r"]
    assert (ratings["g.a"].levels, ratings["g.a"].confidence) == ((1, 2), "high")
    assert (ratings["g.b"].levels, ratings["h.a"].state) == ((3, 3), "not_applicable")
    assert (read.as_of, read.period.start, read.sources["s1"].read) == ("2025-03-01", "2019", "opening")


def test_the_words_of_a_korean_form_are_known_in_whatever_language_it_is_read(tmp_path: Path, rubric: Rubric) -> None:
    path = form_of(tmp_path / "form.xlsx", [rubric], _dossier(tmp_path), "ko")

    def enter(book: Any) -> None:
        fill(book["r"], "g.a", level="미평정", why="찾지 못함")
        fill(book["r"], "g.b", confidence="높음")

    ratings = read_form(str(changed(path, enter))).ratings["r"]
    assert (ratings["g.a"].state, ratings["g.b"].confidence) == ("not_rated", "high")
    assert ratings["g.a"].evidence[0].stance == "for"


def test_evidence_finds_its_criterion_by_the_last_part_where_one_rubric_has_it(form: Path) -> None:
    def cite(criterion: str, rubric: str | None) -> Path:
        def enter(book: Any) -> None:
            fill(book["r"], "h.a", level=2)
            sheet = book["Evidence"]
            columns = key_columns(sheet)
            for key, value in {"rubric": rubric, "criterion": criterion, "source": "s1", "shows": "this"}.items():
                sheet.cell(7, columns[key]).value = value

        return changed(form, enter)

    assert len(read_form(str(cite("b", None))).ratings["r"]["g.b"].evidence) == 1
    assert told(cite("a", "r")) == [("form-which", "Evidence!B7")]


# What goes into a workbook


def test_no_text_of_a_dossier_becomes_a_formula(tmp_path: Path, rubric: Rubric) -> None:
    evil = "=HYPERLINK(1)"
    doc = small.initiative(
        {"g.a": {"level": 1, "why": evil, "evidence": [{"source": "s", "shows": "@x", "at": "-1"}]}},
        name=evil, owner="+1", sources=[{"id": "s", "title": {"en": evil, "ko": "#REF!"}}],
    )  # fmt: skip
    path = form_of(tmp_path / "form.xlsx", [rubric], small._written(str(tmp_path), doc))
    texts = {evil, "@x", "-1", "+1", "#REF!"}
    found = [cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value in texts]
    assert {cell.value for cell in found} == texts
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.quotePrefix for cell in found if str(cell.value)[0] in "=+-@")


def test_a_title_of_a_rubric_is_no_formula_either(tmp_path: Path) -> None:
    title = '=1&"'
    group = small.group("g", small.criterion("c", title=title, question=title), title=title)
    bands = [{"id": "all", "at_least": 0, "label": '"&A1&"'}]
    rubric = small.load_rubric({**small.rubric(group, bands=bands), "title": title})
    sheet = load_workbook(form_of(tmp_path / "form.xlsx", [rubric]))["r"]
    assert [sheet[cell].data_type for cell in ("A2", "B6", "B7")] == ["s", "s", "s"]
    assert '"""&A1&"""' in sheet["A3"].value


def test_only_the_cells_to_fill_in_are_unlocked_and_there_is_no_password(form: Path) -> None:
    book = load_workbook(form)
    for sheet in book:
        assert sheet.protection.sheet
        assert not sheet.protection.password
    sheet = book["r"]
    columns = key_columns(sheet)
    row = row_of(sheet, "g.a")
    unlocked = {cell.column for cell in sheet[row] if not cell.protection.locked}
    assert unlocked == {
        columns[key]
        for key in (
            "level",
            "level_to",
            "confidence",
            "why",
            "why [en]",
            "why [ko]",
            "disputed",
            "disputed [en]",
            "disputed [ko]",
        )
        if key in columns
    }
    assert all(cell.protection.locked for cell in sheet[row_of(sheet, "g")])
    assert not book["Evidence"].cell(50, 2).protection.locked


def test_a_drop_down_offers_the_levels_that_a_criterion_has(tmp_path: Path) -> None:
    rubric = small.load_rubric(
        small.rubric(small.group("g", small.criterion("all"), small.criterion("some", levels={"0": "no", "4": "yes"})))
    )
    book = load_workbook(form_of(tmp_path / "form.xlsx", [rubric], lang="ko"))
    offered: dict[str, list[object]] = {}
    for rule in book["r"].data_validations.dataValidation:
        sheet, _, cells = rule.formula1.removeprefix("=").partition("!")
        values = [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]
        offered |= {str(one): values for one in rule.sqref.ranges}
    assert offered["D7"] == [0, 1, 2, 3, 4, "미평정", "해당 없음"]
    assert offered["D8"] == [0, 4, "미평정", "해당 없음"]
    assert offered["E8"] == [0, 4]
    assert offered["F7"] == ["높음", "보통", "낮음"]


def test_sheets_of_rubrics_with_long_and_like_ids_have_names_of_their_own(tmp_path: Path) -> None:
    ids = ["x" * 40, "X" * 41, "evidence", "history"]
    rubrics = [small.load_rubric({**RUBRIC, "id": name}) for name in ids]
    path = form_of(tmp_path / "form.xlsx", rubrics)
    names = load_workbook(path).sheetnames
    assert len({name.lower() for name in names}) == len(names)
    assert max(map(len, names)) <= 31
    assert changed(path, lambda book: fill(book["Identity"], "id", text="i"))
    changed(path, lambda book: fill(book["Identity"], "name", text="I"))
    assert list(read_form(str(path)).ratings) == ids


def test_a_text_that_fits_into_no_cell_is_refused(tmp_path: Path, rubric: Rubric) -> None:
    doc = small.initiative({"g.a": {"level": 1, "why": "x" * 32_768}})
    with pytest.raises(kasean_score.InputError) as caught:
        form_of(tmp_path / "form.xlsx", [rubric], small._written(str(tmp_path), doc))
    assert caught.value.problems[0].key == "form-text-long"
    assert not (tmp_path / "form.xlsx").exists()


# CSV


@pytest.fixture
def table(tmp_path: Path, rubric: Rubric) -> Path:
    return form_of(tmp_path / "form.csv", [rubric], _dossier(tmp_path))


def test_csv_is_read_in_every_dress_that_programs_give_it(table: Path) -> None:
    text = table.read_text(encoding="utf-8")
    before = bare(read_form(str(table)))
    assert "," not in "".join(line for line in text.splitlines() if line.startswith("rating"))[-30:].replace(",", "")
    for content in (
        b"\xef\xbb\xbf" + text.encode(),
        text.replace("\n", "\r\n").encode(),
        text.replace(",", ";").encode(),
        text.replace(",", "\t").encode(),
        (text + ",".join([""] * len(text.partition("\n")[0].split(","))) + "\n").encode(),
    ):
        table.write_bytes(content)
        assert bare(read_form(str(table))) == before


def test_csv_of_a_korean_excel_is_read_and_said_so(table: Path) -> None:
    before = bare(read_form(str(table)))
    table.write_bytes(table.read_text(encoding="utf-8").encode("cp949"))
    form = open_form(str(table))
    assert bare(form.initiative) == before
    assert [(note.key, note.severity) for note in form.notes] == [("form-cp949", "warning")]


def test_bytes_of_no_encoding_are_refused(table: Path) -> None:
    text = table.read_text(encoding="utf-8")
    table.write_bytes(text.encode() + b"\xff\xff\xff\n")
    assert problems_of(table)[0].key == "encoding"
    table.write_bytes(text.encode("utf-16"))
    assert problems_of(table)[0].key == "encoding.utf-16"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["form-not-a-table"]),
        ("id,needs\nkasi,3\n", ["form-not-a-table"]),
        ("row,rubric,field,text,criterion,level\nidentity,,id,i,,\n", ["form-not-a-table"]),
        ("row,rubric,field,text,criterion\n", ["form-no-column"]),
        ("row,rubric,field,text,criterion,level\nform,,format,kasean-score form 9,,\n", ["form-newer"]),
        ("row,rubric,field,text,criterion,level,levle\n", ["form-column.near"]),
        ("row,rubric,field,text,criterion,level,level\n", ["form-column.twice"]),
        ("row,rubric,field,text,criterion,level\nratings,,,,,\n", ["form-row-kind"]),
        ("row,rubric,field,text,criterion,level\nrating,,,,g.a,1\n", ["form-no-rubric"]),
        ("row,rubric,field,text,criterion,level\nrating,r,,,g.a\n", ["row-cells.few"]),
        ("row,rubric,field,text,criterion,level\nrating,r,,,g.a,1,2\n", ["row-cells.many"]),
        ('row,rubric,field,text,criterion,level\nrating,r,,"x,g.a,1\n', ["row-quotes"]),
    ],
)  # fmt: skip
def test_csv_that_is_no_form(text: str, keys: list[str], table: Path) -> None:
    table.write_text(text, encoding="utf-8")
    assert [problem.key for problem in problems_of(table)] == keys


def test_a_slip_in_csv_is_shown_in_its_line(table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("rating") and ",g.a," in line)
    head = lines[0].split(",")
    assert head[: len(FIRST)] == list(FIRST)
    lines[at] = lines[at].replace("0 Absent", "0 Abwesend")  # what is there to read does not matter
    table.write_text("\n".join(lines).replace("f1,s1", "f1,s2") + "\n", encoding="utf-8")
    ((key, where),) = told(table)
    assert key == "unknown-source"
    line, column = map(int, where.split(":"))
    assert lines[line - 1][column - 1 :].startswith("s1")


def test_what_is_a_form_is_told_by_its_ending_and_its_first_line(table: Path, tmp_path: Path) -> None:
    (tmp_path / "ratings.csv").write_text("id,needs\nkasi,3\n", encoding="utf-8")
    assert is_form(str(table))
    assert not is_form(str(tmp_path / "ratings.csv"))
    assert not is_form(str(tmp_path / "none.csv"))
    assert not is_form("kasi")
    assert is_book("A.XLSX")


def test_a_stream_of_bytes_is_told_apart_without_a_name(form: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = BytesIO(form.read_bytes())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert read_form("-").id == "i"
