"""What is fuzzed: sorts of files as they begin, and the commands that read them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from outcomes import run

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DOSSIER", "RUBRIC", "WORDS", "Case", "cases"]

ROOT = Path(__file__).resolve().parents[2]
RUBRIC = """
kind: rubric
id: small
title: Small
aggregate: geometric
limits: [{id: low, when: {criterion: g.a, at_most: 0}, band_at_most: weak}]
groups:
  - {id: g, criteria: [{id: a, weight: 2}, {id: b}, {id: m, measure: {unit: USD, worst: 0, best: 300}}]}
  - {id: c, role: condition, criteria: [{id: d}]}
"""
DOSSIER = """
kind: initiative
id: try
name: {en: A try, ko: 시도}
as_of: 2025-06
ratings:
  small:
    g.a: {level: [1, 2], why: x, for: [f]}
    g.b: {not_rated: none found}
    g.m: {value: 20}
    c.d: {level: 3}
facts: [{id: f, source: s, shows: It ran.}]
sources: [{id: s, title: A report, date: 2024, url: "https://example.org/a", kind: government}]
"""
TABLE = 'id,name,type,stage,a,b,m,d\ntry,A try,programme,launched,2,1-2,50,?\nother,,,,0,,"1,000",4\n'
REFERENCES = """[{"id": "s", "type": "report", "title": "A report", "author": [{"family": "Kim", "given": "A"}],
"issued": {"date-parts": [[2024, 5]]}, "URL": "https://example.org/a", "note": "kind: government"}]"""
THRESHOLDS = "overall: 50\ngroups: {g: 40}\nmin_coverage: 0.65\nband: partial\n"
COSTS = "a: 2\nb: 1\n"
MADE = {
    "result.json": "evaluate ./try.yaml -r ./small.yaml -f json -o result.json --explain --interval --draws 20",
    "lines.jsonl": "evaluate ./try.yaml -r ./small.yaml -f jsonl -o lines.jsonl",
    "form.xlsx": "form -r ./small.yaml -i ./try.yaml -o form.xlsx",
    "form.csv": "form -r ./small.yaml -i ./try.yaml -o form.csv",
}
"""Files that the program writes itself."""
OF_DOSSIER = """
evaluate @ ON
evaluate @ ON -f json --explain
evaluate @ ON -f csv
evaluate @ -f jsonl
evaluate @ ON --interval --draws 20 -f md
show @
check @
check @ ON -f json --strict
explain @ ON
gaps @ ON
improve @ ON --to partial
whatif @ a=3 ON
compare @ ./try.yaml ON
compare @ kasi --lang ko
gate @ ON --min overall=10
robust @ ./try.yaml ON --draws 20
diff @ ./try.yaml ON
evidence matrix @ ON
evidence conflicts @ ON
evidence export @
report @ ON -f md
report @ ON -f html
form ON -i @ -o out.csv
raters agree @ ./try.yaml ON
"""
OF_RUBRIC = """
evaluate ./try.yaml -r @
evaluate kasi -r @ --weights equal
show @
check @ ./try.yaml
explain ./try.yaml -r @
robust ./try.yaml -r @ --draws 20
report -r @ -f html
new initiative x -r @ -o -
form -r @ -o out.csv
"""
OF_RESULT = """
verify @ ON --initiative ./try.yaml
diff @ ./try.yaml ON
diff @ @
trend @ ./try.yaml ON
"""
WORDS = """
evaluate compare explain robust gaps improve whatif diff trend gate raters merge agree list show
schema verify check new initiative rubric form import evidence matrix conflicts export report
completion kasi nsp ./try.yaml ./small.yaml -r -f json csv md xlsx html -o - --lang ko fr --set a=3
a=9 b=not_rated --weights equal --only g --aggregate 0.5 1e9 --min-coverage 65 2 --min overall=50
--band weak --to 60 strong --draws 5 0 --seed -1 --vary levels weights=20% --constraint a>=b a>=2*a
--sweep --jobs 0 --top 3 --force --bom --interval --explain --view dac --strict --max-age 3y x 한국
../x /nonexistent/x.yaml nan inf '' --help --version -h
""".split()  # noqa: SIM905


class Case(NamedTuple):
    """A sort of input: its name as a file, what it begins as, and the commands that read it (`@` is the file)."""

    name: str
    contents: list[bytes]
    commands: list[str]


def cases(folder: Path) -> list[Case]:
    """Every sort; `folder` gets the rubric and the dossier that commands read beside the input."""
    for name, text in (("try.yaml", DOSSIER), ("small.yaml", RUBRIC)):
        (folder / name).write_text(text, encoding="utf-8")
    made = {name: _made(name, line, folder) for name, line in MADE.items()}
    good, bad = _files("tests/data/good/*"), _files("tests/data/bad/*.yaml", "tests/data/bad/*.json")
    dossiers = [DOSSIER.encode(), *_files("initiatives/kasi.yaml", "examples/my-initiative.yaml"), *good, *bad]
    rubrics = [RUBRIC.encode(), *_files("rubrics/three-pillars.yaml", "examples/my-rubric.yaml"), *good, *bad]
    return [
        Case("in.yaml", dossiers, _lines(OF_DOSSIER)),
        Case("in.json", dossiers, _lines("evaluate @ ON\ncheck @\nshow @ --lang ko")),
        Case("in.yaml", rubrics, _lines(OF_RUBRIC)),
        Case(
            "in.csv", [TABLE.encode(), TABLE.encode("cp949")], _lines("evaluate @ ON -f csv\nevaluate @ ON\ncheck @ ON")
        ),
        Case(
            "in.jsonl", [made["lines.jsonl"], DOSSIER.encode()], _lines("evaluate @ ON -f jsonl\nevaluate @ ON -f csv")
        ),
        Case("in.json", [made["result.json"]], _lines(OF_RESULT)),
        Case("in.xlsx", [made["form.xlsx"]], _lines("import @ -o -\ncheck @")),
        Case("in.csv", [made["form.csv"]], _lines("import @ -o -\ncheck @")),
        Case("in.json", [REFERENCES.encode()], _lines("check ./try.yaml --bib @\nnew initiative x ON --bib @ -o -")),
        Case("in.yaml", [THRESHOLDS.encode()], _lines("gate ./try.yaml ON --thresholds @\ncheck @")),
        Case("in.yaml", [COSTS.encode()], _lines("improve ./try.yaml ON --to strong --costs @\ncheck @")),
    ]


def _made(name: str, line: str, folder: Path) -> bytes:
    done = run(line.split(), folder)
    assert done.code == 0, done.err
    return (folder / name).read_bytes()


def _lines(text: str) -> list[str]:
    return [line.replace("ON", "-r ./small.yaml") for line in text.split("\n") if line]


def _files(*patterns: str) -> Iterator[bytes]:
    return (path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern)) if path.is_file())
