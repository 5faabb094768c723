"""The file of an index: opening it, connections for many threads, and what to do when it is of no use.

An index can always be made again. So one that is damaged, foreign or of another version is removed and begun anew, and
where none can be written one in memory takes its place; :attr:`Store.notice` says so in one line.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TypeVar

from tui.library.index.sqlite import schema
from tui.messages import say
from tui.text.clean import Clean, clean_line

Result = TypeVar("Result")

_WAIT = 5.0
"""Seconds to wait for another reader that is writing."""
_MAPPED = 1 << 31
"""Most bytes of the file that are mapped instead of read: pages that the system can take back at any time."""
_CACHED = -2048
"""Pages that each connection keeps, in KiB (negative, as SQLite wants it)."""
_IN_MEMORY = ":memory:"


class Store:
    """The file of one index. One thread writes at a time, others read meanwhile."""

    def __init__(self, path: Path | None) -> None:
        """Open the file, made anew where it is of no use, or with None one in memory."""
        self.notice = Clean("")
        self._path = path
        self._writing = RLock()
        self._pool: list[sqlite3.Connection] = []
        self._writer = self._opened()

    @property
    def in_memory(self) -> bool:
        """Whether nothing is kept."""
        return self._path is None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for a change, which is made whole or not at all.

        Raises:
            sqlite3.Error: it could not be made; see :meth:`after`.

        """
        with self._writing:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._writer.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection to read with, in any thread.

        Raises:
            sqlite3.Error: the file can't be read; see :meth:`after`.

        """
        if self.in_memory:
            with self._writing:
                yield self._writer
            return
        pool = self._pool
        connection = pool.pop() if pool else _connected(str(self._path), read_only=True)
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        if pool is self._pool:
            pool.append(connection)
        else:  # the file was made anew meanwhile
            connection.close()

    def read(self, task: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Read, or return ``otherwise`` when the file turns out to be of no use; it is made anew then.

        A ``ValueError`` or ``TypeError`` of the task says so, too: what is kept is not as we write it.
        """
        try:
            with self.reading() as connection:
                return task(connection)
        except sqlite3.Error as error:
            self.after(error)
        except (ValueError, TypeError):
            self.damaged()
        return otherwise

    def alone(self, task: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """The same with the connection that writes, for what needs a table of its own for a while."""
        try:
            with self._writing:
                return task(self._writer)
        except sqlite3.Error as error:
            self.after(error)
        except (ValueError, TypeError):
            self.damaged()
        return otherwise

    def version(self) -> int:
        """Return a number that changes when another process has changed the file."""
        with self._writing:
            return int(self._writer.execute("PRAGMA data_version").fetchone()[0])

    def after(self, error: sqlite3.Error) -> None:
        """Do what there is to do after an error.

        One that will pass (another reader that writes for long) needs nothing: what was not kept is done again. A full
        or failing disk needs memory to go on in. Anything else is damage, and the file is made anew.
        """
        if _will_pass(error):
            return
        if _is_of_no_use(error):
            self.damaged()
        else:
            self._go_on_in_memory(error)

    def damaged(self) -> None:
        """Begin anew, and say so."""
        if self._path is not None:
            self.notice = _made_anew(self._path)
        self.renew()

    def renew(self) -> None:
        """Begin anew with an empty file."""
        with self._writing:
            self._drop_connections()
            if self._path is not None:
                with suppress(OSError):
                    _remove(self._path)
            self._writer = self._opened()

    def close(self) -> None:
        """Close the file."""
        with self._writing:
            self._drop_connections()

    def _go_on_in_memory(self, error: sqlite3.Error) -> None:
        with self._writing:
            if self.in_memory:
                return
            self.notice = _without(self._path, error)
            memory = _connected(_IN_MEMORY)
            try:
                self._writer.backup(memory)
                schema.check(memory)
            except sqlite3.Error:
                memory.close()
                memory = _connected(_IN_MEMORY)
                schema.prepare(memory)
            self._drop_connections()
            self._path, self._writer = None, memory

    def _drop_connections(self) -> None:
        pool, self._pool = self._pool, []
        for connection in (*pool, self._writer):
            connection.close()

    def _opened(self) -> sqlite3.Connection:
        """Return a connection to the file, made anew where it is of no use; to memory where there can be none."""
        if self._path is not None:
            try:
                return self._in_file(self._path)
            except (sqlite3.Error, OSError) as error:
                if _is_of_no_use(error):
                    if not isinstance(error, schema.OtherVersionError):
                        self.notice = _made_anew(self._path)
                    try:
                        _remove(self._path)
                        return self._in_file(self._path)
                    except (sqlite3.Error, OSError) as again:
                        error = again
                self.notice = _without(self._path, error)
        self._path = None
        connection = _connected(_IN_MEMORY)
        schema.prepare(connection)
        return connection

    def _in_file(self, path: Path) -> sqlite3.Connection:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = _connected(str(path))
        try:
            schema.prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _connected(name: str, *, read_only: bool = False) -> sqlite3.Connection:
    """Return a connection that leaves transactions to us."""
    connection = sqlite3.connect(name, timeout=_WAIT, check_same_thread=False, isolation_level=None)
    try:
        connection.execute(f"PRAGMA cache_size = {_CACHED}")
        if read_only:
            connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
            connection.execute("PRAGMA query_only = 1")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{ending}")


def _code(error: Exception) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF


def _will_pass(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_INTERRUPT)


def _is_of_no_use(error: Exception) -> bool:
    """Tell whether it is what is in the file that is wrong, and not the disk or another process."""
    beyond = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
              sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_NOMEM)  # fmt: skip
    return isinstance(error, sqlite3.Error) and not _will_pass(error) and _code(error) not in beyond


def _made_anew(path: Path) -> Clean:
    return say("{path}: the index was damaged, and is made again", path=clean_line(str(path)))


def _without(path: Path | None, error: Exception) -> Clean:
    reason = clean_line(str(error))
    return say("{path}: nothing can be kept there ({reason}); everything works, but is read anew the next time",
               path=clean_line(str(path)), reason=reason)  # fmt: skip
