"""Inputs that are nearly right: files of a corpus with some bytes, some words or some values replaced."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

__all__ = ["mutated"]

TOKENS = (
    b": ", b"- ", b"\n", b"\t", b"  ", b"{", b"}", b"[", b"]", b'"', b"'", b"&a ", b"*a", b"!!str ", b"|", b">", b"#",
    b"%", b"---\n", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\x1b[31m", "한국".encode(), "\u2028".encode(),
    "\u202e".encode(), b"1e999", b"9" * 400, b"-1", b"0", b"null", b"kind: rubric\n", b"extends: reset-plan\n",
    b"id: a\n", b"levels:", b"level: 9", b"not_rated: x", b"=cmd()", b",", b";", b"\r\n", b'""', b"?", b"1-2",
    b"../../x",
)  # fmt: skip
NUMBERS = (0, 1, 4, 5, -1, 0.5, 1e300, -1e300, 1e-300, 5e-324, 10**400, 2**63, 1e999, True)
TEXTS = (
    "", " ", "a", "²", "٣", "1", "9" * 5000, "any", "reset-plan", "\u2028", "1e999", "{en}", "한국", "<script>", "=1+1",
    "../../etc/passwd", "\x1b[31m", "not_rated", "2024-13-45", "2024", "javascript:alert(1)", "http://[", "a" * 300,
)  # fmt: skip


def mutated(content: bytes, name: str, others: list[bytes], draw: Random) -> bytes:
    """The content with a few things wrong; `others` are files to take pieces from."""
    if name.endswith(".xlsx"):
        return _workbook(content, draw) if draw.random() < 0.8 else _bytes(content, others, draw)
    if name.endswith((".yaml", ".json")) and draw.random() < 0.5:
        return _values(content, draw)
    return _bytes(content, others, draw)


def _bytes(content: bytes, others: list[bytes], draw: Random) -> bytes:
    for _ in range(draw.choice([1, 1, 2, 4])):
        at = draw.randint(0, len(content))
        end = min(len(content), at + draw.choice([1, 1, 2, 5, 20, 200]))
        what = draw.randrange(7)
        if what == 0:
            content = content[:at] + content[end:]
        elif what == 1:
            content = content[:at] + draw.choice(TOKENS) + content[at:]
        elif what == 2:
            content = content[:at] + draw.choice(TOKENS) + content[end:]
        elif what == 3:
            content = content[:at] + content[at:end] * draw.choice([2, 2, 3, 40]) + content[end:]
        elif what == 4:
            content = content[:at] + bytes([draw.randrange(256)]) + content[at + 1 :]
        elif what == 5 and others:
            other = draw.choice(others)
            start = draw.randint(0, len(other))
            content = content[:at] + other[start : start + draw.choice([10, 100, 1000])] + content[end:]
        else:
            content = content[:at]
    return content


def _values(content: bytes, draw: Random) -> bytes:
    """A value somewhere in the document replaced, removed, doubled or put elsewhere."""
    try:
        root = yaml.load(content, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError):
        return content[: draw.randint(0, len(content))]
    for _ in range(draw.choice([1, 1, 3])):
        places = list(_places(root))
        if not places:
            break
        holder, key = draw.choice(places)
        what = draw.randrange(6)
        if what == 0:
            del holder[key]
        elif what == 1:
            holder[key] = draw.choice(NUMBERS)
        elif what == 2:
            holder[key] = draw.choice(TEXTS)
        elif what == 3:
            other, of = draw.choice(places)
            holder[key] = json.loads(json.dumps(other[of], default=str)) if of in _keys(other) else None
        elif what == 4 and isinstance(holder, dict):
            holder[draw.choice([*TEXTS, *map(str, _keys(holder))])] = holder.pop(key)
        else:
            holder[key] = draw.choice([None, [], {}, [[]], {"en": "x"}, [holder[key]], {"a": holder[key]}])
    return json.dumps(root, ensure_ascii=draw.random() < 0.5, default=str).encode("utf-8", "surrogatepass")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    stack = [value]
    while stack:
        holder = stack.pop()
        for key in _keys(holder):
            yield holder, key
            stack.append(holder[key])


def _keys(holder: Any) -> list[Any]:
    if isinstance(holder, dict):
        return list(holder)
    return list(range(len(holder))) if isinstance(holder, list) else []


def _workbook(content: bytes, draw: Random) -> bytes:
    """A part of the workbook changed, taken away, or doubled in size."""
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    name = draw.choice(sorted(parts))
    if draw.random() < 0.15:
        del parts[name]
    else:
        parts[name] = _bytes(parts[name], list(parts.values()), draw)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as book:
        for one, text in parts.items():
            book.writestr(one, text)
    return made.getvalue()
