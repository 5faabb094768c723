"""Jump mode: a letter on each pane and control that is seen; the letter goes there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.screens.base import KeyScreen
from tui.screens.ways import Target
from tui.text.clean import Clean
from tui.widgets.ink import Piece
from tui.widgets.one_line import OneLine

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class JumpScreen(KeyScreen[str | None], ModalScreen[str | None]):
    """Shows the letters; dismissed with the action of the one that was pressed."""

    CSS_PATH = "jump.tcss"

    def __init__(self, targets: Sequence[Target]) -> None:
        """Take the targets; as many get a letter as there are letters."""
        super().__init__()
        self._targets = dict(zip(LETTERS, targets, strict=False))

    def compose(self) -> ComposeResult:
        """Put each letter in its place."""
        for letter, target in self._targets.items():
            label = OneLine(id=f"jump-{letter}")
            label.show([Piece(Clean(f" {letter} "), "accent", "here")])
            label.styles.offset = (target.x, target.y)
            yield label

    def take_key(self, event: events.Key) -> bool:
        """Take any key: a letter jumps, everything else closes."""
        target = self._targets.get(event.character or "")
        self.dismiss(target.action if target else None)
        return True

    def on_click(self) -> None:
        """Close."""
        self.dismiss(None)
