"""What an answer makes of a rating: plain values of the file in, plain values out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.cli.rate_state import FIELDS, STATES
from kasean_score.files.tree import Number

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["added_evidence", "cited", "leveled", "measured", "set_aside", "with_field"]

CITING = ("for", "against", "evidence", "panel")
"""What stays under a rating whatever its state."""
Said = tuple[tuple[str, dict[str, object]], ...]


def leveled(old: Mapping[str, Any], low: int, high: int) -> dict[str, Any]:
    """The rating with a level or a range; what was said of another level stays to be looked at."""
    level = Number(low) if low == high else [Number(low), Number(high)]
    return _undisputed({**_without(old, *STATES, "low", "high"), "level": level}, ranged=low != high)


def measured(old: Mapping[str, Any], value: str, low: str, high: str) -> dict[str, Any]:
    """The rating with a value, and its range where that is one."""
    new = {**_without(old, *STATES, "low", "high"), "value": Number(value)}
    if low != high:
        new |= {"low": Number(low), "high": Number(high)}
    return _undisputed(new, ranged=low != high)


def set_aside(old: Mapping[str, Any], state: str, reason: str, lang: str) -> tuple[dict[str, Any], Said]:
    """Not rated, or not applicable, for a reason; what is cited stays, and so do reasons in other languages."""
    before = old.get(state)
    text = {**before, lang: reason} if isinstance(before, dict) else reason
    said: Said = (("rate.other_language", {}),) if isinstance(text, dict) and len(text) > 1 else ()
    return _ordered({state: text, **{name: old[name] for name in CITING if old.get(name)}}), said


def with_field(old: Mapping[str, Any], field: str, value: Any) -> dict[str, Any]:
    """The rating with a field set, or taken out where the value is None."""
    rest = _without(old, field)
    return _ordered(rest if value is None else {**rest, field: value})


def added_evidence(old: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, Any]:
    """The rating with one more item of evidence."""
    order = ("source", "at", "shows", "stance", "independent")
    added = {name: item[name] for name in order if item.get(name) is not None}
    return with_field(old, "evidence", [*(old.get("evidence") or []), added])


def cited(rating: Mapping[str, Any], stance: str) -> list[str]:
    """The ids of the facts cited for or against; one may stand without its list."""
    given = rating.get(stance)
    return [] if given is None else list(given) if isinstance(given, list) else [given]


def _undisputed(rating: dict[str, Any], *, ranged: bool) -> dict[str, Any]:
    """A rating that is no range has nothing disputed, unless a panel has."""
    keeps = ranged or len(rating.get("panel") or ()) > 1
    return _ordered(rating if keeps else _without(rating, "disputed"))


def _without(old: Mapping[str, Any], *fields: str) -> dict[str, Any]:
    return {name: value for name, value in old.items() if name not in fields and value is not None}


def _ordered(rating: Mapping[str, Any]) -> dict[str, Any]:
    return {name: rating[name] for name in FIELDS if name in rating}
