"""What to vary, as people write it: `weights`, `weights=20%`, `levels`, `aggregation=geometric,minimum`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kasean_score.errors import InputError
from kasean_score.model import AGGREGATES
from kasean_score.robust.draws import Varied
from kasean_score.robust.weights import Around, Uniform, Within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.robust.weights import Way

__all__ = ["BY_DEFAULT", "SOURCES", "STATED", "varied_of"]

SOURCES = ("weights", "levels", "aggregation")
BY_DEFAULT = ("weights", "levels")
"""An aggregation is a choice and not a chance: unless asked for, other ones are computed beside each other."""
STATED = "stated"
"""Stands among aggregations for the rubric's own."""
POWERS: dict[str, float | None] = {STATED: None, **AGGREGATES}
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def varied_of(texts: Iterable[str]) -> Varied:
    """What some texts ask to vary; each source at most once. Raises InputError."""
    given: dict[str, str] = {}
    for text in texts:
        name, _, how = (part.strip() for part in text.partition("="))
        if name not in SOURCES:
            raise InputError.of("unknown-variation", given=text, allowed=list(SOURCES))
        if name in given:
            raise InputError.of("varied-twice", given=name)
        given[name] = how
    if not given:
        raise InputError.of("unknown-variation", given="", allowed=list(SOURCES))
    if given.get("levels"):
        raise InputError.of("bad-variation", given=f"levels={given['levels']}", allowed=["levels"])
    varied = Varied(levels="levels" in given)
    if "weights" in given:
        varied = varied._replace(weights=_way(given["weights"]))
    if "aggregation" in given:
        varied = varied._replace(powers=_powers(given["aggregation"]))
    return varied


def _way(how: str) -> Way:
    name, _, number = (part.strip() for part in how.partition(":"))
    if name in ("", "dirichlet") and not number:
        return Around()
    if name == "dirichlet" and NUMBER.fullmatch(number) and 0.1 <= float(number) <= 1000:
        return Around(float(number))
    if how == "uniform":
        return Uniform()
    share = how.removesuffix("%").strip()
    if share != how and NUMBER.fullmatch(share) and 0 < float(share) <= 100:
        return Within(float(share) / 100)
    allowed = ["weights", "weights=uniform", "weights=dirichlet:4", "weights=20%"]
    raise InputError.of("bad-variation", given=f"weights={how}", allowed=allowed)


def _powers(how: str) -> tuple[float | None, ...]:
    names = [name.strip() for name in (how or f"{STATED},geometric").split(",")]
    found: list[float | None] = []
    for name in names:
        if name in POWERS:
            found.append(POWERS[name])
        elif NUMBER.fullmatch(name) and -100 <= float(name) <= 100:
            found.append(float(name))
        else:
            raise InputError.of("bad-variation", given=f"aggregation={how}", allowed=[*POWERS, "0.5"])
    return tuple(dict.fromkeys(found))
