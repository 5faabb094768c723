"""Locks between programs: on a folder for as long as a file in it is changed, and on work that one does for all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event as Flag

_LOOK = 0.1
"""Seconds between two looks at whether it is one's turn."""


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other readers from writing into a folder meanwhile, where the system can."""
    descriptor = None
    with suppress(ImportError, OSError):
        import fcntl  # noqa: PLC0415 - it exists on Unix only

        descriptor = os.open(folder, os.O_RDONLY)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


@contextmanager
def turn(file: Path, stop: Flag) -> Iterator[bool]:
    """Wait until no other program does the work that ``file`` (made where it is missing) stands for.

    Yields whether it is one's turn: not when ``stop`` was set meanwhile, always where the system can't lock.
    """
    descriptor = None
    mine = True
    with suppress(ImportError, OSError):
        import fcntl  # noqa: PLC0415 - it exists on Unix only

        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        mine = False
        while not mine and not stop.is_set():
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                mine = True
            except BlockingIOError:
                stop.wait(_LOOK)
            except OSError:
                mine = True  # a file system without locks
    try:
        yield mine
    finally:
        if descriptor is not None:
            os.close(descriptor)
