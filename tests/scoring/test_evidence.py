"""What the evidence under a criterion is made of, and where it disagrees; expected values worked by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scoring_support import Doc, criterion, group, initiative, load_initiative, load_rubric, measure, rubric

from kasean_score.scoring.evaluate import evaluate
from kasean_score.scoring.evidence import age_in_days, backings, cited_both_ways, conflicts

if TYPE_CHECKING:
    from kasean_score.scoring.evaluate import Scorecard
    from kasean_score.scoring.evidence import Backing, Conflict

SOURCES = [
    {"id": "law", "title": "A law", "kind": "government", "date": "2023", "language": "ko"},
    {"id": "paper", "title": "A paper", "kind": "scholarly", "date": "2024-02", "language": "en"},
    {"id": "press", "title": "A report", "kind": "news", "language": "en"},
]
RULES = [
    {"needs": "absence", "level": 0},
    {"needs": "documentary", "level": 3},
    {"needs": "independent", "level": 4},
    {"needs": "beyond_opinion"},
]


def item(source: str, **fields: Any) -> Doc:
    return {"source": source, "shows": f"{source} says so", **fields}


def card(*evidence: Doc, more: dict[str, Doc] | None = None, **rating: Any) -> Scorecard:
    """A scorecard of criterion `g.x`, rated 2 unless said otherwise, as of the end of 2024."""
    content = rubric(group("g", criterion("x"), criterion("y"), measure("m")), evidence_rules=RULES)
    ratings = {"g.x": {**(rating or {"level": 2}), "evidence": list(evidence)}, **(more or {})}
    dossier = initiative(ratings, sources=SOURCES, as_of="2024-12-31")
    return evaluate(load_rubric(content), load_initiative(dossier))


def backing(*evidence: Doc, **rating: Any) -> Backing:
    return backings(card(*evidence, **rating))[0]


# The matrix


def test_items_are_counted_for_and_against_by_kind_of_source() -> None:
    found = backing(item("law"), item("law", stance="against"), item("press"))
    assert found.kinds == {"government": (1, 1), "news": (1, 0)}
    assert found.sources == ("law", "press")
    assert found.languages == ("ko", "en")
    assert found.undated == 1


def test_a_criterion_without_evidence_is_listed_with_nothing() -> None:
    found = backings(card())[1]
    assert (found.items, found.newest, found.age, found.met, found.carried) == ((), None, None, (), ())
    assert not found.bare  # it is not rated


def test_a_rating_without_evidence_is_bare_and_neither_single_nor_dependent() -> None:
    found = backing()
    assert (found.bare, found.single, found.dependent) == (True, False, False)


@pytest.mark.parametrize(
    ("evidence", "single", "dependent"),
    [
        ([item("law"), item("law")], True, True),
        ([item("law"), item("press")], False, True),
        ([item("law", independent=True)], True, False),
        ([item("law"), item("press", independent=True, stance="against")], False, False),
    ],
)
def test_a_rating_on_one_source_or_on_the_owners_words_is_marked(
    evidence: list[Doc], single: bool, dependent: bool
) -> None:
    found = backing(*evidence)
    assert (found.single, found.dependent) == (single, dependent)


def test_what_is_not_rated_rests_on_nothing() -> None:
    found = backing(item("law"), not_rated="unclear")
    assert (found.single, found.dependent, found.rules) == (False, False, ())


@pytest.mark.parametrize(
    ("evidence", "met", "carried"),
    [
        ([item("press")], ("beyond_opinion",), (1, 2)),
        ([item("press", certainty="opinion")], (), ()),
        ([item("law")], ("documentary", "beyond_opinion"), (1, 2, 3)),
        ([item("press", independent=True)], ("independent", "beyond_opinion"), (1, 2, 4)),
        ([item("law", stance="against")], ("absence", "beyond_opinion"), (0, 1, 2)),
    ],
)
def test_evidence_carries_the_levels_whose_rules_it_meets(
    evidence: list[Doc], met: tuple[str, ...], carried: tuple[int, ...]
) -> None:
    found = backing(*evidence)
    assert (found.met, found.carried) == (met, carried)


def test_the_rules_of_the_level_given_are_told_with_whether_they_are_met() -> None:
    found = backing(item("law"), level=[3, 4])
    assert [(rule.needs, met) for rule, met in found.rules] == [
        ("documentary", True),
        ("independent", False),
        ("beyond_opinion", True),
    ]


@pytest.mark.parametrize(
    ("evidence", "newest", "age"),
    [
        ([item("law"), item("paper")], "2024-02", 306),  # 2024-02-29 to 2024-12-31
        ([item("law")], "2023", 366),  # a year counts to its last day, and 2024 is a leap year
        ([item("law", date="2024-12-30")], "2024-12-30", 1),
        ([item("paper", date="2020"), item("law")], "2023", 366),
        ([item("press")], None, None),
        ([item("press", date="2024"), item("press", date="2024-12-31")], "2024-12-31", 0),
        ([item("press", date="2025-01-02")], "2025-01-02", -2),
    ],
)
def test_the_newest_date_is_that_of_the_fact_or_else_of_its_source(
    evidence: list[Doc], newest: str | None, age: int | None
) -> None:
    found = backing(*evidence)
    assert (found.newest, found.age) == (newest, age)


def test_an_age_needs_both_dates() -> None:
    assert age_in_days("2024", None) is None
    assert age_in_days(None, "2024") is None


def test_criteria_that_do_not_apply_are_left_out() -> None:
    found = backings(card(more={"g.y": {"not_applicable": "no"}}))
    assert [one.node.node.id for one in found] == ["g.x", "g.m"]


# Conflicts


def conflict(*evidence: Doc, **rating: Any) -> list[Conflict]:
    return [one for one in conflicts(card(*evidence, **rating)) if one.node.node.id == "g.x"]


def reasons(*evidence: Doc, **rating: Any) -> tuple[str, ...]:
    return next((one.reasons for one in conflict(*evidence, **rating)), ())


def test_agreement_is_no_conflict() -> None:
    assert conflict(item("law"), item("press")) == []
    assert conflict() == []


def test_evidence_on_both_sides_is_a_conflict_whether_rated_or_not() -> None:
    both = (item("law"), item("press", stance="against"))
    assert reasons(*both) == reasons(*both, not_rated="unclear") == ("both_sides",)


def test_a_range_and_a_dispute_are_conflicts() -> None:
    assert reasons(level=[1, 2]) == ("range",)
    assert reasons(level=[1, 2], disputed="they differ") == ("disputed", "range")


def test_values_that_sources_give_differently_are_a_conflict() -> None:
    found = conflicts(card(more={"g.m": {"value": 5, "low": 4, "high": 6}}))
    assert [(one.node.node.id, one.reasons) for one in found] == [("g.m", ("values",))]
    assert conflicts(card(more={"g.m": {"value": 5}})) == []


@pytest.mark.parametrize(("levels", "found"), [((1, 2), ()), ((1, 3), ("raters",)), ((0, 4), ("raters",))])
def test_raters_two_levels_apart_are_a_conflict(levels: tuple[int, int], found: tuple[str, ...]) -> None:
    panel = [{"rater": name, "level": level} for name, level in zip("ab", levels, strict=True)]
    assert reasons(level=2, panel=panel) == found


def test_a_source_cited_on_both_sides_of_a_criterion_is_named() -> None:
    (found,) = conflict(item("law"), item("law", stance="against"), item("press"))
    assert found.reasons == ("both_sides", "both_ways")
    assert found.sources == ("law",)


def test_what_is_cited_for_one_criterion_and_against_another_is_found() -> None:
    facts = [{"id": "f", **item("law")}, {"id": "g", **item("press")}]
    content = rubric(group("g", criterion("x"), criterion("y")))
    ratings: dict[str, object] = {
        "g.x": {"level": 1, "for": ["f", "g"]},
        "g.y": {"level": 1, "against": ["f"], "for": ["g"]},
    }
    dossier = initiative(ratings, sources=SOURCES, facts=facts)
    found = evaluate(load_rubric(content), load_initiative(dossier))
    assert cited_both_ways(found, "source") == [("law", ("g.x",), ("g.y",))]
    assert cited_both_ways(found, "id") == [("f", ("g.x",), ("g.y",))]
    assert [(one.node.node.id, one.reasons) for one in conflicts(found)] == [("g.y", ("both_sides",))]
