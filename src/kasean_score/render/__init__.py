"""Documents to text: one function per format, imported when it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from kasean_score.shapes import Document

__all__ = ["FORMATS", "Screen", "listing", "renderer"]


class Screen(NamedTuple):
    """Where text is shown: its width in cells, and whether it understands colours."""

    width: int
    colour: bool = False


FORMATS: Mapping[str, str] = {
    "table": "kasean_score.render.table:scorecards",
    "plain": "kasean_score.render.plain:scorecards",
    "json": "kasean_score.render.json:document",
    "jsonl": "kasean_score.render.json:lines",
}
Renderer = Callable[["Document", Screen], str]


def renderer(name: str) -> Renderer:
    """The renderer of a format in `FORMATS`."""
    module, _, function = FORMATS[name].partition(":")
    return cast("Renderer", getattr(import_module(module), function))


def listing(name: str, what: str) -> Callable[[Any, Screen], str]:
    """The renderer of `contents` (table, plain or json) or of an `outline` (those, and md)."""
    module = import_module(f"{__name__}.{'markdown' if name == 'md' else name}")
    return cast("Callable[[Any, Screen], str]", getattr(module, what))
