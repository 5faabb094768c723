"""A progress bar on the standard error, where that is a terminal; nothing where it is piped."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from time import monotonic
from typing import Self

from tui.library import Progress
from tui.library.pace import STAGES, left_said
from tui.messages import say
from tui.text.clean import Clean, clean_line

_PAUSE = 0.1
"""Least seconds between two drawings."""
_LONGEST = 30
"""Most cells of the bar itself."""
_SHORTEST = 8
_FEWEST = 2
"""Steps from which on a bar is worth drawing."""


class Bar:
    """A line that is drawn over and over, and gone at the end."""

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self._drawn = 0.0
        self._shown = 0

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the bar away."""
        self.clear()

    def show(self, done: int, total: int, name: str) -> None:
        """Draw how far the work is, unless there is only one step; ``name`` is what was finished."""
        if total < _FEWEST or not sys.stderr.isatty() or (monotonic() - self._drawn < _PAUSE and done < total):
            return
        self._drawn = monotonic()
        width = shutil.get_terminal_size().columns - 1
        text = say("{done} of {total}", done=done, total=total)
        cells = max(_SHORTEST, min(_LONGEST, width // 3))
        full = cells * done // total
        line = Clean(f"{'█' * full}{'░' * (cells - full)} {text}  {clean_line(name)}")
        line = _cut(line, width)
        sys.stderr.write("\r" + line + " " * max(0, self._shown - _cells(line)))
        sys.stderr.flush()
        self._shown = _cells(line)

    def tell(self, progress: Progress) -> None:
        """Draw how far a stage of bringing a library up to date is, and how long it will take."""
        words = clean_line(progress.path) or say(STAGES[progress.stage])
        self.show(progress.done, progress.total, " · ".join(filter(None, (left_said(progress), words))))

    def clear(self) -> None:
        """Take the bar away, so that a line can be written."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0


def _cut(line: Clean, width: int) -> Clean:
    while _cells(line) > width:
        line = Clean(line[:-1])
    return line


def _cells(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)
