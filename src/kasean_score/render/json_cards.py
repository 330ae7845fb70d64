"""Scorecards straight to JSON Lines: the bytes that `json.lines` makes of their document, in half the time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.documents.rubric_parts import rubric_document
from kasean_score.documents.scorecard import document, node_document, summary
from kasean_score.render.fragments import Fragments, own_reason, stances
from kasean_score.render.json import encoded, escaped, head_of, lines
from kasean_score.scoring.evaluate import RATED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.documents.shapes import OptionsDoc
    from kasean_score.model import Evidence, Rubric
    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["JsonCards"]


class Fragment(NamedTuple):
    """A node as JSON in pieces; between them stands what is the dossier's own.

    `before` ends before the scores of a group, where `weighed` goes on, or (that is None) before a criterion's share;
    `after` begins after the points and ends before the reason; `then` leads to the counts of a criterion's evidence.
    """

    before: str
    weighed: str | None
    after: str
    reason: str
    then: str
    end: str


class JsonCards:
    """Makes lines of scorecards under the options of one command."""

    def __init__(self, options: OptionsDoc) -> None:
        self.options = options
        self._head = head_of(document((), options))
        self._known: dict[int, tuple[Fragments[Scorecard, Fragment], str]] = {}

    def lines(self, scorecards: Iterable[Scorecard]) -> str:
        if self.options["explain"] or self.options["view"] is not None:  # what is explained is a dossier's own
            return lines(document(scorecards, self.options))
        return "".join([f"{self._line(card)}\n" for card in scorecards])

    def _line(self, card: Scorecard) -> str:
        fragments, head = self._of(card.rubric)
        nodes = ", ".join([self._node(node, fragments.of(at, node, card)) for at, node in enumerate(card.nodes)])
        results = _text(summary(card, self.options))[1:-1]
        return f'{head}, {results}, "nodes": [{nodes}], "dac": null}}'

    def _node(self, node: NodeScore, fragment: Fragment) -> str:
        before, weighed, after, reason, then, end = fragment
        _, _, _, state, score, low, high, coverage, share, points, rating, _ = node
        part = "null" if share is None else repr(share)
        added = "null" if points is None else repr(points)
        if weighed is not None:
            scores = _scores(score, low, high, coverage)
            return f'{before}{scores}{weighed}{part}, "contribution": {added}{after}{reason}{then}null{end}'
        if state != RATED and (own := own_reason(node, self.options["lang"])) is not None:
            reason = _text(own)
        counted = NONE if rating is None or not rating.evidence else _counts(rating.evidence)
        return f'{before}{part}, "contribution": {added}{after}{reason}{then}{counted}{end}'

    def _of(self, rubric: Rubric) -> tuple[Fragments[Scorecard, Fragment], str]:
        """The fragments of a rubric, and what its lines begin with."""
        known = self._known.get(id(rubric))
        if known is None or known[0].rubric is not rubric:
            head = _text({**self._head, "rubric": rubric_document(rubric, self.options["lang"])})[:-1]
            known = self._known[id(rubric)] = Fragments(rubric, self.options["lang"], self._made), head
        return known

    def _made(self, card: Scorecard, at: int) -> Fragment:
        items = list(node_document(card, at, self.options).items())
        place = {name: place for place, (name, _) in enumerate(items)}

        def members(first: str, last: str) -> str:
            return _text(dict(items[place[first] : place[last] + 1]))[1:-1]

        after = f', {members("aggregate", "disputed")}, "reason": '
        reason = _text(items[place["reason"]][1])
        then, end = f', {members("replaced", "dac")}, "evidence": ', f", {members('unsupported', 'detail')}}}"
        if dict(items)["kind"] == "group":
            weighed = f', {members("weight", "weight")}, "share": '
            return Fragment(f'{{{members("id", "state")}, "score": ', weighed, after, reason, then, end)
        return Fragment(f'{{{members("id", "weight")}, "share": ', None, after, reason, then, end)


def _counts(evidence: tuple[Evidence, ...]) -> str:
    pro, contra = stances(evidence)
    independent = 0
    for item in evidence:
        if item.independent:
            independent += 1
    return f'{{"for": {pro}, "against": {contra}, "independent": {independent}}}'


NONE = _counts(())


def _scores(score: float | None, low: float | None, high: float | None, coverage: float | None) -> str:
    bounds = "null" if low is None or high is None else f"[{low!r}, {high!r}]"
    return f'{_number(score)}, "bounds": {bounds}, "coverage": {_number(coverage)}'


def _number(value: float | None) -> str:
    return "null" if value is None else repr(value)


def _text(value: object) -> str:
    return escaped(encoded(value))
