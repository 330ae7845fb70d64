"""What can be wrong with an input, and what to do about it: `problem.*` and `remedy.*`, by where it went wrong."""

from __future__ import annotations

from kasean_score.messages.problems import (
    checks,
    documents,
    fields,
    files,
    forms,
    options,
    references,
    results,
    tables,
    writing,
)

MESSAGES: dict[str, tuple[str, str]] = {
    **checks.MESSAGES,
    **documents.MESSAGES,
    **fields.MESSAGES,
    **files.MESSAGES,
    **forms.MESSAGES,
    **options.MESSAGES,
    **references.MESSAGES,
    **results.MESSAGES,
    **tables.MESSAGES,
    **writing.MESSAGES,
}
