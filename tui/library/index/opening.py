"""Which index belongs to a library, and where it is kept."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from tui.library.index.engine import Engine
from tui.library.index.sqlite.index import SqliteIndex
from tui.paths import cache_dir
from tui.text.regex import regex

_ODD = regex(r"[^A-Za-z0-9_-]+")


def place(root: Path) -> Path:
    """Return where the index of the library in a folder is kept: a readable name, and a hash of the whole path."""
    whole = os.fsencode(os.path.realpath(root))
    name = _ODD.sub("-", root.name)[:40].strip("-") or "library"
    return cache_dir() / f"{name}-{hashlib.sha256(whole).hexdigest()[:16]}.sqlite"


def workplace(root: Path) -> Path:
    """Return the file that whoever brings the index of a folder up to date locks."""
    return place(root).with_suffix(".lock")


def open_index(root: Path) -> Engine:
    """Open the index of the library in a folder; one in memory where none can be kept."""
    return SqliteIndex(place(root))
