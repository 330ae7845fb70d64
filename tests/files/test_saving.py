"""Writing a file: whole or not at all, and never over another's work unasked."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import pytest

from kasean_score.errors import InputError
from kasean_score.files.saving import replacing, save, save_new

if TYPE_CHECKING:
    from pathlib import Path


def test_a_new_file_is_written_and_nothing_beside_it(tmp_path: Path) -> None:
    save_new(str(tmp_path / "a.yaml"), b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"new"}


def test_a_file_that_exists_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"old")
    with pytest.raises(InputError, match="output-exists"):
        save_new(str(tmp_path / "a.yaml"), b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"old"}


def test_a_link_to_nowhere_counts_as_a_file_that_exists(tmp_path: Path) -> None:
    """Otherwise a link would lead a new file out of the folder that was named."""
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError, match="output-exists"):
        save_new(str(tmp_path / "link"), b"new")
    assert not (tmp_path / "elsewhere").exists()


def test_where_links_are_unknown_an_existing_file_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    save_new(str(tmp_path / "a.yaml"), b"new")
    with pytest.raises(InputError, match="output-exists"):
        save_new(str(tmp_path / "a.yaml"), b"newer")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.yaml": b"new"}


def test_an_interrupted_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with replacing(str(path)) as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == {"a.yaml": b"old"}


def test_a_replaced_file_keeps_its_permissions_and_its_links(tmp_path: Path) -> None:
    path, link = tmp_path / "a.yaml", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    save(str(link), b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()


@pytest.mark.parametrize("write", [save, save_new])
def test_a_folder_that_is_not_there_is_said(tmp_path: Path, write: object) -> None:
    assert callable(write)
    with pytest.raises(InputError, match="cannot-write"):
        write(str(tmp_path / "none" / "a.yaml"), b"new")


def test_a_name_of_the_greatest_length_can_be_written(tmp_path: Path) -> None:
    name = "n" * 255
    save_new(str(tmp_path / name), b"new")
    assert (tmp_path / name).read_bytes() == b"new"
