"""A workbook without the time of its making: the same content is the same bytes."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["same_bytes"]

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive knows."""
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def same_bytes(content: bytes) -> bytes:
    """The archive with every clock in it set to one moment."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", part)
            info = ZipInfo(name, LONG_AGO)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, part)
    return made.getvalue()
