"""A dossier to be filled in: valid as it stands, with what each criterion asks written above its rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.documents.rubric_parts import goalposts_text
from kasean_score.messages import say
from kasean_score.model import Criterion, Group, in_language
from kasean_score.render.phrases import printable
from kasean_score.render.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.model import Rubric

__all__ = ["ABOUT", "Wanted", "comment", "initiative_text"]

WIDTH = 100
ABOUT = ("summary", "owner", "type", "stage", "period", "as_of", "rated_by", "interest")
"""What a dossier says of itself beyond its name, in the order of the file."""


class Wanted(NamedTuple):
    """What a new dossier is to hold.

    `head` is YAML of its kind, id and name, `about` of what is known of `ABOUT`, `reason` of why nothing is rated yet,
    `sources` of its sources (empty: none). `absent` are the criteria, by rubric, that are not asked of it. `path` and
    `rubric_options` say how to call the program on it.
    """

    head: str
    about: dict[str, str]
    reason: str
    sources: str
    absent: dict[str, frozenset[str]]
    path: str
    rubric_options: str


def initiative_text(wanted: Wanted, rubrics: Sequence[Rubric], lang: str) -> str:
    """The whole file."""
    lines = [*_introduction(wanted, rubrics, lang), *wanted.head.splitlines()]
    for name in ABOUT:
        lines.append(wanted.about.get(name) or f"# {say(lang, f'new.about_{name}')}")
    lines.append("ratings:")
    for rubric in rubrics:
        lines += _ratings(rubric, wanted, lang)
    lines += ["", *_sources(wanted.sources, lang)]
    return "".join(f"{line}\n" for line in lines)


def comment(text: str, indent: int = 0, first: str = "") -> list[str]:
    """A text as comment lines; `first` begins it and the others stand below its end."""
    start = " " * indent + "# "
    return [line.rstrip() for line in wrapped(printable(text), WIDTH, start + first, start + " " * len(first))]


def _introduction(wanted: Wanted, rubrics: Sequence[Rubric], lang: str) -> Iterator[str]:
    titles = "; ".join(in_language(rubric.title, lang) for rubric in rubrics)
    yield from comment(say(lang, "new.initiative", titles=titles))
    yield "#"
    yield from comment(say(lang, "new.how"))
    yield "#"
    example = next(iter(rubrics[0].criteria())).id
    for line in say(lang, "new.example", criterion=example).split("\n"):
        yield f"#     {line}"
    yield "#"
    yield from comment(say(lang, "new.states"))
    rules = [rule.because for rubric in rubrics for rule in rubric.evidence_rules if rule.because]
    for rule in dict.fromkeys(in_language(rule, lang) for rule in rules):
        yield from comment(rule, first="- ")
    yield "#"
    options = wanted.rubric_options
    only = options if len(rubrics) == 1 else ""  # a conversation is on one rubric
    for line in say(lang, "new.commands", path=wanted.path, options=options, only=only).split("\n"):
        yield f"# {line}"


def _ratings(rubric: Rubric, wanted: Wanted, lang: str) -> Iterator[str]:
    yield f"  {rubric.id}:"
    absent = wanted.absent.get(rubric.id, frozenset())
    labels = {level.level: in_language(level.label, lang) for level in rubric.scale}
    written = 0
    for node in rubric.nodes():
        yield ""
        if isinstance(node, Group):
            yield from comment(say(lang, "new.group", title=in_language(node.title, lang)), 4)
            if node.description:
                yield from comment(in_language(node.description, lang), 4)
        elif node.id in absent:
            title = in_language(node.title, lang)
            yield from comment(say(lang, "new.not_asked", criterion=node.id, title=title, who=_asked_of(node, lang)), 4)
        else:
            yield from _rating(rubric, node, labels, lang)
            yield from (f"    {node.id}:", f"      not_rated: {wanted.reason}")
            written += 1
    if not written:
        yield "    {}"


def _rating(rubric: Rubric, criterion: Criterion, labels: dict[int, str], lang: str) -> Iterator[str]:
    """What stands above a rating."""
    yield from comment(in_language(criterion.title, lang), 4)
    if criterion.question:
        yield from comment(in_language(criterion.question, lang), 4)
    if criterion.measure is not None:
        yield from comment(goalposts_text(criterion.measure, lang), 4, "  ")
    else:
        for level in rubric.levels_of(criterion):
            says = in_language(criterion.levels.get(level, ""), lang)
            yield from comment(f"{labels.get(level, '')}{': ' if says else ''}{says}", 4, f"  {level} ")
    if criterion.typical_evidence:
        wanted = "; ".join(in_language(item, lang) for item in criterion.typical_evidence)
        yield from comment(f"{say(lang, 'explain.look_for')}: {wanted}", 4)
    if criterion.applies_to.type or criterion.applies_to.stage:
        yield from comment(say(lang, "reason.applies_to", allowed=_asked_of(criterion, lang)), 4)


def _asked_of(criterion: Criterion, lang: str) -> str:
    words = (*criterion.applies_to.type, *criterion.applies_to.stage)
    return ", ".join(say(lang, f"word.{word}") for word in words)


def _sources(sources: str, lang: str) -> Iterator[str]:
    yield from comment(say(lang, "new.sources"))
    yield from sources.splitlines() if sources else (f"# {x}" for x in say(lang, "new.source_example").split("\n"))
