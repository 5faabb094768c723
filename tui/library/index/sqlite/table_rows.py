"""Rows of the tables across sessions, by their numbers."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from tui.across.locality import Locality
from tui.across.measure import Measure
from tui.library.compact import decode
from tui.library.index.fields import row_fields
from tui.library.index.tables import FigureRow, PersonRow, RequestRow

_PEOPLE = """
SELECT people.id, people.key, name, other_names, roles, people.organization, sessions.place, people.sessions, chaired,
    first, latest, session, (SELECT count(*) - 1 FROM people AS other WHERE other.name_block = people.name_block)
FROM people LEFT JOIN sessions ON sessions.id = session
"""
_FIGURES = """
SELECT figures.id, session, path, headline, sessions.key, day, sessions.place, item, figures.kind, series.unit,
    series.subject, value, value_to, step, over, under, start, end, where_.text, failed, first, last, letters,
    figures.text
FROM figures JOIN sessions ON sessions.id = session JOIN series ON series.id = figures.series
LEFT JOIN labels AS where_ ON where_.id = figures.place
"""
_REQUESTS = """
SELECT requests.id, session, sessions.key, path, headline, day, place, item, kind, attribution, letters, requests.text,
    first, last
FROM requests JOIN sessions ON sessions.id = session
"""


def people(connection: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, PersonRow]:
    """Return people by their numbers; one who is gone is left out."""
    rows = connection.execute(f"{_PEOPLE} WHERE people.id IN ({_list(numbers)})")
    return {row[0]: PersonRow._make("" if value is None else value for value in row) for row in rows}


def figures(connection: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, FigureRow]:
    """Return figures by their numbers; one that is gone is left out."""
    found = _figures(connection, f"figures.id IN ({_list(numbers)})")
    return {one.number: one for one in found}


def series(connection: sqlite3.Connection, keys: Sequence[str]) -> list[FigureRow]:
    """Return all figures of some series, newest first."""
    known = "SELECT id FROM series WHERE key IN (SELECT value FROM json_each(?))"
    some = _figures(connection, f"figures.series IN ({known}) ORDER BY day DESC, path, figures.number",
                    msgspec.json.encode(list(keys)).decode())  # fmt: skip
    return list(some)


def requests(connection: sqlite3.Connection, numbers: Iterable[int]) -> Mapping[int, RequestRow]:
    """Return requests by their numbers; one that is gone is left out."""
    rows = connection.execute(f"{_REQUESTS} WHERE requests.id IN ({_list(numbers)})")
    return {row[0]: _request(row) for row in rows}


def _figures(connection: sqlite3.Connection, where: str, *values: object) -> Iterator[FigureRow]:
    for row in connection.execute(f"{_FIGURES} WHERE {where}", values):
        number, session, path, headline, key, day, place, item, kind, unit, subject, value, value_to, step = row[:14]
        over, under, start, end, where_, failed, first, last, letters, text = row[14:]
        said = _fields(letters, text)
        measure = Measure(
            article_key=key,
            figure_id=item,
            kind=kind,
            unit=unit,
            subject=tuple(subject.split()),
            value=value,
            value_to=value_to,
            step=step,
            hedge=said.get("H"),
            fraction=None if over is None or under is None else (over, under),
            start=start,
            end=end,
            day=day or None,
            place=place,
            where=None if where_ is None else msgspec.convert(decode(where_), Locality),
            written=said.get("f", ""),
            about=said.get("s", ""),
            speaker=said.get("S"),
            span=(first, last),
            failed=bool(failed),
        )
        yield FigureRow(number, session, os.fsdecode(path), headline, measure, said.get("u", ""), said.get("e", ""))


def _request(row: Sequence[Any]) -> RequestRow:
    number, session, key, path, headline, day, place, item, kind, attribution, letters, text, *span = row
    said = _fields(letters, text)
    addressees = (words for letter, words in zip(letters, row_fields(text), strict=True) if letter == "D")
    return RequestRow(
        number=number,
        session=session,
        article_key=key,
        path=os.fsdecode(path),
        headline=headline,
        day=day,
        place=place or "",
        item_id=item,
        kind=kind,
        attribution=attribution,
        requester=said.get("R", ""),
        addressees=tuple(addressees),
        action=said.get("A", ""),
        span=(span[0], span[1]),
    )


def _fields(letters: str, text: str) -> Mapping[str, Any]:
    """Return the first text of each kind of field."""
    return dict(reversed(list(zip(letters, row_fields(text), strict=True)))) if letters else {}


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))
