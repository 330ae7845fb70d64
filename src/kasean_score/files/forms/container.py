"""What is inside a file that says it is a workbook, looked at before anything is unpacked or parsed.

An .xlsx file is a zip archive of XML. The archive says how large its parts are, and no more than that is ever read of
one, so a bomb is known by its directory. Entities, by which XML can swell, are declared in a document type, which no
workbook has.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from kasean_score.errors import FileText, InputError, Place, Problem

__all__ = ["MAX_FORM", "checked"]

MAX_FORM = 20_000_000
"""Bytes of a file."""
MAX_UNPACKED = 60_000_000
MAX_PARTS = 1000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
OTHERS = ((b"opendocument.spreadsheet", ".ods"), (b"application/vnd.ms-excel.sheet.binary", ".xlsb"))
MACROS = ("macroEnabled", "vbaProject")


def checked(path: str, content: bytes) -> None:
    """Raise InputError where the content is no workbook that can be read without danger."""
    if len(content) > MAX_FORM:
        _refuse(path, "form-too-large", limit=MAX_FORM // 1_000_000)
    if content.startswith(OLE):
        _refuse(path, "form-password" if ENCRYPTED in content else "form-old")
    if not content.startswith(b"PK"):
        _refuse(path, "form-not-a-workbook")
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check_parts(path, archive)
    except (BadZipFile, ValueError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        _refuse(path, "form-broken", reason=str(error) or type(error).__name__)
    except Exception as error:
        if type(error).__module__ != "zlib":  # its error is no subclass of any of those
            raise
        _refuse(path, "form-broken", reason=str(error))


def _check_parts(path: str, archive: ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        _refuse(path, "form-too-large.unpacked", limit=MAX_UNPACKED // 1_000_000)
    names = {part.filename for part in parts}
    if "mimetype" in names or "[Content_Types].xml" not in names:
        _refuse(path, "form-other", ending=_ending(archive, names))
    types = archive.read("[Content_Types].xml")
    if any(name.endswith("vbaProject.bin") for name in names) or any(word.encode() in types for word in MACROS):
        _refuse(path, "form-macros")
    if b"spreadsheetml" not in types:
        _refuse(path, "form-other", ending=_ending(archive, names))
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            text = archive.read(part)
            if any(sign in text for sign in DOCTYPES):
                _refuse(path, "form-entities", part=part.filename)


def _ending(archive: ZipFile, names: set[str]) -> str:
    """The ending of files of this kind, as far as it can be told."""
    for name in ("mimetype", "[Content_Types].xml"):
        text = archive.read(name) if name in names else b""
        for sign, ending in OTHERS:
            if sign in text:
                return ending
    return ".docx" if any(name.startswith("word/") for name in names) else ".zip"


def _refuse(path: str, key: str, **params: object) -> None:
    raise InputError([Problem(key, Place(FileText(path)), params)])
