"""Scorecards straight to lines of CSV: the bytes that `csv.table` makes of their records, in a tenth of the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.documents.rows import NAMED, node_record
from kasean_score.documents.scorecard import node_document
from kasean_score.render.csv import table
from kasean_score.render.fragments import Fragments, own_reason, stances

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kasean_score.documents.shapes import OptionsDoc
    from kasean_score.model import Rating, Rubric
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["CsvCards", "head"]

PLAIN = re.compile("[A-Za-z0-9][A-Za-z0-9_.-]*")
"""Text that needs neither quotes nor an apostrophe in its cell."""
SAID = ("kind", "id", "title", "role", "state")
SCORED = ("score", "low", "high", "coverage")
WEIGHED = ("band", "weight")
OWN = ("share", "contribution")
RATED_AS = ("level_low", "level_high", "value", "unit", "confidence")
COUNTED = ("evidence_for", "evidence_against")
RECENT = 64
"""Ratings of a node whose lines are kept: the rows of a table share them."""


def head() -> str:
    """The first line of a file."""
    return ",".join((*NAMED, *SAID, *SCORED, *WEIGHED, *OWN, *RATED_AS, *COUNTED, "unsupported", "reason")) + "\n"


class Fragment(NamedTuple):
    """The line of a node in pieces; between them stands what is the dossier's own.

    `before` ends before the scores of a group, where `weighed` goes on, or (that is None) before a criterion's share;
    `after` begins after the points and ends before the counts of evidence; `unsupported` stands between these and the
    reason.
    """

    before: str
    weighed: str | None
    after: str
    unsupported: str
    reason: str


class Line(NamedTuple):
    """The line of a node with a rating, in a state and with a share, but for its points; and a group's scores."""

    rating: Rating | None
    state: str
    share: float | None
    before: str
    weighed: str | None
    after: str


class CsvCards:
    """Makes lines of scorecards under the options of one command."""

    def __init__(self, options: OptionsDoc) -> None:
        self.options = options
        self._known: dict[int, tuple[Fragments[Fragment], list[dict[int, Line]]]] = {}

    def lines(self, scorecards: Iterable[Scorecard]) -> str:
        """The lines of some scorecards, without a head."""
        return "".join([line for card in scorecards for line in self._lines(card)])

    def _lines(self, card: Scorecard) -> list[str]:
        fragments, recent = self._of(card.rubric)
        named = _named(card)
        unsupported = sum([1 for node in card.nodes if node.unmet])
        total = _scores(card.score, card.low, card.high, card.coverage)
        lines = [f"{named},total,,,,,{total},{_text(card.verdict.band)},,,,,,,,,,,{unsupported},\n"]
        for at, node in enumerate(card.nodes):
            _, _, _, state, score, low, high, coverage, share, points, rating, _ = node
            line = recent[at].get(id(rating))
            if line is None or line[0] is not rating or line[1] != state or line[2] != share:
                line = self._line(fragments, recent[at], card, at)
            _, _, _, before, weighed, after = line
            if weighed is not None:
                before = f"{before}{_scores(score, low, high, coverage)}{weighed}"
            lines.append(f"{named}{before}{after}" if points is None else f"{named}{before}{points!r}{after}")
        return lines

    def _of(self, rubric: Rubric) -> tuple[Fragments[Fragment], list[dict[int, Line]]]:
        known = self._known.get(id(rubric))
        if known is None or known[0].rubric is not rubric:
            known = Fragments(rubric, self.options["lang"], self._made), [{} for _ in rubric.nodes()]
            self._known[id(rubric)] = known
        return known

    def _line(self, fragments: Fragments[Fragment], recent: dict[int, Line], card: Scorecard, at: int) -> Line:
        """The line of a node, kept where the next scorecard is likely to share its rating."""
        node, rating = card.nodes[at], card.nodes[at].rating
        before, weighed, after, unsupported, reason = fragments.of(card, at)
        own = own_reason(node, self.options["lang"])
        share = f",{'' if node.share is None else repr(node.share)},"
        pro, contra = ("", "") if weighed is not None else stances(() if rating is None else rating.evidence)
        tail = f",{after},{pro},{contra},{unsupported},{reason if own is None else _text(own)}\n"
        if weighed is None:
            line = Line(rating, node.state, node.share, f",{before}{share}", None, tail)
        else:
            line = Line(rating, node.state, node.share, f",{before},", f",{weighed}{share}", tail)
        if rating is None or not (rating.evidence or rating.why):
            if len(recent) >= RECENT:
                recent.clear()
            recent[id(rating)] = line
        return line

    def _made(self, card: Scorecard, at: int) -> Fragment:
        record = node_record(node_document(card, at, self.options))
        after, unsupported, reason = (_cells(record, *names) for names in (RATED_AS, ("unsupported",), ("reason",)))
        if record["kind"] == "group":
            return Fragment(_cells(record, *SAID), _cells(record, *WEIGHED), after, unsupported, reason)
        return Fragment(_cells(record, *SAID, *SCORED, *WEIGHED), None, after, unsupported, reason)


def _scores(score: float | None, low: float | None, high: float | None, coverage: float | None) -> str:
    covered = "" if coverage is None else repr(coverage)
    if low is None or high is None:
        return f"{'' if score is None else repr(score)},,,{covered}"
    least = repr(low)
    most = least if high == low else repr(high)
    scored = "" if score is None else least if score == low else repr(score)
    return f"{scored},{least},{most},{covered}"


def _named(card: Scorecard) -> str:
    rubric, initiative = card.rubric, card.initiative
    parts = (rubric.id, rubric.version, initiative.id, initiative.version, initiative.as_of)
    return ",".join(map(_text, parts))


def _text(value: str | None) -> str:
    """A text as a cell."""
    if value is None:
        return ""
    return value if PLAIN.fullmatch(value) else _cells({"text": value}, "text")


def _cells(record: Mapping[str, object], *names: str) -> str:
    """The cells of some fields of a record, as they stand in a line."""
    _, _, line = table([{"": None, **{name: record[name] for name in names}}]).partition("\n")
    return line[1:].removesuffix("\n")
