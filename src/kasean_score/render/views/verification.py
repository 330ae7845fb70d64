"""A verified result as sheets: the verdict, then every difference with what is stored and what was recomputed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.verification import CheckedDoc, DifferenceDoc, Plain, VerificationDoc

__all__ = ["sheets"]

NODE = re.compile(r"^nodes\[[0-9]+\]\.?")
LONGEST = 60
"""Characters of a stored text or part that are shown; the JSON form has all."""
SAME_NAMED = 20
"""Of longer results, scorecards that are the same are counted and not listed."""


def sheets(doc: VerificationDoc) -> list[Sheet]:
    lang = doc["lang"]
    same = [result for result in doc["results"] if result["verdict"] == "same"]
    differing = [result for result in doc["results"] if result["verdict"] == "differs"]
    title = say(lang, f"verify.{doc['verdict']}", ref=phrases.printable(doc["ref"]))
    lines = [Line(say(lang, "verify.checked"), _counted(doc, len(same), lang), strong=bool(differing))]
    if not doc["complete"]:
        lines.append(Line(say(lang, "diff.note"), say(lang, "verify.incomplete")))
    if len(same) <= SAME_NAMED:
        lines += [Line(_named(result), _remark(result, lang)) for result in same]
    return [Sheet(title, tuple(lines), tuple(_grid(result, lang) for result in differing), tuple(_notes(doc, lang)))]


def _counted(doc: VerificationDoc, same: int, lang: str) -> str:
    values = sum(result["values"] for result in doc["results"])
    return say(lang, "verify.counted", same=same, differing=len(doc["results"]) - same, values=values)


def _named(result: CheckedDoc) -> str:
    return phrases.printable(f"{result['initiative']} / {result['rubric']}")


def _remark(result: CheckedDoc, lang: str) -> str:
    words = [say(lang, "verify.same_values", values=result["values"])]
    words += [say(lang, "verify.rounding", count=result["rounding"])] if result["rounding"] else []
    words += [say(lang, "verify.uncompared", count=result["uncompared"])] if result["uncompared"] else []
    return ", ".join(words)


def _grid(result: CheckedDoc, lang: str) -> Grid:
    heads = (("path", False), ("stored", True), ("recomputed", True), ("difference", True))
    columns = tuple(Column(say(lang, f"verify.{name}"), right=right) for name, right in heads)
    rows = tuple(Row(tuple(_cells(difference, result["where"], lang))) for difference in result["differences"])
    where = result["where"] or say(lang, "verify.line", line=result["line"])
    title = say(lang, "verify.differences", count=len(rows), name=_named(result), where=where)
    return Grid(columns, rows, title)


def _cells(difference: DifferenceDoc, where: str, lang: str) -> Iterator[str]:
    node = difference["node"]
    path = difference["path"].removeprefix(where).removeprefix(".")
    yield path if node is None else f"{node}: {NODE.sub('', path) or path}"
    for side in (difference["stored"], difference["recomputed"]):
        yield _shown(side, difference["kind"], lang)
    change = difference["difference"]
    yield "" if change is None else f"{change:+.10g}"


def _shown(value: Plain, kind: str, lang: str) -> str:
    if kind == "digest" and isinstance(value, str):
        return phrases.cut(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        if kind == "part" and value == "absent":
            return say(lang, "verify.absent")
        return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
    return repr(value)


def _notes(doc: VerificationDoc, lang: str) -> Iterator[Line]:
    now = doc["tool"]["version"]
    others = sorted({result["tool"] for result in doc["results"]} - {now})
    if others:
        text = say(lang, "verify.tools", then=[phrases.printable(tool) for tool in others], now=now)
        yield Line(say(lang, "diff.note"), text)
    kinds = {difference["kind"] for result in doc["results"] for difference in result["differences"]}
    if "digest" in kinds:
        yield Line(say(lang, "diff.note"), say(lang, "verify.digest"))
