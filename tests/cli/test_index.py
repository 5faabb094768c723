"""The index can be brought up to date beforehand, and made again; what it holds is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import invented
from tests.cli.conftest import Run
from tui.library.index.opening import place


def test_it_says_what_was_done_and_what_there_is(run: Run, library: Path) -> None:
    outcome = run("index", "-l", library)
    assert outcome.status == 0
    held, done, kept = outcome.out.splitlines()
    assert held.startswith(f"{library}: 3 articles, ")
    assert " people, " in held and " requests" in held
    assert done == "3 files were read, 0 are gone"
    assert str(place(library)) in kept
    assert "Nothing was to be done" in run("index", "-l", library).out


def test_what_is_new_moved_and_gone_is_taken_up(run: Run, library: Path) -> None:
    run("index", "-l", library)
    (library / "moved").mkdir()
    names = sorted(invented.ARTICLES)
    (library / names[0]).rename(library / "moved" / names[0])
    (library / names[1]).unlink()
    assert "1 file was read, 2 are gone" in run("index", "-l", library).out
    assert run("index", "-l", library).out.startswith(f"{library}: 2 articles")
    assert f"moved/{names[0]}" in run("sessions", "-l", library, "--format", "csv").out


def test_it_is_made_again_from_nothing(run: Run, library: Path) -> None:
    first = run("index", "-l", library).out.splitlines()
    again = run("index", "--rebuild", "-l", library).out.splitlines()
    assert again[:2] == first[:2]
    assert run("search", "nuoc sach", "-l", library).status == 0


def test_where_none_can_be_kept_it_is_said_in_one_line(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    outcome = run("index", "-l", library)
    assert outcome.status == 1
    assert len(outcome.errors) == 1 and "can be kept" in outcome.errors[0]
    assert outcome.out.startswith(f"{library}: 3 articles")


def test_a_library_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    outcome = run("index", "-l", tmp_path / "nowhere")
    assert outcome.status == 1 and len(outcome.errors) == 1
