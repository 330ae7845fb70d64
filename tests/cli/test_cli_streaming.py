"""Many dossiers in one run: streams of JSON Lines, chunks, processes; one bad dossier costs only itself."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from cli_support import COMMAND, environment, run

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = "kind: rubric\nid: r\ntitle: R\ngroups: [{id: g, criteria: [{id: a}, {id: b}]}]\n"
MANY = 300
"""Dossiers of more than one chunk."""


def dossier(name: str, level: int = 1) -> str:
    return json.dumps(
        {
            "kind": "initiative",
            "id": name,
            "name": name,
            "ratings": {"r": {"g.a": {"level": level}, "g.b": {"level": 2}}},
        }
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.yaml").write_text(RUBRIC, encoding="utf-8")
    lines = (dossier(f"i{number}", number % 5) for number in range(MANY))
    (tmp_path / "many.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return tmp_path


def ids(out: str) -> list[str]:
    return [json.loads(line)["initiative"]["id"] for line in out.splitlines()]


def test_a_stream_of_dossiers_gives_a_scorecard_a_line_in_input_order(folder: Path) -> None:
    done = run("evaluate", "many.jsonl", "-r", "r.yaml", "-f", "jsonl", cwd=folder)
    assert (done.code, done.err) == (0, "")
    assert ids(done.out) == [f"i{number}" for number in range(MANY)]
    scores = [json.loads(line)["score"] for line in done.out.splitlines()]
    assert scores == [(25 * (number % 5) + 50) / 2 for number in range(MANY)], "by hand: the mean of both levels"


def test_a_stream_on_stdin_is_the_same_as_from_a_file(folder: Path) -> None:
    text = (folder / "many.jsonl").read_text(encoding="utf-8")
    piped = run("evaluate", "-", "-r", "r.yaml", "-f", "csv", cwd=folder, stdin=text)
    read = run("evaluate", "many.jsonl", "-r", "r.yaml", "-f", "csv", cwd=folder)
    assert piped.code == read.code == 0
    assert piped.out.replace("<stdin>", "many.jsonl") == read.out


@pytest.mark.parametrize("form", ["jsonl", "csv", "json", "plain", "md", "table"])
def test_more_processes_give_the_same_bytes(folder: Path, form: str) -> None:
    one, two = (
        run("evaluate", "many.jsonl", "-r", "r.yaml", "-f", form, "--jobs", jobs, cwd=folder) for jobs in ("1", "2")
    )
    assert one.code == two.code == 0
    assert one.out == two.out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_bad_line_costs_only_itself(folder: Path, jobs: str) -> None:
    lines = [dossier("first"), dossier("second", 9), '{"kind": "initiative", "id": "third"', dossier("fourth")]
    (folder / "some.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = run("evaluate", "some.jsonl", "-r", "r.yaml", "-f", "jsonl", "--jobs", jobs, cwd=folder)
    assert (done.code, ids(done.out)) == (2, ["first", "fourth"])
    assert "some.jsonl:2:" in done.err
    assert "some.jsonl:3:" in done.err
    assert done.err.endswith("the rest was scored: 2\n")


def test_a_last_line_cut_off_is_told_with_its_line_and_the_others_are_scored(folder: Path) -> None:
    (folder / "cut.jsonl").write_text(f"{dossier('first')}\n{dossier('second')}\n{dossier('third')[:40]}")
    done = run("evaluate", "cut.jsonl", "-r", "r.yaml", "-f", "jsonl", cwd=folder)
    assert (done.code, ids(done.out)) == (2, ["first", "second"])
    assert done.err.startswith("error[cut-line]: ")
    assert "cut.jsonl:3:" in done.err


def test_one_bad_file_among_many_does_not_hide_the_others(folder: Path) -> None:
    inside = folder / "dossiers"
    inside.mkdir()
    for number in range(40):
        (inside / f"{number:02}.json").write_text(dossier(f"i{number}"), encoding="utf-8")
    (inside / "20.json").write_text("{", encoding="utf-8")
    done = run("evaluate", "dossiers/", "-r", "r.yaml", "-f", "jsonl", cwd=folder)
    assert (done.code, ids(done.out)) == (2, [f"i{number}" for number in range(40) if number != 20])
    assert "20.json" in done.err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_leaves_early_ends_the_run_with_141(folder: Path, jobs: str) -> None:
    lines = (folder / "many.jsonl").read_text(encoding="utf-8") * 20
    (folder / "long.jsonl").write_text(lines, encoding="utf-8")
    command = [*COMMAND, "evaluate", "long.jsonl", "-r", "r.yaml", "-f", "jsonl", "--jobs", jobs]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder, env=environment())
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    err = child.stderr.read()
    assert (child.wait(), err) == (141, b"")
    child.stderr.close()


def test_a_stream_is_written_before_all_of_it_is_read(folder: Path) -> None:
    """The reader gets a scorecard while the writer still holds the stream open, so memory need not grow."""
    command = [*COMMAND, "evaluate", "-", "-r", "r.yaml", "-f", "jsonl"]
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder, env=environment())
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write((folder / "many.jsonl").read_bytes())
    child.stdin.flush()
    assert json.loads(child.stdout.readline())["initiative"]["id"] == "i0"
    child.stdin.write(f"{dossier('last')}\n".encode())
    child.stdin.close()
    assert child.stderr is not None
    out, err = child.stdout.read(), child.stderr.read()
    assert (child.wait(), err, ids(out.decode())[-1]) == (0, b"", "last")
    child.stdout.close()
    child.stderr.close()


def test_no_progress_is_shown_where_stderr_is_no_terminal(folder: Path) -> None:
    (folder / "long.jsonl").write_text((folder / "many.jsonl").read_text(encoding="utf-8") * 20, encoding="utf-8")
    assert run("evaluate", "long.jsonl", "-r", "r.yaml", "-f", "csv", cwd=folder).err == ""
