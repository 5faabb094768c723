"""What a search looks through: documents in memory; a big index can take its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from tui.library.document import Document


class Corpus(Protocol):
    """What :func:`tui.search.search` asks of an index."""

    def __len__(self) -> int:
        """Return how many articles can be found."""


class MemoryCorpus:
    """Documents in memory, indexed by folded syllables."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        """Index documents; those without a record are found by their text alone."""
        self._documents = {document.path: document for document in documents}

    def __len__(self) -> int:
        """Return how many articles are indexed."""
        return len(self._documents)

    def add(self, document: Document) -> None:
        """Index a document, in the place of an earlier one with the same path."""
        self._documents[document.path] = document

    def remove(self, path: str) -> None:
        """Forget a document; one that is not there is no error."""
        self._documents.pop(path, None)
