"""SMAA of heparin against enoxaparin with the weights in an order and in a ratio, as constraints that are typed.

Counts and settings: R package smaa (Gert van Valkenhoef) and drugis.org; expected figures from 16 million draws of
our own, the tolerance being four standard errors: see the folder's README.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest
from reference_support import needs, table

import kasean_score
from kasean_score.robust.polytope import Polytope
from kasean_score.robust.smaa import smaa
from kasean_score.robust.tree import Tree
from kasean_score.robust.weights import Uniform

if TYPE_CHECKING:
    from pathlib import Path

CASE = "smaa-thrombolytics"
NAMES = ("proximal_dvt", "distal_dvt", "major_bleeding")
DRAWS = 100_000
pytestmark = needs(CASE)


@pytest.mark.parametrize(
    ("setting", "texts"),
    [
        ("no_preference", []),
        ("order_proximal_bleeding_distal", ["proximal_dvt >= major_bleeding >= distal_dvt"]),
        ("ratio_4_1_2", ["proximal_dvt = 2*major_bleeding", "major_bleeding = 2*distal_dvt"]),
        ("fixed_0.5_0.2_0.3", ["proximal_dvt = 50%", "distal_dvt = 20%"]),
    ],
)
def test_rank_acceptability_under_typed_constraints(setting: str, texts: list[str], tmp_path: Path) -> None:
    path = tmp_path / "rubric.json"
    content = {
        "kind": "rubric",
        "id": "r",
        "title": "R",
        "groups": [{"id": "g", "criteria": [{"id": n} for n in NAMES]}],
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    tree = Tree(kasean_score.load_rubric(str(path)))
    at = tree.index["g"]
    rng = np.random.default_rng(7)
    weights = Polytope.of(tree, texts).draw(at, Uniform(), np.full(3, 1 / 3), DRAWS, rng)
    goals = {row["criterion"]: (float(row["worst"]), float(row["best"])) for row in table(CASE, "structure.csv")}
    values = np.empty((2, 3, DRAWS))
    for row in table(CASE, "data.csv"):
        drawn = rng.beta(float(row["alpha"]), float(row["beta"]), DRAWS)
        worst, best = goals[row["criterion"]]
        place = NAMES.index(row["criterion"])
        values[["Heparin", "Enoxaparin"].index(row["alternative"]), place] = (drawn - worst) / (best - worst)
    order = smaa(values, weights / weights.sum(axis=0))
    (expected,) = (
        row for row in table(CASE, "expected.csv") if (row["setting"], row["quantity"]) == (setting, "rank1_heparin")
    )
    share = float(expected["numpy_n16000000"])
    tolerance = 4 * (share * (1 - share) / DRAWS) ** 0.5 + float(expected["numpy_error"])
    assert order.acceptability[0, 0] == pytest.approx(share, abs=tolerance)
