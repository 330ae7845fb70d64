"""`extends`: a document laid over another, before either is read as a model.

The field tables say how: records are joined field by field, lists of records by their `id` (levels by `level`, new
entries last), mappings of records by name. A rating, a limit's condition, a text or any other value that is given again
replaces the old one whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.files.fields import TABLES
from kasean_score.files.kinds import Keyed, Many, Record
from kasean_score.files.tree import Container, Mapping, Mark, Sequence, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.files.kinds import Kind

__all__ = ["WHOLE", "laid_over", "new_nodes"]

WHOLE = ("rating", "when")
"""Records whose fields mean something only together."""
OWN = {"initiative": ("version", "as_of", "rated_by", "interest"), "rubric": ("version",)}
"""What a document says of itself and of its authors: never taken over from another."""
EXPLAINED = {
    "why_weight": ("weight",),
    "why_min_coverage": ("min_coverage",),
    "why_applies": ("applies_to",),
    "why": ("at_least", "worst", "best", "log", "others", "weights"),
    "because": ("when", "band_at_most", "needs", "level"),
}
"""Reasons, and the fields that they give reasons for: a reason goes when what it explains is changed."""


def laid_over(table: str, base: Mapping, own: Mapping) -> Mapping:
    """The record `base` with everything that `own` says instead; a value's mark stays that of the file it came from."""
    fields = TABLES[table].fields
    result = Mapping(own.file, own.mark)
    for source in (base, own):
        for key, value in source.items():
            if source is base and (key in OWN.get(table, ()) or _is_void(key, base, own)):
                continue
            kind = fields[key].kind if key in fields else None
            _set(result, key, _joined(kind, result[key], value) if key in result else value, source)
    return result


def _is_void(key: str, base: Mapping, own: Mapping) -> bool:
    """Whether `key` gives a reason for something that `own` changes without a reason of its own."""
    return any(name in own and own[name] != base.get(name) for name in EXPLAINED.get(key, ()))


def new_nodes(base: Any, own: Any) -> Iterator[Mapping]:
    """The groups and criteria that a rubric adds to the one it extends without naming them: likely slips of an id."""
    old = {node["id"]: node for node in records(base) if isinstance(node.get("id"), str)}
    for node in records(own):
        name = node.get("id")
        if not isinstance(name, str):
            continue
        if name in old:
            for field in ("groups", "criteria"):
                yield from new_nodes(old[name].get(field), node.get(field))
        elif "title" not in node:
            yield node


def _joined(kind: Kind | None, old: Any, new: Any) -> Any:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        if isinstance(kind, Record) and kind.table not in WHOLE:
            return laid_over(kind.table, old, new)
        if isinstance(kind, Keyed):
            return _by_key(kind, old, new)
    if isinstance(old, Sequence) and isinstance(new, Sequence) and isinstance(kind, Many):
        item = kind.item
        name = "level" if isinstance(item, Record) and item.table == "level" else "id"
        if isinstance(item, Record) and _have_names(old, name) and _have_names(new, name):
            return _by_name(item.table, old, new, name)
    return new


def _by_key(kind: Keyed, old: Mapping, new: Mapping) -> Mapping:
    result = Mapping(new.file, new.mark)
    for source in (old, new):
        for key, value in source.items():
            _set(result, key, _joined(kind.value, result[key], value) if key in result else value, source)
    return result


def _have_names(items: Sequence, name: str) -> bool:
    return all(isinstance(item, Mapping) and isinstance(item.get(name), str) for item in items)


def _by_name(table: str, old: Sequence, new: Sequence, name: str) -> Sequence:
    result = Sequence(new.file, new.mark)
    changes: dict[str, int] = {}
    for index, item in enumerate(new):
        changes.setdefault(item[name], index)
    changed = {changes[item[name]] for item in old if item[name] in changes}
    for index, item in enumerate(old):
        change = changes.get(item[name])
        joined = item if change is None else laid_over(table, item, new[change])
        _append(result, joined, old if change is None else new, index if change is None else change)
    for index, item in enumerate(new):
        if index not in changed:  # a new entry, or a name given twice, which the reader will report
            _append(result, item, new, index)
    return result


def _append(result: Sequence, value: Any, source: Sequence, index: int) -> None:
    result.append(value)
    result.marks.append(_with_file(source.marks[index], source))


def _set(result: Mapping, key: str, value: Any, source: Mapping) -> None:
    key_mark, mark = source.marks[key]
    result[key] = value
    result.marks[key] = (_with_file(key_mark, source), _with_file(mark, source))


def _with_file(mark: Any, holder: Container) -> Mark:
    return Mark(mark.line, mark.column, getattr(mark, "file", None) or holder.file)
