"""Several rubrics and dossiers in one run, and files that must survive it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from cli_support import run

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = "kind: rubric\nid: r\ntitle: Levels\ngroups: [{id: g, criteria: [{id: a}]}]\n"
MEASURE = LEVELS.replace("Levels", "Measure").replace("{id: a}", "{id: a, measure: {worst: 0, best: 4}}")
DOSSIER = "kind: initiative\nid: i\nname: I\nratings: {r: {g.a: {level: 2}}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"levels.yaml": LEVELS, "measure.yaml": MEASURE, "i.yaml": DOSSIER}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("order", [("levels.yaml", "measure.yaml"), ("measure.yaml", "levels.yaml")])
def test_two_rubrics_of_one_id_are_each_checked_by_themselves(folder: Path, order: tuple[str, str]) -> None:
    """A level on a measure is a fault of that pair alone."""
    done = run("evaluate", "i.yaml", "-r", order[0], "-r", order[1], "-f", "json", cwd=folder)
    assert done.code == 2
    assert [card["rubric"]["title"] for card in json.loads(done.out)["scorecards"]] == ["Levels"]
    assert done.err.startswith("error[wrong-rating]: ")


@pytest.mark.parametrize("command", ["show levels.yaml", "show own.yaml", "evaluate i.yaml -r own.yaml"])
def test_a_file_that_was_read_is_never_written_even_where_another_only_extends_it(folder: Path, command: str) -> None:
    (folder / "own.yaml").write_text("kind: rubric\nextends: ./levels.yaml\n", encoding="utf-8")
    done = run(*command.split(), "-o", "levels.yaml", cwd=folder)
    assert (done.code, (folder / "levels.yaml").read_text(encoding="utf-8")) == (2, LEVELS)
    assert done.err.startswith("error[same-input]: ")


def test_two_dossiers_of_one_id_are_still_several(folder: Path) -> None:
    (folder / "old.yaml").write_text(DOSSIER.replace("level: 2", "level: 1"), encoding="utf-8")
    assert run("evaluate", "i.yaml", "./old.yaml", "-r", "levels.yaml", cwd=folder).out.startswith("Overview: ")


@pytest.mark.parametrize(
    ("name", "start"),
    [("out.json", "{"), ("out.JSON", "{"), ("out.md", "## I (i)"), ("out.csv", "rubric,"), ("out.txt", "I (i)")],
)
def test_the_ending_of_an_output_file_chooses_the_format(folder: Path, name: str, start: str) -> None:
    assert run("evaluate", "i.yaml", "-r", "levels.yaml", "-o", name, cwd=folder).code == 0
    assert (folder / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize(("command", "name"), [("show levels.yaml", "out.csv"), ("list", "out.jsonl")])
def test_an_ending_of_a_format_that_a_command_does_not_write_is_refused(folder: Path, command: str, name: str) -> None:
    done = run(*command.split(), "-o", name, cwd=folder)
    assert (done.code, (folder / name).exists()) == (2, False)
    assert done.err.startswith("error[no-such-format]: ")


def test_show_writes_a_page_where_the_file_ends_in_md(folder: Path) -> None:
    assert run("show", "levels.yaml", "-o", "out.md", cwd=folder).code == 0
    assert (folder / "out.md").read_text(encoding="utf-8").startswith("# Levels (r)\n")


def test_a_byte_order_mark_is_for_csv_alone(folder: Path) -> None:
    done = run("evaluate", "i.yaml", "-r", "levels.yaml", "-f", "csv", "--bom", cwd=folder)
    assert (done.code, done.out.startswith("\ufeffrubric,")) == (0, True)
    refused = run("evaluate", "i.yaml", "-r", "levels.yaml", "-f", "json", "--bom", cwd=folder)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("error[bom-without-csv]: ")


def test_cells_that_a_spreadsheet_would_run_are_disarmed(folder: Path) -> None:
    (folder / "levels.yaml").write_text(LEVELS.replace("id: a", 'id: a, title: "=1+1"'), encoding="utf-8")
    done = run("evaluate", "i.yaml", "-r", "levels.yaml", "-f", "csv", cwd=folder)
    assert ",'=1+1," in done.out


def test_a_name_of_the_other_kind_is_told_as_such() -> None:
    assert run("evaluate", "part-2008").err.startswith('error[unknown-initiative]: "part-2008" is a rubric')
    assert run("evaluate", "nsp", "-r", "kasi").err.startswith('error[unknown-rubric]: "kasi" is an initiative')


def test_a_language_that_is_not_spoken_is_refused_in_the_environment_too() -> None:
    done = run("list", env={"KASEAN_SCORE_LANG": "kr"})
    assert (done.code, done.out) == (2, "")
    assert "en, ko" in done.err


def test_options_stand_on_the_cards_that_they_touch_only() -> None:
    lens, other = (
        run("evaluate", "kasi", "-r", rubric, "-r", "reset-plan", "--set", "needs=3", "-f", "plain").out
        for rubric in ("reset-plan", "three-pillars")
    )
    assert "With: --set tailoring.needs=3" in lens
    assert "With" not in other.partition("\n\n")[0]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_control_and_direction_characters_are_escaped_in_json(folder: Path, form: str) -> None:
    """U+009B begins a terminal command as ESC [ does, and JSON itself would let it stand."""
    (folder / "i.yaml").write_text(DOSSIER.replace("name: I", 'name: "a\\x9bb\\u202ec"'), encoding="utf-8")
    done = run("evaluate", "i.yaml", "-r", "levels.yaml", "-f", form, cwd=folder)
    assert [letter for letter in done.out if letter in "\x9b\u202e"] == []
    read = json.loads(done.out)
    assert (read["scorecards"][0] if form == "json" else read)["initiative"]["name"] == "a\x9bb\u202ec"
