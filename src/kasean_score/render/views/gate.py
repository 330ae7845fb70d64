"""Judgements of a gate as a sheet, and the reasons of what did not pass as lines for a log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.gate import CheckDoc, GateDoc, JudgementDoc

__all__ = ["reasons", "sheets"]

STATUSES = ("passed", "failed", "cannot_pass")
MOST_FILES = 3


def sheets(doc: GateDoc) -> list[Sheet]:
    lang, on = doc["options"]["lang"], doc["options"]["on"]
    found = [check["status"] for judgement in doc["judgements"] for check in judgement["checks"]]
    counts = [say(lang, f"gate.count_{status}", count=found.count(status)) for status in STATUSES if status in found]
    lines = [Line(say(lang, "gate.checks"), ", ".join(counts), strong=doc["verdict"] != "passed")]
    if on == "low":
        lines.append(Line(say(lang, "gate.compared"), say(lang, "gate.compared_low")))
    grids = tuple(_grid(judgement, lang, on) for judgement in doc["judgements"])
    title = say(lang, "gate.title", verdict=say(lang, f"gate.{doc['verdict']}"))
    return [Sheet(title, tuple(lines), grids, tuple(_notes(doc, lang)))]


def reasons(doc: GateDoc) -> Iterator[str]:
    """One line for each check that did not pass: initiative, rubric, check, what was wanted and what was found."""
    lang, on = doc["options"]["lang"], doc["options"]["on"]
    for judgement in doc["judgements"]:
        for check in judgement["checks"]:
            if check["status"] != "passed":
                line = say(
                    lang,
                    "gate.reason",
                    status=say(lang, f"gate.{check['status']}"),
                    initiative=judgement["initiative"]["id"],
                    rubric=judgement["rubric"]["id"],
                    check=check["node"] if check["kind"] == "score" else check["title"].lower(),
                    wanted=_wanted(check),
                    found=_found(judgement, check, lang, on),
                )
                yield phrases.printable(line)


def _grid(judgement: JudgementDoc, lang: str, on: str) -> Grid:
    initiative, rubric = judgement["initiative"], judgement["rubric"]
    heads = (("check", False), ("wanted", True), ("found", True), ("verdict", True))
    columns = tuple(Column(say(lang, f"gate.{name}"), whole=whole) for name, whole in heads)
    rows = tuple(_row(judgement, check, lang, on) for check in judgement["checks"])
    verdict = say(lang, "gate.passed" if judgement["passed"] else "gate.failed")
    title = f"{initiative['title']} ({initiative['id']}), {rubric['title']}: {verdict}"
    return Grid(columns, rows, phrases.printable(title))


def _row(judgement: JudgementDoc, check: CheckDoc, lang: str, on: str) -> Row:
    address = f" ({check['node']})" if check["kind"] == "score" and check["node"] != "overall" else ""
    verdict = say(lang, f"gate.{check['status']}")
    cells = (f"{check['title']}{address}", _wanted(check), _found(judgement, check, lang, on), verdict)
    return Row(cells, strong=check["status"] != "passed")


def _wanted(check: CheckDoc) -> str:
    if check["wanted_band"] is not None:
        return check["wanted_band"]["label"]
    wanted = check["wanted"] or 0.0
    return f"{wanted:.10g}" if check["kind"] == "score" else f"{100 * wanted:.10g} %"


def _found(judgement: JudgementDoc, check: CheckDoc, lang: str, on: str) -> str:
    """What was compared, never without its bounds; and why nothing could be."""
    why = "" if check["reason"] is None else f", {say(lang, 'word.' + check['reason'])}"
    if check["kind"] == "coverage":
        return f"{_coverage(check)}{why}"
    if check["found_band"] is not None:
        label = check["found_band"]["label"]
        return label if check["reason"] in (None, "not_demonstrated") else f"{label}{why}"
    thin = rounding.is_thin(check["coverage"], judgement["min_coverage"])
    starts = [check["wanted"] or 0.0]
    score = rounding.score_text_apart(check["score"], check["bounds"], check["found"], starts, thin=thin)
    if on == "low" and check["found"] is not None:
        low = f"{check['found']:.{rounding.digits_apart(check['found'], starts)}f}"
        score = say(lang, "gate.lowest", low=low, score=score)
    return f"{score}{why}"


def _coverage(check: CheckDoc) -> str:
    if check["found"] is None:
        return "-"
    found, wanted = 100 * check["found"], 100 * (check["wanted"] or 0.0)
    digits = rounding.digits_apart(found, [wanted])
    return f"{found:.{digits}f} %" if digits else f"{rounding.percent(check['found'])} %"


def _notes(doc: GateDoc, lang: str) -> Iterator[Line]:
    """The mark of a thin score, and the files the figures come from; a batch is named in its rows."""
    checks = [(judgement, check) for judgement in doc["judgements"] for check in judgement["checks"]]
    if any(
        rounding.is_thin(check["coverage"], judgement["min_coverage"]) for judgement, check in checks if check["found"]
    ):
        yield Line(say(lang, "card.marks"), say(lang, "mark.thin"))
    rubrics = {one["rubric"]["sha256"]: one["rubric"] for one in doc["judgements"]}
    initiatives = {
        (one["initiative"]["id"], one["initiative"]["sha256"]): one["initiative"] for one in doc["judgements"]
    }
    named = [*rubrics.values(), *(initiatives.values() if len(initiatives) <= MOST_FILES else ())]
    files = (f"{phrases.versioned(one['id'], one['version'])} sha256 {phrases.cut(one['sha256'])}" for one in named)
    yield Line(say(lang, "card.files"), " · ".join(files))
