"""A library: a folder of articles, what is known of each, and what could not be used."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Event as Flag
from threading import RLock
from time import monotonic
from typing import TYPE_CHECKING, Self

from tui.library import own
from tui.library.cache import Body, Cache, Row
from tui.library.compact import unpack
from tui.library.document import Document
from tui.library.entry import Entry, Problem, Progress
from tui.library.listing import Listing, listing
from tui.library.scan import Found, scan, stamp_of
from tui.messages import say
from tui.paths import shipped_library
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from tui.library.reading import Job, Parsed
    from tui.library.workers import Failure

FEW = 8
"""Files up to which child processes cost more than they save, for a caller that can wait."""
_KEEP_EVERY = 0.5
"""Seconds after which what was parsed meanwhile goes to the cache."""


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
        self._opened: Cache | None = None
        self._rows: dict[str, Row] = {}
        self._ships: dict[str, Document] = {}
        self._pending: dict[str, Found] = {}
        self._failures: dict[str, tuple[Problem, ...]] = {}
        self._scanned: tuple[Problem, ...] = ()
        self._renamed: dict[str, str] = {}
        self._listing: Listing | None = None

    @classmethod
    def open(cls, path: Path | None) -> Self:
        """Open a folder or one article; without a path the library that ships.

        What the cache or the shipped records know is there at once, the rest is pending until :meth:`refresh`.

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
        library._begin(ships)
        return library

    @property
    def _cache(self) -> Cache:
        """The cache, opened when it is first needed: what ships needs none."""
        with self._lock:
            if self._opened is None:
                self._opened = Cache.of(self.root)
            return self._opened

    def entries(self) -> Sequence[Entry]:
        """Return all articles, newest session first; those without a date come last, in the order of their paths."""
        return self._listed().entries

    def problems(self) -> Sequence[Problem]:
        """Return what could not be used, in the order of paths."""
        return self._listed().problems

    def document(self, article_key: str) -> Document:
        """Return an article with its text, and its record where that is known and of the file as it is now.

        Raises:
            KeyError: no article of the library has this key.
            LibraryError: the file is gone or can't be read any more.

        """
        entry = self._listed().by_key[article_key]
        with self._lock:
            row, document = self._rows.get(entry.path), self._ships.get(entry.path)
        if row is not None and stamp_of(self.root / entry.path) == row.stamp:
            document = document or self._kept(entry)
            if document is not None:
                return document
        return Document(entry, self._text(entry.path), None)

    def find(self, wanted: str) -> Sequence[Entry]:
        """Return the articles that a path, or the beginning of a key, stands for: one, unless it is unclear."""
        entries = self.entries()
        inside = os.path.relpath(wanted, self.root).replace(os.sep, "/") if os.path.exists(wanted) else wanted
        named = [entry for entry in entries if entry.path in (wanted, inside)]
        return named or [entry for entry in entries if wanted and entry.article_key.startswith(wanted.lower())]

    def pending(self) -> int:
        """Return how many articles are not parsed yet."""
        with self._lock:
            return len(self._pending)

    def renamed(self) -> Mapping[str, str]:
        """Return the keys of articles whose text has changed since they were last read, and their new keys."""
        with self._lock:
            return dict(self._renamed)

    def refresh(
        self,
        report: Callable[[Progress], None] | None = None,
        stop: Flag | None = None,
        *,
        here: bool = False,
    ) -> bool:
        """Look at the folder again and parse what is new or changed, in child processes; blocks until that is done.

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
        from tui.library.reading import PARSER, Job  # noqa: PLC0415 - the parser is not loaded before the first paint

        before = self._listed()
        looked = scan(self.root, self._only)
        with self._lock:
            gone = self._rows.keys() - looked.files.keys()
            for path in gone:
                self._rows.pop(path)
            keys = {path: row.entry.article_key for path, row in self._rows.items()}
            files = own.stamped(looked.files, keys)
            self._pending = {path: file for path, file in files.items() if self._is_new(file, PARSER)}
            self._failures = {path: found for path, found in self._failures.items() if path in self._pending}
            self._scanned, self._listing = looked.problems, None
            jobs = [Job(self.root, file, keys.get(path)) for path, file in self._pending.items()]
        if gone:
            self._cache.drop(gone)
        kept: list[tuple[Row, Body]] = []
        written = monotonic()
        try:
            for done, (job, answer) in enumerate(_answers(jobs, stop, here=here and len(jobs) <= FEW), 1):
                parsed = self._take(job.found, answer)
                if parsed is not None and parsed.row is not None and parsed.body is not None:
                    kept.append((parsed.row, parsed.body))
                if monotonic() - written > _KEEP_EVERY:
                    self._cache.put(kept)
                    kept, written = [], monotonic()
                if report is not None:
                    report(Progress(done=done, total=len(jobs), path=job.found.path))
        finally:
            if kept:
                self._cache.put(kept)
        after = self._listed()
        return (after.entries, after.problems) != (before.entries, before.problems)

    def reread(self, path: str) -> None:
        """Read one file again, in this process: its record was corrected, or a correction was taken back."""
        from tui.library.reading import Job, read_article  # noqa: PLC0415 - as in refresh

        with self._lock:
            row = self._rows.get(path)
            keys = {path: row.entry.article_key} if row else {}
        for file in own.stamped(scan(self.root, path).files, keys).values():
            parsed = self._take(file, read_article(Job(self.root, file, keys.get(path))))
            if parsed is not None and parsed.row is not None and parsed.body is not None:
                self._cache.put([(parsed.row, parsed.body)])

    def adopt(self, read: Sequence[tuple[Row, Body]]) -> None:
        """Take articles that were read on their way into the folder, so that they need not be read again."""
        with self._lock:
            self._listing = None
            self._rows.update({row.entry.path: row for row, _ in read})
        if read:
            self._cache.put(read)

    def close(self) -> None:
        """Let go of the cache; the library must not be used afterwards."""
        if self._opened is not None:
            self._opened.close()

    def _begin(self, ships: bool) -> None:
        """Take what is known already; only where that is nothing the folder is looked through before the first paint.

        What was wrong when a file was last read is said again until it is read anew.
        """
        if not ships:
            rows = self._cache.rows()
            self._rows = {path: row for path, row in rows.items() if self._only in (None, path)}
            self._failures = {path: row.problems for path, row in self._rows.items() if row.problems}
            if self._rows:
                return
        looked = scan(self.root, self._only)
        self._scanned = looked.problems
        if ships:
            from tui.library import shipped  # noqa: PLC0415 - other libraries have no use for it

            for document, row in shipped.documents(self.root, looked.files):
                self._ships[document.path], self._rows[document.path] = document, row
        self._pending = {path: file for path, file in looked.files.items() if path not in self._rows and file.stamp}

    def _is_new(self, file: Found, parser: int) -> bool:
        row = self._rows.get(file.path)
        if row is None or (row.stamp, row.record_stamp) != (file.stamp, file.record_stamp):
            return True
        if row.problems:  # may have been mended elsewhere, or by rights that leave no trace in the stamp
            return True
        return row.parser != parser and not row.entry.corrected

    def _take(self, file: Found, answer: Parsed | Failure) -> Parsed | None:
        """Put what became of a file in its place."""
        from tui.library.workers import Failure  # noqa: PLC0415 - as in refresh

        with self._lock:
            self._listing = None
            self._pending.pop(file.path, None)
            self._ships.pop(file.path, None)
            old = self._rows.pop(file.path, None)
            if isinstance(answer, Failure):
                reason = say("takes too long to read") if answer.timed_out else say("breaks the program that reads it")
                self._failures[file.path] = (Problem(path=file.path, reason=reason),)
                return None
            self._failures[file.path] = answer.problems
            if answer.row is not None:
                self._rows[file.path] = answer.row
                if old is not None and old.entry.article_key != answer.row.entry.article_key:
                    self._renamed[old.entry.article_key] = answer.row.entry.article_key
            return answer

    def _listed(self) -> Listing:
        with self._lock:
            if self._listing is None:
                problems = [*self._scanned, *(one for found in self._failures.values() for one in found)]
                self._listing = listing((row.entry for row in self._rows.values()), self._pending, problems)
            return self._listing

    def _kept(self, entry: Entry) -> Document | None:
        """Return an article from the cache, or None when it is not there or of no use."""
        body = self._cache.body(entry.path)
        if body is None:
            return None
        try:
            return Document(entry, body.text, unpack(body.record, body.text) if body.record else None)
        except ValueError:
            return None

    def _text(self, path: str) -> str:
        from tui.sources.errors import SourceError  # noqa: PLC0415 - only for what is not in the cache
        from tui.sources.read import read  # noqa: PLC0415

        try:
            return read(self.root / path).text
        except SourceError as error:
            raise LibraryError(str(error)) from error
        except OSError as error:
            raise _unreadable(self.root / path, error) from error


def _answers(jobs: Sequence[Job], stop: Flag | None, *, here: bool) -> Iterator[tuple[Job, Parsed | Failure]]:
    from tui.library import workers  # noqa: PLC0415 - as in refresh
    from tui.library.reading import read_article  # noqa: PLC0415

    if not here:
        yield from workers.run(read_article, jobs, stop=stop)
        return
    for job in jobs:
        if stop is not None and stop.is_set():
            return
        yield job, read_article(job)


def _unreadable(path: Path, error: OSError) -> LibraryError:
    reason = clean_line(error.strerror or str(error))
    return LibraryError(say("{path}: can't be opened: {reason}", path=clean_line(str(path)), reason=reason))
