"""A gate: what passes, what fails, what can never pass; and which node a threshold means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import Doc, criterion, group, load_rubric, rubric, score

from kasean_score.errors import FileText, InputError, Place, Problem
from kasean_score.model import Threshold
from kasean_score.scoring.gate import Demand, demands, judge, unasked, verdict

if TYPE_CHECKING:
    from kasean_score.api import Scorecard
    from kasean_score.scoring.gate import Check

BANDS = ["strong", "substantial", "partial", "limited", "weak"]
LEVEL = st.integers(0, 4)
RATING = st.one_of(LEVEL, st.tuples(LEVEL, LEVEL).map(sorted), st.sampled_from("?-"))
ADDRESSES = ("a.p", "a.q", "b.p", "b.s")
relaxed = settings(deadline=None, derandomize=True, max_examples=80)


def pair(**fields: Any) -> Doc:
    """Two groups of two criteria, all of one weight: a rated criterion is a quarter of the coverage."""
    return rubric(
        group("a", criterion("p"), criterion("q")), group("b", criterion("p"), criterion("s"), role="counted"), **fields
    )


def card(*ratings: Any, **fields: Any) -> Scorecard:
    return score(pair(**fields), dict(zip(ADDRESSES, ratings, strict=False)))


def of_score(least: float, node: str | None = None) -> Demand:
    return Demand(Threshold("score", node or "overall", least), node)


def of_band(name: str) -> Demand:
    return Demand(Threshold("band", name))


def of_coverage(share: float) -> Demand:
    return Demand(Threshold("coverage", at_least=share))


def only(scorecard: Scorecard, demand: Demand, on: str = "score") -> Check:
    return judge(scorecard, [demand], on).checks[0]


@pytest.mark.parametrize(("least", "status"), [(0, "passed"), (49, "passed"), (50, "passed"), (50.001, "failed")])
def test_a_score_passes_where_it_is_the_threshold_or_more(least: float, status: str) -> None:
    """Levels 1, 2, 2 and 3 of 4 are 25, 50, 50 and 75: a mean of 50."""
    assert only(card(1, 2, 2, 3), of_score(least)).status == status


@pytest.mark.parametrize(("short", "status"), [(5e-10, "passed"), (2e-9, "failed")])
def test_binary_fractions_cost_no_check(short: float, status: str) -> None:
    """The tolerance is that of bands: 1e-9 of a point."""
    almost = card(2, 2, 2, 2)._replace(score=50 - short, coverage=0.75 - short)
    assert only(almost, of_score(50)).status == status
    assert only(almost, of_coverage(0.75)).status == status


def test_nothing_is_rounded_before_it_is_compared() -> None:
    """Levels 2, 2, 2 and 3 are a mean of 56.25, which people read as 56."""
    found = card(2, 2, 2, 3)
    assert [only(found, of_score(least)).status for least in (56.25, 56.26)] == ["passed", "failed"]


@pytest.mark.parametrize("on", ["score", "low"])
def test_a_score_of_too_little_coverage_never_passes_however_high(on: str) -> None:
    """Two of four criteria are rated: 50 % where 65 % is needed."""
    found = only(card(4, 4, "?", "?"), of_score(0), on)
    assert (found.status, found.reason, found.score) == ("cannot_pass", "not_demonstrated", 100)
    assert only(card(4, 4, "?", "?"), of_band("weak"), on)[-2:] == ("cannot_pass", "not_demonstrated")


@pytest.mark.parametrize(("rating", "reason"), [("?", "not_rated"), ("-", "not_applicable")])
@pytest.mark.parametrize("on", ["score", "low"])
def test_a_total_that_does_not_exist_never_passes(rating: str, reason: str, on: str) -> None:
    """Not even a threshold of 0, nor a rubric that asks for no coverage."""
    nothing = card(*[rating] * 4, min_coverage=0)
    assert nothing.score is None
    for demand in (of_score(0), of_band("weak")):
        assert only(nothing, demand, on)[-2:] == ("cannot_pass", reason)


def test_a_node_that_is_not_rated_or_does_not_apply_cannot_pass() -> None:
    found = card(4, "?", 4, "-", min_coverage=0)
    assert only(found, of_score(0, "a.q"))[-2:] == ("cannot_pass", "not_rated")
    assert only(found, of_score(0, "b.s"))[-2:] == ("cannot_pass", "not_applicable")


def test_a_group_is_held_to_its_own_coverage() -> None:
    """`a` is rated in full and passes though the whole is not demonstrated; `b` is rated in half and cannot."""
    found = card(3, 3, 4, "?", min_coverage=0.8)
    assert only(found, of_score(70)).status == "cannot_pass"
    assert only(found, of_score(70, "a")).status == "passed"
    assert only(found, of_score(70, "b"))[-2:] == ("cannot_pass", "not_demonstrated")


def test_a_limit_that_leaves_nothing_demonstrated_lets_nothing_pass() -> None:
    """Full coverage and 94 points, and a limit whose band is `not_demonstrated`."""
    limit = {"id": "l", "when": {"criterion": "a.p", "at_most": 3}, "band_at_most": "not_demonstrated"}
    found = card(3, 4, 4, 4, limits=[limit])
    assert found.verdict.band == "not_demonstrated"
    assert [only(found, demand).status for demand in (of_score(0), of_band("weak"))] == ["cannot_pass"] * 2


@pytest.mark.parametrize("wanted", BANDS)
@pytest.mark.parametrize(("level", "reached"), [(0, "weak"), (1, "limited"), (2, "partial"), (3, "substantial")])
def test_a_band_passes_where_it_is_the_wanted_one_or_higher(level: int, reached: str, wanted: str) -> None:
    found = only(card(level, level, level, level), of_band(wanted))
    assert found.band == reached
    assert found.status == ("passed" if BANDS.index(wanted) >= BANDS.index(reached) else "failed")


def test_a_band_is_compared_after_limits() -> None:
    """94 points are strong by score alone; the limit holds the band at partial."""
    limit = {"id": "l", "when": {"criterion": "a.p", "at_most": 3}, "band_at_most": "partial"}
    found = card(3, 4, 4, 4, limits=[limit])
    assert [only(found, of_band(band)).status for band in BANDS[:3]] == ["failed", "failed", "passed"]
    assert only(found, of_score(93)).status == "passed"


@pytest.mark.parametrize(("share", "status"), [(0.75, "passed"), (0.76, "failed"), (0, "passed")])
def test_coverage_passes_by_the_rated_share_of_applicable_weight(share: float, status: str) -> None:
    found = only(card(0, 0, 0, "?"), of_coverage(share))
    assert (found.found, found.status, found.reason) == (0.75, status, None)


def test_coverage_of_nothing_applicable_cannot_pass() -> None:
    assert only(card("-", "-", "-", "-"), of_coverage(0))[-2:] == ("cannot_pass", "not_applicable")


def test_the_low_bound_is_compared_where_it_is_asked_for() -> None:
    """Levels 3 and 2-4 are 75 and 50-100: the score is 75, at the lowest (75 + 50) / 2 = 62.5."""
    found = card(3, [2, 4], 3, [2, 4])
    assert only(found, of_score(75)).status == "passed"
    low = only(found, of_score(62.6), "low")
    assert (low.found, low.status) == (62.5, "failed")
    assert only(found, of_score(62.5), "low").status == "passed"
    assert [only(found, of_band("substantial"), on).band for on in ("score", "low")] == ["substantial", "partial"]


@relaxed
@given(st.tuples(*[RATING] * 4), st.floats(0, 100), st.sampled_from(BANDS), st.sampled_from([None, "a", "b.s"]))
def test_what_passes_at_its_low_bound_passes_at_its_score(
    ratings: tuple[Any, ...], least: float, band: str, node: str | None
) -> None:
    limits = [{"id": "l", "when": {"group": "any", "below": 40}, "band_at_most": "limited"}]
    found = card(*ratings, limits=limits)
    for demand in (of_score(least, node), of_band(band)):
        assert only(found, demand, "low").status != "passed" or only(found, demand).status == "passed"


@relaxed
@given(st.tuples(*[RATING] * 4), st.floats(0, 100), st.floats(0, 100), st.sampled_from(["score", "low"]))
def test_a_higher_threshold_never_passes_what_a_lower_one_does_not(
    ratings: tuple[Any, ...], one: float, other: float, on: str
) -> None:
    found, (less, more) = card(*ratings), sorted((one, other))
    assert only(found, of_score(more), on).status != "passed" or only(found, of_score(less), on).status == "passed"


@relaxed
@given(st.tuples(*[RATING] * 4), st.sampled_from(["score", "low"]))
def test_only_a_demonstrated_score_passes(ratings: tuple[Any, ...], on: str) -> None:
    """By the scorecard itself: a threshold of 0 passes just where the band is one."""
    found = card(*ratings)
    passes = only(found, of_score(0), on).status == "passed"
    assert passes == (found.verdict.band != "not_demonstrated")


def test_a_judgement_passes_where_every_check_does_and_never_without_one() -> None:
    found = card(2, 2, 2, 2)
    assert judge(found, [of_score(50), of_band("partial"), of_coverage(1)]).passed
    assert not judge(found, [of_score(50), of_score(51, "a")]).passed
    assert not judge(found, []).passed


@pytest.mark.parametrize(
    ("passing", "complete", "outcome"),
    [
        ([True, True], True, "passed"),
        ([True, False], True, "failed"),
        ([False], True, "failed"),
        ([], True, "failed"),
        ([True], False, "incomplete"),
        ([False], False, "incomplete"),
        ([], False, "incomplete"),
    ],
)
def test_the_verdict_needs_every_judgement_and_all_that_was_asked_for(
    passing: list[bool], complete: bool, outcome: str
) -> None:
    judged = [judge(card(2, 2, 2, 2), [of_score(50 if passes else 51)]) for passes in passing]
    assert verdict(judged, complete=complete) == outcome


def wanted(*names: str, kind: str = "score", place: Place | None = None) -> list[Threshold]:
    return [Threshold(kind, name, 10.0, place) for name in names]


def keys(rubrics: list[Any], thresholds: list[Threshold]) -> list[str]:
    with pytest.raises(InputError) as caught:
        demands(rubrics, thresholds)
    return [problem.key for problem in caught.value.problems]


def test_a_name_is_an_address_its_unique_last_part_or_the_whole() -> None:
    (found,) = demands([load_rubric(pair())], wanted("overall", "a", "a.p", "q"))
    assert [demand.node for demand in found] == [None, "a", "a.p", "a.q"]


def test_a_name_serves_every_rubric_that_has_it() -> None:
    other = load_rubric(rubric(group("c", criterion("s"))))
    found = demands([load_rubric(pair()), other], wanted("s", "c", "overall"))
    assert [[demand.node for demand in on_one] for on_one in found] == [["b.s", None], ["c.s", "c", None]]


@pytest.mark.parametrize(
    ("thresholds", "key"),
    [
        (wanted("zzz"), "gate-node"),
        (wanted("overal"), "gate-node.near"),
        (wanted("p"), "gate-ambiguous"),
        (wanted("a.q", "q"), "gate-twice"),
        (wanted("mighty", kind="band"), "gate-band"),
        (wanted("not_demonstrated", kind="band"), "gate-band"),
    ],
)
def test_a_name_that_means_no_one_node_is_a_fault(thresholds: list[Threshold], key: str) -> None:
    assert keys([load_rubric(pair())], thresholds) == [key]


def test_every_misnamed_threshold_is_told_once_however_many_rubrics_there_are() -> None:
    both = [load_rubric(pair()), load_rubric(pair())]
    assert keys(both, [*wanted("zzz", "p"), *wanted("x", kind="band")]) == ["gate-node", "gate-ambiguous", "gate-band"]


def test_what_is_typed_replaces_what_a_file_says() -> None:
    """By node, whatever each called it, and by kind."""
    place = Place(FileText("t.yaml"), 1, 1)
    stated = [*wanted("q", "a", place=place), *wanted("weak", kind="band", place=place)]
    (found,) = demands([load_rubric(pair())], [*stated, *wanted("a.q"), *wanted("strong", kind="band")])
    assert [(x.threshold.name, x.threshold.place) for x in found] == [("a.q", None), ("a", place), ("strong", None)]


def test_a_threshold_that_met_no_scorecard_of_an_initiative_is_reported() -> None:
    """Passing what was never asked would be the worst fault of a gate."""
    plan = demands([load_rubric(pair()), load_rubric(rubric(group("c", criterion("t"))))], wanted("a", "c"))
    judged = judge(card(4, 4, 4, 4), plan[0])
    (problem,) = unasked([judged], plan)
    assert (problem.key, problem.params["names"]) == ("gate-unasked", ["c"])
    other = judge(score(rubric(group("c", criterion("t"))), {"c.t": 4}), plan[1])
    same = other._replace(scorecard=other.scorecard._replace(initiative=judged.scorecard.initiative))
    assert unasked([judged, same], plan) == []


AT = Place(FileText("t.yaml"), 4, 2)


@pytest.mark.parametrize(
    ("threshold", "key", "params"),
    [
        (*wanted("zzz", place=AT), "gate-node", {"meant": None, "allowed": ["overall", "a", "b"], "rubrics": ["r"]}),
        (
            *wanted("a.pp", place=AT),
            "gate-node.near",
            {"meant": "a.p", "allowed": ["overall", "a", "b"], "rubrics": ["r"]},
        ),
        (*wanted("p", place=AT), "gate-ambiguous", {"allowed": ["a.p", "b.p"]}),
        (*wanted("mighty", kind="band", place=AT), "gate-band", {"rubric": "r", "allowed": BANDS}),
    ],
)
def test_a_misnamed_threshold_is_told_where_it_stands_with_what_is_allowed(
    threshold: Threshold, key: str, params: dict[str, Any]
) -> None:
    with pytest.raises(InputError) as caught:
        demands([load_rubric(pair())], [threshold])
    assert caught.value.problems == (Problem(key, AT, {"name": threshold.name, **params}),)


def test_two_names_of_one_node_are_told_at_the_second() -> None:
    with pytest.raises(InputError) as caught:
        demands([load_rubric(pair())], [*wanted("a.q", place=Place(FileText("t.yaml"), 1, 1)), *wanted("q", place=AT)])
    assert caught.value.problems == (Problem("gate-twice", AT, {"names": ["a.q", "q"], "node": "a.q"}),)


def test_what_was_not_asked_is_told_at_the_dossier_and_of_each_dossier() -> None:
    plan = demands([load_rubric(pair()), load_rubric(rubric(group("c", criterion("t"))))], wanted("a", "c"))
    one = judge(card(4, 4, 4, 4), plan[0])
    bare = one.scorecard.initiative._replace(id="j", file=None)
    other = one._replace(scorecard=one.scorecard._replace(initiative=bare))
    file = one.scorecard.initiative.file
    assert file is not None
    params = {"names": ["c"], "rubrics": ["r"]}
    assert unasked([one, other], plan) == [
        Problem("gate-unasked", Place(file), {"initiative": "i", **params}),
        Problem("gate-unasked", None, {"initiative": "j", **params}),
    ]


def test_the_stated_score_is_judged_unless_asked_otherwise() -> None:
    """The range from 1 to 3 is 50 by its midpoint and no less than 25."""
    demand = of_score(45)
    ranged = card([1, 3], [1, 3], [1, 3], [1, 3])
    assert [one.found for one in judge(ranged, [demand]).checks] == [50]
    assert [one.found for one in judge(ranged, [demand], "low").checks] == [25]
