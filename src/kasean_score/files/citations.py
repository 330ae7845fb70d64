"""What the ratings of a dossier cite: facts and sources that it lists, each fact once under a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.errors import nearest
from kasean_score.files.kinds import DOTTED_ID
from kasean_score.files.names import unknown
from kasean_score.files.tree import Container, Mapping, Sequence, records

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kasean_score.files.reader import Reader
    from kasean_score.model import Evidence

__all__ = ["check_citations", "cited"]

STANCES = ("for", "against")


def check_citations(reader: Reader, root: Mapping, sources: dict[str, Any]) -> None:
    """Report every citation of a dossier that leads nowhere, in its facts and in all its ratings, refused ones too."""
    facts = records(root.get("facts"))
    _check_sources(reader, facts, sources)
    known = dict.fromkeys(fact["id"] for fact in facts if isinstance(fact.get("id"), str))
    for rating in _ratings(root.get("ratings")):
        evidence = records(rating.get("evidence"))
        _check_sources(reader, evidence, sources)
        if "for" in rating or "against" in rating or any("id" in item for item in evidence):
            _check_facts(reader, rating, known, root)


def cited(rating: Mapping, facts: dict[str, Evidence]) -> tuple[Evidence, ...]:
    """The facts that a rating cites, those for its level first."""
    names = ((stance, name) for stance in STANCES for _, _, name in _ids(rating, stance))
    return tuple(facts[name]._replace(stance=stance) for stance, name in names if name in facts)


def _facts_are_faulty(root: Mapping) -> bool:
    """Whether the list of facts is wrong as a whole, so that each citation would be one more message about one slip."""
    given = root.get("facts")
    if given is not None:
        return not isinstance(given, Sequence)
    return any(nearest(key, ["facts"]) for key in root if key != "facts")


def _check_facts(reader: Reader, rating: Mapping, known: Collection[str], root: Mapping) -> None:
    """Report facts that are not `known`, and those cited twice."""
    first: set[str] = set()
    for where, index, name in _all_ids(rating):
        if name in first:
            reader.at("fact-cited-twice", where, index, name=name)
        elif index != "id" and name not in known and not _facts_are_faulty(root):
            if known:
                unknown(reader, "unknown-fact", where, index, known)
            else:
                reader.at("unknown-fact.none", where, index, name=name)
        first.add(name)


def _all_ids(rating: Mapping) -> Iterator[tuple[Container, str | int, str]]:
    """The ids that a rating cites, and those given to evidence on the spot."""
    for stance in STANCES:
        yield from _ids(rating, stance)
    for item in records(rating.get("evidence")):
        if isinstance(item.get("id"), str):
            yield item, "id", item["id"]


def _ids(rating: Mapping, stance: str) -> Iterator[tuple[Container, str | int, str]]:
    """The ids of facts under `for` or `against`, each with the place where it stands."""
    given = rating.get(stance)
    items: list[tuple[Container, str | int, Any]] = [(rating, stance, given)]
    if isinstance(given, Sequence):
        items = [(given, index, name) for index, name in enumerate(given)]
    yield from ((where, index, name) for where, index, name in items if _is_id(name))


def _is_id(name: object) -> bool:
    return isinstance(name, str) and DOTTED_ID.fullmatch(name) is not None


def _ratings(value: Any) -> Iterator[Mapping]:
    """The ratings of a dossier as they are written, under every rubric."""
    for by_address in value.values() if isinstance(value, Mapping) else ():
        ratings = by_address.values() if isinstance(by_address, Mapping) else ()
        yield from (rating for rating in ratings if isinstance(rating, Mapping))


def _check_sources(reader: Reader, items: list[Mapping], sources: dict[str, Any]) -> None:
    for item in items:
        name = item.get("source")
        if isinstance(name, str) and name not in sources:
            unknown(reader, "unknown-source", item, "source", sources)
