"""Help: the keys of the pane that one came from, drawn from the table of actions."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.actions import PANES, Action, Place, in_place, keys_of
from tui.messages import N_, say
from tui.screens.window import Window
from tui.text.clean import Clean
from tui.widgets.action_rows import ActionRows, Words, action_of
from tui.widgets.line_list import LineList

SIGNS = (
    N_("┃ the text names the speaker; ┊ ~ the speaker is inferred"),
    N_("▶ what is followed stands here; ● marked; █ selected"),
    N_("★ chair, or starred; ✓ the figures agree; ! they do not"),
)
MOUSE = (
    N_("Click to choose, click again to open; drag over words to copy them; the wheel scrolls."),
    N_("With shift held down, the terminal selects by itself."),
)


class HelpScreen(Window[str | None]):
    """Lists the actions of a pane; dismissed with the one to do."""

    def __init__(self, pane: Place, name: Clean) -> None:
        """Take the pane to tell about, and what it is called."""
        super().__init__()
        self._pane, self._called = pane, name
        self._list = LineList(id="help", framed=False)

    def compose(self) -> ComposeResult:
        """Lay out the list and the keys."""
        with Vertical(id="window", classes="-list") as window:
            window.border_title = Content(say("Keys"))
            yield self._list
            yield self.keys

    def on_mount(self) -> None:
        """Show the list."""
        self._list.show(ActionRows(list(self._rows()), self.rebound))
        self.set_focus(self._list)
        self.show_keys()

    def _rows(self) -> Iterator[Action | Words | Clean]:
        actions = [action for action in in_place(self._pane) if keys_of(action, self.rebound, self._pane)]
        here = [action for action in actions if not set(action.where) >= set(PANES)]
        yield self._called
        yield from here
        yield say("Everywhere")
        for action in actions:
            if action not in here:
                yield action
        for name, sentences in ((say("Signs"), SIGNS), (say("Mouse"), MOUSE)):
            yield name
            for words in sentences:
                yield Words(say(words))

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Do the action that was chosen."""
        self.dismiss(action_of(message.row))
