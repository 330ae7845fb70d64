"""What moves scores and the order: closed forms, brute force and the pure scorer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring_support import criterion, group, initiative, load_initiative, load_rubric, rubric

import kasean_score
from kasean_score.errors import InputError
from kasean_score.robust.draws import Problem, Varied
from kasean_score.robust.oneway import left_out, sweep
from kasean_score.robust.sensitivity import Input, _Shifts, sensitivity
from kasean_score.robust.settings import as_stated, average_ranks, scores
from kasean_score.robust.weights import Around, Uniform, Within
from kasean_score.scoring.compare import kept
from kasean_score.scoring.evaluate import evaluate
from kasean_score.scoring.variants import reweighted, with_aggregate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.robust.sensitivity import Influence, Moved

relaxed = settings(deadline=None, derandomize=True, max_examples=40)
TWO = rubric(group("a", criterion("x", 1), criterion("y", 2)))
NESTED = rubric(
    group("a", criterion("x", 1), criterion("y", 3), weight=2),
    group("b", criterion("z"), criterion("u", 0), weight=1),
    group("c", criterion("w"), role="condition"),
)
OPEN: dict[str, object] = {"a.x": [0, 4], "a.y": [1, 3], "b.z": "?", "b.u": [0, 4], "c.w": [0, 4]}


def problem(content: dict[str, object], *ratings: Mapping[str, object]) -> Problem:
    made = [load_initiative(initiative(one, id=f"i{at}")) for at, one in enumerate(ratings)]
    return Problem(load_rubric(content), made)


def by_name(found: Problem, moved: Moved) -> dict[str, Influence]:
    return {f"{one.input.kind} {found.tree.ids[one.input.node]}": one for one in moved.influences}


# Sobol indices of scores


def test_two_open_ratings_share_the_variance_as_the_squares_of_their_weights() -> None:
    """Weights 1 : 2 and the same uniform spread: parts 1/5 and 4/5, alone and in all."""
    case = problem(TWO, {"a.x": [0, 4], "a.y": [0, 4]})
    [moved] = sensitivity(case, Varied(levels=True), points=4096).scores
    found = by_name(case, moved)
    assert list(found) == ["rating a.y", "rating a.x"]
    for name, part in (("rating a.x", 0.2), ("rating a.y", 0.8)):
        index = found[name]
        assert index.first is not None
        assert index.total is not None
        assert index.first.value == pytest.approx(part, abs=0.01)
        assert index.total.value == pytest.approx(index.first.value, abs=1e-9)
    assert moved.mean == pytest.approx(50, abs=0.1)
    assert moved.variance == pytest.approx((1250 / 9) * 5, rel=0.01)  # each spread has 25^2 * 2


def test_one_varied_weight_family_of_two_has_all_of_the_variance() -> None:
    case = problem(TWO, {"a.x": 0, "a.y": 4})
    found = sensitivity(case, Varied(weights=Uniform()))
    [one] = found.scores[0].influences
    assert one.input == Input("weights", 1)
    assert one.first is not None
    assert one.first.value == pytest.approx(1, abs=1e-9)


def test_only_what_counts_and_is_uncertain_is_an_input() -> None:
    """No condition groups, nothing of zero weight, no family of one, no rating that is settled."""
    case = problem(NESTED, OPEN, {"a.x": 2, "a.y": [0, 1], "b.z": 3, "c.w": 0})
    found = sensitivity(case, Varied(Uniform(), True, (None, 0.0)), points=16)
    names = [(one.kind, case.tree.ids[one.node], one.row) for one in found.inputs]
    assert names == [
        ("aggregation", "", None),
        ("weights", "", None),
        ("weights", "a", None),
        ("rating", "a.x", 0),
        ("rating", "a.y", 0),
        ("rating", "b.z", 0),
        ("rating", "a.y", 1),
    ]


def test_each_weight_may_be_an_input_of_its_own() -> None:
    case = problem(NESTED, OPEN)
    found = sensitivity(case, Varied(Within(0.2)), points=16, each_weight=True)
    assert [case.tree.ids[one.node] for one in found.inputs] == ["a", "b", "a.x", "a.y"]


def test_constrained_weights_stay_one_input_and_keep_to_the_constraint() -> None:
    """x weighs at least as much as y, uniformly: its share is uniform from 1/2 to 1, and so is the score (x = 100)."""
    content = load_rubric(rubric(group("a", criterion("x"), criterion("y"))))
    case = Problem(content, [load_initiative(initiative({"a.x": 4, "a.y": 0}))], ["a.x >= a.y"])
    found = sensitivity(case, Varied(Uniform()), points=4096, each_weight=True)
    assert found.inputs == (Input("weights", 1),)
    [one] = found.scores[0].influences
    assert [one.low, one.high] == pytest.approx([52.5, 97.5], abs=1.0)
    assert found.scores[0].mean == pytest.approx(75, abs=1.0)
    assert one.total is not None
    assert one.total.value == pytest.approx(1, abs=1e-9)


def test_nothing_varied_leaves_no_influences() -> None:
    found = sensitivity(problem(TWO, {"a.x": 1, "a.y": 3}, {"a.x": 2, "a.y": 0}), Varied(levels=True), points=16)
    assert found.inputs == ()
    assert all(one.influences == () and one.variance == 0 for one in found.scores)
    assert found.rank_shift is not None
    assert found.rank_shift.influences == ()


def test_an_input_that_moves_nothing_has_no_index_where_nothing_varies() -> None:
    """Equal ratings everywhere: weights do not matter, and there is no variance to divide."""
    [moved] = sensitivity(problem(TWO, {"a.x": 2, "a.y": 2}), Varied(Uniform()), points=64).scores
    [one] = moved.influences
    assert (one.first, one.total) == (None, None)
    assert [one.low, one.high] == pytest.approx([50, 50])


def test_an_initiative_alone_has_no_rank_shift_and_one_without_any_score_has_no_part() -> None:
    assert sensitivity(problem(TWO, {"a.x": [0, 4], "a.y": 1}), Varied(levels=True), points=16).rank_shift is None
    found = sensitivity(problem(TWO, {"a.x": [0, 4]}, {}), Varied(Uniform()), points=16)
    assert [one.row for one in found.scores] == [0]
    assert found.rank_shift is None


def test_nobodys_indices_depend_on_how_another_is_rated() -> None:
    """Exchanging a criterion in all initiatives at once exchanges it for each: with the same open ratings at the
    same points, the score of the first has the same indices whatever the second's settled rating is."""
    one, other = (
        sensitivity(problem(TWO, {"a.x": [0, 4], "a.y": [1, 2]}, {"a.x": level, "a.y": 1}), Varied(levels=True))
        for level in (0, 4)
    )
    assert one.scores[0] == other.scores[0]


@relaxed
@given(
    st.lists(st.sampled_from([0, 1, 2, 3, 4, (0, 2), (1, 4), "?"]), min_size=6, max_size=6),
    st.sampled_from([(None,), (None, 0.0), (-1.0, 2.0)]),
)
def test_what_is_exchanged_for_all_at_once_equals_one_at_a_time(
    levels: list[object], powers: tuple[float | None, ...]
) -> None:
    """Indices of a score alone, and with another dossier beside it that leaves open nothing, are the same."""
    given_levels = [list(one) if isinstance(one, tuple) else one for one in levels]
    ratings = dict(zip(("a.x", "a.y", "b.z"), given_levels[:3], strict=True))
    beside = {"a.x": 1, "a.y": 3, "b.z": 0}
    varied = Varied(Around(), True, powers)
    [alone] = sensitivity(problem(NESTED, ratings), varied, points=64, resamples=5).scores
    both = sensitivity(problem(NESTED, ratings, beside), varied, points=64, resamples=5).scores[0]
    assert both == alone


def test_scores_of_mixed_draws_are_those_of_each_draw_by_itself() -> None:
    """The draws of each power are taken together, and put back where they were."""
    case, powers = problem(NESTED, OPEN, {"a.x": 2, "a.y": 1, "b.z": 4}), np.array([2, 0, 1, 1, 0, 2, 2])
    varied = Varied(powers=(None, 0.0, -1.0))
    values = {at: np.random.default_rng(at).random((2, 7)) * 100 for at, _, _ in case.tree.outline.leaves}
    mixed = as_stated(case, varied, 7)._replace(values=values, powers=powers, scored=case.applicable)
    found = scores(case, mixed)
    for draw in range(7):
        here = {at: value[:, [draw]] for at, value in values.items()}
        one = as_stated(case, varied)._replace(values=here, powers=powers[[draw]], scored=case.applicable)
        assert found[:, draw].tolist() == pytest.approx(scores(case, one)[:, 0].tolist(), abs=1e-9)


# One input by itself


def test_a_rating_by_itself_moves_the_score_between_its_ends() -> None:
    """a = (x + 3 y) / 4, whole = (2 a + b) / 3, b unrated and so left out: x in 0-100 moves the score by 25."""
    case = problem(NESTED, OPEN)
    [moved] = sensitivity(case, Varied(levels=True), points=256).scores
    found = by_name(case, moved)
    assert moved.stated == pytest.approx(50)
    assert [found["rating a.x"].low, found["rating a.x"].high] == pytest.approx([37.5, 62.5])
    assert [found["rating a.y"].low, found["rating a.y"].high] == pytest.approx([31.25, 68.75])
    assert [found["rating b.z"].low, found["rating b.z"].high] == pytest.approx([100 / 3, 200 / 3])


def test_the_aggregation_by_itself_moves_the_score_between_the_means() -> None:
    """25 and 100 at weights 1 : 1: arithmetic 62.5, geometric 50, harmonic 40."""
    case = problem(rubric(group("a", criterion("x"), criterion("y"))), {"a.x": 1, "a.y": 4})
    [moved] = sensitivity(case, Varied(powers=(None, 0.0, -1.0)), points=64).scores
    [one] = moved.influences
    assert moved.stated == pytest.approx(62.5)
    assert [one.low, one.high] == pytest.approx([40, 62.5])


def test_weights_by_themselves_have_the_quantiles_of_a_uniform_share() -> None:
    """0 and 100 at a share that is uniform: 5 % and 95 %."""
    case = problem(TWO, {"a.x": 0, "a.y": 4})
    [one] = sensitivity(case, Varied(Uniform()), points=4096).scores[0].influences
    assert [one.low, one.high] == pytest.approx([5, 95], abs=0.5)


def test_one_weight_by_itself_takes_its_share_and_leaves_the_rest_in_proportion() -> None:
    """Of three equal weights drawn uniformly one has the share 1 - sqrt(1 - q) at the quantile q (Beta(1, 2))."""
    content = rubric(group("a", criterion("x"), criterion("y"), criterion("z")))
    case = problem(content, {"a.x": 4, "a.y": 0, "a.z": 0})
    [moved] = sensitivity(case, Varied(Uniform()), points=4096, each_weight=True).scores
    found = by_name(case, moved)
    ends = [100 * (1 - np.sqrt(1 - q)) for q in (0.05, 0.95)]
    assert [found["weight a.x"].low, found["weight a.x"].high] == pytest.approx(
        ends, abs=1.5
    )  # two standard errors of random points
    # y's share s leaves x half of the rest
    assert found["weight a.y"].low == pytest.approx(50 - ends[1] / 2, abs=0.5)
    assert found["weight a.y"].high == pytest.approx(50 - ends[0] / 2, abs=0.5)


# The order


def test_a_criterion_equal_everywhere_never_moves_a_rank() -> None:
    """Neither the weight of `y` nor what it is rated, so long as it is the same in all."""
    content = rubric(group("a", criterion("x"), criterion("y")))
    case = problem(content, {"a.x": 1, "a.y": 2}, {"a.x": 3, "a.y": 2}, {"a.x": 4, "a.y": 2})
    found = sensitivity(case, Varied(Around()), points=256, each_weight=True)
    assert found.rank_shift is not None
    assert found.rank_shift.mean == 0
    assert all(one.total is None for one in found.rank_shift.influences)
    assert [one.variance > 0 for one in found.scores] == [True, True, True]


def test_the_rank_shift_of_two_is_one_whenever_they_change_places() -> None:
    """The first has any of five levels, 50 as stated, the second 75: at one level it is above, at one they tie."""
    case = problem(rubric(group("a", criterion("x"))), {"a.x": [0, 4]}, {"a.x": 3})
    found = sensitivity(case, Varied(levels=True), points=4096).rank_shift
    assert found is not None
    assert found.stated == 0
    assert found.mean == pytest.approx(1 / 5 + 0.5 / 5, abs=0.002)
    [one] = found.influences
    assert one.total is not None
    assert one.total.value == pytest.approx(1, abs=1e-9)


@relaxed
@given(st.lists(st.sampled_from([0.0, 10.0, 10.0 + 1e-12, 20.0, 35.5]), min_size=1, max_size=8))
def test_average_ranks_are_those_of_scipy(scores: list[float]) -> None:
    from scipy.stats import rankdata

    expected = rankdata([-round(score, 6) for score in scores], method="average")
    assert average_ranks(np.array(scores)[:, None])[:, 0].tolist() == expected.tolist()


@relaxed
@given(st.integers(0, 10_000), st.integers(2, 6))
def test_ranks_with_one_score_replaced_are_those_made_anew(seed: int, size: int) -> None:
    rng = np.random.default_rng(seed)
    found, stated = (rng.integers(0, 5, (size, n)).astype(float) for n in (20, 1))
    shifts = _Shifts(found, stated[:, 0])
    for row in range(size):
        score = rng.integers(0, 5, 20).astype(float)
        replaced = found.copy()
        replaced[row] = score
        anew = np.abs(average_ranks(replaced) - average_ranks(stated)).mean(axis=0)
        assert shifts.when(row, score).tolist() == pytest.approx(anew.tolist())


# A criterion left out

RATED = (
    {"a.x": 1, "a.y": 4, "b.z": 2, "b.u": 0, "c.w": 0},
    {"a.x": 4, "a.y": [0, 3], "b.z": "?", "c.w": 4},
    {"a.x": "-", "a.y": 2, "b.z": 4},
    {"b.z": 1},
)


@pytest.mark.parametrize("power", [None, 0.0, -1.0, 2.0])
def test_scores_without_a_criterion_are_those_of_the_rubric_without_it(power: float | None) -> None:
    case = problem(NESTED, *RATED)
    found = left_out(case, power)
    assert [case.tree.ids[one.node] for one in found] == ["a.x", "a.y", "b.z"]
    for one in found:
        others = [x.id for x in case.rubric.criteria() if x.id != case.tree.ids[one.node]]
        cut = kept(case.rubric, others)
        cut = cut if power is None else with_aggregate(cut, power)
        for score, dossier in zip(one.scores.tolist(), case.initiatives, strict=True):
            expected = evaluate(cut, dossier).score
            assert np.isnan(score) if expected is None else score == pytest.approx(expected, abs=1e-9)


def test_leaving_out_says_which_pair_turns_and_where_two_become_equal() -> None:
    """(x + y) / 2: 75 and 50. Without x the first has 50 against 100; without y it has 100 against 0."""
    content = rubric(group("a", criterion("x"), criterion("y")))
    without_x, without_y = left_out(problem(content, {"a.x": 4, "a.y": 2}, {"a.x": 0, "a.y": 4}))
    assert (without_x.turned, without_x.changes) == (((1, 0),), True)
    assert (without_y.turned, without_y.changes) == ((), False)
    tied, _ = left_out(problem(content, {"a.x": 4, "a.y": 2}, {"a.x": 0, "a.y": 2}))
    assert (tied.turned, tied.changes) == ((), True)


# A share swept


@pytest.mark.parametrize("power", [None, 0.0, 2.0])
@pytest.mark.parametrize("address", ["a", "a.y"])
def test_swept_scores_are_those_of_the_rubric_at_that_share(address: str, power: float | None) -> None:
    """Inside by other weights, at the ends without the node and without its siblings."""
    case = problem(NESTED, *RATED)
    found = sweep(case, address, 5, power)
    sibling = {"a": "b", "a.y": "a.x"}[address]
    assert found.stated == pytest.approx({"a": 2 / 3, "a.y": 3 / 4}[address])
    assert found.shares.tolist() == [0, 0.25, 0.5, 0.75, 1]
    for step, share in enumerate(found.shares.tolist()):
        changed = reweighted(case.rubric, {address: share, sibling: 1 - share})
        changed = changed if power is None else with_aggregate(changed, power)
        for row, dossier in enumerate(case.initiatives):
            expected = kasean_score.evaluate(changed, dossier).score
            score = found.scores[row, step]
            if expected is None:
                assert np.isnan(score)
            else:
                assert score == pytest.approx(expected, abs=1e-9)


def test_the_crossing_is_where_the_lines_meet() -> None:
    """100 s against 25 s + 50 (1 - s): they meet at s = 0.4; below it the second is above."""
    content = rubric(group("a", criterion("x"), criterion("y")))
    found = sweep(problem(content, {"a.x": 4, "a.y": 0}, {"a.x": 1, "a.y": 2}), "a.x", 11)
    [crossing] = found.crossings
    assert (crossing.first, crossing.second) == (0, 1)
    assert crossing.at == pytest.approx(0.4, abs=1e-9)
    assert found.ranks[:, 0].tolist() == [2, 1]
    assert found.ranks[:, 4].tolist() == [1.5, 1.5]
    assert found.ranks[:, 10].tolist() == [1, 2]


def test_siblings_keep_their_proportions() -> None:
    """Of 1 : 3 : 4, y and z hold 3 : 4 at every share of x: 100 * 3 (1 - s) / 7 where y alone is at the top."""
    content = rubric(group("a", criterion("x", 1), criterion("y", 3), criterion("z", 4)))
    found = sweep(problem(content, {"a.x": 0, "a.y": 4, "a.z": 0}), "a.x", 3)
    assert found.scores[0].tolist() == pytest.approx([300 / 7, 150 / 7, 0])


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("nope", "unknown-address"),
        ("", "unknown-address"),
        ("c", "sweep-not-counted"),
        ("c.w", "sweep-not-counted"),
        ("b.u", "sweep-not-counted"),
        ("b.z", "sweep-alone"),
    ],
)
def test_what_cannot_be_swept_is_refused(address: str, key: str) -> None:
    with pytest.raises(InputError) as caught:
        sweep(problem(NESTED, OPEN), address)
    assert caught.value.problems[0].key == key


def test_a_sweep_has_two_ends() -> None:
    with pytest.raises(ValueError, match="two steps"):
        sweep(problem(NESTED, OPEN), "a", 1)
