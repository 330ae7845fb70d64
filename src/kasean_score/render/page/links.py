"""Addresses: which of those in a file may become links, and the anchors of the page itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kasean_score.render.phrases import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Anchors", "safe_url"]

DOI = re.compile(r"(?:doi:\s*)?(10\.[0-9]{4,9}/[^\s<>\"]+)", re.IGNORECASE)
PLAIN = re.compile(r"""[^\s\x00-\x1f"<>\\^`{|}]+""")
OWN = frozenset({"page", "weighing", "words", "names", "other", "find", "found", "finder"})
"""Ids that the page gives itself; its others begin with a low line, as no id in a file may."""


def safe_url(url: str | None) -> str | None:
    """The address of a web page or a DOI as a link; None for all that is neither, such as a script."""
    text = (url or "").strip()
    doi = DOI.fullmatch(text)
    if doi:
        text = f"https://doi.org/{doi[1]}"
    if printable(text) != text or PLAIN.fullmatch(text) is None:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.hostname else None


class Anchors:
    """The ids of lenses and of what stands in them, each once on a page."""

    def __init__(self, rubrics: Sequence[str]) -> None:
        self.lenses: list[str] = []
        for rubric in rubrics:
            name = rubric
            while name in OWN or name in self.lenses:
                name = f"{name}_"
            self.lenses.append(name)

    def node(self, lens: int, address: str) -> str:
        return f"{self.lenses[lens]}/{address}"
