"""The file of a backup: a ZIP with a list of what is in it. One that others made is read without trusting it."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import msgspec
from msgspec import Struct

from tui.messages import say
from tui.text.clean import clean_line
from tui.text.regex import regex

ENDING = ".giamsat"
SCHEMA = 1
LIST, DATABASE = "list.json", "userdata.sqlite"
MOST_FILES = 1_000_000
LARGEST = 1_000_000_000
"""Bytes of all that is in a backup, unpacked."""
_NAME = "giamsat-backup"
_SCHEMA = regex(rf"{_NAME}/(\d{{1,9}})")


class BackupError(Exception):
    """A backup that can't be made or used; the message is one line for people."""


@contextmanager
def working_copy(name: str) -> Iterator[Path]:
    """Give a file of a folder that is gone afterwards.

    Raises:
        BackupError: there is no room for it.

    """
    try:
        with TemporaryDirectory() as folder:
            yield Path(folder) / name
    except OSError as error:
        reason = clean_line(error.strerror or str(error))
        raise BackupError(say("a working copy can't be written: {reason}", reason=reason)) from error


class Listed(Struct, frozen=True):
    """A file of a backup: its name in the ZIP, whose it is, and its path there, with ``/``."""

    member: str
    library: int | None
    """Number of its library in the list; None: it is of the user's data directory."""
    path: str


class Contents(Struct, frozen=True):
    """The list of a backup. ``libraries`` are folders."""

    schema: str
    made: str
    libraries: tuple[str, ...]
    files: tuple[Listed, ...]


class Backup(NamedTuple):
    """A backup as it was read: its list, the user's data as SQLite has it, and the files by their names in the ZIP."""

    contents: Contents
    database: bytes
    files: Mapping[str, bytes]


class Kept(NamedTuple):
    """A file to be kept: whose it is (see :class:`Listed`), its path there, and what it holds."""

    library: int | None
    path: str
    content: bytes


def pack(made: str, libraries: Iterable[str], database: bytes, files: Iterable[Kept]) -> tuple[Contents, bytes]:
    """Return the list of a backup, and the backup."""
    kept = list(files)
    listed = tuple(Listed(f"files/{number}", one.library, one.path) for number, one in enumerate(kept))
    contents = Contents(f"{_NAME}/{SCHEMA}", made, tuple(libraries), listed)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LIST, json.dumps(msgspec.to_builtins(contents), indent=1))
        archive.writestr(DATABASE, database)
        for one, place in zip(kept, listed, strict=True):
            archive.writestr(place.member, one.content)
    return contents, written.getvalue()


def unpack(content: bytes) -> Backup:
    """Return what a backup holds.

    Raises:
        BackupError: it is none, it is damaged, too large, or of a newer version.

    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST:
                raise BackupError(say("it is larger than {count} bytes when unpacked", count=LARGEST))
            contents = _list(archive.read(LIST))
            members = [one.member for one in contents.files]
            return Backup(contents, archive.read(DATABASE), {member: archive.read(member) for member in members})
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise BackupError(say("it is no backup, or a damaged one ({reason})", reason=clean_line(str(error)))) from error


def _list(content: bytes) -> Contents:
    try:
        data = json.loads(content)
        match = _SCHEMA.fullmatch(data["schema"])
        if match is None:
            raise ValueError(data["schema"])
        if int(match[1]) > SCHEMA:
            raise BackupError(say("it was written by a newer version"))
        contents = msgspec.convert(data, Contents)
        if len(contents.files) > MOST_FILES:
            raise ValueError(len(contents.files))
        return contents
    except (ValueError, TypeError, KeyError, RecursionError, msgspec.ValidationError) as error:
        raise BackupError(say("it is no backup, or a damaged one ({reason})", reason=clean_line(str(error)))) from error
