"""A library: a folder of articles, what is known of each, and what could not be used."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from threading import Event as Flag
from threading import RLock
from typing import TYPE_CHECKING, Self

from tui.library.document import Document
from tui.library.entry import Entry, Problem, Progress
from tui.library.scan import scan, stamp_of
from tui.library.summary import unparsed
from tui.messages import say
from tui.paths import shipped_library
from tui.text.clean import Clean, clean_line

if TYPE_CHECKING:
    from tui.library.entries import Listing
    from tui.library.index.engine import Article, Engine
    from tui.library.index.known import Known
    from tui.library.refreshing import Refreshed
    from tui.library.watching import Watch

AT_ONCE = 500
"""Most files of a folder that nothing is known of which are listed by their names before anything else is done."""


class LibraryError(Exception):
    """A library or article that can't be opened; the message is one line for people and names it."""


class Library:
    """An opened library. Its methods may be called from any thread; what they return never changes afterwards."""

    def __init__(self, root: Path, *, only: str | None = None, read_only: bool = False) -> None:
        """Take the folder, and the one file of it that is wanted; :meth:`open` is the way in."""
        self.root = root
        self.name = only or root.resolve().name or str(root)
        self.read_only = read_only
        self._only = only
        self._lock = RLock()
        self._index: Engine | None = None
        self._ships: dict[str, tuple[Document, Known]] = {}
        self._scanned: Sequence[Problem] = ()
        self.refreshed: Refreshed | None = None
        """What the last refresh did."""
        self._listed: tuple[object, Sequence[Entry]] = (None, ())

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open a folder or one article; without a path the library that ships.

        What the index or the shipped records know is there at once, the rest is pending until :meth:`refresh`.

        Raises:
            LibraryError: there is no such folder or file, or it can't be listed.

        """
        root = shipped_library() if path is None else path
        only = None
        if root.is_file():
            root, only = root.parent, root.name
        try:
            with os.scandir(root):
                pass
        except FileNotFoundError:
            raise LibraryError(say("{path}: no such folder or file", path=clean_line(str(root)))) from None
        except OSError as error:
            raise _unreadable(root, error) from None
        ships = root.resolve() == shipped_library().resolve()
        library = cls(root, only=only, read_only=ships or not os.access(root, os.W_OK))
        if ships:
            library._take_what_ships()
        elif library.index.is_new() or only is not None:
            library._list_names()
        return library

    @property
    def index(self) -> Engine:
        """What is known of the articles; opened when it is first needed, for what ships needs none at first."""
        with self._lock:
            if self._index is None:
                from tui.library.index.opening import open_index  # noqa: PLC0415 - the first paint of what ships

                self._index = open_index(self.root)
                if self._ships:
                    self._index.put([_article(*one) for one in self._ships.values()])
                    self._settle(self._index)
            return self._index

    @property
    def notice(self) -> Clean:
        """What the user should know about the index, in one line; usually nothing."""
        return self._index.notice if self._index is not None else Clean("")

    @property
    def keys(self) -> Sequence[str] | None:
        """The keys of the only articles of the index that belong to the library; None when all do."""
        return None if self._only is None else [entry.article_key for entry in self.entries()]

    def entries(self) -> Sequence[Entry]:
        """Return all articles, newest session first; those without a date come last, in the order of their paths."""
        if self._index is None and self._ships:
            from tui.library.index.days import day_of  # noqa: PLC0415 - other libraries are sorted already

            known = sorted((document.entry for document, _ in self._ships.values()), key=lambda entry: entry.path)
            return tuple(sorted(known, key=day_of, reverse=True))
        index = self.index
        with self._lock:
            changes = index.changes()
            if self._listed[0] != changes:
                self._listed = changes, self._entries(index)
            return self._listed[1]

    def listing(self, limit: int | None = None) -> Listing:
        """Return all articles or the first ones, newest session first, with what they are grouped by."""
        from tui.library.entries import Entries, Listing  # noqa: PLC0415 - as in entries
        from tui.library.index.days import day_of  # noqa: PLC0415 - the same

        if self._only is not None or (self._index is None and self._ships):
            entries = self.entries()[:limit]
            return Listing(entries, [day_of(entry)[:7] for entry in entries])
        numbers, months = self.index.by_day(limit)
        events = self.index.events()
        places = {place: events[number] for place, number in enumerate(numbers) if number in events} if events else {}
        return Listing(Entries(self.index, numbers), months, places)

    def of_day(self, day: str) -> list[Entry]:
        """Return the articles about sessions of a day (ISO 8601)."""
        if self._index is None and self._ships:
            return [entry for entry in self.entries() if entry.date == day]
        from tui.library.index.engine import Ask, Conditions  # noqa: PLC0415 - not for the first paint

        wanted = Ask((), Conditions(first_day=day, last_day=f"{day}~"))
        found = self.index.entries(self.index.find("sessions", wanted, AT_ONCE)).values()
        return [entry for entry in found if entry.date == day and self._only in (None, entry.path)]

    def entry(self, path: str) -> Entry | None:
        """Return the entry of a file, or None where the library has no article there (any more)."""
        if self._index is None and self._ships:
            return next((entry for entry in self.entries() if entry.path == path), None)
        numbers = self.index.numbers(path=path) if self._only in (None, path) else ()
        return next(iter(self.index.entries(numbers).values()), None) if numbers else None

    def path_of(self, article_key: str) -> str:
        """Return the path of the article with a key, or nothing where the library has none (any more)."""
        if self._index is None and self._ships:
            return next((entry.path for entry in self.entries() if entry.article_key == article_key), "")
        found = self.index.entries(self.index.numbers(key=article_key)).values() if article_key else ()
        paths = (entry.path for entry in found if entry.article_key == article_key)
        return next((path for path in paths if self._only in (None, path)), "")

    def problems(self) -> Sequence[Problem]:
        """Return what could not be used, in the order of paths."""
        index = self.index if self._index is not None or not self._ships else None
        found = [*self._scanned]
        if index is not None:
            found += index.problems()
            found += [_twin(path, first) for path, first in index.twins()]
        if self.notice:
            found.append(Problem(path="", reason=self.notice, notice=True))
        beside = os.path.splitext(self._only or "")[0] + ".yaml"
        wanted = [one for one in found if self._only is None or one.path in ("", self._only, beside)]
        return tuple(sorted(wanted, key=lambda one: (one.path, one.line or 0)))

    def document(self, article_key: str) -> Document:
        """Return an article with its text, and its record where that is known and of the file as it is now.

        Raises:
            KeyError: no article of the library has this key.
            LibraryError: the file is gone or can't be read any more.

        """
        for document, _ in self._ships.values() if self._index is None else ():
            if document.article_key == article_key:
                return document
        number = next((one for one in self.index.numbers(key=article_key)), None)
        entry = self.index.entries([number]).get(number) if number is not None else None
        if number is None or entry is None or entry.article_key != article_key:
            raise KeyError(article_key)
        known = self.index.known(entry.path)
        if known is not None and known.stamp == stamp_of(self.root / entry.path):
            kept = self.index.document(number)
            if kept is not None:
                return kept
        return Document(entry, self._text(entry.path), None)

    def find(self, wanted: str) -> Sequence[Entry]:
        """Return the articles that a path, or the beginning of a key, stands for: one, unless it is unclear."""
        inside = os.path.relpath(wanted, self.root).replace(os.sep, "/") if os.path.exists(wanted) else wanted
        named = [number for path in dict.fromkeys((wanted, inside)) for number in self.index.numbers(path=path)]
        numbers = named or (self.index.numbers(key=wanted.lower()) if wanted else [])
        found = self.index.entries(numbers)
        return [found[number] for number in numbers if number in found and self._only in (None, found[number].path)]

    def together(self) -> Mapping[str, Sequence[str]]:
        """Return of each article that is one of several about its session the keys of them all; others are left out."""
        if self._index is None and self._ships:
            return {}
        events: dict[int, list[int]] = {}
        for number, first in self.index.events().items():
            events.setdefault(first, []).append(number)
        found = self.index.entries([number for some in events.values() for number in some])
        told: dict[str, Sequence[str]] = {}
        for some in events.values():
            keys = [found[number].article_key for number in some if number in found]
            told.update(dict.fromkeys(keys, keys))
        return told

    def pending(self) -> int:
        """Return how many articles are not parsed yet."""
        return self.index.pending() if self._index is not None or not self._ships else 0

    def renamed(self) -> Mapping[str, str]:
        """Return the keys of articles whose text has changed since they were first read, and their keys now."""
        return self.index.renamed()

    def version(self, path: str) -> object:
        """Return what is another value when a file, or the record of it that is used, is another one."""
        return self._index.known(path) if self._index is not None else None

    def state(self) -> object:
        """Return what is another value when the index was changed, also by another reader."""
        return self._index.changes() if self._index is not None else None

    def watch(self) -> Watch:
        """Return what notices changes of the folder."""
        from tui.library.watching import Watch  # noqa: PLC0415 - not needed before the first paint

        return Watch(self.root, self._only)

    def refresh(
        self,
        report: Callable[[Progress], None] | None = None,
        stop: Flag | None = None,
        *,
        here: bool = False,
    ) -> bool:
        """Look at the folder again and read what is new or changed, in child processes; blocks until that is done.

        Call it from a worker thread of the reader. Each file's entry is in :meth:`entries` before ``report`` is called
        for it (in the calling thread); ``stop``, once set, ends the work after the files at hand, without loss.

        Args:
            report: Told of each file that was finished.
            stop: Ends the work.
            here: A few files are parsed in this process, which starting others would take longer for; a command may
                do so, the reader must not.

        Returns:
            Whether entries or problems are other than before.

        """
        from tui.library.index.opening import workplace  # noqa: PLC0415 - the same
        from tui.library.locking import turn  # noqa: PLC0415 - the same
        from tui.library.refreshing import Refresh  # noqa: PLC0415 - the parser is not loaded before the first paint

        before, stop = self._scanned, stop or Flag()
        index = self.index  # it is opened first: its folder may have to be made
        with turn(workplace(self.root), stop) as mine:  # another reader of this library may be at it
            if not mine:
                return False
            self.refreshed = Refresh(self.root, self._only, index, report, stop, here).run()
        self._scanned = self.refreshed.problems
        return self.refreshed.changed or self._scanned != before

    def forget(self) -> None:
        """Forget all that is known of the articles; :meth:`refresh` reads all of them again."""
        self.index.clear()

    def reread(self, path: str) -> None:
        """Read one file again, in this process: its record was corrected, or a correction was taken back."""
        from tui.library.refreshing import reread  # noqa: PLC0415 - as in refresh

        reread(self.root, path, self.index)

    def adopt(self, read: Sequence[Article]) -> None:
        """Take articles that were read on their way into the folder, so that they need not be read again.

        Who is who in them is told by :meth:`decided`, at once for all that were taken.
        """
        self.index.put(read)

    def decided(self) -> None:
        """Take up what was decided about people and sessions, and tell anew who is who; a few milliseconds a name."""
        self._settle(self.index)

    def close(self) -> None:
        """Let go of the index; the library must not be used afterwards."""
        if self._index is not None:
            self._index.close()

    def _settle(self, index: Engine) -> None:
        from tui.library.refreshing import settle_all  # noqa: PLC0415 - as in refresh

        settle_all(self.root, index)

    def _take_what_ships(self) -> None:
        """Take the records that ship, without an index."""
        from tui.library import shipped  # noqa: PLC0415 - other libraries have no use for it

        looked = scan(self.root, self._only)
        self._scanned = looked.problems
        self._ships = {one[0].path: one for one in shipped.documents(self.root, looked.files)}

    def _list_names(self) -> None:
        """List a folder that nothing is known of by the names of its files."""
        looked = scan(self.root, self._only)
        self._scanned = looked.problems
        files = [path for path, file in looked.files.items() if file.stamp is not None]
        self.index.announce(unparsed(path, "pending") for path in islice(files, AT_ONCE))

    def _entries(self, index: Engine) -> Sequence[Entry]:
        from tui.library.entries import Entries  # noqa: PLC0415 - what ships has no use for it

        if self._only is not None:
            numbers = index.numbers(path=self._only)
            return tuple(index.entries(numbers).values())
        return Entries(index, index.order("date"))

    def _text(self, path: str) -> str:
        from tui.sources.errors import SourceError  # noqa: PLC0415 - only for what is not in the index
        from tui.sources.read import read  # noqa: PLC0415

        try:
            return read(self.root / path).text
        except SourceError as error:
            raise LibraryError(str(error)) from error
        except OSError as error:
            raise _unreadable(self.root / path, error) from error


def _article(document: Document, known: Known) -> Article:
    from tui.library.index.keeping import article  # noqa: PLC0415 - only for what ships

    return article(known, document)


def _twin(path: str, first: str) -> Problem:
    reason = say("holds the same article as {path}", path=clean_line(first))
    return Problem(path=path, reason=reason, notice=True)


def _unreadable(path: Path, error: OSError) -> LibraryError:
    reason = clean_line(error.strerror or str(error))
    return LibraryError(say("{path}: can't be opened: {reason}", path=clean_line(str(path)), reason=reason))
