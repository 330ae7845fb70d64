"""The cheapest ways to a score or band as sheets: the answer, the plans side by side, and what the first one takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.improvement import (
        ImprovementCardDoc,
        ImprovementDoc,
        ImprovementOptionsDoc,
        ObstacleDoc,
        PlanDoc,
        RiseDoc,
    )
    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc

__all__ = ["sheets"]

ACROSS = 10
"""Plans side by side; more of them continue below."""


def sheets(doc: ImprovementDoc) -> Iterator[Sheet]:
    """One sheet for each scorecard."""
    return (_Page(card, doc["options"]).sheet() for card in doc["scorecards"])


class _Page:
    """The sheet of one scorecard."""

    def __init__(self, card: ImprovementCardDoc, options: ImprovementOptionsDoc) -> None:
        self.card = card
        self.options = options
        self.lang = options["lang"]
        self.nodes = {node["id"]: node for node in card["nodes"]}
        self.titles = {address: self.title(node) for address, node in self.nodes.items()}

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, f"improve.{key}", **params)

    def title(self, node: NodeDoc) -> str:
        title = phrases.printable(node["title"])
        return say(self.lang, "card.condition", title=title) if node["role"] == "condition" else title

    def sheet(self) -> Sheet:
        card = self.card
        initiative = card["initiative"]
        name = phrases.printable(initiative["name"])
        title = self.say("title", goal=self.goal_name(), name=name, id=initiative["id"])
        grids: list[Grid] = []
        if card["plans"]:
            grids = [self.outcomes(), *self.levels(), self.demands(card["plans"][0])]
        return Sheet(title, tuple(self.head()), tuple(grids), tuple(self.notes()))

    def goal_name(self) -> str:
        goal = self.card["goal"]
        return phrases.printable(goal["band_label"]) if goal["band_label"] else f"{goal['score']:g}"

    # What is said first

    def head(self) -> Iterator[Line]:
        card = self.card
        yield Line(self.say("rated_on"), phrases.facts_line(card, self.lang))
        yield Line(say(self.lang, "card.score"), phrases.overall_text(card))
        yield Line(say(self.lang, "card.band"), phrases.band_text(card, self.lang))
        yield Line(say(self.lang, "card.coverage"), phrases.coverage_text(card, self.lang))
        for text in phrases.limit_lines(card, self.lang):
            yield Line(say(self.lang, "card.limit"), text)
        yield Line(self.say("goal"), "; ".join(self.goal()))
        yield Line(self.say("answer"), self.answer(), strong=True)
        for obstacle in card["obstacles"]:
            yield Line(self.say("because"), self.obstacle(obstacle))
        if len(card["plans"]) > 1 or card["more"]:
            names = [self.titles[address] for address in card["always"]]
            yield Line(self.say("always"), ", ".join(names) or self.say("no_always"))

    def goal(self) -> Iterator[str]:
        goal = self.card["goal"]
        score = f"{goal['score']:g}"
        if goal["band_label"]:
            yield self.say("band_goal", band=phrases.printable(goal["band_label"]), score=score)
        else:
            yield self.say("score_goal", score=score)
        if goal["coverage"]:
            yield self.say("coverage_goal", percent=rounding.percent(goal["coverage"]))
        yield from (self.say("limit_goal", rule=rule) for rule in self.rules(goal["limits"]))

    def rules(self, ids: Sequence[str]) -> list[str]:
        """Limits as the rubric states them."""
        return [
            say(
                self.lang,
                "show.limit",
                band=phrases.printable(limit["band_at_most_label"]),
                when=phrases.printable(limit["when"]),
            )
            for limit in self.card["limits"]
            if limit["id"] in ids
        ]

    def answer(self) -> str:
        card = self.card
        if card["status"] != "possible":
            return self.say("reached") if card["status"] == "reached" else self.say("impossible")
        count = len(card["plans"])
        key = "more_plans" if card["more"] else "all_plans" if count > 1 else "one_plan"
        return self.say(key, count=count, cost=_number(card["cost"]))

    def obstacle(self, obstacle: ObstacleDoc) -> str:
        if obstacle["highest_score"] is None:
            return self.say("nothing")
        clashing = list(self.demanding(obstacle))
        if len(clashing) > 1:
            return self.say("clash", demands="; ".join(clashing))
        if obstacle["score"] is not None:
            highest = _apart(obstacle["highest_score"], obstacle["score"])
            return self.say("highest_score", highest=highest, score=f"{obstacle['score']:g}")
        if obstacle["coverage"] is not None:
            most, needed = rounding.percent(obstacle["highest_coverage"]), rounding.percent(obstacle["coverage"])
            return self.say("highest_coverage", highest=most, percent=needed)
        return self.say("no_lift", rule=self.rules(obstacle["limits"]))

    def demanding(self, obstacle: ObstacleDoc) -> Iterator[str]:
        if obstacle["score"] is not None:
            yield self.say("score_goal", score=f"{obstacle['score']:g}")
        if obstacle["coverage"] is not None:
            yield self.say("coverage_goal", percent=rounding.percent(obstacle["coverage"]))
        yield from (self.say("limit_goal", rule=rule) for rule in self.rules(obstacle["limits"]))

    # The plans

    def outcomes(self) -> Grid:
        columns = (
            Column(self.say("plan")),
            *(Column(say(self.lang, f"card.{name}"), whole=name == "score") for name in ("score", "band")),
            Column(say(self.lang, "card.coverage"), right=True),
        )
        rows = [Row((f"#{number}", *self.outcome(plan))) for number, plan in enumerate(self.card["plans"], start=1)]
        return Grid(columns, tuple(rows), self.say("plans", cost=_number(self.card["cost"])))

    def outcome(self, plan: PlanDoc) -> tuple[str, str, str]:
        after = cast("ScorecardDoc", {**self.card, **plan["after"]})
        covered = f"{rounding.percent(after['coverage'] or 0.0)} %"
        return phrases.overall_text(after), phrases.band_text(after, self.lang), covered

    def levels(self) -> Iterator[Grid]:
        """The level of each criterion that any plan raises, a plan a column; those raised by all are strong."""
        plans = self.card["plans"]
        if len(plans) < 2:
            return
        for start in range(0, len(plans), ACROSS):
            part = plans[start : start + ACROSS]
            numbers = [Column(f"#{start + place}", right=True, whole=True) for place in range(1, len(part) + 1)]
            columns = (Column(say(self.lang, "card.criterion")), Column(self.say("now"), right=True, whole=True))
            taken = [{rise["id"]: rise for rise in plan["rises"]} for plan in part]
            raised = [address for address in self.nodes if any(address in rises for rises in taken)]
            rows = (
                Row(
                    (self.titles[address], self.now(address), *(_level(rises.get(address)) for rises in taken)),
                    strong=address in self.card["always"],
                )
                for address in raised
            )
            yield Grid((*columns, *numbers), tuple(rows), self.say("levels") if start == 0 else "")

    def now(self, address: str) -> str:
        level = self.nodes[address]["level"]
        if level is None:
            return self.say("unrated")
        return str(level[0]) if level[0] == level[1] else f"{level[0]}-{level[1]}"

    def demands(self, plan: PlanDoc) -> Grid:
        columns = (
            Column(say(self.lang, "card.criterion")),
            Column(self.say("rise"), whole=True),
            Column(self.say("cost"), right=True, whole=True),
            Column(self.say("demanded")),
        )
        rows = tuple(
            Row(
                (
                    self.titles[rise["id"]],
                    f"{self.now(rise['id'])} → {rise['level']}",
                    _number(rise["cost"]),
                    self.demanded(rise),
                )
            )
            for rise in plan["rises"]
        )
        return Grid(columns, rows, self.say("demands", number="#1"))

    def demanded(self, rise: RiseDoc) -> str:
        needs = [say(self.lang, f"needs.{name}") for name in rise["evidence_needed"]]
        parts = [phrases.printable(rise["demands"] or rise["level_label"])]
        return " ".join([*parts, *([self.say("needs", needs=needs)] if needs else [])])

    # What is said last

    def notes(self) -> Iterator[Line]:
        card = self.card
        if card["plans"]:
            yield Line(self.say("counted"), "; ".join(self.counting()))
        held = [self.titles[address] for address in card["held"]]
        measures = [self.titles[address] for address in card["measures"]]
        if held:
            yield Line(self.say("held"), self.say("fixed", names=held))
        if measures:
            yield Line(self.say("held"), self.say("measures", names=measures))
        if card["plans"]:
            yield Line(self.say("proof"), self.say("proved"))
            yield Line(self.say("caution"), self.say("means"))
        yield from (Line(*pair) for pair in phrases.footlines(card, self.lang))

    def counting(self) -> Iterator[str]:
        stated = {address: cost for address, cost in self.options["costs"].items() if address in self.nodes}
        said = [f"{self.titles[address]} {_number(cost)}" for address, cost in stated.items()]
        yield self.say("stated_costs", costs=said) if said else self.say("unit_costs")
        raised = [rise for plan in self.card["plans"] for rise in plan["rises"]]
        before = [rise["level_before"] for rise in raised]
        if any(level is not None and level[0] != level[1] for level in before):
            yield self.say("from_range")
        if any(rise["from_unrated"] for rise in raised):
            yield self.say("from_unrated")


def _level(rise: RiseDoc | None) -> str:
    return "" if rise is None else f"→{rise['level']}"


def _apart(highest: float, needed: float) -> str:
    """A score with as many digits as show that it is below another."""
    digits = rounding.digits_apart(highest, [needed])
    return f"{highest:.{digits}f}" if digits else str(rounding.whole(highest))


def _number(cost: float | None) -> str:
    return f"{cost or 0.0:.10g}"
