"""Completion in real shells, and what is offered where; nothing that is typed or in a file makes it speak of faults."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import termios
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from cli_support import COMMAND, HANGUL, environment, run, write_small

from kasean_score.cli.commands import COMMANDS
from kasean_score.cli.completing import split
from kasean_score.files.refs import bundled

if TYPE_CHECKING:
    from pathlib import Path

IN_CI = bool(os.environ.get("CI"))
LONGEST = 60
"""Seconds that a shell may take over one answer before the test fails."""
DONE = "that-was-all"


def program(shell: str) -> str:
    """The path of a shell; without it the test is skipped, and fails in CI."""
    found = shutil.which(shell)
    if found is None and not IN_CI:
        pytest.skip(f"{shell} is not installed")
    assert found is not None, f"{shell} is needed: apt-get install -y {shell}"
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to complete in, and the program under its own name in `bin`."""
    write_small(tmp_path)
    (tmp_path / "bin").mkdir()
    starter = tmp_path / "bin" / "kasean-score"
    starter.write_text(f'#!/bin/sh\nexec {sys.executable} -m kasean_score "$@"\n', encoding="utf-8")
    starter.chmod(0o755)
    for name in ("my dossier.yaml", "한글.yaml", "q$uote'd.yaml", "notes.txt", ".hidden.yaml"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def in_folder(folder: Path, **more: str) -> dict[str, str]:
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return environment({"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8", "TERM": "dumb", **more})


def offered(*words: str, cwd: Path | None = None, lang: str | None = None) -> list[str]:
    """What the program itself offers where the last of `words` is being typed."""
    env = {"_KASEAN_SCORE_COMPLETE": "fish", **({"KASEAN_SCORE_LANG": lang} if lang else {})}
    done = run(*words, env=env, cwd=cwd)
    assert (done.code, done.err) == (0, "")
    first, *rest = done.out.splitlines() or [""]
    return ["files"] if first == "files" else [line.partition("\t")[0] if lang is None else line for line in rest]


# What is offered


def test_commands_and_those_within_them_are_offered() -> None:
    assert offered("") == list(COMMANDS)
    assert offered("ev") == ["evaluate", "evidence"]
    assert offered("evidence", "") == ["matrix", "conflicts", "export"]
    assert offered("--lang", "ko", "raters", "m") == ["merge"]


def test_options_are_offered_with_their_choices() -> None:
    assert offered("list", "--") == ["--format", "--output", "--lang", "--bom", "--help"]
    assert offered("list", "-f", "") == offered("list", "--format", "") == ["table", "plain", "json", "csv", "md"]
    assert offered("list", "--format=p") == ["--format=plain"]
    assert offered("list", "--la") == ["--lang"]
    assert offered("--l") == offered("evidence", "--l") == ["--lang"]
    assert offered("--lang", "") == ["en", "ko"]
    assert offered("completion", "") == ["bash", "zsh", "fish"]
    assert "scorecard" in offered("schema", "")


def test_bundled_ids_are_offered_where_they_can_stand(tmp_path: Path) -> None:
    assert offered("evaluate", "", cwd=tmp_path) == bundled("initiative")
    assert offered("evaluate", "kasi", "ns", cwd=tmp_path) == ["nsp"]
    assert offered("evaluate", "-r", "", cwd=tmp_path) == bundled("rubric")
    assert offered("show", "re", cwd=tmp_path) == ["reset-plan"]
    assert offered("evaluate", "kasi", "--rubric=re", cwd=tmp_path) == ["--rubric=reset-plan"]


def test_files_that_could_be_dossiers_are_offered_beside_ids(folder: Path) -> None:
    assert offered("evaluate", "my", cwd=folder) == ["my dossier.yaml"]
    assert offered("evaluate", "sm", cwd=folder) == ["small.yaml"]
    assert offered("evaluate", "no", cwd=folder) == []
    assert offered("evaluate", "b", cwd=folder) == ["belt-and-road", "bin/"]
    assert offered("evaluate", "./t", cwd=folder) == ["./try.yaml"]
    assert offered("evaluate", ".h", cwd=folder) == [".hidden.yaml"]
    assert offered("evaluate", f"{folder}/tr", cwd=folder) == [f"{folder}/try.yaml"]


@pytest.mark.parametrize(
    "words", [["evaluate", "-o", "n"], ["evaluate", "~/"], ["verify", ""], ["import", ""], ["gate", "--thresholds", ""]]
)
def test_any_file_is_left_to_the_shell(words: list[str], tmp_path: Path) -> None:
    assert offered(*words, cwd=tmp_path) == ["files"]


def test_criteria_are_offered_by_the_last_part_of_their_address() -> None:
    assert offered("explain", "kasi", "ne") == ["needs"]
    assert offered("explain", "kasi", "tailoring.") == ["tailoring.countries", "tailoring.needs", "tailoring.fit"]
    assert offered("evaluate", "--set", "nee") == ["needs="]
    assert offered("evaluate", "--only", "tail") == ["tailoring"]
    assert offered("gate", "kasi", "--min", "o") == ["overall=", "offer=", "orchestration=", "ownership=", "oda="]
    assert offered("improve", "kasi", "--fix", "nee") == ["needs"]


def test_criteria_are_those_of_the_rubric_that_is_meant(folder: Path) -> None:
    assert offered("explain", "kasi", "peo") == ["people"]
    assert offered("explain", "kasi", "-r", "reset-plan", "peo") == []
    assert offered("explain", "try.yaml", "-r", "small.yaml", "", cwd=folder) == ["all", "one", "two"]
    assert offered("whatif", "cultural-exchanges-2004", "purpose")  # a rubric that is no lens


def test_a_name_that_stands_twice_is_offered_as_an_address(tmp_path: Path) -> None:
    groups = "".join(f"  - {{id: {name}, criteria: [{{id: same}}, {{id: in_{name}}}]}}\n" for name in "ab")
    (tmp_path / "twice.yaml").write_text(f"kind: rubric\nid: t\ntitle: T\ngroups:\n{groups}", encoding="utf-8")
    found = offered("evaluate", "-r", "twice.yaml", "--set", "", cwd=tmp_path)
    assert found == ["a.same=", "in_a=", "b.same=", "in_b="]


def test_levels_are_offered_behind_the_sign_of_equality() -> None:
    states = ["needs=not_rated", "needs=not_applicable"]
    assert offered("whatif", "kasi", "needs=") == [*(f"needs={level}" for level in range(5)), *states]
    assert offered("evaluate", "--set", "needs=not_r") == ["needs=not_rated"]
    assert offered("evaluate", "--set=needs=4") == ["--set=needs=4"]
    assert offered("whatif", "kasi", "weight:nee") == ["weight:needs="]
    assert offered("whatif", "kasi", "weights=e") == ["weights=equal"]
    assert offered("whatif", "kasi", "aggregate=g") == ["aggregate=geometric"]


def test_weight_sets_bands_and_means_are_offered() -> None:
    assert offered("evaluate", "-r", "reset-plan", "--weights", "") == ["equal", "flat", "seed"]
    assert offered("improve", "kasi", "--to", "s") == ["strong", "substantial"]
    assert offered("evaluate", "--aggregate", "") == ["arithmetic", "geometric", "harmonic", "minimum"]


def test_help_is_in_the_language_asked_for() -> None:
    english, korean = (offered("explain", "kasi", "nee", lang=lang) for lang in ("en", "ko"))
    assert english == ["needs\tNeeds diagnosis beyond stated demand"]
    assert korean[0].startswith("needs\t")
    assert HANGUL.search(korean[0])
    assert HANGUL.search("".join(offered("eval", lang="ko")))
    assert HANGUL.search("".join(offered("list", "--lang", "ko", "--o", lang="en")))


@pytest.mark.parametrize(
    "words",
    [
        ["no-such-command", ""],
        ["evidence", "nothing", ""],
        ["explain", "no-such-initiative", "peo"],
        ["explain", "-", ""],
        ["evaluate", "-r", "-", "--set", ""],
        ["evaluate", "-r", "bad.yaml", "--set", ""],
        ["explain", "bad.yaml", "nee"],
        ["list", "--format=xml"],
        ["list", "extra", ""],
        ["list", "--lang"],
        ["evaluate", "--set", "nothing=1"],
        ["evaluate", "", "--", "-x"],
        ["evaluate", "a\nb"],
        ["evaluate", "missing/folder/"],
        [],
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "no-such-shell"])
def test_nothing_that_is_typed_is_a_fault(words: list[str], shell: str, folder: Path) -> None:
    """Nor is standard input, which is the terminal, read."""
    (folder / "bad.yaml").write_text("kind: rubric\n  x: [", encoding="utf-8")
    args = [" ".join(["kasean-score", *words]), "=:"] if shell == "bash" else words
    done = run(*args, env={"_KASEAN_SCORE_COMPLETE": shell}, cwd=folder)
    assert (done.code, done.err) == (0, "")


def test_standard_input_is_not_read(folder: Path) -> None:
    """It is the terminal; a dossier that came from it would be known by its rubric, whose criteria are others."""
    given = (folder / "try.yaml").read_text(encoding="utf-8").replace("small", "part-2008")
    done = run("explain", "-", "peo", stdin=given, env={"_KASEAN_SCORE_COMPLETE": "fish"})
    assert done.out.splitlines()[1].startswith("people\t")


def test_a_name_that_would_break_a_line_is_not_offered(folder: Path) -> None:
    (folder / "two\nlines.yaml").write_text("x", encoding="utf-8")
    (folder / "two\x1b[31m.yaml").write_text("x", encoding="utf-8")
    assert offered("evaluate", "tw", cwd=folder) == []


@pytest.mark.parametrize(
    ("line", "words", "current", "kept"),
    [
        ("k ", [], "", 0),
        ("k a b", ["a"], "b", 0),
        ("k a  b ", ["a", "b"], "", 0),
        ("k needs=3", [], "needs=3", 6),
        ("k --set=needs=3", [], "--set=needs=3", 12),
        ("k weight:needs", [], "weight:needs", 7),
        ("k 'needs=3", [], "needs=3", 0),
        ('k "a b', [], "a b", 0),
        ("k a\\ b 'c d' e", ["a b", "c d"], "e", 0),
        ("k it\\'s", [], "it's", 0),
        ("k '' x", [""], "x", 0),
        ("k a\\", [], "a\\", 0),
    ],
)
def test_a_line_is_split_as_bash_splits_it(line: str, words: list[str], current: str, kept: int) -> None:
    typed = split(line, "=:")
    assert (typed.words, typed.current, typed.kept) == (words, current, kept)


# In real shells


def bash_replies(folder: Path, line: str) -> list[str]:
    """What the script of bash puts into COMPREPLY for a line with the cursor at its end."""
    text = """
eval "$(kasean-score completion bash)"
COMP_LINE=$1 COMP_POINT=${#1}
_kasean_score kasean-score
printf '%s\\n' "${COMPREPLY[@]}"
"""
    done = subprocess.run(
        [program("bash"), "-c", text, "bash", line], capture_output=True, env=in_folder(folder), cwd=folder
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode().split("\n")[:-1]


@pytest.mark.parametrize(
    ("line", "replies"),
    [
        ("kasean-score expl", ["explain"]),
        ("kasean-score explain kasi nee", ["needs"]),
        ("kasean-score whatif kasi nee", ["needs="]),
        ("kasean-score whatif kasi needs=not_", ["not_rated", "not_applicable"]),
        ("kasean-score whatif kasi weight:nee", ["needs="]),
        ("kasean-score list --format=j", ["json"]),
        ("kasean-score evaluate my", ["my\\ dossier.yaml"]),
        ("kasean-score evaluate 'my", ["my dossier.yaml"]),
        ("kasean-score evaluate q", ["q\\$uote\\'d.yaml"]),
        ("kasean-score evaluate 한", ["한글.yaml"]),
        ('kasean-score evaluate "tr', ["try.yaml"]),
        ("kasean-score explain kasi nothing", [""]),
    ],
)
def test_bash_is_given_what_it_replaces_the_word_with(line: str, replies: list[str], folder: Path) -> None:
    assert bash_replies(folder, line) == replies


def typed_in(folder: Path, shell: str, setup: str, *typed: str) -> str:
    """What an interactive shell on a terminal runs when keys are typed: `echo` stands for the program at the end."""
    arguments = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"]}[shell]
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 200, 0, 0))
    env = in_folder(folder, PS1="> ", PROMPT="> ")
    child = subprocess.Popen(
        [program(shell), *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=folder,
        start_new_session=True,
    )  # fmt: skip
    os.close(theirs)
    try:
        said(ours, f"{setup}; echo {DONE[:4]}''{DONE[4:]}\r")
        shown = ""
        for keys in typed:
            shown = said(ours, f"{keys} {DONE[:4]}''{DONE[4:]}\r")
        return shown
    finally:
        child.kill()
        child.wait()
        os.close(ours)


def said(terminal: int, keys: str) -> str:
    """Type keys that end in a command which prints `DONE`; what is shown until it does."""
    shown = b""
    os.write(terminal, keys.encode())
    end = monotonic() + LONGEST
    while DONE.encode() not in shown and monotonic() < end:
        if select.select([terminal], [], [], 1)[0]:
            shown += os.read(terminal, 65536)
    assert DONE.encode() in shown, shown.decode(errors="replace")
    return shown.decode(errors="replace")


SETUPS = {
    "bash": 'eval "$(kasean-score completion bash)"',
    "zsh": 'autoload -Uz compinit; compinit -u; eval "$(kasean-score completion zsh)"',
}


def put_echo(folder: Path) -> None:
    """In the place of the program one that answers the shell as ours does and otherwise prints its arguments."""
    ours = f'exec {" ".join(COMMAND)} "$@"'
    text = f'#!/bin/sh\n[ "$1" = completion ] && {ours}\n[ -n "$_KASEAN_SCORE_COMPLETE" ] && {ours}\n'
    (folder / "bin" / "kasean-score").write_text(f"{text}printf '<%s>' \"$@\"\n", encoding="utf-8")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize(
    ("keys", "run"),
    [
        ("kasean-score expl\tkasi nee\t", ["explain", "kasi", "needs"]),
        ("kasean-score whatif kasi nee\t3 --lan\tk\t", ["whatif", "kasi", "needs=3", "--lang", "ko"]),
        ("kasean-score whatif kasi weight:nee\t2", ["whatif", "kasi", "weight:needs=2"]),
        ("kasean-score list --form\t", ["list", "--format"]),
        ("kasean-score list --format=pl\t", ["list", "--format=plain"]),
        ("kasean-score evaluate my\t", ["evaluate", "my dossier.yaml"]),
        ("kasean-score evaluate 'my\t", ["evaluate", "my dossier.yaml"]),
        ("kasean-score evaluate q\t", ["evaluate", "q$uote'd.yaml"]),
        ("kasean-score evaluate 한\t", ["evaluate", "한글.yaml"]),
        ("kasean-score evaluate -o not\t", ["evaluate", "-o", "notes.txt"]),
    ],
)
def test_a_tab_on_the_terminal_writes_the_rest(shell: str, keys: str, run: list[str], folder: Path) -> None:
    put_echo(folder)
    shown = typed_in(folder, shell, SETUPS[shell], keys)
    assert "".join(f"<{word}>" for word in run) + f"<{DONE}>" in shown


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("kasean-score expl", ["explain"]),
        ("kasean-score whatif kasi nee", ["needs="]),
        ("kasean-score whatif kasi needs=not_", ["needs=not_rated", "needs=not_applicable"]),
        ("kasean-score list --format=pl", ["--format=plain"]),
        ("kasean-score evaluate my", ["my dossier.yaml"]),
        ('kasean-score evaluate "my', ["my dossier.yaml"]),
        ("kasean-score evaluate my\\ ", ["my dossier.yaml"]),
        ("kasean-score evaluate 한", ["한글.yaml"]),
        ("kasean-score evaluate -o not", ["notes.txt"]),
        ("kasean-score explain kasi nothing", []),
    ],
)
def test_fish_offers_the_same(line: str, offers: list[str], folder: Path) -> None:
    text = 'kasean-score completion fish | source; complete -C "$argv[1]"'
    done = subprocess.run([program("fish"), "-c", text, line], capture_output=True, env=in_folder(folder), cwd=folder)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert sorted(x.partition("\t")[0] for x in done.stdout.decode().splitlines()) == sorted(offers)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_script_says_how_it_is_used_and_is_sound(shell: str, lang: str, folder: Path) -> None:
    done = run("completion", shell, "--lang", lang)
    assert (done.code, done.err) == (0, "")
    assert bool(HANGUL.search(done.out)) == (lang == "ko")
    assert shell != "zsh" or done.out.startswith("#compdef kasean-score\n")
    flag = "--no-execute" if shell == "fish" else "-n"
    checked = subprocess.run([program(shell), flag], input=done.out.encode(), capture_output=True, cwd=folder)
    assert (checked.returncode, checked.stderr.decode()) == (0, "")


def test_zsh_finds_the_script_in_its_folder_of_functions(folder: Path) -> None:
    (folder / "functions").mkdir()
    (folder / "functions" / "_kasean-score").write_text(run("completion", "zsh").out, encoding="utf-8")
    put_echo(folder)
    setup = f"fpath=({folder}/functions $fpath); autoload -Uz compinit; compinit -u"
    shown = typed_in(folder, "zsh", setup, "kasean-score expl\tkasi nee\t")
    assert f"<explain><kasi><needs><{DONE}>" in shown


def test_an_unknown_shell_is_refused_with_those_that_are_known() -> None:
    done = run("completion", "tcsh")
    assert (done.code, done.out) == (2, "")
    assert "bash, zsh, fish" in done.err
