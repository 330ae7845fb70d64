"""What several dossiers cite, brought under one list of sources and one of facts, each id with one meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.model import Evidence, Source

__all__ = ["Citations"]

Record = dict[str, Any]
DEFAULTS = {"kind": "other", "stance": "for", "independent": False, "certainty": "reported"}
"""What a file need not say of a source or of evidence."""


class Citations:
    """Gathers sources and evidence; `problems` are the ids that two files mean different things by."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._sources: dict[str, tuple[Source, str]] = {}
        self._facts: dict[str, tuple[Evidence, str]] = {}
        self._cited: dict[str, list[Evidence]] = {}

    def add_source(self, source: Source, path: str) -> None:
        """Add a bibliography entry of the file at `path`."""
        known, first = self._sources.setdefault(source.id, (source, path))
        if known != source:
            self.problems.append(Problem("source-differs", None, {"name": source.id, "first": first, "second": path}))

    def cite(self, address: str, evidence: Iterable[Evidence], path: str) -> None:
        """Add what the file at `path` cites under a criterion: the same item once, though for and against are two."""
        for item in evidence:
            kept = item
            if item.id is not None:
                plain = item._replace(stance="for")
                known, first = self._facts.setdefault(item.id, (plain, path))
                if known != plain and first == path:
                    kept = item._replace(id=None)  # named on the spot, under two criteria, as two things
                elif known != plain:
                    params = {"name": item.id, "first": first, "second": path}
                    self.problems.append(Problem("fact-differs", None, params))
            here = self._cited.setdefault(address, [])
            if kept not in here:
                here.append(kept)

    def cited(self, address: str) -> Record:
        """The citations of a criterion as a rating writes them: facts by id, all else on the spot.

        A fact is cited by id once, so one that raters read both ways is written out for the second.
        """
        made: Record = {"for": [], "against": [], "evidence": []}
        seen: set[str] = set()
        for item in self._cited.get(address, ()):
            if item.id is not None and item.id not in seen:
                made[item.stance].append(item.id)
                seen.add(item.id)
            else:
                made["evidence"].append(_record(item._replace(id=None)))
        return {name: value for name, value in made.items() if value}

    def facts(self) -> list[Record]:
        """Everything that is cited by id."""
        return [_record(fact) for fact, _ in self._facts.values()]

    def sources(self) -> list[Record]:
        """All sources of all files."""
        return [_record(source) for source, _ in self._sources.values()]


def _record(item: Source | Evidence) -> Record:
    """A source or an item of evidence with the fields that say something, its id first."""
    said = {name: value for name, value in item._asdict().items() if value is not None and DEFAULTS.get(name) != value}
    first: Record = {name: said.pop(name) for name in ("id", "source", "at") if name in said}
    return {**first, **said}
