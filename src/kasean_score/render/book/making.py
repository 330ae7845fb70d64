"""Which sheets a workbook has, under which names, and in which order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openpyxl import Workbook

from kasean_score.messages import say
from kasean_score.render.book import method, tables
from kasean_score.render.book.archive import archived
from kasean_score.render.book.overview import overview
from kasean_score.render.book.page import Look, Page
from kasean_score.render.book.scores import ScoresSheet

if TYPE_CHECKING:
    from kasean_score.documents.report_shapes import ReportDoc

__all__ = ["made"]

LONGEST_NAME = 31
FORBIDDEN = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
"""What Excel lets no name of a sheet hold."""
PROGRAM = "kasean-score"


def made(doc: ReportDoc) -> bytes:
    """The workbook of a report."""
    return _Book(doc).bytes()


class _Book:
    def __init__(self, doc: ReportDoc) -> None:
        self.doc = doc
        self.lang = doc["options"]["lang"]
        self.book = Workbook()
        self.book.remove(self.book.worksheets[0])
        self.look = Look(self.lang)
        self.pages: list[Page] = []

    def bytes(self) -> bytes:
        doc, lang = self.doc, self.lang
        scored = [lens for lens in doc["lenses"] if lens["labels"]]
        if scored:
            first = self.page("report_book.overview")
            lenses = [ScoresSheet(self.page("report_book.scorecard", lens["rubric"]), lens, lang) for lens in scored]
            for sheet in lenses:
                sheet.write()
            overview(first, doc, lenses, lang)
            tables.ratings(self.page("report_book.ratings"), doc, lang)
            tables.evidence(self.page("report_book.evidence"), doc, lang)
        for lens in doc["lenses"]:
            found = lens["texts"][lang]["robustness"]
            if found is not None:
                method.robustness(self.page("report_book.robustness", lens["rubric"]), found, doc, lang)
        tables.sources(self.page("report_book.sources"), doc, lang)
        tables.criteria(self.page("report_book.criteria"), doc, lang)
        method.method(self.page("report_book.method"), doc, lang)
        method.provenance(self.page("report_book.provenance"), doc, lang)
        properties = self.book.properties
        properties.creator = properties.lastModifiedBy = PROGRAM
        properties.title, properties.language = say(lang, "report_book.title"), lang
        self.book.calculation.fullCalcOnLoad = True
        return archived(self.book, [page.known for page in self.pages])

    def page(self, key: str, identity: str = "") -> Page:
        """A new sheet at the end."""
        page = Page(self.book.create_sheet(self.name(say(self.lang, key, id=identity))), self.look)
        self.pages.append(page)
        return page

    def name(self, wanted: str) -> str:
        """A name that no other sheet has, and that every program takes."""
        whole = FORBIDDEN.sub("_", wanted).strip("'")[:LONGEST_NAME]
        taken = {name.lower() for name in self.book.sheetnames}
        name, number = whole, 1
        while name.lower() in taken:
            number += 1
            name = f"{whole[: LONGEST_NAME - len(str(number)) - 1]}~{number}"
        return name
