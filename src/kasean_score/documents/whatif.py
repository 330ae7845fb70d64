"""A scorecard before and after some changes, and what each of them does alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypedDict

from kasean_score.documents import head
from kasean_score.documents.improvement import AfterDoc, after_document
from kasean_score.documents.scorecard import AS_STATED
from kasean_score.documents.scorecard import document as scorecards_document
from kasean_score.documents.shapes import Head, NodeDoc, OptionsDoc, ScorecardDoc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["ChangeDoc", "Tried", "WhatIfCardDoc", "WhatIfDoc", "WhatIfOptionsDoc", "document", "rows"]

COMPARED = ("state", "score", "bounds", "coverage", "weight", "share", "level", "value")
"""What a node has changed by. Not its contribution, which moves with every other rating."""


class Tried(NamedTuple):
    """A scorecard before and after changes; `alone` has for each its text, kind and address, and what it does alone
    (None where it cannot be made without the others).

    `states` are the ratings changed, by address, as they were typed.
    """

    before: Scorecard
    after: Scorecard
    alone: tuple[tuple[tuple[str, str, str | None], Scorecard | None], ...]
    states: Mapping[str, str]


class WhatIfOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    changes: Annotated[list[str], "The changes as they were typed."]


class ChangeDoc(TypedDict):
    change: Annotated[str, "As it was typed."]
    kind: Literal["rating", "weight", "weights", "aggregate", "min_coverage"]
    id: Annotated[str | None, "Address of the node that it is about."]
    alone: Annotated[AfterDoc | None, "What comes out of this change alone; null where it needs the others."]
    moved: Annotated[float | None, "Points by which it alone moves the score; null where one of the two is none."]


class WhatIfCardDoc(TypedDict):
    before: ScorecardDoc
    after: Annotated[ScorecardDoc, "With all the changes; its files are those that were changed for this run only."]
    moved: Annotated[float | None, "Points by which the changes together move the score."]
    interaction: Annotated[
        float | None, "Points of `moved` beyond the sum of what each does alone: the changes act on each other."
    ]
    changes: Annotated[list[ChangeDoc], "Those that concern this rubric, in the order typed."]
    nodes: Annotated[list[str], "Addresses of the nodes that are not as they were, in rubric order."]
    limits: Annotated[list[str], "Ids of the limits that hold where they did not, or the other way round."]


class WhatIfDoc(Head):
    options: WhatIfOptionsDoc
    scorecards: list[WhatIfCardDoc]


def document(tried: Iterable[Tried], changes: list[str], lang: str) -> WhatIfDoc:
    """What some changes do to some scorecards."""
    return {
        **head("whatif"),
        "options": {"lang": lang, "changes": changes},
        "scorecards": [_card(one, lang) for one in tried],
    }


def rows(doc: WhatIfDoc) -> Iterator[dict[str, Any]]:
    """For each scorecard a record of the total, one for each change alone, and one for each node that changed."""
    for card in doc["scorecards"]:
        before, after = card["before"], card["after"]
        yield _record(card, "total", None, before, after)
        for change in card["changes"]:
            if change["alone"] is not None:
                yield _record(card, "change", change["id"], before, change["alone"], change["change"])
        old, new = ({node["id"]: node for node in one["nodes"]} for one in (before, after))
        for address in card["nodes"]:
            yield _record(card, new[address]["kind"], address, old[address], new[address])


def _card(one: Tried, lang: str) -> WhatIfCardDoc:
    stated: OptionsDoc = {**AS_STATED, "lang": lang}
    changed: OptionsDoc = {**stated, "set": dict(one.states)}
    before, after = (
        scorecards_document([card], options)["scorecards"][0]
        for card, options in ((one.before, stated), (one.after, changed))
    )
    moved = _moved(one.before, one.after)
    alone = [_moved(one.before, card) for _, card in one.alone]
    known = [points for points in alone if points is not None]
    return {
        "before": before,
        "after": after,
        "moved": moved,
        "interaction": moved - sum(known) if moved is not None and len(known) == len(alone) else None,
        "changes": [_change(one.before, about, card, stated) for about, card in one.alone],
        "nodes": [
            new["id"] for old, new in zip(before["nodes"], after["nodes"], strict=True) if _state(old) != _state(new)
        ],
        "limits": [
            new["id"]
            for old, new in zip(before["limits"], after["limits"], strict=True)
            if (old["status"] == "holds") != (new["status"] == "holds")
        ],
    }


def _change(
    before: Scorecard, about: tuple[str, str, str | None], card: Scorecard | None, stated: OptionsDoc
) -> ChangeDoc:
    typed, kind, address = about
    return {
        "change": typed,
        "kind": kind,  # type: ignore[typeddict-item]
        "id": address,
        "alone": None if card is None else after_document(card, stated),
        "moved": _moved(before, card),
    }


def _moved(before: Scorecard, after: Scorecard | None) -> float | None:
    if after is None or after.score is None or before.score is None:
        return None
    return after.score - before.score


def _state(node: NodeDoc) -> list[object]:
    return [dict(node)[name] for name in COMPARED]


def _record(
    card: WhatIfCardDoc,
    kind: str,
    address: str | None,
    old: ScorecardDoc | NodeDoc,
    new: ScorecardDoc | NodeDoc | AfterDoc,
    change: str | None = None,
) -> dict[str, Any]:
    rubric, initiative = card["before"]["rubric"], card["before"]["initiative"]
    titles = {node["id"]: node["title"] for node in card["before"]["nodes"]}
    before, after = dict(old), dict(new)
    ends: list[Any] = [one["bounds"] or [None, None] for one in (before, after)]
    scores = (before["score"], after["score"])
    return {
        "rubric": rubric["id"], "rubric_version": rubric["version"],
        "initiative": initiative["id"], "initiative_version": initiative["version"], "as_of": initiative["as_of"],
        "kind": kind, "change": change, "id": address, "title": titles.get(address or ""),
        "score_before": before["score"], "low_before": ends[0][0], "high_before": ends[0][1],
        "coverage_before": before["coverage"], "band_before": before.get("band"),
        "score_after": after["score"], "low_after": ends[1][0], "high_after": ends[1][1],
        "coverage_after": after["coverage"], "band_after": after.get("band"),
        "moved": None if None in scores else after["score"] - before["score"],  # type: ignore[operator]
    }  # fmt: skip
