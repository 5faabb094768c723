"""The base of the screens that show things of all sessions: a table with a filter line, and details of a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import ClassVar

from textual.message import Message
from textual.widgets import Input

from tui.library import Library
from tui.library.userdata import UserData
from tui.messages import say
from tui.screens.table_panes import TablePanes
from tui.screens.table_state import Answer, Asked, Detail, Opened, Order, TableState
from tui.text.clean import Clean
from tui.widgets.columns import FALLS, RISES, Column
from tui.widgets.ink import NOTHING
from tui.widgets.line_list import LineList
from tui.widgets.line_view import Tab
from tui.widgets.rows import NoRows
from tui.widgets.table_rows import TableRows


class TableScreen(TablePanes):
    """Owns the filter, the order and the current row; dismissed with the place that is to be opened.

    A subclass says what is in the table (:meth:`answer`) and in the details (:meth:`detail`): both are called in a
    thread, one at a time, and may take their time; an answer that was overtaken is never shown. What comes in steps is
    yielded by :meth:`answers` and :meth:`detailed` instead, each step as all there is so far. It also says what opens
    (:meth:`chosen`, :meth:`chosen_in_detail`), and what is marked (:meth:`pointed_in_table` and the like).
    """

    COLUMNS: ClassVar[Sequence[Column]]
    ORDERS: ClassVar[Sequence[Order]]
    """The ways to sort, the first one first."""

    class Answered(Message):
        """The rows of the table are known."""

        def __init__(self, number: int, asked: Asked, answer: Answer, first: bool = True) -> None:
            """Say of which question, counted, and whether it is its first answer."""
            self.number, self.asked, self.answer, self.first = number, asked, answer, first
            super().__init__()

    class Told(Message):
        """The details of a row are known."""

        def __init__(self, number: int, row: str, detail: Detail) -> None:
            """Say of which question, counted, and of which row."""
            self.number, self.row, self.detail = number, row, detail
            super().__init__()

    def __init__(self, library: Library, user: UserData, state: TableState) -> None:
        """Take the library, the user's data, and what the table showed last; it is kept up to date."""
        if not state.by:
            state.by, state.falls = self.ORDERS[0].id, self.ORDERS[0].falls
        super().__init__(library, user, state)
        self._number = self._detail_number = 0
        self._sought, self._sought_detail = state.row, state.detail
        """The rows that one comes back to, until they are there or another one is chosen."""
        self.asked: Asked | None = None
        """The question whose answer the table shows."""
        self.told_of = self._row_asked = ""
        """The rows whose details are shown, and were asked for."""
        self._turn, self._detail_turn = Lock(), Lock()

    # What a subclass says

    def answer(self, asked: Asked) -> Answer:
        """Return the rows of the table; called in a thread."""
        raise NotImplementedError

    def detail(self, row: str) -> Detail:
        """Return the details of a row; called in a thread."""
        raise NotImplementedError

    @property
    def columns(self) -> Sequence[Column]:
        """The columns of the table."""
        return self.COLUMNS

    def answers(self, asked: Asked) -> Iterator[Answer]:
        """Yield the rows of the table: those that are seen first, then all; called in a thread."""
        yield self.answer(asked)

    def detailed(self, row: str) -> Iterator[Detail]:
        """Yield the details of a row: what is there at once, then more; called in a thread."""
        yield self.detail(row)

    def chosen(self, row: str) -> None:
        """Open a row: its details, unless a subclass knows better."""
        self.go("details")

    def chosen_in_detail(self, row: str) -> None:
        """Open a row of the details; a subclass does, usually by :meth:`leave`."""

    def nothing(self, asked: Asked) -> Sequence[Clean]:
        """Return what to say where there are no rows: why, and what to do."""
        if asked.words.strip():
            return (
                say("Nothing here has all of these words."),
                say("{key} changes them, esc takes them away.", key=Clean("\\")),
            )
        return (say("Nothing of the kind was found in the articles of this library."),)

    # Asking

    def on_mount(self) -> None:
        """Ask for the rows, and go where one was."""
        self.table.show(NoRows(say("Looking through the library …")))
        self.set_focus(self.details if self.state.in_detail else self.table)
        self._title()
        self.ask()

    def ask(self) -> None:
        """Ask for the rows anew: another filter, another order, or other things in the library."""
        self._number += 1
        number, state = self._number, self.state
        state.words = self.line.value
        asked = Asked(state.words, state.by, state.falls)

        def work() -> None:
            with self._turn:
                answers = self.answers(asked) if number == self._number else iter(())
                first = True
                while number == self._number and (answer := next(answers, None)) is not None:
                    self.post_message(self.Answered(number, asked, answer, first))
                    first = False

        self.run_worker(work, thread=True, group="table", exit_on_error=False)

    def on_table_screen_answered(self, message: Answered) -> None:
        """Show the rows, unless something else was asked meanwhile."""
        if message.number != self._number:
            return
        asked, answer = message.asked, message.answer
        found = sum(map(bool, answer.told.ids)) if answer.told.grouped else len(answer.told.ids)
        before = self.asked or asked
        stays = asked[1:] == before[1:] and asked.words in (before.words, "")
        self.asked = asked
        if found:
            rows = TableRows(self.columns, answer.told, asked.by, asked.falls)
            rows.tells_all = self.mode == "page"
            self.table.show(rows, self._sought or (self.table.current if stays else ""))
            if self.table.current == self._sought or answer.whole:
                self._sought = ""
            self.show_marks()
        else:
            self.table.show(NoRows(*self.nothing(asked)))
        self.show_count(found, answer.total, whole=answer.whole)
        self.warn(answer.warning)
        self._title()
        if message.first or self._row_asked != self.table.current:
            self.ask_detail()

    def _title(self) -> None:
        state = self.state
        name = say(next((order.name for order in self.ORDERS if order.id == state.by), self.ORDERS[0].name))
        note = say("by {column} {arrow}", column=Clean(name.lower()), arrow=FALLS if state.falls else RISES)
        self.table.set_title([Tab("table", say(self.CALLED))], note)

    def ask_detail(self) -> None:
        """Ask for the details of the current row."""
        self._detail_number += 1
        wanted, row = self._detail_number, self.table.current
        self._row_asked = row
        self.show_keys()
        if not row:
            self.details.show(NoRows())
            self.details.set_title([Tab("details", say("Details"))])
            if self.state.in_detail:
                self.go("table")
            return

        def work() -> None:
            with self._detail_turn:
                details = self.detailed(row) if wanted == self._detail_number else iter(())
                while wanted == self._detail_number and (detail := next(details, None)) is not None:
                    self.post_message(self.Told(wanted, row, detail))

        self.run_worker(work, thread=True, group="detail", exit_on_error=False)

    def on_table_screen_told(self, message: Told) -> None:
        """Show the details, unless another row is current by now."""
        if message.number != self._detail_number:
            return
        if message.row != self.state.row:
            self._sought_detail = ""
        now = self.details.current if message.row == self.told_of else ""
        self.told_of = message.row
        self.details.show(message.detail.rows, self._sought_detail or now)
        if self.details.current == self._sought_detail:
            self._sought_detail = ""
        self.details.set_title([Tab("details", message.detail.title, message.detail.amount)])
        self.show_marks()

    # What lists and lines say

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter by what is typed."""
        if message.value != self.state.words:
            self.ask()

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Show the details of another row."""
        self._notice = NOTHING
        if message.pane is self.table:
            self._sought = ""
            self.ask_detail()
        self._sought_detail = ""
        self.show_keys()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the row that was chosen."""
        if message.pane is self.table:
            self.chosen(message.row)
        else:
            self.chosen_in_detail(message.row)

    def on_line_list_head_chosen(self, message: LineList.HeadChosen) -> None:
        """Sort by the column whose name was clicked."""
        rows = self.table.rows
        if isinstance(rows, TableRows) and message.pane is self.table:
            column = rows.column_at(message.cell, self.table.row_width)
            if column in {order.id for order in self.ORDERS}:
                self.sort_by(column or "")

    # Actions

    def do_sort(self, times: int) -> None:
        """Ask by what to sort; the order that holds is turned around."""
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - not needed before one sorts
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - the same

        state = self.state
        choices = [Choice(order.id, self._direction(order)) for order in self.ORDERS]
        notes = [say("Choose again what it is sorted by to turn the order around.")]
        self.app.push_screen(QuestionScreen(Question(say("Sort by"), self.sort_by, choices, state.by, notes)))

    def _direction(self, order: Order) -> Clean:
        now = order.id == self.state.by
        return Clean(f"{say(order.name)} {FALLS if (self.state.falls if now else order.falls) else RISES}")

    def sort_by(self, order: str) -> None:
        """Sort by a column; by the one that it is sorted by already, the other way round."""
        state = self.state
        falls = {each.id: each.falls for each in self.ORDERS}[order]
        state.by, state.falls = order, not state.falls if order == state.by else falls
        self.ask()

    def do_help(self, times: int) -> None:
        """Show the keys of the table or the details."""
        from tui.screens.help import HelpScreen  # noqa: PLC0415 - not needed before help is asked for

        self.app.push_screen(HelpScreen(self.place, say(self.CALLED)), self.act_if)

    def do_back(self, times: int) -> None:
        """Go back: from the line or the details to the table, from a filter to all rows, from these to the reader."""
        if self.is_typing or self.state.in_detail:
            self.go("table")
        elif self.line.value:
            self.line.value = ""
        else:
            self.leave(None)

    def do_quit(self, times: int) -> None:
        """Go back to the reader."""
        self.leave(None)

    def leave(self, opened: Opened | None) -> None:
        """Close the table, to open a place or none."""
        self.state.row, self.state.detail = self.table.current, self.details.current
        self.dismiss(opened)
