"""What `evaluate` scores where it is not told: which initiatives, on which rubrics."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_support import run

ROOT = Path(__file__).resolve().parents[2]
LENSES = ["reset-plan", "three-pillars"]
HEADLINE = ["nsp", "kasi", "think-tank"]
COMPARED = [
    "amro", "asean-korea-centre", "belt-and-road", "csp", "eria", "eu-global-gateway", "japan-green-transformation",
    "kasi", "nsp", "think-tank",
]  # fmt: skip


def scored(*args: str) -> list[tuple[str, str]]:
    """Initiative and rubric of each scorecard, in the order printed."""
    done = run("evaluate", *args, "-f", "json", cwd=ROOT)
    assert (done.code, done.err) == (0, "")
    return [(card["initiative"]["id"], card["rubric"]["id"]) for card in json.loads(done.out)["scorecards"]]


def test_without_an_argument_the_headline_three_are_scored_on_both_lenses() -> None:
    assert scored() == [(name, lens) for name in HEADLINE for lens in LENSES]


def test_the_folder_of_initiatives_is_all_ten_on_both_lenses_and_not_the_cases_below_it() -> None:
    assert scored("initiatives/") == [(name, lens) for name in COMPARED for lens in LENSES]


def test_a_dossier_rated_on_neither_lens_is_scored_on_the_bundled_rubric_that_it_is_rated_on() -> None:
    assert scored("safe-schools-2006") == [("safe-schools-2006", "part-2008")]


def test_a_folder_of_cases_is_scored_on_their_rubric() -> None:
    names = sorted(path.stem for path in (ROOT / "initiatives" / "part-2008").glob("*.yaml"))
    assert scored("initiatives/part-2008/") == [(name, "part-2008") for name in names]
    assert len(names) == 6


def test_dossiers_of_different_rubrics_are_each_scored_on_their_own() -> None:
    assert scored("nsp", "safe-schools-2006") == [
        *(("nsp", lens) for lens in LENSES),
        ("safe-schools-2006", "part-2008"),
    ]


def test_what_a_dossier_is_scored_on_does_not_depend_on_its_company(tmp_path: Path) -> None:
    """Rated on a lens and on PART, it is scored on the lens, alone or beside a programme that is on PART only."""
    path = tmp_path / "both.yaml"
    ratings = "ratings: {reset-plan: {needs: {level: 1}}, part-2008: {purpose: {value: 1}}}"
    ratings = ratings.replace("needs", "tailoring.needs").replace("purpose", "sections.purpose")
    path.write_text(f"kind: initiative\nid: both\nname: Both\n{ratings}\n", encoding="utf-8")
    alone = scored(str(path))
    assert alone == [("both", "reset-plan")]
    assert scored(str(path), "safe-schools-2006") == [*alone, ("safe-schools-2006", "part-2008")]


def test_a_rubric_asked_for_is_the_only_one() -> None:
    assert scored("nsp", "-r", "three-pillars") == [("nsp", "three-pillars")]


def test_a_dossier_rated_on_no_bundled_rubric_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("kind: initiative\nid: i\nname: I\nratings: {own: {g.a: {level: 1}}}\n", encoding="utf-8")
    done = run("evaluate", str(path))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[no-ratings]: ")


RULED = """
kind: rubric
id: r
title: R
evidence_rules: [{level: 3, needs: documentary}, {needs: beyond_opinion}]
groups: [{id: g, criteria: [{id: a, title: First}, {id: b, title: Second}, {id: c, title: Third}]}]
"""
CARRIED = """
kind: initiative
id: i
name: I
sources: [{id: report, title: Report, kind: government}, {id: paper, title: Paper, kind: news}]
facts: [{id: built, source: report, shows: it was built}, {id: praised, source: paper, shows: praise}]
ratings:
  r:
    g.a: {level: 3, for: [built]}
    g.b: {level: 3, for: [praised]}
    g.c: {level: 1}
"""


@pytest.fixture
def ruled(tmp_path: Path) -> Path:
    (tmp_path / "r.yaml").write_text(RULED, encoding="utf-8")
    (tmp_path / "i.yaml").write_text(CARRIED, encoding="utf-8")
    return tmp_path


def test_ratings_that_the_evidence_rules_do_not_support_are_scored_and_said_in_json(ruled: Path) -> None:
    done = run("evaluate", "i.yaml", "-r", "r.yaml", "-f", "json", cwd=ruled)
    (card,) = json.loads(done.out)["scorecards"]
    assert (done.code, done.err, round(card["score"], 6)) == (0, "", round((75 + 75 + 25) / 3, 6))
    assert card["unsupported"] == ["g.b", "g.c"]
    rules = {node["id"]: [rule["needs"] for rule in node["unsupported"]] for node in card["nodes"]}
    assert rules == {"g": [], "g.a": [], "g.b": ["documentary"], "g.c": ["beyond_opinion"]}


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "2 unsupported by the rubric's evidence rules (*): Second, Third"),
        ("ko", "루브릭의 근거 요건에 미달하는 평정(*) 2건: Second, Third"),
    ],
)
@pytest.mark.parametrize("form", ["table", "plain"])
def test_unsupported_ratings_are_counted_at_the_head(ruled: Path, form: str, lang: str, says: str) -> None:
    done = run("evaluate", "i.yaml", "-r", "r.yaml", "-f", form, "--lang", lang, cwd=ruled)
    assert done.code == 0
    (line,) = [line for line in done.out.splitlines() if says in line]
    assert line.split()[0].rstrip(":") == {"en": "Evidence", "ko": "근거"}[lang]


def test_an_unsupported_rating_is_marked_in_its_row(ruled: Path) -> None:
    table = run("evaluate", "i.yaml", "-r", "r.yaml", cwd=ruled).out
    rows = {line.split()[0]: line for line in table.splitlines() if line.startswith("  ")}
    assert ["*" in rows[name] for name in ("First", "Second", "Third")] == [False, True, True]
