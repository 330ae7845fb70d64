"""What is odd about a document though it can be read: rules of structure, each finding a warning at its place.

A rule is here only if it is right whenever it speaks: people stop reading a list in which half is noise. What a rubric
asks of evidence is in `scoring/breaches.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kasean_score.errors import in_file_order
from kasean_score.files.checks.dossier import check_dossier
from kasean_score.files.checks.names import check_names
from kasean_score.files.checks.rubric import check_rubric
from kasean_score.files.checks.texts import check_texts
from kasean_score.model import Initiative, Rubric

if TYPE_CHECKING:
    from kasean_score.errors import Problem
    from kasean_score.files.opened import Opened

__all__ = ["check_document"]


def check_document(opened: Opened) -> list[Problem]:
    """The warnings of a document in file order; of what it extends none, which is a file of its own."""
    root, document = opened.root, opened.document
    if root is None or document is None or opened.kind is None:
        return []
    found = [*check_names(opened.kind, root), *check_texts(opened.kind, root)]
    if isinstance(document, Rubric):
        found += check_rubric(root, document)
    elif isinstance(document, Initiative):
        found += check_dossier(root, document)
    return in_file_order(one for one in found if one.place is None or one.place.file.path == opened.file.path)
