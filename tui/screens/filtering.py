"""Lists of the reader narrowed to what has some words, and the sessions in an order of one's own; both are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.widgets import Input

from tui.actions import PANES, Place
from tui.library import Library
from tui.library.userdata import UserData, View
from tui.messages import say
from tui.screens.reading_screen import ReadingScreen
from tui.text.clean import Clean, clean_line
from tui.widgets.filtered_rows import filtered
from tui.widgets.ink import NOTHING
from tui.widgets.rows import NoRows, Rows
from tui.widgets.session_order import FALLING, ORDERS, Order

if TYPE_CHECKING:
    from tui.widgets.finder import Finder

AT_ONCE = 2000
"""Most rows that are narrowed while a key waits; more of them are in a thread."""


class FilteringScreen(ReadingScreen):
    """Owns the words that each list is narrowed by."""

    class Narrowed(Message):
        """The sessions that have some words are known."""

        def __init__(self, words: str, whole: Rows, rows: Rows) -> None:
            """Say which words, of which rows, and what is left of them."""
            self.words, self.whole, self.rows = words, whole, rows
            super().__init__()

    def __init__(self, library: Library, user: UserData) -> None:
        """Take up where this library was left."""
        super().__init__(library, user)
        self._whole: dict[Place, Rows] = {}
        self._filter_line: Finder | None = None
        view = user.view(str(library.root))
        self.filters: dict[Place, str] = {place: words for place in PANES if (words := view.filters.get(place))}
        self.shelf.take_up(view.order, view.turned, view.article_key)
        if words := self.filters.get("sessions"):
            self.shelf.narrow(words, filtered(self.shelf.whole, words))
        self._pane_before: str = view.pane

    def start(self) -> None:
        """Go to the pane that was left last."""
        super().start()
        self._note_filter("sessions")
        for place in self.panes:
            if place == self._pane_before and place != self.active:
                self.go(place)

    def keep_place(self) -> None:
        """Keep what is read, in which order, and in which pane."""
        super().keep_place()
        key = self.shelf.current.article_key if self.shelf.current else ""
        filters = {str(place): words for place, words in self.filters.items() if words.strip()}
        order, turned = self.shelf.order, self.shelf.turned
        view = View(order=order, turned=turned, pane=self.active, article_key=key, filters=filters)
        self.user.set_view(str(self.library.root), view)

    # Narrowing

    @property
    def place(self) -> Place:
        """Where keys go now."""
        return "filter" if self._filter_line and self.is_typing else super().place

    def do_filter(self, times: int) -> None:
        """Open the line in which the words are typed that a list is narrowed by; in the text, find them."""
        if self.active == "text":
            self.do_find(1)
            return
        from tui.widgets.finder import Finder  # noqa: PLC0415 - not needed before the first paint

        if self._filter_line is None:
            line = Finder(self.filters.get(self.active, ""), say("filter"), say("words of the list"))
            self._filter_line = line
            self.expect_line(line.line)
            self.mount(line, before="#keys")
            self.call_after_refresh(lambda: self.line_is_ready(line.line))
        self.show_chrome()

    def _end_filtering(self) -> None:
        self.set_focus(self.panes[self.active])
        if self._filter_line:
            self._filter_line.remove()
            self._filter_line = None
        self.show_chrome()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list while words are typed; where none is narrowed they are found in the text."""
        if self._filter_line is None:
            return
        message.prevent_default()  # Textual calls the handler of each class, else
        if message.value != self.filters.get(self.active, ""):
            self.narrow(self.active, message.value)

    def narrow(self, place: Place, words: str) -> None:
        """Leave in a list what has all of some words; without words it is whole again."""
        self.filters[place] = words
        if place == "sessions":
            whole = self.shelf.whole
            if len(whole.ids) > AT_ONCE:
                self.run_worker(
                    lambda: self.post_message(self.Narrowed(words, whole, filtered(whole, words))),
                    thread=True, exclusive=True, group="narrow", exit_on_error=False,
                )  # fmt: skip
            else:
                self._show_sessions(words, filtered(whole, words))
        else:
            self._show_narrowed(place)

    def on_filtering_screen_narrowed(self, message: Narrowed) -> None:
        """Show the sessions that are left, unless other words were typed or the library has others by now."""
        if message.words == self.filters.get("sessions") and message.whole is self.shelf.whole:
            self._show_sessions(message.words, message.rows)

    def _show_sessions(self, words: str, rows: Rows) -> None:
        self.shelf.narrow(words, rows)
        here = self.shelf.current.path if self.shelf.current else ""
        self.lists["sessions"].show(rows, self.lists["sessions"].current or here)
        self._note_filter("sessions")

    def _show_rows(self, place: Place, rows: Rows) -> None:
        self._whole[place] = self.with_added(place, rows)
        self._show_narrowed(place)

    def _show_narrowed(self, place: Place) -> None:
        pane = self.lists[place]
        pane.show(filtered(self._whole.get(place, NoRows()), self.filters.get(place, "")), pane.current)
        self._note_filter(place)

    def _note_filter(self, place: Place) -> None:
        """Say below a list what it is narrowed by, and how much is left."""
        words = self.filters.get(place, "").strip()
        left = sum(map(bool, self.lists[place].rows.ids)) if words else 0
        note = say("only “{words}” · {count}", words=clean_line(words), count=left) if words else NOTHING
        self.show_note(place, note)
        if self._filter_line and place == self.active:
            self._filter_line.show_count(Clean(str(left)) if words else NOTHING)

    # Actions

    def do_choose(self, times: int) -> None:
        """Go from the line to the list; else as in every reader."""
        if self._filter_line:
            self._end_filtering()
        else:
            super().do_choose(times)

    def do_down(self, times: int) -> None:
        """Go from the line down to the list."""
        if self._filter_line:
            self._end_filtering()

    def do_back(self, times: int) -> None:
        """Go from the line to the list, from a narrowed list to the whole one, else as in every reader."""
        if self._filter_line:
            self._end_filtering()
        elif not self.is_typing and self.filters.get(self.active):
            self.narrow(self.active, "")
        else:
            super().do_back(times)

    def do_sort(self, times: int) -> None:
        """Ask by what to sort and group the sessions; the order that holds is turned around."""
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not needed before one sorts
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - the same
        from tui.widgets.columns import FALLS, RISES  # noqa: PLC0415 - the same

        shelf = self.shelf
        choices = []
        for order, name in ORDERS.items():
            falls = (order in FALLING) != (order == shelf.order and shelf.turned)
            choices.append(Choice(order, Clean(f"{say(name)} {FALLS if falls else RISES}")))
        notes = [say("Choose again what it is sorted by to turn the order around.")]
        self.app.push_screen(QuestionScreen(Question(say("Sort by"), self._sort_by, choices, shelf.order, notes)))

    def _sort_by(self, chosen: str) -> None:
        order: Order = next(order for order in ORDERS if order == chosen)
        self.shelf.sort(order, order == self.shelf.order and not self.shelf.turned)
        self.lists["sessions"].show(self.shelf.rows, self.lists["sessions"].current)
        self.notice(say("Sorted {order}", order=say(ORDERS[order])))
