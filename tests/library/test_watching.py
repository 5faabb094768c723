"""Noticing changes of a folder, and taking turns at work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from tests import invented
from tui.library import Library
from tui.library.locking import turn
from tui.library.watching import Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = invented.write(tmp_path / "library")
    (folder / "sub").mkdir()
    (folder / "sub" / "more.txt").write_text("Một bài khác", "utf-8")
    return folder


def older(path: Path) -> None:
    """Make a folder's or file's time another one, however coarse the clock is."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10**9))


def test_an_untouched_folder_has_not_changed(folder: Path) -> None:
    watch = Watch(folder)
    assert not any(watch.changed(closely=closely) for closely in (False, False, True, False, True))


@pytest.mark.parametrize("change", ["new", "moved", "deleted", "new folder", "in a folder"])
def test_files_that_come_go_or_move_are_noticed_by_their_folders(change: str, folder: Path) -> None:
    watch = Watch(folder)
    watch.changed()
    for path in (folder, folder / "sub"):
        older(path)
    watch.changed()
    if change == "new":
        (folder / "new.txt").write_text("x")
    elif change == "moved":
        (folder / "cho.txt").rename(folder / "sub" / "cho.txt")
    elif change == "deleted":
        (folder / "cho.txt").unlink()
    elif change == "new folder":
        (folder / "other").mkdir()
    else:
        (folder / "sub" / "new.txt").write_text("x")
    assert watch.changed()
    assert not watch.changed(), "it is noticed once"


def test_a_file_in_a_folder_that_is_new_itself_is_noticed(folder: Path) -> None:
    watch = Watch(folder)
    watch.changed()
    (folder / "other").mkdir()
    watch.changed()
    older(folder / "other")
    watch.changed()
    (folder / "other" / "new.txt").write_text("x")
    assert watch.changed()


def test_a_file_that_is_written_into_is_noticed_at_a_close_look(folder: Path) -> None:
    watch = Watch(folder)
    watch.changed()
    with (folder / "cho.txt").open("a") as file:
        file.write("more")
    assert not watch.changed(), "not yet: a close look was a moment ago"
    assert watch.changed(closely=True)
    assert not watch.changed(closely=True)


def test_hidden_folders_and_other_files_do_not_count(folder: Path) -> None:
    (folder / ".git").mkdir()
    watch = Watch(folder)
    watch.changed()
    (folder / ".git" / "index").write_text("x")
    assert not watch.changed(closely=True)


def test_of_a_single_file_it_and_its_record_are_watched(folder: Path) -> None:
    watch = Watch(folder, "cho.txt")
    watch.changed()
    (folder / "other.txt").write_text("x")
    assert not watch.changed(closely=True)
    (folder / "cho.yaml").write_text("x")
    assert watch.changed(closely=True)


def test_a_folder_that_vanishes_is_noticed_without_harm(folder: Path) -> None:
    watch = Watch(folder / "sub")
    watch.changed()
    (folder / "sub" / "more.txt").unlink()
    (folder / "sub").rmdir()
    assert watch.changed()
    assert not watch.changed()


# Two readers


def test_work_is_done_by_one_after_the_other(tmp_path: Path) -> None:
    done: list[str] = []
    begun, end = Event(), Event()

    def work() -> None:
        with turn(tmp_path / "lock", Event()) as mine:
            assert mine
            begun.set()
            end.wait(20)
            done.append("first")

    thread = Thread(target=work)
    thread.start()
    begun.wait(20)
    stop = Event()
    stop.set()
    with turn(tmp_path / "lock", stop) as mine:
        assert not mine, "it does not wait when it is told to stop"
    end.set()
    with turn(tmp_path / "lock", Event()) as mine:
        assert mine
        done.append("second")
    thread.join()
    assert done == ["first", "second"]


_READ = """
import sys
from pathlib import Path
from tui.library import Library
library = Library.open(Path(sys.argv[1]))
read = []
library.refresh(lambda one: read.append(one.path), here=True)
print(len(read), len([one for one in library.entries() if one.state == "ready"]))
"""


def test_of_two_readers_at_once_each_file_is_read_by_one(folder: Path) -> None:
    command = [sys.executable, "-c", _READ, str(folder)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = [list(map(int, reader.communicate(timeout=120)[0].split())) for reader in readers]
    assert sum(read for read, _ in told) == 4
    assert [ready for _, ready in told] == [4, 4], "and both have all of them"


def test_what_another_reader_keeps_changes_the_state(folder: Path) -> None:
    one, other = Library.open(folder), Library.open(folder)
    try:
        one.entries()
        before = one.state()
        assert one.state() == before
        other.refresh(here=True)
        assert one.state() != before
        assert {entry.state for entry in one.entries()} == {"ready"}
    finally:
        one.close()
        other.close()
