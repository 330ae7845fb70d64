"""Documents by reference: a bundled id, a path, a folder, standard input; with everything that they extend."""

from __future__ import annotations

import os
from errno import EACCES
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kasean_score.errors import FileText, InputError, LineText, Place, Problem, in_file_order, nearest
from kasean_score.files.extends import laid_over, new_nodes
from kasean_score.files.kinds import describe
from kasean_score.files.reader import document_kind, read_initiative, read_rubric
from kasean_score.files.refs import (
    ENDINGS,
    FOLDERS,
    bundled,
    bundled_path,
    is_path,
    is_table,
    names_in,
    path_of,
)
from kasean_score.files.texts import STDIN, read_text
from kasean_score.files.tree import Builder, Mapping, place_of, records
from kasean_score.model import FileRef, Initiative, Rubric

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "expand",
    "initiative_in",
    "initiative_tree",
    "load_document",
    "load_initiative",
    "load_rubric",
    "quick_initiative_in",
    "read_tree",
    "tree_in",
    "with_bases",
]

Read = TypeVar("Read")


class Loaded(NamedTuple):
    root: Mapping
    extends: tuple[FileRef, ...]


def load_rubric(ref: str) -> Rubric:
    """The rubric that `ref` names: a bundled id, a path, or `-` for standard input. Raises InputError."""
    file = read_text(path_of(ref, "rubric"))
    return _quickly_read(file, read_rubric) or _rubric_in(file)


def _rubric_in(file: FileText) -> Rubric:
    loaded = _extended(_document(file, "rubric"), "rubric", (file.path,))
    return read_rubric(loaded.root, loaded.extends)


def load_initiative(ref: str) -> Initiative:
    """The initiative that `ref` names: a bundled id, a path, or `-` for standard input. Raises InputError."""
    return initiative_in(read_text(path_of(ref, "initiative")))


def initiative_in(file: FileText) -> Initiative:
    """The initiative in a file that was read already. Raises InputError."""
    loaded = _extended(_document(file, "initiative"), "initiative", (file.path,))
    return read_initiative(loaded.root, loaded.extends)


def initiative_tree(file: FileText) -> Mapping:
    """The tree of the initiative in a file that was read already, laid over all that it extends. Raises InputError."""
    return _extended(_document(file, "initiative"), "initiative", (file.path,)).root


def quick_initiative_in(file: FileText) -> Initiative | None:
    """The initiative in a file, all of it in the place of the whole file; None where `initiative_in` is to be asked."""
    return _quickly_read(file, read_initiative)


def _quickly_read(file: FileText, read: Callable[[Any], Read]) -> Read | None:
    """A document without places, None where it is to be read with them:

    it extends another one, or has a fault, which is to be shown where it stands.
    """
    if is_table(file.path):
        return None
    if _is_json(file) or _may_be_json(file):
        from kasean_score.files.jsonio import quick_json

        root = quick_json(file)
    else:
        from kasean_score.files.yamlio import quick_yaml

        root = quick_yaml(file)
    if root is None or root.get("extends") is not None:
        return None
    try:
        return read(root)
    except InputError:
        return None


def with_bases(root: Mapping, kind: str) -> Loaded:
    """A document's tree with everything that it extends laid under it. Raises InputError."""
    return _extended(root, kind, (root.file.path,))


def load_document(ref: str) -> Rubric | Initiative:
    """The rubric or initiative that `ref` names, whichever it is. Raises InputError."""
    if not is_path(ref):
        found = [kind for kind in FOLDERS if bundled_path(kind, ref)]
        if not found:
            known = [*bundled("rubric"), *bundled("initiative")]
            meant = nearest(ref, known)
            raise InputError.of("unknown-name.near" if meant else "unknown-name", name=ref, allowed=known, meant=meant)
        return load_rubric(ref) if found[0] == "rubric" else load_initiative(ref)
    file = read_text(ref)
    root = tree_in(file)
    if document_kind(root) == "rubric":
        loaded = _extended(root, "rubric", (file.path,))
        return read_rubric(loaded.root, loaded.extends)
    if document_kind(root) is None and root.get("kind") is not None:
        kinds, given = list(FOLDERS), root["kind"]
        meant = nearest(given, kinds) if isinstance(given, str) else None
        params = {"field": "kind", "given": describe(given), "allowed": kinds, "meant": meant}
        raise InputError([Problem("not-allowed.near" if meant else "not-allowed", place_of(root, "kind"), params)])
    loaded = _extended(root, "initiative", (file.path,))
    return read_initiative(loaded.root, loaded.extends)


def read_tree(path: str) -> Mapping:
    """The tree of a file that is none of our documents, read as strictly. Raises InputError."""
    return tree_in(read_text(path))


def expand(refs: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """References with each folder replaced by the dossiers in it, in the order of their names; and what failed."""
    found: list[str] = []
    problems: list[Problem] = []
    for ref in refs:
        if not (is_path(ref) and ref != "-" and os.path.isdir(ref)):
            found.append(ref)
            continue
        inside = _documents_in(ref)
        found += inside
        if not inside and not os.access(ref, os.R_OK):
            problems.append(Problem("unreadable", Place(FileText(ref)), {"path": ref, "reason": os.strerror(EACCES)}))
        elif not inside:
            problems.append(Problem("empty-folder", Place(FileText(ref)), {"path": ref}))
    return found, problems


def _documents_in(folder: str) -> list[str]:
    paths = [os.path.join(folder, name) for name in names_in(folder) if name.lower().endswith(ENDINGS)]
    return [path for path in paths if not _is_rubric(path)]


def _is_rubric(path: str) -> bool:
    """Whether a file in a folder of dossiers is plainly a rubric; one that cannot be read is left to be reported."""
    try:
        return document_kind(tree_in(read_text(path))) == "rubric"
    except InputError:
        return False


def _extended(root: Mapping, kind: str, chain: tuple[str, ...]) -> Loaded:
    """The document with everything that it extends laid under it."""
    ref = root.get("extends")
    if ref is None:
        return Loaded(root, ())
    place = place_of(root, "extends")
    if not isinstance(ref, str):
        raise InputError([Problem("wrong-type.text", place, {"field": "extends", "given": describe(ref)})])
    path = _base_path(ref, kind, chain[-1], place)
    if os.path.abspath(path) in map(os.path.abspath, chain):
        raise InputError([Problem("cyclic-extends", place, {"chain": [*chain, path]})])
    file = read_text(path, place)
    base = _document(file, kind)
    under = _extended(base, kind, (*chain, path))
    slips = _slips(under.root, root)
    if slips:
        raise InputError(slips)
    if not isinstance(under.root.get("id"), str):
        raise InputError([Problem("base-without-id", place, {"path": path})])
    own = FileRef(str(under.root["id"]), _text(base.get("version")), file.sha256, path)
    return Loaded(laid_over(kind, under.root, root), (own, *under.extends))


def _slips(base: Mapping, own: Mapping) -> list[Problem]:
    """New groups and criteria whose ids look like slips of old ones; a title says that they are meant."""
    known = list(_ids(base.get("groups")))
    new = list(new_nodes(base.get("groups"), own.get("groups")))
    meant = [(node, nearest(node["id"], known)) for node in new]
    params = [(node, {"name": node["id"], "meant": near}) for node, near in meant if near is not None]
    return [Problem("new-without-title", place_of(node, "id"), said) for node, said in params]


def _ids(nodes: Any) -> Iterator[str]:
    for node in records(nodes):
        if isinstance(node.get("id"), str):
            yield node["id"]
        for name in ("groups", "criteria"):
            yield from _ids(node.get(name))


def _base_path(ref: str, kind: str, own_path: str, place: Place) -> str:
    if is_path(ref) and ref != "-":
        return os.path.join(os.path.dirname(own_path), ref)
    path = bundled_path(kind, ref)
    if path is None:
        raise InputError([Problem("missing-base", place, {"name": ref, "allowed": bundled(kind)})])
    return path


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, str) else None


def _document(file: FileText, kind: str) -> Mapping:
    """The file's tree, checked to be a document of the kind wanted."""
    root = tree_in(file)
    given = root.get("kind")
    if given != kind and isinstance(given, str) and given in FOLDERS:
        raise InputError([Problem(f"wrong-kind.{kind}", place_of(root, "kind"), {"given": given})])
    return root


def tree_in(file: FileText) -> Mapping:
    """The tree of a file that was read already. Raises InputError."""
    builder = _builder(file)
    if builder.root is None:
        raise InputError([Problem("empty-file", Place(file))])
    if builder.root.__class__ is not Mapping:
        raise InputError([Problem("not-a-mapping", builder.root_place())])
    if builder.problems:
        raise InputError(in_file_order([*builder.problems, *_further(builder.root)]))
    root: Mapping = builder.root
    return root


def _further(root: Mapping) -> list[Problem]:
    """What the reader would find in a file that is refused already, so that all faults show at once."""
    read: Callable[[Any], object] | None = {"rubric": read_rubric, "initiative": read_initiative}.get(
        document_kind(root) or ""
    )
    if read is None or "extends" in root:
        return []
    try:
        read(root)
    except InputError as error:
        return list(error.problems)
    return []


def _builder(file: FileText) -> Builder:
    # Parsers are imported here: an error message about a missing file needs neither.
    if is_table(file.path):
        raise InputError([Problem("is-a-table", Place(file))])
    refused: InputError | None = None
    only_json = _is_json(file)
    if only_json or _may_be_json(file):
        from kasean_score.files.jsonio import parse_json

        try:
            return parse_json(file)
        except InputError as error:
            if only_json:
                raise
            refused = error
    from kasean_score.files.yamlio import parse_yaml

    try:
        return parse_yaml(file)
    except InputError as error:
        raise refused or error from None  # what begins with a brace is more likely JSON


def _is_json(file: FileText) -> bool:
    return isinstance(file, LineText) or file.path.lower().endswith(".json")


def _may_be_json(file: FileText) -> bool:
    return file.path == STDIN and file.text.lstrip()[:1] == "{"
