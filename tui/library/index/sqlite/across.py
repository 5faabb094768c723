"""The tables across sessions of an index in a SQLite file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tui.across.appearance import Appearance
from tui.across.person import Person
from tui.library.index.engine import Ask, Conditions
from tui.library.index.sqlite import persons, table_rows, tables
from tui.library.index.sqlite.presence import presence
from tui.library.index.sqlite.store import Store
from tui.library.index.tables import Counted, FigureRow, PersonRow, Presence, RequestRow, Shared, Sorting, Table


class SqliteTables:
    """Tables of one file; implements :class:`tui.library.index.tables.Tables`."""

    def __init__(self, store: Store) -> None:
        """Take the file."""
        self._store = store

    def listed(self, table: Table, ask: Ask, sorting: Sorting, limit: int | None = None) -> Sequence[int]:
        """Return the numbers of all rows of a table that are asked for, in an order, or of the first ones."""
        return self._store.read(lambda connection: tables.listed(connection, table, ask, sorting, limit), ())

    def count(self, table: Table) -> int:
        """Return how many rows a table has."""
        select = f"SELECT count(*) FROM {table}"
        return self._store.read(lambda connection: int(connection.execute(select).fetchone()[0]), 0)

    def grouped(self, table: Table, ask: Ask, by: Shared) -> Sequence[Counted]:
        """Return how many of the rows that are asked for have something in common, the most first."""
        return self._store.read(lambda connection: tables.grouped(connection, table, ask, by), [])

    def people_rows(self, numbers: Iterable[int]) -> Mapping[int, PersonRow]:
        """Return people by their numbers; one who is gone is left out."""
        return self._store.read(lambda connection: table_rows.people(connection, numbers), {})

    def figure_rows(self, numbers: Iterable[int]) -> Mapping[int, FigureRow]:
        """Return figures by their numbers; one that is gone is left out."""
        return self._store.read(lambda connection: table_rows.figures(connection, numbers), {})

    def request_rows(self, numbers: Iterable[int]) -> Mapping[int, RequestRow]:
        """Return requests by their numbers; one that is gone is left out."""
        return self._store.read(lambda connection: table_rows.requests(connection, numbers), {})

    def presence(self, wanted: Conditions, people: Sequence[int] | None = None) -> Mapping[int, Presence]:
        """Return of each person of sessions that meet conditions, by number, how often they were there, and when."""
        return self._store.read(lambda connection: presence(connection, wanted, people), {})

    def series(self, keys: Sequence[str]) -> Sequence[FigureRow]:
        """Return all figures of some series, newest first."""
        return self._store.read(lambda connection: table_rows.series(connection, keys), [])

    def person(self, number: int) -> Person | None:
        """Return a person as they are across articles; None where there is nobody of that number."""
        return self._store.read(lambda connection: persons.with_number(connection, number), None)

    def alike(self, number: int) -> Mapping[int, Person]:
        """Return the people with whose names somebody's name is compared, that one included, by their numbers."""
        return self._store.read(lambda connection: persons.namesakes(connection, number), {})

    def named(self, names: Iterable[str]) -> Sequence[Appearance]:
        """Return where people with some names, or names that these are compared with, appear."""
        return self._store.read(lambda connection: persons.named(connection, names), ())

    def people_of(self, article_key: str) -> Mapping[str, int]:
        """Return the number of each person of an article, by the person's id in it."""
        return self._store.read(lambda connection: persons.of_article(connection, article_key), {})
