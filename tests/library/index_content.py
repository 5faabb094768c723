"""What is in an index, by names instead of by numbers, so that two can be compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from tui.library.index.sqlite.index import SqliteIndex


def content(index: SqliteIndex) -> dict[str, Any]:
    """Return everything that an index holds."""
    with index._store.reading() as connection:
        paths = dict(connection.execute("SELECT id, path FROM sessions"))
        people = {number: _person(*row) for number, *row in connection.execute(_PEOPLE)}
        rows = {table: _rows(connection, table, paths) for table in ("figures", "requests")}
        named: dict[str, Mapping[int, object]] = {"heads": paths, "bodies": paths, "people": people, **rows}
        heads = connection.execute("SELECT session, letters, text FROM heads")
        appearances = connection.execute("SELECT session, number, person, item, side, chair, first FROM appearances")
        events = connection.execute("SELECT session, event FROM accounts")
        return {
            "sessions": sorted(map(str, connection.execute(_SESSIONS))),
            "heads": sorted((paths[session], *row) for session, *row in heads),
            "people": sorted(map(str, people.values())),
            "appearances": sorted((paths[one], place, str(people[who]), *row) for one, place, who, *row in appearances),
            "events": sorted((paths[one], paths.get(first)) for one, first in events),
            "changed": [*connection.execute("SELECT 1 FROM changed_days UNION ALL SELECT 1 FROM changed_names")],
            "figures": sorted(map(str, rows["figures"].values())),
            "requests": sorted(map(str, rows["requests"].values())),
            "words": dict(connection.execute("SELECT token, rows FROM words")),
            "pairs": dict(connection.execute("SELECT token, rows FROM pairs")),
            "postings": {name: _postings(connection, name, known) for name, known in named.items()},
        }


_SESSIONS = "SELECT path, key, stage, state, day, headline, place, people, figures FROM sessions"
_PEOPLE = "SELECT id, key, name, sessions, chaired, first, latest, roles, letters, text FROM people"
_TOKENS = "SELECT token FROM words UNION SELECT token FROM pairs"


def _person(*row: Any) -> tuple[object, ...]:
    *known, letters, text = row
    return *known, sorted(zip(letters, text.split("\n"), strict=True))


def _rows(connection: sqlite3.Connection, table: str, paths: Mapping[int, bytes]) -> dict[int, tuple[object, ...]]:
    rows = connection.execute(f"SELECT id, session, number, kind, text FROM {table}")
    return {number: (paths[session], *row) for number, session, *row in rows}


def _postings(connection: sqlite3.Connection, name: str, named: Mapping[int, object]) -> dict[str, list[str]]:
    """Return of each token the rows that hold it; a row that is not there any more is an error."""
    select = f"SELECT rowid FROM find_{name} WHERE find_{name} MATCH ?"
    tokens = [token for (token,) in connection.execute(_TOKENS)]
    found = {token: [row for (row,) in connection.execute(select, (f'"{token}"',))] for token in tokens}
    return {token: sorted(str(named[row]) for row in rows) for token, rows in found.items() if rows}
