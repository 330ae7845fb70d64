"""The program and the script of its page make of the same cases what exact arithmetic makes of them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import make
import pytest
from exact import FragileError
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from vectors_support import Script, by_program, differences, initiatives_of, rubric_of, stored

from kasean_score.documents.weighing import weighing
from kasean_score.scoring.evaluate import evaluate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Doc = dict[str, Any]


@pytest.fixture(scope="module")
def cases() -> list[Doc]:
    return stored()


@pytest.fixture(scope="module")
def script() -> Iterator[Script]:
    with Script() as running:
        yield running


def apart(cases: Sequence[Doc], results: Sequence[Doc]) -> list[str]:
    return [
        f"{case['name']}: {text}"
        for case, found in zip(cases, results, strict=True)
        for text in differences(found, case["expected"])[:3]
    ]


def test_the_program_agrees_with_the_vectors(cases: list[Doc]) -> None:
    assert apart(cases, [by_program(case) for case in cases]) == []


def test_the_script_agrees_with_the_vectors(cases: list[Doc], script: Script) -> None:
    assert apart(cases, script.answers(cases)) == []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(choose=st.randoms(use_true_random=False))
def test_program_and_script_agree_on_any_tree(script: Script, choose: Random) -> None:
    try:
        case = make.Maker(choose).case("any")
    except FragileError:
        assume(False)
    found, asked = by_program(case), script.answers([case])[0]
    assert differences(asked, found) == []
    assert differences(found, case["expected"]) == []


def weighing_of(*weights: float) -> Doc:
    """Groups `g` and `h`: `g.a`, `g.b` and `h.c`, weighing 1 or, in the set `other`, as given."""
    other = {"id": "other", "weights": list(weights) or [1.0, 2.0, 3.0, 1.0, 1.0]}
    return {**stored()[0]["weighing"], "weight_sets": [other]}


@pytest.mark.parametrize(
    ("fragment", "weights", "aggregate", "text"),
    [
        ("", [1, 1, 1, 1, 1], None, ""),
        ("#w.r=", [1, 1, 1, 1, 1], None, ""),
        ("#w.r=g.a:2.5;h:0", [1, 2.5, 1, 0, 1], None, "w.r=g.a:2.5;h:0"),
        ("#w.r=h:0;g.a:2.50", [1, 2.5, 1, 0, 1], None, "w.r=g.a:2.5;h:0"),
        ("#w.r=g.a:1", [1, 1, 1, 1, 1], None, ""),
        ("#there&lang=ko&w.r=set.other;g:4", [4, 2, 3, 1, 1], None, "there&lang=ko&w.r=set.other;g:4"),
        ("#w.r=mean.geometric;set.other", [1, 2, 3, 1, 1], "geometric", "w.r=set.other;mean.geometric"),
        ("#w.r=mean.median;set.none;g.a:-1;g.b:1e;x:2;g.a.b:3", [1, 1, 1, 1, 1], None, ""),
        ("#w.r=g:0;h:0", [1, 1, 1, 1, 1], None, ""),
        ("#w.r=g.a:0;g.b:0;mean.minimum", [1, 1, 1, 1, 1], "minimum", "w.r=mean.minimum"),
        ("#w.r=g.a:1e-7", [1, 1e-7, 1, 1, 1], None, "w.r=g.a:1e-7"),
        ("#w.r=g.a:99999999", [1, 1, 1, 1, 1], None, ""),
        ("#w.r=%zz&w.q=g:3", [1, 1, 1, 1, 1], None, ""),
        ("#a%20b&w.r=g%3A3", [3, 1, 1, 1, 1], None, "a%20b&w.r=g:3"),
    ],
)
def test_an_address_holds_what_differs_and_nothing_else(
    script: Script, fragment: str, weights: list[float], aggregate: str | None, text: str
) -> None:
    found = script.answers([{"fragment": fragment, "weighing": weighing_of()}])[0]
    assert (found["weights"], found["aggregate"], found["text"]) == (weights, aggregate, text)


@given(weights=st.lists(st.floats(0, 1e6).map(lambda x: round(x, 6)), min_size=5, max_size=5))
@settings(max_examples=60, deadline=None)
def test_an_address_brings_back_the_weights_that_it_was_made_from(script: Script, weights: list[float]) -> None:
    ids = ["g", "g.a", "g.b", "h", "h.c"]
    fragment = "#w.r=" + ";".join(f"{name}:{weight:.6f}" for name, weight in zip(ids, weights, strict=True))
    first = script.answers([{"fragment": fragment, "weighing": weighing_of()}])[0]
    again = script.answers([{"fragment": f"#{first['text']}", "weighing": weighing_of()}])[0]
    assert again == first
    valid = any(weights[place] for place in (0, 3)) and any(weights[1:3]) and weights[4]
    assert first["weights"] == (weights if valid else [1.0] * 5)


def test_a_weight_set_that_leaves_a_group_without_weight_is_not_begun_with(script: Script) -> None:
    bare = weighing_of(1.0, 0.0, 0.0, 1.0, 1.0)
    found = script.answers([{"fragment": "#w.r=set.other;h:3", "weighing": bare}])[0]
    assert (found["weights"], found["text"]) == ([1, 1, 1, 3, 1], "w.r=h:3")


def test_the_stored_vectors_are_those_that_the_generator_makes(cases: list[Doc]) -> None:
    """Of the random ones a part: exact arithmetic takes its time."""
    maker = make.Maker(Random(make.SEED))
    fresh = [*make.by_hand(), *make.random_cases(maker, 25)]
    assert fresh == cases[: len(fresh)]
    assert len(cases) == len(make.by_hand()) + make.RANDOM_CASES


def test_a_document_holds_of_scorecards_the_weighing_that_the_vectors_begin_with(cases: list[Doc]) -> None:
    for case in cases:
        rubric = rubric_of(case)
        labels = [one["label"] for one in case["weighing"]["initiatives"]]
        cards = [evaluate(rubric, one) for one in initiatives_of(case)]
        made = weighing(rubric, list(zip(labels, cards, strict=True)))
        assert differences(made, case["weighing"]) == [], case["name"]


def test_the_vectors_reach_every_corner(cases: list[Doc]) -> None:
    """A vector file that never limits, never leaves a group without score ... would hold nobody to anything."""
    results = [case["expected"] for case in cases]
    cards = [card for result in results for card in result.get("cards", [])]
    nodes = [node for card in cards for node in card["nodes"]]
    assert sum("weightless" in result for result in results) >= 10
    assert {limit["status"] for card in cards for limit in card["limits"]} == {"holds", "possible", "clear"}
    assert any(limit["lowers"] for card in cards for limit in card["limits"])
    assert {card["band"] for card in cards} == {"high", "middle", "low", "not_demonstrated"}
    assert {node["state"] for node in nodes} == {"rated", "not_rated", "not_applicable"}
    assert any(card["score"] is None and card["low"] is not None for card in cards)
    assert any(card["low"] is None for card in cards)
    assert any(node["share"] == 0 and node["score"] for node in nodes)
    assert any(node["share"] is None and node["score"] is not None for node in nodes)
    ranks = [[place["rank"] for place in result["order"]] for result in results if "order" in result]
    assert any(len(set(one)) < len(one) for one in ranks)
