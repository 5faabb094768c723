"""The base of the screens of all figures and all requests: grouping, what is added to rows, marks, export, charts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import ClassVar, Generic, NamedTuple, Protocol, TypeVar

from tui.across.overview import Overview
from tui.export.item import resolve
from tui.export.rows import Row
from tui.library import Document, Library, LibraryError
from tui.library.index.engine import Ask, Conditions
from tui.library.index.tables import Sorting, Table
from tui.library.overview import Across
from tui.library.userdata import UserData
from tui.messages import say
from tui.screens.adding import AddingScreen
from tui.screens.exporting import ExportingTable
from tui.screens.marks import Pointed
from tui.screens.table_state import Answer, Asked, Opened, TableState
from tui.search import Corpus
from tui.sections import Section
from tui.tables.listed import Listed
from tui.text.clean import Clean, clean_line
from tui.widgets.columns import Column
from tui.widgets.listed_cells import ListedCells

LARGE = 3_000
"""Articles from which on a library is not held in memory (some 5 MB for 1,000)."""
FIRST = 200
"""Rows of a large library that are shown before all are known."""
CHART_WIDTH = 100
"""Columns of a chart that is exported."""


class Lists(Protocol):
    """What lists its rows."""

    def listed(self, words: str, by: str, *, falls: bool, under: str = "", limit: int | None = None) -> Listed:
        """Return the rows that a query lets through, the first ones or all."""


Things = TypeVar("Things", bound=Lists)


class Grouping(NamedTuple):
    """A way to group: its id, empty for none, and its name (a message)."""

    id: str
    name: str


class Where(NamedTuple):
    """Where the thing of a row stands: its article, and offsets of the source text."""

    article_key: str
    start: int
    end: int


class AcrossTable(ExportingTable, AddingScreen[Opened | None], Generic[Things]):
    """Owns by what rows are grouped and which chart is shown. A row's id is the thing's key.

    A subclass says where a thing stands (:meth:`where`), what is listed (:meth:`made`, :meth:`cells`), and
    what goes into files (:meth:`exported`, :meth:`drawn`). Of a large library rows are read from the index when seen.
    """

    GROUPINGS: ClassVar[Sequence[Grouping]]
    VIEWS: ClassVar[Sequence[str]]
    """The ids of what can be in the details, the first one first."""
    SECTION: ClassVar[Section]

    _made: tuple[object, Things] | None = None

    def __init__(
        self, library: Library, user: UserData, state: TableState, across: Across, corpus: Callable[[], Corpus]
    ) -> None:
        """Take library and user's data, what was shown last, what holds across the library, what gives the search."""
        if not state.view:
            state.view = self.VIEWS[0]
        super().__init__(library, user, state)
        self.across, self.corpus = across, corpus
        self.rows_shown: Listed | None = None
        """What is listed now."""
        self._columns: Sequence[Column] = ()

    @property
    def is_large(self) -> bool:
        """Whether the library is too large to be held in memory."""
        return len(self.library.index.order("date", LARGE + 1)) > LARGE

    # What a subclass says

    @abstractmethod
    def made(self, seen: Overview | None) -> Things:
        """Return the things of the library: held in memory with what holds across it, or None: read from the index."""

    @abstractmethod
    def cells(self, things: Things, found: Listed) -> ListedCells:
        """Return what tells the rows that were found."""

    @abstractmethod
    def where(self, row: str) -> Where:
        """Return where the thing of a row stands."""

    @abstractmethod
    def exported(self, row: str) -> Row:
        """Return what an export says of a row."""

    @abstractmethod
    def drawn(self, width: int) -> Clean:
        """Return the chart as text; empty where there is none."""

    # The table

    @property
    def things(self) -> Things:
        """The things as of now; made anew where articles, decisions or what the user added has changed."""
        seen = None if self.is_large else self.across.overview()
        version = seen or self.library.index.changes(), self.user.store.version()
        if self._made is None or self._made[0] != version:
            self._made = version, self.made(seen)
        return self._made[1]

    def answers(self, asked: Asked) -> Iterator[Answer]:
        """Yield the rows that are asked for; of very many the first ones before all."""
        things, under = self.things, self.state.under
        if self.is_large:
            first = things.listed(asked.words, asked.by, falls=asked.falls, limit=FIRST)
            yield self._answered(first, self.cells(things, first), whole=first.found < FIRST)
            if first.found < FIRST:
                return
            under = ""
        found = things.listed(asked.words, asked.by, falls=asked.falls, under=under)
        yield self._answered(found, self.cells(things, found))

    def _answered(self, found: Listed, cells: ListedCells, *, whole: bool = True) -> Answer:
        """Return the answer with what was found, and remember it; ``whole``: nothing more is on its way."""
        self.rows_shown, self._columns = found, cells.columns
        return Answer(cells, found.total, found.note, whole)

    @property
    def columns(self) -> Sequence[Column]:
        """The columns that have something to say."""
        return self._columns or self.COLUMNS

    @property
    def view(self) -> str:
        """What is in the details."""
        return self.state.view

    def chosen(self, row: str) -> None:
        """Go to the place in the text."""
        self.leave(Opened(*self.where(row)))

    def show_added(self) -> None:
        """List anew: what the user says of rows is in them, and may be filtered and sorted by."""
        self.ask()

    def do_group(self, times: int) -> None:
        """Ask by what to group the rows."""
        if self.is_large:
            self.notice(say("Rows of a library as large as this are not grouped"))
            return
        from tui.screens.questions import Choice, Question  # noqa: PLC0415 - not needed before one groups

        choices = [Choice(each.id or "none", say(each.name)) for each in self.GROUPINGS]
        self.inquire(Question(say("Group by"), self._group_by, choices, self.state.under or "none"))

    def _group_by(self, chosen: str) -> None:
        self.state.under = "" if chosen == "none" else chosen
        self.ask()

    def do_view(self, times: int) -> None:
        """Show the next of what can be in the details; where these are a page of their own, go there first."""
        if self.mode == "page" and not self.state.in_detail:
            self.go("details")
            return
        views = self.VIEWS
        self.state.view = views[(views.index(self.view) + times) % len(views)]
        self.ask_detail()

    # The selection

    def pointed_in_table(self, row: str) -> Pointed | None:
        """Return the thing of a row."""
        return self.pointed(row)

    def pointed(self, row: str) -> Pointed | None:
        """Return the figure or request of a key."""
        return self._item(self.SECTION, self.where(row))

    def passage(self, where: Where) -> Pointed | None:
        """Return words of an article."""
        return self._item("passages", where)

    def _item(self, section: Section, where: Where) -> Pointed | None:
        document = self.document(where.article_key)
        item = resolve(section, document, where.start, where.end) if document else None
        words = clean_line(item.article.text[item.start : item.end]) if item else Clean("")
        return Pointed(item, words) if item else None

    def document(self, article_key: str) -> Document | None:
        """Return an article, None where it is gone."""
        with suppress(KeyError, LibraryError):
            return self.library.document(article_key)
        return None

    def marked_rows(self) -> tuple[frozenset[str], frozenset[str]]:
        """Return which rows are marked."""
        return self._marked(self.table.rows.ids), self._marked(self.details.rows.ids)

    def _marked(self, rows: Sequence[str]) -> frozenset[str]:
        marks = {
            (one.anchor.article_key, one.anchor.start)
            for one in self.user.marks()
            if one.anchor.section == self.SECTION
        }
        articles = {article for article, _ in marks}
        near = [row for row in rows if row.partition(":")[0] in articles]
        if articles and rows and rows[0].isdigit():  # of a large library: the numbers of its rows in the index
            near = [row for row in self._numbered(articles) if self.table.rows.place(row) >= 0]
        return frozenset(row for row in near if (here := self.where(row)) and (here.article_key, here.start) in marks)

    def _numbered(self, articles: Collection[str]) -> list[str]:
        """Return the rows of some articles in the index."""
        ask = Ask((), Conditions(keys=list(articles)))
        kind: Table = "figures" if self.SECTION == "figures" else "requests"
        return [*map(str, self.library.index.tables.listed(kind, ask, Sorting("date")))]

    # Exporting

    def table_out(self) -> tuple[int, Callable[[], Sequence[Row]]]:
        """Return the table as it is shown."""
        rows = [row for row in self.rows_shown.ids if row] if self.rows_shown else []
        return len(rows), lambda: list(self._there(rows))

    def _there(self, rows: Sequence[str]) -> Iterator[Row]:
        """Yield what an export says of rows, but for those that are gone since they were shown."""
        for row in rows:
            with suppress(KeyError):
                yield self.exported(row)

    def chart_out(self) -> Clean:
        """Return the chart, where there are rows to draw."""
        return self.drawn(CHART_WIDTH) if self.rows_shown and any(self.rows_shown.ids) else Clean("")
