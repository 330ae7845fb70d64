"""What a form asks for: its tables and their columns, the same in a workbook and in CSV.

A column is named by its key: that of a field of the dossier, `why`, with a language behind it where the text is in
several: `why [ko]`. What the fields mean, and what may stand in them, is said in `files/fields.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.files.fields import TABLES
from kasean_score.files.kinds import Choice, Integer, LevelRange, Quantity, String, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "CHOICES",
    "COLUMNS",
    "FORMAT",
    "IDENTITY",
    "MAX_ROWS",
    "NO",
    "NUMBERS",
    "STATES",
    "STRINGS",
    "TEXTS",
    "YES",
    "FormOf",
    "choices_of",
    "key_of",
    "languages_in",
    "parts_of",
]

FORMAT = "kasean-score form 1"
"""Stands in the first cell of every sheet of a form, and in the first row of one in CSV: the name and its version."""
MAX_ROWS = 20_000
"""Filled rows of a table."""
STATES = ("not_rated", "not_applicable")
YES, NO = "yes", "no"

JUDGED = ("level", "level_to", "value", "low", "high", "confidence", "why", "disputed")
CITED = ("source", "at", "shows", "independent", "certainty", "date", "note")
IDENTITY = (
    "id", "version", "name", "summary", "owner", "type", "stage", "period_from", "period_to", "as_of", "rated_by",
    "interest",
)  # fmt: skip
"""The rows of the first table; their keys stand in the column `field`."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "identity": ("field", "text"),
    "rating": ("criterion", *JUDGED),
    "opinion": ("rubric", "criterion", "rater", *JUDGED),
    "evidence": ("rubric", "criterion", "stance", "fact", "id", *CITED),
    "fact": ("id", *CITED),
    "source": tuple(TABLES["source"].fields),
}
"""The tables and the keys of their columns; `fact` under `evidence` cites one of the table of facts."""
KEY = re.compile(r"([a-z_]+)(?: ?\[([^\[\]]*)\])?")


class FormOf(NamedTuple):
    """The rubric that a table of ratings is on, as it was then; `under` is the id that the ratings stand under."""

    rubric: str
    version: str | None
    sha256: str
    under: str


def _kinds(wanted: type) -> frozenset[str]:
    names = ("initiative", "rating", "evidence", "source", "opinion", "fact")
    return frozenset(f.name for name in names for f in TABLES[name].fields.values() if isinstance(f.kind, wanted))


TEXTS = _kinds(Text)
"""The keys of texts that may be in several languages."""
NUMBERS = (_kinds(Quantity) | _kinds(LevelRange) | _kinds(Integer) | {"level_to"}) - TEXTS
STRINGS = _kinds(String)
"""The keys of other texts that are kept as they stand."""
CHOICES = (*sorted(_kinds(Choice) - {"kind"}), "kind", "independent", "state")
"""The keys whose values are chosen from a list: each is the name of its list."""


def choices_of(key: str) -> tuple[str, ...]:
    """What may be chosen in a column, in the words of the dossier's file."""
    if key == "state":
        return STATES
    if key == "independent":
        return (YES, NO)
    table = "source" if key in ("kind", "read") else "evidence" if key in ("stance", "certainty") else "rating"
    kind = TABLES["initiative" if key in ("type", "stage") else table].fields[key].kind
    assert isinstance(kind, Choice)
    return kind.allowed


def key_of(name: str, lang: str = "") -> str:
    return f"{name} [{lang}]" if lang else name


def parts_of(key: str) -> tuple[str, str] | None:
    """The name and the language of a column's key, or None where it is none."""
    found = KEY.fullmatch(" ".join(key.split()))
    return (found[1], (found[2] or "").strip()) if found else None


def languages_in(rows: Iterable[Mapping[str, object]], *names: str) -> Sequence[str]:
    """The languages in which some rows give these texts, the empty one for texts that stand alone; that one if none."""
    parts = [parts_of(key) for row in rows for key in row]
    found = {one[1] for one in parts if one is not None and one[0] in names}
    return sorted(found, key=lambda lang: (lang != "", lang != "en", lang)) or [""]
