"""Saved results: the output of `evaluate -f json` or `-f jsonl`, read back as plain values.

What is read is checked to be JSON, whole, of a schema that this program knows and of the shape that it needs; whether
its figures are right is for others to say.
"""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from kasean_score.errors import FileText, InputError, Place, Problem
from kasean_score.files.kinds import describe
from kasean_score.files.tree import MAX_DEPTH

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAX_BYTES", "SavedCard", "is_result", "read_results", "wrong_field"]

MAX_BYTES = 200_000_000
SCHEMA = "kasean-score/scorecard"
KNOWN_VERSION = "1.x"
"""Keys are only added within a major version, so every result of this one can be read."""
MARK = re.compile(r'"schema"\s*:\s*\{\s*"name"\s*:\s*"kasean-score/')
SPACE = re.compile(r"[ \t\n\r]*")
CUT_OFF = "Unterminated string"
LONGEST_WHOLE = 15
"""Digits of a whole number; with more it is no level and no count, and would lose some as a float."""


class SavedCard(NamedTuple):
    """One scorecard of a saved result with what was said about all of them; `where` is its path in the document."""

    file: FileText
    line: int
    where: str
    tool: str
    options: dict[str, Any]
    card: dict[str, Any]

    @property
    def rubric(self) -> str:
        return str(self.card["rubric"]["id"])

    @property
    def initiative(self) -> str:
        return str(self.card["initiative"]["id"])


def is_result(file: FileText) -> bool:
    """Whether a file is meant as a result: by its schema, even where it cannot be read whole."""
    if not file.text.lstrip().startswith("{"):
        return False
    try:
        root, _ = DECODER.raw_decode(file.text.lstrip())
    except (ValueError, RecursionError):
        return MARK.search(file.text) is not None
    return "schema" in root and "kind" not in root


def read_results(file: FileText) -> list[SavedCard]:
    """Every scorecard of a file of one result, or of one a line. Raises InputError."""
    return [card for line, root in _documents(file) for card in _cards(file, line, root)]


def wrong_field(saved: SavedCard, path: str, given: object) -> NoReturn:
    """Refuse a result for a value that its place cannot have."""
    at = ".".join(part for part in (saved.where, path) if part)
    problem = Problem("result-field", Place(saved.file, saved.line), {"path": at, "given": describe(given)})
    raise InputError([problem])


def _documents(file: FileText) -> Iterator[tuple[int, Any]]:
    """The JSON documents of a file, each with its first line."""
    text, at, count = file.text, 0, 0
    while (at := _behind_space(text, at)) < len(text):
        line = text.count("\n", 0, at) + 1
        try:
            root, at = DECODER.raw_decode(text, at)
        except RecursionError:
            raise InputError([Problem("too-deep", Place(file, line), {"limit": MAX_DEPTH})]) from None
        except json.JSONDecodeError as error:
            raise InputError([_syntax(file, error)]) from None
        except ValueError as error:
            raise InputError([Problem("syntax", Place(file, line), {"problem": str(error)})]) from None
        count += 1
        yield line, root
    if not count:
        raise InputError([Problem("empty-file", Place(file))])


def _behind_space(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at


def _syntax(file: FileText, error: json.JSONDecodeError) -> Problem:
    if error.pos >= len(file.text.rstrip()) or error.msg.startswith(CUT_OFF):
        return Problem("result-truncated", Place(file, file.text.rstrip().count("\n") + 1))
    return Problem("syntax", Place(file, error.lineno, error.colno), {"problem": error.msg})


def _cards(file: FileText, line: int, root: Any) -> Iterator[SavedCard]:
    """The scorecards of one document, its head checked."""
    place = Place(file, line)
    if not isinstance(root, dict) or not isinstance(root.get("schema"), dict):
        raise InputError([Problem("not-a-result", place)])
    tool = _tool(root)
    _check_schema(root["schema"], tool, place)
    listed = root.get("scorecards")
    head = SavedCard(file, line, "", tool, {}, {})
    options = root.get("options")
    if not isinstance(options, dict):
        wrong_field(head, "options", options)
    _check_options(head, options)
    cards = [root] if listed is None else listed
    if not isinstance(cards, list) or not cards:
        wrong_field(head, "scorecards", listed)
    for index, card in enumerate(cards):
        one = head._replace(where="" if listed is None else f"scorecards[{index}]", options=options, card=card)
        _check_ids(one)
        yield one


def _tool(root: dict[str, Any]) -> str:
    tool = root.get("tool")
    version = tool.get("version") if isinstance(tool, dict) else None
    return version if isinstance(version, str) else "?"


def _check_schema(schema: dict[str, Any], tool: str, place: Place) -> None:
    name, version = schema.get("name"), schema.get("version")
    if name != SCHEMA:
        raise InputError([Problem("result-other-kind", place, {"given": describe(name), "wanted": SCHEMA})])
    if not isinstance(version, str) or version.partition(".")[0] != KNOWN_VERSION.partition(".")[0]:
        params = {"given": describe(version), "known": KNOWN_VERSION, "tool": tool}
        raise InputError([Problem("result-version", place, params)])


def _check_options(head: SavedCard, options: dict[str, Any]) -> None:
    """The options that a result was computed under must be of their kinds: they are typed again to recompute it."""
    texts = options.get("only", []), options.get("set", {})
    if not isinstance(texts[0], list) or not all(isinstance(text, str) for text in texts[0]):
        wrong_field(head, "options.only", texts[0])
    if not isinstance(texts[1], dict) or not all(isinstance(text, str) for text in texts[1].values()):
        wrong_field(head, "options.set", texts[1])
    for name in ("lang", "weights", "aggregate", "view"):
        if not isinstance(options.get(name), str | None):
            wrong_field(head, f"options.{name}", options[name])
    share = options.get("min_coverage")
    if share is not None and (isinstance(share, bool) or not isinstance(share, int | float)):
        wrong_field(head, "options.min_coverage", share)
    _check_simulation(head, options.get("interval"))
    if not isinstance(options.get("explain", False), bool):
        wrong_field(head, "options.explain", options["explain"])


def _check_simulation(head: SavedCard, given: Any) -> None:
    """What was simulated, where anything was."""
    if given is None:
        return
    if not isinstance(given, dict):
        wrong_field(head, "options.interval", given)
    sources = given.get("vary")
    if not isinstance(sources, list) or not all(isinstance(text, str) for text in sources):
        wrong_field(head, "options.interval.vary", sources)
    for name in ("draws", "seed"):
        if isinstance(given.get(name), bool) or not isinstance(given.get(name), int):
            wrong_field(head, f"options.interval.{name}", given.get(name))


def _check_ids(saved: SavedCard) -> None:
    """What every scorecard must say for anything to be done with it: of which rubric and initiative it is."""
    if not isinstance(saved.card, dict):
        wrong_field(saved, "", saved.card)
    for kind in ("rubric", "initiative"):
        file = saved.card.get(kind)
        if not isinstance(file, dict):
            wrong_field(saved, kind, file)
        if not isinstance(file.get("id"), str):
            wrong_field(saved, f"{kind}.id", file.get("id"))


def _record(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'"{twice}" is set twice in one record')
    return made


def _number(written: str) -> float:
    value = float(written)
    if not isfinite(value):
        raise ValueError(f"{written[:20]} is no finite number")
    return value


def _whole(written: str) -> float:
    return int(written) if len(written) <= LONGEST_WHOLE else _number(written)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


DECODER = json.JSONDecoder(object_pairs_hook=_record, parse_float=_number, parse_int=_whole, parse_constant=_refuse)
