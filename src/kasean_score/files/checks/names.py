"""Ids that are nearly the same, entries that are the same under two ids, and entries that nothing uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kasean_score.files.checks.common import by_language, items, ratings_in, same_words, warning
from kasean_score.files.fields import DOCUMENTS, TABLES
from kasean_score.files.kinds import Many, Record
from kasean_score.files.tree import Mapping, Sequence, place_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from kasean_score.errors import Problem
    from kasean_score.files.fields import Table

__all__ = ["check_names"]

BETWEEN = re.compile("[._-]+")
LONG = 6
"""Letters of a word in which one more or less is likelier a slip than another word."""


def check_names(kind: str, root: Mapping) -> Iterator[Problem]:
    """Warnings about the names of a document of a kind."""
    repeated = [
        *_repeated(root.get("sources"), "source-twice", _signs_of_source),
        *_repeated(root.get("facts"), "fact-twice", _signs_of_fact),
    ]
    places = {problem.place for problem in repeated}
    yield from repeated
    yield from (problem for problem in _near(DOCUMENTS[kind], root) if problem.place not in places)
    yield from _unused(kind, root)


def _near(table: Table, holder: Mapping) -> Iterator[Problem]:
    """In every list of records that go by an id: two ids that look like slips of one."""
    for name, value in holder.items():
        field = table.fields.get(name)
        if field is None or not isinstance(field.kind, Many) or not isinstance(field.kind.item, Record):
            continue
        inner = TABLES[field.kind.item.table]
        if "id" in inner.fields and isinstance(value, Sequence):
            yield from _near_in(value)
        for item in items(value):
            yield from _near(inner, item)


def _near_in(listed: Sequence) -> Iterator[Problem]:
    """Ids that differ by case, by the signs between words or by the plural of one; or by a slip of the hand.

    A slip is a letter of a long word that is left out or doubled, or two neighbours that are exchanged.
    """
    senses: dict[str, Mapping] = {}
    cuts: dict[str, Mapping] = {}
    for item in items(listed):
        name = item.get("id")
        if not isinstance(name, str):
            continue
        own, cut = _senses(name), list(_cuts(name))
        met = [*(senses.get(one) for one in (*own, *cut)), cuts.get(own[0])]
        other = next((one for one in met if one is not None and one["id"] != name), None)
        if other is not None:
            yield warning("near-id", item, "id", name=name, other=other["id"], first=place_of(other, "id").line)
        for known, shapes in ((senses, own), (cuts, cut)):
            for shape in shapes:
                known.setdefault(shape, item)


def _senses(name: str) -> list[str]:
    """What two ids have in common that mean the same: first the bare letters, then forms of these."""
    words = BETWEEN.split(name.casefold())
    exchanged = [
        "".join([*words[:at], word[:i], *sorted(word[i : i + 2]), word[i + 2 :], "~", str(at), *words[at + 1 :]])
        for at, word in enumerate(words)
        for i in range(len(word) - 1)
        if _is_long(word) and word[i] != word[i + 1]
    ]
    return ["".join(words), "".join(map(_singular, words)), *exchanged]


def _cuts(name: str) -> Iterator[str]:
    """The bare letters of an id without one of a long word."""
    words = BETWEEN.split(name.casefold())
    for at, word in enumerate(words):
        for i in range(len(word) if _is_long(word) else 0):
            yield "".join([*words[:at], word[:i], word[i + 1 :], *words[at + 1 :]])


def _is_long(word: str) -> bool:
    return len(word) >= LONG and word.isalpha()


def _singular(word: str) -> str:
    for ending in ("ches", "shes", "sses", "xes"):
        if word.endswith(ending):
            return word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _repeated(value: Any, key: str, content: Any) -> Iterator[Problem]:
    first: dict[Hashable, Mapping] = {}
    for item in items(value):
        name = item.get("id")
        if not isinstance(name, str):
            continue
        for sign in content(item):
            other = first.setdefault(sign, item)
            if other is not item and other["id"] != name:
                yield warning(key, item, "id", name=name, other=other["id"], first=place_of(other, "id").line)
                break


def _signs_of_source(source: Mapping) -> Iterator[Hashable]:
    """What tells a source: where it can be read, and what it says of itself."""
    title = tuple(sorted(same_words(words) for words in by_language(source.get("title")).values()))
    about = tuple(str(source.get(name) or "") for name in ("author", "publisher", "date"))
    url = source.get("url")
    if isinstance(url, str):
        yield url.partition("://")[2].rstrip("/"), title
    elif title and any(about):
        yield title, about


def _signs_of_fact(fact: Mapping) -> Iterator[Hashable]:
    shows = tuple(sorted(same_words(words) for words in by_language(fact.get("shows")).values()))
    if any(shows):
        yield str(fact.get("source")), shows


def _unused(kind: str, root: Mapping) -> Iterator[Problem]:
    """Sources that nothing cites, and facts that no rating does."""
    if kind == "initiative":
        ratings = list(_ratings(root))
        cited = {name for rating in ratings for stance in ("for", "against") for name in _ids(rating.get(stance))}
        for fact in items(root.get("facts")):
            if isinstance(fact.get("id"), str) and fact["id"] not in cited:
                yield warning("unused-fact", fact, "id", name=fact["id"])
        citing = [*items(root.get("facts")), *(item for rating in ratings for item in items(rating.get("evidence")))]
    else:
        citing = [item for item in _records(root.get("groups")) if "source" in item]
    used = {item["source"] for item in citing if isinstance(item.get("source"), str)}
    for source in items(root.get("sources")):
        if isinstance(source.get("id"), str) and source["id"] not in used:
            yield warning(f"unused-source.{kind}", source, "id", name=source["id"])


def _ratings(root: Mapping) -> Iterator[Mapping]:
    for _, by_address in ratings_in(root):
        for rating in by_address.values():
            yield from items(rating)


def _ids(value: Any) -> list[str]:
    given = value if isinstance(value, list) else [value]
    return [name for name in given if isinstance(name, str)]


def _records(value: Any) -> Iterator[Mapping]:
    """Every record below a value, at any depth."""
    if isinstance(value, Mapping):
        yield value
    if isinstance(value, Mapping | Sequence):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _records(inner)
