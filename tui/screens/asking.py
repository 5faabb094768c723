"""Asking: a query as it is typed, answered in threads; whatever comes late for what is typed by now is not shown."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Input

from tui.library import Library
from tui.library.userdata import UserData, UserDataError
from tui.messages import say, say_many
from tui.screens.base import Result
from tui.screens.searcher import Searcher
from tui.screens.selecting import SelectingScreen
from tui.search.editing import Condition, conditions, toggled, without_last, without_nth
from tui.search.query import parse
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import Piece
from tui.widgets.one_line import Link, OneLine
from tui.widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.questions import Step
    from tui.search.results import Results

PATIENCE = 0.02
"""Seconds after which what was found so far is shown; what is quicker is shown at once, without flicker."""
_REMOVE = "without:"
"""What begins the action of a chip: to take away the condition of that number."""


class AskingScreen(SelectingScreen[Result]):
    """Owns the query: the line that it is typed in, its conditions as chips, and what is said about it.

    No key waits for a search: each query is answered in a thread, which ends early when another one is typed.
    """

    class Answered(Message):
        """Something of a query was answered."""

        def __init__(self, number: int, results: Results) -> None:
            """Say which query, counted, and what was found so far."""
            self.number, self.results = number, results
            super().__init__()

    def __init__(self, library: Library, user: UserData, searcher: Searcher, query: str) -> None:
        """Take where to search, the user's data, and a query to go on from."""
        super().__init__(awaits_line=True)
        self.library, self.user, self._searcher = library, user, searcher
        self._number = self._answered = 0
        self._query = query
        self.line = TypedLine(
            id="search-line", placeholder=say("names, words, figures: accents need not be typed"), value=query
        )
        self.count = OneLine(id="search-count")
        self.chips = OneLine(id="search-chips")
        self.note = OneLine(id="search-note")
        self.chips.display = self.note.display = False

    # Asking

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search for what is typed."""
        self.ask(message.value)

    def ask(self, query: str) -> None:
        """Search for something, and forget what was asked before."""
        self._number += 1
        number, self._query = self._number, query
        self._show_chips(conditions(query))
        if not query.strip():
            self._answered = number
            self._say_of(None)
            self.show_nothing_asked()
            return
        self.run_worker(lambda: self._answer(number, query), thread=True, group="search", exit_on_error=False)

    def _answer(self, number: int, query: str) -> None:
        """Search, in a thread, as long as nothing else is typed."""
        if number != self._number:
            return
        told = monotonic()
        for results in self._searcher.search(query):
            if number != self._number:
                return
            if results.complete or monotonic() - told >= PATIENCE:
                self.prepare(results)
                self.post_message(self.Answered(number, results))
                told = monotonic()

    def prepare(self, results: Results) -> None:
        """Do, in the thread of the search, what showing results would have to wait for."""

    def on_asking_screen_answered(self, message: Answered) -> None:
        """Show what was found so far, unless another query was typed meanwhile."""
        if message.number == self._number:
            if message.results.complete:
                self._answered = message.number
            self._say_of(message.results)
            self.show_results(message.results)

    @property
    def is_answered(self) -> bool:
        """Whether all is shown that what is typed by now finds."""
        return self._answered == self._number and self.line.value == self._query

    def show_results(self, results: Results) -> None:
        """Show what was found so far; screens do."""

    def show_nothing_asked(self) -> None:
        """Show what there is to see before anything is asked; screens do."""

    # What is said about the query

    def _say_of(self, results: Results | None) -> None:
        """Say how much was found, and under the line what was not understood or could not be found."""
        count, notes = Clean(""), list[Clean]()
        if results is not None:
            count = say_many("{count} hit", "{count} hits", results.total)
            if any(found.more for found in results.sections):
                count = say_many("{count} hit or more", "{count} hits or more", results.total)
            notes = [clean_line(each) for each in (results.note, results.nearest) if each]
        else:
            notes = [clean_line(note) for note in [parse(self.line.value).note] if note]
        if results is not None and not results.complete:
            count = Clean(f"{count} …")
        self.count.show((), (), [Piece(Clean(f"{count} "), "dim")] if count else ())
        self.note.display = bool(notes)
        self.note.show([Piece(Clean(" ! "), "warning"), Piece(Clean(" ".join(notes)), "text")] if notes else ())

    def _show_chips(self, found: Sequence[Condition]) -> None:
        self.chips.display = bool(found)
        links = [
            Link(f"{_REMOVE}{number}", Clean("×"), Clean(f"{'-' if one.negated else ''}{one.field}: {one.words} "))
            for number, one in enumerate(found)
        ]
        self.chips.show([Piece(Clean("   ")), Piece(say("only"), "dim")] if links else (), links)

    def on_one_line_pressed(self, message: OneLine.Pressed) -> None:
        """Take away the condition whose chip was clicked."""
        if message.action.startswith(_REMOVE):
            message.stop()
            self.write(without_nth(self.line.value, int(message.action.removeprefix(_REMOVE))))

    def write(self, query: str) -> None:
        """Put another query into the line; it is asked at once."""
        self.line.value = query
        self.line.cursor_position = len(query)

    def narrow(self, field: str, value: str) -> None:
        """Narrow the query by a condition, or take that away where the query has it."""
        self.write(toggled(self.line.value, field, value))

    def do_widen(self, times: int) -> None:
        """Take away the last condition."""
        self.write(without_last(self.line.value))

    # Earlier searches

    def remember(self) -> None:
        """Keep the query among the recent ones: something came of it."""
        self.user.searched(self.line.value)

    def do_recent(self, times: int) -> None:
        """Choose from recent and saved searches."""
        from tui.screens.searches import SearchesScreen  # noqa: PLC0415 - not needed before the first search

        self.app.push_screen(SearchesScreen(self.user, self.line.value), self._take)

    def _take(self, query: str | None) -> None:
        if query:
            self.write(query)

    def do_keep_search(self, times: int) -> None:
        """Ask for a name for this search, and keep it under that."""
        query = " ".join(self.line.value.split())
        if not query:
            self.notice(say("There is no search to keep yet"))
            return
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not needed before a search is kept
        from tui.screens.questions import Question  # noqa: PLC0415 - the same

        def answer(line: str) -> Step:
            if not line.strip():
                raise UserDataError(say("a search needs a name"))
            self.user.save_search(line, query)
            self.notice(say("Kept as “{name}”; {key} finds it again", name=clean_line(line), key=Clean("ctrl+r")))
            return None

        told = say("What it finds: {query}", query=clean_line(query))
        self.app.push_screen(QuestionScreen(Question(say("A name for this search"), answer, (), "", [told])))
