"""Scorecards straight to lines of CSV: the bytes that `csv.table` makes of their records, in a tenth of the time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.documents.rows import NAMED, NO_INTERVAL, node_record
from kasean_score.documents.scorecard import node_document
from kasean_score.render.csv import table
from kasean_score.render.fragments import Fragments, own_reason, stances
from kasean_score.scoring.recent import Recent, is_shared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kasean_score.documents.shapes import OptionsDoc
    from kasean_score.model import Rating, Rubric
    from kasean_score.scoring.evaluate import Tally
    from kasean_score.scoring.outline import Outcome

__all__ = ["CsvCards", "head"]

PLAIN = re.compile("[A-Za-z0-9][A-Za-z0-9_.-]*")
"""Text that needs neither quotes nor an apostrophe in its cell."""
SAID = ("kind", "id", "title", "role", "state")
SCORED = ("score", "low", "high", "coverage")
WEIGHED = ("band", "weight")
OWN = ("share", "contribution")
RATED_AS = ("level_low", "level_high", "value", "unit", "confidence")
COUNTED = ("evidence_for", "evidence_against")
OUTCOMES = 1 << 12
"""Outcomes of groups whose cells are kept: they take up to 2 MB."""
RECENT = 64
"""Ratings of a node whose lines are kept: the rows of a table share them."""


def head(*, simulated: bool = False) -> str:
    """The first line of a file; with the columns of `--interval` where scores were simulated."""
    further = NO_INTERVAL if simulated else ()
    names = (*NAMED, *SAID, *SCORED, *WEIGHED, *OWN, *RATED_AS, *COUNTED, "unsupported", "reason", *further)
    return ",".join(names) + "\n"


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
    """The line of a node with a rating, in a state and with a share, but for its points; and a group's scores.

    It is known by the identity of its rating, which it holds, so that no other rating can take that.
    """

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
        self._known: dict[int, tuple[Fragments[Tally, Fragment], list[dict[int, Line]]]] = {}
        self._scored: Recent[Outcome, str] = Recent(OUTCOMES)

    def lines(self, tallies: Iterable[Tally]) -> str:
        """The lines of some scorecards, without a head."""
        return "".join([self._card(tally) for tally in tallies])

    def _card(self, tally: Tally) -> str:
        fragments, recent = self._of(tally.outline.rubric)
        named = _named(tally)
        unsupported = sum([1 for rules in tally.unmet if rules])
        band = _text(tally.verdict.band)
        lines = ["", f",total,,,,,{_scores(*tally.outcomes[0])},{band},,,,,,,,,,,{unsupported},\n"]
        rows = enumerate(zip(recent, tally.states, tally.shares, tally.points, tally.ratings, strict=True))
        next(rows)
        for at, (known, state, share, points, rating) in rows:
            line = known.get(id(rating))
            if line is None or line[1] != state or line[2] != share:
                line = self._line(fragments, known, tally, at)
            _, _, _, before, weighed, after = line
            if weighed is not None:
                before = f"{before}{self._scores(tally.outcomes[at])}{weighed}"
            lines.append(f"{before}{after}" if points is None else f"{before}{points!r}{after}")
        return named.join(lines)

    def _scores(self, outcome: Outcome) -> str:
        """A group's scores; the few levels of few criteria give the same ones again and again."""
        found = self._scored.get(outcome)
        if found is None:
            found = _scores(*outcome)
            self._scored.put(outcome, found)
        return found

    def _of(self, rubric: Rubric) -> tuple[Fragments[Tally, Fragment], list[dict[int, Line]]]:
        known = self._known.get(id(rubric))
        if known is None or known[0].rubric is not rubric:
            known = Fragments(rubric, self.options["lang"], self._made), [{}, *({} for _ in rubric.nodes())]
            self._known[id(rubric)] = known
        return known

    def _line(self, fragments: Fragments[Tally, Fragment], recent: dict[int, Line], tally: Tally, at: int) -> Line:
        """The line of a node, kept where the next scorecard is likely to share its rating."""
        node = tally.node(at)
        rating = node.rating
        before, weighed, after, unsupported, reason = fragments.of(at, node, tally)
        own = own_reason(node, self.options["lang"])
        share = f",{'' if node.share is None else repr(node.share)},"
        pro, contra = ("", "") if weighed is not None else stances(() if rating is None else rating.evidence)
        tail = f",{after},{pro},{contra},{unsupported},{reason if own is None else _text(own)}\n"
        if weighed is None:
            line = Line(rating, node.state, node.share, f",{before}{share}", None, tail)
        else:
            line = Line(rating, node.state, node.share, f",{before},", f",{weighed}{share}", tail)
        if rating is None or is_shared(rating):
            if len(recent) >= RECENT:
                recent.clear()
            recent[id(rating)] = line
        return line

    def _made(self, tally: Tally, at: int) -> Fragment:
        record = node_record(node_document(tally.scorecard(), at - 1, self.options))
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


def _named(tally: Tally) -> str:
    rubric, initiative = tally.outline.rubric, tally.initiative
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
