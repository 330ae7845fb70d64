"""Names within a document: lists whose items go by id, and references to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.errors import nearest
from kasean_score.files.tree import Container, Mapping, Sequence, place_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kasean_score.files.reader import Reader

__all__ = ["by_id", "check_unique", "unknown"]

GUESSES = 50
"""In files with more faults than this no further name is guessed: comparing all with all would take long."""


def by_id(reader: Reader, holder: Mapping, field: str, items: Iterable[Any]) -> dict[str, Any]:
    """The items read from the list `holder[field]` by their ids; every id used twice is reported."""
    listed = holder.get(field)
    if isinstance(listed, Sequence):
        check_unique(reader, listed, "id")
    return {item.id: item for item in items}


def check_unique(reader: Reader, items: Sequence, field: str) -> None:
    """Report every item of a list whose `field` repeats an earlier one's."""
    first: dict[str, int] = {}
    for item in items:
        name = item.get(field) if isinstance(item, Mapping) else None
        if not isinstance(name, str):
            continue
        line = place_of(item, field).line or 0
        if name in first:
            reader.at("duplicate-id", item, field, name=name, first=first[name])
        first.setdefault(name, line)


def unknown(reader: Reader, key: str, holder: Container, where: str | int, known: Collection[str]) -> None:
    """Report, as the fault `key`, that the name at `where` is none of those known."""
    name = str(holder[where])  # type: ignore[index]
    meant = nearest(name, known) if len(reader.problems) < GUESSES else None
    reader.at(f"{key}.near" if meant else key, holder, where, name=name, meant=meant, allowed=list(known))
