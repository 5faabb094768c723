"""What was acknowledged is on the disk, whatever happens then; what can't be kept is said by name."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.children import Child, Say, nobody
from tests.userdata.places import FIGURE, KEY, PERSON, REQUEST, SESSION
from tui.library.userdata import State, UserData, UserDataError, store
from tui.library.userdata.schema import SCHEMA

CYCLE: tuple[State, ...] = ("answered", "done", "dropped")


def notes(user: UserData) -> list[str]:
    return [note.text for kept in user.kept() for note in kept.notes]


def write_without_end(file: Path, say: Say) -> None:
    """Make changes of every kind, one after the other, and say each when it is acknowledged."""
    user = UserData.open(file)
    for number in range(10**6):
        name = f"{os.getpid()}-{number}"
        user.add_note(PERSON, f"note {name}")
        say(f"note {name}")
        user.star(f"star {name}", True)
        say(f"star {name}")
        user.set_state(REQUEST, CYCLE[number % 3])
        say(f"state {CYCLE[number % 3]}")
        user.tag(FIGURE, f"tag {name}")
        user.undo()
        say(f"tag {name}")


def kill_and_look(file: Path, chance: random.Random) -> int:
    """Kill a writer at a random moment, and check that all that it had said is there; return how much that was."""
    child = Child(lambda say: write_without_end(file, say))
    said = [child.line() for _ in range(chance.randrange(12))]
    until = time.perf_counter() + chance.random() * 0.004
    while time.perf_counter() < until:
        pass
    child.kill()
    said += child.rest()
    user = UserData.open(file)
    assert user.notice == ""
    assert user.store.rows("PRAGMA integrity_check") == [("ok",)]
    assert {line for line in said if line.startswith(("note", "star"))} <= {*notes(user), *user.stars()}
    assert not set(said) & set(user.tags())
    acknowledged = [CYCLE.index(line.split()[1]) for line in said if line.startswith("state")]
    if acknowledged:
        following = CYCLE[(acknowledged[-1] + 1) % 3]
        assert user.kept(section="requests")[0].state in (CYCLE[acknowledged[-1]], following)
    user.close()
    return len(said)


@pytest.mark.parametrize("times", [30, pytest.param(300, marks=pytest.mark.slow)])
def test_a_writer_that_is_killed_leaves_everything_that_it_has_acknowledged(tmp_path: Path, times: int) -> None:
    chance = random.Random(times)
    said = [kill_and_look(tmp_path / str(number // 10) / "userdata.sqlite", chance) for number in range(times)]
    assert len(set(said)) > 5


def test_two_writers_at_once_lose_nothing(file: Path) -> None:
    def write(name: str, say: Say) -> None:
        user = UserData.open(file)
        for number in range(40):
            user.add_note(PERSON, f"{name} {number}")
        say("done")

    children = [Child(lambda say, name=name: write(name, say)) for name in ("one", "other")]  # type: ignore[misc]
    assert [child.rest() for child in children] == [["done"], ["done"]]
    assert sorted(notes(UserData.open(file))) == sorted(f"{name} {n}" for name in ("one", "other") for n in range(40))


def test_readers_that_open_at_the_same_moment_make_one_file(file: Path) -> None:
    def begin(say: Say) -> None:
        user = UserData.open(file)
        user.add_note(PERSON, str(os.getpid()))
        say(user.notice)

    children = [Child(begin) for _ in range(6)]
    assert [child.rest() for child in children] == [[""]] * 6
    assert sorted(notes(UserData.open(file))) == sorted(str(child.pid) for child in children)


def test_a_full_disk_is_named_and_what_was_there_stays(user: UserData, file: Path) -> None:
    user.add_note(PERSON, "Cũ.")
    pages = user.store.rows("PRAGMA page_count")[0][0]
    user.store.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserDataError, match=r"userdata\.sqlite: the disk is full"):
        for number in range(1000):
            user.add_note(FIGURE, f"{number} " * 500)
    before = notes(user)
    assert "Cũ." in before
    user.store.rows("PRAGMA max_page_count = 100000")
    user.add_note(PERSON, "Mới.")
    assert sorted(notes(UserData.open(file))) == sorted([*before, "Mới."])


def test_a_file_that_may_not_grow_is_named_and_what_was_there_stays(file: Path) -> None:
    def write(say: Say) -> None:
        user = UserData.open(file)
        user.add_note(PERSON, "Cũ.")
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
        try:
            for number in range(1000):
                user.add_note(FIGURE, f"{number} " * 500)
                say("kept")
        except UserDataError as error:
            say(str(error))
        say(f"{len(notes(user))} notes")

    *kept, error, there = Child(write).rest()
    assert "userdata.sqlite: the disk" in error and "was not kept" in error
    assert there == f"{len(kept) + 1} notes"
    assert len(notes(UserData.open(file))) == len(kept) + 1


@pytest.fixture
def outside() -> Iterator[Path]:
    """Return a folder that everybody may look into."""
    folder = Path(mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("closed", [True, False], ids=["closed", "in use"])
def test_a_directory_that_can_not_be_written_is_named_and_can_be_read(outside: Path, closed: bool) -> None:
    file = outside / "userdata.sqlite"
    user = UserData.open(file)
    user.add_note(PERSON, "Cũ.")
    if closed:
        user.close()
    before = {path.name: path.read_bytes() for path in outside.iterdir()}
    for path in outside.iterdir():
        path.chmod(0o444)
    outside.chmod(0o555)

    def look(say: Say) -> None:
        reader = UserData.open(file)
        say(reader.notice)
        reader.add_note(PERSON, "Mới.")
        say(", ".join(notes(reader)))

    notice, there = Child(look, before=nobody).rest()
    assert "userdata.sqlite: can't be written" in notice
    assert there == "Cũ., Mới."
    assert {path.name: path.read_bytes() for path in outside.iterdir()} == before


def test_a_file_that_can_not_be_read_is_named_and_left_alone(outside: Path) -> None:
    file = outside / "userdata.sqlite"
    UserData.open(file).close()
    before = file.read_bytes()
    file.chmod(0)
    (notice,) = Child(lambda say: say(UserData.open(file).notice), before=nobody).rest()
    assert "userdata.sqlite: can't be opened" in notice
    file.chmod(0o600)
    assert file.read_bytes() == before


def test_another_program_that_does_not_stop_writing_is_named(
    user: UserData, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.add_note(PERSON, "Cũ.")
    user.store.rows("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserDataError, match="another program is writing"):
            user.add_note(PERSON, "Mới.")
        assert notes(user) == ["Cũ."]
        assert notes(UserData.open(file)) == ["Cũ."]
        other.execute("ROLLBACK")
    user.add_note(PERSON, "Mới.")
    assert len(notes(user)) == 2


def test_damage_that_is_found_late_is_named(user: UserData, file: Path) -> None:
    for number in range(50):
        user.add_note(FIGURE, f"{number} " * 200)
    user.close()
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)
    with pytest.raises(UserDataError, match=r"userdata\.sqlite: is damaged .*giamsat restore"):
        UserData.open(file).kept()


def test_a_clock_that_jumps_back_changes_no_order(user: UserData, monkeypatch: pytest.MonkeyPatch) -> None:
    for moment in ("2031-01-01T00:00:00+00:00", "2020-01-01T00:00:00+00:00"):
        for module in ("additions", "requests", "selection", "articles", "searches"):
            if hasattr(module := getattr(__import__("tui.library.userdata", fromlist=[module]), module), "now"):
                monkeypatch.setattr(module, "now", lambda moment=moment: moment)
        user.set_state(REQUEST, "answered" if moment.startswith("2031") else "done")
        user.searched(moment)
        user.star(moment, True)
    assert user.recent_searches()[0].startswith("2020")
    assert user.kept(section="requests")[0].state == "done"
    undone = user.undo()
    assert undone is not None and undone.article_key.startswith("2020")


VERSION_1 = """
CREATE TABLE marks (number INTEGER PRIMARY KEY, article_key TEXT NOT NULL, section TEXT NOT NULL, exact TEXT NOT NULL,
    start INTEGER NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, library BLOB NOT NULL, path BLOB NOT NULL,
    label TEXT NOT NULL, UNIQUE (article_key, section, start, exact));
CREATE TABLE flags (kind TEXT NOT NULL, article_key TEXT NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (kind, article_key)) WITHOUT ROWID;
CREATE TABLE positions (article_key TEXT PRIMARY KEY, start INTEGER NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, article_key TEXT NOT NULL,
    label TEXT NOT NULL, before BLOB NOT NULL);
INSERT INTO marks VALUES (7, 'k', 'people', 'Vi Văn Tấn', 5, 'ông ', ' nói', CAST('/home/x' AS BLOB),
    CAST('cho.txt' AS BLOB), 'Vi Văn Tấn');
INSERT INTO marks VALUES (3, 'k', 'sessions', 'Tin', 0, '', '', CAST('/home/x' AS BLOB), CAST('cho.txt' AS BLOB),
    'Tin');
INSERT INTO flags VALUES ('star', 'k', '2024-01-01'), ('read', 'k', '2024-01-01'), ('read', 'l', '2024-01-01');
INSERT INTO positions VALUES ('k', 300, '2024-01-01');
INSERT INTO places VALUES ('library', CAST('/home/x' AS BLOB)), ('article_key', CAST('k' AS BLOB));
PRAGMA application_id = 1735617909;
PRAGMA user_version = 1;
"""


@pytest.fixture
def old(file: Path) -> Path:
    """Return a file as the first version wrote it."""
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(VERSION_1)
    return file


def test_a_file_of_an_older_version_is_brought_up_to_date_and_kept(old: Path) -> None:
    user = UserData.open(old)
    assert user.notice == ""
    assert [(mark.label, mark.anchor.exact, mark.library, mark.path) for mark in user.marks()] == [
        ("Tin", "Tin", "/home/x", "cho.txt"),
        ("Vi Văn Tấn", "Vi Văn Tấn", "/home/x", "cho.txt"),
    ]
    assert user.stars() == {"k"}
    assert user.read() == {"k", "l"}
    assert user.position("k") == 300
    assert (user.last().library, user.last().article_key) == ("/home/x", "k")
    user.mark(*user.marks())
    assert user.undo() is None
    with closing(sqlite3.connect(old.with_name("userdata.sqlite.schema-1"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT count(*) FROM flags").fetchone() == (3,)


def test_every_older_version_leads_to_the_present_tables(old: Path, tmp_path: Path) -> None:
    def tables(user: UserData) -> list[object]:
        return user.store.rows("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name")

    assert tables(UserData.open(old)) == tables(UserData.open(tmp_path / "new.sqlite"))
    assert UserData.open(old).store.rows("PRAGMA user_version") == [(SCHEMA,)]


def test_where_no_copy_can_be_kept_the_old_file_stays_as_it_is(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.library.userdata.opening.os.replace", refuse)
    user = UserData.open(old)
    assert "No space left" in user.notice
    assert user.stars() == {"k"}
    user.star("l", True)
    with closing(sqlite3.connect(old)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_program_that_is_killed_while_it_brings_a_file_up_to_date_loses_nothing(old: Path, tmp_path: Path) -> None:
    chance = random.Random(1)
    for number in range(20):
        folder = shutil.copytree(old.parent, tmp_path / str(number))
        child = Child(lambda say, folder=folder: say(UserData.open(folder / old.name).notice))  # type: ignore[misc]
        until = time.perf_counter() + chance.random() * 0.012
        while time.perf_counter() < until:
            pass
        child.kill()
        child.rest()
        user = UserData.open(folder / old.name)
        assert (user.notice, len(user.marks()), user.position("k")) == ("", 2, 300)
        assert user.stars() == {"k"}
        assert list(folder.glob("userdata.sqlite.schema-1*"))
        user.close()


def test_the_data_directory_is_shut_even_if_somebody_else_made_it(environment: Path) -> None:
    folder = environment / "data" / "giamsat"
    folder.mkdir(parents=True, mode=0o755)
    user = UserData.open()
    user.star(SESSION, True)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert user.stars() == {KEY}
    assert store.now().endswith("+00:00")
