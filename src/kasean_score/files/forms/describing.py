"""What a criterion's levels ask for, as a form shows it beside the cell to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kasean_score.files.forms.words import Words
    from kasean_score.model import Criterion, Rubric

__all__ = ["described"]


def described(rubric: Rubric, criterion: Criterion, words: Words) -> str:
    """A line for each level that may be given with its descriptor, or the goalposts of a measure."""
    measure = criterion.measure
    if measure is not None:
        unit = f" {words.text(measure.unit)}" if measure.unit is not None else ""
        said = words.say("form.goalposts", worst=f"{measure.worst:.15g}{unit}", best=f"{measure.best:.15g}{unit}")
        return f"{said} {words.say('form.logarithm')}" if measure.log else said
    labels = {level.level: words.text(level.label) for level in rubric.scale}
    lines = []
    for level in rubric.levels_of(criterion):
        text = criterion.levels.get(level)
        lines.append(f"{level} {labels[level]}" + (f": {words.text(text)}" if text is not None else ""))
    return "\n".join(lines)
