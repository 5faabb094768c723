"""Safe writing: a file is whole or untouched, and nothing is overwritten unasked."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write(target: Path, content: bytes, *, overwrite: bool = False, mode: int = 0o666) -> None:
    """Write a file in one step: a temporary file beside it, flushed to the disk, then renamed.

    A link is followed, so that the file it leads to is replaced and not the link. A new file's mode is ``mode`` as the
    user's mask allows; a replaced file's mode stays.

    Raises:
        FileExistsError: the target is there and ``overwrite`` is False.
        OSError: anything that the system refuses; the target is untouched and no temporary file is left.
    """
    target = Path(os.path.realpath(target))
    if not overwrite and os.path.lexists(target):
        raise FileExistsError(17, os.strerror(17), str(target))
    kept = target.stat().st_mode & 0o7777 if target.exists() else mode & ~_umask()
    descriptor, name = tempfile.mkstemp(prefix=".giamsat-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, kept)
        if overwrite:
            os.replace(name, target)
        else:
            _place(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_directory(target.parent)


def _place(name: str, target: Path) -> None:
    """Give a finished file its name, refusing one that somebody else has made meanwhile."""
    try:
        os.link(name, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the small gap between looking and renaming stays
        if os.path.lexists(target):
            raise FileExistsError(17, os.strerror(17), str(target)) from None
        os.replace(name, target)
    else:
        os.unlink(name)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sync_directory(directory: Path) -> None:
    """Flush a rename to the disk where the system can."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
