"""`check`: every fault and every oddity of what people write, each with its place and its remedy."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Literal

import typer

from kasean_score.cli import UNANSWERED
from kasean_score.cli.shared import Bom, Lang, Output, answer
from kasean_score.messages import language_from, say

__all__ = ["check"]

FAULTS = 1

CheckForm = Annotated[
    Literal["full", "concise", "json", "csv", "github"] | None,
    typer.Option("-f", "--format", help="option.check_format"),
]


def check(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE|FOLDER|ID...", help="option.checked")] = None,
    rubric: Annotated[
        list[str] | None, typer.Option("-r", "--rubric", metavar="RUBRIC", help="option.check_rubric")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="option.strict")] = False,
    max_age: Annotated[str | None, typer.Option("--max-age", metavar="AGE", help="option.max_age")] = None,
    bib: Annotated[str | None, typer.Option("--bib", metavar="FILE", help="option.check_bib")] = None,
    form: CheckForm = None,
    output: Output = None,
    lang: Lang = None,
    bom: Bom = False,
) -> None:
    from kasean_score.cli.checking import checked
    from kasean_score.cli.output import format_of, refuse_input
    from kasean_score.documents.check import Asked
    from kasean_score.documents.check import check as document
    from kasean_score.errors import InputError
    from kasean_score.files.dates import age_of

    words = lang or language_from(os.environ)
    if not files:
        raise InputError.of("nothing-to-check")
    if [*files, *(rubric or []), bib].count("-") > 1:
        raise InputError.of("stdin-twice")
    asked = Asked(words, strict, max_age, tuple(rubric or ()), bib)
    chosen = form or format_of(output, ("json", "csv")).replace("table", "full")
    result = checked(files, asked, None if max_age is None else age_of(max_age))
    refuse_input(output, [*files, *result.paths, *(rubric or []), *([] if bib is None else [bib])])
    doc = document(result.problems, len(result.paths), asked, complete=result.complete)
    answer("check", doc, chosen, output, words, bom=bom)
    counts = doc["counts"]
    _say_counts(counts["files"], counts["errors"], counts["warnings"], words)
    if result.passed_over:
        from kasean_score.render.phrases import printable

        print(printable(say(words, "check.passed_over", paths=result.passed_over)), file=sys.stderr)
    if doc["verdict"] in ("incomplete", "errors"):
        raise typer.Exit(UNANSWERED if doc["verdict"] == "incomplete" else FAULTS)


def _say_counts(files: int, errors: int, warnings: int, lang: str) -> None:
    """On stderr, how much was found in how many files."""
    said = {
        "files": say(lang, "check.files_one" if files == 1 else "check.files_many", count=files),
        "errors": _count("errors", errors, lang),
        "warnings": _count("warnings", warnings, lang),
    }
    print(say(lang, "check.summary", **said), file=sys.stderr)


def _count(what: str, count: int, lang: str) -> str:
    return say(lang, f"check.{what}_{'none' if count == 0 else 'one' if count == 1 else 'many'}", count=count)
