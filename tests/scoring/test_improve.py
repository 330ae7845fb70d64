"""The cheapest plan: against every combination of rises on small trees of every kind, and by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from scoring_support import AGGREGATES, Doc, criterion, group, initiative, load_initiative, load_rubric, measure, rubric

import kasean_score
from kasean_score.model import NOT_DEMONSTRATED, Rating
from kasean_score.scoring.goals import goal_of
from kasean_score.scoring.improve import Improvement, cheapest_plans
from kasean_score.scoring.variants import with_ratings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kasean_score.api import Scorecard

Plans = set[frozenset[tuple[str, int]]]
BANDS = [{"id": name, "label": name, "at_least": start} for name, start in (("high", 70), ("middle", 40), ("low", 0))]
SCALE = [{"level": level, "label": str(level)} for level in range(3)]


class Case(NamedTuple):
    rubric: Doc
    ratings: Doc
    target: float | str
    costs: Mapping[str, float] = MappingProxyType({})
    held: frozenset[str] = frozenset()


def improvement(case: Case, most: int = 10_000) -> Improvement:
    return cheapest_plans(scored(case), goal_of(load_rubric(case.rubric), case.target), case.costs, case.held, most)


def scored(case: Case) -> Scorecard:
    return kasean_score.evaluate(load_rubric(case.rubric), load_initiative(initiative(case.ratings)))


def listed(found: Improvement) -> Plans:
    return {frozenset((rise.criterion.id, rise.level) for rise in plan.rises) for plan in found.plans}


def by_brute_force(case: Case) -> tuple[Fraction | None, Plans]:
    """The least cost and every plan of that cost, by scoring every combination of rises that is allowed."""
    before = scored(case)
    allowed = [[(state.node.id, None, Fraction(0)), *rises_of(before, state, case)] for state in before.criteria()]
    least: Fraction | None = None
    plans: Plans = set()
    for combination in product(*allowed):
        cost = sum((own for _, _, own in combination), Fraction(0))
        if least is not None and cost > least:
            continue
        rises = {address: level for address, level, _ in combination if level is not None}
        if is_reached(before, rises, case.target):
            plans = plans if cost == least else set()
            plans.add(frozenset(rises.items()))
            least = cost
    return least, plans


def rises_of(before: Scorecard, state: Any, case: Case) -> Iterator[tuple[str, int, Fraction]]:
    criterion = state.node
    if state.state == "not_applicable" or criterion.measure or criterion.id in case.held:
        return
    levels = before.rubric.levels_of(criterion)
    start = Fraction(sum(state.rating.levels), 2) if state.state == "rated" else Fraction(min(levels))
    for level in levels:
        if level > start:
            yield criterion.id, level, (level - start) * Fraction(str(case.costs.get(criterion.id, 1)))


def is_reached(before: Scorecard, rises: Mapping[str, int], target: float | str) -> bool:
    changes = {address: Rating("rated", (level, level)) for address, level in rises.items()}
    after = kasean_score.evaluate(before.rubric, with_ratings(before.initiative, before.rubric, changes))
    order = [*(band.id for band in before.rubric.bands), NOT_DEMONSTRATED]
    if isinstance(target, str):
        return order.index(after.verdict.band) <= order.index(target)
    enough = (after.coverage or 0) >= before.rubric.min_coverage - 1e-9
    return enough and after.score is not None and after.score >= target - 1e-9


class Dice:
    """A random tree of at most six criteria, of any shape, aggregation, state and limits."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.names = iter("abcdef")
        self.left = self.random.randint(2, 6)
        self.even = self.random.random() < 0.4  # equal weights and costs, so that plans tie
        self.addresses: list[str] = []
        self.groups: list[str] = []
        self.leaves: dict[str, Doc] = {}

    def case(self) -> Case:
        pick = self.random
        groups: list[Doc] = []
        while self.left > 0:
            role = "condition" if groups and pick.random() < 0.25 else "counted"
            groups.append(self.group(f"g{len(groups)}", "", role=role))
        scale = pick.choice([(0, 50, 100), (0, 50, 100), (0, 10, 100), (0, 60, 60), (20, 50, 90)])
        fields: Doc = {
            "scale": [{"level": at, "label": str(at), "value": value} for at, value in enumerate(scale)],
            "bands": BANDS,
            "min_coverage": pick.choice([0, 0, 0.3, 0.5, 0.65, 1]),
            "aggregate": self.aggregate(),
            "limits": [self.limit() for _ in range(pick.randint(0, 3))],
        }
        ratings = {address: self.rating(leaf) for address, leaf in self.leaves.items() if pick.random() < 0.9}
        targets: list[float | str] = ["high", "high", "middle", "middle", "low", 50, 33.3, 90, 0]
        stated = 0.0 if self.even else 0.4
        costs = {address: pick.choice([0.1, 0.3, 0.7, 2, 3]) for address in self.leaves if pick.random() < stated}
        held = frozenset(address for address in self.leaves if pick.random() < 0.25)
        return Case(rubric(*groups, **fields), ratings, pick.choice(targets), costs, held)

    def aggregate(self) -> Any:
        return "arithmetic" if self.even else self.random.choice(list(AGGREGATES.values()))

    def group(self, name: str, prefix: str, depth: int = 0, **fields: Any) -> Doc:
        address = f"{prefix}{name}"
        self.groups.append(address)
        size = self.random.randint(1, 4)
        if depth < 2 and self.random.random() < 0.35:
            children = [self.group(f"s{at}", f"{address}.", depth + 1) for at in range(size) if self.left > 0]
        else:
            children = [self.leaf(f"{address}.") for at in range(size) if self.left > 0]
        if self.random.random() < 0.6:
            fields["aggregate"] = self.aggregate()
        children[0]["weight"] = children[0]["weight"] or 1  # not every weight may be zero
        return group(name, *children, weight=1 if self.even else self.random.choice([1, 2, 0.5]), **fields)

    def leaf(self, prefix: str) -> Doc:
        self.left -= 1
        name = next(self.names)
        made = measure(name) if self.random.random() < 0.1 else criterion(name)
        made["weight"] = 1 if self.even else self.random.choice([1, 1, 2, 3, 0.5, 0])
        if "measure" not in made and self.random.random() < 0.2:
            made["levels"] = {level: str(level) for level in self.random.choice([(0, 2), (1, 2), (0, 1)])}
        self.leaves[f"{prefix}{name}"] = made
        return made

    def rating(self, leaf: Doc) -> Any:
        kind = self.random.random()
        if kind < 0.35:
            return self.random.choice("???-")
        if "measure" in leaf:
            return {"value": self.random.choice([0, 30, 55.5, 100])}
        levels = [int(level) for level in leaf.get("levels", (0, 1, 2))]
        ends = sorted(self.random.choices(levels, k=2))
        return ends if kind < 0.6 else ends[0]

    def limit(self) -> Doc:
        pick = self.random
        judged = [address for address, leaf in self.leaves.items() if "measure" not in leaf]
        whens: list[Doc] = [
            {"group": "any", "below": pick.choice([10, 50])},
            {"group": pick.choice(self.groups), "below": pick.choice([25, 50, 75])},
            {"criterion": pick.choice(list(self.leaves)), "below": pick.choice([25, 50, 75])},
        ]
        if judged:
            whens.append({"criterion": pick.choice(judged), "at_most": pick.choice([0, 0.5, 1])})
        band = pick.choice(["middle", "low", NOT_DEMONSTRATED])
        return {"when": pick.choice(whens), "band_at_most": band}


@pytest.mark.parametrize("part", range(8))
def test_the_plans_are_all_those_of_the_least_cost_among_every_combination(part: int) -> None:
    for seed in range(part * 20, part * 20 + 20):
        case = Dice(seed).case()
        least, plans = by_brute_force(case)
        found = improvement(case)
        assert listed(found) == plans, (seed, case)
        assert len(found.plans) == len(plans), seed
        assert not found.more
        assert {plan.cost for plan in found.plans} == ({float(least)} if least is not None else set()), (seed, case)
        assert bool(found.obstacles) == (least is None)


@pytest.mark.parametrize("part", range(4))
def test_what_every_plan_raises_is_known_without_listing_them_all(part: int) -> None:
    for seed in range(1000 + part * 15, 1015 + part * 15):
        case = Dice(seed).case()
        _, plans = by_brute_force(case)
        in_all = set.intersection(*({address for address, _ in plan} for plan in plans)) if plans else set()
        found = improvement(case, most=1)
        assert set(found.always) == in_all, (seed, case)
        assert found.more == (len(plans) > 1)
        assert listed(found) <= plans


def test_the_dice_throw_every_kind_of_case() -> None:
    """The two tests above prove nothing unless there are cases with one plan, several, none needed and none at all."""
    found = [improvement(Dice(seed).case()) for seed in range(160)]
    counts = [len(one.plans) for one in found]
    costs = {plan.cost for one in found for plan in one.plans}
    assert counts.count(0) > 20
    assert counts.count(1) > 40
    assert sum(count > 1 for count in counts) > 10
    assert 0.0 in costs
    assert len(costs) > 15


def two(**fields: Any) -> Doc:
    """Two groups of two criteria each, three levels worth 0, 50 and 100."""
    groups = (group("g", criterion("a"), criterion("b")), group("h", criterion("c"), criterion("d")))
    return rubric(*groups, **{"scale": SCALE, "bands": BANDS, "min_coverage": 0, **fields})


def only_plan(case: Case) -> dict[str, int]:
    (plan,) = improvement(case).plans
    return {rise.criterion.id: rise.level for rise in plan.rises}


def test_the_weakest_link_is_raised_where_the_minimum_decides() -> None:
    """Minimum of (50, 100) and (100, 50): 75 by the mean of the groups' minima needs both weak ones at 100."""
    tree = two(aggregate="minimum")
    case = Case(tree, {"g.a": 1, "g.b": 2, "h.c": 2, "h.d": 1}, 75)
    assert only_plan(case) == {"g.a": 2, "h.d": 2}


def test_under_the_geometric_mean_a_zero_has_to_go_first() -> None:
    """(0, 100): one step of the zero gives sqrt(50 * 100) = 70.7, no number of others gives anything."""
    tree = rubric(group("g", criterion("a"), criterion("b")), scale=SCALE, bands=BANDS, aggregate="geometric")
    assert only_plan(Case(tree, {"g.a": 0, "g.b": 2}, "high")) == {"g.a": 1}


def test_a_condition_is_raised_where_its_limit_holds_the_band_down() -> None:
    """All counted criteria stand at 100; only the limit on k keeps the band at low."""
    limit = {"when": {"criterion": "k.x", "at_most": 0}, "band_at_most": "low"}
    tree = rubric(
        group("g", criterion("a")),
        group("k", criterion("x"), role="condition"),
        scale=SCALE,
        bands=BANDS,
        limits=[limit],
    )
    case = Case(tree, {"g.a": 2, "k.x": 0}, "high")
    assert only_plan(case) == {"k.x": 1}
    assert only_plan(case._replace(target=70)) == {}  # a score is no band: limits have no say


def test_what_is_not_rated_costs_its_level_from_the_lowest_and_raises_coverage() -> None:
    """Half the weight is rated at 50. Rating the other half at level 1 of 0..2 costs 1 and covers everything."""
    tree = rubric(group("g", criterion("a"), criterion("b")), scale=SCALE, bands=BANDS, min_coverage=0.6)
    found = improvement(Case(tree, {"g.a": 1}, "middle"))
    (plan,) = found.plans
    assert [(rise.criterion.id, rise.level, rise.steps, rise.from_unrated) for rise in plan.rises] == [
        ("g.b", 1, 1.0, True)
    ]
    assert plan.scorecard.coverage == 1


def test_a_score_that_too_little_carries_is_not_reached() -> None:
    """g.a alone is at 100, which is half of the weight; 0.6 of it is needed before 100 counts as a score."""
    tree = rubric(group("g", criterion("a"), criterion("b")), scale=SCALE, bands=BANDS, min_coverage=0.6)
    assert only_plan(Case(tree, {"g.a": 2}, 100)) == {"g.b": 2}
    assert only_plan(Case({**tree, "min_coverage": 0.5}, {"g.a": 2}, 100)) == {}


def test_not_rating_something_can_be_cheaper_than_raising_it() -> None:
    """The score is over what is rated: without coverage to reach, what is unrated is left alone."""
    assert only_plan(Case(two(), {"g.a": 1}, 100)) == {"g.a": 2}


def test_rating_something_can_be_the_only_way_to_outweigh_what_is_held() -> None:
    """(0, 100) makes 50 at most; with b rated at 100 too it is 200 / 3. A higher rated weight is no worse a choice."""
    tree = rubric(group("g", criterion("a"), criterion("b"), criterion("c")), scale=SCALE, bands=BANDS, min_coverage=0)
    assert only_plan(Case(tree, {"g.a": 0, "g.c": 1}, 66, {}, frozenset({"g.a"}))) == {"g.b": 2, "g.c": 2}


def test_a_range_starts_from_its_midpoint_and_rises_to_one_level() -> None:
    """[0, 1] counts as 25; level 1 (half a step) is 50, level 2 (one and a half) is 100."""
    tree = rubric(group("g", criterion("a")), scale=SCALE, bands=BANDS)
    for target, expected in ((50, (1, 0.5)), (75, (2, 1.5))):
        (plan,) = improvement(Case(tree, {"g.a": [0, 1]}, target, {"g.a": 3})).plans
        assert [(rise.level, rise.steps, rise.cost) for rise in plan.rises] == [(*expected, 3 * expected[1])]


def test_a_dear_criterion_gives_way_to_two_cheap_ones() -> None:
    ratings = {"g.a": 1, "g.b": 1, "h.c": 1, "h.d": 1}  # 50; each step adds 12.5
    case = Case(two(), ratings, 75, {"g.a": 5, "h.d": 0.1, "h.c": 0.2})
    assert only_plan(case) == {"h.c": 2, "h.d": 2}
    assert only_plan(case._replace(held=frozenset({"h.d"}))) == {"g.b": 2, "h.c": 2}


def test_costs_that_are_equal_as_decimals_are_equal() -> None:
    """Three steps at 0.1 and one at 0.3: 0.1 + 0.1 + 0.1 is not 0.3 in binary."""
    levels = [{"level": level, "label": str(level)} for level in range(4)]
    tree = rubric(group("g", criterion("a", 1), criterion("b", 3)), scale=levels, bands=BANDS)
    found = improvement(Case(tree, {"g.a": 0, "g.b": 0}, 25, {"g.a": 0.1, "g.b": 0.3}))
    assert listed(found) == {frozenset({("g.a", 3)}), frozenset({("g.b", 1)})}
    assert [plan.cost for plan in found.plans] == [0.3, 0.3]


def test_plans_are_listed_up_to_a_bound_in_rubric_order() -> None:
    ratings = {"g.a": 1, "g.b": 1, "h.c": 1, "h.d": 1}
    found = improvement(Case(two(), ratings, 62.5), most=2)
    assert [[rise.criterion.id for rise in plan.rises] for plan in found.plans] == [["g.a"], ["g.b"]]
    assert found.more
    assert found.always == ()
    assert not improvement(Case(two(), ratings, 62.5), most=4).more


def test_a_goal_already_reached_needs_nothing() -> None:
    found = improvement(Case(two(), {"g.a": 2, "g.b": 2}, "high"))
    assert [(plan.rises, plan.cost) for plan in found.plans] == [((), 0.0)]


def test_measures_stay_as_they_are_and_are_named() -> None:
    tree = rubric(group("g", criterion("a"), measure("m")), scale=SCALE, bands=BANDS)
    found = improvement(Case(tree, {"g.a": 0, "g.m": {"value": 40}}, "high"))
    assert only_plan(Case(tree, {"g.a": 0, "g.m": {"value": 40}}, "high")) == {"g.a": 2}
    assert found.measures == ("g.m",)


@pytest.mark.parametrize(
    ("fields", "ratings", "held", "expected"),
    [
        ({}, {"g.a": 0, "g.b": 0, "h.c": 1, "h.d": 1}, {"g.a", "g.b"}, ("score", 50.0)),
        ({"min_coverage": 0.8}, {"g.a": 2, "h.c": 2}, {"g.b"}, ("coverage", 0.75)),
        ({}, {}, {"g.a", "g.b", "h.c", "h.d"}, ("nothing", None)),
        (
            {"limits": [{"id": "x", "when": {"criterion": "g.a", "at_most": 0}, "band_at_most": "low"}]},
            {"g.a": 0, "g.b": 2, "h.c": 2, "h.d": 2},
            {"g.a"},
            ("limits", ["x"]),
        ),
    ],
)
def test_what_stands_in_the_way_is_named(
    fields: Doc, ratings: Doc, held: set[str], expected: tuple[str, object]
) -> None:
    """By hand: 50 = mean of 0 and 100; 0.75 = all but one of four; a limit on a criterion that is held."""
    found = improvement(Case(two(**fields), ratings, "high", {}, frozenset(held)))
    (obstacle,) = found.obstacles
    demand = obstacle.demand
    if expected[0] == "score":
        assert demand.score == 70
        assert obstacle.score == expected[1]
    elif expected[0] == "coverage":
        assert demand.min_coverage == 0.8
        assert obstacle.coverage == expected[1]
    elif expected[0] == "limits":
        assert [limit.id for limit in demand.limits] == expected[1]
    else:
        assert obstacle.score is None


def test_demands_that_clash_are_named_together_and_no_others() -> None:
    """b can reach 60 at most. Rated, it holds the mean below 85; unrated, it leaves coverage at one half."""
    scale = [{"level": at, "label": str(at), "value": value} for at, value in enumerate((0, 60, 100))]
    tree = rubric(
        group("g", criterion("a"), criterion("b", levels={0: "no", 1: "some"})),
        scale=scale,
        bands=[{"id": "top", "label": "top", "at_least": 85}, {"id": "low", "label": "low", "at_least": 0}],
        limits=[{"id": "x", "when": {"criterion": "g.a", "at_most": 0}, "band_at_most": "low"}],
        min_coverage=0.9,
    )
    (obstacle,) = improvement(Case(tree, {"g.a": 2}, "top")).obstacles
    assert (obstacle.demand.score, obstacle.demand.min_coverage, obstacle.demand.limits) == (85, 0.9, ())
    assert (obstacle.score, obstacle.coverage) == (100, 1)


@pytest.mark.parametrize("aggregate", [0.5, 1e-12, -0.01, 20, -40])
def test_any_power_is_searched_exactly(aggregate: float) -> None:
    for seed in range(2000, 2012):
        case = Dice(seed).case()
        case = case._replace(rubric={**case.rubric, "aggregate": {"power": aggregate}})
        assert listed(improvement(case)) == by_brute_force(case)[1], seed


def test_a_band_that_the_rubric_does_not_have_is_no_goal() -> None:
    with pytest.raises(KeyError):
        goal_of(load_rubric(two()), "splendid")
