"""A saved result beside what its rubric and initiative give now, as a document: the same, or exactly what differs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypedDict

from kasean_score import __version__
from kasean_score.documents import head
from kasean_score.documents.shapes import Head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["CheckedDoc", "Comparison", "DifferenceDoc", "VerificationDoc", "compared", "rows", "verification"]

ROUNDING = 1e-9
"""Two numbers this close, relative to the larger where that is above 1, are one number computed on two machines."""
ABSENT = "absent"

Plain = str | float | bool | None
Kind = Literal["digest", "version", "number", "text", "part"]


class DifferenceDoc(TypedDict):
    kind: Annotated[Kind, "part: a whole part is on one side only, or stands elsewhere."]
    path: Annotated[str, "Where it stands in the result."]
    node: Annotated[str | None, "Address of the node that it belongs to."]
    stored: Annotated[Plain, "As the result has it; parts as JSON text."]
    recomputed: Plain
    difference: Annotated[float | None, "Stored less recomputed, where both are numbers."]


class CheckedDoc(TypedDict):
    """One scorecard of the result."""

    where: Annotated[str, "Its path in the result; empty for a line of JSON Lines."]
    line: Annotated[int, "The line that its document begins on."]
    rubric: Annotated[str, "Id."]
    initiative: Annotated[str, "Id."]
    tool: Annotated[str, "Version of the program that wrote it."]
    verdict: Literal["same", "differs"]
    values: Annotated[int, "Values that were compared."]
    rounding: Annotated[int, "Numbers that differ by less than 1e-9: rounding, not a difference."]
    uncompared: Annotated[int, "Keys that only one of two versions of the program knows."]
    differences: list[DifferenceDoc]


class VerificationDoc(Head):
    lang: str
    ref: Annotated[str, "The result, as it was named."]
    verdict: Annotated[Literal["same", "differs"], "same: everything that could be recomputed is."]
    complete: Annotated[bool, "Whether every scorecard of the result could be recomputed."]
    results: list[CheckedDoc]


class Comparison(NamedTuple):
    """What came out of comparing one stored scorecard with its recomputation."""

    values: int
    rounding: int
    uncompared: int
    differences: list[DifferenceDoc]


def compared(stored: Mapping[str, Any], found: Mapping[str, Any], where: str, tool: str) -> Comparison:
    """Compare two scorecards as plain values; `tool` is the version that wrote the stored one.

    Numbers are compared exactly, then within ROUNDING; lists of records with ids by those ids. Keys are added from
    one version of the program to the next, so a key on one side only is a difference only where both have one version.
    """
    walk = _Walk(tool == __version__)
    walk.value(stored, found, where, None)
    return Comparison(walk.values, walk.rounding, walk.uncompared, sorted(walk.differences, key=_importance))


def _importance(difference: DifferenceDoc) -> tuple[int, bool]:
    """Files first, since the rest may follow from them; then figures of the whole, then those of nodes."""
    return ("version", "digest").count(difference["kind"]) == 0, difference["node"] is not None


class _Walk:
    def __init__(self, same_tool: bool) -> None:
        self.same_tool = same_tool
        self.values = self.rounding = self.uncompared = 0
        self.differences: list[DifferenceDoc] = []

    def value(self, stored: Any, found: Any, path: str, node: str | None) -> None:
        if isinstance(stored, dict) and isinstance(found, dict):
            self.record(stored, found, path, node)
        elif isinstance(stored, list) and isinstance(found, list):
            self.items(stored, found, path, node)
        else:
            self.plain(stored, found, path, node)

    def record(self, stored: Mapping[str, Any], found: Mapping[str, Any], path: str, node: str | None) -> None:
        for name in dict.fromkeys((*found, *stored)):
            below = f"{path}.{name}" if path else name
            if name in stored and name in found:
                self.value(stored[name], found[name], below, node)
            elif self.same_tool:
                self.differs("part", below, node, _told(stored, name), _told(found, name))
            else:
                self.uncompared += 1

    def items(self, stored: Sequence[Any], found: Sequence[Any], path: str, node: str | None) -> None:
        if stored and found and all(isinstance(item, str) for item in (*stored, *found)):
            self.plain(", ".join(stored), ", ".join(found), path, node)
            return
        ids, others = _ids(stored), _ids(found)
        if ids is None or others is None:
            for index in range(max(len(stored), len(found))):
                self.pair(dict(enumerate(stored)), dict(enumerate(found)), index, f"{path}[{index}]", node)
            return
        old, new = dict(zip(ids, stored, strict=True)), dict(zip(others, found, strict=True))
        for name in dict.fromkeys((*others, *ids)):
            index = ids.index(name) if name in old else others.index(name)
            self.pair(old, new, name, f"{path}[{index}]", name if path.endswith("nodes") else node)
        common = [name for name in ids if name in new]
        if common != [name for name in others if name in old]:
            self.differs("part", path, node, ", ".join(ids), ", ".join(others))

    def pair(self, stored: Mapping[Any, Any], found: Mapping[Any, Any], key: Any, path: str, node: str | None) -> None:
        if key in stored and key in found:
            self.value(stored[key], found[key], path, node)
        else:
            self.differs("part", path, node, _told(stored, key), _told(found, key))

    def plain(self, stored: Any, found: Any, path: str, node: str | None) -> None:
        self.values += 1
        if _is_number(stored) and _is_number(found):
            if stored == found:
                return
            if abs(stored - found) <= ROUNDING * max(1.0, abs(stored), abs(found)):
                self.rounding += 1
            else:
                self.differs("number", path, node, stored, found)
        elif stored != found or type(stored) is not type(found):
            self.differs(_kind(path, stored, found), path, node, _plain(stored), _plain(found))

    def differs(self, kind: Kind, path: str, node: str | None, stored: Plain, found: Plain) -> None:
        both = _is_number(stored) and _is_number(found)
        self.differences.append(
            {
                "kind": kind, "path": path, "node": node, "stored": stored, "recomputed": found,
                "difference": stored - found if both else None,  # type: ignore[operator]
            }
        )  # fmt: skip


def _ids(items: Sequence[Any]) -> list[str] | None:
    """The ids of records that each have one of their own; None for any other list."""
    ids = [item.get("id") if isinstance(item, dict) else None for item in items]
    texts = [name for name in ids if isinstance(name, str)]
    return texts if len(set(texts)) == len(items) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _kind(path: str, stored: object, found: object) -> Kind:
    if isinstance(stored, dict | list) or isinstance(found, dict | list):
        return "part"
    name = path.rpartition(".")[2]
    if name == "sha256":
        return "digest"
    if name == "version":
        return "version"
    return "number" if _is_number(stored) or _is_number(found) else "text"


def _told(holder: Mapping[Any, Any], key: Any) -> Plain:
    return _plain(holder[key]) if key in holder else ABSENT


def _plain(value: Any) -> Plain:
    """A value as it is; a record or list as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value


def verification(ref: str, results: list[CheckedDoc], lang: str, *, complete: bool) -> VerificationDoc:
    """The document of a result's scorecards, each compared."""
    differs = any(result["verdict"] == "differs" for result in results)
    return {
        **head("verification"),
        "lang": lang,
        "ref": ref,
        "verdict": "differs" if differs else "same",
        "complete": complete,
        "results": results,
    }


def rows(doc: VerificationDoc) -> Iterator[dict[str, Any]]:
    """A record for each scorecard (`kind` verdict), and one for each of its differences; all have the same keys."""
    for result in doc["results"]:
        named = {name: result[name] for name in ("where", "line", "rubric", "initiative", "verdict")}
        blank: dict[str, Any] = dict.fromkeys(("path", "node", "stored", "recomputed", "difference"))
        yield {**named, "kind": "verdict", **blank}
        for difference in result["differences"]:
            yield {**named, "kind": difference["kind"], **{name: difference[name] for name in blank}}  # type: ignore[literal-required]
