"""Scorecards as tables for the terminal: the only importer of rich."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kasean_score.messages import say
from kasean_score.render import Screen, phrases, rounding
from kasean_score.render.explanations import explanation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.listing import OutlineDoc
    from kasean_score.documents.shapes import DacDoc, Document, NodeDoc, OptionsDoc, ScorecardDoc
    from kasean_score.render.sheet import Grid, Line, Sheet

__all__ = ["outline", "scorecards", "sheets"]

BAR_CELLS = 8
NEVER_WRAPS = 24
"""Titles up to this many cells fit their column on a screen of `ROOMY` cells or more."""
ROOMY = 80
WIDE = 110
"""From this width on, ranges are spelled out in words and points are shown."""


def scorecards(doc: Document, screen: Screen) -> str:
    """Every scorecard, behind an overview where there are several initiatives."""
    lang = doc["options"]["lang"]
    parts: list[RenderableType] = []
    if len(doc["scorecards"]) > len({card["rubric"]["sha256"] for card in doc["scorecards"]}):
        parts += _overviews(doc["scorecards"], lang, screen)
    for card in doc["scorecards"]:
        parts += [*_Card(card, doc["options"], screen).parts(), Text()]
    return drawn(parts[:-1], screen)


def outline(doc: OutlineDoc, screen: Screen) -> str:
    """Headings without an address, and every label, are bold; each paragraph is indented to its depth."""
    parts = []
    for line in doc["lines"]:
        text = Text(phrases.labelled(line))
        text.stylize("bold", 0, len(line["label"]) or (len(text) if line["heading"] else 0))
        parts.append(Padding(text, (0, 0, 0, 2 * line["depth"])))
    return drawn(parts, screen)


def sheets(pages: Iterable[Sheet], screen: Screen) -> str:
    """Each sheet with its grids as tables, a blank line between the parts."""
    parts: list[RenderableType] = []
    for page in pages:
        parts += [Text(), Text(phrases.printable(page.title), style="bold")]
        parts += [_lines(page.lines, screen.width)] if page.lines else []
        for block in [_grid_block(one) for one in page.grids if one.rows]:
            parts += [Text(), block]
        parts += [Text(), _lines(page.notes, screen.width)] if page.notes else []
    return drawn(parts[1:], screen)


def _grid_block(one: Grid) -> RenderableType:
    table = grid(*(folded(column.title, column.most) if column.most else column.title for column in one.columns))
    for column, wanted in zip(table.columns, one.columns, strict=True):
        column.justify = "right" if wanted.right else "left"
        column.no_wrap = wanted.whole
        column.max_width = wanted.most or None
    for row in one.rows:
        first, *others = map(phrases.printable, row.cells)
        cells = [_indented(first, row.depth), *map(Text, others)]
        table.add_row(*cells, style="bold" if row.strong else "", end_section=row.ends)
    return Group(Text(one.title, style="bold"), table) if one.title else table


def _lines(lines: Sequence[Line], width: int) -> RenderableType:
    return labelled([(x.label, phrases.printable(x.text), "", "bold" if x.strong else "") for x in lines], width)


def drawn(parts: Iterable[RenderableType], screen: Screen) -> str:
    """Renderables as text for `screen`, without spaces at the ends of lines."""
    out = StringIO()
    console = Console(
        file=out,
        width=screen.width,
        height=1,  # nothing is paged; unset, rich would ask the environment
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(Group(*parts))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().split("\n")[:-1])


def grid(*columns: str) -> Table:
    """A table without a frame, a rule below its head."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=0, header_style="dim")
    for name in columns:
        table.add_column(name, overflow="fold")
    return table


class _Row(NamedTuple):
    """A row of a card's table: its cells, its style, and whether a gap follows."""

    cells: list[RenderableType]
    style: str = ""
    ends: bool = False


class _Card:
    """One scorecard being drawn."""

    def __init__(self, card: ScorecardDoc, options: OptionsDoc, screen: Screen) -> None:
        self.card = card
        self.options = options
        self.lang = options["lang"]
        self.width = screen.width
        self.wide = screen.width >= WIDE
        self.roomy = screen.width >= ROOMY
        self.nodes = {node["id"]: node for node in card["nodes"]}

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def parts(self) -> Iterator[RenderableType]:
        yield from self.head()
        yield Text()
        yield self.table()
        yield Text()
        yield from self.foot()
        if self.options["explain"]:
            yield from self.explanations()

    def head(self) -> Iterator[RenderableType]:
        initiative = self.card["initiative"]
        yield Text(f"{phrases.printable(initiative['name'])} ({initiative['id']})", style="bold")
        yield Text(phrases.facts_line(self.card, self.lang))
        bold, warned = map(self.say, ("card.score", "card.band")), map(self.say, ("card.unsupported", "card.with"))
        styles = dict.fromkeys(bold, "bold") | dict.fromkeys(warned, "yellow")
        lines = phrases.headlines(self.card, self.options)
        yield labelled([(label, text, "", styles.get(label, "")) for label, text in lines], self.width)

    def table(self) -> Table:
        names = ("criterion", "level", "bar", "share", "evidence", *(("points",) if self.wide else ()))
        table = grid(*(self.say(f"card.{name}") for name in names))
        table.columns[1].header = Text(f"  {table.columns[1].header}")  # above the level, not above its mark
        for column in table.columns[2:]:
            column.no_wrap = True
        for column in (table.columns[3], *table.columns[5:]):
            column.justify = "right"
        for row in self.rows():
            table.add_row(*row.cells[: len(names)], style=row.style, end_section=row.ends)
        return table

    def rows(self) -> Iterator[_Row]:
        if self.card["dac"] is None:
            yield from self.tree_rows(self.card["nodes"])
        else:
            yield from self.dac_rows(self.card["dac"])
            yield from self.tree_rows(phrases.conditions(self.card))

    def tree_rows(self, nodes: Sequence[NodeDoc]) -> Iterator[_Row]:
        for index, node in enumerate(nodes, start=1):
            after = nodes[index] if index < len(nodes) else None
            ends = after is not None and after["depth"] == 0 and after["role"] == "condition"
            yield _Row(self.cells(node, node["depth"]), "bold" if node["kind"] == "group" else "", ends)

    def dac_rows(self, rows: Sequence[DacDoc]) -> Iterator[_Row]:
        for row in rows:
            score = rounding.score_text(row["score"], row["bounds"])
            texts = (row["title"], f"  {score}", bar(row["bounds"]), f"{rounding.percent(row['share'])} %", "", "")
            yield _Row(list(map(Text, texts)), "bold")
            for address in row["criteria"]:
                ends = row is rows[-1] and address == row["criteria"][-1]
                yield _Row(self.cells(self.nodes[address], 1), ends=ends)

    def cells(self, node: NodeDoc, depth: int) -> list[RenderableType]:
        if node["kind"] == "group":
            needed, starts = self.card["rubric"]["min_coverage"], phrases.band_starts(self.card)
            reached = phrases.group_text(node, needed, self.lang, starts)
        else:
            reached = phrases.level_text(node, self.lang, full=self.wide)
        mark = "".join(phrases.marks(node).values())
        share, points = node["share"], node["contribution"]
        return [
            self.indented(phrases.node_title(node, self.lang), depth),
            Text(f"{mark:1} {reached}"),
            Text(bar(node["bounds"])),
            Text("" if share is None else f"{rounding.percent(share)} %"),
            Text(phrases.evidence_text(node)),
            Text("" if points is None else f"{points:.1f}"),
        ]

    def indented(self, title: str, depth: int) -> RenderableType:
        """A title whose further lines keep its indent; one too short to have any is simply preceded by spaces."""
        if self.roomy and cell_len(title) <= NEVER_WRAPS:
            return Text("  " * depth + title)
        return _indented(title, depth)

    def foot(self) -> Iterator[RenderableType]:
        card, lang = self.card, self.lang
        legend = " · ".join([*phrases.legend(card, lang), self.say("mark.bar")])
        dim = [(self.say("card.marks"), legend), *phrases.footlines(card, lang)]
        rows = [(label, text, "", "") for label, text in phrases.extremes(card, lang)]
        rows += [(label, text, "dim", "dim") for label, text in dim]
        yield labelled(rows, self.width)

    def explanations(self) -> Iterator[RenderableType]:
        for node in self.card["nodes"]:
            if node["detail"] is None:
                continue
            head = Text("\n").join(
                [Text(), Text.assemble((phrases.printable(node["title"]), "bold"), f"  {node['id']}")]
            )
            yield head
            for label, text in explanation(node, self.lang):
                yield Padding(Text.assemble((f"{label}: ", "dim"), text), (0, 0, 0, 2))


def _indented(title: str, depth: int) -> RenderableType:
    """A title whose further lines keep its indent."""
    return Padding(Text(title, overflow="fold"), (0, 0, 0, 2 * depth)) if depth else Text(title)


def labelled(rows: Sequence[tuple[str, str, str, str]], width: int) -> RenderableType:
    """Lines of a label, a text and the style of each; further lines of a text stand below its first.

    Where nothing wraps they are put together here: a table costs ten times as much.
    """
    indent = max(cell_len(label) for label, *_ in rows)
    indent += 2 if indent else 0
    if all(indent + cell_len(text) <= width for _, text, *_ in rows):
        lines = [
            Text.assemble((f"{label}{' ' * (indent - cell_len(label))}", style), (text, text_style))
            for label, text, style, text_style in rows
        ]
        return Text("\n").join(lines)
    table = Table.grid(padding=(0, 2 if indent else 0, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for label, text, style, text_style in rows:
        table.add_row(Text(label, style=style), Text(text, style=text_style))
    return table


def bar(bounds: Sequence[float] | None) -> str:
    """Cells from 0 to 100: what is certain, what is open, what is out of reach."""
    if bounds is None:
        return ""
    low, high = (rounding.whole(end * BAR_CELLS / 100) for end in bounds)
    return "█" * low + "▒" * (high - low) + "·" * (BAR_CELLS - high)


def _overviews(cards: Sequence[ScorecardDoc], lang: str, screen: Screen) -> Iterator[RenderableType]:
    """One matrix of groups and initiatives for each rubric, cut into blocks of columns that fit the screen."""
    by_rubric: dict[str, list[ScorecardDoc]] = {}
    for card in cards:
        by_rubric.setdefault(card["rubric"]["sha256"], []).append(card)
    for group in by_rubric.values():
        for block in _blocks(group, lang, screen.width):
            rubric = group[0]["rubric"]
            title = phrases.printable(rubric["title"])
            yield Text(say(lang, "overview.title", title=title, id=rubric["id"]), style="bold")
            yield _matrix(block, lang)
            yield Text()
    mixed = len({(card["initiative"]["type"], card["initiative"]["stage"]) for card in cards}) > 1
    yield Text(say(lang, "overview.mixed" if mixed else "overview.note"), style="dim")
    yield Text()


CELL = 12
"""Cells of a column of the overview: the longest word in it is `demonstrated`."""


def _blocks(cards: list[ScorecardDoc], lang: str, width: int) -> Iterator[list[ScorecardDoc]]:
    longest = max(cell_len(phrases.node_title(node, lang)) for node in _top(cards[0]))
    room = width - min(longest, width // 2)
    block: list[ScorecardDoc] = []
    used = 0
    for card in cards:
        needed = _width_of(card["initiative"]["id"]) + 1
        if block and used + needed > room:
            yield block
            block, used = [], 0
        block.append(card)
        used += needed
    yield block


def _width_of(name: str) -> int:
    """The cells of an initiative's column: more than the least where a part of its id is longer."""
    return max([CELL, *map(len, re.findall("[^-]+-?", name))])


def _top(card: ScorecardDoc) -> list[NodeDoc]:
    return [node for node in card["nodes"] if node["depth"] == 0]


def folded(name: str, width: int = CELL) -> str:
    """An id on lines of a column's width, broken behind hyphens where it can be."""
    lines = [""]
    for part in re.findall("[^-]+-?|-", name):
        if lines[-1] and len(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _matrix(cards: list[ScorecardDoc], lang: str) -> Table:
    ids = [card["initiative"]["id"] for card in cards]
    table = grid("", *(folded(one, _width_of(one)) for one in ids))
    for column, one in zip(table.columns[1:], ids, strict=True):
        column.max_width = _width_of(one)

    def add(label: str, cells: Iterable[str], style: str = "") -> None:
        table.add_row(Text(label), *(Text(cell) for cell in cells), style=style)

    needed, starts = cards[0]["rubric"]["min_coverage"], phrases.band_starts(cards[0])
    scores = (phrases.overall_text(card) for card in cards)
    add(say(lang, "overview.total"), scores, "bold")
    add(say(lang, "card.band"), (phrases.printable(card["band_label"]) for card in cards), "bold")
    add(say(lang, "card.coverage"), (f"{rounding.percent(card['coverage'] or 0.0)} %" for card in cards))
    for name in ("type", "stage"):
        kinds = (card["initiative"][name] for card in cards)
        add(say(lang, f"overview.{name}"), (say(lang, f"word.{kind}") if kind else "-" for kind in kinds))
    table.add_section()
    for rows in zip(*map(_top, cards), strict=True):
        add(phrases.node_title(rows[0], lang), (phrases.group_text(row, needed, lang, starts) for row in rows))
    return table
