"""The first sheet: each lens with its initiatives in order, their groups side by side, and the limits that hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.formulas.text import number, quoted
from kasean_score.formulas.tree import TOLERANCE
from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.book import columns as at
from kasean_score.render.book.block import STATUS
from kasean_score.render.book.marking import bar, coloured, thin
from kasean_score.render.book.page import GENERAL, ONE_DIGIT, PERCENT, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.documents.shapes import NodeDoc
    from kasean_score.render.book.page import Page
    from kasean_score.render.book.scores import ScoresSheet

__all__ = ["overview"]

NAME_WIDTH, WIDTH = 44.0, 11.5
BAND_WIDTHS = {6: 17.0, 7: 24.0}
HEADS = (
    "report_book.rank",
    "card.score",
    "form.lowest",
    "form.highest",
    "card.band",
    "report_book.could_be",
    "card.coverage",
    "report_book.overlap",
    "overview.type",
    "overview.stage",
    "report_book.as_of",
    "report_book.stated",
    "report_book.stated_band",
)


def overview(page: Page, doc: ReportDoc, lenses: Sequence[ScoresSheet], lang: str) -> None:
    """Write the sheet; the lenses' own sheets have the figures that it shows."""
    page.widths = {1: NAME_WIDTH}
    page.line(1, say(lang, "report_book.title"), page.look.title)
    page.line(2, say(lang, "report_book.overview_note"))
    page.line(3, say(lang, "report_book.rank_note"))
    row = 5
    for lens in lenses:
        row = _Lens(page, lens, row).write() + 2
    page.finish(tall_from=4)


class _Lens:
    """The part of one lens, from a row on."""

    def __init__(self, page: Page, lens: ScoresSheet, row: int) -> None:
        self.page, self.lens, self.row, self.lang = page, lens, row, lens.lang
        labels = lens.lens["labels"]
        self.places = lens.lens["order"]
        self.order = [labels.index(place["label"]) for place in self.places]
        self.count = len(self.order)
        page.widths |= dict.fromkeys(range(2, 2 + max(len(HEADS), self.count)), WIDTH) | BAND_WIDTHS

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def write(self) -> int:
        """Write everything; returns the first row below."""
        page, rubric = self.page, self.lens.texts["rubric"]
        page.line(
            self.row, f"{rubric['title']} ({phrases.versioned(rubric['id'], rubric['version'])})", page.look.heading
        )
        page.head(self.row + 1, [self.say("robust.initiative"), *map(self.say, HEADS)])
        first = self.row + 2
        for offset, (initiative, place) in enumerate(zip(self.order, self.places, strict=True)):
            self._headline(first + offset, first, initiative, place["rank"], len(place["overlaps"]))
        needed = rounding.percent(rubric["min_coverage"])
        below = first + self.count
        page.line(below, self.say("report_book.thin", percent=needed), page.look.small)
        below = self._groups(below + 2)
        return self._limits(below + 1) if self.lens.rubric.limits else below

    def _headline(self, row: int, first: int, initiative: int, rank: int | None, overlaps: int) -> None:
        page, card, last = self.page, self.lens.cards[initiative], first + self.count - 1
        name = f"{shown(card['initiative']['name'])} ({self.lens.lens['labels'][initiative]})"
        page.text(row, 1, name, font=page.look.bold)
        score, low, high = (f"{letter}{row}" for letter in "CDE")
        ranked = f'=IF(ISNUMBER({score}),1+COUNTIF(C${first}:C${last},">"&({score}+{TOLERANCE})),"")'
        page.live(row, 2, ranked, None if rank is None else float(rank), GENERAL)
        bounds = card["bounds"] or (None, None)
        for column, name, known in ((3, "score", card["score"]), (4, "low", bounds[0]), (5, "high", bounds[1])):
            page.live(row, column, self._figure(name, initiative), known, ONE_DIGIT).font = page.look.bold
        band = self._band("score", initiative)
        page.live(row, 6, f"={band}", shown(card["band_label"]), GENERAL).font = page.look.bold
        possible, low_band, high_band = (
            self._possible(initiative),
            *(self._band(one, initiative) for one in ("low", "high")),
        )
        to = quoted(self.say("report_book.to", low="", high=""))
        formula = f'=IF({low_band}={high_band},{low_band}&"",{low_band}&{to}&{high_band})'
        page.live(row, 7, formula, possible, GENERAL)
        page.live(row, 8, self._figure("coverage", initiative), card["coverage"], PERCENT)
        overlapping = f'COUNTIFS(D${first}:D${last},"<="&{high},E${first}:E${last},">="&{low})-1'
        page.live(row, 9, f'=IF(ISNUMBER({low}),{overlapping},"")', float(overlaps), GENERAL)
        identity = card["initiative"]
        words = [self.say(f"word.{word}") if word else None for word in (identity["type"], identity["stage"])]
        for column, text in enumerate([*words, identity["as_of"]], 10):
            page.text(row, column, text).alignment = page.look.centred
        page.number(row, 13, card["score"], ONE_DIGIT, font=page.look.small)
        page.text(row, 14, card["band_label"], font=page.look.small).alignment = page.look.centred
        self._marks(row)

    def _figure(self, name: str, initiative: int) -> str:
        return f"={self.lens.reference(name, at.WHOLE, initiative)}"

    def _band(self, reading: str, initiative: int) -> str:
        return self.lens.reference(reading, at.BAND, initiative)

    def _possible(self, initiative: int) -> str:
        ends = self.lens.cards[initiative]["band_bounds"]
        if ends is None:
            return ""
        low, high = (self.lens.labels[end] for end in ends)
        return low if low == high else self.say("report_book.to", low=low, high=high)

    def _marks(self, row: int) -> None:
        """Mark a score that rests on too little, draw it as a bar, and colour what differs from what is stated."""
        rules = self.page.sheet.conditional_formatting
        differs = f"OR(ISNUMBER(C{row})<>ISNUMBER(M{row}),ABS(N(C{row})-N(M{row}))>{TOLERANCE})"
        rules.add(f"C{row}", thin(f"C{row}", f"H{row}", self.lens.rubric.min_coverage))
        rules.add(f"C{row}", bar())
        rules.add(f"M{row}", coloured(differs))
        rules.add(f"N{row}", coloured(f"F{row}<>N{row}"))

    def _groups(self, row: int) -> int:
        """Every group of each initiative, a score never without its bounds; returns the first row below."""
        page = self.page
        labels = [self.lens.lens["labels"][initiative] for initiative in self.order]
        page.head(row, [self.say("report_book.groups"), *labels])
        groups = [node for node in self.lens.texts["rubric"]["nodes"] if node["kind"] == "group"]
        for offset, group in enumerate(groups, row + 1):
            aside = group["role"] == "condition"
            title = self.say("card.condition", title=group["title"]) if aside else group["title"]
            page.text(offset, 1, title).alignment = page.look.indented(group["depth"])
            for column, initiative in enumerate(self.order, 2):
                node = next(one for one in self.lens.cards[initiative]["nodes"] if one["id"] == group["id"])
                self._group(offset, column, initiative, node)
        return row + 1 + len(groups)

    def _group(self, row: int, column: int, initiative: int, node: NodeDoc) -> None:
        place = self.lens.plan.rows[node["id"]]
        score, low, high, rated = (
            self.lens.reference(name, place, initiative) for name in ("score", "low", "high", "coverage")
        )
        needed = self.lens.rubric.min_coverage
        thin = f'IF({rated}<{number(needed)}-{TOLERANCE},"?","")'
        said = f'IF(ISNUMBER({score}),{_rounded(score)}&{thin},"-")&" ["&{_rounded(low)}&"-"&{_rounded(high)}&"]"'
        absent = quoted(self.say("word.not_applicable"))
        known = phrases.group_text(node, needed, self.lang)
        self.page.live(row, column, f"=IF(ISNUMBER({low}),{said},{absent})", known, GENERAL)

    def _limits(self, row: int) -> int:
        """Which limits hold for whom; returns the first row below."""
        page, lens = self.page, self.lens
        page.head(row, [self.say("report_book.limits"), *(lens.lens["labels"][one] for one in self.order)])
        for index in range(len(lens.rubric.limits)):
            page.text(row + 1 + index, 1, lens.limit_text(index))
            for column, initiative in enumerate(self.order, 2):
                status = lens.cards[initiative]["limits"][index]["status"]
                formula = f"={lens.reference('score', lens.plan.limits + index, initiative)}"
                page.live(row + 1 + index, column, formula, self.say(STATUS[status]), GENERAL)
        return row + 1 + len(lens.rubric.limits)


def _rounded(cell: str) -> str:
    """To the nearest whole number, halves up, as `rounding.whole` does."""
    return f"INT({cell}+0.5+{TOLERANCE})"
