"""What a dossier owes its rubric: the rules on evidence, at each rating that breaks one, and an entry for all."""

from __future__ import annotations

import pytest

from kasean_score.errors import FileText, Place, Problem
from kasean_score.model import (
    AppliesTo,
    Criterion,
    Evidence,
    EvidenceRule,
    Group,
    Initiative,
    Rating,
    Rubric,
    Source,
)
from kasean_score.scoring.breaches import breaches, left_out
from kasean_score.scoring.evaluate import evaluate

RULES = (EvidenceRule("absence", 0), EvidenceRule("independent", 2), EvidenceRule("beyond_opinion"))
SOURCES = {"s": Source("s", "S", kind="government")}
FOR = Evidence("s", "It runs.")
INDEPENDENT = Evidence("s", "It runs.", independent=True)
AGAINST = Evidence("s", "It does not.", stance="against")
OPINION = Evidence("s", "It ought to.", certainty="opinion")


def rubric(count: int = 1) -> Rubric:
    from kasean_score.files.rubrics import DEFAULT_BANDS, DEFAULT_SCALE

    criteria = tuple(Criterion(f"g.c{at}", f"C{at}") for at in range(count))
    return Rubric("r", "R", (Group("g", "G", criteria),), DEFAULT_SCALE, DEFAULT_BANDS, evidence_rules=RULES)


def rated(*ratings: Rating) -> Initiative:
    return Initiative("i", "I", {"r": {f"g.c{at}": rating for at, rating in enumerate(ratings)}}, sources=SOURCES)


@pytest.mark.parametrize(
    ("levels", "evidence", "keys"),
    [
        ((1, 1), (FOR,), []),
        ((1, 1), (OPINION,), ["unsupported.beyond_opinion"]),
        ((1, 1), (), ["unsupported.beyond_opinion"]),
        ((0, 0), (AGAINST,), []),
        ((0, 0), (FOR,), ["unsupported.absence-level"]),
        ((2, 2), (FOR,), ["unsupported.independent-level"]),
        ((2, 2), (INDEPENDENT,), []),
        ((0, 2), (FOR,), ["unsupported.absence-level", "unsupported.independent-level"]),
        ((0, 2), (AGAINST, INDEPENDENT), []),
    ],
)
def test_each_rule_that_a_rating_breaks_is_a_warning(
    levels: tuple[int, int], evidence: tuple[Evidence, ...], keys: list[str]
) -> None:
    """A range must meet the rules of every level that it reaches."""
    found = list(breaches(rubric(), rated(Rating("rated", levels, evidence=evidence))))
    assert [problem.key for problem in found] == keys
    assert {problem.severity for problem in found} <= {"warning"}


@pytest.mark.parametrize("state", ["not_rated", "not_applicable"])
def test_what_is_not_rated_breaks_no_rule(state: str) -> None:
    assert list(breaches(rubric(), rated(Rating(state, why="Nothing was found.")))) == []


def test_warnings_are_those_that_a_scorecard_marks() -> None:
    ratings = [
        Rating("rated", levels, evidence=cited) for levels in ((0, 0), (1, 2)) for cited in ((), (FOR,), (OPINION,))
    ]
    initiative, of = rated(*ratings), rubric(6)
    warned = [str(problem.params["criterion"]) for problem in breaches(of, initiative)]
    marked = [node.node.id for node in evaluate(of, initiative).nodes for _ in node.unmet]
    assert warned == marked
    assert len(warned) > 6


@pytest.mark.parametrize(("given", "count", "missing"), [(4, 4, 0), (3, 4, 1), (2, 4, 0), (1, 4, 0), (4, 5, 1)])
def test_criteria_left_out_are_reported_where_most_are_there(given: int, count: int, missing: int) -> None:
    """Three of four: one is missing. Two of four: only a part of the rubric was meant to be rated."""
    found = list(left_out(rubric(count), rated(*[Rating("rated", (1, 1))] * given)))
    assert [problem.params["count"] for problem in found] == ([missing] if missing else [])


FILE = FileText("i.yaml")


def test_a_broken_rule_is_told_at_the_rating_with_what_it_asks() -> None:
    place = Place(FILE, 7, 3)
    given = [Rating("not_rated"), Rating("rated", (1, 2), evidence=(FOR,), place=place)]
    params = {"criterion": "g.c1", "rubric": "r", "rated": "1-2", "level": 2}
    assert list(breaches(rubric(2), rated(*given))) == [
        Problem("unsupported.independent-level", place, params, "warning")
    ]


def test_what_is_left_out_is_told_at_the_last_of_the_ratings_or_of_the_file() -> None:
    """Five of eight are rated: three are missing, which is less than half."""
    first, last = Place(FILE, 5, 1), Place(FILE, 9, 1)
    dossier = rated(*[Rating("rated", (1, 1))] * 5)._replace(file=FILE)
    params = {"rubric": "r", "criteria": ["g.c5", "g.c6", "g.c7"], "count": 3}
    placed = dossier._replace(keys={"r": {"g.c0": first, "g.c4": last}})
    assert list(left_out(rubric(8), placed)) == [Problem("left-out", last, params, "warning")]
    assert list(left_out(rubric(8), dossier)) == [Problem("left-out", Place(FILE), params, "warning")]
    assert list(left_out(rubric(8), dossier._replace(file=None))) == [Problem("left-out", None, params, "warning")]


def test_nothing_is_asked_of_a_criterion_that_is_not_for_this_type() -> None:
    of = rubric(4)
    (group,) = of.groups
    barred = group.children[3]._replace(applies_to=AppliesTo(type=("policy",)))  # type: ignore[call-arg]
    of = of._replace(groups=(group._replace(children=(*group.children[:3], barred)),))
    programme = rated(*[Rating("rated", (1, 1), evidence=(FOR,))] * 3)._replace(type="programme")
    assert list(left_out(of, programme)) == []
    assert len(list(left_out(of, programme._replace(type="policy")))) == 1
    unfit = Initiative("i", "I", {"r": {"g.c3": Rating("rated", (2, 2))}}, sources=SOURCES, type="programme")
    assert list(breaches(of, unfit)) == []
