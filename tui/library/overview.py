"""A library seen as one: its sessions, people and figures across articles, with what its readers decided."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from threading import Lock

from tui.across.overview import Overview, Verdicts
from tui.across.parts import Parts, parts
from tui.library.decisions import Decisions
from tui.library.entry import Problem
from tui.library.library import Library, LibraryError
from tui.library.scan import stamp_of

__all__ = ["Across", "Overview", "decisions_of", "overview", "problems"]


def decisions_of(library: Library) -> Decisions:
    """Return the decisions about a library: where they are read, and where new ones go."""
    return Decisions(library.root, read_only=library.read_only)


def overview(library: Library, articles: Collection[str] | None = None) -> Overview:
    """Return what holds across the articles of a library, or across some of them, by their keys.

    Their records are read for it; an article that is not parsed yet, or went away, is left out.
    """
    decisions = decisions_of(library)
    verdicts = Verdicts(
        people=decisions.people.read()[0], events=decisions.events.read()[0], series=decisions.series.read()[0]
    )
    return Overview(_parts(library, articles), verdicts)


class Across:
    """What holds across a library, made anew when its articles or the decisions about it have changed.

    May be asked from any thread; who asks while it is made waits for it.
    """

    def __init__(self, library: Library) -> None:
        """Take the library."""
        self._library = library
        self._turn = Lock()
        self._made: tuple[object, Overview] | None = None

    def overview(self) -> Overview:
        """Return it as of now."""
        with self._turn:
            version = self._version()
            if self._made is None or self._made[0] != version:
                self._made = version, overview(self._library)
            return self._made[1]

    def _version(self) -> object:
        decisions = decisions_of(self._library)
        shelves = (decisions.people, decisions.events, decisions.series)
        files = (path for shelf in shelves for path in shelf.files)
        return self._library.index.changes(), [stamp_of(path) for path in files]


def problems(library: Library, seen: Overview) -> list[Problem]:
    """Return what is wrong with the decisions about a library: files that can't be read, decisions that don't hold.

    Decisions that name what is gone are told only when all of the library is ``seen``.
    """
    decisions = decisions_of(library)
    return [
        *decisions.people.read()[1],
        *decisions.events.read()[1],
        *decisions.series.read()[1],
        *decisions.people.said(seen.about_people.set_aside),
        *decisions.events.said(seen.about_events.set_aside),
        *decisions.series.said(seen.about_series.set_aside),
    ]


def _parts(library: Library, articles: Collection[str] | None) -> Iterator[Parts]:
    for key in (entry.article_key for entry in library.entries()) if articles is None else articles:
        try:
            record = library.document(key).record
        except (KeyError, LibraryError):
            continue  # it went away meanwhile: the library says so among its problems
        if record is not None:
            yield parts(key, record)
