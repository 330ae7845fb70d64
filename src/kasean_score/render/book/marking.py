"""What a sheet of scores lets people enter, what it points out, and how it goes on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import Outline, PageSetupProperties

from kasean_score.formulas.text import number, quoted
from kasean_score.formulas.tree import TOLERANCE
from kasean_score.render.book import columns as at

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from kasean_score.render.book.columns import Plan
    from kasean_score.render.book.scores import ScoresSheet

__all__ = ["bar", "changeable", "coloured", "conditional", "on_paper", "thin"]

ORANGE, BLUE = "FFC98A", "FF9DB4DC"
SCALE = 59
"""Per cent of its size that the sheet is printed at: one initiative stands beside the titles on a page."""
LARGEST = "1E+300"
FIRST_OWN_FORMAT = 200


def changeable(sheet: ScoresSheet) -> None:
    """What may stand in the cells to change."""
    plan, words = sheet.plan, sheet.page.sheet
    weight = get_column_letter(at.WEIGHT)
    least = DataValidation(type="decimal", operator="between", formula1="0", formula2=LARGEST)
    least.error, least.showErrorMessage = sheet.say("report_book.weight_error"), True
    least.add(f"{weight}{plan.first}:{weight}{plan.last}")
    words.add_data_validation(least)
    states = [sheet.say(f"word.{state}") for state in ("not_rated", "not_applicable")]
    figure = DataValidation(type="decimal", operator="between", formula1=f"-{LARGEST}", formula2=LARGEST)
    figure.error, figure.showErrorMessage = sheet.say("report_book.value_error"), True
    drops: dict[tuple[str, ...], DataValidation] = {}

    def add(choices: tuple[str, ...], cell: str) -> None:
        if choices not in drops:
            drop = drops[choices] = DataValidation(type="list", formula1=quoted(",".join(choices)), allow_blank=True)
            error = sheet.say("report_book.level_error", not_rated=states[0], not_applicable=states[1])
            drop.error, drop.showErrorMessage = error, True
        drops[choices].add(cell)

    for criterion in sheet.rubric.criteria():
        levels = () if criterion.measure else tuple(map(str, sheet.rubric.levels_of(criterion)))
        for block in plan.blocks:
            row = plan.rows[criterion.id]
            add((*levels, *states), block.cell("level", row))
            if criterion.measure is None:
                add(levels, block.cell("level_to", row))
            else:
                for name in block.inputs[2:]:
                    figure.add(block.cell(name, row))
    for drop in (*drops.values(), figure):
        if drop.sqref:
            words.add_data_validation(drop)


def conditional(sheet: ScoresSheet) -> None:
    """Colour what differs from what is stated, and mark a score of which too little is rated."""
    plan, rules = sheet.plan, sheet.page.sheet.conditional_formatting
    first, last = plan.first, plan.last

    def over(letter: str, top: int) -> str:
        return f"{letter}{top}:{letter}{last}"

    stated, weight = (get_column_letter(one) for one in (at.STATED_WEIGHT, at.WEIGHT))
    rules.add(over(weight, first), coloured(f"{weight}{first}<>{stated}{first}"))
    for block in plan.blocks:
        for name in block.inputs:
            here, there = block.letter(name), block.letter(f"stated {name}")
            rules.add(over(here, first), coloured(f'{here}{first}&""<>{there}{first}&""'))
        score, was, rated = (block.letter(name) for name in ("score", "stated", "coverage"))
        top = at.WHOLE
        differs = f"OR(ISNUMBER({score}{top})<>ISNUMBER({was}{top}),ABS(N({score}{top})-N({was}{top}))>{TOLERANCE})"
        away = f"AND(ROW()<>{at.BAND},{differs})"
        rules.add(over(was, top), coloured(away))
        rules.add(over(score, top), thin(f"{score}{top}", f"{rated}{top}", sheet.rubric.min_coverage))


def coloured(condition: str) -> Rule:
    """Colour the cells for which a condition holds."""
    style = DifferentialStyle(fill=PatternFill("solid", start_color=ORANGE, end_color=ORANGE))
    return Rule(type="expression", dxf=style, formula=[condition])


def thin(score: str, rated: str, needed: float) -> Rule:
    """Put a question mark behind a score of which less than the minimum coverage is rated."""
    style = DifferentialStyle(numFmt=NumberFormat(numFmtId=FIRST_OWN_FORMAT, formatCode='0.0"?"'))
    condition = f"AND(ISNUMBER({score}),N({rated})<{number(needed)}-{TOLERANCE})"
    return Rule(type="expression", dxf=style, formula=[condition])


def bar() -> Rule:
    """Draw a score of 0 to 100 as a bar behind it."""
    ends = [FormatObject(type="num", val=end) for end in (0, 100)]
    return Rule(type="dataBar", dataBar=DataBar(cfvo=ends, color=BLUE))


def on_paper(sheet: Worksheet, plan: Plan) -> None:
    """Titles on every page, an initiative beside them."""
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    sheet.sheet_properties.outlinePr = Outline(summaryBelow=False)
    sheet.page_setup.scale = SCALE
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = None
    sheet.print_title_cols = f"A:{get_column_letter(at.WEIGHT)}"
    sheet.print_title_rows = f"{at.NAMES}:{at.HEADS}"
    for block in plan.blocks[:-1]:
        sheet.col_breaks.append(Break(id=block.column["stated"]))
