"""`extends`: a document laid over another, before either is read as a model.

Records are joined field by field, lists of records by their `id` (levels by `level`); new entries come last. A rating,
a text or any other value that is given again replaces the old one whole.
"""

from __future__ import annotations

from typing import Any

from kasean_score.files.tree import Container, Mapping, Mark, Sequence

__all__ = ["laid_over"]

KEYED = {"ratings": 2, "levels": 1, "weights": 1, "weight_sets": 1}
"""Mappings with names of the writer's choosing, and how many layers of names they have."""


def laid_over(base: Mapping, own: Mapping) -> Mapping:
    """`base` with everything that `own` says instead; marks keep pointing to the file that a value came from."""
    result = Mapping(own.file, own.mark)
    for source in (base, own):
        for key, value in source.items():
            joined = _joined(key, result[key], value) if key in result else value
            _set(result, key, joined, source)
    return result


def _joined(key: str, old: Any, new: Any) -> Any:
    if isinstance(old, Mapping) and isinstance(new, Mapping) and key in KEYED:
        return _keyed(old, new, KEYED[key])
    if isinstance(old, Sequence) and isinstance(new, Sequence):
        name = "level" if key == "scale" else "id"
        if _has_names(old, name) and _has_names(new, name):
            return _by_name(old, new, name)
    return new


def _keyed(old: Mapping, new: Mapping, layers: int) -> Mapping:
    result = Mapping(new.file, new.mark)
    for source in (old, new):
        for key, value in source.items():
            before = result.get(key)
            if isinstance(before, Mapping) and isinstance(value, Mapping) and source is new:
                value = _keyed(before, value, layers - 1) if layers > 1 else _entry(before, value)
            _set(result, key, value, source)
    return result


def _entry(old: Mapping, new: Mapping) -> Mapping:
    """An entry of a keyed mapping: a weight set is joined, a rating or a text replaced."""
    return laid_over(old, new) if "weights" in new or "others" in new else new


def _has_names(items: Sequence, name: str) -> bool:
    return all(isinstance(item, Mapping) and isinstance(item.get(name), str) for item in items)


def _by_name(old: Sequence, new: Sequence, name: str) -> Sequence:
    result = Sequence(new.file, new.mark)
    changes = {item[name]: index for index, item in enumerate(new)}
    for index, item in enumerate(old):
        change = changes.pop(item[name], None)
        joined = item if change is None else laid_over(item, new[change])
        result.append(joined)
        result.marks.append(_mark(old, index) if change is None else _mark(new, change))
    for index in changes.values():
        result.append(new[index])
        result.marks.append(_mark(new, index))
    return result


def _set(result: Mapping, key: str, value: Any, source: Mapping) -> None:
    result[key] = value
    key_mark, mark = source.marks[key]
    result.marks[key] = (_with_file(key_mark, source), _with_file(mark, source))


def _mark(items: Sequence, index: int) -> Mark:
    return _with_file(items.marks[index], items)


def _with_file(mark: Any, holder: Container) -> Mark:
    return Mark(mark.line, mark.column, getattr(mark, "file", None) or holder.file)
