"""Texts that mean harm stay texts: no element, attribute, script or link comes of them."""

from __future__ import annotations

from typing import Any

import pytest
from page_support import HARM, HEADLINE, Read, harmful, html

from kasean_score.render import Screen, phrases
from kasean_score.render.page.html import page
from kasean_score.render.page.links import Anchors, safe_url
from kasean_score.render.page.squeeze import code, markup


@pytest.fixture(scope="module")
def spoiled() -> tuple[Any, Read]:
    doc = harmful(*HEADLINE)
    return doc, Read(page(doc, Screen(80)))


def test_the_page_has_the_elements_that_it_would_have_anyway(spoiled: tuple[Any, Read]) -> None:
    harmless = Read(html(*HEADLINE))
    kinds = {tag for tag, _ in harmless.tags}
    names = {name for _, given in harmless.tags for name in given}
    _, found = spoiled
    assert {tag for tag, _ in found.tags} <= kinds
    assert {name for _, given in found.tags for name in given} <= names
    for tag in ("script", "style", "article", "form"):
        assert [one for one, _ in found.tags].count(tag) == [one for one, _ in harmless.tags].count(tag)


def test_only_addresses_of_pages_become_links(spoiled: tuple[Any, Read]) -> None:
    _, found = spoiled
    assert {href for href in found.attributes("href") if not href.startswith("#")} == {"data:,"}
    assert "javascript:alert(6)" in found.text


def test_what_was_written_can_be_read_with_control_and_direction_characters_shown(spoiled: tuple[Any, Read]) -> None:
    _, found = spoiled
    for text in HARM:
        assert phrases.printable(text).replace("\u2028", " ").replace("\u2029", " ") in found.text.replace(
            "\u2028", " "
        )
    assert not phrases.CONTROL.search(found.text)


def test_nothing_ends_an_element_that_holds_data(spoiled: tuple[Any, Read]) -> None:
    doc, found = spoiled
    for given, text in found.scripts:
        if given.get("type") == "application/json":
            assert not set(text) & set("<>\u2028\u2029")
    assert found.data("weighing") == [lens["weighing"] for lens in doc["lenses"]]


def test_a_long_text_is_on_the_page_whole() -> None:
    assert "x" * 100_000 in page(harmful(*HEADLINE, long=100_000), Screen(80))


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://EXAMPLE.ORG/", "HTTPS://EXAMPLE.ORG/"),
        ("https://아세안.kr/문서", "https://아세안.kr/문서"),
        ("10.1000/xyz(1)", "https://doi.org/10.1000/xyz(1)"),
        ("doi: 10.1000/xyz", "https://doi.org/10.1000/xyz"),
        (None, None),
        ("", None),
        ("example.org", None),
        ("//example.org/", None),
        ("https:///path", None),
        ("https://[::1", None),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("mailto:a@example.org", None),
        ("ftp://example.org/", None),
        ("https://example.org/\u202egpj.exe", None),
        ("https://example.org/a b", None),
        ("https://example.org/\n", "https://example.org/"),
    ],
)
def test_an_address_is_a_link_if_it_is_of_the_web_or_a_doi(url: str | None, link: str | None) -> None:
    assert safe_url(url) == link


def test_lenses_of_one_name_and_names_that_the_page_uses_get_ids_of_their_own() -> None:
    anchors = Anchors(["page", "r", "r", "r_"])
    assert anchors.lenses == ["page_", "r", "r_", "r__"]
    assert anchors.node(2, "g.c") == "r_/g.c"


def test_what_html_lets_one_leave_out_is_left_out_and_texts_are_kept() -> None:
    long = '<ul class="a b">\n  <li id="x">one</li>\n  <li>two <b>x</b>\n<b>y</b></li>\n</ul>\n'
    long += '<p>a</p>\n<p title="&gt; b">c</p>\n'
    assert markup(long) == '<ul class="a b"><li id=x>one<li>two <b>x</b>\n<b>y</b></ul><p>a<p title="&gt; b">c</p>'


def test_a_script_keeps_its_lines_and_its_texts() -> None:
    assert code("/* a\n b */\nlet x = '// y'; // z\n  // w\n  x();\n") == "let x = '// y'; // z\nx();"
