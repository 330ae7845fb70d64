"""Sensitivity as a document, as flat records and on the screen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_type_hints

import jsonschema
import pytest
from rich.cells import cell_len
from scoring_support import criterion, group, initiative, load_initiative, load_rubric, rubric

import kasean_score
from kasean_score.documents import robust_sensitivity as document
from kasean_score.documents import schema
from kasean_score.render import Screen, plain, table
from kasean_score.render.sheet import Sheet
from kasean_score.render.views import robust_sensitivity as view
from kasean_score.robust.draws import Problem, Varied
from kasean_score.robust.oneway import left_out, sweep
from kasean_score.robust.sensitivity import sensitivity
from kasean_score.robust.weights import Around

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERYTHING = Varied(Around(), True, (None, 0.0, -1.0))
KEYS = ["section", "initiative", "other", "node", "quantity", "value", "error", "text"]
HEADLINE = ["nsp", "kasi", "think-tank"]
EVERY = [
    *HEADLINE, "csp", "asean-korea-centre", "eria", "amro", "japan-green-transformation", "belt-and-road",
    "eu-global-gateway",
]  # fmt: skip


def made(
    problem: Problem, varied: Varied = EVERYTHING, swept: Sequence[str] = (), lang: str = "en", **options: Any
) -> document.SensitivityDoc:
    found = sensitivity(problem, varied, **{"points": 64, "resamples": 20, **options})
    stated = [kasean_score.evaluate(problem.rubric, one).score for one in problem.initiatives]
    sweeps = [sweep(problem, address) for address in swept]
    labels = [one.id for one in problem.initiatives]
    return document.section(found, left_out(problem), sweeps, problem, labels, stated, lang)


def bundled(names: Sequence[str], lens: str = "reset-plan") -> Problem:
    return Problem(kasean_score.load_rubric(lens), [kasean_score.load_initiative(name) for name in names])


def sheet(doc: document.SensitivityDoc, lang: str) -> Sheet:
    return Sheet("Title", tuple(view.lines(doc, lang)), tuple(view.grids(doc, lang)), tuple(view.notes(doc, lang)))


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("names", [HEADLINE, EVERY, ["kasi"]])
@pytest.mark.parametrize("each", [False, True])
def test_no_line_is_wider_than_the_screen(names: list[str], lang: str, each: bool) -> None:
    doc = made(bundled(names), swept=["tailoring"], lang=lang, each_weight=each)
    for width in (80, 120):
        text = table.sheets([sheet(doc, lang)], Screen(width, colour=False))
        assert max(map(cell_len, text.split("\n"))) <= width
        assert "None" not in text
        assert "nan" not in text.split()


@pytest.mark.parametrize("names", [HEADLINE, ["kasi"]])
def test_the_section_is_json_without_nan_and_has_the_shape_it_declares(names: list[str]) -> None:
    doc = made(bundled(names), swept=["tailoring"])
    assert json.loads(json.dumps(doc, allow_nan=False)) == doc
    hints = get_type_hints(document.SensitivityDoc)
    assert set(doc) == set(hints)


def test_every_record_has_the_same_keys_and_names_one_figure() -> None:
    doc = made(bundled(HEADLINE), swept=["tailoring", "human"])
    records = list(document.records(doc))
    assert all(list(one) == KEYS for one in records)
    named = [tuple(one[key] for key in KEYS[:5]) for one in records]
    assert len(set(named)) == len(named)


def test_records_carry_the_figures_of_the_section() -> None:
    doc = made(bundled(HEADLINE))
    strongest = doc["scores"][0]["influences"][0]
    assert strongest["total"] is not None
    [value] = [
        one["value"]
        for one in document.records(doc)
        if (one["initiative"], one["node"], one["other"]) == ("nsp", strongest["node"], strongest["initiative"])
        and one["quantity"] == f"score:{strongest['kind']}:total"
    ]
    assert value == strongest["total"]["value"]


def test_plain_text_has_every_figure_of_the_tornado() -> None:
    """x is 50 and may be 0 or 100, y is settled at 50: 25 points either way."""
    doc = made(small({"a.x": [0, 4], "a.y": 2}), Varied(levels=True))
    text = plain.sheets([sheet(doc, "en")], Screen(80, colour=False)).split("\n")
    at = text.index("What moves the score of i0 (each side of a bar is 25.0 points)")
    assert text[at + 1] == "x: Low -25.0, High +25.0, ▒▒▒▒▒▒▒▒│████████, Alone % 100, In all % 100 [100-100]"


def test_one_initiative_alone_has_no_sentence_about_an_order() -> None:
    labels = {line.label for line in view.lines(made(bundled(["kasi"]), swept=["tailoring"]), "en")}
    assert labels == {"What moves it"}


@pytest.mark.parametrize(
    ("ends", "stated", "widest", "expected"),
    [
        ((40, 60), 50, 10, "▒▒▒▒▒▒▒▒│████████"),
        ((45, 60), 50, 10, "····▒▒▒▒│████████"),
        ((50, 50), 50, 10, "········│········"),
        ((42, 47), 50, 8, "▒▒▒▒▒···│········"),
        ((53, 58), 50, 8, "········│···█████"),
        ((50, 50.4), 50, 8, "········│········"),
        ((40, 60), None, 10, ""),
        (None, 50, 10, ""),
        ((50, 50), 50, 0, ""),
    ],
)
def test_a_tornado_reaches_from_the_stated_score_to_both_ends(
    ends: Sequence[float] | None, stated: float | None, widest: float, expected: str
) -> None:
    assert view.tornado(ends, stated, widest) == expected


def test_a_share_is_told_apart_from_the_stated_one() -> None:
    assert [view.share_text(one, 0.2) for one in (0.26, 0.202, 0.20004, 0.2)] == ["26", "20.2", "20.004", "20"]


def small(*ratings: dict[str, Any]) -> Problem:
    content = rubric(group("a", criterion("x"), criterion("y")))
    return Problem(load_rubric(content), [load_initiative(initiative(x, id=f"i{n}")) for n, x in enumerate(ratings)])


def said(doc: document.SensitivityDoc, lang: str = "en") -> list[str]:
    return [line.text for line in view.lines(doc, lang)]


def test_nothing_varied_is_said_so() -> None:
    doc = made(small({"a.x": 1, "a.y": 2}), Varied())
    assert said(doc) == ["i0: nothing was varied"]


def test_a_score_that_nothing_moves_is_said_so() -> None:
    doc = made(small({"a.x": 2, "a.y": 2}, {"a.x": 1, "a.y": 1}), Varied(Around()))
    assert said(doc) == [
        "i0: nothing that was varied moves this score",
        "i1: nothing that was varied moves this score",
        "nothing that was varied moves any rank",
        "whichever of the 2 criteria is left out, the order stays",
    ]


def test_what_turns_the_order_is_said_with_its_numbers() -> None:
    """75 and 50 of (x + y) / 2; without x it is 50 against 100; the lines meet at a share of 1/3 for x."""
    doc = made(small({"a.x": 4, "a.y": 2}, {"a.x": 0, "a.y": 4}), Varied(Around()), ["a.x"])
    *_, without, swept = said(doc)
    assert without == "the order changes for 1 of the 2 criteria: x (i1 > i0)"
    assert swept == "x, 50 % as stated: below 33 %, i1 is above i0"


def test_points_without_a_criterion_are_counted_from_the_stated_score() -> None:
    """(100 + 50) / 2 = 75; without x 50, which is 25 points less."""
    without_x, without_y = made(small({"a.x": 4, "a.y": 2}))["left_out"]
    assert (without_x["scores"], without_x["changes"]) == ([50], [-25])
    assert (without_y["scores"], without_y["changes"]) == ([100], [25])


def test_the_strongest_inputs_come_first_and_no_more_than_asked_for() -> None:
    doc = made(bundled(HEADLINE))
    grid = view.grids(doc, "en", top=3)[0]
    assert len(grid.rows) == 3
    totals = [one["total"]["value"] for one in doc["scores"][0]["influences"] if one["total"]]
    assert totals == sorted(totals, reverse=True)


def test_an_initiative_with_nothing_rated_has_ranges_and_no_centre() -> None:
    doc = made(small({}, {"a.x": 1, "a.y": 2}), Varied(levels=True))
    assert doc["scores"][0]["stated"] is None
    [grid] = [one for one in view.grids(doc, "en") if one.title.endswith("i0")]
    assert [row.cells[1:4] for row in grid.rows] == [("0", "100", "")] * 2


def test_real_output_meets_the_schema_made_from_the_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same maker of schemas as `schema robustness` uses."""
    monkeypatch.setitem(schema.SHAPES, "robustness", "robust_sensitivity:SensitivityDoc")
    shape = schema.document_schema("robustness")
    for names in (HEADLINE, ["kasi"]):
        jsonschema.validate(made(bundled(names), swept=["human"]), shape)
    jsonschema.validate(made(small({}, {"a.x": 2}), Varied()), shape)
