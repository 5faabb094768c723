"""Searching the open library from threads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING

from tui.library import Library
from tui.library.userdata import UserData, UserDataError

if TYPE_CHECKING:
    from tui.search import Corpus, Results

LIMIT = 30
"""Most hits of a section."""


class Searcher:
    """Searches a library. Its methods block, and are called from threads only."""

    def __init__(self, library: Library, user: UserData) -> None:
        """Take the library and what the user added to it."""
        self._library, self._user = library, user
        self._corpus: Corpus | None = None
        self._lock = Lock()

    def prepare(self) -> Corpus:
        """Return what is searched, as it is now."""
        from tui.search import Corpus  # noqa: PLC0415 - search is not loaded before the first paint

        with self._lock:
            if self._corpus is None:
                self._corpus = Corpus(self._library.index, self._library.keys)
            return self._corpus

    def search(self, query: str) -> Iterator[Results]:
        """Yield what answers a query that may be unfinished, section by section; the last of it is complete."""
        from tui.search import search_as_ready  # noqa: PLC0415 - the same

        corpus = self.prepare()
        with suppress(UserDataError):  # then what was known before is
            facts = self._user.facts()
            corpus.know("star", facts.star)
            corpus.know("note", facts.note)
            corpus.know("tag", facts.tags)
        yield from search_as_ready(query, corpus, limit=LIMIT, typing=True, helping=True)
