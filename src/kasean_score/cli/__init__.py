"""The command line: parse, call one function, choose a renderer and the exit code."""

from __future__ import annotations

from typing import Final, Literal

UNANSWERED: Final = 2
"""The exit code of a run that could not answer: bad usage, or unusable input."""

Language = Literal["en", "ko"]
"""The values of --lang."""
