"""Values that come again and again, kept once and named by a number."""

from __future__ import annotations

import hashlib
import sqlite3

from tui.across.appearance import block
from tui.text.collate import sort_key

_SORTED = 200
"""Letters of a text that lists are sorted by."""
_LAST = "~"
"""What stands after all keys of texts."""

Value = str | bytes


class Labels:
    """The labels of one transaction; nothing is written before :meth:`flush`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Take the connection of the transaction."""
        self._connection = connection
        self._new: dict[Value, int] = {}

    def number(self, value: Value) -> int:
        """Return the number of a value, which will be kept."""
        if value not in self._new:
            self._new[value] = number_of(value)
        return self._new[value]

    def flush(self) -> None:
        """Write what was gathered."""
        rows = ((number, value) for value, number in self._new.items())
        self._connection.executemany("INSERT OR IGNORE INTO labels VALUES (?, ?)", rows)
        self._new.clear()


def number_of(value: Value) -> int:
    """Return the number of a value: half a hash of it."""
    data = value if isinstance(value, bytes) else value.encode("utf-8", "replace")
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), signed=True)


def name_number(name: str) -> int:
    """Return the number of all names that a person's name is compared with."""
    return number_of(block(name))


def storable(text: str) -> str:
    """Return a text that a table can hold: a lone surrogate becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def sorted_by(text: str | None) -> str:
    """Return what lists are sorted by: the beginning of a text in the Vietnamese order, what is missing last."""
    return storable(sort_key(text[:_SORTED])) if text else _LAST
