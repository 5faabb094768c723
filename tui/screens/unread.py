"""What was read and what was not: set by hand, and gone through."""

from __future__ import annotations

from tui.messages import say
from tui.screens.filtering import FilteringScreen


class UnreadScreen(FilteringScreen):
    """A reader that goes from one unread session to the next."""

    def do_read(self, times: int) -> None:
        """Say that the open session was not read, or that it was; one that was not stays so when one goes on."""
        if self.shelf.current is None:
            self.notice(say("No article is open."))
            return
        read = self.shelf.toggle_read()
        self.lists["sessions"].redraw()
        self.notice(say("Read") if read else say("Not read; it stays so until you open it again"))

    def do_next_unread(self, times: int) -> None:
        """Open the next session that was not read; after the last one comes the first."""
        path = self.shelf.unread_beside(times)
        if path:
            self.lists["sessions"].go(path)
            self.open(path)
        else:
            self.notice(say("Everything here was read"))

    def do_previous_unread(self, times: int) -> None:
        """Open the unread session before this one."""
        self.do_next_unread(-times)
