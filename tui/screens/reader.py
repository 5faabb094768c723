"""The reader: reading, with marks, copying and export, and the search that leads from place to place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.actions import SIDE
from tui.library import Document, Library
from tui.library.userdata import UserData
from tui.messages import say_many
from tui.screens.windows import WindowsScreen
from tui.widgets.ink import Piece

if TYPE_CHECKING:
    from tui.screens.marks import Pointed
    from tui.screens.walk import Walk


class ReaderScreen(WindowsScreen):
    """Owns the selection: what is marked in this article and in others."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take an opened library and the user's data."""
        super().__init__(library, user)
        self._walk: Walk | None = None

    def refresh_library(self) -> None:
        """Bring the library up to date, in a thread; then have ready what the first search needs."""
        super().refresh_library()
        if not self.stopped:
            self.searcher.prepare().snapshot()

    # The selection

    def pointed_at(self) -> Pointed | None:
        """Return what an action means now: selected words, the current row, or the paragraph at the cursor."""
        from tui.screens import marks  # noqa: PLC0415 - needs export, which is not for the first paint

        if self.reading is None:
            return None
        selected = self.text.selection
        if selected and selected[0] < selected[1]:
            return marks.passage_of(self.reading, selected)
        if self.active in SIDE:
            return marks.part_of(self.reading, self.lists[self.active].current)
        if self.active == "sessions":
            return marks.session_of(self.reading)
        each = self.text.paragraph
        return marks.passage_of(self.reading, (each.start, each.end)) if each else None

    def opened(self) -> Document | None:
        """Return the open article."""
        return self.reading.document if self.reading else None

    def mark_done(self) -> None:
        """Give up the selection in the text, or go to the next row."""
        if self.text.selection:
            self.text.select_nothing()
        elif self.active != "text":
            self.lists[self.active].do_down(1)

    def show_marks(self) -> None:
        """Show in all panes what is marked."""
        count = len(self.user.marks())
        if count or self.marked:
            ids, passages = self.marks.in_article(self.reading) if self.reading else (frozenset(), ())
            for place in SIDE:
                self.lists[place].mark(ids)
            self.lists["sessions"].mark(self.marks.sessions())
            self.text.mark([self.reading.view.span(*place) for place in passages] if self.reading else [])
        self.marked = [Piece(say_many("{count} marked", "{count} marked", count), "accent")] if count else []
        self.show_chrome()

    def show_lists(self) -> None:
        """Show the lists of the open article, and what is marked in them."""
        super().show_lists()
        self.show_marks()

    def on_text_pane_selected(self) -> None:
        """Copy what the mouse has selected."""
        self.do_copy(1)

    # Searching

    def do_search(self, times: int) -> None:
        """Search over everything; the last query, and the hit that one is at, are there again."""
        from tui.screens.search import SearchScreen  # noqa: PLC0415 - not needed before the first paint

        query, row = (self._walk.results.query, self._walk.row) if self._walk else ("", "")
        self.app.push_screen(SearchScreen(self.library, self.user, self.searcher, query, row), self._go_to)

    def do_recent(self, times: int) -> None:
        """Choose from recent and kept searches."""
        from tui.screens.searches import SearchesScreen  # noqa: PLC0415 - not needed before the first paint

        self.app.push_screen(SearchesScreen(self.user), self._search_again)

    def _search_again(self, query: str | None) -> None:
        from tui.screens.search import SearchScreen  # noqa: PLC0415 - not needed before the first paint

        if query:
            self.app.push_screen(SearchScreen(self.library, self.user, self.searcher, query), self._go_to)

    def _go_to(self, walk: Walk | None) -> None:
        """Open what was found, at its place, with the words that matched."""
        from tui.screens.search import matches  # noqa: PLC0415 - loaded by now

        self.show_newer_record()
        if walk is None:
            return
        self._walk, hit = walk, walk.hit
        if self.shelf.current is None or self.shelf.current.path != hit.path:
            self.lists["sessions"].go(hit.path)
            self.open(hit.path, hit.start)
        if self.reading is not None:
            start, end = self.reading.view.span(hit.start, hit.end)
            self.control.show_hit(walk.results.query, matches(self.reading, hit), start, walk.note)
            self.text.jump(start, end)
            self._note()
        else:  # it is gone; the next hit can still be gone to
            self.control.led_here = walk.note
        self.go("text")

    def do_next_match(self, times: int) -> None:
        """Go on: to the next hit of the search that led here, else to the next match or place in the text."""
        if self.control.led_here and self._walk:
            self._go_to(self._walk.step(times))
        else:
            super().do_next_match(times)
