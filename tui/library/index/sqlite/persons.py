"""Who appears where, and the people that these appearances are (``tui.library.index.recognition``).

Who is who of one name depends on all who have it. So a change marks the name, and the people of marked names are worked
out together, when there is time for it; what was worked out of names that have changed again meanwhile is not taken.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

import msgspec

from tui.across.appearance import Appearance
from tui.across.locality import Locality
from tui.across.person import Person, person
from tui.across.posts import Post
from tui.library.compact import decode, encode
from tui.library.index.fields import LETTERS, row_fields
from tui.library.index.made import Someone
from tui.library.index.recognition import Field, Individual, Namesakes, Recognised, Seen, words_of
from tui.library.index.sqlite import verdicts
from tui.library.index.sqlite.labels import Labels, name_number, storable
from tui.library.index.sqlite.postings import Postings
from tui.text.clean import clean_line

_Who = tuple[str, bool | None, tuple[Post, ...], Locality | None]
"""What of an appearance comes again and again: name, whether a woman, posts, where from."""
_PLACE = LETTERS["session place"]
_SEEN = """
SELECT appearances.session, number, person, item, side, appearances.chair, first, last, who.text, known.text,
    sessions.key, sessions.day, sessions.place
FROM appearances JOIN sessions ON sessions.id = appearances.session
JOIN labels AS who ON who.id = who JOIN labels AS known ON known.id = known
"""
_LEAST = -(1 << 63)
_PERSON = (
    "INSERT OR REPLACE INTO people (id, name_block, key, name, by_name, other_names, sessions, chaired, first, latest, "
    "session, roles, organization, letters, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


class Persons:
    """The people of a library within one transaction; nothing is written before :meth:`flush`."""

    def __init__(self, connection: sqlite3.Connection, postings: Postings, labels: Labels) -> None:
        """Take the connection of the transaction, and where to put what people are found by."""
        self._connection, self._postings, self._labels = connection, postings, labels
        self._appearances: list[tuple[Any, ...]] = []
        self._changed: set[int] = set()

    def add(self, session: int, people: Iterable[Someone]) -> None:
        """Take the people of a session."""
        for place, someone in enumerate(people):
            one = someone.appearance
            name = name_number(one.name)
            who = self._labels.number(encode((one.name, one.is_woman, one.posts, one.where)))
            known = self._labels.number("\n".join(letter + text for letter, text in someone.fields))
            roles = self._labels.number(someone.roles)
            row = (session, place, None, name, one.person_id, one.side, one.is_chair, *one.span, who, known, roles)
            self._appearances.append(row)
            self._changed.add(name)

    def remove(self, session: int) -> None:
        """Take the people of a session out again."""
        self.flush()
        names = "SELECT name_block FROM appearances WHERE session = ?"
        self._changed.update(name for (name,) in self._connection.execute(names, (session,)))
        self._connection.execute("DELETE FROM appearances WHERE session = ?", (session,))

    def mark(self, names: Iterable[int]) -> None:
        """Let it be told anew who is who of some names."""
        self._changed.update(names)

    def flush(self) -> None:
        """Write what was gathered."""
        insert = "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        self._connection.executemany(insert, sorted(self._appearances, key=itemgetter(0, 1)))
        mark = "INSERT OR REPLACE INTO changed_names VALUES (?, random())"
        self._connection.executemany(mark, ((name,) for name in sorted(self._changed)))
        self._appearances.clear()
        self._changed.clear()

    def take(self, some: Recognised) -> bool:
        """Take the people of some names, unless these have changed meanwhile; return whether they were taken."""
        now = [_mark(self._connection, name) for name, _ in some.marks]
        if now != [change for _, change in some.marks]:
            return False
        names = [name for name, _ in some.marks]
        before = {
            number: (letters, text)
            for name in names
            for number, letters, text in self._connection.execute(
                "SELECT id, letters, text FROM people WHERE name_block = ?", (name,)
            )
        }
        free = self._connection.execute("SELECT coalesce(max(id), 0) + 1 FROM people").fetchone()[0]
        for one in some.people:
            number = one.number
            if number is None:
                number, free = free, free + 1
            self._put(number, one, before.pop(number, None))
        for number, old in before.items():
            self._connection.execute("DELETE FROM people WHERE id = ?", (number,))
            self._postings.change("people", number, words_of(_fields(*old)), None)
        self._connection.executemany("DELETE FROM changed_names WHERE name_block = ?", ((name,) for name in names))
        return True

    def _put(self, number: int, one: Individual, old: tuple[str, str] | None) -> None:
        values = map(storable, (one.key, one.name, one.by_name, one.other_names))
        numbers = (one.sessions, one.chaired, one.first, one.last, one.session)
        own = map(storable, (one.roles, one.organization))
        row = (number, name_number(one.name), *values, *numbers, *own, one.letters, one.text)
        self._connection.execute(_PERSON, row)
        self._connection.executemany(
            "UPDATE appearances SET person = ?1 WHERE session = ?2 AND number = ?3 AND person IS NOT ?1",
            ((number, *place) for place in one.places),
        )
        if old != (one.letters, one.text):
            self._postings.change("people", number, words_of(_fields(*old)) if old else None, one.words)


def changed(connection: sqlite3.Connection, limit: int, after: int | None) -> list[Namesakes]:
    """Return the namesakes of some names that were marked; each is a piece of work of its own."""
    decided = verdicts.people(connection)
    found: list[Namesakes] = []
    done: set[int] = set()
    select = "SELECT name_block FROM changed_names WHERE name_block > ? ORDER BY name_block LIMIT ?"
    for (name,) in connection.execute(select, (_LEAST if after is None else after, limit)).fetchall():
        if name not in done:
            names, about = decided.get(name, ((name,), ()))
            done.update(names)
            found.append(_namesakes(connection, (name, *(other for other in names if other != name)), about))
    return found


def with_number(connection: sqlite3.Connection, number: int) -> Person | None:
    """Return a person as they are across articles; None where there is nobody of that number."""
    seen = list(_seen(connection, "person = ?", (number,)))
    if not seen:
        return None
    seen.sort(key=lambda one: (one.appearance.day or "", one.appearance.article_key, one.appearance.person_id))
    return person([one.appearance for one in seen], _events(connection, "person = ?", (number,)))


def namesakes(connection: sqlite3.Connection, number: int) -> dict[int, Person]:
    """Return all people of the names that somebody's name is compared with, by their numbers."""
    same = "SELECT DISTINCT id FROM people WHERE name_block = (SELECT name_block FROM people WHERE id = ?)"
    numbers = [one for (one,) in connection.execute(same, (number,))]
    return {one: known for one in numbers if (known := with_number(connection, one))}


def named(connection: sqlite3.Connection, names: Iterable[str]) -> list[Appearance]:
    """Return where people with some names, or names that these are compared with, appear."""
    blocks = ", ".join(map(str, dict.fromkeys(map(name_number, names))))
    return [one.appearance for one in _seen(connection, f"name_block IN ({blocks})")]


def of_article(connection: sqlite3.Connection, article_key: str) -> dict[str, int]:
    """Return the number of each person of an article, by the person's id in it."""
    select = (
        "SELECT item, person FROM appearances JOIN sessions ON sessions.id = session "
        "WHERE key = ? AND person IS NOT NULL"
    )
    return dict(connection.execute(select, (article_key,)).fetchall())


def _namesakes(connection: sqlite3.Connection, names: Sequence[int], about: verdicts.People) -> Namesakes:
    among = f"name_block IN ({', '.join(map(str, names))})"
    mine = {one for (one,) in connection.execute(f"SELECT id FROM people WHERE {among}")}
    seen = [one if one.person in mine else one._replace(person=None) for one in _seen(connection, among)]
    marks = tuple((name, _mark(connection, name)) for name in names)
    return Namesakes(marks, tuple(seen), _events(connection, among), tuple(about))


def _seen(connection: sqlite3.Connection, where: str, values: Sequence[object] = ()) -> Iterable[Seen]:
    for session, number, before, item, side, chair, first, last, who, known, key, day, place in connection.execute(
        f"{_SEEN} WHERE appearances.{where}", values
    ):
        name, is_woman, posts, origin = _who(who)
        one = Appearance(key, item, name, day or None, side, bool(chair), is_woman, posts, origin, (first, last))
        fields = [(line[0], line[1:]) for line in known.split("\n")]
        if place:
            fields.append((_PLACE, clean_line(place)))
        yield Seen(session, number, before, one, tuple(fields))


@lru_cache(4096)
def _who(data: bytes) -> _Who:
    """Return what an appearance shares with others: it comes again and again."""
    who: _Who = msgspec.convert(decode(data), _Who)
    return who


def _events(connection: sqlite3.Connection, where: str, values: Sequence[object] = ()) -> dict[str, str]:
    """Return the event of each article that is one of several about it, of those in which somebody appears."""
    select = (
        "SELECT DISTINCT mine.key, first.key FROM appearances JOIN accounts USING (session) "
        "JOIN sessions AS mine ON mine.id = accounts.session JOIN sessions AS first ON first.id = event "
        f"WHERE appearances.{where}"
    )
    return dict(connection.execute(select, values))


def _fields(letters: str, text: str) -> list[Field]:
    return list(zip(letters, row_fields(text), strict=True)) if letters else []


def _mark(connection: sqlite3.Connection, name: int) -> int:
    row = connection.execute("SELECT change FROM changed_names WHERE name_block = ?", (name,)).fetchone()
    return row[0] if row else 0
