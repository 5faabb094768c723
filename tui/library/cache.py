"""The cache of a library: what was read and parsed, so that it need not be again. All its SQL is here.

It can be deleted at any time. One of another schema, a damaged or foreign one is made anew, never misread; where it
can't be written, one in memory takes its place.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

import msgspec

from tui.library.compact import decode, encode
from tui.library.entry import Entry, Problem
from tui.library.scan import Stamp
from tui.paths import cache_dir

SCHEMA = 3
"""Number of the tables below and of what is packed in them."""
_APPLICATION = 0x67736D74
_WAIT = 5.0
"""Seconds to wait for another reader that is writing."""
_TABLES = """
CREATE TABLE files (path BLOB PRIMARY KEY, stamp BLOB, record BLOB, parser INTEGER, entry BLOB, problems BLOB)
    WITHOUT ROWID;
CREATE TABLE bodies (path BLOB PRIMARY KEY, text BLOB, record BLOB);
"""

Result = TypeVar("Result")
_Stored = tuple[bytes, bytes, bytes, int, bytes, bytes]


class Row(msgspec.Struct, frozen=True):
    """One article as the cache knows it without its text: by which stamps of source and record, and which parser."""

    entry: Entry
    stamp: Stamp
    record_stamp: Stamp | None
    parser: int
    problems: tuple[Problem, ...]
    """What was wrong with it when it was read."""


class Body(msgspec.Struct, frozen=True):
    """An article's text and packed record (see ``tui.library.compact``)."""

    text: str
    record: bytes | None


class Cache:
    """The cache of one library; it may be used from any thread."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, made anew where it is of no use, or with None one in memory."""
        self._lock = RLock()
        self._path = path
        self._connection = self._opened()

    @classmethod
    def of(cls, root: Path) -> Cache:
        """Open the cache of the library in a folder."""
        return cls(place(root))

    def rows(self) -> Mapping[str, Row]:
        """Return what is known of each article, by path."""
        select = "SELECT path, stamp, record, parser, entry, problems FROM files"
        found: list[_Stored] = self._run(lambda connection: connection.execute(select).fetchall(), [])
        try:
            return {_path(row[0]): _row(row) for row in found}
        except (ValueError, TypeError):
            self._renew()
            return {}

    def body(self, path: str) -> Body | None:
        """Return an article's text and record, or None when they are not kept."""
        found = self._run(
            lambda connection: connection.execute(
                "SELECT text, record FROM bodies WHERE path = ?", (os.fsencode(path),)
            ).fetchone(),
            None,
        )
        try:
            return Body(zlib.decompress(found[0]).decode("utf-8", "surrogatepass"), found[1]) if found else None
        except (zlib.error, TypeError, ValueError):
            self._renew()
            return None

    def put(self, kept: Iterable[tuple[Row, Body]]) -> None:
        """Keep articles, in the place of earlier ones with the same path."""
        files, bodies = [], []
        for row, body in kept:
            path = os.fsencode(row.entry.path)
            stamps = (encode(row.stamp), encode(row.record_stamp))
            files.append((path, *stamps, row.parser, encode(row.entry), encode(row.problems)))
            bodies.append((path, zlib.compress(body.text.encode("utf-8", "surrogatepass"), 1), body.record))

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", files)
                connection.executemany("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)", bodies)

        self._run(write, None)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget articles."""
        gone = [(os.fsencode(path),) for path in paths]

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("DELETE FROM files WHERE path = ?", gone)
                connection.executemany("DELETE FROM bodies WHERE path = ?", gone)

        self._run(write, None)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _run(self, task: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Do something with the file; when it turns out to be of no use it is made anew and ``otherwise`` returned."""
        with self._lock:
            try:
                return task(self._connection)
            except sqlite3.OperationalError:  # locked for long, a full disk: go on without it this once
                return otherwise
            except sqlite3.DatabaseError:
                self._renew()
                return otherwise

    def _opened(self) -> sqlite3.Connection:
        if self._path is not None:
            for attempt in ("as it is", "made anew"):
                with suppress(sqlite3.Error, OSError):
                    if attempt == "made anew":
                        _remove(self._path)
                    self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                    return _connect(str(self._path))
        return _connect(":memory:")

    def _renew(self) -> None:
        with self._lock:
            self._connection.close()
            if self._path is not None:
                with suppress(OSError):
                    _remove(self._path)
            self._connection = self._opened()


def place(root: Path) -> Path:
    """Return where the cache of the library in a folder is kept: a readable name, and a hash of the whole path."""
    whole = os.fsencode(os.path.realpath(root))
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", root.name)[:40].strip("-") or "library"
    return cache_dir() / f"{name}-{hashlib.sha256(whole).hexdigest()[:16]}.sqlite"


def _connect(name: str) -> sqlite3.Connection:
    """Return a connection to a file of this schema; an empty file gets the tables.

    Raises:
        sqlite3.Error: it is no such file, or can't be opened or written.

    """
    connection = sqlite3.connect(name, timeout=_WAIT, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if empty:
            script = f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {SCHEMA};"
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} {script} COMMIT;")
        elif version != SCHEMA or connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION:
            raise sqlite3.DatabaseError("another schema")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{ending}")


def _path(blob: bytes) -> str:
    return os.fsdecode(blob)


def _row(row: _Stored) -> Row:
    _, stamp, record, parser, entry, problems = row
    return Row(
        msgspec.convert(decode(entry), Entry),
        msgspec.convert(decode(stamp), Stamp),
        msgspec.convert(decode(record), Stamp | None),
        parser,
        msgspec.convert(decode(problems), tuple[Problem, ...]),
    )
