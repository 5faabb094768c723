"""Files are opened so that none of them can hold us up: no pipe, device or folder, and never more than a limit."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tui.messages import N_
from tui.sources.errors import SourceError

MOST_BYTES = 20_000_000

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the bytes of a regular file (of what a link leads to, too).

    Raises:
        SourceError: there is no such file, it can't be read, is no regular file, is empty, or is larger than ``most``
            bytes.
    """
    name = str(path)
    try:
        descriptor = os.open(path, _FLAGS | getattr(os, "O_BINARY", 0))
    except FileNotFoundError as error:
        raise SourceError(name, N_("there is no such file")) from error
    except PermissionError as error:
        raise SourceError(name, N_("may not be read")) from error
    except (OSError, ValueError) as error:
        raise SourceError(name, N_("can't be read: {detail}"), detail=_detail(error)) from error
    try:
        _check(os.fstat(descriptor), name, most)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(most + 1)
    except OSError as error:
        raise SourceError(name, N_("can't be read: {detail}"), detail=_detail(error)) from error
    finally:
        os.close(descriptor)
    if len(data) > most:
        raise SourceError(name, N_("is too large: {size} bytes, at most {most}"), size=len(data), most=most)
    if not data:
        raise SourceError(name, N_("is empty"))
    return data


def _check(status: os.stat_result, name: str, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise SourceError(name, N_("is a folder"))
    if not stat.S_ISREG(status.st_mode):
        raise SourceError(name, N_("is no regular file"))
    if status.st_size > most:
        raise SourceError(name, N_("is too large: {size} bytes, at most {most}"), size=status.st_size, most=most)


def _detail(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
