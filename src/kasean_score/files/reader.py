"""Values with marks to model: field by field from the tables, then the rules that tie fields together.

Every fault is collected; nothing stops at the first. A model is returned only when there is none.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.errors import InputError, Problem, in_file_order, nearest
from kasean_score.files.fields import DOCUMENTS, TABLES
from kasean_score.files.initiatives import build_initiative, build_opinion, build_rating
from kasean_score.files.kinds import ANY_TEXT, INVALID, Choice, Id, String, describe, field_name
from kasean_score.files.rubrics import build_rubric
from kasean_score.files.tree import Container, Mapping, place_of
from kasean_score.model import (
    AppliesTo,
    Evidence,
    EvidenceRule,
    FileRef,
    Initiative,
    Measure,
    Origin,
    Period,
    Rubric,
    Source,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kasean_score.files.fields import Field, Table

__all__ = ["Reader", "read_initiative", "read_rubric"]


class Draft(NamedTuple):
    """A record that can only be built once its surroundings are known."""

    values: dict[str, Any]
    holder: Mapping


def read_rubric(root: Any, extends: tuple[FileRef, ...] = ()) -> Rubric:
    """The rubric in a document's tree. Raises InputError with every fault, in file order."""
    reader = Reader()
    rubric = reader.document("rubric", root, lambda draft: build_rubric(reader, draft, extends))
    assert isinstance(rubric, Rubric)
    return rubric


def read_initiative(root: Any, extends: tuple[FileRef, ...] = ()) -> Initiative:
    """The initiative in a document's tree. Raises InputError with every fault, in file order."""
    reader = Reader()
    initiative = reader.document("initiative", root, lambda draft: build_initiative(reader, draft, extends))
    assert isinstance(initiative, Initiative)
    return initiative


class Reader:
    """One document being read, and the faults found in it so far.

    A wrong value is reported and left out, so that reading goes on with its default and finds the other faults too.
    """

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def document(self, name: str, root: Any, build: Callable[[Draft], Any]) -> Any:
        values = self._values(name, root)
        built = build(Draft(values, root)) if values is not None else None
        if self.problems:
            raise InputError(in_file_order(self.problems), partial=built)
        return built

    def record(self, name: str, holder: Container, where: str | int, value: Any) -> Any:
        if value.__class__ is not Mapping:
            place = place_of(holder, where)
            params = {
                "field": field_name(holder, where),
                "given": describe(value),
                "allowed": list(TABLES[name].fields),
            }
            self.problems.append(Problem("wrong-type.record", place, params))
            return INVALID
        make = _PLAIN.get(name)
        if make is not None and _stands(TABLES[name], value):
            return make(**value)
        values = self._values(name, value)
        if values is None:
            return INVALID
        if make is not None:
            return make(**values)
        build = _BUILD.get(name)
        draft = Draft(values, value)
        return draft if build is None else build(self, draft)

    def at(self, key: str, holder: Container, where: str | int | None = None, /, **params: object) -> None:
        """Report a fault at a value of `holder`, or at the holder."""
        self.problems.append(Problem(key, place_of(holder, where), params))

    def at_key(self, key: str, holder: Mapping, where: str, /, **params: object) -> None:
        """Report a fault at a key of `holder`."""
        self.problems.append(Problem(key, place_of(holder, where, key=True), params))

    def _values(self, name: str, holder: Mapping) -> dict[str, Any] | None:
        """The record's values by field, or None when a required one is missing or a given one is wrong."""
        table = TABLES[name]
        readers = table.readers
        values: dict[str, Any] = {}
        for key, value in holder.items():
            reader = readers.get(key)
            if reader is None:
                self._unknown_key(name, holder, key)
            elif value is not None:  # an empty field is an absent one
                read = reader(self, holder, key, value)
                if read is not INVALID:
                    values[key] = read
                elif isinstance(value, str) and _will_do(table.fields[key]):
                    values[key] = value  # refused, but good enough to go on and find what else is wrong
        complete = True
        if not table.required <= values.keys():
            complete = False
            self._missing(table, holder, values)
        if table.one_of:
            complete = self._one_of(table.one_of, name, holder) and complete
        return values if complete else None

    def _missing(self, table: Table, holder: Mapping, values: dict[str, Any]) -> None:
        for field in table.fields.values():
            if field.required and holder.get(field.name) is None:
                about = {"record": _named(table.name, holder), "field": field.name, "about": field.description}
                self.at("missing-field", holder, **about)

    def _one_of(self, names: tuple[str, ...], name: str, holder: Mapping) -> bool:
        given = [key for key in names if holder.get(key) is not None]
        if len(given) == 1:
            return True
        if not given:
            self.at("missing-one-of", holder, record=_named(name, holder), allowed=list(names))
        else:
            self.at_key("too-many-of", holder, given[1], record=_named(name, holder), given=given)
        return False

    def _unknown_key(self, name: str, holder: Mapping, key: str) -> None:
        allowed = list(TABLES[name].fields)
        meant = nearest(key, allowed)
        message = "unknown-key.near" if meant else "unknown-key"
        self.at_key(message, holder, key, name=key, record=_named(name, holder), allowed=allowed, meant=meant)


def _stands(table: Table, record: Mapping) -> bool:
    """Whether a record is sound and means what it says as it stands: true of most of a dossier's thousand values.

    Only what is told at a glance counts; about all else the fields' own readers are asked.
    """
    sound = table.sound
    for key, value in record.items():
        kept = sound.get(key)
        if kept is ANY_TEXT:
            if value.__class__ is not str or not value or value.isspace():
                return False
        elif kept is None or value.__class__ not in (str, bool) or value not in kept:
            return False
    return table.required <= record.keys()


def _will_do(field: Field) -> bool:
    """Whether a wrong text is better than none: the record cannot be read without it."""
    return field.required and isinstance(field.kind, Id | String | Choice)


def _named(name: str, holder: Mapping) -> str:
    """A record as messages call it: its kind, and its id where it has one."""
    own = holder.get("id")
    return f'{name.replace("_", " ")} "{own}"' if isinstance(own, str) else name.replace("_", " ")


def document_kind(root: Any) -> str | None:
    """The kind that a document says it is, if it is one of ours."""
    kind = root.get("kind") if isinstance(root, Mapping) else None
    return kind if isinstance(kind, str) and kind in DOCUMENTS else None


def _measure(reader: Reader, draft: Draft) -> Any:
    measure = Measure(**draft.values)
    ends = (measure.worst, measure.best)
    if measure.log and min(ends) <= 0:
        name = "worst" if measure.worst <= 0 else "best"
        reader.at("log-goalpost", draft.holder, name, field=name)
    elif measure.worst == measure.best or (measure.log and log(ends[0]) == log(ends[1])):
        reader.at("equal-goalposts", draft.holder, "best", value=measure.best)
    return measure


def _when(reader: Reader, draft: Draft) -> Any:
    values = draft.values
    if ("criterion" in values) == ("group" in values) or ("at_most" in values) == ("below" in values):
        reader.at("bad-condition", draft.holder)
        return INVALID
    if "group" in values and "at_most" in values:
        reader.at_key("bad-condition", draft.holder, "at_most")
        return INVALID
    return When(**values)


def _period(reader: Reader, draft: Draft) -> Any:
    start, end = draft.values.get("from"), draft.values.get("to")
    if start is not None and end is not None and end[: len(start)] < start[: len(end)]:
        reader.at("reversed-period", draft.holder, "to", start=start, end=end)
    return Period(start, end)


_PLAIN: dict[str, Callable[..., Any]] = {
    "source": Source,
    "origin": Origin,
    "applies_to": AppliesTo,
    "evidence_rule": EvidenceRule,
    "fact": Evidence,
    "evidence": Evidence,
}
"""Records whose fields are the arguments of a model class."""

_BUILD: dict[str, Callable[[Reader, Draft], Any]] = {
    "measure": _measure,
    "when": _when,
    "period": _period,
    "opinion": build_opinion,
    "rating": build_rating,
}
