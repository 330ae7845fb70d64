"""Thresholds a script relies on: whether scorecards reach them, decided once and above every format.

A check passes where what was found is at least what is wanted, compared unrounded and with the tolerance that bands
have. What is not demonstrated cannot pass, whatever its number: a node without a score, a score of too little coverage
(that of the node itself), or a total whose band is `not_demonstrated`. Nothing is averaged over checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.errors import InputError, Place, Problem, in_file_order, nearest
from kasean_score.model import NOT_DEMONSTRATED, Rubric, Threshold
from kasean_score.scoring.limits import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["OVERALL", "Check", "Demand", "Judgement", "demands", "judge", "unasked", "verdict"]

OVERALL = "overall"
"""The name of the whole in a threshold."""

PASSED, FAILED, CANNOT_PASS = "passed", "failed", "cannot_pass"


class Demand(NamedTuple):
    """A threshold on one rubric: `node` is the address that its name stands for there, None for the whole."""

    threshold: Threshold
    node: str | None = None


class Check(NamedTuple):
    """What became of one demand on one scorecard.

    `score` with `low` and `high` (0 to 100) and `coverage` (0 to 1) are those of the node. `found` is the figure
    compared: the score, its low bound or the coverage; None for a band, where `band` is the one compared. `status` is
    `passed`, `failed` or `cannot_pass`, with the `reason` of the last: `not_demonstrated`, `not_rated` or
    `not_applicable`.
    """

    demand: Demand
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    found: float | None
    band: str | None
    status: str
    reason: str | None = None


class Judgement(NamedTuple):
    """One scorecard and all that was demanded of it."""

    scorecard: Scorecard
    checks: tuple[Check, ...]

    @property
    def passed(self) -> bool:
        return bool(self.checks) and all(check.status == PASSED for check in self.checks)


def demands(rubrics: Sequence[Rubric], thresholds: Iterable[Threshold]) -> list[tuple[Demand, ...]]:
    """What the thresholds demand on each rubric: a node's name serves every rubric that has it.

    Raises InputError for a name that no rubric has or that one has twice, for two names of one node, and for a band
    that any of the rubrics does not have.
    """
    wanted = list(thresholds)
    found: list[dict[tuple[str, str | None], Demand]] = [{} for _ in rubrics]
    problems: list[Problem] = []
    for threshold in wanted:
        matches = [(index, node) for index, one in enumerate(rubrics) for node in _matches(one, threshold)]
        problems += _misnamed(rubrics, threshold, matches)
        for index, node in matches:
            key = threshold.kind, node
            earlier = found[index].get(key)
            if earlier is not None and (earlier.threshold.place is None) == (threshold.place is None):
                problems.append(_twice(threshold, earlier.threshold, str(node)))
            found[index][key] = Demand(threshold, node)
    if problems:
        told_once = {(problem.key, repr(problem.params)): problem for problem in problems}  # not once a rubric
        raise InputError(in_file_order(told_once.values()))
    return [tuple(by_node.values()) for by_node in found]


def judge(scorecard: Scorecard, wanted: Iterable[Demand], on: str = "score") -> Judgement:
    """Hold a scorecard against the demands on its rubric; `on` says which is compared, the `score` or its `low` bound.

    With `low`, the lowest band still possible is compared too. What a low bound passes, its score passes.
    """
    nodes = {node.node.id: node for node in scorecard.nodes}
    return Judgement(scorecard, tuple(_check(scorecard, nodes, demand, on) for demand in wanted))


def unasked(judgements: Iterable[Judgement], asked_for: Iterable[Iterable[Demand]]) -> list[Problem]:
    """The demands that met no scorecard of an initiative: what was never asked must not look passed."""
    wanted = {_key(demand): demand.threshold.name for on_one in asked_for for demand in on_one}
    by_initiative: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in judgements:
        one = judgement.scorecard.initiative
        by_initiative.setdefault((one.id, one.sha256), []).append(judgement)
    problems = []
    for of_one in by_initiative.values():
        asked = {_key(check.demand) for judgement in of_one for check in judgement.checks}
        missing = [name for key, name in wanted.items() if key not in asked]
        if missing:
            initiative = of_one[0].scorecard.initiative
            place = Place(initiative.file) if initiative.file else None
            on = [judgement.scorecard.rubric.id for judgement in of_one]
            params = {"initiative": initiative.id, "names": missing, "rubrics": on}
            problems.append(Problem("gate-unasked", place, params))
    return problems


def verdict(judgements: Iterable[Judgement], *, complete: bool) -> str:
    """`passed` where every check of every scorecard passed, else `failed`.

    `incomplete` where something asked for could not be judged at all: then nobody may rely on the rest.
    """
    if not complete:
        return "incomplete"
    listed = list(judgements)
    return PASSED if listed and all(judgement.passed for judgement in listed) else FAILED


def _key(demand: Demand) -> tuple[str, str]:
    return demand.threshold.kind, demand.threshold.name


def _matches(rubric: Rubric, threshold: Threshold) -> list[str | None]:
    """The addresses that a threshold means on a rubric; None is the whole."""
    if threshold.kind == "band":
        return [None] if any(band.id == threshold.name for band in rubric.bands) else []
    if threshold.kind == "coverage" or threshold.name == OVERALL:
        return [None]
    return list(rubric.addresses(threshold.name))


def _misnamed(
    rubrics: Sequence[Rubric], threshold: Threshold, matches: Sequence[tuple[int, str | None]]
) -> Iterator[Problem]:
    name, place = threshold.name, threshold.place
    having = [index for index, _ in matches]
    if threshold.kind == "band":
        for index, rubric in enumerate(rubrics):
            if index not in having:
                known = [band.id for band in rubric.bands]
                yield Problem("gate-band", place, {"name": name, "rubric": rubric.id, "allowed": known})
    elif rubrics and not matches:
        groups = list(dict.fromkeys([OVERALL, *(group.id for rubric in rubrics for group in rubric.groups)]))
        every = [node.id for rubric in rubrics for node in rubric.nodes()]
        meant = nearest(name, [OVERALL, *every, *(address.rpartition(".")[2] for address in every)])
        key = "gate-node.near" if meant else "gate-node"
        ids = [rubric.id for rubric in rubrics]
        yield Problem(
            key, place, {"name": name, "rubrics": ids, "meant": meant, "allowed": list(dict.fromkeys(groups))}
        )
    elif any(having.count(index) > 1 for index in having):
        yield Problem("gate-ambiguous", place, {"name": name, "allowed": [node for _, node in matches]})


def _twice(threshold: Threshold, earlier: Threshold, node: str) -> Problem:
    names = [earlier.name, threshold.name]
    return Problem("gate-twice", threshold.place, {"names": names, "node": node})


def _check(card: Scorecard, nodes: Mapping[str, NodeScore], demand: Demand, on: str) -> Check:
    kind = demand.threshold.kind
    if kind == "coverage":
        return _coverage_check(card, demand)
    if kind == "band":
        return _band_check(card, demand, on)
    of: Scorecard | NodeScore = card if demand.node is None else nodes[demand.node]
    found = of.score if on == "score" else of.low
    reason = _why_not(card, of)
    status = CANNOT_PASS if reason else _compared(found, demand.threshold.at_least)
    return Check(demand, of.score, of.low, of.high, of.coverage, found, None, status, reason)


def _coverage_check(card: Scorecard, demand: Demand) -> Check:
    reason = "not_applicable" if card.coverage is None else None
    status = CANNOT_PASS if reason else _compared(card.coverage, demand.threshold.at_least)
    return Check(demand, card.score, card.low, card.high, card.coverage, card.coverage, None, status, reason)


def _band_check(card: Scorecard, demand: Demand, on: str) -> Check:
    """A band is the one after limits; in the rubric's order, highest first, and `not_demonstrated` below them all."""
    band = card.verdict.band
    if on == "low" and card.verdict.bounds is not None:
        band = card.verdict.bounds[0]
    reason = _why_not(card, card)
    if reason:
        status = CANNOT_PASS
    else:
        order = [*(one.id for one in card.rubric.bands), NOT_DEMONSTRATED]
        status = PASSED if order.index(band) <= order.index(demand.threshold.name) else FAILED
    return Check(demand, card.score, card.low, card.high, card.coverage, None, band, status, reason)


def _why_not(card: Scorecard, of: Scorecard | NodeScore) -> str | None:
    """Why the score of the whole or of a node can carry no verdict, or None where it can."""
    if of.coverage is None:
        return "not_applicable"
    if of.score is None:
        return "not_rated"
    is_whole = of is card
    if of.coverage < card.rubric.min_coverage - TOLERANCE or (is_whole and card.verdict.band == NOT_DEMONSTRATED):
        return "not_demonstrated"
    return None


def _compared(found: float | None, at_least: float) -> str:
    """Coverage is compared on its own scale of 0 to 1, where the tolerance is the same as for a score."""
    return PASSED if found is not None and found >= at_least - TOLERANCE else FAILED
