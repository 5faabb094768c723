"""What is in a library's folder: articles, the records beside them, and what can't be either."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tui.library.entry import Problem
from tui.library.removed import removed
from tui.messages import say
from tui.text.clean import clean_line

ARTICLES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")
"""Endings of files that may be articles; what they really are is told from their content."""
RECORD = ".yaml"
READ_TEXT = ".source.txt"
"""Ending of the text that was read from another format; it is no article of its own."""
DECISIONS = frozenset({"people.yaml", "events.yaml", "series.yaml"})
"""Files of the library itself: what its readers decided."""
DEEPEST = 32
"""Folders in folders that are looked into."""


class Stamp(Struct, frozen=True, array_like=True):
    """What tells a changed file from the one that was read: time of change in nanoseconds, and size in bytes."""

    changed: int
    size: int


class Found(Struct, frozen=True):
    """A file that may be an article, and the record beside it; a record alone has no ``stamp``. Paths use ``/``."""

    path: str
    stamp: Stamp | None
    record: str | None = None
    record_stamp: Stamp | None = None


class Scan(Struct, frozen=True):
    """All files of a library by path, and what can't be used."""

    files: dict[str, Found]
    problems: tuple[Problem, ...]


def scan(root: Path, only: str | None = None) -> Scan:
    """Look through a folder, or at one file of it alone, whatever its ending, and the record beside it.

    Hidden files and folders are left out, links that lead out of the folder and special files are named as problems.
    """
    problems: list[Problem] = []
    if only is not None:
        beside = os.path.splitext(only)[0] + RECORD
        stamps = {name: stamp for name in (only, beside) if (stamp := stamp_of(root / name)) is not None}
        if only not in stamps:
            return Scan({}, ())
        has_record = beside in stamps and beside != only
        alone = Found(only, stamps[only], beside if has_record else None, stamps[beside] if has_record else None)
        return Scan({only: alone}, ())
    files = dict(walk(root, problems))
    records = {path for path in files if path.endswith(RECORD)}
    found: dict[str, Found] = {}
    out, beside_out = removed(root), set[str]()
    for path, stamp in sorted(files.items()):
        stem, ending = os.path.splitext(path)
        if path in out:
            beside_out.add(stem + RECORD)
        elif ending.lower() in ARTICLES and not path.lower().endswith(READ_TEXT):
            record = stem + RECORD
            found[path] = Found(path, stamp, record, files[record]) if record in records else Found(path, stamp)
    taken = {one.record for one in found.values()}
    for path in sorted(records - taken - beside_out):
        found[path] = Found(path, None, path, files[path])
    return Scan(found, tuple(problems))


def stamp_of(path: Path) -> Stamp | None:
    """Return a file's stamp, or None when it is gone or can't be seen."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size)


def walk(root: Path, problems: list[Problem]) -> Iterator[tuple[str, Stamp]]:
    """Yield the files of a folder that may be articles or records, with their stamps; others are named as problems."""
    yield from _walk(root, "", problems, 0)


def _walk(folder: Path, prefix: str, problems: list[Problem], depth: int) -> Iterator[tuple[str, Stamp]]:
    try:
        with os.scandir(folder) as listing:
            items = sorted(listing, key=lambda item: item.name)
    except OSError as error:
        problems.append(Problem(path=prefix.rstrip("/"), reason=_reason(error)))
        return
    for item in items:
        path = prefix + item.name
        if item.name.startswith(".") or (not prefix and item.name in DECISIONS):
            continue
        try:
            if item.is_dir(follow_symlinks=False):
                if depth < DEEPEST:
                    yield from _walk(Path(item.path), f"{path}/", problems, depth + 1)
                else:
                    problems.append(Problem(path=path, reason=say("is too many folders deep")))
            elif os.path.splitext(item.name)[1].lower() in (*ARTICLES, RECORD):
                refused = _refused(item, folder, depth)
                if refused:
                    problems.append(Problem(path=path, reason=refused))
                else:
                    status = item.stat()
                    yield path, Stamp(status.st_mtime_ns, status.st_size)
        except OSError as error:
            problems.append(Problem(path=path, reason=_reason(error)))


def _refused(item: os.DirEntry[str], folder: Path, depth: int) -> str | None:
    """Return why a file is not read: a link out of the library, or no ordinary file (reading a pipe would wait)."""
    if item.is_symlink():
        root = folder.parents[depth - 1] if depth else folder
        if not Path(os.path.realpath(item.path)).is_relative_to(os.path.realpath(root)):
            return say("is a link that leads out of the library")
    if not stat.S_ISREG(item.stat().st_mode):
        return say("is no ordinary file")
    return None


def _reason(error: OSError) -> str:
    return say("can't be read: {reason}", reason=clean_line(error.strerror or str(error)))
