"""What a rating conversation knows and where it stands: plain values, no terminal and no file."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.model import Criterion, Rubric

__all__ = [
    "FIELDS",
    "STATES",
    "Do",
    "Sheet",
    "State",
    "Turn",
    "Write",
    "advanced",
    "following",
    "judged",
    "pending",
    "start",
]

STATES = ("level", "value", "not_rated", "not_applicable")
FIELDS = (*STATES, "low", "high", "confidence", "disputed", "why", "for", "against", "evidence", "panel")
"""The fields of a rating in the order of the file."""
NOTHING: Mapping[str, Any] = MappingProxyType({})


class Sheet(NamedTuple):
    """What the file says now.

    `criteria` are those asked of the initiative, in rubric order; `ratings` are by address, as plain values of the
    file. `sources` are titles by id, `facts` what each shows. `placeholders` are the reasons that mean nobody has
    looked yet.
    """

    rubric: Rubric
    criteria: tuple[Criterion, ...]
    ratings: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, str]
    facts: Mapping[str, str]
    placeholders: frozenset[str]
    lang: str

    def rating(self, at: int) -> Mapping[str, Any]:
        return self.ratings.get(self.criteria[at].id, NOTHING)


class State(NamedTuple):
    """Which criterion is being asked about, which question, and those that follow it; `item` is what they gather."""

    at: int
    question: str = "rating"
    path: tuple[str, ...] = ()
    item: Mapping[str, Any] = NOTHING


class Write(NamedTuple):
    """A rating to be put into the file (None: it stays), and sources to be added."""

    address: str
    rating: Mapping[str, Any] | None = None
    sources: tuple[Mapping[str, Any], ...] = ()


class Do(NamedTuple):
    """Something that is not an answer: help, list, sources, undo, reload, quit."""

    what: str


class Turn(NamedTuple):
    """What an answer leads to: the next state (once the effect succeeded), and what is said: messages with blanks."""

    state: State
    effect: Write | Do | None = None
    said: tuple[tuple[str, Mapping[str, object]], ...] = ()


def judged(rating: Mapping[str, Any]) -> bool:
    """Whether a level or a value was given."""
    return rating.get("level") is not None or rating.get("value") is not None


def pending(sheet: Sheet, at: int) -> bool:
    """Whether nobody has looked at a criterion yet: one that was left unrated for a reason has been looked at."""
    rating = sheet.rating(at)
    if judged(rating) or rating.get("not_applicable") is not None:
        return False
    reason = rating.get("not_rated")
    return reason is None or reason in sheet.placeholders


def start(sheet: Sheet) -> State:
    """At the first criterion that nobody has looked at, else at the first that is not rated, else at the first."""
    return following(sheet, -1) or State(0)


def following(sheet: Sheet, at: int) -> State | None:
    """The next criterion after `at`, from the top again after the last, that waits for a rating."""
    order = [*range(at + 1, len(sheet.criteria)), *range(max(0, at + 1))]
    waiting = [index for index in order if pending(sheet, index)]
    unrated = [index for index in order if sheet.rating(index).get("not_rated") is not None]
    found = waiting or unrated
    return State(found[0]) if found else None


def advanced(sheet: Sheet, state: State) -> State:
    """The next question: the rest of this criterion's, then the next criterion, then the end."""
    if state.path:
        return State(state.at, state.path[0], state.path[1:])
    last = state.at + 1 >= len(sheet.criteria)
    return State(state.at, "end") if last else State(state.at + 1)
