"""Where the points of a score come from and where those that it lacks went, and which limits watch a node.

Points contributed are the Euler shares of `scoring.aggregate.mean_shares`. Points lost divide what the score lacks of
100 in the same way from the other end, so that over all criteria the two add up to 100, whatever the means of the tree.
"""

from __future__ import annotations

from math import exp, expm1, fsum, inf, log
from typing import TYPE_CHECKING, NamedTuple

from kasean_score.model import Band, Group, Rubric
from kasean_score.scoring.limits import band_of, watched_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kasean_score.scoring.evaluate import NodeScore, Scorecard

__all__ = ["Part", "Top", "is_linear", "largest", "next_band", "parts_of", "shortfall_shares", "watchers"]

FULL = 100.0
SAME = 9
"""Decimals to which points are compared: sums in binary fractions must not break a tie."""
NEARLY_GEOMETRIC = 1e-9
"""Powers this close to 0 have the mean of power 0 to the last digits, and x^p would lose them."""


class Part(NamedTuple):
    """A counted node with a score, as part of what is rated: unrated siblings leave their weight to the others.

    `rated_share` (0 to 1) is its weight after nesting; `contribution` and `loss` are points of the total score and of
    what that lacks of 100.
    """

    rated_share: float
    contribution: float
    loss: float


class Top(NamedTuple):
    """The largest of something, and how many further ones equal the last of them."""

    addresses: tuple[str, ...]
    tied: int


def shortfall_shares(values: Sequence[float], weights: Sequence[float], power: float) -> list[float]:
    """The part of a mean's shortfall to 100 that each member accounts for; the parts add up to 1 (all 0 without one).

    A power mean is additive on the scale of its function f (x^p, or log x for p = 0): f(M) = sum w_i f(x_i), the
    weights adding up to 1. Hence f(100) - f(M) = sum w_i (f(100) - f(x_i)), and member i accounts for the part
    w_i (f(100) - f(x_i)) / (f(100) - f(M)). For the arithmetic mean that is weight times shortfall; for p <= 0 members
    at 0 take everything by weight, and for the minimum the lowest do. `mean_shares` is the same division from 0 up.
    Source: means as sums under a function, Hardy, Littlewood and Polya, Inequalities (1934), chapter III; for p = 0
    this is the logarithmic mean Divisia division of Ang, Energy Policy 32 (2004) 1131-1139.

    Domain: values from 0 to 100, weights >= 0.
    """
    lowest = min((x for x, w in zip(values, weights, strict=True) if w > 0), default=FULL)
    if lowest >= FULL:
        return [0.0] * len(values)
    if power == -inf or (power <= 0 and lowest <= 0):
        parts = [w if x == lowest else 0.0 for x, w in zip(values, weights, strict=True)]
    else:
        parts = [w * _shortfall(x, lowest, power) if w > 0 else 0.0 for x, w in zip(values, weights, strict=True)]
    total = fsum(parts)
    return [part / total for part in parts]


def _shortfall(value: float, lowest: float, power: float) -> float:
    """|f(100) - f(value)|, times a factor that all members share and that keeps it from overflowing."""
    if value >= FULL:
        return 0.0
    if value <= 0:
        return 1.0
    if abs(power) < NEARLY_GEOMETRIC:
        return log(FULL / value)
    if power > 0:
        return -expm1(power * log(value / FULL))
    return -exp(power * log(value / lowest)) * expm1(power * log(FULL / value))


def parts_of(card: Scorecard) -> dict[str, Part]:
    """What each counted node with a score adds to the total and costs it, by address.

    Over the criteria, contributions add up to the score and losses to 100 less the score. Where every mean is
    arithmetic, a node's two parts add up to 100 times its `rated_share`; under other means only the sums hold, and a
    loss is not what raising that criterion alone would gain.
    """
    children: dict[str | None, list[NodeScore]] = {}
    for node in card.nodes:
        if node.counted and node.score is not None:
            children.setdefault(node.parent, []).append(node)
    found = {node.node.id: Part(0.0, 0.0, 0.0) for members in children.values() for node in members}

    def hand_down(parent: str | None, power: float, share: float, loss: float) -> None:
        members = children.get(parent, [])
        weights = [node.node.weight for node in members]
        total = fsum(weights) or 1.0
        losses = shortfall_shares([node.score or 0.0 for node in members], weights, power)
        for node, weight, lost in zip(members, weights, losses, strict=True):
            part = Part(share * weight / total, node.contribution or 0.0, loss * lost)
            found[node.node.id] = part
            hand_down(node.node.id, _power(card.rubric, node), part.rated_share, part.loss)

    if card.score is not None:
        hand_down(None, card.rubric.aggregate, 1.0, FULL - card.score)
    return found


def _power(rubric: Rubric, score: NodeScore) -> float:
    group = score.node
    return group.aggregate if isinstance(group, Group) and group.aggregate is not None else rubric.aggregate


def is_linear(card: Scorecard) -> bool:
    """Whether every mean of the counted tree is arithmetic."""
    groups = [node for node in card.nodes if node.counted and not node.is_criterion]
    return card.rubric.aggregate == 1 and all(_power(card.rubric, group) == 1 for group in groups)


def largest(amounts: Iterable[tuple[str, float]], count: int) -> Top:
    """The `count` addresses with the largest amounts above 0, equal ones in the order given."""
    ranked = sorted(((a, round(x, SAME)) for a, x in amounts), key=lambda pair: -pair[1])
    positive = [pair for pair in ranked if pair[1] > 0]
    kept, rest = positive[:count], positive[count:]
    return Top(tuple(address for address, _ in kept), sum(x == kept[-1][1] for _, x in rest) if kept else 0)


def next_band(card: Scorecard) -> Band | None:
    """The band above the one that the score alone has; None at the top, and without a score."""
    if card.score is None:
        return None
    higher = [band for band in card.rubric.bands if band.at_least > band_of(card.rubric, card.score or 0.0).at_least]
    return min(higher, key=lambda band: band.at_least, default=None)


def watchers(rubric: Rubric, address: str) -> tuple[str, ...]:
    """The ids of the limits that a node can trigger: those that watch it, or a group that it stands in."""

    def is_watched(watched: str) -> bool:
        return f"{address}.".startswith(f"{watched}.")

    return tuple(limit.id for limit in rubric.limits if any(map(is_watched, watched_by(rubric, limit))))
