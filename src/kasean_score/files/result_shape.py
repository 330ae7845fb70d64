"""The shape of a saved scorecard, as far as it is needed to score it again: which fields, and of which kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kasean_score.files.results import wrong_field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.files.results import SavedCard

__all__ = ["CARD", "check"]

TEXT, TEXT_OR_NULL, WHOLE, BOOLEAN = "text", "text?", "whole", "boolean"
NUMBER, NUMBER_OR_NULL, AMOUNT = "number", "number?", "amount"
PAIR, LEVELS = "pair?", "levels?"
Shape = Any
"""The name of a kind, a tuple of the values allowed, a mapping of fields, a list of one shape, or `Maybe` of one."""


class Maybe:
    """A shape, or null."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape


FILE = {"id": TEXT, "version": TEXT_OR_NULL, "sha256": TEXT}
SOURCE = {"id": TEXT, "title": TEXT, "kind": TEXT} | dict.fromkeys(
    ("author", "publisher", "date", "url", "language", "read", "note"), TEXT_OR_NULL
)
EVIDENCE = {
    "id": TEXT_OR_NULL, "source": SOURCE, "at": TEXT_OR_NULL, "shows": TEXT, "stance": ("for", "against"),
    "independent": BOOLEAN, "certainty": TEXT, "date": TEXT_OR_NULL, "note": TEXT_OR_NULL,
}  # fmt: skip
NODE = {
    "id": TEXT, "kind": ("group", "criterion"), "parent": TEXT_OR_NULL, "depth": WHOLE, "title": TEXT,
    "role": ("counted", "condition"), "state": ("rated", "disputed", "not_rated", "not_applicable"),
    "score": NUMBER_OR_NULL, "bounds": PAIR, "coverage": NUMBER_OR_NULL, "weight": AMOUNT, "share": NUMBER_OR_NULL,
    "contribution": NUMBER_OR_NULL, "aggregate": TEXT_OR_NULL, "level": LEVELS, "level_label": TEXT_OR_NULL,
    "value": NUMBER_OR_NULL, "value_bounds": PAIR, "unit": TEXT_OR_NULL,
    "measure": Maybe({"worst": NUMBER, "best": NUMBER, "log": BOOLEAN}), "confidence": TEXT_OR_NULL,
    "disputed": TEXT_OR_NULL, "reason": TEXT_OR_NULL, "replaced": BOOLEAN, "dac": TEXT_OR_NULL,
    "evidence": Maybe({"for": WHOLE, "against": WHOLE, "independent": WHOLE}),
    "unsupported": [{}], "detail": Maybe({"evidence": [EVIDENCE]}),
}  # fmt: skip
CARD: Final[Mapping[str, Shape]] = {
    "rubric": {
        **FILE, "title": TEXT, "extends": [FILE], "aggregate": TEXT, "min_coverage": NUMBER,
        "scale": [{"level": WHOLE, "label": TEXT, "value": AMOUNT}],
        "bands": [{"id": TEXT, "label": TEXT, "at_least": NUMBER}],
    },
    "initiative": {
        **FILE, "name": TEXT, "extends": [FILE], "as_of": TEXT_OR_NULL,
        "type": (None, "policy", "programme", "institution"), "stage": (None, "proposed", "launched", "closed"),
    },
    "score": NUMBER_OR_NULL, "bounds": PAIR, "coverage": NUMBER_OR_NULL, "band": TEXT, "band_label": TEXT,
    "band_by_score": TEXT_OR_NULL,
    "limits": [{"id": TEXT, "status": ("holds", "possible", "clear"), "lowers": BOOLEAN, "band_at_most_label": TEXT,
                "when": TEXT}],
    "nodes": [NODE],
}  # fmt: skip


def check(saved: SavedCard, path: str, value: Any, shape: Shape) -> None:
    """Raise InputError at the first value below `path` that does not have its shape; other fields may stand there."""
    if isinstance(shape, Maybe):
        if value is None:
            return
        shape = shape.shape
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            wrong_field(saved, path, value)
        for name, kind in shape.items():
            check(saved, f"{path}.{name}" if path else name, value.get(name, MISSING), kind)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            wrong_field(saved, path, value)
        for index, item in enumerate(value):
            check(saved, f"{path}[{index}]", item, shape[0])
    elif not (value in shape if isinstance(shape, tuple) else _is(value, shape)):
        wrong_field(saved, path, value)


class _Missing:
    """Stands for a field that is not there."""

    def __str__(self) -> str:
        return "missing"


MISSING = _Missing()


def _is(value: Any, kind: str) -> bool:
    """Whether a value is of a plain kind."""
    if kind.endswith("?"):
        return value is None or _is(value, kind.removesuffix("?"))
    if kind in ("pair", "levels"):
        part = NUMBER if kind == "pair" else WHOLE
        return isinstance(value, list) and len(value) == 2 and all(_is(item, part) for item in value)
    if isinstance(value, bool):
        return kind == BOOLEAN
    if kind == TEXT:
        return isinstance(value, str)
    if kind in (NUMBER, AMOUNT):
        return isinstance(value, int | float) and (kind == NUMBER or value >= 0)
    return kind == WHOLE and isinstance(value, int) and value >= 0
