"""A lock on a folder, for as long as a file in it is read, changed and written back."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


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
