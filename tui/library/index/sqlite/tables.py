"""The tables across sessions: numbers of rows in an order, the first of them at once, rows by numbers, and counts.

A list is read in the order of an index of its column. What a filter lets through is sorted when that is little; when
it is much, the list is walked in its order and each row held against the filter, until there are as many as are wanted.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from tui.library.index.engine import Ask, Conditions, OneOf
from tui.library.index.fields import LETTERS, MARKED, PAIRED, row_fields
from tui.library.index.sqlite import finding
from tui.library.index.sqlite.finding import Query
from tui.library.index.tables import Column, Counted, Shared, Sorting, Table
from tui.text.fold import spaced
from tui.text.words import tokens

FEW = 8000
"""Rows that a filter lets through up to which they are sorted, and from which on the list is walked."""
FEW_SESSIONS = 3000
"""Sessions up to which their rows are sorted, where conditions leave no more of them."""
_UP, _DOWN = "ASC", "DESC"


class _Order(NamedTuple):
    """What a column sorts by: expressions, ``-`` before those that fall while the first one rises."""

    by: tuple[str, ...]
    walk: str = ""
    """The index of sessions that is walked, where the first of them is one of the session."""


_BY_DAY = _Order(("sessions.day", "-sessions.path", "-{table}.number"), walk="sessions_by_day")
_BY_PLACE = _Order(("sessions.by_place", "-sessions.day", "sessions.path", "{table}.number"), walk="sessions_by_place")
_ORDERS: dict[Table, dict[Column, _Order]] = {
    "people": {
        "name": _Order(("people.by_name", "people.id")),
        "role": _Order(("people.roles", "people.by_name", "people.id")),
        "place": _Order(("sessions.by_place", "people.by_name", "people.id")),
        "sessions": _Order(("people.sessions", "people.latest", "people.id")),
        "chaired": _Order(("people.chaired", "people.sessions", "people.id")),
        "first": _Order(("people.first", "people.id")),
        "last": _Order(("people.latest", "people.id")),
    },
    "figures": {
        "date": _BY_DAY,
        "place": _BY_PLACE,
        "value": _Order(("figures.value", "figures.id")),
        "kind": _Order(("figures.kind", "figures.value", "figures.id")),
        "subject": _Order(("figures.by_subject", "figures.value", "figures.id")),
    },
    "requests": {
        "date": _BY_DAY,
        "place": _BY_PLACE,
        "requester": _Order(("requests.by_requester", "requests.id")),
        "addressee": _Order(("requests.by_addressee", "requests.id")),
        "kind": _Order(("requests.kind", "requests.id")),
    },
}


class _Sharing(NamedTuple):
    """What rows are counted by: an expression, and the letter of the field that says it, where it can't be read."""

    by: str
    letter: str = ""


_SHARED: dict[Table, dict[Shared, _Sharing]] = {
    "people": {
        "organization": _Sharing("people.organization"),
        "place": _Sharing("sessions.place"),
        "year": _Sharing("substr(people.latest, 1, 4)"),
    },
    "figures": {
        "place": _Sharing("sessions.place"),
        "year": _Sharing("substr(sessions.day, 1, 4)"),
        "kind": _Sharing("figures.kind"),
        "unit": _Sharing("(SELECT unit FROM series WHERE id = figures.series)"),
        "series": _Sharing("(SELECT key FROM series WHERE id = figures.series)", "s"),
    },
    "requests": {
        "place": _Sharing("sessions.place"),
        "year": _Sharing("substr(sessions.day, 1, 4)"),
        "kind": _Sharing("requests.kind"),
        "requester": _Sharing("requests.by_requester", "R"),
        "addressee": _Sharing("requests.by_addressee", "D"),
    },
}


def listed(
    connection: sqlite3.Connection, table: Table, ask: Ask, sorting: Sorting, limit: int | None
) -> Sequence[int]:
    """Return the numbers of the rows that are asked for, in an order; at most ``limit``.

    Raises:
        KeyError: the table has no such column.

    """
    order = _ORDERS[table][sorting.by]
    ordered = f"ORDER BY {_ordered(table, order, falling=sorting.falling)}"
    sessions = None if table == "people" else finding.sessions(connection, ask.session, FEW_SESSIONS)
    asked = ask if sessions is None else ask._replace(session=Conditions())
    wanted = _narrowed(connection, table, asked, walk=order.walk if sessions is None else "")
    if sessions is not None:
        wanted.add(f"{table}.session IN ({', '.join(map(str, sessions))})")
    if not ask.every:
        return _numbers(wanted.run(connection, ordered + _limited(limit)))
    if limit is None:
        _match(wanted, table, ask.every)
        return _numbers(wanted.run(connection, ordered))
    some = [] if sessions is not None else finding.find(connection, table, Ask(ask.every), FEW + 1)
    if sessions is None and len(some) <= FEW:
        few = _narrowed(connection, table, ask, walk="")
        few.add(f"{table}.id IN ({', '.join(map(str, some))})")
        return _numbers(few.run(connection, ordered + _limited(limit)))
    kind = "''" if table == "people" else f"{table}.kind"
    wanted.tables[0] = wanted.tables[0].replace(".id", f".id, {table}.letters, {table}.text, {kind}", 1)
    rows = wanted.cursor(connection, ordered)
    return array("q", islice((number for number, *row in rows if _holds(ask.every, *row)), limit))


def grouped(connection: sqlite3.Connection, table: Table, ask: Ask, by: Shared) -> list[Counted]:
    """Return how many of the rows that are asked for have something in common, the most first.

    Raises:
        KeyError: the table can't be counted by it.

    """
    shared = _SHARED[table][by]
    query = _narrowed(connection, table, ask, walk="")
    query.tables[0] = query.tables[0].replace(f"{table}.id", f"{shared.by} AS shared, count(*), max({table}.id)", 1)
    _match(query, table, ask.every)
    found = query.run(connection, "GROUP BY shared ORDER BY 2 DESC, 1")
    counted = [(key or "", rows, last) for key, rows, last in found]
    if not shared.letter:
        return [Counted(key, rows, key) for key, rows, _ in counted]
    labels = _labels(connection, table, [last for _, _, last in counted], shared.letter)
    return [Counted(labels.get(last, "") if key else "", rows, key) for key, rows, last in counted]


def _narrowed(connection: sqlite3.Connection, table: Table, ask: Ask, *, walk: str) -> Query:
    """Return the rows whose session meets conditions; what they must hold is not asked yet."""
    query = Query(_walk(table, walk) if walk else _rows(table))
    if ask.value is not None and table == "figures":
        query.add(f"value {ask.value[0]} ?", ask.value[1])
    for runs in ask.none:
        query.add(f"{table}.id NOT IN {_holding(table)}", finding.expression([runs]))
    if ask.session != Conditions():
        if table == "people":
            finding.meet_somewhere(connection, query, ask.session)
        else:
            finding.meet(connection, query, ask.session._replace(head=()), f"{table}.session")
            if ask.session.head:
                match = "SELECT rowid FROM find_heads WHERE find_heads MATCH ?"
                query.add(f"{table}.session IN ({match})", finding.expression(ask.session.head))
    return query


def _rows(table: Table) -> str:
    join = "LEFT JOIN" if table == "people" else "CROSS JOIN"
    return f"SELECT {table}.id FROM {table} {join} sessions ON sessions.id = {table}.session"


def _walk(table: Table, index: str) -> str:
    return f"SELECT {table}.id FROM sessions INDEXED BY {index} CROSS JOIN {table} ON {table}.session = sessions.id"


def _match(query: Query, table: Table, every: Sequence[OneOf]) -> None:
    if every:
        query.add(f"{table}.id IN {_holding(table)}", finding.expression(every))


def _holding(table: Table) -> str:
    return f"(SELECT rowid FROM find_{table} WHERE find_{table} MATCH ?)"


def _ordered(table: Table, order: _Order, *, falling: bool) -> str:
    parts = []
    for column in order.by:
        name = column.removeprefix("-")
        parts.append(f"{name.format(table=table)} {_DOWN if falling != (name != column) else _UP}")
    return ", ".join(parts)


def _limited(limit: int | None) -> str:
    return "" if limit is None else f" LIMIT {limit}"


def _numbers(rows: Sequence[Sequence[int]]) -> Sequence[int]:
    return array("q", [row[0] for row in rows])


def _holds(every: Sequence[OneOf], letters: str, text: str, kind: str) -> bool:
    """Tell whether a row holds, of each of some alternatives, one."""
    plain = f" {' '.join(filter(None, spaced(text).split(' ')))} "
    return all(any(all(_has(token, letters, plain, kind) for token in run) for run in runs) for runs in every)


def _has(token: str, letters: str, plain: str, kind: str) -> bool:
    condition, marked, word = token.rpartition(MARKED)
    if not marked:
        return f" {token.replace(PAIRED, ' ')} " in plain
    if condition == "kind":
        return word in tokens(kind)
    fields = zip(letters, plain.split("\n"), strict=True)
    return any(f" {word} " in said for letter, said in fields if letter == LETTERS[condition])


def _labels(connection: sqlite3.Connection, table: Table, numbers: Sequence[int], letter: str) -> Mapping[int, str]:
    """Return the text of a field of some rows."""
    found: dict[int, str] = {}
    for first in range(0, len(numbers), finding.AT_ONCE):
        some = ", ".join(map(str, numbers[first : first + finding.AT_ONCE]))
        for number, letters, text in connection.execute(f"SELECT id, letters, text FROM {table} WHERE id IN ({some})"):
            if letter in letters:
                found[number] = row_fields(text)[letters.index(letter)]
    return found
