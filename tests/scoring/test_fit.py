"""The faults between an initiative's ratings and a rubric: all of them, each once, at its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from scoring_support import Doc, criterion, group, initiative, load_initiative, load_rubric, measure, rubric, score

import kasean_score

if TYPE_CHECKING:
    from pathlib import Path

    from kasean_score.errors import Problem

RUBRIC = rubric(
    group(
        "aid",
        criterion("needs"),
        criterion("reach", levels={"1": "one", "3": "three"}),
        criterion("board", applies_to={"type": "institution", "stage": ["launched", "closed"]}),
    ),
    group("figures", measure("trade", 0, 300), measure("income", 100, 75000, log=True)),
)


def faults(ratings: dict[str, Any], **fields: Any) -> list[Problem]:
    with pytest.raises(kasean_score.InputError) as caught:
        score(RUBRIC, ratings, **fields)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("address", "rating", "key"),
    [
        ("aid.needs", {"value": 3}, "wrong-rating.value"),
        ("aid.needs", 5, "no-such-level"),
        ("aid.needs", [4, 5], "no-such-level"),
        ("aid.reach", 2, "no-such-level"),
        ("figures.trade", 3, "wrong-rating.level"),
        ("figures.income", 3, "wrong-rating.level"),
        ("figures.income", {"value": 0}, "log-of-nonpositive"),
        ("figures.income", {"value": -5}, "log-of-nonpositive"),
        ("figures.income", {"value": 10, "low": -5}, "log-of-nonpositive"),
        ("aid.needz", 3, "unknown-criterion.near"),
        ("zzzzzzzzzz", 3, "unknown-criterion"),
        ("aid", 3, "unknown-criterion.group"),
        ("needs", 3, "unknown-criterion.near"),
    ],
)
def test_a_rating_that_does_not_fit_its_criterion_is_one_fault(address: str, rating: Any, key: str) -> None:
    found = faults({address: rating})
    assert [problem.key for problem in found] == [key]
    assert found[0].params["criterion"] == address
    assert found[0].params["rubric"] == "r"


@pytest.mark.parametrize(
    ("rating", "levels"),
    [(5, [5]), ([5, 6], [5, 6]), ([5, 5], [5])],
)
def test_each_wrong_end_of_a_range_is_named_once(rating: Any, levels: list[int]) -> None:
    assert [problem.params["level"] for problem in faults({"aid.needs": rating})] == levels


@pytest.mark.parametrize(
    "fields", [{"type": "policy"}, {"stage": "proposed"}, {"type": "programme", "stage": "closed"}]
)
def test_a_rating_of_a_criterion_that_cannot_be_asked_is_a_fault(fields: dict[str, str]) -> None:
    assert [problem.key for problem in faults({"aid.board": 3}, **fields)] == ["does-not-apply"]


@pytest.mark.parametrize("rating", ["?", "-"])
def test_a_criterion_that_cannot_be_asked_may_be_called_unrated_or_not_applicable(rating: str) -> None:
    assert score(RUBRIC, {"aid.board": rating, "aid.needs": 4}, type="policy").score == 100


@pytest.mark.parametrize("address", [f"aid.{name}" for name in ("needs", "reach")] + ["figures.income"])
@pytest.mark.parametrize("rating", ["?", "-"])
def test_unrated_and_not_applicable_fit_any_criterion(address: str, rating: str) -> None:
    assert score(RUBRIC, {address: rating}).score is None


@pytest.mark.parametrize(
    ("address", "rating"),
    [
        ("aid.reach", 3),
        ("aid.reach", [1, 3]),
        ("aid.board", 4),
        ("figures.trade", {"value": -7}),
        ("figures.income", {"value": 1, "low": 0.5, "high": 9e9}),
    ],
)
def test_a_rating_that_fits_is_no_fault(address: str, rating: Any) -> None:
    assert score(RUBRIC, {address: rating}, type="institution", stage="launched").score is not None


def test_all_faults_are_found_at_once_in_the_order_of_the_file() -> None:
    found = faults({"figures.trade": 3, "aid.needs": 9, "aid.board": 2, "nowhere": 1}, type="policy")
    assert [(problem.params["criterion"], problem.code) for problem in found] == [
        ("figures.trade", "wrong-rating"),
        ("aid.needs", "no-such-level"),
        ("aid.board", "does-not-apply"),
        ("nowhere", "unknown-criterion"),
    ]


@pytest.mark.parametrize(
    ("entry", "line", "column"),
    [
        ("    aid.needs:\n      level: 7\n", 7, 14),  # at the level that is wrong
        ("    aid.needz:\n      level: 3\n", 6, 5),  # at the address that is unknown
    ],
    ids=["no such level", "no such address"],
)
def test_a_fault_stands_at_its_place_in_the_file(tmp_path: Path, entry: str, line: int, column: int) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(f"kind: initiative\nid: i\nname: I\nratings:\n  r:\n{entry}", encoding="utf-8")
    with pytest.raises(kasean_score.InputError) as caught:
        kasean_score.evaluate(load_rubric(RUBRIC), kasean_score.load_initiative(str(path)))
    place = caught.value.problems[0].place
    assert place is not None
    assert (place.file.path, place.line, place.column) == (str(path), line, column)


def test_ratings_on_another_rubric_are_not_judged_by_this_one() -> None:
    content: Doc = initiative({"aid.needs": 4})
    content["ratings"]["another"] = {"quite.other": {"level": 99}}
    assert kasean_score.evaluate(load_rubric(RUBRIC), load_initiative(content)).score == 100
