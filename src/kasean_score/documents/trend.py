"""One initiative at several dates as a document: how its scores went, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from kasean_score.documents import head
from kasean_score.documents.shapes import Head, RefDoc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.shapes import NodeDoc
    from kasean_score.documents.sides import Side, SideDoc

__all__ = ["GroupTrendDoc", "PointDoc", "TrendDoc", "TrendLineDoc", "TrendPointDoc", "rows", "trend"]

Ends = list[float]


class PointDoc(TypedDict):
    """A score at one date. `change` is null at the first date and where either date has no score."""

    as_of: Annotated[str, "ISO date, of any precision."]
    score: Annotated[float | None, "0 to 100, unrounded."]
    bounds: Annotated[Ends | None, "Lowest and highest score still possible at that date."]
    coverage: Annotated[float | None, "Rated share (0 to 1) of applicable weight."]
    change: Annotated[float | None, "Points more than at the date before."]


class TrendPointDoc(PointDoc):
    ref: Annotated[str, "The file or bundled id that it was read from, as it was given."]
    saved: Annotated[bool, "Whether that is a saved result and not a dossier scored now."]
    rubric: RefDoc
    initiative: RefDoc
    min_coverage: float
    band: str
    band_label: str
    other_rubric: Annotated[bool, "Whether the date before was scored on another version of the rubric."]
    other_options: Annotated[bool, "Whether the date before was scored under other options."]


class GroupTrendDoc(TypedDict):
    id: str
    title: str
    depth: int
    role: str
    points: Annotated[list[PointDoc | None], "One for each date; null where the rubric of that date lacks the group."]


class TrendLineDoc(TypedDict):
    rubric: Annotated[str, "Its id."]
    title: Annotated[str, "The rubric's."]
    initiative: Annotated[str, "Its id."]
    name: str
    change: Annotated[float | None, "Points from the first date to the last."]
    points: Annotated[list[TrendPointDoc], "By date; those of one date in the order given."]
    groups: Annotated[list[GroupTrendDoc], "In the order of the last date's rubric."]


class TrendDoc(Head):
    lang: Annotated[str, "Language of the document; texts of saved results stay in their own."]
    trends: Annotated[list[TrendLineDoc], "One for each rubric."]


def trend(sides: Sequence[Side], lang: str) -> TrendDoc:
    """The document of an initiative's scorecards, in order of date on each rubric; every one must have a date.

    Dates are compared as they are written, so that a year stands before its months and a month before its days.
    """
    by_rubric: dict[str, list[SideDoc]] = {}
    for side in sides:
        by_rubric.setdefault(side.key[0], []).append(side.doc)
    return {**head("trend"), "lang": lang, "trends": [_line(sorted(docs, key=_date)) for docs in by_rubric.values()]}


def _date(side: SideDoc) -> str:
    return side["initiative"]["as_of"] or ""


def _line(sides: list[SideDoc]) -> TrendLineDoc:
    last = sides[-1]
    before: list[SideDoc | None] = [None, *sides[:-1]]
    points = [_point(old, new) for old, new in zip(before, sides, strict=True)]
    return {
        "rubric": last["rubric"]["id"],
        "title": last["rubric"]["title"],
        "initiative": last["initiative"]["id"],
        "name": last["initiative"]["name"],
        "change": _difference(sides[0]["score"], last["score"]) if len(sides) > 1 else None,
        "points": points,
        "groups": [_group(name, sides) for name in _groups(sides)],
    }


def _point(old: SideDoc | None, new: SideDoc) -> TrendPointDoc:
    return {
        "as_of": _date(new),
        "score": new["score"],
        "bounds": new["bounds"],
        "coverage": new["coverage"],
        "change": _difference(old and old["score"], new["score"]),
        "ref": new["ref"],
        "saved": new["saved"],
        "rubric": _ref(new["rubric"]),
        "initiative": _ref(new["initiative"]),
        "min_coverage": new["rubric"]["min_coverage"],
        "band": new["band"],
        "band_label": new["band_label"],
        "other_rubric": old is not None and _files(old) != _files(new),
        "other_options": old is not None and _options(old) != _options(new),
    }


def _ref(file: RefDoc) -> RefDoc:
    return {"id": file["id"], "version": file["version"], "sha256": file["sha256"]}


def _files(side: SideDoc) -> list[str]:
    """The digests of a rubric's file and of those that it extends."""
    return [side["rubric"]["sha256"], *(base["sha256"] for base in side["rubric"]["extends"])]


def _options(side: SideDoc) -> dict[str, Any]:
    """The options that figures depend on, those on single ratings left to the ratings."""
    options = side["options"]
    return {name: options[name] for name in ("only", "weights", "aggregate", "min_coverage", "set")}


def _difference(old: float | None, new: float | None) -> float | None:
    return None if old is None or new is None else new - old


def _groups(sides: Sequence[SideDoc]) -> list[str]:
    """The addresses of groups, the last date's first."""
    return list(dict.fromkeys(n["id"] for side in reversed(sides) for n in side["nodes"] if n["kind"] == "group"))


def _group(address: str, sides: Sequence[SideDoc]) -> GroupTrendDoc:
    found = [next((node for node in side["nodes"] if node["id"] == address), None) for side in sides]
    shown = [node for node in found if node is not None][-1]
    points: list[PointDoc | None] = []
    before: NodeDoc | None = None
    for side, node in zip(sides, found, strict=True):
        points.append(None if node is None else _group_point(side, before, node))
        before = node
    return {
        "id": address, "title": shown["title"], "depth": shown["depth"], "role": shown["role"], "points": points,
    }  # fmt: skip


def _group_point(side: SideDoc, before: NodeDoc | None, node: NodeDoc) -> PointDoc:
    return {
        "as_of": _date(side),
        "score": node["score"],
        "bounds": node["bounds"],
        "coverage": node["coverage"],
        "change": _difference(before and before["score"], node["score"]),
    }


def rows(doc: TrendDoc) -> Iterator[dict[str, Any]]:
    """A record for each total (`kind` total) and group at each date; all have the same keys."""
    for line in doc["trends"]:
        for index, point in enumerate(line["points"]):
            named = {
                "rubric": line["rubric"],
                "rubric_version": point["rubric"]["version"],
                "initiative": line["initiative"],
                "initiative_version": point["initiative"]["version"],
                "as_of": point["as_of"],
                "ref": point["ref"],
                "saved": point["saved"],
                "other_rubric": point["other_rubric"],
                "other_options": point["other_options"],
            }
            total = {"kind": "total", "id": None, "title": None, "role": None}
            yield {**named, **total, **_figures(point), "band": point["band"]}
            for group in line["groups"]:
                at = group["points"][index]
                if at is not None:
                    about = {name: group[name] for name in ("id", "title", "role")}
                    yield {**named, "kind": "group", **about, **_figures(at), "band": None}


def _figures(point: PointDoc) -> dict[str, Any]:
    low, high = point["bounds"] or (None, None)
    return {
        "score": point["score"], "low": low, "high": high, "coverage": point["coverage"], "change": point["change"],
    }  # fmt: skip
