"""A document changed in its own text: what changes is written anew, and not a byte besides."""

from __future__ import annotations

import difflib
import json
from typing import TYPE_CHECKING, Any

import pytest
from files_support import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasean_score.errors import FileText
from kasean_score.files.catalog import initiative_in, tree_in
from kasean_score.files.roundtrip import CannotPlaceError, patched, values_in
from kasean_score.files.tree import Number
from kasean_score.files.written import plain

if TYPE_CHECKING:
    from pathlib import Path

DOSSIERS = sorted([*ROOT.glob("initiatives/**/*.yaml"), *ROOT.glob("examples/**/*.yaml")])
DOSSIERS = [path for path in DOSSIERS if path.read_bytes().startswith(b"kind: initiative")]
COMMENTED = """\
# head
kind: initiative   # what it is

id: i
name: "I"
ratings:
  r:   # the rubric
    # above a
    g.a:
      # within
      not_rated: To be rated.  # tail
      # last of a

    # above b
    g.b: {level: 3}  # short

    'g.c':
      level: [1, 2]
      why: >
        folded
        text

      for:
        [x,
         y]
# foot
"""


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """The lines taken out and those put in."""
    lines = list(difflib.ndiff(old.split("\n"), new.split("\n")))
    return [x[2:] for x in lines if x[:2] == "- "], [x[2:] for x in lines if x[:2] == "+ "]


def with_rating(text: str, address: str, rating: dict[str, Any] | None, rubric: str = "r") -> str:
    values = values_in(text)
    if rating is None:
        del values["ratings"][rubric][address]
    else:
        values["ratings"][rubric][address] = rating
    return patched(text, values)


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_a_bundled_dossier_comes_back_byte_for_byte(path: Path) -> None:
    text = path.read_bytes().decode()
    assert patched(text, values_in(text)) == text


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_the_values_are_those_that_the_reader_has(path: Path) -> None:
    text = path.read_bytes().decode()
    assert values_in(text) == plain(tree_in(FileText("x.yaml", text)))


@pytest.mark.parametrize("path", DOSSIERS, ids=lambda path: path.stem)
def test_a_change_of_one_rating_leaves_every_other_line_alone(path: Path) -> None:
    """Each rating in turn becomes a level with a rationale: lines outside its own block are the same, in order."""
    text = path.read_bytes().decode()
    values = values_in(text)
    for rubric, ratings in values["ratings"].items():
        for address in list(ratings)[::5]:
            new = {"level": [1, 2], "why": "긴 이유: " * 40, "evidence": [{"source": "s", "shows": "yes"}]}
            result = with_rating(text, address, new, rubric)
            own = f"\n    {address}:"
            before, _, after = text.partition(own)
            rest = "\n" + after.split("\n", 1)[1]
            end = min((at for at in (rest.find("\n    " + x) for x in map(chr, range(33, 127))) if at >= 0), default=0)
            assert result.startswith(before + own)
            if end:
                assert result.endswith(rest[end:])


def test_comments_stay_where_they_are() -> None:
    result = with_rating(COMMENTED, "g.a", {"level": 2, "confidence": "low"})
    assert changed_lines(COMMENTED, result) == (
        ["      not_rated: To be rated.  # tail"],
        ["      level: 2  # tail", "      confidence: low"],
    )


def test_a_short_rating_in_brackets_stays_short_and_a_long_one_gets_lines() -> None:
    assert "    g.b: {level: [1, 2]}  # short\n" in with_rating(COMMENTED, "g.b", {"level": [1, 2]})
    long = with_rating(COMMENTED, "g.b", {"level": 3, "why": "w " * 60})
    assert "    g.b:\n      level: 3\n      why: " in long
    assert "# short" in long


def test_a_list_grows_at_its_end() -> None:
    result = with_rating(COMMENTED, "g.c", {**values_in(COMMENTED)["ratings"]["r"]["g.c"], "for": ["x", "y", "z"]})
    assert changed_lines(COMMENTED, result) == (["         y]"], ["         y, z]"])


def test_a_field_goes_behind_the_one_before_it_and_out_with_its_lines() -> None:
    old = values_in(COMMENTED)["ratings"]["r"]["g.c"]
    new = {"level": old["level"], "confidence": "high", "for": old["for"]}
    assert changed_lines(COMMENTED, with_rating(COMMENTED, "g.c", new)) == (
        ["      why: >", "        folded", "        text"],
        ["      confidence: high"],
    )


def test_a_new_rating_a_new_rubric_and_a_new_section_find_their_places() -> None:
    values = values_in(COMMENTED)
    values["ratings"]["r"]["g.d"] = {"not_rated": "why"}
    values["ratings"]["q"] = {"h.a": {"level": 1}}
    values["sources"] = [{"id": "s", "title": "2024"}]
    result = patched(COMMENTED, values)
    assert changed_lines(COMMENTED, result)[0] == []
    assert "    g.d:\n      not_rated: why\n  q:\n    h.a:\n      level: 1\n" in result
    assert result.endswith("sources:\n  - id: s\n    title: '2024'\n# foot\n")


def test_the_file_keeps_its_line_breaks() -> None:
    text = COMMENTED.replace("\n", "\r\n")
    result = with_rating(text, "g.a", {"level": 2, "why": "w " * 100})
    assert result.count("\n") == result.count("\r\n") > text.count("\n")


def test_a_last_line_without_a_break_gets_one() -> None:
    text = "kind: initiative\nid: i\nname: I\nratings: {r: {a.b: {level: 1}}}"
    values = {**values_in(text), "sources": [{"id": "s", "title": "T"}]}
    assert patched(text, values) == text + "\nsources:\n  - id: s\n    title: T"


@pytest.mark.parametrize("indent", [None, 2])
def test_json_stays_json(indent: int | None) -> None:
    document = {"kind": "initiative", "id": "i", "ratings": {"r": {"a.b": {"level": 1, "why": "x"}, "a.c": {}}}}
    text = json.dumps(document, indent=indent)
    values = values_in(text)
    values["ratings"]["r"]["a.b"] = {"level": [1, 2], "confidence": "low", "why": 'said "no"'}
    values["ratings"]["r"]["a.c"] = {"not_rated": "없음"}
    values["sources"] = [{"id": "s", "title": "true"}]
    assert json.loads(patched(text, values)) == {
        **document,
        "ratings": {
            "r": {"a.b": {"level": [1, 2], "confidence": "low", "why": 'said "no"'}, "a.c": {"not_rated": "없음"}}
        },
        "sources": [{"id": "s", "title": "true"}],
    }


def test_a_number_is_no_text_and_a_text_no_number() -> None:
    """What is written back is compared in kind too."""
    text = "kind: initiative\nid: i\nversion: '1'\n"
    assert patched(text, {**values_in(text), "version": Number("1")}).endswith("version: 1\n")
    assert patched(text, {**values_in(text), "id": "12"}) == text.replace("id: i", "id: '12'")
    assert patched(text, {**values_in(text), "id": "1e5"}) == text.replace("id: i", 'id: "1e5"')


def test_a_text_that_ends_with_empty_lines_keeps_them() -> None:
    text = "kind: initiative\nnote: |+\n  kept\n\n\n"
    assert patched(text, {**values_in(text), "id": "i"}) == f"{text}id: i\n"


def test_what_cannot_be_placed_is_refused() -> None:
    """A key on the line of a question mark cannot be taken out with its line."""
    with pytest.raises(CannotPlaceError):
        patched("? a\n: 1\n? b\n: 2\n", {"b": 2})


KEYS = st.sampled_from(["level", "why", "for", "evidence", "g.a", "g.b", "note"])
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co")), min_size=1, max_size=30)
SCALARS = st.one_of(TEXTS, st.integers(-5, 5), st.booleans(), st.sampled_from(["no", "1e5", "~", "- x", "a: b", "#"]))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(SCALARS, max_size=3),
        st.dictionaries(KEYS, inner, min_size=1, max_size=4),
        st.lists(st.dictionaries(KEYS, SCALARS, min_size=1, max_size=3), min_size=1, max_size=3),
    ),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS, DOCUMENTS)
def test_whatever_is_written_says_what_was_wanted(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Any document made into any other, from the most ordinary layout: it may be refused, but it is never wrong."""
    text = patched("x: 1\n", {"x": 1, **old})
    assert values_in(text) == plain({"x": 1, **old})
    try:
        result = patched(text, {"x": 1, **new})
    except CannotPlaceError:
        return
    assert values_in(result) == plain({"x": 1, **new})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_can_be_a_rationale(why: str) -> None:
    text = COMMENTED + "facts:\n  - {id: x, source: s, shows: X}\n  - {id: y, source: s, shows: Y}\n"
    text += "sources: [{id: s, title: S}]\n"
    if not why.strip():
        return
    result = with_rating(text, "g.a", {"level": 2, "why": why})
    assert initiative_in(FileText("i.yaml", result)).ratings["r"]["g.a"].why == why
