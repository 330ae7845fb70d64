"""HTML, styles and scripts without what their languages let one leave out: a quarter of a report."""

from __future__ import annotations

import re

__all__ = ["code", "markup"]

BLOCK = (
    r"</?(?:article|caption|dd|details|div|dl|dt|footer|form|h[1-6]|header|li|main|nav|ol|p|section|summary|svg|"
    r"table|tbody|td|tfoot|th|thead|tr|ul)\b[^<>]*>"
)
AROUND_BLOCKS = (re.compile(rf"\s*\n\s*(?={BLOCK})"), re.compile(rf"({BLOCK})\s*\n\s*"))
OMITTED = re.compile(
    "|".join(
        (
            r"</li>(?=<li\b|</[uo]l>)",
            r"</t[dh]>(?=<t[dh]\b|</tr>)",
            r"</tr>(?=<tr\b|</t(?:body|head|foot)>)",
            r"</dt>(?=<d[td]\b)",
            r"</dd>(?=<d[td]\b|</dl>|</div>)",
            r"</p>(?=<(?:p|ul|ol|dl|div|details|table|h[1-6]|section|article|form)\b"
            r"|</(?:div|section|article|details|dd|li)>)",
        )
    )
)
"""End tags that may be left out, each before what implies it."""
TAG = re.compile(r"<[a-z][^<>]*>")
QUOTED = re.compile(r'="([A-Za-z0-9_#./:%-]+)"(?=[ >])')


def markup(text: str) -> str:
    """HTML that parses to the same elements and texts.

    `text` has `<` and `>` in tags only, as templates write it, and its line ends mean nothing beside blocks.
    """
    before, after = AROUND_BLOCKS
    text = after.sub(r"\1", before.sub("", text))
    return TAG.sub(lambda tag: QUOTED.sub(r"=\1", tag[0]), OMITTED.sub("", text))


def code(text: str) -> str:
    """A style or script without comments on lines of their own and without indentation; no text in it spans lines."""
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*\n", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^[ \t]*//.*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"\n\s*", "\n", text).strip()
