"""`rate`: every answer is in the file at once, and the file is whole whatever happens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from cli_support import COMMAND, HANGUL, environment, run, run_shell
from rate_support import Terminal

from kasean_score.files.catalog import load_initiative
from kasean_score.files.roundtrip import values_in
from kasean_score.render.problems import cells

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = """\
kind: rubric
id: small
title: {en: Small, ko: 작은 루브릭}
evidence_rules:
  - {level: 4, needs: independent, because: It has to be confirmed.}
groups:
  - id: all
    title: {en: All, ko: 전체}
    criteria:
      - id: one
        title: {en: First thing, ko: 첫째}
        question: {en: Is it there?, ko: 있는가?}
        typical_evidence: [{en: a report, ko: 보고서}]
        levels:
          0: {en: It is not there., ko: 없다.}
          2: {en: A part is there., ko: 일부 있다.}
          3: {en: Most is there., ko: 대부분 있다.}
          4: {en: All of it is there., ko: 모두 있다.}
      - {id: two, title: {en: Second thing, ko: 둘째}}
      - {id: spent, title: {en: Money, ko: 돈}, measure: {unit: USD million, worst: 0, best: 50}}
      - {id: late, title: {en: Late, ko: 나중}, applies_to: {stage: closed}}
"""
DOSSIER = """\
# A dossier with comments
kind: initiative
id: try
name: {en: A try, ko: 시험}
stage: launched
ratings:
  small:
    # about the first
    all.one:
      not_rated: To be rated.   # not yet
    # about the second
    all.two:
      level: 1      # stays
      why: "kept as it is"
      for: [seen]
facts:
  - {id: seen, source: s, shows: It was seen.}
  - {id: heard, source: s, shows: It was heard.}
sources:   # all of them
  - {id: s, title: A source}
# the end
"""
LEVEL, VALUE, SURE, WHY, SOURCE, END = "Level> ", "Value> ", "Confidence> ", "Rationale> ", "Source> ", "End> "
ARGS = ("try.yaml", "-r", "small.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(RUBRIC, encoding="utf-8")
    (tmp_path / "try.yaml").write_text(DOSSIER, encoding="utf-8")
    return tmp_path


def content(folder: Path) -> str:
    return (folder / "try.yaml").read_bytes().decode()


def said(folder: Path, *answers: str, args: tuple[str, ...] = ARGS) -> str:
    """What a conversation by pipe prints."""
    result = run("rate", *args, stdin="".join(f"{one}\n" for one in answers), cwd=folder)
    assert (result.code, result.err) == (0, "")
    return result.out


# In a terminal


def test_a_rater_answers_and_every_answer_is_saved_at_once(folder: Path) -> None:
    with Terminal(*ARGS, cwd=folder) as on:
        shown = on.wait_for(LEVEL)
        assert "1 of 3: All\nFirst thing (all.one), 33 % of the score\nIs it there?\n" in shown
        assert "  2 Arranged: A part is there.\n" in shown
        assert "Look for: a report\nSo far: not looked at yet\n" in shown
        on.answer("2", SURE)
        assert content(folder) == DOSSIER.replace("not_rated: To be rated.", "level: 2")
        on.answer("h", WHY)
        on.answer("A part of it stands.", SOURCE)
        expected = "level: 2   # not yet\n      confidence: high\n      why: A part of it stands.\n"
        assert content(folder) == DOSSIER.replace("not_rated: To be rated.   # not yet\n", expected)
        assert "2 of 3: All" in on.answer("", LEVEL)
        assert "So far: 1 Declared\nRationale: kept as it is\nfor: It was seen. (A source)\n" in on.shown.replace(
            "\r", ""
        )
        on.answer("", VALUE)
        on.answer("32.5", SURE)
        assert values_in(content(folder))["ratings"]["small"]["all.spent"] == {"value": "32.5"}
        on.keys("q\r")
        code, shown, err = on.ends()
    assert (code, err) == (0, "")
    assert "Everything is saved in try.yaml." in shown


def test_korean_is_typed_and_wiped_out_letter_by_letter(folder: Path) -> None:
    """Backspace takes away a whole Korean letter, on the screen and in the file."""
    with Terminal(*ARGS, "--lang", "ko", cwd=folder) as on:
        shown = on.wait_for("단계> ")
        assert "있는가?\n" in shown
        assert "  2 마련: 일부 있다.\n" in shown
        on.answer("2", "확신도> ")
        on.answer("ㅡ", "이유> ")
        on.keys("근거가 나타난다밥밥\x7f\x7f")
        on.answer(".", "출처> ")
        on.keys("ㅂ\r")
        code, _, err = on.ends()
    assert (code, err) == (0, "")
    rating = load_initiative(str(folder / "try.yaml")).ratings["small"]["all.one"]
    assert (rating.levels, rating.confidence, rating.why) == ((2, 2), "medium", "근거가 나타난다.")


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_korean_is_typed_whatever_the_locale(folder: Path, locale: str) -> None:
    with Terminal(*ARGS, cwd=folder, env={"LC_ALL": locale}) as on:
        on.wait_for(LEVEL)
        on.answer("n 가나\x7f다", LEVEL)
        on.keys("\x04")
        assert on.ends()[0] == 0
    assert load_initiative(str(folder / "try.yaml")).ratings["small"]["all.one"].why == "가다"


def test_ctrl_d_ends_and_ctrl_c_ends_with_130_and_nothing_is_lost(folder: Path) -> None:
    for key, code in (("\x04", 0), ("\x03", 130)):
        (folder / "try.yaml").write_text(DOSSIER, encoding="utf-8")
        with Terminal(*ARGS, cwd=folder) as on:
            on.wait_for(LEVEL)
            on.answer("3", SURE)
            on.answer_begun("half an answer")
            on.keys(key if key == chr(3) else chr(21) + key)
            ended, _, err = on.ends()
        assert (ended, err) == (code, "")
        assert content(folder) == DOSSIER.replace("not_rated: To be rated.", "level: 3")


def test_back_skip_list_and_going_by_name(folder: Path) -> None:
    with Terminal(*ARGS, cwd=folder) as on:
        on.wait_for(LEVEL)
        assert "2 of 3" in on.answer("s", LEVEL)
        assert "1 of 3" in on.answer("b", LEVEL)
        assert "This is the first criterion." in on.answer("b", LEVEL)
        assert "3 of 3" in on.answer("g spent", VALUE)
        listed = on.answer("l", VALUE)
        assert "  1 First thing (all.one): not looked at yet\n  2 Second thing (all.two): 1 Declared\n" in listed
        on.answer("", END)
        assert "1 of 3" in on.answer("r", LEVEL)
        on.keys("q\r")
        assert on.ends()[0] == 0
    assert content(folder) == DOSSIER


def test_a_conversation_is_taken_up_where_it_was_left(folder: Path) -> None:
    said(folder, "n Nothing was found.", "q")
    with Terminal(*ARGS, cwd=folder) as on:
        assert "3 of 3: All" in on.wait_for(VALUE)


def test_undo_brings_back_the_file_byte_for_byte_step_by_step(folder: Path) -> None:
    states = []
    with Terminal(*ARGS, cwd=folder) as on:
        on.wait_for(LEVEL)
        for line, prompt in (("2-3", SURE), ("l", "Disputed> "), ("They differ.", WHY), ("So it is.", SOURCE)):
            states.append(content(folder))
            on.answer(line, prompt)
        for prompt, state in zip((WHY, "Disputed> ", SURE, LEVEL), reversed(states), strict=True):
            assert "Undone" in on.answer("u", prompt)
            assert content(folder) == state
        assert "Nothing to undo" in on.answer("u", LEVEL)
    assert content(folder) == DOSSIER


def test_a_change_by_another_program_is_noticed_and_kept(folder: Path) -> None:
    with Terminal(*ARGS, cwd=folder) as on:
        on.wait_for(LEVEL)
        other = DOSSIER.replace("level: 1 ", "level: 0 ")
        (folder / "try.yaml").write_text(other, encoding="utf-8")
        assert "Another program has changed try.yaml" in on.answer("2", "r or q> ")
        assert content(folder) == other
        on.answer("r", LEVEL)
        on.answer("2", SURE)
        assert content(folder) == other.replace("not_rated: To be rated.", "level: 2")
        (folder / "try.yaml").write_text(DOSSIER, encoding="utf-8")
        on.answer("u", "r or q> ")
        on.keys("q\r")
        assert on.ends()[0] == 0
    assert content(folder) == DOSSIER


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_line_is_wider_than_the_screen(folder: Path, columns: int, lang: str) -> None:
    prompts = {"en": (LEVEL, SURE), "ko": ("단계> ", "확신도> ")}[lang]
    run("new", "initiative", "my", "-r", "reset-plan", cwd=folder)
    with Terminal("my.yaml", "--lang", lang, cwd=folder, columns=columns) as on:
        for line, prompt in (("?", prompts[0]), ("l", prompts[0]), ("2", prompts[1])):
            on.wait_for(prompts[0])
            on.answer(line, prompt)
            if prompt == prompts[0]:
                on.answer("s", prompt)
                on.keys("b\r")
        lines = on._screen(0).split("\n")
    assert max(map(cells, lines)) <= columns
    assert lang == "en" or all(HANGUL.search(line) for line in lines if len(line) > 30 and "distinct" not in line)


# By pipe


def test_answers_are_read_line_by_line_from_a_pipe_and_shown(folder: Path) -> None:
    shown = said(folder, "3", "m", "why", "", "")
    assert "\nLevel> 3\nSaved. Score " in shown
    assert load_initiative(str(folder / "try.yaml")).ratings["small"]["all.one"].levels == (3, 3)


def test_the_live_score_is_that_of_evaluate(folder: Path) -> None:
    """Score, bounds, band and coverage after each answer, as `evaluate` says them of the file at that moment."""
    with Terminal(*ARGS, cwd=folder, columns=120) as on:
        on.wait_for(LEVEL)
        for line, prompt in (("2-3", SURE), ("b", LEVEL), ("4", SURE), ("b", LEVEL), ("g spent", VALUE), ("12", SURE)):
            shown = on.answer(line, prompt)
            if "Saved." not in shown:
                continue
            (card,) = json.loads(run("evaluate", *ARGS, "-f", "json", cwd=folder).out)["scorecards"]
            plain = run("evaluate", *ARGS, "-f", "plain", cwd=folder).out
            score = next(x for x in plain.splitlines() if x.startswith("Score")).partition(":")[2].strip()
            band = next(x for x in plain.splitlines() if x.startswith("Band")).partition(":")[2].strip()
            counts = card["criteria"]
            told = f"Saved. Score {score} · {band} · {counts['rated']} of {counts['applicable']} rated"
            assert told in " ".join(shown.split())


def test_a_criterion_that_is_not_asked_of_it_is_not_asked(folder: Path) -> None:
    assert "all.late" not in said(folder, "l")


def test_what_the_evidence_rules_demand_is_said_until_it_is_there(folder: Path) -> None:
    shown = said(folder, "4", "", "", "1", "", "Shown.", "", "y", "")
    first, second = shown.split("Independent> y")
    assert "demand here: an independent source." in first
    assert "demand here" not in second.partition("2 of 3")[0]


def test_a_new_source_and_evidence_end_up_in_the_file(folder: Path) -> None:
    answers = (
        "2",
        "",
        "",
        "+",
        "Jahresbericht: 2024",
        "Ministry",
        "2024",
        "",
        "2",
        "",
        "p. 3",
        "Es steht da.",
        "a",
        "y",
    )
    said(folder, *answers, "heard", "", "")
    made = load_initiative(str(folder / "try.yaml"))
    assert made.sources["ministry-jahresbericht-2024"].title == "Jahresbericht: 2024"
    spoken, shown = made.ratings["small"]["all.one"].evidence
    assert (spoken.shows, spoken.stance) == ("It was heard.", "for")
    assert (shown.at, shown.shows, shown.stance, shown.independent) == ("p. 3", "Es steht da.", "against", True)
    kept = [line for line in DOSSIER.splitlines() if "not_rated" not in line]
    left = iter(content(folder).splitlines())
    assert all(line in left for line in kept), "a line of the file was changed, or moved"


def test_a_dossier_that_extends_another_gets_ratings_of_its_own(folder: Path) -> None:
    own = "kind: initiative\nid: own\nextends: try.yaml\nname: Own\nratings: {}\n"
    (folder / "own.yaml").write_text(own, encoding="utf-8")
    said(folder, "g two", "w", "another reason", "q", args=("own.yaml", "-r", "small.yaml"))
    assert content(folder) == DOSSIER
    rating = load_initiative(str(folder / "own.yaml")).ratings["small"]["all.two"]
    assert (rating.levels, rating.why, [item.shows for item in rating.evidence]) == (
        (1, 1),
        "another reason",
        ["It was seen."],
    )


def test_ratings_go_under_the_rubric_that_they_stand_under(folder: Path) -> None:
    (folder / "more.yaml").write_text("kind: rubric\nid: more\nextends: small.yaml\ntitle: More\n", encoding="utf-8")
    said(folder, "3", "q", args=("try.yaml", "-r", "more.yaml"))
    assert list(values_in(content(folder))["ratings"]) == ["small"]
    assert values_in(content(folder))["ratings"]["small"]["all.one"] == {"level": "3"}


def test_a_json_dossier_stays_json(folder: Path) -> None:
    document = {"kind": "initiative", "id": "j", "name": "J", "ratings": {"small": {"all.two": {"level": 1}}}}
    (folder / "j.json").write_text(json.dumps(document, indent=2), encoding="utf-8")
    said(folder, "2", "h", "왜", "q", args=("j.json", "-r", "small.yaml"))
    made = json.loads((folder / "j.json").read_text(encoding="utf-8"))
    assert made["ratings"]["small"]["all.one"] == {"level": 2, "confidence": "high", "why": "왜"}


def test_a_byte_order_mark_and_windows_line_breaks_are_kept(folder: Path) -> None:
    old = b"\xef\xbb\xbf" + DOSSIER.replace("\n", "\r\n").encode()
    (folder / "try.yaml").write_bytes(old)
    said(folder, "2", "q")
    assert (folder / "try.yaml").read_bytes() == old.replace(b"not_rated: To be rated.", b"level: 2")


def test_the_rubric_is_found_beside_the_dossier_or_asked_for(folder: Path) -> None:
    assert "First thing" in said(folder, "q", args=("try.yaml",))
    run("new", "initiative", "my", cwd=folder)
    assert "Five-point reset plan" in said(folder, "7", "1", "q", args=("my.yaml",))
    assert "People, prosperity, peace" in said(folder, "three-pillars", args=("my.yaml",))
    assert said(folder, "q", args=("my.yaml",)).endswith("Rubric> q\n")


REFUSED = [
    (("kasi",), "rate-no-file"),
    (("-",), "rate-no-file"),
    (("none.yaml",), "no-such-file"),
    (("small.yaml",), "wrong-kind"),
    (("x.csv",), "rate-not-dossier"),
    (("try.yaml", "-r", "none"), "unknown-rubric"),
    (("try.yaml", "-r", "-"), "rate-rubric-stdin"),
    (("other.yaml",), "rate-no-rubric"),
    (("bad.yaml", "-r", "small.yaml"), "missing-one-of"),
    (("misfit.yaml", "-r", "small.yaml"), "no-such-level"),
]


@pytest.mark.parametrize(("args", "code"), REFUSED, ids=[code for _, code in REFUSED])
def test_what_cannot_be_rated_is_refused_before_a_question(folder: Path, args: tuple[str, ...], code: str) -> None:
    (folder / "other.yaml").write_text(DOSSIER.replace("small:", "unknown:"), encoding="utf-8")
    (folder / "bad.yaml").write_text(DOSSIER.replace("not_rated", "why"), encoding="utf-8")
    (folder / "misfit.yaml").write_text(DOSSIER.replace("level: 1 ", "level: 9 "), encoding="utf-8")
    result = run("rate", *args, stdin="2\n", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error[{code}]: ")


def test_on_a_full_disk_the_old_file_stays_whole(folder: Path) -> None:
    """`ulimit -f` refuses to let a file grow past its blocks, as a full disk would."""
    padded = DOSSIER + "# padding\n" * 200
    (folder / "try.yaml").write_text(padded, encoding="utf-8")
    result = run_shell(
        "ulimit -f 1; printf '2\\n' | $K rate try.yaml -r small.yaml | cat; exit ${PIPESTATUS[1]}",
        cwd=folder,
        env={"PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert result.code == 2
    assert result.err.startswith("error[cannot-write]: ")
    assert "no more was saved" in result.err
    assert content(folder) == padded
    assert sorted(path.name for path in folder.iterdir()) == ["small.yaml", "try.yaml"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into any folder")
@pytest.mark.parametrize("closed", ["try.yaml", "."])
def test_a_file_or_folder_that_is_read_only_is_refused_before_a_question(folder: Path, closed: str) -> None:
    (folder / closed).chmod(0o555)
    result = run("rate", *ARGS, stdin="2\n", cwd=folder)
    (folder / closed).chmod(0o755)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("error[rate-read-only]: ")
    assert content(folder) == DOSSIER


ROUNDS = 40
ANSWERS = ("2", "h", "A reason.", "1", "p. 1", "Shown.", "", "y", "", "3", "", "", "", "12", "", "")


def test_a_kill_at_any_moment_leaves_the_old_or_the_new_file(folder: Path) -> None:
    """Forty conversations end with kill -9, each after a little more output: the file is always one of the states."""
    known = {DOSSIER}
    with Terminal(*ARGS, cwd=folder) as on:
        on.wait_for(LEVEL)
        for line in ANSWERS:
            on.answer(line, "> ")
            known.add(content(folder))
    assert len(known) > 5
    (folder / "try.yaml").write_text(DOSSIER, encoding="utf-8")
    output = len(said(folder, *ANSWERS).encode())
    met = set()
    for moment in range(ROUNDS):
        (folder / "try.yaml").write_text(DOSSIER, encoding="utf-8")
        child = subprocess.Popen(
            [*COMMAND, "rate", *ARGS],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            cwd=folder,
        )
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("".join(f"{one}\n" for one in ANSWERS).encode())
        child.stdin.flush()
        child.stdout.read(1 + moment * output * 8 // (ROUNDS * 10))
        child.send_signal(signal.SIGKILL)
        child.communicate()
        found = content(folder)
        assert found in known
        load_initiative(str(folder / "try.yaml"))
        met.add(found)
    assert len(met) > 2, "the kills all came at the same moment"


KILLED = """
import os, signal, sys
left = int(sys.argv[1])
def trace(frame, event, arg):
    global left
    if not frame.f_code.co_filename.endswith("saving.py"):
        return None
    left -= event == "line"
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return trace
sys.settrace(trace)
from kasean_score.cli.app import main
main(["rate", "try.yaml", "-r", "small.yaml"])
"""
"""The program, killed before the n-th line that it runs of what writes files."""


def test_a_kill_before_any_line_of_the_saving_leaves_the_old_or_the_new_file(folder: Path) -> None:
    new = DOSSIER.replace("not_rated: To be rated.", "level: 3")
    found = []
    for moment in range(1, 200):
        (folder / "try.yaml").write_text(DOSSIER, encoding="utf-8")
        command = [sys.executable, "-c", KILLED, str(moment)]
        done = subprocess.run(command, input=b"3\n", capture_output=True, env=environment(), cwd=folder)
        found.append(content(folder))
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
    assert set(found[:-1]) == {DOSSIER, new}
    assert found == sorted(found, key=[DOSSIER, new].index), "once it is new it stays new"
    assert len(found) > 10
