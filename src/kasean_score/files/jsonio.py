"""JSON text to the same plain values with marks as YAML gives, through the standard library's scanner of strings.

`json.load` has no line numbers and keeps the last of two equal keys, hence a small reader of our own. Where nothing is
wrong nobody asks for lines: `quick_json` gives the same values ten times as fast, and None where it is not sure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, JSONDecoder, scanstring  # type: ignore[attr-defined]  # not in the stubs
from typing import Any, NoReturn

from kasean_score.errors import LINE_BREAK, FileText, LineText
from kasean_score.files.tree import NUMBER, Builder, Mapping, Mark, Number, Sequence, Whole

__all__ = ["parse_json", "quick_json"]

TOKEN = re.compile(r'[ \t\n\r]*(?:(?P<punct>[{}\[\],:"])|(?P<word>[-+.\w]+))?')
WORDS = ("true", "false", "null")
SURROGATE = re.compile("[\ud800-\udfff]")

VALUE, FIRST_VALUE, KEY, FIRST_KEY, COLON, AFTER, END = range(7)
WANTED = {
    VALUE: "a value",
    FIRST_VALUE: "a value or ]",
    KEY: "a key in double quotes",
    FIRST_KEY: "a key in double quotes or }",
    COLON: ":",
    AFTER: ", or the closing bracket",
    END: "the end of the file",
}


def quick_json(file: FileText) -> Mapping | None:
    """The mapping in `file`, all its values in the place of the whole file; None where `parse_json` is to be asked."""
    if HALF.search(file.text):
        return None
    whole = Whole(file)

    def mapping(pairs: list[tuple[str, Any]]) -> Mapping:
        made = Mapping(file, whole)
        made.update(pairs)
        if len(made) != len(pairs):
            raise ValueError("two equal keys")
        for key, value in pairs:
            if value.__class__ is list:
                made[key] = _sequence(file, whole, value)
        return made

    decoder = JSONDecoder(object_pairs_hook=mapping, parse_int=Number, parse_float=Number, parse_constant=_no_number)
    try:
        root = decoder.decode(file.text)
    except (ValueError, RecursionError):
        return None
    return root if root.__class__ is Mapping else None


HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""Half a surrogate pair, or a pair, as an escape."""


def _sequence(file: FileText, whole: Whole, items: list[Any]) -> Sequence:
    made = Sequence(file, whole)
    made += (_sequence(file, whole, item) if item.__class__ is list else item for item in items)
    return made


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def parse_json(file: FileText) -> Builder:
    """The JSON document in `file`, built. Raises InputError at the first fault of syntax."""
    return _Reader(file).read()


class _Reader:
    def __init__(self, file: FileText) -> None:
        self.text = file.text
        self.builder = Builder(file)
        self.first, self.starts = 0, [0]
        if isinstance(file, LineText):
            self.first = file.number - 1
        else:
            self.starts += (match.end() for match in LINE_BREAK.finditer(file.text))
        self.state = VALUE
        self.open: list[type[Mapping] | type[Sequence]] = []

    def read(self) -> Builder:
        at = 0
        while True:
            token = TOKEN.match(self.text, at)
            assert token is not None  # every part of the pattern is optional
            start, at = token.start(token.lastgroup or 0), token.end()
            found = token["punct"] or token["word"]
            if found is None:
                if at < len(self.text) or self.state != END:
                    self.expected(at)
                return self.builder
            at = self.take(found, start, at)

    def take(self, found: str, start: int, at: int) -> int:
        """One token; returns where the next begins."""
        if found == '"' and self.state in (VALUE, FIRST_VALUE, KEY, FIRST_KEY):
            text, at = self.string(start)
            self.scalar(text, start, plain=False)
        elif found in "{[" and self.state in (VALUE, FIRST_VALUE):
            kind = Mapping if found == "{" else Sequence
            self.builder.open(kind(self.builder.file, self.mark(start)))
            self.open.append(kind)
            self.state = FIRST_KEY if found == "{" else FIRST_VALUE
        elif self.closes(found):
            self.builder.close()
            self.open.pop()
            self.state = AFTER if self.open else END
        elif found == ":" and self.state == COLON:
            self.state = VALUE
        elif found == "," and self.state == AFTER:
            self.state = KEY if self.open[-1] is Mapping else VALUE
        elif self.state in (VALUE, FIRST_VALUE) and (found in WORDS or NUMBER.fullmatch(found)):
            self.scalar(found, start, plain=True)
        else:
            self.expected(start)
        return at

    def closes(self, found: str) -> bool:
        if not self.open or self.state not in (AFTER, FIRST_VALUE, FIRST_KEY):
            return False
        return found == ("}" if self.open[-1] is Mapping else "]")

    def scalar(self, text: str, start: int, *, plain: bool) -> None:
        is_key = self.state in (KEY, FIRST_KEY)
        self.builder.scalar(text, self.mark(start), plain)
        self.state = COLON if is_key else AFTER if self.open else END

    def string(self, start: int) -> tuple[str, int]:
        try:
            text, end = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            self.builder.fail("syntax", self.mark(min(error.pos, len(self.text))), problem=error.msg)
        if SURROGATE.search(text):
            self.builder.fail("syntax", self.mark(start), problem="half of a surrogate pair")
        return text, end

    def expected(self, at: int) -> None:
        self.builder.fail("syntax", self.mark(at), problem=f"expected {WANTED[self.state]}")

    def mark(self, at: int) -> Mark:
        line = bisect_right(self.starts, at) - 1
        return Mark(self.first + line, at - self.starts[line])
