"""Reports as documents and pages, read back as a browser would; and a document whose every text means harm."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache, cached_property
from html.parser import HTMLParser
from typing import Any

from kasean_score.render import Screen
from kasean_score.render.page.html import page

HEADLINE = ("nsp", "kasi", "think-tank")
TEN = (
    *HEADLINE,
    *("csp", "asean-korea-centre", "eria", "amro", "japan-green-transformation", "belt-and-road", "eu-global-gateway"),
)
HARM = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</style><img src=x onerror=alert(3)>",
    "\"><svg onload=alert(4)>' onmouseover='alert(5)",
    "{{ 7 * 7 }}{% raw %}<!--",
    "a\u2028b\u2029c",
    "\u202egnp.exe\u202c \u2066x\u2069 \x1b[31m \x00",
    "]]>--><!-- &lt;b&gt; &amp;amp;",
)
URLS = (
    "javascript:alert(6)",
    " JaVaScRiPt:alert(7)",
    "java\nscript:alert(8)",
    "data:text/html,<script>alert(9)</script>",
    "vbscript:x",
    'https://example.org/"onclick=alert(10)<b>',
    "//evil.example/x",
    "http://",
    "file:///etc/passwd",
    "https://example.org/\u202egpj",
)
TEXTS = {
    *(
        "title",
        "name",
        "summary",
        "owner",
        "rated_by",
        "interest",
        "description",
        "why_weight",
        "question",
        "text",
        "label",
    ),
    *("why", "reason", "disputed", "because", "shows", "at", "note", "author", "publisher", "when", "applies", "unit"),
    *("goalposts", "level_label", "band_label", "band_at_most_label", "rater"),
}
"""Keys of the document whose value is a text that somebody wrote."""


@cache
def written(*args: str) -> str:
    """The document that `report` writes as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "kasean_score", "report", *args, "-f", "json"], capture_output=True, check=True
    )
    return done.stdout.decode()


def report(*args: str) -> Any:
    """A document of its own, which may be changed."""
    return json.loads(written(*args))


@cache
def html(*args: str) -> str:
    return page(report(*args), Screen(80))


def harmful(*args: str, long: int = 0) -> Any:
    """A report whose texts and addresses all mean harm; `long`: one rationale of so many letters without a space."""
    doc = report(*args)
    count = 0

    def spoiled(value: Any, key: str = "") -> Any:
        nonlocal count
        if isinstance(value, dict):
            return {name: spoiled(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [spoiled(one, key if key in ("origin", "typical_evidence") else "") for one in value]
        if not isinstance(value, str):
            return value
        count += 1
        if key == "url":
            return URLS[count % len(URLS)]
        return f"{HARM[count % len(HARM)]} {value[:20]}" if key in TEXTS | {"origin", "typical_evidence"} else value

    for lens in doc["lenses"]:
        lens["texts"] = spoiled(lens["texts"])
    if long:
        card = doc["lenses"][0]["texts"]["en"]["scorecards"][0]
        next(node for node in card["nodes"] if node["detail"] and node["detail"]["why"])["detail"]["why"] = "x" * long
    return doc


class Read(HTMLParser):
    """The parts of a page that tests ask for."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.headings: list[tuple[int, str]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self.said: list[str] = []
        self._inside = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append((tag, given))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        self._inside = tag
        if tag == "script":
            self.scripts.append((given, ""))
        elif tag == "style":
            self.styles.append("")
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "title"):
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            given, text = self.scripts[-1]
            self.scripts[-1] = given, text + data
        elif self._inside == "style":
            self.styles[-1] += data
        else:
            self.said.append(data)
            if self.headings and not self.headings[-1][1]:
                self.headings[-1] = self.headings[-1][0], data

    @cached_property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.said))

    def data(self, name: str) -> Any:
        """The JSON that a script element of that id holds."""
        return json.loads(next(text for given, text in self.scripts if given.get("id") == name))

    def attributes(self, name: str) -> list[str]:
        return [str(given[name]) for _, given in self.tags if given.get(name) is not None]


@cache
def read(*args: str) -> Read:
    return Read(html(*args))
