"""Bringing back what a backup holds: what it replaces is kept as a backup of its own first."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from tui import atomic
from tui.library.backup.archive import DATABASE, ENDING, Backup, BackupError, unpack, working_copy
from tui.library.backup.gathering import back_up
from tui.library.backup.placing import MisplacedError, missing, place_of
from tui.library.userdata import UserData
from tui.library.userdata.opening import NewerError, connected, stamp
from tui.messages import say
from tui.paths import data_dir
from tui.text.clean import Clean, clean_line


class Restored(Struct, frozen=True):
    """What became of a backup."""

    copy: Path
    """A backup of what was replaced."""
    files: int
    """How many files were written beside the user's data."""
    problems: tuple[Clean, ...]
    """What was not written, and why, a line each."""


def restore(user: UserData, content: bytes) -> Restored:
    """Bring back what a backup holds; what it does not hold stays as it is.

    First all of it is looked at, then a backup of what is here is put into the data directory, then the user's data is
    replaced in one step, which other readers see at once, then one file after the other.

    Args:
        user: The user's data.
        content: A backup.

    Raises:
        BackupError: it is none that can be used, or no copy can be kept; nothing was changed.
        UserDataError: the user's data can't be replaced; nothing was changed.

    """
    backup = unpack(content)
    with working_copy(DATABASE) as file, closing(_sound(backup.database, file)) as source:
        copy = _copy_kept(user, backup)
        user.store.take_from(source)
    written, problems = 0, list(missing(backup.contents))
    for one in backup.contents.files:
        try:
            target = place_of(one, backup.contents, backup.files[one.member])
            written += target is not None and _written(target, backup.files[one.member])
        except MisplacedError as error:
            problems.append(Clean(str(error)))
        except OSError as error:
            reason = clean_line(error.strerror or str(error))
            problems.append(say("{path}: can't be written: {reason}", path=clean_line(one.path), reason=reason))
    return Restored(copy, written, tuple(problems))


def _sound(database: bytes, file: Path) -> sqlite3.Connection:
    """Return the user's data of a backup, opened and of the present form."""
    file.write_bytes(database)
    try:
        connection = connected(file)
    except NewerError:
        raise BackupError(say("it was written by a newer version")) from None
    except (sqlite3.Error, OSError) as error:
        raise BackupError(say("it is no backup, or a damaged one ({reason})", reason=clean_line(str(error)))) from error
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(1)")]
    except sqlite3.Error as error:
        found = [str(error)]
    if found != ["ok"]:
        connection.close()
        raise BackupError(say("it is no backup, or a damaged one ({reason})", reason=clean_line(found[0])))
    return connection


def _copy_kept(user: UserData, backup: Backup) -> Path:
    """Keep what is here of all that a backup may replace, as a backup."""
    roots = [Path(root) for root in backup.contents.libraries if os.path.isdir(root)]
    copy = data_dir() / f"before-restore-{stamp()}{ENDING}"
    try:
        copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic.write(copy, back_up(user, roots)[1], mode=0o600)
    except OSError as error:
        reason = clean_line(error.strerror or str(error))
        raise BackupError(
            say("{path}: can't be written: {reason}", path=clean_line(str(copy)), reason=reason)
        ) from error
    return copy


def _written(path: Path, content: bytes) -> bool:
    """Write a file unless it holds that already; return whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    atomic.write(path, content, overwrite=True)
    return True
