"""The interface put together: themes, keys in order, and the reader on an opened library."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen

from tui import messages
from tui.library import Library
from tui.library.userdata import UserData
from tui.screens.base import KeyScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.theme import DARK, LIGHT, defaults


class GiamsatApp(App[int]):
    """The reader of one library."""

    TITLE = "giamsat"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["screens/reader.tcss"]
    AUTO_FOCUS = None
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, library: Library, user: UserData, theme: str = DARK.name) -> None:
        """Take what is read, what the user added to it, and the name of a theme."""
        self._library, self._user = library, user
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = theme

    def get_default_screen(self) -> Screen[None]:
        """Begin with the reader."""
        return ReaderScreen(self._library, self._user)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Draw our variables from the colours of themes that are not ours."""
        return defaults(self.current_theme)

    async def on_event(self, event: events.Event) -> None:
        """Let the screen act on a key before the next one is looked at, and before any widget sees it."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, KeyScreen) and screen.take_key(event):
                return
        await super().on_event(event)

    def do_theme(self, times: int) -> None:
        """Change between the light and the dark theme."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name


def run(path: Path | None = None, language: messages.Language | None = None) -> int:
    """Open a library in the reader and return the exit status.

    Args:
        path: The library's folder; without one the library that ships.
        language: What the interface speaks; without one what is spoken already.

    Raises:
        LibraryError: the folder can't be opened; the message is one line for people.
    """
    if language and language != messages.language():
        messages.use(language)
    library = Library.open(path)
    user = UserData.open()
    try:
        return GiamsatApp(library, user).run() or 0
    finally:
        library.close()
        user.close()
