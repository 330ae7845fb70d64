"""What the rules share: how a warning is made, and when two texts say the same."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from kasean_score.errors import Problem
from kasean_score.files.tree import Mapping, Sequence, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["alike", "by_language", "items", "ratings_in", "same_words", "warning", "warning_at_key"]

WORD = re.compile(r"\w+")


def warning(key: str, holder: Mapping | Sequence, where: str | int | None = None, /, **params: object) -> Problem:
    """A warning at a value of `holder`, or at the holder."""
    return Problem(key, place_of(holder, where), params, "warning")


def warning_at_key(key: str, holder: Mapping, where: str, /, **params: object) -> Problem:
    """A warning at a key of `holder`."""
    return Problem(key, place_of(holder, where, key=True), params, "warning")


def items(value: Any) -> Iterator[Mapping]:
    """The records of a field that holds one or many."""
    for item in value if isinstance(value, Sequence) else (value,):
        if isinstance(item, Mapping):
            yield item


def ratings_in(root: Mapping) -> Iterator[tuple[str, Mapping]]:
    """The ratings of a dossier by rubric, each those by address; what is neither is a fault, and told as one."""
    ratings = root.get("ratings")
    for rubric, by_address in ratings.items() if isinstance(ratings, Mapping) else ():
        if isinstance(by_address, Mapping):
            yield rubric, by_address


def by_language(text: Any) -> dict[str, str]:
    """A text that people read by its languages; one that stands alone has the language ``."""
    if isinstance(text, str):
        return {"": str(text)}
    if isinstance(text, dict):
        return {code: str(words) for code, words in text.items() if isinstance(words, str)}
    return {}


def same_words(text: str) -> str:
    """A text without what does not change its sense: case, punctuation, spacing and ways to encode a letter."""
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def alike(one: str, other: str) -> bool:
    """Whether two texts read the same: word for word, or but for the ending of one word (plan, plans)."""
    words, others = same_words(one).split(), same_words(other).split()
    if words == others:
        return bool(words)
    if len(words) != len(others) or len(words) < 4:
        return False
    different = [(a, b) for a, b in zip(words, others, strict=True) if a != b]
    return len(different) == 1 and _inflected(*different[0])


def _inflected(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and long in (f"{short}s", f"{short}es")
