"""A library that lives: brought up to date while it is read, watched for changes, and how far that is."""

from __future__ import annotations

import gc
from functools import cached_property
from threading import Event as Flag
from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message

from tui.library import Library, Progress
from tui.library.userdata import UserData
from tui.messages import say
from tui.screens.panes import PanesScreen
from tui.screens.shelf import Shelf, Shown
from tui.text.clean import Clean
from tui.widgets.ink import Line, Piece

if TYPE_CHECKING:
    from tui.library.watching import Watch

WATCH_SECONDS = 2.0
"""Between two looks at whether something has changed."""
_SHOW_SECONDS, _SHOW_SHARE = 0.5, 20
"""Least seconds between two times that the list is shown anew, and times as long as looking at the library took."""


class LivingScreen(PanesScreen):
    """Owns the work on the library: one thread at a time, whose children parse; no key waits for it."""

    class LibraryChanged(Message):
        """The library may have other entries than before; with how far the work on it is, while there is any."""

        def __init__(self, shown: Shown, progress: Progress | None = None) -> None:
            """Say what the library has now, and how far the work is."""
            self.shown, self.progress = shown, progress
            super().__init__()

        def can_replace(self, message: Message) -> bool:
            """Let only the latest one count of those that wait."""
            return isinstance(message, LivingScreen.LibraryChanged)

    class FolderChanged(Message):
        """The folder, or what another reader keeps of it, is other than before."""

        def __init__(self, files: bool) -> None:
            """Say whether files are, so that the library is to be brought up to date."""
            self.files = files
            super().__init__()

    def __init__(self, library: Library, user: UserData) -> None:
        """Take an opened library and the user's data."""
        super().__init__()
        self.library, self.user = library, user
        self.shelf = Shelf(library, user)
        self._stop = Flag()
        self._working = self._again = self._watching = False
        self.is_living = False
        """Whether what waits for the first paint has begun."""
        self._known: object = None
        self._look_took = 0.0

    # The work

    def begin_living(self) -> None:
        """Begin what waits for the first paint: collecting garbage, and work on the library."""
        gc.freeze()  # what was imported stays
        gc.enable()
        self.bring_up_to_date()
        self.is_living = True
        self.set_interval(WATCH_SECONDS, self.look_for_changes)
        self.watch(self.app, "app_focus", self._look_closely, init=False)

    def bring_up_to_date(self) -> None:
        """Look at the folder again in a thread; once more afterwards, if that is under way."""
        if self._working:
            self._again = True
            return
        self._working, self._again, self._stop = True, False, Flag()
        self.run_worker(self._work, thread=True, group="library", exit_on_error=False)

    def _work(self) -> None:
        try:
            if self.shelf.is_partial:
                self.look_anew()
            self.refresh_library()
        finally:
            self._working = False
            self.look_anew()

    def look_anew(self, progress: Progress | None = None) -> None:
        """Look at what the library has now, in a thread, and have it shown."""
        start = monotonic()
        shown = self.shelf.look()
        self._look_took = monotonic() - start
        self.post_message(self.LibraryChanged(shown, progress))

    def refresh_library(self) -> None:
        """Bring the library up to date, in a thread; widgets hear of it by messages."""
        told = 0.0

        def tell(progress: Progress) -> None:
            nonlocal told
            if monotonic() - told >= max(_SHOW_SECONDS, _SHOW_SHARE * self._look_took):
                self.look_anew(progress)
                told = monotonic()

        self._watch.changed()  # the first time: what changes from here on is noticed
        self.library.refresh(tell, self._stop)
        if renamed := self.library.renamed():
            self.user.rename(renamed)

    @property
    def stopped(self) -> bool:
        """Whether the work was ended early."""
        return self._stop.is_set()

    def stop_work(self) -> bool:
        """End the work after the files at hand; tell whether there was any. What is done is kept."""
        if not self._working or self._stop.is_set():
            return False
        self._stop.set()
        self._again = False
        return True

    def do_refresh(self, times: int) -> None:
        """Look at the folder again, which also takes up what was stopped."""
        self.notice(say("Looking at the folder again …"))
        self.bring_up_to_date()

    def on_unmount(self) -> None:
        """Let the library's work end after the file at hand."""
        self._stop.set()
        self._again = False

    # Watching

    def look_for_changes(self, closely: bool = False) -> None:
        """Look in a thread whether something has changed, unless one is looking."""
        if not self._watching and (closely or not self._working):
            self._watching = True
            self.run_worker(lambda: self._look_at_folder(closely), thread=True, group="watch", exit_on_error=False)
        self.renew_open()

    def _look_closely(self, focused: bool) -> None:
        if focused:
            self.look_for_changes(closely=True)

    def _look_at_folder(self, closely: bool) -> None:
        try:
            files = self._watch.changed(closely=closely)
            known, self._known = self._known, self.library.state()
            if files or (known is not None and known != self._known):
                self.post_message(self.FolderChanged(files))
        finally:
            self._watching = False

    @cached_property
    def _watch(self) -> Watch:
        return self.library.watch()

    def on_living_screen_folder_changed(self, message: FolderChanged) -> None:
        """Bring the library up to date, or show what another reader has made of it."""
        if message.files:
            self.bring_up_to_date()
        elif not self._working:
            self.run_worker(self.look_anew, thread=True, group="look at library", exit_on_error=False)

    # Showing

    def on_living_screen_library_changed(self, message: LibraryChanged) -> None:
        """Show what the library has now, and how far the work on it is."""
        self.status = _told(message.progress) if message.progress and self._working else ()
        self.show_entries(message.shown)
        if self._again:
            self.bring_up_to_date()

    def show_entries(self, shown: Shown) -> None:
        """Show what the library has now, without moving the user; screens do."""

    def renew_open(self) -> None:
        """Show the open article as it is now, where it has changed; screens do."""


def _told(progress: Progress) -> Line:
    """Return how far work is."""
    from tui.library.pace import STAGES, left_said  # noqa: PLC0415 - not needed before the first paint

    stage, done, total = say(STAGES[progress.stage]), _number(progress.done), _number(progress.total)
    far = Clean(f"{stage}: {say('{done} of {total}', done=done, total=total)}")
    parts = [part for part in (far, left_said(progress), say("esc stops")) if part]
    return [Piece(Clean(f" {' · '.join(parts)} "), "dim")]


def _number(count: int) -> Clean:
    """Return a number with its thousands parted."""
    return Clean(f"{count:,}".replace(",", "."))
