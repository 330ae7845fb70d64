"""A row in which a criterion is rated, by one rater or by all, made into the record of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.files.cells import LEVELS, STATES
from kasean_score.files.forms.entries import put
from kasean_score.files.tree import Mapping, Number, Sequence

if TYPE_CHECKING:
    from kasean_score.files.forms.entries import Cell, Entries, Given

__all__ = ["judged"]

FIELDS = ("level", "level_to", "value", "low", "high", "confidence", "disputed")


def judged(entries: Entries, row: Given) -> Mapping | None:
    """A rating, or an opinion; None where nobody has given one."""
    record = Mapping(entries.file, row.mark)
    why = entries.value("why", row.cells)
    given = {name: cell for name in FIELDS if (cell := entries.value(name, row.cells)) is not None}
    if why is None and not given:
        return None
    level, to = given.pop("level", None), given.pop("level_to", None)
    state = STATES.get(level.value.lower()) if level is not None and isinstance(level.value, str) else None
    if level is None and "value" not in given:
        first = min([cell.mark for cell in (*given.values(), to, why) if cell is not None], key=lambda m: m.column)
        entries.fault(first, "form-no-level")
        return None
    if state is not None:
        assert level is not None
        _state(entries, record, state, level, to, why)
    else:
        _level(entries, record, level, to)
        if why is not None:
            given["why"] = why
    for name, cell in given.items():
        put(record, name, cell.value, cell.mark)
    return record


def _state(entries: Entries, record: Mapping, state: str, level: Cell, to: Cell | None, why: Cell | None) -> None:
    if why is None:
        entries.fault(level.mark, "form-no-reason", state=state)
    if to is not None:
        entries.fault(to.mark, "form-level-to", given=to.value)
    put(record, state, "-" if why is None else why.value, level.mark if why is None else why.mark)


def _level(entries: Entries, record: Mapping, level: Cell | None, to: Cell | None) -> None:
    if level is None:
        if to is not None:
            entries.fault(to.mark, "form-level-to", given=to.value)
        return
    found = LEVELS.fullmatch(level.value)
    if found is not None and found[2] and to is None:  # `1-2` in one cell
        level, to = (level._replace(value=Number(found[at])) for at in (2, 3))
    if to is None:
        put(record, "level", level.value, level.mark)
        return
    ends = Sequence(entries.file, level.mark)
    ends += [level.value, to.value]
    ends.marks += [level.mark, to.mark]
    put(record, "level", ends, level.mark)
