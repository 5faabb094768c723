"""The index in a SQLite file, or in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.document import Document
from tui.library.entry import Entry, Problem
from tui.library.index import texts
from tui.library.index.engine import Article, Ask, Candidate, Conditions, Counted, Facet, Kept, Kind, OneOf, Order, Said
from tui.library.index.known import Known
from tui.library.index.made import Rest
from tui.library.index.sqlite import facets, finding, listing, vocabulary
from tui.library.index.sqlite.listing import COLUMNS, entry_of
from tui.library.index.sqlite.store import Store
from tui.library.scan import Found
from tui.text.clean import Clean

if TYPE_CHECKING:
    from tui.across.decided import Decision
    from tui.across.references import ArticleReference, PersonReference
    from tui.library.index.recognition import Namesakes, Recognised
    from tui.library.index.sqlite.writing import Writer
    from tui.library.index.tables import Tables


class SqliteIndex:
    """An index in one file; implements :class:`tui.library.index.engine.Engine`."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the file, made anew where it is of no use, or without a path one in memory."""
        self._store = Store(path)
        self._changes = 0

    @property
    def tables(self) -> Tables:
        """People, figures and requests across sessions."""
        from tui.library.index.sqlite.across import SqliteTables  # noqa: PLC0415 - not before the first paint

        return SqliteTables(self._store)

    @property
    def notice(self) -> Clean:
        """What the user should know about the index, in one line; usually nothing."""
        return self._store.notice

    @property
    def is_kept(self) -> bool:
        """Whether it is kept in a file."""
        return not self._store.in_memory

    def changes(self) -> object:
        """Return what is another value after each change of the index, also by another process."""
        return self._changes, self._store.version()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def clear(self) -> None:
        """Forget everything."""
        self._store.renew()
        self._changes += 1

    # Keeping

    def is_new(self) -> bool:
        """Tell whether nothing was ever kept."""
        select = "SELECT NOT EXISTS (SELECT 1 FROM files) AND NOT EXISTS (SELECT 1 FROM sessions)"
        return self._store.read(lambda connection: bool(connection.execute(select).fetchone()[0]), True)

    def differences(self, found: Iterable[Found], parser: int) -> tuple[list[Found], list[str]]:
        """Hold what is in the folder against what is known: files to be read, newest first, and paths that are gone."""
        nothing: tuple[list[Found], list[str]] = ([], [])
        return self._store.alone(lambda connection: listing.differences(connection, found, parser), nothing)

    def announce(self, entries: Iterable[Entry]) -> None:
        """Take what was seen of files at a first look; what is known better stays."""
        self._write(lambda writer: writer.announce(entries))

    def expect(self, paths: Iterable[str]) -> None:
        """Say of articles that they are being read again."""
        self._write(lambda writer: writer.expect(paths))

    def put(self, articles: Sequence[Article], failed: Sequence[Known] = ()) -> None:
        """Take articles in the place of earlier ones with the same path, and files that can't be used."""

        def write(writer: Writer) -> None:
            for file in failed:
                writer.fail(file)
            writer.put(articles)

        self._write(write)

    def unfinished(self) -> int:
        """Return of how many sessions only the head is known."""
        return self._count(f"sessions WHERE stage = {listing.KNOWN}")

    def incomplete(self, limit: int, after: int = 0) -> Sequence[Kept]:
        """Return sessions of which only the head is known, oldest first; ``after`` goes on after one's number."""
        return self._store.read(lambda connection: listing.at_stage(connection, listing.KNOWN, limit, after), [])

    def complete(self, rests: Sequence[tuple[int, Rest]]) -> None:
        """Take the rest of articles."""

        def write(writer: Writer) -> None:
            for number, made in sorted(rests, key=lambda one: one[0]):
                writer.complete(number, made)

        self._write(write)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files."""
        self._write(lambda writer: writer.drop(paths))

    def tidy(self) -> bool:
        """Do a piece of what makes finding fast again after much has changed; return whether there is more to do."""
        done: list[bool] = []
        self._write(lambda writer: done.append(writer.merge()))
        return any(done)

    # People and events

    def decide(self, people: Sequence[Decision[PersonReference]], events: Sequence[Decision[ArticleReference]]) -> None:
        """Take what the readers of the library decided, in the place of what they had decided before."""
        from tui.library.index.sqlite import verdicts  # noqa: PLC0415 - as above

        same = self._store.read(lambda connection: verdicts.are_kept(connection, people, events), otherwise=False)
        if not same:
            self._write(lambda writer: writer.decide(people, events))

    def tell_events(self, limit: int) -> bool:
        """Tell of some changed days which articles report one session; return whether there are more."""
        before = self._count("changed_days")
        if before:
            self._write(lambda writer: writer.tell_events(limit))
        return 0 < self._count("changed_days") < before

    def unrecognised(self) -> int:
        """Return of how many names it is to be told anew who is who."""
        return self._count("changed_names")

    def namesakes(self, limit: int, after: int | None = None) -> Sequence[Namesakes]:
        """Return some namesakes of whom it is to be told anew who is who, once all events have been told."""
        from tui.library.index.sqlite import persons  # noqa: PLC0415 - as above

        # not mapped: all of the file would come to lie in memory, a piece after the other
        return self._store.alone(lambda connection: persons.changed(connection, limit, after), [])

    def recognise(self, some: Sequence[Recognised]) -> None:
        """Take who is who; of names that have changed meanwhile nothing is taken, and they come again."""
        if some:
            self._write(lambda writer: writer.recognise(some))

    # Lists

    def order(self, by: Order, limit: int | None = None) -> Sequence[int]:
        """Return the numbers of all sessions in an order, or of the first ones."""
        return self._store.read(lambda connection: listing.order(connection, by, limit), ())

    def by_day(self, limit: int | None = None) -> tuple[Sequence[int], Sequence[str]]:
        """Return the numbers of all sessions or of the first ones, newest first, and the month of each."""
        nothing: tuple[Sequence[int], Sequence[str]] = ((), ())
        return self._store.read(lambda connection: listing.by_day(connection, limit), nothing)

    def events(self) -> Mapping[int, int]:
        """Return of each session that several articles report the first one, by its number."""
        select = "SELECT session, event FROM accounts WHERE event IS NOT NULL"
        return self._store.read(lambda connection: dict(connection.execute(select).fetchall()), {})

    def entries(self, numbers: Iterable[int]) -> Mapping[int, Entry]:
        """Return the entries of sessions by their numbers."""
        return self._store.read(lambda connection: listing.entries(connection, numbers), {})

    def numbers(self, *, key: str | None = None, path: str | None = None) -> Sequence[int]:
        """Return the sessions of articles whose key begins so, or the one of a file."""
        return self._store.read(lambda connection: listing.numbers(connection, key=key, path=path), [])

    def document(self, number: int) -> Document | None:
        """Return the document of a session, or None when it is not kept."""
        select = f"SELECT {COLUMNS}, text, record FROM sessions JOIN texts ON session = id WHERE id = ?"
        row = self._store.read(lambda connection: connection.execute(select, (number,)).fetchone(), None)
        if row is None:
            return None
        try:
            return texts.document(entry_of(row[:-2]), row[-2], row[-1])
        except (ValueError, TypeError):
            self._write(lambda writer: writer.distrust(number))
            return None

    def keys(self, paths: Iterable[str]) -> Mapping[str, str]:
        """Return the article keys of files that have been read."""
        return self._store.read(lambda connection: listing.keys(connection, paths), {})

    def known(self, path: str) -> Known | None:
        """Return how a file was read, or None for one that was not."""
        return self._store.read(lambda connection: listing.known(connection, path), None)

    def problems(self) -> Sequence[Problem]:
        """Return what was wrong with files when they were last read, in the order of paths."""
        return self._store.read(listing.problems, [])

    def twins(self) -> Sequence[tuple[str, str]]:
        """Return the files that hold the same article as another one, each with that one."""
        return self._store.read(listing.twins, [])

    def pending(self) -> int:
        """Return how many articles are still to be read."""
        return self._count("sessions WHERE state = 'pending'")

    def renamed(self) -> Mapping[str, str]:
        """Return the keys of articles whose text has changed since they were first read, and their keys now."""
        return self._store.read(lambda connection: dict(connection.execute("SELECT old, new FROM renamed")), {})

    # Finding

    def find(self, kind: Kind, ask: Ask, limit: int, below: int | None = None) -> Sequence[int]:
        """Return the numbers of rows, newest first, at most ``limit``; ``below`` goes on after an earlier answer."""
        return self._store.read(lambda connection: finding.find(connection, kind, ask, limit, below), [])

    def rows(self, kind: Kind, numbers: Sequence[int]) -> Sequence[Candidate]:
        """Return rows by their numbers, in no order; one that is gone is left out."""
        return self._store.read(lambda connection: finding.rows(connection, kind, numbers), [])

    def holding(self, kind: Kind, numbers: Sequence[int], every: Sequence[OneOf]) -> set[int]:
        """Return those of some rows that hold tokens."""
        return self._store.read(lambda connection: finding.holding(connection, kind, numbers, every), set())

    def said(self, numbers: Iterable[int]) -> Mapping[int, Said]:
        """Return the texts of sessions with their passages."""
        select = (
            "SELECT session, text, places FROM texts JOIN passages USING (session) "
            f"WHERE session IN ({', '.join(map(str, numbers))})"
        )
        return self._store.read(
            lambda connection: {
                number: texts.said(text, places) for number, text, places in connection.execute(select)
            },
            {},
        )

    def appearances(self, person: int, wanted: Conditions) -> Sequence[int]:
        """Return in which sessions that meet conditions a person was, newest first."""
        return self._store.read(lambda connection: finding.appearances(connection, person, wanted), [])

    def appearance(self, person: int, session: int) -> tuple[int, str]:
        """Return the place of a person among those of a session, and the roles they had there."""
        select = (
            "SELECT number, text FROM appearances JOIN labels ON roles = labels.id WHERE person = ? AND session = ? "
            "ORDER BY number"
        )
        row = self._store.read(lambda connection: connection.execute(select, (person, session)).fetchone(), None)
        return row or (0, "")

    def place(self, kind: Kind, row: int) -> int:
        """Return the place of a figure or request among those of its session."""
        found = self._store.read(
            lambda connection: connection.execute(f"SELECT number FROM {kind} WHERE id = ?", (row,)).fetchone(), None
        )
        return found[0] if found else 0

    def facets(
        self, sessions: Sequence[int], figures: Sequence[int], requests: Sequence[int], most: int
    ) -> Mapping[Facet, Sequence[Counted]]:
        """Return what some rows have in common: of each facet at most so many values with how often they come."""
        return self._store.read(
            lambda connection: facets.facets(connection, sessions, figures, requests, most),
            {},
        )

    # Words

    def words(self) -> Mapping[str, int]:
        """Return all words with the number of rows that hold them."""
        return self._store.read(vocabulary.words, {})

    def pairs(self, wanted: Iterable[str]) -> Mapping[str, int]:
        """Return those of some pairs of words that occur, with the number of rows that hold them."""
        return self._store.read(lambda connection: vocabulary.pairs(connection, wanted), {})

    def pairs_beginning(self, prefix: str, limit: int) -> Mapping[str, int]:
        """Return the commonest pairs that begin with something, with the number of rows that hold them."""
        return self._store.read(lambda connection: vocabulary.pairs_beginning(connection, prefix, limit), {})

    def short_forms(self) -> Sequence[tuple[str, str]]:
        """Return the short forms that articles explain, with what they stand for, the most used first."""
        return self._store.read(vocabulary.short_forms, [])

    def _count(self, rows: str) -> int:
        select = f"SELECT count(*) FROM {rows}"
        return self._store.read(lambda connection: int(connection.execute(select).fetchone()[0]), 0)

    def _write(self, change: Callable[[Writer], None]) -> None:
        """Change the index; what can't be kept because of another writer will be done again another time."""
        from tui.library.index.sqlite.writing import Writer  # noqa: PLC0415 - as above

        try:
            with self._store.writing() as connection:
                writer = Writer(connection)
                change(writer)
                writer.finish()
                changed = writer.changed
        except sqlite3.Error as error:
            self._store.after(error)
            changed = True
        except (ValueError, TypeError):  # what is kept is not as we write it
            self._store.damaged()
            changed = True
        self._changes += changed
