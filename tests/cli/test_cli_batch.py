"""Many dossiers in one run: JSON Lines, folders and streams, in order, as they come, with any number of processes."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from cli_support import COMMAND, Run, dossier, environment, run, run_shell, write_small

from kasean_score.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

SCORE = "-r small.yaml"
FORMS = ("table", "plain", "json", "jsonl", "csv", "md")
MANY = 300
"""More dossiers than two processes are given at once."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path)


def line(name: str, one: Any = 1, **fields: Any) -> str:
    """A dossier as a line: rated `one` and 3 of 4, so that level 1 makes a score of 50."""
    ratings = {"small": {"all.one": {"level": one}, "all.two": {"level": 3}}}
    return json.dumps({"kind": "initiative", "id": name, "name": "A try", "ratings": ratings, **fields})


def stream(*lines: str) -> str:
    return "".join(f"{one}\n" for one in lines)


def ask(folder: Path, command: str, stdin: str | None = None) -> Run:
    result = run("evaluate", *shlex.split(command), stdin=stdin, cwd=folder)
    assert "Traceback" not in result.err
    assert "this is a bug" not in result.err
    return result


def cards(result: Run) -> list[dict[str, Any]]:
    return [json.loads(text) for text in result.out.splitlines()]


def scores(result: Run) -> list[tuple[str, float]]:
    """Initiative and score of each scorecard in JSON Lines."""
    return [(card["initiative"]["id"], card["score"]) for card in cards(result)]


def children(pid: int) -> list[int]:
    """The worker processes of a run."""
    found = [int(name) for name in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [one for one in found if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


# JSON Lines


@pytest.mark.parametrize("given", ["-", "all.jsonl", "ALL.JSONL"])
def test_each_line_is_a_dossier_scored_in_the_order_of_the_lines(folder: Path, given: str) -> None:
    """Levels 0 and 3, 1 and 3, 4 and 3 of 4 make 37.5, 50 and 87.5."""
    text = stream(line("a", 0), line("c", 1), line("b", 4))
    (folder / given).write_text(text, encoding="utf-8")
    result = ask(folder, f"{given} {SCORE} -f jsonl", stdin=text)
    assert (result.code, result.err) == (0, "")
    assert scores(result) == [("a", 37.5), ("c", 50.0), ("b", 87.5)]


def test_the_digest_of_a_line_is_that_of_its_bytes_without_the_ending(folder: Path) -> None:
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=f"{line('a')}\r\n{line('b')}\n")
    wanted = [hashlib.sha256(line(name).encode()).hexdigest() for name in "ab"]
    assert [card["initiative"]["sha256"] for card in cards(result)] == wanted


def test_a_stream_of_one_line_is_a_document_of_its_own(folder: Path) -> None:
    text = f"{line('a')}\n"
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=text)
    assert [card["initiative"]["sha256"] for card in cards(result)] == [hashlib.sha256(text.encode()).hexdigest()]


@pytest.mark.parametrize("indent", [None, 0, 2])
def test_one_json_document_over_any_number_of_lines_is_one_dossier(folder: Path, indent: int | None) -> None:
    text = json.dumps(json.loads(line("a")), indent=indent)
    assert scores(ask(folder, f"- {SCORE} -f jsonl", stdin=f"\n{text}\n\n")) == [("a", 50.0)]


def test_yaml_with_a_comment_before_a_line_of_json_is_one_dossier(folder: Path) -> None:
    assert scores(ask(folder, f"- {SCORE} -f jsonl", stdin=f"# from a note\n{line('a')}\n# end\n")) == [("a", 50.0)]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_blank_lines_and_a_byte_order_mark_mean_nothing(folder: Path, ending: str) -> None:
    text = f"\ufeff{line('a')}{ending}{ending}  {ending}{line('b')}{ending}{ending}"
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=text)
    assert (result.code, [name for name, _ in scores(result)]) == (0, ["a", "b"])


def test_a_last_line_without_an_ending_is_scored_where_it_is_whole(folder: Path) -> None:
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=f"{line('a')}\n{line('b')}")
    assert (result.code, [name for name, _ in scores(result)]) == (0, ["a", "b"])


def test_an_empty_file_of_lines_is_a_fault(folder: Path) -> None:
    (folder / "none.jsonl").write_text("\n\n", encoding="utf-8")
    result = ask(folder, f"none.jsonl try.yaml {SCORE} -f jsonl")
    assert (result.code, scores(result)) == (2, [("try", 50.0)])
    assert result.err.startswith("error[empty-file]: ")


def test_a_missing_file_of_lines_is_told_like_any_other(folder: Path) -> None:
    result = ask(folder, f"none.jsonl {SCORE}")
    assert (result.code, result.err.startswith("error[no-such-file")) == (2, True)


def test_other_commands_read_json_lines_too(folder: Path) -> None:
    result = run("compare", "-", "-r", "small.yaml", stdin=stream(line("a"), line("b", 4)), cwd=folder)
    assert result.code == 0, result.err


# Faults


def test_a_bad_line_is_told_with_its_place_and_the_rest_is_scored(folder: Path) -> None:
    """In line 3 the ninth level stands where `"level": ` ends, which Python can count."""
    bad = line("bad", 9)
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=stream(line("a"), "", bad, line("b")))
    assert (result.code, scores(result)) == (2, [("a", 50.0), ("b", 50.0)])
    assert result.err.startswith("error[no-such-level]: ")
    assert f"--> <stdin>:3:{bad.index('9') + 1}\n" in result.err
    assert result.err.endswith("1 error; the rest was scored: 2\n")


@pytest.mark.parametrize(
    "bad", ["{'a': 1}", '{"kind": "initiative", "id": "x"', "[1, 2]", '"text"', "kind: initiative", "\x00"]
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_line_that_is_no_dossier_hides_no_other_wherever_it_stands(folder: Path, bad: str, at: int) -> None:
    lines = [line("a"), line("b")]
    lines.insert(at, bad)
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=stream(*lines))
    assert (result.code, [name for name, _ in scores(result)]) == (2, ["a", "b"])
    assert f"<stdin>:{at + 1}" in result.err


def test_a_separator_inside_a_text_does_not_shift_the_lines(folder: Path) -> None:
    odd = line("odd", 9, owner="A\u2028B").replace("\\u2028", "\u2028")
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=stream(odd, line("bad", 9)))
    assert re.findall(r"<stdin>:(\d+):", result.err) == ["1", "2"]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_stream_that_broke_off_is_told_by_the_line(folder: Path, lang: str) -> None:
    text = stream(line("a"), line("b")) + line("c")[:40]
    result = ask(folder, f"- {SCORE} -f jsonl --lang {lang}", stdin=text)
    assert (result.code, [name for name, _ in scores(result)]) == (2, ["a", "b"])
    assert {"en": "error[cut-line]: ", "ko": "오류[cut-line]: "}[lang] in result.err
    assert "<stdin>:3:41" in result.err


def test_a_line_longer_than_any_dossier_is_passed_over(folder: Path) -> None:
    result = ask(folder, f"- {SCORE} -f jsonl", stdin=stream(line("a"), "x" * 5_000_001, line("b")))
    assert (result.code, [name for name, _ in scores(result)]) == (2, ["a", "b"])
    assert "error[too-large]: " in result.err
    assert "<stdin>:2\n" in result.err


def test_bytes_that_are_no_text_spoil_their_line_alone(folder: Path) -> None:
    (folder / "odd.jsonl").write_bytes(f"{line('a')}\n".encode() + b'{"id": "\xff"}\n' + f"{line('b')}\n".encode())
    result = ask(folder, f"odd.jsonl {SCORE} -f jsonl")
    assert (result.code, [name for name, _ in scores(result)]) == (2, ["a", "b"])
    assert "odd.jsonl:2" in result.err


def test_one_bad_file_among_many_is_told_and_the_others_are_scored(folder: Path) -> None:
    (folder / "many").mkdir()
    for number in range(40):
        text = "kind: [\n" if number == 17 else dossier(f"d{number:02}")
        (folder / "many" / f"{number:02}.yaml").write_text(text, encoding="utf-8")
    result = ask(folder, f"many/ {SCORE} -f jsonl")
    assert (result.code, result.err.count("error[")) == (2, 1)
    assert "many/17.yaml:" in result.err
    assert [name for name, _ in scores(result)] == [f"d{number:02}" for number in range(40) if number != 17]


def test_faults_are_the_same_in_every_format(folder: Path) -> None:
    """They are told as they come where the answer is written as it comes, and after it elsewhere: in one order."""
    text = stream(line("a"), line("bad", 9), "{", line("b"))
    told = {form: ask(folder, f"- missing.yaml {SCORE} -f {form}", stdin=text) for form in FORMS}
    assert {result.code for result in told.values()} == {2}
    assert len({result.err for result in told.values()}) == 1


# Many references


def test_files_folders_lines_tables_and_stdin_are_scored_in_the_order_typed(folder: Path) -> None:
    (folder / "inside").mkdir()
    for name in ("y", "x"):
        (folder / "inside" / f"{name}.json").write_text(line(name), encoding="utf-8")
    (folder / "inside" / "rubric.yaml").write_text(
        (folder / "small.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (folder / "l.jsonl").write_text(stream(line("l1"), line("l2")), encoding="utf-8")
    (folder / "t.csv").write_text("id,one,two\nt1,1,3\nt2,?,3\n", encoding="utf-8")
    command = f"l.jsonl try.yaml - inside/ t.csv try.yaml {SCORE} -f jsonl"
    result = ask(folder, command, stdin=stream(line("s1"), line("s2")))
    assert (result.code, result.err) == (0, "")
    names = ["l1", "l2", "try", "s1", "s2", "x", "y", "t1", "t2", "try"]
    assert [name for name, _ in scores(result)] == names
    by_csv = ask(
        folder, command.replace("jsonl", "csv", 2).replace("l.csv", "l.jsonl"), stdin=stream(line("s1"), line("s2"))
    )
    records = csv.DictReader(io.StringIO(by_csv.out))
    assert [record["initiative"] for record in records if record["kind"] == "total"] == names


def test_the_formats_that_collect_have_all_of_a_stream(folder: Path) -> None:
    text = stream(*(line(f"d{number}") for number in range(5)))
    document = json.loads(ask(folder, f"- {SCORE} -f json", stdin=text).out)
    assert [card["initiative"]["id"] for card in document["scorecards"]] == [f"d{number}" for number in range(5)]
    lines = cards(ask(folder, f"- {SCORE} -f jsonl", stdin=text))
    assert lines == [
        {**{key: document[key] for key in ("schema", "tool", "options")}, **card} for card in document["scorecards"]
    ]


@pytest.mark.parametrize(
    "options", ["--only all --set one=4", "--set two=not_rated", "--weights equal", "--aggregate geometric"]
)
def test_options_say_the_same_in_a_stream_as_in_one_document(folder: Path, options: str) -> None:
    rubric = (folder / "small.yaml").read_text(encoding="utf-8")
    (folder / "small.yaml").write_text(f"{rubric}weight_sets: {{equal: {{others: 1}}}}\n", encoding="utf-8")
    text = stream(line("a"), line("b", 2))
    document = json.loads(ask(folder, f"- {SCORE} {options} -f json", stdin=text).out)
    for card, whole in zip(
        cards(ask(folder, f"- {SCORE} {options} -f jsonl", stdin=text)), document["scorecards"], strict=True
    ):
        assert card == {**{key: document[key] for key in ("schema", "tool", "options")}, **whole}


@pytest.mark.parametrize("form", ["jsonl", "csv", "json"])
def test_without_a_rubric_every_dossier_is_scored_on_the_lenses_that_it_is_rated_on(folder: Path, form: str) -> None:
    lenses = {
        "a": {"three-pillars": {"people.culture": {"level": 1}}},
        "b": {"reset-plan": {"tailoring.needs": {"level": 1}}},
    }
    text = stream(*(line(name, ratings=ratings) for name, ratings in lenses.items()), line("c"))
    result = ask(folder, f"- -f {form}", stdin=text)
    assert (result.code, result.err.startswith("error[no-ratings]: ")) == (2, True)
    for name, lens in (("a", "three-pillars"), ("b", "reset-plan")):
        assert re.search(rf"{lens}.*{name}" if form != "json" else lens, result.out, re.DOTALL)


def test_names_in_options_are_looked_for_in_the_rubrics_of_the_first_dossiers(folder: Path) -> None:
    ratings = {"three-pillars": {"people.culture": {"level": 1}}}
    text = stream(line("a", ratings=ratings), line("b", ratings=ratings))
    result = ask(folder, "- -f jsonl --set culture=4", stdin=text)
    assert (result.code, [card["options"]["set"] for card in cards(result)]) == (0, [{"people.culture": "4"}] * 2)
    unknown = ask(folder, "- -f jsonl --set needs=4", stdin=text)
    assert (unknown.code, unknown.out, unknown.err.startswith("error[unknown-change]")) == (2, "", True)


# As it comes


@contextmanager
def running(folder: Path, *args: str, **streams: Any) -> Iterator[subprocess.Popen[bytes]]:
    """The program under way, its stdin open; it is ended should a test leave it so."""
    variables = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}

    def heeding_interrupts() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs are deaf to Ctrl-C

    child = subprocess.Popen(
        [*COMMAND, "evaluate", *args], cwd=folder, env=environment(), preexec_fn=heeding_interrupts, **variables
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_scorecard_is_written_before_the_next_dossier_is_there(folder: Path, form: str) -> None:
    """Stdin stays open; only the first has to wait for another line, which shows what the input is."""
    with running(folder, "-", "-r", "small.yaml", "-f", form) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(stream(line("first"), line("second")).encode())
        child.stdin.flush()
        for name in (b"first", b"second"):
            while name not in child.stdout.readline():
                pass
        child.stdin.write(stream(line("third")).encode())
        child.stdin.flush()
        while b"third" not in child.stdout.readline():
            pass


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_file_gets_all_or_nothing_of_a_stream(folder: Path, form: str) -> None:
    text = stream(*(line(f"d{number}") for number in range(20)))
    piped = ask(folder, f"- {SCORE} -f {form}", stdin=text)
    written = ask(folder, f"- {SCORE} -o out.{form}", stdin=text)
    assert (written.code, written.out, written.err) == (0, "", f"wrote out.{form}\n")
    assert (folder / f"out.{form}").read_bytes().decode() == piped.out
    nothing = ask(folder, f"- {SCORE} -o out.{form}", stdin="{}\n{}\n")
    assert (nothing.code, "wrote" in nothing.err) == (2, False)
    assert (folder / f"out.{form}").read_bytes().decode() == piped.out


def test_an_interrupted_stream_leaves_the_old_file(folder: Path) -> None:
    (folder / "out.jsonl").write_text("old", encoding="utf-8")
    with running(folder, "-", "-r", "small.yaml", "-o", "out.jsonl") as child:
        assert child.stdin is not None
        child.stdin.write(stream(line("a"), line("b")).encode())
        child.stdin.flush()
        wait_for(lambda: len(list(folder.glob(".*.tmp"))) == 1)
        child.send_signal(signal.SIGINT)
        assert child.wait() == 130
    assert sorted(path.name for path in folder.glob("out*")) == ["out.jsonl"]
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "old"


def wait_for(state: Any) -> None:
    """Raises TimeoutError after a minute: what does not come by then never does."""
    end = monotonic() + 60
    while not state():
        if monotonic() > end:
            raise TimeoutError
        os.sched_yield()


@pytest.mark.parametrize("target", ["all.jsonl", "inside/x.json", "small.yaml"])
def test_the_output_of_a_stream_replaces_nothing_that_was_read(folder: Path, target: str) -> None:
    (folder / "inside").mkdir()
    (folder / "all.jsonl").write_text(stream(line("a")), encoding="utf-8")
    (folder / "inside" / "x.json").write_text(line("x"), encoding="utf-8")
    before = (folder / target).read_bytes()
    result = ask(folder, f"all.jsonl inside/ {SCORE} -f jsonl -o {target}")
    assert (result.code, result.err.startswith("error[same-input]: ")) == (2, True)
    assert (folder / target).read_bytes() == before
    assert list(folder.rglob("*.tmp")) == []


def test_csv_has_one_head_and_one_mark_however_many_scorecards(folder: Path) -> None:
    text = stream(*(line(f"d{number}") for number in range(200)))
    result = ask(folder, f"- {SCORE} -f csv --bom", stdin=text)
    assert result.out.startswith("\ufeffrubric,")
    assert (result.out.count("\ufeff"), result.out.count("rubric_version")) == (1, 1)
    assert ask(folder, f"missing.yaml {SCORE} -f csv --bom").out == ""


# Processes


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a stream of good, bad and broken lines, and a table with bad cells and a state that must not be."""
    folder = write_small(tmp_path_factory.mktemp("many"))
    rubric = (folder / "small.yaml").read_text(encoding="utf-8")
    rubric = rubric.replace("{id: two,", "{id: two, applies_to: {stage: launched},")
    (folder / "small.yaml").write_text(rubric, encoding="utf-8")
    lines = [line(f"d{n}", 9 if n % 97 == 5 else n % 5) for n in range(MANY)]
    lines[130] = "{"
    (folder / "all.jsonl").write_text(stream(*lines) + line("cut")[:30], encoding="utf-8")
    rows = [f"t{n},{'proposed' if n == 140 else 'launched'},{'x9' if n == 99 else n % 5},3" for n in range(MANY)]
    (folder / "t.csv").write_text("id,stage,one,two\n" + stream(*rows), encoding="utf-8")
    return folder


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_several_processes_write_the_same_bytes_as_one(many: Path, form: str, lang: str) -> None:
    command = f"all.jsonl missing.yaml try.yaml t.csv {SCORE} -f {form} --lang {lang}"
    alone = ask(many, command)
    assert alone.code == 2
    assert alone.err.count("[no-such-level]") == 4
    assert [alone.err.count(f"[{key}]") for key in ("syntax", "cut-line", "bad-cell", "does-not-apply")] == [1, 1, 1, 1]
    assert ask(many, f"{command} --jobs 2") == alone


def test_a_rubric_with_a_fault_is_told_by_one_process_alone(many: Path) -> None:
    alone = ask(many, "all.jsonl -r missing.yaml -f jsonl")
    assert (alone.code, alone.out, alone.err.count("error[no-such-file]")) == (2, "", 1)
    assert ask(many, "all.jsonl -r missing.yaml -f jsonl -j 3") == alone


def test_an_option_that_a_rubric_refuses_is_told_once(many: Path) -> None:
    alone = ask(many, f"all.jsonl {SCORE} --weights nope -f jsonl")
    assert (alone.code, alone.out, alone.err.count("error[")) == (2, "", 1)
    assert ask(many, f"all.jsonl {SCORE} --weights nope -f jsonl -j 2") == alone


@pytest.mark.parametrize("given", ["0", "-1", "two", "1.5", ""])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_number_of_processes_is_a_whole_number_of_1_or_more(folder: Path, given: str, lang: str) -> None:
    result = run("evaluate", "try.yaml", "-r", "small.yaml", f"--jobs={given}", "--lang", lang, cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "--jobs" in result.err


def test_one_dossier_needs_no_second_process(folder: Path) -> None:
    """`multiprocessing` is not even imported."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *COMMAND[1:], "evaluate", "try.yaml", "-r", "small.yaml", "-j", "4"],
        cwd=folder, env=environment(), capture_output=True,
    )  # fmt: skip
    assert (done.returncode, b"multiprocessing" in done.stderr) == (0, False)


@contextmanager
def at_work(many: Path) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """A run with two processes that have both had work, waiting for more on stdin; it writes `written`.

    The answer goes to a file: a pipe that nobody reads meanwhile would stop the run before all was given to it.
    """
    written = many / "written"
    with (
        written.open("wb") as out,
        running(many, "-", "-r", "small.yaml", "-f", "jsonl", "-j", "2", stdout=out) as child,
    ):
        assert child.stdin is not None
        child.stdin.write(stream(*(line(f"d{number}", 1) for number in range(1000))).encode())
        child.stdin.flush()
        wait_for(lambda: written.stat().st_size)
        workers = children(child.pid)
        assert len(workers) == 2
        yield child, workers
    whole = written.read_text(encoding="utf-8")
    assert whole.endswith("\n"), "what was written of a run that was ended is whole lines"
    assert [json.loads(one)["initiative"]["id"] for one in whole.splitlines()] == [
        f"d{number}" for number in range(whole.count("\n"))
    ]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no way here to know a process's children")
def test_an_interrupt_ends_all_processes_with_130(many: Path) -> None:
    with at_work(many) as (child, workers):
        for one in (child.pid, *workers):  # as a terminal does: to every process of the foreground
            os.kill(one, signal.SIGINT)
        assert child.stderr is not None
        assert (child.wait(), child.stderr.read()) == (130, b"")
        assert not [one for one in workers if Path(f"/proc/{one}").exists()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no way here to know a process's children")
def test_a_process_that_dies_is_reported_and_not_waited_for(many: Path) -> None:
    with at_work(many) as (child, workers):
        os.kill(workers[0], signal.SIGKILL)
        _, err = child.communicate()
        assert child.returncode == 3
        assert b"this is a bug in kasean-score" in err
        assert b"signal 9" in err
        assert b"Traceback" not in err
        assert not [one for one in workers if Path(f"/proc/{one}").exists()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no way here to know a process's children")
def test_a_process_that_dies_leaves_no_half_written_file(many: Path) -> None:
    (many / "out.jsonl").write_text("old", encoding="utf-8")
    with running(many, "-", "-r", "small.yaml", "-o", "out.jsonl", "-j", "2") as child:
        assert child.stdin is not None
        child.stdin.write(stream(*(line(f"d{number}", 1) for number in range(1000))).encode())
        child.stdin.flush()
        wait_for(lambda: list(many.glob(".*.tmp")))
        os.kill(children(child.pid)[0], signal.SIGKILL)
        _, err = child.communicate()
        assert (child.returncode, b"wrote" in err) == (3, False)
    assert [path.name for path in many.glob("out*")] == ["out.jsonl"]
    assert (many / "out.jsonl").read_text(encoding="utf-8") == "old"


def test_a_reader_that_leaves_ends_all_processes_with_141(many: Path) -> None:
    lines = stream(*(line(f"d{number}", 1) for number in range(2000)))
    (many / "long.jsonl").write_text(lines, encoding="utf-8")
    script = '$K evaluate long.jsonl -r small.yaml -f jsonl -j 2 | head -c 1 > /dev/null; echo "${PIPESTATUS[0]}"'
    assert run_shell(script, cwd=many) == Run(0, "141\n", "")


def test_a_bug_in_a_worker_is_reported_as_one(many: Path) -> None:
    """A scorer that fails, in the worker processes alone: the parent knows the class under another name."""
    (many / "broken.py").write_text(BROKEN, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "broken.py", "evaluate", "all.jsonl", "-r", "small.yaml", "-f", "jsonl", "-j", "2"],
        cwd=many, env=environment(), capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert "this is a bug in kasean-score" in done.stderr
    assert "ZeroDivisionError: by accident" in done.stderr


BROKEN = """
from kasean_score.cli.app import main
from kasean_score.scoring.evaluate import Scorer

def fail(self, initiative):
    raise ZeroDivisionError("by accident")

if __name__ == "__main__":
    main()
else:
    Scorer.tally = fail
"""


def test_only_so_many_dossiers_are_read_ahead(many: Path) -> None:
    """Of a stream without an end, three results take no more than the chunks that two processes may have."""
    code = (
        "import itertools\n"
        "from kasean_score.cli import workers\n"
        "from kasean_score.cli.panel import Chunk, Panel, Asking\n"
        "from kasean_score.documents.scorecard import AS_STATED\n"
        "from kasean_score.files.catalog import load_rubric\n"
        "from kasean_score.files.feed import Raw\n"
        "if __name__ == '__main__':\n"
        "    panel = Panel(Asking((load_rubric('./small.yaml'),), False, (), (), None, 'jsonl', AS_STATED, None))\n"
        "    line, taken = open('all.jsonl', 'rb').readline(), itertools.count()\n"
        "    chunks = (Chunk((Raw('-', line, 1 + next(taken)),), 0) for _ in itertools.repeat(None))\n"
        "    done = workers.worked(chunks, panel, 2)\n"
        "    assert [next(done)[1].cards for _ in range(3)] == [1, 1, 1]\n"
        "    done.close()\n"
        "    print(next(taken) <= 3 + 2 * workers.AHEAD)\n"
    )
    (many / "endless.py").write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, "endless.py"], cwd=many, env=environment(), capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("True\n", "")


# Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def watched(total: int | None, lang: str = "en", **options: Any) -> tuple[Progress, Clock, Terminal]:
    clock, terminal = Clock(), Terminal()
    return Progress(lambda: total, lang, stream=terminal, clock=clock, **options), clock, terminal


def test_nothing_is_shown_of_a_run_of_a_second() -> None:
    progress, clock, terminal = watched(100)
    for clock.now in (0.0, 0.5, 0.99):
        progress.show(50, 5)
    progress.clear()
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("lang", "words"), [("en", "40 %  1,234 dossiers"), ("ko", "40 %  평가 문서 1,234건")])
def test_a_longer_run_shows_its_share_of_the_bytes_and_how_many_dossiers(lang: str, words: str) -> None:
    """Forty of a hundred bytes fill nine cells of 24."""
    progress, clock, terminal = watched(100, lang)
    clock.now = 1.0
    progress.show(40, 1234)
    assert terminal.getvalue().removeprefix("\r\x1b[K") == f"{'█' * 9}{'░' * 15} {words}"


@pytest.mark.parametrize(("lang", "words"), [("en", "7 dossiers so far"), ("ko", "지금까지 평가 문서 7건")])
@pytest.mark.parametrize("total", [None, 0])
def test_where_the_end_is_not_known_only_the_count_is_shown(lang: str, words: str, total: int | None) -> None:
    progress, clock, terminal = watched(total, lang)
    clock.now = 2.0
    progress.show(40, 7)
    assert terminal.getvalue() == f"\r\x1b[K{words}"


def test_the_line_is_written_over_at_most_ten_times_a_second_and_cleared_at_the_end() -> None:
    progress, clock, terminal = watched(100)
    for tick in range(100):
        clock.now = 1.0 + tick / 100
        progress.show(tick, tick)
    progress.clear()
    progress.clear()
    shown = terminal.getvalue()
    assert shown.count("\r\x1b[K") == 10 + 1
    assert shown.endswith("\r\x1b[K")
    assert "\n" not in shown


def test_no_more_than_all_is_ever_done() -> None:
    """A file may grow while it is read."""
    progress, clock, terminal = watched(100)
    clock.now = 1.0
    progress.show(250, 3)
    assert "100 %" in terminal.getvalue()


def test_nothing_is_shown_where_stderr_is_no_terminal_or_the_answer_goes_to_it() -> None:
    quiet, clock, terminal = watched(100, quiet=True)
    pipe = io.StringIO()
    piped = Progress(lambda: 100, "en", stream=pipe, clock=clock)
    clock.now = 9.0
    for progress in (quiet, piped):
        progress.show(50, 5)
        progress.clear()
    assert (terminal.getvalue(), pipe.getvalue()) == ("", "")


def impatient(folder: Path, *args: str, stdout_too: bool = False) -> tuple[bytes, str]:
    """What a run without patience writes to stdout and to a terminal behind stderr."""
    code = (
        "import kasean_score.cli.progress as p; p.PATIENCE = p.PAUSE = 0; from kasean_score.cli.app import main; main()"
    )
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "wb", buffering=0) as terminal:
        stdout = terminal if stdout_too else subprocess.PIPE
        done = subprocess.run(
            [sys.executable, "-c", code, *args], cwd=folder, env=environment(), stdout=stdout, stderr=terminal
        )
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # nobody writes to it any more
        pass
    os.close(ours)
    return done.stdout or b"", shown.decode()


@pytest.mark.parametrize("form", ["jsonl", "csv", "json", "table"])
def test_progress_goes_to_the_terminal_and_never_into_the_answer(folder: Path, form: str) -> None:
    (folder / "all.jsonl").write_text(stream(line("a"), line("bad", 9), line("b")), encoding="utf-8")
    plain = ask(folder, f"all.jsonl {SCORE} -f {form}")
    out, shown = impatient(folder, "evaluate", "all.jsonl", "-r", "small.yaml", "-f", form)
    assert out.decode() == plain.out
    assert "100 %  3 dossiers" in shown
    left = re.sub(r"\r\x1b\[K[█░]+ [0-9]+ %  [0-9]+ dossiers(?=\r\x1b\[K)", "", shown)
    assert left.replace("\r\x1b[K", "").replace("\r\n", "\n") == plain.err


def test_scorecards_on_the_screen_are_progress_enough(folder: Path) -> None:
    _, shown = impatient(folder, "evaluate", "try.yaml", "-r", "small.yaml", "-f", "csv", stdout_too=True)
    assert "█" not in shown
