"""The file of the user's data, a row at a time. All its SQL is here and in ``schema``; ``user`` says what it means."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from time import monotonic
from typing import Any, NamedTuple, Self, cast

import msgspec

from tui.library.anchor import Anchor
from tui.library.userdata.opening import WAIT, UserDataError, busy, explained, opened
from tui.library.userdata.schema import TABLES
from tui.text.clean import Clean

Value = str | int | bytes | None
Row = Sequence[Value]
_Before = list[tuple[str, list[Value], Row | None]]
"""Rows before a change: their table, their key, and what they were; None: there was none."""
_ADDED = " UNION ".join(f"SELECT item FROM {table}" for table in ("stars", "tags", "notes", "requests", "answers"))
_UNDOABLE = 50
"""Changes that can be taken back."""


class Change(NamedTuple):
    """A change that can be taken back, or was: what was done, to which article, and what that is called.

    ``elsewhere`` is what it takes to take back what was done outside of this file.
    """

    kind: str
    article_key: str
    label: str
    elsewhere: bytes = b""


class Store:
    """The opened file; it may be used from any thread. Every method may raise :class:`UserDataError`."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None, notice: Clean) -> None:
        """Take a connection to a file of the present form; :meth:`open` is the way in."""
        self.notice, self.path = notice, path
        self._connection = connection
        self._lock = RLock()
        self._before: _Before | None = None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file, made where there is none; see :func:`tui.library.userdata.opening.opened`."""
        return cls(*opened(path))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do everything inside as one change of the file, or nothing of it."""
        with self._lock, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            with self._connection:
                yield

    @contextmanager
    def change(self, kind: str, article_key: str = "", label: str = "") -> Iterator[None]:
        """Do everything inside as one change that can be taken back; what changes no row is none."""
        with self.transaction():
            self._before = []
            try:
                yield
                if self._before:
                    self._push(Change(kind, article_key, label), self._before)
            finally:
                self._before = None

    def undo(self) -> Change | None:
        """Take back the latest change and return it, or None when there is none."""
        with self.transaction():
            rows = self.rows("SELECT * FROM changes ORDER BY number DESC LIMIT 1")
            if not rows:
                return None
            number, kind, article_key, label, before = rows[0]
            self.rows("DELETE FROM changes WHERE number = ?", number)
            rows, elsewhere = cast(tuple[_Before, bytes], msgspec.msgpack.decode(before))
            for table, key, row in reversed(rows):
                if table == "reads":  # the article may have another key by now
                    key[0] = self.current(str(key[0]))
                self._write(table, key, row and [*key, *row[len(key) :]])
            return Change(kind, article_key, label, elsewhere)

    def done_elsewhere(self, change: Change) -> None:
        """Keep a change of another file among those that can be taken back."""
        with self.transaction():
            self._push(change, [])

    # Rows

    def get(self, table: str, *key: Value) -> tuple[Any, ...] | None:
        """Return the row of a key, or None."""
        rows = self.rows(f"SELECT {', '.join(TABLES[table].columns)} FROM {table} WHERE {_where(table)}", *key)
        return rows[0] if rows else None

    def put(self, table: str, row: Row) -> None:
        """Write a row, in the place of one with the same key."""
        row = [storable(value) if isinstance(value, str) else value for value in row]
        self._changed(table, row[: TABLES[table].keys], row)

    def drop(self, table: str, *key: Value) -> None:
        """Take a row away."""
        self._changed(table, key, None)

    def rows(self, statement: str, *values: Value) -> list[Any]:
        """Return what a statement selects."""
        with self._lock, self._explained():
            return self._connection.execute(statement, values).fetchall()

    # The selection

    def add_mark(self, item: int) -> None:
        """Add an item to the selection, as its last one; one that is in it stays where it is."""
        if not self.rows("SELECT 1 FROM marks WHERE item = ?", item):
            self.put("marks", (self.rows("SELECT coalesce(max(number), 0) + 1 FROM marks")[0][0], item))

    def remove_marks(self, items: Container[int] | None) -> None:
        """Take items out of the selection; None: all."""
        for number, item in self.rows("SELECT number, item FROM marks"):
            if items is None or item in items:
                self.drop("marks", number)

    # Items: the places that things are added to

    def items(self, place: Anchor) -> list[int]:
        """Return the numbers of what stands for a place; two where an article was known by two keys."""
        where = "article_key = ? AND section = ? AND exact = ? AND start = ? ORDER BY number"
        values = (self.current(place.article_key), place.section, storable(place.exact), place.start)
        return [row[0] for row in self.rows(f"SELECT number FROM items WHERE {where}", *values)]

    def item(self, place: Anchor, label: str = "") -> int:
        """Return the number of what stands for a place, made where there is none; it is never taken away."""
        numbers = self.items(place)
        if numbers:
            return numbers[0]
        number = int(self.rows("SELECT coalesce(max(number), 0) + 1 FROM items")[0][0])
        key, words = self.current(place.article_key), (place.exact, place.start, place.prefix, place.suffix)
        self.put("items", (number, key, place.section, *words, label))
        return number

    def join(self, item: int, other: int) -> None:
        """Move what was added to one item to another one, which stands for the same; of two states the later stays."""
        with self.transaction():
            states = "SELECT item FROM requests WHERE item IN (?, ?) ORDER BY changed DESC, item LIMIT 1"
            for row in self.rows(states, item, other):
                self.rows("DELETE FROM requests WHERE item IN (?, ?) AND item <> ?", item, other, row[0])
            for table in ("stars", "tags", "notes", "requests", "answers", "marks"):
                self.rows(f"UPDATE OR IGNORE {table} SET item = ? WHERE item = ?", item, other)
                self.rows(f"DELETE FROM {table} WHERE item = ?", other)
            self.rows("UPDATE OR IGNORE answers SET passage = ? WHERE passage = ?", item, other)
            self.rows("DELETE FROM answers WHERE passage = ?", other)

    def places(self, article_key: str | None = None) -> list[Any]:
        """Return the rows of the items that anything was added to, of one article or of all, in the order of texts."""
        select, order = (
            f"SELECT * FROM items WHERE number IN ({_ADDED})",
            "ORDER BY article_key, section, start, number",
        )
        if article_key is None:
            return self.rows(f"{select} {order}")
        return self.rows(f"{select} AND article_key = ? {order}", self.current(article_key))

    def added(self, table: str, article_key: str | None = None) -> list[Any]:
        """Return the rows of one of the tables of what was added, of one article or of all, oldest first."""
        columns = ", ".join(f"{table}.{name}" for name in TABLES[table].columns)
        select = f"SELECT {columns} FROM {table} JOIN items ON items.number = {table}.item"
        order = {"notes": "created, notes.rowid", "tags": "tag", "answers": "passage"}.get(table, "item")
        if article_key is None:
            return self.rows(f"{select} ORDER BY {order}")
        return self.rows(f"{select} WHERE items.article_key = ? ORDER BY {order}", self.current(article_key))

    def keys_of(self, select: str) -> frozenset[str]:
        """Return the keys of the articles that a statement selects, those that they had before among them."""
        earlier = f"SELECT old FROM keys WHERE new IN ({select})"
        return frozenset(row[0] for row in self.rows(f"{select} UNION {earlier}"))

    # Keys of articles

    def current(self, article_key: str) -> str:
        """Return the key under which everything of an article is kept now."""
        row = self.get("keys", article_key)
        return str(row[1]) if row else article_key

    def family(self, article_key: str) -> list[str]:
        """Return all keys that an article has or had, the present one first."""
        current = self.current(article_key)
        return [current, *(row[0] for row in self.rows("SELECT old FROM keys WHERE new = ?", current))]

    def rename(self, old: str, new: str, *, lasting: bool = True) -> None:
        """Move everything of an article to another key; what is there under that key stays.

        ``lasting``: the old key means the article from now on, too.
        """
        if old == new:
            return
        self.rows("UPDATE items SET article_key = ? WHERE article_key = ?", new, old)
        for table in ("reads", "positions", "articles"):
            self.rows(f"UPDATE OR IGNORE {table} SET article_key = ? WHERE article_key = ?", new, old)
            self.rows(f"DELETE FROM {table} WHERE article_key = ?", old)
        self.rows("DELETE FROM keys WHERE old = ?", new)
        self.rows("UPDATE keys SET new = ? WHERE new = ?", new, old)
        if lasting:
            self.rows("INSERT OR REPLACE INTO keys VALUES (?, ?)", old, new)

    # Recent searches

    def recent(self, most: int) -> list[str]:
        """Return the latest searches, the last one first."""
        return [row[0] for row in self.rows("SELECT query FROM recent ORDER BY number DESC LIMIT ?", most)]

    def searched(self, query: str, most: int) -> None:
        """Keep a search, and only the latest ``most`` of them."""
        with self.transaction():
            self.rows("INSERT OR REPLACE INTO recent (query) VALUES (?)", storable(query))
            latest = "SELECT number FROM recent ORDER BY number DESC LIMIT ?"
            self.rows(f"DELETE FROM recent WHERE number NOT IN ({latest})", most)

    def unsearched(self, query: str) -> None:
        """Keep a search no longer."""
        with self.transaction():
            self.rows("DELETE FROM recent WHERE query = ?", storable(query))

    # The whole file

    def version(self) -> tuple[int, int]:
        """Return what is another one once anything was changed, here or by another program."""
        with self._lock:
            return int(self.rows("PRAGMA data_version")[0][0]), self._connection.total_changes

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy everything, as it is at one moment, into another database."""
        with self._lock, self._explained():
            self._connection.backup(target)

    def take_from(self, source: sqlite3.Connection) -> None:
        """Put everything of another database in the place of what is here, in one step; others see it at once."""
        until = monotonic() + WAIT

        def look(status: int, remaining: int, total: int) -> None:
            if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and monotonic() > until:
                raise UserDataError(busy(self.path))

        with self._lock, self._explained():
            source.backup(self._connection, progress=look)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _changed(self, table: str, key: Iterable[Value], row: Row | None) -> None:
        """Write a row or take it away, and keep how it was for the change that is under way."""
        key = list(key)
        old = self.get(table, *key)
        new = None if row is None else tuple(row)
        if old == new:
            return
        if self._before is not None and TABLES[table].undoable:
            self._before.append((table, key, list(old) if old else None))
        self._write(table, key, new)

    def _write(self, table: str, key: Row, row: Row | None) -> None:
        if row is None:
            self.rows(f"DELETE FROM {table} WHERE {_where(table)}", *key)
        else:
            marks = ", ".join("?" * len(row))
            self.rows(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", *row)

    def _push(self, change: Change, before: _Before) -> None:
        values = (change.kind, change.article_key, storable(change.label))
        packed = msgspec.msgpack.encode((before, change.elsewhere))
        self.rows("INSERT INTO changes (kind, article_key, label, before) VALUES (?, ?, ?, ?)", *values, packed)
        self.rows("DELETE FROM changes WHERE number <= (SELECT max(number) FROM changes) - ?", _UNDOABLE)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, msgspec.DecodeError) as error:
            raise UserDataError(explained(self.path, error)) from error


def now() -> str:
    """Return the present time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _where(table: str) -> str:
    one = TABLES[table]
    return " AND ".join(f"{name} = ?" for name in one.columns[: one.keys])


def storable(text: str) -> str:
    """Return text that SQLite can hold: a lone surrogate, which is no character, as a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
