"""A document changed in its own text: only the lines of what changes are written anew.

All else stays byte for byte: comments, order, quotes, line breaks. A library that parses and writes the whole again
(ruamel.yaml, the usual one) brought 4 of the 26 bundled files back as they were and changed a third of all lines, since
it breaks long texts at places of its own. Here the positions of the parser say where each value stands, and what is
written is read again: a text that does not say exactly what was wanted is never returned.
"""

from __future__ import annotations

import re
from typing import Any

from kasean_score.files.spans import Entry, Span, spans_of
from kasean_score.files.tree import Number
from kasean_score.files.written import WIDTH, entry_text, flow_text, item_text, plain, value_text

__all__ = ["CannotPlaceError", "patched", "values_in"]

COMMENT = re.compile(r"(^|\s)#", re.MULTILINE)


class CannotPlaceError(Exception):
    """The text is laid out so that the change cannot be written into it without writing all of it anew."""


def values_in(text: str) -> Any:
    """The plain values of the document in `text`, as `patched` takes them."""
    return spans_of(text).value


def patched(text: str, wanted: dict[str, Any]) -> str:
    """The document in `text` with the values `wanted`. Raises CannotPlaceError.

    `text` must be a document that the reader takes, with its lines ended as the file has them.
    """
    ending = "\r\n" if "\r\n" in text else "\n"
    target = plain(wanted)
    try:
        root = spans_of(text)
        patch = _Patch(text, strict=root.flow)
        patch.change(root, target)
        result = patch.applied(ending)
        written = spans_of(result).value
    except Exception as error:  # whatever the parser says of a text that went wrong
        raise CannotPlaceError from error
    if not _same(written, target):
        raise CannotPlaceError
    return result


def _same(one: Any, other: Any) -> bool:
    """Whether two values are equal in kind too: the text "2" is not the number 2."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other and isinstance(one, Number) == isinstance(other, Number) and type(one) in (type(other), Number)


class _Patch:
    """The edits of one text, collected; `strict` where it is JSON."""

    def __init__(self, text: str, *, strict: bool) -> None:
        self.text = text
        self.strict = strict
        self.edits: list[tuple[int, int, str]] = []

    def applied(self, ending: str) -> str:
        parts, at = [], 0
        for start, end, new in sorted(self.edits, key=lambda edit: edit[:2]):  # stable: insertions keep their order
            if start < at:
                raise CannotPlaceError
            parts += [self.text[at:start], new.replace("\n", ending)]
            at = end
        return "".join([*parts, self.text[at:]])

    def change(self, old: Span, new: Any, entry: Entry | None = None) -> None:
        """Bring a value to what it shall be; `entry` is that of its key in a mapping without brackets."""
        if _same(old.value, new):
            return
        if isinstance(new, dict) and old.entries and not self._outgrows(old, new, entry):
            (self._in_brackets if old.flow else self._mapping)(old, new)
        elif isinstance(new, list) and old.items and _begins(old.value, new):
            self._append(old, new[len(old.items) :])
        elif entry is not None:
            column = self._column(entry.start)
            self.edits.append((self._colon(entry), max(old.end, self._colon(entry)), value_text(new, column)))
        else:
            self.edits.append((old.start, old.end, flow_text(new, self.strict)))

    def _outgrows(self, old: Span, new: dict[str, Any], entry: Entry | None) -> bool:
        """Whether a mapping in brackets is better written anew without them: it would be long, and loses no comment."""
        if entry is None or not old.flow or COMMENT.search(self.text, old.start, old.end):
            return False
        return len(flow_text(new)) > WIDTH - 20 or any(
            isinstance(x, dict) for items in new.values() for x in _list(items)
        )

    def _mapping(self, old: Span, new: dict[str, Any]) -> None:
        gone = [key for key in old.entries if key not in new]
        added = [key for key in new if key not in old.entries]
        column = self._column(old.start)
        renamed = dict(zip(gone[:1], added[:1], strict=False))
        for was, now in renamed.items():
            entry = old.entries[was]
            self.edits.append(
                (entry.start, max(entry.value.end, self._colon(entry)), entry_text(now, new[now], column))
            )
        for key in gone:
            if key not in renamed:
                self._remove(old.entries[key])
        kept = {key: entry for key, entry in old.entries.items() if key in new}
        anchors = {**kept, **{now: old.entries[was] for was, now in renamed.items()}}
        last: Entry | None = None
        for key, value in new.items():
            if key in anchors:
                last = anchors[key]
                if key in old.entries:
                    self.change(last.value, value, last)
            else:
                self._insert(old, last, entry_text(key, value, column), column)

    def _insert(self, old: Span, last: Entry | None, entry: str, column: int) -> None:
        """Put an entry on lines of its own behind `last`, or before all others."""
        if last is None:
            self.edits.append((old.start, old.start, f"{entry}\n{' ' * column}"))
            return
        at, before = self._after(max(last.value.end, self._colon(last)))
        self.edits.append((at, at, f"{before}{' ' * column}{entry}{'' if before else chr(10)}"))

    def _remove(self, entry: Entry) -> None:
        start = self.text.rfind("\n", 0, entry.start) + 1
        if self.text[start : entry.start].strip():
            raise CannotPlaceError  # it shares its line with the dash of a list
        end, _ = self._after(max(entry.value.end, self._colon(entry)))
        self.edits.append((start, end, ""))

    def _in_brackets(self, old: Span, new: dict[str, Any]) -> None:
        gone = [key for key in old.entries if key not in new]
        if len(gone) == len(old.entries):
            self.edits.append((old.start, old.end, flow_text(new, self.strict)))
            return
        keys = list(old.entries)
        added = [key for key in new if key not in old.entries]
        renamed = dict(zip(gone[:1], added[:1], strict=False))
        for was, now in renamed.items():
            entry = old.entries[was]
            self.edits.append((entry.start, entry.value.end, flow_text({now: new[now]}, self.strict)[1:-1]))
        for key in gone[len(renamed) :]:
            at = keys.index(key)
            start = old.entries[keys[at - 1]].value.end if at else old.entries[key].start
            end = old.entries[key].value.end if at else old.entries[keys[at + 1]].start
            self.edits.append((start, end, ""))
        last = old.entries[next(iter(renamed), keys[0])]
        for key, value in new.items():
            if key in old.entries:
                last = old.entries[key]
                self.change(last.value, value)
            elif key not in renamed.values():
                text = flow_text({key: value}, self.strict)[1:-1]
                self.edits.append((last.value.end, last.value.end, f", {text}"))

    def _append(self, old: Span, items: list[Any]) -> None:
        if not old.flow:
            column = self._column(old.start)
            at, before = self._after(old.end)
            lines = [f"{' ' * column}{item_text(item, column)}" for item in items]
            self.edits.append((at, at, f"{before}{chr(10).join(lines)}{'' if before else chr(10)}"))
            return
        end, first = old.items[-1].end, old.items[0].start
        line = self.text.rfind("\n", 0, end) + 1
        for item in items:
            text = flow_text(item, self.strict)
            fits = end - line + len(text) + 3 <= WIDTH
            self.edits.append((end, end, f", {text}" if fits else f",\n{' ' * self._column(first)}{text}"))

    def _colon(self, entry: Entry) -> int:
        """The position behind the colon of a key."""
        return self.text.index(":", entry.end) + 1

    def _column(self, at: int) -> int:
        return at - self.text.rfind("\n", 0, at) - 1

    def _after(self, end: int) -> tuple[int, str]:
        """The beginning of the line behind that of `end`, and the line break that is missing before it."""
        if self.text[end - 1 : end] == "\n":
            return end, ""  # a block text that ends with its empty lines
        found = self.text.find("\n", end)
        return (found + 1, "") if found >= 0 else (len(self.text), "\n")


def _begins(old: list[Any], new: list[Any]) -> bool:
    return len(old) < len(new) and all(map(_same, old, new))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
