"""An index in memory: the rows of all documents, and in which of them each token stands."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import chain
from threading import RLock
from typing import Literal

from tui.library import Document, Library, LibraryError, short_forms
from tui.search.corpus import Need, Runs
from tui.search.filters import passes
from tui.search.identity import Identities
from tui.search.indexing import rows
from tui.search.rows import Row
from tui.search.short_forms import ShortForms
from tui.search.tokens import tokens
from tui.search.vocabulary import Vocabulary
from tui.sections import SECTIONS, Section

_Postings = dict[str, "array[int]"]


class MemoryCorpus:
    """Documents in memory, indexed by folded syllables. May be filled in one thread and asked in another."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        """Index documents."""
        self.vocabulary = Vocabulary()
        self.abbreviations = ShortForms(short_forms.known())
        self._identities = Identities()
        self._rows: list[Row | None] = []
        self._of: dict[str, tuple[str, range]] = {}
        self._postings: dict[Section, _Postings] = {section: defaultdict(lambda: array("I")) for section in SECTIONS}
        self._added: dict[str, Container[str]] = {}
        self._lock = RLock()
        for document in documents:
            self.add(document)

    def __len__(self) -> int:
        """Return how many articles are indexed."""
        return len(self._of)

    def update(self, library: Library) -> bool:
        """Index what is new in a library and forget what is gone; return whether anything changed."""
        changed = False
        wanted = {entry.path: entry.article_key for entry in library.entries()}
        for path in [path for path, (key, _) in self._of.items() if wanted.get(path) != key]:
            self.remove(path)
            changed = True
        for path, key in wanted.items():
            if path not in self._of:
                try:
                    self.add(library.document(key))
                except (KeyError, LibraryError):
                    continue  # it went away meanwhile: the library says so among its problems
                changed = True
        return changed

    def know(self, name: Literal["star", "note", "tag"], article_keys: Container[str]) -> None:
        """Take what ``has:star`` and its like are to find: the keys of the articles that the user gave one.

        For ``tag`` it is a mapping from these to their tags, which ``tag:`` looks through.
        """
        self._added[name] = article_keys

    def add(self, document: Document) -> None:
        """Index a document, in the place of an earlier one with the same path."""
        made = rows(document)
        with self._lock:
            self.remove(document.path)
            first = len(self._rows)
            for number, row in enumerate(made, first):
                words = _words(row)
                self.vocabulary.add(words)
                for word in words:
                    self._postings[row.section][word].append(number)
                if row.section == "people":
                    row.group = self._identities.add(row)
                self._rows.append(row)
            self._of[document.path] = document.article_key, range(first, len(self._rows))
            self.abbreviations.add(document)

    def remove(self, path: str) -> None:
        """Forget a document; one that is not there is no error."""
        with self._lock:
            _, numbers = self._of.pop(path, ("", range(0)))
            for number in numbers:
                row = self._rows[number]
                if row is not None:
                    self.vocabulary.remove(_words(row))
                    self._identities.remove(row)
                    self._rows[number] = None

    def rows(self, section: Section, need: Need, limit: int) -> Sequence[Row]:
        """Return rows that hold a need's tokens and pass its conditions, newest first, at most ``limit``."""
        with self._lock:
            numbers = self._numbers(section, need.terms)
            found = [row for number in numbers if (row := self._rows[number]) is not None and row.section == section]
        found = [row for row in found if all(passes(row, condition, self._added) for condition in need.filters)]
        found.sort(key=lambda row: row.session.order, reverse=True)
        return found[:limit]

    def sessions(self, group: int) -> int:
        """Return in how many sessions the person of a group appears."""
        return self._identities.sessions(group)

    def _numbers(self, section: Section, terms: Sequence[Runs]) -> Iterable[int]:
        """Return the numbers of the rows that hold, of each term, all tokens of one run."""
        if not terms:
            return range(len(self._rows))
        kept: set[int] | None = None
        for runs in sorted(terms, key=lambda runs: sum(self.vocabulary.count(run[0]) for run in runs)):
            holding = set(chain.from_iterable(self._holding(section, run) for run in runs))
            kept = holding if kept is None else kept & holding
            if not kept:
                return ()
        return sorted(kept or ())

    def _holding(self, section: Section, run: tuple[str, ...]) -> Iterable[int]:
        postings = self._postings[section]
        lists = sorted((postings[token] if token in postings else array("I") for token in run), key=len)
        return lists[0] if len(lists) == 1 else set(lists[0]).intersection(*lists[1:])


def _words(row: Row) -> set[str]:
    """Return the tokens of all fields of a row."""
    return set(chain.from_iterable(tokens(part.text) for part in row.fields))
