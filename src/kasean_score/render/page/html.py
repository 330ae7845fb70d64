"""A report as one page that works from a file: content, style and script in it, and nothing fetched."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kasean_score.messages import LANGUAGES, say
from kasean_score.render import phrases
from kasean_score.render.page import about, squeeze
from kasean_score.render.page.lenses import lens
from kasean_score.render.page.links import Anchors
from kasean_score.render.page.register import Register
from kasean_score.render.page.script import SCRIPTS, inline_json, script_words, weighings
from kasean_score.render.page.second import packed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.render import Screen

__all__ = ["page"]

ASSETS = Path(__file__).parents[2] / "assets"
STYLES = ("report.css", "weigh.css")
OWN_SCRIPT = "report_page.js"
"""It comes first, for it keeps the page as it was written, to translate."""
FEW = 4
"""So many columns have room for bars."""


def page(doc: ReportDoc, screen: Screen) -> str:
    """The page in the language that the document names, the other one packed beside it."""
    lang = doc["options"]["lang"]
    (other,) = (one for one in LANGUAGES if one != lang)
    weighed = any(one["labels"] for one in doc["lenses"])
    content = _content(doc, lang)
    style = "\n".join(map(_asset, STYLES))
    scripts = [_asset(name) for name in (OWN_SCRIPT, *SCRIPTS)]
    data = {"weighing": weighings(doc) if weighed else [], "words": script_words(doc)}
    return (
        _environment()
        .get_template("report.html")
        .render(
            lang=lang,
            title=about.title(doc, lang),
            tool=doc["tool"],
            policy=_policy(style, scripts),
            style=Markup(style),
            content=Markup(content),
            other=packed(content, _content(doc, other)),
            data={name: Markup(inline_json(value)) for name, value in data.items()},
            scripts=[Markup(script) for script in scripts],
        )
    )


def _content(doc: ReportDoc, lang: str) -> str:
    """All that is read, in one language."""
    anchors = Anchors([one["rubric"] for one in doc["lenses"]])
    register = Register(lang)
    lenses = [
        lens(one, at, anchors, register, doc["options"]["simulation"], lang) for at, one in enumerate(doc["lenses"])
    ]
    for one in lenses:
        for source in one.text["rubric"]["sources"]:
            register.source(source)
    assessed = about.assessed(doc, lang)
    made = (
        _environment()
        .get_template("report_page.html")
        .render(
            doc=doc,
            lang=lang,
            say=lambda key, **blanks: say(lang, key, **blanks),
            title=about.title(doc, lang),
            assessed=assessed,
            lenses=lenses,
            entries=register.entries,
            files=about.files(doc, lang),
            few=len(assessed) <= FEW,
            alone=len(assessed) == 1,
        )
    )
    return squeeze.markup(made)


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(ASSETS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    found.globals["rules"] = about.rules
    return found


def _shown(value: Any) -> Any:
    """What a template writes: text with its control and direction characters shown and not obeyed."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else phrases.printable(value)


@cache
def _asset(name: str) -> str:
    return squeeze.code((ASSETS / name).read_text(encoding="utf-8"))


def _policy(style: str, scripts: Sequence[str]) -> str:
    """Only this style and these scripts, and nothing from anywhere."""
    rules = {
        "default-src": "'none'",
        "style-src": _digest(style),
        "script-src": " ".join(map(_digest, scripts)),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"
