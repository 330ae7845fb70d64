"""What a comparison says in words: who, on what in common, in what order, how sure, and who dominates whom."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.documents.comparison_shapes import CellDoc, LeftOutDoc, LensDoc, PairDoc, TotalDoc

__all__ = ["Words", "difference_text"]

PAIRS_SHOWN = 6
EVERY_PAIR = 3
"""Of so many pairs each is spoken of, of more only those where one dominates."""


def difference_text(of: TotalDoc | CellDoc) -> str:
    """`+12 [-20..+45]`: points above the first, and the least and most that they could be; empty without a figure."""
    value, bounds = of["difference"], of["difference_bounds"]
    if value is None or bounds is None:
        return ""
    low, high = bounds
    return signed(value) if high - low <= 1e-9 else f"{signed(value)} [{signed(low)}..{signed(high)}]"


def signed(points: float) -> str:
    """Whole points with their sign; less than half a point keeps a digit, for only a tie is 0."""
    if abs(points) <= 1e-9:
        return "0"
    size = rounding.whole(abs(points))
    return f"{points:+.1g}" if size == 0 else f"{'+' if points > 0 else '-'}{size}"


class Words:
    """The lines above and below the grids of one comparison."""

    def __init__(self, lens: LensDoc, lang: str, *, common: bool) -> None:
        self.lens = lens
        self.lang = lang
        self.common = common
        self.totals = {one["label"]: one["common" if common else "all"] for one in lens["initiatives"]}
        self.labels = list(self.totals)

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def lines(self) -> Iterator[Line]:
        for label, card in zip(self.labels, self.lens["scorecards"], strict=True):
            who = "; ".join(text for text in (card["initiative"]["name"], self.facts(label)) if text)
            yield Line(self.say("compare.compared"), f"{label}: {who}")
        yield Line(self.say("compare.common"), self.in_common())
        if any(place["rank"] for place in self.lens["order"]):
            yield Line(self.say("compare.order"), " · ".join(self.places()), strong=True)
            yield Line(self.say("compare.certainty"), self.certainty())
        else:
            yield Line(self.say("compare.order"), self.say("compare.no_order"), strong=True)
        for warning in self.lens["warnings"]:
            yield Line(self.say("compare.caution"), warning["text"], strong=True)
        for text in self.limits():
            yield Line(self.say("compare.limit"), text)
        for text in self.dominance():
            yield Line(self.say("compare.dominance"), text)

    def facts(self, label: str) -> str:
        """Type, stage, date and, where two share an id, version."""
        initiative = self.lens["scorecards"][self.labels.index(label)]["initiative"]
        words = [self.say(f"word.{word}") for word in (initiative["type"], initiative["stage"]) if word]
        words += [self.say("card.as_of", date=initiative["as_of"])] if initiative["as_of"] else []
        if initiative["version"] and label != initiative["id"]:
            words.append(self.say("compare.version", version=initiative["version"]))
        return ", ".join(words)

    def in_common(self) -> str:
        """How many of how many criteria are rated in all, and what that means for what is shown."""
        common = self.lens["common"]
        text = self.say("compare.common_value", counted=common["counted"], counted_of=common["counted_of"])
        if common["conditions_of"]:
            counts = {"conditions": common["conditions"], "conditions_of": common["conditions_of"]}
            text = f"{text}, {self.say('compare.conditions_value', **counts)}"
        if not common["criteria"]:
            return text
        return f"{text}; {self.say('compare.common_only' if self.common else 'compare.common_hint')}"

    def places(self) -> Iterator[str]:
        """Each rank with score and bounds: `1. nsp 32 [23-48]`, `1= ...` in a tie, no rank without a score.

        Neither a score on too little nor one whose band is withheld by a limit goes without its mark.
        """
        ranks = [place["rank"] for place in self.lens["order"]]
        starts = phrases.band_starts(self.lens["scorecards"][0])
        for place in self.lens["order"]:
            rank, label = place["rank"], place["label"]
            thin = rounding.is_thin(place["coverage"], self.lens["rubric"]["min_coverage"])
            score = rounding.score_text_apart(place["score"], place["bounds"], place["score"], starts, thin=thin)
            score += "" if thin or place["demonstrated"] else f" ({self.say('word.not_demonstrated')})"
            sign = "=" if ranks.count(rank) > 1 else "."
            yield f"{label} {score}" if rank is None else f"{rank}{sign} {label} {score}"

    def certainty(self) -> str:
        """Which places the bounds leave open, and which they settle."""
        pairs = list(combinations([place["label"] for place in self.lens["order"]], 2))
        unsettled = [(a, b) for a, b in pairs if b in self.totals[a]["overlaps"]]
        settled = [(a, b) for a, b in pairs if (a, b) not in unsettled and self.is_above(a, b)]
        if len(unsettled) == len(pairs):
            return self.say("compare.all_overlap")
        parts = [self.say("compare.some_overlap", count=len(unsettled), pairs=len(pairs))] if unsettled else []
        if len(settled) == len(pairs):
            parts = [self.say("compare.none_overlap_common" if self.common else "compare.none_overlap")]
        elif settled:
            named = [self.say("compare.above", first=a, second=b) for a, b in settled]
            parts.append(self.say("compare.certain_above", listed=self.few(named)))
        parts = parts or [self.say("compare.all_tied")]
        if any((total["coverage"] or 0.0) < 1 for total in self.totals.values()) and self.common:
            parts.append(self.say("compare.outside"))
        return "; ".join(parts)

    def is_above(self, one: str, other: str) -> bool:
        ranks = self.totals[one]["rank"], self.totals[other]["rank"]
        return ranks[0] is not None and ranks[1] is not None and ranks[0] < ranks[1]

    def few(self, texts: Sequence[str]) -> list[str]:
        rest = len(texts) - PAIRS_SHOWN
        return [*texts[:PAIRS_SHOWN], self.say("card.and_more", count=rest)] if rest > 0 else list(texts)

    def limits(self) -> Iterator[str]:
        """The limits that hold a band below what the score alone would give."""
        for label, card in zip(self.labels, self.lens["scorecards"], strict=True):
            lowering = [limit for limit in card["limits"] if limit["lowers"]]
            lines = phrases.limit_lines({**card, "limits": lowering}, self.lang)
            yield from (f"{label}: {text}" for text in lines)

    def dominance(self) -> Iterator[str]:
        """Every pair of two or three initiatives; of more, the strongest claims and how many others there are."""
        pairs = self.lens["pairs"]
        if len(pairs) <= EVERY_PAIR:
            yield from map(self.pair, pairs)
            return
        found = [pair for pair in pairs if pair["dominant"] is not None]
        found.sort(key=lambda pair: (not pair["complete"], -len(pair["rated_in_both"]), not pair["certain"]))
        yield from map(self.pair, found[:PAIRS_SHOWN])
        if len(found) > PAIRS_SHOWN:
            yield self.say("compare.more_pairs", count=len(found) - PAIRS_SHOWN)
        if not found:
            yield self.say("compare.none_dominates")

    def pair(self, pair: PairDoc) -> str:
        first, second, count = pair["first"], pair["second"], len(pair["rated_in_both"])
        if not count:
            return self.say("compare.nothing_in_both", first=first, second=second)
        above, below = pair["first_higher"], pair["second_higher"]
        if pair["dominant"] is None:
            counts = {"count": count, "above": above, "below": below, "equal": pair["equal"]}
            return self.say("compare.neither", first=first, second=second, **counts)
        loser = second if pair["dominant"] == first else first
        claim = self.say("compare.dominates", winner=pair["dominant"], loser=loser, count=count, higher=above + below)
        if count == 1:
            claim = self.say("compare.dominates_on_one", winner=pair["dominant"], loser=loser)
        reading = self.say("compare.sure" if pair["certain"] else "compare.unsure")
        scope = self.say("compare.complete" if pair["complete"] else "compare.incomplete", apart=pair["apart"])
        return "; ".join((claim, reading, scope))

    def notes(self, left_out: Sequence[LeftOutDoc]) -> Iterator[Line]:
        note = self.say("compare.note")
        yield Line(note, self.say("compare.difference_note", first=self.labels[0]))
        if self.lens["common"]["criteria"]:
            yield Line(note, self.say("compare.common_bounds"))
        yield Line(note, self.say("compare.absolute"))
        for one in left_out:
            yield Line(note, self.say("compare.left_out", rubric=one["rubric"], initiatives=one["initiatives"]))
        raters = dict.fromkeys(phrases.raters_line(card, self.lang) for card in self.lens["scorecards"])
        yield from (Line(self.say("card.raters"), text) for text in raters)
        yield Line(self.say("card.files"), self.files())

    def files(self) -> str:
        """Which files the figures come from, the rubric's first."""
        lines = (phrases.files_line(card).split(" · ") for card in self.lens["scorecards"])
        return " · ".join(dict.fromkeys(file for line in lines for file in line))
