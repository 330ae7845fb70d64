"""Documents to text (a workbook: to bytes): one function per document and format, imported when it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple

__all__ = ["Screen", "formats", "renderer"]


class Screen(NamedTuple):
    """Where text is shown: its width in cells, and whether it understands colours."""

    width: int
    colour: bool = False


Renderer = Callable[[Any, Screen], Any]
FORMATS = ("table", "plain", "json", "csv", "md")
OWN: Mapping[tuple[str, str], str] = {
    ("scorecard", "table"): "table:scorecards",
    ("scorecard", "plain"): "plain:scorecards",
    ("scorecard", "jsonl"): "json:lines",
    ("outline", "table"): "table:outline",
    ("outline", "plain"): "plain:outline",
    ("outline", "md"): "markdown:outline",
    ("check", "full"): "findings:full",
    ("check", "concise"): "findings:concise",
    ("check", "github"): "findings:github",
    ("report", "html"): "page.html:page",
    ("report", "md"): "brief:brief",
    ("report", "xlsx"): "book:workbook",
}
"""Documents that are drawn as no other is; all else has a view, which every format can draw."""
ROWS = {"scorecard": "rows:scorecards", "contents": "listing:rows"}
"""Where records are made that do not stand in a module named after their document."""


def formats(kind: str) -> tuple[str, ...]:
    """The formats that a document of a kind can take."""
    if kind == "outline":
        return ("table", "plain", "json", "md")
    if kind == "report":
        return ("html", "xlsx", "md", "json", "csv")
    if kind == "check":
        return ("full", "concise", "json", "csv", "github")
    return (*FORMATS, "jsonl") if kind == "scorecard" else FORMATS


def renderer(kind: str, form: str) -> Renderer:
    """The function that gives a document of a kind (`scorecard`, `comparison` ...) the form of text."""
    own = OWN.get((kind, form))
    if own is not None:
        return _function(f"kasean_score.render.{own}")
    if form == "json":
        return _function("kasean_score.render.json:document")
    if form == "csv":
        rows, table = (_function(f"kasean_score.{name}") for name in (_rows_of(kind), "render.csv:table"))
        return lambda doc, screen: table(rows(doc))
    view = _function(f"kasean_score.render.views.{kind}:sheets")
    draw = _function(f"kasean_score.render.{'markdown' if form == 'md' else form}:sheets")
    return lambda doc, screen: draw(view(doc), screen)


def _rows_of(kind: str) -> str:
    return f"documents.{ROWS.get(kind, f'{kind}:rows')}"


def _function(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
