"""YAML bytes to plain values with marks, strictly: the only importer of yaml.

One pass over libyaml's events, no recursion. Only `true`, `false`, `null`, integers and decimals as JSON writes them
are not text, so that `no`, `on`, `012`, `1:30` and `2024-01-01` survive as they stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from kasean_score.errors import LINE_BREAK
from kasean_score.files.tree import MAX_DEPTH, SPECIAL, Builder, Mapping, Mark, Sequence, Whole, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.errors import FileText

__all__ = ["LOADER", "Piece", "dump_yaml", "parse_yaml", "pieces", "quick_yaml"]

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or PyYAML's own where libyaml is absent."""

SCALAR: Any = yaml.ScalarEvent
OPENING: Any = {yaml.MappingStartEvent: Mapping, yaml.SequenceStartEvent: Sequence}
CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
BIG_ESCAPE = r"\\U(?!0010|000)[0-9a-fA-F]{8}"
SURROGATE = re.compile("[\ud800-\udfff]")
UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
HINTS = {
    "mapping values are not allowed": "colon",
    "cannot start any token": "token",
    "control characters are not allowed": "control",
    "special characters are not allowed": "control",
    "expected <block end>": "indent",
    "could not find expected ':'": "indent",
    "did not find expected key": "indent",
    "did not find expected ',' or": "bracket",
    "unexpected end of stream": "quote",
}


def parse_yaml(file: FileText, loader: Any = None) -> Builder:
    """The one document in `file`, built; its root is None when the file holds nothing.

    Raises InputError at a fault that ends the reading: bad syntax, an alias, a tag, a second document, nesting over
    64 levels.
    """
    builder = Builder(file)
    try:
        parser = (loader or LOADER)(file.text)
        try:
            _build(parser.get_event, builder)
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        key = _syntax_key(str(error.problem))
        # A quote that never ends is noticed at the end of the file; where it begins is of more use.
        marks = (error.context_mark, error.problem_mark) if key == "syntax.quote" else (error.problem_mark,)
        builder.fail(key, next((mark for mark in marks if mark), Mark(0, 0)), problem=error.problem)
    except (ValueError, OverflowError):  # PyYAML's own parser, at an escape beyond the last character there is
        builder.fail("syntax", _first(BIG_ESCAPE, file.text), problem="an escape that names no character")
    except yaml.reader.ReaderError as error:
        builder.fail("syntax.control", _first(UNPRINTABLE, file.text), problem=error.reason)
    return builder


def quick_yaml(file: FileText) -> Mapping | None:
    """The mapping in `file`, all its values in the place of the whole file; None where `parse_yaml` is to be asked.

    The same values as `parse_yaml` builds, in half the time that this takes beyond the parser's own.
    """
    parser = LOADER(file.text)
    try:
        return _built_quickly(parser.get_event, file)
    except (yaml.YAMLError, ValueError, OverflowError):
        return None
    finally:
        parser.dispose()


def _built_quickly(get_event: Any, file: FileText) -> Mapping | None:  # noqa: C901
    # One loop, since a call for each of a dossier's 1,500 events would take as long as what it does.
    whole = Whole(file)
    root: list[Any] = []
    holder: Any = root
    key: str | None = None
    stack: list[Any] = []
    while True:
        event = get_event()
        kind = event.__class__
        if kind is SCALAR:
            value = event.value
            if event.tag is not None:
                return None
            if key is None and holder.__class__ is Mapping:
                if value in holder:
                    return None
                key = value
                continue
            if event.implicit[0]:
                if not value or value[0] in SPECIAL:
                    value = resolved(value)
            elif not value.isascii() and SURROGATE.search(value):
                return None
        elif kind in OPENING:
            if event.tag is not None or len(stack) > MAX_DEPTH or (key is None and holder.__class__ is Mapping):
                return None
            value = OPENING[kind](file, whole)
        elif kind in CLOSING:
            holder, key = stack.pop(), None
            continue
        elif kind is yaml.StreamEndEvent:
            return root[0] if len(root) == 1 and root[0].__class__ is Mapping else None
        elif kind is yaml.AliasEvent:
            return None
        else:
            continue
        if key is None:
            holder.append(value)
        else:
            holder[key] = value
            key = None
        if kind is not SCALAR:
            stack.append(holder)
            holder = value


class Piece(NamedTuple):
    """A scalar, or the beginning or the end of a container, and where it stands in the text.

    `sort` is scalar, mapping, sequence or end. `style` is a scalar's quote, `|` or `>`, empty where it is plain;
    `flow` tells a container in brackets.
    """

    sort: str
    start: int
    end: int
    text: str = ""
    style: str = ""
    flow: bool = False


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a text that `parse_yaml` reads without a fault."""
    parser = LOADER(text)
    try:
        while True:
            event = parser.get_event()
            kind = event.__class__
            if kind is yaml.StreamEndEvent:
                return
            if kind not in (SCALAR, *OPENING, *CLOSING):
                continue
            start, end = event.start_mark.index, event.end_mark.index
            if kind is SCALAR:
                yield Piece("scalar", start, end, event.value, "" if event.implicit[0] else event.style or "'")
            elif kind in OPENING:
                sort = "mapping" if OPENING[kind] is Mapping else "sequence"
                yield Piece(sort, start, end, flow=bool(event.flow_style))
            else:
                yield Piece("end", start, end)
    finally:
        parser.dispose()


def dump_yaml(value: dict[str, Any]) -> str:
    """A document of plain values as YAML that `parse_yaml` reads as the same: block style, lists of scalars inline."""
    text: str = yaml.dump(
        _plain(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, default_flow_style=False
    )
    return text


class _Dumper(yaml.SafeDumper):
    """Writes every value out: an alias would be refused."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> Any:
        inline = not any(isinstance(item, dict | list) for item in sequence)
        return super().represent_sequence(tag, sequence, flow_style=inline)

    def represent_str(self, data: str) -> Any:
        style = '"' if LINE_BREAK.search(data) else None  # of other styles some breaks do not come back
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _Dumper.represent_str)


def _plain(value: Any) -> Any:
    """Values of the types that YAML knows: texts that were written as numbers are texts again."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) else value


def _first(pattern: str, text: str) -> Mark:
    """Where a pattern first matches: the parsers' own reports of these faults differ, or have no place."""
    found = re.search(pattern, text)  # compiled here: only a fault needs it, and large classes take long
    before = LINE_BREAK.split(text[: found.start() if found else 0])
    return Mark(len(before) - 1, len(before[-1]))


def _build(get_event: Any, builder: Builder) -> None:
    file, scalar = builder.file, builder.scalar
    while True:
        event = get_event()
        kind = event.__class__
        if kind is SCALAR:
            text, plain = event.value, event.implicit[0]
            if event.tag is not None:
                builder.fail("tag", event.start_mark, tag=_written(event.tag))
            if not plain and not text.isascii() and SURROGATE.search(text):
                builder.fail("syntax", event.start_mark, problem="half of a surrogate pair")
            scalar(text, event.start_mark, plain)
        elif kind in OPENING:
            if event.tag is not None:
                builder.fail("tag", event.start_mark, tag=_written(event.tag))
            builder.open(OPENING[kind](file, event.start_mark))
        elif kind in CLOSING:
            builder.close()
        elif kind is yaml.StreamEndEvent:
            return
        else:
            _check_stream(event, builder)


def _check_stream(event: Any, builder: Builder) -> None:
    """Refuse what has no place in one plain document."""
    if isinstance(event, yaml.AliasEvent):
        builder.fail("alias", _mark(event), name=event.anchor)
    if isinstance(event, yaml.DocumentStartEvent):
        if builder.started:
            builder.fail("second-document", _mark(event))
        builder.started = True


def _mark(event: Any) -> Any:
    return event.start_mark


def _written(tag: str) -> str:
    """A tag in its short form, as people write it."""
    return tag.replace("tag:yaml.org,2002:", "!!")


def _syntax_key(problem: str) -> str:
    hint = next((name for part, name in HINTS.items() if part in problem), None)
    return f"syntax.{hint}" if hint else "syntax"
