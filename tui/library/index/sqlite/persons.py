"""Who is one person across articles: the same name, and a second sign of it.

Homonyms are the norm (ten family names cover 73 percent of people), so that a name alone joins nobody: the two must
also serve one body.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from tui.library.index.fields import LETTERS, Words, found_by, row_fields, row_text
from tui.library.index.made import Someone
from tui.library.index.sqlite.postings import Postings

Field = tuple[str, str]
"""A field's letter and its text."""
_BODY, _SIDE = LETTERS["organization"], LETTERS["side"]


class _Person:
    """One person as the table has them, and as it will have them."""

    def __init__(self, number: int, row: tuple[int, str, int, str, str] | None = None) -> None:
        self.number, self.new = number, row is None
        self.sessions, self.latest, self.session, letters, text = row or (0, "", 0, "", "")
        self.fields: dict[Field, None] = dict.fromkeys(zip(letters, row_fields(text), strict=True)) if letters else {}
        self.bodies = {text for letter, text in self.fields if letter == _BODY}
        self.before: Words | None = None
        self.changed = self.new

    def change(self) -> None:
        """Keep what the person is found by, before that is changed."""
        if not self.changed:
            self.before = self.words()
            self.changed = True

    def add(self, session: int, day: str, fields: Iterable[Field]) -> None:
        """Count one more session."""
        self.sessions += 1
        if day >= self.latest:
            self.latest, self.session = day, session
        for field in fields:
            if field not in self.fields:
                self.change()
                self.fields[field] = None
                if field[0] == _BODY:
                    self.bodies.add(field[1])

    def words(self) -> Words:
        """Return what the person is found by."""
        sides = [("side", text) for letter, text in self.fields if letter == _SIDE]
        return found_by((text for letter, text in self.fields if letter != _SIDE), sides)

    def row(self) -> tuple[int, str, int, str, str]:
        """Return what the table has of the person, but for number and key."""
        letters = "".join(letter for letter, _ in self.fields)
        return self.sessions, self.latest, self.session, letters, row_text(text for _, text in self.fields)


class Persons:
    """The people of a library within one transaction; nothing is written before :meth:`flush`."""

    def __init__(self, connection: sqlite3.Connection, postings: Postings) -> None:
        """Take the connection of the transaction, and where to put what people are found by."""
        self._connection, self._postings = connection, postings
        self._by_key: dict[str, list[_Person]] = {}
        self._appearances: list[tuple[int, int, int, str, bool, int, int]] = []
        self._labels: dict[str, int] = {}
        self._next = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM people").fetchone()[0]

    def add(self, session: int, day: str, people: Iterable[Someone]) -> None:
        """Count the people of a session."""
        for number, someone in enumerate(people):
            person = self._person(someone)
            person.add(session, day, someone.fields)
            known = "\n".join(letter + text for letter, text in someone.fields)
            labels = self.label(known), self.label(someone.roles)
            self._appearances.append((session, number, person.number, someone.side, someone.is_chair, *labels))

    def remove(self, session: int) -> None:
        """Take the people of a session out again."""
        self.flush()
        gone = "SELECT DISTINCT person FROM appearances WHERE session = ?"
        numbers = [number for (number,) in self._connection.execute(gone, (session,))]
        self._connection.execute("DELETE FROM appearances WHERE session = ?", (session,))
        for number in numbers:
            self._count_again(number)

    def label(self, text: str) -> int:
        """Return the number of a text that comes again and again: half a hash of it."""
        if text not in self._labels:
            digest = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
            self._labels[text] = int.from_bytes(digest, signed=True)
        return self._labels[text]

    def flush(self) -> None:
        """Write what was gathered."""
        labels = ((number, text) for text, number in self._labels.items())
        self._connection.executemany("INSERT OR IGNORE INTO labels VALUES (?, ?)", labels)
        self._labels.clear()
        insert = "INSERT INTO appearances VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._connection.executemany(insert, sorted(self._appearances))
        for key, people in self._by_key.items():
            for person in people:
                self._write(person, key)
        self._by_key.clear()
        self._appearances.clear()

    def _write(self, person: _Person, key: str = "") -> None:
        if person.new:
            insert = "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)"
            self._connection.execute(insert, (person.number, key, *person.row()))
        else:
            update = "UPDATE people SET sessions = ?, latest = ?, session = ?, letters = ?, text = ? WHERE id = ?"
            self._connection.execute(update, (*person.row(), person.number))
        if person.changed:
            self._postings.change("people", person.number, person.before, person.words())

    def _person(self, someone: Someone) -> _Person:
        """Return the person whom someone is, a new one if nobody."""
        if someone.key not in self._by_key:
            rows = self._connection.execute(
                "SELECT id, sessions, latest, session, letters, text FROM people WHERE key = ? ORDER BY id",
                (someone.key,),
            )
            self._by_key[someone.key] = [_Person(number, tuple(row)) for number, *row in rows]
        same = self._by_key[someone.key]
        bodies = [text for letter, text in someone.fields if letter == _BODY]
        for person in same:
            if not person.bodies.isdisjoint(bodies):
                return person
        same.append(_Person(self._next))
        self._next += 1
        return same[-1]

    def _count_again(self, number: int) -> None:
        """Bring what is kept of a person in line with the articles that are left."""
        select = "SELECT sessions, latest, session, letters, text FROM people WHERE id = ?"
        person = _Person(number, self._connection.execute(select, (number,)).fetchone())
        person.change()
        person.sessions, person.latest, person.fields = 0, "", {}
        for session, day, text in self._connection.execute(
            "SELECT session, day, text FROM appearances JOIN labels ON known = labels.id "
            "JOIN sessions ON session = sessions.id WHERE person = ? ORDER BY session",
            (number,),
        ):
            person.add(session, day, ((line[0], line[1:]) for line in text.split("\n")))
        if person.sessions:
            self._write(person)
        else:
            self._connection.execute("DELETE FROM people WHERE id = ?", (number,))
            self._postings.change("people", number, person.before, None)
