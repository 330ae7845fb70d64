"""A report as one page that works from a file: content, style and script in it, and nothing fetched."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kasean_score.messages import LANGUAGES, say
from kasean_score.messages.report import MESSAGES
from kasean_score.render import phrases
from kasean_score.render.page import about
from kasean_score.render.page.lenses import lens
from kasean_score.render.page.links import Anchors
from kasean_score.render.page.register import Register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.render import Screen

__all__ = ["page"]

ASSETS = Path(__file__).parents[2] / "assets"
SCRIPTS = ("report_page.js", "weigh_engine.js", "weigh_figures.js", "weigh_panel.js", "weigh_state.js", "report.js")
SCRIPT_WORDS = "report.js_"
FEW = 3
"""Of so many initiatives every rationale stands open; of more, a reader opens those that matter."""


def page(doc: ReportDoc, screen: Screen) -> str:
    """The page in the language that the document names, the other one packed beside it."""
    lang = doc["options"]["lang"]
    (other,) = (one for one in LANGUAGES if one != lang)
    weighed = any(one["labels"] for one in doc["lenses"])
    style = _asset("report.css")
    scripts = [_asset(name) for name in SCRIPTS if weighed or name == SCRIPTS[0]]
    data = {"weighing": [one["weighing"] for one in doc["lenses"]], "words": _words(), "names": _names(doc)}
    return (
        _environment()
        .get_template("report.html")
        .render(
            lang=lang,
            title=about.title(doc, lang),
            tool=doc["tool"],
            policy=_policy(style, scripts),
            style=Markup(style),
            content=Markup(_content(doc, lang)),
            other=_packed(_content(doc, other)),
            data={name: _json(value) for name, value in data.items()} if weighed else {},
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
            open=len(assessed) <= FEW,
        )
    )
    return re.sub(r"\n\s*", "\n", made)


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
    return (ASSETS / name).read_text(encoding="utf-8")


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


def _packed(content: str) -> str:
    """Compressed, with no time in it, so that the same report is the same bytes."""
    return b64encode(gzip.compress(content.encode(), 9, mtime=0)).decode("ascii")


def _json(value: object) -> Markup:
    """JSON that may stand in a script element, whatever the texts in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _words() -> dict[str, dict[str, str]]:
    """What the script says, by language."""
    keys = [key for key in MESSAGES if key.startswith(SCRIPT_WORDS)]
    return {lang: {key.removeprefix(SCRIPT_WORDS): say(lang, key) for key in keys} for lang in LANGUAGES}


def _names(doc: ReportDoc) -> dict[str, list[dict[str, Any]]]:
    """What the script calls things, by language and lens."""
    return {lang: [_lens_names(one["texts"][lang], one["labels"]) for one in doc["lenses"]] for lang in LANGUAGES}


def _lens_names(text: Any, labels: Sequence[str]) -> dict[str, Any]:
    show = phrases.printable
    return {
        "labels": list(labels),
        "initiatives": [show(card["initiative"]["name"]) for card in text["scorecards"]],
        "nodes": [show(node["title"]) for node in text["rubric"]["nodes"]],
        "bands": {band["id"]: show(band["label"]) for band in text["rubric"]["bands"]},
    }
