"""Writing to a file what a table of all sessions shows: its rows, what is marked, the row itself, the chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.messages import say, say_many
from tui.screens.table import TableScreen
from tui.text.clean import Clean

if TYPE_CHECKING:
    from tui.export.rows import Row
    from tui.screens.outgoing import Outgoing


class ExportingTable(TableScreen):
    """A table that can be exported. A subclass says what its rows and its chart are in a file."""

    def table_out(self) -> tuple[int, Callable[[], Sequence[Row]]]:
        """Return how many rows the table shows, and what makes them for a file."""
        raise NotImplementedError

    def chart_out(self) -> Clean:
        """Return the chart as text; empty where there is none."""
        return Clean("")

    def do_export(self, times: int) -> None:
        """Ask what is to be written: what is marked, this row, the table as it is shown, the chart."""
        from tui.screens import outgoing  # noqa: PLC0415 - not needed before one exports
        from tui.screens.question import QuestionScreen  # noqa: PLC0415 - the same
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - the same

        today, called = date.today(), say(self.CALLED)
        ways: dict[str, tuple[Clean, Callable[[], Outgoing]]] = {}
        items, lost = self.marks.items(None)
        if lost:
            self.notice(say_many("{count} mark was not found again", "{count} marks were not found again", lost))
        count, made = self.table_out()
        if count:
            told = say_many("This table: {count} row", "This table: {count} rows", count)
            ways["table"] = told, lambda: outgoing.table(made, count, called, today)
        if items:
            told = say_many("{count} marked item, cited", "{count} marked items, cited", len(items))
            ways["marked"] = told, lambda: outgoing.selection(items, today)
        elif pointed := self.pointed_at():
            ways["row"] = say("This row, cited"), lambda: outgoing.selection([pointed.item], today)
        if self.chart_out():
            ways["chart"] = say("The chart, as text"), lambda: outgoing.chart(self.chart_out, say("chart"), today)
        if not ways:
            self.notice(say("There is nothing to export here"))
            return

        def answer(chosen: str) -> None:
            self.call_later(self.export, ways[chosen][1]())

        choices = [Choice(key, words) for key, (words, _) in ways.items()]
        self.app.push_screen(QuestionScreen(Question(say("Export"), answer, choices)))
