"""From a document to what an index takes of it; child processes do this."""

from __future__ import annotations

from tui.library.compact import pack
from tui.library.document import Document
from tui.library.index.engine import Article
from tui.library.index.known import Known
from tui.library.index.made import head
from tui.library.index.texts import packed


def article(file: Known, document: Document) -> Article:
    """Return what is kept of a file that was read."""
    record = pack(document.record, document.text) if document.record else None
    return Article(file, head(document), packed(document.text), record)
