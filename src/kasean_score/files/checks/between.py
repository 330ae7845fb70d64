"""What is odd between the files of one run: one id for two documents, and one source told in two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.errors import Problem
from kasean_score.files.checks.common import items
from kasean_score.files.tree import place_of
from kasean_score.model import Initiative, Rubric

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.errors import Place
    from kasean_score.files.opened import Opened
    from kasean_score.model import Source

__all__ = ["Between"]

TOLD = ("title", "author", "publisher", "date", "url")
"""What two entries of one source must not say differently."""


class Between:
    """Remembers what the documents seen so far are called and cite."""

    def __init__(self) -> None:
        self._documents: dict[tuple[object, ...], str] = {}
        self._sources: dict[str, tuple[dict[str, Any], str]] = {}

    def found(self, opened: Opened) -> Iterator[Problem]:
        """The warnings of a document beside those seen before it."""
        document, root = opened.document, opened.root
        if document is None or root is None:
            return
        yield from self._same_id(document, place_of(root, "id"))
        listed = {item["id"]: item for item in items(root.get("sources")) if isinstance(item.get("id"), str)}
        for source in document.sources.values():
            place = place_of(listed[source.id], "id") if source.id in listed else None
            if place is not None and place.file.path == opened.file.path:
                yield from self._same_source(source, place)

    def _same_id(self, document: Rubric | Initiative, place: Place) -> Iterator[Problem]:
        """Two documents with one id: dossiers of several dates, raters or versions are told apart by these."""
        apart: tuple[object, ...] = (document.version,)
        if isinstance(document, Initiative):
            apart += (document.as_of, str(document.rated_by))
        key = (isinstance(document, Rubric), document.id, *apart)
        here = f"{place.file.path}:{place.line}"
        first = self._documents.setdefault(key, here)
        if first != here:
            kind = "rubric" if isinstance(document, Rubric) else "initiative"
            yield Problem(f"same-id.{kind}", place, {"name": document.id, "first": first}, "warning")

    def _same_source(self, source: Source, place: Place) -> Iterator[Problem]:
        told = {name: _plain(getattr(source, name)) for name in TOLD}
        known, first = self._sources.setdefault(source.id, (told, f"{place.file.path}:{place.line}"))
        differs = [name for name in TOLD if known[name] != told[name]]
        if differs:
            params = {"name": source.id, "fields": differs, "first": first}
            yield Problem("source-told-twice", place, params, "warning")


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, dict) else value
