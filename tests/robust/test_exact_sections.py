"""Exact statements and tipping as documents and as text: shapes, flat records, sentences, and what fits 80 cells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from exact_support import problem
from jsonschema import Draft7Validator
from rich.cells import cell_len
from scoring_support import criterion, group, measure, rubric

import kasean_score
from kasean_score.documents import labels, robust_preference, robust_tipping, schema
from kasean_score.documents.robust_preference import PreferenceDoc
from kasean_score.documents.robust_tipping import TippingDoc
from kasean_score.render import Screen
from kasean_score.render.sheet import Sheet
from kasean_score.render.table import sheets
from kasean_score.render.views import robust_preference as preference_view
from kasean_score.render.views import robust_tipping as tipping_view
from kasean_score.robust.draws import Problem, Varied
from kasean_score.robust.preference import preferences
from kasean_score.robust.simulate import simulate
from kasean_score.robust.tipping import tippings
from kasean_score.robust.weights import Uniform
from kasean_score.scoring.evaluate import evaluate

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADLINE = ("nsp", "kasi", "think-tank")
TEN = (
    *HEADLINE, "csp", "eria", "amro", "asean-korea-centre", "belt-and-road", "eu-global-gateway",
    "japan-green-transformation",
)  # fmt: skip
KEYS = {"section", "initiative", "other", "node", "quantity", "value", "error", "text"}
FLAT = rubric(group("g", criterion("x"), criterion("y"), criterion("z", 2)))
SETTINGS: list[tuple[tuple[str, ...], str, tuple[str, ...]]] = [
    (HEADLINE, "reset-plan", ()),
    (HEADLINE, "three-pillars", ()),
    (HEADLINE, "reset-plan", ("tailoring >= human", "distinctive <= 10%")),
    (TEN, "reset-plan", ()),
    (("nsp",), "reset-plan", ()),
    (("nsp", "nsp"), "reset-plan", ()),
]


def bundled(names: Sequence[str], rubric: str, texts: Sequence[str] = ()) -> Problem:
    return Problem(kasean_score.load_rubric(rubric), [kasean_score.load_initiative(name) for name in names], texts)


def documents(given: Problem, lang: str = "en", draws: int = 0) -> tuple[PreferenceDoc, TippingDoc]:
    names = labels([one.id for one in given.initiatives])
    cards = [evaluate(given.rubric, one) for one in given.initiatives]
    run = simulate(given, Varied(Uniform()), draws, 1) if draws else None
    exact = robust_preference.section(preferences(given, given.polytope), given, names, cards, run)
    return exact, robust_tipping.section(tippings(given), given, names, lang)


def said(given: Problem, lang: str = "en", draws: int = 0) -> list[str]:
    exact, tipping = documents(given, lang, draws)
    return [line.text for line in (*preference_view.lines(exact, lang), *tipping_view.lines(tipping, lang))]


def flat(first: tuple[Any, ...], second: tuple[Any, ...], content: dict[str, Any] = FLAT) -> Problem:
    return problem(content, *({f"g.{n}": one for n, one in zip("xyz", each, strict=False)} for each in (first, second)))


@pytest.mark.parametrize(("names", "rubric", "texts"), SETTINGS)
def test_sections_have_their_shape_and_no_number_that_json_lacks(
    names: tuple[str, ...], rubric: str, texts: tuple[str, ...]
) -> None:
    for found, shape in zip(documents(bundled(names, rubric, texts)), (PreferenceDoc, TippingDoc), strict=True):
        definitions: dict[str, Any] = {}
        root = schema._object(shape, definitions)
        Draft7Validator({**root, "definitions": definitions}).validate(json.loads(json.dumps(found, allow_nan=False)))


@pytest.mark.parametrize(("names", "rubric", "texts"), SETTINGS)
def test_records_are_flat_and_all_alike(names: tuple[str, ...], rubric: str, texts: tuple[str, ...]) -> None:
    exact, tipping = documents(bundled(names, rubric, texts))
    for record in (*robust_preference.records(exact), *robust_tipping.records(tipping)):
        assert set(record) == KEYS
        assert all(value is None or isinstance(value, str | float) for value in record.values())


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(("names", "rubric", "texts"), SETTINGS)
def test_everything_fits_a_narrow_terminal(
    names: tuple[str, ...], rubric: str, texts: tuple[str, ...], lang: str
) -> None:
    exact, tipping = documents(bundled(names, rubric, texts), lang)
    page = Sheet(
        "",
        tuple(preference_view.lines(exact, lang) + tipping_view.lines(tipping, lang)),
        tuple(preference_view.grids(exact, lang) + tipping_view.grids(tipping, lang)),
        tuple(preference_view.notes(exact, lang) + tipping_view.notes(tipping, lang)),
    )
    assert max(map(cell_len, sheets([page], Screen(80)).splitlines())) <= 80


def test_an_order_that_weights_decide_is_said_with_its_numbers() -> None:
    """D = -50 x + 50 z: 12.5 at 1/4, 1/4, 1/2; and above 0 for P(z > x) = 1/2 of all weights."""
    texts = said(flat((1, 2, 4), (3, 2, 2)), draws=2000)
    assert texts[0] == "a or b: the weights decide, a by up to 50 points, b by up to 50"
    assert texts[1].startswith("a above b: simulated ")
    assert texts[1].endswith(" % of weights, exact 50.00 %")
    assert texts[2] == (
        "a leads b by 12.5 points: "
        "b passes a if the share of x within g rises from 25 % to 40 % (others in proportion); "
        "of all weights together, 12.5 % of the whole has to move between criteria; "
        "or if a had level 2 and not level 4 on z (and 1 more as small)"
    )


def test_a_settled_order_is_said_with_the_least_and_the_most() -> None:
    texts = said(flat((2, 2, 4), (1, 1, 2)))
    assert texts[0] == "a above b whatever the weights, by 25 to 50 points; at every reading of ranges and gaps too"
    assert "no single weight reverses or ends this order" in texts[1]
    assert "no division of the weight among criteria does it" in texts[1]
    assert said(flat((1, 1, 2), (2, 2, 4)))[0].startswith("b above a whatever the weights, by 25 to 50 points")
    assert said(flat((2, 2, [2, 3]), (1, 2, [1, 3])))[0] == (
        "a never below b whatever the weights, and above by up to 25 points; not at every reading of ranges and gaps"
    )
    assert said(flat((2, 2, 2), (2, 2, 2))) == ["a and b equal whatever the weights", "a and b score the same"]


def test_what_cannot_be_said_is_not_said() -> None:
    assert said(flat(("?", "?", "?"), (1, 1, 1))) == ["a and b: no scores to compare", "no two scores to compare"]
    geometric = flat((1, 4, 3), (2, 2, 2), {**FLAT, "aggregate": "geometric"})
    texts = said(geometric)
    assert texts[0] == "a or b: the weights decide"
    exact, tipping = documents(geometric)
    assert not exact["linear"]
    assert tipping["pairs"][0]["all_weights"] == {"scope": "none", "total": None, "moves": []}
    assert len(preference_view.notes(exact, "en")) == 2


def test_a_measure_is_said_in_its_own_numbers() -> None:
    content = rubric(group("g", measure("x", 0, 200), criterion("y")))
    texts = said(flat(({"value": 60}, 2), ({"value": 100}, 2), content))
    assert "or if b had 60 and not 100 on x (and 1 more as small)" in texts[1]


def test_constraints_that_the_stated_weights_break_are_a_caution() -> None:
    given = bundled(HEADLINE, "reset-plan", ("distinctive <= 10%",))
    exact, _ = documents(given)
    assert exact["broken"] == ["distinctive <= 10%"]
    first = preference_view.lines(exact, "en")[0]
    assert (first.label, first.strong) == ("Caution", True)
    assert first.text == "the stated weights do not meet: distinctive <= 10%"


def test_dominance_stands_beside_what_weights_can_do() -> None:
    exact, _ = documents(flat((2, 2, 4), (1, 1, 2)))
    assert (exact["pairs"][0]["dominant"], exact["pairs"][0]["certain"]) == ("a", True)
