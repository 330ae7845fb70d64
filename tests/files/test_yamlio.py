"""YAML: what a scalar means, where everything stands, and what is refused, on libyaml and on PyYAML's own parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from files_support import BUNDLED, GOOD, ROOT, documents, where

from kasean_score.errors import FileText, InputError, Problem
from kasean_score.files.tree import Mapping, Number, Sequence, place_of
from kasean_score.files.yamlio import LOADER, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.files.tree import Builder

LOADERS = [
    pytest.param(yaml.SafeLoader, id="pure"),
    pytest.param(
        getattr(yaml, "CSafeLoader", None),
        id="libyaml",
        marks=pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml"),
    ),
]
KOREAN = "신남방정책: {한국: 아세안, 제목: [가, 나다]}\n다음: 끝\n"
BUNDLED_AND_GOOD = [
    *(BUNDLED[kind] / name for kind in BUNDLED for name in documents(BUNDLED[kind])),
    *(GOOD / name for name in documents(GOOD) if name.endswith(".yaml")),
]


@pytest.fixture(params=LOADERS)
def loader(request: pytest.FixtureRequest) -> Any:
    return request.param


def build(text: str, loader: Any) -> Builder:
    return parse_yaml(FileText("file.yaml", text), loader=loader)


def refusal(text: str, loader: Any) -> Problem:
    """The fault at which reading ends; the last, after those that were collected."""
    with pytest.raises(InputError) as caught:
        build(text, loader)
    return caught.value.problems[-1]


def marked(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every scalar and every key below a value, with its type, line and column."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            place = place_of(value, key, key=True)
            yield (*path, key), "key", place.line, place.column
            yield from _marked_at(value, key, inner, path)
    elif isinstance(value, Sequence):
        for index, inner in enumerate(value):
            yield from _marked_at(value, index, inner, path)


def _marked_at(
    holder: Mapping | Sequence, at: str | int, value: Any, path: tuple[str | int, ...]
) -> Iterator[tuple[Any, ...]]:
    place = place_of(holder, at)
    shown = None if isinstance(value, dict | list) else value
    yield (*path, at), type(value).__name__, shown, place.line, place.column
    yield from marked(value, (*path, at))


@pytest.mark.parametrize(
    "text",
    [
        "no", "yes", "on", "off", "y", "n", "NO", "True", "FALSE", "Null", "012", "0o14", "0x1F", "1:30",
        "2024-01-01", "2024-01", "1_000", ".5", "5.", "+1", ".inf", "-.INF", ".nan", "NaN", "=", "<<", "1e", "1.2.3",
        "--", "가나다",
    ],
)  # fmt: skip
def test_what_yaml_1_1_would_convert_stays_the_text_that_it_is(text: str, loader: Any) -> None:
    value = build(f"a: {text}\n", loader).root["a"]
    assert value == text
    assert type(value) is str


@pytest.mark.parametrize("text", ["true", "false", "null", "~", ""])
def test_only_json_constants_and_their_short_forms_are_not_text(text: str, loader: Any) -> None:
    """YAML 1.2.2, section 10.2 (JSON schema), with the `~` and the empty value of 10.3.2."""
    value = build(f"a: {text}\n", loader).root["a"]
    assert value is {"true": True, "false": False}.get(text)


@pytest.mark.parametrize("text", ["0", "-0", "7", "-12", "1.0", "1.10", "0.650", "-2.5", "1e3", "1E+03", "2.5e-4"])
def test_a_number_keeps_the_spelling_that_it_was_written_with(text: str, loader: Any) -> None:
    value = build(f"a: {text}\n", loader).root["a"]
    assert value == text
    assert type(value) is Number


@pytest.mark.parametrize("text", ["'12'", '"12"', "'true'", '"null"', "'~'", '""', "|\n  12\n", ">-\n  true\n"])
def test_a_quoted_or_block_scalar_is_always_text(text: str, loader: Any) -> None:
    assert type(build(f"a: {text}\n", loader).root["a"]) is str


def test_a_key_is_always_text(loader: Any) -> None:
    root = build("1.0: a\ntrue: b\nnull: c\nno: d\n", loader).root
    assert list(root) == ["1.0", "true", "null", "no"]
    assert {type(key) for key in root} == {str}


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "--- ~\n", "null\n"])
def test_a_file_that_holds_nothing_has_no_root(text: str, loader: Any) -> None:
    assert build(text, loader).root is None


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_marks_count_lines_and_characters_under_korean_text_and_any_line_ending(ending: str, loader: Any) -> None:
    """Columns by hand: five letters, a colon, a blank, a brace come before the key that stands in column 9."""
    root = build(KOREAN.replace("\n", ending), loader).root
    assert [row for row in marked(root) if row[1] == "key"] == [
        (("신남방정책",), "key", 1, 1),
        (("신남방정책", "한국"), "key", 1, 9),
        (("신남방정책", "제목"), "key", 1, 18),
        (("다음",), "key", 2, 1),
    ]
    assert [(row[2], *row[-2:]) for row in marked(root) if row[1] == "str"] == [
        ("아세안", 1, 13),
        ("가", 1, 23),
        ("나다", 1, 26),
        ("끝", 2, 5),
    ]


def test_marks_of_containers_are_where_they_begin(loader: Any) -> None:
    root = build("a:\n  - x: 1\n    y: {z: 2}\nb: [3]\n", loader).root
    assert (place_of(root["a"]).line, place_of(root["a"]).column) == (2, 3)
    assert (place_of(root["a"][0]).line, place_of(root["a"][0]).column) == (2, 5)
    assert (place_of(root["a"][0], "y").line, place_of(root["a"][0], "y").column) == (3, 8)
    assert (place_of(root, "b").line, place_of(root, "b").column) == (4, 4)


@pytest.mark.parametrize("path", BUNDLED_AND_GOOD, ids=lambda path: str(path.relative_to(ROOT)))
@pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml")
def test_both_parsers_give_the_same_values_at_the_same_places(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    pure, native = (list(marked(build(text, loader).root)) for loader in (yaml.SafeLoader, yaml.CSafeLoader))
    assert pure == native


def test_libyaml_is_used_where_it_is_present() -> None:
    assert getattr(yaml, "CSafeLoader", yaml.SafeLoader) is LOADER


def test_duplicate_keys_name_both_lines_and_reading_goes_on(loader: Any) -> None:
    builder = build("a: 1\nb: {c: 2,\n  c: 3}\nd: 4\na: [5, {e: 6}]\nb: 7\n", loader)
    found = [(*where(problem), problem.params["name"], problem.params["first"]) for problem in builder.problems]
    assert found == [
        ("duplicate-key", 3, 3, "c", 2),
        ("duplicate-key", 5, 1, "a", 1),
        ("duplicate-key", 6, 1, "b", 2),
    ]
    assert builder.root == {"a": "1", "b": {"c": "2"}, "d": "4"}  # the first of two stays


def test_keys_that_differ_in_spelling_only_are_the_same_key_once_read(loader: Any) -> None:
    assert [problem.key for problem in build("a: 1\n'a': 2\n", loader).problems] == ["duplicate-key"]


@pytest.mark.parametrize(
    ("text", "key", "line", "column"),
    [
        ("a: &x 1\nb: *x\n", "alias", 2, 4),
        ("a: &x 1\n*x : 2\n", "alias", 2, 1),
        ("a: !!str 1\n", "tag", 1, 4),
        ("a: !!python/object:os.system x\n", "tag", 1, 4),
        ("a: !mine {b: 1}\n", "tag", 1, 4),
        ("가: ! [1]\n", "tag", 1, 4),
        ("a: ! b\n", "tag", 1, 4),
        ("! a: b\n", "tag", 1, 1),
        ('a: !!int "1"\n', "tag", 1, 4),
        ("--- !!map\na: 1\n", "tag", 1, 5),
        ("a: 1\n---\nb: 2\n", "second-document", 2, 1),
        ("a: 1\n...\n---\n", "second-document", 3, 1),
        ("[a]: 1\n", "complex-key", 1, 1),
        ("a: 1\n? {b: 1}\n: 2\n", "complex-key", 2, 3),
        ("a: {[b]: 1}\n", "complex-key", 1, 5),
    ],
)
def test_what_has_no_place_in_a_plain_document_is_refused_where_it_stands(
    text: str, key: str, line: int, column: int, loader: Any
) -> None:
    assert where(refusal(text, loader)) == (key, line, column)


@pytest.mark.parametrize(
    "text",
    [
        "a: 'b\n",
        "a: [1, 2\n",
        "a: b: c\n",
        "a: @b\n",
        "a:\n\tb: 1\n",
        "a: %b\n",
        "\tb",
        "a: 1\n b: 2\n",
        "{a: 1]\n",
        "*",
    ],
)
def test_bad_syntax_is_a_fault_with_a_place(text: str, loader: Any) -> None:
    problem = refusal(text, loader)
    assert problem.code == "syntax"
    assert problem.place is not None
    assert problem.place.excerpt is not None


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff", r"\U00110000", r"\Uffffffff", r"\x", r"\q"])
def test_an_escape_that_names_no_character_is_refused(escape: str, loader: Any) -> None:
    assert refusal(f'a: "{escape}"\n', loader).code == "syntax"


@pytest.mark.parametrize("control", ["\x00", "\x07", "\x1b", "\x7f", "\x80"])
@pytest.mark.parametrize(("before", "column"), [("a: b", 5), ("가: 나다", 6)])
def test_a_control_character_is_refused_at_its_line_and_column(
    control: str, before: str, column: int, loader: Any
) -> None:
    """Columns count characters: `가: 나다` has five, though UTF-8 needs eleven bytes for them."""
    assert where(refusal(f"첫: 줄\n{before}{control}\n", loader)) == ("syntax.control", 2, column)


def test_sixty_four_levels_are_read(loader: Any) -> None:
    value = build("a: " + "[" * 63 + "]" * 63, loader).root["a"]
    for _ in range(62):
        (value,) = value
    assert value == []


@pytest.mark.parametrize("depth", [64, 25_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}"), ("[{a: ", "}]")])
def test_deeper_nesting_is_refused_without_exhausting_the_stack(
    opening: str, closing: str, depth: int, loader: Any
) -> None:
    text = "a: " + opening * depth + closing * depth
    assert refusal(text, loader).key == "too-deep"


def test_deep_block_nesting_is_refused_too(loader: Any) -> None:
    text = "".join(f"{' ' * level}a:\n" for level in range(80)) + " " * 80 + "b"
    assert where(refusal(text, loader)) == ("too-deep", 65, 65)
