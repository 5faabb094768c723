"""The tables of the index, and what tells one that this program can't read from one that it can."""

from __future__ import annotations

import hashlib
import sqlite3
import unicodedata
from contextlib import suppress

from tui.library.compact import layout
from tui.library.index.fields import LETTERS

VERSION = 7
"""To be raised with any change of the tables below, or of how what is in them is made."""
APPLICATION = 0x67736D74
"""Tells our files from other SQLite files."""

# Lists, and what finds, are apart from texts, so that a page of a list is few pages of the file.
#
# The tables find_* are contentless: of a row they keep in which documents a token stands, no more. Tokens are made by
# us (tui.library.index.fields), the tokenizer only parts them at spaces. Rows are numbered in the order of their days
# as far as that is known when they are made, so that the newest of many can be had without looking at the rest.
_TABLES = """
CREATE TABLE files (
    path BLOB PRIMARY KEY, changed INTEGER, size INTEGER, record_changed INTEGER, record_size INTEGER, parser INTEGER,
    session INTEGER, problems BLOB
) WITHOUT ROWID;
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY, path BLOB UNIQUE, key TEXT, stage INTEGER, state TEXT, day TEXT, headline TEXT, date TEXT,
    part_of_day TEXT, published TEXT, place TEXT, theme TEXT, classification TEXT, organizer TEXT, chair TEXT,
    publisher TEXT, people INTEGER, groups INTEGER, figures INTEGER, requests INTEGER, corrected INTEGER,
    by_place TEXT, by_name TEXT
);
CREATE INDEX sessions_by_day ON sessions (day DESC, path);
CREATE INDEX sessions_by_place ON sessions (by_place, day, path);
CREATE INDEX sessions_by_key ON sessions (key);
CREATE INDEX sessions_by_stage ON sessions (stage) WHERE stage < 3;
CREATE INDEX sessions_pending ON sessions (state) WHERE state = 'pending';
CREATE TABLE heads (session INTEGER PRIMARY KEY, letters TEXT, text TEXT);
CREATE TABLE labels (id INTEGER PRIMARY KEY, text);
CREATE TABLE people (
    id INTEGER PRIMARY KEY, name_block INTEGER, key TEXT, name TEXT, by_name TEXT, other_names TEXT, sessions INTEGER,
    chaired INTEGER, first TEXT, latest TEXT, session INTEGER, roles TEXT, organization TEXT, letters TEXT, text TEXT
);
CREATE INDEX people_by_block ON people (name_block);
CREATE INDEX people_by_name ON people (by_name);
CREATE INDEX people_by_role ON people (roles, by_name);
CREATE INDEX people_by_sessions ON people (sessions, latest);
CREATE INDEX people_by_first ON people (first);
CREATE INDEX people_by_latest ON people (latest);
CREATE TABLE appearances (
    session INTEGER, number INTEGER, person INTEGER, name_block INTEGER, item TEXT, side TEXT, chair INTEGER,
    first INTEGER, last INTEGER, who INTEGER, known INTEGER, roles INTEGER, PRIMARY KEY (session, number)
) WITHOUT ROWID;
CREATE INDEX appearances_by_person ON appearances (person, session);
CREATE INDEX appearances_by_block ON appearances (name_block);
CREATE TABLE accounts (session INTEGER PRIMARY KEY, told BLOB, event INTEGER);
CREATE INDEX accounts_by_event ON accounts (event) WHERE event IS NOT NULL;
CREATE TABLE changed_days (day TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE changed_names (name_block INTEGER PRIMARY KEY, change INTEGER);
CREATE TABLE decided (kind TEXT, number INTEGER, verdict TEXT, things BLOB, PRIMARY KEY (kind, number)) WITHOUT ROWID;
CREATE TABLE series (id INTEGER PRIMARY KEY, key TEXT, kind TEXT, unit TEXT, subject TEXT);
CREATE TABLE figures (
    id INTEGER PRIMARY KEY, session INTEGER, number INTEGER, item TEXT, kind TEXT, series INTEGER, by_subject TEXT,
    value REAL, value_to REAL, step REAL, over REAL, under REAL, start TEXT, end TEXT, place INTEGER, failed INTEGER,
    first INTEGER, last INTEGER, letters TEXT, text TEXT
);
CREATE INDEX figures_by_session ON figures (session, number);
CREATE INDEX figures_by_value ON figures (value);
CREATE INDEX figures_by_kind ON figures (kind, value);
CREATE INDEX figures_by_series ON figures (series);
CREATE INDEX figures_by_subject ON figures (by_subject, value);
CREATE TABLE requests (
    id INTEGER PRIMARY KEY, session INTEGER, number INTEGER, item TEXT, kind TEXT, attribution TEXT, by_requester TEXT,
    by_addressee TEXT, first INTEGER, last INTEGER, letters TEXT, text TEXT
);
CREATE INDEX requests_by_session ON requests (session, number);
CREATE INDEX requests_by_kind ON requests (kind);
CREATE INDEX requests_by_requester ON requests (by_requester);
CREATE INDEX requests_by_addressee ON requests (by_addressee);
CREATE TABLE texts (session INTEGER PRIMARY KEY, text BLOB, record BLOB);
CREATE TABLE passages (session INTEGER PRIMARY KEY, places BLOB);
CREATE TABLE words (token TEXT PRIMARY KEY, rows INTEGER) WITHOUT ROWID;
CREATE TABLE pairs (token TEXT PRIMARY KEY, rows INTEGER) WITHOUT ROWID;
CREATE TABLE short_forms (short TEXT, meant TEXT, articles INTEGER, PRIMARY KEY (short, meant)) WITHOUT ROWID;
CREATE TABLE renamed (old TEXT PRIMARY KEY, new TEXT) WITHOUT ROWID;
"""
FOUND = ("heads", "bodies", "people", "figures", "requests")
"""What is found by words: each has a table of postings."""
_POSTINGS = """
CREATE VIRTUAL TABLE find_{name} USING fts5(
    tokens, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_='"
);
"""


class ForeignError(sqlite3.DatabaseError):
    """A file that is no index of this version of the program."""


class OtherVersionError(ForeignError):
    """An index of another version of the program."""


def version() -> int:
    """Return a number that changes with the tables, with the forms of what they hold, and with Unicode's own version.

    It is that of the file's header, so that a file is told by its first hundred bytes.
    """
    forms = repr((VERSION, _TABLES, _POSTINGS, LETTERS, layout(), unicodedata.unidata_version))
    return int.from_bytes(hashlib.sha256(forms.encode()).digest()[:4]) >> 1


def prepare(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file.

    Raises:
        ForeignError: the file holds something else.
        sqlite3.Error: it can't be read or written.

    """
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        tables = _TABLES + "".join(_POSTINGS.format(name=name) for name in FOUND)
        marks = f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {version()};"
        try:
            connection.executescript(f"BEGIN IMMEDIATE; {tables} {marks} COMMIT;")
        except sqlite3.OperationalError:
            with suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
                raise  # else another reader was faster
    check(connection)


def check(connection: sqlite3.Connection) -> None:
    """Tell whether a file is an index of this version.

    Raises:
        ForeignError: it is not.

    """
    marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    if marks[0] != APPLICATION:
        raise ForeignError("another program's")
    if marks[1] != version():
        raise OtherVersionError("another version's")
