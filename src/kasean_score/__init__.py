"""kasean-score: a scorecard that says what, why, how sure and what next.

The public API is imported when it is asked for, so that a command pays only for what it uses::

    from kasean_score import evaluate, load_initiative, load_rubric
    scorecard = evaluate(load_rubric("reset-plan"), load_initiative("kasi"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kasean_score.api import (
        Comparison,
        InputError,
        Scorecard,
        compare,
        evaluate,
        load_initiative,
        load_rubric,
        to_document,
    )
    from kasean_score.api_robustness import Robustness, robustness

__all__ = [
    "Comparison",
    "InputError",
    "Robustness",
    "Scorecard",
    "__version__",
    "compare",
    "evaluate",
    "load_initiative",
    "load_rubric",
    "robustness",
    "to_document",
]
NUMERIC = ("Robustness", "robustness")
"""What needs numpy."""
__version__ = "1.0.0"


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{'api_robustness' if name in NUMERIC else 'api'}"), name)
