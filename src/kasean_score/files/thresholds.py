"""Thresholds of a gate: from a file beside the work, and as they are typed.

    min: {overall: 50, people: 40}    # scores of nodes, 0 to 100
    coverage: 65                      # a percentage; as a share 0.65
    band: substantial
    on: low                           # compare the low bound and not the score

One rule says what a coverage is, in the file and on the command line: a whole number or a number with a percent sign
is a percentage (65, 65.5%), a number with a decimal point and at most 1 is a share (0.65, 1.0). A bare 1 could be
either, and is refused like everything else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kasean_score.errors import InputError, Problem, in_file_order, nearest
from kasean_score.files.catalog import read_tree
from kasean_score.files.kinds import INVALID, Choice, Id, Quantity, describe
from kasean_score.files.tree import Mapping, place_of
from kasean_score.model import Threshold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kasean_score.files.kinds import Kind
    from kasean_score.files.tree import Container

__all__ = ["Thresholds", "coverage_share", "read_thresholds", "thresholds_in", "typed_thresholds"]

FIELDS: Final = ("kind", "min", "coverage", "band", "on")
READINGS: Final = ("score", "low")
PERCENTAGE = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?) ?%|([0-9]{1,3})")
SHARE = re.compile(r"[01]?\.[0-9]+")
SCORE = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")


class Thresholds(NamedTuple):
    """What is demanded, in the order given; `on` is which reading of a score is compared, None where it is not said."""

    wanted: tuple[Threshold, ...] = ()
    on: str | None = None


def coverage_share(given: str) -> float | None:
    """The share, 0 to 1, that a coverage as it was written stands for; None where it could be read two ways or not."""
    if SHARE.fullmatch(given):
        return float(given) if float(given) <= 1 else None
    found = PERCENTAGE.fullmatch(given)
    if found is None or given == "1":
        return None
    percentage = float(found[1] or found[2])
    return percentage / 100 if percentage <= 100 else None


def typed_thresholds(least: Iterable[str], coverage: str | None, band: str | None) -> tuple[Threshold, ...]:
    """The thresholds of a command line: `node=score` each, a coverage and a band. Raises InputError."""
    found: list[Threshold] = []
    for given in least:
        name, sign, number = (part.strip() for part in given.partition("="))
        if not (sign and name and SCORE.fullmatch(number) and float(number) <= 100):
            raise InputError.of("bad-minimum", given=given)
        if any(name == earlier.name for earlier in found):
            raise InputError.of("minimum-twice", name=name)
        found.append(Threshold("score", name, float(number)))
    if coverage is not None:
        share = coverage_share(coverage.strip())
        if share is None:
            raise InputError.of("bad-coverage", given=coverage)
        found.append(Threshold("coverage", at_least=share))
    if band is not None:
        found.append(Threshold("band", band))
    return tuple(found)


def read_thresholds(path: str) -> Thresholds:
    """The thresholds in the file at `path` (`-`: standard input). Raises InputError with every fault, in file order."""
    try:
        root = read_tree(path)
    except InputError as error:
        renamed = {"empty-file": "empty-thresholds", "not-a-mapping": "empty-thresholds"}
        raise InputError(one._replace(key=renamed.get(one.key, one.key)) for one in error.problems) from None
    return thresholds_in(root)


def thresholds_in(root: Mapping) -> Thresholds:
    """The thresholds in a document's tree. Raises InputError with every fault, in file order."""
    reader = _Reader()
    found = reader.thresholds(root)
    if reader.problems:
        raise InputError(in_file_order(reader.problems))
    if not found.wanted:
        raise InputError([Problem("empty-thresholds", place_of(root))])
    return found


class _Reader:
    """One file being read, and the faults found in it so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def thresholds(self, root: Mapping) -> Thresholds:
        if root.get("kind") not in (None, "thresholds"):
            self._value(root, "kind", Choice(("thresholds",)))
            return Thresholds()  # a document of another kind: its fields are not worth naming one by one
        for key in root:
            if key not in FIELDS:
                self._unknown(root, key)
        wanted = self._scores(root)
        share = self._coverage(root)
        wanted += [] if share is None else [Threshold("coverage", "", share, place_of(root, "coverage"))]
        band = self._value(root, "band", Id())
        wanted += [] if band is None else [Threshold("band", band, 0.0, place_of(root, "band"))]
        return Thresholds(tuple(wanted), self._value(root, "on", Choice(READINGS)))

    def record(self, name: str, holder: Container, where: str | int, value: Any) -> Any:
        raise NotImplementedError  # none of the kinds used here holds a record

    def _scores(self, root: Mapping) -> list[Threshold]:
        least = root.get("min")
        if least is None:
            return []
        if not isinstance(least, Mapping):
            self._fault("wrong-type.mapping", root, "min", field="min", given=describe(least))
            return []
        read = ((name, self._value(least, name, Quantity(0, 100))) for name in least)
        return [
            Threshold("score", name, score, place_of(least, name, key=True))
            for name, score in read
            if score is not None
        ]

    def _coverage(self, root: Mapping) -> float | None:
        given = root.get("coverage")
        if given is None:
            return None
        share = coverage_share(given) if isinstance(given, str) else None
        if share is None:
            self._fault("bad-coverage", root, "coverage", given=describe(given))
        return share

    def _value(self, holder: Mapping, key: str, kind: Kind) -> Any:
        """A field's value; None where it is absent, empty or refused."""
        given = holder.get(key)
        read = None if given is None else kind.read(self, holder, key, given)
        return None if read is INVALID else read

    def _unknown(self, root: Mapping, key: str) -> None:
        meant = nearest(key, FIELDS)
        message = "unknown-key.near" if meant else "unknown-key"
        place = place_of(root, key, key=True)
        params = {"name": key, "record": "thresholds", "allowed": list(FIELDS), "meant": meant}
        self.problems.append(Problem(message, place, params))

    def _fault(self, key: str, holder: Mapping, where: str, **params: object) -> None:
        self.problems.append(Problem(key, place_of(holder, where), params))
