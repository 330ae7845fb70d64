"""The questions about one item of evidence and about a new source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kasean_score.cli.rate_state import Turn, Write
from kasean_score.errors import FileText
from kasean_score.files.fields import SOURCE_KINDS
from kasean_score.files.kinds import INVALID, Date, Id, Url
from kasean_score.files.tree import Mapping, Mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from kasean_score.cli.rate_state import Sheet, State
    from kasean_score.errors import Problem

__all__ = ["EVIDENCE_QUESTIONS", "new_id"]

WORDS = re.compile("[a-z0-9]+")
SMALL = frozenset(("the", "a", "an", "of", "on", "and", "for", "in", "to"))


def _at(sheet: Sheet, state: State, typed: str) -> Turn:
    return Turn(state._replace(question="shows", item={**state.item, "at": typed or None}))


def _shows(sheet: Sheet, state: State, typed: str) -> Turn:
    if not typed:
        return Turn(state, said=(("rate.shows_needed", {}),))
    return Turn(state._replace(question="stance", item={**state.item, "shows": typed}))


def _title(sheet: Sheet, state: State, typed: str) -> Turn:
    if not typed:
        return Turn(state._replace(question="source", item={}), said=(("rate.no_new_source", {}),))
    return Turn(state._replace(question="publisher", item={"title": typed}))


def _publisher(sheet: Sheet, state: State, typed: str) -> Turn:
    return Turn(state._replace(question="date", item={**state.item, "publisher": typed or None}))


def _date(sheet: Sheet, state: State, typed: str) -> Turn:
    if typed and _fault(Date(), typed):
        return Turn(state, said=(("rate.no_date", {"given": typed}),))
    return Turn(state._replace(question="url", item={**state.item, "date": typed or None}))


def _url(sheet: Sheet, state: State, typed: str) -> Turn:
    if typed and _fault(Url(), typed):
        return Turn(state, said=(("rate.no_url", {"given": typed}),))
    return Turn(state._replace(question="kind", item={**state.item, "url": typed or None}))


def _kind(sheet: Sheet, state: State, typed: str) -> Turn:
    kind: str | None = typed.lower()
    if typed.isdecimal() and 0 < int(typed) <= len(SOURCE_KINDS):
        kind = SOURCE_KINDS[int(typed) - 1]
    if typed and kind not in SOURCE_KINDS:
        return Turn(state, said=(("rate.no_kind", {"given": typed, "allowed": list(SOURCE_KINDS)}),))
    return Turn(state._replace(question="id", item={**state.item, "kind": kind or None}))


def _id(sheet: Sheet, state: State, typed: str) -> Turn:
    name = typed or new_id(sheet, state.item)
    if _fault(Id(dots=True), name):
        return Turn(state, said=(("rate.no_id", {"given": name}),))
    if name in sheet.sources:
        return Turn(state, said=(("rate.id_taken", {"given": name}),))
    record = {"id": name, **{field: value for field, value in state.item.items() if value is not None}}
    cited = state._replace(question="at", item={"source": name})
    return Turn(cited, Write(sheet.criteria[state.at].id, sources=(record,)))


def new_id(sheet: Sheet, item: Any) -> str:
    """An id for a new source: from its publisher or title and its year, one that is not taken."""
    words = WORDS.findall(f"{item.get('publisher') or ''} {item['title']}".lower())
    name = "-".join([word for word in words if word not in SMALL][:2]) or "source"
    year = (item.get("date") or "")[:4]
    name = f"{name[:40]}-{year}" if year else name[:40]
    taken = (name, *(f"{name}-{number}" for number in range(2, len(sheet.sources) + 3)))
    return next(one for one in taken if one not in sheet.sources)


class _Faults:
    """The part of a reader that the kinds of field report to."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def record(self, name: str, holder: Any, where: Any, value: Any) -> Any:
        raise AssertionError("no record is asked for")


def _fault(kind: Any, typed: str) -> bool:
    """Whether a kind of field refuses a text."""
    holder = Mapping(FileText(""), Mark(0, 0))
    holder[""] = typed
    return kind.read(_Faults(), holder, "", typed) is INVALID


EVIDENCE_QUESTIONS: dict[str, Callable[[Sheet, State, str], Turn]] = {
    "at": _at,
    "shows": _shows,
    "title": _title,
    "publisher": _publisher,
    "date": _date,
    "url": _url,
    "kind": _kind,
    "id": _id,
}
