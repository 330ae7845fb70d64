"""Every word that the program prints, in English and Korean: the one catalogue.

A message is named `part.name`; the parts (`problem`, `remedy`, `word`, `reason`, `table`, `command` ...) live in files of
their own that are imported when a message of theirs is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module

__all__ = ["LANGUAGES", "has", "language_from", "say"]

LANGUAGES = ("en", "ko")
FILES = {
    "problem": "problems",
    "remedy": "problems",
    "command": "commands",
    "option": "commands",
    "usage": "commands",
    "diff": "diff",
    "trend": "trend",
    "verify": "verify",
    "explaining": "explaining",
    "gaps": "gaps",
    "improve": "improve",
    "whatif": "whatif",
    "gate": "gate",
    "compare": "compare",
    "robust": "robust",
    "robust_sensitivity": "robust_sensitivity",
    "robust_preference": "robust_preference",
    "robust_tipping": "robust_tipping",
    "raters": "raters",
    "form": "form",
    "form_sheet": "form",
    "form_note": "form",
    "form_about": "form",
    "form_choice": "form",
    "new": "new",
    "rate": "rate",
    "check": "check",
    "evidence": "evidence",
    "report_js": "report_js",
    "report": "report",
    "report_book": "report_book",
    "report_brief": "report_brief",
}
LISTED = 30
"""Of longer lists, only so many are shown, and the number of the others."""
_loaded: dict[str, Mapping[str, tuple[str, str]]] = {}


def say(lang: str, key: str, **params: object) -> str:
    """The message `key` in `lang`, its blanks filled; a list reads `a, b, c`."""
    message = _catalogue(key)[key][LANGUAGES.index(lang)]
    return message.format_map({name: _words(value) for name, value in params.items()}) if params else message


def has(key: str) -> bool:
    """Whether the catalogue has a message of that name."""
    return key in _catalogue(key)


def language_from(environment: Mapping[str, str]) -> str:
    """The language that `KASEAN_SCORE_LANG` asks for; English otherwise. No locale is consulted."""
    asked = environment.get("KASEAN_SCORE_LANG", "")
    return asked if asked in LANGUAGES else "en"


def _catalogue(key: str) -> Mapping[str, tuple[str, str]]:
    name = FILES.get(key.partition(".")[0], "words")
    if name not in _loaded:
        _loaded[name] = import_module(f"{__name__}.{name}").MESSAGES
    return _loaded[name]


def _words(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, str) or not isinstance(value, Iterable):
        return str(value)
    items = [_words(item) for item in value]
    shown = items if len(items) <= LISTED else [*items[:LISTED], f"… (+{len(items) - LISTED})"]
    return ", ".join(shown)
