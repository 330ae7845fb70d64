"""The reader's weights in a real browser: figures, order and address follow, and go back to what was stated."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from browser_support import faults, opened, width

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

Doc = dict[str, Any]
NAMES = ("nsp", "kasi", "think-tank")
QUIET = 1000


def expect(locator: Locator) -> Any:
    """What must become true; the browser's driver is imported where it is known to be there."""
    from playwright.sync_api import expect

    return expect(locator)


def run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "kasean_score", *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    run("report", *NAMES, "-o", str(path))
    return path


@pytest.fixture
def page(tab: Page, report: Path) -> Page:
    tab.goto(report.as_uri())
    return tab


def evaluated(tmp_path: Path, *arguments: str) -> list[Doc]:
    """The scorecards of `evaluate`."""
    path = tmp_path / "evaluated.json"
    run("evaluate", *NAMES, *arguments, "-f", "json", "-o", str(path))
    return json.loads(path.read_text(encoding="utf-8"))["scorecards"]  # type: ignore[no-any-return]


def rested(page: Page) -> None:
    """Wait until every figure follows: those out of sight do so once nothing moves any more."""
    for _ in range(100):
        page.wait_for_timeout(20)
        if page.evaluate("KaseanScore.lenses.every((one) => one.due === 0 && one.figures.later === null)"):
            return
    raise AssertionError("the figures do not come to rest")


def texts(page: Page) -> list[str]:
    """Every figure on the page as it reads, bars by where they are drawn."""
    rested(page)
    return page.evaluate(  # type: ignore[no-any-return]
        """[...document.querySelectorAll('[data-figure]')].map((one) => one.dataset.figure === 'bar'
            ? [...one.children].map((x) => [...x.attributes].map((a) => a.name + a.value).sort()).join()
            : one.textContent)"""
    )


def figure(page: Page, name: str, initiative: int = 0, lens: int = 0) -> Locator:
    """A figure of the whole in the order of a lens."""
    return page.locator(f'ol.order[data-lens="{lens}"] > [data-initiative="{initiative}"] [data-figure="{name}"]')


def scores(page: Page) -> dict[str, tuple[str, str, str]]:
    """Score, bounds and band by initiative in the first lens."""
    rested(page)
    parts = ("score", "bounds", "band")
    return {
        label: tuple(figure(page, part, at).inner_text() for part in parts)  # type: ignore[misc]
        for at, label in enumerate(NAMES)
    }


def said_of(cards: list[Doc]) -> dict[str, tuple[str, str, str]]:
    """The same of scorecards, rounded as people read them."""
    found = {}
    for card in cards:
        if card["rubric"]["id"] == "reset-plan":
            low, high = (round_half_up(end) for end in card["bounds"])
            thin = "?" if card["coverage"] < card["rubric"]["min_coverage"] else ""
            score = f"{round_half_up(card['score'])}{thin}"
            found[card["initiative"]["id"]] = (score, f"[{low}-{high}]", card["band_label"])
    return found


def round_half_up(number: float) -> int:
    return int(number + 0.5)


def weighed_by_the_program(tmp_path: Path, weights: dict[str, float]) -> list[Doc]:
    """`evaluate` on a rubric that extends the bundled one by nothing but weights."""
    changes = [f"- {{id: {name}, weight: {weight}}}" for name, weight in weights.items()]
    lines = ["kind: rubric", "extends: reset-plan", "id: reset-plan", "groups:", *changes]
    path = tmp_path / "mine.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return evaluated(tmp_path, "-r", str(path))


def test_nothing_differs_until_something_is_changed(page: Page) -> None:
    assert page.locator(".changed").count() == 0
    assert page.locator("form.weigh:visible").count() == 2
    assert page.locator(".weigh-banner:visible").count() == 0
    assert page.url.endswith("report.html")


def test_what_the_script_writes_reads_as_what_the_page_came_with(page: Page) -> None:
    """Every figure is written anew, as if the stated weights were a change from others."""
    before = texts(page)
    page.evaluate(
        """KaseanScore.lenses.forEach((lens) => {
             const weights = lens.weigher.stated.map((_, at) => at % 7 + 0.3);
             const others = lens.weigher.score(weights, 'geometric');
             lens.figures.show({ ...lens.stated, order: others.order }, others); })"""
    )
    changed = [pair for pair in zip(before, texts(page), strict=True) if pair[0] != pair[1]]
    assert changed == []


def test_a_weight_moves_scores_bands_and_order_as_the_program_does(page: Page, tmp_path: Path) -> None:
    page.fill("#weigh-0-number-0", "0")
    page.fill("#weigh-0-number-4", "8")
    assert scores(page) == said_of(weighed_by_the_program(tmp_path, {"distinctive": 0, "thinktank": 8}))
    assert page.locator("form.weigh >> nth=0").locator(".weigh-note").inner_text().startswith("These are the reader's")


def test_a_slider_follows_the_keyboard(page: Page, tmp_path: Path) -> None:
    slider = page.locator("#weigh-0-slider-4")
    slider.focus()
    for _ in range(20):
        slider.press("ArrowRight")
    assert page.input_value("#weigh-0-number-4") == "3"
    assert scores(page) == said_of(weighed_by_the_program(tmp_path, {"thinktank": 3}))


def test_a_weight_set_and_a_mean_are_those_of_the_options(page: Page, tmp_path: Path) -> None:
    page.select_option("#weigh-0-set", "equal")
    rested(page)
    assert scores(page) == said_of(evaluated(tmp_path, "--weights", "equal"))
    page.select_option("#weigh-0-mean", "geometric")
    rested(page)
    assert scores(page) == said_of(evaluated(tmp_path, "--weights", "equal", "--aggregate", "geometric"))


def test_reset_restores_every_text_as_it_was_stated(page: Page) -> None:
    before = texts(page)
    page.select_option("#weigh-0-set", "flat")
    page.select_option("#weigh-0-mean", "minimum")
    page.click("#weigh-0-fold-0")
    page.fill("#weigh-0-number-1", "7.25")
    page.wait_for_selector(".changed")
    assert texts(page) != before
    page.click("#weigh-0-reset")
    rested(page)
    assert texts(page) == before
    assert page.locator(".changed").count() == 0
    assert "#" not in page.url


def test_an_order_that_changes_is_shown_with_the_rank_before(page: Page) -> None:
    listed = page.locator('ol.order[data-lens="0"] > li')
    assert [one.get_attribute("data-initiative") for one in listed.all()] == ["1", "0", "2"]
    for place in (0, 4, 13, 17):  # nsp stands above kasi on what is tailored to members
        page.fill(f"#weigh-0-number-{place}", "0")
    rested(page)
    assert listed.first.get_attribute("data-initiative") == "0"
    assert figure(page, "rank", 0).inner_text() == "1 (was 2)"


def test_a_link_opens_in_the_state_that_it_holds(page: Page, report: Path, tmp_path: Path) -> None:
    page.select_option("#weigh-0-set", "equal")
    page.fill("#weigh-0-number-4", "8.5")
    page.press("#weigh-0-number-4", "Tab")
    rested(page)
    shown, address = texts(page), page.url
    assert address == report.as_uri() + "#w.reset-plan=set.equal;thinktank:8.5"
    page.goto("about:blank")
    page.goto(address)
    assert texts(page) == shown
    assert page.input_value("#weigh-0-number-4") == "8.5"
    assert page.input_value("#weigh-0-set") == "equal"


def test_back_and_forward_walk_through_the_states(page: Page) -> None:
    stated = texts(page)
    page.select_option("#weigh-0-set", "equal")
    rested(page)
    equal = texts(page)
    page.select_option("#weigh-1-mean", "minimum")
    rested(page)
    page.go_back()
    rested(page)
    assert texts(page) == equal
    page.go_back()
    rested(page)
    assert texts(page) == stated
    page.go_forward()
    rested(page)
    assert texts(page) == equal


@pytest.mark.parametrize(
    "fragment",
    [
        "w.reset-plan=set.nothing",
        "w.reset-plan=mean.toString;human:-1;human:1e999;human:NaN;nowhere:3;:::;;",
        "w.reset-plan=%E0%A4%A",
        "w.reset-plan=distinctive:0;thinktank:0;tailoring:0;integration:0;human:0",
        "w.__proto__=set.equal&w.constructor=x&&&=&%&lang=xx",
        "w.reset-plan=<img src=x onerror=alert(1)>",
        "#####",
    ],
)
def test_a_fragment_that_cannot_be_read_is_passed_over(tab: Page, report: Path, fragment: str) -> None:
    tab.goto(report.as_uri() + "#" + fragment)
    assert tab.locator(".changed").count() == 0


def test_a_group_cannot_be_left_without_weight(page: Page) -> None:
    page.click("#weigh-0-fold-0")
    for place in (1, 2):
        page.fill(f"#weigh-0-number-{place}", "0")
    rested(page)
    shown = texts(page)
    page.locator("#weigh-0-slider-3").focus()
    page.keyboard.press("Home")
    rested(page)
    assert "Distinctive partnership model" in page.locator("form.weigh >> nth=0").locator(".weigh-problem").inner_text()
    assert page.input_value("#weigh-0-slider-3") == "2"
    assert texts(page) == shown
    page.fill("#weigh-0-number-3", "0")
    page.press("#weigh-0-number-3", "Tab")
    assert page.input_value("#weigh-0-number-3") == "2"
    page.fill("#weigh-0-number-3", "1")
    rested(page)
    assert page.locator("form.weigh >> nth=0").locator(".weigh-problem").inner_text() == ""


def test_a_link_within_the_page_takes_the_weights_along(page: Page) -> None:
    page.select_option("#weigh-0-set", "equal")
    rested(page)
    shown = texts(page)
    page.locator('nav a[href="#three-pillars"]').click()
    expect(page.locator("#three-pillars > h2")).to_be_in_viewport()
    assert page.url.endswith("#three-pillars&w.reset-plan=set.equal")
    assert texts(page) == shown


def test_the_other_language_keeps_the_weights_and_says_them_in_its_words(page: Page, tmp_path: Path) -> None:
    english = texts(page)
    page.select_option("#weigh-0-set", "flat")
    page.fill("#weigh-0-number-4", "8.5")
    rested(page)
    page.locator("button.language").click()
    page.wait_for_selector("html:lang(ko)")
    assert page.input_value("#weigh-0-number-4") == "8.5"
    assert page.locator("form.weigh >> nth=0").locator(".weigh-note").inner_text().startswith("루브릭이 정한")
    assert re.search(r"\(원래 \d\)|\d", figure(page, "rank").inner_text())
    page.click("#weigh-0-reset")
    rested(page)
    assert page.locator(".changed").count() == 0
    page.locator("button.language").click()
    page.wait_for_selector("html:lang(en)")
    assert texts(page) == english
    assert page.locator(".changed").count() == 0


def test_the_order_is_announced_once_when_things_are_quiet(page: Page) -> None:
    page.evaluate(
        """globalThis.heard = 0; new MutationObserver(() => { heard += 1; })
             .observe(document.querySelector('.weigh-live'), { childList: true, characterData: true, subtree: true })"""
    )
    slider = page.locator("#weigh-0-slider-4")
    slider.focus()
    for _ in range(10):
        slider.press("ArrowRight")
    expect(page.locator(".weigh-live >> nth=0")).to_have_text(
        re.compile(r"^Order by these weights: 1 .* \[\d+-\d+\], 2 .* \[\d+-\d+\], 3 .* \[\d+-\d+\]\.$")
    )
    page.wait_for_timeout(QUIET)
    assert page.evaluate("heard") == 1


def test_the_search_shows_the_criteria_that_hold_every_word(page: Page) -> None:
    every = page.locator("[data-search]").count()
    page.fill("#find", "Orchestration TECHNOLOGY")
    expect(page.locator("#found")).not_to_be_empty()
    shown = [one for one in page.locator("[data-search]").all() if one.is_visible()]
    assert 0 < len(shown) < every
    assert all("orchestration" in (one.text_content() or "").lower() for one in shown)
    assert page.locator("#found").inner_text() == f"{len(shown)} of {every} criteria"
    page.fill("#find", "")
    expect(page.locator("#found")).to_be_empty()
    assert all(one.is_visible() for one in page.locator("[data-search]").all())


def test_light_and_dark_change_at_a_button(page: Page) -> None:
    page.locator("button.theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.locator("button.theme").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def with_everything_open(page: Page) -> None:
    page.select_option("#weigh-0-set", "flat")
    page.select_option("#weigh-1-mean", "harmonic")
    for fold in page.locator("form.weigh summary").all():
        fold.click()
    rested(page)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_accessible_while_weights_differ(chromium: Browser, report: Path, lang: str, scheme: str) -> None:
    with opened(chromium, report, f"#lang={lang}" if lang == "ko" else "", color_scheme=scheme) as watched:
        with_everything_open(watched.page)
        assert faults(watched.page, "form.weigh, .order, .overview") == []  # of the rest, another test asks
        assert watched.messages == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_panel_fits_a_phone(chromium: Browser, report: Path, lang: str) -> None:
    size = {"width": 360, "height": 740}
    with opened(chromium, report, f"#lang={lang}" if lang == "ko" else "", viewport=size) as watched:
        with_everything_open(watched.page)
        assert width(watched.page) == (360, 360)


def test_every_control_is_reached_by_the_keyboard_and_named(page: Page) -> None:
    page.locator("#weigh-0-set").focus()
    reached = []
    for _ in range(8):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached[:4] == ["weigh-0-mean", "weigh-0-slider-0", "weigh-0-number-0", "weigh-0-fold-0"]
    slider = page.get_by_role("slider", name="Distinctive partnership model Weight of the whole group")
    assert slider.get_attribute("id") == "weigh-0-slider-0"
    page.click("#weigh-0-fold-0")
    assert page.get_by_role("spinbutton", name="Technology orchestration as a number").count() == 1


def test_numbers_that_are_no_weights_are_refused_and_said(page: Page) -> None:
    box = page.locator("#weigh-0-number-0")
    for typed in ("-3", "99999999", ""):
        box.fill(typed)
        box.press("Tab")
        rested(page)
        assert box.input_value() == "1"
        assert page.locator(".changed").count() == 0
    assert "A weight is a number" in page.locator(".weigh-problem >> nth=0").inner_text()


def test_what_is_printed_says_whose_weights_they_are(page: Page) -> None:
    page.select_option("#weigh-0-set", "flat")
    page.emulate_media(media="print")
    assert page.locator(".weigh-note >> nth=0").is_visible()
    assert not page.locator("#weigh-0-set").is_visible()
    assert not page.locator("form.weigh >> nth=1").is_visible()
