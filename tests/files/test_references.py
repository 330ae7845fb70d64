"""References in CSL-JSON: what is taken from Zotero's export, what is written, and that nothing is lost between."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from files_support import faults, wheres, written
from hypothesis import given
from hypothesis import strategies as st

from kasean_score.files.catalog import load_initiative
from kasean_score.files.csl_dates import BadDateError, date_in
from kasean_score.files.csl_texts import legal_id
from kasean_score.files.fields import SOURCE_KINDS
from kasean_score.files.kinds import DOTTED_ID
from kasean_score.files.references import read_csl, to_csl
from kasean_score.files.refs import bundled
from kasean_score.model import Source
from kasean_score.render.problems import full

if TYPE_CHECKING:
    from pathlib import Path

ZOTERO = """\
[
  {
    "id": "http://zotero.org/users/123/items/AB12CD34",
    "type": "article-journal",
    "container-title": "Journal of <i>ASEAN</i> Studies",
    "publisher": "A press",
    "DOI": "https://doi.org/10.1355/cs44-1a",
    "language": "en-US",
    "title": "Korea and <i>ASEAN</i>",
    "volume": "44",
    "author": [
      {"family": "Beeck", "given": "Anna", "non-dropping-particle": "van"},
      {"family": "김", "given": "민지"},
      {"literal": "ASEAN Secretariat"}
    ],
    "accessed": {"date-parts": [["2025", 1, 2]]},
    "issued": {"date-parts": [["2022", 4]]}
  },
  {
    "id": "kim2024",
    "citation-key": "kim:2024/a",
    "type": "report",
    "note": "kind: government\\nread: full\\nPMID: 12\\nParaphrased title.",
    "publisher": "Ministry of Foreign Affairs",
    "URL": "https://www.mofa.go.kr/x?y=1",
    "DOI": "10.1/x",
    "title": "한-아세안 연대구상",
    "issued": {"date-parts": [["2024", "10", "9"]]}
  }
]
"""


def read(folder: Path, items: Any) -> tuple[Source, ...]:
    return read_csl(written(folder, json.dumps(items), "refs.json"))


def one(folder: Path, **fields: Any) -> Source:
    (source,) = read(folder, [{"id": "a", "type": "document", "title": "T", **fields}])
    return source


def test_zoteros_export_is_read_into_sources(tmp_path: Path) -> None:
    first, second = read_csl(written(tmp_path, ZOTERO, "refs.json"))
    assert first == Source(
        "AB12CD34",
        "Korea and ASEAN",
        author="Anna van Beeck; 김민지; ASEAN Secretariat",
        publisher="Journal of ASEAN Studies",
        date="2022-04",
        url="https://doi.org/10.1355/cs44-1a",
        language="en-US",
        kind="scholarly",
    )
    assert second == Source(
        "kim-2024-a",
        "한-아세안 연대구상",
        publisher="Ministry of Foreign Affairs",
        date="2024-10-09",
        url="https://www.mofa.go.kr/x?y=1",
        kind="government",
        read="full",
        note="Paraphrased title.",
    )


@pytest.mark.parametrize("name", ["items", "references"])
def test_a_list_inside_a_mapping_is_read_too(name: str, tmp_path: Path) -> None:
    """As the web API of Zotero has it, and the YAML of Pandoc written as JSON."""
    assert read(tmp_path, {"x": 1, name: [{"id": "a", "title": "T"}]}) == (Source("a", "T"),)


# Ids


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("kim-2024.b_1", "kim-2024.b_1"),
        ("kim 2024", "kim-2024"),
        ("http://zotero.org/groups/1/items/AB/", "AB"),
        (12, "12"),
    ],
)
def test_an_id_is_made_legal(given: object, made: str, tmp_path: Path) -> None:
    assert one(tmp_path, id=given).id == made


def test_ids_that_lose_their_letters_stay_apart_and_the_same(tmp_path: Path) -> None:
    names = ["김2023", "이2023", "김", "Kim2023-김"]
    ids = [source.id for source in read(tmp_path, [{"id": name, "title": "T"} for name in names])]
    assert len(set(ids)) == len(names)
    assert ids == [source.id for source in reversed(read(tmp_path, [{"id": x, "title": "T"} for x in names[::-1]]))]


@given(st.text(min_size=1).filter(str.strip))
def test_any_id_becomes_a_legal_one(name: str) -> None:
    assert DOTTED_ID.fullmatch(legal_id(name))


# Kinds


@pytest.mark.parametrize(
    ("sort", "kind"),
    [
        ("article-journal", "scholarly"),
        ("book", "scholarly"),
        ("journal-article", "scholarly"),
        ("article-newspaper", "news"),
        ("legislation", "government"),
        ("dataset", "statistics"),
        ("report", "other"),
        ("webpage", "other"),
        ("no-such-type", "other"),
        (None, "other"),
        (["book"], "other"),
    ],
)
def test_the_type_tells_the_kind_only_where_it_says_who_speaks(sort: Any, kind: str, tmp_path: Path) -> None:
    assert one(tmp_path, type=sort).kind == kind


def test_a_line_in_the_note_says_more_than_the_type(tmp_path: Path) -> None:
    assert one(tmp_path, type="book", note="Kind: asean").kind == "asean"


# Dates


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[2024, 10, 9]]}, "2024-10-09"),
        ({"date-parts": [["2024", "2"]]}, "2024-02"),
        ({"date-parts": [["2024"]]}, "2024"),
        ({"date-parts": [[2024, 5, 1], [2024, 6]]}, "2024-05-01"),
        ({"date-parts": [[2024, 22]]}, "2024"),
        ({"date-parts": [[2024, 3]], "season": 1}, "2024"),
        ({"date-parts": [[2024, 0, 0]]}, "2024"),
        ({"date-parts": [[None]]}, None),
        ({"raw": "2024-10-09T10:00:00Z"}, "2024-10-09"),
        ({"raw": "2024/5/9"}, "2024-05-09"),
        ({"literal": "2024. 5. 9."}, "2024-05-09"),
        ({"literal": "May 2024"}, "2024"),
        ({"literal": "n.d."}, None),
        ({"literal": "2019 or 2020"}, None),
        ({"edtf": "2024-05~"}, "2024-05"),
        ("2024-05-XX", "2024-05"),
        ("2024-05/2024-07", "2024-05"),
        ("2024/..", "2024"),
        (2024, "2024"),
        ({}, None),
        (None, None),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(issued: Any, date: str | None, tmp_path: Path) -> None:
    assert one(tmp_path, issued=issued).date == date


@pytest.mark.parametrize(
    "issued",
    [
        {"date-parts": [[2024, 25]]},
        {"date-parts": [[2024, 2, 30]]},
        {"date-parts": [["MMXX"]]},
        {"date-parts": [[2024, 1, 1, 1]]},
        {"date-parts": [2024]},
        {"date-parts": []},
        {"date-parts": [[0]]},
        {"date-parts": [[20245]]},
        {"raw": "2024-02-30"},
        [2024],
        True,
    ],
)
def test_a_date_that_cannot_be_is_a_fault(issued: Any, tmp_path: Path) -> None:
    (problem,) = faults(lambda: one(tmp_path, issued=issued))
    assert problem.key == "csl-date"


@given(st.text())
def test_no_text_of_a_date_brings_the_reader_down(text: str) -> None:
    with suppress(BadDateError):
        date_in(text)


# Other fields


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"URL": " https://a.org/x "}, "https://a.org/x"),
        ({"DOI": "10.1234/ab"}, "https://doi.org/10.1234/ab"),
        ({"URL": "ftp://a.org", "DOI": "doi:10.1234/ab"}, "https://doi.org/10.1234/ab"),
        ({"URL": "", "DOI": "none"}, None),
    ],
)
def test_the_address_is_the_url_or_that_of_the_doi(fields: dict[str, str], url: str | None, tmp_path: Path) -> None:
    assert one(tmp_path, **fields).url == url


@pytest.mark.parametrize(
    ("sort", "publisher"),
    [("article-newspaper", "Paper"), ("webpage", "Paper"), ("report", "House"), ("chapter", "House")],
)
def test_the_publisher_is_what_people_call_so(sort: str, publisher: str, tmp_path: Path) -> None:
    assert one(tmp_path, type=sort, publisher="House", **{"container-title": "Paper"}).publisher == publisher


def test_fields_that_nothing_is_known_of_are_passed_over(tmp_path: Path) -> None:
    extra = {"x": {"y": [1]}, "custom": {"other": 1}, "keyword": "a, b", "author": []}
    assert one(tmp_path, **extra) == Source("a", "T")


# Faults


def test_every_fault_is_reported_with_its_place(tmp_path: Path) -> None:
    text = """\
[
  {"type": "book", "title": "no id"},
  {"id": "a", "title": " "},
  3,
  {"id": "a b", "title": "T", "author": "Kim", "issued": {"date-parts": [[2024, 40]]}},
  {"id": "a/b", "title": ["T"], "URL": "nowhere", "note": "kind: goverment"},
  {"id": "c", "title": "T", "author": ["Kim"]},
  {"id": "c", "title": "T", "title": "U"},
  {"id": "d", "itemType": "book"}
]
"""
    path = written(tmp_path, text, "refs.json")
    assert wheres(lambda: read_csl(path)) == [
        ("csl-no-id", 2, 3),
        ("csl-no-title", 3, 3),
        ("csl-not-an-item", 4, 3),
        ("csl-author", 5, 41),
        ("csl-date", 5, 58),
        ("csl-id-twice.made", 6, 10),
        ("wrong-type.text", 6, 26),
        ("bad-url", 6, 40),
        ("not-allowed.near", 6, 59),
        ("csl-author", 7, 40),
        ("csl-id-twice", 8, 10),
        ("duplicate-key", 8, 29),
        ("csl-other-json", 9, 3),
    ]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("@book{a, title = {T}}", "csl-not-json"),
        ("TY  - JOUR", "csl-not-json"),
        ("", "empty-file"),
        ("{}", "csl-not-a-list"),
        ('{"items": 3}', "csl-not-a-list"),
        ("[{]", "syntax"),
        ("[" * 100, "too-deep"),
        (b"\xff\xfe[\x00", "encoding.utf-16"),
    ],
)
def test_what_is_not_csl_json_is_said_to_be_so(text: str | bytes, key: str, lang: str, tmp_path: Path) -> None:
    path = written(tmp_path, text, "refs.json")
    found = faults(lambda: read_csl(path))
    assert [problem.key for problem in found] == [key]
    assert "{{" not in full(found, lang)


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    (problem,) = faults(lambda: read_csl(str(tmp_path / "refs.json")))
    assert problem.code == "no-such-file"


# There and back

PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).filter(str.strip)
TEXTS = PLAIN | st.dictionaries(st.sampled_from(["en", "ko", "ja"]), PLAIN, min_size=1)
SOURCES = st.builds(
    Source,
    id=st.from_regex(DOTTED_ID, fullmatch=True),
    title=TEXTS,
    author=st.none() | PLAIN,
    publisher=st.none() | PLAIN,
    date=st.none() | st.sampled_from(["2024", "2024-02", "2024-02-29", "0001"]),
    url=st.none() | st.just("https://a.org/x"),
    language=st.none() | PLAIN,
    kind=st.sampled_from(SOURCE_KINDS),
    read=st.none() | st.sampled_from(["full", "opening"]),
    note=st.none() | TEXTS,
)


def there_and_back(folder: Path, sources: tuple[Source, ...], lang: str = "en") -> tuple[Source, ...]:
    return read(folder, to_csl(sources, lang))


@given(st.lists(SOURCES, max_size=5, unique_by=lambda source: source.id), st.sampled_from(["en", "ko"]))
def test_what_was_written_is_read_again_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, sources: list[Source], lang: str
) -> None:
    assert there_and_back(tmp_path_factory.mktemp("refs"), tuple(sources), lang) == tuple(sources)


@pytest.mark.parametrize("name", bundled("initiative"))
def test_the_sources_of_bundled_dossiers_come_back_as_they_were(name: str, tmp_path: Path) -> None:
    sources = tuple(load_initiative(name).sources.values())
    assert there_and_back(tmp_path, sources) == sources


def test_what_zotero_keeps_carries_kind_and_reading(tmp_path: Path) -> None:
    """Zotero drops `custom` and keeps the note."""
    source = Source("a", "T", kind="think-tank", read="opening", note="A caution.")
    items = [{key: value for key, value in item.items() if key != "custom"} for item in to_csl([source])]
    assert read(tmp_path, items) == (source,)


def test_the_rest_is_in_fields_that_other_programs_know() -> None:
    source = Source(
        "a", {"en": "T", "ko": "제목"}, "Kim; Lee", "House", "2024-02", "https://a.org", "ko", "government", None, None
    )
    (item,) = to_csl([source])
    assert item == {
        "id": "a",
        "citation-key": "a",
        "type": "report",
        "title": "제목",
        "author": [{"literal": "Kim"}, {"literal": "Lee"}],
        "publisher": "House",
        "issued": {"date-parts": [[2024, 2]]},
        "URL": "https://a.org",
        "language": "ko",
        "note": "kind: government",
        "custom": {"kasean-score": {"title": {"en": "T", "ko": "제목"}}},
    }


TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage
"""
"""The types of CSL 1.0.2."""
TEXT_FIELDS = {"title", "publisher", "container-title", "URL", "language", "note", "citation-key"}


def broken_rules(item: dict[str, Any]) -> list[str]:
    """The rules of the JSON schema of CSL input data (1.0.2) that an item breaks, written anew by hand."""
    found = [name for name in ("id", "type") if name not in item]
    found += [] if isinstance(item["id"], str | int) and item["type"] in TYPES.split() else ["id or type"]
    for name, value in item.items():
        if name in TEXT_FIELDS:
            found += [] if isinstance(value, str) else [name]
        elif name == "author":
            found += [name for one in value if set(one) - {"family", "given", "literal", "suffix"} or not one]
        elif name == "issued":
            parts = value["date-parts"]
            fits = set(value) == {"date-parts"} and 1 <= len(parts) <= 2 and all(1 <= len(part) <= 3 for part in parts)
            found += [] if fits and all(isinstance(x, int) for part in parts for x in part) else [name]
        elif name == "custom":
            found += [] if isinstance(value, dict) else [name]
        elif name not in ("id", "type"):
            found.append(name)
    return found


@given(SOURCES)
def test_every_item_is_valid_csl_json(source: Source) -> None:
    (item,) = to_csl([source])
    assert broken_rules(json.loads(json.dumps(item))) == []
