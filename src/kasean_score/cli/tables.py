"""Tables of ratings among the references of a command: which rubric they are read against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.errors import FileText, InputError, Place, Problem
from kasean_score.files.feed import dossiers
from kasean_score.files.refs import is_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.model import Initiative, Rubric

__all__ = ["initiatives_of"]


def initiatives_of(
    ref: str, rubric_refs: Sequence[str], rubrics: Sequence[Rubric]
) -> Iterator[Initiative | InputError]:
    """The initiatives that a reference names: of a table or of JSON Lines one by one; and what failed.

    `rubrics` are those of `rubric_refs` that could be read. A table has no ratings without the one rubric whose
    criteria its columns are; where that one could not be read, its own faults say enough.
    """
    try:
        if not is_table(ref):
            yield from dossiers([ref])
        elif len(rubric_refs) != 1:
            key = "table-rubrics" if rubric_refs else "table-without-rubric"
            yield InputError([Problem(key, Place(FileText(ref)), {"count": len(rubric_refs)})])
        elif rubrics:
            from kasean_score.files.tables import read_table  # most runs have no table

            yield from read_table(ref, rubrics[0])
    except InputError as error:
        yield error
