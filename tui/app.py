"""The interface put together: themes, keys in order, and the reader on an opened library."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar

from textual import events
from textual.app import App
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES

from tui import messages
from tui.library import Library
from tui.library.userdata import UserData
from tui.messages import say
from tui.screens.base import KeyScreen
from tui.screens.reader import ReaderScreen
from tui.text.clean import Clean
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
        if theme == DARK.name:  # as dark as Textual's own: unwatched, because a change has all CSS parsed once more
            self.set_reactive(GiamsatApp.theme, theme)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = theme

    def get_default_screen(self) -> Screen[None]:
        """Begin with the reader."""
        return ReaderScreen(self._library, self._user)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Draw our variables from the colours of themes that are not ours."""
        theme = self.current_theme
        return {} if theme in (DARK, LIGHT) else defaults(theme)

    async def on_event(self, event: events.Event) -> None:
        """Let the screen act on a key before the next one is looked at, and before any widget sees it."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, KeyScreen) and screen.take_key(event):
                return
        await super().on_event(event)

    def action_help_quit(self) -> None:
        """Tell how to quit, where Textual would in English (ctrl+c)."""
        if isinstance(self.screen, KeyScreen):
            self.screen.notice(say("{key} quits.", key=Clean("q")))

    def do_theme(self, times: int) -> None:
        """Change between the light and the dark theme."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name


def theme_named(name: str) -> str:
    """Return the theme that a setting means: ``dark``, ``light``, or any of Textual's; by default our dark one."""
    ours = {"": DARK.name, "dark": DARK.name, "light": LIGHT.name, LIGHT.name: LIGHT.name}
    return ours.get(name) or (name if name in BUILTIN_THEMES else DARK.name)


def _set_theme() -> str:
    """Return the theme that the user's settings name; without a file of settings nothing is read."""
    from tui.paths import config_dir  # noqa: PLC0415

    if not (config_dir() / "config.toml").exists():
        return DARK.name
    from tui.config import load  # noqa: PLC0415 - reading TOML is not for the first paint of those who have none

    return theme_named(load().get("theme"))


def run(user: UserData, path: Path | None = None, language: messages.Language | None = None) -> int:
    """Open a library in the reader and return the exit status.

    Args:
        user: What the user added; the caller closes it.
        path: The library's folder; without one the library that ships.
        language: What the interface speaks; without one what is spoken already.

    Raises:
        LibraryError: the folder can't be opened; the message is one line for people.
    """
    if language and language != messages.language():
        messages.use(language)
    library = Library.open(path)
    try:
        return GiamsatApp(library, user, _set_theme()).run() or 0
    finally:
        library.close()
