"""What holds of every rubric: properties of scores and bounds on random small trees and ratings."""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scoring_support import AGGREGATES, Doc, criterion, group, initiative, load_initiative, load_rubric, rubric, score

import kasean_score

if TYPE_CHECKING:
    from collections.abc import Iterator

BANDS = ["not_demonstrated", "weak", "limited", "partial", "substantial", "strong"]
LEVEL = st.integers(0, 4)
RANGE = st.tuples(LEVEL, LEVEL).map(lambda pair: sorted(pair))
RATING = st.one_of(LEVEL, LEVEL, RANGE, st.sampled_from("?-"))
WEIGHT = st.sampled_from([0, 0.1, 0.3, 1, 1, 2, 7.5])
MEAN = st.sampled_from([*AGGREGATES.values()])
BELOW = ("groups", "criteria")
Ratings = dict[str, Any]
relaxed = settings(deadline=None, derandomize=True, max_examples=60)


def with_weight(draw: st.DrawFn, nodes: list[Doc]) -> list[Doc]:
    """The siblings under random weights, of which at least one that counts is positive."""
    for each in nodes:
        each["weight"] = draw(WEIGHT)
    counted = [each for each in nodes if each.get("role") != "condition"]
    if not any(each["weight"] for each in counted):
        counted[0]["weight"] = 1
    return nodes


@st.composite
def trees(draw: st.DrawFn, means: st.SearchStrategy[Any] = MEAN, deepest: int = 2) -> Doc:
    """A rubric of one to three groups, some of them of groups, some of them conditions."""

    def inner(name: str, depth: int) -> Doc:
        grows = depth < deepest and draw(st.booleans())
        children = [inner(f"n{i}", depth + 1) if grows else criterion(f"c{i}") for i in range(draw(st.integers(1, 3)))]
        if grows and len(children) > 1 and draw(st.booleans()):
            children[-1]["role"] = "condition"
        fields = {"aggregate": draw(means)} if draw(st.booleans()) else {}
        return group(name, *with_weight(draw, children), **fields)

    groups = [inner(f"g{i}", 0) for i in range(draw(st.integers(1, 3)))]
    if len(groups) > 1 and draw(st.booleans()):
        groups[-1]["role"] = "condition"
    return rubric(*with_weight(draw, groups), aggregate=draw(means))


def leaves(content: Doc) -> list[str]:
    def walk(node: Doc, above: str) -> Iterator[str]:
        address = f"{above}{node['id']}"
        for child in node.get("groups", []):
            yield from walk(child, f"{address}.")
        yield from (f"{address}.{child['id']}" for child in node.get("criteria", []))

    return [address for each in content["groups"] for address in walk(each, "")]


@st.composite
def cases(draw: st.DrawFn, means: st.SearchStrategy[Any] = MEAN) -> tuple[Doc, Ratings]:
    content = draw(trees(means))
    return content, {address: draw(RATING) for address in leaves(content)}


def reweighted(node: Doc, by: float) -> Doc:
    """The tree with every weight multiplied."""
    changed = {key: [reweighted(child, by) for child in node[key]] for key in BELOW if key in node}
    weight = {"weight": node["weight"] * by} if "weight" in node else {}
    return node | changed | weight


def reordered(node: Doc) -> Doc:
    """The tree with the children of every node in reverse."""
    return node | {key: [reordered(child) for child in node[key][::-1]] for key in BELOW if key in node}


@relaxed
@given(cases())
def test_every_score_lies_within_its_bounds_and_bounds_within_0_and_100(case: tuple[Doc, Ratings]) -> None:
    card = score(*case)
    whole: Any = card
    for found in (whole, *card.nodes):
        if found.low is None or found.high is None:
            assert found.score is None
            assert found.coverage is None
            continue
        assert 0 <= found.low <= found.high <= 100
        assert 0 <= (found.coverage or 0) <= 1 + 1e-12
        if found.score is not None:
            assert found.low - 1e-9 <= found.score <= found.high + 1e-9


@relaxed
@given(cases(), st.sampled_from([1e-6, 0.3, 7, 1e6]))
def test_scaling_all_weights_changes_nothing(case: tuple[Doc, Ratings], by: float) -> None:
    content, ratings = case
    one, other = score(content, ratings), score(reweighted(content, by), ratings)
    for field in ("score", "low", "high", "coverage", "share", "contribution"):
        before, after = ([getattr(found, field) for found in card.nodes] for card in (one, other))
        assert after == pytest.approx(before, abs=1e-9)
    assert other.score == pytest.approx(one.score, abs=1e-9)
    assert other.verdict.band == one.verdict.band


@relaxed
@given(cases(), st.data())
def test_raising_a_rating_lowers_neither_the_score_nor_a_bound(case: tuple[Doc, Ratings], data: st.DataObject) -> None:
    content, ratings = case
    rated = [address for address, given_ in ratings.items() if given_ not in ("?", "-")]
    assume(rated)
    address = data.draw(st.sampled_from(rated))
    old = ratings[address] if isinstance(ratings[address], list) else [ratings[address]] * 2
    low = data.draw(st.integers(old[0], 4))
    new = [low, data.draw(st.integers(max(low, old[1]), 4))]
    before, after = score(content, ratings), score(content, {**ratings, address: new})
    for name in ("score", "low", "high"):
        was, now = getattr(before, name), getattr(after, name)
        assert (was is None) == (now is None)
        assert was is None or now >= was - 1e-9
    assert BANDS.index(after.verdict.band) >= BANDS.index(before.verdict.band)


@relaxed
@given(cases())
def test_the_order_of_criteria_and_groups_is_irrelevant(case: tuple[Doc, Ratings]) -> None:
    content, ratings = case
    one, other = score(content, ratings), score(reordered(content), ratings)
    assert (other.score, other.low, other.high, other.coverage) == (one.score, one.low, one.high, one.coverage)
    assert {n.node.id: n.score for n in other.nodes} == {n.node.id: n.score for n in one.nodes}


@relaxed
@given(st.lists(LEVEL, min_size=1, max_size=6), st.sampled_from([0.1, 1 / 3, 1, 5]))
def test_equal_weights_give_the_plain_mean(levels: list[int], weight: float) -> None:
    names = [f"c{i}" for i in range(len(levels))]
    content = rubric(group("g", *(criterion(name, weight) for name in names)))
    card = score(content, {f"g.{name}": level for name, level in zip(names, levels, strict=True)})
    assert card.score == pytest.approx(25 * sum(levels) / len(levels), abs=1e-9)


@relaxed
@given(cases(), st.dictionaries(st.sampled_from(["g0.c0", "g0.c1"]), RATING))
def test_another_initiative_changes_nothing(case: tuple[Doc, Ratings], others: Ratings) -> None:
    """Scales are absolute: neither an initiative scored before nor ratings on another rubric matter."""
    content, ratings = case
    loaded, mine = load_rubric(content), initiative(ratings)
    alone = kasean_score.evaluate(loaded, load_initiative(mine))
    known = {address: rating for address, rating in others.items() if address in ratings}
    kasean_score.evaluate(loaded, load_initiative(initiative(known)))
    mine["ratings"]["another"] = initiative(others)["ratings"]["r"]
    beside = kasean_score.evaluate(loaded, load_initiative(mine))
    assert beside.verdict == alone.verdict
    assert [(n.score, n.low, n.high, n.share) for n in beside.nodes] == [
        (n.score, n.low, n.high, n.share) for n in alone.nodes
    ]


LIMITS = [
    {"when": {"criterion": "g0.c0", "at_most": 1}, "band_at_most": "partial"},
    {"when": {"group": "g0", "below": 40}, "band_at_most": "limited"},
    {"when": {"group": "any", "below": 15}, "band_at_most": "not_demonstrated"},
]


@settings(relaxed, max_examples=40)
@given(trees(deepest=0), st.data())
def test_bounds_are_the_extremes_over_every_completion_of_what_is_open(content: Doc, data: st.DataObject) -> None:
    """Brute force: every level in each range and in place of each unrated rating, bands under limits included."""
    addresses = leaves(content)
    ratings: Ratings = {address: data.draw(LEVEL) for address in addresses}
    for address in data.draw(st.lists(st.sampled_from(addresses), max_size=3, unique=True)):
        ratings[address] = data.draw(st.one_of(RANGE, st.just("?")))
    held = load_rubric({**content, "limits": LIMITS})
    card = kasean_score.evaluate(held, load_initiative(initiative(ratings)))
    open_to = [
        range(5) if given_ == "?" else range(given_[0], given_[1] + 1) if isinstance(given_, list) else [given_]
        for given_ in ratings.values()
    ]
    completions = [
        kasean_score.evaluate(held, load_initiative(initiative(dict(zip(addresses, levels, strict=True)))))
        for levels in product(*open_to)
    ]
    scores = [completion.score for completion in completions if completion.score is not None]
    assert (card.low, card.high) == pytest.approx((min(scores), max(scores)), abs=1e-9)
    bands = sorted((completion.verdict.band for completion in completions), key=BANDS.index)
    assert card.verdict.bounds == (bands[0], bands[-1])
    for index, finding in enumerate(card.limits):
        ever = any(completion.limits[index].status == "holds" for completion in completions)
        assert (finding.status != "clear") == ever


def exact(node: Doc, address: str, ratings: Ratings) -> tuple[Fraction, Fraction, Fraction] | None:
    """(score, low, high) of an arithmetic tree in fractions; score -1 = nothing rated, None = not applicable."""
    children = node.get("groups", node.get("criteria"))
    if children is None:
        given_ = ratings.get(address, "?")
        if given_ in ("?", "-"):
            return None if given_ == "-" else (Fraction(-1), Fraction(0), Fraction(100))
        low, high = given_ if isinstance(given_, list) else (given_, given_)
        return Fraction(25 * (low + high), 2), Fraction(25 * low), Fraction(25 * high)
    parts = [
        (Fraction(child["weight"]), exact(child, f"{address}.{child['id']}".lstrip("."), ratings))
        for child in children
        if child.get("role") != "condition"
    ]
    used = [(weight, part) for weight, part in parts if part is not None and weight]
    if not used:
        return None
    low, high = (weighted([(weight, part[end]) for weight, part in used]) for end in (1, 2))
    rated = [(weight, part[0]) for weight, part in used if part[0] >= 0]
    return (weighted(rated) if rated else Fraction(-1)), low, high


def weighted(pairs: list[tuple[Fraction, Fraction]]) -> Fraction:
    return sum((w * x for w, x in pairs), Fraction(0)) / sum((w for w, _ in pairs), Fraction(0))


@settings(relaxed, max_examples=150)
@given(cases(means=st.just("arithmetic")))
def test_arithmetic_trees_agree_with_an_independent_computation_in_fractions(case: tuple[Doc, Ratings]) -> None:
    content, ratings = case
    before = deepcopy(content)
    card, expected = score(content, ratings), exact(content, "", ratings)
    assert content == before
    if expected is None:
        assert (card.score, card.low, card.high) == (None, None, None)
        return
    assert (card.low, card.high) == pytest.approx((float(expected[1]), float(expected[2])), abs=1e-9)
    assert card.score == (None if expected[0] < 0 else pytest.approx(float(expected[0]), abs=1e-9))
