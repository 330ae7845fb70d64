"""What is odd about a rubric: weights that look like slips, levels that cannot be told apart, questions not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kasean_score.files.checks.common import alike, by_language, items, same_words, warning, warning_at_key
from kasean_score.files.tree import Mapping, Number, Sequence, place_of
from kasean_score.model import NOT_DEMONSTRATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.errors import Problem
    from kasean_score.model import Rubric

__all__ = ["check_rubric"]

NEAR = 0.1
"""How far from 100 (or 1) a sum may be, in parts of it, to look as if 100 was meant."""


def check_rubric(root: Mapping, rubric: Rubric) -> Iterator[Problem]:
    """Warnings about a rubric; `root` is its tree, with what it extends."""
    criteria = list(_criteria(root.get("groups"), ""))
    yield from _unasked(criteria, rubric)
    for _, criterion in criteria:
        yield from _same_levels(criterion)
    yield from _same_questions(criteria)
    yield from _odd_weights(root, rubric.id)
    for name, field in (("scale", "label"), ("bands", "label")):
        yield from _same_labels(root.get(name), field)
    yield from _idle_limits(root, rubric)


def _criteria(value: Any, prefix: str) -> Iterator[tuple[str, Mapping]]:
    """Every criterion as it is written, by its address."""
    for node in items(value):
        address = f"{prefix}{node.get('id')}"
        for criterion in items(node.get("criteria")):
            yield f"{address}.{criterion.get('id')}", criterion
        yield from _criteria(node.get("groups"), f"{address}.")


def _unasked(criteria: list[tuple[str, Mapping]], rubric: Rubric) -> Iterator[Problem]:
    """Criteria without a question, and those whose levels nobody describes; where it is all of them, once."""
    judged = [(address, one) for address, one in criteria if one.get("measure") is None]
    for key, field, asked in (("no-question", "question", criteria), ("no-descriptors", "levels", judged)):
        found = [(address, one) for address, one in asked if one.get(field) is None]
        if len(found) > 1 and len(found) == len(asked):
            yield warning(f"{key}.all", found[0][1], "id", rubric=rubric.id, count=len(found))
        else:
            yield from (warning(key, one, "id", criterion=address) for address, one in found)


def _same_levels(criterion: Mapping) -> Iterator[Problem]:
    """Levels of a criterion that nobody can tell apart by what is written."""
    levels = criterion.get("levels")
    if not isinstance(levels, Mapping):
        return
    said: list[tuple[str, dict[str, str]]] = []
    for level, text in levels.items():
        words = by_language(text)
        same = next((other for other, texts in said if _alike(texts, words)), None)
        if same is not None:
            yield warning("same-levels", levels, level, criterion=criterion.get("id"), level=level, other=same)
        said.append((level, words))


def _alike(one: dict[str, str], other: dict[str, str]) -> bool:
    return any(alike(words, other[code]) for code, words in one.items() if code in other)


def _same_questions(criteria: list[tuple[str, Mapping]]) -> Iterator[Problem]:
    first: dict[str, tuple[str, Mapping]] = {}
    for address, criterion in criteria:
        for words in by_language(criterion.get("question")).values():
            sense = same_words(words)
            other, earlier = first.setdefault(sense, (address, criterion))
            if sense and earlier is not criterion:
                line = place_of(earlier, "question").line
                yield warning("same-question", criterion, "question", criterion=address, other=other, first=line)
                break


def _same_labels(value: Any, field: str) -> Iterator[Problem]:
    first: dict[str, Mapping] = {}
    for item in items(value):
        for words in by_language(item.get(field)).values():
            earlier = first.setdefault(same_words(words), item)
            if earlier is not item:
                line = place_of(earlier, field).line
                yield warning("same-label", item, field, label=words, first=line)
                break


def _odd_weights(holder: Mapping, name: Any) -> Iterator[Problem]:
    for field in ("groups", "criteria"):
        listed = holder.get(field)
        if not isinstance(listed, Sequence):
            continue
        counted = [node for node in items(listed) if node.get("role") != "condition"]
        weights = [node.get("weight") for node in counted]
        found = _odd_sum(weights)
        if found is not None:
            total, whole = found
            where = next(node for node in counted if node.get("weight") is not None)
            yield warning("odd-weights", where, "weight", group=name, total=total, whole=whole)
        for node in items(listed):
            yield from _odd_weights(node, node.get("id"))


def _odd_sum(weights: list[Any]) -> tuple[float, int] | None:
    """The sum of weights that look like percentages (or shares) of a whole, where it is not that whole.

    Weights that are all the same weigh the same whatever their sum; a sum that differs by no more than the rounding of
    the decimals written is the whole.
    """
    if len(weights) < 2 or not all(isinstance(weight, Number) for weight in weights) or len(set(weights)) == 1:
        return None
    numbers = [float(weight) for weight in weights]
    total = sum(numbers)
    for whole, largest in ((100, 15), (1, 0.15)):
        slack = sum(0.5 * 10.0 ** -len(weight.partition(".")[2]) for weight in weights if "." in weight)
        rounding = slack if whole == 100 else 0.0
        off = abs(total - whole)
        if max(numbers) >= largest and max(numbers) < whole and rounding + 1e-9 < off <= NEAR * whole:
            return round(total, 9), whole
    return None


def _idle_limits(root: Mapping, rubric: Rubric) -> Iterator[Problem]:
    """Limits that hold the band down to the highest there is."""
    top = rubric.bands[0].id
    for limit in items(root.get("limits")):
        if limit.get("band_at_most") == top != NOT_DEMONSTRATED:
            yield warning("idle-limit", limit, "band_at_most", band=top)
    for name, weight_set in _named(root.get("weight_sets")):
        if not weight_set.get("weights") and weight_set.get("others") is None:
            yield warning_at_key("idle-weight-set", root["weight_sets"], name, name=name)


def _named(value: Any) -> Iterator[tuple[str, Mapping]]:
    if isinstance(value, Mapping):
        yield from ((name, inner) for name, inner in value.items() if isinstance(inner, Mapping))
