"""Gaps as sheets: what is open, what each could move, and for each why it is open and what to look for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.gaps import GapDoc, GapsCardDoc, GapsDoc, OutcomeDoc
    from kasean_score.documents.shapes import NodeDoc

__all__ = ["sheets"]

NO_MOVE = 1e-9
MOST_NAMED = 5


def sheets(doc: GapsDoc) -> Iterator[Sheet]:
    """For each scorecard the list of its gaps, then a sheet for each gap."""
    for card in doc["scorecards"]:
        yield from _Page(card, doc["options"]["lang"]).sheets()


class _Page:
    """The sheets of one scorecard."""

    def __init__(self, card: GapsCardDoc, lang: str) -> None:
        self.card = card
        self.lang = lang
        self.titles = phrases.titled(card)
        self.labels = {band["id"]: phrases.printable(band["label"]) for band in card["rubric"]["bands"]}
        self.labels["not_demonstrated"] = say(lang, "word.not_demonstrated")

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def sheets(self) -> Iterator[Sheet]:
        initiative = self.card["initiative"]
        title = f"{phrases.printable(initiative['name'])} ({initiative['id']})"
        yield Sheet(title, tuple(self.head()), (self.grid(),), tuple(self.notes()))
        for place, gap in enumerate(self.card["gaps"], start=1):
            name = f"{place}. {self.title(gap['node'])} ({gap['node']['id']})"
            yield Sheet(name, tuple(self.gap(gap)))

    def title(self, node: NodeDoc) -> str:
        title = phrases.printable(node["title"])
        return self.say("card.condition", title=title) if node["role"] == "condition" else title

    def head(self) -> Iterator[Line]:
        card = self.card
        yield Line(self.say("gaps.on"), phrases.facts_line(card, self.lang))
        yield Line(self.say("card.score"), phrases.overall_text(card), strong=True)
        yield Line(self.say("card.band"), phrases.band_text(card, self.lang), strong=True)
        yield Line(self.say("card.coverage"), phrases.coverage_text(card, self.lang))
        for text in phrases.limit_lines(card, self.lang):
            yield Line(self.say("card.limit"), text)
        count = card["gap_count"]
        total = sum((count["not_rated"], count["disputed"], count["range"]))
        if total == 0:
            yield Line(self.say("gaps.open"), self.say("gaps.nothing"))
            return
        yield Line(self.say("gaps.open"), self.say("gaps.count", count=total, **count))
        yield Line(self.say("gaps.alone"), self.alone())
        if not card["together"]["alone"]:
            yield Line(self.say("gaps.together"), self.together(total))
        yield Line(self.say("gaps.all"), self.all_together())

    def alone(self) -> str:
        names = [self.titles[address] for address in self.card["together"]["alone"]]
        if not names:
            return self.say("gaps.alone_none")
        rest = len(names) - MOST_NAMED
        shown = names[:MOST_NAMED] + ([self.say("card.and_more", count=rest)] if rest > 0 else [])
        return self.say("gaps.alone_some", count=len(names), names=", ".join(shown))

    def together(self, total: int) -> str:
        """How many gaps it takes to change the band, as far as that is known."""
        together = self.card["together"]
        needed = rounding.percent(self.card["rubric"]["min_coverage"])
        if together["to_cover"] and together["fewest"] == together["to_cover"]:
            return self.say("gaps.to_cover", count=together["to_cover"], percent=needed)
        words = [self.say("gaps.covers", count=together["to_cover"], percent=needed)] if together["to_cover"] else []
        if together["fewest"]:
            words.append(self.say("gaps.fewest", count=together["fewest"]))
        elif together["searched"] == total:
            words.append(self.say("gaps.none_together"))
        else:
            words.append(self.say("gaps.not_searched", count=together["searched"]))
        return "; ".join(words)

    def all_together(self) -> str:
        low, high = self.card["band_bounds"] or ["not_demonstrated"] * 2
        bounds = self.card["bounds"] or [0.0, 0.0]
        return self.say(
            "gaps.all_same" if low == high else "gaps.all_text",
            bounds=rounding.bounds_text(bounds),
            low=self.labels[low],
            high=self.labels[high],
        )

    def grid(self) -> Grid:
        heads = ("card.criterion", "gaps.gap", "gaps.moves", "gaps.band_alone", "card.coverage")
        places = tuple(
            Column(self.say(head), right=place in (2, 4), whole=place in (2, 4)) for place, head in enumerate(heads)
        )
        return Grid(places, tuple(self.row(gap) for gap in self.card["gaps"]))

    def row(self, gap: GapDoc) -> Row:
        bands = " / ".join(self.labels[band] for band in gap["bands"]) if gap["changes_band"] else self.say("gaps.same")
        added = f"+{rounding.percent(gap['coverage_added'])} %" if gap["coverage_added"] else ""
        return Row((self.title(gap["node"]), self.kind(gap), self.moves(gap), bands, added))

    def kind(self, gap: GapDoc) -> str:
        if gap["kind"] == "not_rated":
            return self.say("word.not_rated")
        name = self.say("word.disputed") if gap["kind"] == "disputed" else self.say("gaps.range")
        return f"{name} {phrases.level_text(gap['node'], self.lang, full=False)}"

    def moves(self, gap: GapDoc) -> str:
        """Points down and up from the score as it is; without one, the scores that come out."""
        now, worst, best = self.card["score"], gap["outcomes"][0]["score"], gap["outcomes"][-1]["score"]
        if worst is None or best is None or gap["swing"] < NO_MOVE:
            return "0"
        if now is None:
            return rounding.score_text(None, [worst, best])
        return f"{_signed(worst - now)} / {_signed(best - now)}"

    def notes(self) -> Iterator[Line]:
        if self.card["left_off"]:
            yield Line(self.say("gaps.not_shown"), self.say("gaps.left_off", count=self.card["left_off"]))
        if self.card["idle"]:
            names = ", ".join(self.titles[address] for address in self.card["idle"])
            yield Line(self.say("gaps.idle"), names)
        if self.card["gaps"]:
            yield Line(self.say("gaps.how"), self.say("gaps.order"))
        yield from (Line(*pair) for pair in phrases.footlines(self.card, self.lang))

    def gap(self, gap: GapDoc) -> Iterator[Line]:
        """Why it is open, what to look for, and what comes out when it is settled."""
        node = gap["node"]
        detail = node["detail"]
        yield Line(self.say("gaps.gap"), self.kind(gap), strong=True)
        texts = [("question", detail["question"] if detail else None), ("disputed", node["disputed"])]
        texts += [("why", detail["why"] if detail else None), ("reason", node["reason"])]
        texts += [("evidence", phrases.evidence_text(node))]
        texts += [("look_for", "; ".join(detail["typical_evidence"]) if detail else None)]
        yield from (Line(self.say(f"explain.{name}"), phrases.printable(text)) for name, text in texts if text)
        if gap["swing"] >= NO_MOVE:
            worst, best = self.scored(gap["outcomes"][0]), self.scored(gap["outcomes"][-1])
            yield Line(self.say("card.score"), self.say("gaps.scores", worst=worst, best=best))
        if gap["changes_band"]:
            yield Line(self.say("card.band"), self.by_level(gap["outcomes"]))
        for limit in self.card["limits"]:
            if limit["id"] in gap["limits"]:
                band, when = phrases.printable(limit["band_at_most_label"]), phrases.printable(limit["when"])
                rule = self.say("show.limit", band=band, when=when)
                yield Line(self.say("card.limit"), self.say("gaps.switches", rule=rule))

    def scored(self, outcome: OutcomeDoc) -> str:
        """A score that would come out, by the same rules as one that has."""
        thin = rounding.is_thin(outcome["coverage"], self.card["rubric"]["min_coverage"])
        return rounding.score_text(outcome["score"], outcome["bounds"], thin=thin)

    def by_level(self, outcomes: Sequence[OutcomeDoc]) -> str:
        """The band that each level, or each stretch of values, leads to."""
        stretches = [list(members) for _, members in groupby(outcomes, key=lambda one: one["band"])]
        ends = [*(members[0] for members in stretches[1:]), outcomes[-1]]
        texts = (self.stretch(members, end) for members, end in zip(stretches, ends, strict=True))
        return "; ".join(f"{text}: {self.labels[part[0]['band']]}" for text, part in zip(texts, stretches, strict=True))

    def stretch(self, members: Sequence[OutcomeDoc], end: OutcomeDoc) -> str:
        """`0-2`, `3`; of a measure the value that the stretch begins at, and that where the next one does."""
        first, last = members[0], members[-1]
        if first["value"] is not None and end["value"] is not None:
            return self.say("gaps.stretch", first=f"{first['value']:,.6g}", last=f"{end['value']:,.6g}")
        return f"{first['level']}" if first is last else f"{first['level']}-{last['level']}"


def _signed(points: float) -> str:
    """Points with their sign; nothing has none."""
    return "0" if abs(points) < NO_MOVE else f"{points:+.1f}"
