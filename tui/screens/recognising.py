"""A reader that knows an article again whose words have changed, and which articles report one session."""

from __future__ import annotations

from contextlib import suppress

from tui.library.userdata import UserDataError
from tui.screens.annotating import AnnotatingScreen
from tui.screens.reading import Reading


class RecognisingScreen(AnnotatingScreen):
    """Does in threads what is to be done when an article is opened, and when the library was brought up to date."""

    def open(self, path: str, offset: int | None = None) -> None:
        """Open an article, and remember what it is like once it is painted."""
        super().open(path, offset)
        reading = self.reading
        if reading is not None and reading.record is not None:
            self.call_after_refresh(lambda: self._remember(reading))

    def _remember(self, reading: Reading) -> None:
        def work() -> None:
            from tui.library.userdata.recognition import meet  # noqa: PLC0415 - not needed before the first paint

            if self.reading is reading:  # not one that was only passed over
                with suppress(UserDataError):  # what is added is said to be lost when something is added
                    meet(self.user, reading.document, self.library.root)

        self.run_worker(work, thread=True, group="meet", exit_on_error=False)

    def refresh_library(self) -> None:
        """Bring the library up to date, in a thread; what was added follows the articles whose words have changed."""
        from tui.library.userdata.recognition import keep_up  # noqa: PLC0415 - not needed before the first paint

        self.tell_events()
        super().refresh_library()
        self.tell_events()
        with suppress(UserDataError):
            keep_up(self.user, self.library)

    def tell_events(self) -> None:
        """Look in a thread which articles report one session, and show it where it is other than before."""
        if self.shelf.take_events(self.library.together()):
            self.look_anew()

    def decided(self) -> None:
        """Show which articles report one session, as it was decided."""
        self.run_worker(self.tell_events, thread=True, group="decide", exit_on_error=False)
