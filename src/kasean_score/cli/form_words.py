"""The words of a form, from the catalogue of messages: what `files.forms` asks for and does not know."""

from __future__ import annotations

from functools import partial

from kasean_score.files.forms.tables import CHOICES, choices_of
from kasean_score.files.forms.words import Words
from kasean_score.messages import LANGUAGES, has, say

__all__ = ["form_words"]

PARAGRAPHS = (
    "form.how_what", "form.how_cells", "form.how_order", "form.how_levels", "form.how_range", "form.how_states",
    "form.how_why", "form.how_evidence", "form.how_score", "form.how_languages", "form.how_back",
)  # fmt: skip


def form_words(lang: str) -> Words:
    """The words of a form in `lang`; its instructions come in both languages, this one first."""
    choices = {name: {value: _choice(lang, value) for value in choices_of(name)} for name in CHOICES}
    order = sorted(LANGUAGES, key=lambda one: one != lang)
    blocks = tuple((say(one, "form.how_title"), tuple(say(one, key) for key in PARAGRAPHS)) for one in order)
    return Words(lang, partial(say, lang), choices, blocks)


def _choice(lang: str, value: str) -> str:
    """What a drop-down offers for a value of a dossier's file."""
    for key in (f"form_choice.{value}", f"word.{value}"):
        if has(key):
            return say(lang, key)
    return value
