"""The file of the user's data. All its SQL is here; ``tui.library.userdata`` says what it means."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple, Self

from tui.messages import say
from tui.text.clean import Clean, clean_line

SCHEMA = 1
"""Number of the tables below."""
_APPLICATION = 0x67736D75
_WAIT = 5.0
"""Seconds to wait for another reader that is writing."""
_TABLES = """
CREATE TABLE marks (number INTEGER PRIMARY KEY, article_key TEXT NOT NULL, section TEXT NOT NULL, exact TEXT NOT NULL,
    start INTEGER NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, library BLOB NOT NULL, path BLOB NOT NULL,
    label TEXT NOT NULL, UNIQUE (article_key, section, start, exact));
CREATE TABLE flags (kind TEXT NOT NULL, article_key TEXT NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (kind, article_key)) WITHOUT ROWID;
CREATE TABLE positions (article_key TEXT PRIMARY KEY, start INTEGER NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, article_key TEXT NOT NULL,
    label TEXT NOT NULL, before BLOB NOT NULL);
"""


class UserDataError(Exception):
    """The user's data can't be read or changed; the message is one line for people and names the file."""


class MarkRow(NamedTuple):
    """A row of ``marks``; ``number`` is None until it has one. ``library`` and ``path`` are as the system has them."""

    number: int | None
    article_key: str
    section: str
    exact: str
    start: int
    prefix: str
    suffix: str
    library: bytes
    path: bytes
    label: str


class Change(NamedTuple):
    """A row of ``changes``: what was done, and how things were before."""

    kind: str
    article_key: str
    label: str
    before: bytes


class Store:
    """The opened file; it may be used from any thread."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None, notice: Clean) -> None:
        """Take a connection to a file of this schema; :meth:`open` is the way in."""
        self.notice = notice
        self._connection = connection
        self._path = path
        self._lock = RLock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, made where there is none; one in memory, with a notice, where that can't be.

        A damaged file is set aside, and the notice names the copy.
        """
        shown = clean_line(str(path))
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return cls(_connect(str(path)), path, Clean(""))
        except _NewerError:
            notice = say("{path}: was written by a newer version; nothing is kept this time", path=shown)
        except (sqlite3.OperationalError, OSError) as error:
            reason = clean_line(str(error))
            notice = say("{path}: can't be opened ({reason}); nothing is kept this time", path=shown, reason=reason)
        except sqlite3.DatabaseError:
            with suppress(OSError, sqlite3.Error):
                copy = _set_aside(path)
                notice = say("{path}: is damaged; it was set aside as {copy}", path=shown, copy=clean_line(copy.name))
                return cls(_connect(str(path)), path, notice)
            notice = say("{path}: is damaged; nothing is kept this time", path=shown)
        return cls(_connect(":memory:"), None, notice)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything inside as one change of the file.

        Raises:
            UserDataError: it could not be written; nothing of it was.

        """
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield

    def marks(self) -> list[MarkRow]:
        """Return all marks in the order in which they were made."""
        return [MarkRow(*row) for row in self._rows("SELECT * FROM marks ORDER BY number")]

    def mark(self, article_key: str, section: str, start: int, exact: str) -> MarkRow | None:
        """Return the mark of a place, or None when it has none."""
        where = "article_key = ? AND section = ? AND start = ? AND exact = ?"
        rows = self._rows(f"SELECT * FROM marks WHERE {where}", article_key, section, start, exact)
        return MarkRow(*rows[0]) if rows else None

    def add_mark(self, row: MarkRow) -> int | None:
        """Add a mark and return its number, or None when its place has one."""
        with self._lock, self._explained():
            added = self._connection.execute("INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            return added.lastrowid if added.rowcount > 0 else None

    def remove_marks(self, numbers: Iterable[int | None]) -> None:
        """Take marks out by their numbers."""
        with self._lock, self._explained():
            self._connection.executemany("DELETE FROM marks WHERE number = ?", [(number,) for number in numbers])

    def flags(self, kind: str) -> frozenset[str]:
        """Return the keys of the articles with a flag."""
        return frozenset(row[0] for row in self._rows("SELECT article_key FROM flags WHERE kind = ?", kind))

    def flag(self, kind: str, article_key: str) -> str | None:
        """Return since when an article has a flag (ISO 8601), or None when it has not."""
        rows = self._rows("SELECT since FROM flags WHERE kind = ? AND article_key = ?", kind, article_key)
        return str(rows[0][0]) if rows else None

    def set_flag(self, kind: str, article_key: str, since: str | None) -> None:
        """Give an article a flag, or take it away with None."""
        if since is None:
            self._rows("DELETE FROM flags WHERE kind = ? AND article_key = ?", kind, article_key)
        else:
            self._rows("INSERT OR REPLACE INTO flags VALUES (?, ?, ?)", kind, article_key, since)

    def position(self, article_key: str) -> int | None:
        """Return where reading of an article stopped."""
        rows = self._rows("SELECT start FROM positions WHERE article_key = ?", article_key)
        return int(rows[0][0]) if rows else None

    def set_position(self, article_key: str, start: int) -> None:
        """Keep where reading of an article stopped."""
        self._rows("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", article_key, start, now())

    def places(self) -> dict[str, bytes]:
        """Return where the user was last, by name."""
        return {str(name): bytes(value) for name, value in self._rows("SELECT name, value FROM places")}

    def set_place(self, name: str, value: bytes) -> None:
        """Keep where the user is."""
        self._rows("INSERT OR REPLACE INTO places VALUES (?, ?)", name, value)

    def rename(self, old: str, new: str) -> None:
        """Move everything of one article to another key; what is there under the new key already stays."""
        for table in ("marks", "flags", "positions"):
            self._rows(f"UPDATE OR IGNORE {table} SET article_key = ? WHERE article_key = ?", new, old)

    def push(self, change: Change, most: int) -> None:
        """Keep a change to be taken back, and only the latest ``most`` of them."""
        self._rows("INSERT INTO changes (kind, article_key, label, before) VALUES (?, ?, ?, ?)", *change)
        self._rows("DELETE FROM changes WHERE number <= (SELECT max(number) FROM changes) - ?", most)

    def pop(self) -> Change | None:
        """Return the latest change and forget it, or None when there is none."""
        rows = self._rows("SELECT number, kind, article_key, label, before FROM changes ORDER BY number DESC LIMIT 1")
        if not rows:
            return None
        self._rows("DELETE FROM changes WHERE number = ?", rows[0][0])
        return Change(*rows[0][1:])

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with self._lock, self._explained():
            return self._connection.execute(statement, values).fetchall()

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            where, reason = clean_line(str(self._path or "")), clean_line(str(error))
            raise UserDataError(say("{path}: can't be read or written: {reason}", path=where, reason=reason)) from error


class _NewerError(Exception):
    """The file is of a newer version."""


def now() -> str:
    """Return the present time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _connect(name: str) -> sqlite3.Connection:
    """Return a connection to a file of this schema; an empty file gets the tables.

    Raises:
        _NewerError: a newer version wrote it.
        sqlite3.Error: it is of no use.

    """
    connection = sqlite3.connect(name, timeout=_WAIT, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            version, application = (
                connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "application_id")
            )
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                for statement in filter(str.strip, _TABLES.split(";")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {SCHEMA}")
            elif application != _APPLICATION:
                raise sqlite3.DatabaseError("another program's file")
            elif version > SCHEMA:
                raise _NewerError
    except BaseException:
        connection.close()
        raise
    return connection


def _set_aside(path: Path) -> Path:
    """Give a damaged file, with its companions, another name; nothing of it is deleted."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    copy = path.with_name(f"{path.name}.damaged-{stamp}")
    os.rename(path, copy)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.rename(f"{path}{ending}", f"{copy}{ending}")
    return copy
