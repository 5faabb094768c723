"""Finding rows by their postings, newest first, and only as many as are wanted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tui.library.index.engine import Ask, Candidate, Conditions, Kind, OneOf


class _Table(NamedTuple):
    """Where the rows of a kind are: postings, table and its key, what leads to the session, columns of a candidate."""

    postings: str
    rows: str
    key: str
    session: str
    columns: str


_TABLES: dict[Kind, _Table] = {
    "sessions": _Table("find_heads", "heads", "session", "heads.session", "session, session, letters, text, day, 1"),
    "bodies": _Table("find_bodies", "passages", "session", "passages.session", "session, session, '', '', day, 1"),
    "people": _Table("find_people", "people", "id", "", "id, session, letters, text, latest, sessions"),
    "figures": _Table("find_figures", "figures", "id", "figures.session", "figures.id, session, letters, text, day, 1"),
    "requests": _Table(
        "find_requests", "requests", "id", "requests.session", "requests.id, session, letters, text, day, 1"
    ),
}
_HAS = {"figure": "sessions.figures > 0", "request": "sessions.requests > 0", "correction": "corrected"}
AT_ONCE = 500
"""Most rows that are read with one statement."""
_FEW = 500
"""Sessions up to which those that meet conditions are listed before rows are looked for in them."""


class Query:
    """A statement as it is put together."""

    def __init__(self, select: str) -> None:
        """Take how it begins."""
        self.tables = [select]
        self.where: list[str] = []
        self.values: list[Any] = []

    def add(self, condition: str, *values: Any) -> None:
        """Let only rows through that meet a condition."""
        self.where.append(condition)
        self.values += values

    def cursor(self, connection: sqlite3.Connection, end: str) -> sqlite3.Cursor:
        """Begin to run it, with something at its end."""
        where = f" WHERE {' AND '.join(self.where)}" if self.where else ""
        return connection.execute(f"{' '.join(self.tables)}{where} {end}", self.values)

    def run(self, connection: sqlite3.Connection, end: str) -> list[Any]:
        """Run it to its end."""
        return self.cursor(connection, end).fetchall()


def find(connection: sqlite3.Connection, kind: Kind, ask: Ask, limit: int, below: int | None = None) -> list[int]:
    """Return the numbers of rows, newest first, at most ``limit``; ``below`` goes on after an earlier answer."""
    table = _TABLES[kind]
    if kind == "sessions":
        ask = ask._replace(every=[*ask.every, *ask.session.head], session=ask.session._replace(head=()))
    number = f"{table.postings}.rowid" if ask.every else f"{table.rows}.{table.key}"
    query = Query(f"SELECT {number} FROM {table.postings if ask.every else table.rows}")
    if ask.every:
        query.add(f"{table.postings} MATCH ?", expression(ask.every))
    if ask.session != Conditions() or ask.value is not None:
        _narrow(connection, query, table, ask, number)
    if below is not None:
        query.add(f"{number} < ?", below)
    return [row for (row,) in query.run(connection, f"ORDER BY {number} DESC LIMIT {limit}")]


def rows(connection: sqlite3.Connection, kind: Kind, numbers: Sequence[int]) -> list[Candidate]:
    """Return rows by their numbers, in no order."""
    table = _TABLES[kind]
    join = f"JOIN sessions ON sessions.id = {table.session}" if table.session else ""
    found: list[Candidate] = []
    for first in range(0, len(numbers), AT_ONCE):
        some = ", ".join(map(str, numbers[first : first + AT_ONCE]))
        select = f"SELECT {table.columns} FROM {table.rows} {join} WHERE {table.rows}.{table.key} IN ({some})"
        found += map(Candidate._make, connection.execute(select))
    return found


def appearances(connection: sqlite3.Connection, person: int, wanted: Conditions) -> list[int]:
    """Return in which sessions that meet conditions a person was, newest first."""
    query = Query("SELECT DISTINCT appearances.session FROM appearances CROSS JOIN sessions")
    query.add("sessions.id = appearances.session")
    query.add("person = ?", person)
    meet(connection, query, wanted, "appearances.session")
    return [number for (number,) in query.run(connection, "ORDER BY day DESC, appearances.session DESC")]


def holding(connection: sqlite3.Connection, kind: Kind, numbers: Sequence[int], every: Sequence[OneOf]) -> set[int]:
    """Return those of some rows that hold tokens."""
    if not numbers:
        return set()
    postings = _TABLES[kind].postings
    select = f"SELECT rowid FROM {postings} WHERE {postings} MATCH ? AND rowid BETWEEN ? AND ?"
    rows = connection.execute(select, (expression(every), min(numbers), max(numbers)))
    return set(numbers).intersection(number for (number,) in rows)


def expression(every: Iterable[OneOf]) -> str:
    """Return what FTS5 is asked for: of each list of alternatives one run, and of that all tokens."""
    return " AND ".join(_one_of(runs) for runs in every)


def _narrow(connection: sqlite3.Connection, query: Query, table: _Table, ask: Ask, number: str) -> None:
    """Let only rows through that meet conditions, which takes the tables beside the postings."""
    if ask.every:
        query.tables.append(f"CROSS JOIN {table.rows} ON {table.rows}.{table.key} = {number}")
    if table.session:
        query.tables.append(f"CROSS JOIN sessions ON sessions.id = {table.session}")
        meet(connection, query, ask.session, table.session)
    else:
        meet_somewhere(connection, query, ask.session)
    if ask.value is not None:
        query.add(f"value {ask.value[0]} ?", ask.value[1])


def meet_somewhere(connection: sqlite3.Connection, query: Query, wanted: Conditions) -> None:
    """Let only people through of whose sessions one meets conditions."""
    inner = Query("SELECT 1 FROM appearances CROSS JOIN sessions ON sessions.id = appearances.session")
    inner.add("person = people.id")
    meet(connection, inner, wanted, "appearances.session")
    query.add(f"EXISTS ({inner.tables[0]} WHERE {' AND '.join(inner.where)})", *inner.values)


def meet(connection: sqlite3.Connection, query: Query, wanted: Conditions, session: str) -> None:
    """Let only rows through whose session meets conditions; ``session`` is the column that has its number."""
    _meet_columns(query, wanted)
    if not wanted.head:
        return
    numbers = sessions(connection, wanted, _FEW)
    if numbers is not None:
        query.add(f"{session} IN ({', '.join(map(str, numbers))})")
    else:
        match = f"SELECT 1 FROM find_heads WHERE find_heads MATCH ? AND find_heads.rowid = {session}"
        query.add(f"EXISTS ({match})", expression(wanted.head))


def sessions(connection: sqlite3.Connection, wanted: Conditions, most: int) -> list[int] | None:
    """Return the sessions that conditions leave; None where they are more than ``most``, or nothing narrows them."""
    if wanted.head:
        query = Query("SELECT find_heads.rowid FROM find_heads CROSS JOIN sessions ON sessions.id = find_heads.rowid")
        query.add("find_heads MATCH ?", expression(wanted.head))
    elif wanted.first_day or wanted.last_day or wanted.keys is not None:
        query = Query("SELECT id FROM sessions")
    else:
        return None
    _meet_columns(query, wanted)
    numbers = [number for (number,) in query.run(connection, f"LIMIT {most + 1}")]
    return numbers if len(numbers) <= most else None


def _meet_columns(query: Query, wanted: Conditions) -> None:
    if wanted.first_day or wanted.last_day:
        query.add("day >= ?", wanted.first_day or "0")  # what has no day is in no span of days
    if wanted.last_day:
        query.add("day < ?", wanted.last_day)
    if wanted.keys is not None:
        query.add("sessions.key IN (SELECT value FROM json_each(?))", json.dumps(list(wanted.keys)))
    if wanted.no_keys:
        query.add("sessions.key NOT IN (SELECT value FROM json_each(?))", json.dumps(list(wanted.no_keys)))
    for name in wanted.has:
        query.add(_HAS.get(name, "0"))
    for name in wanted.has_not:
        query.add(f"NOT ({_HAS.get(name, '0')})")


def _one_of(runs: OneOf) -> str:
    if not runs:
        return '"="'  # a token that no row has
    return f"({' OR '.join(map(_all_of, runs))})" if len(runs) > 1 else _all_of(runs[0])


def _all_of(run: Sequence[str]) -> str:
    quoted = " AND ".join(f'"{token}"' for token in run)
    return f"({quoted})" if len(run) > 1 else quoted
