"""The evidence matrix as sheets: criteria by kind of source, and how far the evidence carries each rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.documents.evidence_matrix import KINDS
from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kasean_score.documents.evidence_matrix import BackingDoc, EvidenceMatrixDoc, MatrixDoc, StanceDoc

__all__ = ["age_text", "sheets"]

YEAR, MONTH = 365.25, 30.44
"""Days of each, on average."""
MOST_NAMED = 5
WEAK = ("no_evidence", "short", "single_source", "none_independent")
MARKS = {"no_evidence": "0", "short": "*", "single_source": "1", "none_independent": "o"}
"""The signs of a criterion's row."""


def sheets(doc: EvidenceMatrixDoc) -> Iterator[Sheet]:
    """A sheet for each rubric: what is weak, items by kind of source, and what the evidence carries."""
    for matrix in doc["matrices"]:
        yield _Page(matrix, doc["options"]["lang"]).sheet()


def age_text(days: int, lang: str) -> str:
    """`2.4 y`, below a year `5 mo`; of what is later than the date of the ratings only that it is."""
    if days < 0:
        return say(lang, "evidence.later")
    if days < YEAR:
        return say(lang, "evidence.months", count=round(days / MONTH))
    return say(lang, "evidence.years", count=f"{days / YEAR:.1f}")


class _Page:
    """The sheet of one rubric."""

    def __init__(self, matrix: MatrixDoc, lang: str) -> None:
        self.matrix = matrix
        self.total = matrix["total"]
        self.lang = lang
        self.titles = {one["id"]: phrases.printable(one["title"]) for one in matrix["criteria"]}

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def sheet(self) -> Sheet:
        initiative = self.matrix["initiative"]
        title = f"{phrases.printable(initiative['name'])} ({initiative['id']})"
        grids = (self.kinds(), self.standing()) if self.total["sources"] else (self.standing(),)
        return Sheet(title, tuple(self.head()), grids, tuple(self.notes()))

    def head(self) -> Iterator[Line]:
        initiative, total = self.matrix["initiative"], self.total
        words = [phrases.printable(self.matrix["rubric"]["title"])]
        if initiative["as_of"]:
            words.append(self.say("card.as_of", date=initiative["as_of"]))
        yield Line(self.say("gaps.on"), " · ".join(words))
        yield Line(self.say("evidence.rated"), self.say("evidence.rated_value", **_picked(total, "rated", "criteria")))
        yield from (
            self.cited() if total["sources"] else (Line(self.say("evidence.cited"), self.say("evidence.nothing")),)
        )
        for name in WEAK:
            addresses: Sequence[str] = total[name]  # type: ignore[literal-required]
            yield Line(self.say(f"evidence.{name}"), self.named(addresses), strong=bool(addresses))

    def cited(self) -> Iterator[Line]:
        counts = self.total["evidence"]
        items = counts["for"] + counts["against"]
        stances = {"on": counts["for"], "against": counts["against"], "independent": counts["independent"]}
        yield Line(self.say("evidence.cited"), self.say("evidence.items", items=items, **stances))
        languages = [f"{phrases.printable(name)} {count}" for name, count in self.total["languages"].items()]
        text = self.say("evidence.sources_value", count=self.total["sources"], languages=languages)
        yield Line(self.say("evidence.sources"), text)

    def named(self, addresses: Sequence[str]) -> str:
        """How many criteria, and which; past a few how many more."""
        if not addresses:
            return self.say("evidence.no_criterion")
        names = [self.titles[address] for address in addresses]
        rest = len(names) - MOST_NAMED
        shown = names[:MOST_NAMED] + ([self.say("card.and_more", count=rest)] if rest > 0 else [])
        return f"{len(names)}: {', '.join(shown)}"

    def kinds(self) -> Grid:
        """Items for and against, by kind of source; only the kinds that occur have a column."""
        used = [kind for kind in KINDS if kind in self.total["kinds"]]
        heads = [Column(self.say(f"evidence.kind_{kind}"), right=True, whole=True) for kind in used]
        total = (self.say("evidence.all"), *(_stances(self.total["kinds"].get(kind)) for kind in used))
        rows = self.rows(lambda one: [_stances(one["kinds"].get(kind)) for kind in used], len(used))
        columns = (Column(self.say("card.criterion")), *heads)
        return Grid(columns, (*rows, Row(total, strong=True)), self.say("evidence.by_kind"))

    def standing(self) -> Grid:
        names = ("level_head", "sources_head", "independent", "newest", "age", "meets", "marks")
        heads = [Column(self.say(f"evidence.{name}"), right=name in RIGHT, whole=True) for name in names]
        rows = self.rows(lambda one: list(self.stands(one)), len(names))
        return Grid((Column(self.say("card.criterion")), *heads), tuple(rows), self.say("evidence.by_rule"))

    def rows(self, cells: Callable[[BackingDoc], list[str]], width: int) -> Iterator[Row]:
        """The criteria under their groups."""
        groups = {group["id"]: group for group in self.matrix["groups"]}
        shown: set[str] = set()
        for one in self.matrix["criteria"]:
            for group in groups.values():
                if one["id"].startswith(f"{group['id']}.") and group["id"] not in shown:
                    shown.add(group["id"])
                    title = phrases.printable(group["title"])
                    if group["role"] == "condition" and group["depth"] == 0:
                        title = self.say("card.condition", title=title)
                    yield Row((title, *[""] * width), group["depth"], strong=True)
            yield Row((self.titles[one["id"]], *cells(one)), one["depth"])

    def stands(self, one: BackingDoc) -> Iterator[str]:
        """Level given, different sources, independent items, newest date, its age, rules' needs that are met, marks."""
        count = one["evidence"]
        items = count["for"] + count["against"]
        yield self.level(one)
        yield str(len(one["sources"])) if items else ""
        yield self.say("evidence.of", part=count["independent"], whole=items) if items else ""
        yield one["newest"] or (self.say("evidence.undated") if items else "")
        yield "" if one["age"] is None else age_text(one["age"], self.lang)
        yield " ".join(self.say(f"evidence.letter_{name}") for name in self.matrix["needs"] if name in one["met"])
        yield "".join(MARKS[name] for name in WEAK if one[name])  # type: ignore[literal-required]

    def level(self, one: BackingDoc) -> str:
        if one["level"] is not None:
            low, high = one["level"]
            return f"{low}" if low == high else f"{low}-{high}"
        return "?" if one["value"] is None else rounding.quantity(one["value"])

    def notes(self) -> Iterator[Line]:
        for one in self.matrix["criteria"]:
            if one["short"]:
                needs = [self.rule(rule["needs"], rule["level"]) for rule in one["rules"] if not rule["met"]]
                yield Line(f"* {self.titles[one['id']]}", self.say("evidence.lacks", needs=needs))
        marks = [self.say(f"evidence.mark_{name}") for name in WEAK if self.total[name]]  # type: ignore[literal-required]
        yield Line(self.say("card.marks"), " · ".join([*marks, self.say("evidence.mark_counts")]))
        if self.matrix["needs"]:
            letters = [self.say(f"evidence.legend_{name}") for name in self.matrix["needs"]]
            yield Line(self.say("evidence.meets"), self.say("evidence.how_meets", letters=" · ".join(letters)))
        yield Line(self.say("evidence.age"), self.say("evidence.how_age"))
        files = (self.matrix["rubric"], self.matrix["initiative"])
        texts = [
            f"{phrases.versioned(file['id'], file['version'])} sha256 {phrases.cut(file['sha256'])}" for file in files
        ]
        yield Line(self.say("card.files"), " · ".join(texts))

    def rule(self, needs: str, level: int | None) -> str:
        text = self.say(f"needs.{needs}")
        return text if level is None else self.say("evidence.at_level", needs=text, level=level)


RIGHT = ("level_head", "sources_head", "independent", "newest", "age")


def _picked(of: object, *names: str) -> dict[str, object]:
    assert isinstance(of, dict)
    return {name: of[name] for name in names}


def _stances(count: StanceDoc | None) -> str:
    """`+3 -1`; nothing where there are no items."""
    return f"+{count['for']} -{count['against']}" if count else ""
