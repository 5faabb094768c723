"""All figures of a library: a table, and beside it a figure in its sentence with those it can be compared with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import sleep

from tui.across.decided import Verdict
from tui.across.overview import Overview
from tui.across.references import Reference, series_reference
from tui.across.series import Series, like
from tui.actions import Place
from tui.export.rows import Row
from tui.library.userdata import UserDataError
from tui.messages import N_, say
from tui.screens.across_table import AcrossTable, Grouping, Where
from tui.screens.figure_details import FigureDetails, key_of_row
from tui.screens.marks import Pointed
from tui.screens.table_state import Detail, Opened, Order
from tui.tables.figure_charts import Charted, drawn
from tui.tables.figures import FigureTable
from tui.tables.kept import kept_of
from tui.tables.listed import Listed
from tui.tables.many_figures import ManyFigures
from tui.text.clean import Clean, clean_line
from tui.widgets import figure_table
from tui.widgets.ink import shorten
from tui.widgets.line_list import LineList
from tui.widgets.listed_cells import ListedCells

_MOST_LIKE = 12
"""Most series that are offered to be compared with one."""
_QUIET = 0.1
"""Seconds that one stays on a figure before those it is compared with are read, where these may be very many."""
_LABEL = 40
"""Most cells of a label in a notice."""


class FiguresScreen(AcrossTable[FigureTable | ManyFigures]):
    """Owns the table of all figures, and what is decided about the series that they are in."""

    CALLED = N_("Figures")
    HINT = N_("words, place: kind: unit: who: year: value>90 has:note")
    SECTION = "figures"
    COLUMNS = figure_table.COLUMNS
    ORDERS = (
        Order("date", N_("date"), falls=True),
        Order("value", N_("figure"), falls=True),
        Order("subject", N_("subject")),
        Order("place", N_("place")),
        Order("speaker", N_("speaker")),
    )
    GROUPINGS = (
        Grouping("", N_("nothing")),
        Grouping("series", N_("what can be compared")),
        Grouping("place", N_("place")),
        Grouping("session", N_("session")),
        Grouping("speaker", N_("speaker")),
        Grouping("kind", N_("kind")),
    )
    VIEWS = ("place", "date")

    @property
    def place(self) -> Place:
        """Where keys go."""
        at = super().place
        return "all figures" if at == "table" else "figure details" if at == "details" else at

    def made(self, seen: Overview | None) -> FigureTable | ManyFigures:
        """Return the figures of the library."""
        kept = kept_of(self.library, self.user, "figures")
        if seen is None:
            return ManyFigures(self.library, self.corpus(), kept)
        return FigureTable(seen, {entry.article_key: entry for entry in self.library.entries()}, kept)

    def cells(self, things: FigureTable | ManyFigures, found: Listed) -> ListedCells:
        """Return what tells the figures that were found."""
        return ListedCells(found, figure_table.seen_columns(things), figure_table.telling(things))

    def detailed(self, row: str) -> Iterator[Detail]:
        """Yield a figure in its sentence, then with the chart of its series, which may be large."""
        table = self.things
        document = self.document(table.measure(row).article_key)
        if isinstance(table, ManyFigures):
            begun = Detail(say("Figure"), FigureDetails(table, row, document))
            yield begun
            sleep(_QUIET)
            yield begun  # where another row is looked at by now, nothing more is read
        chart = self._chart(row)
        yield Detail(say("Figure"), FigureDetails(table, row, document, chart, self.view))

    def _chart(self, row: str) -> Charted | None:
        return self.things.charted(row, frozenset(self.rows_shown.ids if self.rows_shown else ()))

    def where(self, row: str) -> Where:
        """Return where a figure stands."""
        one = self.things.measure(key_of_row(row))
        return Where(one.article_key, *one.span)

    def chosen_in_detail(self, row: str) -> None:
        """Go to the place of a figure."""
        self.leave(Opened(*self.where(row)))

    def pointed_in_detail(self, row: str) -> Pointed | None:
        """Return the figure of a row of the details."""
        return self.pointed(row)

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Show the details of another row, or point at another figure in the chart."""
        super().on_line_list_moved(message)
        rows = self.details.rows
        if message.pane is self.details and isinstance(rows, FigureDetails):
            rows.point(message.row)
            self.details.redraw()

    def exported(self, row: str) -> Row:
        """Return what an export says of a figure."""
        return self.things.row(row)

    def drawn(self, width: int) -> Clean:
        """Return the chart of the current figure's series as text."""
        chart = self._chart(self.table.current) if self.table.current else None
        return drawn(chart, "date" if self.view == "date" else "place", width) if chart else Clean("")

    # Which figures can be compared

    def do_join(self, times: int) -> None:
        """Ask with which other figures the current one is to be compared, too."""
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - not needed before one joins

        row = self._row
        if not row:
            return
        table = self.things
        one, own = table.measure(row), table.series(row)
        offered = self._offered(own, one.kind, one.unit)
        if not offered:
            self.notice(say("No other figures are of this kind and unit"))
            return
        mine = series_reference(one, alone=own is None or len(own.measures) == 1)

        def answer(key: str) -> None:
            other = next(each for each in offered if each.key == key)
            things = [series_reference(other.measures[0]), mine]
            self._decide("one", things, clean_line(f"{one.about or one.written} = {other.about}"))

        choices = [Choice(each.key, self._series_told(each)) for each in offered]
        title = say("Compare “{figures}” with", figures=shorten(clean_line(own.about if own else one.written), _LABEL))
        self.inquire(Question(title, answer, choices))

    def do_part(self, times: int) -> None:
        """Take the current figure out of its series."""
        row = self._row
        own = self.things.series(row) if row else None
        if own is None or len(own.measures) < 2:
            self.notice(say("It is compared with no others"))
            return
        one = self.things.measure(row)
        things = [series_reference(one), series_reference(one, alone=True)]
        self._decide("apart", things, clean_line(one.written))

    @property
    def _row(self) -> str:
        """The figure that is pointed at, in the table or in the details."""
        return key_of_row(self.details.current) if self.state.in_detail else self.table.current

    def _offered(self, own: Series | None, kind: str, unit: str) -> Sequence[Series]:
        """Return the series that may be compared with one: those with most words in common, then the largest."""
        alike = self.things.comparable(kind, unit)
        if own is None:
            return alike[:_MOST_LIKE]
        pairs = sorted(like(alike), key=lambda pair: -pair[2])
        near = [two if one is own else one for one, two, _ in pairs if own in (one, two)]
        return list(dict.fromkeys([*near, *(each for each in alike if each is not own)]))[:_MOST_LIKE]

    @staticmethod
    def _series_told(one: Series) -> Clean:
        count = len(one.measures)
        return clean_line(f"{one.about} ({count})")

    def _decide(self, verdict: Verdict, things: Sequence[Reference], label: Clean) -> None:
        """Decide in a thread which figures can be compared."""

        def work() -> None:
            from tui.library.deciding import decide  # noqa: PLC0415 - not needed before one decides

            try:
                made = decide(self.library, "series", verdict, things)
                self.user.decided("join" if verdict == "one" else "part", label, made.made)
                done = say("Compared with each other: {label}", label=label)
                if verdict == "apart":
                    done = say("Set apart: {label}", label=label)
                told = made.notice or done
            except (OSError, UserDataError) as error:
                told = say("Not decided: {reason}", reason=clean_line(str(error)))
            self.post_message(self.Decided(told))

        self.run_worker(work, thread=True, group="decide", exit_on_error=False)

    def decided(self) -> None:
        """List anew what can be compared now."""
        self.ask()
