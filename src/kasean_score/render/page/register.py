"""Facts and sources by number: each is told once on a page, wherever else it is cited only its number stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.messages import say
from kasean_score.render.page.links import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.documents.shapes import EvidenceDoc, SourceDoc

__all__ = ["Citation", "Entry", "Register"]

LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
NAME_SHOWN = 48


class Entry(NamedTuple):
    """A source in the list at the end."""

    number: int
    title: str
    lang: str | None
    url: str | None
    address: str | None
    details: Sequence[str]
    note: str | None


class Citation(NamedTuple):
    """A fact where it is cited. What it says is left out (`first` is false) where it was said before."""

    number: int
    first: bool
    shows: str
    source: int
    source_name: str
    details: Sequence[str]
    note: str | None


class Register:
    """Numbers what is cited in the order in which it comes."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.entries: list[Entry] = []
        self._sources: dict[tuple[object, ...], int] = {}
        self._facts: dict[tuple[object, ...], int] = {}

    def cite(self, item: EvidenceDoc) -> Citation:
        source = item["source"]
        place = self.source(source)
        key = (place, *(item[name] for name in ("at", "shows", "date", "note", "certainty", "independent")))
        first = key not in self._facts
        number = self._facts.setdefault(key, len(self._facts) + 1)
        details: Iterable[str | None] = (
            item["at"],
            say(self.lang, f"word.{item['certainty']}"),
            say(self.lang, "word.independent") if item["independent"] else None,
        )
        said = [text for text in details if text]
        return Citation(number, first, item["shows"], place, _short(source, item["date"]), said, item["note"])

    def source(self, source: SourceDoc) -> int:
        """The number of a source; it is entered when it first comes."""
        key = tuple(source.values())
        if key not in self._sources:
            self._sources[key] = len(self._sources) + 1
            self.entries.append(self._entry(self._sources[key], source))
        return self._sources[key]

    def _entry(self, number: int, source: SourceDoc) -> Entry:
        language = source["language"] or ""
        link = safe_url(source["url"])
        details: Iterable[str | None] = (
            source["author"],
            source["publisher"],
            source["date"],
            source["kind"],
            say(self.lang, "word.opening") if source["read"] == "opening" else None,
        )
        return Entry(
            number=number,
            title=source["title"],
            lang=language if LANGUAGE.fullmatch(language) else None,
            url=link,
            address=None if link else source["url"],
            details=[text for text in details if text],
            note=source["note"],
        )


def _short(source: SourceDoc, date: str | None) -> str:
    """Who says it, and when."""
    name = source["publisher"] or source["author"] or source["title"]
    cut = name if len(name) <= NAME_SHOWN else f"{name[: NAME_SHOWN - 1].rstrip()}…"
    when = date or source["date"]
    return f"{cut}, {when}" if when else cut
