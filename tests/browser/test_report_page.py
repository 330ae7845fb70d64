"""A report in Chromium: offline and silent, whole without its script, for everyone, on a phone and on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from browser_support import faults, need, opened, width
from page_support import HEADLINE, TEN, harmful, html, report

from kasean_score.render import Screen
from kasean_score.render.page.html import page as page_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
WIDE: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
ROBUST = (*HEADLINE, "--robust", "--draws", "200")


WRITTEN = {
    "report": lambda: html(*ROBUST),
    "korean": lambda: html(*HEADLINE, "--lang", "ko"),
    "ten": lambda: html(*TEN),
    "small": lambda: html("nsp", "think-tank", "-r", "three-pillars", "--robust", "--draws", "50"),
    "rubric": lambda: html("-r", "reset-plan"),
    "harm": lambda: page_of(harmful(*HEADLINE, long=100_000), Screen(80)),
}


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The file of a page, written when it is first asked for."""
    folder = tmp_path_factory.mktemp("reports")

    def file(name: str) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(WRITTEN[name](), encoding="utf-8")
        return path

    return file


def unfolded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


@pytest.mark.parametrize(
    ("name", "fragment"),
    [("report", ""), ("korean", "#lang=en"), ("ten", "#lang=ko"), ("rubric", ""), ("harm", ""), ("harm", "#lang=ko")],
)
def test_a_page_asks_for_nothing_and_says_nothing(
    chromium: Browser, pages: Callable[[str], Path], name: str, fragment: str
) -> None:
    """Harmful texts included: a script of theirs that ran would open a dialog, which counts as a message."""
    with opened(chromium, pages(name), fragment) as found:
        unfolded(found.page)
        found.page.mouse.move(300, 300)
        assert found.requests == []
        assert found.messages == []


@pytest.mark.parametrize("name", ["report", "korean", "ten"])
def test_everything_is_there_without_the_script(chromium: Browser, pages: Callable[[str], Path], name: str) -> None:
    doc = report(*{"report": ROBUST, "korean": (*HEADLINE, "--lang", "ko"), "ten": TEN}[name])
    with opened(chromium, pages(name), java_script_enabled=False) as found:
        text = re.sub(r"\s+", " ", found.page.locator("body").text_content() or "")
        for lens in doc["lenses"]:
            for card in lens["texts"][doc["options"]["lang"]]["scorecards"]:
                for node in card["nodes"]:
                    said = node["reason"] or (node["detail"] and node["detail"]["why"])
                    assert said is None or said in text
        shown = found.page.locator("button, input, form.weigh")
        assert not any(one.is_visible() for one in shown.all())
        assert found.page.locator("main").is_visible()


def test_the_language_can_be_changed_and_changed_back(chromium: Browser, pages: Callable[[str], Path]) -> None:
    with opened(chromium, pages("report"), "#reset-plan/tailoring.needs") as found:
        page = found.page
        before = page.locator("main").inner_text()
        page.click("button.language")
        page.locator("html[lang=ko]").wait_for(state="attached")
        assert "lang=ko" in page.url
        assert "#reset-plan/tailoring.needs" in page.url
        korean = page.locator("main").inner_text()
        assert len(re.findall("[가-힣]", korean)) > 3000
        assert "신남방정책" in page.title()
        assert page.evaluate("document.activeElement.className") == "language"
        page.click("button.language")
        page.locator("html[lang=en]").wait_for(state="attached")
        assert "lang=" not in page.url
        assert page.locator("main").inner_text() == before
        assert found.messages == []


def test_changing_the_language_keeps_the_place_and_what_is_unfolded(
    chromium: Browser, pages: Callable[[str], Path]
) -> None:
    with opened(chromium, pages("report")) as found:
        page = found.page
        title = page.locator("[id='reset-plan/human.tvet']")
        title.locator("summary").first.click()
        title.evaluate("one => scrollTo({top: one.getBoundingClientRect().top + scrollY - 50, behavior: 'instant'})")
        before = title.bounding_box()
        page.evaluate("document.querySelector('button.language').click()")
        page.locator("html[lang=ko]").wait_for(state="attached")
        after = page.locator("[id='reset-plan/human.tvet']").bounding_box()
        assert before is not None
        assert after is not None
        assert abs(before["y"] - after["y"]) < 60
        assert page.locator("[id='reset-plan/human.tvet'] details").first.get_attribute("open") is not None


def test_a_fact_that_is_cited_again_is_told_again_on_the_screen(
    chromium: Browser, pages: Callable[[str], Path]
) -> None:
    with opened(chromium, pages("report")) as found:
        again = found.page.locator("dl.facts dd:not([id])")
        assert again.count() > 50
        number = again.first.locator("a").first.get_attribute("href")
        assert number is not None
        told = found.page.locator(f"[id='{number[1:]}']")
        assert again.first.text_content() == told.text_content()


@pytest.mark.parametrize(
    ("name", "fragment", "scheme", "window"),
    [("small", "", "light", WIDE), ("small", "#lang=ko", "dark", PHONE), ("rubric", "", "dark", WIDE)],
)
def test_nothing_keeps_anyone_from_reading_it(
    chromium: Browser, pages: Callable[[str], Path], name: str, fragment: str, scheme: Any, window: Any
) -> None:
    """WCAG 2.2 AA and good practice, by axe-core; with everything unfolded."""
    with opened(chromium, pages(name), fragment, color_scheme=scheme, bypass_csp=True, **window) as found:
        unfolded(found.page)
        assert faults(found.page) == []


@pytest.mark.parametrize("name", ["report", "korean", "ten", "rubric", "harm"])
def test_a_phone_shows_the_page_without_scrolling_aside(
    chromium: Browser, pages: Callable[[str], Path], name: str
) -> None:
    with opened(chromium, pages(name), **PHONE) as found:
        unfolded(found.page)
        there, window = width(found.page)
        assert there == window == 360


@pytest.mark.parametrize("name", ["report", "ten"])
def test_a_wide_screen_is_used_and_lines_stay_readable(
    chromium: Browser, pages: Callable[[str], Path], name: str
) -> None:
    with opened(chromium, pages(name), **WIDE) as found:
        unfolded(found.page)
        there, window = width(found.page)
        assert there == window == 1920
        widest = found.page.evaluate(
            "Math.max(...[...document.querySelectorAll('main p')].map(one => one.offsetWidth))"
        )
        assert widest < 900


def test_the_keyboard_alone_reaches_everything(chromium: Browser, pages: Callable[[str], Path]) -> None:
    """The way into the results first, then the buttons, the search box, the contents, and what can be unfolded."""
    with opened(chromium, pages("report"), **WIDE) as found:
        page = found.page
        reached = []
        for _ in range(8):
            page.keyboard.press("Tab")
            reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline == "solid"
        assert reached[:2] == ["skip", "language"]
        assert [one for one in reached if one in ("fold", "theme", "find")] == ["fold", "theme", "find"]
        page.evaluate("document.querySelector('.skip').focus()")
        assert page.locator(".skip").bounding_box()["x"] > 0  # type: ignore[index]
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "_main"
        summary = page.locator(".criterion summary").first
        summary.focus()
        page.keyboard.press("Enter")
        assert summary.locator("xpath=..").get_attribute("open") is not None


def test_everything_is_unfolded_and_folded_by_one_button(chromium: Browser, pages: Callable[[str], Path]) -> None:
    with opened(chromium, pages("report")) as found:
        button = found.page.locator("button.fold:visible")
        button.click()
        assert found.page.locator("main details:not([open])").count() == 0
        button.click()
        assert found.page.locator("main details[open]").count() == 0


def test_motion_is_left_out_where_it_is_not_wanted(chromium: Browser, pages: Callable[[str], Path]) -> None:
    for wish, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
        with opened(chromium, pages("rubric"), reduced_motion=wish) as found:
            assert found.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_every_criterion_and_reason_and_no_controls(
    chromium: Browser, pages: Callable[[str], Path], tmp_path: Path, script: bool
) -> None:
    need(shutil.which("pdftotext") is not None, "pdftotext (poppler-utils)")
    doc = report(*ROBUST)
    with opened(chromium, pages("report"), java_script_enabled=script) as found:
        found.page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", "-layout", tmp_path / "report.pdf", "-"], capture_output=True, check=True)
    text = re.sub(r"\s+", "", done.stdout.decode())
    for lens in doc["lenses"]:
        for node in lens["texts"]["en"]["rubric"]["nodes"]:
            assert re.sub(r"\s+", "", node["title"]) in text
        for card in lens["texts"]["en"]["scorecards"]:
            for node in card["nodes"]:
                said = node["reason"] or (node["detail"] and node["detail"]["why"])
                assert said is None or re.sub(r"\s+", "", said)[:40] in text
    assert "Findacriterion" not in text
    assert "<https://" in text


def test_no_table_is_cut_on_paper(chromium: Browser, pages: Callable[[str], Path]) -> None:
    """At the width of a printed page, nothing in a table ends beyond its edge."""
    for name in ("report", "ten", "harm"):
        with opened(chromium, pages(name), viewport={"width": 680, "height": 1000}) as found:
            found.page.emulate_media(media="print")
            beyond = found.page.evaluate(
                "[...document.querySelectorAll('table')].filter(one => one.offsetParent !== null && "
                "one.getBoundingClientRect().right > 681).map(one => one.className + one.getBoundingClientRect().right)"
            )
            assert beyond == []
