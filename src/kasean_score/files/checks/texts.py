"""Texts that are missing in a language which the file uses elsewhere, and texts that were never written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.files.checks.common import warning
from kasean_score.files.fields import DOCUMENTS, TABLES
from kasean_score.files.kinds import Keyed, Many, Record, Text
from kasean_score.files.tree import Container, Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.errors import Problem
    from kasean_score.files.fields import Table
    from kasean_score.files.kinds import Kind

__all__ = ["check_texts"]

NOT_TRANSLATED = {("source", "title"), ("measure", "unit"), ("opinion", "rater")}
"""Texts that stand as they were published or as they are written everywhere."""
NEED_NO_WORDS = {"at", "name", "owner", "rated_by", "interest", "typical_evidence"}
"""Fields that may be the same in all languages where they are written once: names, pages, a word."""
PLACEHOLDER = re.compile(r"\W*(?:to ?do|tbd|fixme|xxx+|\?{2,}|lorem ipsum.*)\W*", re.IGNORECASE | re.DOTALL)


class Written(NamedTuple):
    """A text as it is written, the field that it belongs to and where it stands."""

    field: tuple[str, str]
    holder: Container
    where: str | int
    value: Any


def check_texts(kind: str, root: Mapping) -> Iterator[Problem]:
    """Warnings about the texts of a document of a kind."""
    texts = list(_texts(DOCUMENTS[kind], root))
    unwritten = [text for text in texts if _is_placeholder(text.value)]
    yield from (warning("placeholder", text.holder, text.where, field=text.field[1]) for text in unwritten)
    written = [text for text in texts if text.field not in NOT_TRANSLATED and not _is_placeholder(text.value)]
    yield from _untranslated(written)


def _is_placeholder(text: Any) -> bool:
    in_all = text.values() if isinstance(text, Mapping) else (text,)
    return any(isinstance(words, str) and PLACEHOLDER.fullmatch(words) for words in in_all)


def _untranslated(texts: list[Written]) -> Iterator[Problem]:
    """Texts without one of the file's languages.

    A map of languages lacks one that at least a quarter of all maps have; a text that stands alone does where most
    of the same field are maps.
    """
    maps = [text for text in texts if isinstance(text.value, Mapping)]
    count = Counter(code for text in maps for code in text.value)
    languages = [code for code, times in count.items() if 4 * times >= len(maps)]
    of_field = defaultdict(list)
    for text in texts:
        of_field[text.field].append(isinstance(text.value, Mapping))
    for text in texts:
        if isinstance(text.value, Mapping):
            missing = [code for code in languages if text.value.get(code) is None]
            if missing:
                said = list(text.value)
                yield warning("untranslated", text.holder, text.where, field=text.field[1], missing=missing, given=said)
        elif text.field[1] not in NEED_NO_WORDS and len(languages) > 1:
            kinds = of_field[text.field]
            if 2 * sum(kinds) > len(kinds):
                yield warning("untranslated.plain", text.holder, text.where, field=text.field[1], languages=languages)


def _texts(table: Table, holder: Mapping) -> Iterator[Written]:
    for name, value in holder.items():
        field = table.fields.get(name)
        if field is not None and value is not None:
            yield from _in(field.kind, (table.name, name), holder, name, value)


def _in(kind: Kind, field: tuple[str, str], holder: Container, where: str | int, value: Any) -> Iterator[Written]:
    if isinstance(kind, Text):
        yield Written(field, holder, where, value)
    elif isinstance(kind, Many):
        if isinstance(value, Sequence):
            for index, item in enumerate(value):
                yield from _in(kind.item, field, value, index, item)
        else:
            yield from _in(kind.item, field, holder, where, value)
    elif isinstance(kind, Keyed) and isinstance(value, Mapping):
        for name, item in value.items():
            yield from _in(kind.value, field, value, name, item)
    elif isinstance(kind, Record) and isinstance(value, Mapping):
        yield from _texts(TABLES[kind.table], value)
