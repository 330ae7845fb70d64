"""A document opened to be looked at closely: its tree, what could be made of it, and every fault on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kasean_score.errors import InputError, Place, Problem, nearest
from kasean_score.files.catalog import tree_in, with_bases
from kasean_score.files.kinds import describe
from kasean_score.files.reader import document_kind, read_initiative, read_rubric
from kasean_score.files.tree import place_of

if TYPE_CHECKING:
    from kasean_score.errors import FileText
    from kasean_score.files.tree import Mapping
    from kasean_score.model import Initiative, Rubric

__all__ = ["OTHERS", "Opened", "opened"]

OTHERS = ("thresholds", "costs")
"""What people write beside rubrics and dossiers."""
KINDS = ("rubric", "initiative", *OTHERS)
RESULT = "kasean-score/"
"""What the name of a saved result's schema begins with."""


class Opened(NamedTuple):
    """A file, and how far it could be read.

    `kind` is that of the document, None where it cannot be told. `root` is its tree with everything that it extends
    laid under it; `document` the model, which may stand beside faults when only parts of it were refused.
    """

    file: FileText
    kind: str | None = None
    root: Mapping | None = None
    document: Rubric | Initiative | None = None
    problems: tuple[Problem, ...] = ()


def opened(file: FileText, *, cut: bool = False) -> Opened:
    """The document in a file that was read; `cut` says that it is a line which was never ended."""
    kind: str | None = None
    root: Mapping | None = None
    try:
        root = tree_in(file)
        kind = _kind(root)
        if kind in OTHERS:
            return Opened(file, kind, root)
        root, extends = with_bases(root, kind)
        document = read_rubric(root, extends) if kind == "rubric" else read_initiative(root, extends)
    except InputError as error:
        problems = error.problems
        if cut and problems[-1].code == "syntax":
            line = getattr(file, "number", 1)
            problems = (Problem("cut-line", Place(file, line, len(file.text) + 1)),)
        return Opened(file, kind, root, error.partial, problems)  # type: ignore[arg-type]
    return Opened(file, kind, root, document)


def _kind(root: Mapping) -> str:
    """The kind that a document says it is, or looks to be. Raises InputError where that is none of ours."""
    given = root.get("kind")
    stated = document_kind(root) or (given if given in OTHERS else None)
    if stated is not None:
        return str(stated)
    schema = root.get("schema")
    name = schema.get("name") if isinstance(schema, dict) else None
    if isinstance(name, str) and name.startswith(RESULT):
        raise InputError([Problem("saved-result", place_of(root, "schema", key=True), {"name": name})])
    if given is not None:
        meant = nearest(given, KINDS) if isinstance(given, str) else None
        params = {"field": "kind", "given": describe(given), "allowed": list(KINDS), "meant": meant}
        raise InputError([Problem("not-allowed.near" if meant else "not-allowed", place_of(root, "kind"), params)])
    return "rubric" if "groups" in root else "initiative"
