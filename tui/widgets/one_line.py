"""The one-line widgets around the panes: the title above, the tabs of a narrow window, the keys below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.text.clean import Clean
from tui.widgets.ink import NOTHING, Line, Piece, cells, fit, strip, width
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
    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    """

    class Pressed(Message):
        """A link was clicked."""

        def __init__(self, action: str) -> None:
            """Say which action it stands for."""
            self.action = action
            super().__init__()

    def __init__(self, *, id: str, links_to_the_right: bool = False, ground: Ground = "bar") -> None:
        """Make an empty line on a ground."""
        super().__init__(id=id)
        self._ground: Ground = ground
        self._to_the_right = links_to_the_right
        self._left: Line = ()
        self._links: Sequence[Link] = ()
        self._right: Line = ()
        self._places: list[tuple[int, int, str]] = []

    def show(self, left: Line = (), links: Sequence[Link] = (), right: Line = ()) -> None:
        """Show other words; links that have no room are left out, the last but one first."""
        if (left, links, right) != (self._left, self._links, self._right):
            self._left, self._links, self._right = left, links, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line (Textual's way in)."""
        room = self.size.width
        left = fit(self._left, room)
        right = fit(self._right, max(room - width(left) - 1, 0))
        gap = room - width(left) - width(right)
        links: list[Piece] = []
        places: list[tuple[int, int, str]] = []
        taken = 0
        for link, pieces, size in self._fitting(gap - 1):
            places.append((taken, taken + size, link.action))
            links += pieces
            taken += size
        space = [Piece(Clean(" " * max(gap - taken, 0)))]
        begin = width(left) + (gap - taken if self._to_the_right else 0)
        self._places = [(begin + first, begin + last, action) for first, last, action in places]
        middle = [*space, *links] if self._to_the_right else [*links, *space]
        return strip([*left, *middle, *right], room, palette(self.app.theme_variables), self._ground)

    def _fitting(self, room: int) -> list[tuple[Link, list[Piece], int]]:
        """Return the links that there is room for: the last one, which helps or leads back, before those left of it."""
        drawn = [(link, pieces := self._link(link), width(pieces)) for link in self._links]
        while drawn and sum(size for _, _, size in drawn) > room:
            del drawn[-2 if len(drawn) > 1 else -1]
        return drawn

    def _link(self, link: Link) -> list[Piece]:
        key = [Piece(Clean(f" {link.key}"), "accent")] if link.key else []
        return [*key, Piece(Clean(f" {link.label} "), "strong" if link.strong else "dim")]

    def places(self) -> list[tuple[int, str]]:
        """Return the column of each link that is seen, and its action."""
        return [(start, action) for start, _, action in self._places]

    def on_click(self, event: events.Click) -> None:
        """Do what was clicked."""
        for start, end, action in self._places:
            if start <= event.x < end:
                event.stop()
                self.post_message(self.Pressed(action))
                return


class TabLine(OneLine):
    """The names of the panes of a narrow window; the open one is marked, and those beside it stay in sight."""

    def tabs(self, tabs: Sequence[tuple[str, Clean]], active: str) -> None:
        """Show names by action, one of them open."""
        self.show((), [Link(action, NOTHING, name, action == active) for action, name in tabs])

    def render_line(self, y: int) -> Strip:
        """Draw the names around the open one, as many as there is room for."""
        room = self.size.width
        active = next((index for index, link in enumerate(self._links) if link.strong), 0)
        first, last = self._window(active, room)
        line = [Piece(Clean("‹"), "dim")] if first > 0 else []
        taken = len(line)
        self._places = []
        for link in self._links[first:last]:
            words = Clean(f" {link.label} ") if self._is_roomy(room) else link.label
            name = Piece(words, "accent", "row") if link.strong else Piece(words, "dim")
            self._places.append((taken, taken + cells(name.text), link.action))
            taken += cells(name.text) + 1
            line += [name, Piece(Clean(" "))]
        if last < len(self._links):
            line.append(Piece(Clean("›"), "dim"))
        return strip(line, room, palette(self.app.theme_variables), self._ground)

    def _is_roomy(self, room: int) -> bool:
        """Tell whether there is room for all names with a space on either side."""
        return sum(cells(link.label) + 3 for link in self._links) <= room

    def _window(self, active: int, room: int) -> tuple[int, int]:
        """Return which names are shown: all, or as many before the open one as there is room for, then those after."""
        sizes = [cells(link.label) + 1 for link in self._links]
        if sum(sizes) - 1 <= room:
            return 0, len(sizes)
        room -= 2
        first = 0
        while first < active and sum(sizes[first : active + 1]) > room:
            first += 1
        last = active + 1
        while last < len(sizes) and sum(sizes[first : last + 1]) <= room:
            last += 1
        return first, last
