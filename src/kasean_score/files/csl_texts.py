"""The texts of CSL-JSON: names of items and of people, the marks in a title, and what a note says of fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zlib import crc32

from kasean_score.files.kinds import DOTTED_ID, URL

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BETWEEN", "in_note", "legal_id", "person", "plain"]

READ = ("full", "opening")
MARKUP = re.compile(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>")
LABELLED = re.compile(r"\s*([A-Za-z][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+){0,2})\s*:\s*(.*)")
EAST_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af]")
BETWEEN = "; "
"""Between two authors."""


def legal_id(given: str) -> str:
    """An id that a source may have: the given one, or one made from it that stays the same in every export.

    Of an address the last part is taken. Where letters are lost (`김2023`) a check sum takes their place, so that
    another name that lost its letters gets another id.
    """
    name = given.strip()
    if DOTTED_ID.fullmatch(name):
        return name
    name = name.rstrip("/").rpartition("/")[2] if URL.fullmatch(name) else name
    made = re.sub("[^A-Za-z0-9_.-]+", "-", name).strip("-_.")[:90]
    if not made or not name.isascii():
        made = f"{made}-{crc32(name.encode()):08x}".lstrip("-")
    return made


def plain(text: str) -> str:
    """A title without the few marks of italics and the like that CSL allows in it."""
    return MARKUP.sub("", text).strip() or text


def person(name: Mapping[str, object]) -> str:
    """An author as people write the name: family name first where it is in an East Asian script."""
    parts = {key: value.strip() for key, value in name.items() if isinstance(value, str)}
    literal, family, given = (parts.get(key, "") for key in ("literal", "family", "given"))
    if literal:
        return literal
    if EAST_ASIAN.search(family):
        return f"{family}{given}" if EAST_ASIAN.search(given) else f"{family} {given}".strip()
    wanted = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return " ".join(parts[key] for key in wanted if parts.get(key))


def in_note(text: str) -> tuple[dict[str, str], str | None]:
    """What a note says of our fields in lines of their own, and the rest without what it says of others' fields."""
    labels: dict[str, str] = {}
    rest: list[str] = []
    for line in text.splitlines():
        found = LABELLED.fullmatch(line)
        label, value = (found[1].lower(), found[2].strip()) if found else ("", "")
        if label == "kind" or (label == "read" and value in READ):
            labels[label] = value
        elif label in ("", "note"):
            rest.append(value if label else line)
    return labels, "\n".join(rest).strip() or None
