"""A rubric as a Markdown page: structure from the outline, and text that reads as itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kasean_score.documents import head
from kasean_score.render import Screen
from kasean_score.render.markdown import escaped, outline

if TYPE_CHECKING:
    from kasean_score.documents.listing import LineDoc, OutlineDoc


def line(depth: int, text: str, label: str = "", *, heading: bool = False) -> LineDoc:
    return {"depth": depth, "heading": heading, "label": label, "text": text}


def page(*lines: LineDoc) -> str:
    doc: OutlineDoc = {
        **head("outline"), "lang": "en", "kind": "rubric", "id": "r", "version": None, "sha256": "",
        "lines": list(lines),
    }  # fmt: skip
    return outline(doc, Screen(80))


def test_headings_are_one_deeper_than_their_depth_below_the_title_and_carry_the_address() -> None:
    assert page(
        line(0, "Title", heading=True),
        line(0, "About."),
        line(0, "Group", "g", heading=True),
        line(1, "Criterion", "g.c", heading=True),
        line(2, "What?", "Question"),
        line(2, "It is there.", "1"),
        line(0, "Sources (1)", heading=True),
        line(1, "A title", "s"),
        line(2, "A caution", "note"),
    ).splitlines() == [
        "# Title", "", "About.", "", "## `g` Group", "", "### `g.c` Criterion", "", "- **Question:** What?",
        "- **1:** It is there.", "", "## Sources (1)", "", "- **s:** A title", "  - **note:** A caution",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*stars* and `ticks`", r"\*stars\* and \`ticks\`"),
        ("[link](x) <b>", r"\[link\](x) \<b\>"),
        ("snake_case and _this_", r"snake_case and \_this\_"),
        ("__init__", r"\_\_init\_\_"),
        ("- no list", r"\- no list"),
        ("# no heading", r"\# no heading"),
        ("## no heading", r"\## no heading"),
        ("#tag", "#tag"),
        ("---", r"\---"),
        ("~~struck~~", r"\~\~struck\~\~"),
        ("R&D &lt; &#60;", r"R&D \&lt; \&#60;"),
        ("1. no number", r"1\. no number"),
        ("12) no number", r"12\) no number"),
        ("1.5 percent", "1.5 percent"),
        ("a | b", r"a \| b"),
        ("back\\slash", r"back\\slash"),
        ("https://a.org/b_c-d?e=f_g", "https://a.org/b_c-d?e=f_g"),
        ("2024 - 2025", "2024 - 2025"),
        ("two\nlines\x1b[31m", r"two lines\\x1b\[31m"),
    ],
)
def test_what_markdown_would_obey_is_escaped_and_the_rest_is_left_alone(text: str, shown: str) -> None:
    assert escaped(text) == shown
