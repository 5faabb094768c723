"""The sessions: date, place and theme, grouped; below them what could not be opened, with the reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import overload

from tui.library.entries import Entries
from tui.library.entry import Entry, Problem
from tui.messages import lead, say, say_many
from tui.text.clean import Clean, clean_line
from tui.widgets.added_rows import signs
from tui.widgets.ink import NOTHING, Line, Piece, paragraph, shorten, spread
from tui.widgets.ink import width as width_of
from tui.widgets.rows import Rows, heading
from tui.widgets.session_order import Order, Ordered
from tui.widgets.theme import Ink
from tui.widgets.wording import day, month

_THEME_LINES = 2
_PROBLEM = "problem:"
_ALSO = Clean("└─ ")


class SessionRows(Rows):
    """A library's articles and problems; a row's id is the article's path.

    Of many articles only those are read that are looked at: where rows are is worked out of how many each heading has.
    """

    def __init__(
        self,
        sessions: Ordered,
        problems: Sequence[Problem],
        order: Order,
        unread: Callable[[Entry], bool],
        added: Callable[[Entry], tuple[bool, bool, bool]],
    ) -> None:
        """Take sessions, problems, the order, what tells whether one is unread, and has star, tags, notes."""
        self._entries, self._further, self._problems = sessions.entries, sessions.further, problems
        self._order, self._unread, self._added = order, unread, added
        self._groups = [(name, count) for name, count in sessions.groups if count]
        if problems:
            told = say_many("{count} could not be opened", "{count} could not be opened", len(problems))
            self._groups.append((told, len(problems)))
        sizes = [count + bool(name) for name, count in self._groups]
        self._starts = list(accumulate(sizes, initial=0))
        self._firsts = list(accumulate((count for _, count in self._groups), initial=0))
        self.ids = _Ids(self)

    def __len__(self) -> int:
        """Return how many rows there are."""
        return self._starts[-1]

    def row(self, index: int) -> Entry | Problem | Clean:
        """Return what is in a row: an article, a problem, or the words of a heading."""
        name, place = self._place(index)
        if place < 0:
            return name
        known = len(self._entries)
        return self._entries[place] if place < known else self._problems[place - known]

    def _place(self, index: int) -> tuple[Clean, int]:
        """Return the heading that a row is under, and its place among articles and problems: -1 is the heading."""
        group = bisect_right(self._starts, index) - 1
        name, _ = self._groups[group]
        place = index - self._starts[group] - bool(name)
        return name, -1 if place < 0 else place + self._firsts[group]

    def is_heading(self, index: int) -> bool:
        """Tell whether a row is a heading, without reading anything."""
        return self._place(index)[1] < 0

    def place(self, row: str) -> int:
        """Return the index of a row, -1 where there is none of that id."""
        if not row:
            return -1
        if is_problem(row):
            path = row.removeprefix(_PROBLEM)
            found = next((place for place, one in enumerate(self._problems) if one.path == path), -1)
            found += len(self._entries) if found >= 0 else 0
        elif isinstance(self._entries, Entries):
            found = self._entries.place_of(row)
        else:
            found = next((place for place, one in enumerate(self._entries) if one.path == row), -1)
        if found < 0:
            return -1
        group = bisect_right(self._firsts, found) - 1
        return self._starts[group] + bool(self._groups[group][0]) + found - self._firsts[group]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, a session of one line and its theme, or a problem and its reason."""
        row = self.row(index)
        if isinstance(row, str):
            return heading(row, width, index == 0)
        if isinstance(row, Problem):
            return self._problem(row, width)
        if self._place(index)[1] in self._further:
            return self._also(row, width, full)
        return self._entry(row, width, full)

    def heights(self, width: int) -> Sequence[int]:
        """Return the heights without drawing the entries: a line, and two for the theme."""
        heights: list[int] = []
        for group, (name, count) in enumerate(self._groups):
            first = self._starts[group]
            heights += [len(self.lines(first, width, False))] if name else []
            begin = self._firsts[group]
            if begin < len(self._entries):
                heights += [1 if place in self._further else 1 + _THEME_LINES for place in range(begin, begin + count)]
            else:
                heights += [len(self._problem(one, width)) for one in self._problems]
        return heights

    def name(self, index: int) -> str:
        """Return place, days, theme, headline and who presided; of a further article also those of the first one."""
        row, (_, place) = self.row(index), self._place(index)
        if not isinstance(row, Entry):
            return super().name(index)
        words = self._words(row)
        while place in self._further:
            place -= 1
            words = f"{self._words(self._entries[place])} {words}"
        return words

    @staticmethod
    def _words(entry: Entry) -> str:
        days = day(entry.date), day(entry.published), month(entry.date or entry.published)
        return " ".join(filter(None, (entry.place, *days, entry.theme, entry.headline, entry.chair)))

    def _also(self, entry: Entry, width: int, full: bool) -> Sequence[Line]:
        """Return a further article about the session above: who published it and when, and its headline."""
        unread = self._unread(entry)
        source = clean_line(entry.publisher or "")
        parts = (source, day((entry.published or "")[:10]), lead(clean_line(entry.headline)))
        words = Clean(" · ".join(part for part in parts if part))
        right = signs(*self._added(entry))
        mark = [Piece(Clean("• " if unread else "  "), "accent"), Piece(_ALSO, "faint")]
        room = width - 5 - width_of(right)
        text = paragraph(words, room, "text" if full or unread else "dim", most=0 if full else 1)
        begun = [spread([*mark, *text[0]], right, width)]
        return [*begun, *([Piece(Clean("     ")), *line] for line in text[1:])]

    def _entry(self, entry: Entry, width: int, full: bool) -> Sequence[Line]:
        unread = self._unread(entry)
        ink: Ink = "strong" if unread else "text"
        right = signs(*self._added(entry))
        where = lead(clean_line(entry.place)) if entry.place else NOTHING
        sign = "… " if entry.state == "pending" else "• " if unread else "  "
        dot, when = Piece(Clean(sign), "accent"), self._when(entry)
        first = [dot, Piece(Clean(f"{when}  {where}"), ink)]
        below: Sequence[Line] = ()
        if width_of(first) + 1 + width_of(right) > width:  # the place stands whole: it has a line of its own
            first = [dot, Piece(when, ink)]
            below = paragraph(where, width - 3, ink, most=0 if full else _THEME_LINES)
        room = 0 if full else _THEME_LINES - len(below)
        theme = paragraph(_theme(entry), width - 3, "text" if full else "dim", most=room) if full or room else []
        lines: list[Line] = [spread(first, right, width), *([Piece(Clean("  ")), *line] for line in (*below, *theme))]
        return lines + [[]] * (1 + _THEME_LINES - len(lines))

    def _when(self, entry: Entry) -> Clean:
        """Return the day, of the month where the month is the heading; with ~ the day on which it was published."""
        known = entry.date or entry.published
        if not known:
            return say("no date")
        sign = "" if entry.date else "~"
        if self._order == "date" and not known.startswith("--"):
            return Clean(f"{sign}{known[8:10]}")
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


class _Ids(Sequence[str]):
    """The ids of the rows of sessions, each made when it is asked for."""

    def __init__(self, rows: SessionRows) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[str]: ...
    def __getitem__(self, index: int | slice) -> str | Sequence[str]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        if self._rows.is_heading(place):
            return ""
        row = self._rows.row(place)
        if isinstance(row, Entry):
            return row.path
        return f"{_PROBLEM}{row.path}" if isinstance(row, Problem) else ""
