"""The base of every pane: lines of its own on Textual's line API, under a title that may hold tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text.clean import Clean
from tui.widgets.ink import NOTHING, Line, cells
from tui.widgets.ink import strip as draw_strip
from tui.widgets.theme import Ground, Palette, palette

_BETWEEN = "  "
_TITLE_STARTS = 3
"""Column of a border where Textual begins to write the title: corner, line, space."""


class Tab(NamedTuple):
    """One name in a pane's title; the active one says how many there are."""

    id: str
    label: Clean
    amount: Clean = NOTHING
    active: bool = True


class LineView(ScrollView, can_focus=True):
    """A pane that draws only the lines that are seen.

    A subclass sets :attr:`lines` and draws one in :meth:`line`. ``drawn`` counts the strips that were made, so that
    tests can hold it to what is visible.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineView {
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        overflow-y: auto;
    }
    """

    class TabChosen(Message):
        """A tab in the title was clicked."""

        def __init__(self, tab: str) -> None:
            """Say which."""
            self.tab = tab
            super().__init__()

    def __init__(self, *, id: str) -> None:
        """Make an empty pane."""
        super().__init__(id=id)
        self.drawn = 0
        self._tabs: Sequence[Tab] = ()
        self._strips: dict[object, Strip] = {}
        self._palette: Palette | None = None

    @property
    def palette(self) -> Palette:
        """The styles of the theme in use."""
        if self._palette is None:
            self._palette = palette(self.app.theme_variables)
        return self._palette

    @property
    def text_width(self) -> int:
        """How many cells a line has."""
        return max(self.scrollable_content_region.width, 0)

    @property
    def page(self) -> int:
        """How many lines are seen at once, at least one."""
        return max(self.scrollable_content_region.height, 1)

    def notify_style_update(self) -> None:
        """Draw everything afresh when the theme changes."""
        super().notify_style_update()
        self._palette = None
        self._strips.clear()

    def set_lines(self, count: int) -> None:
        """Say how many lines there are to scroll through."""
        self.virtual_size = Size(self.text_width, count)

    def forget_strips(self) -> None:
        """Draw what is seen again."""
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a visible line (Textual's way in)."""
        return self.line(y + self.scroll_offset.y, self.text_width)

    def line(self, y: int, width: int) -> Strip:
        """Draw line ``y`` of all; subclasses do."""
        raise NotImplementedError

    def draw(self, line: Line, width: int, ground: Ground = "page") -> Strip:
        """Make a strip, and count it."""
        self.drawn += 1
        return draw_strip(line, width, self.palette, ground)

    def reveal(self, first: int, last: int, context: int = 0) -> None:
        """Scroll as little as needed so that lines ``first`` to ``last`` are seen, with some lines around them."""
        top, page = self.scroll_offset.y, self.page
        context = min(context, max((page - 1) // 2, 0))
        if first - context < top or last - first >= page:
            top = first - context
        elif last + context >= top + page:
            top = last + context - page + 1
        self.scroll_to(y=max(top, 0), animate=False)

    def set_title(self, tabs: Sequence[Tab], note: Clean = NOTHING) -> None:
        """Write the title: the panes that share this place, or the one name; and a note in the bottom border.

        When they don't fit, first the counts go, then the other tabs' names.
        """
        self._tabs = tabs
        self.border_title = self._title()
        self.set_note(note)

    def set_note(self, note: Clean) -> None:
        """Write a note in the bottom border."""
        self.border_subtitle = Content(note)

    def _title(self) -> Content:
        room = max(self.size.width - 6, 0)
        inks = self.app.theme_variables
        parts: list[Content] = []
        for label, active in self._labels(room):
            style = "bold underline" if active and len(self._tabs) > 1 else "bold" if active else inks.get("dim", "")
            parts.append(Content.styled(label, style))
        return Content(_BETWEEN).join(parts)

    def _labels(self, room: int) -> list[tuple[Clean, bool]]:
        """Return what is written for each tab, as long as there is room for it."""
        full = [(Clean(f"{tab.label} {tab.amount}".strip()), tab.active) for tab in self._tabs]
        brief = [(full[i][0] if tab.active else tab.label, tab.active) for i, tab in enumerate(self._tabs)]
        names = [(tab.label, tab.active) for tab in self._tabs]
        for labels in (full, brief, names):
            if sum(cells(label) + len(_BETWEEN) for label, _ in labels) - len(_BETWEEN) <= room:
                return labels
        return [(tab.label, tab.active) for tab in self._tabs if tab.active]

    def on_resize(self) -> None:
        """Fit the title and the lines to the new width."""
        self._strips.clear()
        if self._tabs:
            self.border_title = self._title()

    def on_click(self, event: events.Click) -> None:
        """Follow a click on a tab in the title."""
        if event.y != 0 or not self.styles.border_top[0] or len(self._tabs) < 2:
            return
        place = event.x - _TITLE_STARTS
        for (label, _), tab in zip(self._labels(max(self.size.width - 6, 0)), self._tabs, strict=False):
            if 0 <= place < cells(label):
                event.stop()
                self.post_message(self.TabChosen(tab.id))
                return
            place -= cells(label) + len(_BETWEEN)
