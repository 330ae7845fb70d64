"""What the pages show, made by the program itself: commands with their output, rubric pages, the table of ratings.

Called from the pages by cog: `cog -r README.md docs/*.md docs/rubrics/*.md initiatives/README.md` refreshes them all.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kasean_score import evaluate, load_initiative, load_rubric, to_document
from kasean_score.cli.batch import LENSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kasean_score.documents.shapes import NodeDoc, ScorecardDoc

ROOT = Path(__file__).resolve().parents[1]
SIGNS = {"not_rated": "?", "not_applicable": "x"}


def command(line: str, first: str = "", last: str = "", *, columns: int = 80) -> str:
    """A command line and what it prints, or of that the lines from the one with `first` to before that with `last`."""
    lines = _printed(line.split()[1:], columns).splitlines()
    start = _index(lines, first) if first else 0
    end = start + 1 + _index(lines[start + 1 :], last) if last else len(lines)
    shown = "\n".join(lines[start:end]).rstrip()
    before, after = ("...\n" if start else ""), ("\n..." if end < len(lines) else "")
    return f"\n```console\n$ {line}\n{before}{shown}{after}\n```\n"


def mistake(line: str) -> str:
    """A command line that the program refuses, and what it says."""
    args = [sys.executable, "-m", "kasean_score", *line.split()[1:]]
    done = subprocess.run(args, cwd=ROOT, env=_environment(80), capture_output=True)
    assert done.returncode == 2, line
    return f"\n```console\n$ {line}\n{done.stderr.decode().rstrip()}\n```\n"


def rubric_page(ref: str, lang: str) -> str:
    """The page of a rubric, from its file."""
    return _printed(["show", ref, "-f", "md", "--lang", lang])


def ratings(folder: str) -> Iterator[str]:
    """The dossiers of a folder side by side: what they are, and every rating by criterion."""
    names = sorted(path.stem for path in (ROOT / folder).glob("*.yaml"))
    dossiers = [load_initiative(str(ROOT / folder / f"{name}.yaml")) for name in names]
    cards = {lens: to_document([evaluate(load_rubric(lens), one) for one in dossiers])["scorecards"] for lens in LENSES}
    columns = ["id", "initiative", "owner", "type", "stage", *(f"rated on `{lens}`" for lens in LENSES)]
    yield from _table(columns, map(_about, zip(*cards.values(), strict=True)))
    yield "\nThe counts are of the counted criteria; delivery conditions are rated beside them."
    for lens in LENSES:
        yield f"\n## Every rating on `{lens}`"
        rows = zip(*(card["nodes"] for card in cards[lens]), strict=True)
        by_criterion = ([f"`{row[0]['id']}`", *map(_rating, row)] for row in rows if row[0]["kind"] == "criterion")
        yield from _table(["criterion", *(f"`{name}`" for name in names)], by_criterion)
    yield "\nLevels 0 to 4; `1-2` a range, `!` disputed, `?` not rated, `x` not applicable."


def _printed(args: Sequence[str], columns: int = 80) -> str:
    whole = [sys.executable, "-m", "kasean_score", *args]
    done = subprocess.run(whole, cwd=ROOT, env=_environment(columns), stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().rstrip()


def _environment(columns: int) -> dict[str, str]:
    return {**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1", "KASEAN_SCORE_LANG": "en"}


def _index(lines: Sequence[str], text: str) -> int:
    found = next((index for index, line in enumerate(lines) if text in line), None)
    assert found is not None, f"no line has {text!r}"
    return found


def _about(cards: Sequence[ScorecardDoc]) -> list[str]:
    """What an initiative is, and how much of it is rated on each lens."""
    one = cards[0]["initiative"]
    counts = (f"{card['criteria']['rated']} of {card['criteria']['applicable']}" for card in cards)
    return [f"`{one['id']}`", one["name"], *(one[key] or "-" for key in ("owner", "type", "stage")), *counts]


def _rating(node: NodeDoc) -> str:
    if node["level"] is None:
        return SIGNS[node["state"]]
    low, high = node["level"]
    return f"{low}{f'-{high}' if high > low else ''}{'!' if node['state'] == 'disputed' else ''}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield "\n| " + " | ".join(head) + " |\n|" + "---|" * len(head)
    yield from (f"| {' | '.join(row)} |" for row in rows)
