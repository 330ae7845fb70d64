"""The formulas of a form, worked out by LibreOffice, come to what `evaluate` does."""

from __future__ import annotations

import random
from itertools import product
from math import isclose
from typing import TYPE_CHECKING, Any

import pytest
import scoring_support as small
from forms_support import bare, fill, form_of, key_columns, recalculated, row_of
from openpyxl import load_workbook

import kasean_score
from kasean_score.files.forms import read_form
from kasean_score.files.refs import bundled, bundled_path
from kasean_score.formulas.text import quoted
from kasean_score.formulas.tree import barred
from kasean_score.model import AppliesTo, in_language

if TYPE_CHECKING:
    from pathlib import Path

    from kasean_score.api import Scorecard
    from kasean_score.model import Initiative, Rubric

CLOSE = 1e-9
SEED, PER_BOOK = 20251124, 12
FIGURES = ("Score", "Lowest", "Highest", "Rated")
POWERS: list[Any] = [*small.AGGREGATES.values(), {"power": 0}, {"power": 1e-10}, {"power": -0.0005}, {"power": 0.5}]
"""Every named mean, some that have none, and powers at which the plain formula would lose its digits."""


def figures(sheet: Any) -> dict[str, list[float | None]]:
    """Score, bounds and coverage of every node by its address, and of the whole under the empty one."""
    labels = {cell.value: cell.column for cell in sheet[4]}
    rows = {"": 3, **{str(cell.value): cell.row for cell in sheet["A"][5:] if cell.value}}
    return {
        address: [None if (value := sheet.cell(row, labels[name]).value) == "" else value for name in FIGURES]
        for address, row in rows.items()
    }


def expected(card: Scorecard) -> dict[str, list[float | None]]:
    whole = [card.score, card.low, card.high, card.coverage]
    return {"": whole, **{one.node.id: [one.score, one.low, one.high, one.coverage] for one in card.nodes}}


def same(found: float | None, wanted: float | None) -> bool:
    if found is None or wanted is None:
        return found is wanted
    return isclose(found, wanted, rel_tol=CLOSE, abs_tol=CLOSE)


def check(sheet: Any, card: Scorecard) -> None:
    """Every figure of a sheet, and the bands in the line that sums them up."""
    found, wanted = figures(sheet), expected(card)
    assert found.keys() == wanted.keys()
    differing = {
        one: (found[one], wanted[one])
        for one in wanted
        if not all(same(a, b) for a, b in zip(found[one], wanted[one], strict=True))
    }
    assert differing == {}
    line = str(sheet["A3"].value)
    if card.score is None:
        assert line == "Nothing is rated yet."
        return
    names = {band.id: in_language(band.label, "en") for band in card.rubric.bands}
    names["not_demonstrated"] = "Not demonstrated"
    ends = card.verdict.bounds
    assert ends is not None
    could = "" if ends[0] == ends[1] else f" (could be {names[ends[0]]} - {names[ends[1]]})"
    assert f"]  {names[card.verdict.band]}{could}  rated: " in line


def test_a_form_shows_the_scores_of_every_bundled_dossier(tmp_path: Path) -> None:
    rubrics = {name: kasean_score.load_rubric(name) for name in bundled("rubric")}
    dossiers = {name: kasean_score.load_initiative(name) for name in bundled("initiative")}
    for name, initiative in dossiers.items():
        rated = [rubric for rubric in rubrics.values() if initiative.rated_under(rubric)]
        form_of(tmp_path / f"{name}.xlsx", rated, bundled_path("initiative", name))
    count = 0
    for file, book in recalculated(tmp_path).items():
        initiative = dossiers[file.removesuffix(".xlsx")]
        for name in initiative.ratings:
            check(book[name], kasean_score.evaluate(rubrics[name], initiative))
            count += 1
    assert count == 26


class Random:
    """Small rubrics and the ratings of an initiative on each, with everything that changes how a score comes about."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.levels = self.random.choice([2, 3, 5])
        self.numbers = iter(range(1000))

    def rubric(self) -> small.Doc:
        groups = [self.group(depth=self.random.choice([0, 0, 1])) for _ in range(self.random.randint(1, 4))]
        groups[0] |= {"weight": 1, "role": "counted"}
        addresses = [f"{group['id']}" for group in groups]
        limits = [
            {"when": {"group": self.random.choice(["any", *addresses]), "below": self.random.choice([10, 50, 90])},
             "band_at_most": self.random.choice(["partial", "weak", "not_demonstrated"])}
        ]  # fmt: skip
        top = next(self.leaves(groups))
        if "measure" not in top[1]:
            limits.append({"when": {"criterion": top[0], "at_most": 0.5}, "band_at_most": "limited"})
        values = sorted(self.random.choice([0, 10, 35.5, 60, 100]) for _ in range(self.levels))
        scale = [{"level": at, "label": f"L{at}", "value": value} for at, value in enumerate(values)]
        linear = [{key: one[key] for key in ("level", "label")} for one in scale]
        return small.rubric(
            *groups, aggregate=self.random.choice(POWERS), limits=limits,
            scale=scale if self.random.random() < 0.4 else linear, min_coverage=self.random.choice([0, 0.5, 0.65]),
        )  # fmt: skip

    def group(self, depth: int) -> small.Doc:
        name, fields = f"g{next(self.numbers)}", {}
        if self.random.random() < 0.5:
            fields["aggregate"] = self.random.choice(POWERS)
        if self.random.random() < 0.15:
            fields["role"] = "condition"
        make = self.group if depth else self.criterion
        children = [make(depth - 1) for _ in range(self.random.randint(1, 4))]
        children[0] |= {"weight": 2.5, **({"role": "counted"} if depth else {})}
        return small.group(name, *children, weight=self.weight(), **fields)

    def criterion(self, _: int = 0) -> small.Doc:
        name = f"c{next(self.numbers)}"
        if self.random.random() < 0.25:
            worst, best = self.random.choice([(0.5, 300), (300, 0.5), (1, 7.3)])
            return small.measure(name, worst, best, self.weight(), log=self.random.random() < 0.5)
        fields: small.Doc = {}
        if self.random.random() < 0.2:
            fields["applies_to"] = {"type": ["policy", "institution"]}
        if self.random.random() < 0.1:
            fields["applies_to"] = {"stage": ["closed"]}
        if self.random.random() < 0.2:
            fields["levels"] = {"0": "none", str(self.levels - 1): "all"}
        return small.criterion(name, self.weight(), **fields)

    def weight(self) -> float:
        return self.random.choice([0, 0.1, 1, 1, 2, 1 / 3, 1e6])

    def leaves(self, nodes: list[small.Doc], prefix: str = "") -> Any:
        for node in nodes:
            below = node.get("criteria") or node.get("groups")
            if below:
                yield from self.leaves(below, f"{prefix}{node['id']}.")
            else:
                yield f"{prefix}{node['id']}", node

    def entries(self, rubric: Rubric, sort: str | None, stage: str | None) -> dict[str, dict[str, Any]]:
        """What somebody writes into the row of each criterion."""
        made = {}
        for criterion in rubric.criteria():
            wanted = criterion.applies_to
            asked = sort in (None, *(wanted.type or (sort,))) and stage in (None, *(wanted.stage or (stage,)))
            draw = self.random.random()
            if draw < 0.15:
                made[criterion.id] = {"level": "not rated", "why": "nothing found"}
            elif draw < 0.25:
                made[criterion.id] = {"level": "not applicable", "why": "no such thing"}
            elif draw < 0.9 and asked:
                made[criterion.id] = self.rated(rubric, criterion)
        return made

    def rated(self, rubric: Rubric, criterion: Any) -> dict[str, Any]:
        if criterion.measure is not None:
            value = self.random.choice([0.25, 1, 2.5, 120.125, 999])
            ends = {"low": value / 2, "high": value * 1.5} if self.random.random() < 0.5 else {}
            return {"value": value, **ends}
        low, high = sorted(self.random.choice(rubric.levels_of(criterion)) for _ in range(2))
        return {"level": low} if low == high else {"level": low, "level_to": high}


def test_a_form_that_is_filled_in_shows_the_score_of_the_dossier_it_becomes(tmp_path: Path) -> None:
    """Random small rubrics; what LibreOffice saved is read back, so that its own way of writing is tested too."""
    cases: dict[str, tuple[list[Rubric], Initiative]] = {}
    for seed, (sort, stage) in enumerate(product([None, "policy", "programme"], [None, "closed"]), SEED):
        make = Random(seed)
        rubrics = [small.load_rubric({**make.rubric(), "id": f"r{at}"}) for at in range(PER_BOOK)]
        path = form_of(tmp_path / f"{seed}.xlsx", rubrics)
        book = load_workbook(path)
        for field, text in {"id": "i", "name": "An initiative", "type": sort, "stage": stage}.items():
            fill(book["Identity"], field, text=text)
        for rubric in rubrics:
            for address, given in make.entries(rubric, sort, stage).items():
                fill(book[rubric.id], address, **given)
        book.save(path)
        cases[path.name] = (rubrics, read_form(str(path)))
    for name, book in recalculated(tmp_path).items():
        rubrics, initiative = cases[name]
        for rubric in rubrics:
            check(book[rubric.id], kasean_score.evaluate(rubric, initiative))
        assert bare(read_form(str(tmp_path / "recalculated" / name))) == bare(initiative)


def test_a_rating_that_would_be_refused_counts_as_not_rated_and_is_pointed_out(tmp_path: Path) -> None:
    rubric = small.load_rubric(small.rubric(small.group("g", *(small.criterion(f"c{at}") for at in range(6)))))
    path = form_of(tmp_path / "form.xlsx", [rubric])
    book = load_workbook(path)
    given: list[dict[str, Any]] = [
        {"level": 7}, {"level": 3, "level_to": 1}, {"level": "not rated"}, {"why": "because"}, {"level": 2}, {}
    ]  # fmt: skip
    for at, values in enumerate(given):
        fill(book["r"], f"g.c{at}", **values)
    book.save(path)
    sheet = recalculated(tmp_path)["form.xlsx"]["r"]
    column = next(at for at, cell in enumerate(sheet[4], 1) if cell.value == "To do")
    todo = [sheet.cell(row_of(sheet, f"g.c{at}"), column).value for at in range(6)]
    wrong = "No such level, or a range that runs backwards"
    assert [one or "" for one in todo] == [wrong, wrong, "Say why", "Choose a level", "", ""]
    found = figures(sheet)
    assert found[""] == [50, pytest.approx(50 / 6), pytest.approx(550 / 6), pytest.approx(1 / 6)]
    assert found["g.c0"] == [None, 0, 100, 0]


def test_a_text_in_a_formula_cannot_end_it() -> None:
    assert quoted('a"&B1&"') == '"a""&B1&"""'


def test_a_criterion_that_is_asked_of_all_is_never_barred() -> None:
    assert barred(AppliesTo(), "A1", "A2", {}) == "FALSE"
    assert barred(AppliesTo(stage=("closed",)), "A1", "A2", {"closed": ["closed", "종료"]}) == (
        'OR(AND(A2<>"",A2<>"closed",A2<>"종료"))'
    )


def test_the_columns_of_a_form_are_found_by_their_keys(tmp_path: Path) -> None:
    rubric = small.load_rubric(small.rubric(small.group("g", small.criterion("c"))))
    book = load_workbook(form_of(tmp_path / "form.xlsx", [rubric]))
    assert list(key_columns(book["r"])) == ["criterion", "level", "level_to", "confidence", "why", "disputed"]
