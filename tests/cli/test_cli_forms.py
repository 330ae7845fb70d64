"""`form` and `import`: from nothing to a dossier by way of a spreadsheet, and everything that can be refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cli_support import HANGUL, run, run_in_terminal, run_shell
from openpyxl import load_workbook

import kasean_score

ROOT = Path(__file__).resolve().parents[2]
RUBRIC = """\
kind: rubric
id: small
version: "1"
title: Small
groups:
  - id: g
    criteria: [{id: one, question: Is it there?}, {id: two}]
"""
R = ("-r", "small.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(RUBRIC, encoding="utf-8")
    return tmp_path


def filled(folder: Path, lang: str = "en") -> Path:
    """A form of the small rubric, made by the command and filled in as a person would."""
    done = run("form", *R, "-o", "form.xlsx", "--lang", lang, cwd=folder)
    assert (done.code, done.out) == (0, "")
    book = load_workbook(folder / "form.xlsx")
    identity, rating, evidence, sources = (book.worksheets[at] for at in (1, 2, 3, 4))
    for cell, value in {"C6": "mine", "C8": "=My initiative", "C11": "policy", "C15": "2025-03"}.items():
        identity[cell].value = value
        identity[cell].data_type = "s"
    rating["D7"].value, rating["E7"].value, rating["G7"].value = 1, 2, "Half is there."
    rating["D8"].value, rating["G8"].value = "not rated" if lang == "en" else "미평정", "Nothing was found."
    for cell, value in {"B6": "g.one", "E6": "s1", "F6": "page 3", "G6": "Half of it."}.items():
        evidence[cell].value = value
    for cell, value in {"A6": "s1", "B6": "A report", "H6": "government"}.items():
        sources[cell].value = value
    book.save(folder / "form.xlsx")
    return folder / "form.xlsx"


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_from_nothing_to_a_scorecard_by_way_of_a_workbook(lang: str, folder: Path) -> None:
    filled(folder, lang)
    done = run("import", "form.xlsx", "-o", "mine.yaml", *R, cwd=folder)
    assert (done.code, done.out, done.err) == (0, "", "wrote mine.yaml\n")
    read = kasean_score.load_initiative(str(folder / "mine.yaml"))
    assert (read.id, read.name, read.type, read.as_of) == ("mine", "=My initiative", "policy", "2025-03")
    one, two = (read.ratings["small"][f"g.{name}"] for name in ("one", "two"))
    assert (one.levels, one.why) == ((1, 2), "Half is there.")
    assert [(item.source, item.at, item.shows) for item in one.evidence] == [("s1", "page 3", "Half of it.")]
    assert (two.state, two.why, two.evidence) == ("not_rated", "Nothing was found.", ())
    card = run("evaluate", "mine.yaml", *R, "-f", "plain", cwd=folder)
    assert (card.code, card.err) == (0, "")
    assert "38" in card.out


def test_a_form_of_a_dossier_comes_back_through_the_command_line(tmp_path: Path) -> None:
    for name in ("form.xlsx", "form.csv"):
        assert run("form", "-i", "kasi", "-o", name, cwd=tmp_path).code == 0
        assert run("import", name, "-o", "kasi.yaml", "--force", cwd=tmp_path).code == 0
        moved = run("diff", "kasi", "kasi.yaml", "-f", "plain", cwd=tmp_path)
        assert "nothing moved" in moved.out
        assert "three-pillars" in moved.out


def test_without_a_dossier_a_form_is_on_the_two_lenses(tmp_path: Path) -> None:
    assert run("form", "-o", "form.xlsx", cwd=tmp_path).err == "wrote form.xlsx\n"
    assert load_workbook(tmp_path / "form.xlsx").sheetnames[2:4] == ["reset-plan", "three-pillars"]


def test_ratings_that_a_form_leaves_out_are_told(tmp_path: Path) -> None:
    done = run("form", "-i", "kasi", "-r", "reset-plan", "-o", "form.csv", cwd=tmp_path)
    assert done.err == (
        "wrote form.csv\nnot in this form: the dossier's ratings on three-pillars; an import of it will not have them\n"
    )


def test_an_import_goes_to_the_screen_or_to_json_too(folder: Path) -> None:
    filled(folder)
    for name in ((), ("-o", "-")):
        shown = run("import", "form.xlsx", *R, *name, cwd=folder)
        assert (shown.code, shown.err) == (0, "")
        assert shown.out.startswith("kind: initiative\nid: mine\n")
    assert run("import", "form.xlsx", *R, "-o", "mine.json", cwd=folder).code == 0
    assert kasean_score.load_initiative(str(folder / "mine.json")).id == "mine"


def test_a_form_may_come_from_standard_input(folder: Path) -> None:
    filled(folder)
    for name in ("form.xlsx", "form.csv"):
        if name == "form.csv":
            run("import", "form.xlsx", *R, "-o", "mine.yaml", cwd=folder)
            run("form", "-i", "mine.yaml", *R, "-o", name, cwd=folder)
        done = run_shell(f"$K import - -r small.yaml < {name}", cwd=folder)
        assert (done.code, done.err) == (0, "")
        assert "id: mine" in done.out


def test_csv_gets_a_byte_order_mark_on_request(tmp_path: Path) -> None:
    run("form", "-o", "with.csv", "--bom", cwd=tmp_path)
    run("form", "-o", "without.csv", cwd=tmp_path)
    assert (tmp_path / "with.csv").read_bytes() == b"\xef\xbb\xbf" + (tmp_path / "without.csv").read_bytes()
    assert run("form", "-o", "form.xlsx", "--bom", cwd=tmp_path).err.startswith("error[bom-without-csv]: ")


# What the form was made for


def test_another_version_of_the_rubric_is_warned_of(folder: Path) -> None:
    filled(folder)
    (folder / "small.yaml").write_text(RUBRIC.replace('"1"', '"2"'), encoding="utf-8")
    done = run("import", "form.xlsx", *R, "-o", "mine.yaml", cwd=folder)
    assert done.code == 0
    assert done.err.startswith('wrote mine.yaml\nwarning[form-version]: the form was made for version 1 of "small"')


def test_another_wording_of_the_rubric_is_warned_of(folder: Path) -> None:
    filled(folder)
    (folder / "small.yaml").write_text(f"{RUBRIC}\n# reworded\n", encoding="utf-8")
    assert "warning[form-digest]: " in run("import", "form.xlsx", *R, cwd=folder).err


def test_a_rating_that_does_not_fit_the_rubric_is_refused_at_its_cell(folder: Path) -> None:
    path = filled(folder)
    book = load_workbook(path)
    book["small"]["D7"].value, book["small"]["E7"].value = 7, None
    book.save(path)
    done = run("import", "form.xlsx", *R, "-o", "mine.yaml", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[no-such-level]: ")
    assert "--> form.xlsx:small!D7\n" in done.err
    assert done.err.endswith("1 error; nothing was written\n")
    assert not (folder / "mine.yaml").exists()


def test_a_rubric_that_is_not_bundled_is_not_held_against_unless_named(folder: Path) -> None:
    filled(folder)
    done = run("import", "form.xlsx", "-o", "mine.yaml", cwd=folder)
    assert done.code == 0
    assert "warning[form-unchecked]: " in done.err
    done = run("import", "form.xlsx", "-r", "reset-plan", cwd=folder)
    assert done.err.startswith('error[import-rubric]: the form was not made for "reset-plan"')


def test_csv_of_a_korean_excel_is_read_with_a_warning(tmp_path: Path) -> None:
    run("form", "-i", "kasi", "-r", "three-pillars", "-o", "form.csv", "--lang", "ko", cwd=tmp_path)
    text = (tmp_path / "form.csv").read_text(encoding="utf-8")
    (tmp_path / "form.csv").write_bytes(text.encode("cp949", "replace"))
    done = run("import", "form.csv", "-o", "mine.yaml", "--lang", "ko", cwd=tmp_path)
    assert done.code == 0
    assert "경고[form-cp949]" in done.err
    assert kasean_score.load_initiative(str(tmp_path / "mine.yaml")).name == kasean_score.load_initiative("kasi").name


# Refusals


@pytest.mark.parametrize(
    ("args", "key"),
    [
        (("form", "-o", "form.pdf"), "form-ending"),
        (("form", "-o", "-"), "form-ending"),
        (("form", "-r", "reset-plans", "-o", "a.xlsx"), "unknown-rubric"),
        (("form", "-i", "kasii", "-o", "a.xlsx"), "unknown-initiative"),
        (("form", "-i", "other.yaml", "-o", "a.xlsx"), "form-rubric-file"),
        (("form", "-i", "other.yaml", "-r", "kin.yaml", "-r", "small.yaml", "-o", "a.xlsx"), "form-rubric-twice"),
        (("form", "-r", "small.yaml", "-r", "./small.yaml", "-o", "a.xlsx"), "form-rubric-twice"),
        (("form", "-i", "bad.yaml", "-r", "small.yaml", "-o", "a.xlsx"), "no-such-level"),
        (("form", "-i", "-", "-r", "-", "-o", "a.xlsx"), "stdin-twice"),
        (("form", "-o", "no/such/folder.xlsx"), "cannot-write"),
        (("form", "-r", "small.yaml", "-o", "full.xlsx"), "output-exists"),
        (("import", "none.xlsx"), "no-such-file"),
        (("import", "."), "is-a-folder"),
        (("import", "small.yaml"), "form-not-a-workbook"),
        (("import", "full.xlsx", "-o", "a.csv"), "import-ending"),
        (("import", "full.xlsx"), "form-not-a-workbook"),
        (("import", "table.csv"), "form-not-a-table"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(args: tuple[str, ...], key: str, folder: Path) -> None:
    files = {
        "other.yaml": "kind: initiative\nid: o\nname: O\nratings: {small: {g.one: {level: 1}}}\n",
        "bad.yaml": "kind: initiative\nid: b\nname: B\nratings: {small: {g.one: {level: 9}}}\n",
        "kin.yaml": "kind: rubric\nid: kin\nextends: ./small.yaml\n",
        "full.xlsx": "old",
        "table.csv": "id,needs\nkasi,3\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    before = sorted(os.listdir(folder))
    done = run(*args, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error[{key}]: ")
    assert "Traceback" not in done.err
    assert done.err.endswith("nothing was written\n")
    assert sorted(os.listdir(folder)) == before
    assert (folder / "full.xlsx").read_text(encoding="utf-8") == "old"


def test_a_form_needs_a_file_to_go_to() -> None:
    done = run("form")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith('error[usage]: "--output" is missing\n')


def test_a_form_is_no_dossier_until_it_is_imported(folder: Path) -> None:
    filled(folder)
    run("form", *R, "-o", "form.csv", cwd=folder)
    for name in ("form.xlsx", "./form.xlsx", "form.csv"):
        done = run("evaluate", name, *R, cwd=folder)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("error[is-a-form]: ")
        assert f"kasean-score import {name} -o DOSSIER.yaml" in done.err


def test_what_a_form_needs_is_asked_for_where_it_is_missing(folder: Path) -> None:
    run("form", *R, "-o", "form.xlsx", cwd=folder)
    done = run("import", "form.xlsx", *R, cwd=folder)
    assert [line.strip() for line in done.err.splitlines() if "-->" in line] == [
        "--> form.xlsx:Identity!A6",
        "--> form.xlsx:Identity!A8",
    ]
    assert "missing-field" not in done.err


def test_an_existing_file_is_replaced_by_force_alone(folder: Path) -> None:
    filled(folder)
    (folder / "mine.yaml").write_text("old", encoding="utf-8")
    refused = run("import", "form.xlsx", *R, "-o", "mine.yaml", cwd=folder)
    assert refused.err.startswith("error[output-exists]: ")
    assert "--force" in refused.err
    assert (folder / "mine.yaml").read_text(encoding="utf-8") == "old"
    assert run("import", "form.xlsx", *R, "-o", "mine.yaml", "--force", cwd=folder).code == 0
    assert (folder / "mine.yaml").read_text(encoding="utf-8").startswith("kind: initiative\n")


def test_no_output_replaces_what_was_read_even_by_force(folder: Path) -> None:
    text = "kind: initiative\nid: i\nname: I\nratings: {small: {}}\n"
    (folder / "i.csv").write_text(text, encoding="utf-8")
    (folder / "form.xlsx").symlink_to("small.yaml")
    done = run("form", *R, "-o", "form.xlsx", "--force", cwd=folder)
    assert done.err.startswith("error[same-input]: ")
    assert (folder / "small.yaml").read_text(encoding="utf-8") == RUBRIC


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into any folder")
def test_a_folder_without_the_right_to_write(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir()
    closed.chmod(0o555)
    done = run("form", *R, "-o", "closed/form.xlsx", cwd=folder)
    closed.chmod(0o755)
    assert (done.code, done.err.startswith("error[cannot-write]: ")) == (2, True)


@pytest.mark.parametrize("command", ["form -r small.yaml -o new.xlsx", "import form.xlsx -r small.yaml -o new.yaml"])
@pytest.mark.parametrize("force", ["", " --force"])
def test_a_full_disk_leaves_nothing_half_written(command: str, force: str, folder: Path) -> None:
    """`ulimit -f` refuses to let a file grow past one block, as a full disk would."""
    path = filled(folder)
    book = load_workbook(path)
    book["small"]["G7"].value = "long " * 1000
    book.save(path)
    before = sorted(os.listdir(folder))
    done = run_shell(f"ulimit -f 1; exec $K {command}{force}", cwd=folder, env={"PYTHONDONTWRITEBYTECODE": "1"})
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error[cannot-write]: ")
    assert sorted(os.listdir(folder)) == before


def test_the_messages_are_korean_on_request(folder: Path) -> None:
    (folder / "form.xlsx").write_text("no", encoding="utf-8")
    done = run("import", "form.xlsx", "--lang", "ko", cwd=folder)
    assert done.code == 2
    assert done.err.startswith("오류[form-not-a-workbook]: ")
    assert done.err.count("\n") >= 3
    assert HANGUL.search(done.err.splitlines()[-1])


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("command", ["form", "import"])
def test_the_help_fits_the_terminal(command: str, lang: str, columns: int) -> None:
    done = run_in_terminal(command, "--help", "--lang", lang, columns=columns)
    assert done.code == 0
    assert "-o, --output" in done.out
    assert bool(HANGUL.search(done.out)) == (lang == "ko")
