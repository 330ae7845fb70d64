"""How old the evidence was when the ratings were made: sources older than asked for, and sources without a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.errors import in_file_order
from kasean_score.files.checks.common import items, warning
from kasean_score.files.dates import earliest, latest
from kasean_score.model import Initiative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.errors import Problem
    from kasean_score.files.dates import Age
    from kasean_score.files.opened import Opened
    from kasean_score.files.tree import Mapping

__all__ = ["check_age"]


def check_age(opened: Opened, age: Age) -> list[Problem]:
    """Warnings about the age of what a dossier cites: each source once, at its date.

    Age is counted back from the date of the ratings, `as_of`, and never from today: the same files give the same
    warnings. A date without day or month is old only if all its days are.
    """
    if opened.root is None or not isinstance(opened.document, Initiative):
        return []
    found = list(_found(opened.root, opened.document, age))
    return in_file_order(one for one in found if one.place is None or one.place.file.path == opened.file.path)


def _found(root: Mapping, initiative: Initiative, age: Age) -> Iterator[Problem]:
    citing: dict[str, list[str]] = {}
    for by_address in initiative.ratings.values():
        for address, rating in by_address.items():
            for item in rating.evidence:
                citing.setdefault(item.source, []).append(address)
    if not citing:
        return
    if initiative.as_of is None:
        yield warning("no-as-of-date", root, "id", age=age.written)
        return
    oldest = age.before(earliest(initiative.as_of))
    for source in items(root.get("sources")):
        name = source.get("id")
        if not isinstance(name, str) or name not in citing or name not in initiative.sources:
            continue
        params = {"name": name, "criteria": list(dict.fromkeys(citing[name])), "age": age.written}
        date = initiative.sources[name].date
        if date is None:
            yield warning("undated-source", source, "id", **params)
        elif latest(date) < oldest:
            yield warning("old-source", source, "date", date=date, as_of=initiative.as_of, **params)
