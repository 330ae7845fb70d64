"""Tables of ratings: what a column and a cell mean, what is refused and where, and that nothing else is lost."""

from __future__ import annotations

import csv
import io
import os
import pickle
import threading
import tracemalloc
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from files_support import faults, rubric, where, wheres, written
from hypothesis import given, settings
from hypothesis import strategies as st

from kasean_score.errors import InputError, Place
from kasean_score.files.tables import read_table
from kasean_score.model import Initiative, Rating

if TYPE_CHECKING:
    from pathlib import Path

    from kasean_score.model import Rubric

RUBRIC = """\
kind: rubric
id: r
title: R
groups:
  - id: g
    criteria:
      - id: a
      - {id: b, levels: {0: none, 2: some, 4: all}}
  - id: h
    criteria:
      - {id: b}
      - {id: aid, measure: {worst: 0, best: 3000, unit: USD million}}
      - {id: part, measure: {worst: 0, best: 100, unit: {en: percent of trade, ko: 무역 비중}}}
      - {id: plain, measure: {worst: -10, best: 10}}
      - {id: share, measure: {worst: 0, best: 1}}
"""
HEAD = "id,a,aid,part\n"


@pytest.fixture
def small(tmp_path: Path) -> Rubric:
    return rubric(tmp_path, RUBRIC)


class Table:
    """Tables written to one folder and read on one rubric."""

    def __init__(self, folder: Path, small: Rubric) -> None:
        self.folder = folder
        self.rubric = small

    def read(self, text: str | bytes) -> list[Initiative | InputError]:
        return list(read_table(written(self.folder, text, "t.csv"), self.rubric))

    def sound(self, text: str | bytes) -> list[Initiative]:
        read = self.read(text)
        assert [one.problems for one in read if isinstance(one, InputError)] == []
        return [one for one in read if isinstance(one, Initiative)]

    def ids(self, text: str | bytes) -> list[str]:
        return [one.id for one in self.read(text) if isinstance(one, Initiative)]

    def wheres(self, text: str | bytes) -> list[tuple[str, int | None, int | None]]:
        return [where(fault) for one in self.read(text) if isinstance(one, InputError) for fault in one.problems]

    def refused(self, text: str | bytes) -> list[tuple[str, int | None, int | None]]:
        """The faults of a table of which no row can be read."""
        return wheres(lambda: self.read(text))

    def cell(self, column: str, cell: str, delimiter: str = ",") -> Rating | str:
        """The rating that a cell stands for, or the key of its fault."""
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter).writerows([["id", column], ["i", cell]])
        (read,) = self.read(out.getvalue())
        if isinstance(read, InputError):
            (problem,) = read.problems
            assert problem.params["column"] == column
            return problem.key
        (rating,) = read.ratings["r"].values()
        return rating._replace(place=None)


@pytest.fixture
def table(tmp_path: Path, small: Rubric) -> Table:
    return Table(tmp_path, small)


def level(low: int, high: int | None = None) -> Rating:
    return Rating("rated", levels=(low, low if high is None else high))


def value(number: float) -> Rating:
    return Rating("rated", value=number, low=number, high=number)


NOT_RATED, NOT_APPLICABLE = Rating("not_rated"), Rating("not_applicable")


@pytest.mark.parametrize(
    ("cell", "rating"),
    [
        ("3", level(3)), (" 3 ", level(3)), ("3\u00a0", level(3)), ("0", level(0)), ("3.0", level(3)), ("9", level(9)),
        ("2-3", level(2, 3)), ("2 - 3", level(2, 3)), ("2\u20133", level(2, 3)), ("2-2", level(2)),
        ("", NOT_RATED), ("  ", NOT_RATED), ("?", NOT_RATED), ("not_rated", NOT_RATED), ("Not_Rated", NOT_RATED),
        ("x", NOT_APPLICABLE), ("X", NOT_APPLICABLE), ("n/a", NOT_APPLICABLE), ("N/A", NOT_APPLICABLE),
        ("not_applicable", NOT_APPLICABLE),
        ("3-1", "bad-cell.reversed"), ("2.5", "bad-cell.between"), ("03-Feb", "bad-cell.date"),
        ("Feb-03", "bad-cell.date"), ("2/3", "bad-cell.date"), ("2025-02-03", "bad-cell.date"),
        ("02월 03일", "bad-cell.date"), ("na", "bad-cell.level"), ("-", "bad-cell.level"), ("-1", "bad-cell.level"),
        ("3%", "bad-cell.level"), ("two", "bad-cell.level"), ("2,3", "bad-cell.level"), ("3 4", "bad-cell.level"),
        ("٣", "bad-cell.level"), ("=3", "bad-cell.level"), ("1e0", "bad-cell.level"), ("+3", "bad-cell.level"),
    ],
)  # fmt: skip
def test_a_cell_of_a_criterion_is_a_level_a_range_or_a_state(table: Table, cell: str, rating: Rating | str) -> None:
    assert table.cell("a", cell) == rating


@pytest.mark.parametrize(
    ("cell", "rating"),
    [
        ("206", value(206)), (" 206.5 ", value(206.5)), ("-3", value(-3)), ("1e3", value(1000)),
        ("1,234.5", value(1234.5)), ("1,234", value(1234)), ("1,234,567", value(1234567)), ("-1,234.5", value(-1234.5)),
        ("", NOT_RATED), ("?", NOT_RATED), ("x", NOT_APPLICABLE),
        ("1,5", "bad-cell.comma"), ("12,34", "bad-cell.comma"), ("0,123", "bad-cell.comma"),
        ("1.234,5", "bad-cell.comma"), ("1,2345", "bad-cell.comma"), (",5", "bad-cell.comma"),
        ("1234,567", "bad-cell.comma"), ("12 %", "bad-cell.percent"), ("2-3", "bad-cell.value"),
        ("1 234", "bad-cell.value"), ("nan", "bad-cell.value"), ("inf", "bad-cell.value"), ("1e999", "bad-cell.value"),
        ("1e301", "bad-cell.value"), ("USD 5", "bad-cell.value"), ("5x", "bad-cell.value"), ("a,b", "bad-cell.value"),
        (".5", "bad-cell.value"), ("%", "bad-cell.percent"),
    ],
)  # fmt: skip
def test_a_cell_of_a_measure_is_a_number_of_one_reading(table: Table, cell: str, rating: Rating | str) -> None:
    assert table.cell("aid", cell) == rating


@pytest.mark.parametrize(
    ("column", "cell", "rating"),
    [
        ("part", "12 %", value(12)), ("part", "12%", value(12)), ("part", "1,234.5 %", value(1234.5)),
        ("part", "12", value(12)), ("part", "12 %%", "bad-cell.value"), ("part", "%", "bad-cell.value"),
        ("plain", "5 %", value(5)), ("share", "5 %", "bad-cell.percent"), ("share", "0.05", value(0.05)),
        ("aid", "5 %", "bad-cell.percent"),
    ],
)  # fmt: skip
def test_a_percent_sign_is_for_measures_that_count_percent(
    table: Table, column: str, cell: str, rating: Rating | str
) -> None:
    """The unit says percent; or there is none, and goalposts beyond 1 are no shares: there 5 % could be 0.05."""
    assert table.cell(column, cell) == rating


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_one_comma_before_three_digits_is_thousands_only_where_commas_separate_columns(
    table: Table, delimiter: str
) -> None:
    """A table of semicolons comes from where 1,234 is a little more than one."""
    assert table.cell("aid", "1,234", delimiter) == "bad-cell.comma"
    assert table.cell("aid", "1,234.5", delimiter) == value(1234.5)
    assert table.cell("aid", "1,234,567", delimiter) == value(1234567)


def test_columns_are_fields_addresses_and_unique_last_parts_in_any_order(table: Table) -> None:
    head = "h.b,as_of,a,id,owner,stage,type,name,g.b\n"
    (one,) = table.sound(f"{head}1,2025-11,2,i,Korea,launched,policy,Name,4\n")
    assert (one.id, one.name, one.type, one.stage, one.as_of, one.owner) == (
        "i", "Name", "policy", "launched", "2025-11", "Korea",
    )  # fmt: skip
    assert {address: rating.levels for address, rating in one.ratings["r"].items()} == {
        "h.b": (1, 1), "g.a": (2, 2), "g.b": (4, 4),
    }  # fmt: skip


def test_blank_fields_are_absent_and_a_name_is_else_the_id(table: Table) -> None:
    (one,) = table.sound("id,name,type,stage,as_of,owner,a\ni, ,,,,,1\n")
    assert (one.name, one.type, one.stage, one.as_of, one.owner) == ("i", None, None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "id,name,a\ni,X,1-2\n", "id;name;a\ni;X;1-2\n", "id\tname\ta\ni\tX\t1-2\n", "\ufeffid,name,a\ni,X,1-2\n",
        "id,name,a\r\ni,X,1-2\r\n", "id,name,a\ni,X,1-2", ' id , "name" , a \n'.replace('" ', '"') + ' i , "X", 1-2 \n',
        '"id","name","a"\n"i","X","1-2"\n', "\nid,name,a\ni,X,1-2\n".lstrip(), "id,name,a\n\n,,\n\r\ni,X,1-2\n , ,\n",
    ],
)  # fmt: skip
def test_every_way_to_write_a_table_reads_the_same(table: Table, text: str) -> None:
    (one,) = table.sound(text)
    assert (one.id, one.name, one.ratings["r"]["g.a"].levels) == ("i", "X", (1, 2))


def test_a_quoted_cell_may_hold_delimiters_quotes_and_newlines(table: Table) -> None:
    one, two = table.sound('id,name,a\ni,"Say ""hi"",\nthen go",1\nj,Next,2\n')
    assert (one.name, two.id) == ('Say "hi",\nthen go', "j")


def test_a_table_in_korean_is_read_as_it_is(table: Table) -> None:
    (one,) = table.sound("id,name,a\ni,한-아세안 연대구상,1\n")
    assert one.name == "한-아세안 연대구상"


def test_the_digest_is_that_of_the_file(table: Table) -> None:
    text = "\ufeffid,a\r\ni,1\r\nj,2\r\n"
    assert {one.sha256 for one in table.sound(text)} == {sha256(text.encode()).hexdigest()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("empty-table", None, None)]),
        ("id,a\n", [("empty-table.rows", None, None)]),
        ("id,a\n\n,\n", [("empty-table.rows", None, None)]),
        ("a\n1\n", [("table-no-id", 1, 1)]),
        ("id,name\ni,n\n", [("table-no-criteria", 1, 1)]),
        ("id,a,zzzz\ni,1,1\n", [("table-column", 1, 6)]),
        ("id,aidd\ni,1\n", [("table-column.near", 1, 4)]),
        ("id,stagee\ni,1\n", [("table-column.near", 1, 4)]),
        ("id,g\ni,1\n", [("table-column.group", 1, 4)]),
        ("id,b\ni,1\n", [("table-column.ambiguous", 1, 4)]),
        ("id,a,\ni,1,\n", [("table-column.blank", 1, 6)]),
        ("id,a,a\ni,1,1\n", [("table-column.twice", 1, 6)]),
        ("id,a, g.a\ni,1,1\n", [("table-column.twice", 1, 7)]),
        ("id,a,id\ni,1,j\n", [("table-column.twice", 1, 6)]),
        ("name,b,zzzz\ni,1,1\n", [("table-no-id", 1, 1), ("table-column.ambiguous", 1, 6), ("table-column", 1, 8)]),
        ("id,a;b\ni,1\n", [("table-delimiter", 1, 1)]),
        ("id\ta,b\ni,1\n", [("table-delimiter", 1, 1)]),
        ("id,a\ri,1\r", [("table-lines", 1, 1)]),
        ('id,"a\ni,1\n', [("row-quotes", 1, 4)]),
        (b"id,\xb0\xa1\ni,1\n", [("encoding.row", 1, 4)]),
        ("id,a\ni,1\n".encode("utf-16"), [("encoding.utf-16", None, None)]),
        ("x" * 1_000_001, [("row-long", 1, 1)]),
    ],
)  # fmt: skip
def test_a_fault_of_the_head_refuses_the_table(
    table: Table, text: str | bytes, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert table.refused(text) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (",1,2,3", [("row-id", 3, 1)]),
        ("i j,1,2,3", [("bad-id.dots", 3, 1)]),
        ("first,1,2,3", [("duplicate-id", 3, 1)]),
        ("i,1,2", [("row-cells.few", 3, 5)]),
        ("i,1,2,3,4", [("row-cells.many", 3, 9)]),
        ("i,1,2,3,", [("row-cells.many", 3, 9)]),
        ("i, 2.5,1,1", [("bad-cell.between", 3, 4)]),
        ('i,1,"1,5",3', [("bad-cell.comma", 3, 5)]),
        ('i,1, "1,5" ,3', [("row-quotes", 3, 6)]),
        ('i,"1"x,1,1', [("row-quotes", 3, 3)]),
        ('i,"1,1,1', [("row-quotes", 3, 3)]),
        (b"i,1,\xff,3", [("encoding.row", 3, 5)]),
        ("한글,1,2,3", [("bad-id.dots", 3, 1)]),
        ("i,q,w,3", [("bad-cell.level", 3, 3), ("bad-cell.value", 3, 5)]),
        ("first,q,2,3", [("duplicate-id", 3, 1), ("bad-cell.level", 3, 7)]),
        ("i," + "9" * 1_000_001 + ",1,1", [("row-long", 3, 1)]),
    ],
)
def test_a_bad_row_is_reported_and_the_others_are_read(
    table: Table, row: str | bytes, expected: list[tuple[str, int | None, int | None]]
) -> None:
    bad = row if isinstance(row, bytes) else row.encode()
    text = HEAD.encode() + b"first,1,2,3\n" + bad + b"\nlast,4,5,6\n"
    assert table.wheres(text) == expected
    assert table.ids(text) == ["first", "last"]


@pytest.mark.parametrize(
    ("name", "cell", "key"),
    [("type", "polisy", "not-allowed.near"), ("stage", "zzz", "not-allowed"), ("as_of", "30/11/2025", "bad-date")],
)
def test_fields_are_held_to_the_rules_of_a_dossier(table: Table, name: str, cell: str, key: str) -> None:
    """Each time: what was refused once is not taken for read."""
    text = f"id,{name},a\ni,{cell},1\nj, {cell},1\nk,,1\n"
    assert table.wheres(text) == [(key, 2, 3), (key, 3, 4)]
    assert table.ids(text) == ["k"]


def test_a_fault_in_a_row_of_several_lines_is_on_its_own_line(table: Table) -> None:
    text = 'id,name,a\ni,"One\ntwo",q\nj,"x\ny\nz",\'1\n'
    assert table.wheres(text) == [("bad-cell.level", 3, 6), ("bad-cell.level", 6, 4)]


def test_lines_after_a_broken_row_keep_their_numbers(table: Table) -> None:
    """A quote that is never closed costs its own row; so does a line that is too long, or not UTF-8."""
    rows = [b"a,1", b'b,"1', b"c,q", b"d," + b"1" * 1_000_001, b"e,q", b"f,\xff", b"", b"g,q", b'h,"q"', b"k,2"]
    text = b"id,a\n" + b"\n".join(rows) + b"\n"
    assert [(key, line) for key, line, _ in table.wheres(text)] == [
        ("row-quotes", 3),
        ("bad-cell.level", 4),
        ("row-long", 5),
        ("bad-cell.level", 6),
        ("encoding.row", 7),
        ("bad-cell.level", 9),
        ("bad-cell.level", 10),
    ]
    assert table.ids(text) == ["a", "k"]


def test_an_id_is_used_by_the_first_row_that_has_it_even_a_bad_one(table: Table) -> None:
    (_, second) = table.read("id,a\ni,q\ni,1\n")
    assert isinstance(second, InputError)
    assert [(fault.key, fault.params["first"]) for fault in second.problems] == [("duplicate-id", 2)]


def test_repeated_ids_are_found_among_many(table: Table) -> None:
    """Each of 5000 ids twice, the second time in reverse."""
    names = [f"i{n}" for n in range(5000)]
    text = "id,a\n" + "".join(f"{name},1\n" for name in [*names, *reversed(names)])
    read = table.read(text)
    repeated = [one.problems[0] for one in read if isinstance(one, InputError)]
    assert [fault.params["first"] for fault in repeated] == list(range(5001, 1, -1))
    assert len(read) - len(repeated) == 5000


def test_what_is_sound_in_a_bad_row_is_kept_for_finding_more(table: Table) -> None:
    (bad,) = table.read("id,a,aid\ni,q,5\n")
    assert isinstance(bad, InputError)
    assert isinstance(bad.partial, Initiative)
    assert list(bad.partial.ratings["r"]) == ["h.aid"]


def test_the_place_of_every_rating_can_be_asked_for(table: Table) -> None:
    (one,) = table.sound('id,name,a,aid\ni,"A,\nB", 2 ,"1,234"\n')
    places = one.keys["r"]
    assert {name: (at.line, at.column, at.width) for name, at in places.items()} == {
        "g.a": (3, 5, 1),
        "h.aid": (3, 8, 5),
    }
    assert places["h.aid"].excerpt == 'B", 2 ,"1,234"'


def test_an_initiative_can_be_sent_to_another_process_with_its_places(table: Table) -> None:
    (one,) = table.sound('id,name,a\ni,"A,\nB", 2 \n')
    sent = pickle.loads(pickle.dumps(one))
    assert sent == one
    assert sent.keys["r"]["g.a"].excerpt == 'B", 2 '


cells = st.sampled_from(["1", " 2", "1-2", "?", "", "3.0 "]) | st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=6
)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=5),
    st.sampled_from(",;\t"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_the_place_of_a_fault_is_where_the_cell_stands(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], delimiter: str, quoting: Any
) -> None:
    """Whatever stands before it: the text at the place begins with what the fault says was given."""
    folder = tmp_path_factory.mktemp("t")
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n")
    writer.writerows([["id", "name", "a", "h.b"], *([f"i{n}", *row] for n, row in enumerate(rows))])
    path = written(folder, out.getvalue(), "t.csv")
    read = list(read_table(path, rubric(folder, RUBRIC)))
    assert len(read) == len(rows)
    lines = out.getvalue().split("\n")
    for one in read:
        for fault in one.problems if isinstance(one, InputError) else ():
            place = fault.place
            assert isinstance(place, Place)
            assert place.line is not None
            assert place.column is not None
            assert place.excerpt == lines[place.line - 1].rstrip("\r")
            given_text = str(fault.params["given"]).split("\n")[0]
            assert lines[place.line - 1][place.column - 1 :].lstrip('"').lstrip().startswith(given_text[:1])


def test_memory_does_not_grow_with_the_table(table: Table) -> None:
    """Beyond the memory of ids, at most 64 bytes a row: 20,000 further rows of 400 bytes are 8 MB, and add 1.5."""

    def peak(rows: int) -> int:
        path = written(table.folder, "id,name,a\n" + "".join(f"i{n},{'x' * 390},1\n" for n in range(rows)), "big.csv")
        tracemalloc.start()
        for _ in read_table(path, table.rubric):
            pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    few, many = peak(2000), peak(22_000)
    assert many - few < 1_500_000


def test_a_quote_that_never_closes_takes_no_memory_and_no_row_but_its_own(table: Table) -> None:
    """The csv module gives up after 128 KB; the lines it took are read again."""
    text = 'id,a\nbad,"1\n' + "".join(f"i{n},1\n" for n in range(40_000))
    assert len(table.ids(text)) == 40_000
    assert table.wheres(text) == [("row-quotes", 2, 5)]


def test_rows_come_as_they_are_read(table: Table) -> None:
    """The first is given before the last is looked at."""
    path = written(table.folder, "id,a\ni,1\nj,2\n", "t.csv")
    rows = read_table(path, table.rubric)
    first = next(rows)
    assert isinstance(first, Initiative)
    rows.close()  # type: ignore[attr-defined]


def test_a_pipe_is_read_like_a_file(table: Table) -> None:
    pipe = str(table.folder / "pipe.csv")
    os.mkfifo(pipe)
    text = b"id,a\ni,1\nj,2\n"

    def write() -> None:
        with open(pipe, "wb") as stream:
            stream.write(text)

    writer = threading.Thread(target=write)
    writer.start()
    read = list(read_table(pipe, table.rubric))
    writer.join()
    assert [(one.id, one.sha256) for one in read if isinstance(one, Initiative)] == [
        (name, sha256(text).hexdigest()) for name in "ij"
    ]


def test_a_table_that_is_not_there_is_told(table: Table) -> None:
    missing = str(table.folder / "no-such.csv")
    assert [fault.key for fault in faults(lambda: list(read_table(missing, table.rubric)))] == ["no-such-file"]
    assert [fault.key for fault in faults(lambda: list(read_table(str(table.folder), table.rubric)))] == ["is-a-folder"]
