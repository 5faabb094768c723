"""How often people were in sessions that meet conditions: what a list that is narrowed to a year counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from tui.library.index.engine import Conditions
from tui.library.index.sqlite.finding import Query, meet
from tui.library.index.tables import Presence

_EVENT = "coalesce(accounts.event, appearances.session)"
_SELECT = f"""
SELECT person, count(DISTINCT {_EVENT}), count(DISTINCT CASE WHEN appearances.chair THEN {_EVENT} END),
    min(nullif(day, '')), max(day)
"""
_ALL = "FROM sessions CROSS JOIN appearances ON appearances.session = sessions.id"
_SOME = "FROM appearances CROSS JOIN sessions ON sessions.id = appearances.session"
_EVENTS = "LEFT JOIN accounts ON accounts.session = sessions.id"


def presence(
    connection: sqlite3.Connection, wanted: Conditions, people: Iterable[int] | None = None
) -> Mapping[int, Presence]:
    """Return of each person of sessions that meet conditions, or of some, how often they were there, and when."""
    query = Query(f"{_SELECT} {_ALL if people is None else _SOME} {_EVENTS}")
    if people is None:
        query.add("person IS NOT NULL")
    else:
        query.add(f"person IN ({', '.join(map(str, people))})")
    meet(connection, query, wanted, "sessions.id")
    rows = query.run(connection, "GROUP BY person")
    return {person: Presence(sessions, chaired, first or "", last) for person, sessions, chaired, first, last in rows}
