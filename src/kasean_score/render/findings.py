"""What `check` found: for people, for editors, and as annotations of a pull request."""

from __future__ import annotations

from os.path import normpath
from typing import TYPE_CHECKING

from kasean_score.messages import say
from kasean_score.render.phrases import printable
from kasean_score.render.problems import Spot, shown

if TYPE_CHECKING:
    from kasean_score.documents.check import CheckDoc, FindingDoc
    from kasean_score.render import Screen

__all__ = ["concise", "full", "github"]

DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = {**DATA, **str.maketrans({":": "%3A", ",": "%2C"})}
"""What would end a message, or a property of one, in GitHub's workflow commands.

Source: GitHub, actions/toolkit, packages/core/src/command.ts, escapeData and escapeProperty.
"""


def full(doc: CheckDoc, screen: Screen) -> str:
    """Each finding with its place, its line, a caret below it and a remedy; a blank line between findings."""
    lang = doc["options"]["lang"]
    return "\n".join(
        shown(_label(finding, lang), finding["message"], _spot(finding), finding["remedy"], lang)
        for finding in doc["findings"]
    )


def concise(doc: CheckDoc, screen: Screen) -> str:
    """A line for each finding: path:line:column: severity[code] message."""
    lang = doc["options"]["lang"]
    return "".join(
        f"{_where(finding)}{_label(finding, lang)} {printable(finding['message'])}\n" for finding in doc["findings"]
    )


def github(doc: CheckDoc, screen: Screen) -> str:
    """A workflow command for each finding, which GitHub shows at the line of the file."""
    return "".join(_command(finding, doc["options"]["lang"]) for finding in doc["findings"])


def _label(finding: FindingDoc, lang: str) -> str:
    return f"{say(lang, 'note.error' if finding['severity'] == 'error' else 'note.warning')}[{finding['code']}]"


def _spot(finding: FindingDoc) -> Spot | None:
    address, line, column = finding["address"], finding["line"], finding["column"]
    if address is None:
        return None
    cut, end = finding["excerpt_column"], finding["end_column"]
    if column is None or cut is None or end is None:
        return Spot(address, line)
    return Spot(address, line, finding["excerpt"], column - cut, end - cut)


def _where(finding: FindingDoc) -> str:
    address = finding["address"]
    return "" if address is None else f"{printable(address)}: "


def _command(finding: FindingDoc, lang: str) -> str:
    in_sheet = finding["sheet"] is not None  # the row and column of a sheet are no line of a text
    properties = {
        "file": None if finding["path"] is None else normpath(finding["path"]),  # GitHub knows no ./
        "line": None if in_sheet else finding["line"],
        "col": None if in_sheet else finding["column"],
        "endColumn": finding["end_column"],
        "title": f"{finding['severity']}[{finding['code']}]",
    }
    listed = ",".join(
        f"{name}={str(value).translate(PROPERTY)}" for name, value in properties.items() if value is not None
    )
    text = (_where(finding) if in_sheet else "") + printable(finding["message"])
    if finding["remedy"] is not None:
        text += f"\n{say(lang, 'note.remedy')}: {printable(finding['remedy'])}"
    return f"::{finding['severity']} {listed}::{text.translate(DATA)}\n"
