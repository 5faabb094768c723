"""A table beside its details, or above them, or alone: the panes of a screen that shows things of all sessions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.actions import Place
from tui.library import Library
from tui.library.userdata import UserData
from tui.messages import say, say_many
from tui.screens.footer import links
from tui.screens.selecting import SelectingScreen
from tui.screens.table_state import Opened, TableState
from tui.text.clean import Clean
from tui.widgets.ink import NOTHING, Piece, cells
from tui.widgets.line_list import LineList
from tui.widgets.one_line import OneLine
from tui.widgets.table_rows import TableRows
from tui.widgets.typed_line import TypedLine
from tui.widgets.wording import number

if TYPE_CHECKING:
    from tui.screens.marks import Pointed

BESIDE = 110
"""Fewest columns for details beside the table."""
BELOW = 28
"""Fewest rows for details below it in a narrower window; in a smaller one they are a page of their own."""
FRAMED = 60
"""Fewest columns for frames."""

Mode = Literal["beside", "below", "page"]


class TablePanes(SelectingScreen[Opened | None]):
    """Owns where the focus is. A subclass says what is in the panes, and what is pointed at and marked in them."""

    CSS_PATH = Path(__file__).with_name("table.tcss")
    CALLED: ClassVar[str]
    """A message: what the table is called."""
    HINT: ClassVar[str]
    """A message: what can be typed into the filter line."""

    def __init__(self, library: Library, user: UserData, state: TableState) -> None:
        """Take the library, the user's data, and what the table showed last; it is kept up to date."""
        super().__init__()
        self.library, self.user, self.state = library, user, state
        self.table = LineList(id="table")
        self.details = LineList(id="details")
        self.mode: Mode = "beside"
        self.line = TypedLine(id="filter-line", placeholder=say(self.HINT), value=state.words)
        self._count = OneLine(id="filter-count")
        self._told = OneLine(id="table-told")
        self._keys = OneLine(id="keys")
        self._notice = NOTHING

    def pointed_in_table(self, row: str) -> Pointed | None:
        """Return what an action means on a row of the table."""
        return None

    def pointed_in_detail(self, row: str) -> Pointed | None:
        """Return what an action means on a row of the details."""
        return None

    def marked_rows(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return which rows of the table and which of the details are marked."""
        return frozenset(), frozenset()

    # Layout

    def compose(self) -> ComposeResult:
        """Lay out the filter line, the table, the details and the keys."""
        with Horizontal(id="filter"):
            prompt, words = OneLine(id="filter-prompt"), Clean(f" {say(self.CALLED)} ")
            prompt.show([Piece(words, "strong"), Piece(Clean("\\ "), "accent")])
            prompt.styles.width = cells(words) + 2
            yield prompt
            yield self.line
            yield self._count
        yield self._told
        with Horizontal(id="table-body"):
            yield self.table
            yield self.details
        yield self._keys

    def on_resize(self, event: events.Resize) -> None:
        """Put the details where there is room for them."""
        columns, rows = event.size
        self.mode = "beside" if columns >= BESIDE else "below" if rows >= BELOW else "page"
        self.set_class(self.mode == "below", "-below")
        self.set_class(columns < FRAMED, "-page")
        for pane in (self.table, self.details):
            pane.set_framed(columns >= FRAMED)
        self._keys.display = rows >= 4
        self._show_panes()

    def _show_panes(self) -> None:
        """Show table and details, or one of them where there is no room for both."""
        self.table.display = self.mode != "page" or not self.state.in_detail
        self.details.display = self.mode != "page" or self.state.in_detail
        rows = self.table.rows
        if isinstance(rows, TableRows) and rows.tells_all != (self.mode == "page"):
            rows.tells_all = self.mode == "page"
            self.table.show(rows, self.table.current)

    def go(self, pane: Literal["table", "details"]) -> None:
        """Give the table or the details the focus."""
        self.state.in_detail = pane == "details" and bool(self.table.current)
        self._show_panes()
        self.set_focus(self.details if self.state.in_detail else self.table)

    @property
    def place(self) -> Place:
        """Where keys go."""
        return "filter" if self.is_typing else "details" if self.state.in_detail else "table"

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus when the mouse moves it, and name the keys of what has it."""
        if event.widget in (self.table, self.details):
            self.state.in_detail = event.widget is self.details
            self._show_panes()
        self.show_keys()

    def do_detail(self, times: int) -> None:
        """Go to the details."""
        self.go("details")

    def do_table(self, times: int) -> None:
        """Go to the table."""
        self.go("table")

    def do_filter(self, times: int) -> None:
        """Go to the filter line."""
        self.set_focus(self.line)
        self.line.cursor_position = len(self.line.value)

    def do_down(self, times: int) -> None:
        """Go from the filter line to the table."""
        self.go("table")

    def do_choose(self, times: int) -> None:
        """Go from the filter line to the table."""
        self.go("table")

    # The selection

    def pointed_at(self) -> Pointed | None:
        """Return what an action means now."""
        if self.state.in_detail:
            return self.pointed_in_detail(self.details.current) if self.details.current else None
        return self.pointed_in_table(self.table.current) if self.table.current else None

    def show_marks(self) -> None:
        """Show what is marked."""
        rows, details = self.marked_rows()
        self.table.mark(rows)
        self.details.mark(details)
        self.show_keys()

    def mark_done(self) -> None:
        """Go to the next row."""
        (self.details if self.state.in_detail else self.table).do_down(1)

    # What is told

    def show_count(self, found: int, total: int, *, whole: bool) -> None:
        """Say how many rows are left, and of how many; nothing while that is not known."""
        few = say("{found} of {total}", found=number(found), total=number(total))
        words = Clean("…") if not whole else number(total) if found == total else few
        self._count.show((), (), [Piece(Clean(f"{words} "), "dim")])

    def warn(self, words: Clean) -> None:
        """Say in a line of its own what is wrong; without words there is no such line."""
        self._told.display = bool(words)
        self._told.show([Piece(Clean(f" ! {words}"), "warning")])

    def show_keys(self) -> None:
        """Name the keys of what has the focus."""
        count = len(self.user.marks())
        told = [Piece(Clean(f" {self._notice} "), "strong")] if self._notice else []
        if count and not told:
            told = [Piece(Clean(f" {say_many('{count} marked', '{count} marked', count)} "), "accent")]
        self._keys.show((), links(self.place, self.rebound), told)

    def notice(self, words: Clean) -> None:
        """Say something in the line of keys, until another row is looked at."""
        self._notice = words
        self.show_keys()
