"""What the renderers of text print for one fixed document, read before it was accepted.

`python tests/render/test_golden.py` writes the files anew; read the difference before it is kept.
"""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from kasean_score import evaluate, load_initiative, load_rubric
from kasean_score.documents.scorecard import AS_STATED, document
from kasean_score.render import Screen, renderer

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
CASES = {
    "table-80-en": ("table", 80, {}),
    "table-80-ko": ("table", 80, {"lang": "ko"}),
    "table-120-en-explain": ("table", 120, {"explain": True}),
    "table-120-ko": ("table", 120, {"lang": "ko"}),
    "table-80-en-dac": ("table", 80, {"view": "dac"}),
    "plain-en": ("plain", 80, {}),
    "plain-ko-explain": ("plain", 80, {"lang": "ko", "explain": True}),
    "json-en": ("json", 80, {}),
}


def printed(name: str) -> str:
    form, width, options = CASES[name]
    with patch("kasean_score.documents.__version__", "0.0.0"):
        card = evaluate(load_rubric(str(GOLDEN / "rubric.yaml")), load_initiative(str(GOLDEN / "initiative.yaml")))
        doc = document([card], {**AS_STATED, **options})  # type: ignore[typeddict-item]
        text: str = renderer("scorecard", form)(doc, Screen(width))
        return text


@pytest.mark.parametrize("name", CASES)
def test_a_fixed_document_is_printed_as_it_was_when_it_was_read(name: str) -> None:
    assert printed(name) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def test_an_overview_keeps_three_initiatives_side_by_side_in_80_columns() -> None:
    """The narrowest screen that the table is made for: no line longer, every id in one head."""
    cards = [evaluate(load_rubric("reset-plan"), load_initiative(name)) for name in ("nsp", "kasi", "think-tank")]
    lines = renderer("scorecard", "table")(document(cards, AS_STATED), Screen(80)).splitlines()
    assert lines[1].split() == ["nsp", "kasi", "think-tank"]
    assert max(map(len, lines)) <= 80


if __name__ == "__main__":
    for case in CASES:
        (GOLDEN / f"{case}.txt").write_text(printed(case), encoding="utf-8")
