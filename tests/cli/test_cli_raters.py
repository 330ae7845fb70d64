"""`raters merge` and `raters agree`: several raters' files made one, and how far they agree, in every format."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, run, run_in_terminal
from jsonschema import Draft7Validator
from test_cli_formats import closed
from test_screen import ESCAPE, cells

import kasean_score

if TYPE_CHECKING:
    from kasean_score.model import Initiative

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ("examples/raters/rater-a.yaml", "examples/raters/rater-b.yaml", "-r", "examples/my-rubric.yaml")
RUBRIC = """\
kind: rubric
id: small
title: Small
groups:
  - id: all
    title: All
    criteria: [{id: one}, {id: two}, {id: three}, {id: four}]
  - id: aside
    title: Aside
    role: condition
    criteria: [{id: five}, {id: money, measure: {worst: 0, best: 100, unit: USD}}]
"""
R = ("-r", "small.yaml")


def dossier(rater: str | None = None, more: str = "", **ratings: str) -> str:
    """A dossier of initiative `i`: a rating (what stands in its braces) by the last part of its address."""
    lines = "".join(
        f"    {'aside' if name in ('five', 'money') else 'all'}.{name}: {{{given}}}\n"
        for name, given in ratings.items()
    )
    who = "" if rater is None else f"rated_by: {rater}\n"
    return f"kind: initiative\nid: i\nname: I\n{who}{more}ratings:\n  small:\n{lines}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three raters: levels 1 1 1, 0 2 4, 3 3 -, a state in dispute, two values, and one criterion that one rated."""
    (tmp_path / "small.yaml").write_text(RUBRIC, encoding="utf-8")
    files = {
        "a": dossier("Ann", one="level: 1, why: Ann one", two="level: 0", three="level: 3", five="level: 2",
                     money="value: 20"),
        "b": dossier("Bo", one="level: 1", two="level: 2", three="level: 3", five="not_applicable: none there",
                     money="value: 50"),
        "c": dossier("Cy", one="level: 1", two="level: 4, why: Cy two", three="not_rated: nothing found",
                     four="level: 2"),
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def agree(folder: Path, *args: str) -> Any:
    done = run("raters", "agree", *args, *R, "-f", "json", cwd=folder)
    assert (done.code, done.err) == (0, "")
    (on,) = json.loads(done.out)["rubrics"]
    return on


def merge(folder: Path, *args: str) -> Initiative:
    done = run("raters", "merge", *args, "-o", "merged.yaml", cwd=folder)
    assert (done.code, done.err) == (0, "wrote merged.yaml\n")
    return kasean_score.load_initiative(str(folder / "merged.yaml"))


ABC = ("a.yaml", "b.yaml", "c.yaml")


# Agreement


def test_agreement_is_counted_over_pairs_of_ratings(folder: Path) -> None:
    """one: 3 exact of 3; two: 0, 2, 4: none exact, none near; three: 1 of 1; four and five: one level each."""
    on = agree(folder, *ABC)
    overall, group, aside = on["parts"]
    assert (overall["criteria"], overall["paired"], overall["pairs"], overall["ratings"]) == (5, 3, 7, 8)
    assert (overall["exact"], overall["within_one"]) == (4 / 7, 4 / 7)
    assert (group["id"], group["criteria"], group["paired"], group["role"]) == ("all", 4, 3, "counted")
    assert (aside["id"], aside["paired"], aside["exact"], aside["role"]) == ("aside", 0, None, "condition")
    assert aside["alphas"][0]["undefined"] == "no_pairs"


def test_alpha_of_the_three_raters_by_hand(folder: Path) -> None:
    """Values 1 1 1, 0 2 4, 3 3: n = 8. D_o = (2 / 8) (4 + 4 + 16) / 2 = 3; D_e = 2 n sum (x - 15/8)^2 / (8 * 7)."""
    (one,) = agree(folder, *ABC, "--metric", "interval")["parts"][0]["alphas"]
    around = sum((x - 15 / 8) ** 2 for x in (1, 1, 1, 0, 2, 4, 3, 3))
    assert one["observed"] == pytest.approx(3)
    assert one["expected"] == pytest.approx(2 * 8 * around / 56)
    assert one["alpha"] == pytest.approx(1 - 3 / (2 * 8 * around / 56))


def test_criteria_two_levels_apart_are_listed_with_every_rationale(folder: Path) -> None:
    on = agree(folder, *ABC)
    (apart,) = [one for one in on["criteria"] if one["apart"]]
    assert (apart["id"], apart["spread"]) == ("all.two", 4)
    assert [said["why"] for said in apart["opinions"]] == [None, None, "Cy two"]
    text = run("raters", "agree", *ABC, *R, "-f", "plain", cwd=folder).out
    assert "Two levels or more apart: 1: two" in text
    assert "4 levels apart" in text
    assert "Level: Ann 0 Absent, Bo 2 Arranged, Cy 4 Demonstrated" in text
    assert "Rationale: Cy Cy two" in text


def test_a_state_that_differs_and_values_that_differ_are_listed_apart(folder: Path) -> None:
    on = agree(folder, *ABC)
    found = {one["id"]: one for one in on["criteria"]}
    assert [name for name, one in found.items() if one["states_differ"]] == ["aside.five"]
    assert (found["aside.money"]["points"], found["aside.money"]["spread"], found["aside.money"]["apart"]) == (
        30,
        None,
        False,
    )
    text = run("raters", "agree", *ABC, *R, "-f", "plain", cwd=folder).out
    assert "Not applicable to some, not to others: 1: five" in text
    assert "values 30.0 points of score apart" in text
    assert "Level: Ann 20 USD, Bo 50 USD, Cy no rating" in text


def test_not_rated_is_missing_and_never_a_level(folder: Path) -> None:
    raters = {one["name"]: one for one in agree(folder, *ABC)["raters"]}
    assert [raters["Cy"][name] for name in ("rated", "not_rated", "not_applicable")] == [3, 1, 0]
    assert raters["Bo"]["not_applicable"] == 1
    # Ann: 0 on one, -3 on two against (2 + 4) / 2, 0 on three
    assert raters["Ann"]["leaning"] == pytest.approx(-1)


def test_every_two_raters_are_set_against_each_other(folder: Path) -> None:
    pairs = {(one["first"], one["second"]): one for one in agree(folder, *ABC)["pairs"]}
    assert list(pairs) == [("Ann", "Bo"), ("Ann", "Cy"), ("Bo", "Cy")]
    assert pairs["Ann", "Cy"]["difference"] == pytest.approx((0 + 4) / 2)
    assert (pairs["Ann", "Bo"]["paired"], pairs["Ann", "Bo"]["exact"]) == (3, pytest.approx(2 / 3))


def test_raters_who_all_give_one_level_have_no_alpha_and_are_told_why(tmp_path: Path) -> None:
    (tmp_path / "small.yaml").write_text(RUBRIC, encoding="utf-8")
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text(dossier(name, one="level: 2", two="level: 2"), encoding="utf-8")
    (one,) = agree(tmp_path, "a.yaml", "b.yaml")["parts"][0]["alphas"]
    assert (one["alpha"], one["undefined"], one["bounds"], one["reading"]) == (None, "no_variation", None, None)
    out = run("raters", "agree", "a.yaml", "b.yaml", *R, cwd=tmp_path).out
    assert "undefined: all ratings are the same level" in out
    assert "100 % (2 of 2 pairs of ratings)" in out


def test_an_alpha_never_stands_without_interval_or_a_word_about_it(folder: Path) -> None:
    """Three criteria are enough for a rough interval; of two there is no conclusion."""
    out = run("raters", "agree", *ABC, *R, "-f", "plain", cwd=folder).out
    (line,) = [line for line in out.splitlines() if line.startswith("Alpha (ordinal): ")]
    assert " to " in line
    assert "only 3 criteria, so alpha and its interval are rough" in line
    few = run("raters", "agree", *EXAMPLES, "-f", "plain", cwd=ROOT).out
    assert "Alpha (ordinal): -0.50 (from 2 criteria only: too few for an interval or a conclusion)" in few
    assert "Alpha too few" in few


def test_the_seed_is_printed_and_fixes_the_interval(folder: Path) -> None:
    runs = [run("raters", "agree", *ABC, *R, "--seed", seed, cwd=folder).out for seed in ("5", "5")]
    assert runs[0] == runs[1]
    assert "seed 5" in runs[0]
    assert "seed 0" in run("raters", "agree", *ABC, *R, cwd=folder).out


# Merging


def test_the_merged_dossier_has_the_median_of_each_criterion(folder: Path) -> None:
    ratings = merge(folder, *ABC, *R).ratings["small"]
    found = {address: (one.state, one.levels) for address, one in ratings.items()}
    assert found == {
        "all.one": ("rated", (1, 1)),
        "all.two": ("rated", (2, 2)),
        "all.three": ("rated", (3, 3)),
        "all.four": ("not_rated", None),  # one of three is fewer than half
        "aside.five": ("not_rated", None),
        "aside.money": ("rated", None),
    }
    money = ratings["aside.money"]
    assert (money.value, money.low, money.high) == (35, 20, 50)
    assert "Rated by 1 of 3 raters" in str(ratings["all.four"].why)


def test_two_raters_on_two_levels_come_to_the_range_between(folder: Path) -> None:
    two = merge(folder, "a.yaml", "b.yaml", *R).ratings["small"]["all.two"]
    assert two.levels == (0, 2)


def test_every_rater_keeps_level_rationale_and_reason_under_the_panel(folder: Path) -> None:
    ratings = merge(folder, *ABC, *R).ratings["small"]
    said = [(one.rater, one.state, one.levels, one.why) for one in ratings["all.three"].panel]
    assert said == [
        ("Ann", "rated", (3, 3), None),
        ("Bo", "rated", (3, 3), None),
        ("Cy", "not_rated", None, "nothing found"),
    ]
    assert ratings["all.one"].panel[0].why == "Ann one"
    assert [one.rater for one in ratings["all.four"].panel] == ["Cy"]


def test_two_levels_apart_is_said_to_be_disputed_by_name_in_both_languages(folder: Path) -> None:
    ratings = merge(folder, *ABC, *R).ratings["small"]
    disputed = ratings["all.two"].disputed
    assert isinstance(disputed, dict)
    assert "4 levels apart (Ann: 0; Bo: 2; Cy: 4)" in disputed["en"]
    assert HANGUL.search(disputed["ko"])
    assert ratings["all.one"].disputed is None


def test_the_merged_file_can_be_checked_scored_and_explained(folder: Path) -> None:
    """By hand: one 25, two 50, three 75, four not rated: 50 of what is rated, bounds with four at 0 and 100."""
    merge(folder, *ABC, *R)
    schema = json.loads(run("schema", "initiative").out)
    done = run("evaluate", "merged.yaml", *R, "-f", "json", "--explain", cwd=folder)
    (card,) = json.loads(done.out)["scorecards"]
    assert (done.code, card["score"], card["bounds"]) == (0, 50, [37.5, 62.5])
    assert card["initiative"]["rated_by"] == "Ann; Bo; Cy"
    out = run("explain", "merged.yaml", "two", *R, cwd=folder).out
    assert "Cy              4 Demonstrated: Cy two" in out
    assert "Cy" in run("show", "merged.yaml", cwd=folder).out
    assert schema["definitions"]["opinion"]["required"] == ["rater"]


def test_a_merged_file_alone_agrees_as_its_raters_do(folder: Path) -> None:
    merge(folder, *ABC, *R)
    apart, folded = agree(folder, *ABC), agree(folder, "merged.yaml")
    assert folded == apart


def test_a_rater_can_be_merged_into_a_panel_later(folder: Path) -> None:
    """A and B first, C into that: the median of three, not of a median and one."""
    merge(folder, "a.yaml", "b.yaml", *R)
    (folder / "ab.yaml").write_bytes((folder / "merged.yaml").read_bytes())
    later = merge(folder, "ab.yaml", "c.yaml", *R)
    assert later.ratings["small"]["all.two"].levels == (2, 2)
    at_once = merge(folder, *ABC, *R)
    assert [one.panel for one in later.ratings["small"].values()] != []
    assert {a: r.levels for a, r in later.ratings["small"].items()} == {
        a: r.levels for a, r in at_once.ratings["small"].items()
    }


SOURCES = "sources: [{id: s, title: S}]\n"


def cited(rater: str, evidence: str, more: str = SOURCES) -> str:
    return dossier(rater, more, one=f"level: 1, {evidence}")


def test_what_raters_cite_is_all_there_and_once(tmp_path: Path) -> None:
    facts = "facts: [{id: f, source: s, shows: it met}]\n"
    same = "evidence: [{source: s, shows: as both say}]"
    (tmp_path / "a.yaml").write_text(cited("A", f"for: f, {same}", SOURCES + facts), encoding="utf-8")
    more = "sources: [{id: s, title: S}, {id: t, title: T}]\n"
    other = "evidence: [{source: s, shows: as both say}, {source: t, shows: more, stance: against, date: 2024-10-10}]"
    (tmp_path / "b.yaml").write_text(cited("B", f"for: f, {other}", more + facts), encoding="utf-8")
    one = merge(tmp_path, "a.yaml", "b.yaml")
    items = [(item.id, item.shows, item.stance, item.date) for item in one.ratings["small"]["all.one"].evidence]
    assert items == [
        ("f", "it met", "for", None),
        (None, "as both say", "for", None),
        (None, "more", "against", "2024-10-10"),
    ]
    assert list(one.sources) == ["s", "t"]


def test_a_fact_that_raters_read_both_ways_is_cited_both_ways(tmp_path: Path) -> None:
    facts = SOURCES + "facts: [{id: f, source: s, shows: it met}]\n"
    (tmp_path / "a.yaml").write_text(cited("A", "for: f", facts), encoding="utf-8")
    (tmp_path / "b.yaml").write_text(cited("B", "against: f", facts), encoding="utf-8")
    one = merge(tmp_path, "a.yaml", "b.yaml").ratings["small"]["all.one"]
    assert [(item.shows, item.stance) for item in one.evidence] == [("it met", "for"), ("it met", "against")]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (SOURCES, "sources: [{id: s, title: Other}]\n", 'source "s" is not the same in a.yaml and b.yaml'),
        (
            SOURCES + "facts: [{id: f, source: s, shows: x}]\n",
            SOURCES + "facts: [{id: f, source: s, shows: y}]\n",
            'fact "f" is not the same in a.yaml and b.yaml',
        ),
    ],
)
def test_one_id_with_two_meanings_is_refused_naming_both_files(
    tmp_path: Path, first: str, second: str, said: str
) -> None:
    for name, more in (("a", first), ("b", second)):
        given = "for: f" if "facts" in more else "evidence: [{source: s, shows: x}]"
        (tmp_path / f"{name}.yaml").write_text(cited(name.upper(), given, more), encoding="utf-8")
    done = run("raters", "merge", "a.yaml", "b.yaml", "-o", "m.yaml", cwd=tmp_path)
    assert (done.code, done.out, said in done.err) == (2, "", True)
    assert not (tmp_path / "m.yaml").exists()


def test_identity_is_the_first_file_s_and_the_date_the_latest(tmp_path: Path) -> None:
    for name, date in (("a", "2025-10-01"), ("b", "2025-11")):
        head = f"as_of: {date}\nowner: The owner\ntype: policy\nversion: '1'\ninterest: none\n"
        (tmp_path / f"{name}.yaml").write_text(dossier(name, head, one="level: 1"), encoding="utf-8")
    one = merge(tmp_path, "a.yaml", "b.yaml")
    assert (one.id, one.owner, one.type, one.as_of, one.version, one.interest) == (
        "i", "The owner", "policy", "2025-11", None, "none",
    )  # fmt: skip


def test_names_in_two_languages_stay_so(tmp_path: Path) -> None:
    names = {"a": "{en: Team A, ko: 가팀}", "b": "{en: Team B, ko: 나팀}"}
    for name, given in names.items():
        (tmp_path / f"{name}.yaml").write_text(dossier(given, one="level: 1"), encoding="utf-8")
    one = merge(tmp_path, "a.yaml", "b.yaml")
    assert one.rated_by == {"en": "Team A; Team B", "ko": "가팀; 나팀"}
    assert one.ratings["small"]["all.one"].panel[1].rater == {"en": "Team B", "ko": "나팀"}


def test_raters_without_a_name_are_known_by_their_files(tmp_path: Path) -> None:
    for name, who in (("left", None), ("right", None), ("up", "We"), ("down", "We")):
        why = f"level: 1, why: {name}"
        (tmp_path / f"{name}.yaml").write_text(dossier(who, one=why), encoding="utf-8")
    one = merge(tmp_path, "left.yaml", "right.yaml", "up.yaml", "down.yaml")
    assert [x.rater for x in one.ratings["small"]["all.one"].panel] == ["left", "right", "We (up)", "We (down)"]


def test_without_a_file_the_dossier_goes_to_standard_output(folder: Path) -> None:
    done = run("raters", "merge", *ABC, *R, cwd=folder)
    assert done.out.startswith("kind: initiative\nid: i\n")
    assert done.err == ""


def test_texts_that_yaml_could_take_for_something_else_come_back_as_they_were(tmp_path: Path) -> None:
    odd = [
        "no",
        "1e3",
        "012",
        "- x",
        "a: b",
        "#x",
        "~",
        "'",
        '"',
        "한국어 " * 60,
        "true",
        "2024-01-01",
        "*x",
        "&y",
        "{",
        "%",
    ]
    for name in "ab":
        ratings = {"all.one": {"level": 1, "why": f"{name} "}, "all.two": {"not_rated": "\u2028x\x85"}}
        sources = [{"id": f"s{n}", "title": text} for n, text in enumerate(odd)]
        content = {"kind": "initiative", "id": "i", "name": "I", "rated_by": name, "ratings": {"small": ratings}}
        (tmp_path / f"{name}.json").write_text(json.dumps({**content, "sources": sources}), encoding="utf-8")
    one = merge(tmp_path, "a.json", "b.json")
    assert [source.title for source in one.sources.values()] == odd
    assert one.ratings["small"]["all.one"].panel[0].why == "a "
    assert one.ratings["small"]["all.two"].panel[0].why == "\u2028x\x85"


# Both, on bundled content and examples


@pytest.mark.parametrize("args", [EXAMPLES, (*EXAMPLES, "--metric", "all", "--lang", "ko")], ids=["one", "all-ko"])
def test_json_is_a_document_of_the_published_shape(args: tuple[str, ...]) -> None:
    schema = json.loads(run("schema", "agreement").out)
    Draft7Validator.check_schema(schema)
    doc = json.loads(run("raters", "agree", *args, "-f", "json", cwd=ROOT).out)
    assert [error.message for error in Draft7Validator(closed(schema)).iter_errors(doc)] == []
    assert doc["schema"]["name"] == "kasean-score/agreement"


@pytest.mark.parametrize("form", ["table", "plain", "json", "csv", "md"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_format_speaks_both_languages(form: str, lang: str) -> None:
    done = run("raters", "agree", *EXAMPLES, "-f", form, "--lang", lang, cwd=ROOT)
    assert (done.code, done.err) == (0, "")
    if form in ("table", "plain", "md"):
        assert bool(HANGUL.search(done.out)) == (lang == "ko")
        assert "None" not in done.out


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_screen(columns: int, lang: str, folder: Path) -> None:
    args = (*ABC, *R, "--metric", "all", "--lang", lang)
    done = run_in_terminal("raters", "agree", *args, columns=columns, cwd=folder)
    lines = ESCAPE.sub("", done.out).splitlines()
    assert (done.code, done.err) == (0, "")
    assert [line for line in lines if cells(line) > columns] == []


def test_csv_has_a_record_for_each_part_pair_and_opinion(folder: Path) -> None:
    records = list(csv.DictReader(StringIO(run("raters", "agree", *ABC, *R, "-f", "csv", cwd=folder).out)))
    kinds = [record["kind"] for record in records]
    assert kinds == ["overall", "group", "group", *["pair"] * 3, *["opinion"] * 14]
    assert {tuple(record) for record in records} == {tuple(records[0])}
    assert float(records[0]["exact"]) == 4 / 7


def test_four_raters_stand_below_each_other(folder: Path) -> None:
    (folder / "d.yaml").write_text(dossier("Di", one="level: 1", two="level: 1, why: Di two"), encoding="utf-8")
    out = run("raters", "agree", *ABC, "d.yaml", *R, "-f", "md", cwd=folder).out
    assert "| Rater | Level | Rationale |" in out
    assert "| Di | 1 Declared | Di two |" in out


def test_help_lists_the_two_commands_in_both_languages() -> None:
    assert "raters" in run("--help").out
    out = run("raters", "--help").out
    assert "merge" in out
    assert "agree" in out
    assert HANGUL.search(run("raters", "agree", "--help", "--lang", "ko").out)
    done = run("raters", "mrege")
    assert (done.code, 'did you mean "merge"' in done.err) == (2, True)


@pytest.mark.parametrize("command", ["merge", "agree"])
@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("a.yaml", "raters are two or more; 1 file was given"),
        ("a.yaml a.yaml", "a.yaml and a.yaml have the same content"),
        ("a.yaml copy.yaml", "a.yaml and copy.yaml have the same content"),
        ("a.yaml nope.yaml", "no such file"),
        ("a.yaml other-id.yaml", '"id" is i in a.yaml, but j in other-id.yaml'),
        ("a.yaml other-type.yaml", '"type" is - in a.yaml, but policy in other-type.yaml'),
        ("a.yaml other-rubric.yaml", "the raters did not rate on the same rubrics"),
        ("a.yaml other-rubric.yaml -r small.yaml", "other-rubric"),
        ("a.yaml unknown.yaml -r small.yaml", '"small" has no criterion "all.six"'),
        ("a.yaml level.yaml -r small.yaml", "level.yaml:7:"),
        ("a.yaml broken.yaml", "broken.yaml"),
        ("- -", "standard input can be read once only"),
        ("", '"RATER..." is missing'),
    ],
)
def test_what_cannot_be_answered_is_said_on_stderr_with_exit_code_2(
    folder: Path, command: str, args: str, said: str
) -> None:
    other = dossier("Bo", one="level: 2")
    made = {
        "copy": (folder / "a.yaml").read_text(encoding="utf-8"),
        "other-id": other.replace("id: i\n", "id: j\n"),
        "other-type": dossier("Bo", "type: policy\n", one="level: 2"),
        "other-rubric": other.replace("  small:", "  other-rubric:"),
        "unknown": dossier("Bo", six="level: 2"),
        "level": dossier("Bo", one="level: 9"),
        "broken": "kind: initiative\nid: [",
    }
    for name, text in made.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    done = run("raters", command, *args.split(), cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("agree a.yaml b.yaml", 'no bundled rubric is named "small"'),
        ("agree a.yaml b.yaml -r small.yaml --seed x", '"x" is not a seed'),
        ("agree a.yaml b.yaml -r small.yaml --metric kappa", "ordinal"),
        ("agree a.yaml b.yaml -r small.yaml -o b.yaml", "b.yaml is one of the files being read"),
        ("merge a.yaml b.yaml -r small.yaml -o ./a.yaml", "a.yaml is one of the files being read"),
        ("merge a.yaml b.yaml -r small.yaml -o small.yaml", "small.yaml is one of the files being read"),
        ("merge a.yaml value.yaml", '"all.one" is rated by a level in one file and by a value in another'),
        ("merge panel.yaml a.yaml", '"Ann" is a rater in panel.yaml and in a.yaml'),
        ("merge part.yaml b.yaml", '"all.two" has no panel'),
    ],
)
def test_other_faults_are_told_by_name(folder: Path, args: str, said: str) -> None:
    panel = "level: 1, panel: [{rater: Ann, level: 1}, {rater: Al, level: 1}]"
    made = {
        "value": dossier("Bo", one="value: 2"),
        "panel": dossier(None, one=panel),
        "part": dossier(None, one=panel, two="level: 1"),
    }
    for name, text in made.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    before = (folder / "a.yaml").read_bytes()
    done = run("raters", *args.split(), cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err
    assert (folder / "a.yaml").read_bytes() == before


def test_raters_on_two_rubrics_may_name_the_one_they_share(folder: Path) -> None:
    more = (folder / "a.yaml").read_text(encoding="utf-8") + "  other:\n    x.y: {level: 1}\n"
    (folder / "more.yaml").write_text(more.replace("Ann", "Al"), encoding="utf-8")
    done = run("raters", "merge", "more.yaml", "b.yaml", cwd=folder)
    assert (done.code, "with -r: small" in done.err) == (2, True)
    assert list(merge(folder, "more.yaml", "b.yaml", *R).ratings) == ["small"]


# The panel of a rating


def test_a_level_that_a_rubric_lacks_is_found_in_a_panel_where_it_stands(folder: Path) -> None:
    panel = "level: 1, panel: [{rater: Ann, level: 1}, {rater: Al, level: 7}]"
    (folder / "p.yaml").write_text(dossier(None, one=panel), encoding="utf-8")
    done = run("evaluate", "p.yaml", *R, cwd=folder)
    assert done.code == 2
    assert '"all.one" is rated 7' in done.err
    assert "p.yaml:6:" in done.err


def test_a_panel_shows_in_the_explanation_and_nowhere_in_the_score(folder: Path) -> None:
    panel = ", panel: [{rater: Ann, level: 0, why: A reason}, {rater: Al, not_applicable: Not asked}]"
    cards = []
    for name, more in (("with", panel), ("without", "")):
        (folder / f"{name}.yaml").write_text(dossier(None, one=f"level: 1{more}", two="level: 2"), encoding="utf-8")
        done = run("evaluate", f"{name}.yaml", *R, "-f", "json", "--explain", cwd=folder)
        (card,) = json.loads(done.out)["scorecards"]
        cards.append(card)
    panels = [next(x for x in card["nodes"] if x["id"] == "all.one")["detail"]["panel"] for card in cards]
    assert [one["rater"] for one in panels[0]] == ["Ann", "Al"]
    assert panels[1] == []
    assert cards[0]["score"] == cards[1]["score"]
    assert "A reason" in run("evaluate", "with.yaml", *R, "--explain", cwd=folder).out
