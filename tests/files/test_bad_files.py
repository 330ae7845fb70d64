"""Every fault that one document can have: a small bad file each, and the whole message that it gives.

`python tests/files/test_bad_files.py` writes the messages anew after a change of wording; review the difference.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from files_support import BAD, INITIATIVE, RUBRIC, documents, faults, where, wheres, written

from kasean_score.files.catalog import load_initiative, load_rubric
from kasean_score.messages.problems import MESSAGES
from kasean_score.render.problems import full

if TYPE_CHECKING:
    from kasean_score.errors import Problem

NAMES = documents(BAD)
READ_AS = {"wrong-kind.rubric.yaml": load_rubric, "wrong-kind.initiative.yaml": load_initiative}
ELSEWHERE = {
    "no-ratings no-ratings.none": "a dossier on a rubric",
    "unknown-criterion unknown-criterion.near unknown-criterion.group": "a dossier on a rubric",
    "does-not-apply wrong-rating.value wrong-rating.level log-of-nonpositive no-such-level": "a dossier on a rubric",
    "empty-folder": "a folder",
    "unknown-rubric unknown-rubric.near unknown-rubric.path unknown-rubric.initiative": "an argument",
    "unknown-initiative unknown-initiative.near unknown-initiative.path unknown-initiative.rubric": "an argument",
    "unknown-name unknown-name.near": "an argument",
    "unreadable": "the rights on a file",
    "too-large": "five megabytes",
    "missing-base": "its remedy lists what is bundled",
    "new-without-title base-without-id": "two files, in the tests of extends",
    "unknown-node": "the option --only",
    "unknown-weight-set unknown-weight-set.none": "the option --weights",
    "bad-change unknown-change ambiguous-change": "the option --set",
    "bad-aggregate": "the option --aggregate",
    "bad-share": "the option --min-coverage",
    "bom-without-csv no-such-format": "the options -f and -o",
    "cannot-write cannot-write.stdout output-exists same-input workbook-without-file": "where the output goes",
    "not-simulated": "options of a simulation that was not asked for",
    "stdin-twice": "the command line",
    "ambiguous-name group-named unknown-named unknown-named.near": "a node named on the command line",
    "unknown-part unknown-part.near bad-count": "explain and gaps",
    "unknown-variation varied-twice bad-variation bad-draws bad-seed nothing-rated nothing-to-draw": "robust",
    "constraint-apart constraint-share constraint-weightless contradictory-constraints": "the constraints of robust",
    "constraint-without-weights equal-constraints rare-constraints unreadable-constraint": "the constraints of robust",
    "sweep-alone sweep-not-counted": "a sweep of a weight",
    "too-few-to-compare no-shared-rubric same-dossier": "compare",
    "bad-target unknown-target unknown-target.near": "improve",
    "bad-cost cost-of-measure cost-not-positive empty-costs unknown-cost unknown-cost.near": "the costs of improve",
    "bad-whatif changed-twice bad-state bad-state.value bad-weight weightless bad-mean bad-minimum-share": "whatif",
    "unknown-set unknown-set.near": "whatif",
    "diff-no-rubric no-counterpart several-counterparts old-rubric-of-result not-in-result": "diff and trend",
    "no-as-of trend-mixed result-disagrees": "diff and trend",
    "not-a-result result-field result-other-kind result-truncated result-version": "a saved result",
    "verify-no-rubric verify-no-initiative verify-unused": "verify",
    "no-thresholds empty-thresholds bad-coverage bad-minimum minimum-twice": "the thresholds of gate",
    "too-few-raters same-rater raters-differ raters-rubrics raters-rubrics.none raters-rubric-file": "raters",
    "rater-in-two source-differs fact-differs level-and-value rating-without-panel": "raters",
    "gate-ambiguous gate-band gate-node gate-node.near gate-twice gate-unasked": "gate",
    "is-a-table table-without-rubric table-rubrics empty-table empty-table.rows table-no-id": "a table of ratings",
    "table-no-criteria table-column table-column.near table-column.blank table-column.group": "a table of ratings",
    "table-column.twice table-column.ambiguous table-delimiter table-lines": "a table of ratings",
    "row-id row-cells.few row-cells.many row-long row-quotes encoding.row": "a row of a table",
    "bad-cell.between bad-cell.comma bad-cell.date bad-cell.level bad-cell.percent": "a cell of a table",
    "bad-cell.reversed bad-cell.value": "a cell of a table",
    "cut-line too-large.line": "a stream of dossiers",
    "nothing-to-check bad-age saved-result unknown-name.path": "check",
    "near-id source-twice fact-twice unused-fact unused-source.initiative unused-source.rubric": "a warning of check",
    "same-id.initiative same-id.rubric source-told-twice untranslated untranslated.plain": "a warning of check",
    "placeholder no-question no-question.all no-descriptors no-descriptors.all same-levels": "a warning of check",
    "same-question same-label odd-weights idle-limit idle-weight-set no-reason no-reason.all": "a warning of check",
    "later-than-rating.sources later-than-rating.facts not-independent left-out": "a warning of check",
    "rubric-not-found rubric-not-found.near unsupported-table": "a warning of check",
    "unsupported.absence unsupported.documentary unsupported.independent": "a warning of check",
    "unsupported.beyond_opinion unsupported.absence-level unsupported.documentary-level": "a warning of check",
    "unsupported.independent-level unsupported.beyond_opinion-level": "a warning of check",
    "old-source undated-source no-as-of-date": "the option --max-age",
    "not-in-bibliography bibliography-differs": "the option --bib",
    "new-id new-id.file new-ending new-blank new-rubric-twice new-same-id new-from-stdin": "new",
    "rate-no-file rate-not-dossier rate-read-only rate-no-rubric rate-rubric-stdin rate-layout": "rate",
    "is-a-form form-needed": "a form",
    "form-broken form-cp949 form-column form-column.near form-column.twice form-digest form-ending": "a form",
    "form-entities form-error-value form-fact-and-more form-field form-field.near": "a form",
    "form-field.none form-formula form-level-to form-macros form-merged form-newer": "a form",
    "form-no-column form-no-criterion form-no-head form-no-level form-no-reason form-no-rubric": "a form",
    "form-no-sheet form-no-text form-not-a-table form-not-a-workbook form-not-ours form-old": "a form",
    "form-other form-password form-row-kind form-rubric form-rubric-file form-rubric-twice": "a form",
    "form-sheet-twice form-text-long form-text-twice form-too-large form-too-large.unpacked": "a form",
    "form-too-many-rows form-twice form-unchecked form-unrated form-unrated.near form-version": "a form",
    "form-which import-ending import-rubric": "a form",
    "csl-author csl-date csl-id-twice csl-id-twice.made csl-no-id csl-no-title": "references in CSL-JSON",
    "csl-not-a-list csl-not-an-item csl-not-json csl-other-json": "references in CSL-JSON",
}
"""Faults that no single bad file shows, and what they belong to; other tests are theirs."""

needs_libyaml = pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="the words of syntax faults are libyaml's")


def problems_of(name: str) -> tuple[Problem, ...]:
    """The faults of a bad file, read by its name alone so that messages do not depend on where the project lies."""
    text = (BAD / name).read_bytes()
    load = READ_AS.get(name) or (load_initiative if b"initiative" in text else load_rubric)
    return faults(lambda: load(name))


def expected(name: str) -> Path:
    return (BAD / name).with_suffix(".txt")


def under_caret(message: str) -> str:
    """The part of a message's excerpt that stands, on a terminal, over the carets."""
    lines = message.splitlines()
    carets = next(index for index, line in enumerate(lines) if line.strip(" |\t").startswith("^"))
    excerpt, marks = on_screen(lines[carets - 1]), on_screen(lines[carets])
    return "".join(excerpt[marks.index("^") : len(marks)])


def on_screen(line: str) -> list[str]:
    """A line cell by cell; the second cell of a wide letter is empty, and a tab goes to the next eighth cell."""
    cells: list[str] = []
    for letter in line:
        if letter == "\t":
            cells += [" "] * (8 - len(cells) % 8)
        elif width(letter):
            cells += [letter, *[""] * (width(letter) - 1)]
    return cells


def width(letter: str) -> int:
    """Cells of a terminal: none for a combining mark or a vowel or final of decomposed Hangul, two for a wide letter.

    Source: Unicode Standard Annex 11; Hangul Jamo medial vowels and final consonants, U+1160 to U+11FF, join the
    initial before them (The Unicode Standard, section 3.12).
    """
    if unicodedata.combining(letter) or "\u1160" <= letter <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


@pytest.fixture(autouse=True)
def _in_the_folder_of_bad_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BAD)


@pytest.mark.parametrize("name", [pytest.param(x, marks=[needs_libyaml] if "syntax." in x else []) for x in NAMES])
def test_a_bad_file_gives_its_whole_message(name: str) -> None:
    assert full(problems_of(name), "en") == expected(name).read_text(encoding="utf-8")


def test_every_bad_file_has_its_message_and_every_message_its_file() -> None:
    assert {path.name for path in BAD.glob("*.txt")} == {expected(name).name for name in NAMES}
    assert len({Path(name).stem for name in NAMES}) == len(NAMES)


@needs_libyaml
def test_every_fault_of_a_document_is_in_at_least_one_bad_file() -> None:
    shown = {problem.key for name in NAMES for problem in problems_of(name)}
    elsewhere = {key for keys in ELSEWHERE for key in keys.split()}
    known = {key.removeprefix("problem.") for key in MESSAGES if key.startswith("problem.")}
    assert shown == known - elsewhere
    assert elsewhere <= known


@needs_libyaml
@pytest.mark.parametrize("name", [name for name in NAMES if f"problem.{Path(name).stem}" in MESSAGES])
def test_a_bad_file_named_after_a_fault_has_that_one_and_no_other(name: str) -> None:
    assert [problem.key for problem in problems_of(name)] == [Path(name).stem]


@pytest.mark.parametrize("name", ["several-faults.yaml", "several-faults-json.json"])
def test_all_faults_of_a_file_are_reported_at_once_in_file_order(name: str) -> None:
    found = [where(problem) for problem in problems_of(name)]
    assert len(found) > 2
    assert found == sorted(found, key=lambda place: (place[1] or 0, place[2] or 0))


@pytest.mark.parametrize("name", ["several-faults.yaml", "several-faults-json.json"])
def test_a_fault_is_told_in_korean_with_the_same_places(name: str) -> None:
    """Only the lines of words differ: first line of a fault and its remedy."""
    english, korean = (full(problems_of(name), lang).splitlines() for lang in ("en", "ko"))
    places = [[line for line in text if line.lstrip("0123456789 ")[:1] in "|-"] for text in (english, korean)]
    assert places[0] == places[1]
    assert sum(line.startswith("오류[") for line in korean) == len(problems_of(name))


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("kind: rubric\nid: r\ntitle: {ko: 신남방정책, 영어: x}\n", "영어"),
        ("kind: rubric\nid: r\n제목: R\n", "제목"),
        ("kind: rubric\nid: r\nsources: [{id: s, title: 한국, kind: 정부}]\n", "정부"),
        ('{"kind": "rubric", "id": "r", "title": {"ko": "한국", "영어": "x"}}', '"영어"'),
        ('{"kind": "rubric",\n\t"title": "ＦＷ", \t"wieght": 1}', '"wieght"'),
        ("kind: rubric\ntitle: {ko: \u1112\u1161\u11ab\u1100\u116e\u11a8, English: x}\n", "English"),
        ("kind: rubric\ntitle: {fr: e\u0301te\u0301, English: x}\n", "English"),
        (f"kind: rubric\ntitle: {{ko: {'가' * 500}, English: x, en: {'b' * 500}}}\n", "English"),
    ],
    ids=["value", "key", "wide before wide", "json", "tabs", "decomposed hangul", "combining marks", "long line"],
)
def test_the_caret_counts_cells_of_the_screen_and_not_letters(text: str, token: str, tmp_path: Path) -> None:
    path = written(tmp_path, text, "file.json" if text.startswith("{") else "file.yaml")
    problem = next(p for p in faults(lambda: load_rubric(path)) if p.code != "missing-field")
    message = full([problem], "en")
    assert under_caret(message) == token
    assert max(map(len, message.splitlines())) < 200


CASCADES = {
    "the only criterion": (
        RUBRIC.replace("      - id: a\n", "").replace("weight: 2", "weight: much"),
        [("wrong-type.number", 7, 25)],
    ),
    "the only group": (RUBRIC.replace("id: g", "id: g.g"), [("bad-id", 5, 9)]),
    "the criteria of a group": (
        RUBRIC + "  - id: h\n    role: condition\n    aggregate: minimum\n    criteria: {id: c}\n",
        [("wrong-type.list", 12, 15)],
    ),
    "the groups of a group": (
        RUBRIC + "  - {id: h, role: condition, groups: none}\n",
        [("wrong-type.list", 9, 38)],
    ),
    "the groups of a rubric": (RUBRIC.partition("groups")[0] + "groups: none\n", [("wrong-type.list", 4, 9)]),
    "the ratings of a dossier": (
        INITIATIVE.partition("ratings")[0] + "ratings: none yet\n",
        [("wrong-type.mapping", 4, 10)],
    ),
    "the ratings on a rubric": (
        INITIATIVE.partition("  r:")[0] + "  r:\n  s: none yet\n",
        [("wrong-type.mapping", 6, 6)],
    ),
    "the scale's numbers": (
        RUBRIC + "scale: [{level: none, label: No}, {level: some, label: Yes}]\n",
        [("wrong-type.whole", 9, 17), ("wrong-type.whole", 9, 43)],
    ),
    "a level of the scale": (
        RUBRIC + "scale:\n  - {level: 0, label: no}\n  - {level: 1, label: yes, value: high}\n",
        [("wrong-type.number", 11, 35)],
    ),
    "the lowest band": (
        RUBRIC + "bands:\n  - {id: high, at_least: 50}\n  - {id: low, at_least: none}\n",
        [("wrong-type.number", 11, 25)],
    ),
    "the only weight above zero": (
        RUBRIC.replace("id: a", "{id: a, weight: 0}").replace("weight: 2", "weight: -2"),
        [("out-of-range.low", 8, 25)],
    ),
    "the source that is cited": (
        INITIATIVE.replace("{level: 1}", "{level: 1, evidence: [{source: s, shows: x}]}")
        + "sources: [{id: s, title: S, date: soon}]\n",
        [("bad-date", 8, 35)],
    ),
    "the criterion that a limit watches": (
        RUBRIC.replace("weight: 2", "weight: much")
        + "limits: [{when: {criterion: g.b, at_most: 1}, band_at_most: weak}]\n",
        [("wrong-type.number", 8, 25)],
    ),
}


@pytest.mark.parametrize(("text", "places"), CASCADES.values(), ids=CASCADES)
def test_a_fault_brings_no_false_ones_after_it(text: str, places: list[tuple[str, int, int]], tmp_path: Path) -> None:
    load = load_rubric if text.startswith("kind: rubric") else load_initiative
    assert wheres(lambda: load(written(tmp_path, text))) == places


TOGETHER = {
    "value and source": (
        INITIATIVE.replace("{level: 1}", "{level: 1, evidence: [{source: s, shows: x}]}") + "as_of: soon\n",
        ["unknown-source", "bad-date"],
    ),
    "value and band": (
        RUBRIC + "min_coverage: 65\nlimits: [{when: {group: g, below: 9}, band_at_most: poor}]\n",
        ["out-of-range.high", "unknown-band"],
    ),
    "weight set and goalposts": (
        RUBRIC + "      - {id: c, measure: {worst: 1, best: 1}}\nweight_sets: {mine: {weights: {g.x: 1}}}\n",
        ["equal-goalposts", "unknown-address.near"],
    ),
    "duplicate key and band": (
        RUBRIC + "title: S\nlimits: [{when: {group: g, below: 9}, band_at_most: poor}]\n",
        ["duplicate-key", "unknown-band"],
    ),
}


@pytest.mark.parametrize(("text", "keys"), TOGETHER.values(), ids=TOGETHER)
def test_a_fault_hides_no_other_that_does_not_hang_on_it(text: str, keys: list[str], tmp_path: Path) -> None:
    load = load_rubric if text.startswith("kind: rubric") else load_initiative
    assert [problem.key for problem in faults(lambda: load(written(tmp_path, text)))] == keys


@pytest.mark.parametrize("number", ["012", ".5", "5.", "+5", "1_000"])
def test_nobody_is_told_to_remove_quotes_that_are_not_there(number: str, tmp_path: Path) -> None:
    path = written(tmp_path, RUBRIC.replace("weight: 2", f"weight: {number}"))
    assert "quotes" not in full(faults(lambda: load_rubric(path)), "en")


def test_a_fault_in_an_item_of_a_list_names_the_list(tmp_path: Path) -> None:
    path = written(tmp_path, RUBRIC.replace("{id: b, weight: 2}", "b"))
    assert "criteria" in full(faults(lambda: load_rubric(path)), "en").splitlines()[0]


if __name__ == "__main__":
    import os

    os.chdir(BAD)
    for bad_file in NAMES:
        expected(bad_file).write_text(full(problems_of(bad_file), "en"), encoding="utf-8")
