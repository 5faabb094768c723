"""Postings and the vocabulary: changes are gathered, and written in the order that keeps the tables small."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable

from tui.library.index.fields import Words
from tui.library.index.sqlite.schema import FOUND

_PAGES = 1000
"""Pages that are merged at once: a few hundredths of a second."""
_NOTHING = Words("", "", "")


class Postings:
    """Changes of postings within one transaction; nothing is written before :meth:`flush`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection of the transaction."""
        self._connection = connection
        self._in: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._out: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._words: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()
        self._fewer = False
        self._touched: set[tuple[str, int]] = set()

    def change(self, table: str, row: int, old: Words | None, new: Words | None) -> None:
        """Let a row be found by other words than before; None is a row that is not there."""
        if (table, row) in self._touched:
            self.flush()  # what is gathered is taken out before anything is put in, so that a row may change but once
        self._touched.add((table, row))
        if old is None:
            self._add(table, row, new or _NOTHING)
        elif new is None:
            self._remove(table, row, old)
        elif old != new:
            self._remove(table, row, _less(old, new))
            self._add(table, row, _less(new, old))

    def flush(self) -> None:
        """Write what was gathered: rows in rising order, or each one would begin a part of the index of its own."""
        for table, rows in self._out.items():
            rows.sort()
            statement = f"INSERT INTO find_{table} (find_{table}, rowid, tokens) VALUES ('delete', ?, ?)"
            self._connection.executemany(statement, rows)
        for table, rows in self._in.items():
            rows.sort()
            self._connection.executemany(f"INSERT INTO find_{table} (rowid, tokens) VALUES (?, ?)", rows)
        for name, counts in (("words", self._words), ("pairs", self._pairs)):
            self._connection.executemany(
                f"INSERT INTO {name} VALUES (?, ?) ON CONFLICT (token) DO UPDATE SET rows = rows + excluded.rows",
                sorted(counts.items()),
            )
            if self._fewer:
                self._connection.execute(f"DELETE FROM {name} WHERE rows <= 0")
        for gathered in (self._in, self._out, self._words, self._pairs, self._touched):
            gathered.clear()
        self._fewer = False

    def merge(self) -> bool:
        """Merge some pages of what was written in many parts, which are all looked into for each word.

        Returns:
            Whether there is more to do.

        """
        for table in FOUND:
            before = self._connection.total_changes
            self._connection.execute(f"INSERT INTO find_{table} (find_{table}, rank) VALUES ('merge', ?)", (-_PAGES,))
            if self._connection.total_changes - before > 1:  # the statement itself counts for one
                return True
        return False

    def _add(self, table: str, row: int, words: Words) -> None:
        if any(words):
            self._in[table].append((row, " ".join(words)))
            self._words.update(words.single.split())
            self._pairs.update(words.pairs.split())

    def _remove(self, table: str, row: int, words: Words) -> None:
        if any(words):
            self._out[table].append((row, " ".join(words)))
            self._words.subtract(words.single.split())
            self._pairs.subtract(words.pairs.split())
            self._fewer = True


def _less(one: Words, other: Words) -> Words:
    """Return what the one has and the other has not."""
    return Words(*(" ".join(_without(*each)) for each in zip(one, other, strict=True)))


def _without(some: str, others: str) -> Iterable[str]:
    return sorted(set(some.split()).difference(others.split()))
