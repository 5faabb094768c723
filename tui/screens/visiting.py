"""From the reader to the tables of all sessions, from these to a place in a text, and by escape back to the table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.library import Library
from tui.library.userdata import UserData
from tui.messages import say
from tui.model import Person
from tui.screens.table_state import Opened, TableState
from tui.screens.uniting import UnitingScreen
from tui.text.clean import Clean

if TYPE_CHECKING:
    from tui.library.overview import Across
    from tui.screens.searcher import Searcher
    from tui.screens.table import TableScreen


class VisitingScreen(UnitingScreen):
    """Remembers what each table showed when it was left, and which one led to the open article."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take an opened library and the user's data."""
        super().__init__(library, user)
        self._states: defaultdict[str, TableState] = defaultdict(TableState)
        self._way_back: Callable[[], None] | None = None

    @cached_property
    def searcher(self) -> Searcher:
        """The index, made when it is first needed."""
        from tui.screens.searcher import Searcher  # noqa: PLC0415 - not needed before the first paint

        return Searcher(self.library, self.user)

    def do_all_people(self, times: int) -> None:
        """Show the people of all sessions; from a participant, that one."""
        state = self._states["people"]
        person = self.reading.item(self.lists["people"].current) if self.reading and self.active == "people" else None
        if self.reading and isinstance(person, Person):
            numbers = self.library.index.tables.people_of(self.reading.document.article_key)
            state.words, state.row = "", str(numbers.get(person.id, ""))
        self._visit_people()

    def _visit_people(self) -> None:
        from tui.screens.people import PeopleScreen  # noqa: PLC0415 - not needed before the first paint

        prepare = self.searcher.prepare
        self.visit(PeopleScreen(self.library, self.user, self._states["people"], prepare), self._visit_people)

    def do_compare(self, times: int) -> None:
        """Compare the articles about a session."""
        current = self.session_meant
        keys = self.shelf.together(current.article_key) if current else ()
        if len(keys) < 2:
            self.notice(say("Only this article is known to report its session; = in the list of sessions joins others"))
            return
        self._states["comparison"] = TableState()
        self._visit_comparison(keys)

    def _visit_comparison(self, keys: Sequence[str]) -> None:
        from tui.screens.comparison import ComparisonScreen  # noqa: PLC0415 - not needed before the first paint

        table = ComparisonScreen(self.library, self.user, self._states["comparison"], keys)
        self.visit(table, lambda: self._visit_comparison(keys))

    @cached_property
    def across(self) -> Across:
        """What holds across the library, worked out when it is first needed."""
        from tui.library.overview import Across  # noqa: PLC0415 - not needed before the first paint

        return Across(self.library)

    def do_all_figures(self, times: int) -> None:
        """Show the figures of all sessions."""
        from tui.screens.figures import FiguresScreen  # noqa: PLC0415 - not needed before the first paint

        table = FiguresScreen(self.library, self.user, self._states["figures"], self.across, self.searcher.prepare)
        self.visit(table, lambda: self.do_all_figures(1))

    def do_all_requests(self, times: int) -> None:
        """Show the requests of all sessions."""
        from tui.screens.requests import RequestsScreen  # noqa: PLC0415 - not needed before the first paint

        table = RequestsScreen(self.library, self.user, self._states["requests"], self.across, self.searcher.prepare)
        self.visit(table, lambda: self.do_all_requests(1))

    def visit(self, table: TableScreen, again: Callable[[], None]) -> None:
        """Show a table; ``again`` shows it once more as it was left, when one comes back from what it opened."""

        def opened(where: Opened | None) -> None:
            self.show_newer_record()
            self.decided()
            if where is not None and self.open_place(where):
                self._way_back = again
                self.notice(say("{key} goes back to the table", key=Clean("esc")))

        self.app.push_screen(table, opened)

    def open(self, path: str, offset: int | None = None) -> None:
        """Open an article; from one that no table led to there is no way back to a table."""
        self._way_back = None
        super().open(path, offset)

    def open_place(self, where: Opened) -> bool:
        """Open an article at a place of its text; tell whether the library still has it."""
        path = self.shelf.path_of(where.article_key)
        if not path:
            self.notice(say("This article is not in the library any more"))
            return False
        self.lists["sessions"].go(path)
        self.open(path, where.start)
        if self.reading is not None:
            self.control.show_place(*self.reading.view.span(where.start, where.end))
            self._note()
        self.go("text")
        return self.reading is not None

    def do_back(self, times: int) -> None:
        """Go back to the table that led here, or else from what is looked at to the text."""
        if self._way_back is None or self.finder or self.text.selection:
            super().do_back(times)
            return
        again, self._way_back = self._way_back, None
        again()
