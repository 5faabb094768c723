"""The windows over the reader: help, commands, settings, libraries, jump; and what shows the original elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual.message import Message

from tui.messages import language, say
from tui.paths import shipped_library
from tui.screens.panes import NAMES
from tui.screens.visiting import VisitingScreen
from tui.text.clean import Clean, clean_line

if TYPE_CHECKING:
    from tui.screens.questions import Choice, Step

ANOTHER = "another"
"""The choice of a folder that is not listed."""


class WindowsScreen(VisitingScreen):
    """A reader with the windows that open over it."""

    class Opened(Message):
        """A program was asked to show the original."""

        def __init__(self, told: Clean) -> None:
            """Say what to tell."""
            self.told = told
            super().__init__()

    def greet(self) -> None:
        """Say to somebody who is here for the first time what this is and what to press; any key goes on."""
        from tui.screens.welcome import WelcomeScreen  # noqa: PLC0415 - once in the life of an installation

        self.app.push_screen(WelcomeScreen())

    def do_help(self, times: int) -> None:
        """Show the keys of this pane."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(HelpScreen(self.active, say(NAMES[self.active])), self.act_if)

    # Commands and settings

    def do_palette(self, times: int) -> None:
        """Find a command, a session, a setting, a theme or a library."""
        from tui.screens.palette import PaletteScreen  # noqa: PLC0415 - not needed before the first paint

        offered = PaletteScreen(self.active, self.library.entries(), self._others(), settings=True)
        self.app.push_screen(offered, self.run_command)

    def run_command(self, row: str | None) -> None:
        """Do what a row of the commands stands for."""
        kind, _, name = (row or "").partition(":")
        if kind == "open":
            self.lists["sessions"].go(name)
            self.open(name)
            self.go("text")
        elif kind == "set":
            self._show_settings(name)
        elif kind == "library":
            self.show_library(Path(name))
        else:
            super().run_command(row)

    def do_settings(self, times: int) -> None:
        """Show the settings."""
        self._show_settings("")

    def _show_settings(self, name: str) -> None:
        """Show the settings, one of them; what a change of language leaves as it was is shown anew afterwards."""
        from tui.screens.settings import SettingsScreen  # noqa: PLC0415 - not needed before the first paint

        spoken = language()

        def done(_: None) -> None:
            if language() != spoken:
                self.show_library(None)

        self.app.push_screen(SettingsScreen(self.host.setting_problems(), name), done)

    # Libraries

    def _others(self) -> list[tuple[str, Clean]]:
        """Return the folders of other libraries and what to call them: those that were open, and the one that ships."""
        here, ships = self.library.root.resolve(), shipped_library()
        found = {}
        for name in self.user.libraries():
            path = Path(name)
            if path.is_dir() and path.resolve() not in (here, ships.resolve()):
                found[name] = clean_line(_short(path))
        if here != ships.resolve():
            found[str(ships)] = say("the library that ships")
        return list(found.items())

    def do_libraries(self, times: int) -> None:
        """Ask for another library: one that was open before, the one that ships, or any folder."""
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - not needed before one changes

        choices = [Choice(name, called) for name, called in self._others()]
        choices.append(Choice(ANOTHER, say("another folder …")))
        now = say("Open now: {folder}", folder=clean_line(_short(self.library.root)))
        self._ask_here(Question(say("Libraries"), self._library_chosen, choices, None, [now]))

    def _library_chosen(self, answer: str) -> Step:
        from tui.screens.questions import Question  # noqa: PLC0415 - loaded by now

        if answer != ANOTHER:
            self.call_later(self.show_library, Path(answer))
            return None
        hint = say("A folder of articles, or one article; ~ is your home")
        return Question(say("Folder"), self._folder_typed, (), "", [hint])

    def _folder_typed(self, line: str) -> Step:
        from tui.library.userdata import UserDataError  # noqa: PLC0415 - loaded by now

        path = Path(line.strip()).expanduser()
        if line.strip() and path.exists():
            self.call_later(self.show_library, path.absolute())
            return None
        raise UserDataError(say("{path}: no such folder or file", path=clean_line(line.strip() or "…")))

    def show_library(self, path: Path | None) -> None:
        """Leave this library for another one, None: for itself, shown anew."""
        self.keep_place()
        if told := self.host.show_library(path):
            self.notice(told)

    # The original

    def do_original(self, times: int) -> None:
        """Show the original: in the program that is set, or in one that is chosen."""
        if self.reading is None:
            self.notice(say("No article is open."))
            return
        way = self.config.text("original")
        if way != "ask":
            self._open_original(way)
            return
        from tui.screens.questions import Question  # noqa: PLC0415 - not needed before it is asked

        self._ask_here(Question(say("Open the original"), self._way_chosen, self._ways()))

    def _ways(self) -> list[Choice]:
        from tui.screens import programs  # noqa: PLC0415 - not needed before it is asked
        from tui.screens.questions import Choice  # noqa: PLC0415 - the same

        viewer = programs.viewer()
        ways = [
            Choice("pager", say("its text in {program}", program=clean_line(programs.pager()))),
            Choice("editor", say("its file in {program}", program=clean_line(programs.editor()))),
        ]
        if viewer:
            ways.append(Choice("viewer", say("its file in the system's viewer")))
            if self._address():
                ways.append(Choice("address", say("its address: {address}", address=clean_line(self._address()))))
        return ways

    def _address(self) -> str:
        """Return the address of the article, where it is one of the web."""
        record = self.reading.record if self.reading else None
        address = (record.article.url if record else None) or ""
        return address if urlsplit(address).scheme in ("http", "https") and address.isprintable() else ""

    def _way_chosen(self, way: str) -> Step:
        self.call_later(self._open_original, way)
        return None

    def _open_original(self, way: str) -> None:
        """Open it; the pager is given clean text, because some pagers pass everything through."""
        from tui.screens import programs  # noqa: PLC0415 - not needed before something is opened

        reading = self.reading
        if reading is None:
            return
        file = (self.library.root / reading.document.path).absolute()
        try:
            if way == "pager":
                programs.run_here(self.app, programs.pager(), given=reading.view.display)
            elif way == "editor":
                programs.run_here(self.app, programs.editor(), str(file))
            else:
                target = self._address() if way == "address" else str(file)
                self.run_worker(lambda: self._open_beside(target), thread=True, group="original", exit_on_error=False)
        except programs.ProgramError as error:
            self.notice(error.said())

    def _open_beside(self, target: str) -> None:
        from tui.screens import programs  # noqa: PLC0415 - loaded by now

        try:
            programs.run_beside(programs.viewer(), target)
        except programs.ProgramError as error:
            told = error.said()
        else:
            told = say("Opened: {name}", name=clean_line(target))
        self.post_message(self.Opened(told))

    def on_windows_screen_opened(self, message: Opened) -> None:
        """Tell what became of it."""
        self.notice(message.told)


def _short(path: Path) -> str:
    """Return a path as people write it: from their home on."""
    home = str(Path.home())
    text = str(path)
    return f"~{text[len(home) :]}" if text == home or text.startswith(home + "/") else text
