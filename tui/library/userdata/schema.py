"""The tables of the user's data, and the way from each earlier form to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from typing import NamedTuple

SCHEMA = 2
"""Number of the tables below."""
APPLICATION = 0x67736D75
"""What marks a file of SQLite as ours."""


class Table(NamedTuple):
    """The columns of a table; a row is known by the first ``keys`` of them."""

    columns: tuple[str, ...]
    keys: int = 1
    undoable: bool = True
    """Whether a change of it is one that a user would take back."""


TABLES: Mapping[str, Table] = {
    "items": Table(("number", "article_key", "section", "exact", "start", "prefix", "suffix", "label"), undoable=False),
    "marks": Table(("number", "item")),
    "stars": Table(("item", "since")),
    "tags": Table(("item", "tag", "since"), 2),
    "notes": Table(("id", "item", "text", "created", "changed", "earlier")),
    "requests": Table(("item", "state", "due", "changed", "earlier")),
    "answers": Table(("item", "passage", "since"), 2),
    "reads": Table(("article_key", "since")),
    "positions": Table(("article_key", "start", "since"), undoable=False),
    "saved": Table(("name", "query", "since")),
    "keys": Table(("old", "new"), undoable=False),
    "articles": Table(("article_key", "library", "path", "headline", "date", "fingerprint", "met"), undoable=False),
    "places": Table(("name", "value"), undoable=False),
}
"""The tables that are written a row at a time (see :class:`tui.library.userdata.store.Store`)."""

_STATEMENTS = """
CREATE TABLE items (number INTEGER PRIMARY KEY, article_key TEXT NOT NULL, section TEXT NOT NULL, exact TEXT NOT NULL,
    start INTEGER NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, label TEXT NOT NULL);
CREATE INDEX items_of ON items (article_key, section, start);
CREATE TABLE marks (number INTEGER PRIMARY KEY, item INTEGER NOT NULL UNIQUE);
CREATE TABLE stars (item INTEGER PRIMARY KEY, since TEXT NOT NULL);
CREATE TABLE tags (item INTEGER NOT NULL, tag TEXT NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (item, tag)) WITHOUT ROWID;
CREATE TABLE notes (id TEXT PRIMARY KEY, item INTEGER NOT NULL, text TEXT NOT NULL, created TEXT NOT NULL,
    changed TEXT NOT NULL, earlier TEXT NOT NULL);
CREATE INDEX notes_of ON notes (item);
CREATE TABLE requests (item INTEGER PRIMARY KEY, state TEXT NOT NULL, due TEXT, changed TEXT NOT NULL,
    earlier TEXT NOT NULL);
CREATE TABLE answers (item INTEGER NOT NULL, passage INTEGER NOT NULL, since TEXT NOT NULL,
    PRIMARY KEY (item, passage)) WITHOUT ROWID;
CREATE TABLE reads (article_key TEXT PRIMARY KEY, since TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE positions (article_key TEXT PRIMARY KEY, start INTEGER NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE saved (name TEXT PRIMARY KEY, query TEXT NOT NULL, since TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE recent (number INTEGER PRIMARY KEY AUTOINCREMENT, query TEXT NOT NULL UNIQUE);
CREATE TABLE articles (article_key TEXT PRIMARY KEY, library BLOB NOT NULL, path BLOB NOT NULL, headline TEXT NOT NULL,
    date TEXT, fingerprint BLOB NOT NULL, met TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (old TEXT PRIMARY KEY, new TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE places (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE changes (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, article_key TEXT NOT NULL,
    label TEXT NOT NULL, before BLOB NOT NULL);
"""

_FROM_1 = """
ALTER TABLE marks RENAME TO marks_1;
ALTER TABLE places RENAME TO places_1;
ALTER TABLE positions RENAME TO positions_1;
DROP TABLE changes;
{tables}
INSERT INTO items SELECT number, article_key, section, exact, start, prefix, suffix, label FROM marks_1;
INSERT INTO marks SELECT number, number FROM marks_1;
INSERT OR IGNORE INTO articles SELECT article_key, library, path, '', NULL, x'', '' FROM marks_1;
INSERT INTO items (article_key, section, exact, start, prefix, suffix, label)
    SELECT article_key, 'sessions', '', 0, '', '', '' FROM flags WHERE kind = 'star';
INSERT INTO stars SELECT number, since FROM items JOIN flags USING (article_key)
    WHERE kind = 'star' AND section = 'sessions' AND exact = '';
INSERT INTO reads SELECT article_key, since FROM flags WHERE kind = 'read';
INSERT INTO positions SELECT * FROM positions_1;
INSERT INTO places SELECT * FROM places_1;
DROP TABLE marks_1;
DROP TABLE places_1;
DROP TABLE positions_1;
DROP TABLE flags;
"""
"""Stars, read marks and the selection got what carries notes, too; changes kept until then can't be taken back."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema of an opened file; 0 where it is empty.

    Raises:
        sqlite3.DatabaseError: it is no database, or another program's.

    """
    # in this order: what another reader is just making has its tables no earlier than its marks
    tables, application, version = (
        int(connection.execute(select).fetchone()[0])
        for select in ("SELECT count(*) FROM sqlite_master", "PRAGMA application_id", "PRAGMA user_version")
    )
    if application != APPLICATION:
        if tables:
            raise sqlite3.DatabaseError("another program's file")
        return 0
    return version


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file, within the transaction that is open."""
    _run(connection, _STATEMENTS)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables of an earlier schema to the present one, within the transaction that is open."""
    for step in range(version, SCHEMA):
        MIGRATIONS[step](connection)
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _from_1(connection: sqlite3.Connection) -> None:
    _run(connection, _FROM_1.format(tables=_STATEMENTS))


MIGRATIONS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _from_1}
"""What leads from each schema to the next one."""


def _run(connection: sqlite3.Connection, statements: str) -> None:
    for statement in filter(str.strip, statements.split(";")):
        connection.execute(statement)
