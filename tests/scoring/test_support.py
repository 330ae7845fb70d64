"""Which evidence rules a rating breaks; a rule speaks only of the level it names."""

from __future__ import annotations

from typing import Any

import pytest
from scoring_support import Doc, criterion, group, node, rubric, score

SOURCES = [
    {"id": kind, "title": kind, "kind": kind}
    for kind in ("asean", "government", "scholarly", "think-tank", "statistics", "news", "other")
]
DOCUMENTARY = ("asean", "government", "scholarly", "think-tank", "statistics")


def evidence(source: str = "government", **fields: Any) -> Doc:
    return {"source": source, "shows": "a fact", **fields}


def unmet(rules: list[Doc], rating: Doc) -> list[str]:
    """What the broken rules need, for one rating."""
    card = score(rubric(group("g", criterion("x")), evidence_rules=rules), {"g.x": rating}, sources=SOURCES)
    return [rule.needs for rule in node(card, "g.x").unmet]


@pytest.mark.parametrize(
    ("needs", "items", "met"),
    [
        ("absence", [], False),
        ("absence", [evidence()], False),
        ("absence", [evidence(), evidence(stance="against")], True),
        ("documentary", [], False),
        ("documentary", [evidence(stance="against")], False),
        ("documentary", [evidence(certainty="opinion")], False),
        ("documentary", [evidence(certainty="stated")], True),
        ("documentary", [evidence(certainty="reported")], True),
        ("independent", [], False),
        ("independent", [evidence()], False),
        ("independent", [evidence(independent=True, stance="against")], False),
        ("independent", [evidence(), evidence(independent=True)], True),
        ("beyond_opinion", [], False),
        ("beyond_opinion", [evidence(certainty="opinion")], False),
        ("beyond_opinion", [evidence(certainty="opinion"), evidence(stance="against")], True),
    ],
)
def test_a_rule_is_met_by_one_item_of_the_sort_it_needs(needs: str, items: list[Doc], met: bool) -> None:
    assert unmet([{"needs": needs, "level": 3}], {"level": 3, "evidence": items}) == ([] if met else [needs])


@pytest.mark.parametrize("kind", [source["kind"] for source in SOURCES])
def test_all_kinds_of_source_but_news_and_the_rest_are_documents(kind: str) -> None:
    broken = unmet([{"needs": "documentary"}], {"level": 3, "evidence": [evidence(kind)]})
    assert broken == ([] if kind in DOCUMENTARY else ["documentary"])


@pytest.mark.parametrize(
    ("level", "broken"),
    [
        (0, ["absence"]),
        (1, []),
        (2, []),
        (3, ["documentary"]),
        (4, ["independent"]),
        ([2, 3], ["documentary"]),
        ([3, 4], ["documentary", "independent"]),
        ([0, 4], ["absence", "documentary", "independent"]),
    ],
)
def test_a_range_must_meet_the_rules_of_every_level_it_reaches(level: Any, broken: list[str]) -> None:
    rules = [
        {"level": 0, "needs": "absence"},
        {"level": 3, "needs": "documentary"},
        {"level": 4, "needs": "independent"},
    ]
    assert unmet(rules, {"level": level}) == broken


def test_a_rule_without_a_level_concerns_every_rating_but_none_that_is_not_rated() -> None:
    rules: list[Doc] = [{"needs": "beyond_opinion"}]
    assert unmet(rules, {"level": 1}) == ["beyond_opinion"]
    assert unmet(rules, {"not_rated": "no evidence"}) == []
    assert unmet(rules, {"not_applicable": "no such thing"}) == []


def test_a_broken_evidence_rule_is_reported_and_leaves_the_score_alone() -> None:
    content = rubric(group("g", criterion("x")), evidence_rules=[{"needs": "independent"}])
    card = score(content, {"g.x": 4})
    assert [rule.needs for rule in node(card, "g.x").unmet] == ["independent"]
    assert (card.score, card.verdict.band) == (100, "strong")
