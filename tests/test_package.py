"""What is shipped: the wheel and the sdist carry the data, and an installed wheel scores without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import kasean_score

ROOT = Path(__file__).resolve().parents[1]
DATA = [f"{folder}/{path.name}" for folder in ("rubrics", "initiatives") for path in (ROOT / folder).glob("*.yaml")]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True)
    return folder


def test_the_wheel_carries_every_rubric_and_initiative(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
    assert DATA
    assert [path for path in DATA if f"kasean_score/{path}" not in names] == []


def test_the_sdist_carries_every_rubric_and_initiative(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert [path for path in DATA if path not in names] == []


def test_an_unpacked_wheel_scores_without_the_checkout(built: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
    code = (
        "import sys, kasean_score; from pathlib import Path;"
        "assert Path(kasean_score.__file__).is_relative_to(sys.argv.pop(1)), kasean_score.__file__;"
        "from kasean_score.cli.app import main; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "site"), "evaluate", "kasi", "-f", "json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '"id": "kasi"' in done.stdout


def test_who_cites_the_program_and_who_reads_the_changes_find_its_version() -> None:
    version = kasean_score.__version__
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## [{version}] - 20" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
