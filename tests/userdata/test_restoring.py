"""A backup is of one moment, and bringing it back is one step, whatever happens meanwhile."""

from __future__ import annotations

import random
import resource
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.children import Child, Say
from tests.userdata.places import FIGURE, KEY, PERSON
from tui.library.backup import BackupError, back_up, restore
from tui.library.backup.archive import unpack
from tui.library.userdata import UserData, UserDataError
from tui.library.userdata.opening import WAIT
from tui.paths import data_dir


def notes(user: UserData) -> set[str]:
    return {note.text for kept in user.kept() for note in kept.notes}


@pytest.fixture
def backup(user: UserData) -> bytes:
    """Return a backup with 200 notes; there are others now."""
    for number in range(200):
        user.add_note(FIGURE, f"cũ {number} " * 50)
    made = back_up(user, [])[1]
    for note in [note for kept in user.kept() for note in kept.notes][:150]:
        user.remove_note(note.id)
    for number in range(300):
        user.add_note(PERSON, f"mới {number} " * 50)
    return made


def test_another_reader_sees_at_once_what_was_brought_back(user: UserData, file: Path, backup: bytes) -> None:
    other = UserData.open(file)
    assert len(notes(other)) == 350
    restore(user, backup)
    assert notes(other) == notes(user)
    assert len(notes(other)) == 200
    other.star(KEY, True)
    assert user.stars() == {KEY}


def test_a_backup_is_of_one_moment(user: UserData, file: Path) -> None:
    """A writer adds two notes at a time: no backup has one of them without the other."""

    def write(say: Say) -> None:
        writer = UserData.open(file)
        for number in range(10**6):
            with writer.store.transaction():
                for name in ("a", "b"):
                    writer.store.put("notes", (f"{name}{number}", 1, f"{name}{number}", "x", "x", ""))
            say("two")

    user.add_note(PERSON, "x")
    child = Child(write)
    for _ in range(20):
        child.line()
        file_of_backup = file.with_name("copy.sqlite")
        file_of_backup.write_bytes(unpack(back_up(user, [])[1]).database)
        with closing(sqlite3.connect(file_of_backup)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            count = connection.execute("SELECT count(*) FROM notes WHERE length(id) < 32").fetchone()[0]
            assert count % 2 == 0
    child.kill()
    child.rest()


@pytest.mark.parametrize("times", [15, pytest.param(150, marks=pytest.mark.slow)])
def test_a_restore_that_is_killed_has_happened_or_has_not(
    user: UserData, file: Path, backup: bytes, times: int
) -> None:
    now = back_up(user, [])[1]
    old, new = {note for note in notes(user) if note.startswith("cũ")}, notes(user)
    chance, took, seen = random.Random(times), 0.0, set()
    for number in range(times):
        restore(user, now)
        assert notes(user) == new
        begin = time.perf_counter()
        child = Child(lambda say: say(str(restore(UserData.open(file), backup).files)))
        if number == 0:  # it may end, and tells how long that takes
            child.line()
            took = time.perf_counter() - begin
        until = begin + chance.random() * 1.2 * took if number > 1 else begin
        while time.perf_counter() < until:
            pass
        child.kill()
        child.rest()
        there = notes(user)
        assert user.store.rows("PRAGMA integrity_check") == [("ok",)]
        assert there == new or (len(there) == 200 and old < there)
        seen.add(len(there))
    assert seen == {200, 350}


def test_where_no_copy_of_what_is_replaced_can_be_kept_nothing_is_replaced(user: UserData, backup: bytes) -> None:
    data_dir().parent.mkdir(parents=True)
    data_dir().write_text("in the way", encoding="utf-8")
    with pytest.raises(BackupError, match="before-restore"):
        restore(user, backup)
    assert len(notes(user)) == 350


@pytest.mark.parametrize(("limit", "expected"), [(1000, "a working copy"), (600_000, "userdata.sqlite: the disk")])
def test_a_restore_that_does_not_fit_on_the_disk_is_named_and_changes_nothing(
    file: Path, backup: bytes, limit: int, expected: str
) -> None:
    def bring_back(say: Say) -> None:
        user = UserData.open(file)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            restore(user, backup)
        except (UserDataError, BackupError) as error:
            say(str(error))

    (error,) = Child(bring_back).rest()
    assert expected in error
    assert len(notes(UserData.open(file))) == 350


def test_another_program_that_does_not_stop_writing_is_named(
    user: UserData, file: Path, backup: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert WAIT > 1
    monkeypatch.setattr("tui.library.userdata.store.WAIT", 0.05)
    user.store.rows("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserDataError, match="another program is writing"):
            restore(user, backup)
    assert len(notes(user)) == 350
    restore(user, backup)
    assert len(notes(user)) == 200
