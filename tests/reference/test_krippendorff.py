"""Krippendorff's canonical example: four observers, twelve units, missing values.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C, as quoted in the folder's README.
The recomputed figures have to be met to 1e-9, the published ones after rounding; once by the function, and once through
the command line, where every observer is a rater with a dossier.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from reference_support import needs, table, written

from kasean_score.scoring.alpha import METRICS, alpha

if TYPE_CHECKING:
    from pathlib import Path

CASE = "krippendorff-canonical"
TOLERANCE = 1e-9
pytestmark = needs(CASE)
EXPECTED = {row["level"]: row for row in table(CASE, "expected.csv")}
OBSERVERS = "ABCD"


def units() -> dict[str, dict[str, int]]:
    """What each observer said of each unit."""
    found: dict[str, dict[str, int]] = {}
    for row in table(CASE, "data.csv"):
        found.setdefault(row["unit"], {})[row["rater"]] = int(row["value"])
    return found


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What `raters agree` says of the four observers, each in a file: a unit is a criterion, a value a level."""
    folder: Path = tmp_path_factory.mktemp("observers")
    given = units()
    scale = [{"level": level, "label": str(level)} for level in range(6)]
    criteria = [{"id": f"u{unit}"} for unit in given]
    tree = [{"id": "all", "criteria": criteria}]
    rubric = written(folder, {"kind": "rubric", "id": "r", "title": "R", "scale": scale, "groups": tree})
    files = []
    for name in OBSERVERS:
        ratings = {f"all.u{unit}": {"level": said[name]} for unit, said in given.items() if name in said}
        dossier = {"kind": "initiative", "id": "i", "name": "I", "rated_by": name, "ratings": {"r": ratings}}
        (folder / name).mkdir()
        files.append(written(folder / name, dossier))
    args = [
        sys.executable,
        "-m",
        "kasean_score",
        "raters",
        "agree",
        *files,
        "-r",
        rubric,
        "--metric",
        "all",
        "-f",
        "json",
    ]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KASEAN")}
    done = subprocess.run(args, capture_output=True, check=True, env=kept)
    (on,) = json.loads(done.stdout)["rubrics"]
    return on


@pytest.mark.parametrize("metric", METRICS)
def test_alpha_is_the_recomputed_figure_and_rounds_to_the_published_one(metric: str) -> None:
    found = alpha(units().values(), metric)
    assert (found.units, found.values) == (11, 40)
    assert found.value == pytest.approx(float(EXPECTED[metric]["alpha_recomputed"]), abs=TOLERANCE)
    assert found.value is not None
    assert round(found.value, 3) == float(EXPECTED[metric]["alpha_published"])


def test_the_nominal_figure_is_the_exact_fraction() -> None:
    assert alpha(units().values(), "nominal").value == pytest.approx(113 / 152, abs=1e-15)


def test_the_command_gives_the_same_from_files(document: Any) -> None:
    overall = document["parts"][0]
    assert (overall["criteria"], overall["paired"], overall["ratings"]) == (12, 11, 40)
    assert [one["metric"] for one in overall["alphas"]] == list(METRICS)
    for one in overall["alphas"]:
        assert one["alpha"] == pytest.approx(float(EXPECTED[one["metric"]]["alpha_recomputed"]), abs=TOLERANCE)
        assert one["bounds"][0] < one["alpha"] < one["bounds"][1]


def test_the_one_unit_that_observers_read_from_1_to_4_is_the_one_listed(document: Any) -> None:
    """Unit 6 is read as 1, 2, 3 and 4; no other has two levels between its lowest and highest."""
    assert [one["id"] for one in document["criteria"] if one["apart"]] == ["all.u6"]
