"""The sessions: date, place and theme, grouped; below them what could not be opened, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from tui.library.entry import Entry, Problem
from tui.messages import N_, lead, say, say_many
from tui.text.clean import Clean, clean_line
from tui.text.fold import fold
from tui.widgets.added_rows import signs
from tui.widgets.ink import NOTHING, Line, Piece, paragraph, shorten, spread
from tui.widgets.rows import Rows, heading
from tui.widgets.theme import Ink
from tui.widgets.wording import day, month

Order = Literal["date", "place", "name"]
ORDERS: dict[Order, str] = {"date": N_("by date"), "place": N_("by place"), "name": N_("by name")}
_THEME_LINES = 2
_PROBLEM = "problem:"


class SessionRows(Rows):
    """A library's articles and problems; a row's id is the article's path."""

    def __init__(
        self,
        entries: Sequence[Entry],
        problems: Sequence[Problem],
        order: Order,
        unread: Callable[[Entry], bool],
        added: Callable[[Entry], tuple[bool, bool, bool]],
    ) -> None:
        """Take entries (newest first), problems, what tells whether one is unread, and has star, tags, notes."""
        self._order, self._unread, self._added = order, unread, added
        self._rows: list[Entry | Problem | Clean] = []
        last = NOTHING
        for entry in _sorted(entries, order):
            group = self._group(entry, order)
            if group != last:
                last = group
                self._rows.append(group)
            self._rows.append(entry)
        if problems:
            self._rows.append(say_many("{count} could not be opened", "{count} could not be opened", len(problems)))
            self._rows += problems
        self.ids = [self._id(row) for row in self._rows]

    @staticmethod
    def _id(row: Entry | Problem | Clean) -> str:
        if isinstance(row, Entry):
            return row.path
        return f"{_PROBLEM}{row.path}" if isinstance(row, Problem) else ""

    @staticmethod
    def _group(entry: Entry, order: Order) -> Clean:
        if entry.state == "pending":
            return say("Being read")
        if order == "date":
            return month(entry.date or entry.published)
        if order == "place":
            return lead(clean_line(entry.place)) if entry.place else say("Without a place")
        return NOTHING

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, a session of one line and its theme, or a problem and its reason."""
        row = self._rows[index]
        if isinstance(row, str):
            return heading(row, width, index == 0)
        if isinstance(row, Problem):
            return self._problem(row, width)
        return self._entry(row, width, full)

    def heights(self, width: int) -> Sequence[int]:
        """Return the heights without drawing the entries: a line, and two for the theme."""
        return [
            1 + _THEME_LINES if isinstance(row, Entry) else len(self.lines(index, width, False))
            for index, row in enumerate(self._rows)
        ]

    def _entry(self, entry: Entry, width: int, full: bool) -> Sequence[Line]:
        unread = self._unread(entry)
        ink: Ink = "strong" if unread else "text"
        right = signs(*self._added(entry))
        where = lead(clean_line(entry.place)) if entry.place else NOTHING
        first = [Piece(Clean("• " if unread else "  "), "accent"), Piece(Clean(f"{self._when(entry)}  {where}"), ink)]
        theme = paragraph(_theme(entry), width - 3, "text" if full else "dim", most=0 if full else _THEME_LINES)
        lines: list[Line] = [spread(first, right, width), *([Piece(Clean("  ")), *line] for line in theme)]
        return lines + [[]] * (1 + _THEME_LINES - len(lines))

    def _when(self, entry: Entry) -> Clean:
        """Return the day, of the month where the month is the heading; with ~ the day on which it was published."""
        known = entry.date or entry.published
        if not known:
            return say("no date")
        sign = "" if entry.date else "~"
        if self._order == "date" and entry.state != "pending":
            return Clean(f"{sign}{known[5:7] if known.startswith('--') else known[8:10]}")
        return Clean(f"{sign}{day(known[:10])}")

    @staticmethod
    def _problem(problem: Problem, width: int) -> Sequence[Line]:
        where = f"{problem.path}:{problem.line}" if problem.line else problem.path
        return [
            [Piece(Clean("! "), "warning"), Piece(shorten(clean_line(where), width - 2), "text")],
            *([Piece(Clean("  ")), *line] for line in paragraph(clean_line(problem.reason), width - 2, "dim")),
        ]


def is_problem(row: str) -> bool:
    """Tell whether a row of the sessions is something that could not be opened."""
    return row.startswith(_PROBLEM)


def _theme(entry: Entry) -> Clean:
    return lead(clean_line(entry.theme or entry.headline))


def _sorted(entries: Sequence[Entry], order: Order) -> Sequence[Entry]:
    """Return entries in an order; by date they come as the library gives them, newest first."""
    if order == "date":
        return entries
    field = "place" if order == "place" else "headline"
    return sorted(entries, key=lambda entry: (getattr(entry, field) is None, fold(getattr(entry, field) or "")))
