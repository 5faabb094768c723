"""Searching the open library from threads: the index is made when it is first needed and kept up to date."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from tui.library import Library
from tui.library.userdata import UserData, UserDataError

if TYPE_CHECKING:
    from tui.search import MemoryCorpus, Results

LIMIT = 30
"""Most hits of a section."""


class Searcher:
    """The index of a library. Its methods block, and are called from threads only."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take the library and what the user added to it; nothing is indexed yet."""
        self._library, self._user = library, user
        self._corpus: MemoryCorpus | None = None
        self._lock = Lock()

    def prepare(self) -> MemoryCorpus:
        """Bring the index up to date and return it."""
        from tui.search import MemoryCorpus  # noqa: PLC0415 - search is not loaded before the first paint

        with self._lock:
            if self._corpus is None:
                self._corpus = MemoryCorpus()
            self._corpus.update(self._library)
            return self._corpus

    def search(self, query: str) -> Results:
        """Return what answers a query that may be unfinished."""
        from tui.search import search  # noqa: PLC0415 - the same

        corpus = self.prepare()
        with suppress(UserDataError):  # then what was known before is
            facts = self._user.facts()
            corpus.know("star", facts.star)
            corpus.know("note", facts.note)
            corpus.know("tag", facts.tags)
        return search(query, corpus, limit=LIMIT, typing=True)
