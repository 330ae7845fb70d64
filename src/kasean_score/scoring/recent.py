"""A memory of bounded size for results that are asked for again and again."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from kasean_score.model import Rating

__all__ = ["Recent", "is_shared"]

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recent(Generic[Key, Value]):
    """Remembers the last `size` entries that were used, and never more than twice as many.

    What was not used while `size` others were is forgotten, all of it at once: that costs nothing each time.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._new: dict[Key, Value] = {}
        self._old: dict[Key, Value] = {}

    def get(self, key: Key) -> Value | None:
        found = self._new.get(key)
        if found is None:
            found = self._old.get(key)
            if found is not None:
                self.put(key, found)
        return found

    def put(self, key: Key, value: Value) -> None:
        if len(self._new) >= self.size:
            self._old, self._new = self._new, {}
        self._new[key] = value


def is_shared(rating: Rating) -> bool:
    """Whether others are likely to have the very same rating: one that was read from a cell of a table.

    It knows its table and no more, so that no text is kept with it.
    """
    return rating.place is not None and not rating.place.file.text and not rating.evidence
