"""Rows of a table in the order of one of its columns."""

from __future__ import annotations

from collections.abc import Sequence

from tui.export.rows import Row, Value
from tui.text import names
from tui.text.collate import name_key, sort_key
from tui.text.regex import regex

_DAY = regex(r"\d{4}-\d\d")


def ordered(rows: Sequence[Row], column: str) -> list[Row]:
    """Return rows by a column: the largest numbers and latest days first, words in Vietnamese order, nothing last.

    Rows that are equal in it stay in their order. Names of people are ordered by the given name first.
    """
    known = [row for row in rows if row.get(column) not in (None, "")]
    rest = [row for row in rows if row.get(column) in (None, "")]
    falling = [row for row in known if _falls(row[column])]
    rising = [row for row in known if not _falls(row[column])]
    falling.sort(key=lambda row: (isinstance(row[column], str), row[column]), reverse=True)
    rising.sort(key=lambda row: _words(column, str(row[column])))
    return [*falling, *rising, *rest]


def _falls(value: Value) -> bool:
    return isinstance(value, int | float) or bool(_DAY.match(value or ""))


def _words(column: str, text: str) -> str:
    return name_key(*names.split(text)) if column == "name" else sort_key(text)
