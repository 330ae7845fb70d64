"""The bytes of a workbook: the same for the same content, with what formulas come to beside them.

openpyxl writes a formula or its value, not both. A program that works nothing out, such as a preview or a workbook
opened under protection, would show empty cells; so the values are put into the parts of the archive afterwards.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kasean_score.workbooks.in_memory import bytes_of
from kasean_score.workbooks.same_bytes import same_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl import Workbook

__all__ = ["archived"]

FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v ?(?:/>|></v>)</c>')


def archived(book: Workbook, known: Sequence[Mapping[str, float | str]]) -> bytes:
    """The workbook as a file; `known` has, for each sheet in order, what formulas come to by the names of cells."""
    made = BytesIO()
    with ZipFile(BytesIO(bytes_of(book))) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        parts = {f"xl/worksheets/sheet{at}.xml": values for at, values in enumerate(known, 1)}
        for name in old.namelist():
            content = old.read(name)
            if parts.get(name):
                content = _filled(content.decode("utf-8"), parts[name]).encode("utf-8")
            new.writestr(ZipInfo(name), content)
    return same_bytes(made.getvalue())


def _filled(xml: str, values: Mapping[str, float | str]) -> str:
    def cell(found: re.Match[str]) -> str:
        name, attributes, formula = found.groups()
        if name not in values:
            return found[0]
        value = values[name]
        kind = ' t="str"' if isinstance(value, str) else ""
        text = escape(value) if isinstance(value, str) else repr(float(value))
        return f'<c r="{name}"{attributes}{kind}>{formula}<v>{text}</v></c>'

    return FORMULA.sub(cell, xml)
