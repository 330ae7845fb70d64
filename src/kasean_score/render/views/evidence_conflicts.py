"""Conflicting evidence as sheets: which criteria, then for each what speaks for it beside what speaks against it."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from kasean_score.documents.evidence_conflicts import REASONS
from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.evidence_conflicts import BothWaysDoc, ConflictDoc, ConflictsDoc, EvidenceConflictsDoc
    from kasean_score.documents.shapes import EvidenceDoc

__all__ = ["sheets"]

MOST_NAMED = 5


def sheets(doc: EvidenceConflictsDoc) -> Iterator[Sheet]:
    """For each rubric a list of what disagrees, then a sheet for each criterion."""
    for one in doc["scorecards"]:
        yield from _Page(one, doc["options"]["lang"]).sheets()


class _Page:
    """The sheets of one rubric."""

    def __init__(self, one: ConflictsDoc, lang: str) -> None:
        self.one = one
        self.lang = lang
        self.titles = {found["id"]: phrases.printable(found["title"]) for found in one["conflicts"]}

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def sheets(self) -> Iterator[Sheet]:
        initiative = self.one["initiative"]
        title = f"{phrases.printable(initiative['name'])} ({initiative['id']})"
        grids = [self.listed(), *self.both_ways()]
        yield Sheet(title, tuple(self.head()), tuple(grids), tuple(self.notes()))
        for found in self.one["conflicts"]:
            name = f"{self.titles[found['id']]} ({found['id']})"
            yield Sheet(name, tuple(self.lines(found)), (self.side_by_side(found),))

    def head(self) -> Iterator[Line]:
        one = self.one
        words = [phrases.printable(one["rubric"]["title"])]
        if one["initiative"]["as_of"]:
            words.append(self.say("card.as_of", date=one["initiative"]["as_of"]))
        yield Line(self.say("gaps.on"), " · ".join(words))
        count = len(one["conflicts"])
        if count == 0:
            yield Line(self.say("evidence.disagree"), self.say("evidence.no_conflict"), strong=True)
            return
        yield Line(self.say("evidence.disagree"), self.say("evidence.disagree_value", count=count, of=one["of"]))
        for reason in REASONS:
            titles = [self.titles[x["id"]] for x in one["conflicts"] if reason in x["reasons"]]
            if titles:
                rest = len(titles) - MOST_NAMED
                shown = titles[:MOST_NAMED] + ([self.say("card.and_more", count=rest)] if rest > 0 else [])
                yield Line(self.say(f"evidence.reason_{reason}"), f"{len(titles)}: {', '.join(shown)}")

    def listed(self) -> Grid:
        heads = (self.say("card.criterion"), self.say("evidence.level_head"), self.say("card.evidence"))
        columns = (*map(Column, heads), Column(self.say("evidence.why_listed")))
        rows = []
        for found in self.one["conflicts"]:
            title = self.titles[found["id"]]
            title = self.say("card.condition", title=title) if found["role"] == "condition" else title
            counts = f"+{len(found['for'])} -{len(found['against'])}"
            rows.append(Row((title, self.level(found), counts, self.reasons(found))))
        return Grid(columns, tuple(rows))

    def reasons(self, found: ConflictDoc) -> str:
        return ", ".join(self.say(f"evidence.short_{reason}") for reason in found["reasons"])

    def level(self, found: ConflictDoc, *, full: bool = False) -> str:
        """The level or value, as short as it goes unless it is wanted in `full`."""
        if found["state"] == "not_rated":
            return self.say("word.not_rated") if full else "?"
        if found["value"] is not None:
            low, high = found["value_bounds"] or (found["value"], found["value"])
            unit = f" {phrases.printable(found['unit'])}" if found["unit"] and full else ""
            ends = f" [{rounding.quantity(low)}-{rounding.quantity(high)}]" if low != high else ""
            return f"{rounding.quantity(found['value'])}{ends}{unit}"
        low_level, high_level = found["level"] or (0, 0)
        text = f"{low_level}" if low_level == high_level else f"{low_level}-{high_level}"
        return f"{text} {phrases.printable(found['level_label'] or '')}" if full else text

    def both_ways(self) -> Iterator[Grid]:
        """Sources, and facts, that are cited for one criterion and against another."""
        for name, found in (("sources", self.one["sources"]), ("facts", self.one["facts"])):
            heads = (f"evidence.both_{name}", "evidence.cited_for", "evidence.cited_against")
            columns = tuple(Column(self.say(head)) for head in heads)
            yield Grid(columns, tuple(map(self.cited, found)))

    def cited(self, one: BothWaysDoc) -> Row:
        title = f"{phrases.printable(one['title'])} ({one['id']})"
        return Row((title, ", ".join(one["for"]), ", ".join(one["against"])))

    def notes(self) -> Iterator[Line]:
        yield Line(self.say("evidence.how"), self.say("evidence.how_conflicts"))
        files = (self.one["rubric"], self.one["initiative"])
        texts = [
            f"{phrases.versioned(file['id'], file['version'])} sha256 {phrases.cut(file['sha256'])}" for file in files
        ]
        yield Line(self.say("card.files"), " · ".join(texts))

    def lines(self, found: ConflictDoc) -> Iterator[Line]:
        yield Line(self.say("evidence.why_listed"), self.reasons(found))
        yield Line(self.say("evidence.level_head"), self.level(found, full=True), strong=True)
        for key, text in (("explain.disputed", found["disputed"]), ("explain.why", found["why"])):
            if text:
                yield Line(self.say(key), phrases.printable(text))
        for opinion in found["panel"]:
            yield Line(phrases.printable(opinion["rater"]), phrases.opinion_text(opinion, found["unit"], self.lang))

    def side_by_side(self, found: ConflictDoc) -> Grid:
        """What speaks for the level in one column, what speaks against it in the other."""
        columns = tuple(
            Column(self.say(f"evidence.side_{stance}", count=len(found[stance]))) for stance in ("for", "against")
        )
        pairs = zip_longest(self.items(found, found["for"]), self.items(found, found["against"]), fillvalue="")
        return Grid(columns, tuple(Row(pair) for pair in pairs))

    def items(self, found: ConflictDoc, items: Sequence[EvidenceDoc]) -> list[str]:
        return [self.item(item, both=item["source"]["id"] in found["both_ways"]) for item in items]

    def item(self, item: EvidenceDoc, *, both: bool) -> str:
        """What it shows, and in brackets who says so, when, and how far that stands apart from the owner."""
        source = item["source"]
        said = [
            source["id"],
            source["publisher"] or source["author"] or source["title"],
            item["date"] or source["date"],
        ]
        said += [self.say(f"word.{item['certainty']}")]
        said += [self.say("word.independent")] if item["independent"] else []
        said += [self.say("evidence.short_both_ways")] if both else []
        return f"{phrases.printable(item['shows'])} ({'; '.join(phrases.printable(part) for part in said if part)})"
