"""What a weighing comes to, worked out in rational numbers and, for roots and logarithms, in decimals of 60 digits.

Written from the definitions alone (docs: weights relative among applicable siblings, power means, Euler's theorem for
what each member adds), with nothing of the program: it is slow, recursive and exact, so that the program's floating
point and the page's script can be held to it.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

Number = Fraction | Decimal
Doc = dict[str, Any]
DIGITS = Context(prec=60)
NAMED = {"arithmetic": 1.0, "geometric": 0.0, "harmonic": -1.0, "minimum": None}
"""Powers as a weighing writes them: None is minus infinity."""
TOLERANCE = Fraction(1, 10**9)
NEXT_TO_NOTHING, SMALL = 1e-12, 1e-3
CLOSE = Fraction(1, 10**11)
"""Nearer than this to where a verdict turns over, floating point may fall on either side."""


class FragileError(Exception):
    """The case turns on digits that floating point does not have."""


class Result(NamedTuple):
    """Of one node: None throughout where it does not apply."""

    score: Number | None = None
    low: Number | None = None
    high: Number | None = None
    coverage: Number | None = None


def evaluated(weighing: Doc, weights: list[float] | None, aggregate: str | float | None) -> Doc:
    """What every initiative comes to under `weights` and `aggregate` (None: as stated), and their order."""
    used = [node["weight"] for node in weighing["nodes"]] if weights is None else weights
    bare = weightless(weighing, used)
    if bare:
        return {"weightless": bare}
    cards = [Card(weighing, one, used, aggregate) for one in weighing["initiatives"]]
    return {"cards": [card.document() for card in cards], "order": _order(weighing, cards)}


def weightless(weighing: Doc, weights: list[float]) -> list[int | None]:
    """The places of groups (None: the top) of which no counted member weighs anything."""
    nodes = weighing["nodes"]
    found: list[int | None] = []
    for parent in (None, *(at for at, node in enumerate(nodes) if node["kind"] == "group")):
        counted = [at for at, node in enumerate(nodes) if node["parent"] == parent and not node["condition"]]
        if counted and not any(weights[at] for at in counted):
            found.append(parent)
    return found


class Card:
    """One initiative, from its leaves up."""

    def __init__(self, weighing: Doc, initiative: Doc, weights: list[float], aggregate: str | float | None) -> None:
        self.weighing = weighing
        self.nodes = weighing["nodes"]
        self.criteria = initiative["criteria"]
        self.weights = [Fraction(weight) for weight in weights]
        self.aggregate = aggregate
        self.results: list[Result] = [Result()] * len(self.nodes)
        self.shares: list[Fraction | None] = [None] * len(self.nodes)
        self.points: list[Number | None] = [None] * len(self.nodes)
        self.whole = self.result(None)
        if self.whole.low is not None:
            self.spread(None, Fraction(1), self.whole.score)

    def below(self, at: int | None) -> list[int]:
        return [one for one, node in enumerate(self.nodes) if node["parent"] == at]

    def result(self, at: int | None) -> Result:
        """The result of a node (None: the whole), and of all below it."""
        if at is not None and self.nodes[at]["kind"] == "criterion":
            found = self.of_criterion(self.criteria[at])
        else:
            for one in self.below(at):
                self.result(one)
            found = self.of_group(at)
        if at is not None:
            self.results[at] = found
        return found

    def of_criterion(self, criterion: Doc) -> Result:
        if criterion["state"] == "not_applicable":
            return Result()
        low, high = map(Fraction, criterion["bounds"])
        score = None if criterion["score"] is None else Fraction(criterion["score"])
        return Result(score, low, high, Fraction(criterion["state"] == "rated"))

    def members(self, at: int | None) -> list[int]:
        """The nodes that make a group's score: they apply, are no condition group, and weigh something."""
        return [
            one
            for one in self.below(at)
            if self.results[one].low is not None and not self.nodes[one]["condition"] and self.weights[one]
        ]

    def power(self, at: int | None) -> float | None:
        if isinstance(self.aggregate, str):
            return NAMED[self.aggregate]
        if self.aggregate is not None:
            return self.aggregate
        if at is not None and self.nodes[at]["own_power"]:
            return self.nodes[at]["power"]  # type: ignore[no-any-return]
        return self.weighing["power"]  # type: ignore[no-any-return]

    def of_group(self, at: int | None) -> Result:
        members = self.members(at)
        if not members:
            return Result()
        power = self.power(at)
        weights = [self.weights[one] for one in members]
        results = [self.results[one] for one in members]
        rated = [(x.score, w) for x, w in zip(results, weights, strict=True) if x.score is not None]
        if power is None:
            self.watch_ties([one for one in members if self.results[one].score is not None])
        return Result(
            mean([x for x, _ in rated], [w for _, w in rated], power) if rated else None,
            mean([_number(x.low) for x in results], weights, power),
            mean([_number(x.high) for x in results], weights, power),
            mean([_number(x.coverage) for x in results], weights, 1.0),
        )

    def watch_ties(self, members: list[int]) -> None:
        """Who shares the minimum is a question of equality, which floating point cannot answer of computed scores."""
        ranked = sorted(members, key=lambda one: _exactly(self.results[one].score))
        for one, other in pairwise(ranked):
            if any(self.nodes[x]["kind"] == "group" for x in (one, other)):
                _apart(self.results[one].score, self.results[other].score)

    def spread(self, at: int | None, share: Fraction, points: Number | None) -> None:
        """Give the share of the whole and the points of a node to what is below it."""
        members = self.members(at)
        total = sum((self.weights[one] for one in members), Fraction())
        rated = [one for one in members if self.results[one].score is not None]
        parts = euler([_number(self.results[x].score) for x in rated], [self.weights[x] for x in rated], self.power(at))
        added = dict(zip(rated, parts, strict=True))
        for one in self.below(at):
            if self.results[one].low is None or self.nodes[one]["condition"]:
                continue
            self.shares[one] = share * self.weights[one] / total if one in members else Fraction()
            if one in added and points is not None:
                self.points[one] = _times(added[one], points)
            elif one not in members and self.results[one].score is not None:
                self.points[one] = Fraction()
            if self.nodes[one]["kind"] == "group":
                self.spread(one, self.shares[one] or Fraction(), self.points[one])

    def document(self) -> Doc:
        """What the program says of the initiative, in floats."""
        readings = [self.readings(limit) for limit in self.weighing["limits"]]
        band, by_score, bounds = self.bands(readings)
        criteria = [at for at, one in enumerate(self.criteria) if one is not None and self.shares[at]]
        return {
            **{name: _float(value) for name, value in self.whole._asdict().items()},
            "band": band,
            "band_by_score": by_score,
            "band_bounds": bounds,
            "limits": [
                {
                    "status": "holds" if scored else "possible" if low else "clear",
                    "lowers": bool(scored) and band == limit["band_at_most"] != by_score,
                    "triggers": scored or low,
                }
                for limit, (low, scored, _) in zip(self.weighing["limits"], readings, strict=True)
            ],
            "applicable": len(criteria),
            "rated": sum(self.criteria[at]["state"] == "rated" for at in criteria),
            "nodes": [self.node(at) for at in range(len(self.nodes))],
        }

    def node(self, at: int) -> Doc:
        result, criterion = self.results[at], self.criteria[at]
        state = "not_applicable" if result.low is None else "not_rated" if result.score is None else "rated"
        assert criterion is None or criterion["state"] == state
        figures = {name: _float(value) for name, value in result._asdict().items()}
        return {"state": state, **figures, "share": _float(self.shares[at]), "contribution": _float(self.points[at])}

    def bands(self, readings: list[tuple[list[int], ...]]) -> tuple[str, str | None, list[str] | None]:
        order = [*(band["id"] for band in self.weighing["bands"]), "not_demonstrated"]
        score, low, high, coverage = self.whole

        def capped(value: Number | None, reading: int) -> str:
            limits = zip(self.weighing["limits"], readings, strict=True)
            lower = [limit["band_at_most"] for limit, at in limits if at[reading]]
            lowest: str = max([self.band(value), *lower], key=order.index)
            return lowest

        demonstrated = coverage is not None and _reaches(coverage, Fraction(self.weighing["min_coverage"]))
        return (
            capped(score, 1) if demonstrated and score is not None else "not_demonstrated",
            None if score is None else self.band(score),
            None if low is None else [capped(low, 0), capped(high, 2)],
        )

    def band(self, score: Number | None) -> str:
        bands = self.weighing["bands"]
        reached = (band["id"] for band in bands if _reaches(score, Fraction(band["at_least"])))
        return next(reached, bands[-1]["id"])  # type: ignore[no-any-return]

    def readings(self, limit: Doc) -> tuple[list[int], ...]:
        """The nodes that meet a limit's condition at the worst reading, as scored, and at the best."""
        found: tuple[list[int], ...] = ([], [], [])
        for at in limit["watched"]:
            if self.results[at].low is None:
                continue
            for value, met in zip(self.watched(limit, at), found, strict=True):
                if value is not None and self.meets(limit, value):
                    met.append(at)
        return found

    def watched(self, limit: Doc, at: int) -> list[Number | None]:
        criterion, result = self.criteria[at], self.results[at]
        if criterion is None or limit["at_most"] is None:
            return [result.low, result.score, result.high]
        if criterion["level"] is None:
            levels = self.nodes[at]["levels"]
            return [Fraction(min(levels)), None, Fraction(max(levels))]
        low, high = criterion["level"]
        return [Fraction(low), Fraction(low + high, 2), Fraction(high)]

    def meets(self, limit: Doc, value: Number) -> bool:
        if limit["at_most"] is None:
            return not _reaches(value, Fraction(limit["below"]))
        return _exactly(value) <= Fraction(limit["at_most"])


def mean(values: list[Number], weights: list[Fraction], power: float | None) -> Number:
    """The weighted power mean: exact where it is rational."""
    if len(set(map(_exactly, values))) == 1:
        return values[0]
    total = sum(weights, Fraction())
    if power is None:
        return min(values, key=_exactly)
    if power <= 0 and any(not x for x in values):
        return Fraction()
    if power in (1, -1) and all(isinstance(x, Fraction) for x in values):
        terms = [w * x if power == 1 else w / x for x, w in zip(values, weights, strict=True)]  # type: ignore[operator]
        found = sum(terms, Fraction()) / total
        return found if power == 1 else 1 / found
    if NEXT_TO_NOTHING < power < SMALL and not all(values):
        raise FragileError  # (1 - the share of the zeros)^(1 / power): the last digits of the share decide
    context = Context(prec=DIGITS.prec + (0 if power == 0 else max(0, -2 * Decimal(power).adjusted())))
    shares = [(_decimal(x, context), _decimal(w / total, context)) for x, w in zip(values, weights, strict=True)]
    if power == 0:
        return context.exp(_sum([context.multiply(w, context.ln(x)) for x, w in shares], context))
    raised = [context.multiply(w, context.power(x, Decimal(power))) for x, w in shares if x]
    return context.power(_sum(raised, context), context.divide(Decimal(1), Decimal(power)))


def euler(values: list[Number], weights: list[Fraction], power: float | None) -> list[Number]:
    """w_i (x_i / M)^p over their sum; for the minimum the lowest share by weight; nothing of a mean of zero."""
    if not values:
        return []
    whole = mean(values, weights, power)
    if not whole:
        return [Fraction()] * len(values)
    if power is None:
        lowest = [w if _exactly(x) == _exactly(whole) else Fraction() for x, w in zip(values, weights, strict=True)]
        return [w / sum(lowest, Fraction()) for w in lowest]
    if power == 1 and all(isinstance(x, Fraction) for x in values):
        parts = [w * _exactly(x) for x, w in zip(values, weights, strict=True)]
        return [part / sum(parts, Fraction()) for part in parts]
    raised = [
        DIGITS.multiply(
            _decimal(w), DIGITS.power(DIGITS.divide(_decimal(x), _decimal(whole)), Decimal(power)) if x else Decimal(0)
        )
        for x, w in zip(values, weights, strict=True)
    ]
    total = _sum(raised, DIGITS)
    return [DIGITS.divide(part, total) for part in raised]


def _order(weighing: Doc, cards: list[Card]) -> list[Doc]:
    """Highest first, ties of one rank by id; those without a score last."""
    ids = [one["label"].split(" (")[0] for one in weighing["initiatives"]]
    scores = {at: _exactly(card.whole.score) for at, card in enumerate(cards) if card.whole.score is not None}
    found: list[tuple[int, int | None]] = []
    left = sorted(scores, key=lambda at: -scores[at])
    while left:
        tied = [at for at in left if _reaches(scores[at], scores[left[0]])]
        left = [at for at in left if at not in tied]
        rank = len(found) + 1
        found += [(at, rank) for at in sorted(tied, key=lambda at: (ids[at], at))]
    found += [(at, None) for at in sorted(set(range(len(cards))) - set(scores), key=lambda at: (ids[at], at))]
    every = range(len(cards))
    return [
        {"initiative": at, "rank": rank, "overlaps": [o for o in every if o != at and _meet(cards[at], cards[o])]}
        for at, rank in found
    ]


def _meet(one: Card, other: Card) -> bool:
    ends = [x for card in (one, other) for x in (card.whole.low, card.whole.high)]
    if any(end is None for end in ends):
        return False
    low, high, least, most = (_exactly(end) for end in ends)
    for start, end in ((low, high), (least, most)):
        if start != end:
            _apart(start, end, TOLERANCE)
    if low == high and least == most:
        return False
    return _reaches(high, least) and _reaches(most, low)


def _reaches(value: Number | None, threshold: Fraction) -> bool:
    """Whether a score is at or above a threshold, or closer below it than any tolerance matters."""
    lowest = threshold - TOLERANCE
    _apart(value, lowest)
    return _exactly(value) >= lowest


def _apart(one: Number | None, other: Number | None, distance: Fraction = CLOSE) -> None:
    if abs(_exactly(one) - _exactly(other)) < distance:
        raise FragileError


def _number(value: Number | None) -> Number:
    assert value is not None
    return value


def _exactly(value: Number | None) -> Fraction:
    return Fraction(_number(value))


def _decimal(value: Number, context: Context = DIGITS) -> Decimal:
    return value if isinstance(value, Decimal) else context.divide(Decimal(value.numerator), Decimal(value.denominator))


def _times(one: Number, other: Number) -> Number:
    if isinstance(one, Fraction) and isinstance(other, Fraction):
        return one * other
    return DIGITS.multiply(_decimal(one), _decimal(other))


def _sum(terms: list[Decimal], context: Context) -> Decimal:
    total = Decimal(0)
    for term in terms:
        total = context.add(total, term)
    return total


def _float(value: Number | None) -> float | None:
    return None if value is None else float(value)
