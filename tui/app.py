"""The interface put together: themes, keys in order, settings, and the reader on an opened library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePath
from typing import ClassVar

from rich.text import Text
from textual import constants, events
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES

from tui import messages
from tui.config import Config, has_files
from tui.config.settings import Content
from tui.library import Library, LibraryError
from tui.library.userdata import UserData
from tui.messages import say
from tui.screens.base import KeyScreen
from tui.screens.reader import ReaderScreen
from tui.terminal import steady, told
from tui.text.clean import Clean, clean_line
from tui.widgets.theme import DARK, LIGHT, defaults


class GiamsatApp(App[int]):
    """The reader of one library at a time; it holds the settings, which screens ask for and change here."""

    TITLE = "giamsat"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["screens/reader.tcss"]
    AUTO_FOCUS = None
    ALLOW_SELECT = False
    ENABLE_COMMAND_PALETTE = False
    DEFAULT_MODE = "library"

    def __init__(self, library: Library, user: UserData, config: Config | None = None, *, greets: bool = False) -> None:
        """Take what is read, what the user added to it, and the settings; by default none are set.

        ``greets``: the user is here for the first time, and is told what this is.
        """
        self._greets = greets
        self.library, self._user, self.config = library, user, config or Config()
        self._opened, self._shown = [library], 0
        super().__init__()
        self.add_mode(self.DEFAULT_MODE, self._reader)
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        theme = theme_named(self.config.text("theme"))
        if theme == DARK.name:  # as dark as Textual's own: unwatched, because a change has all CSS parsed once more
            self.set_reactive(GiamsatApp.theme, theme)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = theme
        self._settle()

    def _reader(self) -> Screen[None]:
        return ReaderScreen(self.library, self._user)

    def on_mount(self) -> None:
        """Greet once the article is seen."""
        if self._greets and isinstance(self.screen, ReaderScreen):
            self.screen.call_after_refresh(self.screen.greet)

    def get_driver_class(self) -> type[Driver]:
        """Read keys so that none of them can end the reader."""
        return steady(super().get_driver_class())

    def _fatal_error(self) -> None:
        """End, and tell what Python tells; Textual would draw the values of all variables, which may be anything."""
        self.panic(Text(told()))

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
            self.screen.notice(say("{key} quits.", key=self.screen.key_of("quit")))

    # Libraries

    def show_library(self, path: Path | None = None) -> Clean:
        """Show another library, or without a path this one again, as it is after a change of language.

        Returns why it can't be shown, in one line; then nothing has changed.
        """
        if path is not None:
            try:
                self.library = Library.open(path)
            except LibraryError as error:
                return clean_line(str(error))
            self._opened.append(self.library)
        self._shown += 1
        before, mode = self.current_mode, f"library {self._shown}"
        self.add_mode(mode, self._reader)
        self.switch_mode(mode)
        self.remove_mode(before)
        return Clean("")

    def close_libraries(self) -> None:
        """Let go of all libraries that were opened; what worked on one ends by itself."""
        for library in self._opened:
            library.close()

    # Settings

    @cached_property
    def rebound(self) -> Mapping[str, Sequence[str]]:
        """The user's keys by action id."""
        if not self.config.keys:
            return {}
        from tui.rebinding import rebinding  # noqa: PLC0415 - only for those who have keys of their own

        return rebinding(self.config).keys

    def setting_problems(self) -> Sequence[Clean]:
        """Return what is wrong in the files of settings, a line each."""
        if not self.config.keys:
            return self.config.problems
        from tui.rebinding import rebinding  # noqa: PLC0415 - as above

        return (*self.config.problems, *rebinding(self.config).problems)

    def change_setting(self, name: str, value: Content | None) -> Clean:
        """Give a setting a value from now on (None: as the user's own file or the default has it).

        Returns what to tell when it could not be kept; it is in use all the same until the end.
        """
        from tui.config import SETTINGS, change, reset  # noqa: PLC0415 - not before something is set

        told = Clean("")
        try:
            self.config = reset(name) if value is None else change(name, value)
        except OSError as error:
            self.config = self.config.having(**{name: SETTINGS[name].default if value is None else value})
            reason = clean_line(error.strerror or str(error))
            told = say("The setting can't be kept: {reason}", reason=reason)
        if name == "language":
            messages.use(messages.choose(None, self.config.text("language")))
        self._settle()
        for screen in self.screen_stack:
            if isinstance(screen, KeyScreen):
                screen.settle()
        return told

    def _settle(self) -> None:
        """Do what the settings say about all screens."""
        moves = self.config.is_on("animation")
        self.animation_level = constants.TEXTUAL_ANIMATIONS if moves else "none"
        theme = theme_named(self.config.text("theme"))
        if theme != self.theme:
            self.theme = theme

    def do_theme(self, times: int) -> None:
        """Change between the light and the dark theme."""
        self.change_setting("theme", "light" if self.current_theme.dark else "dark")


def theme_named(name: str) -> str:
    """Return the theme that a setting means: ``dark``, ``light``, or any of Textual's; by default our dark one."""
    ours = {"dark": DARK.name, "light": LIGHT.name, LIGHT.name: LIGHT.name}
    return ours.get(name) or (name if name in BUILTIN_THEMES else DARK.name)


def settings() -> Config:
    """Return the user's settings; where there are no files nothing is read."""
    if not has_files():
        return Config()
    from tui.config import load  # noqa: PLC0415 - reading TOML is not for the first paint of those who have none

    return load()


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
    app = GiamsatApp(Library.open(path), user, settings(), greets=user.is_new())
    try:
        app.run(mouse=app.config.is_on("mouse"))
        return app.return_code or 0
    finally:
        app.close_libraries()
