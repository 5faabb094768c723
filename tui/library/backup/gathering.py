"""Gathering what goes into a backup."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from tui.library import decisions, own, removed
from tui.library.backup.archive import DATABASE, BackupError, Contents, Kept, pack, working_copy
from tui.library.record_file import holding
from tui.library.scan import DECISIONS, scan
from tui.library.userdata import UserData
from tui.library.userdata.store import now
from tui.messages import say
from tui.paths import data_dir, shipped_library
from tui.text.clean import clean_line

FOLDERS = (own.FOLDER, decisions.FOLDER, removed.FOLDER)
"""Folders of the data directory with the user's own corrections, decisions, and lists of what was taken out."""


def back_up(user: UserData, libraries: Sequence[Path]) -> tuple[Contents, bytes]:
    """Return the list of a backup, and the backup: of the user's data as it is at one moment, and of libraries.

    Args:
        user: The user's data.
        libraries: Folders whose decisions and corrected records go into it, too.

    Raises:
        BackupError: something can't be read.
        UserDataError: the user's data can't be read.

    """
    files = [*_own(), *(kept for number, root in enumerate(libraries) for kept in _of_library(number, root))]
    return pack(now(), [os.path.abspath(root) for root in libraries], database(user), files)


def libraries_of(user: UserData, *more: Path | None) -> list[Path]:
    """Return the folders of the libraries that a user has worked with, and others: those that are there."""
    known = dict.fromkeys([*(one.library for one in user.known()), user.last().library or ""])
    roots = [Path(one) for one in known if one]
    roots += [one for one in more if one is not None]
    folders = dict.fromkeys(os.path.realpath(root.parent if root.is_file() else root) for root in roots)
    ships = os.path.realpath(shipped_library())
    return [Path(folder) for folder in folders if folder != ships and os.path.isdir(folder)]


def database(user: UserData) -> bytes:
    """Return the user's data as a file of SQLite, as it is at one moment."""
    with working_copy(DATABASE) as copy:
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            user.store.copy_to(target)
            target.execute("PRAGMA journal_mode = DELETE")
        return copy.read_bytes()


def _own() -> Iterator[Kept]:
    for name in FOLDERS:
        for folder, _, files in os.walk(data_dir() / name, onerror=_unreadable):
            for file in sorted(files):
                path = Path(folder) / file
                if path.is_file() and not file.startswith("."):
                    yield Kept(None, path.relative_to(data_dir()).as_posix(), _content(path))


def _of_library(number: int, root: Path) -> Iterator[Kept]:
    """Yield the decisions of a library, its list of what was taken out, and its corrected records."""
    names = sorted(name for name in os.listdir(root) if is_decided(name))
    corrected = (file for file in scan(root).files.values() if file.record and file.stamp)
    records = [str(file.record) for file in corrected if holding(root / str(file.record), file.path) == "correction"]
    for path in (*names, *records):
        if (root / path).is_file():
            yield Kept(number, path, _content(root / path))


def is_decided(name: str) -> bool:
    """Tell whether a file of a library's folder holds decisions, or some that were set aside."""
    return name == removed.FILE or any(name == one or name.startswith(f"{one}.") for one in DECISIONS)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable_error(path, error) from error


def _unreadable(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise _unreadable_error(Path(error.filename or ""), error) from error


def _unreadable_error(path: Path, error: OSError) -> BackupError:
    reason = clean_line(error.strerror or str(error))
    return BackupError(say("{path}: can't be read: {reason}", path=clean_line(str(path)), reason=reason))
