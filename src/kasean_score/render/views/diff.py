"""What moved between two scorecards as sheets: the score and its parts, the criteria that moved, and the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render import phrases, rounding
from kasean_score.render.sheet import Column, Grid, Line, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.diff import ChangeDoc, DiffDoc, EvidenceMoveDoc, NodeMoveDoc
    from kasean_score.documents.shapes import NodeDoc
    from kasean_score.documents.sides import SideDoc

__all__ = ["points", "sheets"]

ARROW = " → "
FACTORS = ("ratings", "coverage", "applicability", "weights", "rubric")
NOTHING = 1e-9
SIGNS = {"new": "+", "gone": "-", "changed": "~"}


def sheets(doc: DiffDoc) -> list[Sheet]:
    """One sheet for each pair of scorecards."""
    return [_View(change, doc["lang"]).sheet() for change in doc["diffs"]]


class _View:
    """One change being told in one language."""

    def __init__(self, change: ChangeDoc, lang: str) -> None:
        self.change = change
        self.lang = lang
        self.old, self.new = change["old"], change["new"]
        self.before = {node["id"]: node for node in self.old["nodes"]}
        self.after = {node["id"]: node for node in self.new["nodes"]}

    def say(self, key: str, **params: object) -> str:
        return say(self.lang, key, **params)

    def sheet(self) -> Sheet:
        initiative = self.new["initiative"]
        title = self.say("diff.title", name=phrases.printable(initiative["name"]), id=initiative["id"])
        grids = (self.parts(), self.moves(), self.evidence())
        return Sheet(title, tuple(self.lines()), grids, tuple(self.notes()))

    def lines(self) -> Iterator[Line]:
        for name, side in (("old", self.old), ("new", self.new)):
            yield Line(self.say(f"diff.{name}"), self.side_line(side))
        yield Line(self.say("card.score"), self.score_line(), strong=True)
        yield Line(self.say("card.band"), self.arrow(self.band(self.old), self.band(self.new)))
        covered = (f"{rounding.percent(side['coverage'] or 0.0)} %" for side in self.sides())
        yield Line(self.say("card.coverage"), self.arrow(*covered))
        yield from (Line(self.say("card.limit"), text) for text in self.limits())
        yield from (Line(self.say("diff.note"), text) for text in self.warnings())

    def sides(self) -> tuple[SideDoc, SideDoc]:
        return self.old, self.new

    def side_line(self, side: SideDoc) -> str:
        """Which file, date and rubric a side is."""
        initiative, rubric = side["initiative"], side["rubric"]
        words = [phrases.printable(side["ref"])]
        words += [self.say("diff.saved")] if side["saved"] else []
        words += [self.say("card.as_of", date=initiative["as_of"])] if initiative["as_of"] else []
        words.append(phrases.versioned(phrases.printable(rubric["title"]), rubric["version"]))
        typed = phrases.options_line(side, side["options"])
        return " · ".join([*words, typed] if typed else words)

    def score_line(self) -> str:
        change = self.change["change"]
        text = self.arrow(*(phrases.overall_text(side) for side in self.sides()))
        return text if not change else self.say("diff.score", scores=text, change=points(change))

    def arrow(self, old: str, new: str) -> str:
        return self.say("diff.same", value=new) if old == new else f"{old}{ARROW}{new}"

    def band(self, side: SideDoc) -> str:
        """A band by the name that it has on the new side, if it is there: a saved result may be in another language."""
        names = {band["id"]: band["label"] for band in self.new["rubric"]["bands"]}
        return phrases.printable(names.get(side["band"], side["band_label"]))

    def limits(self) -> Iterator[str]:
        for limit in self.change["limits"]:
            was, now = (self.say(f"diff.limit_{limit[side] or 'none'}") for side in ("old", "new"))
            band, when = phrases.printable(limit["band"]), phrases.printable(limit["when"])
            yield self.say("diff.limit", band=band, when=when, old=was, new=now)

    def warnings(self) -> Iterator[str]:
        """What must be known before the figures are read."""
        old, new = self.sides()
        differing = self.change["differing"]
        if old["initiative"]["id"] != new["initiative"]["id"]:
            yield self.say("diff.other_initiative", old=old["initiative"]["id"], new=new["initiative"]["id"])
        if old["rubric"]["id"] != new["rubric"]["id"]:
            yield self.say("diff.other_rubric", old=old["rubric"]["id"], new=new["rubric"]["id"])
        elif old["rubric"]["sha256"] != new["rubric"]["sha256"] and not {"rubric", "weights"} & {*differing}:
            yield self.say("diff.other_file")
        if self.change["unsplit"]:
            yield self.say(f"diff.{self.change['unsplit']}")
        if self.change["no_evidence"]:
            yield self.say(f"diff.{self.change['no_evidence']}")
        if self.nothing_moved():
            yield self.say("diff.nothing")

    def nothing_moved(self) -> bool:
        nodes, items = self.change["nodes"], self.change["evidence"]
        rules = [(side["rubric"]["sha256"], side["band"], side["band_bounds"]) for side in self.sides()]
        same = rules[0] == rules[1] and not self.change["limits"] and not self.change["differing"]
        return same and not items and not any(node["moved"] for node in nodes)

    def parts(self) -> Grid:
        """A row for each part of the total's change, and their sum."""
        split = self.change["split"]
        columns = (
            Column(self.say("diff.part"), whole=True),
            Column(self.say("card.points"), right=True, whole=True),
            Column(self.say("diff.because")),
        )
        rows = []
        if split is not None and self.change["differing"]:
            parts = {name: split[name] for name in FACTORS}  # type: ignore[literal-required]
            rows = [Row((self.say(f"diff.{name}"), points(parts[name]), self.because(name))) for name in FACTORS]
            rows.append(Row((self.say("diff.sum"), points(self.change["change"] or 0.0), ""), strong=True))
        return Grid(columns, tuple(rows), self.say("diff.parts"))

    def because(self, name: str) -> str:
        """What of a factor differs, counted or named."""
        if name not in self.change["differing"]:
            return self.say("diff.unchanged")
        if name in ("weights", "rubric"):
            return self.say(f"diff.{name}_differ")
        counted = sum(node["factor"] == name for node in self.change["nodes"])
        return self.say(f"diff.{name}_differ", count=counted)

    def moves(self) -> Grid:
        """The groups with the criteria that moved below them."""
        heads = ("card.criterion", "diff.old", "diff.new", "diff.change", "diff.effect", "diff.due")
        columns = tuple(
            Column(self.say(head), right=head in ("diff.change", "diff.effect"), whole=index in (3, 4))
            for index, head in enumerate(heads)
        )
        shown = self.shown()
        rows = (self.move(node) for node in self.change["nodes"] if node["id"] in shown)
        return Grid(columns, tuple(rows), self.say("diff.moves"))

    def shown(self) -> set[str]:
        """The addresses of what moved by more than its weight (the parts tell of that), and of the groups above."""
        found: set[str] = set()
        for node in self.change["nodes"]:
            at: str | None = node["id"]
            if not node["moved"] or (node["kind"] == "criterion" and node["factor"] is None and not node["change"]):
                continue
            while at is not None and at not in found:
                found.add(at)
                at = (self.after.get(at) or self.before[at])["parent"]
        return found

    def move(self, node: NodeMoveDoc) -> Row:
        before, after = self.before.get(node["id"]), self.after.get(node["id"])
        change, effect = node["change"], node["effect"]
        title = phrases.node_title(after or before, self.lang)  # type: ignore[arg-type]
        return Row(
            (
                title,
                self.state(before, self.old),
                self.state(after, self.new),
                "" if change is None else points(change),
                "" if effect is None else points(effect),
                self.due(node),
            ),
            depth=node["depth"],
            strong=node["kind"] == "group",
        )

    def state(self, node: NodeDoc | None, side: SideDoc) -> str:
        if node is None:
            return self.say("diff.absent")
        if node["kind"] == "group":
            return phrases.group_text(node, side["rubric"]["min_coverage"], self.lang)
        return phrases.level_text(node, self.lang)

    def due(self, node: NodeMoveDoc) -> str:
        """What a node's move is due to: of a criterion the factor, of a group the parts that are not nothing."""
        split = node["split"]
        if node["kind"] == "criterion":
            factor = node["factor"] or "rubric"
            aside = self.say("diff.aside") if node["role"] == "condition" else ""
            return ", ".join(word for word in (self.say(f"diff.{factor}"), aside) if word)
        if split is None:
            return ""
        parts: dict[str, float] = {name: split[name] for name in FACTORS}  # type: ignore[literal-required]
        moving = {self.say(f"diff.{name}"): part for name, part in parts.items() if abs(part) > NOTHING}
        if len(moving) == 1:
            return next(iter(moving))
        return ", ".join(f"{name} {points(part)}" for name, part in moving.items())

    def evidence(self) -> Grid:
        columns = (Column(self.say("card.criterion")), Column("", whole=True), Column(self.say("card.evidence")))
        items = self.change["evidence"] or ()
        rows = (Row((phrases.printable(x["title"]), SIGNS[x["change"]], self.item(x))) for x in items)
        return Grid(columns, tuple(rows), self.say("diff.evidence"))

    def item(self, item: EvidenceMoveDoc) -> str:
        """`for: source, place: what it shows (changed: stance)`."""
        stance = self.say(f"word.{item['stance']}")
        if item["old_stance"]:
            stance = f"{self.say('word.' + item['old_stance'])}{ARROW}{stance}"
        source = ", ".join(part for part in (item["source_title"], item["at"]) if part)
        text = f"{stance}: {source}: {item['shows']}"
        changed = self.say("diff.fields", fields=item["fields"])
        return phrases.printable(f"{text} ({changed})" if item["fields"] else text)

    def notes(self) -> Iterator[Line]:
        if self.change["evidence"]:
            yield Line(self.say("card.marks"), self.say("diff.marks"))
        if self.change["split"] is not None and self.change["differing"]:
            yield Line(self.say("diff.method"), self.say("diff.method_value", **self.orders()))
        for name, side in (("old", self.old), ("new", self.new)):
            yield Line(f"{self.say('card.files')} ({self.say(f'diff.{name}')})", phrases.files_line(side))

    def orders(self) -> dict[str, object]:
        split = self.change["split"]
        return {} if split is None else {"used": split["used"], "orders": split["orders"]}


def points(number: float) -> str:
    """Points more or less: `+3.1`, `-0.4`, `0` where nothing moved."""
    return "0" if abs(number) <= NOTHING else f"{number:+.1f}"
