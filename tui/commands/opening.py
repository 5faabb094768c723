"""Opening a library for a command: up to date, and with what could not be used said on the standard error."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tui import config
from tui.commands.output import complain
from tui.library import Library, LibraryError, Problem, Progress
from tui.library.userdata import last_library
from tui.messages import say
from tui.text.clean import Clean, clean_line


def default_library() -> str | None:
    """Return the library to open when none is named: the setting, else the last one; None is the one that ships."""
    setting = config.load().get("library")
    return os.path.expanduser(setting) if setting else last_library()


class CannotOpenError(Exception):
    """The library can't be opened; it was said already."""


def opened(path: str | None) -> Library:
    """Return a library with all that is new in it parsed.

    Raises:
        CannotOpenError: there is no such library.

    """
    path = default_library() if path is None else path
    try:
        library = Library.open(Path(path) if path is not None else None)
    except LibraryError as error:
        complain(clean_line(str(error)))
        raise CannotOpenError from error
    with _Bar() as bar:
        library.refresh(bar.show, here=True)
    return library


def problems_said(library: Library) -> bool:
    """Name on the standard error, a line a file, what could not be used; return whether there was anything."""
    wrong = [problem for problem in library.problems() if not problem.notice]
    for problem in wrong:
        complain(problem_line(problem))
    return bool(wrong)


def problem_line(problem: Problem) -> Clean:
    """Return file, line and reason."""
    where = problem.path + (f":{problem.line}" if problem.line else "")
    return clean_line(f"{where}: {problem.reason}" if where else problem.reason)


class _Bar:
    """Progress on the standard error, where that is a terminal and there is something to wait for."""

    def __init__(self) -> None:
        self._shown = 0

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()

    def show(self, progress: Progress) -> None:
        """Draw how far the work is."""
        if progress.total > 1 and sys.stderr.isatty():
            line = say("Reading {done} of {total}", done=progress.done, total=progress.total)
            sys.stderr.write("\r" + line.ljust(self._shown))
            sys.stderr.flush()
            self._shown = max(self._shown, len(line))
