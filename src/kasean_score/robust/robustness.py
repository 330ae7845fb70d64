"""All that simulation says of some initiatives on a rubric: with everything varied at once, and source by source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import AGGREGATES
from kasean_score.robust.draws import Problem, Varied
from kasean_score.robust.simulate import Simulation, confidence_factors, simulate
from kasean_score.robust.weights import Stated
from kasean_score.scoring.compare import Standing, standings
from kasean_score.scoring.evaluate import Scorecard, evaluate
from kasean_score.scoring.variants import with_aggregate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.model import Initiative, Rubric
    from kasean_score.robust.oneway import Dropped, Sweep
    from kasean_score.robust.preference import Preferences
    from kasean_score.robust.sensitivity import Sensitivity
    from kasean_score.robust.tipping import Tippings

__all__ = ["Alternative", "Robustness", "robustness", "with_exact", "with_sensitivity", "with_tipping"]

FEWER = 5
"""Confidence factors take a fifth of the draws: they need a simulation of their own for each initiative."""


class Alternative(NamedTuple):
    """The scores (0 to 100, None where nothing is rated) under another `power` of the mean, None being the stated one.

    `same_order` says whether the initiatives stand in the order of the stated one.
    """

    power: float | None
    scores: tuple[float | None, ...]
    standings: tuple[Standing, ...]
    same_order: bool


class Robustness(NamedTuple):
    """What stands under doubt, in the order in which the initiatives were given.

    `nodes` are the addresses, the whole (`""`) first, `stated_weights` their weights, 1 among siblings that count.
    `cards` are the scorecards as stated, `together` the simulation of all that was varied, `alone` that of each source
    by itself where there are several. `confidence` holds for each initiative that is ranked its confidence factor (0
    to 1, NaN for one that is never first), counted in `confidence_draws` draws; None where no order is. `exact`,
    `tipping` and `sensitivity` (with the scores when each criterion is `dropped`, and `sweeps` of weights) are there
    when they were asked for.
    """

    rubric: Rubric
    nodes: tuple[str, ...]
    stated_weights: tuple[float, ...]
    cards: tuple[Scorecard, ...]
    together: Simulation
    alone: dict[str, Simulation]
    alternatives: tuple[Alternative, ...]
    confidence: tuple[float, ...] | None
    confidence_draws: int
    problem: Problem
    exact: Preferences | None = None
    tipping: Tippings | None = None
    sensitivity: Sensitivity | None = None
    dropped: tuple[Dropped, ...] = ()
    sweeps: tuple[Sweep, ...] = ()


def robustness(
    rubric: Rubric,
    initiatives: Sequence[Initiative],
    varied: Varied,
    draws: int,
    seed: int,
    constraints: Sequence[str] = (),
) -> Robustness:
    """Simulate, with weights that satisfy the constraints.

    The ratings must fit the rubric. Raises ValueError for no initiative or no draw, and InputError for constraints that
    cannot be read or contradict each other.
    """
    if not initiatives:
        raise ValueError("nothing to simulate")
    problem = Problem(rubric, initiatives, constraints)
    together = simulate(problem, varied, draws, seed)
    sources = dict(_sources(varied))
    alone = {name: simulate(problem, one, draws, seed) for name, one in sources.items()} if len(sources) > 1 else {}
    fewer = -(-draws // FEWER)
    confidence = None
    if together.order is not None:
        confidence = tuple(confidence_factors(problem, together, fewer).tolist())
    cards = tuple(evaluate(rubric, one) for one in initiatives)
    return Robustness(
        rubric=rubric,
        nodes=tuple(problem.tree.ids),
        stated_weights=tuple(problem.tree.weights.tolist()),
        cards=cards,
        together=together,
        alone=alone,
        alternatives=tuple(_alternatives(rubric, initiatives, cards)),
        confidence=confidence,
        confidence_draws=fewer,
        problem=problem,
    )


def with_exact(found: Robustness) -> Robustness:
    """With what holds whatever the admissible weights."""
    from kasean_score.robust.preference import preferences

    return found._replace(exact=preferences(found.problem, found.problem.polytope))


def with_tipping(found: Robustness) -> Robustness:
    """With the smallest changes that turn the order of each pair."""
    from kasean_score.robust.tipping import tippings

    return found._replace(tipping=tippings(found.problem))


def with_sensitivity(found: Robustness, swept: Sequence[str] = ()) -> Robustness:
    """With what moves scores and order, the scores without each criterion, and over the shares of the nodes `swept`.

    Raises InputError for a node that cannot be swept.
    """
    from kasean_score.robust.oneway import left_out, sweep
    from kasean_score.robust.sensitivity import sensitivity

    moved = sensitivity(found.problem, found.together.varied, seed=found.together.seed)
    sweeps = tuple([sweep(found.problem, address) for address in swept])
    return found._replace(sensitivity=moved, dropped=tuple(left_out(found.problem)), sweeps=sweeps)


def _sources(varied: Varied) -> Iterator[tuple[str, Varied]]:
    """Each source that is varied, alone."""
    if varied.weights != Stated():
        yield "weights", Varied(weights=varied.weights)
    if varied.levels:
        yield "levels", Varied(levels=True)
    if varied.powers != (None,):
        yield "aggregation", Varied(powers=varied.powers)


def _alternatives(
    rubric: Rubric, initiatives: Sequence[Initiative], stated: Sequence[Scorecard]
) -> Iterator[Alternative]:
    """The stated aggregation and, under the name of each other one, the scores with it everywhere in the tree."""
    order = standings(stated)
    yield Alternative(None, tuple(card.score for card in stated), order, same_order=True)
    for power in AGGREGATES.values():
        other = with_aggregate(rubric, power)
        if other.groups == rubric.groups and other.aggregate == rubric.aggregate:
            continue
        cards = [evaluate(other, one) for one in initiatives]
        found = standings(cards)
        yield Alternative(power, tuple(card.score for card in cards), found, _ranks(found) == _ranks(order))


def _ranks(order: Sequence[Standing]) -> set[tuple[int, int | None]]:
    return {(one.position, one.rank) for one in order}
