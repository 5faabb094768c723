"""The settings as a window: what is changed is seen at once, and kept."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content as Words

from tui.actions import Place
from tui.config import SETTINGS
from tui.config.settings import Content
from tui.library.userdata import UserDataError
from tui.messages import say
from tui.screens.questions import Choice, Question, Step
from tui.screens.window import Window
from tui.text.clean import Clean, clean_line
from tui.widgets.line_list import LineList
from tui.widgets.setting_rows import SettingRows, called


class SettingsScreen(Window[None]):
    """Shows all settings and changes them."""

    def __init__(self, problems: Sequence[Clean], name: str = "") -> None:
        """Take what is wrong in the files of settings, a line each, and the setting to begin with."""
        super().__init__()
        self._problems, self._first = problems, name
        self._list = LineList(id="settings", framed=False)

    @property
    def place(self) -> Place:
        """Where keys go: the settings."""
        return "settings"

    def compose(self) -> ComposeResult:
        """Lay out the list and the keys."""
        with Vertical(id="window", classes="-list") as window:
            window.border_title = Words(say("Settings"))
            yield self._list
            yield self.keys

    def on_mount(self) -> None:
        """Show the settings."""
        self.settle()
        self.set_focus(self._list)

    def settle(self) -> None:
        """Show the values as they are now."""
        self._list.show(SettingRows(self.config, self._problems), self._list.current or self._first)
        self.show_keys()

    # Changing

    def do_next_value(self, times: int) -> None:
        """Take the next value of the current setting; after the last comes the first."""
        name = self._list.current
        if not name:
            return
        setting, now = SETTINGS[name], self.config.values[name].value
        if setting.kind == "choice":
            words = setting.words
            self.change_setting(name, words[(words.index(str(now)) + times) % len(words)])
        elif setting.kind == "switch":
            self.change_setting(name, not now)
        elif setting.kind == "number":
            self.change_setting(name, min(max(int(now) + times, setting.least), setting.most))
        else:
            self.do_choose(1)

    def do_previous_value(self, times: int) -> None:
        """Take the value before."""
        self.do_next_value(-times)

    def do_reset(self, times: int) -> None:
        """Take what the user's own file says, or the default."""
        if self._list.current:
            self.change_setting(self._list.current, None)

    def do_choose(self, times: int) -> None:
        """Turn a switch, or ask for another value."""
        name = self._list.current
        if not name:
            return
        if SETTINGS[name].kind == "switch":
            self.do_next_value(1)
            return
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not before something is asked

        self.app.push_screen(QuestionScreen(self._question(name)))

    def on_line_list_chosen(self) -> None:
        """Change the setting that was clicked."""
        self.do_choose(1)

    def _question(self, name: str) -> Question:
        setting, now = SETTINGS[name], self.config.values[name].value

        def answer(line: str) -> Step:
            self.change_setting(name, _meant(name, line))
            return None

        choices = [Choice(word, called(setting, word)) for word in setting.words]
        bounds = [say("{least} to {most}", least=setting.least, most=setting.most)] if setting.kind == "number" else []
        return Question(say(setting.about), answer, choices, clean_line(str(now)), bounds)


def _meant(name: str, line: str) -> Content:
    """Return the value that was typed.

    Raises:
        UserDataError: the setting can't have it; the message is for people.
    """
    setting = SETTINGS[name]
    if setting.kind != "number":
        return line.strip()
    number = int(line) if line.strip().isdecimal() else -1
    if not setting.least <= number <= setting.most:
        raise UserDataError(say("A number from {least} to {most}", least=setting.least, most=setting.most))
    return number
