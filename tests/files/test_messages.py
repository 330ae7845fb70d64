"""The catalogue of messages: both languages, the same blanks, a remedy for every problem, nothing missing or dead."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from files_support import ROOT

from kasean_score.errors import Place, Problem
from kasean_score.files.fields import TABLES
from kasean_score.files.kinds import Choice, Many
from kasean_score.messages import FILES, LANGUAGES, has, language_from, say
from kasean_score.render.problems import full

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SOURCE = ROOT / "src" / "kasean_score"
NAMES = ("words", *dict.fromkeys(FILES.values()))
MODULES = {name: import_module(f"kasean_score.messages.{name}").MESSAGES for name in NAMES}
ALL = {key: texts for messages in MODULES.values() for key, texts in messages.items()}
PROBLEMS = sorted(key.removeprefix("problem.") for key in ALL if key.startswith("problem."))
ENGLISH_ONLY = {"remedy.missing-field": {"about"}}
"""Blanks that Korean leaves out: a field's description exists in English alone."""

REPORTERS = {
    "at": 0,
    "at_key": 0,
    "fail": 0,
    "problem": 0,
    "report": 0,
    "Problem": 0,
    "of": 0,
    "_refuse": 0,
    "fault": 1,
}
"""Functions that report a fault, and which of their arguments is its key."""


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def trees() -> Iterator[ast.Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        if path.parent.name != "messages":
            yield ast.parse(path.read_text(encoding="utf-8"), str(path))


def texts(node: ast.AST) -> Iterator[str]:
    """The texts that an expression may give; the blanks of an f-string are written `{}`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def covered(keys: Iterable[str], written: Iterable[str]) -> set[str]:
    """The keys that the texts give, a blank being filled with one word."""
    whole = set(written)
    patterns = [
        re.escape(text).replace(r"\{\}", "[a-z0-9_-]+")
        for text in whole
        if re.search("[a-z]{2}.*{}|{}.*[a-z]{2}", text)
    ]
    blank = re.compile("|".join(patterns))
    return {key for key in keys if key in whole or blank.fullmatch(key)}


@cache
def every_text() -> frozenset[str]:
    written = {text for tree in trees() for node in ast.walk(tree) for text in texts(node)}
    return frozenset(written | set(templates()))


def templates() -> Iterator[str]:
    """The texts in templates of pages; `"report.method_" ~ key` is written `report.method_{}`."""
    for path in sorted(SOURCE.glob("assets/*.html")):
        for text, joined in re.findall(r'"([a-z_.]+)"( ~)?', path.read_text(encoding="utf-8")):
            yield f"{text}{{}}" if joined else text


def reported() -> set[str]:
    """The keys that are given to a function which reports a fault."""
    found: set[str] = set()
    for tree in trees():
        for scope in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            named = {
                target.id: list(texts(node.value))
                for node in ast.walk(scope)
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call)):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
                at = REPORTERS.get(name)
                if at is not None and len(call.args) > at:
                    key = call.args[at]
                    found.update(named.get(key.id, []) if isinstance(key, ast.Name) else texts(key))
    return found


@pytest.mark.parametrize("key", ALL)
def test_a_message_is_said_in_both_languages_with_the_same_blanks(key: str) -> None:
    english, korean = ALL[key]
    assert english.strip()
    assert korean.strip()
    assert blanks(english) - ENGLISH_ONLY.get(key, set()) == blanks(korean)


@pytest.mark.parametrize("key", ALL)
def test_a_message_is_found_under_its_key(key: str) -> None:
    """Parts of a key lead to files, so a message in the wrong file is one that nobody can say."""
    assert has(key)
    values = {**dict.fromkeys(blanks(ALL[key][0]), "x"), "unused": ""}
    assert [say(lang, key, **values) for lang in LANGUAGES] == [text.format_map(values) for text in ALL[key]]


def test_no_message_is_in_two_files() -> None:
    assert sum(map(len, MODULES.values())) == len(ALL)
    assert set(FILES.values()) <= set(MODULES)


@pytest.mark.parametrize("key", PROBLEMS)
def test_every_problem_has_a_remedy(key: str) -> None:
    assert f"remedy.{key}" in ALL


def test_every_remedy_has_a_problem() -> None:
    assert {key.removeprefix("remedy.") for key in ALL if key.startswith("remedy.")} == set(PROBLEMS)


def test_korean_messages_are_korean() -> None:
    """Apart from those of nothing but names, numbers and signs that both languages share."""
    same = {key for key, (english, korean) in ALL.items() if not re.search("[가-힣]", korean)}
    assert all(ALL[key][0] == ALL[key][1] or len(ALL[key][1]) < 40 for key in same)


def test_the_key_of_every_fault_that_the_source_reports_is_in_the_catalogue() -> None:
    found = reported()
    assert len(found) > 60
    assert sorted(text for text in found if not covered(PROBLEMS, [text])) == []


def test_no_problem_is_dead() -> None:
    """Every key is written in the source, whole or with a blank in it (`unknown-{kind}.near`, `syntax.{hint}`)."""
    assert sorted(set(PROBLEMS) - covered(PROBLEMS, every_text())) == []


def test_no_word_is_dead() -> None:
    """Where a whole name is filled in (`card.{...}`), the name must be a text of the source or an id of documents."""
    names = every_text() | OTHER_IDS
    names |= {word for table in TABLES.values() for field in table.fields.values() for word in choices(field.kind)}
    others = {key for key in ALL if not key.startswith(("problem.", "remedy."))}
    families = {text.removesuffix(".{}") for text in every_text() if re.fullmatch(r"[a-z_]+\.{}", text)}
    said = covered(others, {text for text in every_text() if not text.endswith(".{}")})
    said |= {key for key in others if key.partition(".")[0] in families and key.partition(".")[2] in names}
    assert sorted(others - said) == []


OTHER_IDS = {
    *("arithmetic", "geometric", "harmonic", "minimum"),  # aggregations
    *("rated", "disputed", "not_rated", "not_applicable"),  # states of a node
}


def choices(kind: object) -> tuple[str, ...]:
    return choices(kind.item) if isinstance(kind, Many) else kind.allowed if isinstance(kind, Choice) else ()


@pytest.mark.parametrize("key", PROBLEMS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_problem_can_be_shown(key: str, lang: str) -> None:
    params = dict.fromkeys(blanks(ALL[f"problem.{key}"][0]) | blanks(ALL[f"remedy.{key}"][0]), "{x}")
    message = full([Problem(key, None, params)], lang)
    assert message.splitlines()[0].startswith(f"{say(lang, 'note.error')}[{key.partition('.')[0]}]: ")
    assert len(message.splitlines()) == 2


def test_a_text_from_a_file_is_shown_and_not_obeyed() -> None:
    """Braces are no blanks, an escape sequence is spelled out, a line break does not break the message."""
    problem = Problem("unknown-rubric", None, {"name": "{meant}\x1b[31m\nx", "allowed": ["a", "b{0}"]})
    first, second = full([problem], "en").splitlines()
    assert first == 'error[unknown-rubric]: no rubric named "{meant}\\x1b[31m x"'
    assert second.startswith("  = help: available: a, b{0}; ")


def test_a_fault_without_a_place_has_neither_arrow_nor_excerpt() -> None:
    message = full([Problem("stdin-twice")], "en")
    assert message.startswith("error[stdin-twice]: ")
    assert "-->" not in message
    assert Place.__doc__


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"KASEAN_SCORE_LANG": "ko"}, "ko"),
        ({"KASEAN_SCORE_LANG": "fr"}, "en"),
        ({"KASEAN_SCORE_LANG": ""}, "en"),
        ({"LANG": "ko_KR.UTF-8", "LC_ALL": "ko_KR.UTF-8"}, "en"),
    ],
)
def test_the_language_is_asked_for_by_name_and_never_by_locale(environment: dict[str, str], lang: str) -> None:
    assert language_from(environment) == lang


@pytest.mark.parametrize(
    ("value", "said"), [(0.5, "0.5"), (25.0, "25"), (7, "7"), ("a, b", "a, b"), (["a", 1, 2.0], "a, 1, 2"), ([], "")]
)
def test_a_list_reads_as_words_and_a_whole_number_without_a_point(value: object, said: str) -> None:
    assert say("en", "remedy.not-allowed", allowed=value) == f"allowed: {said}"
