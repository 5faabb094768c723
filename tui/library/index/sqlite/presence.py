"""How often people were in sessions that meet conditions: what a list that is narrowed to a year counts."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from tui.library.index.engine import Conditions
from tui.library.index.sqlite.finding import Query, meet
from tui.library.index.tables import Presence

_EVENT = "coalesce(accounts.event, appearances.session)"
_SELECT = f"""
SELECT person, count(DISTINCT {_EVENT}), count(DISTINCT CASE WHEN appearances.chair THEN {_EVENT} END),
    min(nullif(day, '')), max(day)
FROM sessions CROSS JOIN appearances ON appearances.session = sessions.id
LEFT JOIN accounts ON accounts.session = sessions.id
"""


def presence(connection: sqlite3.Connection, wanted: Conditions) -> Mapping[int, Presence]:
    """Return of each person of sessions that meet conditions, by number, how often they were there, and when."""
    query = Query(_SELECT)
    query.add("person IS NOT NULL")
    meet(connection, query, wanted, "sessions.id")
    rows = query.run(connection, "GROUP BY person")
    return {person: Presence(sessions, chaired, first or "", last) for person, sessions, chaired, first, last in rows}
