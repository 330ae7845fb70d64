"""What a command imports is what a person waits for: each loads only what it uses."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest
from cli_support import environment

if TYPE_CHECKING:
    from pathlib import Path

FOR_MANY = (
    "multiprocessing",
    "csv",
    *(f"kasean_score.cli.{name}" for name in ("outlet", "progress", "workers")),
    *(f"kasean_score.files.{name}" for name in ("lines", "tables", "csvrows", "cells", "jsonio")),
    *(f"kasean_score.render.{name}" for name in ("csv_cards", "json_cards", "fragments")),
)
"""What only streams, tables of ratings and several processes need."""
FOR_FORMS = ("openpyxl", "zipfile", "kasean_score.formulas", "kasean_score.files.forms")
"""What only forms to fill in need."""
HEAVY = ("numpy", "scipy", "pydantic", "importlib.metadata", "importlib.resources")
NO_PARSER = [
    "--help",
    "--version",
    "evaluate --help",
    "evaluate --nope",
    "evalute",
    "evaluate -f xml",
    "evaluate kasii",
]
COMMANDS = [*NO_PARSER, "evaluate kasi", "evaluate kasi -f json", "evaluate kasi -f plain", "list", "show kasi"]


def modules_of(*args: str) -> set[str]:
    """The modules that an interpreter reports while it imports them: it may end without a chance to list them."""
    done = subprocess.run([sys.executable, "-X", "importtime", *args], capture_output=True, env=environment())
    return {found[1] for found in re.finditer(r"^import time: .*\| +([\w.]+)$", done.stderr.decode(), re.MULTILINE)}


@cache
def imported(command: str) -> set[str]:
    """The modules that one command loads beyond those of the bare interpreter."""
    modules = modules_of("-m", "kasean_score", *command.split()) - modules_of("-c", "pass")
    assert "kasean_score.cli.app" in modules
    return modules


def loaded(names: tuple[str, ...], modules: set[str]) -> list[str]:
    return [module for module in modules for name in names if module == name or module.startswith(f"{name}.")]


@pytest.mark.parametrize("form", ["json", "jsonl", "plain"])
def test_only_a_table_needs_rich(form: str) -> None:
    assert loaded(("rich",), imported(f"evaluate kasi -f {form}")) == []
    assert loaded(("rich",), imported("evaluate kasi"))


@pytest.mark.parametrize("command", ["new initiative my -o -", "new rubric my -o -", "rate none.yaml"])
def test_making_and_rating_a_dossier_needs_no_rich(command: str) -> None:
    assert loaded(("rich", *HEAVY), imported(command)) == []


def test_a_scorecard_needs_nothing_that_changes_files() -> None:
    changing = ("readline", *(f"kasean_score.files.{name}" for name in ("roundtrip", "spans", "written")))
    assert loaded(changing, imported("evaluate kasi")) == []


@pytest.mark.parametrize("command", NO_PARSER)
def test_help_version_and_usage_errors_need_neither_yaml_nor_rich(command: str) -> None:
    assert loaded(("yaml", "_yaml", "rich"), imported(command)) == []


@pytest.mark.parametrize("command", ["evaluate kasi", "evaluate kasi -f json", "evaluate kasi nsp --jobs 2"])
def test_a_few_dossiers_load_nothing_of_what_many_need(command: str) -> None:
    assert loaded(FOR_MANY, imported(command)) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_only_forms_load_what_reads_and_writes_workbooks(command: str) -> None:
    assert loaded(FOR_FORMS, imported(command)) == []


def test_a_form_in_csv_needs_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    assert loaded(("openpyxl",), imported(f"form -r three-pillars -o {path}")) == []
    assert loaded(("openpyxl",), imported(f"import {path}")) == []


def test_a_brief_needs_neither_workbooks_nor_templates() -> None:
    assert loaded(("openpyxl", "jinja2", "rich", *HEAVY), imported("report kasi -f md")) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_loads_what_would_double_the_start(command: str) -> None:
    assert loaded(HEAVY, imported(command)) == []


@pytest.mark.parametrize("command", ["evaluate kasi -f json", "list", "evaluate --help"])
def test_no_other_command_loads_completion_or_references(command: str) -> None:
    names = ("cli.completing", "cli.completion", "cli.completion_values", "files.references")
    assert loaded(tuple(f"kasean_score.{name}" for name in names), imported(command)) == []


def test_commands_and_options_are_completed_without_a_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_KASEAN_SCORE_COMPLETE", "fish")
    for words in (["eval"], ["evaluate", "--se"]):
        modules = modules_of("-m", "kasean_score", *words)
        assert "kasean_score.cli.completing" in modules
        assert loaded(("yaml", "_yaml", "rich", "kasean_score.files.yamlio", *HEAVY), modules) == []


def test_the_package_itself_loads_none_of_its_parts() -> None:
    code = "import sys, kasean_score; print([name for name in sys.modules if name.startswith('kasean_score.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert done.stdout.decode() == "[]\n"
