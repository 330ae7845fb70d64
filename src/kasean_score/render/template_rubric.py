"""A rubric to be filled in, or one that changes another: valid as it stands, with what can be changed in comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.model import Group, in_language
from kasean_score.render.template_initiative import comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kasean_score.model import Criterion, Node, Rubric

__all__ = ["changed_text", "rubric_text"]


def rubric_text(head: str, path: str, lang: str) -> str:
    """A small rubric of two groups with levels to be described and a measure."""
    about = [*comment(say(lang, "new.rubric")), "#", *_commands(path, lang)]
    body = say(lang, "new.rubric_body").split("\n")
    return "".join(f"{line}\n" for line in [*about, *head.splitlines(), *body])


def changed_text(head: str, base: Rubric, ref: str, path: str, lang: str) -> str:
    """A rubric that extends `base`, its tree written out with the weights that it has there."""
    lines = comment(say(lang, "new.extends", base=in_language(base.title, lang), ref=ref))
    lines += ["#", *comment(say(lang, "new.extends_how")), "#"]
    criterion = next(iter(base.criteria()))
    for line in _example(criterion, base, lang):
        lines.append(f"#     {line}".rstrip())
    lines += ["#", *comment(say(lang, "new.extends_more", ref=ref)), "#", *_commands(path, lang)]
    lines += [*head.splitlines(), f"# {say(lang, 'new.min_coverage', share=base.min_coverage)}", "groups:"]
    for group in base.groups:
        lines += _nodes(group, 2, lang)
    return "".join(f"{line}\n" for line in lines)


def _commands(path: str, lang: str) -> Iterator[str]:
    for line in say(lang, "new.rubric_commands", path=path).split("\n"):
        yield f"# {line}"


def _example(criterion: Criterion, base: Rubric, lang: str) -> Iterator[str]:
    """A criterion with other words, as it may be written below."""
    yield f"- id: {criterion.id.rpartition('.')[2]}"
    yield f"  weight: {_number(criterion.weight + 1)}"
    yield f"  why_weight: {say(lang, 'new.your_reason')}"
    yield f"  question: {say(lang, 'new.your_question')}"
    if criterion.measure is None:
        yield "  levels:"
        yield f"    {base.levels_of(criterion)[-1]}: {say(lang, 'new.your_level')}"


def _nodes(node: Node, indent: int, lang: str) -> Iterator[str]:
    start = " " * indent
    role = say(lang, "new.condition") if isinstance(node, Group) and node.role == "condition" else ""
    yield from comment(f"{in_language(node.title, lang)}{role}", indent)
    yield f"{start}- id: {node.id.rpartition('.')[2]}"
    yield f"{start}  weight: {_number(node.weight)}"
    if isinstance(node, Group):
        yield f"{start}  {'groups' if isinstance(node.children[0], Group) else 'criteria'}:"
        for child in node.children:
            yield from _nodes(child, indent + 4, lang)
    elif node.question:
        yield from comment(in_language(node.question, lang), indent + 2)


def _number(weight: float) -> str:
    return f"{weight:.15g}"
