"""The line in which words to find in the text are typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.messages import say
from tui.text.clean import Clean
from tui.widgets.ink import Piece
from tui.widgets.one_line import OneLine
from tui.widgets.typed_line import TypedLine


class Finder(Horizontal):
    """A prompt, a line to type in, and how many matches there are."""

    DEFAULT_CSS = """
    Finder {
        height: 1;
        #find-prompt { width: 12; }
        #find-line { width: 1fr; }
        #find-count { width: 26; }
    }
    """

    def __init__(self, query: str = "", prompt: Clean | None = None, hint: Clean | None = None) -> None:
        """Make the line, with a query to go on from; what stands before it and in it is by default about finding."""
        super().__init__()  # without an id: the next one may open before this one is gone
        self._prompt = prompt or say("find")
        self.line = TypedLine(
            id="find-line", placeholder=hint or say("words of the text, accents need not be typed"), value=query
        )
        self.line.cursor_position = len(query)
        self._count = OneLine(id="find-count")

    def compose(self) -> ComposeResult:
        """Lay out prompt, line and count."""
        prompt = OneLine(id="find-prompt")
        prompt.show([Piece(Clean(" ")), Piece(self._prompt, "accent")])
        yield prompt
        yield self.line
        yield self._count

    def show_count(self, words: Clean) -> None:
        """Say how many matches there are."""
        self._count.show((), (), [Piece(Clean(f"{words} "), "dim")])
