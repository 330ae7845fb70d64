"""One initiative on a sheet of scores: its ratings to change, what is stated, and the formulas of every figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.formulas.text import quoted
from kasean_score.formulas.tree import READINGS, Tree, band_rank, criterion_figures
from kasean_score.messages import say
from kasean_score.render.book import columns as at
from kasean_score.render.book.page import GENERAL, ONE_DIGIT, PERCENT, shown
from kasean_score.render.book.parts import divided

if TYPE_CHECKING:
    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc
    from kasean_score.formulas.tree import Given
    from kasean_score.model import Criterion
    from kasean_score.render.book.columns import Block
    from kasean_score.render.book.scores import ScoresSheet

__all__ = ["HEADS", "BlockWriter"]

HEADS = {
    "level": "form.level",
    "level_to": "form.level_to",
    "value": "form.value",
    "value_low": "form.low",
    "value_high": "form.high",
    "score": "form.score",
    "low": "form.lowest",
    "high": "form.highest",
    "coverage": "card.coverage",
    "share": "card.share",
    "points": "card.points",
    "stated": "report_book.stated",
}
STYLES = {"coverage": PERCENT, "share": PERCENT}
ENDS = {"low": 0, "high": 1}
STATUS = {"holds": "report_book.holds", "possible": "report_book.could_hold", "clear": "report_book.holds_not"}


class BlockWriter:
    """Writes the columns of one initiative."""

    def __init__(self, sheet: ScoresSheet, block: Block, card: ScorecardDoc) -> None:
        self.sheet, self.block, self.card = sheet, block, card
        self.page, self.plan, self.rubric, self.lang = sheet.page, sheet.plan, sheet.rubric, sheet.lang
        self.nodes = {node["id"]: node for node in card["nodes"]}
        gone = quoted(say(self.lang, "word.not_applicable"))
        self.criteria = {one.id: one for one in self.rubric.criteria()}
        self.given: dict[str, Given] = {
            address: block.given(self.plan.rows[address], gone) for address in self.criteria
        }
        self.tree = Tree(self.rubric, self.plan.rows, block.columns())

    def write(self) -> None:
        name = self.card["initiative"]["name"]
        cell = self.page.text(at.NAMES, min(self.block.column.values()), name, font=self.page.look.heading, boxed=False)
        cell.alignment = self.page.look.single
        for address, criterion in self.criteria.items():
            self._rating(self.nodes[address], criterion)
        self._figures()
        self._verdict()
        for name in self.block.column:
            if self.block.column[name] > self.plan.edge:
                self.page.sheet.column_dimensions[self.block.letter(name)].hidden = True

    # What is rated

    def _rating(self, node: NodeDoc, criterion: Criterion) -> None:
        """The cells of a rating, beside them out of sight what is stated, and whether the two differ."""
        row, page, block = self.plan.rows[node["id"]], self.page, self.block
        entries = dict(zip(at.INPUTS, _entry(node, self.lang), strict=True))
        for name in block.inputs:
            cell = page.number(row, block.column[name], None, GENERAL)
            if name in ("value", "value_low", "value_high") if criterion.measure is None else name == "level_to":
                cell.fill = page.look.light
                continue
            for place in (cell, page.cell(row, block.column[f"stated {name}"])):
                entry = entries[name]
                if isinstance(entry, str):
                    page.text(row, place.column, entry).alignment = page.look.centred
                elif entry is not None:
                    page.number(row, place.column, entry, GENERAL)
            page.opened(cell)
        same = [f'{block.cell(name, row)}&""={block.cell(f"stated {name}", row)}&""' for name in block.inputs]
        page.live(row, block.column["changed"], f"=IF(AND({','.join(same)}),0,1)", 0.0, GENERAL)

    # What comes of it

    def _figures(self) -> None:
        formulas: dict[tuple[str, int], str] = {}
        for address, criterion in self.criteria.items():
            row = self.plan.rows[address]
            figures = criterion_figures(self.rubric, criterion, self.given[address], self.block.cell("coverage", row))
            formulas |= {(name, row): text for name, text in zip(at.SHOWN, figures, strict=False)}
        letters = {self.block.letter(name): name for name in self.block.column}
        for cell, text in self.tree.cells():
            letter = cell.rstrip("0123456789")
            formulas[letters[letter], int(cell[len(letter) :])] = text
        formulas |= {(name, row): text for name, row, text in divided(self.rubric, self.plan, self.block)}
        known = {
            (name, self.plan.rows[address]): value
            for address in self.plan.rows
            for name, value in self._stated(address).items()
        }
        for (name, row), text in formulas.items():
            if name in at.SHOWN:
                self._shown(name, row, text, known[name, row])
            else:
                self._hidden(name, row, text)
        for address, row in self.plan.rows.items():
            stated = self._stated(address)["score"]
            self.page.number(row, self.block.column["stated"], stated, ONE_DIGIT, font=self.page.look.small)

    def _hidden(self, name: str, row: int, formula: str) -> None:
        self.page.cell(row, self.block.column[name]).value = formula

    def _shown(self, name: str, row: int, formula: str, known: float | None) -> None:
        look = self.page.look
        of_group = row == at.WHOLE or row not in {self.plan.rows[address] for address in self.criteria}
        font = look.bold if of_group else look.plain
        cell = self.page.live(row, self.block.column[name], formula, known, STYLES.get(name, ONE_DIGIT), font=font)
        if of_group:
            cell.fill = look.light

    def _stated(self, address: str) -> dict[str, float | None]:
        """The figures of a node, or of the whole, as stated."""
        one = self.nodes.get(address) or self.card
        bounds = one["bounds"] or (None, None)
        rest: dict[str, float | None]
        if address:
            rest = {name: self.nodes[address][key] for name, key in (("share", "share"), ("points", "contribution"))}  # type: ignore[literal-required]
        else:
            rest = {"share": None if bounds[0] is None else 1.0, "points": one["score"]}
        return {"score": one["score"], "low": bounds[0], "high": bounds[1], "coverage": one["coverage"], **rest}

    def _verdict(self) -> None:
        """Which limits hold at each reading, and the bands that come of it."""
        page, block, card = self.page, self.block, self.card
        start = self.plan.limits
        for row, (limit, said) in enumerate(zip(self.rubric.limits, card["limits"], strict=True), start):
            for reading in READINGS:
                meets = self.tree.limit_meets(limit, reading, self.given)
                self._hidden(f"limit {reading}", row, f"={meets}")
            scored, worst = (block.cell(f"limit {reading}", row) for reading in READINGS[:2])
            holds, possible, clear = (quoted(say(self.lang, key)) for key in STATUS.values())
            formula = f"=IF({scored},{holds},IF({worst},{possible},{clear}))"
            page.live(row, block.column["score"], formula, say(self.lang, STATUS[said["status"]]), GENERAL)
        stated = [card["band"], *(card["band_bounds"] or ("", ""))]
        for reading, band in zip(READINGS, stated, strict=True):
            meets_cells = [block.cell(f"limit {reading}", start + one) for one in range(len(self.rubric.limits))]
            covered = block.cell("coverage", at.WHOLE) if reading == "score" else None
            rank = block.cell(f"limit {reading}", at.WHOLE)
            formula = band_rank(self.rubric, block.cell(reading, at.WHOLE), covered, meets_cells)
            self._hidden(f"limit {reading}", at.WHOLE, formula)
            found = self.sheet.band_at(rank)
            formula = f"={found}" if covered else f'=IF(ISNUMBER({block.cell(reading, at.WHOLE)}),{found},"")'
            page.live(at.BAND, block.column[reading], formula, self.sheet.labels.get(band, ""), GENERAL)
        for name in at.SHOWN:
            cell = page.number(at.BAND, block.column[name], None, GENERAL) if name not in READINGS else None
            (cell or page.cell(at.BAND, block.column[name])).fill = page.look.light
        stated_band = page.text(at.BAND, block.column["stated"], self.sheet.labels[card["band"]], font=page.look.small)
        stated_band.alignment = page.look.centred


def _entry(node: NodeDoc, lang: str) -> tuple[int | str | None, float | None, float | None, float | None, float | None]:
    """A rating as it is entered: level, its upper end where it is a range, value, and its ends where they differ."""
    if node["state"] in ("not_rated", "not_applicable"):
        return shown(say(lang, f"word.{node['state']}")), None, None, None, None
    if node["value"] is not None:
        low, high = node["value_bounds"] or (node["value"], node["value"])
        ends = (None if end == node["value"] else end for end in (low, high))
        return None, None, node["value"], *ends  # type: ignore[return-value]
    first, last = node["level"] or (0, 0)
    return first, last if last != first else None, None, None, None
