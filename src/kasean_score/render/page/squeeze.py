"""HTML, styles and scripts without what their languages let one leave out: a third of a report's markup."""

from __future__ import annotations

import re

__all__ = ["code", "markup"]

BLOCK = (
    "article|caption|dd|details|div|dl|dt|footer|form|h[1-6]|header|li|main|nav|ol|p|section|summary|svg|"
    "table|tbody|td|tfoot|th|thead|tr|ul"
)
AROUND_BLOCKS = re.compile(rf"\s*\n\s*(?=</?(?:{BLOCK})\b)|(?<=>)(?<=[a-z0-9\"]>)\n\s*")
ENDS = (
    re.compile(r"</li>\n?(?=<li\b|</[uo]l>)"),
    re.compile(r"</(?:td|th)>\n?(?=<t[dh]\b|</tr>)"),
    re.compile(r"</tr>\n?(?=<tr\b|</t(?:body|head|foot)>)"),
    re.compile(r"</dt>\n?(?=<d[td]\b)"),
    re.compile(r"</dd>\n?(?=<d[td]\b|</dl>|</div>)"),
    re.compile(r"</p>\n?(?=<(?:p|ul|ol|dl|div|details|table|h[1-6]|section|article|form)\b|</(?:div|section|article|details|dd|li)>)"),
)
"""End tags that may be omitted, each before what implies it."""
TAG = re.compile(r"<[a-z][^<>]*>")
QUOTED = re.compile(r'="([A-Za-z0-9_#./:%-]+)"(?=[ >])')
COMMENT = re.compile(r"^\s*(?://.*|/\*.*?\*/\s*)$", re.MULTILINE | re.DOTALL)


def markup(text: str) -> str:
    """HTML that parses to the same elements and texts; `text` must have its `<` and `>` escaped wherever they are not
    part of a tag, as templates do.
    """
    text = AROUND_BLOCKS.sub("", text)
    for end in ENDS:
        text = end.sub("", text)
    return TAG.sub(lambda tag: QUOTED.sub(r"=\1", tag[0]), text)


def code(text: str) -> str:
    """A style or script without the comments that stand on lines of their own, and without indentation."""
    text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*\n", "", text, flags=re.MULTILINE | re.DOTALL)
    text = re.sub(r"^[ \t]*//.*\n", "", text, flags=re.MULTILINE)
    return re.sub(r"\n\s*", "\n", text).strip()
