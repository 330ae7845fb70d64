"""A dossier taken apart into the rows of a form: flat records by the keys of `tables.COLUMNS`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.files.forms.tables import COLUMNS, IDENTITY, NO, STATES, TEXTS, YES, FormOf, key_of
from kasean_score.files.tree import Number, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kasean_score.model import Initiative, Rubric

__all__ = ["Content", "Row", "content_of", "empty_content"]

Row = dict[str, "str | float | int"]


class Content(NamedTuple):
    """The rows of a form. `ratings` has them by the rubric's id and the criterion's address."""

    identity: Row
    ratings: Mapping[str, Mapping[str, Row]]
    about: Mapping[str, FormOf]
    opinions: tuple[Row, ...] = ()
    evidence: tuple[Row, ...] = ()
    facts: tuple[Row, ...] = ()
    sources: tuple[Row, ...] = ()


def empty_content(rubrics: list[Rubric]) -> Content:
    """A form that nobody has filled in."""
    about = {one.id: FormOf(one.id, one.version, one.sha256, one.id) for one in rubrics}
    return Content({}, {one.id: {} for one in rubrics}, about)


def content_of(root: Mapping[str, Any], initiative: Initiative, rubrics: list[Rubric]) -> Content:
    """What the dossier whose tree is `root` says, of its ratings those on `rubrics`."""
    about, ratings = {}, {}
    opinions: list[Row] = []
    evidence: list[Row] = []
    for rubric in rubrics:
        under = initiative.rated_under(rubric) or rubric.id
        about[rubric.id] = FormOf(rubric.id, rubric.version, rubric.sha256, under)
        given = root["ratings"].get(under) or {}
        ratings[rubric.id] = {address: _judged(rating) for address, rating in given.items()}
        for address, rating in given.items():
            where: Row = {"rubric": rubric.id, "criterion": address}
            opinions += [
                {**where, **_texts("rater", one["rater"]), **_judged(one)} for one in records(rating.get("panel"))
            ]
            evidence += [{**where, **row} for row in _evidence(rating)]
    facts = tuple(_flat(fact, COLUMNS["fact"]) for fact in records(root.get("facts")))
    sources = tuple(_flat(source, COLUMNS["source"]) for source in records(root.get("sources")))
    return Content(_identity(root), ratings, about, tuple(opinions), tuple(evidence), facts, sources)


def _identity(root: Mapping[str, Any]) -> Row:
    """The fields of the dossier itself: one row for each, so that a key stands for a text of each language."""
    period = root.get("period") or {}
    values = {**root, "period_from": period.get("from"), "period_to": period.get("to")}
    return _flat(values, IDENTITY)


def _flat(record: Mapping[str, Any], keys: tuple[str, ...]) -> Row:
    row: Row = {}
    for key in keys:
        row.update(_texts(key, record.get(key)))
    return row


def _texts(key: str, value: Any) -> Row:
    """The cells of one field: one for each language of a text, none where it is absent."""
    if value is None:
        return {}
    if isinstance(value, bool):
        return {key: YES if value else NO}
    if isinstance(value, dict):
        return {key_of(key, lang): str(text) for lang, text in value.items()}
    if isinstance(value, Number) and key not in TEXTS and key in MEASURED:
        return {key: _number(value)}
    return {key: str(value)}


MEASURED = ("value", "low", "high")


def _number(text: str) -> float | int:
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < 1e15 and text.lstrip("-").isdecimal() else number


def _judged(rating: Mapping[str, Any]) -> Row:
    """A rating's cells, or an opinion's: the reason of a state stands in the column `why`."""
    row: Row = {}
    level = rating.get("level")
    if level is not None:
        ends = level if isinstance(level, list) else [level]
        row["level"] = int(ends[0])
        if len(ends) > 1 and ends[1] != ends[0]:
            row["level_to"] = int(ends[1])
    for state in STATES:
        if rating.get(state) is not None:
            row = {"level": state, **_texts("why", rating[state])}
    for key in (*MEASURED, "confidence", "why", "disputed"):
        row.update(_texts(key, rating.get(key)))
    return row


def _evidence(rating: Mapping[str, Any]) -> Iterator[Row]:
    """A row for each fact that a rating cites, then one for each item of its own."""
    for stance in ("for", "against"):
        given = rating.get(stance)
        for name in given if isinstance(given, list) else [] if given is None else [given]:
            yield {"stance": stance, "fact": str(name)}
    for item in records(rating.get("evidence")):
        yield _flat(item, COLUMNS["evidence"][2:])
