"""What is bundled, and what a rubric or dossier says, as documents for the renderers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from kasean_score.documents import head
from kasean_score.documents.rubric_parts import condition_text, goalposts_text
from kasean_score.documents.shapes import Head
from kasean_score.messages import say
from kasean_score.model import NOT_DEMONSTRATED, Criterion, Group, Initiative, Rubric, in_language
from kasean_score.scoring.aggregate import aggregate_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.model import Opinion, Rating, Source, Text

__all__ = [
    "ContentsDoc",
    "EntryDoc",
    "LineDoc",
    "OutlineDoc",
    "applies",
    "contents",
    "method",
    "origins",
    "outline",
    "rows",
]


class EntryDoc(TypedDict):
    kind: str
    id: str
    version: str | None
    title: str
    about: str
    sha256: str


class ContentsDoc(Head):
    lang: str
    entries: list[EntryDoc]


class LineDoc(TypedDict):
    """A line of an outline: how deep it stands, what it is called (may be empty) and what it says.

    `heading` is true where the lines that follow, one step deeper, belong to it; its label is the address of a node.
    """

    depth: int
    heading: bool
    label: str
    text: str


class OutlineDoc(Head):
    lang: str
    kind: str
    id: str
    version: str | None
    sha256: str
    lines: list[LineDoc]


def contents(rubrics: Iterable[Rubric], initiatives: Iterable[Initiative], lang: str) -> ContentsDoc:
    """The list of what is bundled."""
    entries = [_rubric_entry(rubric, lang) for rubric in rubrics]
    entries += [_initiative_entry(initiative, lang) for initiative in initiatives]
    return {**head("contents"), "lang": lang, "entries": entries}


def rows(doc: ContentsDoc) -> list[EntryDoc]:
    """The entries as records."""
    return doc["entries"]


def outline(document: Rubric | Initiative, lang: str) -> OutlineDoc:
    """A rubric or dossier to read from top to bottom."""
    writer = _Rubric(document, lang) if isinstance(document, Rubric) else _Initiative(document, lang)
    return {
        **head("outline"),
        "lang": lang,
        "kind": "rubric" if isinstance(document, Rubric) else "initiative",
        "id": document.id,
        "version": document.version,
        "sha256": document.sha256,
        "lines": list(writer.lines()),
    }


def method(rubric: Rubric, lang: str) -> list[LineDoc]:
    """How a rubric makes a score of ratings: scale, bands, means, minimum coverage, rules, limits and weight sets."""
    return list(_Rubric(rubric, lang).rules())


def origins(criterion: Criterion, rubric: Rubric, lang: str) -> list[str]:
    """Where a criterion comes from, a phrase each."""
    return list(_Rubric(rubric, lang).origins(criterion))


def applies(criterion: Criterion, rubric: Rubric, lang: str) -> str:
    """The types and stages that a criterion can be asked of, and why; empty where it can be asked of all."""
    return _Rubric(rubric, lang).applies(criterion)


def _rubric_entry(rubric: Rubric, lang: str) -> EntryDoc:
    groups = sum(isinstance(node, Group) for node in rubric.nodes())
    counts = {"groups": groups, "criteria": sum(1 for _ in rubric.criteria()), "version": rubric.version or "-"}
    return {
        "kind": "rubric",
        "id": rubric.id,
        "version": rubric.version,
        "title": in_language(rubric.title, lang),
        "about": say(lang, "list.rubric_about", **counts),
        "sha256": rubric.sha256,
    }


def _initiative_entry(initiative: Initiative, lang: str) -> EntryDoc:
    words = [say(lang, f"word.{word}") for word in (initiative.type, initiative.stage) if word]
    if initiative.as_of:
        words.append(say(lang, "card.as_of", date=initiative.as_of))
    words.append(say(lang, "list.rated_on", rubrics=list(initiative.ratings)))
    return {
        "kind": "initiative",
        "id": initiative.id,
        "version": initiative.version,
        "title": in_language(initiative.name, lang),
        "about": ", ".join(words),
        "sha256": initiative.sha256,
    }


class _Outline:
    """The words that both outlines share."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def line(self, depth: int, label: str, text: Text | None) -> Iterator[LineDoc]:
        """A line, where there is something to say."""
        if text:
            yield {"depth": depth, "heading": False, "label": label, "text": in_language(text, self.lang)}

    def heading(self, depth: int, label: str, text: str) -> LineDoc:
        return {"depth": depth, "heading": True, "label": label, "text": text}

    def sources(self, sources: Iterable[Source]) -> Iterator[LineDoc]:
        listed = list(sources)
        if listed:
            yield self.heading(0, "", f"{self.say('show.sources')} ({len(listed)})")
        for source in listed:
            parts = (
                source.author,
                in_language(source.title, self.lang),
                source.publisher,
                source.date,
                source.kind,
                source.language,
                self.say("word.opening") if source.read == "opening" else None,
                source.url,
            )
            yield from self.line(1, source.id, "; ".join(part for part in parts if part))
            yield from self.line(2, self.say("explain.note"), source.note)


class _Rubric(_Outline):
    def __init__(self, rubric: Rubric, lang: str) -> None:
        super().__init__(lang)
        self.rubric = rubric
        self.titles = {node.id: in_language(node.title, lang) for node in rubric.nodes()}
        self.bands = {band.id: in_language(band.label, lang) for band in rubric.bands}

    def lines(self) -> Iterator[LineDoc]:
        rubric = self.rubric
        title = f"{in_language(rubric.title, self.lang)} ({rubric.id} {rubric.version or ''}".rstrip() + ")"
        yield self.heading(0, "", title)
        yield from self.line(0, "", rubric.description)
        for group in rubric.groups:
            yield from self.group(group, 0)
        yield from self.rules()
        yield from self.sources(rubric.sources.values())

    def group(self, group: Group, depth: int) -> Iterator[LineDoc]:
        title = self.titles[group.id]
        if group.role == "condition":
            title = self.say("card.condition", title=title)
        weight = self.say("show.weight", weight=group.weight)
        yield self.heading(depth, group.id, title if group.role == "condition" else f"{title}; {weight}")
        yield from self.line(depth + 1, "", group.description)
        yield from self.line(depth + 1, self.say("explain.weight"), group.why_weight)
        for child in group.children:
            yield from self.group(child, depth + 1) if isinstance(child, Group) else self.criterion(child, depth + 1)

    def criterion(self, criterion: Criterion, depth: int) -> Iterator[LineDoc]:
        words = [self.titles[criterion.id], self.say("show.weight", weight=criterion.weight)]
        words += [self.say(f"word.{criterion.dac}")] if criterion.dac else []
        yield self.heading(depth, criterion.id, "; ".join(words))
        yield from self.line(depth + 1, self.say("explain.question"), criterion.question)
        for level, text in criterion.levels.items():
            yield from self.line(depth + 1, str(level), text)
        if criterion.measure is not None:
            goalposts = goalposts_text(criterion.measure, self.lang)
            yield from self.line(depth + 1, self.say("explain.goalposts"), goalposts)
        yield from self.line(depth + 1, self.say("explain.weight"), criterion.why_weight)
        yield from self.line(depth + 1, self.say("show.origin"), "; ".join(self.origins(criterion)))
        yield from self.line(depth + 1, self.say("show.applies"), self.applies(criterion))
        look_for = "; ".join(in_language(text, self.lang) for text in criterion.typical_evidence)
        yield from self.line(depth + 1, self.say("explain.look_for"), look_for)

    def origins(self, criterion: Criterion) -> Iterator[str]:
        for origin in criterion.origin:
            parts = (self.say(f"show.{origin.kind}"), origin.source, in_language(origin.at or "", self.lang))
            yield " ".join(part for part in parts if part)

    def applies(self, criterion: Criterion) -> str:
        wanted = criterion.applies_to
        words = ", ".join(self.say(f"word.{name}") for name in (*wanted.type, *wanted.stage))
        why = in_language(criterion.why_applies or "", self.lang)
        return "; ".join(part for part in (words, why) if part)

    def rules(self) -> Iterator[LineDoc]:
        rubric = self.rubric
        yield self.heading(0, "", self.say("show.scale"))
        for level in rubric.scale:
            words = [
                in_language(level.label, self.lang),
                f"{level.value:g}",
                in_language(level.meaning or "", self.lang),
            ]
            yield from self.line(1, str(level.level), "; ".join(word for word in words if word))
        yield self.heading(0, "", self.say("show.bands"))
        for band in rubric.bands:
            why = in_language(band.why or "", self.lang)
            start = self.say("show.from", score=band.at_least)
            yield from self.line(1, self.bands[band.id], "; ".join(part for part in (start, why) if part))
        yield self.heading(0, "", self.say("show.roll_up"))
        yield from self.line(1, self.say("show.aggregate"), self.aggregate())
        why = in_language(rubric.why_min_coverage or "", self.lang)
        minimum = f"{rubric.min_coverage * 100:g} %"
        yield from self.line(1, self.say("show.min_coverage"), "; ".join(part for part in (minimum, why) if part))
        yield from self.evidence_rules()
        yield from self.limits()
        yield from self.weight_sets()

    def aggregate(self) -> str:
        name = aggregate_name(self.rubric.aggregate)
        return name if name.startswith("power") else self.say(f"word.{name}")

    def evidence_rules(self) -> Iterator[LineDoc]:
        if self.rubric.evidence_rules:
            yield self.heading(0, "", self.say("show.rules"))
        for rule in self.rubric.evidence_rules:
            needs = self.say(f"needs.{rule.needs}")
            key = "show.any_level" if rule.level is None else "show.at_level"
            said = self.say(key, level=rule.level, needs=needs)
            yield {"depth": 1, "heading": False, "label": said, "text": in_language(rule.because or "", self.lang)}

    def limits(self) -> Iterator[LineDoc]:
        if self.rubric.limits:
            yield self.heading(0, "", self.say("show.limits"))
        for limit in self.rubric.limits:
            when = condition_text(limit.when, self.lang)
            if limit.band_at_most == NOT_DEMONSTRATED:
                held = self.say("show.limit_withholds", when=when)
            else:
                held = self.say("show.limit", band=self.bands[limit.band_at_most], when=when)
            because = in_language(limit.because or "", self.lang)
            yield from self.line(1, limit.id, "; ".join(part for part in (held, because) if part))

    def weight_sets(self) -> Iterator[LineDoc]:
        if self.rubric.weight_sets:
            yield self.heading(0, "", self.say("show.weight_sets"))
        for weight_set in self.rubric.weight_sets.values():
            listed = ", ".join(f"{address} {weight:g}" for address, weight in weight_set.weights.items())
            others = None if weight_set.others is None else self.say("show.others", weight=weight_set.others)
            words: Sequence[Text | None] = (weight_set.title, weight_set.why, listed, others)
            yield from self.line(1, weight_set.id, "; ".join(in_language(word, self.lang) for word in words if word))


class _Initiative(_Outline):
    def __init__(self, initiative: Initiative, lang: str) -> None:
        super().__init__(lang)
        self.initiative = initiative

    def lines(self) -> Iterator[LineDoc]:
        one = self.initiative
        yield self.heading(0, "", f"{in_language(one.name, self.lang)} ({one.id})")
        yield from self.line(0, "", one.summary)
        words = [self.say(f"word.{word}") for word in (one.type, one.stage) if word]
        words += [self.say("card.as_of", date=one.as_of)] if one.as_of else []
        yield from self.line(0, "", ", ".join(words))
        yield from self.line(0, self.say("show.owner"), one.owner)
        if one.period.start or one.period.end:
            ends = (one.period.start, one.period.end)
            shown = " – ".join(end or "…" for end in ends)
            yield from self.line(0, self.say("show.period"), shown)
        yield from self.line(0, self.say("card.raters"), one.rated_by)
        yield from self.line(0, self.say("show.interest"), one.interest)
        for rubric_id, ratings in one.ratings.items():
            yield self.heading(0, "", f"{self.say('show.ratings', rubric=rubric_id)} ({len(ratings)})")
            for address, rating in ratings.items():
                yield from self.rating(address, rating)
        yield from self.sources(one.sources.values())

    def rating(self, address: str, rating: Rating) -> Iterator[LineDoc]:
        yield self.heading(1, address, self.state(rating))
        yield from self.line(2, self.say("explain.disputed"), rating.disputed)
        yield from self.line(2, self.say("explain.why" if rating.state == "rated" else "explain.reason"), rating.why)
        for one in rating.panel:
            said = ": ".join(part for part in (self.state(one), in_language(one.why or "", self.lang)) if part)
            yield from self.line(2, in_language(one.rater, self.lang), said)
        for item in rating.evidence:
            parts = (item.id, item.source, in_language(item.at or "", self.lang))
            place = "; ".join(part for part in parts if part)
            text = f"{in_language(item.shows, self.lang)} ({place})"
            yield from self.line(2, self.say(f"word.{item.stance}"), text)

    def state(self, rating: Rating | Opinion) -> str:
        if rating.state != "rated":
            return self.say(f"word.{rating.state}")
        if rating.levels is None:
            ends = f" [{rating.low:g}-{rating.high:g}]" if rating.low != rating.high else ""
            text = f"{rating.value:g}{ends}"
        else:
            text = "-".join(str(level) for level in dict.fromkeys(rating.levels))
        if rating.confidence is None:
            return text
        return f"{text}; {self.say('explain.confidence', level=self.say(f'word.{rating.confidence}'))}"
