"""The base of every pane: lines of its own on Textual's line API, in a frame whose right edge shows where one is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.text.clean import Clean
from tui.widgets.ink import NOTHING, Line, Piece, cells, shorten, width
from tui.widgets.ink import strip as draw_strip
from tui.widgets.theme import Ground, Ink, Palette, palette

_TITLE_STARTS = 3
"""Column in which the title begins: after corner, line and space."""
_BETWEEN = Clean("  ")
_SPACE = Clean(" ")
_PAGES_KEPT = 6
"""Pages of strips that are kept."""
WHEEL = 3
"""Lines that a notch of the wheel scrolls."""


class Frame(NamedTuple):
    """The characters and inks of a frame: corners clockwise from the upper left, lines, and where one is."""

    corners: Clean
    across: Clean
    down: Clean
    thumb: Clean
    ink: Ink
    title: Ink
    note: Ink


_IDLE = Frame(Clean("╭╮╯╰"), Clean("─"), Clean("│"), Clean("┃"), "faint", "strong", "dim")
_FOCUSED = Frame(Clean("┏┓┛┗"), Clean("━"), Clean("┃"), Clean("█"), "accent", "accent", "text")


class Tab(NamedTuple):
    """One name in a pane's title; the active one says how many there are."""

    id: str
    label: Clean
    amount: Clean = NOTHING
    active: bool = True


class LineView(Widget, can_focus=True):
    """A pane that draws only the lines that are seen.

    A subclass says how many lines there are with :meth:`set_lines` and what is on one in :meth:`line`. Strips are kept
    until :meth:`forget_strips`; ``drawn`` counts those that were made, so that tests can hold it to what is visible.
    """

    ALLOW_SELECT = False

    class TabChosen(Message):
        """A tab in the title was clicked."""

        def __init__(self, tab: str) -> None:
            """Say which."""
            self.tab = tab
            super().__init__()

    def __init__(self, *, id: str, framed: bool = True) -> None:
        """Make an empty pane, with a frame or (in narrow windows, and in windows that have one) without."""
        super().__init__(id=id)
        self.framed = framed
        self.drawn = 0
        self.top = 0
        """The first line that is seen."""
        self._count = 0
        self._head: Line = ()
        self._tabs: Sequence[Tab] = ()
        self._note = NOTHING
        self._strips: dict[tuple[int, Piece], Strip] = {}
        self._palette: Palette | None = None
        self._room = Size()
        """The size, for as long as lines are drawn: Textual's own property is too slow to be asked for each."""

    @property
    def palette(self) -> Palette:
        """The styles of the theme in use."""
        if self._palette is None:
            self._palette = palette(self.app.theme_variables)
        return self._palette

    @property
    def text_width(self) -> int:
        """How many cells a line has: beside the frame, or the column that shows where one is."""
        return self._width_of(self.size)

    @property
    def page(self) -> int:
        """How many lines are seen at once, at least one."""
        return self._page_of(self.size)

    def _width_of(self, size: Size) -> int:
        return max(size.width - (2 if self.framed else 1), 0)

    def _page_of(self, size: Size) -> int:
        return max(size.height - (2 if self.framed else 0) - self._above, 1)

    @property
    def _above(self) -> int:
        """How many rows the line takes that stays above the others."""
        return 1 if self._head else 0

    def set_head(self, head: Line) -> None:
        """Write a line that stays above the others while these are scrolled; an empty one takes no room."""
        if head != self._head:
            self._head = head
            self.forget_strips()
            self.scroll(self.top)

    def set_framed(self, framed: bool) -> None:
        """Draw a frame or not."""
        if framed != self.framed:
            self.framed = framed
            self.forget_strips()

    # Lines

    def set_lines(self, count: int) -> None:
        """Say how many lines there are to scroll through."""
        self._count = count
        self.scroll(self.top)

    def scroll(self, top: int) -> None:
        """Make a line the first that is seen, or the nearest that can be."""
        top = min(max(top, 0), max(self._count - self.page, 0))
        if top != self.top:
            self.top = top
            self.scrolled()
            self.refresh()

    def scrolled(self) -> None:
        """Hear that other lines are seen; subclasses may act on it."""

    def reveal(self, first: int, last: int, context: int = 0) -> None:
        """Scroll as little as needed so that lines ``first`` to ``last`` are seen, with some lines around them."""
        top, page = self.top, self.page
        context = min(context, max((page - 1) // 2, 0))
        if first - context < top or last - first >= page:
            top = first - context
        elif last + context >= top + page:
            top = last + context - page + 1
        self.scroll(top)

    def forget_strips(self) -> None:
        """Draw what is seen again."""
        self._strips.clear()
        self.refresh()

    def forget_lines(self, first: int, last: int) -> None:
        """Draw some lines again, the last one included, as far as they are seen."""
        for key in [key for key in self._strips if first <= key[0] <= last]:
            del self._strips[key]
        frame = 1 if self.framed else 0
        self.refresh(Region(0, first - self.top + frame, self.size.width, last - first + 1))

    def line(self, y: int) -> tuple[Line, Ground]:
        """Return what is on line ``y`` of all, and its ground; subclasses do."""
        raise NotImplementedError

    def prepare(self, width: int) -> None:
        """Get ready to draw lines of so many cells; subclasses may."""

    # The frame

    @property
    def _frame(self) -> Frame:
        return _FOCUSED if self.has_focus else _IDLE

    def _edge(self, row: int) -> Piece:
        """Return the right edge of a row: thick where the lines that are seen lie among all."""
        frame, page = self._frame, self._page_of(self._room)
        if self._count > page:
            size = max(page * page // self._count, 1)
            place = self.top * (page - size) // max(self._count - page, 1)
            if place <= row < place + size:
                return Piece(frame.thumb, "dim" if frame is _IDLE else frame.ink)
        return Piece(frame.down if self.framed else _SPACE, frame.ink)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows of the pane (Textual's way in); they are whole already, so that no style is added to them."""
        self._begin()
        strips = [self._row(y) for y in crop.line_range]
        background = self.background_colors[1]
        for each in self.get_line_filters():
            strips = [strip.apply_filter(each, background) for strip in strips]
        if crop.column_span != (0, self._room.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """Draw one row of the pane."""
        self._begin()
        return self._row(y)

    def _begin(self) -> None:
        self._room = self.size
        self.prepare(self._width_of(self._room))
        if len(self._strips) > _PAGES_KEPT * self._room.height:
            self._strips.clear()

    def _row(self, row: int) -> Strip:
        if self.framed and row in (0, self._room.height - 1):
            return self._border((), lower=True) if row else self._border(self._title(), lower=False)
        row -= 1 if self.framed else 0
        left = Piece(self._frame.down, self._frame.ink) if self.framed else None
        if self._head and row == 0:
            right = Piece(self._frame.down if self.framed else _SPACE, self._frame.ink)
            return draw_strip(self._head, self._width_of(self._room), self.palette, "bar", (left, right))
        row -= self._above
        y, edge = self.top + row, self._edge(row)
        key = y, edge
        if key not in self._strips:
            self.drawn += 1
            line, ground = self.line(y) if y < self._count else ((), "page")
            room = self._width_of(self._room)
            self._strips[key] = draw_strip(line, room, self.palette, ground, (left, edge))
        return self._strips[key]

    def _border(self, title: Line, lower: bool) -> Strip:
        """Return the upper border with the title, or the lower one with the note to the right."""
        frame, room = self._frame, self._room.width
        left, right = (frame.corners[3], frame.corners[2]) if lower else (frame.corners[0], frame.corners[1])
        note = shorten(self._note, room - 6) if lower else NOTHING
        words: Line = [Piece(Clean(" ")), *title, Piece(Clean(" "))] if title else []
        told: Line = [Piece(Clean(f" {note} "), frame.note)] if note else []
        rest = max(room - 4 - width(words) - width(told), 0)
        line = [
            Piece(Clean(left + frame.across), frame.ink),
            *words,
            Piece(Clean(frame.across * rest), frame.ink),
            *told,
            Piece(Clean(frame.across + right), frame.ink),
        ]
        return draw_strip(line, room, self.palette)

    def set_title(self, tabs: Sequence[Tab], note: Clean = NOTHING) -> None:
        """Write the title: the panes that share this place, or the one name; and a note in the lower border.

        When they don't fit, first the counts go, then the other tabs' names.
        """
        if (tabs, note) != (self._tabs, self._note):
            self._tabs, self._note = tabs, note
            width, height = self.size
            self.refresh(Region(0, 0, width, 1), Region(0, max(height - 1, 0), width, 1))

    def set_note(self, note: Clean) -> None:
        """Write a note in the lower border."""
        self.set_title(self._tabs, note)

    def _title(self) -> Line:
        room = max(self.size.width - 2 * _TITLE_STARTS, 0)
        active = self._frame.title
        parts: list[Piece] = []
        for label, is_active in self._labels(room):
            parts += [Piece(_BETWEEN)] if parts else []
            parts.append(Piece(shorten(label, room), active if is_active else "dim"))
        return parts

    def _labels(self, room: int) -> list[tuple[Clean, bool]]:
        """Return what is written for each tab, as long as there is room for it."""
        full = [(Clean(f"{tab.label} {tab.amount}".strip()), tab.active) for tab in self._tabs]
        brief = [(full[i][0] if tab.active else tab.label, tab.active) for i, tab in enumerate(self._tabs)]
        names = [(tab.label, tab.active) for tab in self._tabs]
        for labels in (full, brief, names):
            if sum(cells(label) + len(_BETWEEN) for label, _ in labels) - len(_BETWEEN) <= room:
                return labels
        return [(tab.label, tab.active) for tab in self._tabs if tab.active]

    # What Textual tells

    def notify_style_update(self) -> None:
        """Draw everything afresh when the theme changes."""
        super().notify_style_update()
        self._palette = None
        self._strips.clear()

    def cell(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """Return the column and the line under the mouse, None on the frame and on the line that stays."""
        frame = 1 if self.framed else 0
        column, row = event.x - frame, event.y - frame - self._above
        return (column, self.top + row) if 0 <= column < self.text_width and 0 <= row < self.page else None

    def head_cell(self, event: events.MouseEvent) -> int | None:
        """Return the column under the mouse in the line that stays above the others, None elsewhere."""
        frame = 1 if self.framed else 0
        return event.x - frame if self._head and event.y == frame and 0 <= event.x - frame < self.text_width else None

    def on_focus(self) -> None:
        """Draw the frame and the cursor strongly."""
        self.forget_strips()

    def on_blur(self) -> None:
        """Draw the frame and the cursor faintly."""
        self.forget_strips()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._strips.clear()
        self.scroll(self.top)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self.scroll(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self.scroll(self.top - WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Follow a click on a tab in the title, or on the right edge to that part of the lines."""
        if event.x == self.size.width - 1 and self._count > self.page:
            self.scroll(event.y * self._count // max(self.size.height, 1) - self.page // 2)
        if not self.framed or event.y != 0 or len(self._tabs) < 2:
            return
        chosen = [name for start, name in self.tab_places() if start <= event.x]
        if chosen and event.x >= _TITLE_STARTS:
            event.stop()
            self.post_message(self.TabChosen(chosen[-1]))

    def tab_places(self) -> list[tuple[int, str]]:
        """Return the column of each name in the title, where several panes share the place, and its tab's id."""
        if not self.framed or len(self._tabs) < 2:
            return []
        labels = self._labels(self.size.width - 2 * _TITLE_STARTS)
        tabs = self._tabs if len(labels) == len(self._tabs) else [tab for tab in self._tabs if tab.active]
        places, column = [], _TITLE_STARTS
        for (label, _), tab in zip(labels, tabs, strict=True):
            places.append((column, tab.id))
            column += cells(label) + len(_BETWEEN)
        return places
