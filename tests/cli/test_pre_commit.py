"""The hook that other repositories run before a commit: its definition, run by pre-commit itself."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from cli_support import environment

ROOT = Path(__file__).resolve().parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GOOD = "kind: initiative\nid: i\nname: I\nratings: {}\n"
BAD = "kind: initiative\nid: i\nnaem: I\nratings: {}\n"


def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def missing() -> str:
    if shutil.which("git") is None:
        return "git is not installed"
    return "" if importlib.util.find_spec("pre_commit") else "pre-commit is not installed"


def pre_commit(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """Run pre-commit in a folder; the program is found beside the interpreter that runs the tests."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    changes = {
        "PATH": path,
        "PRE_COMMIT_HOME": str(folder.parent / "cache"),
        "PRE_COMMIT_COLOR": "never",
        "HOME": str(folder.parent),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    command = [sys.executable, "-m", "pre_commit", *args]
    return subprocess.run(command, cwd=folder, env=environment(changes), capture_output=True, text=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of somebody who uses the hook, as it is installed already."""
    lacking = missing()
    if lacking and os.environ.get("CI"):
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)
    folder = tmp_path / "repository"
    (folder / "initiatives").mkdir(parents=True)
    config = {"repos": [{"repo": "local", "hooks": [{**hook(), "language": "system"}]}]}
    (folder / ".pre-commit-config.yaml").write_text(json.dumps(config), encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: not ours\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True)
    return folder


def committed(folder: Path, dossier: str) -> subprocess.CompletedProcess[str]:
    """What the hook says of a dossier that is about to be committed."""
    (folder / "initiatives" / "one.yaml").write_text(dossier, encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=folder, check=True)
    return pre_commit(folder, "run")


def test_the_definition_is_one_that_pre_commit_takes(tmp_path: Path) -> None:
    if missing():
        pytest.skip(missing())
    (tmp_path / "x").mkdir()
    done = pre_commit(tmp_path / "x", "validate-manifest", str(HOOKS))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_sound_dossier_passes_and_foreign_yaml_is_left_alone(repository: Path) -> None:
    done = committed(repository, GOOD)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout


def test_a_faulty_dossier_stops_the_commit_with_place_and_remedy(repository: Path) -> None:
    done = committed(repository, BAD)
    assert done.returncode == 1
    assert "error[unknown-key]" in done.stdout
    assert "initiatives/one.yaml:3:1" in done.stdout
    assert 'did you mean "name"?' in done.stdout
    assert "mkdocs.yml" not in done.stdout


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("initiatives/kasi.yaml", True),
        ("data/rubrics/mine.yml", True),
        ("dossiers/a.json", True),
        ("mkdocs.yml", False),
        (".github/workflows/ci.yaml", False),
        ("initiatives/README.md", False),
        ("initiatives/notes/a.yaml", False),
    ],
)
def test_the_hook_takes_rubrics_and_dossiers_alone(path: str, taken: bool) -> None:
    assert (re.search(hook()["files"], path) is not None) is taken
