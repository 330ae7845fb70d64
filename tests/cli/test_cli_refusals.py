"""What a person can type or write wrongly: a message, exit code 2, nothing on stdout, never a traceback."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest
from cli_support import HANGUL, Run, dossier, run, write_small

if TYPE_CHECKING:
    from pathlib import Path

SCORE = "evaluate try.yaml -r small.yaml"

INPUTS = [
    ("evaluate missing.yaml", "no-such-file", "missing.yaml"),
    ("evaluate tri.yaml", "no-such-file", 'did you mean "try.yaml"?'),
    ("evaluate no/such/folder/x.yaml", "no-such-file", "no/such/folder/x.yaml"),
    ("evaluate try.yaml -r missing.yaml", "no-such-file", "missing.yaml"),
    ("evaluate kasii", "unknown-initiative", 'did you mean "kasi"?'),
    ("evaluate zzz", "unknown-initiative", "kasi"),
    ("evaluate empty", "unknown-initiative", "./empty"),
    ("evaluate try.yaml -r reset-plna", "unknown-rubric", 'did you mean "reset-plan"?'),
    ("evaluate try.yaml -r zzz", "unknown-rubric", "three-pillars"),
    ("show reset-plna", "unknown-name", 'did you mean "reset-plan"?'),
    ("evaluate try.yaml -r ./empty", "is-a-folder", "./empty"),
    ("show ./empty", "is-a-folder", "./empty"),
    ("evaluate ./empty", "empty-folder", "./empty"),
    ("evaluate empty.yaml", "empty-file", "kind: initiative"),
    ("evaluate - -r small.yaml", "empty-file", "<stdin>"),
    ("evaluate - -r -", "stdin-twice", "-"),
    ("evaluate small.yaml", "wrong-kind", "small.yaml:1:7"),
    ("evaluate kasi -r try.yaml", "wrong-kind", "try.yaml:1:7"),
    ("evaluate try.yaml -r reset-plan", "no-ratings", "small"),
    ("evaluate kasi -r reset-plan --weights eqaul", "unknown-weight-set", "equal, flat, seed"),
    (f"{SCORE} --weights equal", "unknown-weight-set", "small"),
    (f"{SCORE} --only nope", "unknown-node", '"nope"'),
    (f"{SCORE} --set nope=3", "unknown-change", "all.one"),
    (f"{SCORE} --set one=9", "no-such-level", "0, 1, 2, 3, 4"),
    (f"{SCORE} --set one", "bad-change", '"one"'),
    (f"{SCORE} --set one=", "bad-change", '"one="'),
    (f"{SCORE} --set =3", "bad-change", '"=3"'),
    (f"{SCORE} --set one=3-1", "bad-change", '"one=3-1"'),
    (f"{SCORE} --set one=nan", "bad-change", '"one=nan"'),
    (f"{SCORE} --set all=3", "unknown-change", '"all"'),
    (f"{SCORE} --aggregate median", "bad-aggregate", "geometric"),
    (f"{SCORE} --aggregate nan", "bad-aggregate", '"nan"'),
    (f"{SCORE} --aggregate 101", "bad-aggregate", "-100 to 100"),
    (f"{SCORE} --min-coverage 2", "bad-share", "0 to 1"),
    (f"{SCORE} --min-coverage -0.1", "bad-share", "0 to 1"),
    (f"{SCORE} --min-coverage nan", "bad-share", "0 to 1"),
    (f"{SCORE} --min-coverage abc", "bad-share", "0 to 1"),
]
USAGE = [
    (f"{SCORE} --view oecd", "dac"),
    (f"{SCORE} -f xml", "jsonl"),
    (f"{SCORE} --lang fr", "ko"),
    (f"{SCORE} --wieghts equal", 'did you mean "--weights"?'),
    (f"{SCORE} --weights", "--weights"),
    ("evalute kasi", 'did you mean "evaluate"?'),
    ("show", "NAME"),
    ("schema nope", "scorecard"),
]
by_command = pytest.mark.parametrize(("command", "says"), USAGE, ids=[command for command, _ in USAGE])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.yaml").write_text("", encoding="utf-8")
    return write_small(tmp_path)


def assert_refused(result: Run, rule: str) -> None:
    assert result.code == 2, result
    assert result.out == ""
    assert "Traceback" not in result.err
    assert result.err.startswith(f"error[{rule}]: "), result.err
    assert result.err.count("error[") == 1, result.err
    assert result.err.endswith("\n")


@pytest.mark.parametrize(("command", "rule", "says"), INPUTS, ids=[command for command, _, _ in INPUTS])
def test_an_input_that_cannot_be_used_is_refused_with_its_rule(
    folder: Path, command: str, rule: str, says: str
) -> None:
    result = run(*shlex.split(command), cwd=folder)
    assert_refused(result, rule)
    assert says in result.err
    assert "help: " in result.err


@by_command
def test_a_command_line_that_cannot_be_read_is_refused(folder: Path, command: str, says: str) -> None:
    result = run(*shlex.split(command), cwd=folder)
    assert_refused(result, "usage")
    assert says in result.err
    assert "--help" in result.err


@pytest.mark.parametrize("command", [*(command for command, _, _ in INPUTS), *(command for command, _ in USAGE)])
def test_a_refusal_speaks_korean_where_korean_was_asked_for(folder: Path, command: str) -> None:
    result = run(*shlex.split(command), cwd=folder, env={"KASEAN_SCORE_LANG": "ko"})
    assert result.code == 2
    first = result.err.splitlines()[0]
    assert first.startswith("오류[")
    assert HANGUL.search(first.partition("]: ")[2]), first


def test_an_option_that_is_unknown_is_answered_with_options_only(folder: Path) -> None:
    """An argument's name cannot be typed as an option."""
    result = run(*shlex.split(f"{SCORE} --nope"), cwd=folder)
    allowed = result.err.splitlines()[1].rpartition("llowed: ")[2].split(", ")
    assert {"--rubric", "-f"} <= set(allowed)
    assert [name for name in allowed if not name.startswith("-")] == []


def test_an_unreadable_file_is_refused(folder: Path) -> None:
    """A path through a file cannot be read by anyone, whatever the rights."""
    assert_refused(run("evaluate", "try.yaml/x.yaml", cwd=folder), "unreadable")


def test_all_faults_of_one_file_are_reported_at_once(folder: Path) -> None:
    text = dossier("try", "level: [3, 1]").replace("name: A try", "nmae: A try")
    (folder / "try.yaml").write_text(text, encoding="utf-8")
    result = run(*shlex.split(SCORE), cwd=folder)
    assert result.code == 2
    assert [part.partition("]")[0] for part in result.err.split("error[")[1:]] == [
        "missing-field",
        "unknown-key",
        "reversed-range",
    ]
    assert "try.yaml:3:1" in result.err
    assert result.err.endswith("3 errors; nothing was scored\n")


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (dossier("b", "level: [3, 1]"), "b.yaml:6:"),
        (dossier("b", "level: 9"), "b.yaml:6:"),
        ("", "b.yaml"),
        ("kind: [", "b.yaml"),
        ("\x00", "b.yaml"),
        ("kind: banana\n", "b.yaml:1:7"),
    ],
    ids=["reversed", "no such level", "empty", "broken", "binary", "other kind"],
)
def test_a_bad_file_in_a_batch_does_not_hide_the_others(folder: Path, bad: str, fault: str) -> None:
    batch = folder / "batch"
    batch.mkdir()
    for name, text in (("a", dossier("a")), ("b", bad), ("c", dossier("c"))):
        (batch / f"{name}.yaml").write_text(text, encoding="utf-8")
    result = run("evaluate", "./batch", "-r", "small.yaml", "-f", "json", cwd=folder)
    assert result.code == 2
    assert [card["initiative"]["id"] for card in json.loads(result.out)["scorecards"]] == ["a", "c"]
    assert fault in result.err
    assert "batch/a.yaml" not in result.err
    assert "Traceback" not in result.err


def test_an_unknown_name_among_others_does_not_hide_them(folder: Path) -> None:
    result = run("evaluate", "kasii", *shlex.split(SCORE)[1:], "-f", "json", cwd=folder)
    assert result.code == 2
    assert [card["initiative"]["id"] for card in json.loads(result.out)["scorecards"]] == ["try"]
    assert result.err.count("error[") == 1


@pytest.mark.parametrize(
    "args",
    [("\x1b[31mkasi",), ("\x1b[31mkasi.yaml",), ("--\x1b[31m",), ("kasi", "--set", "\x1b[31m=3"), ("kasi\u009b31m",)],
    ids=["name", "path", "option", "value", "C1"],
)
def test_escape_characters_on_the_command_line_are_shown_and_not_obeyed(args: tuple[str, ...]) -> None:
    result = run("evaluate", *args)
    assert result.code == 2
    assert "\x1b" not in result.err
    assert "\u009b" not in result.err
    assert "\\x" in result.err


@pytest.mark.parametrize("args", [("\x1b[31mevaluate",), ("evaluate", "kasi", "--lang", "\x1b[31m")], ids=str)
def test_escape_characters_in_what_no_command_takes_are_not_obeyed(args: tuple[str, ...]) -> None:
    result = run(*args)
    assert (result.code, "\x1b" in result.err) == (2, False)


@pytest.mark.parametrize("columns", ["", "0", "-1", "wide", "²", "9" * 30])
def test_a_meaningless_width_is_no_fault(folder: Path, columns: str) -> None:
    result = run(*shlex.split(SCORE), cwd=folder, env={"COLUMNS": columns})
    assert (result.code, result.err) == (0, "")
