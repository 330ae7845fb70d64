"""Where output goes: stdout for data, stderr for messages, files whole or not at all, pipes and interrupts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest
from cli_support import COMMAND, SMALL, dossier, environment, run, run_shell, write_small

if TYPE_CHECKING:
    from pathlib import Path

SCORE = "$K evaluate try.yaml -r small.yaml"
FORMATS = ("table", "plain", "json", "jsonl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path)


@pytest.mark.parametrize("form", FORMATS)
def test_data_goes_to_stdout_and_nothing_to_stderr(folder: Path, form: str) -> None:
    result = run("evaluate", *SMALL, "-f", form, cwd=folder)
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("\n")
    assert "A try" in result.out


@pytest.mark.parametrize("command", ["list", "show kasi", "show reset-plan", "schema rubric", "schema scorecard"])
def test_other_commands_say_nothing_on_stderr_either(command: str) -> None:
    result = run(*command.split())
    assert (result.code, result.err) == (0, "")
    assert result.out.endswith("\n")


def test_a_dash_reads_a_dossier_from_stdin(folder: Path) -> None:
    result = run("evaluate", "-", "-r", "small.yaml", "-f", "json", stdin=dossier("piped"), cwd=folder)
    (card,) = json.loads(result.out)["scorecards"]
    assert (result.code, card["initiative"]["id"], card["score"]) == (0, "piped", 50.0)


def test_a_dash_reads_a_rubric_from_stdin(folder: Path) -> None:
    text = (folder / "small.yaml").read_text(encoding="utf-8")
    result = run("evaluate", "try.yaml", "-r", "-", "-f", "json", stdin=text, cwd=folder)
    assert (result.code, json.loads(result.out)["scorecards"][0]["score"]) == (0, 50.0)


def test_a_dash_reads_json_as_well(folder: Path) -> None:
    ratings = {"small": {"all.one": {"level": 1}, "all.two": {"level": 3}}}
    text = json.dumps({"kind": "initiative", "id": "piped", "name": "A try", "ratings": ratings})
    result = run("evaluate", "-", "-r", "small.yaml", "-f", "json", stdin=text, cwd=folder)
    assert (result.code, json.loads(result.out)["scorecards"][0]["score"]) == (0, 50.0)


def test_a_fault_on_stdin_is_placed_there(folder: Path) -> None:
    result = run("evaluate", "-", "-r", "small.yaml", stdin=dossier("x", "level: 9"), cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "<stdin>:6:" in result.err


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_gets_what_a_pipe_would(folder: Path, form: str) -> None:
    piped = run("evaluate", *SMALL, "-f", form, cwd=folder)
    written = run("evaluate", *SMALL, "-f", form, "-o", "out.txt", cwd=folder)
    assert (written.code, written.out) == (0, "")
    assert (folder / "out.txt").read_bytes().decode() == piped.out


def test_writing_a_file_is_said_on_stderr(folder: Path) -> None:
    assert run("evaluate", *SMALL, "-o", "out.txt", cwd=folder).err == "wrote out.txt\n"
    assert "out.txt" in run("evaluate", *SMALL, "-o", "out.txt", "--lang", "ko", cwd=folder).err


def test_escape_characters_in_the_name_of_a_file_are_shown_and_not_obeyed(folder: Path) -> None:
    result = run("evaluate", *SMALL, "-o", "\x1b[31m.txt", cwd=folder)
    assert (result.code, "\x1b" in result.err) == (0, False)


def test_a_dash_after_o_is_stdout(folder: Path) -> None:
    assert run("evaluate", *SMALL, "-o", "-", cwd=folder) == run("evaluate", *SMALL, cwd=folder)


def test_a_file_is_replaced_whole_and_never_rewritten_in_place(folder: Path) -> None:
    """Who has the old file open reads it to its end."""
    (folder / "out.json").write_text("old", encoding="utf-8")
    with (folder / "out.json").open(encoding="utf-8") as old:
        assert run("evaluate", *SMALL, "-f", "json", "-o", "out.json", cwd=folder).code == 0
        assert old.read() == "old"
    assert json.loads((folder / "out.json").read_text(encoding="utf-8"))["scorecards"][0]["score"] == 50.0
    assert sorted(path.name for path in folder.iterdir()) == ["out.json", "small.yaml", "try.yaml"]


def test_a_link_to_a_file_stays_a_link(folder: Path) -> None:
    (folder / "real.json").write_text("old", encoding="utf-8")
    (folder / "link.json").symlink_to("real.json")
    assert run("evaluate", *SMALL, "-f", "json", "-o", "link.json", cwd=folder).code == 0
    assert (folder / "link.json").is_symlink()
    assert (folder / "real.json").read_text(encoding="utf-8").startswith("{")


def test_a_file_that_others_may_not_read_stays_so(folder: Path) -> None:
    (folder / "out.json").touch(mode=0o600)
    assert run("evaluate", *SMALL, "-f", "json", "-o", "out.json", cwd=folder).code == 0
    assert (folder / "out.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("target", ["try.yaml", "./try.yaml", "small.yaml"])
def test_the_output_never_replaces_an_input(folder: Path, target: str) -> None:
    before = (folder / target).read_bytes()
    result = run("evaluate", *SMALL, "-o", target, cwd=folder)
    assert (result.code, result.out, (folder / target).read_bytes()) == (2, "", before)
    assert result.err.startswith("error[same-input]: ")


@pytest.mark.parametrize("target", ["no/folder/out.json", "try.yaml/out.json", "."])
def test_a_place_that_cannot_be_written_is_refused(folder: Path, target: str) -> None:
    result = run("evaluate", *SMALL, "-o", target, cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error[cannot-write]: ")
    assert target in result.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into any folder")
def test_a_folder_without_the_right_to_write_is_refused_and_the_old_file_kept(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir()
    (closed / "out.json").write_text("old", encoding="utf-8")
    closed.chmod(0o555)
    result = run("evaluate", *SMALL, "-o", "closed/out.json", cwd=folder)
    closed.chmod(0o755)
    assert (result.code, result.err.startswith("error[cannot-write]: ")) == (2, True)
    assert (closed / "out.json").read_text(encoding="utf-8") == "old"


def test_the_old_file_is_kept_when_nothing_could_be_scored(folder: Path) -> None:
    (folder / "out.json").write_text("old", encoding="utf-8")
    assert run("evaluate", "missing.yaml", "-o", "out.json", cwd=folder).code == 2
    assert (folder / "out.json").read_text(encoding="utf-8") == "old"


def test_the_old_file_is_kept_when_the_disk_is_full(folder: Path) -> None:
    """`ulimit -f` refuses to let a file grow past one block, as a full disk would."""
    (folder / "out.json").write_text("old", encoding="utf-8")
    result = run_shell(
        f"ulimit -f 1; exec {SCORE} -f json -o out.json", cwd=folder, env={"PYTHONDONTWRITEBYTECODE": "1"}
    )
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error[cannot-write]: ")
    assert (folder / "out.json").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["out.json", "small.yaml", "try.yaml"]


@pytest.mark.parametrize("command", ["evaluate -f json", "evaluate -f jsonl --explain", "evaluate --explain"])
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_reader_that_stops_early_ends_the_program_quietly_with_141(command: str, unbuffered: str) -> None:
    """Each of these prints more than the 64 KiB that a pipe holds, so it is still writing when the reader leaves."""
    script = f'$K {command} | head -c 1 > /dev/null; echo "${{PIPESTATUS[0]}}"'
    result = run_shell(script, env={"PYTHONUNBUFFERED": unbuffered})
    assert (result.out, result.err) == ("141\n", "")


@pytest.mark.parametrize("command", ["evaluate kasi", "evaluate kasi -f json", "list", "schema rubric", "--help"])
def test_a_pipe_that_nobody_reads_gives_141_on_every_command(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*COMMAND, *command.split()], stdout=writing, stderr=subprocess.PIPE, env=environment())
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def _heeding_interrupts() -> None:
    """A shell starts what it runs in the background deaf to Ctrl-C, and children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_gives_130_and_no_traceback(folder: Path) -> None:
    """The FIFO opens when the program has started to read; then it waits for a dossier on stdin, and is interrupted."""
    fifo = folder / "first.yaml"
    os.mkfifo(fifo)
    child = subprocess.Popen(
        [*COMMAND, "evaluate", "first.yaml", "-", "-r", "small.yaml"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=folder,
        preexec_fn=_heeding_interrupts,
    )

    def release() -> None:
        """Should the program die before it opens the FIFO, open it instead: the test then fails and does not hang."""
        child.wait()
        os.close(os.open(fifo, os.O_RDONLY | os.O_NONBLOCK))

    watcher = threading.Thread(target=release)
    watcher.start()
    with fifo.open("w", encoding="utf-8") as stream:
        stream.write(dossier("first"))
    child.send_signal(signal.SIGINT)
    assert child.stdout is not None
    assert child.stderr is not None
    out, err = child.stdout.read().decode(), child.stderr.read().decode()
    child.communicate()
    watcher.join()
    assert (child.returncode, out) == (130, "")
    assert "Traceback" not in err


@pytest.mark.parametrize("command", [f"{SCORE} -f json", SCORE, "$K --version", "$K --help", "$K list"])
def test_a_full_disk_behind_stdout_is_no_bug(folder: Path, command: str) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    result = run_shell(f"{command} > /dev/full", cwd=folder)
    assert result.code == 2, result
    assert "Traceback" not in result.err
    assert "bug" not in result.err
    assert result.err.count("\n") >= 1


def test_a_closed_stdin_is_no_bug(folder: Path) -> None:
    result = run_shell("$K evaluate - -r small.yaml <&-", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error[")


def test_a_closed_stdout_is_no_bug(folder: Path) -> None:
    result = run_shell(f"{SCORE} >&-", cwd=folder)
    assert result.code == 2
    assert "Traceback" not in result.err


def test_a_closed_stdout_does_not_matter_to_a_file(folder: Path) -> None:
    assert run_shell(f"{SCORE} -o out.txt >&-", cwd=folder).code == 0
    assert (folder / "out.txt").exists()


def test_a_closed_stderr_does_not_matter_to_the_answer(folder: Path) -> None:
    closed = run_shell(f"{SCORE} 2>&-", cwd=folder)
    assert (closed.code, closed.out) == (0, run("evaluate", *SMALL, cwd=folder).out)
