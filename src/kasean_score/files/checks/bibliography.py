"""The sources of a document held against a bibliography: which are not in it, and which are told differently there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kasean_score.errors import Problem, in_file_order
from kasean_score.files.checks.common import by_language, items, same_words
from kasean_score.files.tree import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.files.opened import Opened
    from kasean_score.model import Source

__all__ = ["Bibliography"]

DOI = re.compile(r"doi\.org/(10\..+)", re.IGNORECASE)


class Bibliography:
    """The entries of a bibliography by id and by address; `path` is its file."""

    def __init__(self, path: str, entries: Iterable[Source]) -> None:
        self.path = path
        self.by_id: dict[str, Source] = {}
        self.by_address: dict[str, Source] = {}
        for entry in entries:
            self.by_id.setdefault(entry.id, entry)
            if entry.url is not None:
                self.by_address.setdefault(_address(entry.url), entry)

    def found(self, opened: Opened) -> list[Problem]:
        """The warnings of a document's own sources, in file order."""
        if opened.root is None or opened.document is None:
            return []
        found = list(self._found(opened))
        return in_file_order(one for one in found if one.place is None or one.place.file.path == opened.file.path)

    def _found(self, opened: Opened) -> Iterator[Problem]:
        assert opened.root is not None
        assert opened.document is not None
        for item in items(opened.root.get("sources")):
            source = opened.document.sources.get(str(item.get("id")))
            if source is None:
                continue
            place = place_of(item, "id")
            entry = self.by_id.get(source.id) or self.by_address.get(_address(source.url or ""))
            if entry is None:
                yield Problem("not-in-bibliography", place, {"name": source.id, "path": self.path}, "warning")
                continue
            there = _differs(source, entry)
            if there:
                given = [f"{name}: {value}" for name, value in there.items()]
                params = {"name": source.id, "other": entry.id, "fields": list(there), "given": given}
                yield Problem("bibliography-differs", place, params, "warning")


def _differs(source: Source, entry: Source) -> dict[str, str]:
    """The fields that both have and that differ, with what the bibliography says.

    A title that is one of several languages', or the beginning of one (without its subtitle), is the same; a year is
    the same as a day of it.
    """
    found: dict[str, str] = {}
    titles = [{same_words(words) for words in by_language(one.title).values()} for one in (source, entry)]
    if not any(one.startswith(other) or other.startswith(one) for one in titles[0] for other in titles[1]):
        found["title"] = " / ".join(by_language(entry.title).values())
    if source.date and entry.date and not (source.date.startswith(entry.date) or entry.date.startswith(source.date)):
        found["date"] = entry.date
    if source.url and entry.url and _address(source.url) != _address(entry.url):
        found["url"] = entry.url
    return found


def _address(url: str) -> str:
    """A web address without what leads to the same page: its scheme, a final slash; of a DOI the number alone."""
    doi = DOI.search(url)
    if doi is not None:
        return doi[1].casefold()
    return url.partition("://")[2].rstrip("/")
