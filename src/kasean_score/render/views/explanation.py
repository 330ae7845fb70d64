"""An explained scorecard as sheets: why the band is the band, where the points come from, and a sheet a criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.explanations import explanation
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.explanation import ExplainedCardDoc, ExplanationDoc, PartDoc, TopDoc
    from kasean_score.documents.shapes import LimitDoc, NodeDoc

__all__ = ["sheets"]

MOST_TRIGGERS = 3
NO_POINTS = 1e-9


def sheets(doc: ExplanationDoc) -> Iterator[Sheet]:
    """For each scorecard the whole of it, then a sheet for each criterion that is explained."""
    for card in doc["scorecards"]:
        yield from _Page(card, doc["options"]["lang"], whole=not doc["options"]["nodes"]).sheets()


class _Page:
    """The sheets of one scorecard."""

    def __init__(self, card: ExplainedCardDoc, lang: str, *, whole: bool) -> None:
        self.card = card
        self.lang = lang
        self.whole = whole
        self.nodes = {node["id"]: node for node in card["nodes"]}
        self.parts = {part["id"]: part for part in card["explained"]}
        self.needed = card["rubric"]["min_coverage"]

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def sheets(self) -> Iterator[Sheet]:
        initiative = self.card["initiative"]
        title = f"{phrases.printable(initiative['name'])} ({initiative['id']})"
        notes = [*self.method(), *(Line(*pair) for pair in phrases.footlines(self.card, self.lang))]
        yield Sheet(title, tuple(self.head()), tuple(self.grids()), tuple(notes))
        for part in self.card["explained"]:
            node = self.nodes[part["id"]]
            if node["kind"] == "criterion":
                yield Sheet(f"{phrases.printable(node['title'])} ({node['id']})", tuple(self.criterion(node, part)))

    def head(self) -> Iterator[Line]:
        yield Line(self.say("explaining.on"), phrases.facts_line(self.card, self.lang))
        yield Line(self.say("card.score"), phrases.overall_text(self.card), strong=True)
        yield Line(self.say("card.band"), phrases.band_text(self.card, self.lang), strong=True)
        yield Line(self.say("explaining.by_score"), self.by_score())
        yield Line(self.say("card.coverage"), self.coverage())
        for limit in self.card["limits"]:
            yield Line(self.say("card.limit"), self.limit(limit))
        unsupported = phrases.unsupported_line(self.card, self.lang)
        if unsupported:
            yield Line(self.say("card.unsupported"), unsupported)

    def by_score(self) -> str:
        """The band of the score alone, and what it lacks for the next."""
        why = self.card["why_band"]
        here, above = why["by_score"], why["next"]
        if here is None:
            return self.say("explaining.no_score")
        words = self.say("explaining.begins", band=phrases.printable(here["label"]), start=here["at_least"])
        if above is None or why["points_to_next"] is None:
            return f"{words}; {self.say('explaining.highest')}"
        label, points = phrases.printable(above["label"]), _points(why["points_to_next"])
        return f"{words}; {self.say('explaining.next', band=label, start=above['at_least'], points=points)}"

    def coverage(self) -> str:
        coverage = self.card["coverage"] or 0.0
        short = self.card["why_band"]["coverage_missing"] > 0
        if not short:
            needed = self.say("explaining.enough", percent=rounding.percent(self.needed))
            return f"{phrases.coverage_text(self.card, self.lang)}; {needed}"
        text = f"{phrases.coverage_text(self.card, self.lang)}; {self.say('explaining.too_little')}"
        if rounding.percent(coverage) < rounding.percent(self.needed):
            return text
        return f"{text} ({100 * coverage:.4g} % < {100 * self.needed:.4g} %)"

    def limit(self, limit: LimitDoc) -> str:
        """The rule of a limit, whether it holds and by which nodes, and its reason."""
        band, when = phrases.printable(limit["band_at_most_label"]), phrases.printable(limit["when"])
        names = [self.reached(self.nodes[address]) for address in limit["triggers"]]
        rest = len(names) - MOST_TRIGGERS
        shown = names[:MOST_TRIGGERS] + ([self.say("card.and_more", count=rest)] if rest > 0 else [])
        status = "lowers" if limit["lowers"] else limit["status"]
        found = self.say(f"explaining.limit_{status}", names=", ".join(shown))
        because = f". {phrases.printable(limit['because'])}" if limit["because"] else ""
        return f"{self.say('show.limit', band=band, when=when)}: {found}{because}"

    def reached(self, node: NodeDoc) -> str:
        """A node's title and where it stands: what a limit was triggered by."""
        title = phrases.printable(node["title"])
        if node["kind"] == "group":
            return f"{title} {phrases.group_text(node, self.needed, self.lang)}"
        return f"{title} {phrases.level_text(node, self.lang)}"

    def grids(self) -> Iterator[Grid]:
        contributions, losses = self.card["largest_contributions"], self.card["largest_losses"]
        if contributions is not None and losses is not None:
            yield self.top("explaining.top_contributions", contributions)
            yield self.top("explaining.top_losses", losses)
            return
        shown = [self.nodes[address] for address in self.parts]
        if len(shown) < 2:
            return
        yield Grid(self.columns(), tuple(self.tree(shown)))

    def tree(self, shown: list[NodeDoc]) -> Iterator[Row]:
        """The counted nodes and what they add up to, then the conditions."""
        least = min(node["depth"] for node in shown)
        counted = [self.row(node, node["depth"] - least) for node in shown if node["role"] == "counted"]
        aside = [self.row(node, node["depth"] - least) for node in shown if node["role"] != "counted"]
        if counted and self.whole and self.card["score"] is not None:
            counted.append(self.total())
        if counted and aside:
            counted[-1] = counted[-1]._replace(ends=True)
        yield from (*counted, *aside)

    def columns(self) -> tuple[Column, ...]:
        heads = ("card.criterion", "card.level", "card.share", "explaining.of_rated", "card.points", "explaining.lost")
        return tuple(Column(self.say(head), right=place > 1, whole=place > 1) for place, head in enumerate(heads))

    def top(self, title: str, top: TopDoc) -> Grid:
        rows = [self.row(self.nodes[address], 0) for address in top["ids"]]
        if top["tied"]:
            rows.append(Row((self.say("explaining.tied", count=top["tied"]), "", "", "", "", "")))
        return Grid(self.columns(), tuple(rows), self.say(title))

    def row(self, node: NodeDoc, depth: int) -> Row:
        part = self.parts[node["id"]]
        reached = self.level(node)
        cells = (
            phrases.node_title(node, self.lang),
            f"{''.join(phrases.marks(node).values())} {reached}".strip(),
            _percent(node["share"]),
            _percent(part["rated_share"]),
            _decimal(part["contribution"]),
            _decimal(part["loss"]),
        )
        return Row(cells, depth, strong=node["kind"] == "group")

    def level(self, node: NodeDoc) -> str:
        if node["kind"] == "group":
            return phrases.group_text(node, self.needed, self.lang)
        return phrases.level_text(node, self.lang, full=False)

    def total(self) -> Row:
        score = self.card["score"] or 0.0
        cells = (self.say("explaining.total"), phrases.overall_text(self.card), "100 %", "100 %")
        return Row((*cells, _decimal(score), _decimal(100 - score)), strong=True)

    def criterion(self, node: NodeDoc, part: PartDoc) -> Iterator[Line]:
        """What there is to say of one criterion, its part of the score behind its level."""
        first, *others = explanation(node, self.lang)
        yield Line(*first, strong=True)
        yield from self.part(node, part)
        yield from self.watching(node, part)
        yield from (Line(label, text) for label, text in others)
        detail = node["detail"]
        if node["level"] is not None and detail is not None and detail["next"] is None:
            yield Line(self.say("explain.next"), self.say("explaining.top_level"))

    def watching(self, node: NodeDoc, part: PartDoc) -> Iterator[Line]:
        """The limits that hold by this criterion; of a condition, which acts through them alone, all it could."""
        for limit in self.card["limits"]:
            is_condition = node["role"] == "condition"
            touched = any(f"{node['id']}.".startswith(f"{address}.") for address in limit["triggers"])
            if touched and (is_condition or limit["status"] == "holds"):
                yield Line(self.say("card.limit"), self.limit(limit))
            elif is_condition and limit["id"] in part["limits"]:
                rule = self.say("show.limit", band=phrases.printable(limit["band_at_most_label"]), when=limit["when"])
                yield Line(self.say("card.limit"), self.say("explaining.limit_elsewhere", rule=phrases.printable(rule)))

    def part(self, node: NodeDoc, part: PartDoc) -> Iterator[Line]:
        if node["role"] == "condition":
            yield Line(self.say("card.points"), self.say("explaining.not_counted"))
        if node["share"] is None:
            return
        parent = self.nodes[node["parent"] or node["id"]]
        weight, siblings = f"{node['weight']:g}", f"{part['siblings_weight'] or 0:g}"
        title = phrases.printable(parent["title"])
        share = rounding.percent(node["share"])
        words = [self.say("explaining.weight", weight=weight, siblings=siblings, parent=title, percent=share)]
        if part["rated_share"] is not None:
            words.append(self.say("explaining.rated_share", percent=rounding.percent(part["rated_share"])))
        yield Line(self.say("explaining.weight_label"), ", ".join(words))
        if part["contribution"] is None or part["loss"] is None:
            yield Line(self.say("card.points"), self.say("explaining.no_points"))
        else:
            points = self.say("explaining.points", added=_points(part["contribution"]), lost=_points(part["loss"]))
            yield Line(self.say("card.points"), points)

    def method(self) -> Iterator[Line]:
        """How points are divided; where every mean is arithmetic one line says it."""
        if not any(part["contribution"] is not None for part in self.card["explained"]):
            return
        method = self.card["method"]
        yield Line(self.say("card.points"), method["contribution"])
        yield Line(self.say("explaining.lost"), method["loss"])
        yield Line(self.say("explaining.sums"), method["adds_up"])
        if method["sources"]:
            yield Line(self.say("explaining.sources"), "; ".join(method["sources"]))


def _percent(share: float | None) -> str:
    return "" if share is None else f"{rounding.percent(share)} %"


def _decimal(points: float | None) -> str:
    return "" if points is None else f"{points:.1f}"


def _points(points: float) -> str:
    """Points to one decimal; what would round to nothing keeps its first digit."""
    return f"{points:.1f}" if points < NO_POINTS or points >= 0.05 else f"{points:.1g}"
