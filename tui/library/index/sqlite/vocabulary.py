"""The words of the index and how many rows hold them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

_AT_ONCE = 500
"""Most values in one statement; older SQLite takes 999."""
_LAST = "\U0010ffff"


def words(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Return all words with the number of rows that hold them."""
    return dict(connection.execute("SELECT token, rows FROM words").fetchall())


def pairs(connection: sqlite3.Connection, wanted: Iterable[str]) -> Mapping[str, int]:
    """Return those of some pairs that occur, with the number of rows that hold them."""
    found: dict[str, int] = {}
    left = list(wanted)
    while left:
        some, left = left[:_AT_ONCE], left[_AT_ONCE:]
        select = f"SELECT token, rows FROM pairs WHERE token IN ({', '.join('?' * len(some))})"
        found.update(connection.execute(select, some).fetchall())
    return found


def pairs_beginning(connection: sqlite3.Connection, prefix: str, limit: int) -> Mapping[str, int]:
    """Return the commonest pairs that begin with something, with the number of rows that hold them."""
    select = "SELECT token, rows FROM pairs WHERE token >= ? AND token < ? ORDER BY rows DESC LIMIT ?"
    return dict(connection.execute(select, (prefix, prefix + _LAST, limit)).fetchall())


def short_forms(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the short forms that articles explain, with what they stand for, the most used first."""
    return connection.execute("SELECT short, meant FROM short_forms ORDER BY articles DESC, short, meant").fetchall()
