"""What was found in the files of a run as a document: faults and warnings, each with its place and its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypedDict

from kasean_score.documents import head
from kasean_score.documents.shapes import Head
from kasean_score.messages import has, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.errors import Place, Problem

__all__ = ["Asked", "CheckDoc", "FindingDoc", "check", "rows"]

LONGEST = 400
"""Of longer lines only so many characters are kept, from some before the place on."""
BEFORE = 200


class Asked(NamedTuple):
    """What was asked of a check."""

    lang: str
    strict: bool = False
    max_age: str | None = None
    rubrics: tuple[str, ...] = ()
    bib: str | None = None


class CheckOptionsDoc(TypedDict):
    lang: Annotated[str, "Language of every text in the document."]
    strict: Annotated[bool, "Whether breaches of evidence rules are errors."]
    max_age: Annotated[
        str | None, "Age before the date of the ratings from which a source was warned of: 3y, 18m, 90d."
    ]
    rubrics: Annotated[list[str], "Rubrics that were given beside the files."]
    bib: Annotated[str | None, "The bibliography that sources were held against."]


class FindingDoc(TypedDict):
    severity: Annotated[Literal["error", "warning"], "An error keeps the file from being used; a warning does not."]
    code: Annotated[str, "Name of the rule; stable."]
    key: Annotated[str, "Name of the rule and of the case of it."]
    path: Annotated[str | None, "The file as it was named; null for a fault that lies in none."]
    address: Annotated[str | None, "The place as people point to it: file:line:column, or file:sheet!cell."]
    sheet: Annotated[str | None, "The sheet of a workbook."]
    line: Annotated[int | None, "Counted from 1; the row of a sheet; null where the whole file is meant."]
    column: Annotated[int | None, "Counted from 1, in characters; the column of a sheet."]
    end_column: Annotated[int | None, "The column after the last character meant."]
    excerpt: Annotated[str | None, "The line, or a part of one that is long."]
    excerpt_column: Annotated[int | None, "The column of the excerpt's first character."]
    message: str
    remedy: str | None


class CountsDoc(TypedDict):
    files: int
    errors: int
    warnings: int


class CheckDoc(Head):
    options: CheckOptionsDoc
    verdict: Annotated[
        Literal["clean", "warnings", "errors", "incomplete"],
        "Exit code 0, 0, 1 and 2. incomplete: something that was named could not be read.",
    ]
    counts: CountsDoc
    findings: list[FindingDoc]


def check(problems: Sequence[Problem], files: int, asked: Asked, *, complete: bool) -> CheckDoc:
    """The document of what was found in a number of files; `complete` says that all that was named could be read."""
    errors = sum(problem.severity == "error" for problem in problems)
    verdict = "incomplete" if not complete else "errors" if errors else "warnings" if problems else "clean"
    return {
        **head("check"),
        "options": {
            "lang": asked.lang,
            "strict": asked.strict,
            "max_age": asked.max_age,
            "rubrics": list(asked.rubrics),
            "bib": asked.bib,
        },
        "verdict": verdict,  # type: ignore[typeddict-item]
        "counts": {"files": files, "errors": errors, "warnings": len(problems) - errors},
        "findings": [_finding(problem, asked.lang) for problem in problems],
    }


def rows(doc: CheckDoc) -> Iterator[dict[str, Any]]:
    """One record for each finding."""
    names = ("severity", "code", "key", "path", "sheet", "line", "column", "end_column", "message", "remedy")
    for finding in doc["findings"]:
        yield {name: finding[name] for name in names}  # type: ignore[literal-required]


def _finding(problem: Problem, lang: str) -> FindingDoc:
    remedy = f"remedy.{problem.key}"
    return {
        "severity": problem.severity,
        "code": problem.code,
        "key": problem.key,
        **_place(problem.place),  # type: ignore[typeddict-item]
        "message": say(lang, f"problem.{problem.key}", **problem.params),
        "remedy": say(lang, remedy, **problem.params) if has(remedy) else None,
    }


def _place(place: Place | None) -> dict[str, Any]:
    names = ("path", "address", "sheet", "line", "column", "end_column", "excerpt", "excerpt_column")
    found: dict[str, Any] = dict.fromkeys(names)
    if place is None:
        return found
    sheet = getattr(place.file, "sheet", None)
    found.update(path=place.file.path, address=place.address, sheet=sheet, line=place.line, column=place.column)
    excerpt = place.excerpt
    if excerpt is None or place.column is None:
        return found
    start, end = place.span
    cut = max(0, start - BEFORE) if len(excerpt) > LONGEST else 0
    found.update(end_column=end + 1, excerpt=excerpt[cut : cut + LONGEST], excerpt_column=cut + 1)
    return found
