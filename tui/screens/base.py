"""The base of every screen: keys become actions in the order in which they were typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, TypeVar, cast

from textual import events
from textual.await_complete import AwaitComplete
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input

from tui.actions import Place, action_named, keymap, keys_of, written
from tui.config import Config
from tui.config.settings import Content
from tui.library.userdata import UserDataError
from tui.messages import say
from tui.screens.chords import Chords, Done
from tui.text.clean import Clean, clean_line
from tui.widgets.one_line import OneLine

if TYPE_CHECKING:
    from tui.widgets.typed_line import TypedLine

Result = TypeVar("Result")


class Host(Protocol):
    """What screens know of the app: it has the settings, can change them, and shows libraries."""

    config: Config

    @property
    def rebound(self) -> Mapping[str, Sequence[str]]:
        """The user's keys by action id."""

    def change_setting(self, name: str, value: Content | None) -> Clean:
        """Give a setting a value from now on, None for its own; return what went wrong, for people."""

    def setting_problems(self) -> Sequence[Clean]:
        """Return what is wrong in the files of settings, a line each."""

    def show_library(self, path: Path | None = None) -> Clean:
        """Show another library, None: this one again; return why it can't be shown, for people."""


class KeyScreen(Screen[Result]):
    """A screen whose keys come from the table of actions.

    The app gives each key to :meth:`take_key` before any widget sees it, so that an action is done before the next key
    is looked at, however fast keys come. While a line to type in is on its way, keys are kept for it.
    """

    AUTO_FOCUS: ClassVar[str | None] = None

    def __init__(self, awaits_line: bool = False) -> None:
        """Make a screen; ``awaits_line``: what is typed from now on is for a line that will be there soon."""
        super().__init__()
        self.chords = Chords()
        self._kept: list[events.Key] | None = [] if awaits_line else None
        self._awaited: TypedLine | None = None

    @property
    def host(self) -> Host:
        """The app, as far as screens know it."""
        return cast("Host", self.app)

    @property
    def config(self) -> Config:
        """The settings."""
        return self.host.config

    @property
    def rebound(self) -> Mapping[str, Sequence[str]]:
        """The user's keys by action id."""
        return self.host.rebound

    def key_of(self, action: str) -> Clean:
        """Return the first key of an action as it is shown, to name it in a sentence; empty where it has none."""
        keys = keys_of(action_named(action), self.rebound)
        return Clean(written(keys[0]) if keys else "")

    def change_setting(self, name: str, value: Content | None) -> None:
        """Give a setting a value from now on, None for its own; say so where it can't be kept."""
        if told := self.host.change_setting(name, value):
            self.notice(told)

    def settle(self) -> None:
        """Do what the settings say; screens that depend on some do."""

    @property
    def place(self) -> Place:
        """Where keys go now; a screen with panes says which."""
        return "line" if self.is_typing else "results"

    @property
    def is_typing(self) -> bool:
        """Whether letters go to a line instead of being keys."""
        return isinstance(self.focused, Input)

    @property
    def keeps_keys(self) -> bool:
        """Whether keys are kept for a line that is on its way."""
        return self._kept is not None

    def take_key(self, event: events.Key) -> bool:
        """Do what a key stands for here; tell whether it stood for something."""
        if self._kept is not None and self._awaited is not None and self._awaited.is_mounted:
            self.line_is_ready(self._awaited)  # under another screen nobody else says so
        if self._kept is not None:
            self._kept.append(event)
            return True
        typing = self.is_typing
        if typing and event.is_printable:
            return False
        named = not event.is_printable or event.character == " "
        key = event.key if named else cast(str, event.character)
        pressed = self.chords.press(key, keymap(self.place, self.rebound), counts=not typing)
        self.show_pending(Clean(self.chords.pending))
        if pressed == "unknown":
            if not typing and self.key_of("help"):
                self.notice(say("{key} does nothing here; {help} tells the keys", key=clean_line(written(key)),
                                help=self.key_of("help")))  # fmt: skip
            return False
        if isinstance(pressed, Done):
            self.act(pressed.action.id, pressed.times)
        return True

    def show_pending(self, keys: Clean) -> None:
        """Show keys that wait for more; screens with a footer do."""

    def notice(self, words: Clean) -> None:
        """Say something for a while; screens with a footer do."""

    def expect_line(self, line: TypedLine) -> None:
        """Keep what is typed from now on for a line that is being made."""
        self._kept, self._awaited = [], line

    def line_is_ready(self, line: TypedLine) -> None:
        """Give a line the focus and what was typed meanwhile; once the screen is closed, the next one gets it."""
        if self._kept is None:
            return
        kept, self._kept, self._awaited = self._kept, None, None
        if line.is_attached:  # it may have been closed by a click
            self.set_focus(line)
        for event in kept:
            taker = self.app.screen
            if isinstance(taker, KeyScreen) and not taker.take_key(event) and taker is self:
                line.feed(event)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the screen with a result, once: Textual would close whatever is on top, be it another or the last."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()

    def act(self, action: str, times: int = 1) -> None:
        """Do an action: by the focused widget, or the nearest one above it that can."""
        node: DOMNode | None = self.focused or self
        while node is not None:
            doer = cast("Callable[[int], None] | None", getattr(node, f"do_{action}", None))
            if doer is not None:
                try:
                    doer(times)
                except UserDataError as error:
                    self.notice(clean_line(str(error)))
                return
            node = node.parent if isinstance(node.parent, DOMNode) else None

    def on_one_line_pressed(self, message: OneLine.Pressed) -> None:
        """Do the action whose words were clicked."""
        message.stop()
        self.act(message.action)
