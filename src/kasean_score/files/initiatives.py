"""The rules that tie the fields of an initiative together: ratings with their states, evidence with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.files.kinds import INVALID
from kasean_score.files.names import by_id, unknown
from kasean_score.files.tree import Container, Mapping, Sequence, place_of, records
from kasean_score.model import Evidence, FileRef, Initiative, Period, Rating, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.files.reader import Draft, Reader

__all__ = ["build_initiative", "build_rating"]

STATES = ("not_rated", "not_applicable")
STANCES = ("for", "against")


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
    sources = by_id(reader, holder, "sources", values.pop("sources", ()))
    listed = records(holder.get("facts"))
    _check_sources(reader, listed, sources)
    refused = {item["id"]: None for item in listed if isinstance(item.get("id"), str)}
    facts = {**refused, **by_id(reader, holder, "facts", values.pop("facts", ()))}
    values["ratings"] = {
        rubric_id: {
            address: _with_evidence(reader, rating, holder["ratings"][rubric_id][address], facts, sources)
            for address, rating in by_address.items()
        }
        for rubric_id, by_address in values["ratings"].items()
    }
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


def _with_evidence(
    reader: Reader, rating: Rating, holder: Mapping, facts: dict[str, Evidence | None], sources: dict[str, Source]
) -> Rating:
    """The rating with the facts that it cites by id before the evidence given on the spot.

    A fact that was refused is None: it is known, and already reported.
    """
    _check_sources(reader, records(holder.get("evidence")), sources)
    cited: dict[str, Evidence] = {}
    for stance in STANCES:
        for where, index, name in _cited_ids(holder, stance):
            if name in cited:
                reader.at("fact-cited-twice", where, index, name=name)
            elif name not in facts:
                unknown(reader, "unknown-fact", where, index, facts)
            elif (fact := facts[name]) is not None:
                cited[name] = fact._replace(stance=stance)
    return rating._replace(evidence=(*cited.values(), *rating.evidence)) if cited else rating


def _cited_ids(holder: Mapping, stance: str) -> Iterator[tuple[Container, str | int, str]]:
    """The ids of facts under `for` or `against`, each with the place where it stands."""
    given = holder.get(stance)
    if isinstance(given, Sequence):
        yield from ((given, index, name) for index, name in enumerate(given) if isinstance(name, str))
    elif isinstance(given, str):
        yield holder, stance, given


def _check_sources(reader: Reader, items: list[Mapping], sources: dict[str, Source]) -> None:
    """Every source that facts and evidence cite must be listed in the dossier."""
    for item in items:
        name = item.get("source")
        if isinstance(name, str) and name not in sources:
            unknown(reader, "unknown-source", item, "source", sources)
