"""Changes of the index, each within the one transaction that it is given."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from tui.library.compact import encode
from tui.library.document import Document
from tui.library.entry import Entry
from tui.library.index import texts
from tui.library.index.days import day_of
from tui.library.index.engine import Article
from tui.library.index.known import Known
from tui.library.index.made import Head, Rest, head, rest
from tui.library.index.recognition import Recognised
from tui.library.index.sqlite import verdicts
from tui.library.index.sqlite.items import Rows
from tui.library.index.sqlite.labels import Labels, sorted_by, storable
from tui.library.index.sqlite.listing import COLUMNS, KNOWN, SEEN, TWIN, WHOLE, entry_of, known, stamp_columns
from tui.library.index.sqlite.occasions import Occasions
from tui.library.index.sqlite.persons import Persons
from tui.library.index.sqlite.postings import Postings


class _Stored(NamedTuple):
    """A session as it is in the tables."""

    number: int
    stage: int
    document: Document
    text: bytes | None
    record: bytes | None


class Writer:
    """The changes of one transaction; what is gathered is written by :meth:`finish`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection of the transaction."""
        self._connection = connection
        self._execute = connection.execute
        self._postings = Postings(connection)
        self._labels = Labels(connection)
        self._persons = Persons(connection, self._postings, self._labels)
        self._occasions = Occasions(connection, self._persons)
        self._rows = Rows(connection, self._postings, self._labels)
        self._short_forms: Counter[tuple[str, str]] = Counter()
        self.changed = False

    def finish(self) -> None:
        """Write what was gathered."""
        self._persons.flush()
        self._occasions.flush()
        self._labels.flush()
        self._postings.flush()
        self._connection.executemany(
            "INSERT INTO short_forms VALUES (?, ?, ?) "
            "ON CONFLICT (short, meant) DO UPDATE SET articles = articles + excluded.articles",
            [(short, meant, articles) for (short, meant), articles in self._short_forms.items()],
        )
        self._execute("DELETE FROM short_forms WHERE articles <= 0")

    def announce(self, entries: Iterable[Entry]) -> None:
        """Take what was seen of files at a first look, oldest first; what is known better stays."""
        for entry in sorted(entries, key=lambda one: (day_of(one), one.path)):
            if self._stored(entry.path) is None:
                number = self._put_row(None, SEEN, entry)
                self._post(number, head(Document(entry, "", None)))

    def expect(self, paths: Iterable[str]) -> None:
        """Say of articles that they are being read again."""
        rows = [(os.fsencode(path),) for path in paths]
        change = "UPDATE sessions SET state = 'pending' WHERE path = ? AND state != 'pending'"
        self.changed |= self._connection.executemany(change, rows).rowcount > 0

    def put(self, articles: Iterable[Article]) -> None:
        """Take articles in the place of earlier ones with the same path."""
        for article in sorted(articles, key=lambda one: (day_of(one.head.entry), one.file.path)):
            self._put(article)

    def fail(self, file: Known) -> None:
        """Take a file that can't be used, in the place of what it was before."""
        old = self._stored(file.path)
        if old is not None:
            self._forget(old)
        self._put_file(file, None)

    def complete(self, number: int, made: Rest) -> None:
        """Take the rest of an article."""
        if self._execute("SELECT 1 FROM sessions WHERE id = ? AND stage = ?", (number, KNOWN)).fetchone() is None:
            return  # it was changed or removed meanwhile
        self._execute("UPDATE sessions SET stage = ? WHERE id = ?", (WHOLE, number))
        self._execute("INSERT INTO passages VALUES (?, ?)", (number, texts.packed_passages(made)))
        self._postings.change("bodies", number, None, made.words)
        self._rows.add(number, made)
        self.changed = True

    def distrust(self, number: int) -> None:
        """Let the file of a session be read again: what is kept of it is damaged."""
        self._execute("DELETE FROM files WHERE session = ?", (number,))

    def decide(self, people: verdicts.People, events: verdicts.Events) -> None:
        """Take what was decided, in the place of what was before."""
        for one in verdicts.keep(self._connection, "people", people):
            self._persons.mark(verdicts.names_of(one))
        for other in verdicts.keep(self._connection, "events", events):
            self._occasions.mark(verdicts.days_of(self._connection, other))

    def tell_events(self, limit: int) -> None:
        """Tell which articles of some changed days report one session."""
        self._occasions.tell(limit)

    def recognise(self, some: Iterable[Recognised]) -> None:
        """Take who is who."""
        for one in some:
            self.changed |= self._persons.take(one)

    def merge(self) -> bool:
        """Merge some of the parts in which postings were written into one; return whether there is more to do."""
        return self._postings.merge()

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files."""
        for path in paths:
            old = self._stored(path)
            if old is not None:
                self._forget(old)
            self.changed |= self._execute("DELETE FROM files WHERE path = ?", (os.fsencode(path),)).rowcount > 0

    # Articles. Of several files with the same article the first by path is found, the others are its twins.

    def _put(self, article: Article) -> None:
        entry, path = article.head.entry, article.file.path
        old = self._stored(path)
        if old is not None and self._is_same(old, article):
            self._put_file(article.file, old.number)
            return
        gone = self._unpost(old) if old is not None else None
        first = self._shown(entry.article_key, path)
        twin = first is not None and first.document.path < path
        number = self._put_row(old.number if old else None, TWIN if twin else KNOWN, entry)
        self._execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (number, article.text, article.record))
        self._put_file(article.file, number)
        if not twin:
            if first is not None:
                self._hide(first)
            self._post(number, article.head, gone)
        elif gone is not None:
            self._postings.change("heads", number, gone.row.words, None)
        if old is not None and old.document.article_key != entry.article_key:
            self._succeed(old.document.article_key)
            self._rename(old.document.article_key, entry.article_key)

    def _is_same(self, old: _Stored, article: Article) -> bool:
        kept = (old.document.entry, old.text, old.record)
        return old.stage != SEEN and kept == (article.head.entry, article.text, article.record)

    def _shown(self, article_key: str, path: str) -> _Stored | None:
        """Return the session that shows an article, unless it is that of a file itself."""
        select = f"SELECT path FROM sessions WHERE key = ? AND path != ? AND stage > {TWIN}"
        row = self._execute(select, (article_key, os.fsencode(path))).fetchone()
        return self._stored(os.fsdecode(row[0])) if row else None

    def _hide(self, one: _Stored) -> None:
        """Make a session the twin of another one."""
        made = self._unpost(one)
        if made is not None:
            self._postings.change("heads", one.number, made.row.words, None)
        self._execute("UPDATE sessions SET stage = ? WHERE id = ?", (TWIN, one.number))

    def _succeed(self, article_key: str) -> None:
        """Let a twin take the place of an article that is no longer shown."""
        select = f"SELECT path FROM sessions WHERE key = ? AND stage = {TWIN} ORDER BY path"
        row = self._execute(select, (article_key,)).fetchone()
        twin = self._stored(os.fsdecode(row[0])) if row else None
        if twin is not None and self._shown(article_key, "") is None:
            self._execute("UPDATE sessions SET stage = ? WHERE id = ?", (KNOWN, twin.number))
            self._post(twin.number, head(twin.document))

    def _forget(self, old: _Stored) -> None:
        made = self._unpost(old)
        if made is not None:
            self._postings.change("heads", old.number, made.row.words, None)
        self._execute("DELETE FROM sessions WHERE id = ?", (old.number,))
        self._execute("DELETE FROM texts WHERE session = ?", (old.number,))
        self._succeed(old.document.article_key)
        self.changed = True

    # Parts

    def _post(self, number: int, made: Head, old: Head | None = None) -> None:
        """Let a session be found by its head, and its people."""
        self._execute("INSERT OR REPLACE INTO heads VALUES (?, ?, ?)", (number, made.row.letters, made.row.text))
        self._postings.change("heads", number, old.row.words if old else None, made.row.words)
        self._persons.add(number, made.people)
        if made.account is not None:
            self._occasions.add(number, day_of(made.entry), made.account)
        self._short_forms.update(made.short_forms)
        self.changed = True

    def _unpost(self, old: _Stored) -> Head | None:
        """Let a session not be found any more but by the words of its head, which is returned; nothing for a twin."""
        if old.stage == TWIN:
            return None
        number = old.number
        made = head(old.document)
        self._execute("DELETE FROM heads WHERE session = ?", (number,))
        if old.stage != SEEN:
            self._persons.remove(number)
            self._occasions.remove(number, day_of(old.document.entry))
            self._short_forms.subtract(made.short_forms)
        if old.stage == WHOLE:
            self._take_rest(number, rest(old.document))
        return made

    def _take_rest(self, number: int, made: Rest) -> None:
        self._postings.change("bodies", number, made.words, None)
        self._rows.remove(number, made)
        self._execute("DELETE FROM passages WHERE session = ?", (number,))

    def _stored(self, path: str) -> _Stored | None:
        """Return the session of a file.

        Raises:
            sqlite3.DatabaseError: what is kept of it is damaged.

        """
        select = (
            f"SELECT id, stage, {COLUMNS}, text, record FROM sessions LEFT JOIN texts ON session = id WHERE path = ?"
        )
        row = self._execute(select, (os.fsencode(path),)).fetchone()
        if row is None:
            return None
        number, stage, *columns, text, record = row
        try:
            entry = entry_of(columns)
            document = Document(entry, "", None) if text is None else texts.document(entry, text, record)
        except (ValueError, TypeError) as error:
            raise sqlite3.DatabaseError("damaged") from error
        return _Stored(number, stage, document, text, record)

    def _put_row(self, number: int | None, stage: int, entry: Entry) -> int:
        values = (number, *_row_of(entry, stage))
        insert = f"INSERT OR REPLACE INTO sessions VALUES ({', '.join('?' * len(values))})"
        self.changed = True
        return self._execute(insert, values).lastrowid or 0

    def _put_file(self, file: Known, session: int | None) -> None:
        if known(self._connection, file.path) == file:
            return
        stamps = [*stamp_columns(file.stamp), *stamp_columns(file.record_stamp)]
        said = encode(file.problems) if file.problems else None
        insert = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        self._execute(insert, (os.fsencode(file.path), *stamps, file.parser, session, said))
        self.changed = True

    def _rename(self, old: str, new: str) -> None:
        if not old.startswith("path:"):
            self._execute("DELETE FROM renamed WHERE old = ?", (new,))
            self._execute("INSERT OR REPLACE INTO renamed VALUES (?, ?)", (old, new))


def _row_of(entry: Entry, stage: int) -> tuple[object, ...]:
    """Return the row of a session but for its number."""
    values = msgspec.structs.asdict(entry)
    path, key, state, headline = (values.pop(name) for name in ("path", "article_key", "state", "headline"))
    others = [storable(value) if isinstance(value, str) else value for value in values.values()]
    sort = sorted_by(entry.place), sorted_by(headline)
    return os.fsencode(path), storable(key), stage, state, day_of(entry), storable(headline), *others, *sort
