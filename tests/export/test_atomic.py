"""Files are written whole or not at all, under names that are safe."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui import atomic


def test_a_file_is_written(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    atomic.write(target, "một hai".encode())
    assert target.read_text("utf-8") == "một hai"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_there_stays_unless_told_otherwise(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with pytest.raises(FileExistsError, match=r"a\.txt"):
        atomic.write(target, b"new")
    assert target.read_text() == "old"
    target.chmod(0o640)
    atomic.write(target, b"new", overwrite=True)
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_is_only_replaced_while_it_is_as_it_was_read(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("newer")
    with pytest.raises(atomic.ChangedError):
        atomic.write(target, b"mine", overwrite=True, expected=b"old")
    assert target.read_text() == "newer" and list(tmp_path.iterdir()) == [target]
    atomic.write(target, b"mine", overwrite=True, expected=b"newer")
    assert target.read_text() == "mine"
    target.unlink()
    with pytest.raises(atomic.ChangedError):
        atomic.write(target, b"mine", overwrite=True, expected=b"old")
    assert list(tmp_path.iterdir()) == []


def test_a_link_leads_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "a.txt"
    real.write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to(real)
    with pytest.raises(FileExistsError):
        atomic.write(link, b"new")
    atomic.write(link, b"new", overwrite=True)
    assert link.is_symlink() and real.read_text() == "new"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="space"):
        atomic.write(target, b"new", overwrite=True)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        atomic.write(tmp_path / "nowhere" / "a.txt", b"new")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Buổi giám sát 8/5/2024", "Buổi-giám-sát-8-5-2024"),
        ("../../etc/passwd", "etc-passwd"),
        ("/absolute", "absolute"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("trailing. . .", "trailing"),
        (".hidden", "hidden"),
        ("a\nb\x1b[31m\u202ec", "a-b-[31m-c"),
        ("", "giamsat"),
        ("///", "giamsat"),
        ("\ud800", "giamsat"),
    ],
)
def test_a_name_made_from_text_is_safe(text: str, name: str) -> None:
    assert atomic.safe_name(text) == name


def test_a_long_name_is_cut_in_characters_and_bytes() -> None:
    name = atomic.safe_name("ẵ" * 400, ".txt")
    assert len(name.encode()) <= atomic.MOST_BYTES + 4
    assert name.endswith("ẵ.txt")
