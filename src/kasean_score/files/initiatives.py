"""The rules that tie the fields of an initiative together: ratings with their states, evidence with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.files.citations import check_citations, cited
from kasean_score.files.kinds import INVALID
from kasean_score.files.names import by_id
from kasean_score.files.tree import Mapping, place_of, records
from kasean_score.model import FileRef, Initiative, Opinion, Period, Rating, in_language

if TYPE_CHECKING:
    from kasean_score.files.reader import Draft, Reader
    from kasean_score.model import Evidence

__all__ = ["build_initiative", "build_opinion", "build_rating"]

STATES = ("not_rated", "not_applicable")
MORE_THAN_A_LEVEL = frozenset((*STATES, "value", "low", "high", "disputed", "panel"))


def build_rating(reader: Reader, draft: Draft) -> Any:
    values, holder = draft
    if "level" in values and MORE_THAN_A_LEVEL.isdisjoint(holder):  # most ratings are one or two levels
        evidence, place = values.get("evidence", ()), place_of(holder, "level")
        given, confidence = values["level"], values.get("confidence")
        return Rating("rated", given, confidence=confidence, why=values.get("why"), evidence=evidence, place=place)
    state = next((name for name in STATES if holder.get(name) is not None), None)
    panel = values.get("panel", ())
    if panel:
        _check_raters(reader, holder)
    common = {"evidence": values.get("evidence", ()), "confidence": values.get("confidence"), "panel": panel}
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


def build_opinion(reader: Reader, draft: Draft) -> Any:
    """What one rater of a panel said, by the rules of a rating."""
    rating = build_rating(reader, draft)
    if rating is INVALID:
        return INVALID
    given = {name: getattr(rating, name) for name in Opinion._fields if name != "rater"}
    return Opinion(draft.values["rater"], **given)


def _check_raters(reader: Reader, holder: Mapping) -> None:
    """Report a rater who has two opinions in one panel."""
    first: dict[str, int] = {}
    for item in records(holder["panel"]):
        given = item.get("rater")
        if not isinstance(given, str | Mapping):
            continue
        name, place = in_language(given, "en"), place_of(item, "rater")
        if not isinstance(name, str):
            continue  # no text in any language, which is reported already
        if name in first:
            reader.at("rater-twice", item, "rater", name=name, first=first[name])
        first.setdefault(name, place.line or 0)


def _with_facts(rating: Rating, facts: tuple[Evidence, ...]) -> Rating:
    return rating._replace(evidence=facts + rating.evidence) if facts else rating


def _check_range(reader: Reader, rating: Rating, holder: Mapping) -> None:
    if rating.levels is not None:
        for name in ("low", "high"):
            if holder.get(name) is not None:
                reader.at_key("level-with-values", holder, name, field=name)
    low, value, high = rating.low, rating.value, rating.high
    if low is not None and value is not None and high is not None and not low <= value <= high:
        given = [f"{name}: {holder[name]}" for name in ("low", "high") if holder.get(name) is not None]
        reader.at("value-outside-range", holder, "value", value=value, given=given)
    if rating.disputed is not None and not rating.is_range and len(rating.panel) < 2:
        reader.at_key("disputed-without-range", holder, "disputed")


def build_initiative(reader: Reader, draft: Draft, extends: tuple[FileRef, ...]) -> Initiative | None:
    values = dict(draft.values)
    holder = draft.holder
    for name in ("kind", "extends"):
        values.pop(name, None)
    sources = by_id(reader, holder, "sources", values.pop("sources", ()))
    facts = by_id(reader, holder, "facts", values.pop("facts", ()))
    check_citations(reader, holder, sources)
    if facts:
        values["ratings"] = {
            rubric_id: {
                address: _with_facts(rating, cited(holder["ratings"][rubric_id][address], facts))
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
