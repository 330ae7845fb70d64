"""Exact statements on pairs of initiatives as a part of the robustness document."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from kasean_score.scoring.compare import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.robust.draws import Problem
    from kasean_score.robust.preference import Extreme, Over, Preference, Preferences
    from kasean_score.robust.simulate import Simulation
    from kasean_score.scoring.compare import Pair
    from kasean_score.scoring.evaluate import Scorecard

__all__ = ["PreferenceDoc", "records", "section"]


class ExtremeShareDoc(TypedDict):
    node: Annotated[str, "Address of a criterion."]
    first: Annotated[float, "Its share (0 to 1) of the first's score then."]
    second: Annotated[float, "Its share (0 to 1) of the second's score then; others are rated there, so it may differ."]


class ExtremeDoc(TypedDict):
    difference: Annotated[float, "Points of the first above the second, -100 to 100."]
    shares: Annotated[list[ExtremeShareDoc], "The weights that give it, or that come as close to it as one likes."]


class OverDoc(TypedDict):
    """What holds over all admissible weights; null where it is not known exactly."""

    least: Annotated[ExtremeDoc | None, "The least difference."]
    most: Annotated[ExtremeDoc | None, "The greatest difference."]
    first_always: Annotated[bool | None, "The first scores at least as high under all admissible weights (necessary)."]
    second_always: bool | None
    first_ever: Annotated[bool | None, "The first scores at least as high under some admissible weights (possible)."]
    second_ever: bool | None


class WinningShareDoc(TypedDict):
    exact: Annotated[float, "Share (0 to 1) of uniformly drawn weights under which the first scores above the second."]
    simulated: Annotated[float | None, "The same from the simulation, where weights alone were drawn so."]
    error: Annotated[float | None, "Its standard error."]


class PreferencePairDoc(TypedDict):
    first: str
    second: str
    rated: Annotated[OverDoc | None, "The scores as rated; null where either has none."]
    readings: Annotated[OverDoc | None, "Also over every reading of ranges and of what is not rated."]
    dominant: Annotated[str | None, "The one that is nowhere lower and somewhere higher, on what is rated in both."]
    certain: Annotated[bool, "Whether it dominates at every reading of the ranges."]
    share: Annotated[WinningShareDoc | None, "null where it has no closed form, and under constraints."]


class PreferenceDoc(TypedDict):
    constraints: Annotated[list[str], "On the weights, as they were typed."]
    constrained: Annotated[bool, "Whether weights are constrained at all, by those or to lie near the stated ones."]
    broken: Annotated[list[str], "The constraints that the stated weights do not meet."]
    linear: Annotated[bool, "Whether all means are arithmetic; under others, only some statements can be made."]
    pairs: list[PreferencePairDoc]


def section(
    found: Preferences,
    problem: Problem,
    labels: Sequence[str],
    cards: Sequence[Scorecard],
    simulation: Simulation | None = None,
) -> PreferenceDoc:
    """The section; `labels` and scorecards are those of the problem's initiatives.

    `simulation` is one that varied weights alone, uniformly, if there is any.
    """
    polytope = found.polytope
    dominance = compare(cards).pairs if len(cards) > 1 else ()
    writer = _Writer(problem, labels, simulation)
    return {
        "constraints": list(polytope.texts),
        "constrained": bool(polytope.cones),
        "broken": polytope.broken(problem.tree, problem.tree.weights),
        "linear": found.linear,
        "pairs": [writer.pair(one, other) for one, other in zip(found.pairs, dominance, strict=True)],
    }


class _Writer:
    def __init__(self, problem: Problem, labels: Sequence[str], simulation: Simulation | None) -> None:
        self.leaves = [(at, name) for at, name, _ in problem.tree.outline.leaves]
        self.labels = labels
        self.simulation = simulation

    def pair(self, one: Preference, dominance: Pair) -> PreferencePairDoc:
        assert (one.first, one.second) == (dominance.first, dominance.second)
        return {
            "first": self.labels[one.first],
            "second": self.labels[one.second],
            "rated": self.over(one.rated),
            "readings": self.over(one.readings),
            "dominant": None if dominance.dominant is None else self.labels[dominance.dominant],
            "certain": dominance.certain,
            "share": None if one.share is None else self.share(one, one.share),
        }

    def over(self, one: Over | None) -> OverDoc | None:
        if one is None:
            return None
        return {
            "least": self.extreme(one.least),
            "most": self.extreme(one.most),
            "first_always": one.first_always,
            "second_always": one.second_always,
            "first_ever": one.first_ever,
            "second_ever": one.second_ever,
        }

    def extreme(self, one: Extreme | None) -> ExtremeDoc | None:
        if one is None:
            return None
        first, second = one.first.tolist(), one.second.tolist()
        shares: list[ExtremeShareDoc] = [
            {"node": name, "first": first[at], "second": second[at]}
            for at, name in self.leaves
            if first[at] or second[at]
        ]
        return {"difference": one.value, "shares": shares}

    def share(self, one: Preference, exact: float) -> WinningShareDoc:
        run = self.simulation
        if run is None or run.order is None:
            return {"exact": exact, "simulated": None, "error": None}
        won = float(run.order.wins[run.ranked.index(one.first), run.ranked.index(one.second)])
        return {"exact": exact, "simulated": won, "error": sqrt(max(won * (1.0 - won), 0.0) / run.draws)}


def records(doc: PreferenceDoc) -> Iterator[dict[str, Any]]:
    """Flat records of one figure each, all with the same keys; a statement is 1, 0, or null where not decided."""
    for pair in doc["pairs"]:
        for name, over in (("rated", pair["rated"]), ("readings", pair["readings"])):
            if over is not None:
                yield from _of_over(pair, name, over)
        yield _record(pair, "dominates", None if pair["dominant"] is None else 1.0, pair["dominant"])
        if pair["share"] is not None:
            yield _record(pair, "winning_share:exact", pair["share"]["exact"])
            if pair["share"]["simulated"] is not None:
                found = _record(pair, "winning_share:simulated", pair["share"]["simulated"])
                yield {**found, "error": pair["share"]["error"]}


def _of_over(pair: PreferencePairDoc, name: str, over: OverDoc) -> Iterator[dict[str, Any]]:
    for end, extreme in (("least", over["least"]), ("most", over["most"])):
        yield _record(pair, f"{name}:{end}", None if extreme is None else extreme["difference"])
    said = {
        "first_always": over["first_always"],
        "second_always": over["second_always"],
        "first_ever": over["first_ever"],
        "second_ever": over["second_ever"],
    }
    for key, holds in said.items():
        yield _record(pair, f"{name}:{key}", None if holds is None else float(holds))


def _record(pair: PreferencePairDoc, quantity: str, value: float | None, text: str | None = None) -> dict[str, Any]:
    return {
        "section": "preference", "initiative": pair["first"], "other": pair["second"], "node": None,
        "quantity": quantity, "value": value, "error": None, "text": text,
    }  # fmt: skip
