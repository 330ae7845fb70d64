"""What a page says of the whole: what was assessed, by whom, how, and from which files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.messages import say
from kasean_score.render import phrases
from kasean_score.render.page.figures import Figure, of_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.listing import LineDoc
    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.documents.shapes import InitiativeDoc, RefDoc

__all__ = ["Assessed", "File", "Rules", "assessed", "files", "rules", "title"]


MOST_IN_TITLE = 3


class Assessed(NamedTuple):
    """An initiative, and its result on each lens that it is rated on: lens, place, figure and band."""

    label: str
    name: str
    summary: str | None
    kinds: Sequence[str]
    facts: Sequence[tuple[str, str]]
    results: Sequence[tuple[int, int, Figure, str]]


class Rules(NamedTuple):
    """A heading of a rubric's method, and the lines below it."""

    heading: str
    lines: Sequence[tuple[str, str]]


class File(NamedTuple):
    kind: str
    id: str
    version: str
    sha256: str


def title(doc: ReportDoc, lang: str) -> str:
    """What the page is about."""
    names = [one.name for one in assessed(doc, lang)]
    if not names:
        return " · ".join(lens["texts"][lang]["rubric"]["title"] for lens in doc["lenses"])
    if len(names) > MOST_IN_TITLE:
        return say(lang, "report.title_many", count=len(names))
    return ", ".join(names)


def assessed(doc: ReportDoc, lang: str) -> list[Assessed]:
    """Each initiative once, in the order in which they come."""
    found: dict[tuple[str, str], Assessed] = {}
    for at, lens in enumerate(doc["lenses"]):
        for place, card in enumerate(lens["texts"][lang]["scorecards"]):
            initiative = card["initiative"]
            key = lens["labels"][place], initiative["sha256"]
            result = (at, place, of_card(card), card["band_label"])
            before = found.get(key)
            if before is None:
                kinds = [say(lang, f"word.{word}") for word in (initiative["type"], initiative["stage"]) if word]
                facts = list(_facts(initiative, lang))
                found[key] = Assessed(key[0], initiative["name"], initiative["summary"], kinds, facts, [result])
            else:
                found[key] = before._replace(results=[*before.results, result])
    return list(found.values())


def _facts(initiative: InitiativeDoc, lang: str) -> Iterator[tuple[str, str]]:
    period = initiative["period"]
    ends = [period["start"], period["end"]]
    said: Iterable[tuple[str, str | None]] = (
        ("show.owner", initiative["owner"]),
        ("show.period", " – ".join(end or "…" for end in ends) if any(ends) else None),
        ("report.as_of", initiative["as_of"]),
        ("card.raters", initiative["rated_by"] or say(lang, "card.unknown_raters")),
        ("show.interest", initiative["interest"]),
    )
    for key, text in said:
        if text:
            yield say(lang, key), text


def rules(lines: Sequence[LineDoc]) -> list[Rules]:
    """A rubric's method, heading by heading."""
    found: list[Rules] = []
    for line in lines:
        if line["heading"]:
            found.append(Rules(phrases.labelled(line), []))
        elif found:
            found[-1] = found[-1]._replace(lines=[*found[-1].lines, (line["label"], line["text"])])
    return found


def files(doc: ReportDoc, lang: str) -> list[File]:
    """Every file that the figures come from, once."""
    found: dict[File, None] = {}
    for lens in doc["lenses"]:
        text = lens["texts"][lang]
        cards = [card["initiative"] for card in text["scorecards"]]
        for kind, refs in (("word.rubric", [text["rubric"]]), ("word.initiative", cards)):
            for ref in refs:
                for one in (ref, *ref["extends"]):
                    found[_file(one, say(lang, kind))] = None
    return list(found)


def _file(ref: RefDoc, kind: str) -> File:
    return File(kind, ref["id"], ref["version"] or "", ref["sha256"])
