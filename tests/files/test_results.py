"""Saved results read back: what they were computed from is made again and gives the same scores."""

from __future__ import annotations

import json
from typing import Any

import pytest

import kasean_score
from kasean_score.documents.scorecard import AS_STATED, document
from kasean_score.errors import FileText, InputError
from kasean_score.files.rebuilt import has_evidence, rebuilt
from kasean_score.files.refs import bundled
from kasean_score.files.results import SavedCard, is_result, read_results
from kasean_score.render import Screen
from kasean_score.render.json import document as as_json
from kasean_score.render.json import lines as as_lines
from kasean_score.scoring.evaluate import Scorecard, evaluate

RUBRIC = """\
kind: rubric
id: r
title: R
aggregate: {power: 0.3}
groups:
  - id: g
    title: G
    aggregate: minimum
    weight: 2
    groups:
      - {id: one, title: One, criteria: [{id: a, title: A, weight: 3}, {id: b, title: B}]}
      - id: two
        title: Two
        aggregate: harmonic
        criteria: [{id: c, title: C, measure: {worst: 1, best: 1000, log: true}}, {id: d, title: D}]
  - id: side
    title: Side
    role: condition
    groups:
      - {id: in, title: In, criteria: [{id: e, title: E}]}
      - {id: out, title: Out, criteria: [{id: f, title: F}]}
  - {id: rest, title: Rest, criteria: [{id: h, title: H}, {id: i, title: I, weight: 0}]}
"""
DOSSIER = """\
kind: initiative
id: i
name: I
sources: [{id: s, title: S}]
ratings:
  r:
    g.one.a: {level: [1, 3], disputed: they differ, evidence: [{source: s, shows: x, stance: against}]}
    g.one.b: {not_applicable: no such thing}
    g.two.c: {value: 30, low: 10, high: 90}
    g.two.d: {level: 4}
    side.in.e: {level: 2}
    side.out.f: {level: 0}
    rest.h: {not_rated: nothing found}
    rest.i: {level: 1}
"""


def cards_of(*cards: Scorecard, explain: bool = True) -> list[SavedCard]:
    doc = document(cards, {**AS_STATED, "explain": explain})
    return read_results(FileText("r.json", as_json(doc, Screen(80))))


@pytest.fixture
def mixed(tmp_path: Any) -> Scorecard:
    for name, text in (("r.yaml", RUBRIC), ("i.yaml", DOSSIER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    rubric, initiative = str(tmp_path / "r.yaml"), str(tmp_path / "i.yaml")
    return kasean_score.evaluate(kasean_score.load_rubric(rubric), kasean_score.load_initiative(initiative))


def figures(card: Scorecard) -> list[tuple[Any, ...]]:
    nodes = [(x.node.id, x.parent, x.depth, x.state, x.score, x.share, x.contribution) for x in card.nodes]
    return [("", card.score, card.coverage), *nodes]


def test_every_aggregation_role_and_state_survives_the_way_through_json(mixed: Scorecard) -> None:
    (saved,) = cards_of(mixed)
    assert figures(evaluate(*rebuilt(saved))) == figures(mixed)


def test_ratings_sources_and_evidence_come_back_with_an_explained_result(mixed: Scorecard) -> None:
    (saved,) = cards_of(mixed)
    _, initiative = rebuilt(saved)
    rating, stated = (one.ratings["r"]["g.one.a"] for one in (initiative, mixed.initiative))
    assert has_evidence(saved)
    assert rating.evidence == stated.evidence
    assert (rating.levels, rating.disputed) == (stated.levels, stated.disputed)
    assert initiative.sources == mixed.initiative.sources
    (bare,) = cards_of(mixed, explain=False)
    assert not has_evidence(bare)
    assert rebuilt(bare)[1].ratings["r"]["g.one.a"].evidence == ()


@pytest.mark.parametrize("name", bundled("initiative"))
def test_every_bundled_scorecard_can_be_scored_again_from_its_result(name: str) -> None:
    initiative = kasean_score.load_initiative(name)
    rubrics = [kasean_score.load_rubric(rubric) for rubric in initiative.ratings]
    cards = [kasean_score.evaluate(rubric, initiative) for rubric in rubrics]
    assert [figures(evaluate(*rebuilt(saved))) for saved in cards_of(*cards, explain=False)] == list(
        map(figures, cards)
    )


def test_lines_are_read_as_one_document_is(mixed: Scorecard) -> None:
    doc = document([mixed, mixed], AS_STATED)
    whole = read_results(FileText("r.json", as_json(doc, Screen(80))))
    lines = read_results(FileText("r.jsonl", as_lines(doc, Screen(80))))
    assert [card.where for card in whole] == ["scorecards[0]", "scorecards[1]"]
    assert [(card.where, card.line) for card in lines] == [("", 1), ("", 2)]
    assert [rebuilt(card) for card in whole] == [rebuilt(card) for card in lines]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('{"schema": {"name": "kasean-score/scorecard"', True),  # cut off
        ('{"options": {}, "schema": {}}', True),
        ('{"kind": "initiative", "schema": {}}', False),
        ('{"kind": "initiative"', False),
        ("kind: initiative", False),
        ("[]", False),
        ("", False),
    ],
)
def test_a_result_is_told_by_its_schema_even_where_it_is_cut_off(text: str, meant: bool) -> None:
    assert is_result(FileText("x", text)) is meant


def test_a_line_that_breaks_off_is_named(mixed: Scorecard) -> None:
    text = as_lines(document([mixed, mixed], AS_STATED), Screen(80))
    with pytest.raises(InputError) as caught:
        read_results(FileText("r.jsonl", text[:-30]))
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert (problem.key, problem.place.line) == ("result-truncated", 2)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("weight", -1),
        ("weight", True),
        ("kind", "leaf"),
        ("kind", []),
        ("parent", "nowhere"),
        ("id", "g"),
        ("level", [9, 9]),
        ("level", [3, 1]),
        ("level", [1]),
        ("value", 3),
        ("state", "perhaps"),
        ("title", {"en": "x"}),
        ("measure", {"worst": 1, "best": 1, "log": False}),
    ],
)
def test_a_value_that_no_node_can_have_is_refused_by_its_path(mixed: Scorecard, field: str, value: Any) -> None:
    doc: Any = json.loads(as_json(document([mixed], AS_STATED), Screen(80)))
    index = [node["id"] for node in doc["scorecards"][0]["nodes"]].index("g.one.a")
    doc["scorecards"][0]["nodes"][index][field] = value
    (saved,) = read_results(FileText("r.json", json.dumps(doc)))
    with pytest.raises(InputError) as caught:
        rebuilt(saved)
    (problem,) = caught.value.problems
    assert problem.key == "result-field"
    assert str(problem.params["path"]).startswith(f"scorecards[0].nodes[{index}].")
