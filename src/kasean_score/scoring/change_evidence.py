"""Which evidence is new, gone or changed between two scorecards of one initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Evidence, in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kasean_score.model import Source, Text
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["EvidenceChange", "evidence_changes"]

FIELDS = ("source", "at", "shows", "stance", "independent", "certainty", "date", "note")
OF_SOURCES = ("title", "author", "publisher", "date", "url", "kind")


class EvidenceChange(NamedTuple):
    """An item under a criterion on both sides: None where it is new or gone.

    `fields` name what changed; `source_entry` among them means that the bibliography entry did.
    """

    criterion: str
    old: Evidence | None
    new: Evidence | None
    fields: tuple[str, ...] = ()


class _Items(NamedTuple):
    """The items of one side with what they need to be compared by: texts in one language, where one is asked for."""

    sources: Mapping[str, Source]
    lang: str | None

    def text(self, text: Text | None) -> object:
        return text if text is None or self.lang is None else in_language(text, self.lang)

    def content(self, item: Evidence) -> tuple[object, object, object]:
        return item.source, self.text(item.at), self.text(item.shows)

    def facts(self, item: Evidence) -> dict[str, object]:
        entry = self.sources.get(item.source)
        facts = {name: self.text(getattr(item, name)) if name in ("at", "shows", "note") else getattr(item, name)
                 for name in FIELDS}  # fmt: skip
        facts["source_entry"] = entry and [self.text(getattr(entry, name)) for name in OF_SOURCES]
        return facts


def evidence_changes(
    old: Scorecard, new: Scorecard, addresses: Iterable[str], lang: str | None = None
) -> Iterator[EvidenceChange]:
    """The changes under each criterion in `addresses`, new and changed items in the new order, then those gone.

    Items with one id are one item, the others are matched by source, place and what they show. `lang` is given where
    a side has its texts in that language alone.
    """
    before, after = _Items(old.initiative.sources, lang), _Items(new.initiative.sources, lang)
    of_old, of_new = _by_criterion(old), _by_criterion(new)
    for address in addresses:
        gone, fresh = of_old.get(address, ()), of_new.get(address, ())
        found = {id(b): a for a, b in _matches(before, gone, after, fresh)}
        for item in fresh:
            match = found.get(id(item))
            if match is None:
                yield EvidenceChange(address, None, item)
                continue
            was, now = before.facts(match), after.facts(item)
            fields = tuple(name for name in now if was[name] != now[name])
            if fields:
                yield EvidenceChange(address, match, item, fields)
        matched = set(map(id, found.values()))
        yield from (EvidenceChange(address, item, None) for item in gone if id(item) not in matched)


def _by_criterion(card: Scorecard) -> dict[str, Sequence[Evidence]]:
    return {score.node.id: score.rating.evidence for score in card.criteria() if score.rating is not None}


def _matches(
    before: _Items, old: Sequence[Evidence], after: _Items, new: Sequence[Evidence]
) -> Iterator[tuple[Evidence, Evidence]]:
    """Pairs of one item on both sides; each item is in one pair at most."""
    left, right = list(old), list(new)
    for same in (
        lambda a, b: a.id is not None and a.id == b.id,
        lambda a, b: before.content(a) == after.content(b),
    ):
        for item in list(right):
            match = next((one for one in left if same(one, item)), None)
            if match is not None:
                left = [one for one in left if one is not match]
                right = [one for one in right if one is not item]
                yield match, item
