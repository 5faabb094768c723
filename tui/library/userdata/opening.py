"""Opening the file of the user's data: made where there is none, brought up to date, never overwritten.

Nothing of a file is lost, whatever it is: a damaged one is set aside, one of an older form is copied before it is
changed, one of a newer form is left alone, and one that can't be written is read into memory.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import NamedTuple

from tui.library.userdata.schema import SCHEMA, create, migrate, version_of
from tui.messages import N_, say
from tui.paths import data_dir
from tui.text.clean import Clean, clean_line

WAIT = 5.0
"""Seconds to wait for another reader that is writing."""
_REASONS = {
    "SQLITE_FULL": N_("{path}: the disk is full; this change was not kept"),
    "SQLITE_READONLY": N_("{path}: can't be written; this change was not kept"),
    "SQLITE_BUSY": N_("{path}: another program is writing to it; this change was not kept, try again"),
    "SQLITE_IOERR": N_("{path}: the disk does not take it ({reason}); this change was not kept"),
    "SQLITE_CORRUPT": N_("{path}: is damaged ({reason}); “giamsat restore” brings a backup back"),
    "SQLITE_NOTADB": N_("{path}: is damaged ({reason}); “giamsat restore” brings a backup back"),
}
"""What is said of an error of SQLite, by the beginning of its name."""


class UserDataError(Exception):
    """The user's data can't be read or changed; the message is one line for people and names the file."""


class NewerError(Exception):
    """The file is of a newer version."""


class Opened(NamedTuple):
    """A connection to the data, to which file (None: it is in memory), and what the user should know about it."""

    connection: sqlite3.Connection
    path: Path | None
    notice: Clean


def opened(path: Path) -> Opened:
    """Open a file; where that can't be, what can be read of it in memory, with a notice that says why.

    A damaged file is set aside, and the notice names the copy.
    """
    shown = clean_line(str(path))
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _shut(path.parent)
        if path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            raise PermissionError(13, os.strerror(13))
        return Opened(connected(path), path, Clean(""))
    except NewerError:
        notice = say("{path}: was written by a newer version; nothing is kept this time", path=shown)
    except (sqlite3.OperationalError, OSError) as error:
        reason = clean_line((error.strerror if isinstance(error, OSError) else None) or str(error))
        return _in_memory(path, reason)
    except sqlite3.DatabaseError:
        with suppress(OSError, sqlite3.Error):
            copy = _set_aside(path)
            notice = say("{path}: is damaged; it was set aside as {copy}", path=shown, copy=clean_line(copy.name))
            return Opened(connected(path), path, notice)
        notice = say("{path}: is damaged; nothing is kept this time", path=shown)
    return Opened(connected(None), None, notice)


def connected(path: Path | None) -> sqlite3.Connection:
    """Return a connection to a file of the present form, or with None to an empty one in memory.

    Raises:
        NewerError: a newer version wrote it; it is as it was.
        sqlite3.Error: it is of no use.
        OSError: the copy of a file of an older form can't be kept; it is as it was.

    """
    connection = sqlite3.connect(path or ":memory:", timeout=WAIT, check_same_thread=False, isolation_level=None)
    try:
        if version_of(connection) > SCHEMA:
            raise NewerError
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = FULL")
        if version_of(connection) < SCHEMA:
            _bring_up_to_date(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep a log of what is written; SQLite does not wait by itself for another reader that is just beginning one."""
    until = monotonic() + WAIT
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > until:
                raise
            sleep(0.01)
        else:
            return


def read_into_memory(path: Path) -> sqlite3.Connection:
    """Return a connection to a copy in memory, of the present form, of what a file holds; the file is only read.

    Raises:
        NewerError: a newer version wrote it.
        sqlite3.Error: it is of no use.
        OSError: it can't be read.

    """
    memory = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "userdata"
        shutil.copyfile(path, copy)
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}-wal", f"{copy}-wal")
        with closing(sqlite3.connect(copy)) as source:
            source.backup(memory)
    if version_of(memory) > SCHEMA:
        raise NewerError
    if version_of(memory) < SCHEMA:
        _bring_up_to_date(memory, None)
    return memory


def explained(path: Path | None, error: Exception) -> Clean:
    """Return what an error means, in one line that names the file."""
    name = str(getattr(error, "sqlite_errorname", ""))
    reason = next((said for begins, said in _REASONS.items() if name.startswith(begins)), None)
    values = {"path": clean_line(str(path or "")), "reason": clean_line(str(error))}
    return say(reason or N_("{path}: can't be read or written: {reason}"), **values)


def busy(path: Path | None) -> Clean:
    """Return that another program does not stop writing, in one line that names the file."""
    return say(_REASONS["SQLITE_BUSY"], path=clean_line(str(path or "")))


def stamp() -> str:
    """Return the present time as it stands in the names of copies."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")


def _bring_up_to_date(connection: sqlite3.Connection, path: Path | None) -> None:
    """Make or renew the tables; another program may be about to do the same."""
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        version = version_of(connection)
        if version > SCHEMA:
            raise NewerError
        if version == 0:
            create(connection)
        elif version < SCHEMA:
            if path is not None:
                _keep_copy(path, version)
            migrate(connection, version)


def _keep_copy(path: Path, version: int) -> None:
    """Copy a file of an older form, whole or not at all, before it is changed."""
    copy = path.with_name(f"{path.name}.schema-{version}")
    if copy.exists():
        copy = copy.with_name(f"{copy.name}-{stamp()}")
    half = copy.with_name(f".{copy.name}.half")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(half)) as target:
        source.backup(target)
    os.replace(half, copy)


def _in_memory(path: Path, reason: Clean) -> Opened:
    """Open in memory what can be read of a file that can't be written."""
    shown = clean_line(str(path))
    try:
        memory = read_into_memory(path)
    except (NewerError, sqlite3.Error, OSError):
        notice = say("{path}: can't be opened ({reason}); nothing is kept this time", path=shown, reason=reason)
        return Opened(connected(None), None, notice)
    notice = say("{path}: can't be written ({reason}); changes are not kept this time", path=shown, reason=reason)
    return Opened(memory, None, notice)


def _set_aside(path: Path) -> Path:
    """Give a damaged file, with its companions, another name; nothing of it is deleted."""
    copy = path.with_name(f"{path.name}.damaged-{stamp()}")
    os.rename(path, copy)
    for ending in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.rename(f"{path}{ending}", f"{copy}{ending}")
    return copy


def _shut(folder: Path) -> None:
    """Keep others out of the data directory, whoever made it."""
    with suppress(OSError):
        if folder == data_dir() and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
