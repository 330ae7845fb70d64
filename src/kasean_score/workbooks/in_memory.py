"""A workbook as bytes without a file on the way.

openpyxl puts each sheet down in a folder of the system's first, where a program that is ended leaves it, and where a
full disk is no fault of the file that was asked for.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from typing import Any

    from openpyxl import Workbook

__all__ = ["bytes_of"]


def bytes_of(book: Workbook) -> bytes:
    """The workbook as the content of a file."""
    stream = BytesIO()
    _Writer(book, ZipFile(stream, "w", ZIP_DEFLATED)).save()  # closes the archive
    return stream.getvalue()


class _Writer(ExcelWriter):
    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        content = BytesIO()
        writer: Any = WorksheetWriter(ws, content)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], content.getvalue())
        self.manifest.append(ws)
