"""Safe writing: a file is whole or untouched, and nothing is overwritten unasked."""

from __future__ import annotations

import os
import secrets
import unicodedata
from contextlib import suppress
from pathlib import Path

from tui.text.regex import regex

MOST_CHARACTERS, MOST_BYTES = 120, 200
_FORBIDDEN = regex(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff/\\:*?"<>|]')
_GAPS = regex(r"[\s-]+")
_RESERVED = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})
"""Names of devices that Windows takes whatever their ending."""


class ChangedError(OSError):
    """A file is not as it was when it was read."""


def write(
    target: Path,
    content: bytes,
    *,
    overwrite: bool = False,
    mode: int = 0o666,
    expected: bytes | None = None,
    durable: bool = True,
) -> None:
    """Write a file in one step: a temporary file beside it, flushed to the disk, then renamed.

    A link is followed, so that the file it leads to is replaced and not the link. A new file's mode is ``mode`` as the
    user's mask allows; a replaced file's mode stays.

    Args:
        target: The file.
        content: What it shall hold.
        overwrite: It may be there already.
        mode: Of a new file.
        expected: What a file that is there must hold to be replaced; None for anything.
        durable: Wait until it is on the disk; of many files that can be made again, one need not.

    Raises:
        FileExistsError: the target is there and ``overwrite`` is False.
        ChangedError: the target holds something else than ``expected``.
        OSError: anything that the system refuses; the target is untouched and no temporary file is left.
    """
    target = Path(os.path.realpath(target))
    if not overwrite and os.path.lexists(target):
        raise FileExistsError(17, os.strerror(17), str(target))
    kept = target.stat().st_mode & 0o7777 if target.exists() else None
    name = target.with_name(f".giamsat-{os.getpid()}-{secrets.token_hex(8)}")
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if kept is not None:
            os.chmod(name, kept)
        if overwrite:
            if expected is not None and (not target.exists() or target.read_bytes() != expected):
                raise ChangedError(0, "", str(target))
            os.replace(name, target)
        else:
            _place(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    if durable:
        _sync_directory(target.parent)


def _place(name: Path, target: Path) -> None:
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


def _sync_directory(directory: Path) -> None:
    """Flush a rename to the disk where the system can."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def safe_name(text: str, ending: str = "") -> str:
    """Return a file name made from any text: no folder, nothing hidden, nothing that a system reserves.

    At most 120 characters and 200 bytes of UTF-8, so that endings and marks of copies still fit.
    """
    name = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", text))
    name = _GAPS.sub("-", name).strip("-. ")[:MOST_CHARACTERS]
    while len(name.encode("utf-8", "replace")) > MOST_BYTES:
        name = name[:-1]
    name = name.strip("-. ") or "giamsat"
    if name.split(".")[0].upper() in _RESERVED:
        name = f"_{name}"
    return name + ending
