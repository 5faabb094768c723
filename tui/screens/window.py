"""The base of the windows that open over the reader: help, commands, export."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from textual import events
from textual.screen import ModalScreen

from tui.actions import Place
from tui.screens.base import KeyScreen
from tui.screens.footer import links
from tui.widgets.one_line import OneLine

Result = TypeVar("Result")


class Window(KeyScreen[Result], ModalScreen[Result]):
    """A window; its keys stand in its last line, and escape closes it without a result."""

    CSS_PATH = "window.tcss"

    def __init__(self, awaits_line: bool = False) -> None:
        """Make a window; ``awaits_line`` as for every screen."""
        super().__init__(awaits_line)
        self.keys = OneLine(id="window-keys")

    @property
    def place(self) -> Place:
        """Where keys go: the line, or the window itself."""
        return "line" if self.is_typing else "window"

    def show_keys(self, without: Collection[str] = ()) -> None:
        """Name the keys of the window, but not those of some actions."""
        self.keys.show((), links(self.place, self.rebound, without))

    def on_resize(self, event: events.Resize) -> None:
        """Use all of a small terminal."""
        self.set_class(event.size.width < 80, "-narrow")
        self.set_class(event.size.height < 16, "-low")

    def do_back(self, times: int) -> None:
        """Close the window."""
        self.dismiss(None)

    def do_quit(self, times: int) -> None:
        """Close the window."""
        self.dismiss(None)
