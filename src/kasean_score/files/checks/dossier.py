"""What is odd about a dossier: ratings without reasons, sources from after the rating, one source judged two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.files.checks.common import by_language, items, ratings_in, same_words, warning, warning_at_key
from kasean_score.files.dates import earliest, is_date, latest
from kasean_score.files.tree import Mapping, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.errors import Problem
    from kasean_score.model import Initiative

__all__ = ["check_dossier"]


def check_dossier(root: Mapping, initiative: Initiative) -> Iterator[Problem]:
    """Warnings about a dossier; `root` is its tree, with what it extends."""
    yield from _no_reasons(root)
    yield from _later(root)
    yield from _not_independent(root, initiative)


def _no_reasons(root: Mapping) -> Iterator[Problem]:
    """Levels for which the dossier gives neither a rationale nor evidence."""
    for rubric, by_address in ratings_in(root):
        rated = [
            (address, rating)
            for address, rating in by_address.items()
            if isinstance(rating, Mapping) and (rating.get("level") is not None or rating.get("value") is not None)
        ]
        bare = [address for address, rating in rated if not any(rating.get(name) for name in REASONS)]
        if len(bare) > 1 and len(bare) == len(rated):
            yield warning_at_key("no-reason.all", by_address, bare[0], rubric=rubric, count=len(bare))
        else:
            yield from (warning_at_key("no-reason", by_address, address, criterion=address) for address in bare)


REASONS = ("why", "for", "against", "evidence", "panel")


def _later(root: Mapping) -> Iterator[Problem]:
    """Sources that were published after the date of the ratings which they are cited for."""
    as_of = root.get("as_of")
    if not is_date(as_of):
        return
    for name in ("sources", "facts"):
        for item in items(root.get(name)):
            date = item.get("date")
            if is_date(date) and earliest(date) > latest(as_of):
                key = f"later-than-rating.{name}"
                yield warning(key, item, "date", name=item.get("id"), date=date, as_of=as_of)


def _not_independent(root: Mapping, initiative: Initiative) -> Iterator[Problem]:
    """Evidence said to be independent of the owner that the owner published."""
    owners = {same_words(words) for words in by_language(initiative.owner).values()} - {""}
    own = {
        source["id"]: source
        for source in items(root.get("sources"))
        if isinstance(source.get("id"), str)
        and owners & {same_words(str(source[name])) for name in ("publisher", "author") if source.get(name)}
    }
    for item in _cited(root):
        name = item.get("source")
        if item.get("independent") is True and isinstance(name, str) and name in own:
            source = own[name]
            line = place_of(source, "id").line
            yield warning("not-independent", item, "independent", source=source["id"], first=line)


def _cited(root: Mapping) -> Iterator[Mapping]:
    yield from items(root.get("facts"))
    for _, by_address in ratings_in(root):
        for rating in by_address.values():
            if isinstance(rating, Mapping):
                yield from items(rating.get("evidence"))
