"""The user's data as a whole: opened, closed, and each change of it taken back.

A change is on disk when its method returns, and one made by another reader at the same time is seen by the next call.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, Self, cast

from tui.library.userdata.additions import Additions
from tui.library.userdata.kept import Kind, Undone
from tui.library.userdata.opening import UserDataError
from tui.library.userdata.reading import Reading
from tui.library.userdata.requests import Requests
from tui.library.userdata.searches import Searches
from tui.library.userdata.selection import Selection
from tui.library.userdata.store import Change, Store
from tui.paths import data_dir
from tui.text.clean import Clean

FILE = "userdata.sqlite"


class UserData(Selection, Additions, Requests, Reading, Searches):
    """The user's data of all libraries. May be used from any thread; every method may raise :class:`UserDataError`.

    What is added to is an :class:`~tui.library.Anchor`: that of a place from :func:`tui.library.anchor`, or, where
    something may have been added already, from :meth:`Added.anchor`. ``label`` is what a change is called by when it is
    taken back.
    """

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """Open the file, by default the one in the user's data directory; it is made where there is none.

        Never fails: where nothing can be kept, or the file is of a newer version, the data lives in memory;
        a damaged file is set aside. :attr:`notice` says so.
        """
        return cls(Store.open(path or data_dir() / FILE))

    @property
    def notice(self) -> Clean:
        """What the user should know about the file, in one line; usually nothing."""
        return self.store.notice

    @property
    def is_kept(self) -> bool:
        """Whether changes are kept; they are not where the file can't be written or is of a newer version."""
        return self.store.path is not None

    def close(self) -> None:
        """Close the file."""
        self.store.close()

    def undo(self) -> Undone | None:
        """Take back the latest change (50 are kept); None when there is none. Where the user was is no change."""
        change = self.store.undo()
        if change is None:
            return None
        kind = cast(Kind, change.kind)
        return Undone(kind=kind, article_key=change.article_key, label=change.label, elsewhere=change.elsewhere)

    def corrected(self, article_key: str, label: str, elsewhere: bytes) -> None:
        """Keep a correction of a record among the changes that can be taken back.

        ``elsewhere`` is a :class:`tui.library.saving.Saved` as MessagePack: :meth:`undo` gives it to whoever asked, who
        then takes the correction back with it.
        """
        self.store.done_elsewhere(Change("correct", article_key, label, elsewhere))

    def decided(self, kind: Literal["join", "part"], label: str, elsewhere: bytes) -> None:
        """Keep a decision about a library among the changes that can be taken back.

        ``elsewhere`` is what it takes, as :func:`tui.library.deciding.decide` returns it.
        """
        self.store.done_elsewhere(Change(kind, "", label, elsewhere))


def last_library(user: UserData | None = None) -> str | None:
    """Return the folder of the library that was open last, if it is still there.

    ``user`` is the data where it is open already; else it is opened and closed, and no file is made.
    """
    if user is None and not (data_dir() / FILE).exists():
        return None
    opened = user or UserData.open()
    try:
        library = opened.last().library
    except UserDataError:
        return None
    finally:
        if user is None:
            opened.close()
    return library if library and os.path.exists(library) else None
