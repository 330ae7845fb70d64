"""One dossier made of those of several raters: the consensus of each criterion, and below it what each rater said.

It is written as plain values in the form of a dossier's file. Everything that a rater cited is kept, once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kasean_score.documents.citing import Citations
from kasean_score.errors import InputError, Problem
from kasean_score.messages import LANGUAGES, say
from kasean_score.model import Opinion, in_language
from kasean_score.scoring.evaluate import NOT_APPLICABLE, NOT_RATED, RATED
from kasean_score.scoring.raters import are_apart, consensus, position, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kasean_score.model import Initiative, Rating, Text
    from kasean_score.scoring.raters import Consensus, Panel

__all__ = ["Dossier", "Merging", "merged"]

Record = dict[str, Any]


class Dossier(NamedTuple):
    """One of the dossiers that are merged, and the file that it came from; `name` is its rater's."""

    path: str
    name: Text
    initiative: Initiative


class Merging(NamedTuple):
    """What is merged under one rubric: its id, the ratings of each dossier, the panel, and the criteria in order."""

    rubric: str
    ratings: tuple[Mapping[str, Rating], ...]
    panel: Panel
    addresses: tuple[str, ...]


def merged(dossiers: Sequence[Dossier], mergings: Sequence[Merging]) -> Record:
    """The dossier of all raters: identity of the first, latest date, all raters, sources and evidence.

    Raises InputError where two files mean different things by one id, or rate one criterion by level and by value.
    """
    citations = Citations()
    for path, _, initiative in dossiers:
        for source in initiative.sources.values():
            citations.add_source(source, path)
    ratings = {merging.rubric: _ratings(dossiers, merging, citations) for merging in mergings}
    if citations.problems:
        raise InputError(citations.problems)
    first = dossiers[0].initiative
    dates = [one.initiative.as_of for one in dossiers if one.initiative.as_of]
    period = {name: end for name, end in zip(("from", "to"), first.period, strict=True) if end}
    raters = list({in_language(x, "en"): x for merging in mergings for x in merging.panel.raters}.values())
    head = {
        "kind": "initiative", "id": first.id, "name": first.name, "summary": first.summary, "owner": first.owner,
        "type": first.type, "stage": first.stage, "period": period, "as_of": max(dates, default=None),
        "rated_by": _in_each(raters, lambda lang: "; ".join(in_language(x, lang) for x in raters)),
        "interest": _interest(dossiers),
    }  # fmt: skip
    made = {**head, "ratings": ratings, "facts": citations.facts(), "sources": citations.sources()}
    return {name: value for name, value in made.items() if value or name == "ratings"}


def _ratings(dossiers: Sequence[Dossier], merging: Merging, citations: Citations) -> Record:
    made: Record = {}
    for address in merging.addresses:
        opinions = merging.panel.said[address]
        if len({opinion.value is None for opinion in opinions if opinion and opinion.state == RATED}) > 1:
            raise InputError([_level_and_value(dossiers, merging, address)])
        rating = _Merged(merging.panel, opinions).rating()
        for (path, _, _), ratings in zip(dossiers, merging.ratings, strict=True):
            if address in ratings:
                citations.cite(address, ratings[address].evidence, path)
        panel = rating.pop("panel")
        made[address] = {**rating, **citations.cited(address), "panel": panel}
    return made


def _level_and_value(dossiers: Sequence[Dossier], merging: Merging, address: str) -> Problem:
    given = zip(dossiers, merging.ratings, strict=True)
    paths = [dossier.path for dossier, ratings in given if address in ratings]
    return Problem("level-and-value", None, {"criterion": address, "paths": paths})


def _interest(dossiers: Sequence[Dossier]) -> Text | None:
    """What the raters have at stake: said once where all say the same, else of each who says it."""
    stated = [(one.name, one.initiative.interest) for one in dossiers if one.initiative.interest]
    if not stated:
        return None
    if len(stated) == len(dossiers) and all(interest == stated[0][1] for _, interest in stated):
        return stated[0][1]

    def told(lang: str) -> str:
        return "; ".join(f"{in_language(name, lang)}: {in_language(interest or '', lang)}" for name, interest in stated)

    return _in_each([text for pair in stated for text in pair if text], told)


def _in_each(texts: Sequence[Text], told: Callable[[str], str]) -> Text:
    """A text made of others: in both languages where any of those is in several."""
    return told("en") if all(isinstance(text, str) for text in texts) else {lang: told(lang) for lang in LANGUAGES}


class _Merged:
    """The rating that a panel comes to on one criterion."""

    def __init__(self, panel: Panel, opinions: Sequence[Opinion | None]) -> None:
        self.raters = len(panel.raters)
        self.given = [opinion for opinion in opinions if opinion is not None]
        self.rated = [opinion for opinion in self.given if opinion.state == RATED]
        self.all: Consensus = consensus(opinions, self.raters)

    def rating(self) -> Record:
        panel = [_opinion(opinion) for opinion in self.given]
        if self.all.state != RATED:
            return {self.all.state: self.told(self.reason), "panel": panel}
        record: Record = {"level": _level(self.all.levels)} if self.all.levels else {}
        if self.all.value is not None:
            record["value"] = _number(self.all.value)
            if self.all.low != self.all.high:
                record |= {"low": _number(self.all.low), "high": _number(self.all.high)}
        record["confidence"] = self.all.confidence
        record["disputed"] = self.told(self.disputed)
        record["why"] = self.told(self.why)
        return {**{name: value for name, value in record.items() if value is not None}, "panel": panel}

    def told(self, text: Callable[[str], str]) -> Text | None:
        made = {lang: text(lang) for lang in LANGUAGES}
        return made if any(made.values()) else None

    def reached(self, opinion: Opinion, lang: str) -> str:
        """`Rater A 2`: a name with a level or value, or with the state."""
        name = in_language(opinion.rater, lang)
        if opinion.state != RATED:
            return f"{name}: {say(lang, f'word.{opinion.state}')}"
        return f"{name}: {_said(opinion)}"

    def why(self, lang: str) -> str:
        """The median and the spread in words, and who gave no level."""
        counts = {"rated": len(self.rated), "raters": self.raters}
        key, median = ("level", _range(self.all.levels)) if self.all.levels else ("value", f"{self.all.value:.15g}")
        median = say(lang, f"raters.at_{key}", median=median)
        ends = [
            end for opinion in self.rated for end in opinion.levels or (opinion.low, opinion.high) if end is not None
        ]
        if len({(opinion.levels, opinion.value) for opinion in self.rated}) == 1:
            text = say(lang, "raters.unanimous", median=median, **counts)
        else:
            text = say(
                lang, "raters.median", median=median, low=f"{min(ends):.15g}", high=f"{max(ends):.15g}", **counts
            )
        others = [self.reached(opinion, lang) for opinion in self.given if opinion.state != RATED]
        return " ".join([text, *([say(lang, "raters.others", others="; ".join(others))] if others else [])])

    def disputed(self, lang: str) -> str:
        """Who said what, where raters are two levels or more apart; and what a rater found disputed."""
        if not self.all.levels and self.all.low == self.all.high:
            return ""
        texts = []
        if are_apart(self.rated):
            width = spread(map(position, self.rated)) or 0.0
            said = "; ".join(self.reached(opinion, lang) for opinion in self.rated)
            texts.append(say(lang, "raters.disputed", width=width, said=said))
        own = [opinion for opinion in self.rated if opinion.disputed]
        texts += [f"{in_language(x.rater, lang)}: {in_language(x.disputed or '', lang)}" for x in own]
        return " ".join(texts)

    def reason(self, lang: str) -> str:
        """Why the panel as a whole gives no level."""
        state = self.all.state
        count = sum(opinion.state == NOT_APPLICABLE for opinion in self.given)
        key = "raters.not_applicable" if state == NOT_APPLICABLE else "raters.none_rated"
        if state == NOT_RATED and self.rated:
            key = "raters.too_few_rated"
        raters: dict[str, list[str]] = {}
        for one in self.given:
            said = _said(one) if one.state == RATED else in_language(one.why or "", lang)
            raters.setdefault(said, []).append(in_language(one.rater, lang))
        text = say(lang, key, count=count, rated=len(self.rated), raters=self.raters)
        return " ".join([text, *(f"{', '.join(names)}: {said}" for said, names in raters.items())])


def _said(opinion: Opinion) -> str:
    return _range(opinion.levels) if opinion.levels else f"{opinion.value:.15g}"


def _range(levels: tuple[int, int]) -> str:
    low, high = levels
    return f"{low}" if low == high else f"{low}-{high}"


def _level(levels: tuple[int, int]) -> int | list[int]:
    low, high = levels
    return low if low == high else [low, high]


def _number(value: float | None) -> float | int | None:
    """A number as people write it: a whole one without a point."""
    return int(value) if value is not None and value.is_integer() and abs(value) < 1e15 else value


def _opinion(opinion: Opinion) -> Record:
    """An opinion as a dossier's file writes it."""
    return {"rater": opinion.rater, **dict(_fields(opinion))}


def _fields(opinion: Opinion) -> Iterator[tuple[str, Any]]:
    if opinion.state != RATED:
        yield opinion.state, opinion.why
        return
    if opinion.levels is not None:
        yield "level", _level(opinion.levels)
    else:
        yield "value", _number(opinion.value)
        if opinion.low != opinion.high:
            yield from (("low", _number(opinion.low)), ("high", _number(opinion.high)))
    for name in ("confidence", "disputed", "why"):
        if getattr(opinion, name) is not None:
            yield name, getattr(opinion, name)
