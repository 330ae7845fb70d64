"""How a command that writes a file tells what kept it from writing: nothing was to be scored."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from kasean_score.cli import UNANSWERED
from kasean_score.errors import InputError
from kasean_score.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["told"]


@contextmanager
def told(key: str, lang: str) -> Iterator[None]:
    """Report an InputError with the message `key` of what came of it, and leave the command."""
    try:
        yield
    except InputError as error:
        from kasean_score.cli.commands import report

        report(error.problems, lang, say(lang, key))
        raise typer.Exit(UNANSWERED) from None
