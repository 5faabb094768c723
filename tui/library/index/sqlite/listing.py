"""Lists: sessions in their orders, files that are known, and what was wrong with them."""

from __future__ import annotations

import os
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from sys import intern
from typing import Any

import msgspec

from tui.library.compact import decode
from tui.library.entry import Entry, Problem
from tui.library.index.engine import Kept, Order
from tui.library.index.known import Known
from tui.library.scan import Found, Stamp

_NAMES = (
    "path", "article_key", "state", "headline", "date", "part_of_day", "published", "place", "theme", "classification",
    "organizer", "chair", "publisher", "people", "groups", "figures", "requests", "corrected"
)  # fmt: skip
COLUMNS = ", ".join("key" if name == "article_key" else name for name in _NAMES)
"""What an entry is made of, in its order."""
TWIN, SEEN, KNOWN, WHOLE = range(4)
"""Stages of a session: another file of the library holds its article, too; its file was looked at; its head is known;
its body, figures and requests are, too."""
_ORDERS: dict[Order, str] = {
    "date": "day DESC, path",
    "place": "by_place, day DESC, path",
    "name": "by_name, path",
}
_FOUND = """
CREATE TEMP TABLE IF NOT EXISTS seen (
    path BLOB PRIMARY KEY, changed INTEGER, size INTEGER, record BLOB, record_changed INTEGER, record_size INTEGER
) WITHOUT ROWID
"""
_NEW = """
SELECT seen.path, seen.changed, seen.size, record, seen.record_changed, seen.record_size
FROM seen LEFT JOIN files USING (path) LEFT JOIN sessions ON sessions.id = files.session
WHERE files.path IS NULL OR problems IS NOT NULL
OR (files.changed, files.size) IS NOT (seen.changed, seen.size)
OR (files.record_changed, files.record_size) IS NOT (seen.record_changed, seen.record_size)
OR (parser != ? AND NOT coalesce(corrected, 0))
ORDER BY sessions.day DESC, seen.path
"""
_GONE = """
SELECT path FROM files WHERE path NOT IN (SELECT path FROM seen)
UNION SELECT path FROM sessions WHERE path NOT IN (SELECT path FROM seen)
"""


def entry_of(columns: Sequence[Any]) -> Entry:
    """Return the entry of a row."""
    values = dict(zip(_NAMES, columns, strict=True))
    values["path"] = os.fsdecode(values["path"])
    values["corrected"] = bool(values["corrected"])
    return Entry(**values)


def entries(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, Entry]:
    """Return the entries of sessions by their numbers."""
    select = f"SELECT id, {COLUMNS} FROM sessions WHERE id IN ({', '.join(map(str, numbers))})"
    return {number: entry_of(row) for number, *row in connection.execute(select)}


def at_stage(connection: sqlite3.Connection, stage: int, limit: int, after: int) -> list[Kept]:
    """Return the sessions of a stage as they are kept, by their numbers."""
    select = (
        f"SELECT id, {COLUMNS}, text, record FROM sessions JOIN texts ON session = id WHERE stage = {stage} AND id > ?"
    )
    rows = connection.execute(f"{select} ORDER BY id LIMIT ?", (after, limit))
    return [Kept(number, entry_of(columns), text, record) for number, *columns, text, record in rows]


def order(connection: sqlite3.Connection, by: Order, limit: int | None) -> Sequence[int]:
    """Return the numbers of all sessions in an order, or of the first ones."""
    limited = "" if limit is None else f" LIMIT {limit}"
    select = f"SELECT id FROM sessions WHERE stage > {TWIN} ORDER BY {_ORDERS[by]}{limited}"
    return array("q", [number for (number,) in connection.execute(select).fetchall()])


def by_day(connection: sqlite3.Connection, limit: int | None) -> tuple[Sequence[int], Sequence[str]]:
    """Return the numbers of sessions, newest first, and the month of each."""
    limited = "" if limit is None else f" LIMIT {limit}"
    select = f"SELECT id, substr(day, 1, 7) FROM sessions WHERE stage > {TWIN} ORDER BY {_ORDERS['date']}{limited}"
    rows = connection.execute(select).fetchall()
    return array("q", [number for number, _ in rows]), [intern(month) for _, month in rows]


def numbers(connection: sqlite3.Connection, *, key: str | None = None, path: str | None = None) -> list[int]:
    """Return the sessions of articles whose key begins so, or the one of a file."""
    if path is not None:
        rows = connection.execute("SELECT id FROM sessions WHERE path = ? AND stage > 0", (os.fsencode(path),))
    else:
        select = "SELECT id FROM sessions WHERE key >= ? AND key < ? AND stage > 0 ORDER BY key LIMIT 100"
        rows = connection.execute(select, (key, f"{key}\U0010ffff"))
    return [number for (number,) in rows]


def keys(connection: sqlite3.Connection, paths: Iterable[str]) -> Mapping[str, str]:
    """Return the article keys of files that have been read."""
    found: dict[str, str] = {}
    for path in paths:
        row = connection.execute("SELECT key FROM sessions WHERE path = ?", (os.fsencode(path),)).fetchone()
        if row:
            found[path] = row[0]
    return found


def known(connection: sqlite3.Connection, path: str) -> Known | None:
    """Return how a file was read, or None for one that was not."""
    select = "SELECT changed, size, record_changed, record_size, parser, problems FROM files WHERE path = ?"
    row = connection.execute(select, (os.fsencode(path),)).fetchone()
    if row is None:
        return None
    changed, size, record_changed, record_size, parser, said = row
    return Known(path, _stamp(changed, size), _stamp(record_changed, record_size), parser, _problems(said))


def problems(connection: sqlite3.Connection) -> list[Problem]:
    """Return what was wrong with files when they were last read, in the order of paths."""
    rows = connection.execute("SELECT problems FROM files WHERE problems IS NOT NULL ORDER BY path")
    return [problem for (said,) in rows for problem in _problems(said)]


def twins(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the files that hold the same article as another one, each with that one."""
    rows = connection.execute(
        "SELECT twin.path, first.path FROM sessions AS twin JOIN sessions AS first ON first.key = twin.key "
        f"WHERE twin.stage = {TWIN} AND first.stage > {TWIN}"
    )
    return [(os.fsdecode(path), os.fsdecode(first)) for path, first in rows]


def differences(connection: sqlite3.Connection, found: Iterable[Found], parser: int) -> tuple[list[Found], list[str]]:
    """Hold what is in the folder against what is known: files to be read, newest first, and paths that are gone."""
    connection.execute(_FOUND)
    connection.execute("DELETE FROM seen")
    connection.executemany("INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?)", map(_seen, found))
    new = [_found(*row) for row in connection.execute(_NEW, (parser,))]
    gone = [os.fsdecode(path) for (path,) in connection.execute(_GONE)]
    connection.execute("DELETE FROM seen")
    return new, gone


def _found(
    path: bytes, changed: int | None, size: int | None, record: bytes | None, *beside: int | None
) -> Found:  # fmt: skip
    name = None if record is None else os.fsdecode(record)
    return Found(os.fsdecode(path), _stamp(changed, size), name, _stamp(*beside))


def _seen(one: Found) -> tuple[object, ...]:
    record = None if one.record is None else os.fsencode(one.record)
    return os.fsencode(one.path), *stamp_columns(one.stamp), record, *stamp_columns(one.record_stamp)


def stamp_columns(stamp: Stamp | None) -> tuple[int | None, int | None]:
    """Return a stamp as the tables have it."""
    return (stamp.changed, stamp.size) if stamp else (None, None)


def _stamp(changed: int | None, size: int | None) -> Stamp | None:
    return None if changed is None or size is None else Stamp(changed, size)


def _problems(said: bytes | None) -> tuple[Problem, ...]:
    return msgspec.convert(decode(said), tuple[Problem, ...]) if said else ()
