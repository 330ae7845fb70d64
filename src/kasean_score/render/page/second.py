"""The second language of a page, packed: the texts that differ, in the order of the page, or else the whole of it."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from html import unescape
from typing import Any

__all__ = ["packed"]

TAG = re.compile(r"<[^<>]+>")
SAID = re.compile(r' (?:aria-label|data-title)=(?:"([^"]*)"|([^ >]+))')


def packed(shown: str, other: str) -> str:
    """What turns the page `shown` into `other`, compressed and with no time in it, so that same is same."""
    text = json.dumps(_difference(shown, other), ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(text.encode(), 9, mtime=0)).decode("ascii")


def _difference(shown: str, other: str) -> dict[str, Any]:
    """Texts in order, 0 for one that is the same, and what tags say; the page itself where tags differ otherwise."""
    before, after = (TAG.findall(page) for page in (shown, other))
    old, new = _texts(shown), _texts(other)
    if [SAID.sub("", tag) for tag in before] != [SAID.sub("", tag) for tag in after] or len(old) != len(new):
        return {"page": other}
    texts = [0 if one == two else two for one, two in zip(old, new, strict=True)]
    return {"texts": texts, "said": [unescape(one[1] or one[2]) for tag in after for one in SAID.finditer(tag)]}


def _texts(page: str) -> list[str]:
    """The texts between tags, but for those of nothing but space."""
    return [unescape(text) for text in TAG.split(page) if text.strip(" \t\n")]
