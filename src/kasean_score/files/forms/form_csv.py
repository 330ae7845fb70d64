"""A form as one table of CSV: `row` says what a row is, and the other columns are those of all tables of a form.

    row,rubric,field,text,criterion,question,levels,level,level_to,...
    form,reset-plan,version,1.0,,,,,,
    identity,,id,kasi,,,,,,
    rating,reset-plan,,,tailoring.needs,"Needs: ...","0 Absent: ...",1,2,

Identity is a row for each field, with its value in `text`. What a spreadsheet would run as a formula has an apostrophe
in front; so has what begins with such an apostrophe, and reading takes one away again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kasean_score.files.forms.describing import described
from kasean_score.files.forms.tables import COLUMNS, FORMAT, IDENTITY, TEXTS, key_of, languages_in, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kasean_score.files.forms.content import Content, Row
    from kasean_score.files.forms.words import Words
    from kasean_score.model import Rubric

__all__ = ["ABOUT", "FIRST", "GUARD", "GUARDED", "HEAD", "HELP", "form_csv"]

HEAD = "form"
"""What a row is that says what the form was made for."""
ABOUT = ("version", "sha256", "under")
HELP = ("question", "levels")
"""Columns to read: they are passed over when the form comes back."""
FIRST = ("row", "rubric", "field", "text", "criterion", *HELP)
GUARDED = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
NEEDS_QUOTES = re.compile(r'[,;"\t\r\n]|^\s|\s$')


def form_csv(content: Content, rubrics: Sequence[Rubric], words: Words) -> str:
    """The text of a form."""
    rows = list(_rows(content, rubrics, words))
    columns = _columns(rows)
    lines = [columns, *([_cell(row.get(key, "")) for key in columns] for row in rows)]
    return "".join(",".join(line) + "\n" for line in lines)


def _columns(rows: Sequence[Row]) -> list[str]:
    """The keys of all tables in use, a text in as many columns as it has languages."""
    names = dict.fromkeys([*FIRST, *(name for table in COLUMNS.values() for name in table)])
    texts = {*TEXTS, "text"}
    return [key_of(name, lang) for name in names for lang in (languages_in(rows, name) if name in texts else [""])]


def _rows(content: Content, rubrics: Sequence[Rubric], words: Words) -> Iterator[Row]:
    yield {"row": HEAD, "field": "format", "text": FORMAT}
    for rubric in rubrics:
        about = content.about[rubric.id]
        for name in ABOUT:
            yield {"row": HEAD, "rubric": rubric.id, "field": name, "text": getattr(about, name) or ""}
    for field in IDENTITY:
        given = {key: value for key, value in content.identity.items() if (parts_of(key) or ("",))[0] == field}
        texts = {"text" + key.removeprefix(field): value for key, value in given.items()}
        yield {"row": "identity", "field": field, "question": words.say(f"form_about.{field}"), **texts}
    for rubric in rubrics:
        ratings = content.ratings[rubric.id]
        for criterion in rubric.criteria():
            asked = f": {words.text(criterion.question)}" if criterion.question is not None else ""
            told: Row = {"question": words.text(criterion.title) + asked, "levels": described(rubric, criterion, words)}
            where: Row = {"row": "rating", "rubric": rubric.id, "criterion": criterion.id}
            yield {**where, **told, **ratings.get(criterion.id, {})}
    tables = {
        "opinion": content.opinions,
        "evidence": content.evidence,
        "fact": content.facts,
        "source": content.sources,
    }
    for kind, rows in tables.items():
        yield from ({"row": kind, **row} for row in rows)


def _cell(value: str | float | int) -> str:
    text = value if isinstance(value, str) else repr(value)
    guarded = isinstance(value, str) and text.removeprefix(GUARD).startswith((*GUARDED, GUARD))
    text = GUARD + text if guarded else text
    return '"' + text.replace('"', '""') + '"' if NEEDS_QUOTES.search(text) else text
