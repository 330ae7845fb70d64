"""A published OpenSSF Scorecard with three inconclusive checks: 6.8 of 10, what it could be, and what zeros make it.

Source: README of ljharb/scorecard-cli (repository ljharb/qs). Weights: critical 10, high 7.5, medium 5, low 2.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reference_support import scorecard, written

if TYPE_CHECKING:
    from pathlib import Path

WEIGHTS = {"critical": 10, "high": 7.5, "medium": 5, "low": 2.5}
CHECKS: dict[str, tuple[str, int | None]] = {  # None: inconclusive
    "maintained": ("high", 8),
    "code-review": ("high", 0),
    "branch-protection": ("high", None),
    "signed-releases": ("high", None),
    "binary-artifacts": ("high", 10),
    "token-permissions": ("high", 10),
    "vulnerabilities": ("high", 10),
    "cii": ("low", 0),
    "license": ("low", 10),
    "pinned-dependencies": ("medium", 8),
    "packaging": ("medium", None),
    "fuzzing": ("medium", 0),
    "security-policy": ("medium", 9),
    "sast": ("medium", 0),
    "dangerous-workflow": ("critical", 10),
}
RUBRIC: dict[str, Any] = {
    "kind": "rubric",
    "id": "checks",
    "title": "Checks",
    "scale": [{"level": points, "label": f"{points} points"} for points in range(11)],
    "groups": [
        {"id": "all", "criteria": [{"id": name, "weight": WEIGHTS[risk]} for name, (risk, _) in CHECKS.items()]}
    ],
}


def rated(*, inconclusive: dict[str, Any]) -> dict[str, Any]:
    return {
        f"all.{name}": inconclusive if points is None else {"level": points} for name, (_, points) in CHECKS.items()
    }


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_the_score_is_over_the_conclusive_checks_and_the_bounds_over_all(tmp_path: Path, ending: str) -> None:
    """495 of the 72.5 rated; all 92.5 with the inconclusive 20 at 0 or at 10."""
    card = scorecard(tmp_path, written(tmp_path, RUBRIC, ending=ending), rated(inconclusive={"not_rated": "unclear"}))
    assert card.score is not None
    assert card.low is not None
    assert card.high is not None
    assert f"{card.score / 10:.1f}" == "6.8"
    assert [f"{each / 10:.2f}" for each in (card.score, card.low, card.high)] == ["6.83", "5.35", "7.51"]
    assert card.score / 10 == pytest.approx(495 / 72.5, rel=1e-12)
    assert card.coverage == pytest.approx(72.5 / 92.5, rel=1e-12)
    assert (card.criteria_rated, card.criteria_applicable) == (12, 15)


def test_inconclusive_checks_counted_as_zero_would_make_it_less(tmp_path: Path) -> None:
    card = scorecard(tmp_path, written(tmp_path, RUBRIC), rated(inconclusive={"level": 0}))
    assert card.score is not None
    assert f"{card.score / 10:.1f}" == "5.4"
    assert (card.low, card.high) == (card.score, card.score)


def test_inconclusive_checks_that_do_not_apply_leave_the_score_and_close_the_bounds(tmp_path: Path) -> None:
    card = scorecard(tmp_path, written(tmp_path, RUBRIC), rated(inconclusive={"not_applicable": "no releases"}))
    assert (card.score, card.low, card.high) == pytest.approx((4950 / 72.5,) * 3)
    assert card.coverage == 1
