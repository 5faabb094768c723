"""The index is never trusted more than the files, and never in the way."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest

from tests import invented
from tests.generated.library import made
from tui.library import Library
from tui.library.index.engine import Ask
from tui.library.index.opening import place
from tui.library.index.sqlite import store
from tui.library.index.tables import Sorting
from tui.search import Corpus, search


def opened(folder: Path) -> Library:
    library = Library.open(folder)
    library.refresh(here=True)
    return library


def change(folder: Path, statement: str) -> None:
    """Change the index of a library behind its back."""
    connection = sqlite3.connect(place(folder))
    with connection:
        connection.execute(statement)
    connection.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of invented articles that has been read."""
    folder = invented.write(tmp_path / "articles")
    opened(folder).close()
    return folder


def is_whole(library: Library) -> bool:
    records = [library.document(entry.article_key).record for entry in library.entries()]
    return len(records) == 3 and None not in records and search("nuoc sach", Corpus(library.index)).total > 0


@pytest.mark.parametrize("damage", [b"", b"nonsense", bytes(5000)], ids=["empty", "short", "zeros"])
def test_a_damaged_index_is_made_anew(folder: Path, damage: bytes) -> None:
    place(folder).write_bytes(damage)
    assert is_whole(opened(folder))


def test_damage_in_the_middle_is_made_good_when_it_is_met(folder: Path) -> None:
    file = place(folder)
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    file.write_bytes(content)
    library = Library.open(folder)
    library.refresh(here=True)
    library.refresh(here=True)
    assert is_whole(library)


@pytest.mark.parametrize("mark", ["user_version", "application_id"])
def test_an_index_of_another_version_or_program_is_made_anew(folder: Path, mark: str) -> None:
    change(folder, f"PRAGMA {mark} = 999")
    assert Library.open(folder).pending() == 3
    assert is_whole(opened(folder))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE sessions SET state = NULL, day = NULL",
        "UPDATE files SET problems = x'c1c1'",
        "UPDATE passages SET places = x'c1'",
        "DROP TABLE heads",
        "DROP TABLE find_bodies",
    ],
)
def test_nonsense_in_it_costs_nothing_but_time(folder: Path, statement: str) -> None:
    change(folder, statement)
    library = Library.open(folder)
    search("nuoc sach", Corpus(library.index))
    library.refresh(here=True)
    library.refresh(here=True)
    assert is_whole(library)


def test_a_text_with_nonsense_in_it_is_read_from_the_file_and_kept_anew(folder: Path) -> None:
    change(folder, "UPDATE texts SET text = x'00', record = x'00'")
    library = Library.open(folder)
    for entry in library.entries():
        assert library.document(entry.article_key).text == invented.ARTICLES[entry.path]
    library.refresh(here=True)
    library.refresh(here=True)
    assert is_whole(library)


@pytest.mark.parametrize("damage", [b"nonsense" * 2000, bytes(50_000)], ids=["text", "zeros"])
def test_damage_is_said_in_one_line(folder: Path, damage: bytes) -> None:
    place(folder).write_bytes(damage)
    library = opened(folder)
    assert "damaged" in library.notice and "\n" not in library.notice
    assert [one.reason for one in library.problems() if not one.path] == [library.notice]
    library.close()
    assert opened(folder).notice == ""


def test_another_programs_database_is_made_anew_and_said(folder: Path) -> None:
    place(folder).unlink()
    connection = sqlite3.connect(place(folder))
    connection.executescript(
        "CREATE TABLE bookmarks (url TEXT); INSERT INTO bookmarks VALUES ('x'); PRAGMA user_version=1"
    )
    connection.close()
    library = opened(folder)
    assert is_whole(library)
    assert "made again" in library.notice


def test_an_index_of_another_version_is_made_anew_without_a_word(folder: Path) -> None:
    change(folder, "PRAGMA user_version = 999")
    library = opened(folder)
    assert is_whole(library) and library.notice == ""


def test_any_page_may_be_damaged_and_nothing_wrong_is_shown(folder: Path) -> None:
    file = place(folder)
    sound = file.read_bytes()
    pages = len(sound) // 4096
    for page in range(0, pages, max(1, pages // 12)):
        content = bytearray(sound)
        content[page * 4096 : (page + 1) * 4096] = b"\x5a" * 4096
        for ending in ("", "-wal", "-shm"):
            Path(f"{file}{ending}").unlink(missing_ok=True)
        file.write_bytes(content)
        library = Library.open(folder)
        for entry in library.entries():
            with suppress(KeyError):
                assert library.document(entry.article_key).text == invented.ARTICLES[entry.path]
        for hit in search("nuoc sach", Corpus(library.index)).hits("sessions"):
            assert hit.path in {"", *invented.ARTICLES}
        library.index.tables.listed("people", Ask(()), Sorting("name"))
        library.refresh(here=True)
        with suppress(KeyError):  # the index was made anew meanwhile
            is_whole(library)  # what is met now is made good by the next refresh
        library.refresh(here=True)
        assert is_whole(library), page
        library.close()


def test_an_index_that_another_process_locks_is_neither_waited_for_nor_removed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "_WAIT", 0.05)
    connection = sqlite3.connect(place(folder), isolation_level=None)
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    library = opened(folder)
    assert is_whole(library)
    assert "locked" in library.notice
    connection.execute("COMMIT")
    connection.close()
    library.close()
    assert opened(folder).notice == ""


def test_where_the_index_can_only_be_read_the_library_opens_and_says_so(folder: Path) -> None:
    file = place(folder)
    sound = file.read_bytes()
    file.unlink()
    file.mkdir()  # nothing can be written there, by nobody
    library = opened(folder)
    assert is_whole(library)
    assert "can be kept" in library.notice
    assert file.is_dir()
    file.rmdir()
    file.write_bytes(sound)
    assert Library.open(folder).pending() == 0


def test_a_folder_that_can_only_be_read_is_read_and_nothing_is_written_into_it(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    folder.chmod(0o500)
    try:
        assert is_whole(opened(folder))
    finally:
        folder.chmod(0o700)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_an_index_that_vanishes_is_made_anew_by_the_next_reader(folder: Path) -> None:
    library = Library.open(folder)
    for ending in ("", "-wal", "-shm"):
        Path(f"{place(folder)}{ending}").unlink(missing_ok=True)
    assert is_whole(library)
    assert is_whole(opened(folder))


def test_without_a_place_for_an_index_the_library_opens_all_the_same_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    library = opened(invented.write(tmp_path / "articles"))
    assert is_whole(library)
    assert "can be kept" in library.notice


def test_on_a_full_disk_everything_goes_on_in_memory_and_says_so(tmp_path: Path) -> None:
    folder = invented.write(tmp_path / "articles")
    library = opened(folder)
    for one in made(40):
        (folder / one.path).write_text(one.text, encoding="utf-8")
    writer = library.index._store._writer  # type: ignore[attr-defined]
    pages = writer.execute("PRAGMA page_count").fetchone()[0]
    writer.execute(f"PRAGMA max_page_count = {pages + 2}")
    library.refresh(here=True)
    library.refresh(here=True)
    assert len(library.entries()) == 43
    assert search("nuoc sach", Corpus(library.index)).total > 0
    assert "full" in library.notice
    assert len(opened(folder).entries()) == 43


def test_two_readers_use_one_index(folder: Path) -> None:
    one, other = opened(folder), opened(folder)
    (folder / "cho.txt").write_text(invented.MARKETS.replace("12/20", "13/20"), encoding="utf-8")
    one.refresh(here=True)
    assert one.entries() == other.entries()
    assert search("13/20", Corpus(other.index)).total > 0
    other.refresh(here=True)
    assert one.entries() == other.entries()


def test_a_reader_that_writes_for_long_makes_the_other_one_wait_or_try_again(folder: Path) -> None:
    library = Library.open(folder)
    library.index._store._writer.execute("PRAGMA busy_timeout = 10")  # type: ignore[attr-defined]
    (folder / "cho.txt").write_text(invented.MARKETS.replace("12/20", "13/20"), encoding="utf-8")
    connection = sqlite3.connect(place(folder), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    library.refresh(here=True)
    connection.execute("COMMIT")
    library.refresh(here=True)
    assert search("13/20", Corpus(library.index)).total > 0
    assert library.notice == ""
