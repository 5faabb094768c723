"""Opening a library for a command: up to date, and with what could not be used said on the standard error."""

from __future__ import annotations

import os
from pathlib import Path

from tui import config
from tui.commands.output import complain
from tui.commands.progress import Bar
from tui.library import Library, LibraryError, Problem
from tui.library.userdata import UserData, last_library
from tui.text.clean import Clean, clean_line


def default_library(user: UserData | None = None) -> str | None:
    """Return the library to open when none is named: the setting, else the last one; None is the one that ships.

    ``user`` is the user's data where that is open already.
    """
    setting = config.load().text("library")
    return os.path.expanduser(setting) if setting else last_library(user)


class CannotOpenError(Exception):
    """The library can't be opened; it was said already."""


def opened(path: str | None, *, anew: bool = False) -> Library:
    """Return a library with all that is new in it parsed; ``anew`` makes its index again from nothing.

    Raises:
        CannotOpenError: there is no such library.

    """
    path = default_library() if path is None else path
    try:
        library = Library.open(Path(path) if path is not None else None)
    except LibraryError as error:
        complain(clean_line(str(error)))
        raise CannotOpenError from error
    with Bar() as bar:
        if anew:
            library.forget()
        library.refresh(bar.tell, here=True)
    if library.notice:
        complain(library.notice)
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
