"""Figures and requests: a row each, with what lists sort and compare them by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from tui.across.measure import Measure
from tui.library.compact import encode
from tui.library.index.fields import row_fields
from tui.library.index.made import Amount, Asked, Rest, Row
from tui.library.index.sqlite.labels import Labels, number_of, sorted_by, storable
from tui.library.index.sqlite.postings import Postings


class Rows:
    """The figures and requests of a library within one transaction."""

    def __init__(self, connection: sqlite3.Connection, postings: Postings, labels: Labels) -> None:
        """Take the connection of the transaction, and where to put what rows are found by."""
        self._connection, self._postings, self._labels = connection, postings, labels

    def add(self, session: int, made: Rest) -> None:
        """Take the figures and requests of a session."""
        for place, figure in enumerate(made.figures):
            self._post("figures", figure.row, (session, place, *self._figure(figure)))
        for place, request in enumerate(made.requests):
            self._post("requests", request.row, (session, place, *_request(request)))

    def remove(self, session: int, made: Rest) -> None:
        """Take them out again."""
        kept: tuple[tuple[str, tuple[Any, ...]], ...] = (("figures", made.figures), ("requests", made.requests))
        for table, rows in kept:
            select = f"SELECT id, number FROM {table} WHERE session = ?"
            for row, place in self._connection.execute(select, (session,)).fetchall():
                self._postings.change(table, row, rows[place].row.words, None)
            self._connection.execute(f"DELETE FROM {table} WHERE session = ?", (session,))

    def _post(self, table: str, row: Row, values: Iterable[object]) -> None:
        whole = (None, *values, row.letters, row.text)
        insert = f"INSERT INTO {table} VALUES ({', '.join('?' * len(whole))})"
        self._postings.change(table, self._connection.execute(insert, whole).lastrowid or 0, None, row.words)

    def _figure(self, figure: Amount) -> Iterable[object]:
        one = figure.measure
        place = None if one.where is None else self._labels.number(encode(one.where))
        over, under = one.fraction or (None, None)
        values = (one.value, one.value_to, one.step, over, under, one.start, one.end, place, one.failed, *one.span)
        return one.figure_id, one.kind, self._series(one), sorted_by(one.about), *values

    def _series(self, one: Measure) -> int:
        """Return the number of what a figure counts; what it can be compared by has a key, and more may have none."""
        subject = " ".join(one.subject)
        number = number_of(f"{one.kind}:{one.unit}:{subject}")
        row = (number, storable(one.series_key), one.kind, storable(one.unit), storable(subject))
        self._connection.execute("INSERT OR IGNORE INTO series VALUES (?, ?, ?, ?, ?)", row)
        return number


def _request(one: Asked) -> Iterable[object]:
    return one.item_id, one.kind, one.attribution, _first(one.row, "R"), _first(one.row, "D"), *one.span


def _first(row: Row, letter: str) -> str:
    place = row.letters.find(letter)
    return sorted_by(row_fields(row.text)[place] if place >= 0 else None)
