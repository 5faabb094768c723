"""Where a file of a backup may go: a backup that others made must not write anything but what a backup is for.

Into the data directory go files of the folders that are the user's own, into the top of a library its decisions and its
list of what was taken out, and beside an article its record; nothing through a link that leads elsewhere.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from tui.library.backup.archive import Contents, Listed
from tui.library.backup.gathering import FOLDERS, is_decided
from tui.library.errors import RecordError
from tui.library.records import data_from_yaml
from tui.library.scan import ARTICLES, RECORD
from tui.messages import say
from tui.paths import data_dir
from tui.text.clean import Clean, clean_line


class MisplacedError(Exception):
    """A file of a backup that may not go where it says; the message is one line for people."""


def missing(contents: Contents) -> Iterator[Clean]:
    """Yield, a line each, the libraries of a backup that are not there."""
    for number, root in enumerate(contents.libraries):
        if not os.path.isdir(root) and any(one.library == number for one in contents.files):
            yield say("{path}: no such folder; what the backup holds of it stays there", path=clean_line(root))


def place_of(one: Listed, contents: Contents, content: bytes) -> Path | None:
    """Return where a file goes; None when its library is not there.

    Raises:
        MisplacedError: it may not go there.

    """
    path = PurePosixPath(one.path)
    if not _is_plain(one.path) or (one.library is not None and not 0 <= one.library < len(contents.libraries)):
        raise MisplacedError(say("{path}: is no path of a backup", path=clean_line(one.path)))
    root = data_dir() if one.library is None else Path(contents.libraries[one.library])
    if one.library is not None and not root.is_dir():
        return None
    target = root / path
    if not Path(os.path.realpath(target)).is_relative_to(os.path.realpath(root)):
        raise MisplacedError(say("{path}: a link leads out of the folder", path=clean_line(str(target))))
    if one.library is None:
        if len(path.parts) < 2 or path.parts[0] not in FOLDERS:
            raise MisplacedError(say("{path}: is no path of a backup", path=clean_line(one.path)))
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    elif not (len(path.parts) == 1 and is_decided(path.name)):
        _check_record(target, content)
    return target


def _is_plain(path: str) -> bool:
    """Tell whether a path leads down, by names that are not hidden, on any system."""
    parts = path.split("/")
    return all(part and not part.startswith(".") for part in parts) and not (
        "\\" in path or "\0" in path or PureWindowsPath(path).drive
    )


def _check_record(target: Path, content: bytes) -> None:
    """See that a file is a record, and goes beside an article."""
    shown = clean_line(str(target))
    if target.suffix != RECORD or not any(target.with_suffix(ending).is_file() for ending in ARTICLES):
        raise MisplacedError(say("{path}: there is no article that it is a record of", path=shown))
    try:
        data_from_yaml(content.decode("utf-8-sig"), target.name)
    except (RecordError, UnicodeDecodeError):
        raise MisplacedError(say("{path}: is no record", path=shown)) from None
