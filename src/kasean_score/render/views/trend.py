"""One initiative at several dates as sheets: a bar for each date beside its figures, then the same for each group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.plots import plot
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet
from kasean_score.render.views.diff import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.trend import GroupTrendDoc, PointDoc, TrendDoc, TrendLineDoc, TrendPointDoc

__all__ = ["sheets"]


def sheets(doc: TrendDoc) -> list[Sheet]:
    """One sheet for each rubric."""
    return [_View(line, doc["lang"]).sheet() for line in doc["trends"]]


class _View:
    """One trend being told in one language."""

    def __init__(self, line: TrendLineDoc, lang: str) -> None:
        self.line = line
        self.lang = lang

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def sheet(self) -> Sheet:
        name = phrases.printable(self.line["name"])
        title = self.say("trend.title", name=name, id=self.line["initiative"])
        grids = (self.totals(), self.groups())
        return Sheet(title, tuple(self.lines()), grids, tuple(self.notes()))

    def lines(self) -> Iterator[Line]:
        yield Line("", phrases.printable(self.line["title"]))
        dates = self.line["points"]
        first, last = dates[0], dates[-1]
        if len(dates) == 1:
            yield Line(self.say("diff.note"), self.say("trend.one_date"))
            return
        scores = f"{self.score(first)} → {self.score(last)}"
        change = self.line["change"]
        text = scores if change is None else self.say("diff.score", scores=scores, change=points(change))
        span = self.say("trend.span", first=first["as_of"], last=last["as_of"], count=len(dates))
        yield Line(self.say("card.score"), f"{text} ({span})", strong=True)
        if any(point["other_rubric"] for point in dates):
            yield Line(self.say("diff.note"), self.say("trend.other_rubric"))
        if any(point["other_options"] for point in dates):
            yield Line(self.say("diff.note"), self.say("trend.other_options"))

    def totals(self) -> Grid:
        columns = [*self.columns("trend.date"), Column(self.say("card.band"))]
        rows = []
        for point in self.line["points"]:
            cells = self.cells(point, point["min_coverage"])
            rows.append(Row((f"{point['as_of']}{self.marks(point)}", *cells, phrases.printable(point["band_label"]))))
        return Grid(tuple(columns), tuple(rows))

    def groups(self) -> Grid:
        rows = [row for group in self.line["groups"] for row in self.group(group)]
        return Grid(tuple(self.columns("trend.group")), tuple(rows), self.say("trend.groups"))

    def group(self, group: GroupTrendDoc) -> Iterator[Row]:
        """A row with a group's change over all dates, and one for each date."""
        title = phrases.printable(group["title"])
        if group["role"] == "condition":
            title = self.say("card.condition", title=title)
        known = [point["score"] for point in group["points"] if point is not None and point["score"] is not None]
        over_all = points(known[-1] - known[0]) if len(known) > 1 else ""
        yield Row((title, "", "", over_all, ""), depth=group["depth"], strong=True)
        for point, whole in zip(group["points"], self.line["points"], strict=True):
            date = f"{whole['as_of']}{self.marks(whole)}"
            absent = ("", self.say("trend.absent"), "", "")
            cells = absent if point is None else self.cells(point, whole["min_coverage"])
            yield Row((date, *cells), depth=group["depth"] + 1)

    def columns(self, first: str) -> list[Column]:
        return [
            Column(self.say(first), whole=first == "trend.date"),
            Column(self.say("card.bar"), whole=True),
            Column(self.say("card.score"), whole=True),
            Column(self.say("diff.change"), right=True, whole=True),
            Column(self.say("card.coverage"), right=True, whole=True),
        ]

    def cells(self, point: PointDoc, needed: float) -> tuple[str, str, str, str]:
        coverage, change = point["coverage"], point["change"]
        return (
            plot(point["score"], point["bounds"]),
            self.score(point, needed),
            "" if change is None else points(change),
            "" if coverage is None else f"{rounding.percent(coverage)} %",
        )

    def score(self, point: PointDoc | TrendPointDoc, needed: float | None = None) -> str:
        least = point["min_coverage"] if needed is None else needed  # type: ignore[typeddict-item]
        if point["bounds"] is None:
            return self.say("word.not_applicable")
        return rounding.score_text(point["score"], point["bounds"], thin=rounding.is_thin(point["coverage"], least))

    def marks(self, point: TrendPointDoc) -> str:
        return f"{' *' if point['other_rubric'] else ''}{' =' if point['other_options'] else ''}"

    def notes(self) -> Iterator[Line]:
        dates = self.line["points"]
        marks = [self.say("trend.bar")]
        if any(rounding.is_thin(point["coverage"], point["min_coverage"]) for point in dates):
            marks.append(self.say("mark.thin"))
        marks += [self.say("trend.mark_rubric")] if any(point["other_rubric"] for point in dates) else []
        marks += [self.say("trend.mark_options")] if any(point["other_options"] for point in dates) else []
        yield Line(self.say("card.marks"), " · ".join(marks))
        for point in dates:
            files = (point["rubric"], point["initiative"])
            digests = " · ".join(
                f"{phrases.versioned(file['id'], file['version'])} sha256 {phrases.cut(file['sha256'])}"
                for file in files
            )
            yield Line(point["as_of"], f"{phrases.printable(point['ref'])} · {digests}")
