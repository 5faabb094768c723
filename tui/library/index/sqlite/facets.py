"""Facets: how many of some sessions were in each place and year and had whom, and of which kinds some rows are."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence

from tui.library.index.engine import Counted, Facet

_PLACES = """
SELECT place, count(*) FROM sessions WHERE id IN (SELECT value FROM json_each(?)) AND place != ''
GROUP BY by_place ORDER BY count(*) DESC, by_place LIMIT ?
"""
_YEARS = """
SELECT substr(day, 1, 4) AS year, count(*) FROM sessions WHERE id IN (SELECT value FROM json_each(?)) AND day != ''
GROUP BY year ORDER BY year DESC LIMIT ?
"""
_PEOPLE = """
SELECT (SELECT name FROM people WHERE people.name_block = seen.name_block ORDER BY sessions DESC, id LIMIT 1), often
FROM (
    SELECT name_block, count(DISTINCT session) AS often FROM appearances
    WHERE session IN (SELECT value FROM json_each(?)) GROUP BY name_block ORDER BY often DESC, name_block LIMIT ?
) AS seen
"""
_KINDS = "SELECT kind, count(*) FROM {table} WHERE id IN (SELECT value FROM json_each(?)) GROUP BY kind"


def facets(
    connection: sqlite3.Connection, sessions: Sequence[int], figures: Sequence[int], requests: Sequence[int], most: int
) -> Mapping[Facet, Sequence[Counted]]:
    """Return what some sessions, figures and requests have in common, each facet's commonest values first.

    Years come newest first. People of one name are counted together: a query can't tell them apart by it.
    """
    wanted = json.dumps(list(sessions))
    kinds: Counter[str] = Counter()
    for table, numbers in (("figures", figures), ("requests", requests)):
        rows = connection.execute(_KINDS.format(table=table), (json.dumps(list(numbers)),))
        kinds.update(dict(rows.fetchall()))
    return {
        "place": list(map(Counted._make, connection.execute(_PLACES, (wanted, most)))),
        "year": list(map(Counted._make, connection.execute(_YEARS, (wanted, most)))),
        "who": [Counted(name, often) for name, often in connection.execute(_PEOPLE, (wanted, most)) if name],
        "kind": list(map(Counted._make, kinds.most_common(most))),
    }
