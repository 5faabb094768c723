"""Documents in an index in memory."""

from __future__ import annotations

from collections.abc import Iterable

from tui.library import Document
from tui.library.index.engine import Engine
from tui.library.index.keeping import article
from tui.library.index.known import Known
from tui.library.index.settling import settle
from tui.library.index.sqlite.index import SqliteIndex
from tui.library.reading import complete_article
from tui.library.scan import Stamp
from tui.search import Corpus


def put(index: Engine, documents: Iterable[Document]) -> None:
    """Put documents into an index, whole."""
    files = ((Known(one.path, Stamp(0, len(one.text)), None, 1), one) for one in documents)
    index.put([article(*one) for one in files])
    settle(index)
    while kept := index.incomplete(500):
        index.complete([complete_article(one) for one in kept])


def corpus_of(documents: Iterable[Document]) -> Corpus:
    """Return a corpus of documents."""
    index = SqliteIndex()
    put(index, documents)
    return Corpus(index)
