"""JSON: the same values as the standard library reads, each with its place, and nothing that JSON does not allow."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from files_support import where
from hypothesis import example, given
from hypothesis import strategies as st

from kasean_score.errors import FileText, InputError, Problem
from kasean_score.files.jsonio import parse_json
from kasean_score.files.tree import Builder, Number, place_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXT, inner, max_size=5), max_leaves=30
)
FRAGMENTS = st.lists(st.sampled_from([*'{}[]:,"\\ \n\t-+.eE0189', "true", "null", "\\u12", '"a"', "한", "\x00"]))


def build(text: str) -> Builder:
    return parse_json(FileText("file.json", text))


def refusal(text: str) -> Problem:
    with pytest.raises(InputError) as caught:
        build(text)
    return caught.value.problems[-1]


def same(ours: Any, theirs: Any) -> bool:
    """Whether a value is the one that `json.loads` gives; numbers are compared in their spelling's own type."""
    if isinstance(theirs, dict):
        return isinstance(ours, dict) and ours.keys() == theirs.keys() and all(same(ours[k], theirs[k]) for k in theirs)
    if isinstance(theirs, list):
        return isinstance(ours, list) and len(ours) == len(theirs) and all(map(same, ours, theirs))
    if isinstance(theirs, bool | None):
        return ours is theirs
    if isinstance(theirs, str):
        return type(ours) is str and ours == theirs
    return type(ours) is Number and type(theirs)(ours) == theirs


def finite_only(word: str) -> float:
    raise ValueError(word)  # NaN and Infinity, which Python reads though JSON has no such words


def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("two equal keys")
    return dict(pairs)


def standard(text: str) -> Any:
    """What the standard library reads, or an InputError where it refuses or where our rules do."""
    try:
        value = json.loads(text, parse_constant=finite_only, object_pairs_hook=distinct)
        json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no text
    except ValueError as error:
        raise InputError([]) from error
    return value


@given(JSON, st.sampled_from([None, 0, 2]), st.booleans())
def test_any_json_is_read_as_the_standard_library_reads_it(value: Any, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    builder = build(text)
    assert same(builder.root, json.loads(text))
    assert not builder.problems


@given(FRAGMENTS.map("".join) | st.text())
@example('{"a": 1, "a": 2}')
@example('{"a": NaN}')
@example('"\\ud800"')
@example("01")
@example("1.")
@example("-")
@example("[1,]")
@example("[,1]")
@example("{,}")
@example('{"a":1,}')
@example("\u00a0 1")
@example("\ufeff1")
@example("١")
def test_text_is_refused_with_an_input_error_exactly_where_the_standard_library_refuses_it(text: str) -> None:
    """The fragments hold at most 64 brackets in a row only by chance, so depth is left to its own test."""
    try:
        builder = build(text)
    except InputError as error:
        if any(problem.key == "too-deep" for problem in error.problems):
            return
        with pytest.raises(InputError):
            standard(text)
        return
    if builder.problems:
        with pytest.raises(InputError):
            standard(text)
    else:
        assert same(builder.root, standard(text))


@given(st.text("[]{}", max_size=200))
def test_brackets_of_any_number_and_order_end_in_a_value_or_an_input_error(text: str) -> None:
    try:
        root = build(text).root
    except InputError as error:
        codes = {problem.code for problem in error.problems}
    else:
        codes = set()
        assert isinstance(root, list | dict)
    assert codes <= {"syntax", "too-deep"}


@pytest.mark.parametrize(
    ("text", "column", "wanted"),
    [
        ("", 1, "expected a value"),
        ("{", 2, "expected a key in double quotes or }"),
        ('{"a"}', 5, "expected :"),
        ('{"a":}', 6, "expected a value"),
        ('{"a":1 "b"', 8, "expected , or the closing bracket"),
        ("{'a': 1}", 2, "expected a key in double quotes or }"),
        ('{"a":1,}', 8, "expected a key in double quotes"),
        ("[1,]", 4, "expected a value"),
        ("[,1]", 2, "expected a value or ]"),
        ("{,}", 2, "expected a key in double quotes or }"),
        ("[1}", 3, "expected , or the closing bracket"),
        ('{"a":[}', 7, "expected a value or ]"),
        ("[1] 2", 5, "expected the end of the file"),
        ("[tru]", 2, "expected a value or ]"),
        ('["가나", 012]', 8, "expected a value"),
        ("[NaN]", 2, "expected a value or ]"),
        ("// note", 1, "expected a value"),
    ],
)
def test_a_fault_of_syntax_says_what_was_expected_and_where(text: str, column: int, wanted: str) -> None:
    problem = refusal(text)
    assert where(problem) == ("syntax", 1, column)
    assert problem.params["problem"] == wanted


@pytest.mark.parametrize("text", ['["abc', '["a\\', '["\\q"]', '["\\u12"]', '["a\nb"]', '["\\ud800"]', '["\\udc00a"]'])
def test_a_string_that_is_not_one_is_refused(text: str) -> None:
    assert refusal(text).code == "syntax"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_marks_count_lines_and_characters_under_korean_text_and_any_line_ending(ending: str) -> None:
    """Columns by hand: in line 2, `  "이름": {` is nine characters, so the key `en` stands in the tenth."""
    text = '{\n  "이름": {"en": "A", "한": [1, "둘"]},\n"끝": null}\n'.replace("\n", ending)
    root = build(text).root
    found = [
        place_of(root, "이름", key=True),
        place_of(root, "이름"),
        place_of(root["이름"], "en", key=True),
        place_of(root["이름"], "en"),
        place_of(root["이름"], "한"),
        place_of(root["이름"]["한"], 0),
        place_of(root["이름"]["한"], 1),
        place_of(root, "끝"),
    ]
    assert [(place.line, place.column) for place in found] == [
        (2, 3), (2, 9), (2, 10), (2, 16), (2, 26), (2, 27), (2, 30), (3, 6),
    ]  # fmt: skip


def test_marks_agree_with_the_excerpt_where_a_string_holds_a_unicode_line_separator() -> None:
    root = build('{"a": "x\u2028y",\n "b": 1}').root
    place = place_of(root, "b")
    assert place.excerpt == ' "b": 1}'
    assert place.excerpt[(place.column or 0) - 1] == "1"


def test_duplicate_keys_name_both_lines_and_reading_goes_on() -> None:
    builder = build('{"a": 1,\n "b": {"c": 2, "c": 3},\n "a": [{"d": 1}],\n "a": null}')
    assert [(*where(p), p.params["first"]) for p in builder.problems] == [
        ("duplicate-key", 2, 16, 2),
        ("duplicate-key", 3, 2, 1),
        ("duplicate-key", 4, 2, 1),
    ]
    assert builder.root == {"a": "1", "b": {"c": "2"}}


@pytest.mark.parametrize("text", ["1.10", "1e5", "-0", "100000000000000000000.0", "1E-7"])
def test_a_number_keeps_the_spelling_that_it_was_written_with(text: str) -> None:
    value = build(f"[{text}]").root[0]
    assert value == text
    assert type(value) is Number
    assert math.isclose(float(value), json.loads(text))


def test_sixty_four_levels_are_read_and_no_more() -> None:
    assert build("[" * 64 + "]" * 64).root
    assert where(refusal("[" * 65 + "]" * 65)) == ("too-deep", 1, 65)


@pytest.mark.parametrize("opening", ["[", '{"a":', '[{"a":'])
def test_25_000_nested_brackets_are_refused_without_exhausting_the_stack(opening: str) -> None:
    assert refusal(opening * 25_000).key == "too-deep"
