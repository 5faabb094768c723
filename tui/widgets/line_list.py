"""The one list of the interface: a cursor over rows, drawn on the line API, so that 100,000 rows cost what 40 cost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from textual import events
from textual.message import Message

from tui.text.clean import Clean
from tui.widgets.ink import Line, Piece
from tui.widgets.line_view import LineView
from tui.widgets.rows import NoRows, Rows
from tui.widgets.theme import Ground

GUTTER = 2
"""Columns before a row: the cursor's bar and the mark."""
MARGIN = 1
"""Columns after a row."""
_CURSOR, _MARK, _SPACE = Clean("▌"), Clean("●"), Clean(" ")
_KEPT_ROWS = 400


class LineList(LineView):
    """A list with one current row, which shows its text in full, and marked rows.

    Posts :class:`Moved` when another row becomes current by the user's doing, and :class:`Chosen` on enter or a click
    on the current row.
    """

    class Moved(Message):
        """Another row is current."""

        def __init__(self, pane: LineList, row: str) -> None:
            """Say which."""
            self.pane, self.row = pane, row
            super().__init__()

    class Chosen(Message):
        """The current row was chosen."""

        def __init__(self, pane: LineList, row: str) -> None:
            """Say which."""
            self.pane, self.row = pane, row
            super().__init__()

    class HeadChosen(Message):
        """The line above the rows was clicked."""

        def __init__(self, pane: LineList, cell: int) -> None:
            """Say at which cell of it."""
            self.pane, self.cell = pane, cell
            super().__init__()

    def __init__(self, *, id: str, framed: bool = True, always_strong: bool = False) -> None:
        """Make an empty list; ``always_strong`` draws the cursor as if it had the focus (beside a line to type in)."""
        super().__init__(id=id, framed=framed)
        self.rows: Rows = NoRows()
        self.marked: frozenset[str] = frozenset()
        self._current = -1
        self._always_strong = always_strong
        self._offsets: Sequence[int] = (0,)
        self._grown = 0
        self._width = -1
        self._lines: dict[tuple[int, bool], Sequence[Line]] = {}

    @property
    def current(self) -> str:
        """The id of the current row; empty when there is none."""
        return self.rows.ids[self._current] if 0 <= self._current < len(self.rows.ids) else ""

    def show(self, rows: Rows, current: str = "", *, stay: bool = False) -> None:
        """Show other rows, with the cursor on ``current`` or else on the first that can have it.

        With ``stay`` the cursor's row, or the one that has come to its place, stays on the same line of the screen.
        """
        place, line = self._current, self._line_of_current()
        self.rows = rows
        self._current = rows.place(current) if current else -1
        if self._current < 0:
            self._current = self._near(place) if stay else self._near(0)
        self._measure()
        if stay and line is not None and self._is_measured and self._current >= 0:
            self.scroll(self._offsets[self._current] - line)
        self._reveal()

    def _line_of_current(self) -> int | None:
        """Return on which line of the pane the current row begins."""
        known = self._is_measured and 0 <= self._current < len(self._offsets) - 1
        return self._offsets[self._current] - self.top if known else None

    def _near(self, place: int) -> int:
        """Return the row that can have the cursor at a place or after it, else before it; -1 where there is none."""
        ids = self.rows.ids
        place = max(place, 0)
        after = (index for index in range(place, len(ids)) if ids[index])
        before = (index for index in range(min(place, len(ids)) - 1, -1, -1) if ids[index])
        return next(after, next(before, -1))

    def mark(self, marked: frozenset[str]) -> None:
        """Show which rows are marked."""
        if marked != self.marked:
            self.marked = marked
            self.forget_strips()

    def go(self, row: str) -> bool:
        """Put the cursor on a row; tell whether it is there. No message is posted."""
        index = self.rows.place(row)
        if index >= 0:
            self._set(index)
        return index >= 0

    def redraw(self) -> None:
        """Draw the rows that are seen afresh, because what they say has changed, but not how high they are."""
        self._lines.clear()
        self.forget_strips()

    # Measuring

    def _measure(self) -> None:
        """Work out where each row begins, for the width there is."""
        self._width = self.text_width
        self._lines.clear()
        self._strips.clear()
        head = self.rows.head(self.row_width) if self._width > 0 else ()
        self.set_head([Piece(Clean(" " * GUTTER)), *head] if head else ())
        self._offsets = self.rows.offsets(self.row_width) if self._width > 0 else (0,)
        self._grow()
        self.refresh()

    @property
    def _is_measured(self) -> bool:
        """Whether it is known where rows begin: not while the pane has no room at all."""
        return len(self._offsets) == len(self.rows.ids) + 1

    @property
    def row_width(self) -> int:
        """How many cells a row has: beside the cursor's bar and the mark."""
        return max(self._width - GUTTER - MARGIN, 1)

    def _grow(self) -> None:
        """Make room for the current row in full."""
        self._grown = 0
        if self._is_measured and self._current >= 0:
            usual = self._offsets[self._current + 1] - self._offsets[self._current]
            self._grown = len(self._row_lines(self._current)) - usual
        self.set_lines(self._offsets[-1] + self._grown)

    def _row_lines(self, index: int) -> Sequence[Line]:
        key = (index, index == self._current)
        if key not in self._lines:
            if len(self._lines) > _KEPT_ROWS:
                self._lines.clear()
            self._lines[key] = self.rows.lines(index, self.row_width, index == self._current)
        return self._lines[key]

    def _top(self, index: int) -> int:
        """Return the line on which a row begins."""
        return self._offsets[index] + (self._grown if index > self._current else 0)

    def _at(self, y: int) -> int:
        """Return the row that a line belongs to, or -1."""
        if not self._is_measured:
            return -1
        if self._current >= 0 and y >= self._offsets[self._current]:
            if y < self._offsets[self._current + 1] + self._grown:
                return self._current
            y -= self._grown
        index = bisect_right(self._offsets, y) - 1
        return index if 0 <= index < len(self._offsets) - 1 else -1

    # Drawing

    def prepare(self, width: int) -> None:
        """Measure for the width there is."""
        if width != self._width:
            self._measure()

    def line(self, y: int) -> tuple[Line, Ground]:
        """Return a line of the row that it belongs to."""
        index = self._at(y)
        if index < 0:
            return (), "page"
        row, nth = self._row_lines(index), y - self._top(index)
        strong = self.has_focus or self._always_strong
        current, marked = index == self._current, self.rows.ids[index] in self.marked
        gutter = [
            Piece(_CURSOR if current else _SPACE, "accent" if strong else "dim"),
            Piece(_MARK if marked and nth == 0 else _SPACE, "accent"),
        ]
        ground: Ground = ("row" if strong else "row-idle") if current else "page"
        return [*gutter, *(row[nth] if nth < len(row) else ())], ground

    # Moving

    def _set(self, index: int) -> None:
        """Make a row the current one and bring it into sight."""
        if index == self._current:
            return
        self._current = index
        self._lines.clear()
        self._strips.clear()
        if self._width > 0:
            self._grow()
        self.refresh()
        self._reveal()

    def _reveal(self) -> None:
        """Scroll to the current row, and to its heading when it is the first below one."""
        if self._current < 0 or not self._is_measured or self.size.height == 0:
            return
        first = self._current
        while first > 0 and not self.rows.ids[first - 1]:
            first -= 1
        last_line = self._offsets[self._current + 1] + self._grown - 1
        top = self._offsets[first]
        if last_line - top >= self.page:
            top = self._offsets[self._current]
        self.reveal(top, last_line)

    def _step(self, by: int) -> None:
        """Move over so many rows, headings not counted."""
        ids, index, left = self.rows.ids, self._current, abs(by)
        step = 1 if by > 0 else -1
        place = index
        while left and 0 <= place + step < len(ids):
            place += step
            if ids[place]:
                index, left = place, left - 1
        self._move(index)

    def _move(self, index: int) -> None:
        if index != self._current and 0 <= index < len(self.rows.ids):
            self._set(index)
            self.post_message(self.Moved(self, self.current))

    def _page(self, by: int) -> None:
        """Move so many half pages."""
        if self._current < 0 or not self._is_measured:
            self.scroll(self.top + by * max(self.page // 2, 1))
            return
        y = self._offsets[self._current] + by * max(self.page // 2, 1)
        index = bisect_right(self._offsets, min(max(y, 0), self._offsets[-1] - 1)) - 1
        if abs(index - self._current) < 1:
            self._step(by)
            return
        step = 1 if by > 0 else -1
        while 0 <= index + step < len(self.rows.ids) and not self.rows.ids[index]:
            index += step
        self._move(index if self.rows.ids[index] else self._current)

    def do_down(self, count: int) -> None:
        """Move down."""
        self._step(count)

    def do_up(self, count: int) -> None:
        """Move up."""
        self._step(-count)

    def do_page_down(self, count: int) -> None:
        """Move down half a page."""
        self._page(count)

    def do_page_up(self, count: int) -> None:
        """Move up half a page."""
        self._page(-count)

    def do_first(self, count: int) -> None:
        """Move to the first row."""
        self._move(next((index for index, row in enumerate(self.rows.ids) if row), -1))

    def do_last(self, count: int) -> None:
        """Move to the last row."""
        ids = self.rows.ids
        self._move(next((index for index in range(len(ids) - 1, -1, -1) if ids[index]), -1))

    def do_choose(self, count: int) -> None:
        """Choose the current row."""
        if self.current:
            self.post_message(self.Chosen(self, self.current))

    # What Textual tells

    def on_resize(self) -> None:
        """Measure for the new width and keep the current row in sight."""
        if self.text_width != self._width:
            self._measure()
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Make the row under the mouse current; choose it when it is so already."""
        head = self.head_cell(event)
        if head is not None:
            event.stop()
            self.post_message(self.HeadChosen(self, head - GUTTER))
            return
        cell = self.cell(event)
        index = self._at(cell[1]) if cell else -1
        if index < 0 or not self.rows.ids[index]:
            return
        if index == self._current:
            self.do_choose(1)
        else:
            self._move(index)
