"""The report as Markdown: what an office reads first, for briefs, Quarto and the summary of a job."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.brief_notes import Notes, short, told
from kasean_score.render.markdown import listed, table
from kasean_score.render.report_facts import files_of
from kasean_score.render.sheet import Column, Grid, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.listing import LineDoc
    from kasean_score.documents.report_shapes import LensDoc, LensTextDoc, NodeTextDoc, ReportDoc, RubricTextDoc
    from kasean_score.documents.robustness_shapes import RobustDoc
    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc
    from kasean_score.render import Screen

__all__ = ["brief"]

MOST_NAMED = 3


def brief(doc: ReportDoc, screen: Screen) -> str:
    """The whole brief, in the language that the document begins with."""
    return "".join(f"{line}\n" for line in _Brief(doc).lines())


class _Brief:
    def __init__(self, doc: ReportDoc) -> None:
        self.doc = doc
        self.lang = doc["options"]["lang"]
        self.notes = Notes(self.lang)

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def lines(self) -> Iterator[str]:
        yield f"# {self.title()}"
        if any(lens["labels"] for lens in self.doc["lenses"]):
            yield from ("", self.say("report_brief.reading"))
        for lens in self.doc["lenses"]:
            texts = lens["texts"][self.lang]
            yield from _Lens(self, lens, texts).lines() if lens["labels"] else self.rubric(texts)
        yield from self.method()
        yield from self.provenance()
        notes = list(self.notes.lines())
        yield from ["", *notes] if notes else []

    def title(self) -> str:
        """The names of what is assessed; of the rubrics where nothing is."""
        lenses = [lens["texts"][self.lang] for lens in self.doc["lenses"]]
        names = list(dict.fromkeys(card["initiative"]["name"] for texts in lenses for card in texts["scorecards"]))
        if not names:
            return told("; ".join(texts["rubric"]["title"] for texts in lenses))
        first = ", ".join(names[:MOST_NAMED])
        rest = len(names) - MOST_NAMED
        said = self.say("report_brief.more", names=first, count=rest) if rest > 0 else first
        return told(self.say("report_brief.title", names=said))

    def rubric(self, texts: LensTextDoc) -> Iterator[str]:
        """A rubric alone: what is asked, and what each level means."""
        rubric = texts["rubric"]
        yield from ("", f"## {told(_versioned(rubric))}")
        if rubric["description"]:
            yield from ("", told(rubric["description"]))
        for node in rubric["nodes"]:
            yield from self.node(node)

    def node(self, node: NodeTextDoc) -> Iterator[str]:
        aside = node["kind"] == "group" and node["role"] == "condition"
        title = self.say("card.condition", title=node["title"]) if aside else node["title"]
        weight = "" if aside else f" ({self.say('report_brief.weight', weight=node['weight'])})"
        yield from ("", f"{'#' * min(6, node['depth'] + 3)} {told(title)}{weight}")
        for text in (node["question"], node["description"], node["goalposts"]):
            yield from ("", told(text)) if text else ()
        steps = [f"- **{step['level']} {told(step['label'])}:** {told(step['text'] or '')}" for step in node["levels"]]
        yield from ["", *steps] if steps else []

    def method(self) -> Iterator[str]:
        yield from ("", f"## {self.say('report_brief.method')}", "", self.say("report_brief.method_text"))
        for lens in self.doc["lenses"]:
            rubric = lens["texts"][self.lang]["rubric"]
            yield from ("", f"### {told(_versioned(rubric))}")
            yield from _listing(rubric["method"])

    def provenance(self) -> Iterator[str]:
        tool, schema = self.doc["tool"], self.doc["schema"]
        yield from ("", f"## {self.say('report_brief.provenance')}", "")
        made = self.say("report_brief.made", name=tool["name"], version=tool["version"])
        yield f"- {told(made)} ({schema['name']} {schema['version']})"
        for file in files_of(self.doc, self.lang):
            named = told(phrases.versioned(file.id, file.version))
            yield f"- {self.say(f'word.{file.kind}')} {named}: sha256 `{file.sha256}`"


class _Lens:
    """What is said of the initiatives on one rubric."""

    def __init__(self, whole: _Brief, lens: LensDoc, texts: LensTextDoc) -> None:
        self.whole, self.lens, self.texts, self.lang = whole, lens, texts, whole.lang
        self.say = whole.say
        self.places = lens["order"]
        self.cards = dict(zip(lens["labels"], texts["scorecards"], strict=True))
        self.needed = texts["rubric"]["min_coverage"]

    def lines(self) -> Iterator[str]:
        yield from ("", f"## {told(_versioned(self.texts['rubric']))}")
        yield from table(self.headline(), told)
        if len(self.cards) > 1:
            yield from ("", self.order())
        yield from table(self.groups(), told)
        for place in self.places:
            yield from self.initiative(self.cards[place["label"]])
        if self.texts["robustness"] is not None:
            yield from self.robustness(self.texts["robustness"])

    def headline(self) -> Grid:
        heads = ["report_brief.initiative", "card.score", "card.band", "card.coverage", "overview.stage"]
        columns = [Column(self.say(head), right=head in ("card.score", "card.coverage")) for head in heads]
        rows = []
        for place in self.places:
            card = self.cards[place["label"]]
            stage = card["initiative"]["stage"]
            rank = "-" if place["rank"] is None else str(place["rank"])
            said = [phrases.overall_text(card), phrases.band_text(card, self.lang)]
            said += [f"{rounding.percent(card['coverage'] or 0.0)} %", self.say(f"word.{stage}") if stage else ""]
            name = f"{card['initiative']['name']} ({place['label']})"
            rows.append(Row((name, *said[:1], *([rank] if len(self.cards) > 1 else []), *said[1:])))
        if len(self.cards) > 1:
            columns.insert(2, Column(self.say("report_brief.rank"), right=True))
        return Grid(tuple(columns), tuple(rows))

    def order(self) -> str:
        """Which places in the order are open: a rank alone says little."""
        found: dict[frozenset[str], str] = {}
        for place in self.places:
            for other in place["overlaps"]:
                pair = self.say("report_brief.pair", first=place["label"], second=other)
                found.setdefault(frozenset((place["label"], other)), pair)
        if not found:
            return self.say("report_brief.settled")
        return told(self.say("report_brief.open_order", pairs=list(found.values())))

    def groups(self) -> Grid:
        """Every group, a row, beside every initiative."""
        columns = [Column(self.say("report_brief.group"))]
        columns += [Column(place["label"], right=True) for place in self.places]
        cards = [self.cards[place["label"]] for place in self.places]
        by_id = [{node["id"]: node for node in card["nodes"]} for card in cards]
        rows = [
            Row(
                (
                    phrases.node_title(node, self.lang),
                    *(phrases.group_text(one[node["id"]], self.needed, self.lang) for one in by_id),
                ),
                depth=node["depth"],
            )
            for node in cards[0]["nodes"]
            if node["kind"] == "group"
        ]
        return Grid(tuple(columns), tuple(rows))

    def initiative(self, card: ScorecardDoc) -> Iterator[str]:
        """One initiative: its score and band, what holds that, what is open, and each criterion in a few words."""
        initiative = card["initiative"]
        yield from ("", f"### {told(initiative['name'])} ({told(initiative['id'])})")
        if initiative["summary"]:
            yield from ("", told(initiative["summary"]))
        yield ""
        for label, text in self.facts(card):
            yield f"- **{told(label)}:** {told(text)}"
        for node in card["nodes"]:
            yield from self.group(node) if node["kind"] == "group" else self.criterion(node)

    def facts(self, card: ScorecardDoc) -> Iterator[tuple[str, str]]:
        lang = self.lang
        yield self.say("card.score"), phrases.overall_text(card)
        yield self.say("card.band"), phrases.band_text(card, lang)
        yield self.say("card.coverage"), phrases.coverage_text(card, lang)
        for line in phrases.limit_lines(card, lang) or [self.say("card.no_limit")]:
            yield self.say("report_brief.held"), line
        for state in ("not_rated", "disputed"):
            titles = [node["title"] for node in card["nodes"] if node["kind"] == "criterion" and node["state"] == state]
            if titles:
                yield self.say(f"report_brief.{state}"), "; ".join(titles)
        titles = [node["title"] for node in card["nodes"] if node["unsupported"]]
        if titles:
            yield self.say("report_brief.unsupported"), "; ".join(titles)
        yield self.say("card.raters"), phrases.raters_line(card, lang)
        if card["initiative"]["as_of"]:
            yield self.say("report_book.as_of"), card["initiative"]["as_of"]

    def group(self, node: NodeDoc) -> Iterator[str]:
        title, reached = phrases.node_title(node, self.lang), phrases.group_text(node, self.needed, self.lang)
        yield from ("", f"{'#' * min(6, node['depth'] + 4)} {told(title)}: {told(reached)}", "")

    def criterion(self, node: NodeDoc) -> Iterator[str]:
        """Level, the first sentences of why, and the sources for and against."""
        detail = node["detail"]
        reached = phrases.level_text(node, self.lang)
        why = (detail["why"] if detail else None) or node["reason"] or ""
        dispute = f" ({self.say('word.disputed')})" if node["state"] == "disputed" else ""
        said = f"- **{told(node['title'])}:** {told(reached)}{dispute}"
        parts = [said, told(short(why)), self.evidence(node)]
        yield ". ".join(part.rstrip(".") for part in parts if part) + "."

    def evidence(self, node: NodeDoc) -> str:
        listed_items = node["detail"]["evidence"] if node["detail"] else []
        found = []
        for stance in ("for", "against"):
            marks = self.whole.notes.cite(item for item in listed_items if item["stance"] == stance)
            if marks:
                found.append(f"{self.say(f'report_brief.{stance}')} {marks}")
        if not found and node["state"] != "not_applicable":
            found = [self.say("explain.no_evidence")]
        return f"{self.say('explain.evidence')}: {'; '.join(found)}" if found else ""

    def robustness(self, found: RobustDoc) -> Iterator[str]:
        from kasean_score.render.views.robustness import sheets

        simulation = self.whole.doc["options"]["simulation"]
        draws, seed = (simulation["draws"], simulation["seed"]) if simulation else (0, 0)
        options = {"lang": self.lang, "draws": draws, "seed": seed}
        (sheet,) = sheets({"options": options, "robustness": [found], "left_out": []})  # type: ignore[typeddict-item]
        yield from ("", f"### {told(sheet.title)}")
        yield from listed(sheet.lines, told)
        for grid in sheet.grids:
            if grid.rows:
                yield from ("", f"#### {told(grid.title)}") if grid.title else ()
                yield from table(grid, told)
        yield from listed(sheet.notes, told)


def _versioned(rubric: RubricTextDoc) -> str:
    return f"{rubric['title']} ({phrases.versioned(rubric['id'], rubric['version'])})"


def _listing(lines: Sequence[LineDoc]) -> Iterable[str]:
    """The lines of a method as lists under their headings."""
    for line in lines:
        if line["heading"]:
            yield from ("", f"#### {told(line['text'])}", "")
        else:
            label, text = told(line["label"]), told(line["text"])
            yield f"- **{label}:** {text}" if label and text else f"- {label or text}"
