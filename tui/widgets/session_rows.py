"""The sessions: date, place and theme, grouped; below them what could not be opened, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.library.entry import Entry, Problem
from tui.messages import N_, lead, say, say_many
from tui.text.clean import Clean, clean_line
from tui.text.collate import name_key, sort_key
from tui.widgets.added_rows import signs
from tui.widgets.ink import NOTHING, Line, Piece, cells, paragraph, shorten, spread
from tui.widgets.ink import width as width_of
from tui.widgets.rows import Rows, heading
from tui.widgets.theme import Ink
from tui.widgets.wording import day, month

Order = Literal["date", "place", "person", "name"]
ORDERS: dict[Order, str] = {
    "date": N_("by date"),
    "place": N_("by place"),
    "person": N_("by who presided"),
    "name": N_("by headline"),
}
FALLING: frozenset[Order] = frozenset({"date"})
"""The orders that begin with the last one, as long as they are not turned."""
_THEME_LINES = 2
_PROBLEM = "problem:"
_ALSO = Clean("└─ ")


class _Also(NamedTuple):
    """A further article about a session."""

    entry: Entry
    of: Entry


class SessionRows(Rows):
    """A library's articles and problems; a row's id is the article's path."""

    def __init__(
        self,
        entries: Sequence[Entry],
        problems: Sequence[Problem],
        order: Order,
        unread: Callable[[Entry], bool],
        added: Callable[[Entry], tuple[bool, bool, bool]],
        *,
        together: Mapping[str, Sequence[str]] | None = None,
        turned: bool = False,
    ) -> None:
        """Take entries (newest first), problems, what tells whether one is unread, and has star, tags, notes.

        ``together`` gives the articles about one session (by keys) for each of them: they are listed below the first.
        ``turned``: in the opposite order; those without what they are sorted by come last all the same.
        """
        self._order, self._unread, self._added = order, unread, added
        self._together = together or {}
        self._rows: list[Entry | _Also | Problem | Clean] = []
        self._take(_sorted(entries, order, turned))
        if problems:
            self._rows.append(say_many("{count} could not be opened", "{count} could not be opened", len(problems)))
            self._rows += problems
        self.ids = [self._id(row) for row in self._rows]

    def _take(self, entries: Sequence[Entry]) -> None:
        """Make the rows: a session a row, below it the further articles about it, and above them their group."""
        of_key = {entry.article_key: entry for entry in entries if entry.article_key in self._together}
        last, told = NOTHING, set[str]()
        for entry in entries:
            if entry.article_key in told:
                continue
            group = self._group(entry, self._order)
            if group != last:
                last = group
                self._rows.append(group)
            self._rows.append(entry)
            also = [of_key[key] for key in self._together.get(entry.article_key, ()) if key in of_key]
            self._rows += [_Also(one, entry) for one in also if one is not entry]
            told.update(one.article_key for one in also)

    @staticmethod
    def _id(row: Entry | _Also | Problem | Clean) -> str:
        if isinstance(row, Entry):
            return row.path
        if isinstance(row, _Also):
            return row.entry.path
        return f"{_PROBLEM}{row.path}" if isinstance(row, Problem) else ""

    @staticmethod
    def _group(entry: Entry, order: Order) -> Clean:
        if entry.state == "pending":
            return say("Being read")
        if order == "date":
            return month(entry.date or entry.published)
        if order == "place":
            return lead(clean_line(entry.place)) if entry.place else say("Without a place")
        if order == "person":
            return clean_line(entry.chair) if entry.chair else say("Nobody is named who presided")
        return NOTHING

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return a heading, a session of one line and its theme, or a problem and its reason."""
        row = self._rows[index]
        if isinstance(row, str):
            return heading(row, width, index == 0)
        if isinstance(row, Problem):
            return self._problem(row, width)
        if isinstance(row, _Also):
            return self._also(row.entry, width, full)
        return self._entry(row, width, full)

    def heights(self, width: int) -> Sequence[int]:
        """Return the heights without drawing the entries: a line, and two for the theme."""
        return [
            1 + _THEME_LINES if isinstance(row, Entry) else len(self.lines(index, width, False))
            for index, row in enumerate(self._rows)
        ]

    def name(self, index: int) -> str:
        """Return place, days, theme, headline and who presided; of a further article also those of the first one."""
        row = self._rows[index]
        if isinstance(row, _Also):
            return f"{self._words(row.of)} {self._words(row.entry)}"
        if not isinstance(row, Entry):
            return super().name(index)
        return self._words(row)

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
        dot, when = Piece(Clean("• " if unread else "  "), "accent"), self._when(entry)
        first = [dot, Piece(Clean(f"{when}  {where}"), ink)]
        below: list[Line] = []
        if full and cells(first[1].text) + 2 + width_of(right) > width:
            first = [dot, Piece(when, ink)]
            below = [[Piece(Clean("  ")), *line] for line in paragraph(where, width - 3, ink)]
        theme = paragraph(_theme(entry), width - 3, "text" if full else "dim", most=0 if full else _THEME_LINES)
        lines: list[Line] = [spread(first, right, width), *below, *([Piece(Clean("  ")), *line] for line in theme)]
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


def _sorted(entries: Sequence[Entry], order: Order, turned: bool) -> Sequence[Entry]:
    """Return entries in an order; by date they come as the library gives them, newest first."""
    if order == "date":
        if not turned:
            return entries
        dated = [entry for entry in entries if entry.date or entry.published]
        return [*reversed(dated), *(entry for entry in entries if not (entry.date or entry.published))]
    keys = {"place": _place_key, "person": _person_key, "name": _headline_key}[order]
    known = [(key, entry) for entry in entries if (key := keys(entry))]
    known.sort(key=lambda pair: pair[0], reverse=turned)
    return [*(entry for _, entry in known), *(entry for entry in entries if not keys(entry))]


def _place_key(entry: Entry) -> str:
    return _key(entry.place or "")


def _person_key(entry: Entry) -> str:
    family, *middle = (entry.chair or "").split() or [""]
    given = middle.pop() if middle else family
    return name_key(family, " ".join(middle), given) if entry.chair else ""


def _headline_key(entry: Entry) -> str:
    return sort_key(entry.headline)


_key = lru_cache(maxsize=4096)(sort_key)
"""Places come again and again."""
