"""What somebody sees at the very first start, in three sentences; any key goes on, and does what it always does."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.messages import say
from tui.screens.base import KeyScreen
from tui.screens.window import Window
from tui.text.clean import Clean
from tui.widgets.line_list import LineList
from tui.widgets.rows import NoRows

_ROWS_AROUND, _WIDTH = 4, 76
_LARGE = 70, 20
"""Columns and rows from which on there is room for whole sentences."""


class WelcomeScreen(Window[None]):
    """Says what this is and what to press."""

    def __init__(self) -> None:
        """Take nothing."""
        super().__init__()
        self._list = LineList(id="welcome", framed=False)

    def compose(self) -> ComposeResult:
        """Lay out the sentences and the keys."""
        with Vertical(id="window") as window:
            window.border_title = Content(say("Welcome to giamsat"))
            yield self._list
            yield self.keys

    def on_mount(self) -> None:
        """Say it."""
        self.keys.display = False
        self.set_focus(self._list)

    def _sentences(self) -> tuple[Clean, ...]:
        return (
            say(
                "giamsat reads press reports on supervision sessions of People's Councils: who came, which figures "
                "were reported, who was asked for what, each with its place in the text."
            ),
            say(
                "{search} searches, accents need not be typed; {pane} goes from pane to pane, {enter} to the place in "
                "the text; {mark} marks, and {export} exports what is marked with its source.",
                search=self.key_of("search"), pane=self.key_of("next_pane"), enter=self.key_of("choose"),
                mark=self.key_of("mark"), export=self.key_of("export"),
            ),
            say(
                "{help} tells the keys of a pane, {palette} finds any command, {libraries} opens your own folder of "
                "articles, {quit} quits. Any key goes on.",
                help=self.key_of("help"), palette=self.key_of("palette"), libraries=self.key_of("libraries"),
                quit=self.key_of("quit"),
            ),
        )  # fmt: skip

    def _briefly(self) -> tuple[Clean, ...]:
        """Return the same for a small window."""
        return (
            say("Press reports on supervision sessions: who came, what was reported, what was asked."),
            say(
                "{search} search, {pane} next pane, {enter} to the place, {mark} mark, {export} export",
                search=self.key_of("search"), pane=self.key_of("next_pane"), enter=self.key_of("choose"),
                mark=self.key_of("mark"), export=self.key_of("export"),
            ),
            say(
                "{help} help, {palette} commands, {quit} quit. Any key goes on.",
                help=self.key_of("help"), palette=self.key_of("palette"), quit=self.key_of("quit"),
            ),
        )  # fmt: skip

    def on_resize(self, event: events.Resize) -> None:
        """Be as high as the sentences need, or use the whole terminal."""
        super().on_resize(event)
        width = min(event.size.width, _WIDTH) - 6
        small = event.size.width < _LARGE[0] or event.size.height < _LARGE[1]
        self._list.show(NoRows(*(self._briefly() if small else self._sentences())))
        needed = sum(self._list.rows.heights(max(width, 1)))
        fits = needed + _ROWS_AROUND <= event.size.height
        self.query_one("#window").set_class(not fits, "-list")
        self._list.styles.height = needed if fits else None

    def take_key(self, event: events.Key) -> bool:
        """Go on, and let the reader do what the key stands for."""
        self.dismiss(None)
        below = self.app.screen_stack[0]
        if event.key not in ("escape", "enter", "space") and isinstance(below, KeyScreen):
            below.take_key(event)
        return True

    def on_click(self) -> None:
        """Go on."""
        self.dismiss(None)
