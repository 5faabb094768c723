"""Articles that were taken out of a library while their files stay in its folder: a list, a path a line.

It is in the folder, for all who read the library; of one that can't be written it is the user's own.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable
from pathlib import Path

from tui.paths import data_dir

FILE = "removed.list"
FOLDER = "removed"
"""Where in the data directory the user's own are."""
_HEAD = "# Articles that are in this folder and not in the library; giamsat add takes a line out.\n"


def removed(root: Path) -> frozenset[str]:
    """Return the paths (relative, with ``/``) of what was taken out of the library in a folder."""
    return frozenset(path for file in (root / FILE, _own(root)) for path in _paths(file))


def take_out(root: Path, paths: Iterable[str]) -> None:
    """Take articles out of a library.

    Raises:
        OSError: the list can't be written.

    """
    file = root / FILE if os.access(root, os.W_OK) else _own(root)
    _write(file, {*_paths(file), *paths})


def put_back(root: Path, paths: Collection[str]) -> None:
    """Take paths off the list, so that what is there belongs to the library again.

    Raises:
        OSError: the list can't be written.

    """
    for file in (root / FILE, _own(root)):
        known = _paths(file)
        if known & set(paths):
            _write(file, known - set(paths))


def _own(root: Path) -> Path:
    whole = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()
    return data_dir() / FOLDER / f"{whole[:16]}.list"


def _paths(file: Path) -> set[str]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return set()
    return {_read(line) for line in lines if line.strip() and not line.startswith("#")}


def _read(line: str) -> str:
    """Return the path in a line; one in quotation marks is JSON, for paths that are no plain text."""
    if line.startswith('"'):
        import json  # noqa: PLC0415 - such a path is rare, and the first paint waits for this list

        try:
            return str(json.loads(line))
        except ValueError:
            return line
    return line.strip()


def _write(file: Path, paths: Collection[str]) -> None:
    if not paths:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    import json  # noqa: PLC0415 - every library is looked through, few are written to

    from tui import atomic  # noqa: PLC0415 - as json

    lines = [path if path.isprintable() and path.strip() == path and path[:1] not in '"#' else json.dumps(path)
             for path in sorted(paths)]  # fmt: skip
    atomic.write(file, (_HEAD + "\n".join(lines) + "\n").encode(), overwrite=True)
