"""The least that Textual can do of what the reader does: ``python -m tests.bench.bare_screens input|list|panes``."""

from __future__ import annotations

import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

ROWS = 100_000


class Typing(App[None]):
    """A line to type in, and a label that says what was typed."""

    def compose(self) -> ComposeResult:
        """Show both."""
        yield Input()
        yield Static("Ready", id="label")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what was typed."""
        self.query_one("#label", Static).update(message.value)


class Lines(Widget, can_focus=True):
    """Numbered rows with a cursor, drawn on the line API."""

    BINDINGS = [Binding("j", "down")]  # noqa: RUF012 - as Textual has it
    current = top = 0

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        row = self.top + y
        mark = ">" if row == self.current else " "
        return Strip([Segment(f"{mark} Ready {row}".ljust(self.size.width))], self.size.width)

    def action_down(self) -> None:
        """Move the cursor down, and keep it in sight."""
        self.current += 1
        self.top = max(self.top, self.current - self.size.height + 1)
        self.refresh()


class Moving(App[None]):
    """A list on the line API."""

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Lines()


class Panes(App[None]):
    """Four panes of text beside each other."""

    CSS = "Static { width: 1fr; border: round gray; }"

    def compose(self) -> ComposeResult:
        """Show them."""
        with Horizontal():
            for _ in range(4):
                yield Static("Ready " + "một hai ba bốn năm sáu bảy tám " * 60)


if __name__ == "__main__":
    {"input": Typing, "list": Moving, "panes": Panes}[sys.argv[1]]().run()
