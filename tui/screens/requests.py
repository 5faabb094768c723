"""All requests of a library as a board to work off, and beside it a request with what may have answered it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui.across.overview import Overview
from tui.actions import Place
from tui.export.rows import Row
from tui.library import Document, anchor
from tui.library.answering import answers_to
from tui.library.userdata import Kept
from tui.messages import N_, say
from tui.screens.across_table import AcrossTable, Grouping, Where
from tui.screens.marks import Pointed
from tui.screens.request_details import Passage, RequestDetails, found_passage, linked_passage, request_of
from tui.screens.table_state import Detail, Opened, Order
from tui.tables import request_charts
from tui.tables.board import Board
from tui.tables.kept import kept_of
from tui.tables.listed import Listed
from tui.tables.many_requests import ManyRequests
from tui.tables.requests import RequestTable
from tui.text.clean import Clean
from tui.widgets import request_table
from tui.widgets.chart_parts import stack_parts
from tui.widgets.ink import shorten
from tui.widgets.listed_cells import ListedCells
from tui.widgets.parts import PartRows

_LABEL = 40
"""Most cells of a label in a notice."""
_STACK = "stack:"


class RequestsScreen(AcrossTable[Board]):
    """Owns the board of all requests, and which passages answer them."""

    CALLED = N_("Requests")
    HINT = N_("words, org: place: who: year: state:open state:late has:note")
    SECTION = "requests"
    COLUMNS = request_table.COLUMNS
    ORDERS = (
        Order("date", N_("date"), falls=True),
        Order("due", N_("due")),
        Order("state", N_("state")),
        Order("addressee", N_("addressee")),
        Order("requester", N_("requester")),
        Order("place", N_("place")),
        Order("action", N_("what is asked")),
    )
    GROUPINGS = (
        Grouping("", N_("nothing")),
        Grouping("state", N_("state")),
        Grouping("addressee", N_("addressee")),
        Grouping("requester", N_("requester")),
        Grouping("place", N_("place")),
        Grouping("month", N_("month")),
        Grouping("kind", N_("kind")),
    )
    VIEWS = ("request", "chart")

    @property
    def place(self) -> Place:
        """Where keys go."""
        at = super().place
        return "all requests" if at == "table" else "request details" if at == "details" else at

    def made(self, seen: Overview | None) -> Board:
        """Return the requests of the library."""
        kept = kept_of(self.library, self.user, "requests")
        if seen is None:
            return ManyRequests(self.library, self.corpus(), kept, date.today())
        entries = {entry.article_key: entry for entry in self.library.entries()}
        return RequestTable(seen.asked, entries, kept, date.today())

    def cells(self, things: Board, found: Listed) -> ListedCells:
        """Return what tells the requests that were found."""
        return ListedCells(found, request_table.seen_columns(things), request_table.telling(things))

    # The details

    def detail(self, row: str) -> Detail:
        """Return the chart of all requests that are shown."""
        given = request_charts.by_addressee(self.things, self.rows_shown.ids if self.rows_shown else ())
        parts = stack_parts(given, request_charts.kinds(), request_charts.totals(given))
        return Detail(say("By addressee and state"), PartRows(parts), Clean(str(len(given))))

    def detailed(self, row: str) -> Iterator[Detail]:
        """Yield a request as it stands, then with the passages that may answer it; or the chart."""
        if self.view == "chart":
            yield self.detail(row)
            return
        table = self.things
        document = self.document(table.asked(row).article_key)
        request = request_of(document, table.asked(row).key)
        if document is None or request is None:
            return
        linked = self._linked(table.added(row))
        yield Detail(say("Request"), RequestDetails(table, row, document, linked=linked, found=None))
        places = {(each.document.article_key, each.start) for each in linked}
        found = []
        for answer in answers_to(self.library, document, request):
            there = self.document(answer.passage.article_key)
            if there is not None and (answer.passage.article_key, answer.passage.start) not in places:
                found.append(found_passage(there, answer))
        yield Detail(say("Request"), RequestDetails(table, row, document, linked=linked, found=found))

    def _linked(self, kept: Kept | None) -> Sequence[Passage]:
        """Return the passages that were linked, as far as they are still there."""
        found = []
        for one in kept.answers if kept else ():
            document = self.document(self.user.store.current(one.article_key))
            passage = linked_passage(document, one) if document else None
            if passage is not None:
                found.append(passage)
        return found

    def _passage(self, row: str) -> Passage | None:
        rows = self.details.rows
        return rows.passages.get(row) if isinstance(rows, RequestDetails) else None

    # Where things are

    def where(self, row: str) -> Where:
        """Return where a request stands, or a passage of the details."""
        passage = self._passage(row)
        if passage is not None:
            return Where(passage.document.article_key, passage.start, passage.end)
        one = self.things.asked(self.table.current if row == "request" else row)
        return Where(one.article_key, *one.span)

    def chosen_in_detail(self, row: str) -> None:
        """Go to the place of the request or passage; from the chart to the requests of an addressee."""
        if row.startswith(_STACK):
            name = row.removeprefix(_STACK).replace('"', " ")
            self.line.value = f'org:"{name}"' if name else ""
            self.go("table")
        else:
            self.leave(Opened(*self.where(row)))

    def pointed_in_detail(self, row: str) -> Pointed | None:
        """Return the request, or a passage of a later session."""
        if row.startswith(_STACK):
            return None
        return self.passage(self.where(row)) if self._passage(row) else self.pointed(self.table.current)

    def exported(self, row: str) -> Row:
        """Return what an export says of a request."""
        return self.things.row(row)

    def drawn(self, width: int) -> Clean:
        """Return the chart of the requests that are shown as text."""
        return request_charts.drawn(self.things, self.rows_shown.ids, width) if self.rows_shown else Clean("")

    # Answers

    def do_join(self, times: int) -> None:
        """Say that the passage answers the request."""
        self._link(on=True)

    def do_part(self, times: int) -> None:
        """Say that the passage does not answer the request."""
        self._link(on=False)

    def _link(self, *, on: bool) -> None:
        passage, pointed = self._passage(self.details.current), self.pointed(self.table.current)
        document = pointed.item.article if pointed else None
        if passage is None or pointed is None or not isinstance(document, Document):
            self.notice(say("Go to a passage of a later session first"))
            return
        if on == (passage.anchor is not None):
            self.notice(say("It is linked already") if on else say("It is not linked"))
            return
        request = self.user.added(document).anchor("requests", pointed.item.start, pointed.item.end)
        there = passage.document
        words = passage.anchor or anchor(there.article_key, "passages", there.text, passage.start, passage.end)
        self.user.link_answer(request, words, on, pointed.label)
        label = shorten(pointed.label, _LABEL)
        self.notice(say("Answered: {label}", label=label) if on else say("Not answered by it: {label}", label=label))
        self.show_added()
