"""What can be wrong with an input, and what to do about it: `problem.*` and `remedy.*`, by where it went wrong."""

from __future__ import annotations

from kasean_score.messages.problems import documents, fields, files, options, results, tables

MESSAGES: dict[str, tuple[str, str]] = {
    **documents.MESSAGES,
    **fields.MESSAGES,
    **files.MESSAGES,
    **options.MESSAGES,
    **results.MESSAGES,
    **tables.MESSAGES,
}
