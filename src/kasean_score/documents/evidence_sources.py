"""The sources of some dossiers, each once, as flat records for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.errors import Problem
from kasean_score.model import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.model import Initiative, Source

__all__ = ["Joined", "joined", "rows"]


class Joined(NamedTuple):
    """Sources in the order of their ids, the dossiers that have each, and ids that mean two different things."""

    sources: tuple[Source, ...]
    holders: dict[str, list[str]]
    problems: list[Problem]


def joined(initiatives: Iterable[Initiative]) -> Joined:
    """The sources of all initiatives. Where two entries of one id differ, the first stands and a problem says so."""
    found: dict[str, tuple[Source, str]] = {}
    holders: dict[str, list[str]] = {}
    problems = []
    for initiative in initiatives:
        path = initiative.file.path if initiative.file else initiative.id
        for source in initiative.sources.values():
            known, first = found.setdefault(source.id, (source, path))
            if known != source:
                params = {"name": source.id, "first": first, "second": path}
                problems.append(Problem("source-differs", None, params))
            names = holders.setdefault(source.id, [])
            if initiative.id not in names:
                names.append(initiative.id)
    return Joined(tuple(found[name][0] for name in sorted(found)), holders, problems)


def rows(sources: Joined, lang: str) -> Iterator[dict[str, Any]]:
    """A record for each source."""
    for source in sources.sources:
        yield {
            "id": source.id,
            "kind": source.kind,
            "title": in_language(source.title, lang),
            "author": source.author,
            "publisher": source.publisher,
            "date": source.date,
            "url": source.url,
            "language": source.language,
            "read": source.read,
            "note": None if source.note is None else in_language(source.note, lang),
            "initiatives": " ".join(sources.holders[source.id]),
        }
