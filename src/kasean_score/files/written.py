"""Plain values as YAML text at a place in a file: block style in the indentation of what stands around them."""

from __future__ import annotations

import json
import re
from typing import Any

from kasean_score.files.tree import CONSTANTS, Number, resolved
from kasean_score.files.yamlio import dump_yaml

__all__ = ["entry_text", "flow_text", "item_text", "key_text", "plain", "value_text"]

WIDTH = 110
STEP = 2
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*")
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def plain(value: Any) -> Any:
    """The value as the reader's tree has it: numbers as they are written."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Number(value)
    return value


def key_text(key: str) -> str:
    return key if NAME.fullmatch(key) else _quoted(key)


def entry_text(key: str, value: Any, column: int) -> str:
    """`key: value` at a column: further lines are indented to it, the first is not."""
    return f"{key_text(key)}:{value_text(value, column)}"


def value_text(value: Any, column: int) -> str:
    """What follows the colon of a key at `column`."""
    inner = " " * (column + STEP)
    if isinstance(value, dict) and value:
        return "".join(f"\n{inner}{entry_text(key, item, column + STEP)}" for key, item in value.items())
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        return "".join(f"\n{inner}{item_text(item, column + STEP)}" for item in value)
    if isinstance(value, list):
        return f" {_listed(value, column)}"
    return f" {scalar_text(value, column)}"


def item_text(value: Any, column: int) -> str:
    """`- value` with its dash at a column."""
    if isinstance(value, dict) and value:
        entries = [entry_text(key, item, column + STEP) for key, item in value.items()]
        return "- " + f"\n{' ' * (column + STEP)}".join(entries)
    return f"- {flow_text(value) if isinstance(value, dict | list) else scalar_text(value, column)}"


def scalar_text(value: Any, column: int) -> str:
    """A number, a constant or a text; the further lines of a long text are indented beyond `column`."""
    if value is None or isinstance(value, bool | Number):
        return _bare(value)
    text = dump_yaml({"k": value}).removeprefix("k:").strip("\n").lstrip(" ")
    if not isinstance(resolved(text), str) or isinstance(resolved(text), Number):
        return _quoted(value)  # such as 1e5, which YAML 1.1 takes for a text
    return text.replace("\n", f"\n{' ' * column}")


def flow_text(value: Any, strict: bool = False) -> str:
    """A value on one line, in brackets; `strict` keeps to what JSON allows."""
    if isinstance(value, dict):
        entries = (f"{_quoted(key) if strict else key_text(key)}: {flow_text(x, strict)}" for key, x in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list):
        return f"[{', '.join(flow_text(item, strict) for item in value)}]"
    if value is None or isinstance(value, bool | Number):
        return _bare(value)
    return value if WORD.fullmatch(value) and value not in CONSTANTS and not strict else _quoted(value)


def _bare(value: Any) -> str:
    return str(value) if isinstance(value, Number) else json.dumps(value)


def _quoted(text: str) -> str:
    """A text in double quotes, as JSON and YAML both read it."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(str(text), ensure_ascii=False))


def _listed(values: list[Any], column: int) -> str:
    """A list of scalars in brackets, broken after commas where it is long."""
    lines = [""]
    for value in map(flow_text, values):
        if len(lines[-1]) > STEP and column + len(lines[-1]) + len(value) > WIDTH - 20:
            lines.append("")
        lines[-1] += f"{value}, "
    shown = f"\n{' ' * (column + 2 * STEP)}".join(line.rstrip() for line in lines)
    return f"[{shown.removesuffix(',')}]"
