"""`trend`: one initiative at several dates, in every format, and what it refuses."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import HANGUL, run
from history_support import DOSSIER, RATED, cells, change_saved, save, write_history
from jsonschema import Draft7Validator

from kasean_score.render.plots import CELLS, plot

if TYPE_CHECKING:
    from pathlib import Path

TWO = ("new.yaml", "old.yaml", "-r", "small.yaml")
BLOCKS = "·▒█"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_history(tmp_path)


def trends(folder: Path, *args: str) -> list[Any]:
    done = run("trend", *args, "-f", "json", cwd=folder)
    assert (done.code, done.err) == (0, "")
    found: list[Any] = json.loads(done.out)["trends"]
    return found


def dated(folder: Path, name: str, date: str, plan: int = 1) -> None:
    text = DOSSIER.format(name="try", date=date, plan=plan, money=RATED, shown="x")
    (folder / name).write_text(text, encoding="utf-8")


def test_dossiers_are_put_in_order_of_date_with_the_change_from_the_one_before(folder: Path) -> None:
    (line,) = trends(folder, *TWO)
    assert [(x["as_of"], x["score"], x["change"]) for x in line["points"]] == [
        ("2024", 37.5, None),
        ("2025-06", 56.25, 18.75),
    ]
    assert line["change"] == 18.75
    assert [x["bounds"] for x in line["points"]] == [[31.25, 56.25], [56.25, 56.25]]
    assert [x["coverage"] for x in line["points"]] == [0.75, 1.0]


def test_each_group_has_its_own_points(folder: Path) -> None:
    (line,) = trends(folder, *TWO)
    found = {group["id"]: [(x["score"], x["change"]) for x in group["points"]] for group in line["groups"]}
    assert found == {"work": [(25, None), (62.5, 37.5)], "people": [(50, None), (50, 0)]}


def test_a_less_precise_date_stands_before_those_it_holds_and_equal_dates_keep_their_order(folder: Path) -> None:
    for name, date in (("a", "2024-03-01"), ("b", "2024-03"), ("c", "2023-12-31"), ("d", "2024-03"), ("e", "2024")):
        dated(folder, f"{name}.yaml", date)
    (line,) = trends(folder, "d.yaml", "a.yaml", "b.yaml", "c.yaml", "e.yaml", "-r", "small.yaml")
    assert [x["ref"][0] for x in line["points"]] == ["c", "e", "d", "b", "a"]


def test_a_saved_result_of_another_version_of_the_rubric_is_marked(folder: Path) -> None:
    save(folder, "old.json", "old.yaml", "-r", "small.yaml")
    (line,) = trends(folder, "old.json", "new.yaml", "-r", "small2.yaml")
    assert [(x["saved"], x["rubric"]["version"], x["other_rubric"]) for x in line["points"]] == [
        (True, "1", False),
        (False, "2", True),
    ]
    out = run("trend", "old.json", "new.yaml", "-r", "small2.yaml", "-f", "plain", cwd=folder).out
    assert "2025-06 *: " in out
    assert "not only the initiative moved" in out


def test_a_saved_result_under_other_options_is_marked(folder: Path) -> None:
    save(folder, "old.json", "old.yaml", "-r", "small.yaml", "--aggregate", "minimum")
    (line,) = trends(folder, "old.json", "new.yaml", "-r", "small.yaml")
    assert [(x["other_rubric"], x["other_options"]) for x in line["points"]] == [(False, False), (False, True)]


def test_saved_results_alone_need_neither_rubric_nor_dossier(folder: Path) -> None:
    for name in ("old", "new"):
        save(folder, f"{name}.json", f"{name}.yaml", "-r", "small.yaml")
    for path in folder.glob("*.yaml"):
        path.unlink()
    assert [x["score"] for x in trends(folder, "new.json", "old.json")[0]["points"]] == [37.5, 56.25]


def test_of_results_of_several_initiatives_the_one_in_every_file_is_followed(folder: Path) -> None:
    save(folder, "many.json", "kasi", "nsp", "-r", "reset-plan")
    (line,) = trends(folder, "many.json", "kasi", "-r", "reset-plan")
    assert (line["initiative"], len(line["points"])) == ("kasi", 2)
    (line,) = trends(folder, "many.json", "--initiative", "nsp")
    assert (line["initiative"], len(line["points"])) == ("nsp", 1)


def test_a_folder_gives_the_dossiers_in_it_and_each_rubric_a_trend_of_its_own(folder: Path) -> None:
    inside = folder / "years"
    inside.mkdir()
    for date in ("2023", "2024"):
        dated(inside, f"{date}.yaml", date)
    (line,) = trends(folder, "years/", "-r", "small.yaml")
    assert [x["as_of"] for x in line["points"]] == ["2023", "2024"]
    assert [line["rubric"] for line in trends(folder, "kasi")] == ["reset-plan", "three-pillars"]


def test_one_date_is_no_trend_and_it_says_so(folder: Path) -> None:
    assert "there is no trend to see yet" in run("trend", "kasi", cwd=folder).out


@pytest.mark.parametrize(
    ("score", "bounds", "drawn"),
    [
        (None, None, ""),
        (0, (0, 0), "█" + "·" * 19),
        (100, (100, 100), "·" * 19 + "█"),
        (50, (0, 100), "▒" * 10 + "█" + "▒" * 9),
        (None, (25, 49), "·" * 5 + "▒" * 5 + "·" * 10),
        (4.99, (4.99, 5), "█▒" + "·" * 18),
    ],
)
def test_a_bar_shows_score_and_bounds_in_cells_of_five_points(score: Any, bounds: Any, drawn: str) -> None:
    assert plot(score, bounds) == drawn
    assert len(drawn) in (0, CELLS)


@pytest.mark.parametrize("form", ["table", "plain", "md"])
def test_the_figures_stand_beside_the_bars(folder: Path, form: str) -> None:
    out = run("trend", *TWO, "-f", form, cwd=folder).out.replace("\\", "")
    for said in ("38 [31-56] → 56 [56-56], change +18.8", "38 [31-56]", "+37.5", "75 %", "2024", "2025-06"):
        assert said in out
    bare = "".join("#" if letter in BLOCKS else letter for letter in out)
    assert "38 [31-56]" in bare


@pytest.mark.parametrize("form", ["json", "csv"])
def test_no_bar_is_in_the_formats_of_programs(folder: Path, form: str) -> None:
    assert not set(BLOCKS) & set(run("trend", *TWO, "-f", form, cwd=folder).out)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_document_has_the_shape_that_is_published(folder: Path, lang: str) -> None:
    save(folder, "old.json", "old.yaml", "-r", "small2.yaml")
    schema = Draft7Validator(json.loads(run("schema", "trend").out))
    for old in ("old.yaml", "old.json"):
        done = run("trend", old, "new.yaml", "-r", "small.yaml", "-f", "json", "--lang", lang, cwd=folder)
        assert [error.message for error in schema.iter_errors(json.loads(done.out))] == []


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_line_of_a_table_is_wider_than_the_screen(folder: Path, columns: int, lang: str) -> None:
    save(folder, "old.json", "old.yaml", "-r", "small2.yaml", "--aggregate", "minimum")
    for args in (("old.json", *TWO), ("kasi",)):
        done = run("trend", *args, "--lang", lang, env={"COLUMNS": str(columns)}, cwd=folder)
        assert (done.code, max(map(cells, done.out.splitlines())) <= columns) == (0, True)
        assert lang == "en" or HANGUL.search(done.out)


def test_csv_has_a_record_for_the_total_and_each_group_at_each_date(folder: Path) -> None:
    records = list(csv.DictReader(StringIO(run("trend", *TWO, "-f", "csv", cwd=folder).out)))
    assert [(row["as_of"], row["id"], row["score"]) for row in records] == [
        ("2024", "", "37.5"),
        ("2024", "work", "25.0"),
        ("2024", "people", "50.0"),
        ("2025-06", "", "56.25"),
        ("2025-06", "work", "62.5"),
        ("2025-06", "people", "50.0"),
    ]


@pytest.mark.parametrize("name", ["undated.yaml", "nowhere.yaml", "false.json"])
def test_a_file_that_cannot_be_used_is_reported_and_the_others_are_followed(folder: Path, name: str) -> None:
    text = (folder / "old.yaml").read_text(encoding="utf-8").replace("as_of: 2024\n", "")
    (folder / "undated.yaml").write_text(text, encoding="utf-8")
    change_saved(save(folder, "false.json", "old.yaml", "-r", "small.yaml"), "scorecards", 0, "score", to=1)
    done = run("trend", name, "new.yaml", "-r", "small.yaml", "-f", "json", cwd=folder)
    assert done.code == 2
    assert [x["as_of"] for x in json.loads(done.out)["trends"][0]["points"]] == ["2025-06"]
    code = {"undated.yaml": "no-as-of", "nowhere.yaml": "no-such-file", "false.json": "result-disagrees"}[name]
    assert done.err.startswith(f"error[{code}]: ")
    assert f"--> {name}" in done.err


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("kasi", "nsp"), "trend-mixed"),
        (("kasi", "--initiative", "nsp"), "trend-mixed"),
        (("-", "-"), "stdin-twice"),
        (("old.yaml",), "no-ratings"),
        (("good.json", "-r", "reset-plan"), "not-in-result"),
        (("good.json", "-o", "good.json"), "same-input"),
        (("cut.json",), "result-truncated"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_remedy(folder: Path, args: tuple[str, ...], code: str) -> None:
    good = save(folder, "good.json", "old.yaml", "-r", "small.yaml")
    (folder / "cut.json").write_text(good.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    done = run("trend", *args, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[{code}]: ")
    assert "Traceback" not in done.err
