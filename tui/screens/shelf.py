"""Which articles the reader offers, in which order, and which one is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import NamedTuple

from tui.library import Entry, Library
from tui.library.userdata import Place, UserData
from tui.messages import say
from tui.screens.reading import Reading
from tui.text.clean import Clean, clean_line
from tui.widgets.filtered_rows import filtered
from tui.widgets.rows import NoRows, Rows
from tui.widgets.session_order import ORDERS, Order, ordered
from tui.widgets.session_rows import SessionRows, is_problem

AT_FIRST = 300
"""Most sessions that are listed before the first paint; all of them follow from a thread."""


class Shown(NamedTuple):
    """What a shelf offers: all rows, those that have the words they are narrowed by, and how many articles there are.

    With what it was made for: the order, whether turned, and these words. ``whole`` ends early where it is ``partial``.
    """

    whole: Rows
    rows: Rows
    articles: int
    order: Order
    turned: bool
    words: str
    partial: bool = False


class Shelf:
    """A library as the reader goes through it; articles are named by their path, which stays while they are parsed."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take the library and what the user added to it."""
        self._library, self._user = library, user
        self.current: Entry | None = None
        self._version: object = None
        self._left_at = ""
        self._unread: set[str] = set()
        """Articles that are to stay unread although they are, or were, open."""
        self._read: set[str] = set()
        self._together: Mapping[str, Sequence[str]] = {}
        self._shown = Shown(NoRows(), NoRows(), 0, "date", False, "")
        self.refresh(AT_FIRST)

    @property
    def rows(self) -> Rows:
        """The rows that are offered."""
        return self._shown.rows

    @property
    def whole(self) -> Rows:
        """All rows, also those without the words that they are narrowed by."""
        return self._shown.whole

    @property
    def order(self) -> Order:
        """What the sessions are sorted by."""
        return self._shown.order

    @property
    def turned(self) -> bool:
        """Whether in the opposite order."""
        return self._shown.turned

    @property
    def is_partial(self) -> bool:
        """Whether only the first sessions are offered so far."""
        return self._shown.partial

    def look(self, limit: int | None = None) -> Shown:
        """Look at what the library has now, in any thread; see :meth:`take`. With ``limit``, at the first sessions."""
        _, _, _, order, turned, words, _ = self._shown
        listing = self._library.listing(limit + 1 if limit else None)
        partial = limit is not None and len(listing.entries) > limit
        if partial and (order, turned) != ("date", False):
            listing, partial = self._library.listing(), False
        problems = () if partial else self._library.problems()
        self.see_added()
        count = len(listing.entries)
        if not count and not problems:
            nothing = NoRows(*self.what_next())
            return Shown(nothing, nothing, 0, order, turned, words)
        whole = SessionRows(ordered(listing, order, turned), problems, order, self._is_unread, self._added)
        return Shown(whole, filtered(whole, words), count, order, turned, words, partial)

    def take(self, shown: Shown) -> bool:
        """Offer what was looked at; tell whether it is what is wanted by now."""
        now = self._shown
        if (shown.order, shown.turned, shown.words) != (now.order, now.turned, now.words):
            return False
        self._shown = shown
        if self.current:
            moved = self._library.path_of(self.current.article_key)
            self.current = self._library.entry(self.current.path) or self._library.entry(moved) or self.current
        return True

    def refresh(self, limit: int | None = None) -> None:
        """Offer what the library has now, or the first sessions of it."""
        self.take(self.look(limit))

    def see_added(self) -> None:
        """Look at what the user has added by now; rows say it when they are drawn anew."""
        self._read = set(self._user.read())
        self._stars, self._facts = self._user.stars(), self._user.facts()

    def _is_unread(self, entry: Entry) -> bool:
        return entry.article_key not in self._read

    def _added(self, entry: Entry) -> tuple[bool, bool, bool]:
        key, facts = entry.article_key, self._facts
        return key in self._stars, bool(facts.tags.get(key)), key in facts.note

    def __len__(self) -> int:
        """Return how many articles there are, as far as they are offered."""
        return self._shown.articles

    @property
    def sessions(self) -> int:
        """How many sessions the articles report, as far as that is known."""
        events = {id(keys): keys for keys in self._together.values()}
        return len(self) - sum(len(keys) - 1 for keys in events.values())

    def take_events(self, together: Mapping[str, Sequence[str]]) -> bool:
        """Take which articles report one session (see :meth:`tui.library.Library.together`), for the next refresh.

        Tell whether that is other than before.
        """
        before, self._together = self._together, together
        return before != together

    def together(self, article_key: str) -> Sequence[str]:
        """Return the articles about the session of one, by their keys, that one included."""
        return self._together.get(article_key, (article_key,))

    def entry(self, path: str) -> Entry | None:
        """Return what is known of the article at a path, None where there is none."""
        return self._library.entry(path)

    def of_day(self, day: str) -> list[Entry]:
        """Return the articles about sessions of a day."""
        return self._library.of_day(day)

    @property
    def paths(self) -> Sequence[str]:
        """The articles' paths in the order of the list; all of them are read for it."""
        return [row for row in self.rows.ids if row and not is_problem(row)]

    def sort(self, order: Order, turned: bool) -> None:
        """Sort in an order, or in the opposite one."""
        self._shown = self._shown._replace(order=order, turned=turned)
        self.refresh()

    def take_up(self, order: str, turned: bool, article_key: str) -> None:
        """Go on with the order and the article of the last time."""
        self._left_at = article_key
        for known in ORDERS:
            if known == order and (known, turned) != (self.order, self.turned):
                self.sort(known, turned)

    def narrow(self, words: str, rows: Rows) -> None:
        """Offer only what has some words: these rows of the whole."""
        self._shown = self._shown._replace(words=words, rows=rows)

    def first(self) -> str:
        """Return the article to begin with: the one that was open last, else the first; empty when there is none."""
        last = self._user.last()
        key = last.article_key if last.library == str(self._library.root) else self._left_at
        return self._library.path_of(key or "") or next(self._paths_from(0, 1), "")

    def beside(self, by: int) -> str:
        """Return the article so many further on in the list, or empty at its ends."""
        here = self.rows.place(self.current.path) if self.current else -1
        if here < 0:
            return next(self._paths_from(0, 1), "")
        step = 1 if by > 0 else -1
        return next(islice(self._paths_from(here + step, step), abs(by) - 1, None), "")

    def _paths_from(self, index: int, step: int) -> Iterator[str]:
        """Yield the articles from a row on."""
        ids = self.rows.ids
        while 0 <= index < len(ids):
            if (row := ids[index]) and not is_problem(row):
                yield row
            index += step

    def toggle_read(self) -> bool:
        """Say that the open article was read, or was not; tell which."""
        key = self.current.article_key if self.current else ""
        read = key not in self._read
        self._read, self._unread = self._read ^ {key}, self._unread - {key} if read else self._unread | {key}
        self._user.set_read(key, read, self.current.headline if self.current else "")
        return read

    def unread_beside(self, by: int) -> str:
        """Return the so many-th unread article after the open one (before it, where negative), or empty."""
        here = self.rows.place(self.current.path) if self.current else -1
        step = 1 if by > 0 else -1
        around = chain(
            self._paths_from(here + step, step), self._paths_from(0 if by > 0 else len(self.rows.ids) - 1, step)
        )
        here_too = self.current.path if self.current else ""
        unread = (path for path in around if path != here_too and self._is_unread_at(path))
        return next(islice(unread, abs(by) - 1, None), "")

    def _is_unread_at(self, path: str) -> bool:
        entry = self._library.entry(path)
        return entry is not None and self._is_unread(entry)

    def path_of(self, article_key: str) -> str:
        """Return the path of the article with a key, or empty."""
        return self._library.path_of(article_key)

    def has(self, path: str) -> bool:
        """Tell whether the library has an article with a path (any more)."""
        return self._library.entry(path) is not None

    @property
    def has_changed(self) -> bool:
        """Whether the open article is another one by now, or its record is: it was read or corrected since."""
        current = self.current
        return current is not None and self.has(current.path) and self._library.version(current.path) != self._version

    def open(self, path: str) -> Reading:
        """Open an article and remember that it was opened.

        Raises:
            LibraryError: it can't be read any more.
            KeyError: the library has no such article (any more).
        """
        entry = self._library.entry(path)
        if entry is None:
            raise KeyError(path)
        version = self._library.version(path)
        reading = Reading(self._library.document(entry.article_key))
        self.current, self._version = entry, version
        self._unread.discard(entry.article_key)
        return reading

    def position(self) -> int:
        """Return where reading of the open article stopped, as an offset of its source."""
        return self._user.position(self.current.article_key) if self.current else 0

    def leave(self, offset: int) -> Callable[[], None]:
        """Take the open article as read up to an offset; return what keeps that on the disk, in any thread."""
        entry, user = self.current, self._user
        if entry is None:
            return lambda: None
        key = entry.article_key
        stays_unread = key in self._unread
        if not stays_unread:
            self._read.add(key)

        def keep() -> None:
            if not stays_unread:
                user.set_read(key, True, undoable=False)
            user.set_position(key, offset)
            user.set_last(Place(library=str(self._library.root), article_key=key))

        return keep

    def what_next(self) -> tuple[Clean, ...]:
        """Return what to say where there is no article: why, and what to do next."""
        return (
            say("There is no article in {folder}.", folder=clean_line(str(self._library.root))),
            say(
                "Put articles in it, a file each: text, saved web pages, with the extra “import” Word and PDF files. "
                "They appear here by themselves. “giamsat add” also takes addresses."
            ),
        )
