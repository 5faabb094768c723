"""The one-line widgets around the panes: the title above, the tabs of a narrow window, the keys below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.text.clean import Clean
from tui.widgets.ink import Line, Piece, cells, fit, strip, width
from tui.widgets.theme import Ground, palette


class Link(NamedTuple):
    """Words that do an action when they are clicked: a key and its label, either may be empty."""

    action: str
    key: Clean
    label: Clean
    strong: bool = False


class OneLine(Widget):
    """A line with words to the left, links, and words to the right; posts :class:`Pressed` when a link is clicked."""

    ALLOW_SELECT = False
    GROUND: Ground = "bar"
    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    """

    class Pressed(Message):
        """A link was clicked."""

        def __init__(self, action: str) -> None:
            """Say which action it stands for."""
            self.action = action
            super().__init__()

    def __init__(self, *, id: str) -> None:
        """Make an empty line."""
        super().__init__(id=id)
        self._left: Line = ()
        self._links: Sequence[Link] = ()
        self._right: Line = ()
        self._places: list[tuple[int, int, str]] = []

    def show(self, left: Line = (), links: Sequence[Link] = (), right: Line = ()) -> None:
        """Show other words; links that have no room are left out, the last first."""
        if (left, links, right) != (self._left, self._links, self._right):
            self._left, self._links, self._right = left, links, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line (Textual's way in)."""
        room = self.size.width
        styles = palette(self.app.theme_variables)
        if y:
            return strip((), room, styles, self.GROUND)
        line, taken = self._start(room)
        right = fit(self._right, max(room - taken - 1, 0))
        rest = room - taken - width(right)
        for link in self._links:
            pieces = self._link(link)
            size = width(pieces)
            if size + 1 > rest:
                break
            self._places.append((taken, taken + size, link.action))
            line += pieces
            taken += size
            rest -= size
        return strip([*line, Piece(Clean(" " * max(rest, 0))), *right], room, styles, self.GROUND)

    def _start(self, room: int) -> tuple[list[Piece], int]:
        self._places = []
        line = fit(self._left, room)
        return line, width(line)

    def _link(self, link: Link) -> list[Piece]:
        key = [Piece(Clean(f" {link.key}"), "accent")] if link.key else []
        return [*key, Piece(Clean(f" {link.label} "), "strong" if link.strong else "dim")]

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, action in self._places:
            if start <= event.x < end:
                event.stop()
                self.post_message(self.Pressed(action))
                return


class TabLine(OneLine):
    """The names of the panes of a narrow window; the open one is marked, and those beside it stay in sight."""

    def tabs(self, tabs: Sequence[tuple[str, Clean]], active: str, right: Line = ()) -> None:
        """Show names by action, one of them open."""
        self.show((), [Link(action, Clean(""), name, action == active) for action, name in tabs], right)

    def render_line(self, y: int) -> Strip:
        """Draw the names around the open one, as many as there is room for."""
        room = self.size.width
        styles = palette(self.app.theme_variables)
        self._places = []
        active = next((index for index, link in enumerate(self._links) if link.strong), 0)
        right = fit(self._right, max(room // 3, 0))
        first, last = self._window(active, room - width(right) - 2)
        line = [Piece(Clean("‹" if first > 0 else " "), "dim")]
        taken = 1
        for link in self._links[first:last]:
            piece = Piece(Clean(f" {link.label} "), "accent" if link.strong else "dim", "row" if link.strong else None)
            self._places.append((taken, taken + cells(piece.text), link.action))
            taken += cells(piece.text)
            line.append(piece)
        line.append(Piece(Clean("›" if last < len(self._links) else " "), "dim"))
        rest = room - taken - 1 - width(right)
        return strip([*line, Piece(Clean(" " * max(rest, 0))), *right], room, styles, self.GROUND)

    def _window(self, active: int, room: int) -> tuple[int, int]:
        """Return which names are shown: from the first on, or as far back from the open one as there is room for."""
        sizes = [cells(link.label) + 2 for link in self._links]
        first = 0
        while first < active and sum(sizes[first : active + 1]) > room:
            first += 1
        last = active + 1
        while last < len(sizes) and sum(sizes[first : last + 1]) <= room:
            last += 1
        return first, min(last, len(sizes))
