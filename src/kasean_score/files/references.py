"""References in CSL-JSON, the exchange format of Zotero and other managers of literature, to sources and back.

It is a foreign format: fields that a source has no room for are passed over, and what a source holds that CSL has no
field for travels beside the rest. `kind` and `read` stand as lines in `note`, which Zotero shows and keeps as "Extra":
there a person can write `kind: government` too. What even that cannot hold (a text in two languages) is under
`kasean-score` in `custom`. So sources that were written come back as they were.

Source: JSON schema of CSL input data, version 1.0.2, citation-style-language/schema.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from kasean_score.errors import FileText, InputError, Place, Problem, in_file_order, nearest
from kasean_score.files.csl_dates import BadDateError, date_in, parts_of
from kasean_score.files.csl_texts import BETWEEN, in_note, legal_id, person, plain
from kasean_score.files.fields import SOURCE_KINDS, TABLES
from kasean_score.files.jsonio import parse_json
from kasean_score.files.kinds import INVALID, URL, Url, describe
from kasean_score.files.texts import read_text
from kasean_score.files.tree import Mapping, Number, Sequence, Whole, place_of
from kasean_score.model import Source, in_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.files.tree import Container

__all__ = ["read_csl", "to_csl"]

MAX_BYTES = 50_000_000
OWN = "kasean-score"
"""The key under `custom` that is ours."""

KINDS: Final = {
    "scholarly": (
        "article", "article-journal", "book", "chapter", "entry", "entry-dictionary", "entry-encyclopedia",
        "paper-conference", "review", "review-book", "thesis",
        "book-chapter", "journal-article", "posted-content", "proceedings-article",
    ),
    "government": ("bill", "hearing", "legal_case", "legislation", "regulation", "treaty"),
    "news": ("article-magazine", "article-newspaper", "broadcast"),
    "statistics": ("dataset",),
}  # fmt: skip
"""The kind of source that a CSL type tells of; the last four types of the first are those of Crossref.

Of a report or a page on the web the type does not say who speaks, so these are `other` unless the note says more.
"""
TYPES: Final = {
    "asean": "report",
    "government": "report",
    "scholarly": "document",
    "think-tank": "report",
    "statistics": "dataset",
    "news": "article-newspaper",
}
"""The CSL type that a kind is written as; one that has an address and no kind is a page on the web."""
CONTAINED = ("article", "broadcast", "entry", "journal", "post", "review", "webpage")
"""How the types begin whose container (the newspaper, the journal, the site) is what people call the publisher."""

DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.[0-9]{4,9}/\S+)", re.IGNORECASE)


def read_csl(path: str) -> tuple[Source, ...]:
    """The sources in a file of CSL-JSON (`-`: standard input), in its order. Raises InputError with every fault."""
    file = read_text(path, limit=MAX_BYTES)
    if file.text.lstrip()[:1] not in ("[", "{"):
        raise InputError([Problem("csl-not-json" if file.text.strip() else "empty-file", Place(file))])
    builder = parse_json(file)
    items = _items(file, builder.root)
    reader = _Reader(builder.problems)
    sources = reader.sources(items)
    if reader.problems:
        raise InputError(in_file_order(reader.problems))
    return sources


def to_csl(sources: Iterable[Source], lang: str = "en") -> list[dict[str, Any]]:
    """The sources as items of CSL-JSON; of a text in several languages the one in `lang` is what other programs see."""
    return [_item(source, lang) for source in sources]


def _items(file: FileText, root: Any) -> Sequence:
    """The list of items: the document itself, or as Zotero's web API and Pandoc have it."""
    if isinstance(root, Mapping):
        root = next((root[name] for name in ("items", "references") if name in root), root)
    if not isinstance(root, Sequence):
        raise InputError([Problem("csl-not-a-list", Place(file, 1, 1), {"given": describe(root)})])
    return root


class _Reader:
    """One file being read, and the faults found in it so far."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems

    def sources(self, items: Sequence) -> tuple[Source, ...]:
        """The sources of all items that are sound."""
        found: list[Source] = []
        first: dict[str, tuple[str, int | None]] = {}
        for index, item in enumerate(items):
            if not isinstance(item, Mapping):
                self._fault("csl-not-an-item", items, index, given=describe(item))
                continue
            source = self.source(item)
            if source.id in first:
                key, (other, line) = _id_field(item), first[source.id]
                message = "csl-id-twice" if other == str(item[key]) else "csl-id-twice.made"
                self._fault(message, item, key, name=source.id, other=other, first=line)
            elif source.id:
                first[source.id] = (str(item[_id_field(item)]), place_of(item).line)
            found.append(source)
        return tuple(found)

    def record(self, name: str, holder: Container, where: str | int, value: Any) -> Any:
        raise NotImplementedError  # none of the kinds used here holds a record

    def source(self, item: Mapping) -> Source:
        """The source in an item; its id and title are empty where the item has none, which is reported."""
        sort = item.get("type") if isinstance(item.get("type"), str) else ""
        labels, note = in_note(self._text(item, "note") or "")
        self._check_kind(item, labels)
        source = Source(
            id=self._id(item),
            title=self._title(item),
            author=self._author(item),
            publisher=self._publisher(item, str(sort)),
            date=self._date(item),
            url=self._url(item),
            language=self._text(item, "language"),
            kind=labels.get("kind") or next((kind for kind, types in KINDS.items() if sort in types), "other"),
            read=labels.get("read"),
            note=note,
        )
        return source._replace(**self._own(item))

    def _own(self, item: Mapping) -> dict[str, Any]:
        """What was written by `to_csl` and no field of CSL holds."""
        custom = item.get("custom")
        own = custom.get(OWN) if isinstance(custom, Mapping) else None
        if not isinstance(own, Mapping):
            return {}
        readers = TABLES["source"].readers
        read = {
            name: None if value is None else readers[name](self, own, name, value)
            for name, value in own.items()
            if name in readers and name != "id"
        }
        return {name: value for name, value in read.items() if value is not INVALID}

    def _check_kind(self, item: Mapping, labels: dict[str, str]) -> None:
        given = labels.get("kind")
        if given is not None and given not in SOURCE_KINDS:
            meant = nearest(labels.pop("kind"), SOURCE_KINDS)
            params = {"field": "kind", "given": describe(given), "allowed": list(SOURCE_KINDS), "meant": meant}
            self._fault("not-allowed.near" if meant else "not-allowed", item, "note", **params)

    def _id(self, item: Mapping) -> str:
        name = _id_field(item)
        given = item.get(name)
        if given is None:
            self.problems.append(Problem("csl-no-id", place_of(item), {"title": describe(item.get("title"))}))
            return ""
        if not isinstance(given, str) or not given.strip():
            self._fault("wrong-type.text", item, name, field=name, given=describe(given))
            return ""
        return legal_id(given)

    def _title(self, item: Mapping) -> str:
        title = self._text(item, "title")
        if title is None and (item.get("title") is None or isinstance(item["title"], str)):
            key = "csl-other-json" if "itemType" in item else "csl-no-title"
            self.problems.append(Problem(key, place_of(item), {"name": str(item.get(_id_field(item)) or "?")}))
        return plain(title or "")

    def _author(self, item: Mapping) -> str | None:
        names = item.get("author")
        if names is None:
            return None
        if not isinstance(names, Sequence):
            self._fault("csl-author", item, "author", given=describe(names))
            return None
        found = []
        for index, name in enumerate(names):
            if not isinstance(name, Mapping):
                self._fault("csl-author", names, index, given=describe(name))
            elif said := person(name):
                found.append(said)
        return BETWEEN.join(found) or None

    def _publisher(self, item: Mapping, sort: str) -> str | None:
        publisher, container = self._text(item, "publisher"), self._text(item, "container-title")
        chosen = (container or publisher) if sort.startswith(CONTAINED) else (publisher or container)
        return plain(chosen) if chosen else None

    def _date(self, item: Mapping) -> str | None:
        try:
            return date_in(item.get("issued"))
        except BadDateError as error:
            self._fault("csl-date", item, "issued", given=error.given)
            return None

    def _url(self, item: Mapping) -> str | None:
        """Where it can be read: its address, or that which its DOI leads to."""
        address, doi = self._text(item, "URL"), self._text(item, "DOI")
        found = DOI.fullmatch(doi.strip()) if doi else None
        if address and (URL.fullmatch(address.strip()) or not found):
            item["URL"] = address = address.strip()
            read = Url().read(self, item, "URL", address)
            return None if read is INVALID else str(read)
        return f"https://doi.org/{found[1]}" if found else None

    def _text(self, item: Mapping, name: str) -> str | None:
        """A field's text; None where it is absent or blank. A number will do."""
        given = item.get(name)
        if given is None or isinstance(given, str):
            return str(given) if given and given.strip() else None
        self._fault("wrong-type.text", item, name, field=name, given=describe(given))
        return None

    def _fault(self, key: str, holder: Container, where: str | int, **params: object) -> None:
        self.problems.append(Problem(key, place_of(holder, where), params))


def _id_field(item: Mapping) -> str:
    """The field that names an item: the key that a person chose, before the address that Zotero gave it."""
    return "citation-key" if item.get("citation-key") else "id"


def _item(source: Source, lang: str) -> dict[str, Any]:
    sort = TYPES.get(source.kind) or ("webpage" if source.url else "document")
    named_by = "container-title" if sort.startswith(CONTAINED) else "publisher"
    authors = [{"literal": name} for name in (source.author or "").split(BETWEEN) if name]
    said = {
        "kind": None if source.kind in KINDS and sort in KINDS[source.kind] else source.kind,
        "read": source.read,
    }
    lines = [f"{label}: {value}" for label, value in said.items() if value and value != "other"]
    lines += [in_language(source.note, lang)] if source.note else []
    item = {
        "id": source.id,
        "citation-key": source.id,
        "type": sort,
        "title": in_language(source.title, source.language or lang),
        "author": authors,
        named_by: source.publisher,
        "issued": {"date-parts": [parts_of(source.date)]} if source.date else None,
        "URL": source.url,
        "language": source.language,
        "note": "\n".join(lines),
    }
    item = {name: value for name, value in item.items() if value}
    lost = _lost(source, item)
    return {**item, "custom": {OWN: lost}} if lost else item


def _lost(source: Source, item: dict[str, Any]) -> dict[str, Any]:
    """What of a source a reader would not find in its item as it is."""
    file = FileText("")
    read = _Reader([]).source(_as_read(item, file, Whole(file)))
    return {
        name: value if isinstance(value, str | None) else dict(value)
        for name, value in source._asdict().items()
        if name != "id" and getattr(read, name) != value
    }


def _as_read(value: Any, file: FileText, whole: Whole) -> Any:
    """A plain value as it would be when it had been read."""
    if isinstance(value, dict):
        made = Mapping(file, whole)
        made.update({key: _as_read(part, file, whole) for key, part in value.items()})
        return made
    if isinstance(value, list):
        items = Sequence(file, whole)
        items += [_as_read(part, file, whole) for part in value]
        return items
    return Number(value) if isinstance(value, int) else value
