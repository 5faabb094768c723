"""Noticing that a library's folder is other than it was, without reading any file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from time import monotonic

from tui.library.entry import Problem
from tui.library.scan import stamp_of, walk

_SELDOM = 100
"""How many times as long as a look at all files took there is none: it takes a hundredth of the time."""
_AT_LEAST = 10.0
"""Seconds between two looks at all files."""


class Watch:
    """What a folder was like when it was last looked at.

    Files that come, go or move change the time of their folder, and folders are few: those are looked at each time. A
    file that is written into changes its own time alone: all files are looked at now and then, and when that is wanted.
    """

    def __init__(self, root: Path, only: str | None = None) -> None:
        """Take the folder, and the one file of it that is wanted; nothing is looked at yet."""
        self._root, self._only = root, only
        self._folders: dict[str, int] | None = None
        self._files: int | None = None
        self._next = 0.0
        self._lock = Lock()

    def changed(self, *, closely: bool = False) -> bool:
        """Tell whether the folder is other than at the last call; False the first time. May be called in any thread.

        Args:
            closely: Look at all files, however soon after the last time.

        """
        with self._lock:
            return self._changed(closely)

    def _changed(self, closely: bool) -> bool:
        folders, before = self._folder_times(), self._folders
        changed = before is not None and folders != before
        if changed or closely or monotonic() >= self._next:
            start = monotonic()
            files = self._file_times()
            changed = changed or (self._files is not None and files != self._files)
            self._files = files
            self._next = monotonic() + max(_AT_LEAST, _SELDOM * (monotonic() - start))
            folders = self._folder_times(again=True)
        self._folders = folders
        return changed

    def _folder_times(self, *, again: bool = False) -> dict[str, int]:
        """Return when each folder was last changed; which folders there are is looked up again when one has."""
        known = self._folders
        if known is not None and not again:
            return {path: changed for path in known if (changed := _time(path)) is not None}
        if self._only is not None:
            return {}
        return {path: changed for path in self._walked() if (changed := _time(path)) is not None}

    def _walked(self) -> Iterator[str]:
        """Yield the folders that may hold articles; hidden ones do not."""
        for path, folders, _ in os.walk(self._root):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield path

    def _file_times(self) -> int:
        """Return a number that is another one for other files, or files of other times or sizes."""
        if self._only is not None:
            beside = Path(self._only).with_suffix(".yaml").name
            return hash(tuple(_told(self._root / name) for name in (self._only, beside)))
        problems: list[Problem] = []
        total = sum(hash((path, stamp.changed, stamp.size)) for path, stamp in walk(self._root, problems))
        return hash((total, tuple((one.path, one.reason) for one in problems)))


def _time(path: str) -> int | None:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return None


def _told(path: Path) -> tuple[int, int] | None:
    stamp = stamp_of(path)
    return None if stamp is None else (stamp.changed, stamp.size)
