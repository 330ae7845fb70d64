"""The file that is being rated: read, changed by one answer at a time, and never written over another's change."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.cli.rate_state import Sheet
from kasean_score.errors import FileText, InputError, Place, Problem
from kasean_score.files.catalog import initiative_in, initiative_tree
from kasean_score.files.refs import is_lines, is_path, is_table
from kasean_score.files.roundtrip import CannotPlaceError, patched, values_in
from kasean_score.files.saving import save
from kasean_score.files.texts import MAX_BYTES, file_faults, read_text, text_of
from kasean_score.files.written import plain
from kasean_score.messages import LANGUAGES, say
from kasean_score.model import in_language
from kasean_score.scoring.evaluate import Scorecard, applies, evaluate
from kasean_score.scoring.fit import misfits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.cli.rate_state import State, Write
    from kasean_score.model import Initiative, Rubric

__all__ = ["Book", "ChangedError", "opened"]


class ChangedError(Exception):
    """Another program has changed the file since it was read."""


class _Page(NamedTuple):
    """One state of the file."""

    content: bytes
    file: FileText
    initiative: Initiative


class Book:
    """A dossier on a rubric, and the states that it went through in this conversation."""

    def __init__(self, path: str, rubric: Rubric, lang: str) -> None:
        self.path = path
        self.rubric = rubric
        self.lang = lang
        self._done: list[tuple[_Page, State]] = []
        self._page = self._read()

    @property
    def initiative(self) -> Initiative:
        return self._page.initiative

    def scorecard(self) -> Scorecard:
        return evaluate(self.rubric, self.initiative)

    def sheet(self) -> Sheet:
        tree, one = initiative_tree(self._page.file), self.initiative
        criteria = tuple(criterion for criterion in self.rubric.criteria() if applies(criterion, one))
        by_rubric = plain(tree).get("ratings") or {}
        facts = {fact["id"]: in_language(fact["shows"], self.lang) for fact in tree.get("facts") or ()}
        return Sheet(
            self.rubric,
            criteria,
            {address: _given(rating) for address, rating in (by_rubric.get(self._under) or {}).items() if rating},
            {source.id: in_language(source.title, self.lang) for source in one.sources.values()},
            facts,
            frozenset(say(lang, "new.to_be_rated") for lang in LANGUAGES),
            self.lang,
        )

    def write(self, change: Write, state: State) -> bool:
        """Put an answer into the file; False where it says that already. Raises InputError, ChangedError.

        `state` is what is returned to when the answer is undone.
        """
        try:
            text = patched(self._page.file.text, self._wanted(change))
        except CannotPlaceError:
            raise InputError.of("rate-layout", path=self.path) from None
        mark = BOM_UTF8 if self._page.content.startswith(BOM_UTF8) else b""
        content = mark + text.encode()
        if content == self._page.content:
            return False
        page = self._checked(content)
        self._save(page)
        self._done.append((self._page, state))
        self._page = page
        return True

    def undo(self) -> State | None:
        """Bring the file back to what it was before the last answer; None where there is none left."""
        if not self._done:
            return None
        page, state = self._done[-1]
        self._save(page)
        self._done.pop()
        self._page = page
        return state

    def reload(self) -> None:
        """Take the file as it is now; what was done before cannot be undone any more. Raises InputError."""
        self._page = self._read()
        self._done.clear()

    @property
    def _under(self) -> str:
        return self.initiative.rated_under(self.rubric) or self.rubric.id

    def _read(self) -> _Page:
        with file_faults(self.path), open(self.path, "rb") as stream:
            content = stream.read()
        return self._checked(content)

    def _checked(self, content: bytes) -> _Page:
        """A state of the file that the reader takes and that fits the rubric. Raises InputError."""
        if len(content) > MAX_BYTES:
            raise InputError([Problem("too-large", Place(FileText(self.path)), {"limit": MAX_BYTES // 1_000_000})])
        file = text_of(self.path, content)
        initiative = initiative_in(file)
        faults = misfits(self.rubric, initiative)
        if faults:
            raise InputError(faults)
        return _Page(content, file, initiative)

    def _save(self, page: _Page) -> None:
        now = None
        with suppress(OSError), open(self.path, "rb") as stream:
            now = stream.read()
        if now != self._page.content:
            raise ChangedError
        save(self.path, page.content)

    def _wanted(self, change: Write) -> dict[str, Any]:
        """The file's own values with the answer in them; what it extends stays where it is."""
        own = values_in(self._page.file.text)
        if change.rating is not None:
            ratings = dict(own.get("ratings") or {})
            ratings[self._under] = self._placed(ratings.get(self._under) or {}, change.address, change.rating)
            own["ratings"] = ratings
        if change.sources:
            own["sources"] = [*(own.get("sources") or []), *change.sources]
        return dict(own)

    def _placed(self, ratings: Mapping[str, Any], address: str, rating: Mapping[str, Any]) -> dict[str, Any]:
        """The ratings with one replaced, or put behind the last of those that precede it in the rubric."""
        if address in ratings:
            return {name: rating if name == address else given for name, given in ratings.items()}
        order = [criterion.id for criterion in self.rubric.criteria()]
        before = [name for name in ratings if name in order and order.index(name) < order.index(address)]
        if not before:
            return {**ratings, address: rating}
        placed: dict[str, Any] = {}
        for name, given in ratings.items():
            placed[name] = given
            if name == before[-1]:
                placed[address] = rating
        return placed


def opened(path: str) -> Initiative:
    """The dossier at `path`, which must be a file that can be written. Raises InputError."""
    if not is_path(path) or path == "-":
        raise InputError.of("rate-no-file", name=path)
    if is_table(path) or is_lines(path):
        raise InputError.of("rate-not-dossier", path=path)
    initiative = initiative_in(read_text(path, limit=MAX_BYTES))
    folder = os.path.dirname(os.path.realpath(path))
    if not (os.access(path, os.W_OK) and os.access(folder, os.W_OK)):
        raise InputError.of("rate-read-only", path=path)
    return initiative


def _given(rating: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in rating.items() if value is not None}
