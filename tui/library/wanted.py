"""What a person names to be added: files, and what is in folders, each with the name that it gets in the library."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.library.scan import RECORD, scan


class Wanted(NamedTuple):
    """A file that may be an article, or why it is none."""

    name: str
    """As it was named, or found in a folder that was."""
    file: Path
    stem: str = ""
    """The path that it should have in the library, without ending."""
    record: Path | None = None
    """The record beside it."""
    reason: str = ""


def wanted(path: Path) -> Iterator[Wanted]:
    """Yield a file, or what is in a folder: its articles with their paths in it, and what can't be read."""
    if not path.is_dir():
        beside = path.with_suffix(RECORD)
        record = beside if beside != path and beside.is_file() else None
        yield Wanted(str(path), path, path.stem, record)
        return
    found = scan(path)
    for problem in found.problems:
        yield Wanted(os.path.join(path, problem.path), path / problem.path, reason=problem.reason)
    for file in found.files.values():
        if file.stamp is not None:
            record = path / file.record if file.record else None
            name = os.path.join(path, file.path)
            yield Wanted(name, path / file.path, os.path.splitext(file.path)[0], record)


def inside(root: Path, file: Path) -> str | None:
    """Return a file's path in a library's folder, with ``/``; None where it is elsewhere."""
    try:
        return Path(os.path.realpath(file)).relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        return None
