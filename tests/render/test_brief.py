"""A report as Markdown: it reads as meant in CommonMark with tables and footnotes, whatever the files say."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import scoring_support as small
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from report_support import SCREEN, report_on
from test_book import asking, dossier

import kasean_score
from kasean_score.documents.report import document
from kasean_score.render.brief import brief
from kasean_score.render.brief_notes import short, told
from kasean_score.robust.robustness import robustness
from kasean_score.robust.varying import varied_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.documents.report_shapes import ReportDoc

MARK = re.compile(r"(?<!\\)\[\^(\d+)\](:?)")
HOSTILE = [
    "<script>alert(1)</script>",
    "a [link](javascript:alert(1)) ![x](y)",
    "[^1] and [^9]: x",
    "a | b | c",
    "`code` *stars* __lines__ ~~gone~~",
    "$5 and $6 million^2",
    "@cite [@other] {.class} {{< include x >}}",
    "# heading #",
    "::: warning",
    "---",
    "1. one",
    "two\nlines\r\n\r\n# of text",
    "\u2028# line\u2029- separators",
    "\u202eover",
    "&lt;b&gt; &#60;",
    "\\",
    "https://a.org/b_c_d",
    "====",
    "    indented",
    "+++",
    "<!-- x",
    "```",
]


def tokens(text: str) -> list[Any]:
    return MarkdownIt("commonmark").enable("table").use(footnote_plugin).parse(text)


def inline(parsed: list[Any]) -> Iterator[Any]:
    for token in parsed:
        yield from token.children or []


def small_brief(text: str, url: str | None = None, lang: str = "en") -> str:
    rubric = small.load_rubric(asking(text))
    ones = [small.load_initiative(dossier(text, url, identity)) for identity in ("i", "j")]
    return brief(report_on((rubric, ones), lang=lang), SCREEN)


def bundled(lang: str = "en") -> ReportDoc:
    """The three headline initiatives on both lenses, simulated."""
    ones = [kasean_score.load_initiative(name) for name in ("nsp", "kasi", "think-tank")]
    found = []
    for name in ("reset-plan", "three-pillars"):
        rubric = kasean_score.load_rubric(name)
        cards = [kasean_score.evaluate(rubric, one) for one in ones]
        rated = [card.initiative for card in cards if card.coverage]
        run = robustness(rubric, rated, varied_of(["weights", "levels"]), 200, 0)
        found.append((rubric, cards, run))
    simulation: Any = {"vary": ["weights", "levels"], "draws": 200, "seed": 0}
    return document(found, {"lang": lang, "simulation": simulation})


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_footnote_is_cited_and_stands_once(lang: str) -> None:
    text = brief(bundled(lang), SCREEN)
    marks = MARK.findall(text)
    notes = Counter(number for number, colon in marks if colon)
    assert set(notes.values()) == {1}
    assert set(notes) == {number for number, colon in marks if not colon}
    assert list(map(int, notes)) == list(range(1, len(notes) + 1))
    parsed = tokens(text)
    assert sum(token.type == "footnote_open" for token in parsed) == len(notes)


def test_a_source_that_two_lenses_cite_is_one_footnote() -> None:
    ones = [kasean_score.load_initiative(name) for name in ("nsp", "kasi", "think-tank")]
    cited = {
        source
        for one in ones
        for name in ("reset-plan", "three-pillars")
        for rating in one.ratings.get(name, {}).values()
        for source in (item.source for item in rating.evidence)
    }
    assert len(re.findall(r"^\[\^\d+\]: ", brief(bundled(), SCREEN), re.MULTILINE)) == len(cited)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_rows_of_a_table_have_as_many_cells_as_its_head(lang: str) -> None:
    text = brief(bundled(lang), SCREEN)
    tables = [block.split("\n") for block in re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)]
    assert len(tables) == 2 * 2 + 2 * 7
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table if line}) == 1
    assert sum(token.type == "table_open" for token in tokens(text)) == len(tables)


def test_a_rank_stands_beside_a_score_with_bounds_and_what_is_open_is_said() -> None:
    lines = brief(bundled(), SCREEN).split("\n")
    first = next(line for line in lines if line.startswith("| Korea-ASEAN Solidarity Initiative"))
    assert first.startswith("| Korea-ASEAN Solidarity Initiative (kasi) | 33? \\[17-63\\] | 1 | not demonstrated;")
    assert "The order is open wherever bounds overlap: kasi and nsp, kasi and think-tank, nsp and think-tank." in lines


def test_each_criterion_has_its_level_its_reason_and_its_sources() -> None:
    text = brief(
        report_on((small.load_rubric(asking("What?")), [small.load_initiative(dossier("Because. And more."))])), SCREEN
    )
    assert "- **What?:** 1-2 What?–What? (disputed). Because. And more. Evidence: for [^1]." in text.split("\n")
    assert "- **What?:** not rated. no evidence. Evidence: none cited." in text.split("\n")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_text_from_a_file_reads_as_itself(text: str, lang: str) -> None:
    plain = tokens(small_brief("Plain", lang=lang))
    parsed = tokens(small_brief(text, lang=lang))
    assert [token.type for token in parsed] == [token.type for token in plain]
    kinds = {child.type for child in inline(parsed)}
    assert kinds <= {"text", "strong_open", "strong_close", "code_inline", "footnote_ref", "text_special"}
    assert {token.type for token in parsed}.isdisjoint({"html_block", "fence", "code_block", "hr"})


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a b", "file:///etc/passwd", "<b>x</b>"])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    """Loading refuses such addresses; a document may come from elsewhere."""
    rubric, one = small.load_rubric(asking("Plain")), small.load_initiative(dossier("Plain", "https://a.org/x?y=(z)"))
    doc = report_on((rubric, [one]))
    links = {"link_open", "link_close", "html_inline"}
    assert {child.type for child in inline(tokens(brief(doc, SCREEN)))} & links == {"link_open", "link_close"}
    doc = json.loads(json.dumps(doc).replace("https://a.org/x?y=(z)", url))
    assert not {child.type for child in inline(tokens(brief(doc, SCREEN)))} & links


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("US$5", r"US\$5"),
        ("x^2 {y}", r"x\^2 \{y\}"),
        ("@key and a@b.org", r"\@key and a@b.org"),
        ("heading #", r"heading \#"),
        ("::: note", r"\::: note"),
        ("a\u2028b", "a b"),
    ],
)
def test_what_further_readers_of_markdown_obey_is_escaped(text: str, shown: str) -> None:
    assert told(text) == shown


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One. Two."),
        (f"{'a' * 170}. {'b' * 20}.", f"{'a' * 170}."),
        (f"{'a ' * 50}. {'b ' * 200}.", f"{'a ' * 50}."),
        (f"{'word ' * 100}end.", f"{'word ' * 83}word …"),
    ],
)
def test_a_reason_is_told_in_its_first_sentences(text: str, first: str) -> None:
    assert short(text) == first


def test_a_rubric_alone_is_told_with_its_ladders() -> None:
    text = brief(report_on((kasean_score.load_rubric("reset-plan"), [])), SCREEN)
    assert text.startswith("# Five-point reset plan\n")
    assert "## Five-point reset plan (reset-plan 1.0)" in text
    assert text.count("- **4 Demonstrated:**") == sum(1 for _ in kasean_score.load_rubric("reset-plan").criteria())
    assert "[^" not in text


def test_the_brief_ends_with_the_digests_of_its_files() -> None:
    doc = bundled()
    text = brief(doc, SCREEN)
    for lens in doc["lenses"]:
        texts = lens["texts"]["en"]
        assert f"`{texts['rubric']['sha256']}`" in text
        assert all(f"`{card['initiative']['sha256']}`" in text for card in texts["scorecards"])
