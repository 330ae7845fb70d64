"""On a real terminal: one lens of one initiative fits one screen, aligned, coloured only where that is wanted."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from cli_support import SMALL, run, run_in_terminal, write_small

if TYPE_CHECKING:
    from pathlib import Path

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
BAR = re.compile("[█▒·]{8}")
LINES = 48


def cells(text: str) -> int:
    """Cells that a text takes on the screen: a Korean letter takes two, a combining mark none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("rubric", ["reset-plan", "three-pillars"])
@pytest.mark.parametrize("name", ["nsp", "kasi", "think-tank"])
def test_one_lens_of_one_initiative_fits_one_screen(name: str, rubric: str, columns: int, lang: str) -> None:
    result = run_in_terminal("evaluate", name, "-r", rubric, "--lang", lang, columns=columns)
    lines = ESCAPE.sub("", result.out).splitlines()
    assert (result.code, result.err) == (0, "")
    assert len(lines) <= LINES
    assert [line for line in lines if cells(line) > columns] == []
    assert [line for line in lines if "…" in line] == []
    bars = [cells(line[: found.start()]) for line in lines if (found := BAR.search(line))]
    assert len(bars) >= 10
    assert len(set(bars)) == 1, "the bars do not stand in one column"


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("columns", [80, 120])
def test_the_overview_of_several_is_no_wider_than_the_screen(columns: int, lang: str) -> None:
    result = run_in_terminal("evaluate", "--lang", lang, columns=columns)
    lines = ESCAPE.sub("", result.out).splitlines()
    assert [line for line in lines if cells(line) > columns] == []
    assert [line for line in lines if "…" in line] == []


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_wider_terminal_loses_no_word_on_a_narrower_one(lang: str) -> None:
    """Lines may break elsewhere, but each title of the wide screen is found on the narrow one, spaces aside."""
    wide = run("evaluate", "kasi", "-r", "reset-plan", "-f", "plain", "--lang", lang).out
    narrow = ESCAPE.sub("", run_in_terminal("evaluate", "kasi", "-r", "reset-plan", "--lang", lang).out)
    words = {
        word for title in re.findall(r"^ *(.+?) \([a-z]+\.[a-z]+\):", wide, re.MULTILINE) for word in title.split()
    }
    assert len(words) > 20
    assert [word for word in words if word not in narrow] == []


def test_a_terminal_gets_colours(tmp_path: Path) -> None:
    assert ESCAPE.search(run_in_terminal("evaluate", *SMALL, cwd=write_small(tmp_path)).out)


def test_an_empty_no_color_is_no_wish(tmp_path: Path) -> None:
    assert ESCAPE.search(run_in_terminal("evaluate", *SMALL, cwd=write_small(tmp_path), env={"NO_COLOR": ""}).out)


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"NO_COLOR": "0"}, {"TERM": "dumb"}], ids=str)
def test_no_color_and_a_dumb_terminal_get_no_escape_codes(tmp_path: Path, env: dict[str, str]) -> None:
    """Whatever NO_COLOR says, that it is set and not empty is the wish."""
    write_small(tmp_path)
    coloured = run_in_terminal("evaluate", *SMALL, "--explain", cwd=tmp_path)
    plain = run_in_terminal("evaluate", *SMALL, "--explain", cwd=tmp_path, env=env)
    assert "\x1b" not in plain.out
    assert plain.out.split() == ESCAPE.sub("", coloured.out).split()


@pytest.mark.parametrize("env", [{}, {"TERM": "xterm-256color"}, {"FORCE_COLOR": "1"}], ids=str)
@pytest.mark.parametrize("form", ["table", "plain", "json"])
def test_a_pipe_gets_no_escape_codes(tmp_path: Path, form: str, env: dict[str, str]) -> None:
    result = run("evaluate", *SMALL, "-f", form, cwd=write_small(tmp_path), env=env)
    assert (result.code, "\x1b" in result.out + result.err) == (0, False)


def test_a_file_gets_no_escape_codes_from_a_terminal(tmp_path: Path) -> None:
    result = run_in_terminal("evaluate", *SMALL, "-o", "out.txt", cwd=write_small(tmp_path))
    assert (result.code, result.out) == (0, "")
    assert "\x1b" not in (tmp_path / "out.txt").read_text(encoding="utf-8")


def test_a_dash_after_o_is_the_terminal() -> None:
    assert run_in_terminal("evaluate", "kasi", "-o", "-") == run_in_terminal("evaluate", "kasi")


@pytest.mark.parametrize("columns", [80, 120])
def test_a_pipe_takes_the_width_of_columns(columns: int) -> None:
    piped = run("evaluate", "kasi", env={"COLUMNS": str(columns)})
    shown = run_in_terminal("evaluate", "kasi", columns=columns, env={"NO_COLOR": "1"})
    assert piped.out == shown.out


def test_a_pipe_without_columns_wraps_nothing() -> None:
    assert max(map(cells, run("evaluate", "kasi", "--explain").out.splitlines())) > 200
