"""Finding documents: by bundled id, by path, in a folder, on standard input; each with the digest of its bytes."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from contextlib import contextmanager
from errno import EACCES
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, NoReturn, TypeVar

from kasean_score.errors import FileText, InputError, LineText, Place, Problem, in_file_order, nearest
from kasean_score.files.extends import laid_over, new_nodes
from kasean_score.files.kinds import describe
from kasean_score.files.reader import document_kind, read_initiative, read_rubric
from kasean_score.files.tree import Builder, Mapping, place_of, records
from kasean_score.model import FileRef, Initiative, Rubric

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "bundled",
    "bundled_path",
    "expand",
    "fast_digests",
    "file_faults",
    "initiative_in",
    "initiative_tree",
    "is_lines",
    "is_path",
    "is_table",
    "load_document",
    "load_initiative",
    "load_rubric",
    "names_in",
    "path_of",
    "quick_initiative_in",
    "read_text",
    "read_tree",
    "sha256_of",
    "text_of",
    "tree_in",
    "with_bases",
]

MAX_BYTES = 5_000_000
STDIN = "<stdin>"
TABLE, LINES = ".csv", ".jsonl"
ENDINGS = (".yaml", ".yml", ".json")
Read = TypeVar("Read")
FOLDERS = {"rubric": "rubrics", "initiative": "initiatives"}
BYTE_ORDER_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


class Loaded(NamedTuple):
    root: Mapping
    extends: tuple[FileRef, ...]


def load_rubric(ref: str) -> Rubric:
    """The rubric that `ref` names: a bundled id, a path, or `-` for standard input. Raises InputError."""
    file = _read(path_of(ref, "rubric"))
    return _quickly_read(file, read_rubric) or _rubric_in(file)


def _rubric_in(file: FileText) -> Rubric:
    loaded = _extended(_document(file, "rubric"), "rubric", (file.path,))
    return read_rubric(loaded.root, loaded.extends)


def load_initiative(ref: str) -> Initiative:
    """The initiative that `ref` names: a bundled id, a path, or `-` for standard input. Raises InputError."""
    return initiative_in(_read(path_of(ref, "initiative")))


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


def read_text(ref: str, limit: int = MAX_BYTES) -> FileText:
    """The text of a file (`-`: standard input) of up to `limit` bytes, unparsed. Raises InputError."""
    return _read(ref, limit=limit)


def load_document(ref: str) -> Rubric | Initiative:
    """The rubric or initiative that `ref` names, whichever it is. Raises InputError."""
    if not is_path(ref):
        found = [kind for kind in FOLDERS if bundled_path(kind, ref)]
        if not found:
            known = [*bundled("rubric"), *bundled("initiative")]
            meant = nearest(ref, known)
            raise InputError.of("unknown-name.near" if meant else "unknown-name", name=ref, allowed=known, meant=meant)
        return load_rubric(ref) if found[0] == "rubric" else load_initiative(ref)
    file = _read(ref)
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
    return tree_in(_read(path))


def is_path(ref: str) -> bool:
    """Whether an argument is a path (or standard input) and not a bundled id."""
    return ref == "-" or "/" in ref or os.sep in ref or ref.lower().endswith((*ENDINGS, TABLE, LINES))


def is_table(ref: str) -> bool:
    """Whether an argument is the path of a table of ratings."""
    return ref.lower().endswith(TABLE)


def is_lines(ref: str) -> bool:
    """Whether an argument is the path of a file of JSON Lines: a dossier a line."""
    return ref.lower().endswith(LINES)


def bundled(kind: str) -> list[str]:
    """The ids of the bundled documents of a kind, in alphabetical order, then those of each folder in theirs."""
    names = [name for folder in _bundled_folders(kind) for name in names_in(folder)]
    return [name.removesuffix(".yaml") for name in names if name.endswith(".yaml")]


def bundled_path(kind: str, name: str) -> str | None:
    """The file of a bundled document, or None where there is none of that id."""
    if is_path(name):
        return None
    paths = (os.path.join(folder, f"{name}.yaml") for folder in _bundled_folders(kind))
    return next((path for path in paths if os.path.isfile(path)), None)


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


def names_in(folder: str) -> list[str]:
    """The names in a folder in alphabetical order; none where it cannot be listed."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _documents_in(folder: str) -> list[str]:
    paths = [os.path.join(folder, name) for name in names_in(folder) if name.lower().endswith(ENDINGS)]
    return [path for path in paths if not _is_rubric(path)]


def _is_rubric(path: str) -> bool:
    """Whether a file in a folder of dossiers is plainly a rubric; one that cannot be read is left to be reported."""
    try:
        return document_kind(tree_in(_read(path))) == "rubric"
    except InputError:
        return False


def _bundled_folders(kind: str) -> Iterator[str]:
    """The folder of a kind, then those in it: sets of cases of their own."""
    top = _bundled_folder(kind)
    yield top
    yield from filter(os.path.isdir, (os.path.join(top, name) for name in names_in(top)))


@cache
def _bundled_folder(kind: str) -> str:
    """Inside the package where it was installed from a wheel, at the top of the checkout in an editable install."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, FOLDERS[kind])
    checkout = os.path.join(os.path.dirname(os.path.dirname(package)), FOLDERS[kind])
    return installed if os.path.isdir(installed) else checkout


def path_of(ref: str, kind: str) -> str:
    """The file that `ref` names, whether it exists or not, or that of a bundled id. Raises InputError."""
    if is_path(ref):
        return ref
    path = bundled_path(kind, ref)
    if path is None:
        known = bundled(kind)
        meant = nearest(ref, known)
        if os.path.exists(ref):
            raise InputError([Problem(f"unknown-{kind}.path", params={"name": ref, "allowed": known})])
        other = next(name for name in FOLDERS if name != kind)
        if bundled_path(other, ref):
            raise InputError([Problem(f"unknown-{kind}.{other}", params={"name": ref, "allowed": known})])
        message = f"unknown-{kind}.near" if meant else f"unknown-{kind}"
        raise InputError([Problem(message, params={"name": ref, "allowed": known, "meant": meant})])
    return path


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
    file = _read(path, place)
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


def _read(path: str, cited: Place | None = None, limit: int = MAX_BYTES) -> FileText:
    """The text of a file; `cited` is where another file names it."""
    with file_faults(path, cited):
        if path == "-":
            return _decoded(STDIN, sys.stdin.buffer, limit)
        with open(path, "rb") as stream:
            return _decoded(path, stream, limit)


def _is_json(file: FileText) -> bool:
    return isinstance(file, LineText) or file.path.lower().endswith(".json")


def _may_be_json(file: FileText) -> bool:
    return file.path == STDIN and file.text.lstrip()[:1] == "{"


@contextmanager
def file_faults(path: str, cited: Place | None = None) -> Iterator[None]:
    """What opening or reading the file at `path` raises, as an InputError."""
    try:
        yield
    except IsADirectoryError:
        _refuse("is-a-folder", path, cited)
    except FileNotFoundError:
        folder, name = os.path.split(path)
        siblings = names_in(folder or ".")
        stems = {os.path.splitext(sibling)[0]: sibling for sibling in siblings}
        meant = stems.get(nearest(os.path.splitext(name)[0], stems) or "")
        near = os.path.join(folder, meant) if meant else None
        _refuse("no-such-file.near" if near else "no-such-file", path, cited, meant=near)
    except (OSError, ValueError) as error:
        _refuse("unreadable", path, cited, reason=getattr(error, "strerror", None) or str(error))


def _refuse(key: str, path: str, cited: Place | None, **params: object) -> NoReturn:
    raise InputError([Problem(key, cited or Place(FileText(path)), {"path": path, **params})])


def sha256_of(pieces: Iterable[bytes]) -> str:
    """The digest of a file's bytes in hexadecimal.

    By the interpreter's own module where it has one (3.12 on, before), else hashlib, which loads OpenSSL: that takes
    longer than the digests of a few files. The standard library's random does the same.
    """
    digest = _sha256()()
    for piece in pieces:
        digest.update(piece)
    return str(digest.hexdigest())


def fast_digests() -> None:
    """From here on take digests by hashlib, which is five times as fast, but slow to load."""
    import_module("hashlib")
    _sha256.cache_clear()


@cache
def _sha256() -> Any:
    for name in ("hashlib",) if "hashlib" in sys.modules else ("_sha2", "_sha256"):
        try:
            return import_module(name).sha256
        except ImportError:
            continue
    return import_module("hashlib").sha256


def _decoded(path: str, stream: BinaryIO, limit: int) -> FileText:
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise InputError([Problem("too-large", Place(FileText(path)), {"limit": limit // 1_000_000})])
    return text_of(path, content)


def text_of(path: str, content: bytes) -> FileText:
    """The text of a file that was read as bytes. Raises InputError where it is not UTF-8."""
    digest = sha256_of([content])
    text = content.removeprefix(BOM_UTF8)
    try:
        return FileText(path, text.decode(), digest)
    except UnicodeDecodeError as error:
        guess = BYTE_ORDER_MARKS.get(content[:2], "")
        line = text[: error.start].count(b"\n") + 1
        shown = FileText(path, text.decode("utf-8", "replace"))
        key = "encoding.utf-16" if guess else "encoding"
        raise InputError([Problem(key, Place(shown, None if guess else line), {"encoding": guess})]) from None
