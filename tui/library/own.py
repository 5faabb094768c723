"""Corrections that the user keeps apart, because their library can't be written: in the user's data directory, by key.

They are the user's own, so that they count before a record beside the source.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from tui.library.scan import RECORD, Found, Stamp, stamp_of
from tui.paths import data_dir

FOLDER = "corrections"
EARLIER = "earlier"
"""The folder in it of what was set aside."""


def path_of(article_key: str) -> Path:
    """Return where the user's own correction of an article is kept; it may not be there."""
    return data_dir() / FOLDER / (article_key + RECORD)


def found(*article_keys: str | None) -> Path | None:
    """Return the user's own correction of the first article of these that has one."""
    return next((path for key in article_keys if key and (path := path_of(key)).is_file()), None)


def keep(article_key: str, content: bytes) -> None:
    """Keep a correction whose source goes, for the time when the article comes again.

    Raises:
        OSError: it can't be written.

    """
    from tui import atomic  # noqa: PLC0415 - every library is looked through, few are written to

    file = path_of(article_key)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    atomic.write(file, content, overwrite=True)


def set_aside(article_key: str, content: bytes) -> Path:
    """Keep an earlier form of a correction, because words of it are not in the text any more; return where."""
    from tui import atomic  # noqa: PLC0415 - every library is looked through, few are written to

    folder = data_dir() / FOLDER / EARLIER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{article_key}-{hashlib.sha256(content).hexdigest()[:16]}{RECORD}"
    atomic.write(folder / name, content, overwrite=True)
    return folder / name


def stamped(files: Mapping[str, Found], keys: Mapping[str, str]) -> Mapping[str, Found]:
    """Return the files of a library with the stamps of the user's own corrections in the place of those beside them.

    Args:
        files: What is in the folder, by path.
        keys: The article keys of those that are known, by path.

    """
    stamps = _stamps()
    if not stamps:
        return files
    return {
        path: replace(file, record_stamp=stamps[key]) if (key := keys.get(path, "")) in stamps else file
        for path, file in files.items()
    }


def articles() -> Sequence[str]:
    """Return the keys of articles that the user has corrections of."""
    return list(_stamps())


def _stamps() -> Mapping[str, Stamp]:
    try:
        names = os.listdir(data_dir() / FOLDER)
    except OSError:
        return {}
    keys = [name.removesuffix(RECORD) for name in names if name.endswith(RECORD)]
    return {key: stamp for key in keys if (stamp := stamp_of(path_of(key))) is not None}
