"""The rules that tie the fields of an initiative together: ratings with their states, evidence with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.errors import Problem, nearest
from kasean_score.files.kinds import INVALID
from kasean_score.files.tree import Mapping, Sequence, place_of
from kasean_score.model import FileRef, Initiative, Period, Rating, Source

if TYPE_CHECKING:
    from kasean_score.files.reader import Draft, Reader

__all__ = ["build_initiative", "build_rating", "sources_by_id"]

STATES = ("not_rated", "not_applicable")


def build_rating(reader: Reader, draft: Draft) -> Any:
    values, holder = draft
    state = next((name for name in STATES if holder.get(name) is not None), None)
    common = {"evidence": values.get("evidence", ()), "confidence": values.get("confidence")}
    if state is not None:
        for name in ("why", "disputed", "confidence", "low", "high"):
            if name in values:
                reader.at_key("rating-without-level", holder, name, field=name, state=state)
        return Rating(state, why=values.get(state), place=place_of(holder, state), **common)
    rating = Rating(
        "rated",
        levels=values.get("level"),
        value=values.get("value"),
        low=values.get("low", values.get("value")),
        high=values.get("high", values.get("value")),
        disputed=values.get("disputed"),
        why=values.get("why"),
        place=place_of(holder, "level" if "level" in values else "value"),
        **common,
    )
    if rating.levels is None and rating.value is None:
        return INVALID  # a level was given, and refused
    _check_range(reader, rating, holder)
    return rating


def _check_range(reader: Reader, rating: Rating, holder: Mapping) -> None:
    if rating.levels is not None:
        for name in ("low", "high"):
            if holder.get(name) is not None:
                reader.at_key("level-with-values", holder, name, field=name)
    low, value, high = rating.low, rating.value, rating.high
    if low is not None and value is not None and high is not None and not low <= value <= high:
        given = [f"{name}: {holder[name]}" for name in ("low", "high") if holder.get(name) is not None]
        reader.at("value-outside-range", holder, "value", value=value, given=given)
    if rating.disputed is not None and not rating.is_range:
        reader.at_key("disputed-without-range", holder, "disputed")


def build_initiative(reader: Reader, draft: Draft, extends: tuple[FileRef, ...]) -> Initiative | None:
    values = dict(draft.values)
    holder = draft.holder
    for name in ("kind", "extends"):
        values.pop(name, None)
    sources = sources_by_id(reader, holder, values.pop("sources", ()))
    _check_evidence(reader, holder, values["ratings"], sources)
    period = values.pop("period", Period())
    return Initiative(
        **values,
        sources=sources,
        period=period,
        sha256=holder.file.sha256,
        extends=extends,
        file=holder.file,
        keys={
            rubric_id: {address: place_of(rated, address, key=True) for address in rated}
            for rubric_id, rated in holder["ratings"].items()
            if isinstance(rated, Mapping)
        },
    )


def _check_evidence(reader: Reader, holder: Mapping, ratings: dict[str, dict[str, Rating]], sources: Any) -> None:
    """Every source that evidence cites must be listed in the dossier."""
    for rubric_id, by_address in ratings.items():
        for address, rating in by_address.items():
            unknown = {item.source for item in rating.evidence} - sources.keys()
            items = holder["ratings"][rubric_id][address].get("evidence") if unknown else ()
            for item in items if isinstance(items, Sequence) else ():
                if isinstance(item, Mapping) and item.get("source") in unknown:
                    unknown_source(reader, item, sources)


def unknown_source(reader: Reader, holder: Mapping, sources: Any) -> None:
    """Report that `holder.source` names none of the document's sources."""
    name = str(holder["source"])
    meant = nearest(name, sources)
    params = {"name": name, "meant": meant, "allowed": list(sources)}
    reader.problems.append(
        Problem("unknown-source.near" if meant else "unknown-source", place_of(holder, "source"), params)
    )


def sources_by_id(reader: Reader, holder: Mapping, sources: tuple[Source, ...]) -> dict[str, Source]:
    listed = holder.get("sources")
    if isinstance(listed, Sequence):
        check_unique(reader, listed, "id")
    return {source.id: source for source in sources}


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
