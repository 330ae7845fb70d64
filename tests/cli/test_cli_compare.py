"""`compare` as a person and a script use it: what is said beside an order, every format, and what is refused."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, run, run_in_terminal
from jsonschema import Draft7Validator

if TYPE_CHECKING:
    from pathlib import Path

    from cli_support import Run

RUBRIC = """\
kind: rubric
id: mine
title: Mine
bands: [{id: good, label: Good, at_least: 50}, {id: poor, label: Poor, at_least: 0}]
groups:
  - id: work
    title: Work
    criteria: [{id: plan, title: Plan}, {id: money, title: Money}, {id: people, title: People, weight: 2}]
  - id: setting
    title: Setting
    role: condition
    criteria: [{id: law, title: Law}]
limits: [{id: law, when: {criterion: setting.law, at_most: 0}, band_at_most: poor}]
"""
LINES = {
    "a": "plan: {level: 2}, money: {level: 4}, people: {level: [1, 3]}, law: {level: 1}",
    "b": "plan: {level: 1}, money: {level: 4}, people: {level: 1}, law: {level: 1}",
    "thin": "plan: {level: 3}, money: {not_rated: sought in vain}, people: {not_rated: sought in vain}",
    "none": "plan: {not_rated: sought in vain}",
}
ADDRESS = {"plan": "work.plan", "money": "work.money", "people": "work.people", "law": "setting.law"}
PLACE = re.compile(r"\d+[.=] [\w-]+( \(\d\))? -?[\d.]+\?? \[[\d.]+-[\d.]+\]( \([^)]+\))?")
"""A rank is followed by who, by a score, and by its bounds."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.yaml").write_text(RUBRIC, encoding="utf-8")
    for name, ratings in LINES.items():
        write(tmp_path, name, ratings)
    return tmp_path


def write(folder: Path, name: str, ratings: str, head: str = "", rubric: str = "mine", **fields: str) -> None:
    for short, address in ADDRESS.items():
        ratings = re.sub(rf"\b{short}:", f"{address}:", ratings)
    text = (
        f"kind: initiative\nid: {fields.get('id', name)}\nname: The {name}\n{head}ratings:\n  {rubric}: {{{ratings}}}\n"
    )
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def small(folder: Path, names: str, *args: str) -> Run:
    return run("compare", *(f"{name}.yaml" for name in names.split()), "-r", "mine.yaml", *args, cwd=folder)


def lens(result: Run) -> Any:
    assert (result.code, result.err) == (0, "")
    (only,) = json.loads(result.out)["comparisons"]
    return only


def lines_of(out: str, label: str) -> list[str]:
    """What plain output says under a label."""
    return [line.removeprefix(f"{label}: ") for line in out.splitlines() if line.startswith(f"{label}: ")]


def cells(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def closed(schema: Any) -> Any:
    """The schema without room for keys that it does not describe."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(item) for name, item in schema.items()}
    return {**inner, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else inner


# --- what is compared ----------------------------------------------------------------------------------------------


def test_the_numbers_are_those_of_a_calculation_by_hand(folder: Path) -> None:
    """a: (50 + 100 + 2*[25..75])/4, b: (25 + 100 + 2*25)/4; b minus a from 43.75 - 75 to 43.75 - 50."""
    found = lens(small(folder, "a b", "-f", "json"))
    a, b = (one["all"] for one in found["initiatives"])
    assert (a["score"], a["bounds"], a["difference"], a["difference_bounds"]) == (62.5, [50, 75], None, None)
    assert (b["score"], b["bounds"], b["difference"], b["difference_bounds"]) == (
        43.75,
        [43.75] * 2,
        -18.75,
        [-31.25, -6.25],
    )
    cells = {row["id"]: row["cells"][1] for row in found["nodes"]}
    assert (cells["work.plan"]["difference"], cells["work.people"]["difference_bounds"]) == (-25, [-50, 0])


def test_with_common_only_what_is_rated_in_all_is_shown_and_scored(folder: Path) -> None:
    """Of three, plan alone is rated in all: 50, 25 and 75, each on a quarter of its weight."""
    found = lens(small(folder, "a b thin", "-f", "json", "--common"))
    assert [row["id"] for row in found["nodes"]] == ["work", "work.plan"]
    assert [one["common"]["score"] for one in found["initiatives"]] == [50, 25, 75]
    assert [one["common"]["coverage"] for one in found["initiatives"]] == [0.25, 0.25, 0.25]
    assert [(place["label"], place["rank"]) for place in found["order"]] == [("thin", 1), ("a", 2), ("b", 3)]
    assert found["common"] == {
        "criteria": ["work.plan"], "counted": 1, "counted_of": 3, "conditions": 0, "conditions_of": 1,
    }  # fmt: skip


@pytest.mark.parametrize("common", [[], ["--common"]])
def test_it_always_says_how_many_of_how_many_criteria_are_common(folder: Path, common: list[str]) -> None:
    (said,) = lines_of(small(folder, "a thin", "-f", "plain", *common).out, "Common")
    assert said.startswith("1 of 3 criteria are rated in all, beside them 0 of 1 conditions")


def test_a_common_score_on_little_weight_is_marked(folder: Path) -> None:
    out = small(folder, "a thin", "-f", "plain", "--common").out
    assert "Score, common criteria: a 50? [50-50], thin 75? [75-75], Difference +25" in out
    assert "50? too little rated" in out


def test_by_default_initiatives_are_compared_on_both_lenses() -> None:
    result = run("compare", "nsp", "kasi", "-f", "json")
    assert (result.code, result.err) == (0, "")
    assert [one["rubric"]["id"] for one in json.loads(result.out)["comparisons"]] == ["reset-plan", "three-pillars"]


def test_a_lens_that_not_all_are_rated_on_is_left_out_and_named(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(
        "kind: initiative\nid: one\nname: One\nratings: {reset-plan: {tailoring.needs: {level: 1}}}\n", encoding="utf-8"
    )
    result = run("compare", "nsp", "one.yaml", "-f", "json", cwd=tmp_path)
    document = json.loads(result.out)
    assert [one["rubric"]["id"] for one in document["comparisons"]] == ["reset-plan"]
    assert document["left_out"] == [{"rubric": "three-pillars", "initiatives": ["one"]}]
    assert "three-pillars is left out" in run("compare", "nsp", "one.yaml", cwd=tmp_path).out


def test_two_versions_of_one_initiative_are_told_apart(folder: Path) -> None:
    write(folder, "later", LINES["b"], 'version: "2"\n', id="a")
    out = small(folder, "a later", "-f", "plain").out
    assert [place["label"] for place in lens(small(folder, "a later", "-f", "json"))["order"]] == ["a (1)", "a (2)"]
    assert "  • Plan: a (1) 2 Arranged, a (2) 1 Declared, Difference -25\n" in out
    assert lines_of(out, "Compared") == ["a (1): The a", "a (2): The later; version 2"]


def test_a_dossier_on_standard_input_is_one_like_another(folder: Path) -> None:
    given = (folder / "b.yaml").read_text(encoding="utf-8")
    piped = run("compare", "a.yaml", "-", "-r", "mine.yaml", "-f", "plain", stdin=given, cwd=folder)
    assert piped == small(folder, "a b", "-f", "plain")


# --- what is said beside an order ----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["table", "plain", "md"])
@pytest.mark.parametrize("names", ["nsp kasi", "nsp kasi think-tank", "initiatives"])
@pytest.mark.parametrize("common", [[], ["--common"]])
def test_a_rank_never_goes_without_score_and_bounds(form: str, names: str, common: list[str]) -> None:
    every = [
        "amro", "asean-korea-centre", "belt-and-road", "csp", "eria", "eu-global-gateway", "japan-green-transformation",
    ]  # fmt: skip
    given = every if names == "initiatives" else names.split()
    out = run("compare", *given, *common, "-f", form).out.replace("\\", "").replace("**", "")
    orders = re.findall(r"^(?:- )?Order:? +(.+)$", out, re.MULTILINE)
    assert len(orders) == 2
    for order in orders:
        places = order.split(" · ")
        ranked = [place for place in places if re.match(r"\d+[.=] ", place)]
        assert [place for place in ranked if not PLACE.fullmatch(place)] == []
        assert ranked or order == "none: there is no score to go by"
    assert out.count("How sure") == sum(not order.startswith("none") for order in orders)


def test_bounds_that_overlap_and_bounds_that_do_not_are_told_apart(folder: Path) -> None:
    def sure(names: str) -> str:
        (said,) = lines_of(small(folder, names, "-f", "plain").out, "How sure")
        return said

    assert sure("a b").startswith("no bounds overlap")
    assert sure("a thin").startswith("not sure: all these bounds overlap")
    (said,) = lines_of(small(folder, "a thin", "-f", "plain", "--common").out, "How sure")
    assert said == (
        "no bounds overlap: with the weights as stated, the order holds on these criteria; "
        "what is not rated in all is left out here and could still turn it"
    )
    assert sure("a b thin") == (
        "the bounds of 2 of 3 pairs overlap, which leaves their order open; sure with the weights as stated: a above b"
    )


def test_a_tie_is_a_tie_in_order_of_id(folder: Path) -> None:
    write(folder, "z", LINES["b"].replace("law: {level: 1}", "law: {level: 2}"))
    write(folder, "late", "plan: {level: 0}, money: {level: 0}, people: {level: 0}")
    result = small(folder, "z late b", "-f", "plain")
    (order,) = lines_of(result.out, "Order")
    assert order == "1= b 44 [44-44] · 1= z 44 [44-44] · 3. late 0 [0-0]"
    (sure,) = lines_of(small(folder, "z b", "-f", "plain").out, "How sure")
    assert sure == "equal scores are a tie"


def test_what_has_no_score_has_no_rank_and_no_difference(folder: Path) -> None:
    found = lens(small(folder, "a none", "-f", "json"))
    none = found["initiatives"][1]["all"]
    assert (none["score"], none["rank"], none["difference"], none["bounds"]) == (None, None, None, [0, 100])
    (order,) = lines_of(small(folder, "a none", "-f", "plain").out, "Order")
    assert order == "1. a 63 [50-75] · none - [0-100]"


def test_without_any_score_no_order_is_named(folder: Path) -> None:
    out = small(folder, "a none", "-f", "plain", "--common").out
    assert lines_of(out, "Order") == ["none: there is no score to go by"]
    assert "no criterion is rated in all" in out


HEADS = {
    "mixed_types": ("type: policy\n", "type: programme\n"),
    "mixed_stages": ("stage: proposed\n", "stage: launched\n"),
    "mixed_dates": ("as_of: 2023-01-01\n", "as_of: 2025-01-01\n"),
}


@pytest.mark.parametrize("code", HEADS)
def test_mixed_kinds_are_warned_about_in_the_document_and_on_the_sheet(folder: Path, code: str) -> None:
    for name, head in zip("ab", HEADS[code], strict=True):
        write(folder, name, LINES[name], head)
    (warning,) = lens(small(folder, "a b", "-f", "json"))["warnings"]
    assert (warning["code"], warning["initiatives"]) == (code, ["a", "b"])
    assert lines_of(small(folder, "a b", "-f", "plain").out, "Caution") == [warning["text"]]
    assert "Caution" in small(folder, "a b").out


def test_like_beside_like_needs_no_warning(folder: Path) -> None:
    assert lens(small(folder, "a b", "-f", "json"))["warnings"] == []


def test_an_undemonstrated_initiative_is_named_whether_for_want_of_ratings_or_by_a_limit(folder: Path) -> None:
    limited = RUBRIC.replace("band_at_most: poor", "band_at_most: not_demonstrated")
    (folder / "mine.yaml").write_text(limited, encoding="utf-8")
    write(folder, "lawless", "plan: {level: 4}, money: {level: 4}, people: {level: 4}, law: {level: 0}")
    found = lens(small(folder, "a thin lawless", "-f", "json"))
    (warning,) = [one for one in found["warnings"] if one["code"] == "not_demonstrated"]
    assert warning["initiatives"] == ["thin", "lawless"]
    assert {place["label"]: place["demonstrated"] for place in found["order"]} == {
        "a": True, "thin": False, "lawless": False,
    }  # fmt: skip
    (order,) = lines_of(small(folder, "a thin lawless", "-f", "plain").out, "Order")
    assert order == "1. lawless 100 [100-100] (not demonstrated) · 2. thin 75? [19-94] · 3. a 63 [50-75]"


def test_a_limit_that_lowers_a_band_is_said(folder: Path) -> None:
    write(folder, "lawless", "plan: {level: 4}, money: {level: 4}, people: {level: 4}, law: {level: 0}")
    assert lines_of(small(folder, "a lawless", "-f", "plain").out, "Limit") == ["lawless: held at Poor: Law"]


def test_ratings_written_for_another_version_of_the_rubric_are_warned_about(folder: Path) -> None:
    (folder / "own.yaml").write_text("kind: rubric\nid: own\nextends: mine.yaml\n", encoding="utf-8")
    write(folder, "b", LINES["b"], rubric="own")
    result = run("compare", "a.yaml", "b.yaml", "-r", "own.yaml", "-f", "json", cwd=folder)
    found = lens(result)
    assert [one["code"] for one in found["warnings"]] == ["mixed_rubrics"]
    assert [one["rated_for"] for one in found["initiatives"]] == ["mine", "own"]


def test_another_order_on_the_common_criteria_is_warned_about(folder: Path) -> None:
    """a is above thin on all but below it on plan, which alone is common."""
    write(folder, "thin", LINES["thin"].replace("plan: {level: 3}", "plan: {level: 2}"))
    write(folder, "first", "plan: {level: 1}, money: {level: 4}, people: {level: 4}, law: {level: 2}")
    found = lens(small(folder, "first thin", "-f", "json"))
    assert "order_changes" in [one["code"] for one in found["warnings"]]


def test_dominance_says_on_how_much_it_rests(folder: Path) -> None:
    (said,) = lines_of(small(folder, "a b", "-f", "plain").out, "Dominance")
    assert said == (
        "a dominates b: at least as high on all 4 criteria rated in both, higher on 2; "
        "at every reading of the ranges; every criterion that applies is rated in both"
    )
    (said,) = lines_of(small(folder, "b thin", "-f", "plain").out, "Dominance")
    assert said == (
        "thin dominates b on the only criterion rated in both; at every reading of the ranges; "
        "only on what is rated in both, for 3 more criteria apply"
    )
    (said,) = lines_of(small(folder, "a none", "-f", "plain").out, "Dominance")
    assert said == "no criterion is rated in both a and none"


def test_where_neither_dominates_both_sides_are_counted(folder: Path) -> None:
    write(folder, "other", "plan: {level: 4}, money: {level: 0}, people: {level: 2}, law: {level: 1}")
    (said,) = lines_of(small(folder, "a other", "-f", "plain").out, "Dominance")
    assert said == "neither dominates: of 4 criteria rated in both, a is higher on 1, other on 1, equal on 2"


# --- formats -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args", ["nsp kasi", "nsp kasi csp --common", "amro think-tank nsp eria --lang ko", "nsp think-tank --common"]
)
def test_json_is_of_the_published_shape(args: str) -> None:
    schema = json.loads(run("schema", "comparison").out)
    Draft7Validator.check_schema(schema)
    result = run("compare", *args.split(), "-f", "json")
    assert (result.code, result.err) == (0, "")
    found = [error.message for error in Draft7Validator(closed(schema)).iter_errors(json.loads(result.out))]
    assert found == []


def test_a_scorecard_in_a_comparison_is_the_one_that_evaluate_gives() -> None:
    alone = json.loads(run("evaluate", "nsp", "kasi", "-r", "reset-plan", "-f", "json").out)["scorecards"]
    assert lens(run("compare", "nsp", "kasi", "-r", "reset-plan", "-f", "json", "--common"))["scorecards"] == alone


def test_in_csv_every_record_has_every_key_and_the_numbers_of_the_document(folder: Path) -> None:
    found = lens(small(folder, "a b thin", "-f", "json"))
    records = list(csv.DictReader(io.StringIO(small(folder, "a b thin", "-f", "csv").out)))
    assert len(records) == 3 * (2 + len(found["nodes"]))
    assert all(None not in record and None not in record.values() for record in records)
    totals = {(x["initiative"], x["basis"]): x for x in records if x["kind"] == "total"}
    for one in found["initiatives"]:
        for basis in ("all", "common"):
            assert float(totals[one["label"], basis]["score"]) == one[basis]["score"]
    assert totals["a", "all"]["difference"] == ""
    assert totals["thin", "all"]["band"] == "not_demonstrated"
    assert {x["score"] for x in records if x["state"] == "not_rated"} == {""}


def test_csv_for_excel_begins_with_a_byte_order_mark(folder: Path) -> None:
    assert small(folder, "a b", "-f", "csv", "--bom").out.startswith("\ufeffrubric,")
    refused = small(folder, "a b", "--bom")
    assert (refused.code, refused.out) == (2, "")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("names", ["nsp kasi", "nsp kasi think-tank", "amro asean-korea-centre belt-and-road eria nsp"])
def test_a_table_is_no_wider_than_the_screen(names: str, columns: int, lang: str) -> None:
    result = run_in_terminal("compare", *names.split(), "--lang", lang, columns=columns, env={"NO_COLOR": "1"})
    assert (result.code, result.err) == (0, "")
    assert [line for line in result.out.splitlines() if cells(line) > columns] == []
    assert "…" not in result.out


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_at_80_columns_no_score_of_three_initiatives_is_broken(lang: str) -> None:
    """Each score, and each difference, stands on one line with its bounds."""
    args = ("compare", "nsp", "kasi", "think-tank", "-r", "reset-plan", "--lang", lang)
    plain = run(*args, "-f", "plain").out
    table = run_in_terminal(*args, columns=80, env={"NO_COLOR": "1"}).out
    rows = plain[plain.index(f"\n{'Score' if lang == 'en' else '점수'}") :]
    scores = re.findall(r"(?<= )\d+\?? \[\d+-\d+\]|(?<= )[+-]?\d+ \[[+-]?\d+\.\.[+-]?\d+\]", rows)
    assert len(scores) > 30
    assert [score for score in scores if score not in table[table.index("─") :]] == []


def test_more_than_three_are_cut_into_blocks_of_three() -> None:
    names = ["amro", "csp", "eria", "kasi", "nsp", "think-tank", "belt-and-road"]
    out = run("compare", *names, "-r", "reset-plan", "-f", "md").out
    heads = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in out.splitlines() if "| Criterion" in line
    ]
    assert [head[1:] for head in heads] == [names[:3], names[3:6], names[6:], names[1:4], names[4:7]]


@pytest.mark.parametrize("form", ["table", "plain", "md"])
@pytest.mark.parametrize("common", [[], ["--common"]])
def test_korean_output_holds_no_english(form: str, common: list[str]) -> None:
    names = ["nsp", "kasi", "think-tank", "eria"]
    out = run("compare", *names, *common, "--lang", "ko", "-f", form).out
    assert HANGUL.search(out)
    text = re.sub(r"sha256 [0-9a-f]+|--common|-f json|kasean-score|&nbsp;", "", out)
    allowed = {*names, "reset-plan", "three-pillars"}
    assert {word for word in re.findall("[A-Za-z][a-z-]+", text) if not word.isupper()} - allowed == set()


def test_english_output_holds_no_korean() -> None:
    assert not HANGUL.search(run("compare", "nsp", "kasi", "think-tank", "--common").out)


def test_text_from_a_file_is_shown_and_not_obeyed(folder: Path) -> None:
    write(folder, "b", LINES["b"], head='version: "[red]1|*"\n')
    (folder / "mine.yaml").write_text(RUBRIC.replace("title: Plan", r'title: "[b]P|an\e[2J*"'), encoding="utf-8")
    for form, shown in (("table", "[b]P|an\\x1b[2J*"), ("plain", "[b]P|an\\x1b[2J*"), ("md", r"\[b\]P\|an\\x1b\[2J\*")):
        result = small(folder, "a b", "-f", form)
        assert result.code == 0
        assert shown in result.out
        assert "\x1b" not in result.out


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_the_same_input_gives_the_same_bytes(form: str) -> None:
    args = ("compare", "nsp", "kasi", "csp", "eria", "-f", form)
    assert len({run(*args, env={"PYTHONHASHSEED": seed}) for seed in ("0", "1", "42")}) == 1


# --- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ([], "too-few-to-compare"),
        (["nsp"], "too-few-to-compare"),
        (["nsp", "nsp"], "same-dossier"),
        (["nsp", "kasi", "nsp"], "same-dossier"),
        (["nsp", "safe-schools-2006"], "no-shared-rubric"),
        (["nsp", "nosuch"], "unknown-initiative"),
        (["nsp", "kasi", "-r", "part-2008"], "no-ratings"),
        (["nsp", "safe-schools-2006", "-r", "reset-plan"], "no-ratings"),
        (["nsp", "kasi", "-r", "nosuch"], "unknown-rubric"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_cannot_be_compared_is_refused_with_a_remedy(args: list[str], code: str, lang: str) -> None:
    result = run("compare", *args, "--lang", lang)
    assert (result.code, result.out) == (2, "")
    assert f"[{code}]: " in result.err
    assert ("  = help: " if lang == "en" else "  = 도움말: ") in result.err
    assert "Traceback" not in result.err


def test_a_copy_under_another_name_is_the_same_dossier(folder: Path) -> None:
    (folder / "copy.yaml").write_bytes((folder / "a.yaml").read_bytes())
    result = small(folder, "a copy")
    assert (result.code, result.out) == (2, "")
    assert "a.yaml and copy.yaml are the same dossier" in result.err


def test_one_bad_file_is_reported_and_the_rest_are_compared(folder: Path) -> None:
    (folder / "bad.yaml").write_text("kind: initiative\nid: bad\n", encoding="utf-8")
    result = small(folder, "a bad b", "-f", "json")
    assert result.code == 2
    assert "bad.yaml" in result.err
    assert [one["label"] for one in json.loads(result.out)["comparisons"][0]["initiatives"]] == ["a", "b"]
    alone = small(folder, "a bad")
    assert (alone.code, alone.out) == (2, "")


def test_a_folder_is_every_dossier_in_it(folder: Path) -> None:
    (folder / "all").mkdir()
    for name in ("a", "b", "thin"):
        (folder / f"{name}.yaml").rename(folder / "all" / f"{name}.yaml")
    found = lens(run("compare", "all/", "-r", "mine.yaml", "-f", "json", cwd=folder))
    assert [one["label"] for one in found["initiatives"]] == ["a", "b", "thin"]


def test_output_is_written_to_a_file_and_never_over_an_input(folder: Path) -> None:
    written = small(folder, "a b", "-o", "out.csv")
    assert (written.code, written.out) == (0, "")
    assert (folder / "out.csv").read_text(encoding="utf-8") == small(folder, "a b", "-f", "csv").out
    for name in ("a.yaml", "mine.yaml"):
        before = (folder / name).read_bytes()
        refused = small(folder, "a b", "-o", name)
        assert (refused.code, refused.out, (folder / name).read_bytes()) == (2, "", before)


def test_help_is_printed_in_both_languages() -> None:
    english, korean = run("compare", "--help"), run("compare", "--help", "--lang", "ko")
    assert (english.code, english.err, korean.code, korean.err) == (0, "", 0, "")
    assert "--common" in english.out
    assert "--common" in korean.out
    assert HANGUL.search(korean.out)
    assert not HANGUL.search(english.out)


def test_it_loads_only_what_it_needs() -> None:
    from test_imports import HEAVY, imported, loaded

    assert loaded(("yaml", "_yaml", "rich"), imported("compare --help")) == []
    assert loaded(("rich", *HEAVY), imported("compare nsp kasi -f json")) == []
