"""Which articles report one session: worked out a day at a time, by the rule of ``tui.across.events``."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from tui.across.account import Account
from tui.across.decided import settle
from tui.across.events import events, numbered
from tui.across.references import Articles
from tui.library.compact import decode, encode
from tui.library.index.sqlite import verdicts
from tui.library.index.sqlite.persons import Persons

_ACCOUNTS = "SELECT session, told, event FROM accounts JOIN sessions ON sessions.id = session WHERE day = ?"
"""An article without a day, too, is told of by decisions."""


class Occasions:
    """The events of a library within one transaction; nothing is written before :meth:`flush`."""

    def __init__(self, connection: sqlite3.Connection, persons: Persons) -> None:
        """Take the connection of the transaction, and the people whose sessions are counted by events."""
        self._connection, self._persons = connection, persons
        self._changed: set[str] = set()

    def add(self, session: int, day: str, account: Account) -> None:
        """Take what an article says of its session."""
        self._connection.execute("INSERT INTO accounts VALUES (?, ?, NULL)", (session, encode(account)))
        self._changed.add(day)

    def remove(self, session: int, day: str) -> None:
        """Take it out again."""
        if self._connection.execute("DELETE FROM accounts WHERE session = ?", (session,)).rowcount:
            self._changed.add(day)

    def mark(self, days: Iterable[str]) -> None:
        """Let it be told anew which sessions of some days are one."""
        self._changed.update(days)

    def flush(self) -> None:
        """Write what was gathered."""
        rows = ((day,) for day in sorted(self._changed))
        self._connection.executemany("INSERT OR IGNORE INTO changed_days VALUES (?)", rows)
        self._changed.clear()

    def tell(self, limit: int) -> None:
        """Tell the events of some of the days that were marked."""
        decided = verdicts.events(self._connection)
        done: set[str] = set()
        for (day,) in self._connection.execute("SELECT day FROM changed_days LIMIT ?", (limit,)).fetchall():
            if day not in done:
                days, about = decided.get(day, ((day,), ()))
                done.update(days)
                self._tell(days, about)
        self._connection.executemany("DELETE FROM changed_days WHERE day = ?", ((day,) for day in done))

    def _tell(self, days: Sequence[str], about: verdicts.Events) -> None:
        rows = [row for day in days if day or about for row in self._connection.execute(_ACCOUNTS, (day,))]
        told = {msgspec.convert(decode(data), Account): (session, event) for session, data, event in rows}
        session_of = {account.article_key: session for account, (session, _) in told.items()}
        found = numbered(events(told, settle(about, Articles(told).find)))
        for account, (session, before) in told.items():
            first = found.get(account.article_key)
            event = None if first is None else session_of[first]
            if event != before:
                self._connection.execute("UPDATE accounts SET event = ? WHERE session = ?", (event, session))
                names = "SELECT DISTINCT name_block FROM appearances WHERE session = ?"
                self._persons.mark(name for (name,) in self._connection.execute(names, (session,)))
