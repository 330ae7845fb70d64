"""The words of a form in one language, which whoever asks for the form brings along: this package knows none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from kasean_score.model import in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kasean_score.model import Text

__all__ = ["Words"]


class Say(Protocol):
    def __call__(self, key: str, /, **params: object) -> str: ...


class Words(NamedTuple):
    """`say` gives a label or a sentence by its key. `choices` has the words of each list by what they stand for.

    `instructions` are blocks of a heading and paragraphs, one for each language.
    """

    lang: str
    say: Say
    choices: Mapping[str, Mapping[str, str]]
    instructions: tuple[tuple[str, tuple[str, ...]], ...]

    def text(self, text: Text) -> str:
        """A text of a rubric in the form's language."""
        return in_language(text, self.lang)

    def choice(self, name: str, value: str) -> str:
        """What is shown for a value of a list."""
        return self.choices.get(name, {}).get(value, value)
