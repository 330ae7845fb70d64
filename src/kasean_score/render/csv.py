"""Records as CSV in long form, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["BYTE_ORDER_MARK", "table"]

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes UTF-8 for something else."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table(records: Iterable[Mapping[str, object]]) -> str:
    """A head with the keys of the first record, a line for each; absent values are empty, numbers have all digits."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for index, record in enumerate(records):
        if index == 0:
            writer.writerow(record)
        writer.writerow([_cell(value) for value in record.values()])
    return out.getvalue()


def _cell(value: object) -> object:
    """A value as a cell; text that a spreadsheet would run as a formula gets an apostrophe in front."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
