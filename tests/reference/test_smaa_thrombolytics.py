"""SMAA of the thrombolytics example: two treatments on three criteria with Beta-distributed performances.

The figures were computed independently with 16 million draws; those that the R package smaa and the application of
drugis publish differ from them by their own sampling error. Partial values are linear between goalposts and not cut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from reference_support import needs, table

from kasean_score.robust.smaa import Order, smaa
from kasean_score.robust.weights import Uniform

if TYPE_CHECKING:
    from numpy.typing import NDArray

CASE = "smaa-thrombolytics"
DRAWS = 100_000
CRITERIA = ("proximal", "distal", "bleeding")
TREATMENTS = ("heparin", "enoxaparin")
EXACT = {"ratio_4_1_2": (4 / 7, 1 / 7, 2 / 7), "fixed_0.5_0.2_0.3": (0.5, 0.2, 0.3)}
pytestmark = needs(CASE)


def performances() -> NDArray[np.float64]:
    """(treatments, criteria, draws) of partial values."""
    rng = np.random.default_rng(11)
    ends = {row["criterion"]: (float(row["best"]), float(row["worst"])) for row in table(CASE, "structure.csv")}
    found: dict[str, list[NDArray[np.float64]]] = {}
    for row in table(CASE, "data.csv"):
        best, worst = ends[row["criterion"]]
        drawn = rng.beta(float(row["alpha"]), float(row["beta"]), DRAWS)
        found.setdefault(row["alternative"].lower(), []).append((drawn - worst) / (best - worst))
    return np.array([found[name] for name in TREATMENTS])


def weights(setting: str) -> NDArray[np.float64]:
    """(criteria, draws), in the order proximal, distal, bleeding."""
    if setting in EXACT:
        return np.repeat(np.array(EXACT[setting])[:, None], DRAWS, axis=1)
    drawn = Uniform().draw(np.full(3, 1 / 3), DRAWS, np.random.default_rng(12))
    drawn /= drawn.sum(axis=0)
    if setting == "no_preference":
        return drawn
    falling = -np.sort(-drawn, axis=0)  # uniform on the part of the simplex where they fall in this order
    return falling[[0, 2, 1]]


def result(setting: str) -> Order:
    return smaa(performances(), weights(setting))


@pytest.mark.parametrize("setting", ["no_preference", "order_proximal_bleeding_distal", *EXACT])
def test_rank_acceptabilities_are_those_of_the_published_example(setting: str) -> None:
    order = result(setting)
    for row in table(CASE, "expected.csv"):
        if row["setting"] != setting or not row["quantity"].startswith("rank1"):
            continue
        at = TREATMENTS.index(row["quantity"].partition("_")[2])
        p = float(row["numpy_n16000000"])
        error = 4 * np.sqrt(p * (1 - p) / DRAWS) + float(row["numpy_error"])
        assert order.acceptability[at, 0] == pytest.approx(p, abs=error)
    assert order.acceptability.sum(axis=1) == pytest.approx([1, 1])


def test_central_weights_are_those_of_the_published_example() -> None:
    order = result("no_preference")
    for row in table(CASE, "expected.csv"):
        kind, _, rest = row["quantity"].partition("_weight_")
        if kind != "central":
            continue
        treatment, _, criterion = rest.partition("_")
        found = order.central[TREATMENTS.index(treatment), CRITERIA.index(criterion)]
        assert found == pytest.approx(float(row["numpy_n16000000"]), abs=0.02 * np.sqrt(10_000 / DRAWS))
