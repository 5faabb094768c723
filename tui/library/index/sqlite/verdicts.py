"""What was decided about people and sessions, kept so that it is known what another decision changes."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar

import msgspec

from tui.across.decided import Decision
from tui.across.references import ArticleReference, PersonReference
from tui.across.union import Union
from tui.library.compact import decode, encode
from tui.library.index.sqlite.labels import name_number

Kind = Literal["people", "events"]
People = Sequence[Decision[PersonReference]]
Events = Sequence[Decision[ArticleReference]]
Place = TypeVar("Place", bound=Hashable)
_TYPES: Mapping[Kind, Any] = {"people": tuple[PersonReference, ...], "events": tuple[ArticleReference, ...]}


def people(connection: sqlite3.Connection) -> Mapping[int, tuple[Sequence[int], People]]:
    """Return of each name that somebody decided about the names it was decided with, and the decisions."""
    return _together(kept(connection, "people"), names_of)


def events(connection: sqlite3.Connection) -> Mapping[str, tuple[Sequence[str], Events]]:
    """Return of each day that somebody decided about the days it was decided with, and the decisions."""
    return _together(kept(connection, "events"), lambda one: days_of(connection, one))


def kept(connection: sqlite3.Connection, kind: Kind) -> list[Any]:
    """Return the decisions of a kind, in the order in which they count."""
    rows = connection.execute("SELECT verdict, things FROM decided WHERE kind = ? ORDER BY number", (kind,))
    return [Decision(verdict, msgspec.convert(decode(things), _TYPES[kind])) for verdict, things in rows]


def are_kept(connection: sqlite3.Connection, people: People, events: Events) -> bool:
    """Tell whether just these decisions are kept."""
    return _rows(connection, "people") == _as_rows("people", people) and (
        _rows(connection, "events") == _as_rows("events", events)
    )


def keep(connection: sqlite3.Connection, kind: Kind, now: Sequence[Decision[Any]]) -> list[Decision[Any]]:
    """Keep decisions in the place of those before; return those that were not known, or are gone."""
    rows = _as_rows(kind, now)
    if _rows(connection, kind) == rows:
        return []
    old = kept(connection, kind)
    new = [Decision(one.verdict, one.things) for one in now]
    connection.execute("DELETE FROM decided WHERE kind = ?", (kind,))
    connection.executemany("INSERT INTO decided VALUES (?, ?, ?, ?)", rows)
    return [one for one in (*old, *new) if (one in old) != (one in new)] or new  # else their order is another


def names_of(one: Decision[PersonReference]) -> Sequence[int]:
    """Return the names that a decision is about."""
    return [name_number(thing.name) for thing in one.things]


def days_of(connection: sqlite3.Connection, one: Decision[ArticleReference]) -> Sequence[str]:
    """Return the days that a decision is about."""
    found: dict[str, None] = {}
    for thing in one.things:
        rows = connection.execute("SELECT day FROM sessions WHERE key = ? AND stage > 0", (thing.article,)).fetchall()
        found.update(dict.fromkeys([day for (day,) in rows] or [thing.day]))
    return list(found)


def _rows(connection: sqlite3.Connection, kind: Kind) -> list[tuple[Any, ...]]:
    select = "SELECT kind, number, verdict, things FROM decided WHERE kind = ? ORDER BY number"
    return connection.execute(select, (kind,)).fetchall()


def _as_rows(kind: Kind, decisions: Sequence[Decision[Any]]) -> list[tuple[Any, ...]]:
    return [(kind, number, one.verdict, encode(one.things)) for number, one in enumerate(decisions)]


def _together(decided: Iterable[Decision[Any]], places_of: Any) -> Mapping[Any, tuple[Sequence[Any], Any]]:
    """Return of each place the places that decisions join it with, and these decisions."""
    union: Union[Any] = Union()
    about = [(one, places_of(one)) for one in decided]
    for _, places in about:
        for other in places:
            union.join(places[0], other)
    decisions: dict[Any, list[Decision[Any]]] = defaultdict(list)
    for one, places in about:
        if places:
            decisions[union.root(places[0])].append(one)
    return {place: (tuple(group), tuple(decisions[union.root(place)])) for group in union.groups() for place in group}
