"""Chromium as a reader's browser: pages from files, watched for requests, messages and what runs.

The checks of accessibility need `npm ci --prefix tests/browser`, paper needs `pdftotext`. Without them tests fail where
CI is set, and are skipped elsewhere.
"""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def need(there: bool, what: str) -> None:
    """Skip the test if something is missing; in CI, fail."""
    if not there and os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    if not there:
        pytest.skip(f"{what} is missing")


class Watched(NamedTuple):
    """A page that is open, and what it asked for and said."""

    page: Page
    requests: list[str]
    messages: list[str]


@contextmanager
def opened(browser: Browser, path: Path, fragment: str = "", **context: Any) -> Iterator[Watched]:
    """Open a file as a page; every request but for the file itself is refused and noted."""
    where = browser.new_context(**context)
    page = where.new_page()
    found = Watched(page, [], [])
    address = path.as_uri()

    def answer(route: Any) -> None:
        if route.request.url.partition("#")[0] == address:
            route.continue_()
        else:
            found.requests.append(route.request.url)
            route.abort()

    def refused(dialog: Any) -> None:
        found.messages.append(dialog.message)
        dialog.dismiss()

    page.route("**/*", answer)
    page.on("console", lambda message: found.messages.append(message.text))
    page.on("pageerror", lambda error: found.messages.append(str(error)))
    page.on("dialog", refused)
    page.goto(f"{address}{fragment}")
    settled(page)
    yield found
    where.close()


def settled(page: Page) -> None:
    """Wait until the language that the address asks for is shown."""
    asked = re.search("lang=(en|ko)", page.evaluate("location.hash"))
    if asked:
        page.locator(f"html[lang={asked[1]}]").wait_for(state="attached")


def width(page: Page) -> tuple[int, int]:
    """The width of what is on the page, and of the window."""
    sizes = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return sizes[0], sizes[1]


def faults(page: Page, within: str = "html") -> list[str]:
    """What axe-core finds in the elements of a selector, a line for each element."""
    need(AXE.exists(), "axe-core (npm ci --prefix tests/browser)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("([within, rules]) => axe.run(within, {runOnly: rules})", [within, RULES])
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"]]
