"""What a scorecard says in words, shared by the renderers of text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render.rounding import is_thin, percent, quantity, score_text, score_text_apart, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.listing import LineDoc
    from kasean_score.documents.shapes import EvidenceDoc, LimitDoc, NodeDoc, OpinionDoc, OptionsDoc, ScorecardDoc

__all__ = [
    "band_starts",
    "band_text",
    "citation",
    "conditions",
    "coverage_text",
    "cut",
    "evidence_text",
    "extremes",
    "facts_line",
    "files_line",
    "footlines",
    "group_text",
    "headlines",
    "labelled",
    "legend",
    "level_text",
    "limit_lines",
    "marks",
    "named",
    "node_title",
    "opinion_text",
    "options_line",
    "overall_text",
    "printable",
    "raters_line",
    "titled",
    "unsupported_line",
    "versioned",
]

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SPACE = re.compile(r"\s+")
DIGEST_SHOWN = 12
MOST_NAMED = 3


def printable(text: str) -> str:
    """Text from a file on one line, with control, escape and direction characters shown and not obeyed."""
    return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", SPACE.sub(" ", text) if "\n" in text else text)


def overall_text(card: ScorecardDoc) -> str:
    """The total score with its bounds; with decimals where a whole number would stand in another band."""
    thin = is_thin(card["coverage"], card["rubric"]["min_coverage"])
    return score_text_apart(card["score"], card["bounds"], card["score"], band_starts(card), thin=thin)


def group_text(node: NodeDoc, needed: float, lang: str, starts: Sequence[float] = ()) -> str:
    """A group's score with its bounds, on its side of each of `starts`; or the state that leaves it without one."""
    if node["state"] == "not_applicable":
        return say(lang, "word.not_applicable")
    thin = is_thin(node["coverage"], needed)
    return score_text_apart(node["score"], node["bounds"], node["score"], starts, thin=thin)


def band_starts(card: ScorecardDoc) -> list[float]:
    """The scores at which the bands of a card's rubric begin."""
    return [band["at_least"] for band in card["rubric"]["bands"]]


def level_text(node: NodeDoc, lang: str, *, full: bool = True) -> str:
    """A criterion's state: `2 Arranged`, `1-2 Declared–Arranged`, `206 USD billion = 69 [60-70]`, `not rated`."""
    if node["state"] in ("not_rated", "not_applicable"):
        return say(lang, f"word.{node['state']}")
    if node["value"] is not None:
        unit = f" {printable(node['unit'])}" if node["unit"] else ""
        return f"{quantity(node['value'])}{unit} = {score_text(node['score'], node['bounds'])}"
    low, high = node["level"] or (0, 0)
    if low == high:
        return f"{low} {printable(node['level_label'] or '')}"
    return f"{low}-{high} {printable(node['level_label'] or '')}" if full else f"{low}-{high}"


def opinion_text(opinion: OpinionDoc, unit: str | None, lang: str) -> str:
    """One rater's state: `2 Arranged`, `1-2 Declared–Arranged, confidence low`, `206 [200-210] USD`, `not rated`."""
    if opinion["state"] != "rated":
        return say(lang, f"word.{opinion['state']}")
    low, high = opinion["level"] or (0, 0)
    text = f"{low if low == high else f'{low}-{high}'} {printable(opinion['level_label'] or '')}"
    if opinion["value"] is not None:
        least, most = opinion["value_bounds"] or (0, 0)
        bounds = f" [{quantity(least)}-{quantity(most)}]" if least != most else ""
        text = f"{quantity(opinion['value'])}{bounds}{f' {printable(unit)}' if unit else ''}"
    if opinion["confidence"] is None:
        return text
    return f"{text}, {say(lang, 'explain.confidence', level=say(lang, 'word.' + opinion['confidence']))}"


def marks(node: NodeDoc) -> dict[str, str]:
    """The signs that a criterion's row carries, by the name of their legend."""
    found: dict[str, str] = {}
    if node["kind"] == "group":
        return found
    if node["state"] in ("disputed", "not_rated", "not_applicable"):
        found[node["state"]] = {"disputed": "!", "not_rated": "?", "not_applicable": "x"}[node["state"]]
    elif node["bounds"] is not None and node["bounds"][0] != node["bounds"][1]:
        found["range"] = "~"
    if node["unsupported"]:
        found["unsupported"] = "*"
    if node["replaced"]:
        found["replaced"] = "="
    return found


def legend(card: ScorecardDoc, lang: str) -> list[str]:
    """The meaning of each mark that the card's rows use."""
    used = {name for node in card["nodes"] for name in marks(node)}
    order = ("range", "disputed", "not_rated", "not_applicable", "unsupported", "replaced")
    named_marks = [say(lang, f"mark.{name}") for name in order if name in used]
    needed = card["rubric"]["min_coverage"]
    if any(node["kind"] == "group" and is_thin(node["coverage"], needed) for node in card["nodes"]):
        named_marks.append(say(lang, "mark.thin"))
    return [*named_marks, say(lang, "mark.evidence")]


def evidence_text(node: NodeDoc) -> str:
    """`+3 -1`: items for and against."""
    count = node["evidence"]
    return "" if count is None or not (count["for"] or count["against"]) else f"+{count['for']} -{count['against']}"


def conditions(card: ScorecardDoc) -> list[NodeDoc]:
    """The condition groups and all that is below them: what stands beside the counted tree."""
    return [node for node in card["nodes"] if node["role"] == "condition"]


def titled(card: ScorecardDoc) -> dict[str, str]:
    """Titles of the card's nodes by address."""
    return {node["id"]: printable(node["title"]) for node in card["nodes"]}


def named(card: ScorecardDoc, addresses: Sequence[str], lang: str) -> str:
    """The score that some criteria share, and their titles; past a few, how many more there are."""
    nodes = {node["id"]: node for node in card["nodes"]}
    score = nodes[addresses[0]]["score"] or 0.0
    return f"{whole(score)}: {', '.join(_first([printable(nodes[a]['title']) for a in addresses], lang))}"


def _first(names: list[str], lang: str) -> list[str]:
    rest = len(names) - MOST_NAMED
    return [*names[:MOST_NAMED], say(lang, "card.and_more", count=rest)] if rest > 0 else names


def cut(digest: str) -> str:
    return digest[:DIGEST_SHOWN]


def versioned(identity: str, version: str | None) -> str:
    return f"{identity} {printable(version)}" if version else identity


def facts_line(card: ScorecardDoc, lang: str) -> str:
    """Rubric, type, stage and date of the rating."""
    initiative, rubric = card["initiative"], card["rubric"]
    words = [printable(rubric["title"])]
    words += [say(lang, f"word.{word}") for word in (initiative["type"], initiative["stage"]) if word]
    if initiative["as_of"]:
        words.append(say(lang, "card.as_of", date=initiative["as_of"]))
    return " · ".join(words)


def raters_line(card: ScorecardDoc, lang: str) -> str:
    """Who rated, with what interest in the result."""
    initiative = card["initiative"]
    words = [initiative["rated_by"] or say(lang, "card.unknown_raters")]
    if initiative["interest"]:
        words.append(f"{say(lang, 'card.interest')}: {initiative['interest']}")
    return printable("; ".join(words))


def band_text(card: ScorecardDoc, lang: str) -> str:
    """The band, what it could still be, and what the score alone would give."""
    label = {band["id"]: printable(band["label"]) for band in card["rubric"]["bands"]}
    label["not_demonstrated"] = say(lang, "word.not_demonstrated")
    parts = [label[card["band"]]]
    possible = card["band_bounds"] or []
    if len(set(possible)) > 1:
        parts.append(say(lang, "card.could_be", low=label[possible[0]], high=label[possible[1]]))
    if card["band_by_score"] not in (None, card["band"]):
        parts.append(say(lang, "card.by_score", band=label[str(card["band_by_score"])]))
    return "; ".join(parts)


def coverage_text(card: ScorecardDoc, lang: str) -> str:
    counts = card["criteria"]
    text = say(
        lang,
        "card.coverage_value",
        percent=percent(card["coverage"] or 0.0),
        rated=counts["rated"],
        applicable=counts["applicable"],
    )
    needed = card["rubric"]["min_coverage"]
    return f"{text}; {say(lang, 'card.needed', percent=percent(needed))}" if is_thin(card["coverage"], needed) else text


def limit_lines(card: ScorecardDoc, lang: str) -> list[str]:
    """One line for each limit that holds or could hold, those that lower the band first."""
    titles = titled(card)
    ranked = sorted(card["limits"], key=lambda limit: (not limit["lowers"], limit["status"] != "holds"))
    found = []
    for limit in ranked:
        if limit["status"] == "clear" or (limit["status"] == "possible" and not _could_lower(limit, card)):
            continue
        message = "lowers" if limit["lowers"] else limit["status"]
        band = printable(limit["band_at_most_label"])
        held = say(lang, f"card.limit_{message}", band=band)
        names = [titles.get(address, address) for address in limit["triggers"]]
        because = f". {printable(limit['because'])}" if limit["because"] and limit["status"] == "holds" else ""
        found.append(f"{held}: {', '.join(_first(names, lang))}{because}")
    return found


def _could_lower(limit: LimitDoc, card: ScorecardDoc) -> bool:
    """Whether a limit that may come to hold stands below the best band still possible."""
    order = [*(band["id"] for band in card["rubric"]["bands"]), "not_demonstrated"]
    possible = card["band_bounds"]
    return possible is not None and order.index(limit["band_at_most"]) > order.index(possible[1])


def unsupported_line(card: ScorecardDoc, lang: str) -> str:
    """How many ratings break an evidence rule, and which; empty where none does."""
    addresses = card["unsupported"]
    if not addresses:
        return ""
    titles = titled(card)
    names = ", ".join(_first([titles[address] for address in addresses], lang))
    return say(lang, "card.unsupported_value", count=len(addresses), names=names)


def headlines(card: ScorecardDoc, options: OptionsDoc) -> Iterator[tuple[str, str]]:
    """What the head of a card says, each with its label: score, band, coverage, limits, and what needs attention."""
    lang = options["lang"]
    yield say(lang, "card.score"), overall_text(card)
    if card["interval"] is not None:
        from kasean_score.render.simulated import headlines as simulated  # few cards have one

        yield from simulated(card["interval"], lang)
    yield say(lang, "card.band"), band_text(card, lang)
    yield say(lang, "card.coverage"), coverage_text(card, lang)
    for line in limit_lines(card, lang) or [say(lang, "card.no_limit")]:
        yield say(lang, "card.limit"), line
    for name, text in (("unsupported", unsupported_line(card, lang)), ("with", options_line(card, options))):
        if text:
            yield say(lang, f"card.{name}"), text


def footlines(card: ScorecardDoc, lang: str) -> Iterator[tuple[str, str]]:
    """Who rated, and from which files the figures come."""
    yield say(lang, "card.raters"), raters_line(card, lang)
    yield say(lang, "card.files"), files_line(card)


def extremes(card: ScorecardDoc, lang: str) -> Iterator[tuple[str, str]]:
    """The strongest and the weakest criteria, where there are any."""
    for name, addresses in (("strongest", card["strongest"]), ("weakest", card["weakest"])):
        if addresses:
            yield say(lang, f"card.{name}"), named(card, addresses, lang)


def node_title(node: NodeDoc, lang: str) -> str:
    """A node's title; that of a condition group says that it is not counted."""
    title = printable(node["title"])
    is_condition = node["kind"] == "group" and node["role"] == "condition"
    return say(lang, "card.condition", title=title) if is_condition else title


def options_line(card: ScorecardDoc, options: OptionsDoc) -> str:
    """The options that changed the card's figures, as they were typed."""
    here = {node["id"] for node in card["nodes"]}
    words = [f"--only {address}" for address in options["only"]]
    words += [f"--weights {options['weights']}"] if options["weights"] else []
    words += [f"--aggregate {options['aggregate']}"] if options["aggregate"] else []
    words += [f"--min-coverage {options['min_coverage']:g}"] if options["min_coverage"] is not None else []
    words += [f"--set {printable(name)}={printable(state)}" for name, state in options["set"].items() if name in here]
    words += [f"--view {options['view']}"] if options["view"] else []
    return " ".join(words)


def files_line(card: ScorecardDoc) -> str:
    """Which files the figures come from: id, version and the head of each digest, bases included."""
    files = [card["rubric"], *card["rubric"]["extends"], card["initiative"], *card["initiative"]["extends"]]
    return " · ".join(f"{versioned(file['id'], file['version'])} sha256 {cut(file['sha256'])}" for file in files)


def labelled(line: LineDoc) -> str:
    """A line of an outline: its label, a colon and its text, where it has both."""
    return ": ".join(part for part in (printable(line["label"]), printable(line["text"]).strip()) if part)


def citation(item: EvidenceDoc, lang: str) -> str:
    """Source, date, place and standing of one item."""
    source = item["source"]
    parts: Iterable[str | None] = (
        source["author"],
        source["title"],
        source["publisher"],
        source["date"],
        item["at"],
        say(lang, f"word.{item['certainty']}"),
        say(lang, "word.independent") if item["independent"] else None,
        say(lang, "word.opening") if source["read"] == "opening" else None,
        source["url"],
    )
    return "; ".join(printable(part) for part in parts if part)
