"""The report as a workbook: figures that follow when a weight or a level is changed, and all they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import kasean_score.workbooks  # noqa: F401 - it settles how workbooks are written before anything imports openpyxl

if TYPE_CHECKING:
    from kasean_score.documents.report_shapes import ReportDoc
    from kasean_score.render import Screen

__all__ = ["workbook"]


def workbook(doc: ReportDoc, screen: Screen) -> bytes:
    """The workbook's bytes, the same for the same document."""
    from kasean_score.render.book.making import made

    return made(doc)
