"""What a user adds is kept, can be taken back, and is never lost silently."""

from __future__ import annotations

import sqlite3
import stat
from pathlib import Path

import pytest

from tests import invented
from tui.library import anchor
from tui.library.userdata import Mark, Place, UserData, UserDataError
from tui.paths import data_dir


def mark(words: str, key: str = "0123456789abcdef") -> Mark:
    start = invented.MARKETS.index(words)
    place = anchor(key, "people", invented.MARKETS, start, start + len(words))
    return Mark(anchor=place, library="/home/x/articles", path="cho.txt", label=words)


ONE, TWO, THREE = mark("Lò Quý Khánh"), mark("Vi Văn Tấn"), mark("12/20 chợ")


@pytest.fixture
def user(tmp_path: Path) -> UserData:
    """Return the user's data in a file of its own."""
    return UserData.open(tmp_path / "data" / "userdata.sqlite")


def test_the_selection_keeps_its_order_over_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "userdata.sqlite"
    first = UserData.open(path)
    first.mark(TWO)
    first.mark(ONE, THREE)
    first.close()
    assert UserData.open(path).marks() == (TWO, ONE, THREE)


def test_what_is_marked_already_stays_where_it_is(user: UserData) -> None:
    user.mark(ONE, TWO)
    user.mark(TWO, ONE, THREE)
    assert user.marks() == (ONE, TWO, THREE)


def test_marks_stars_and_read_marks_are_taken_back_one_by_one(user: UserData) -> None:
    user.mark(ONE, TWO)
    user.unmark(ONE.anchor)
    user.star("k", True, "a session")
    user.set_read("k", True)
    user.clear_marks()
    kinds = []
    while undone := user.undo():
        kinds.append(undone.kind)
        if undone.kind == "clear":
            assert user.marks() == (TWO,)
        if undone.kind == "unmark":
            assert user.marks() == (ONE, TWO)
    assert kinds == ["clear", "read", "star", "unmark", "mark"]
    assert (user.marks(), user.stars(), user.read()) == ((), frozenset(), frozenset())


def test_the_last_fifty_changes_can_be_taken_back(user: UserData) -> None:
    for number in range(60):
        user.star(f"key {number}", True)
    undone = 0
    while user.undo():
        undone += 1
    assert undone == 50
    assert user.stars() == {f"key {number}" for number in range(10)}


def test_what_changes_nothing_is_no_change(user: UserData) -> None:
    user.star("k", True)
    user.star("k", True)
    user.unmark(ONE.anchor)
    user.clear_marks()
    user.set_read("k", True, undoable=False)
    user.set_position("k", 12)
    assert user.undo() is not None
    assert user.undo() is None
    assert user.read() == {"k"}


def test_reading_goes_on_where_it_stopped(user: UserData) -> None:
    assert user.position("k") == 0
    user.set_position("k", 812)
    assert user.position("k") == 812
    assert user.last() == Place()
    user.set_last(Place(library="/home/x/articles", article_key="k"))
    user.set_last(Place(library="/home/y"))
    assert user.last() == Place(library="/home/y")


def test_a_changed_article_keeps_what_was_added(user: UserData) -> None:
    user.mark(ONE)
    user.star("0123456789abcdef", True)
    user.set_position("0123456789abcdef", 7)
    user.rename({"0123456789abcdef": "new"})
    assert user.marks()[0].anchor.article_key == "new"
    assert (user.stars(), user.position("new")) == (frozenset({"new", "0123456789abcdef"}), 7)


def test_two_readers_see_each_others_changes(tmp_path: Path) -> None:
    path = tmp_path / "userdata.sqlite"
    one, other = UserData.open(path), UserData.open(path)
    one.mark(ONE)
    other.mark(TWO)
    assert one.marks() == other.marks() == (ONE, TWO)


def test_the_file_is_for_the_user_alone() -> None:
    UserData.open().star("k", True)
    assert stat.S_IMODE(data_dir().stat().st_mode) == 0o700


def test_a_damaged_file_is_set_aside_and_named(tmp_path: Path) -> None:
    path = tmp_path / "userdata.sqlite"
    path.write_bytes(b"this is no database, but it is somebody's" * 100)
    user = UserData.open(path)
    copy = next(path.parent.glob("userdata.sqlite.damaged-*"))
    assert copy.name in user.notice
    assert copy.read_bytes().startswith(b"this is no database")
    user.mark(ONE)
    assert UserData.open(path).marks() == (ONE,)


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "userdata.sqlite"
    UserData.open(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    user = UserData.open(path)
    assert "newer" in user.notice
    user.mark(ONE)
    assert user.marks() == (ONE,)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM marks").fetchone() == (0,)


def test_where_nothing_can_be_kept_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    user = UserData.open(tmp_path / "file" / "userdata.sqlite")
    assert user.notice
    user.mark(ONE)
    assert user.marks() == (ONE,)


def test_a_change_that_can_not_be_written_is_an_error_and_no_half_change(user: UserData) -> None:
    user.mark(ONE)
    user.store._connection.execute("PRAGMA query_only = 1")
    with pytest.raises(UserDataError, match=r"userdata\.sqlite"):
        user.mark(TWO, THREE)
    user.store._connection.execute("PRAGMA query_only = 0")
    assert user.marks() == (ONE,)
