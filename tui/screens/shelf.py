"""Which articles the reader offers, in which order, and which one is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.library import Entry, Library
from tui.library.userdata import Place, UserData
from tui.messages import say
from tui.screens.reading import Reading
from tui.text.clean import Clean, clean_line
from tui.widgets.filtered_rows import filtered
from tui.widgets.rows import NoRows, Rows
from tui.widgets.session_rows import ORDERS, Order, SessionRows, is_problem


class Shelf:
    """A library as the reader goes through it; articles are named by their path, which stays while they are parsed."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take the library and what the user added to it."""
        self._library, self._user = library, user
        self.order: Order = "date"
        self.turned = False
        self.current: Entry | None = None
        self._version: object = None
        self.whole: Rows = NoRows()
        self.rows: Rows = self.whole
        self._words = self._left_at = ""
        self._unread: set[str] = set()
        """Articles that are to stay unread although they are, or were, open."""
        self._entries: dict[str, Entry] = {}
        self._read: set[str] = set()
        self._together: Mapping[str, Sequence[str]] = {}
        self.refresh()

    def refresh(self) -> None:
        """Look at what the library has now."""
        entries, problems = self._library.entries(), self._library.problems()
        self._read, stars, facts = set(self._user.read()), self._user.stars(), self._user.facts()
        self._entries = {entry.path: entry for entry in entries}
        if self.current:
            moved = self.path_of(self.current.article_key)
            self.current = self._entries.get(self.current.path) or self._entries.get(moved, self.current)
        if not entries and not problems:
            self.rows = self.whole = NoRows(*self.what_next())
            return
        self.whole = SessionRows(
            entries,
            problems,
            self.order,
            unread=lambda entry: entry.article_key not in self._read,
            added=lambda entry: (
                entry.article_key in stars,
                bool(facts.tags.get(entry.article_key)),
                entry.article_key in facts.note,
            ),
            together=self._together,
            turned=self.turned,
        )
        self.rows = filtered(self.whole, self._words)

    def __len__(self) -> int:
        """Return how many articles there are."""
        return len(self._entries)

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
        return self._entries.get(path)

    def of_day(self, day: str) -> list[Entry]:
        """Return the articles about sessions of a day."""
        return [entry for entry in self._entries.values() if entry.date == day]

    @property
    def paths(self) -> Sequence[str]:
        """The articles' paths in the order of the list."""
        return [row for row in self.rows.ids if row and not is_problem(row)]

    def sort(self, order: Order, turned: bool) -> None:
        """Sort in an order, or in the opposite one."""
        self.order, self.turned = order, turned
        self.refresh()

    def take_up(self, order: str, turned: bool, article_key: str) -> None:
        """Go on with the order and the article of the last time."""
        self._left_at = article_key
        for known in ORDERS:
            if known == order and (known, turned) != (self.order, self.turned):
                self.sort(known, turned)

    def narrow(self, words: str, rows: Rows) -> None:
        """Offer only what has some words: these rows of the whole."""
        self._words, self.rows = words, rows

    def first(self) -> str:
        """Return the article to begin with: the one that was open last, else the first; empty when there is none."""
        last = self._user.last()
        key = last.article_key if last.library == str(self._library.root) else self._left_at
        return self.path_of(key or "") or next(iter(self.paths), "")

    def beside(self, by: int) -> str:
        """Return the article so many further on in the list, or empty at its ends."""
        paths = self.paths
        if self.current is None or self.current.path not in paths:
            return next(iter(paths), "")
        index = paths.index(self.current.path) + by
        return paths[index] if 0 <= index < len(paths) else ""

    def toggle_read(self) -> bool:
        """Say that the open article was read, or was not; tell which."""
        key = self.current.article_key if self.current else ""
        read = key not in self._read
        self._read, self._unread = self._read ^ {key}, self._unread - {key} if read else self._unread | {key}
        self._user.set_read(key, read, self.current.headline if self.current else "")
        return read

    def unread_beside(self, by: int) -> str:
        """Return the so many-th unread article after the open one (before it, where negative), or empty."""
        paths = self.paths
        here = paths.index(self.current.path) if self.current and self.current.path in paths else -1
        around = [*paths[here + 1 :], *paths[: max(here, 0)]]
        unread = [path for path in around if self._entries[path].article_key not in self._read]
        return unread[(by - 1 if by > 0 else by) % len(unread)] if unread else ""

    def path_of(self, article_key: str) -> str:
        """Return the path of the article with a key, or empty."""
        return next((path for path, entry in self._entries.items() if entry.article_key == article_key), "")

    def has(self, path: str) -> bool:
        """Tell whether the library has an article with a path (any more)."""
        return path in self._entries

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
        entry = self._entries[path]
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
