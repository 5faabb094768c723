"""Places on disk: where configuration, data and cache belong on this system. Nothing is made at import.

The rules are the systems' own: the XDG base directories on Linux (and wherever they are set), Library on macOS, the
user's application data on Windows.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

NAME = "giamsat"

Kind = Literal["config", "data", "cache"]

_XDG = {"config": "~/.config", "data": "~/.local/share", "cache": "~/.cache"}
_MACOS = {"config": "~/Library/Preferences", "data": "~/Library/Application Support", "cache": "~/Library/Caches"}
_WINDOWS = {"config": "APPDATA", "data": "LOCALAPPDATA", "cache": "LOCALAPPDATA"}


def place(kind: Kind) -> str:
    """Return the user's directory of a kind for this program; a variable that is set but not absolute is ignored."""
    chosen = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
    if os.path.isabs(chosen):
        return os.path.join(chosen, NAME)
    if sys.platform == "win32":
        base = os.environ.get(_WINDOWS[kind]) or os.path.expanduser("~")
        return os.path.join(base, NAME, "Cache") if kind == "cache" else os.path.join(base, NAME)
    return os.path.join(os.path.expanduser((_MACOS if sys.platform == "darwin" else _XDG)[kind]), NAME)


def config_dir() -> Path:
    """Return the user's configuration directory; it may not exist."""
    return _path(place("config"))


def data_dir() -> Path:
    """Return the directory of the user's own data; it may not exist."""
    return _path(place("data"))


def cache_dir() -> Path:
    """Return the directory of what can be made again; it may not exist."""
    return _path(place("cache"))


def shipped_library() -> Path:
    """Return the folder of the library that ships: beside the package, else the ``seeds`` of a checkout."""
    package = _path(__file__).resolve().parent
    shipped = package / "_shipped"
    return shipped if shipped.is_dir() else package.parent / "seeds"


def _path(text: str) -> Path:
    from pathlib import Path  # noqa: PLC0415 - a tenth of what --help may take, which needs no path

    return Path(text)
