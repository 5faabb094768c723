"""Changes of the index, each within the one transaction that it is given."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable

import msgspec

from tui.library.compact import encode
from tui.library.entry import Entry
from tui.library.index import texts
from tui.library.index.engine import Article, Known
from tui.library.index.made import Head, Rest, head, rest
from tui.library.index.sqlite.listing import COLUMNS, entry_of
from tui.library.index.sqlite.persons import Persons
from tui.library.index.sqlite.postings import Postings
from tui.library.scan import Stamp
from tui.text.fold import fold

SEEN, KNOWN, WHOLE = 1, 2, 3
"""Stages of a session: its file was looked at; its head is known; its body, figures and requests are, too."""


class Writer:
    """The changes of one transaction; what is gathered is written by :meth:`finish`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection of the transaction."""
        self._connection = connection
        self._postings = Postings(connection)
        self._persons = Persons(connection, self._postings)
        self._short_forms: Counter[tuple[str, str]] = Counter()

    def finish(self) -> None:
        """Write what was gathered."""
        self._persons.flush()
        self._postings.flush()
        rows = ((short, meant, articles) for (short, meant), articles in self._short_forms.items())
        self._connection.executemany(
            "INSERT INTO short_forms VALUES (?, ?, ?) "
            "ON CONFLICT (short, meant) DO UPDATE SET articles = articles + excluded.articles",
            rows,
        )
        self._connection.execute("DELETE FROM short_forms WHERE articles <= 0")

    def announce(self, entries: Iterable[Entry]) -> None:
        """Take what was seen of files at a first look, oldest first; what is known better stays."""
        for entry in sorted(entries, key=lambda one: (day_of(one), one.path)):
            if self._session(entry.path) is None:
                self._put_head(None, SEEN, _seen(entry))

    def put(self, articles: Iterable[Article]) -> None:
        """Take articles in the place of earlier ones with the same path."""
        for article in sorted(articles, key=lambda one: (day_of(one.head.entry), one.file.path)):
            number = self._session(article.file.path)
            old = self._take_out(number) if number is not None else None
            if old is not None and old.entry.article_key != article.head.entry.article_key:
                self._rename(old.entry.article_key, article.head.entry.article_key)
            number = self._put_head(number, KNOWN, article.head, old)
            self._connection.execute("INSERT INTO texts VALUES (?, ?, ?)", (number, article.text, article.record))
            self._put_file(article.file, number)

    def fail(self, file: Known) -> None:
        """Take a file that can't be used, in the place of what it was before."""
        number = self._session(file.path)
        if number is not None:
            self._forget(number)
        self._put_file(file, None)

    def complete(self, number: int, made: Rest) -> None:
        """Take the rest of an article."""
        known = self._connection.execute(
            "SELECT 1 FROM sessions WHERE id = ? AND stage = ?", (number, KNOWN)
        ).fetchone()
        if known is None:
            return  # it was changed or removed meanwhile
        change, insert = self._postings.change, self._connection.execute
        insert("UPDATE sessions SET stage = ? WHERE id = ?", (WHOLE, number))
        insert("INSERT INTO passages VALUES (?, ?)", (number, texts.packed_passages(made.passages)))
        change("bodies", number, None, made.words)
        for place, figure in enumerate(made.figures):
            row = (number, place, figure.kind, figure.value, figure.row.letters, figure.row.text)
            inserted = insert(
                "INSERT INTO figures (session, number, kind, value, letters, text) VALUES (?, ?, ?, ?, ?, ?)", row
            )
            change("figures", inserted.lastrowid or 0, None, figure.row.words)
        for place, request in enumerate(made.requests):
            asked = (number, place, request.kind, request.row.letters, request.row.text)
            inserted = insert(
                "INSERT INTO requests (session, number, kind, letters, text) VALUES (?, ?, ?, ?, ?)", asked
            )
            change("requests", inserted.lastrowid or 0, None, request.row.words)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files."""
        for path in paths:
            number = self._session(path)
            if number is not None:
                self._forget(number)
            self._connection.execute("DELETE FROM files WHERE path = ?", (os.fsencode(path),))

    def _session(self, path: str) -> int | None:
        found = self._connection.execute("SELECT id FROM sessions WHERE path = ?", (os.fsencode(path),)).fetchone()
        return found[0] if found else None

    def _put_head(self, number: int | None, stage: int, made: Head, old: Head | None = None) -> int:
        entry = made.entry
        values = [number, *row_of(entry, stage)]
        insert = f"INSERT OR REPLACE INTO sessions VALUES ({', '.join('?' * len(values))})"
        number = self._connection.execute(insert, values).lastrowid or 0
        self._connection.execute(
            "INSERT OR REPLACE INTO heads VALUES (?, ?, ?)", (number, made.row.letters, made.row.text)
        )
        self._postings.change("heads", number, old.row.words if old else None, made.row.words)
        self._persons.add(number, day_of(entry), made.people)
        self._short_forms.update(made.short_forms)
        return number

    def _take_out(self, number: int) -> Head:
        """Take out all that was made of a session but its row and its head, which is returned."""
        select = f"SELECT {COLUMNS}, stage FROM sessions WHERE id = ?"
        *columns, stage = self._connection.execute(select, (number,)).fetchone()
        entry = entry_of(columns)
        if stage == SEEN:
            return _seen(entry)
        text, record = self._connection.execute(
            "SELECT text, record FROM texts WHERE session = ?", (number,)
        ).fetchone()
        document = texts.document(entry, text, record)
        self._persons.remove(number)
        if stage == WHOLE:
            self._take_rest(number, rest(document))
        self._connection.execute("DELETE FROM texts WHERE session = ?", (number,))
        made = head(document)
        self._short_forms.subtract(made.short_forms)
        return made

    def _take_rest(self, number: int, made: Rest) -> None:
        change, execute = self._postings.change, self._connection.execute
        change("bodies", number, made.words, None)
        for table, rows in (("figures", made.figures), ("requests", made.requests)):
            for row, place in execute(f"SELECT id, number FROM {table} WHERE session = ?", (number,)).fetchall():
                change(table, row, rows[place].row.words, None)
            execute(f"DELETE FROM {table} WHERE session = ?", (number,))
        execute("DELETE FROM passages WHERE session = ?", (number,))

    def _forget(self, number: int) -> None:
        old = self._take_out(number)
        self._postings.change("heads", number, old.row.words, None)
        self._connection.execute("DELETE FROM heads WHERE session = ?", (number,))
        self._connection.execute("DELETE FROM sessions WHERE id = ?", (number,))

    def _put_file(self, file: Known, session: int | None) -> None:
        stamps = [*_numbers(file.stamp), *_numbers(file.record_stamp)]
        said = encode(file.problems) if file.problems else None
        self._connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (os.fsencode(file.path), *stamps, file.parser, session, said),
        )

    def _rename(self, old: str, new: str) -> None:
        if not old.startswith("path:"):
            self._connection.execute("INSERT OR REPLACE INTO renamed VALUES (?, ?)", (old, new))


def day_of(entry: Entry) -> str:
    """Return what sessions are sorted by: the day of the session, else of publication, else nothing."""
    if entry.date and not entry.date.startswith("--"):
        return entry.date
    return (entry.published or "")[:10]


def row_of(entry: Entry, stage: int) -> tuple[object, ...]:
    """Return the row of a session but for its number."""
    values = msgspec.structs.asdict(entry)
    path, key, state, headline = (values.pop(name) for name in ("path", "article_key", "state", "headline"))
    rest = [_text(value) if isinstance(value, str) else value for value in values.values()]
    sort = fold(entry.place or ""), fold(headline)
    return os.fsencode(path), _text(key), stage, state, day_of(entry), _text(headline), *rest, *map(_text, sort)


def _seen(entry: Entry) -> Head:
    """Return the head of a file that was only looked at."""
    from tui.library.document import Document  # noqa: PLC0415

    return head(Document(entry, "", None))


def _numbers(stamp: Stamp | None) -> tuple[int | None, int | None]:
    return (stamp.changed, stamp.size) if stamp else (None, None)


def _text(text: str) -> str:
    """Return a text that a table can hold: a lone surrogate becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
