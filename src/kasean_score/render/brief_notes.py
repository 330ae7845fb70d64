"""Text and footnotes of a brief: what any reader of Markdown would obey is escaped, and every source stands once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from kasean_score.messages import say
from kasean_score.render.markdown import escaped
from kasean_score.render.page.links import safe_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kasean_score.documents.shapes import EvidenceDoc, SourceDoc

__all__ = ["Notes", "short", "told"]

FURTHER = re.compile(r"[$^{}]|(?<!\w)@|^:(?=:)|#(?=#*$)")
"""What only some readers obey: mathematics, footnotes, attributes, citations and blocks; and the end of a heading."""
SEPARATORS = re.compile("[\u2028\u2029]+")
SENTENCE = re.compile(r"(?<=[.!?。])\s+")
ENOUGH, MOST = 160, 420
"""Characters after which no further sentence is told, and that none goes beyond."""
KEPT_IN_LINKS = "%/:?#@!$&'*+,;=~-._"


def told(text: str) -> str:
    """Text from a file on one line, so that it reads as itself."""
    return FURTHER.sub(lambda found: f"\\{found[0]}", escaped(SEPARATORS.sub(" ", text)))


def short(text: str) -> str:
    """The first sentences of a text, whole ones unless the first is very long."""
    sentences = SENTENCE.split(SEPARATORS.sub(" ", text).strip())
    said = sentences[0]
    for sentence in sentences[1:]:
        if len(said) >= ENOUGH or len(said) + len(sentence) > MOST:
            break
        said = f"{said} {sentence}"
    return said if len(said) <= MOST else f"{said[:MOST].rpartition(' ')[0] or said[:MOST]} …"


class Notes:
    """Footnotes, numbered in the order in which sources are first cited."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._numbers: dict[tuple[object, ...], int] = {}
        self._sources: list[SourceDoc] = []

    def cite(self, evidence: Iterable[EvidenceDoc]) -> str:
        """The marks of the sources of some evidence, each once."""
        return " ".join(dict.fromkeys(self.mark(item["source"]) for item in evidence))

    def mark(self, source: SourceDoc) -> str:
        key = tuple(source.values())
        if key not in self._numbers:
            self._sources.append(source)
            self._numbers[key] = len(self._sources)
        return f"[^{self._numbers[key]}]"

    def lines(self) -> Iterator[str]:
        """The footnotes themselves."""
        for number, source in enumerate(self._sources, 1):
            yield f"[^{number}]: {self._entry(source)}"

    def _entry(self, source: SourceDoc) -> str:
        parts = [source["author"], source["title"], source["publisher"], source["date"]]
        words = [told(part) for part in parts if part]
        if source["read"] == "opening":
            words.append(told(say(self.lang, "word.opening")))
        address = _address(source["url"])
        return f"{'; '.join(words)}{f'; {address}' if address else ''}."


def _address(url: str | None) -> str:
    """A link where it is of the web; anything else as text."""
    safe = safe_url(url)
    return f"<{quote(safe, safe=KEPT_IN_LINKS)}>" if safe else told(url or "")
